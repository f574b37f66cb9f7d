import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { create } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { FileMissing } from '#files/file-store.js';
import { isInline } from '#files/file-type.js';
import { type Acting, requireMay } from '#identity/policy.js';
import type { Attachment } from '#obligations/document.js';
import { Problem } from '../problem.js';
import { type Call, TheCall } from '../commands.js';
import { CLOCK, type Clock } from '../settings.js';
import { fileTooLarge } from '#files/receive.js';
import { TheReader } from '../views.js';
import { wantedRange } from './byte-ranges.js';
import { CaseFiles } from './case-files.js';
import { FileQuery, UploadQuery } from './files.dto.js';
import { DownloadDocs, UploadDocs } from './files.docs.js';
import { contentOf, digestOf, drain, nameOf } from './upload-body.js';

@ApiTags('Tệp đính kèm / Files')
@Controller('api')
export class FilesController {
  constructor(
    @Inject(CaseFiles) private readonly files: CaseFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('files')
  @UploadDocs()
  async upload(@TheCall() { request }: Call, @Query() query: UploadQuery): Promise<Attachment> {
    try {
      const actor = request.actor!;
      requireMay(actor, 'UploadFile');
      const files = this.files.require();
      if (Number(request.headers['content-length'] ?? 0) > files.maxBytes) throw fileTooLarge(files.maxBytes);
      const upload = {
        content: contentOf(request, files.idleMs),
        name: nameOf(request, query.name),
        digest: digestOf(request),
      };
      return await files.upload(upload, actor.user, this.clock.now());
    } catch (error) {
      drain(request);
      throw error;
    }
  }

  @Get('files/:hash')
  @DownloadDocs('Tệp mình đã gửi, chưa gắn vào hồ sơ', 'A file of one’s own that no case has yet')
  async own(
    @TheCall() call: Call,
    @Res() reply: FastifyReply,
    @Param('hash') hash: string,
    @Query() query: FileQuery,
  ) {
    await this.send(call, reply, await this.files.ofSender(hash, call.request.actor), query);
  }

  @Get('cases/:id/files/:hash')
  @DownloadDocs('Tệp của một hồ sơ', 'A file of a case')
  async ofCase(
    @TheCall() call: Call,
    @TheReader() reader: Acting,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Query() query: FileQuery,
  ) {
    await this.send(call, reply, await this.files.ofCase(id, hash, reader), query);
  }

  @Get('working-sessions/:id/files/:hash')
  @DownloadDocs('Tệp của một buổi làm việc', 'A file of a working session')
  async ofSession(
    @TheCall() call: Call,
    @TheReader() reader: Acting,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Query() query: FileQuery,
  ) {
    await this.send(call, reply, await this.files.ofSession(id, hash, reader), query);
  }

  private async send(
    { request }: Call,
    reply: FastifyReply,
    { hash, name, size, type }: Attachment,
    { download }: FileQuery,
  ): Promise<void> {
    const etag = `"${hash}"`;
    void reply.headers({
      'content-type': type,
      'content-disposition': create(name, { type: isInline(type) && !download ? 'inline' : 'attachment' }),
      // Whatever it is, it runs nothing and reaches nothing.
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // Kept by the reader's own browser, and asked for again each time: a right to read may end.
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
      etag,
    });
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return void reply.code(304).send();
    const wanted = wantedRange(request.headers, size, etag);
    if (wanted === 'UNSATISFIABLE') throw rangeUnsatisfiable(reply, size);
    const part = wanted === 'WHOLE' ? undefined : wanted;
    const content =
      request.method === 'HEAD'
        ? Readable.from([])
        : await this.files.require().read(hash, part).catch(missing(reply));
    if (part) void reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${size}`);
    void reply.header('content-length', part ? part.end - part.start + 1 : size).send(content);
  }
}

/** Headers that speak of the file must not stand over a problem. */
function withoutFile(reply: FastifyReply): void {
  for (const name of ['content-disposition', 'etag', 'accept-ranges', 'cache-control'])
    reply.removeHeader(name);
}

function rangeUnsatisfiable(reply: FastifyReply, size: number): Problem {
  withoutFile(reply);
  return new Problem(
    416,
    'RANGE_UNSATISFIABLE',
    `Tệp chỉ có ${size} byte.`,
    `The file has only ${size} bytes.`,
    { field: 'Range' },
    { 'content-range': `bytes */${size}` },
  );
}

const missing = (reply: FastifyReply) => (error: unknown) => {
  withoutFile(reply);
  if (!(error instanceof FileMissing)) throw error;
  throw new Problem(
    503,
    'FILE_MISSING',
    'Hồ sơ có ghi tệp này nhưng kho tệp không còn: hãy báo người quản trị.',
    'The case names this file and the store does not have it: tell the administrator.',
  );
};
