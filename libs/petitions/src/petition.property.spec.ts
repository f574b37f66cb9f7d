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
  SUCCESSOR,
  urgingLetters,
  named,
  terms,
  texts,
} from '../../../test/support/decider-properties.js';
import {
  type Petition,
  petition,
  PETITION_EVENTS,
  type PetitionCommand,
  type PetitionEvent,
} from './petition.js';

it('a petition holds together under any run of commands', () => {
  const seen = checkDecider(petition, opening, commands(), checkStep, 400);
  expect([...seen].sort()).toEqual(
    Object.keys(PETITION_EVENTS)
      .filter((type) => type !== 'PetitionSplitFrom')
      .sort(),
  );
});

const facts = { number: 'KN-2025-00001', subject: 'Giá đất', content: 'Giá đất', field: 'LAND' };
const opening: PetitionCommand[] = [
  {
    type: 'LodgePetition',
    data: { ...facts, raisedBy: '18040', competence: 'PROVINCE', receivedOn: '2025-10-14' },
    at: at('2025-10-14'),
  },
  {
    type: 'RoutePetition',
    data: { lead: 'STC', support: ['SNV'], term: '5 ngày làm việc' },
    at: at('2025-10-14'),
  },
];

/** An obligation's version is the number of events that touched it; what is over stays judged as it was. */
function checkStep(before: Petition, event: PetitionEvent, after: Petition): void {
  if (before.status === 'NONE' || after.status === 'NONE') return;
  const all = event.type === 'PetitionSplit' || event.type === 'PetitionWithdrawn';
  const touched = all
    ? before.obligations.filter(isOpen).map((o) => o.id)
    : named({ ...event.data }, event.type);
  assert.equal(new Set(after.obligations.map((o) => o.id)).size, after.obligations.length);
  assert.equal(after.receivedOn, before.receivedOn);
  // Whoever was named once can be forgotten for ever after, and nobody is forgotten who was not.
  assert.ok((before.subjects ?? []).every((subject) => after.subjects?.includes(subject)));
  assert.ok((after.forgotten ?? []).every((subject) => after.subjects?.includes(subject)));
  for (const o of before.obligations) {
    const now: Obligation | undefined = after.obligations.find(({ id }) => id === o.id);
    assert.equal(now?.version, o.version + (touched.includes(o.id) ? 1 : 0), `${event.type} and ${o.id}`);
    assert.deepStrictEqual(now?.rounds.slice(0, o.rounds.length - 1), o.rounds.slice(0, -1));
    assert.equal(now?.overallOriginalDueOn, o.overallOriginalDueOn);
  }
  const open = after.obligations.filter((o) => isOpen(o) && o.agency !== SUCCESSOR).map((o) => o.agency);
  assert.equal(new Set(open).size, open.length, 'an agency owes one thing at a time');
  assert.ok(after.status === 'OPEN' || !after.obligations.some(isOpen), 'nothing is open in what is closed');
}

function commands(): fc.Arbitrary<PetitionCommand> {
  const obligation = fc.constantFrom('1', '1', '1', '2', '3', '9');
  const on = { obligation };
  const facts = { subject: texts, content: texts, field: fc.constantFrom('LAND', 'LAND', 'X') };
  const answer = {
    kind: fc.constantFrom('FINAL' as const, 'INTERIM' as const),
    document: documents,
    category: fc.constantFrom('RESOLVED' as const, 'IN_PROGRESS' as const, 'NOT_RESOLVED' as const),
    nextOn: days,
    reason: texts,
  };
  const part = (n: number) =>
    fc.record({ petitionId: fc.constant(`p-${n}`), number: fc.constant(`KN-2025-0000${n}`), ...facts });
  const someone = fc.record({
    subject: fc.constantFrom('s-1', 's-2', 's-3'),
    known: fc.boolean(),
    // What is told is sealed, and the decider cannot see that it is the same again.
    told: fc.constant(false),
  });
  const kinds = {
    LodgePetition: fc.record({
      ...facts,
      number: fc.constant('KN-2025-00001'),
      raisedBy: fc.constant('18040'),
      competence: fc.constant('PROVINCE'),
      receivedOn: fc.constantFrom('2025-10-14', '2025-10-14', 'x'),
      persons: fc.constant([
        { subject: 's-1', sealed: '1' },
        { subject: 's-2', sealed: '2' },
      ]),
    }),
    AmendPetition: partial({ ...facts, reason: texts, persons: fc.array(someone, { maxLength: 2 }) }, [
      'reason',
    ]),
    ForgetPersonalData: partial({ subjects: fc.subarray(['s-1', 's-2', 's-3']), reason: texts }, ['reason']),
    SplitPetition: fc.record({ parts: fc.tuple(part(2), part(3)), reason: texts }),
    LinkAsRepeat: fc.record({ repeatOf: fc.constant('p-0'), repeatOfNumber: fc.constant('KN-2024-00001') }),
    RoutePetition: partial(
      { lead: agencyCodes, support: fc.array(agencyCodes, { maxLength: 2 }), term: terms },
      ['term'],
    ),
    TransferPetition: fc.record({ ...on, toAgency: agencyCodes, slip: documents, reason: texts }),
    RecordOralClarification: fc.record({ agency: agencyCodes, text: texts, heldOn: days }),
    RequestInformation: fc.record({
      ...on,
      fromAgencies: fc.array(agencyCodes, { maxLength: 2 }),
      document: documents,
      questions: texts,
    }),
    IssueWrittenAnswer: partial({ ...on, ...answer }, ['obligation', 'kind', 'document']),
    WithdrawWrittenAnswer: fc.record({ ...on, answerId: fc.constantFrom('1', '2'), reason: texts }),
    ReturnWrittenAnswer: fc.record({ ...on, reason: texts, term: terms }),
    AcceptWrittenAnswer: fc.record(on),
    DisputeWrittenAnswer: fc.record({ ...on, reason: texts }),
    ForwardToCentral: fc.record({ toAgency: fc.constant('BTC'), document: documents }),
    ReopenPetition: fc.record({ term: terms, reason: texts }),
    ClosePetition: partial({ overrideReason: texts }, []),
    RequestDueDateChange: fc.record({ ...on, proposedTerm: terms, reason: texts }),
    ChangeDueDate: fc.record({ ...on, term: terms, reason: texts, document: documents }),
    RefuseDueDateChange: fc.record({ ...on, reason: texts }),
    DeclineAssignment: fc.record({ ...on, reason: texts }),
    RefuseDecline: fc.record({ ...on, reason: texts }),
    TakeEscalationSteps: escalationSteps,
    RecordUrgingLetter: urgingLetters,
  };
  const usual = Object.entries(kinds).map(([type, data]) => ({
    weight:
      type === 'SplitPetition' || type === 'RecordUrgingLetter'
        ? 1
        : [
              'LodgePetition',
              'RoutePetition',
              'IssueWrittenAnswer',
              'AcceptWrittenAnswer',
              'ReopenPetition',
            ].includes(type)
          ? 16
          : 6,
    arbitrary: command(type, data),
  }));
  const withdraw = { weight: 1, arbitrary: command('WithdrawPetition', fc.record({ reason: texts })) };
  return fc.oneof(...usual, withdraw);
}

function command(type: string, data: fc.Arbitrary<unknown>): fc.Arbitrary<PetitionCommand> {
  return fc
    .tuple(data, decisionDays)
    .map(([facts, on]) => ({ type, data: facts, at: at(on) }) as PetitionCommand);
}

function partial(
  model: Record<string, fc.Arbitrary<unknown>>,
  requiredKeys: string[],
): fc.Arbitrary<unknown> {
  return fc.record(model, { requiredKeys });
}
