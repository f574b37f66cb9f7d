/** The steps of the ladder, their clearing and its policies in words. */
import { formatVi } from '#calendar/local-date.js';
import type { EscalationPolicy } from '#obligations/escalation-policy.js';
import type { ClearedBy, EscalationEvent } from '#obligations/escalation-events.js';
import type { Say, Telling, Words } from './event-words.js';

type DataOf<T extends EscalationEvent['type']> = Extract<EscalationEvent, { type: T }>['data'];
type Taken = DataOf<'ObligationReminded' | 'ObligationBecameOverdue' | 'ObligationEscalated'>;

const LEVELS: readonly Words[] = [
  { vi: 'Nhắc việc', en: 'Reminder' },
  { vi: 'Quá hạn', en: 'Overdue' },
  { vi: 'Báo lãnh đạo cơ quan', en: 'Brought before the head of the agency' },
  { vi: 'Báo Văn phòng', en: 'Brought before the Office' },
  { vi: 'Vào danh sách đỏ', en: 'On the red list' },
];

const CAUSES: Readonly<Record<ClearedBy, Words>> = {
  ANSWERED: { vi: 'đã có văn bản trả lời', en: 'answered' },
  EXTENDED: { vi: 'được gia hạn', en: 'extended' },
  DUE_DATE_CHANGED: { vi: 'hạn đã đổi', en: 'the due date was changed' },
  RECOMPUTED: { vi: 'hạn tính lại theo lịch mới', en: 'recomputed under the later calendar' },
  SUSPENDED: { vi: 'tạm dừng', en: 'suspended' },
  TRANSFERRED: { vi: 'chuyển cơ quan khác', en: 'passed on' },
  CANCELLED: { vi: 'hủy, kết thúc', en: 'cancelled' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
  HEARD_FROM: { vi: 'đã có báo cáo', en: 'heard from' },
};

function when({ daysLeft, dueOn, silentSince = '' }: Taken): Words {
  if (daysLeft === null || dueOn === null) {
    return {
      vi: `không báo cáo từ ${formatVi(silentSince)}`,
      en: `nothing heard since ${silentSince}`,
    };
  }
  const [dueVi, dueEn] = [`hạn ${formatVi(dueOn)}`, `due ${dueOn}`];
  if (daysLeft > 0) {
    return { vi: `${dueVi}, còn ${daysLeft} ngày làm việc`, en: `${dueEn}, ${daysLeft} working days left` };
  }
  if (daysLeft < 0) {
    return {
      vi: `${dueVi}, chậm ${-daysLeft} ngày làm việc`,
      en: `${dueEn}, ${-daysLeft} working days late`,
    };
  }
  return { vi: dueVi, en: dueEn };
}

const step = (d: Taken, say: Say): [string, string] => {
  const level = LEVELS[d.level]!;
  const { vi, en } = when(d);
  const letter = d.level >= 2 && (d as DataOf<'ObligationEscalated'>).draftsUrgingLetter;
  const skipped = d.skipped.length;
  return [
    `${level.vi} ${say.name(d.agency)}: ${vi}${letter ? '; soạn công văn đôn đốc' : ''}${skipped ? `; bỏ qua ${skipped} bước đã lỡ` : ''}`,
    `${level.en}, ${say.name(d.agency)}: ${en}${letter ? '; an urging letter is drafted' : ''}${skipped ? `; ${skipped} overtaken steps skipped` : ''}`,
  ];
};

export const ESCALATIONS: Readonly<Record<string, Telling>> = {
  ObligationReminded: step,
  ObligationBecameOverdue: step,
  ObligationEscalated: step,
  EscalationCleared: ({ from, cause }: DataOf<'EscalationCleared'>) => [
    `Thôi đôn đốc (mức ${from}): ${CAUSES[cause].vi}`,
    `Chasing ended (level ${from}): ${CAUSES[cause].en}`,
  ],
  EscalationPolicyAdopted: ({ policy }: { policy: EscalationPolicy }) => [
    `Ban hành quy tắc đôn đốc ${policy.id}, áp dụng từ ${formatVi(policy.effectiveFrom)}`,
    `Escalation policy ${policy.id} adopted, in force from ${policy.effectiveFrom}`,
  ],
};
