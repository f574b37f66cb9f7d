/**
 * An urging letter as Nghị định 30/2020/NĐ-CP lays an official letter out: quốc hiệu and the issuing body at the top,
 * number, place and date, trích yếu under the number, Kính gửi, the text, nơi nhận beside the signature. Everything
 * that people wrote is escaped.
 */
import { documentDateText, formatVi } from '#calendar/local-date.js';
import { documentCode, type DocumentRef, type SigningCapacity } from '#obligations/document.js';
import { escaped } from '#register/reports/report-html.js';
import { filledIn, type LetterTemplate, type Places } from './letter-template.js';
import type { LetterLine } from './urging-letter.js';

export interface LetterFacts {
  readonly agencyName: string;
  readonly document: DocumentRef;
  readonly replyBy: string | null;
  /** In whose place it is signed: "CHÁNH VĂN PHÒNG" after KT., TL. or TUQ. */
  readonly signedFor?: string;
  readonly lines: readonly LetterLine[];
}

const CAPACITY: Readonly<Record<SigningCapacity, string>> = {
  ON_BEHALF: 'TM.',
  DEPUTY_FOR: 'KT.',
  BY_ORDER: 'TL.',
  BY_AUTHORISATION: 'TUQ.',
  ACTING: 'Q.',
};

/** A part of a page: the page and its style sheet are made where it is shown. */
export function letterHtml(facts: LetterFacts, template: LetterTemplate): string {
  const { agencyName, document, lines } = facts;
  const places = placesOf(facts);
  const say = (text: string) => escaped(filledIn(text, places));
  const date = document.issuedDate;
  return `<article class="letter">
<header>
<div class="organ"><p>${say(template.superior)}</p><p class="strong rule">${say(template.organ)}</p>
<p>Số: ${escaped(documentCode(document))}</p><p class="subject">V/v ${escaped(document.subject)}</p></div>
<div class="state"><p class="strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="strong rule">Độc lập - Tự do - Hạnh phúc</p>
<p class="dated">${say(template.place)}, ${escaped(documentDateText(date))}</p></div>
</header>
<p class="to">Kính gửi: ${escaped(agencyName)}</p>
<p>${say(template.opening)}</p>
<table>
<thead><tr><th>TT</th><th>Số</th><th>Nội dung</th><th>Văn bản giao</th><th>Hạn</th><th>Số ngày làm việc quá hạn</th></tr></thead>
<tbody>
${lines.map(lineHtml).join('\n')}
</tbody>
</table>
<p>${say(template.closing)}</p>
<footer>
<div class="recipients"><p class="strong">Nơi nhận:</p>
${template.recipients.map((line) => `<p>- ${say(line)}</p>`).join('\n')}</div>
${signatureHtml(facts)}
</footer>
</article>`;
}

function lineHtml({ caseNumber, no, subject, document, dueOn, daysLate }: LetterLine, i: number): string {
  const late = dueOn === null ? ['không thời hạn', 'chưa báo cáo'] : [formatVi(dueOn), `${daysLate}`];
  const cells = [`${i + 1}`, `${caseNumber}.${no}`, subject, document ?? '', ...late];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

function signatureHtml({ document: { signerInfo }, signedFor }: LetterFacts): string {
  const { position = '', fullName = '', capacity } = signerInfo ?? {};
  const abbreviation = capacity ? CAPACITY[capacity] : '';
  const post = position.toUpperCase();
  // "Q. CHÁNH VĂN PHÒNG" is one line; the others name first in whose place, and then who.
  const lines =
    capacity === undefined || signedFor === undefined
      ? [`${abbreviation} ${post}`.trim()]
      : [`${abbreviation} ${signedFor.toUpperCase()}`, post];
  const titles = lines.map((line) => `<p class="strong">${escaped(line)}</p>`).join('');
  return `<div class="signature">${titles}<p class="strong signer">${escaped(fullName)}</p></div>`;
}

const placesOf = ({ agencyName, document, replyBy, lines }: LetterFacts): Places => ({
  agency: agencyName,
  count: String(lines.length),
  number: documentCode(document),
  date: formatVi(document.issuedDate),
  replyBy: replyBy === null ? '' : formatVi(replyBy),
  longest: longestOf(lines),
});

/** Empty where nothing has a term, so that `{{#longest}}` says nothing of it. */
function longestOf(lines: readonly LetterLine[]): string {
  const late = lines.flatMap(({ daysLate }) => daysLate ?? []);
  return late.length === 0 ? '' : String(Math.max(...late));
}
