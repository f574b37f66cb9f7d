/** Cases that live at random, within the rules: each command is put to the decider, and a refusal is passed over. */
import { addDays } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { letter, type RegisterDesk } from './register.js';
import { lodge } from './register-stories.js';

const AGENCIES = ['SNV', 'STC', 'SXD', 'SNNMT', 'SYT', 'SGDĐT', '18040'];
const UNITS = ['18040', '18028', '18001', '16690'];
const FIELDS = ['LAND', 'STAFF', 'BUDGET', 'OTHER'];
const TERMS = [
  '3 ngày làm việc',
  '10 ngày',
  '1 tháng',
  'trong năm 2025',
  'không thời hạn',
  '15 ngày làm việc',
];
const CATEGORIES = ['RESOLVED', 'EXPLAINED', 'RESOLVED'] as const;

/** mulberry32: the same seed, the same province. */
export function randomly(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}

/** @param lag a third of the steps are recorded up to so many days after the day that they are of */
export async function liveAtRandom(desk: RegisterDesk, seed: number, steps: number, lag = 0): Promise<void> {
  const r = randomly(seed);
  let on = '2025-09-01';
  for (let step = 1; step <= steps; step++) {
    if (r.below(6) === 0) on = addDays(on, 1);
    // Each step is recorded a second after the one before.
    const instant = new Date(Date.parse(`${on}T00:00:00.000Z`) + step * 1_000).toISOString();
    const of = lag > 0 && r.below(3) === 0 ? addDays(on, -r.below(lag + 1)) : on;
    try {
      await (r.below(4) === 0 ? directiveStep : petitionStep)(desk, r, of, step, instant);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

type Random = ReturnType<typeof randomly>;

async function petitionStep(desk: RegisterDesk, r: Random, on: string, step: number, instant: string) {
  const id = `p${r.below(30) + 1}`;
  const obligation = r.one(['1', '1', '1', '2', '3']);
  const agency = r.one(AGENCIES);
  const document = letter(agency, String(step), on);
  const put = (command: Parameters<RegisterDesk['petition']>[2]) => desk.petition(id, on, command, instant);
  const field = r.one(FIELDS);
  switch (r.below(16)) {
    case 0:
    case 1: {
      const facts = { raisedBy: r.one(UNITS), field, subject: `Kiến nghị ${id}`, ...maybeSession(r) };
      return lodge(desk, id, on, facts, instant);
    }
    case 2:
    case 3: {
      const support = r.below(2) === 0 ? [r.one(AGENCIES)] : [];
      return put({ type: 'RoutePetition', data: { lead: agency, support, term: r.one(TERMS) } });
    }
    case 4:
      return put({ type: 'AmendPetition', data: { field, reason: 'ghi nhầm' } });
    case 5:
      return put({
        type: 'TransferPetition',
        data: { obligation, toAgency: agency, slip: document, reason: 'đúng thẩm quyền' },
      });
    case 6:
      return put({
        type: 'ChangeDueDate',
        data: { obligation, term: r.one(TERMS), reason: 'khó khăn', document },
      });
    case 7:
      return put({
        type: 'IssueWrittenAnswer',
        data: { obligation, kind: 'INTERIM', document, nextOn: '2026-03-31' },
      });
    case 8:
    case 9:
    case 10:
      return put({
        type: 'IssueWrittenAnswer',
        data: { obligation, kind: 'FINAL', category: r.one(CATEGORIES), document },
      });
    case 11:
    case 12:
      return put({ type: 'AcceptWrittenAnswer', data: { obligation } });
    case 13:
      return put({
        type: 'ReturnWrittenAnswer',
        data: { obligation, reason: 'chưa rõ', term: '5 ngày làm việc' },
      });
    case 14: {
      const answerId = String(r.below(2) + 1);
      return put({ type: 'WithdrawWrittenAnswer', data: { obligation, answerId, reason: 'nhầm' } });
    }
    default: {
      const how = r.below(12);
      if (how === 0) return put({ type: 'WithdrawPetition', data: { reason: 'xin rút' } });
      if (how < 9) return put({ type: 'ClosePetition', data: { overrideReason: 'đủ' } });
      return put({ type: 'ReopenPetition', data: { term: '10 ngày', reason: 'xem lại' } });
    }
  }
}

async function directiveStep(desk: RegisterDesk, r: Random, on: string, step: number, instant: string) {
  const n = r.below(8) + 1;
  const id = `d${n}`;
  const obligation = String(r.below(AGENCIES.length) + 1);
  const document = letter(r.one(AGENCIES), String(step), on);
  const put = (command: Parameters<RegisterDesk['directive']>[2]) => desk.directive(id, on, command, instant);
  switch (r.below(9)) {
    case 0:
    case 1:
      return put({
        type: 'IssueDirective',
        data: {
          number: `NV-2025-${String(n).padStart(5, '0')}`,
          subject: `Nhiệm vụ ${n}`,
          content: 'Thực hiện',
          field: r.one(FIELDS),
          priority: 0,
          issuer: { post: 'Phó Chủ tịch Thường trực' },
          each: AGENCIES,
          term: r.one(TERMS),
          ...maybeSession(r),
        },
      });
    case 2:
      return put({ type: 'AcknowledgeDirective', data: { obligation } });
    case 3:
      return put({ type: 'ReportProgress', data: { obligation, text: `Tiến độ ${step}` } });
    case 4:
      return put({ type: 'ReportCompletion', data: { obligation, category: 'RESOLVED', document } });
    case 5:
      return put({ type: 'AcceptCompletion', data: { obligation } });
    case 6:
      return put({
        type: 'SuspendDirective',
        data: { obligations: [obligation], stopOn: on, reason: 'chờ' },
      });
    case 7:
      return put({ type: 'ResumeDirective', data: { obligations: [obligation], restartOn: on } });
    default:
      if (r.below(3) > 0) return 0;
      return put({
        type: 'CancelDirective',
        data: { obligations: [obligation], reason: 'không còn phù hợp', document },
      });
  }
}

const maybeSession = (r: Random) => (r.below(3) === 0 ? { workingSessionId: `s${r.below(2)}` } : {});
