/** The decisions of petition.ts that are longer than a few lines, one function a command. Pure. */
import { DomainError } from '#event-sourcing/decider.js';
import { type AnswerInput, checkedAnswer, decideTransfer } from '#obligations/answer-rules.js';
import {
  requireDistinct,
  requireNotBefore,
  requirePastDate,
  requireReason,
  requireText,
} from '#obligations/checks.js';
import { checkedDocument, type DocumentRef } from '#obligations/document.js';
import { type Assignment, isOpen, standingAnswer } from '#obligations/obligation.js';
import {
  type DecisionContext,
  decideDue,
  findObligation,
  type OnObligation,
  openObligation,
  readTerm,
  requireField,
  requireVersion,
  type Versioned,
  withDocument,
} from '#obligations/obligation-rules.js';
import { amendedPersons, type NamedPerson, requirePersonsOf } from './petition-persons.js';
import {
  forwardingKey,
  informationKey,
  type LodgedPetition,
  type PetitionEvent,
  type PetitionFacts,
  type PetitionPart,
  type PetitionText,
  type RouteInput,
} from './petition.js';

type Events = readonly PetitionEvent[];

/** @throws DomainError PETITION_NOT_OPEN */
export function requireOpenPetition(petition: LodgedPetition): void {
  if (petition.status === 'OPEN') return;
  const [vi, en] = {
    SPLIT: ['đã được tách', 'has been split'],
    WITHDRAWN: ['đã được rút', 'has been withdrawn'],
    CLOSED: ['đã kết thúc', 'is closed'],
  }[petition.status] as [string, string];
  throw new DomainError('PETITION_NOT_OPEN', `Kiến nghị này ${vi}.`, `This petition ${en}.`, undefined, {
    status: petition.status,
  });
}

/** Checks what a petition says of itself when it comes in. */
export function requirePetitionFacts(facts: PetitionFacts, at: DecisionContext): void {
  requirePastDate(facts.receivedOn, at.today, 'receivedOn');
  requireField(facts.field);
  requireText(facts.subject, 'subject');
  requireText(facts.content, 'content');
  requirePersonsOf(facts.content, facts.persons ?? []);
}

export function amend(
  petition: LodgedPetition,
  {
    expectedVersion,
    reason,
    persons: named,
    ...texts
  }: Versioned & Partial<PetitionText> & { persons?: readonly NamedPerson[]; reason: string },
): Events {
  requireVersion(petition, { expectedVersion });
  if (texts.field !== undefined) requireField(texts.field);
  if (texts.subject !== undefined) requireText(texts.subject, 'subject');
  if (texts.content !== undefined) requireText(texts.content, 'content');
  const persons = named && amendedPersons(petition, named);
  requirePersonsOf(texts.content ?? petition.content, persons ?? petition.persons ?? []);
  const changes = { ...texts, ...(persons ? { persons } : {}) };
  const real = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && petition[key as keyof LodgedPetition] !== value,
  );
  if (real.length === 0) return [];
  return [{ type: 'PetitionAmended', data: { ...Object.fromEntries(real), reason: requireReason(reason) } }];
}

/** What was asked in one breath is answered apart. Only while nothing has been answered: an answer is never torn. */
export function splitPetition(
  petition: LodgedPetition,
  data: Versioned & { parts: readonly PetitionPart[]; reason: string },
  at: DecisionContext,
): Events {
  requireVersion(petition, data);
  if (data.parts.length < 2) {
    throw new DomainError(
      'SPLIT_NEEDS_TWO_PARTS',
      'Phải tách thành ít nhất hai kiến nghị.',
      'A petition is split into at least two.',
      'parts',
    );
  }
  requireNotBefore(at.on, petition.receivedOn);
  data.parts.forEach((part, i) => {
    requireField(part.field, `parts.${i}.field`);
    requireText(part.subject, `parts.${i}.subject`);
    requireText(part.content, `parts.${i}.content`);
  });
  if (new Set(data.parts.map((part) => part.petitionId)).size < data.parts.length) {
    throw new DomainError(
      'PART_TWICE',
      'Hai phần không thể thành cùng một kiến nghị.',
      'Two parts cannot become the same petition.',
      'parts',
    );
  }
  const answers = petition.obligations.flatMap((o) => o.rounds).flatMap((round) => round.answers);
  if (answers.some((answer) => !answer.withdrawn)) {
    throw new DomainError(
      'ANSWERED_CANNOT_BE_SPLIT',
      'Kiến nghị đã có văn bản trả lời thì không tách được.',
      'A petition that has a written answer cannot be split.',
    );
  }
  return [
    { type: 'PetitionSplit', data: { parts: data.parts, reason: requireReason(data.reason), on: at.on } },
  ];
}

export function routePetition(
  petition: LodgedPetition,
  data: Versioned & RouteInput,
  at: DecisionContext,
): Events {
  requireVersion(petition, data);
  const support = data.support ?? [];
  const watch = data.watch ?? [];
  const hasLead = petition.obligations.some((o) => o.role === 'LEAD' && o.workflow !== 'TRANSFERRED');
  if (hasLead && data.lead !== undefined) {
    throw new DomainError(
      'ALREADY_ROUTED',
      'Kiến nghị đã có cơ quan chủ trì; muốn đổi hãy chuyển kiến nghị.',
      'The petition has a lead agency already; transfer it to change that.',
      'lead',
    );
  }
  if (!hasLead && data.lead === undefined) {
    throw new DomainError(
      'LEAD_REQUIRED',
      'Phải có một cơ quan chủ trì.',
      'One lead agency is required.',
      'lead',
    );
  }
  const named = [...(data.lead ? [data.lead] : []), ...support];
  const present = petition.obligations.filter(isOpen).map((o) => o.agency);
  requireDistinct([...present, ...named, ...petition.watchers, ...watch], hasLead ? 'support' : 'lead');
  if (named.length === 0 && watch.length === 0) return [];
  requireNotBefore(at.on, petition.receivedOn);
  const due = decideDue(readTerm(data.term, at), at.on, at);
  const supportDue = data.supportTerm
    ? decideDue(readTerm(data.supportTerm, at, 'supportTerm'), at.on, at)
    : due;
  const assignments = named.map((agency, i): Assignment => {
    const role = agency === data.lead ? 'LEAD' : 'SUPPORT';
    const obligation = String(petition.obligations.length + i + 1);
    return { obligation, agency, role, due: role === 'LEAD' ? due : supportDue };
  });
  const facts = {
    assignments,
    watchers: watch,
    ...(data.directiveId ? { directiveId: data.directiveId } : {}),
    on: at.on,
  };
  return [{ type: 'PetitionRouted', data: withDocument(facts, data.document, at) }];
}

export function transferPetition(
  petition: LodgedPetition,
  data: OnObligation & { toAgency: string; slip: DocumentRef; reason: string; receiverTerm?: string },
  at: DecisionContext,
): Events {
  const transfer = decideTransfer(petition.obligations, data, at);
  const slip = checkedDocument(data.slip, at.today, 'slip');
  return [
    {
      type: 'PetitionTransferred',
      data: { ...transfer, slip, reason: requireReason(data.reason), on: at.on },
    },
  ];
}

/** Asking others before answering is a child document of the obligation, not an answer. */
export function requestInformation(
  petition: LodgedPetition,
  data: OnObligation & { fromAgencies: readonly string[]; document: DocumentRef; questions: string },
  at: DecisionContext,
): Events {
  const o = openObligation(petition.obligations, data, at);
  const document = checkedDocument(data.document, at.today);
  const { fromAgencies } = data;
  if (fromAgencies.length === 0) {
    throw new DomainError(
      'AGENCIES_REQUIRED',
      'Phải nêu cơ quan được hỏi ý kiến.',
      'Name the agencies that are asked.',
      'fromAgencies',
    );
  }
  requireDistinct(fromAgencies, 'fromAgencies');
  const questions = requireText(data.questions, 'questions');
  const facts = { obligation: o.id, fromAgencies, document, questions };
  if (petition.documents.includes(informationKey(facts))) return [];
  return [{ type: 'InformationRequested', data: facts }];
}

export function issueAnswer(
  petition: LodgedPetition,
  data: OnObligation & AnswerInput,
  at: DecisionContext,
): Events {
  const o = openObligation(petition.obligations, data, at);
  const answer = checkedAnswer(o, data, at, 'REQUIRED');
  return answer ? [{ type: 'WrittenAnswerIssued', data: { obligation: o.id, answer } }] : [];
}

/** The commune says that the answer does not address what it asked. It is heard; what follows is for the office. */
export function disputeAnswer(petition: LodgedPetition, data: OnObligation & { reason: string }): Events {
  const o = findObligation(petition.obligations, data);
  const answer = standingAnswer(o);
  if (!answer) {
    throw new DomainError('NOT_ANSWERED', 'Chưa có văn bản trả lời.', 'There is no written answer yet.');
  }
  if (o.disputed) return [];
  const reason = requireReason(data.reason);
  return [{ type: 'WrittenAnswerDisputed', data: { obligation: o.id, answerId: answer.id, reason } }];
}

export function forwardToCentral(
  petition: LodgedPetition,
  data: Versioned & { toAgency: string; document: DocumentRef },
  at: DecisionContext,
): Events {
  requireVersion(petition, data);
  requireNotBefore(at.on, petition.receivedOn);
  const document = checkedDocument(data.document, at.today);
  if (petition.documents.includes(forwardingKey({ document }))) return [];
  return [{ type: 'PetitionForwardedToCentral', data: { toAgency: data.toAgency, document, on: at.on } }];
}

export function linkAsRepeat(
  petition: LodgedPetition,
  data: Versioned & { repeatOf: string; repeatOfNumber: string },
): Events {
  requireVersion(petition, data);
  const { repeatOf, repeatOfNumber } = data;
  if (repeatOfNumber === petition.number) {
    throw new DomainError(
      'REPEAT_OF_ITSELF',
      'Một kiến nghị không thể là kiến nghị lại của chính nó.',
      'A petition cannot repeat itself.',
      'repeatOf',
    );
  }
  if (petition.repeatOf === repeatOf) return [];
  return [{ type: 'PetitionLinkedAsRepeat', data: { repeatOf, repeatOfNumber } }];
}

/** Lodged again: nothing to do, unless something else stands under this id. */
export function requireSamePetition(petition: LodgedPetition, facts: PetitionFacts): Events {
  if (petition.raisedBy === facts.raisedBy && petition.receivedOn === facts.receivedOn) return [];
  throw new DomainError(
    'PETITION_EXISTS',
    `Mã này đã dùng cho kiến nghị ${petition.number}.`,
    `This id is used by the petition ${petition.number}.`,
  );
}
