/** The body of an upload: the bytes of the file and nothing around them, taken as they come. */
import type { IncomingMessage } from 'node:http';
import { parse } from 'content-disposition';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

const UPLOADS = '/api/files';
const DRAIN_MS = 10_000;
/** For the largest file over the slowest line that is still one. */
const UPLOAD_MS = 20 * 60_000;

/** On the address of uploads any body is a stream, whatever type it claims; elsewhere nothing changes. */
export function takeUploads(instance: FastifyInstance): void {
  const isUpload = ({ method, url }: FastifyRequest) => method === 'POST' && url.split('?', 1)[0] === UPLOADS;
  instance.addHook('onRequest', async (request) => {
    if (isUpload(request)) request.headers['content-type'] = 'application/octet-stream';
  });
  instance.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (isUpload(request)) return done(null, payload);
    done(Object.assign(new Error('octets'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
  });
}

/** @throws Problem UPLOAD_INTERRUPTED when it breaks off, nothing comes for so long, or it comes by drops */
export async function* contentOf(
  { body }: Pick<FastifyRequest, 'body'>,
  idleMs: number,
  wholeMs = UPLOAD_MS,
): AsyncIterable<Uint8Array> {
  if (!isStream(body)) return;
  const deadline = setTimeout(() => body.destroy(), wholeMs).unref();
  body.setTimeout(idleMs, () => body.destroy());
  try {
    // Left early, it must stay open: the answer goes back the same way.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw new Problem(
      400,
      'UPLOAD_INTERRUPTED',
      'Việc gửi tệp bị đứt giữa chừng; không có gì được lưu. Hãy gửi lại.',
      'The upload broke off; nothing was kept. Send it again.',
    );
  } finally {
    clearTimeout(deadline);
    body.setTimeout(0);
  }
}

/** What is still coming after a refusal is let pass for a while, so that the sender can read the answer. */
export function drain({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  const timer = setTimeout(() => raw.destroy(), DRAIN_MS).unref();
  raw.once('close', () => clearTimeout(timer)).resume();
}

const isStream = (body: unknown): body is IncomingMessage =>
  typeof (body as IncomingMessage | undefined)?.iterator === 'function';

/** `?name=…`, or the file name in Content-Disposition in any of its spellings. */
export function nameOf(request: FastifyRequest, name: string | undefined): string | undefined {
  const header = request.headers['content-disposition'];
  if (name !== undefined || header === undefined) return name;
  try {
    // Clients that put UTF-8 there as it is are many.
    const text = parse(header).parameters['filename'];
    const bytes = text === undefined ? undefined : Buffer.from(text, 'latin1');
    const asUtf8 = bytes?.toString('utf8');
    return asUtf8 !== undefined && isLatin1(text!) && !asUtf8.includes('\ufffd') ? asUtf8 : text;
  } catch {
    return undefined;
  }
}

const isLatin1 = (text: string): boolean => [...text].every((letter) => letter.codePointAt(0)! <= 0xff);

/** The SHA-256 that the sender announces: `Repr-Digest: sha-256=:…:` (RFC 9530). @throws Problem DIGEST_MALFORMED */
export function digestOf({ headers }: FastifyRequest): string | undefined {
  const text = headers['repr-digest'];
  if (text === undefined) return undefined;
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(String(text))?.[1];
  if (base64) return Buffer.from(base64, 'base64').toString('hex');
  throw new Problem(
    400,
    'DIGEST_MALFORMED',
    'Repr-Digest phải có dạng sha-256=:…: (base64).',
    'Repr-Digest must have the form sha-256=:…: (base64).',
    { field: 'Repr-Digest' },
  );
}
