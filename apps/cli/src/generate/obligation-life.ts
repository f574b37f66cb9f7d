/** What becomes of one obligation, petition or directive alike: declined, passed on, extended, answered, judged. */
import { addDays, daysBetween, yearOf } from '#calendar/local-date.js';
import type { Actor } from '#event-sourcing/event-store.js';
import type { AnswerInput } from '#obligations/answer-rules.js';
import type { ObligationCommand } from '#obligations/obligation-changes.js';
import {
  currentRound,
  isOpen,
  type Obligation,
  type Obligations,
  pendingFinalAnswer,
} from '#obligations/obligation.js';
import { DEPARTMENT_CODES, localUnits } from './province.js';
import { actorOf, COORDINATOR, LEADER, type Life, VICE_CHAIR, type World } from './world.js';

/** A case as its obligations see it. */
export interface Owing {
  readonly world: World;
  readonly id: string;
  readonly obligations: Obligations;
  readonly isOpen: boolean;
  change(command: ObligationCommand, actor: Actor): void;
  answer(o: Obligation, input: AnswerInput, actor: Actor): void;
  withdrawAnswer(o: Obligation, answerId: string, actor: Actor): void;
  giveBack(o: Obligation, term: string): void;
  accept(o: Obligation): void;
  /** What is accepted was not what was asked: the commune may say so. */
  afterAnswer(o: Obligation): void;
  transfer(o: Obligation, toAgency: string): void;
  close(overrideReason?: string): void;
  reopen(obligation: string, term: string): void;
  /** What an agency does before it answers; may take days. */
  prepare(id: string): Life;
  finalAnswer(o: Obligation, issuedDate: string): AnswerInput;
}

type Ready = Generator<string, Obligation | undefined, void>;

export function* obligationLife(c: Owing, id: string): Life {
  const { random } = c.world;
  yield c.world.in(random.int(1, 2));
  const passedOn = yield* assignmentQuestioned(c, id);
  if (passedOn) return yield* obligationLife(c, passedOn);
  yield* c.prepare(id);
  const extended = random.chance(0.1);
  if (extended) yield* askForMoreTime(c, id);
  const answered = yield* answering(c, id);
  if (answered && isAccepted(c, id)) yield* closing(c, id);
}

/** The obligation when it is open and its clock runs; waits while it is suspended. */
function* ready(c: Owing, id: string): Ready {
  for (;;) {
    const o = openNow(c, id);
    if (!o) return undefined;
    if (o.suspendedOn === null) return recomputed(c, o);
    yield c.world.in(5);
  }
}

const found = (c: Owing, id: string): Obligation | undefined => c.obligations.find((o) => o.id === id);

function openNow(c: Owing, id: string): Obligation | undefined {
  const o = found(c, id);
  return o && c.isOpen && isOpen(o) ? o : undefined;
}

const isAccepted = (c: Owing, id: string): boolean => found(c, id)?.workflow === 'ACCEPTED';

/** A provisional due date is decided anew once the year has a calendar. */
function recomputed(c: Owing, o: Obligation): Obligation | undefined {
  const { due } = currentRound(o);
  const settled = due.provisional && due.dueOn !== null && c.world.calendar.isDeclared(yearOf(due.dueOn));
  if (settled && o.workflow !== 'ANSWERED') {
    const reason = `Đã công bố lịch làm việc năm ${yearOf(due.dueOn)}.`;
    c.change({ type: 'RecomputeDueDate', data: { obligation: o.id, reason } }, COORDINATOR);
  }
  return found(c, o.id);
}

/** The number of the obligation that took its place, when it was passed on. */
function* assignmentQuestioned(c: Owing, id: string): Generator<string, string | undefined, void> {
  const { world } = c;
  const { random } = world;
  let o = yield* ready(c, id);
  if (!o) return undefined;
  const declines = random.chance(0.03);
  if (declines) {
    const reason = 'Nội dung không thuộc chức năng, nhiệm vụ của cơ quan.';
    if (world.today <= addDays(o.assignedOn, 2)) {
      const declined = { obligation: id, reason };
      c.change({ type: 'DeclineAssignment', data: declined }, actorOf(o.agency, LEADER));
      yield world.in(random.int(1, 3));
      o = yield* ready(c, id);
      if (!o) return undefined;
      if (random.chance(0.5)) {
        const refused = { obligation: id, reason: 'Đúng lĩnh vực quản lý, đề nghị thực hiện.' };
        c.change({ type: 'RefuseDecline', data: refused }, COORDINATOR);
        return undefined;
      }
      return passOn(c, o);
    }
  }
  return random.chance(0.05) ? passOn(c, o) : undefined;
}

function passOn(c: Owing, o: Obligation): string | undefined {
  const named = new Set(c.obligations.map((other) => other.agency));
  const free = DEPARTMENT_CODES.filter((code) => !named.has(code));
  const local = localUnits().map(({ code }) => code);
  const candidates = free.length > 0 ? free : local.filter((code) => !named.has(code));
  if (candidates.length === 0) return undefined;
  c.transfer(o, c.world.random.pick(candidates));
  return c.obligations.at(-1)?.id;
}

function* askForMoreTime(c: Owing, id: string): Life {
  const { world } = c;
  const { random } = world;
  let o = yield* ready(c, id);
  const dueOn = o && currentRound(o).due.dueOn;
  if (!dueOn) return;
  yield world.in(Math.min(40, Math.floor(Math.max(0, daysBetween(world.today, dueOn)) * 0.6)));
  o = yield* ready(c, id);
  if (!o || o.workflow === 'ANSWERED') return;
  const proposedTerm = random.pick(['5 ngày làm việc', '10 ngày làm việc', '15 ngày làm việc']);
  const reason = 'Cần thêm thời gian kiểm tra thực địa và lấy ý kiến các cơ quan liên quan.';
  const asked = { obligation: id, proposedTerm, reason };
  c.change({ type: 'RequestDueDateChange', data: asked }, actorOf(o.agency, LEADER));
  yield world.in(random.int(1, 4));
  o = yield* ready(c, id);
  if (!o) return;
  if (random.chance(0.25)) {
    const refused = { obligation: id, reason: 'Nội dung đã quá chậm, yêu cầu thực hiện đúng hạn.' };
    return c.change({ type: 'RefuseDueDateChange', data: refused }, COORDINATOR);
  }
  const document = world.document('UBND', 'Công văn', 'Về việc điều chỉnh thời hạn thực hiện');
  const granted = { obligation: id, term: proposedTerm, reason, document };
  c.change({ type: 'ChangeDueDate', data: granted }, VICE_CHAIR);
}

/** From the wait for an answer to its acceptance, round after round. False: it never came so far. */
function* answering(c: Owing, id: string): Generator<string, boolean, void> {
  const { world } = c;
  const { random } = world;
  for (let round = 1; round <= 4; round++) {
    const waiting = yield* ready(c, id);
    const day = waiting && answerDay(world, waiting);
    if (day === undefined) return false;
    yield day;
    const o = yield* ready(c, id);
    if (!o) return false;
    giveAnswer(c, o);
    if (random.chance(0.03)) {
      yield world.in(random.int(1, 5));
      withdrawn(c, id);
      continue;
    }
    yield world.in(random.int(1, 9));
    if (random.chance(0.04)) return false; // answered, and the office has not looked at it
    const judged = openNow(c, id);
    if (!judged || judged.workflow !== 'ANSWERED') return false;
    if (judged.suspendedOn === null && random.chance(0.09)) {
      c.giveBack(judged, random.chance(0.5) ? 'KEEP' : random.pick(['5 ngày làm việc', '7 ngày']));
      continue;
    }
    c.accept(judged);
    return true;
  }
  return false;
}

/** Three in four keep the term; one in eight never answers; undefined: never. */
function answerDay(world: World, o: Obligation): string | undefined {
  const { random } = world;
  if (random.chance(o.role === 'LEAD' ? 0.08 : 0.12)) return undefined;
  const { dueOn } = currentRound(o).due;
  if (dueOn === null) return world.in(random.int(8, 160));
  const left = daysBetween(world.today, dueOn);
  if (left > 1 && random.chance(0.8)) {
    const day = world.in(random.int(Math.ceil(left * 0.3), left));
    return day > dueOn ? dueOn : day;
  }
  return world.notBefore(addDays(dueOn, 1 + Math.floor(-Math.log(1 - random.next()) * 12)));
}

function giveAnswer(c: Owing, o: Obligation): void {
  const { random, today } = c.world;
  const earlier = addDays(today, -random.int(3, 6));
  const issuedDate = random.chance(0.04) && earlier >= currentRound(o).startedOn ? earlier : today;
  c.answer(o, c.finalAnswer(o, issuedDate), actorOf(o.agency, LEADER));
  c.afterAnswer(o);
}

function withdrawn(c: Owing, id: string): void {
  const o = openNow(c, id);
  const answer = o && currentRound(o).answers.findLast((given) => !given.withdrawn);
  if (o && answer) c.withdrawAnswer(o, answer.id, actorOf(o.agency, LEADER));
}

function* closing(c: Owing, id: string): Life {
  const { world } = c;
  const { random } = world;
  yield world.in(random.int(2, 12));
  if (!mayClose(c) || random.chance(0.1)) return;
  if (c.obligations.some(isOpen)) {
    yield world.in(20);
    if (!mayClose(c)) return;
    // What supporters sent is taken note of; what they did not send is done without.
    for (const o of c.obligations) if (isOpen(o) && pendingFinalAnswer(o)) c.accept(o);
  }
  const silent = c.obligations.some(isOpen);
  c.close(silent ? 'Cơ quan phối hợp không có ý kiến; kết thúc theo ý kiến cơ quan chủ trì.' : undefined);
  if (!random.chance(0.06) || !isAccepted(c, id)) return;
  yield world.in(random.int(15, 60));
  c.reopen(id, '10 ngày làm việc');
  if ((yield* answering(c, id)) && mayClose(c)) c.close();
}

function mayClose(c: Owing): boolean {
  const leads = c.obligations.filter((o) => o.role === 'LEAD');
  return c.isOpen && leads.some((o) => o.workflow === 'ACCEPTED') && !leads.some(isOpen);
}
