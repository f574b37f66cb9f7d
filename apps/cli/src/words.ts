/** The words for the codes of the register, Vietnamese first. */
import type { WorkflowState } from '#obligations/obligation.js';
import type { TermState } from '#obligations/term-state.js';
import type { RegisterRow } from '#register/register.types.js';
import { figure } from './table.js';

export const WORKFLOW: Readonly<Record<WorkflowState, string>> = {
  ASSIGNED: 'Đã giao',
  ACKNOWLEDGED: 'Đã tiếp nhận',
  ANSWERED: 'Đã trả lời',
  ACCEPTED: 'Đã xác nhận',
  RETURNED: 'Trả lại',
  SUSPENDED: 'Tạm dừng',
  TRANSFERRED: 'Đã chuyển',
  CANCELLED: 'Đã hủy',
  WITHDRAWN: 'Đã rút',
};

export const TERM: Readonly<Record<TermState, string>> = {
  OPEN_IN_TERM: 'Trong hạn',
  OPEN_OVERDUE: 'Quá hạn',
  OPEN_NO_TERM: 'Không thời hạn',
  DONE_ON_TIME: 'Hoàn thành đúng hạn',
  DONE_LATE: 'Hoàn thành quá hạn',
  DONE_NO_TERM: 'Hoàn thành, không hạn',
};

/** "Quá hạn 3 ngày làm việc": what the term says today. */
export function termWords({ termState, daysLeft, dueSoon, dueProvisional }: RegisterRow): string {
  if (termState === null) return '';
  const days = daysLeft === null ? '' : figure(Math.abs(daysLeft));
  const words = dueSoon
    ? `Sắp đến hạn, còn ${days} ngày làm việc`
    : termState === 'OPEN_OVERDUE' && days
      ? `Quá hạn ${days} ngày làm việc`
      : termState === 'OPEN_IN_TERM' && days
        ? `Trong hạn, còn ${days} ngày làm việc`
        : TERM[termState];
  return dueProvisional ? `${words} (tạm tính)` : words;
}
