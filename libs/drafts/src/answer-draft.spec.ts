import { given } from '#event-sourcing/given.js';
import { at } from '../../../test/support/cases.js';
import { answerDraft, type AnswerDraftEvent, type DraftContent, type DraftTarget } from './answer-draft.js';

const TARGET: DraftTarget = {
  kind: 'PETITION',
  caseId: 'p1',
  caseNumber: 'KN-2025-00001',
  obligation: '1',
  category: 'RESOLVED',
};
const CONTENT: DraftContent = { kind: 'FINAL', text: 'Sở trả lời như sau.', targets: [TARGET] };
const DOCUMENT = {
  ...{ agency: 'STC', codeNumber: '125', codeNotation: 'STC-VP', issuedDate: '2025-10-15' },
  ...{ typeName: 'Công văn', subject: 'Trả lời kiến nghị' },
};
const DRAFTED: AnswerDraftEvent = { type: 'AnswerDrafted', data: { ...CONTENT, house: 'STC' } };
const SUBMITTED: AnswerDraftEvent = { type: 'AnswerDraftSubmitted', data: {} };
const SENT_BACK: AnswerDraftEvent = { type: 'AnswerDraftSentBack', data: { reason: 'Chưa rõ' } };
const SIGNED: AnswerDraftEvent = { type: 'AnswerDraftSigned', data: { document: DOCUMENT } };
const DISCARDED: AnswerDraftEvent = { type: 'AnswerDraftDiscarded', data: {} };

const today = { at: at('2025-10-15') };
const draft = { type: 'DraftAnswer', data: { ...CONTENT, house: 'STC' }, ...today } as const;
const revise = (content: DraftContent) => ({ type: 'ReviseAnswerDraft', data: content, ...today }) as const;
const submit = { type: 'SubmitAnswerDraft', data: {}, ...today } as const;
const sendBack = (reason: string) => ({ type: 'SendBackAnswerDraft', data: { reason }, ...today }) as const;
const sign = { type: 'SignAnswerDraft', data: { document: DOCUMENT }, ...today } as const;
const discard = { type: 'DiscardAnswerDraft', data: {}, ...today } as const;

const the = given(answerDraft);
const a = (...events: AnswerDraftEvent[]) => the(events);

describe('a draft that is not there', () => {
  it('is drafted', () => {
    a().when(draft).then([DRAFTED]);
  });
  it.each([submit, sign, discard, sendBack('x')])('cannot be acted on: $type', (command) => {
    a().when(command).thenRefused('UNKNOWN_ANSWER_DRAFT');
  });
  it('answers at least one obligation', () => {
    a()
      .when({ ...draft, data: { ...draft.data, targets: [] } })
      .thenRefused('TARGETS_REQUIRED');
  });
  it('answers no obligation twice', () => {
    a()
      .when({ ...draft, data: { ...draft.data, targets: [TARGET, TARGET] } })
      .thenRefused('TARGET_TWICE_INVALID');
  });
  it('says something', () => {
    a()
      .when({ ...draft, data: { ...draft.data, text: '  ' } })
      .thenRefused('TEXT_REQUIRED');
  });
});

describe('a draft in the making', () => {
  const changed = { ...CONTENT, text: 'Sở trả lời lại.' };
  it('is revised', () => {
    a(DRAFTED)
      .when(revise(changed))
      .then([{ type: 'AnswerDraftRevised', data: changed }]);
  });
  it('is not revised into what it is', () => {
    a(DRAFTED).when(revise(CONTENT)).thenNothing();
  });
  it('is submitted', () => {
    a(DRAFTED).when(submit).then([SUBMITTED]);
  });
  it('is discarded', () => {
    a(DRAFTED).when(discard).then([DISCARDED]);
  });
  it('is not signed before it was submitted', () => {
    a(DRAFTED).when(sign).thenRefused('DRAFT_STATE_WRONG');
  });
  it('is refused to whoever saw an earlier one', () => {
    a(DRAFTED, { type: 'AnswerDraftRevised', data: changed })
      .when({ ...submit, data: { expectedVersion: 1 } })
      .thenRefused('STALE_VERSION');
  });
});

describe('a draft that waits for the leader', () => {
  it('is signed', () => {
    a(DRAFTED, SUBMITTED).when(sign).then([SIGNED]);
  });
  it('is sent back with a reason', () => {
    a(DRAFTED, SUBMITTED).when(sendBack('Chưa rõ')).then([SENT_BACK]);
  });
  it('is not sent back without one', () => {
    a(DRAFTED, SUBMITTED).when(sendBack(' ')).thenRefused('REASON_REQUIRED');
  });
  it('is not changed under the leader’s eyes', () => {
    a(DRAFTED, SUBMITTED)
      .when(revise({ ...CONTENT, text: 'Khác' }))
      .thenRefused('DRAFT_STATE_WRONG');
  });
});

describe('a draft that was sent back', () => {
  it('is submitted again', () => {
    a(DRAFTED, SUBMITTED, SENT_BACK).when(submit).then([SUBMITTED]);
  });
});

describe('a draft that is signed or discarded', () => {
  it.each([submit, sign, discard, sendBack('x')])('is over: $type', (command) => {
    a(DRAFTED, SUBMITTED, SIGNED).when(command).thenRefused('DRAFT_STATE_WRONG');
    a(DRAFTED, DISCARDED).when(command).thenRefused('DRAFT_STATE_WRONG');
  });
  const { category: _, ...at1 } = TARGET;
  const refusal = { ...at1, code: 'ALREADY_ANSWERED', vi: 'Đã trả lời.', en: 'Answered already.' };
  const refuse = { type: 'RefuseSignedAnswer', data: refusal, ...today } as const;
  it('keeps what a case refused of it, once', () => {
    const event = { type: 'SignedAnswerRefused', data: refusal } as const;
    a(DRAFTED, SUBMITTED, SIGNED).when(refuse).then([event]);
    a(DRAFTED, SUBMITTED, SIGNED, event).when(refuse).thenNothing();
  });
});
