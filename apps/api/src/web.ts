/**
 * The web app, as its build left it: files that are named by their content are kept by browsers for good, the page
 * itself is asked for each time. Whatever address a screen has, it is that one page that answers.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_SEGMENT } from './limits.js';
import { sendProblem } from './problem.js';

const YEAR_S = 31_536_000;
/** Addresses of machines: what is not there is told as a problem, never as a page. */
const OF_MACHINES = /^\/(api|calendar|assets)(\/|$|\?)/;

const LONG_SEGMENT = new RegExp(`^[^?]*[^/?]{${MAX_SEGMENT + 1}}`);

export async function serveWeb(app: NestFastifyApplication, publicUrl: () => string): Promise<void> {
  const built = path.join(packageRoot(), 'dist/web');
  const isBuilt = fs.existsSync(path.join(built, 'index.html'));
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    // Beside what was built: the styles of the pages that the server itself prints.
    root: [path.join(packageRoot(), 'apps/api/public'), ...(isBuilt ? [built] : [])],
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.br', 'index.html'],
    setHeaders: (reply, file) => {
      const named = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', named ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  if (!isBuilt) return;
  const page = fs.readFileSync(path.join(built, 'index.html'), 'utf8');
  server.get('/', send);
  server.get('/sign-in', send);
  server.get('/*', (request, reply) => {
    // The router passes on here what was too long for the route it fits.
    if (LONG_SEGMENT.test(request.url))
      return sendProblem({ code: 'FST_ERR_MAX_PARAM_LENGTH' }, request, reply);
    const isPage = !OF_MACHINES.test(request.url) && /text\/html/.test(request.headers.accept ?? '');
    return isPage ? send(request, reply) : reply.callNotFound();
  });

  function send(_request: FastifyRequest, reply: FastifyReply) {
    const { pathname } = new URL(publicUrl());
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(under(page, pathname.replace(/\/$/, '')));
  }
}

/** The page, told the path that it is reached under. */
export const under = (page: string, prefix: string): string =>
  page
    .replaceAll('"./', `"${prefix}/`)
    .replace('name="dondoc-prefix" content=""', `name="dondoc-prefix" content="${prefix}"`);

function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
