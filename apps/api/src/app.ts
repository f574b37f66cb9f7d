/** The application put together: the same for the server, for tests and for imports by the command line. */
import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import 'reflect-metadata';
import { v4 as uuidv4 } from 'uuid';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Database, openDatabase } from '../../worker/src/database.js';
import { Worker } from '../../worker/src/worker.js';
import { AppModule } from './app.module.js';
import { loadDemonstration } from './demo.js';
import { requireDemonstration } from './demonstration.js';
import { toNestLogger } from './logging.js';
import { setUpOpenApi } from './openapi.js';
import { sendProblem } from './problem.js';
import { type Clock, systemClock } from './settings.js';
import { LastWritten } from './waiting.js';

export interface AppOptions {
  readonly databaseUrl: string;
  /** Demonstration mode: the actor comes from a header; an empty register is filled with the demonstration. */
  readonly demo?: boolean;
  /** In demonstration mode: false leaves an empty register empty. Default true. */
  readonly loadDemo?: boolean;
  readonly clock?: Clock;
  /** Undefined: not listening, requests are injected. 0: a free port. */
  readonly port?: number;
  readonly host?: string;
  /** `inline`: projections and reactions run here; `none`: a worker process has them. Default `inline`. */
  readonly worker?: 'inline' | 'none';
  /** Lines of JSON on the standard output. Default false. */
  readonly logger?: boolean;
  /** How long a query waits for its `after`. Default 5,000 ms. */
  readonly waitMs?: number;
}

export interface App {
  readonly app: NestFastifyApplication;
  /** Where it listens; empty when it does not. */
  readonly url: string;
  readonly store: EventStore;
  /** Finishes what it has acknowledged, then lets go of everything. */
  close(): Promise<void>;
}

const BODY_LIMIT = 1 << 20;

export async function createApp(options: AppOptions): Promise<App> {
  const { demo = false, clock = systemClock, logger = false } = options;
  const database = await openDatabase(options.databaseUrl);
  const adapter = newAdapter(logger);
  const log = adapter.getInstance().log;
  const worker = new Worker(database, (message, details) => log.info(details, message));
  let app: NestFastifyApplication | undefined;
  const close = closing(() => app, worker, database);
  // A connection kept alive by an answer given meanwhile would hold up the shutdown.
  adapter.getInstance().addHook('onSend', async (_request, reply) => {
    if (close.begun()) reply.header('connection', 'close');
  });
  try {
    if (demo) await requireDemonstration(database.store);
    const settings = { demo, waitMs: options.waitMs ?? 5_000 };
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({ database, worker, clock, settings }),
      adapter,
      { bodyParser: false, abortOnError: false, logger: toNestLogger(log, logger) },
    );
    setUpOpenApi(app, demo, clock);
    await servePublic(app);
    await app.init();
    await adapter.getInstance().ready();
    if (options.worker !== 'none') worker.start();
    if (demo && (options.loadDemo ?? true)) {
      await loadDemonstration(app, database.store, clock, (text) => log.info(text));
      const { position } = app.get(LastWritten);
      // Whoever opens the page at the address that is printed next finds the province whole.
      if (position && options.worker !== 'none') await worker.runner.waitFor('register', position, 60_000);
    }
    if (options.port !== undefined) await app.listen(options.port, options.host ?? '127.0.0.1');
    const url = options.port === undefined ? '' : (await app.getUrl()).replace('[::1]', 'localhost');
    return { app, url, store: database.store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function newAdapter(logger: boolean): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: logger ? { level: process.env['LOG_LEVEL'] ?? 'info' } : false,
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => saneId(request.headers['x-request-id']) ?? uuidv4(),
    routerOptions: { maxParamLength: 300 },
    // Connections that wait idle must not hold up a shutdown.
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', String(request.id));
      sendProblem(error, request, reply);
    },
  });
  const instance = adapter.getInstance();
  instance.removeContentTypeParser('text/plain');
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', String(request.id));
  });
  return adapter;
}

function saneId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : undefined;
}

/** Built or not, the page lies beside the package's description, so a build copies nothing. */
async function servePublic(app: NestFastifyApplication): Promise<void> {
  const root = path.join(packageRoot(), 'apps/api/public');
  if (!fs.existsSync(root)) return;
  await app.register(fastifyStatic, { root, prefix: '/', wildcard: false });
}

function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/** Requests first, then the worker's batch, then the connections. A second call waits for the first. */
function closing(app: () => NestFastifyApplication | undefined, worker: Worker, database: Database) {
  let closed: Promise<void> | undefined;
  const run = async () => {
    await app()?.close();
    await worker.stop();
    await database.close();
  };
  return Object.assign(() => (closed ??= run()), { begun: () => closed !== undefined });
}
