/** A name that is sealed in the list and written out in the text would be protected by nobody, for good. Pure. */
import { DomainError } from '#event-sourcing/decider.js';
import type { PersonFacts } from './person-sealing.js';

/** What an event says in the clear. */
export interface Texts {
  readonly subject?: string;
  readonly content?: string;
  readonly reason?: string;
}

/** Names of one word, and numbers of a few digits, are found in too many innocent texts. */
const ENOUGH_DIGITS = 8;

/** @throws DomainError PERSON_IN_TEXT */
export function requireNotInText(persons: readonly PersonFacts[], texts: Texts): void {
  for (const field of ['subject', 'content', 'reason'] as const) {
    const words = ` ${inWords(texts[field] ?? '')} `;
    const digits = inDigits(texts[field] ?? '');
    for (const { name, phone = '', idNumber = '' } of persons) {
      const called = inWords(name);
      const byName = called.includes(' ') && words.includes(` ${called} `);
      const byNumber = [phone, idNumber]
        .map(inDigits)
        .some((n) => n.length >= ENOUGH_DIGITS && digits.includes(n));
      if (byName || byNumber) throw inText(field);
    }
  }
}

const inWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** However the groups of a number are parted; what is no digit parts numbers. */
const inDigits = (text: string): string =>
  text
    .replace(/(?<=\d)[\s.()-]+(?=\d)/g, '')
    .replace(/\D+/g, ' ')
    .trim();

const inText = (field: string) =>
  new DomainError(
    'PERSON_IN_TEXT',
    'Họ tên hoặc số của người đã nêu trong "persons" còn nằm trong văn bản; hãy thay bằng {{1}}, {{2}}… để được niêm phong.',
    'The name or number of somebody in "persons" also stands in the text; write {{1}}, {{2}}… in its place, so that it is sealed.',
    field,
  );
