/**
 * What a mail says: Vietnamese first, English below, as plain text and as simple HTML. Of a case it says the number, the
 * subject and the due date, and nothing else: mail leaves the house. Pure.
 */
import { formatVi } from '#calendar/local-date.js';
import type { NoticeKind } from './told.js';

export interface MailLine {
  readonly kind: NoticeKind;
  readonly caseNumber: string | null;
  readonly subject: string;
  readonly dueOn: string | null;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A longer digest names so many, and how many more there are. */
const MOST_LINES = 50;
const LONGEST_SUBJECT = 90;

const KINDS: Readonly<Record<NoticeKind, readonly [vi: string, en: string]>> = {
  ESCALATED: ['Chậm trả lời, đã báo cáo cấp trên', 'Late, and escalated'],
  URGED: ['Có công văn đôn đốc', 'An urging letter was issued'],
  OVERDUE: ['Đã quá hạn', 'Overdue'],
  REMINDED: ['Nhắc hạn', 'Reminder'],
  RETURNED: ['Bị trả lại, phải làm lại', 'Returned for rework'],
  ASSIGNED: ['Được giao', 'Assigned'],
  DUE_DATE: ['Thời hạn, phân công đã được quyết định', 'A due date or an assignment was decided'],
  REQUEST: ['Có đề nghị cần quyết định', 'A request to decide'],
  DISPUTED: ['Địa phương chưa đồng ý với trả lời', 'The commune disputes the answer'],
  ANSWER: ['Có văn bản trả lời', 'A written answer has arrived'],
  STOPPED: ['Tạm dừng, hủy hoặc rút', 'Suspended, cancelled or withdrawn'],
  SYSTEM: ['Hệ thống', 'The system'],
};
const ORDER = Object.keys(KINDS);

export function urgentMail(line: MailLine, day: string, url: string): MailText {
  const [vi, en] = line.dueOn === day && line.kind !== 'ESCALATED' ? DUE_TODAY : KINDS[line.kind];
  const what = [line.caseNumber, short(line.subject)].filter(Boolean).join(' – ');
  return assembled(`${vi}: ${what}`, [[vi, en, [line]]], url);
}
const DUE_TODAY = ['Đến hạn hôm nay', 'Due today'] as const;

export function digestMail(lines: readonly MailLine[], day: string, url: string): MailText {
  const sorted = lines.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const groups = ORDER.flatMap((kind): Group[] => {
    const own = sorted.slice(0, MOST_LINES).filter((line) => line.kind === kind);
    return own.length === 0 ? [] : [[...KINDS[kind as NoticeKind], own]];
  });
  const more = lines.length - MOST_LINES;
  return assembled(`${lines.length} thông báo ngày ${formatVi(day)}`, groups, url, Math.max(0, more));
}

type Group = readonly [vi: string, en: string, lines: readonly MailLine[]];

function assembled(subject: string, groups: readonly Group[], url: string, more = 0): MailText {
  const vi = {
    rest: more > 0 ? `Và ${more} thông báo khác trong hộp thông báo.` : '',
    foot: `Xem chi tiết: ${url}\nThư tự động, không trả lời. Chọn những gì nhận qua thư: mục Thông báo của tài khoản.`,
  };
  const en = {
    rest: more > 0 ? `And ${more} more in the inbox.` : '',
    foot: `Details: ${url}\nSent automatically, please do not answer. Choose what is mailed under Notifications of your account.`,
  };
  const dueVi = (date: string) => `hạn ${formatVi(date)}`;
  const text = [
    ...groups.map(([title, , lines]) => plain(title, lines, dueVi)),
    ...[vi.rest, vi.foot, '---'],
    ...groups.map(([, title, lines]) => plain(title, lines, (date) => `due ${date}`)),
    ...[en.rest, en.foot],
  ];
  const html = [
    ...groups.map(([title, , lines]) => marked(title, lines, dueVi)),
    ...[vi.rest, vi.foot].map(paragraph),
    '<hr>',
    ...groups.map(([, title, lines]) => marked(title, lines, (date) => `due ${date}`)),
    ...[en.rest, en.foot].map(paragraph),
  ];
  return {
    subject: `[Đôn Đốc] ${subject}`,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: `<!doctype html><html lang="vi"><meta charset="utf-8"><body>${html.join('')}</body></html>`,
  };
}

type SayDue = (date: string) => string;

function said({ caseNumber, subject, dueOn }: MailLine, due: SayDue): string {
  return [caseNumber, short(subject), dueOn && due(dueOn)].filter(Boolean).join(' · ');
}

const plain = (title: string, lines: readonly MailLine[], due: SayDue): string =>
  [title, ...lines.map((line) => `- ${said(line, due)}`)].join('\n');

const marked = (title: string, lines: readonly MailLine[], due: SayDue): string =>
  `<h3>${escaped(title)}</h3><ul>${lines.map((line) => `<li>${escaped(said(line, due))}</li>`).join('')}</ul>`;

const paragraph = (text: string): string =>
  text === '' ? '' : `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)!};`);

function short(subject: string): string {
  const line = subject.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST_SUBJECT ? line : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
