import assert from 'node:assert/strict';
import fc from 'fast-check';
import { at } from '../../../test/support/cases.js';
import {
  agencyCodes,
  checkDecider,
  days,
  decisionDays,
  documents,
  texts,
} from '../../../test/support/decider-properties.js';
import { TASK_FORCE_EVENTS, taskForce, type TaskForceCommand } from './task-force.js';
import { WORKING_SESSION_EVENTS, workingSession, type WorkingSessionCommand } from './working-session.js';

interface Counted {
  readonly status: string;
  readonly version?: number;
}

/** Every event counts. */
function checkStep(before: Counted, event: { readonly type: string }, after: Counted): void {
  assert.equal(after.version, (before.version ?? 0) + 1, event.type);
}

it('a working session holds together under any run of commands', () => {
  const units = fc.uniqueArray(fc.constantFrom('18040', '18028'), { maxLength: 2 });
  const unit = fc.constantFrom('18040', '16690');
  const commands = fc.oneof(
    command<WorkingSessionCommand>('HoldWorkingSession', {
      heldOn: days,
      title: texts,
      place: texts,
      chair: fc.record({ post: texts }),
      units,
      participants: fc.array(agencyCodes, { maxLength: 3 }),
    }),
    command<WorkingSessionCommand>('RecordVisit', {
      unit,
      centre: texts,
      visitedOn: days,
      period: fc.record({ from: days, to: days }),
      dossiersReceived: fc.constantFrom(0, 2699, -1, 0.5, Number.NaN),
    }),
    command<WorkingSessionCommand>('RecordReport', { unit, summary: texts, document: documents }),
    command<WorkingSessionCommand>('GiveOrientation', { order: fc.integer({ min: 0, max: 5 }), text: texts }),
    command<WorkingSessionCommand>('IssueConclusionNotice', { document: documents }),
  );
  const hold: WorkingSessionCommand = {
    type: 'HoldWorkingSession',
    data: {
      heldOn: '2025-10-14',
      title: 'Làm việc với xã',
      place: 'Lam Thành',
      chair: { post: 'Phó Chủ tịch' },
      units: ['18040'],
      participants: [],
    },
    at: at('2025-10-14'),
  };
  const seen = checkDecider(workingSession, [hold], commands, checkStep);
  expect([...seen].sort()).toEqual(Object.keys(WORKING_SESSION_EVENTS).sort());
});

it('a task force holds together under any run of commands', () => {
  const member = fc.record({ agency: agencyCodes, post: texts }, { requiredKeys: [] });
  const members = fc.array(member, { maxLength: 2 });
  const commands = fc.oneof(
    command<TaskForceCommand>('EstablishTaskForce', {
      name: texts,
      head: fc.record({ post: texts }),
      document: documents,
      members,
      area: fc.array(agencyCodes, { maxLength: 2 }),
      from: days,
      to: fc.option(days),
    }),
    {
      weight: 8,
      arbitrary: command<TaskForceCommand>('ChangeTaskForceMembers', { added: members, removed: members }),
    },
    command<TaskForceCommand>('DissolveTaskForce', { reason: texts }),
  );
  const seen = checkDecider(taskForce, [], commands, checkStep);
  expect([...seen].sort()).toEqual(Object.keys(TASK_FORCE_EVENTS).sort());
});

function command<C>(type: string, model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<C> {
  return fc.tuple(fc.record(model), decisionDays).map(([data, on]) => ({ type, data, at: at(on) }) as C);
}
