import { given } from '#event-sourcing/given.js';
import { after, at, due, letter } from '../../../test/support/cases.js';
import { type LodgedPetition, petition, type PetitionCommand, type PetitionEvent } from './petition.js';

const the = given(petition);

describe('a petition that is not there', () => {
  it('is lodged with the day it was received', () => {
    the([])
      .when({ type: 'LodgePetition', data: facts, at: at('2025-10-15') })
      .then([lodged]);
  });

  it.each([
    [{ receivedOn: '2025-10-16' }, 'DATE_IN_FUTURE', 'receivedOn'],
    [{ receivedOn: '15/10/2025' }, 'DATE_INVALID', 'receivedOn'],
    [{ field: 'LANDS' }, 'UNKNOWN_FIELD', 'field'],
    [{ field: '' }, 'UNKNOWN_FIELD', 'field'],
    [{ subject: '  ' }, 'TEXT_REQUIRED', 'subject'],
    [{ content: '' }, 'TEXT_REQUIRED', 'content'],
  ])('is refused with %j', (change, code, field) => {
    the([])
      .when({ type: 'LodgePetition', data: { ...facts, ...change }, at: at('2025-10-15') })
      .thenRefused(code, field);
  });

  it('cannot be routed', () => {
    the([]).when(route({})).thenRefused('UNKNOWN_PETITION');
  });
});

describe('a lodged petition', () => {
  it('lodged again changes nothing; another one under its id is refused', () => {
    the([lodged])
      .when({ type: 'LodgePetition', data: facts, at: at('2025-10-16') })
      .thenNothing();
    the([lodged])
      .when({ type: 'LodgePetition', data: { ...facts, raisedBy: '18028' }, at: at('2025-10-16') })
      .thenRefused('PETITION_EXISTS');
  });

  it('is amended by what really changed', () => {
    const data = { subject: facts.subject, field: 'BUDGET', reason: 'Ghi nhầm lĩnh vực' };
    the([lodged])
      .when({ type: 'AmendPetition', data, at: at('2025-10-16') })
      .then([{ type: 'PetitionAmended', data: { field: 'BUDGET', reason: 'Ghi nhầm lĩnh vực' } }]);
    the([lodged])
      .when({ type: 'AmendPetition', data: { subject: facts.subject, reason: '' }, at: at('2025-10-16') })
      .thenNothing();
  });

  it('is not amended to nothing', () => {
    const amend = (data: object) =>
      the([lodged]).when({ type: 'AmendPetition', data: { reason: 'x', ...data }, at: at('2025-10-16') });
    amend({ subject: ' ' }).thenRefused('TEXT_REQUIRED', 'subject');
    amend({ field: 'X' }).thenRefused('UNKNOWN_FIELD', 'field');
    amend({ field: 'BUDGET', reason: ' ' }).thenRefused('REASON_REQUIRED', 'reason');
  });

  it('is linked to the petition that it repeats, never to itself', () => {
    const link = (repeatOf: string, repeatOfNumber: string, history: PetitionEvent[] = [lodged]) =>
      the(history).when({ type: 'LinkAsRepeat', data: { repeatOf, repeatOfNumber }, at: at('2025-10-16') });
    const linked = { repeatOf: 'p-0', repeatOfNumber: 'KN-2024-00031' };
    link('p-0', 'KN-2024-00031').then([{ type: 'PetitionLinkedAsRepeat', data: linked }]);
    link('p-0', 'KN-2024-00031', [lodged, { type: 'PetitionLinkedAsRepeat', data: linked }]).thenNothing();
    link('p-1', 'KN-2025-00001').thenRefused('REPEAT_OF_ITSELF');
  });

  it('is split into parts, each with its own field', () => {
    const split = (parts: object[]) =>
      the([lodged]).when({
        type: 'SplitPetition',
        data: { parts: parts as never, reason: 'Hai việc khác nhau' },
        at: at('2025-10-16'),
      });
    split(twoParts).then([
      { type: 'PetitionSplit', data: { parts: twoParts, reason: 'Hai việc khác nhau', on: '2025-10-16' } },
    ]);
    split([twoParts[0]!]).thenRefused('SPLIT_NEEDS_TWO_PARTS');
    split([twoParts[0]!, { ...twoParts[1], field: undefined }]).thenRefused('UNKNOWN_FIELD', 'parts.1.field');
    split([twoParts[0]!, { ...twoParts[1], subject: '' }]).thenRefused('TEXT_REQUIRED', 'parts.1.subject');
    split([twoParts[0]!, twoParts[0]!]).thenRefused('PART_TWICE');
  });

  it('is withdrawn, and then nothing more is done about it', () => {
    const history = after(petition, [lodged, routed], {
      type: 'WithdrawPetition',
      data: { reason: 'Xã tự giải quyết' },
      at: at('2025-10-20'),
    });
    const state = the(history).state() as LodgedPetition;
    expect(state.status).toBe('WITHDRAWN');
    expect(state.obligations[0]).toMatchObject({ workflow: 'WITHDRAWN', endedOn: '2025-10-20' });
    the(history)
      .when(route({ support: ['SNV'] }))
      .thenRefused('PETITION_NOT_OPEN');
  });

  it('compares the version of the petition, and only that of the petition', () => {
    const history = [lodged, routed, { type: 'AssignmentDeclined' as const, data: declinedData }];
    const amend = (expectedVersion: number) =>
      the(history).when({
        type: 'AmendPetition',
        data: { expectedVersion, field: 'BUDGET', reason: 'Sửa' },
        at: at('2025-10-17'),
      });
    expect(amend(2).events()).toHaveLength(1);
    expect(amend(1).thenRefused('STALE_VERSION').details).toEqual({ expectedVersion: 1, currentVersion: 2 });
    amend(3).thenRefused('STALE_VERSION');
  });
});

describe('routing', () => {
  it('gives the lead and each supporter an obligation, and watchers none', () => {
    the([lodged])
      .when(route({ lead: 'STC', support: ['SNV'], watch: ['TTR'], supportTerm: '5 ngày làm việc' }))
      .then([
        {
          type: 'PetitionRouted',
          data: {
            assignments: [
              { obligation: '1', agency: 'STC', role: 'LEAD', due: fifteen },
              {
                obligation: '2',
                agency: 'SNV',
                role: 'SUPPORT',
                due: due('5 ngày làm việc', '2025-10-15', '2025-10-22'),
              },
            ],
            watchers: ['TTR'],
            on: '2025-10-15',
          },
        },
      ]);
  });

  it('needs one lead, and has it once', () => {
    the([lodged]).when(route({})).thenRefused('LEAD_REQUIRED', 'lead');
    the([lodged, routed])
      .when(route({ lead: 'STC' }))
      .thenRefused('ALREADY_ROUTED', 'lead');
    the([lodged, routed])
      .when(route({ lead: 'SNV' }))
      .thenRefused('ALREADY_ROUTED', 'lead');
  });

  it('names nobody twice, now or later', () => {
    the([lodged])
      .when(route({ lead: 'STC', support: ['STC'] }))
      .thenRefused('AGENCY_TWICE');
    the([lodged, routed])
      .when(route({ support: ['STC'] }))
      .thenRefused('AGENCY_TWICE');
    the([lodged, routed])
      .when(route({ support: ['SNV'], watch: ['SNV'] }))
      .thenRefused('AGENCY_TWICE');
    the([lodged, routed]).when(route({})).thenNothing();
  });

  it('adds supporters later, numbered on', () => {
    const [event] = the([lodged, routed])
      .when(route({ support: ['SNV'] }))
      .events();
    expect(event).toMatchObject({
      data: { assignments: [{ obligation: '2', agency: 'SNV', role: 'SUPPORT' }] },
    });
  });

  it('gives no due date without a term, and says so', () => {
    const [event] = the([lodged])
      .when(route({ lead: 'STC', term: 'không thời hạn' }))
      .events();
    expect(event).toMatchObject({ data: { assignments: [{ due: { dueOn: null, rule: 'no-term/1' } }] } });
    the([lodged])
      .when(route({ lead: 'STC', term: '' }))
      .thenRefused('TERM_NOT_UNDERSTOOD', 'term');
  });

  it('is not dated before the petition came', () => {
    the([lodged])
      .when(route({ lead: 'STC' }, '2025-10-14'))
      .thenRefused('OUT_OF_ORDER', 'on');
  });
});

describe('an oral clarification at the meeting', () => {
  const clarify: PetitionCommand = {
    type: 'RecordOralClarification',
    data: { agency: 'SNV', text: 'Phó Giám đốc làm rõ', heldOn: '2025-10-15' },
    at: at('2025-10-15'),
  };

  it('is recorded once and answers nothing', () => {
    const history = after(petition, [lodged, routed], clarify);
    expect(history).toHaveLength(3);
    const before = the([lodged, routed]).state() as LodgedPetition;
    const state = the(history).state() as LodgedPetition;
    expect(state.obligations).toEqual(before.obligations);
    the(history).when(clarify).thenNothing();
    the(history)
      .when({ type: 'ClosePetition', data: {}, at: at('2025-10-16') })
      .thenRefused('NOT_ANSWERED');
  });

  it('in decomposed letters is the same clarification', () => {
    const nfd = { ...clarify, data: { ...clarify.data, text: 'Phó Giám đốc làm rõ'.normalize('NFD') } };
    the(after(petition, [lodged], clarify))
      .when(nfd as PetitionCommand)
      .thenNothing();
  });
});

describe('asking other agencies before answering', () => {
  const ask = (change: object = {}): PetitionCommand => ({
    type: 'RequestInformation',
    data: {
      obligation: '1',
      fromAgencies: ['18040', 'VNPT'],
      document: letter('88', '2025-10-20'),
      questions: 'Số liệu đến 30/9?',
      ...change,
    },
    at: at('2025-10-20'),
  });

  it('is a child document of the obligation and answers nothing', () => {
    const history = after(petition, [lodged, routed], ask());
    const { obligations } = the(history).state() as LodgedPetition;
    expect(obligations[0]).toMatchObject({ workflow: 'ASSIGNED', version: 2 });
    the(history).when(ask()).thenNothing();
  });

  it('asks somebody something', () => {
    the([lodged, routed])
      .when(ask({ fromAgencies: [] }))
      .thenRefused('AGENCIES_REQUIRED');
    the([lodged, routed])
      .when(ask({ questions: ' ' }))
      .thenRefused('TEXT_REQUIRED', 'questions');
  });

  it('does not hide that the same letter also went to the central level', () => {
    const forward: PetitionCommand = {
      type: 'ForwardToCentral',
      data: { toAgency: 'BTC', document: letter('88', '2025-10-20') },
      at: at('2025-10-20'),
    };
    const history = after(petition, [lodged, routed], ask(), forward);
    expect(history.map(({ type }) => type).slice(2)).toEqual([
      'InformationRequested',
      'PetitionForwardedToCentral',
    ]);
    the(history).when(forward).thenNothing();
  });
});

const facts = {
  number: 'KN-2025-00001',
  subject: 'Đề nghị hướng dẫn thống nhất giá đất',
  content: 'Chưa có hướng dẫn thống nhất về giá đất để tính tiền bồi thường.',
  field: 'LAND',
  raisedBy: '18040',
  competence: 'PROVINCE' as const,
  receivedOn: '2025-10-15',
};
const lodged: PetitionEvent = { type: 'PetitionLodged', data: facts };
const fifteen = due('15 ngày làm việc', '2025-10-15', '2025-11-05');
const routed: PetitionEvent = {
  type: 'PetitionRouted',
  data: {
    assignments: [{ obligation: '1', agency: 'STC', role: 'LEAD', due: fifteen }],
    watchers: [],
    on: '2025-10-15',
  },
};
const declinedData = { obligation: '1', on: '2025-10-16', reason: 'Không thuộc chức năng' };
const twoParts = [
  { petitionId: 'p-2', number: 'KN-2025-00002', subject: 'Giá đất', content: 'Giá đất', field: 'LAND' },
  { petitionId: 'p-3', number: 'KN-2025-00003', subject: 'Biên chế', content: 'Biên chế', field: 'STAFF' },
];

function route(data: object, on = '2025-10-15'): PetitionCommand {
  return { type: 'RoutePetition', data: { term: '15 ngày làm việc', ...data }, at: at(on) };
}
