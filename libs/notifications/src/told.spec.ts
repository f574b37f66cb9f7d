import type { SequencedEvent } from '#event-sourcing/projection.js';
import { type CaseFacts, evolveFacts } from './case-facts.js';
import { MANDATORY, mayBeTold, TOLD_EVENTS, toldBy } from './told.js';

const due = (dueOn: string | null) => ({ dueOn });
const event = (type: string, data: object) => ({ type, data }) as unknown as SequencedEvent;

const lodged = event('PetitionLodged', { number: 'KN-2025-00001', subject: 'Giá đất', raisedBy: '18040' });
const routed = event('PetitionRouted', {
  assignments: [
    { obligation: '1', agency: 'STC', role: 'LEAD', due: due('2025-11-05') },
    { obligation: '2', agency: 'SNV', role: 'SUPPORT', due: due('2025-11-05') },
  ],
  watchers: ['SXD'],
});
const issued = event('DirectiveIssued', {
  ...{ number: 'NV-2025-00001', subject: 'Trả lời', watchers: [] },
  assignments: [{ obligation: '1', agency: 'STC', role: 'LEAD', due: due('2025-11-05') }],
});
const fold = (events: readonly SequencedEvent[]) =>
  events.reduce<CaseFacts | undefined>(evolveFacts, undefined)!;

const told = (history: readonly SequencedEvent[], day = '2025-10-15', merged: Record<string, string> = {}) =>
  toldBy(history.at(-1)!, fold(history), day, (agency) => merged[agency] ?? agency);

const who = (history: readonly SequencedEvent[], merged?: Record<string, string>) =>
  told(history, '2025-10-15', merged)?.to.map(({ role, agency }) => `${role} ${agency}`.trim());

const step = (type: string, more: object) =>
  event(type, {
    ...{ obligation: '1', agency: 'STC', dueOn: '2025-11-05', on: '2025-10-27', daysLeft: 7 },
    ...{ tell: ['OFFICER'], by: ['SCREEN', 'MAIL'], skipped: [], ...more },
  });

const STC = ['department-officer STC', 'department-leader STC'];
const SNV = ['department-officer SNV', 'department-leader SNV'];
const OFFICE = 'office-coordinator';
const CHAIR = 'standing-vice-chairman';
const CLERK = 'commune-clerk 18040';

describe('whom an event tells', () => {
  const transferred = event('PetitionTransferred', {
    ...{ obligation: '1', toObligation: '3', fromAgency: 'STC', toAgency: 'SXD' },
  });
  it.each<[string, SequencedEvent[], string[] | undefined]>([
    ['routing', [lodged, routed], [...STC, ...SNV]],
    ['a directive', [issued], STC],
    ['a transfer', [lodged, routed, transferred], ['department-officer SXD', 'department-leader SXD']],
    ['an answer', [lodged, routed, event('WrittenAnswerIssued', { obligation: '1' })], [OFFICE, CLERK]],
    ['a completion', [issued, event('CompletionReported', { obligation: '1' })], [OFFICE]],
    ['a return', [lodged, routed, event('WrittenAnswerReturned', { obligation: '2', due: due(null) })], SNV],
    ['a dispute', [lodged, routed, event('WrittenAnswerDisputed', { obligation: '1' })], [OFFICE, ...STC]],
    ['an extension', [issued, event('DueDateChanged', { obligation: '1', due: due('2025-11-12') })], STC],
    ['a refusal', [issued, event('DueDateChangeRefused', { obligation: '1' })], STC],
    ['a request', [issued, event('DueDateChangeRequested', { obligation: '1' })], [OFFICE, CHAIR]],
    ['a withdrawal', [lodged, routed, event('PetitionWithdrawn', {})], [...STC, ...SNV]],
    ['a suspension', [issued, event('DirectiveSuspended', { obligations: ['1'] })], STC],
    ['an urging letter', [issued, event('UrgingLetterIssued', { obligation: '1' })], STC],
    ['a reminder', [issued, step('ObligationReminded', {})], [STC[0]!]],
    [
      'the red list',
      [issued, step('ObligationEscalated', { tell: ['STANDING_VICE_CHAIRMAN', 'OFFICE'] })],
      [CHAIR, OFFICE],
    ],
    ['lodging', [lodged], undefined],
    ['withdrawing before anybody was charged', [lodged, event('PetitionWithdrawn', {})], undefined],
    ['progress', [issued, event('ProgressReported', { obligation: '1' })], undefined],
  ])('%s', (_, history, expected) => {
    expect(who(history)).toEqual(expected);
  });

  it('is the successor of an agency that was merged', () => {
    expect(who([issued, step('ObligationReminded', {})], { STC: 'SKHDT' })).toEqual([
      'department-officer SKHDT',
    ]);
  });

  it('follows the obligation after a transfer', () => {
    const returned = event('WrittenAnswerReturned', { obligation: '3', due: due(null) });
    expect(who([lodged, routed, transferred, returned])).toEqual([
      'department-officer SXD',
      'department-leader SXD',
    ]);
  });
});

describe('how it tells', () => {
  it.each<[string, SequencedEvent, string, boolean]>([
    ['a reminder a week before', step('ObligationReminded', {}), '2025-10-27', false],
    ['a reminder on the day', step('ObligationReminded', { daysLeft: 0 }), '2025-11-05', true],
    ['overdue', step('ObligationBecameOverdue', { daysLeft: -1 }), '2025-11-06', false],
    ['an escalation', step('ObligationEscalated', { daysLeft: -1 }), '2025-11-06', true],
  ])('%s', (_, last, day, urgent) => {
    expect(told([issued, last], day)).toMatchObject({ urgent, dueOn: '2025-11-05', agency: 'STC' });
  });

  it('takes what is due on the very day for urgent', () => {
    expect(told([issued], '2025-11-05')).toMatchObject({ kind: 'ASSIGNED', urgent: true });
    expect(told([issued], '2025-11-04')).toMatchObject({ urgent: false });
  });

  it('keeps to the channels of the step', () => {
    expect(told([issued, step('ObligationReminded', { by: ['SCREEN'] })])?.by).toEqual(['SCREEN']);
  });

  it('lets nobody turn off escalations and urging letters', () => {
    expect([...MANDATORY].sort()).toEqual(['ESCALATED', 'SYSTEM', 'URGED']);
  });

  it('names every event that it knows', () => {
    expect(TOLD_EVENTS).toEqual(expect.arrayContaining(['ObligationEscalated', 'PetitionRouted']));
  });
});

describe('what one may not read', () => {
  const facts = fold([lodged, routed]);
  const same = (agency: string) => agency;
  it.each([
    ['department-officer', 'STC', true],
    ['department-officer', 'SXD', true],
    ['department-officer', 'SGTVT', false],
    ['commune-clerk', '18040', true],
    ['commune-clerk', '18028', false],
    ['auditor', 'TTR', true],
    ['administrator', 'VPUBND', false],
  ] as const)('%s of %s: told %s', (role, agency, expected) => {
    expect(mayBeTold({ role, agency }, facts, same)).toBe(expected);
  });

  it('is open to the successor of who had a part in it', () => {
    const successor = (agency: string) => (agency === 'STC' ? 'SKHDT' : agency);
    expect(mayBeTold({ role: 'department-leader', agency: 'SKHDT' }, facts, successor)).toBe(true);
  });
});
