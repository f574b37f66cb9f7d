/** What handlers know of the sealing of personal data: the facts, and who seals and forgets. */

/** Under this name the handlers are given it; null where no key is set. */
export const PERSON_SEALING = 'PersonSealing';

/** What is said of one person. */
export interface PersonFacts {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  readonly idNumber?: string;
  readonly note?: string;
}

export interface Sealed {
  readonly subject: string;
  readonly sealed: string;
}

/** The facts, or why they cannot be read. */
export type Opened = { readonly facts: PersonFacts } | { readonly state: 'ERASED' | 'UNREADABLE' };

export interface PersonSealing {
  /** In the order asked for. Whatever is wrong with one of them, the others are read. */
  openAll(persons: readonly Sealed[]): Promise<Opened[]>;
  /** @throws DomainError PERSON_ERASED */
  seal(caseId: string, subject: string, facts: PersonFacts): Promise<string>;
  /** How many keys there were. */
  destroy(subjects: readonly string[]): Promise<number>;
}
