/**
 * Everything that goes wrong leaves as `application/problem+json` (RFC 9457) with a stable code and a sentence in
 * Vietnamese and in English. Bad input is never a 500: what the rules refuse has its status in the table below.
 */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#event-sourcing/decider.js';
import { StoreBusy, StoreUnavailable, UnstorableEvent } from '#event-sourcing/event-store.js';
import { StreamContention } from '#event-sourcing/execute.js';
import { FilesUnavailable } from '#files/file-store.js';
import { TooManyAttempts } from '#identity/refusals.js';
import { SealBroken } from '#identity/secrets.js';
import { PrivacyKeyInvalid } from '#privacy/keyring.js';
import type { ActingRequest } from './actor.js';

export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A refusal by the HTTP layer itself. `extra` members stand beside the standard ones. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly vi: string,
    readonly en: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${en}`);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ / Bad request',
  401: 'Chưa xác định người dùng / Not signed in',
  403: 'Không có quyền / Forbidden',
  404: 'Không tìm thấy / Not found',
  405: 'Phương thức không được hỗ trợ / Method not allowed',
  409: 'Trái với tình trạng hiện tại / Conflict',
  412: 'Dữ liệu đã thay đổi / Precondition failed',
  413: 'Dữ liệu quá lớn / Content too large',
  414: 'Địa chỉ quá dài / URI too long',
  416: 'Ngoài phạm vi của tệp / Range not satisfiable',
  415: 'Kiểu dữ liệu không được hỗ trợ / Unsupported media type',
  422: 'Nội dung không hợp lệ / Unprocessable content',
  429: 'Thử quá nhiều lần / Too many requests',
  500: 'Lỗi hệ thống / Internal error',
  503: 'Tạm thời chưa phục vụ được / Service unavailable',
};

/** The first line that fits a code decides; what fits none contradicts the state of things: 409. */
const STATUSES: readonly (readonly [RegExp, number])[] = [
  [/^STALE_VERSION$/, 412],
  [/^(FORBIDDEN|ROLE_NOT_HELD|DELEGATED_ALREADY)$/, 403],
  [/^FILE_TOO_LARGE$/, 413],
  [/^FILE_TYPE_NOT_ALLOWED$/, 415],
  [/^FILE_(EMPTY|DIGEST_WRONG)$/, 422],
  [/^(SIGN_IN_REFUSED|CODE_REFUSED)$/, 401],
  [/^(PASSWORD_REFUSED|LINK_REFUSED|PASSWORD_(TOO_SHORT|TOO_LONG|COMMON|HAS_LOGIN|UNCHANGED))$/, 422],
  [/^(PERIOD_BEYOND_GRANT|NO_COLLEAGUE)$/, 422],
  [/^UNKNOWN_(ACCOUNT|GRANT|TOKEN|WEBHOOK|CALENDAR_FEED|VIEW)$/, 404],
  [/^SEALING_KEY_MISSING$/, 503],
  [/^UNKNOWN_(ANSWER_DRAFT|PETITION|DIRECTIVE|SESSION|TASK_FORCE|OBLIGATION|ANSWER|AGENCY|CASE)$/, 404],
  [/^CALENDAR_DAY_NOT_DECLARED$/, 404],
  [/^(CURSOR|LIMIT|INSTANT)_INVALID$/, 400],
  [/^AS_OF_BEFORE_RECORD$/, 422],
  [/^IDEMPOTENCY_KEY_REUSED$/, 422],
  [/^(UNKNOWN_PERSON|PERSON_(NOT_NAMED|TWICE|IN_TEXT))$/, 422],
  [/^(OFFICE_TAKEN|ORDER_TAKEN|DOCUMENT_NUMBER_TAKEN)$/, 409],
  [/_(INVALID|REQUIRED|UNKNOWN|INVERTED|OPEN|UNSUPPORTED)$/, 422],
  [/^(TERM|DATE|ZERO_DAY|CALENDAR|EXTENSION|PAUSE|COUNT|YEAR|NUMBER|NOTATION|PERIOD|DAY|DRAFT)_/, 422],
  [/^(UNKNOWN_FIELD|LEAD_OR_EACH|AGENCY_TWICE|MEMBER_TWICE|PART_TWICE|SPLIT_NEEDS_TWO_PARTS)$/, 422],
  [/^(INTERIM_HAS_NO_CATEGORY|MERGED_INTO_ITSELF|REPEAT_OF_ITSELF|UNIT_NOT_IN_SESSION)$/, 422],
];
const CONFLICTS = new Set(['PETITION_NOT_OPEN', 'DIRECTIVE_NOT_OPEN']);

export function statusOf(code: string): number {
  if (CONFLICTS.has(code)) return 409;
  return STATUSES.find(([pattern]) => pattern.test(code))?.[1] ?? 409;
}

const unavailable = (code: string, vi: string, en: string, seconds = 1) =>
  new Problem(503, code, vi, en, {}, { 'retry-after': String(seconds) });

const tooManyAttempts = ({ retryAfterSeconds }: TooManyAttempts) =>
  new Problem(
    429,
    'TOO_MANY_ATTEMPTS',
    `Thử sai quá nhiều lần. Hãy thử lại sau ${Math.ceil(retryAfterSeconds / 60)} phút.`,
    `Too many failed attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    { retryAfterSeconds },
    { 'retry-after': String(retryAfterSeconds) },
  );

/** What Fastify refuses before a controller sees it. */
const FASTIFY: Readonly<Record<string, readonly [number, string, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    413,
    'BODY_TOO_LARGE',
    'Nội dung gửi quá 1 MiB.',
    'The body is larger than 1 MiB.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'CONTENT_TYPE_NOT_JSON',
    'Chỉ nhận Content-Type: application/json.',
    'Only Content-Type: application/json is accepted.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    400,
    'BODY_EMPTY',
    'Nội dung rỗng: hãy gửi {} hoặc bỏ Content-Type.',
    'The body is empty: send {} or leave out Content-Type.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    400,
    'CONTENT_LENGTH_WRONG',
    'Độ dài nội dung không khớp Content-Length.',
    'The body does not have the length that Content-Length says.',
  ],
  FST_ERR_BAD_URL: [400, 'URL_MALFORMED', 'Địa chỉ không hợp lệ.', 'The address is malformed.'],
  FST_ERR_MAX_PARAM_LENGTH: [414, 'URL_TOO_LONG', 'Địa chỉ quá dài.', 'The address is too long.'],
};

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError) {
    const { code, vi, en, field, details } = error;
    return new Problem(statusOf(code), code, vi, en, {
      ...(field ? { field } : {}),
      ...(details ? { details } : {}),
    });
  }
  if (error instanceof TooManyAttempts) return tooManyAttempts(error);
  if (error instanceof SealBroken) {
    return unavailable(
      'SEAL_BROKEN',
      'Khóa niêm phong của máy chủ (IDENTITY_KEY) không mở được dữ liệu này.',
      "The server's sealing key (IDENTITY_KEY) does not open this.",
      60,
    );
  }
  if (error instanceof PrivacyKeyInvalid) return unavailable(error.code, error.vi, error.en, 60);
  if (error instanceof StoreBusy || error instanceof StreamContention) {
    return unavailable('BUSY', 'Hệ thống đang bận, hãy thử lại.', 'The system is busy; try again.');
  }
  if (error instanceof FilesUnavailable) {
    return unavailable(
      'FILES_UNAVAILABLE',
      'Kho tệp tạm thời không trả lời hoặc đã đầy, hãy thử lại.',
      'The store of files does not answer or is full; try again.',
      5,
    );
  }
  if (error instanceof StoreUnavailable) {
    return unavailable(
      'STORE_UNAVAILABLE',
      'Kho dữ liệu tạm thời không trả lời, hãy thử lại.',
      'The store does not answer; try again.',
      5,
    );
  }
  if (error instanceof UnstorableEvent) {
    return new Problem(
      422,
      'TEXT_NOT_STORABLE',
      'Nội dung có ký tự không lưu được.',
      'The text has characters that cannot be kept.',
    );
  }
  return fromFramework(error);
}

function fromFramework(thrown: unknown): Problem {
  // Nest wraps what Fastify throws.
  const wrapped = thrown instanceof HttpException ? thrown.cause : undefined;
  const error = (wrapped as { code?: string } | undefined)?.code === undefined ? thrown : wrapped;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : FASTIFY[code];
  if (known) return new Problem(...known);
  if (isOutage(code)) {
    return unavailable(
      'STORE_UNAVAILABLE',
      'Kho dữ liệu tạm thời không trả lời, hãy thử lại.',
      'The store does not answer; try again.',
      5,
    );
  }
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404)
    return new Problem(404, 'ROUTE_UNKNOWN', 'Không có địa chỉ này.', 'There is no such address.');
  if (status === 503)
    return unavailable('SHUTTING_DOWN', 'Hệ thống đang dừng.', 'The system is shutting down.', 5);
  if (status !== undefined && status >= 400 && status < 500) {
    const malformed = error instanceof SyntaxError || /JSON/i.test((error as Error).message);
    return malformed
      ? new Problem(400, 'JSON_MALFORMED', 'Nội dung không phải JSON hợp lệ.', 'The body is not valid JSON.')
      : new Problem(status, 'BAD_REQUEST', 'Yêu cầu không hợp lệ.', 'The request is not valid.');
  }
  return new Problem(
    500,
    'INTERNAL_ERROR',
    'Hệ thống gặp lỗi ngoài dự kiến.',
    'Something unexpected went wrong.',
  );
}

/** Of the database behind the queries: connections refused, lost or used up. */
function isOutage(code: string | undefined): boolean {
  return code !== undefined && /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code);
}

export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: `urn:dondoc:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[problem.status] ?? problem.code,
    status: problem.status,
    code: problem.code,
    detail: problem.vi,
    detailEn: problem.en,
    ...problem.extra,
    instance,
  };
}

/** What somebody may not do, and asks for too often: whoever looks for attacks finds it in the log. */
const REFUSALS = new Set([401, 403, 429]);

/** The account, if it is known: never what was sent to be taken for one. */
function whoAsked(request: FastifyRequest) {
  const { principal, actor } = request as ActingRequest;
  return {
    ...(principal ? { login: principal.login, via: principal.via } : {}),
    ...(actor ? { actor } : {}),
  };
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  else if (REFUSALS.has(problem.status))
    request.log.warn({ code: problem.code, ...whoAsked(request) }, 'refused');
  void reply
    .code(problem.status)
    .headers({ ...problem.headers, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify(problemBody(problem, String(request.id))));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
