/** A petition from its lodging on, through the real decider. */
import { addDays } from '#calendar/local-date.js';
import type { Actor } from '#event-sourcing/event-store.js';
import type { AnswerInput } from '#obligations/answer-rules.js';
import type { ObligationCommand } from '#obligations/obligation-changes.js';
import type { Obligation, Obligations } from '#obligations/obligation.js';
import type { ResolutionCategory } from '#obligations/vocabulary.js';
import {
  type LodgedPetition,
  type Petition,
  petition,
  type PetitionCommand,
  type PetitionEvent,
  type PetitionFacts,
  petitionStream,
} from '#petitions/petition.js';
import { type Owing, obligationLife } from './obligation-life.js';
import { CENTRAL, DEPARTMENT_CODES, type LocalUnit, OFFICE, type Topic } from './province.js';
import type { Session } from './session-life.js';
import { petitionTerm } from './terms.js';
import { actorOf, CLERK, COORDINATOR, LEADER, type Life, Subject, type World } from './world.js';

const CATEGORIES: readonly (readonly [number, ResolutionCategory])[] = [
  [40, 'RESOLVED'],
  [25, 'EXPLAINED'],
  [20, 'IN_PROGRESS'],
  [8, 'NOT_RESOLVED'],
  [7, 'FORWARDED_CENTRAL'],
];

export interface PetitionPlan {
  readonly unit: LocalUnit;
  readonly topic: Topic;
  readonly session?: Session;
  /** Takes a place among the cases to be made; false when there is none left. */
  readonly mayAdd: (cases: number) => boolean;
  /** The petitions before it, to be repeated. */
  readonly recent: { readonly id: string; readonly number: string }[];
}

class PetitionCase extends Subject<Petition, PetitionCommand, PetitionEvent> implements Owing {
  constructor(
    override readonly world: World,
    readonly id: string,
    readonly plan: PetitionPlan,
  ) {
    super(world, petition, petitionStream(id));
  }

  get lodged(): LodgedPetition {
    if (this.state.status === 'NONE') throw new Error(`${this.stream} is not lodged`);
    return this.state;
  }

  get clerk(): Actor {
    return actorOf(this.plan.unit.code, CLERK);
  }

  get obligations(): Obligations {
    return this.lodged.obligations;
  }

  get isOpen(): boolean {
    return this.state.status === 'OPEN';
  }

  change(command: ObligationCommand, actor: Actor): void {
    this.act(command, actor);
  }

  answer({ id }: Obligation, input: AnswerInput, actor: Actor): void {
    this.world.reserve(input.document, this.id, id, actor);
    this.act({ type: 'IssueWrittenAnswer', data: { obligation: id, ...input } }, actor);
  }

  withdrawAnswer({ id }: Obligation, answerId: string, actor: Actor): void {
    const data = { obligation: id, answerId, reason: 'Văn bản có sai sót về số liệu.' };
    this.act({ type: 'WithdrawWrittenAnswer', data }, actor);
  }

  giveBack({ id }: Obligation, term: string): void {
    const data = { obligation: id, term, reason: 'Chưa trả lời đúng nội dung kiến nghị.' };
    this.act({ type: 'ReturnWrittenAnswer', data }, COORDINATOR);
  }

  accept({ id }: Obligation): void {
    this.act({ type: 'AcceptWrittenAnswer', data: { obligation: id } }, COORDINATOR);
  }

  afterAnswer({ id, agency, role }: Obligation): void {
    if (role !== 'LEAD') return;
    const { random } = this.world;
    const answer = this.obligations
      .find((o) => o.id === id)
      ?.rounds.at(-1)
      ?.answers.at(-1);
    if (answer?.forwardingDocument) {
      const data = { toAgency: CENTRAL, document: answer.forwardingDocument };
      this.act({ type: 'ForwardToCentral', data }, actorOf(agency, LEADER));
    }
    if (random.chance(0.03)) {
      const reason = 'Văn bản chưa trả lời nội dung xã kiến nghị.';
      this.act({ type: 'DisputeWrittenAnswer', data: { obligation: id, reason } }, this.clerk);
    }
  }

  transfer({ id }: Obligation, toAgency: string): void {
    const slip = this.world.document(OFFICE, 'Phiếu chuyển', 'Chuyển kiến nghị đúng thẩm quyền');
    const data = { obligation: id, toAgency, slip, reason: 'Không thuộc thẩm quyền của cơ quan được giao.' };
    this.act({ type: 'TransferPetition', data }, COORDINATOR);
  }

  close(overrideReason?: string): void {
    this.act({ type: 'ClosePetition', data: overrideReason ? { overrideReason } : {} }, COORDINATOR);
  }

  reopen(obligation: string, term: string): void {
    const data = { obligations: [obligation], term, reason: 'Xã báo cáo nội dung chưa được thực hiện.' };
    this.act({ type: 'ReopenPetition', data }, COORDINATOR);
  }

  *prepare(id: string): Life {
    const { world } = this;
    const { random } = world;
    const open = () => this.isOpen && this.obligations.find((o) => o.id === id && o.workflow === 'ASSIGNED');
    const asks = random.chance(0.08);
    const interim = random.chance(0.14);
    if (asks) {
      yield world.in(random.int(1, 3));
      const o = open();
      if (o) {
        const data = {
          obligation: id,
          fromAgencies: random.sample(DEPARTMENT_CODES, 2),
          document: world.document(o.agency, 'Công văn', 'Đề nghị cung cấp thông tin'),
          questions: 'Đề nghị cung cấp số liệu và ý kiến chuyên môn về nội dung kiến nghị.',
        };
        this.act({ type: 'RequestInformation', data }, actorOf(o.agency, LEADER));
      }
    }
    if (!interim) return;
    yield world.in(random.int(3, 9));
    const o = open();
    if (!o) return;
    const document = world.document(o.agency, 'Công văn', `Trả lời bước đầu: ${this.lodged.subject}`);
    const nextOn = addDays(world.today, random.int(10, 40));
    this.answer(o, { kind: 'INTERIM', document, nextOn }, actorOf(o.agency, LEADER));
  }

  finalAnswer({ agency, role }: Obligation, issuedDate: string): AnswerInput {
    const { world } = this;
    const { random } = world;
    const subject = `Trả lời kiến nghị: ${this.lodged.subject}`;
    const document = world.document(agency, 'Công văn', subject, issuedDate);
    if (role === 'SUPPORT') return { kind: 'FINAL', document, summary: 'Ý kiến phối hợp.' };
    const category = random.weighted(CATEGORIES);
    const base = { kind: 'FINAL', document, category } as const;
    switch (category) {
      case 'IN_PROGRESS':
        return { ...base, nextOn: addDays(issuedDate, random.int(30, 120)) };
      case 'NOT_RESOLVED':
        return { ...base, reason: 'Chưa cân đối được nguồn kinh phí trong năm.' };
      case 'FORWARDED_CENTRAL':
        return {
          ...base,
          forwardingDocument: world.document(
            agency,
            'Báo cáo',
            `Kiến nghị Trung ương: ${subject}`,
            issuedDate,
          ),
        };
      default:
        return base;
    }
  }
}

export function* petitionLife(world: World, plan: PetitionPlan): Life {
  const { random, today } = world;
  const id = world.id(`petition ${world.nextCase()}`);
  const c = new PetitionCase(world, id, plan);
  const session = plan.session;
  const receivedOn = session ? session.heldOn : addDays(today, -random.int(0, 3));
  const subject = `${random.pick(plan.topic.subjects)} (${plan.unit.name})`;
  const facts: PetitionFacts = {
    number: world.caseNumber('KN', receivedOn, id),
    subject,
    content:
      `${plan.unit.name} kiến nghị Ủy ban nhân dân tỉnh xem xét nội dung: ${subject}. ` +
      'Địa phương đã rà soát, báo cáo nhưng còn vướng mắc về thẩm quyền và kinh phí, đề nghị các sở hướng dẫn cụ thể.',
    field: plan.topic.field,
    raisedBy: plan.unit.code,
    competence: random.weighted([
      [88, 'PROVINCE'],
      [7, 'CENTRAL'],
      [5, 'COMMUNE'],
    ]),
    receivedOn,
    ...(session ? { workingSessionId: session.id } : {}),
  };
  c.act({ type: 'LodgePetition', data: facts }, c.clerk);
  yield* beforeRouting(c);
  plan.recent.push({ id, number: facts.number });
  if (plan.recent.length > 64) plan.recent.shift();
  if (random.chance(0.03) && plan.mayAdd(2)) return split(c);
  yield* routing(c);
}

function* beforeRouting(c: PetitionCase): Life {
  const { world, plan } = c;
  const { random } = world;
  const earlier = random.chance(0.03) && plan.recent.length > 0 ? random.pick(plan.recent) : undefined;
  if (earlier) {
    const data = { repeatOf: earlier.id, repeatOfNumber: earlier.number };
    c.act({ type: 'LinkAsRepeat', data }, COORDINATOR);
  }
  if (random.chance(0.04)) {
    const data = {
      agency: plan.topic.lead,
      text: 'Đại diện cơ quan đã giải trình trực tiếp tại buổi làm việc.',
      heldOn: c.lodged.receivedOn,
    };
    c.act({ type: 'RecordOralClarification', data }, COORDINATOR);
  }
  if (random.chance(0.5)) yield world.in(random.int(1, 3));
  if (random.chance(0.04)) {
    const data = { subject: `${c.lodged.subject}, bổ sung`, reason: 'Xã bổ sung nội dung.' };
    c.act({ type: 'AmendPetition', data }, c.clerk);
  }
}

function split(parent: PetitionCase): void {
  const { world, plan, lodged } = parent;
  const children = ['a', 'b'].map((part) => {
    world.nextCase();
    const id = world.id(`${parent.id} ${part}`);
    return new PetitionCase(world, id, plan);
  });
  const parts = children.map((child, i) => ({
    petitionId: child.id,
    number: world.caseNumber('KN', lodged.receivedOn, child.id),
    subject: `${lodged.subject}, phần ${i + 1}`,
    content: lodged.content,
    field: i === 0 ? lodged.field : 'BUDGET',
  }));
  const reason = 'Nội dung thuộc thẩm quyền của hai cơ quan.';
  parent.act({ type: 'SplitPetition', data: { parts, reason } }, COORDINATOR);
  children.forEach((child, i) => {
    const { petitionId: _, ...text } = parts[i]!;
    const { raisedBy, competence, receivedOn, workingSessionId, number } = lodged;
    const facts = {
      ...{ raisedBy, competence, receivedOn, ...text, parentId: parent.id, parentNumber: number },
      ...(workingSessionId ? { workingSessionId } : {}),
    };
    child.act({ type: 'SplitOffPetition', data: facts }, COORDINATOR);
    world.start(routing(child));
  });
}

/** Six in a hundred wait for their routing for ever, or so it seems to the commune. */
function* routing(c: PetitionCase): Life {
  const { world, plan } = c;
  const { random } = world;
  if (random.chance(0.4)) yield world.in(random.int(1, 3));
  if (random.chance(0.03)) return;
  const supporters = random.chance(0.3)
    ? random.sample(plan.topic.support, random.int(1, 2)).filter((code) => code !== plan.topic.lead)
    : [];
  const watch = random.chance(0.1) ? ['TTR'].filter((code) => !supporters.includes(code)) : [];
  const data = {
    lead: plan.topic.lead,
    support: supporters,
    watch: watch.filter((code) => code !== plan.topic.lead),
    term: petitionTerm(random, world.today),
    ...(plan.session?.answerDirective ? { directiveId: plan.session.answerDirective } : {}),
  };
  c.act({ type: 'RoutePetition', data }, COORDINATOR);
  if (world.crowded) return;
  for (const { id } of c.obligations) world.start(obligationLife(c, id));
  if (!random.chance(0.03)) return;
  yield world.in(random.int(4, 20));
  if (c.isOpen) {
    c.act({ type: 'WithdrawPetition', data: { reason: 'Xã đã tự giải quyết được.' } }, c.clerk);
  }
}
