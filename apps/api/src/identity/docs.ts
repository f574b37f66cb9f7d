/** What OpenAPI says of the routes of sign-in. */
import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { PROBLEM_SCHEMA } from '../controllers/docs.js';

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: PROBLEM_SCHEMA as object } },
  });

const CSRF = ApiHeader({
  name: 'X-CSRF-Token',
  description: 'csrfToken của GET /api/me / csrfToken of GET /api/me',
  required: true,
});

export const SignInDocs = (vi: string, en: string) =>
  applyDecorators(
    ApiOperation({ summary: `${vi} / ${en}` }),
    problem(400, 'Yêu cầu sai dạng / Malformed'),
    problem(401, 'Bị từ chối; không nói vì sao / Refused; why is not said'),
    problem(429, 'Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After'),
  );

export const OwnDocs = (vi: string, en: string, { safe = false } = {}) =>
  applyDecorators(
    ApiOperation({ summary: `${vi} / ${en}` }),
    ...(safe ? [] : [CSRF]),
    problem(401, 'Chưa đăng nhập / Not signed in'),
    problem(403, 'Không được / Not allowed'),
  );
