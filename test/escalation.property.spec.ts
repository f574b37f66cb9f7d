/** What holds for the ladder of any history, however the clock ticks. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '#calendar/local-date.js';
import { chased } from '#obligations/escalation.js';
import { DEFAULT_ESCALATION_POLICY } from '#obligations/escalation-policy.js';
import { foresee } from '#obligations/forecast.js';
import { rungKey } from '#obligations/escalation.js';
import { calendar, letter } from './support/cases.js';
import { type Act, type Day, stateOf, steps, tell, type Told } from './support/chasing.js';

const FIRST = '2025-10-20';
const facts = { number: 'NV-2025-00001', subject: 'Rà soát', content: 'Rà soát', field: 'LAND', priority: 0 };
const day = (n: number) => addDays(FIRST, n);

let number = 0;
const doc = (on: string, agency = 'STC') => letter(String(++number), on, agency);
const on = { obligation: '1' };
const acts: readonly ((on: string) => Act)[] = [
  () => ({ type: 'ReportProgress', data: { ...on, text: `Tiến độ ${++number}` } }),
  (at) => ({ type: 'ReportCompletion', data: { ...on, document: doc(at) } }),
  () => ({ type: 'ReturnCompletion', data: { ...on, reason: 'Thiếu', term: 'KEEP' } }),
  () => ({ type: 'ReturnCompletion', data: { ...on, reason: 'Thiếu', term: '5 ngày làm việc' } }),
  () => ({ type: 'AcceptCompletion', data: on }),
  (at) => ({
    type: 'ChangeDueDate',
    data: { ...on, term: '5 ngày làm việc', reason: 'Khó', document: doc(at, 'UBND') },
  }),
  (at) => ({
    type: 'ChangeDueDate',
    data: { ...on, term: 'đến ngày 28/11/2025', reason: 'Khó', document: doc(at, 'UBND') },
  }),
  (at) => ({ type: 'SuspendDirective', data: { stopOn: at, reason: 'Chờ' } }),
  (at) => ({ type: 'ResumeDirective', data: { restartOn: at } }),
  (at) => ({
    type: 'ReassignDirective',
    data: { ...on, toAgency: 'SXD', document: doc(at, 'UBND'), reason: 'Đúng việc' },
  }),
  (at) => ({ type: 'CancelDirective', data: { reason: 'Trùng', document: doc(at, 'UBND') } }),
];

/** What happens when, over three months, in the order of the days. */
const histories = fc
  .record({
    term: fc.constantFrom('5 ngày làm việc', '15 ngày làm việc', '1 tháng', 'không thời hạn'),
    what: fc.array(fc.tuple(fc.nat(90), fc.nat(acts.length - 1)), { maxLength: 8 }),
  })
  .map(({ term, what }): Day[] => {
    const issued: Act = {
      type: 'IssueDirective',
      data: { ...facts, issuer: { post: 'Chủ tịch' }, lead: 'STC', term },
    };
    const later = what
      .toSorted(([a], [b]) => a - b)
      .map(([n, which]) => ({ at: `${day(n)}T05:00:00.000Z`, act: acts[which]!(day(n)) }));
    return [{ at: `${FIRST}T01:00:00.000Z`, act: issued }, ...later];
  });

/** The history with ticks at the beginning of these days, each as often as it is named. */
function ticking(history: readonly Day[], days: readonly number[]): Day[] {
  const ticks = days.map((n): Day => ({ at: day(n), tick: true }));
  const instant = ({ at }: Day) => Date.parse(at.length > 10 ? at : `${at}T00:00:00+07:00`);
  return [...history, ...ticks].toSorted((a, b) => instant(a) - instant(b));
}

/** Acts that the rules refuse have not happened. */
const told = (days: readonly Day[]): Told[] => tell('directive', days, { lenient: true });

const everyDay = Array.from({ length: 100 }, (_, n) => n);
const schedules = fc.array(fc.nat(99), { minLength: 1, maxLength: 60 });

/** Steps with those they have overtaken, by obligation and due date. */
function touched(all: readonly Told[]): string[] {
  return all.flatMap(({ event }) => {
    if (!('step' in event.data)) return [];
    const { obligation, dueOn, silentSince, step, skipped } = event.data;
    return [step, ...skipped].map((one) => `${obligation} ${dueOn ?? silentSince} ${one}`);
  });
}

const RUNS = { seed: 20251020, numRuns: 150 };

it('a step is taken or overtaken at most once for an obligation and due date', () => {
  fc.assert(
    fc.property(histories, schedules, (history, schedule) => {
      const steps = touched(told(ticking(history, schedule)));
      assert.equal(new Set(steps).size, steps.length, steps.join('\n'));
    }),
    RUNS,
  );
});

it('a clock that ticks more often than daily does nothing else than one that ticks daily', () => {
  fc.assert(
    fc.property(histories, schedules, (history, extra) => {
      const often = ticking(
        history,
        [...everyDay, ...extra].sort((a, b) => a - b),
      );
      assert.deepStrictEqual(steps(told(often)), steps(told(ticking(history, everyDay))));
    }),
    RUNS,
  );
});

it('when everything has been caught up with, how far it has come does not depend on how often the clock ticked', () => {
  let chasedAtAll = 0;
  fc.assert(
    fc.property(histories, schedules, (history, schedule) => {
      const standing = (days: readonly number[]) => {
        const state = stateOf('directive', told(ticking(history, [...days, 120])));
        if (state.status === 'NONE') return [];
        return state.obligations.map((o) => {
          const one = chased(o, { kind: 'DIRECTIVE', priority: 0 });
          if (one?.level != null) chasedAtAll += 1;
          return { level: one?.level ?? null, dueOn: one?.dueOn ?? null };
        });
      };
      assert.deepStrictEqual(standing(schedule), standing(everyDay));
    }),
    RUNS,
  );
  expect(chasedAtAll).toBeGreaterThan(50);
});

it('a forecast is what the clock then does, when nothing else happens', () => {
  let foreseen = 0;
  fc.assert(
    fc.property(histories, schedules, (history, schedule) => {
      const from = 91;
      const before = ticking(
        history,
        schedule.filter((n) => n < from),
      );
      const state = stateOf('directive', told(before));
      if (state.status !== 'OPEN') return;
      const ahead = state.obligations.flatMap((o) => {
        const one = chased(o, { kind: 'DIRECTIVE', priority: 0 });
        if (!one) return [];
        const { steps: taken } = foresee(
          [DEFAULT_ESCALATION_POLICY],
          one,
          calendar,
          day(from),
          day(from + 60),
        );
        return taken.map(({ on: when, rung }) => `${when} ${o.id} ${rungKey(rung)}`);
      });
      foreseen += ahead.length;
      const days = Array.from({ length: 61 }, (_, n) => from + n);
      const all = told([...before, ...days.map((n) => ({ at: day(n), tick: true }))]);
      const done = all.slice(told(before).length).flatMap(({ on: when, event }) => {
        return 'step' in event.data ? [`${when} ${event.data.obligation} ${event.data.step}`] : [];
      });
      assert.deepStrictEqual(ahead.sort(), done.sort());
    }),
    RUNS,
  );
  expect(foreseen).toBeGreaterThan(100);
});
