/**
 * What the one who asks may do with a case now, and why not the rest. Nobody keeps a second list of rules: each command
 * is put to the case's own decider, under the table of permissions, with facts that any clerk could give; what it
 * decides is thrown away.
 */
import { Inject, Injectable } from '@nestjs/common';
import { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { directive, directiveStream } from '#directives/directive.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Decider } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { grantedTo, permitted, reads, readingScope } from '#identity/policy.js';
import { currentRound, type Obligations } from '#obligations/obligation.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, petitionStream } from '#petitions/petition.js';
import type { ActingRequest } from './actor.js';
import { CaseIds, unknownCaseOf } from './case-ids.js';
import { CLOCK, type Clock } from './settings.js';

export interface PossibleAction {
  /** Type of the command: `IssueWrittenAnswer`. */
  readonly action: string;
  /** Number of the obligation, when it is about one. */
  readonly obligation: string | null;
  readonly allowed: boolean;
  /** Why not. */
  readonly vi: string | null;
  readonly en: string | null;
}

/** Facts by which the rules can be asked: dates of today, a letter nobody has, an agency that has no part. */
type Facts = (today: string, of: { readonly routed: boolean; readonly answer: string }) => object;
interface Probes {
  readonly whole: Readonly<Record<string, Facts>>;
  readonly ofObligation: Readonly<Record<string, Facts>>;
}

const reason = 'Hỏi trước khi làm';
const letterOf = (today: string) => ({
  ...{ agency: 'VPUBND', codeNumber: '999999', codeNotation: 'VP', issuedDate: today },
  ...{ typeName: 'Công văn', subject: reason },
});
const withReason: Facts = () => ({ reason });
const nothing: Facts = () => ({});
const TERM = '400 ngày làm việc';
const PARTS = ['1', '2'].map((petitionId) => ({
  ...{ petitionId, number: `KN-0000-0000${petitionId}`, subject: reason, content: reason, field: 'OTHER' },
}));

const SHARED: Probes['ofObligation'] = {
  RequestDueDateChange: () => ({ proposedTerm: TERM, reason }),
  ChangeDueDate: (today) => ({ term: TERM, reason, document: letterOf(today) }),
  RefuseDueDateChange: withReason,
  DeclineAssignment: withReason,
  RefuseDecline: withReason,
  RecomputeDueDate: withReason,
};

const PETITION: Probes = {
  whole: {
    // The lead is charged once; supporters may join later.
    RoutePetition: (_, { routed }) => ({ ...(routed ? {} : { lead: 'ZZZ' }), support: ['ZZY'], term: TERM }),
    AmendPetition: () => ({ subject: reason, reason }),
    SplitPetition: () => ({ parts: PARTS, reason }),
    LinkAsRepeat: () => ({ repeatOf: 'zzz', repeatOfNumber: 'KN-0000-00000' }),
    RecordOralClarification: (today) => ({ agency: 'ZZZ', text: reason, heldOn: today }),
    ForwardToCentral: (today) => ({ toAgency: 'ZZZ', document: letterOf(today) }),
    WithdrawPetition: withReason,
    ClosePetition: nothing,
    ReopenPetition: () => ({ term: TERM, reason }),
  },
  ofObligation: {
    IssueWrittenAnswer: (today) => ({ kind: 'FINAL', category: 'RESOLVED', document: letterOf(today) }),
    AcceptWrittenAnswer: nothing,
    ReturnWrittenAnswer: () => ({ reason, term: 'KEEP' }),
    DisputeWrittenAnswer: withReason,
    TransferPetition: (today) => ({ toAgency: 'ZZZ', slip: letterOf(today), reason }),
    RequestInformation: (today) => ({
      ...{ fromAgencies: ['ZZZ'], document: letterOf(today), questions: reason },
    }),
    WithdrawWrittenAnswer: (_, { answer }) => ({ answerId: answer, reason }),
    ...SHARED,
  },
};

const DIRECTIVE: Probes = {
  whole: {
    SuspendDirective: (today) => ({ stopOn: today, reason }),
    ResumeDirective: (today) => ({ restartOn: today }),
    CancelDirective: (today) => ({ reason, document: letterOf(today) }),
    CloseDirective: nothing,
    ReopenDirective: () => ({ term: TERM, reason }),
  },
  ofObligation: {
    AcknowledgeDirective: nothing,
    ReportProgress: () => ({ text: reason }),
    ReportCompletion: (today) => ({ category: 'RESOLVED', document: letterOf(today) }),
    AcceptCompletion: nothing,
    ReturnCompletion: () => ({ reason, term: 'KEEP' }),
    WithdrawCompletion: (_, { answer }) => ({ answerId: answer, reason }),
    ReassignDirective: (today) => ({ toAgency: 'ZZZ', document: letterOf(today), reason }),
    ...SHARED,
  },
};

/** All that is ever offered, by kind of case: whoever shows it has a way to do each. */
export const ACTIONS = {
  PETITION: [...Object.keys(PETITION.whole), ...Object.keys(PETITION.ofObligation)],
  DIRECTIVE: [...Object.keys(DIRECTIVE.whole), ...Object.keys(DIRECTIVE.ofObligation)],
};

@Injectable()
export class Actions {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without those that the role never may. @throws Problem CASE_ID_MALFORMED, UNKNOWN_CASE */
  async of(text: string, { actor, reader, demoNow }: ActingRequest): Promise<PossibleAction[]> {
    const { id, kind } = await this.ids.find(text);
    const now = (demoNow ?? this.clock.now()).toISOString();
    const today = localDate(now);
    const [calendar, policy] = [await this.calendar.current(), termPolicyOn(today)];
    const who = actor ?? { user: '', ...reader! };
    const at: DecisionContext = { actor: who, now, today, on: today, calendar, policy };
    const decider = (kind === 'PETITION' ? petition : directive) as unknown as AnyDecider;
    const stream = kind === 'PETITION' ? petitionStream(id) : directiveStream(id);
    const state = await stateAt(this.store, decider, stream);
    if (state.status === 'NONE' || !reads(readingScope(who), state)) throw unknownCaseOf(text);
    // Whoever only looks at a demonstration acts on nothing.
    if (!actor) return [];
    const probes = kind === 'PETITION' ? PETITION : DIRECTIVE;
    const routed = state.obligations.length > 0;
    const own = permitted(decider, who);
    const ask = (type: string, data: object, obligation: string | null): PossibleAction[] => {
      if (!grantedTo(who, type)) return [];
      const found = tried(own, { type, data, at }, state);
      // What belongs to another agency is no action of this one.
      return found === 'FORBIDDEN' ? [] : [{ action: type, obligation, ...found }];
    };
    const whole = Object.entries(probes.whole).flatMap(([type, facts]) =>
      ask(type, facts(today, { routed, answer: '' }), null),
    );
    const single = state.obligations.flatMap((o) => {
      const answer = currentRound(o).answers.findLast(({ withdrawn }) => !withdrawn)?.id;
      return Object.entries(probes.ofObligation).flatMap(([type, facts]) =>
        // What was never issued cannot be taken back.
        answer === undefined && TAKES_BACK.has(type)
          ? []
          : ask(type, { ...facts(today, { routed, answer: answer ?? '' }), obligation: o.id }, o.id),
      );
    });
    return [...single, ...whole];
  }
}

const TAKES_BACK = new Set(['WithdrawWrittenAnswer', 'WithdrawCompletion']);

interface AnyState {
  readonly status: string;
  readonly obligations: Obligations;
}
interface AnyCommand {
  readonly type: string;
  readonly data: object;
  readonly at: DecisionContext;
}
type AnyDecider = Decider<AnyState, AnyCommand, unknown>;

function tried(
  decider: AnyDecider,
  command: AnyCommand,
  state: AnyState,
): Pick<PossibleAction, 'allowed' | 'vi' | 'en'> | 'FORBIDDEN' {
  try {
    // What would change nothing has been done.
    const allowed = decider.decide(command, state).length > 0;
    return allowed ? { allowed, vi: null, en: null } : { allowed, ...DONE };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'FORBIDDEN' ? error.code : { allowed: false, vi: error.vi, en: error.en };
  }
}

const DONE = { vi: 'Việc này đã làm rồi.', en: 'This has been done.' };
