import { digestMail, type MailLine, urgentMail } from './mail-text.js';

const URL = 'https://dondoc.example.vn';
const line = (more: Partial<MailLine> = {}): MailLine => ({
  ...{ kind: 'ASSIGNED', caseNumber: 'KN-2025-00001', subject: 'Giá đất', dueOn: '2025-11-05', ...more },
});

describe('a mail', () => {
  it('says in both languages what, which case and until when', () => {
    const { subject, text } = urgentMail(line({ kind: 'ESCALATED' }), '2025-11-06', URL);
    expect(subject).toBe('[Đôn Đốc] Chậm trả lời, đã báo cáo cấp trên: KN-2025-00001 – Giá đất');
    expect(text).toContain('- KN-2025-00001 · Giá đất · hạn 05/11/2025');
    expect(text.split('---')[1]).toContain('- KN-2025-00001 · Giá đất · due 2025-11-05');
    expect(text).toContain(URL);
  });

  it('has one line for a subject, however it was written, and cuts a long one', () => {
    const { subject } = urgentMail(
      line({ subject: `Giá\r\nBcc: x@y.vn ${'dài '.repeat(50)}` }),
      '2025-10-15',
      URL,
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect([...subject].length).toBeLessThan(150);
    expect(subject.endsWith('…')).toBe(true);
  });

  it('does not let a subject become markup', () => {
    const { html } = digestMail([line({ subject: '<img src=x onerror="a&b">' })], '2025-10-15', URL);
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x onerror=&#34;a&#38;b&#34;&#62;');
  });

  it('puts what is worst first, and names fifty at most', () => {
    const many = [...Array.from({ length: 60 }, () => line()), line({ kind: 'OVERDUE', caseNumber: 'NV-1' })];
    const { subject, text } = digestMail(many, '2025-10-15', URL);
    expect(subject).toBe('[Đôn Đốc] 61 thông báo ngày 15/10/2025');
    expect(text.indexOf('NV-1')).toBeLessThan(text.indexOf('KN-2025-00001'));
    expect(text.match(/KN-2025-00001 · Giá đất · hạn/g)).toHaveLength(49);
    expect(text).toContain('Và 11 thông báo khác');
    expect(text).toContain('And 11 more');
  });

  it('can do without a due date and without a case', () => {
    const { text } = digestMail([line({ kind: 'SYSTEM', caseNumber: null, dueOn: null })], '2025-10-15', URL);
    expect(text).toContain('- Giá đất\n');
  });
});
