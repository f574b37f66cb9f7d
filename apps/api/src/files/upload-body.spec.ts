/** Uploads that do not come to an end, over a real connection. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentOf } from './upload-body.js';

/** What becomes of a request whose client sends as `feed` does. */
async function received(feed: (request: http.ClientRequest) => void, idleMs: number, wholeMs: number) {
  const server = http.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outcome = new Promise<unknown>((resolve) => {
    server.once('request', async (body: http.IncomingMessage) => {
      let size = 0;
      try {
        for await (const chunk of contentOf({ body }, idleMs, wholeMs)) size += chunk.length;
        resolve(size);
      } catch (error) {
        resolve((error as { code?: string }).code);
      }
    });
  });
  const request = http.request({ port, host: '127.0.0.1', method: 'POST' });
  request.on('error', () => undefined);
  feed(request);
  const found = await outcome;
  request.destroy();
  server.closeAllConnections();
  server.close();
  return found;
}

const trickle = (request: http.ClientRequest) => {
  const timer = setInterval(() => request.write('.'), 20);
  request.once('close', () => clearInterval(timer));
};

it('is read to its end', async () => {
  expect(await received((request) => request.end('Công văn'), 1_000, 60_000)).toBe(
    Buffer.byteLength('Công văn'),
  );
});

it('is given up when nothing comes', async () => {
  expect(await received((request) => void request.write('.'), 100, 60_000)).toBe('UPLOAD_INTERRUPTED');
});

it('is given up when it comes by drops', async () => {
  expect(await received(trickle, 5_000, 300)).toBe('UPLOAD_INTERRUPTED');
});
