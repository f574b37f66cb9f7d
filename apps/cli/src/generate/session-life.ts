/** A working session with communes: visits, reports, the conclusion notice, and the directives that follow from it. */
import { addDays } from '#calendar/local-date.js';
import type { DocumentRef } from '#obligations/document.js';
import { workingSession, workingSessionStream } from '#working-sessions/working-session.js';
import { COMMITTEE, DEPARTMENT_CODES, type LocalUnit, localUnits } from './province.js';
import { COORDINATOR, Subject, type World } from './world.js';

export interface Session {
  readonly id: string;
  readonly heldOn: string;
  readonly units: readonly LocalUnit[];
  readonly notice: DocumentRef;
  /** The directive that ordered all departments to answer in writing. */
  answerDirective?: string;
}

export function holdSession(world: World, count: number): Session {
  const { random, today } = world;
  const id = world.id(`session ${count}`);
  const units = random.sample(localUnits(), random.int(6, 10));
  const c = new Subject(world, workingSession, workingSessionStream(id));
  const facts = {
    heldOn: today,
    place: units[0]!.name,
    title: `Buổi làm việc với ${units.length} xã, phường (đợt ${count})`,
    chair: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
    units: units.map(({ code }) => code),
    participants: random.sample(DEPARTMENT_CODES, 6),
  };
  c.act({ type: 'HoldWorkingSession', data: facts }, COORDINATOR);
  for (const { code, name } of units.slice(0, 3)) {
    const visit = {
      unit: code,
      centre: `Trung tâm Phục vụ hành chính công ${name}`,
      visitedOn: today,
      period: { from: addDays(today, -91), to: addDays(today, -1) },
      dossiersReceived: random.int(600, 4_200),
    };
    c.act({ type: 'RecordVisit', data: visit }, COORDINATOR);
  }
  for (const { code, name } of units) {
    const summary = `${name} báo cáo tình hình thực hiện nhiệm vụ và nêu khó khăn, kiến nghị.`;
    c.act({ type: 'RecordReport', data: { unit: code, summary } }, COORDINATOR);
  }
  const text = 'Các sở, ngành trả lời kiến nghị của xã, phường bằng văn bản.';
  c.act({ type: 'GiveOrientation', data: { order: 1, text } }, COORDINATOR);
  const notice = world.document(COMMITTEE, 'Thông báo', `Kết luận ${facts.title.toLowerCase()}`);
  world.reserve(notice, id, '', COORDINATOR);
  c.act({ type: 'IssueConclusionNotice', data: { document: notice } }, COORDINATOR);
  return { id, heldOn: today, units, notice };
}
