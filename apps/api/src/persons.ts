/**
 * Citizens whom petitions name, on their way in and out. In: an id for each, what is said of them beside the command
 * and never in it. Out: opened for those who answer them, and for everyone else a mark in their place.
 */
import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { type Acting, readsPersons } from '#identity/policy.js';
import type { LodgedPetition } from '#petitions/petition.js';
import { type NamedPerson, type SealedPerson, withPersons } from '#petitions/petition-persons.js';
import { PERSON_SEALING, type PersonFacts } from '#privacy/person-sealing.js';
import type { PersonVault } from '#privacy/person-vault.js';
import type { CaseView } from '#register/register.types.js';
import type { AmendedPersonDto } from './dto/persons.dto.js';
import { Problem } from './problem.js';

export type Told = ReadonlyMap<string, PersonFacts>;

const MARKS = {
  SEALED: { vi: '(dữ liệu cá nhân được niêm phong)', en: '(personal data, sealed)' },
  ERASED: { vi: '(đã xóa dữ liệu cá nhân)', en: '(personal data erased)' },
  UNREADABLE: { vi: '(dữ liệu cá nhân không mở được)', en: '(personal data that cannot be opened)' },
} as const;

export type ShownPerson = { readonly subject: string; readonly place: string } & (
  | ({ readonly state: 'READABLE' } & PersonFacts)
  | { readonly state: keyof typeof MARKS; readonly vi: string; readonly en: string }
);

@Injectable()
export class Persons {
  constructor(@Inject(PERSON_SEALING) private readonly vault: PersonVault | null) {}

  /** @throws Problem PRIVACY_KEY_MISSING */
  private require(): PersonVault {
    if (this.vault) return this.vault;
    throw new Problem(
      503,
      'PRIVACY_KEY_MISSING',
      'Máy chủ chưa có khóa niêm phong dữ liệu cá nhân (PRIVACY_KEY hoặc DATA_DIR).',
      'The server has no key to seal personal data with (PRIVACY_KEY or DATA_DIR).',
      { field: 'persons' },
    );
  }

  /** A body as it may be hashed and kept: a hash of a name in the clear would tell it to whoever guesses it. */
  hashable(body: unknown): unknown {
    const { persons } = (body ?? {}) as { persons?: unknown };
    if (!Array.isArray(persons) || persons.length === 0) return body;
    return { ...(body as object), persons: this.require().fingerprint(JSON.stringify(persons)) };
  }

  /** @throws Problem PERSON_NAME_REQUIRED, PRIVACY_KEY_MISSING */
  named(
    { commandId }: CommandMeta,
    { persons = [] }: { persons?: readonly AmendedPersonDto[] },
  ): { named: readonly NamedPerson[]; told: Told } {
    const told = new Map<string, PersonFacts>();
    const named = persons.map(({ subject, ...facts }, i): NamedPerson => {
      // A retry names the same person again.
      const id = subject?.toLowerCase() ?? uuidv5(`person ${i + 1}`, commandId);
      const tells = Object.keys(facts).length > 0;
      if (facts.name === undefined && (tells || subject === undefined)) throw nameRequired(i);
      if (tells) told.set(id, facts as PersonFacts);
      return { subject: id, known: subject !== undefined, told: tells };
    });
    if (told.size > 0) this.require();
    return { named, told };
  }

  /** A petition with its citizens as the reader may see them, and its text with them in their places. */
  async inView(view: CaseView, reader: Acting): Promise<object> {
    if (view.kind !== 'PETITION') return view;
    const { persons: sealed, ...state } = view.state;
    if (!sealed) return view;
    const persons = await this.shown(sealed, view.state, reader);
    return { ...view, state, persons, contentShown: withPersons(state.content, persons.map(nameOf)) };
  }

  /** What an event says, likewise. */
  async inEvent(data: object, petition: LodgedPetition, reader: Acting): Promise<object> {
    const { persons } = data as { persons?: readonly SealedPerson[] };
    return persons ? { ...data, persons: await this.shown(persons, petition, reader) } : data;
  }

  private async shown(
    persons: readonly SealedPerson[],
    petition: LodgedPetition,
    reader: Acting,
  ): Promise<ShownPerson[]> {
    const mayRead = readsPersons(reader, petition);
    const opened = (mayRead && (await this.vault?.openAll(persons))) || [];
    return persons.map(({ subject }, i) => {
      const known = { subject, place: `{{${i + 1}}}` };
      const mark = (state: keyof typeof MARKS) => ({ ...known, state, ...MARKS[state] });
      if (petition.forgotten?.includes(subject)) return mark('ERASED');
      if (!mayRead) return mark('SEALED');
      const found = opened[i] ?? { state: 'UNREADABLE' };
      return 'facts' in found ? { ...known, state: 'READABLE', ...found.facts } : mark(found.state);
    });
  }
}

const nameOf = (person: ShownPerson): string =>
  person.state === 'READABLE' ? person.name : `${person.vi} / ${person.en}`;

const nameRequired = (i: number) =>
  new Problem(422, 'PERSON_NAME_REQUIRED', 'Phải nêu họ tên.', 'The name is required.', {
    field: `persons.${i}.name`,
  });
