/**
 * Every event in words, Vietnamese and English, for histories and for "what has changed since". Agencies are named by
 * code unless their names are given. An event that is not known here is named by its type.
 */
import { formatVi } from '#calendar/local-date.js';
import { documentCode, type DocumentRef } from '#obligations/document.js';
import { ESCALATIONS } from './escalation-words.js';
import { SECURITY } from './security-words.js';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface ToldEvent {
  readonly type: string;
  readonly data: object;
}

export type Names = Readonly<Record<string, string>>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry knows the data of its own type
export type Telling = (data: any, say: Say) => readonly [vi: string, en: string];

export interface Say {
  name(code: string): string;
  names(codes: readonly string[]): string;
}

const day = (date: string | null | undefined): string => (date ? formatVi(date) : 'không thời hạn');
const dayEn = (date: string | null | undefined): string => date ?? 'no term';
const doc = (d: DocumentRef | undefined): string =>
  d ? `${d.typeName} ${documentCode(d)} ngày ${formatVi(d.issuedDate)}${files(d, 'kèm', 'tệp')}` : '';
const docEn = (d: DocumentRef | undefined): string =>
  d ? `${documentCode(d)} of ${d.issuedDate}${files(d, 'with', 'attached')}` : '';
const files = ({ attachments = [] }: DocumentRef, before: string, after: string): string =>
  attachments.length === 0 ? '' : `, ${before} ${attachments.length} ${after}`;
const by = (d: DocumentRef | undefined): string => (d ? ` (${doc(d)})` : '');
const byEn = (d: DocumentRef | undefined): string => (d ? ` (${docEn(d)})` : '');

const CATEGORY: Readonly<Record<string, Words>> = {
  RESOLVED: { vi: 'đã giải quyết xong', en: 'resolved' },
  IN_PROGRESS: { vi: 'đang giải quyết', en: 'in progress' },
  EXPLAINED: { vi: 'đã giải trình, cung cấp thông tin', en: 'explained' },
  NOT_RESOLVED: { vi: 'chưa giải quyết', en: 'not resolved' },
  FORWARDED_CENTRAL: { vi: 'đã chuyển Trung ương', en: 'forwarded to the central level' },
};

interface ToldAnswer {
  readonly kind: string;
  readonly document: DocumentRef;
  readonly category?: string;
  readonly lateEntry: boolean;
}

function answer(a: ToldAnswer): Words {
  const category = a.category ? CATEGORY[a.category] : undefined;
  const late: Words = a.lateEntry ? { vi: ' (nhập muộn)', en: ' (late entry)' } : { vi: '', en: '' };
  return {
    vi: `${doc(a.document)}${category ? `, kết quả: ${category.vi}` : ''}${late.vi}`,
    en: `${docEn(a.document)}${category ? `, ${category.en}` : ''}${late.en}`,
  };
}

interface ToldAssignment {
  readonly agency: string;
  readonly role: string;
  readonly due: { readonly dueOn: string | null };
}

function charged(assignments: readonly ToldAssignment[], say: Say, mode?: string): Words {
  const dueOn = assignments[0]?.due.dueOn;
  if (mode === 'EACH') {
    return {
      vi: `${assignments.length} cơ quan, mỗi cơ quan tự chịu trách nhiệm, hạn ${day(dueOn)}`,
      en: `${assignments.length} agencies, each by itself, due ${dayEn(dueOn)}`,
    };
  }
  const of = (role: string) => assignments.filter((a) => a.role === role).map((a) => a.agency);
  const [lead, support] = [of('LEAD'), of('SUPPORT')];
  const vi = [
    lead.length ? `chủ trì: ${say.names(lead)}` : '',
    support.length ? `phối hợp: ${say.names(support)}` : '',
  ];
  const en = [
    lead.length ? `lead: ${say.names(lead)}` : '',
    support.length ? `support: ${say.names(support)}` : '',
  ];
  return {
    vi: [...vi, assignments.length ? `hạn ${day(dueOn)}` : ''].filter(Boolean).join('; '),
    en: [...en, assignments.length ? `due ${dayEn(dueOn)}` : ''].filter(Boolean).join('; '),
  };
}

const answerIssued: Telling = (d) => {
  const { vi, en } = answer(d.answer);
  return d.answer.kind === 'INTERIM'
    ? [`Trả lời bước đầu bằng văn bản: ${vi}`, `Interim written answer: ${en}`]
    : [`Trả lời bằng văn bản: ${vi}`, `Written answer: ${en}`];
};

const returned: Telling = (d) => [
  `Trả lại, yêu cầu làm lại: ${d.reason}. Hạn mới ${day(d.due.dueOn)}`,
  `Returned for rework: ${d.reason}. New due date ${dayEn(d.due.dueOn)}`,
];

const reopened: Telling = (d) => [
  `Mở lại: ${d.reason}. Hạn ${day(d.obligations[0]?.due.dueOn)}`,
  `Reopened: ${d.reason}. Due ${dayEn(d.obligations[0]?.due.dueOn)}`,
];

const closed: Telling = (d) =>
  d.override
    ? [
        `Kết thúc khi chưa có ý kiến phối hợp: ${d.override.reason}`,
        `Closed without the supporters: ${d.override.reason}`,
      ]
    : ['Kết thúc hồ sơ', 'Closed'];

const moved: Telling = (d, say) => [
  `Chuyển từ ${say.name(d.fromAgency)} sang ${say.name(d.toAgency)}${by(d.slip ?? d.document)}: ${d.reason}. Cơ quan cũ giữ ${d.heldWorkingDays} ngày làm việc`,
  `Passed from ${say.name(d.fromAgency)} to ${say.name(d.toAgency)}${byEn(d.slip ?? d.document)}: ${d.reason}. Held for ${d.heldWorkingDays} working days`,
];

const PETITIONS: Readonly<Record<string, Telling>> = {
  PetitionLodged: (d, say) => [
    `${say.name(d.raisedBy)} nêu kiến nghị ${d.number}: ${d.subject}`,
    `${say.name(d.raisedBy)} raised petition ${d.number}: ${d.subject}`,
  ],
  PetitionSplitFrom: (d) => [
    `Kiến nghị ${d.number} được tách từ ${d.parentNumber}: ${d.subject}`,
    `Petition ${d.number} was split from ${d.parentNumber}: ${d.subject}`,
  ],
  PetitionAmended: (d) => [`Sửa kiến nghị: ${d.reason}`, `Amended: ${d.reason}`],
  PetitionSplit: (d) => {
    const numbers = d.parts.map((part: { number: string }) => part.number).join(', ');
    return [`Tách thành ${numbers}: ${d.reason}`, `Split into ${numbers}: ${d.reason}`];
  },
  PetitionLinkedAsRepeat: (d) => [
    `Kiến nghị lại của ${d.repeatOfNumber}`,
    `Repeats petition ${d.repeatOfNumber}`,
  ],
  PetitionRouted: (d, say) => {
    const { vi, en } = charged(d.assignments, say);
    const watch = d.watchers.length > 0 ? say.names(d.watchers) : '';
    return [
      `Giao${by(d.document)}: ${[vi, watch && `theo dõi: ${watch}`].filter(Boolean).join('; ')}`,
      `Routed${byEn(d.document)}: ${[en, watch && `watching: ${watch}`].filter(Boolean).join('; ')}`,
    ];
  },
  PetitionTransferred: moved,
  OralClarificationRecorded: (d, say) => [
    `${say.name(d.agency)} làm rõ tại cuộc họp ngày ${day(d.heldOn)} (không thay văn bản trả lời): ${d.text}`,
    `${say.name(d.agency)} clarified orally on ${d.heldOn} (not an answer): ${d.text}`,
  ],
  InformationRequested: (d, say) => [
    `Đề nghị ${say.names(d.fromAgencies)} cung cấp thông tin (${doc(d.document)})`,
    `Asked ${say.names(d.fromAgencies)} for information (${docEn(d.document)})`,
  ],
  WrittenAnswerIssued: answerIssued,
  WrittenAnswerWithdrawn: (d) => [
    `Thu hồi văn bản trả lời: ${d.reason}`,
    `Written answer withdrawn: ${d.reason}`,
  ],
  WrittenAnswerReturned: returned,
  WrittenAnswerAccepted: (d) => [
    `Chấp nhận văn bản trả lời${d.note ? `: ${d.note}` : ''}`,
    `Written answer accepted${d.note ? `: ${d.note}` : ''}`,
  ],
  WrittenAnswerDisputed: (d) => [
    `Địa phương cho rằng trả lời chưa đúng nội dung: ${d.reason}`,
    `The commune says that the answer misses the point: ${d.reason}`,
  ],
  PetitionForwardedToCentral: (d, say) => [
    `Kiến nghị lên ${say.name(d.toAgency)} (${doc(d.document)})`,
    `Forwarded to ${say.name(d.toAgency)} (${docEn(d.document)})`,
  ],
  PetitionWithdrawn: (d) => [`Rút kiến nghị: ${d.reason}`, `Withdrawn: ${d.reason}`],
  PetitionReopened: reopened,
  PetitionClosed: closed,
  PersonalDataForgotten: (d) => [
    `Xóa dữ liệu cá nhân của ${d.subjects.length} người: ${d.reason}`,
    `Personal data of ${d.subjects.length} forgotten: ${d.reason}`,
  ],
};

const DIRECTIVES: Readonly<Record<string, Telling>> = {
  DirectiveIssued: (d, say) => {
    const { vi, en } = charged(d.assignments, say, d.mode);
    return [
      `Giao nhiệm vụ ${d.number}${by(d.document)}: ${d.subject}. ${vi}`,
      `Directive ${d.number} issued${byEn(d.document)}: ${d.subject}. ${en}`,
    ];
  },
  DirectiveAcknowledged: () => ['Tiếp nhận nhiệm vụ', 'Acknowledged'],
  ProgressReported: (d) => {
    const percent = d.percent === undefined ? '' : ` (${d.percent}%)`;
    const letter = d.answer?.document as DocumentRef | undefined;
    return [
      `Báo cáo tiến độ${percent}${by(letter)}: ${d.text}`,
      `Progress${percent}${byEn(letter)}: ${d.text}`,
    ];
  },
  CompletionReported: (d) => {
    const { vi, en } = answer(d.answer);
    return [`Báo cáo hoàn thành: ${vi}`, `Completion reported: ${en}`];
  },
  CompletionWithdrawn: (d) => [
    `Thu hồi báo cáo hoàn thành: ${d.reason}`,
    `Completion withdrawn: ${d.reason}`,
  ],
  CompletionReturned: returned,
  CompletionAccepted: (d) => [
    `Xác nhận hoàn thành${d.note ? `: ${d.note}` : ''}`,
    `Completion accepted${d.note ? `: ${d.note}` : ''}`,
  ],
  DirectiveReassigned: moved,
  DirectiveSuspended: (d) => [
    `Tạm dừng từ ngày ${day(d.on)}: ${d.reason}`,
    `Suspended from ${d.on}: ${d.reason}`,
  ],
  DirectiveResumed: (d) => [
    `Tiếp tục từ ngày ${day(d.restartOn)}${d.implicit ? ' (do chấp nhận kết quả)' : ''}`,
    `Resumed from ${d.restartOn}${d.implicit ? ' (by the acceptance)' : ''}`,
  ],
  DirectiveCancelled: (d) => [
    `Hủy (${doc(d.document)}): ${d.reason}`,
    `Cancelled (${docEn(d.document)}): ${d.reason}`,
  ],
  DirectiveReopened: reopened,
  DirectiveClosed: closed,
};

const OBLIGATIONS: Readonly<Record<string, Telling>> = {
  DueDateChangeRequested: (d) => [
    `Đề nghị điều chỉnh thời hạn (${d.proposedTerm})${by(d.document)}: ${d.reason}`,
    `Asked for another due date (${d.proposedTerm})${byEn(d.document)}: ${d.reason}`,
  ],
  DueDateChanged: (d) => {
    const [vi, en] = {
      EXTENSION: ['Gia hạn', 'Extended'],
      REPLACEMENT: ['Thay thời hạn', 'Given another due date'],
      CALENDAR: ['Tính lại hạn theo lịch mới', 'Recomputed under the later calendar'],
    }[d.kind as 'EXTENSION'];
    return [
      `${vi} đến ${day(d.due.dueOn)}${by(d.document)}: ${d.reason}`,
      `${en}: ${dayEn(d.due.dueOn)}${byEn(d.document)}: ${d.reason}`,
    ];
  },
  DueDateChangeRefused: (d) => [
    `Không đồng ý điều chỉnh thời hạn: ${d.reason}`,
    `Change of the due date refused: ${d.reason}`,
  ],
  AssignmentDeclined: (d) => [`Từ chối nhiệm vụ được giao: ${d.reason}`, `Assignment declined: ${d.reason}`],
  UrgingLetterIssued: (d, say) => [
    `Đôn đốc ${say.name(d.agency)} bằng ${doc(d.document)}${d.replyBy ? `, báo cáo trước ngày ${day(d.replyBy)}` : ''}`,
    `${say.name(d.agency)} urged by ${docEn(d.document)}${d.replyBy ? `, to reply by ${d.replyBy}` : ''}`,
  ],
  ObligationInherited: (d, say) => [
    `${say.name(d.agency)} tiếp nhận nghĩa vụ của ${say.name(d.from)} do sáp nhập`,
    `${say.name(d.agency)} takes over what ${say.name(d.from)} owed, by merger`,
  ],
  AssignmentDeclineRefused: (d) => [
    `Không chấp nhận việc từ chối: ${d.reason}`,
    `Decline not accepted: ${d.reason}`,
  ],
};

const OTHERS: Readonly<Record<string, Telling>> = {
  WorkingSessionHeld: (d) => [
    `Buổi làm việc ngày ${day(d.heldOn)}: ${d.title}`,
    `Working session of ${d.heldOn}: ${d.title}`,
  ],
  UnitVisited: (d, say) => [
    `Kiểm tra ${d.centre} (${say.name(d.unit)}): ${d.dossiersReceived} hồ sơ từ ${day(d.period.from)} đến ${day(d.period.to)}`,
    `Visited ${d.centre} (${say.name(d.unit)}): ${d.dossiersReceived} dossiers from ${d.period.from} to ${d.period.to}`,
  ],
  ReportHeard: (d, say) => [
    `Nghe ${say.name(d.unit)} báo cáo: ${d.summary}`,
    `Heard ${say.name(d.unit)}: ${d.summary}`,
  ],
  OrientationGiven: (d) => [`Định hướng ${d.order}: ${d.text}`, `Orientation ${d.order}: ${d.text}`],
  ConclusionNoticeIssued: (d) => [
    `Ban hành ${doc(d.document)}`,
    `Conclusion notice ${docEn(d.document)} issued`,
  ],
  TaskForceEstablished: (d) => [
    `Thành lập ${d.name} (${doc(d.document)})`,
    `${d.name} established (${docEn(d.document)})`,
  ],
  TaskForceMembersChanged: () => ['Thay đổi thành viên', 'Members changed'],
  TaskForceDissolved: (d) => [`Giải thể ngày ${day(d.on)}`, `Dissolved on ${d.on}`],
  AgencyEstablished: (d) => [`Thành lập ${d.name} từ ${day(d.on)}`, `${d.name} established on ${d.on}`],
  AgencyRenamed: (d) => [`Đổi tên thành ${d.name} từ ${day(d.on)}`, `Renamed to ${d.name} on ${d.on}`],
  AgencyMergedInto: (d, say) => [
    `Sáp nhập vào ${say.name(d.successor)}`,
    `Merged into ${say.name(d.successor)}`,
  ],
  AgencyDissolved: (d) => [`Giải thể từ ${day(d.on)}`, `Dissolved on ${d.on}`],
  OfficeHeld: (d) => [
    `${d.person} giữ chức vụ ${d.post} từ ${day(d.from)}${d.to ? ` đến ${day(d.to)}` : ''}`,
    `${d.person} holds the post ${d.post} from ${d.from}${d.to ? ` to ${d.to}` : ''}`,
  ],
  CalendarDayDeclared: (d) => [
    `Khai báo ngày ${day(d.date)}: ${d.legalBasis}`,
    `${d.date} declared ${d.kind}: ${d.legalBasis}`,
  ],
  CalendarDayRevoked: (d) => [
    `Hủy khai báo ngày ${day(d.date)}: ${d.reason}`,
    `${d.date} revoked: ${d.reason}`,
  ],
};

const WEBHOOKS: Readonly<Record<string, Telling>> = {
  WebhookAdded: (d) => [
    `Thêm webhook tới ${d.host}: ${d.events.join(', ')}`,
    `Webhook to ${d.host} added: ${d.events.join(', ')}`,
  ],
  WebhookEnabled: () => ['Bật lại webhook', 'Webhook switched on again'],
  WebhookDisabled: (d) => [`Tắt webhook: ${d.reason}`, `Webhook switched off: ${d.reason}`],
  WebhookRemoved: () => ['Xóa webhook', 'Webhook removed'],
};

const LEDGER: Readonly<Record<string, Telling>> = {
  LedgerOpened: () => ['Mở sổ kiểm chứng, công bố khóa ký', 'Ledger opened, its signing key announced'],
  TreeHeadSigned: (d) => [`Ký dấu cho ${d.treeSize} sự kiện`, `Tree head signed for ${d.treeSize} events`],
  SigningKeyRotated: () => [
    'Thay khóa ký, khóa cũ ký nhận khóa mới',
    'Signing key replaced, the old key signing for the new one',
  ],
};

const DRAFTS: Readonly<Record<string, Telling>> = {
  AnswerDrafted: (d) => [`Soạn dự thảo trả lời ${targets(d)}`, `Draft of an answer to ${targets(d)}`],
  AnswerDraftRevised: (d) => [`Sửa dự thảo trả lời ${targets(d)}`, `Draft revised: ${targets(d)}`],
  AnswerDraftSubmitted: (d) => [
    `Trình lãnh đạo ký${d.note ? `: ${d.note}` : ''}`,
    `Submitted to the leader${d.note ? `: ${d.note}` : ''}`,
  ],
  AnswerDraftSentBack: (d) => [`Trả lại dự thảo: ${d.reason}`, `Draft sent back: ${d.reason}`],
  AnswerDraftSigned: (d) => [`Ký ${doc(d.document)}`, `Signed: ${docEn(d.document)}`],
  AnswerDraftDiscarded: (d) => [
    `Hủy dự thảo${d.reason ? `: ${d.reason}` : ''}`,
    `Draft discarded${d.reason ? `: ${d.reason}` : ''}`,
  ],
  SignedAnswerRefused: (d) => [
    `Không ghi được văn bản trả lời vào ${d.caseNumber}.${d.obligation}: ${d.vi}`,
    `The answer could not be recorded in ${d.caseNumber}.${d.obligation}: ${d.en}`,
  ],
};

const targets = (d: { targets: readonly { caseNumber: string; obligation: string }[] }): string =>
  d.targets.map(({ caseNumber, obligation }) => `${caseNumber}.${obligation}`).join(', ');

const TELLINGS: ReadonlyMap<string, Telling> = new Map(
  Object.entries({
    ...PETITIONS,
    ...DIRECTIVES,
    ...OBLIGATIONS,
    ...ESCALATIONS,
    ...OTHERS,
    ...WEBHOOKS,
    ...LEDGER,
    ...DRAFTS,
    ...SECURITY,
  }),
);

/** Event types that have words of their own. */
export const TOLD_TYPES: ReadonlySet<string> = new Set(TELLINGS.keys());

export function inWords({ type, data }: ToldEvent, names: Names = {}): Words {
  const name = (code: string) => (Object.hasOwn(names, code) ? names[code]! : code);
  const say: Say = { name, names: (codes) => codes.map(name).join(', ') };
  const [vi, en] = TELLINGS.get(type)?.(data, say) ?? [type, type];
  return { vi, en };
}
