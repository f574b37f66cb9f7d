import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AGENCY_EVENTS, agency } from '#agencies/agency.js';
import { calendarYear } from '#calendar/calendar-year.js';
import { type Directive, directive } from '#directives/directive.js';
import { fold } from '#event-sourcing/decider.js';
import { toStoredForm } from '#event-sourcing/stored-form.js';
import { currentRound, isOpen, type Obligation, workflowState } from '#obligations/obligation.js';
import { termState } from '#obligations/term-state.js';
import { type Petition, petition } from '#petitions/petition.js';
import * as directiveModule from '#directives/directive.js';
import * as petitionModule from '#petitions/petition.js';
import { WORKING_SESSION_EVENTS, workingSession } from '#working-sessions/working-session.js';
import { type Batch, DEFAULT_TO, generateEvents } from './generate.js';

/** What the clock raises when it looks at what was generated, and what is about citizens, of whom none is invented. */
const NOT_INVENTED = new Set([
  'ObligationInherited',
  'ObligationReminded',
  'ObligationBecameOverdue',
  'ObligationEscalated',
  'EscalationCleared',
  'PersonalDataForgotten',
  'UrgingLetterIssued',
]);

describe('a generated register of 2,000 cases', () => {
  const batches = [...generateEvents({ cases: 2_000, seed: 7 })];
  const events = batches.flatMap((batch) => batch.events);
  const streams = groupBy(batches, (batch) => batch.stream);
  const eventsOf = (stream: string) => (streams.get(stream) ?? []).flatMap((batch) => batch.events);
  const named = (prefix: string) => [...streams.keys()].filter((stream) => stream.startsWith(prefix));

  it('has exactly so many cases', () => {
    expect(named('petition-').length + named('directive-').length).toBe(2_000);
    expect(events.filter((event) => event.type === 'NumberTaken')).toHaveLength(2_000);
  });

  it('names the version that each stream stands at', () => {
    const versions = new Map<string, number>();
    const wrong: string[] = [];
    for (const { stream, expected, events: more } of batches) {
      const version = versions.get(stream) ?? 0;
      if (expected !== (version === 0 ? 'none' : version)) wrong.push(stream);
      versions.set(stream, version + more.length);
    }
    expect(wrong).toEqual([]);
  });

  it('gives every event an id of its own and a time that never goes back', () => {
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    const times = events.map((event) => event.meta.recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(events.every((event) => event.meta.occurredOn <= DEFAULT_TO)).toBe(true);
  });

  it('can be stored as it is', () => {
    for (const batch of batches) {
      expect(toStoredForm(batch.stream, batch.expected, batch.events).ids).toHaveLength(batch.events.length);
    }
  });

  it.each([
    ['petition', petitionModule, 'PETITION_EVENTS'],
    ['directive', directiveModule, 'DIRECTIVE_EVENTS'],
    ['agency', { AGENCY_EVENTS: { AgencyEstablished: AGENCY_EVENTS.AgencyEstablished } }, 'AGENCY_EVENTS'],
    ['working session', { WORKING_SESSION_EVENTS }, 'WORKING_SESSION_EVENTS'],
  ])('has every event type of a %s', (_kind, module, name) => {
    const known = Object.keys((module as Record<string, Record<string, number>>)[name] ?? {});
    expect(known.length).toBeGreaterThan(0);
    const seen = new Set(events.map((event) => event.type));
    expect(known.filter((type) => !seen.has(type) && !NOT_INVENTED.has(type))).toEqual([]);
  });

  it('folds without loss: every event is of its stream and changes it', () => {
    const lost: string[] = [];
    const deciders = {
      petition,
      directive,
      agency,
      calendar: calendarYear,
      'working-session': workingSession,
    };
    for (const [kind, decider] of Object.entries(deciders)) {
      for (const stream of named(`${kind}-`)) {
        let state: unknown = decider.initialState;
        for (const event of eventsOf(stream)) {
          const next: unknown = (decider.evolve as (s: unknown, e: unknown) => unknown)(state, event);
          if (isDeepStrictEqual(next, state)) lost.push(`${event.type} in ${stream}`);
          state = next;
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it('counts case numbers on from 1 without a gap', () => {
    const first = (stream: string) => eventsOf(stream)[0]?.data as { number: string; receivedOn?: string };
    const numbers = [...named('petition-'), ...named('directive-')].map((stream) => first(stream).number);
    const byYear = groupBy(numbers, (number) => number.slice(0, 8));
    for (const [prefix, taken] of byYear) {
      const expected = taken.map((_, i) => `${prefix}${String(i + 1).padStart(5, '0')}`);
      expect(taken.toSorted()).toEqual(expected);
    }
    const years = [2023, 2024, 2025, 2026];
    const prefixes = years.flatMap((year) => [`KN-${year}-`, `NV-${year}-`]);
    expect([...byYear.keys()]).toEqual(expect.arrayContaining(prefixes));
  });

  it('brings about every workflow state and every term state', () => {
    const owed: Obligation[] = [
      ...named('petition-').map((s) => fold(petition, eventsOf(s) as never) as Petition),
      ...named('directive-').map((s) => fold(directive, eventsOf(s) as never) as Directive),
    ].flatMap((state) => (state.status === 'NONE' ? [] : state.obligations));
    const share = (test: (o: Obligation) => boolean) => owed.filter(test).length / owed.length;
    expect(new Set(owed.map(workflowState)).size).toBe(9);
    const terms = owed
      .filter((o) => isOpen(o) || o.workflow === 'ACCEPTED')
      .map((o) => {
        const { due, verdict } = currentRound(o);
        const completedOn = o.workflow === 'ACCEPTED' ? (verdict?.answeredOn ?? null) : null;
        return termState({ dueOn: due.dueOn, completedOn, clockStoppedOn: o.suspendedOn }, DEFAULT_TO);
      });
    expect(new Set(terms).size).toBe(6);
    // Most of what years brought in is done; some of it is still owed.
    expect(share((o) => o.workflow === 'ACCEPTED')).toBeGreaterThan(0.6);
    expect(share(isOpen)).toBeGreaterThan(0.05);
  });
});

describe('the generator', () => {
  const digest = (batches: Iterable<Batch>) => {
    const hash = createHash('sha256');
    for (const batch of batches) hash.update(JSON.stringify(batch));
    return hash.digest('hex');
  };

  it('gives the same bytes for the same seed, and others for another', () => {
    const [once, again, other] = [3, 3, 4].map((seed) => digest(generateEvents({ cases: 300, seed })));
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it('numbers on from what a register has already, and leaves its agencies alone', () => {
    const numbered = new Map([['numbering-KN-2025', 12]]);
    const has = (stream: string) => stream === 'agency-SNV';
    const period = { from: '2025-02-03', to: '2025-03-31' };
    const batches = [...generateEvents({ cases: 40, seed: 1, ...period, numbered, has })];
    const numbering = batches.find(({ stream }) => stream === 'numbering-KN-2025');
    const lodged = batches.flatMap((b) => b.events).find(({ type }) => type === 'PetitionLodged');
    expect(numbering?.expected).toBe(12);
    expect(lodged?.data).toMatchObject({ number: 'KN-2025-00013' });
    const streams = batches.map(({ stream }) => stream);
    expect(streams).not.toContain('agency-SNV');
    expect(streams).toContain('agency-STC');
  });

  it('gives out what a day brought before it turns to the next, so that memory stays flat', () => {
    const first = generateEvents({ cases: 1_000_000, seed: 1 }).next();
    expect(first.value).toMatchObject({ expected: 'none' });
  });
});

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
