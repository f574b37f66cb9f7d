/**
 * The answers that a signature sets in motion, through the ordinary command of each case. Their command ids come from
 * the signature's own event, so whoever sends them, at once or after a crash, writes the same, and a second time nothing.
 */
import type { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { DirectiveHandler, ExecuteDirective } from '#directives/directive.handler.js';
import { directive, type DirectiveCommand, directiveStream } from '#directives/directive.js';
import { type Decider, DomainError, fold } from '#event-sourcing/decider.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { type CommandMeta, derivedCommandId } from '#event-sourcing/execute.js';
import { permitted, THE_CLOCK } from '#identity/policy.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { record, stateAt } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { ExecutePetition, PetitionHandler } from '#petitions/petition.handler.js';
import { petition, type PetitionCommand, petitionStream } from '#petitions/petition.js';
import {
  answerDraft,
  type AnswerDraftEvent,
  answerDraftStream,
  type DraftTarget,
  type ExistingDraft,
} from './answer-draft.js';

/** Sends what is missing of the answers of a signed draft; one that its case refuses is noted on the draft. */
export async function sendSignedAnswers(
  store: EventStore,
  calendar: Pick<CalendarSource, 'current'>,
  draftId: string,
): Promise<string | undefined> {
  const stream = answerDraftStream(draftId);
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  const signed = events.find(({ type }) => type === 'AnswerDraftSigned');
  const draft = fold(answerDraft, events as unknown as AnswerDraftEvent[]);
  if (!signed || draft.status === 'NONE') return undefined;
  const at = await contextOf(signed, calendar);
  let last: string | undefined;
  for (const target of draft.targets) {
    const label = `answer ${target.caseId} ${target.obligation}`;
    const { commandId, causationId } = signed.meta;
    const meta = { ...signed.meta, commandId: derivedCommandId(commandId ?? causationId, label) };
    try {
      last = (await send(store, draft, target, at, meta)) ?? last;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      last = (await note(store, stream, target, error, at, meta)) ?? last;
    }
  }
  return last;
}

/** Whether each case would take its answer now. @throws DomainError the first refusal, with the case in its details */
export async function requireAnswerable(
  store: EventStore,
  draft: Pick<ExistingDraft, 'kind' | 'summary' | 'targets' | 'document'>,
  at: DecisionContext,
): Promise<void> {
  for (const [i, target] of draft.targets.entries()) {
    try {
      await tryOut(store, draft, target, at);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, vi, en } = error;
      const named = `${target.caseNumber}.${target.obligation}`;
      throw new DomainError(code, `${named}: ${vi}`, `${named}: ${en}`, `targets.${i}`);
    }
  }
}

async function contextOf(
  { meta }: RecordedEvent,
  calendar: Pick<CalendarSource, 'current'>,
): Promise<DecisionContext> {
  const { actor, recordedAt: now, occurredOn: on } = meta;
  const today = localDate(now);
  return { actor, now, today, on, calendar: await calendar.current(), policy: termPolicyOn(today) };
}

async function send(
  store: EventStore,
  draft: ExistingDraft,
  target: DraftTarget,
  at: DecisionContext,
  meta: CommandMeta,
): Promise<string | undefined> {
  const options = { sharedDocument: draft.targets.length > 1 };
  const { kind, caseId } = target;
  const sent =
    kind === 'PETITION'
      ? new PetitionHandler(store).execute(
          new ExecutePetition(caseId, { ...petitionAnswer(draft, target), at }, meta, options),
        )
      : new DirectiveHandler(store).execute(
          new ExecuteDirective(caseId, { ...directiveAnswer(draft, target), at }, meta, options),
        );
  return (await sent).checkpoint;
}

async function tryOut(
  store: EventStore,
  draft: Pick<ExistingDraft, 'kind' | 'summary' | 'document'>,
  target: DraftTarget,
  at: DecisionContext,
): Promise<void> {
  const decided = <S, C, E>(decider: Decider<S, C, E>, state: S, command: C) =>
    permitted(decider, at.actor).decide(command, state);
  if (target.kind === 'PETITION') {
    const state = await stateAt(store, petition, petitionStream(target.caseId));
    decided(petition, state, { ...petitionAnswer(draft, target), at } as PetitionCommand);
  } else {
    const state = await stateAt(store, directive, directiveStream(target.caseId));
    decided(directive, state, { ...directiveAnswer(draft, target), at } as DirectiveCommand);
  }
}

type Said = Pick<ExistingDraft, 'kind' | 'summary' | 'document'>;

const resultOf = ({ summary }: Said, { obligation, category, nextOn, reason }: DraftTarget) => ({
  obligation,
  ...(summary ? { summary } : {}),
  ...(category ? { category } : {}),
  ...(nextOn ? { nextOn } : {}),
  ...(reason ? { reason } : {}),
});

const petitionAnswer = (draft: Said, target: DraftTarget) => ({
  type: 'IssueWrittenAnswer' as const,
  data: { ...resultOf(draft, target), kind: draft.kind, document: draft.document! },
});

function directiveAnswer(draft: Said, target: DraftTarget) {
  const { document, kind, summary } = draft;
  if (kind === 'FINAL') {
    return { type: 'ReportCompletion' as const, data: { ...resultOf(draft, target), document: document! } };
  }
  const { obligation, nextOn } = target;
  const text = summary ?? document!.subject;
  return {
    type: 'ReportProgress' as const,
    data: { obligation, text, document: document!, ...(nextOn ? { nextOn } : {}) },
  };
}

async function note(
  store: EventStore,
  stream: string,
  { kind, caseId, caseNumber, obligation }: DraftTarget,
  { code, vi, en }: DomainError,
  at: DecisionContext,
  meta: CommandMeta & { commandId: string },
): Promise<string | undefined> {
  const data = { kind, caseId, caseNumber, obligation, code, vi, en };
  const command = { type: 'RefuseSignedAnswer' as const, data, at };
  const byTheProgram = { ...meta, actor: THE_CLOCK, commandId: derivedCommandId(meta.commandId, 'refused') };
  return (await record(store, answerDraft, stream, command, byTheProgram)).checkpoint;
}
