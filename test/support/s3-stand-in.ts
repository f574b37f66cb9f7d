/**
 * A test double of an S3-compatible server: as much of its protocol as a store of files uses, over real HTTP, in memory.
 * Objects are whole or absent; parts are seen by nobody until they are joined. It does not check signatures of requests.
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3StandIn {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Uploads in parts that have been neither joined nor dropped. */
  readonly openUploads: Map<string, Map<number, Buffer>>;
  /** `METHOD key` of each request. */
  readonly requests: string[];
  /** Answers every request with 503 while true. */
  failing: boolean;
  stop(): Promise<void>;
}

const BUCKET = 'dondoc';
const PAGE = 2;

export async function startS3(): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const openUploads = new Map<string, Map<number, Buffer>>();
  const state = { objects, openUploads, requests: [] as string[], failing: false };
  const server = http.createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://localhost');
    const [, bucket, ...rest] = url.pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    state.requests.push(`${request.method} ${key}`);
    const body = await read(request);
    const send = (status: number, text: string | Buffer = '', headers: http.OutgoingHttpHeaders = {}) => {
      const length = { 'content-length': Buffer.byteLength(text) };
      response.writeHead(status, { 'x-amz-request-id': randomUUID(), ...length, ...headers });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    const fault = (status: number, code: string) =>
      send(status, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`, {
        'content-type': 'application/xml',
      });
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return fault(403, 'AccessDenied');
    if (state.failing) return fault(503, 'ServiceUnavailable');
    if (bucket !== BUCKET) return fault(404, 'NoSuchBucket');
    const query = url.searchParams;
    const uploadId = query.get('uploadId') ?? undefined;
    const etag = (content: Buffer) => ({ etag: `"${content.length}-${content.at(-1) ?? 0}"` });
    switch (request.method) {
      case 'PUT': {
        if (uploadId === undefined) objects.set(key, body);
        else if (openUploads.has(uploadId))
          openUploads.get(uploadId)!.set(Number(query.get('partNumber')), body);
        else return fault(404, 'NoSuchUpload');
        return send(200, '', etag(body));
      }
      case 'POST': {
        if (query.has('uploads')) {
          const id = randomUUID();
          openUploads.set(id, new Map());
          return send(
            200,
            `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
          );
        }
        const parts = openUploads.get(uploadId!);
        if (!parts) return fault(404, 'NoSuchUpload');
        const joined = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
        if (joined.slice(0, -1).some((part) => part.length < 5 << 20)) return fault(400, 'EntityTooSmall');
        objects.set(key, Buffer.concat(joined));
        openUploads.delete(uploadId!);
        return send(
          200,
          '<CompleteMultipartUploadResult><ETag>"joined"</ETag></CompleteMultipartUploadResult>',
        );
      }
      case 'DELETE':
        if (uploadId === undefined) objects.delete(key);
        else openUploads.delete(uploadId);
        return send(204);
      default: {
        if (query.get('list-type') === '2') return send(200, listing(query));
        const found = objects.get(key);
        if (!found) return fault(404, 'NoSuchKey');
        const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
        if (from === undefined) return send(200, found, { ...etag(found), 'content-length': found.length });
        const part = found.subarray(Number(from), Number(to) + 1);
        return send(206, part, { 'content-range': `bytes ${from}-${to}/${found.length}`, ...etag(found) });
      }
    }
  }

  function listing(query: URLSearchParams): string {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const rest = keys.filter((key) => key > (query.get('continuation-token') ?? ''));
    const page = rest.slice(0, PAGE);
    const more = rest.length > PAGE;
    const items = page.map(
      (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)!.length}</Size></Contents>`,
    );
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListBucketResult>`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function read(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
