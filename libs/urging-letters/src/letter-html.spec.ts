import { letterHtml, type LetterFacts } from './letter-html.js';
import { DEFAULT_TEMPLATE } from './letter-template.js';

const facts = (signerInfo: LetterFacts['document']['signerInfo'], signedFor?: string): LetterFacts => ({
  agencyName: 'Sở Tài chính',
  document: {
    ...{ agency: 'VPUBND', codeNumber: '09', codeNotation: 'VP-TH', issuedDate: '2026-02-03' },
    ...{ typeName: 'Công văn', subject: 'đôn đốc', ...(signerInfo ? { signerInfo } : {}) },
  },
  replyBy: null,
  ...(signedFor ? { signedFor } : {}),
  lines: [
    {
      ...{ kind: 'DIRECTIVE', caseId: 'd', caseNumber: 'NV-2026-00001', no: '1', subject: 'Báo cáo' },
      ...{ document: null, dueOn: '2026-01-30', daysLate: 2 },
    },
  ],
});

describe('the signature', () => {
  it.each([
    [undefined, undefined, ['CHÁNH VĂN PHÒNG']],
    ['DEPUTY_FOR', 'Chánh Văn phòng', ['KT. CHÁNH VĂN PHÒNG', 'CHÁNH VĂN PHÒNG']],
    ['BY_ORDER', 'Chủ tịch', ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    ['BY_AUTHORISATION', 'Chủ tịch', ['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    ['ON_BEHALF', 'Ủy ban nhân dân', ['TM. ỦY BAN NHÂN DÂN', 'CHÁNH VĂN PHÒNG']],
    ['ACTING', undefined, ['Q. CHÁNH VĂN PHÒNG']],
  ] as const)('%s for %s', (capacity, signedFor, lines) => {
    const signer = { position: 'Chánh Văn phòng', ...(capacity ? { capacity } : {}) };
    const html = letterHtml(facts(signer, signedFor), DEFAULT_TEMPLATE);
    const [, signature = ''] = html.split('<div class="signature">');
    const shown = [...signature.matchAll(/<p class="strong">([^<]*)</g)].map(([, line]) => line);
    expect(shown).toEqual(lines);
  });
});

it('writes its date as an official letter does, with a zero before the days and the first months', () => {
  expect(letterHtml(facts(undefined), DEFAULT_TEMPLATE)).toContain('ngày 03 tháng 02 năm 2026');
});

it('names the longest delay, and is silent about it where nothing has a term', () => {
  const late = facts(undefined);
  expect(letterHtml(late, DEFAULT_TEMPLATE)).toContain(
    'chưa hoàn thành, quá hạn lâu nhất 2 ngày làm việc, cụ thể',
  );
  const lines = late.lines.map((line) => ({ ...line, dueOn: null, daysLate: null }));
  const html = letterHtml({ ...late, lines }, DEFAULT_TEMPLATE);
  expect(html).toContain('còn 1 nội dung chưa hoàn thành, cụ thể như sau');
  expect(html).toContain('<td>không thời hạn</td><td>chưa báo cáo</td>');
});
