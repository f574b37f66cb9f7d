/** A directive from its issue on, through the real decider. */
import { addDays } from '#calendar/local-date.js';
import {
  type Directive,
  directive,
  type DirectiveCommand,
  type DirectiveEvent,
  directiveStream,
  type IssuedDirective,
} from '#directives/directive.js';
import type { Actor } from '#event-sourcing/event-store.js';
import type { AnswerInput } from '#obligations/answer-rules.js';
import type { ObligationCommand } from '#obligations/obligation-changes.js';
import { isOpen, type Obligation, type Obligations, pendingFinalAnswer } from '#obligations/obligation.js';
import { type Owing, obligationLife } from './obligation-life.js';
import { COMMITTEE, DEPARTMENT_CODES, localUnits, type Topic } from './province.js';
import type { Session } from './session-life.js';
import { directiveTerm } from './terms.js';
import {
  actorOf,
  COORDINATOR,
  LEADER,
  type Life,
  OFFICER,
  Subject,
  VICE_CHAIR,
  type World,
} from './world.js';

export type Addressees = 'LEAD' | 'ALL_DEPARTMENTS' | 'ALL_LOCAL_UNITS';

export interface DirectivePlan {
  readonly topic: Topic;
  readonly addressees: Addressees;
  readonly session?: Session;
  readonly subject?: string;
}

class DirectiveCase extends Subject<Directive, DirectiveCommand, DirectiveEvent> implements Owing {
  constructor(
    override readonly world: World,
    readonly id: string,
  ) {
    super(world, directive, directiveStream(id));
  }

  get issued(): IssuedDirective {
    if (this.state.status === 'NONE') throw new Error(`${this.stream} is not issued`);
    return this.state;
  }

  get obligations(): Obligations {
    return this.issued.obligations;
  }

  get isOpen(): boolean {
    return this.state.status === 'OPEN';
  }

  change(command: ObligationCommand, actor: Actor): void {
    this.act(command, actor);
  }

  answer({ id }: Obligation, { kind: _, ...input }: AnswerInput, actor: Actor): void {
    this.world.reserve(input.document, this.id, id, actor);
    this.act({ type: 'ReportCompletion', data: { obligation: id, ...input } }, actor);
  }

  withdrawAnswer({ id }: Obligation, answerId: string, actor: Actor): void {
    const data = { obligation: id, answerId, reason: 'Báo cáo có sai sót về số liệu.' };
    this.act({ type: 'WithdrawCompletion', data }, actor);
  }

  giveBack({ id }: Obligation, term: string): void {
    const data = { obligation: id, term, reason: 'Kết quả chưa đạt yêu cầu.' };
    this.act({ type: 'ReturnCompletion', data }, COORDINATOR);
  }

  accept({ id }: Obligation): void {
    this.act({ type: 'AcceptCompletion', data: { obligation: id } }, COORDINATOR);
  }

  afterAnswer(): void {
    // A completion is judged by the office alone.
  }

  transfer({ id }: Obligation, toAgency: string): void {
    const document = this.world.document(COMMITTEE, 'Công văn', 'Về việc giao lại nhiệm vụ');
    const data = { obligation: id, toAgency, document, reason: 'Điều chỉnh phân công.' };
    this.act({ type: 'ReassignDirective', data }, VICE_CHAIR);
  }

  close(overrideReason?: string): void {
    this.act({ type: 'CloseDirective', data: overrideReason ? { overrideReason } : {} }, COORDINATOR);
  }

  reopen(obligation: string, term: string): void {
    const data = { obligations: [obligation], term, reason: 'Phát sinh nội dung chưa hoàn thành.' };
    this.act({ type: 'ReopenDirective', data }, VICE_CHAIR);
  }

  *prepare(id: string): Life {
    const { world } = this;
    const { random } = world;
    const open = () =>
      this.obligations.find((o) => o.id === id && this.isOpen && isOpen(o) && !o.suspendedOn);
    const first = open();
    if (first && random.chance(0.88)) {
      this.act({ type: 'AcknowledgeDirective', data: { obligation: id } }, actorOf(first.agency, OFFICER));
    }
    for (let percent = random.pick([100, 60, 40, 30]); percent < 100; percent += 30) {
      yield world.in(random.int(5, 25));
      const o = open();
      if (!o || pendingFinalAnswer(o)) return;
      const text = `Đã thực hiện khoảng ${percent} % khối lượng công việc.`;
      const document = random.chance(0.2)
        ? world.document(o.agency, 'Báo cáo', 'Báo cáo tiến độ')
        : undefined;
      if (document) world.reserve(document, this.id, id, actorOf(o.agency, LEADER));
      const data = { obligation: id, text, percent, ...(document ? { document } : {}) };
      this.act({ type: 'ReportProgress', data }, actorOf(o.agency, document ? LEADER : OFFICER));
      if (random.chance(0.4)) return;
    }
  }

  finalAnswer({ agency }: Obligation, issuedDate: string): AnswerInput {
    const document = this.world.document(agency, 'Báo cáo', `Kết quả: ${this.issued.subject}`, issuedDate);
    return { kind: 'FINAL', document, summary: 'Đã hoàn thành nhiệm vụ được giao.' };
  }
}

/** Issues the directive, sets its lives going and returns its id. */
export function issueDirective(world: World, { topic, addressees, session, subject }: DirectivePlan): string {
  const { random, today } = world;
  const id = world.id(`directive ${world.nextCase()}`);
  const c = new DirectiveCase(world, id);
  const charged =
    addressees === 'LEAD'
      ? { lead: topic.lead, support: random.chance(0.4) ? random.sample(topic.support, 1) : [] }
      : {
          each: addressees === 'ALL_DEPARTMENTS' ? DEPARTMENT_CODES : localUnits().map(({ code }) => code),
          snapshot: { group: addressees, takenOn: today },
        };
  const title = subject ?? `Chỉ đạo: ${random.pick(topic.subjects)}`;
  const data = {
    number: world.caseNumber('NV', today, id),
    subject: title,
    content: `${title}. Yêu cầu triển khai rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả; báo cáo bằng văn bản.`,
    field: topic.field,
    priority: random.weighted([
      [85, 0],
      [10, 1],
      [4, 2],
      [1, 3],
    ]),
    issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
    ...charged,
    term: directiveTerm(random, today),
    ...(session
      ? { document: session.notice, workingSessionId: session.id }
      : { document: world.document(COMMITTEE, 'Công văn', title) }),
  };
  c.act({ type: 'IssueDirective', data }, VICE_CHAIR);
  if (world.crowded) return id;
  for (const { id: obligation } of c.obligations) world.start(obligationLife(c, obligation));
  const fate = random.next();
  if (fate < 0.06) world.start(suspension(c));
  else if (fate < 0.09) world.start(cancellation(c));
  return id;
}

function* suspension(c: DirectiveCase): Life {
  const { world } = c;
  const { random } = world;
  yield world.in(random.int(4, 14));
  const running = c.obligations.filter((o) => isOpen(o) && !o.suspendedOn && !pendingFinalAnswer(o));
  if (!c.isOpen || running.length === 0) return;
  const obligations = running.map(({ id }) => id);
  const stop = { obligations, stopOn: world.today, reason: 'Chờ hướng dẫn của Trung ương.' };
  c.act({ type: 'SuspendDirective', data: stop }, VICE_CHAIR);
  if (random.chance(0.2)) return; // still standing
  yield world.notBefore(addDays(world.today, random.int(8, 45)));
  if (!c.isOpen || !c.obligations.some((o) => isOpen(o) && o.suspendedOn)) return;
  const restart = { restartOn: world.today, reason: 'Đã có hướng dẫn.' };
  c.act({ type: 'ResumeDirective', data: restart }, VICE_CHAIR);
}

function* cancellation(c: DirectiveCase): Life {
  const { world } = c;
  yield world.in(world.random.int(8, 40));
  if (!c.isOpen || !c.obligations.some(isOpen)) return;
  const document = world.document(COMMITTEE, 'Công văn', 'Về việc dừng thực hiện nhiệm vụ');
  const data = { reason: 'Nội dung đã được quy định tại văn bản khác.', document };
  c.act({ type: 'CancelDirective', data }, VICE_CHAIR);
}
