/** What OpenAPI says of files. */
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { FILE_TYPES } from '#files/file-type.js';
import { PROBLEM_SCHEMA } from '../controllers/docs.js';

const SIGNATURE = {
  type: 'object',
  required: ['status', 'coversFile'],
  properties: {
    status: { type: 'string', enum: ['VALID', 'INVALID', 'NOT_VERIFIED'] },
    reason: { type: 'string', description: 'Vì sao không hợp lệ hoặc chưa xác minh được / Why not' },
    signer: { type: 'object', description: 'Theo chứng thư số / By the certificate' },
    signedAt: { type: 'string', format: 'date-time' },
    timestamped: {
      type: 'boolean',
      description: 'Thời điểm do tổ chức cấp dấu thời gian xác nhận / The time is a timestamp authority’s',
    },
    coversFile: { type: 'boolean', description: 'Phần đã ký là toàn bộ tệp / The whole file is signed' },
  },
};

const ATTACHMENT = {
  type: 'object',
  required: ['hash', 'name', 'size', 'type'],
  properties: {
    hash: { type: 'string', description: 'SHA-256' },
    name: { type: 'string' },
    size: { type: 'integer' },
    type: { type: 'string', description: 'Xét theo nội dung / By the content' },
    signatures: { type: 'array', items: SIGNATURE, description: 'Chữ ký số trong PDF / Signatures in a PDF' },
  },
};

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: PROBLEM_SCHEMA as object } },
  });

export const UploadDocs = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Gửi một tệp để gắn vào văn bản / Send a file, to be attached to a document',
      description:
        'Thân yêu cầu là chính nội dung tệp. Gửi lại cùng nội dung vẫn là một tệp. Đặt kết quả vào `attachments` của văn bản trong vòng 24 giờ. / The body is the content itself. The same content again is the same file. Put the answer into the `attachments` of a document within 24 hours.',
    }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiHeader({
      name: 'Content-Disposition',
      description: "attachment; filename*=UTF-8''C%C3%B4ng%20v%C4%83n.pdf",
      required: false,
    }),
    ApiHeader({
      name: 'Repr-Digest',
      description: 'sha-256=:…: — bị từ chối nếu nội dung nhận được khác / refused when what arrives differs',
      required: false,
    }),
    ApiResponse({
      status: 201,
      description: 'Đã nhận / Taken',
      content: { 'application/json': { schema: ATTACHMENT as object } },
    }),
    problem(401, 'Chưa đăng nhập / Not signed in'),
    problem(403, 'Vai trò không được gửi tệp / Not for this role'),
    problem(413, 'Tệp quá lớn / Too large'),
    problem(415, `Chỉ nhận / Only: ${FILE_TYPES.map(({ extensions }) => extensions[0]).join(', ')}`),
    problem(422, 'Tệp rỗng hoặc không khớp mã băm / Empty, or not what was announced'),
  );

export const DownloadDocs = (vi: string, en: string) =>
  applyDecorators(
    ApiOperation({ summary: `${vi} / ${en}` }),
    ApiProduces('application/octet-stream'),
    ApiHeader({ name: 'Range', description: 'bytes=0-1023', required: false }),
    ApiResponse({ status: 200, description: 'Nội dung / The content' }),
    ApiResponse({ status: 206, description: 'Một phần / A part' }),
    problem(404, 'Không có / Unknown'),
    problem(416, 'Ngoài tệp / Beyond the file'),
  );
