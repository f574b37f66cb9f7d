/** Small checks that deciders share: texts, dates, the order of acts. */
import { isLocalDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';

/** A text that is there, in the spelling that texts are compared in (NFC, trimmed). @throws DomainError TEXT_REQUIRED */
export function requireText(text: string | undefined, field: string): string {
  const read = text?.normalize('NFC').trim() ?? '';
  if (read !== '') return read;
  throw new DomainError(
    'TEXT_REQUIRED',
    `Không được để trống: ${field}.`,
    `This must not be empty: ${field}.`,
    field,
  );
}

/** @throws DomainError DATE_INVALID */
export function requireDate(date: string, field: string): void {
  if (isLocalDate(date)) return;
  throw new DomainError(
    'DATE_INVALID',
    `Ngày không hợp lệ: "${date}". Dạng đúng: 2025-10-15.`,
    `Not a date: "${date}". The form is 2025-10-15.`,
    field,
  );
}

/** @throws DomainError DATE_INVALID, DATE_IN_FUTURE */
export function requirePastDate(date: string, today: string, field: string): void {
  requireDate(date, field);
  if (date <= today) return;
  throw new DomainError(
    'DATE_IN_FUTURE',
    `Ngày ${date} sau ngày hôm nay (${today}).`,
    `The date ${date} is after today (${today}).`,
    field,
  );
}

/** An act cannot be dated before what it acts on. @throws DomainError OUT_OF_ORDER */
export function requireNotBefore(date: string, earliest: string, field = 'on'): void {
  if (date >= earliest) return;
  throw new DomainError(
    'OUT_OF_ORDER',
    `Ngày ${date} trước ngày ${earliest}, là ngày sớm nhất có thể.`,
    `The date ${date} is before ${earliest}, the earliest that is possible.`,
    field,
  );
}

/** @throws DomainError REASON_REQUIRED */
export function requireReason(reason: string | undefined, field = 'reason'): string {
  const text = reason?.normalize('NFC').trim() ?? '';
  if (text !== '') return text;
  throw new DomainError('REASON_REQUIRED', 'Phải nêu lý do.', 'A reason is required.', field);
}

/** Nobody twice. @throws DomainError AGENCY_TWICE */
export function requireDistinct(agencies: readonly string[], field: string): void {
  const twice = agencies.find((agency, i) => agencies.indexOf(agency) !== i);
  if (twice === undefined) return;
  throw new DomainError(
    'AGENCY_TWICE',
    `Cơ quan ${twice} được nêu hai lần.`,
    `The agency ${twice} is named twice.`,
    field,
  );
}
