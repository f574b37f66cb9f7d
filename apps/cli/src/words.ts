/** The words for the codes of the register, Vietnamese first. */
import type { WorkflowState } from '#obligations/obligation.js';
import type { TermState } from '#obligations/term-state.js';
import type { Difference } from '#register/register.differences.js';
import type { RegisterRow } from '#register/register.types.js';
import type { Figure } from '../../api/src/figures.js';
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

export const FIGURE: Readonly<Record<Figure, string>> = {
  total: 'Tổng số / Total',
  doneOnTime: 'Hoàn thành đúng hạn / Done on time',
  doneLate: 'Hoàn thành quá hạn / Done late',
  doneNoTerm: 'Hoàn thành, không hạn / Done without a term',
  openInTerm: 'Đang thực hiện trong hạn / Open in term',
  openOverdue: 'Quá hạn / Overdue',
  openNoTerm: 'Đang thực hiện, không hạn / Open without a term',
  dueSoon: 'Sắp đến hạn / Due soon',
  ended: 'Đã chuyển, hủy, rút / Transferred, cancelled, withdrawn',
  answered: 'Đã có văn bản trả lời / Answered in writing',
  resolved: 'Đã giải quyết xong / Resolved',
};

export const DIFFERENCE: Readonly<Record<Difference, string>> = {
  APPEARED: 'mới có / appeared',
  LEFT: 'không còn / left',
  BECAME_OVERDUE: 'thành quá hạn / became overdue',
  NO_LONGER_OVERDUE: 'hết quá hạn / no longer overdue',
  ANSWERED: 'đã trả lời / answered',
  RETURNED: 'trả lại / returned',
  CLOSED: 'hoàn thành / closed',
  REOPENED: 'mở lại / reopened',
  ENDED: 'đã kết thúc / ended',
  AGENCY_CHANGED: 'đổi cơ quan / another agency',
  DUE_DATE_MOVED: 'đổi hạn / due date moved',
};

/** What stands in those columns as a code. */
export const VALUE: Readonly<Record<string, string>> = {
  ...WORKFLOW,
  LEAD: 'chủ trì',
  SUPPORT: 'phối hợp',
  AWAITED: 'chưa có',
  INTERIM: 'trả lời bước đầu',
  RESOLVED: 'đã giải quyết xong',
  IN_PROGRESS: 'đang giải quyết',
  EXPLAINED: 'đã giải trình',
  NOT_RESOLVED: 'chưa giải quyết',
  FORWARDED_CENTRAL: 'đã chuyển Trung ương',
};

/** What an event changed, by the names of the register's columns. */
export const FIELD: Readonly<Record<string, string>> = {
  agency: 'cơ quan',
  role: 'vai trò',
  workflow: 'xử lý',
  answerStatus: 'văn bản trả lời',
  category: 'kết quả',
  originalDueOn: 'hạn đầu',
  currentDueOn: 'hạn',
  completedOn: 'ngày hoàn thành',
  endedOn: 'ngày kết thúc',
  clockStoppedOn: 'tạm dừng từ',
  round: 'lần',
};
