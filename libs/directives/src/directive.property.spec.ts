import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpen, type Obligation } from '#obligations/obligation.js';
import { at } from '../../../test/support/cases.js';
import {
  agencyCodes,
  checkDecider,
  days,
  decisionDays,
  documents,
  escalationSteps,
  urgingLetters,
  named,
  terms,
  texts,
} from '../../../test/support/decider-properties.js';
import {
  type Directive,
  directive,
  DIRECTIVE_EVENTS,
  type DirectiveCommand,
  type DirectiveEvent,
} from './directive.js';

it('a directive holds together under any run of commands', () => {
  const seen = checkDecider(directive, opening, commands(), checkStep, 400);
  expect([...seen].sort()).toEqual(Object.keys(DIRECTIVE_EVENTS).sort());
});

const facts = { number: 'NV-2025-00001', subject: 'Rà soát', content: 'Rà soát', field: 'LAND', priority: 0 };
const opening: DirectiveCommand[] = [
  {
    type: 'IssueDirective',
    data: { ...facts, issuer: { post: 'Chủ tịch' }, lead: 'STC', support: ['SNV'], term: '5 ngày làm việc' },
    at: at('2025-10-14'),
  },
];

/** An obligation's version is the number of events that touched it; what is over stays judged as it was. */
function checkStep(before: Directive, event: DirectiveEvent, after: Directive): void {
  if (before.status === 'NONE' || after.status === 'NONE') return;
  const touched = named({ ...event.data }, event.type);
  assert.equal(new Set(after.obligations.map((o) => o.id)).size, after.obligations.length);
  for (const o of before.obligations) {
    const now: Obligation | undefined = after.obligations.find(({ id }) => id === o.id);
    assert.equal(now?.version, o.version + (touched.includes(o.id) ? 1 : 0), `${event.type} and ${o.id}`);
    assert.deepStrictEqual(now?.rounds.slice(0, o.rounds.length - 1), o.rounds.slice(0, -1));
    assert.ok(isOpen(now!) || now?.suspendedOn === null, 'what is over is not suspended');
  }
  assert.ok(after.status === 'OPEN' || !after.obligations.some(isOpen), 'nothing is open in what is closed');
}

function commands(): fc.Arbitrary<DirectiveCommand> {
  const on = { obligation: fc.constantFrom('1', '1', '1', '2', '3', '9') };
  const some = fc.array(fc.constantFrom('1', '2', '9'), { maxLength: 3 });
  const percent = fc.constantFrom(0, 50, 101, Number.NaN);
  const kinds: Record<string, fc.Arbitrary<unknown>> = {
    IssueDirective: partial(
      {
        number: fc.constant('NV-2025-00001'),
        subject: texts,
        content: texts,
        field: fc.constantFrom('LAND', 'LAND', 'X'),
        priority: fc.constantFrom(0, 1, 4),
        issuer: fc.record({ post: texts }),
        lead: agencyCodes,
        support: fc.uniqueArray(agencyCodes, { maxLength: 2 }),
        each: fc.uniqueArray(agencyCodes, { maxLength: 3 }),
        term: terms,
      },
      ['number', 'subject', 'content', 'field', 'priority', 'issuer', 'term'],
    ),
    AcknowledgeDirective: fc.record(on),
    ReportProgress: partial({ ...on, text: texts, percent, nextOn: days, document: documents }, [
      'obligation',
      'text',
    ]),
    ReportCompletion: partial(
      { ...on, document: documents, category: fc.constantFrom('RESOLVED', 'IN_PROGRESS'), nextOn: days },
      ['obligation', 'document'],
    ),
    WithdrawCompletion: fc.record({ ...on, answerId: fc.constantFrom('1', '2'), reason: texts }),
    ReturnCompletion: fc.record({ ...on, reason: texts, term: terms }),
    AcceptCompletion: fc.record(on),
    ReassignDirective: fc.record({ ...on, toAgency: agencyCodes, document: documents, reason: texts }),
    SuspendDirective: partial({ obligations: some, stopOn: days, reason: texts }, ['stopOn', 'reason']),
    ResumeDirective: partial({ obligations: some, restartOn: days }, ['restartOn']),
    CancelDirective: partial({ obligations: some, reason: texts, document: documents }, [
      'reason',
      'document',
    ]),
    ReopenDirective: partial({ obligations: some, term: terms, reason: texts }, ['term', 'reason']),
    CloseDirective: partial({ overrideReason: texts }, []),
    RequestDueDateChange: fc.record({ ...on, proposedTerm: terms, reason: texts }),
    ChangeDueDate: fc.record({ ...on, term: terms, reason: texts, document: documents }),
    RefuseDueDateChange: fc.record({ ...on, reason: texts }),
    DeclineAssignment: fc.record({ ...on, reason: texts }),
    RefuseDecline: fc.record({ ...on, reason: texts }),
    TakeEscalationSteps: escalationSteps,
    RecordUrgingLetter: urgingLetters,
  };
  const often = ['IssueDirective', 'ReportCompletion', 'AcceptCompletion'];
  return fc.oneof(
    ...Object.entries(kinds).map(([type, data]) => ({
      weight: often.includes(type) ? 16 : ['CancelDirective', 'RecordUrgingLetter'].includes(type) ? 1 : 6,
      arbitrary: command(type, data),
    })),
  );
}

function command(type: string, data: fc.Arbitrary<unknown>): fc.Arbitrary<DirectiveCommand> {
  return fc
    .tuple(data, decisionDays)
    .map(([facts, on]) => ({ type, data: facts, at: at(on) }) as DirectiveCommand);
}

function partial(
  model: Record<string, fc.Arbitrary<unknown>>,
  requiredKeys: string[],
): fc.Arbitrary<unknown> {
  return fc.record(model, { requiredKeys });
}
