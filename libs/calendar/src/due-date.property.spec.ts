import fc from 'fast-check';
import type { CalendarDay } from './calendar-days.js';
import { dueDate, type DueInput, type Pause } from './due-date.js';
import { addDays, addMonths, isWeekend } from './local-date.js';
import type { Term } from './term.js';
import { workingCalendar } from './working-calendar.js';

const START = '2026-01-01';
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(START, n));
const start = day(0, 200);
const workingTerm = count('WORKING_DAYS', 40);
const dayTerm = fc.oneof(workingTerm, count('CALENDAR_DAYS', 60));
const amount = fc.oneof(dayTerm, count('WEEKS', 8), count('MONTHS', 4), count('YEARS', 2));
const fixed = fc.record({
  kind: fc.constant('DATE' as const),
  date: day(0, 500),
  reading: fc.constantFrom('BEFORE' as const, 'BY' as const, 'NO_LATER_THAN' as const),
});
const pauses = fc.array(
  fc.tuple(day(0, 300), fc.integer({ min: 0, max: 20 })).map(([from, n]) => ({ from, to: addDays(from, n) })),
  { maxLength: 6 },
);

/** Calendars with random days off and make-up days in 2026 and 2027; later years are undeclared. */
const calendar = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 729 }), fc.boolean()), {
    maxLength: 120,
    selector: ([n]) => n,
  })
  .map((picked) => {
    const days: CalendarDay[] = [];
    for (const [n, makeup] of picked) {
      const date = addDays(START, n);
      if (makeup && !isWeekend(date)) continue;
      days.push({ date, kind: makeup ? 'MAKEUP_WORK' : 'OFF', legalBasis: 'thử' });
    }
    return days;
  })
  .filter((days) => longestRun(days) <= 30)
  .map((days) => workingCalendar([2026, 2027], days));

describe('whatever the calendar, the pauses and the extensions', () => {
  it('is the n-th day that counts and is not paused, counted the plain way', () => {
    fc.assert(
      fc.property(start, dayTerm, pauses, calendar, (from, term, paused, cal) => {
        let left = (term as { count: number }).count;
        let end = from;
        const stopped = (date: string) => paused.some((pause) => pause.from <= date && date < pause.to);
        while (left > 0) {
          end = addDays(end, 1);
          if (!stopped(end) && (term.kind === 'CALENDAR_DAYS' || cal.isWorkingDay(end))) left--;
        }
        while (!cal.isWorkingDay(end) || stopped(end)) end = addDays(end, 1);
        expect(dueDate({ start: from, term, pauses: paused }, cal).dueOn).toBe(end);
      }),
      { numRuns: 200 },
    );
  });

  it('is a working day after the start, outside every pause, and the last day explained', () => {
    fc.assert(
      fc.property(
        start,
        fc.oneof(amount, fixed),
        pauses,
        amounts(),
        calendar,
        (from, term, paused, extensions, cal) => {
          const { dueOn, steps } = dueDate({ start: from, term, pauses: paused, extensions }, cal);
          expect(cal.isWorkingDay(dueOn!)).toBe(true);
          expect(steps.at(-1)!.date).toBe(dueOn);
          if (term.kind === 'DATE') return;
          expect(dueOn! > from).toBe(true);
          expect(paused.filter((pause) => pause.from <= dueOn! && dueOn! < pause.to)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the pauses, nor on that of the amounts granted', () => {
    fc.assert(
      fc.property(
        input(fc.oneof(amount, fixed), amounts()).chain((given) =>
          fc.tuple(fc.constant(given), shuffled(given.pauses!), shuffled(given.extensions!)),
        ),
        calendar,
        ([given, otherPauses, otherExtensions], cal) => {
          const other = { ...given, pauses: otherPauses, extensions: otherExtensions };
          expect(dueDate(other, cal)).toEqual(dueDate(given, cal));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('grows with a pause and with an extension, never shrinks', () => {
    fc.assert(
      fc.property(
        input(fc.oneof(amount, fixed), amounts()),
        amount,
        pauses,
        calendar,
        (given, more, stop, cal) => {
          const { dueOn } = dueDate(given, cal);
          const longer = dueDate({ ...given, pauses: [...given.pauses!, ...stop] }, cal).dueOn;
          const extended = dueDate({ ...given, extensions: [...given.extensions!, more] }, cal).dueOn;
          expect(longer! >= dueOn!).toBe(true);
          expect(extended! >= dueOn!).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('explains a day term with as many counted days as the term and its extensions have', () => {
    const own = (kind: 'WORKING_DAYS' | 'CALENDAR_DAYS') =>
      input(count(kind, 40), fc.array(count(kind, 20), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.oneof(own('WORKING_DAYS'), own('CALENDAR_DAYS')), calendar, (given, cal) => {
        const { steps } = dueDate(given, cal);
        const counted = steps.filter((step) => step.counted);
        const wanted = [given.term, ...given.extensions!].reduce(
          (sum, term) => sum + (term as { count: number }).count,
          0,
        );
        expect(counted.length).toBe(wanted);
        expect(steps.map(({ date }) => date)).toEqual(steps.map((_, index) => addDays(given.start, index)));
        expect(steps.filter(({ why, whyEn }) => why === '' || whyEn === '')).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('is the date granted last, when a date was granted last, rolled', () => {
    fc.assert(
      fc.property(start, amount, amounts(), fixed, calendar, (from, term, extensions, date, cal) => {
        const granted = { ...date, reading: 'BY' as const };
        const plain = dueDate({ start: from, term: granted }, cal).dueOn;
        expect(dueDate({ start: from, term, extensions: [...extensions, granted] }, cal).dueOn).toBe(plain);
      }),
    );
  });

  it('is provisional exactly when it asked about a year that nobody declared', () => {
    fc.assert(
      fc.property(day(500, 729), count('CALENDAR_DAYS', 300), calendar, (from, term, cal) => {
        const { dueOn, provisional } = dueDate({ start: from, term }, cal);
        const last = addDays(from, (term as { count: number }).count);
        expect(provisional).toBe(dueOn! >= '2028-01-01' || last >= '2028-01-01');
      }),
    );
  });
});

function count(kind: Extract<Term, { count: number }>['kind'], max: number): fc.Arbitrary<Term> {
  return fc.integer({ min: 1, max }).map((n) => ({ kind, count: n }));
}

function amounts(): fc.Arbitrary<Term[]> {
  return fc.array(amount, { maxLength: 4 });
}

function input(term: fc.Arbitrary<Term>, extensions: fc.Arbitrary<Term[]>): fc.Arbitrary<DueInput> {
  return fc.record({
    start,
    term,
    pauses,
    extensions,
    zero: fc.constant('event-day' as const),
  });
}

function shuffled<T extends Pause | Term>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function longestRun(days: readonly CalendarDay[]): number {
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  let longest = 0;
  let run = 0;
  for (let date = START; date < addMonths(START, 24); date = addDays(date, 1)) {
    const off = kinds.has(date) ? kinds.get(date) === 'OFF' : isWeekend(date);
    run = off ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
