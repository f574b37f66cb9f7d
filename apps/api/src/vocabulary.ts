/** Code lists with their official labels, for screens and forms. */
import { FIELDS, type Label } from '#obligations/vocabulary.js';
import { ROLES } from '#identity/policy.js';

const label = (code: string, vi: string, en: string): Label => ({ code, vi, en });

export const VOCABULARY = {
  fields: FIELDS,
  categories: [
    label('RESOLVED', 'Đã giải quyết xong', 'Resolved'),
    label('IN_PROGRESS', 'Đang giải quyết (có lộ trình)', 'In progress, with its next date'),
    label('EXPLAINED', 'Đã giải trình, cung cấp thông tin', 'Explained'),
    label('NOT_RESOLVED', 'Chưa giải quyết (nêu lý do)', 'Not resolved, with the reason'),
    label('FORWARDED_CENTRAL', 'Thuộc thẩm quyền Trung ương, đã chuyển', 'Forwarded to the central level'),
  ],
  termStates: [
    label('DONE_ON_TIME', 'Hoàn thành trong hạn', 'Done on time'),
    label('DONE_LATE', 'Hoàn thành quá hạn', 'Done late'),
    label('DONE_NO_TERM', 'Hoàn thành, không có hạn', 'Done, no term'),
    label('OPEN_IN_TERM', 'Đang thực hiện trong hạn', 'Open, in term'),
    label('OPEN_OVERDUE', 'Đang thực hiện quá hạn', 'Open, overdue'),
    label('OPEN_NO_TERM', 'Đang thực hiện, không xác định thời hạn', 'Open, no term'),
    label('DUE_SOON', 'Sắp đến hạn', 'Due soon'),
  ],
  workflowStates: [
    label('ASSIGNED', 'Đã giao', 'Assigned'),
    label('ACKNOWLEDGED', 'Đã tiếp nhận', 'Acknowledged'),
    label('ANSWERED', 'Đã trả lời, chờ xác nhận', 'Answered, awaiting the office'),
    label('ACCEPTED', 'Đã xác nhận', 'Accepted'),
    label('RETURNED', 'Bị trả lại, thực hiện lại', 'Returned for rework'),
    label('SUSPENDED', 'Tạm dừng', 'Suspended'),
    label('TRANSFERRED', 'Đã chuyển cơ quan khác', 'Transferred'),
    label('CANCELLED', 'Đã hủy', 'Cancelled'),
    label('WITHDRAWN', 'Đã rút', 'Withdrawn'),
  ],
  answerStatuses: [
    label('AWAITED', 'Chưa trả lời', 'Awaited'),
    label('INTERIM', 'Trả lời bước đầu', 'Interim'),
    label('ANSWERED', 'Đã trả lời', 'Answered'),
    label('RETURNED', 'Bị trả lại', 'Returned'),
    label('ACCEPTED', 'Đã chấp nhận', 'Accepted'),
  ],
  caseStatuses: [
    label('OPEN', 'Đang xử lý', 'Open'),
    label('SPLIT', 'Đã tách', 'Split'),
    label('WITHDRAWN', 'Đã rút', 'Withdrawn'),
    label('CANCELLED', 'Đã hủy', 'Cancelled'),
    label('CLOSED', 'Đã kết thúc', 'Closed'),
  ],
  obligationRoles: [label('LEAD', 'Chủ trì', 'Lead'), label('SUPPORT', 'Phối hợp', 'Support')],
  answerKinds: [label('INTERIM', 'Bước đầu', 'Interim'), label('FINAL', 'Chính thức', 'Final')],
  competenceLevels: [
    label('CENTRAL', 'Trung ương', 'Central'),
    label('PROVINCE', 'Tỉnh', 'Province'),
    label('COMMUNE', 'Xã, phường', 'Commune'),
  ],
  agencyKinds: [
    label('DEPARTMENT', 'Sở, ban, ngành', 'Department'),
    label('COMMUNE', 'Xã', 'Commune'),
    label('WARD', 'Phường', 'Ward'),
    label('PROVINCIAL_BODY', 'Cơ quan khác của tỉnh', 'Other provincial body'),
    label('CENTRAL_BODY', 'Cơ quan Trung ương', 'Central body'),
    label('COMPANY', 'Doanh nghiệp', 'Company'),
  ],
  dayKinds: [
    label('OFF', 'Nghỉ lễ', 'Public holiday'),
    label('SUBSTITUTE_OFF', 'Nghỉ bù', 'Substitute day off'),
    label('SWAPPED_OFF', 'Nghỉ hoán đổi', 'Swapped day off'),
    label('MAKEUP_WORK', 'Làm bù', 'Make-up working day'),
  ],
  signingCapacities: [
    label('ON_BEHALF', 'TM.', 'On behalf of'),
    label('DEPUTY_FOR', 'KT.', 'Deputy for'),
    label('BY_ORDER', 'TL.', 'By order of'),
    label('BY_AUTHORISATION', 'TUQ.', 'By authorisation of'),
    label('ACTING', 'Q.', 'Acting'),
  ],
  roles: ROLES,
} as const;
