/** What OpenAPI says of every command, in one place. */
import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ACTOR_EXAMPLE } from '../actor.js';

const ANSWER_EXAMPLE = {
  id: '7b0c1f5e-6f2e-5d7c-9a3c-2f4b8f2f6a10',
  number: 'KN-2025-00001',
  version: 1,
  obligations: [{ no: '1', version: 1 }],
  position: '42',
  events: [{ type: 'PetitionLodged' }],
  repeated: false,
};

export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'detailEn', 'instance'],
  properties: {
    type: { type: 'string', description: 'urn:dondoc:problem:…' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Mã ổn định / Stable code' },
    detail: { type: 'string', description: 'Tiếng Việt / Vietnamese' },
    detailEn: { type: 'string', description: 'Tiếng Anh / English' },
    field: { type: 'string' },
    errors: { type: 'array', items: { type: 'object' } },
    changes: {
      type: 'array',
      items: { type: 'object' },
      description: '412: điều đã thay đổi / what has changed',
    },
    instance: { type: 'string', description: 'Mã yêu cầu / Request id' },
  },
};

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: PROBLEM_SCHEMA as object } },
  });

export const CommandDocs = (vi: string, en: string) =>
  applyDecorators(
    ApiOperation({ summary: `${vi} / ${en}` }),
    ApiHeader({
      name: 'X-Demo-Actor',
      description:
        'Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts',
      required: false,
      schema: { type: 'string', default: ACTOR_EXAMPLE },
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      description:
        'Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again',
      required: false,
    }),
    ApiHeader({
      name: 'If-Match',
      description: 'Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3"',
      required: false,
    }),
    ApiResponse({
      status: 201,
      description: 'Đã ghi nhận / Recorded',
      headers: { ETag: { description: 'Phiên bản mới / The new version', schema: { type: 'string' } } },
      content: { 'application/json': { schema: { type: 'object' }, example: ANSWER_EXAMPLE } },
    }),
    problem(400, 'Yêu cầu sai dạng / Malformed'),
    problem(401, 'Chưa xác định người dùng / Not signed in'),
    problem(404, 'Không có / Unknown'),
    problem(409, 'Trái với tình trạng hiện tại / Against the state of things'),
    problem(412, 'Đã thay đổi từ khi xem / Changed since it was seen'),
    problem(422, 'Nội dung không hợp lệ / Invalid content'),
  );

export const QueryDocs = (vi: string, en: string) =>
  applyDecorators(ApiOperation({ summary: `${vi} / ${en}` }), problem(400, 'Yêu cầu sai dạng / Malformed'));
