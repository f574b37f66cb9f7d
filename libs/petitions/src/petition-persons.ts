/**
 * The citizens that a petition names. The decider knows them by id alone: what is said of them is sealed outside, after
 * the decision and before the append, so that no event and no state ever holds it in plain text. The verbatim text
 * points to them as `{{1}}`, `{{2}}`: their places in the list. Pure.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { requireReason } from '#obligations/checks.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import type { LodgedPetition, PetitionEvent } from './petition.js';

export interface SealedPerson {
  readonly subject: string;
  /** Filled in before the append; until then empty, as a case number is. */
  readonly sealed: string;
}

export interface NamedPerson {
  readonly subject: string;
  /** Named in this petition before. */
  readonly known: boolean;
  /** Whether something new is said of the person; otherwise what was sealed before stays. */
  readonly told: boolean;
}

/** What the state keeps of persons; absent in a petition that never named any. */
export interface PersonsState {
  readonly persons?: readonly SealedPerson[];
  /** All that were ever named, also those that an amendment left out. */
  readonly subjects?: readonly string[];
  readonly forgotten?: readonly string[];
}

const PLACEHOLDER = /\{\{([1-9]\d{0,2})\}\}/g;

/** The text with what `shown` gives for the person at each place; places that nobody has stay as they are. */
export function withPersons(text: string, shown: readonly string[]): string {
  return text.replaceAll(PLACEHOLDER, (as, place: string) => shown[Number(place) - 1] ?? as);
}

/** @throws DomainError PERSON_NOT_NAMED where the text points to nobody */
export function requirePersonsOf(content: string, persons: readonly unknown[]): void {
  if (persons.length === 0) return;
  const places = [...content.matchAll(PLACEHOLDER)].map(([, place]) => Number(place));
  const beyond = places.find((place) => place > persons.length);
  if (beyond === undefined) return;
  throw new DomainError(
    'PERSON_NOT_NAMED',
    `Nội dung có {{${beyond}}}, nhưng chỉ nêu ${persons.length} người.`,
    `The text says {{${beyond}}}, but only ${persons.length} are named.`,
    'content',
  );
}

/** The list after an amendment; undefined when it stays as it is. @throws DomainError UNKNOWN_PERSON */
export function amendedPersons(
  { persons = [] }: PersonsState,
  named: readonly NamedPerson[],
): readonly SealedPerson[] | undefined {
  const ids = named.map(({ subject }) => subject);
  const twice = ids.findIndex((subject, i) => ids.indexOf(subject) !== i);
  if (twice >= 0) throw personTwice(twice);
  const after = named.map(({ subject, known, told }, i): SealedPerson => {
    const before = persons.find((person) => person.subject === subject);
    if (known && !before) throw unknownPerson(subject, `persons.${i}.subject`);
    return told || !before ? { subject, sealed: '' } : before;
  });
  const same = after.length === persons.length && after.every((person, i) => person === persons[i]);
  return same ? undefined : after;
}

/** In any status: the wish to be forgotten does not wait until a case is open. */
export function forgetPersons(
  petition: LodgedPetition,
  data: { readonly subjects?: readonly string[]; readonly reason: string },
  at: DecisionContext,
): readonly PetitionEvent[] {
  const { subjects = [], forgotten = [] } = petition;
  const wanted = data.subjects ?? subjects;
  wanted.forEach((subject, i) => {
    if (!subjects.includes(subject)) throw unknownPerson(subject, `subjects.${i}`);
  });
  const reason = requireReason(data.reason);
  const left = [...new Set(wanted)].filter((subject) => !forgotten.includes(subject));
  return left.length === 0
    ? []
    : [{ type: 'PersonalDataForgotten', data: { subjects: left, reason, on: at.on } }];
}

/** The state after persons were named: by a lodging, a split, an amendment. */
export function naming(state: PersonsState, persons: readonly SealedPerson[] | undefined): PersonsState {
  if (!persons) return {};
  const subjects = [...new Set([...(state.subjects ?? []), ...persons.map(({ subject }) => subject)])];
  return { persons, subjects };
}

const personTwice = (i: number) =>
  new DomainError(
    'PERSON_TWICE',
    'Một người được nêu hai lần.',
    'Somebody is named twice.',
    `persons.${i}.subject`,
  );

const unknownPerson = (subject: string, field: string) =>
  new DomainError(
    'UNKNOWN_PERSON',
    `Kiến nghị này không nêu người có mã ${subject}.`,
    `This petition names nobody with the id ${subject}.`,
    field,
  );
