/** The application put together: the same for the server, for tests and for imports by the command line. */
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import 'reflect-metadata';
import { v4 as uuidv4 } from 'uuid';
import type { EventStore } from '#event-sourcing/event-store.js';
import { createIdentity, type Identity, type IdentityOptions } from '#identity/identity.js';
import type { Files } from '#files/files.js';
import type { KeySource } from '#privacy/keyring.js';
import { PersonVault } from '#privacy/person-vault.js';
import { type Database, openDatabase } from '../../worker/src/database.js';
import { type FileSettings, keepSwept, openFiles } from '../../worker/src/file-storage.js';
import { DemonstrationClock } from '../../worker/src/demonstration-clock.js';
import { TICK_MS, type Tick } from '../../worker/src/escalation-clock.js';
import type { LedgerSettings } from '../../worker/src/ledger-keeper.js';
import { Notifier, type NotificationSettings } from '../../worker/src/notifier.js';
import { Worker } from '../../worker/src/worker.js';
import { AppModule } from './app.module.js';
import { loadDemonstration } from './demo.js';
import { requireDemonstration } from './demonstration.js';
import { takeUploads } from './files/upload-body.js';
import { sendHeaders } from './headers.js';
import {
  DEFAULT_TIMES,
  limitAddresses,
  MAX_BODY,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  MAX_SEGMENT,
  RateLimiter,
  type RateLimits,
  type TimeLimits,
} from './limits.js';
import { type LogLines, loggerOf, toNestLogger } from './logging.js';
import { setUpOpenApi } from './openapi.js';
import { sendProblem } from './problem.js';
import { type Clock, type Settings, systemClock } from './settings.js';
import { LastWritten } from './waiting.js';
import { serveWeb } from './web.js';

export interface AppOptions {
  readonly databaseUrl: string;
  /** Where the events are, when not in that database. */
  readonly eventStore?: string | undefined;
  /** The role that owns the events' schema, when the program's own role may only read and append. */
  readonly migrationUrl?: string | undefined;
  /** Demonstration mode: the actor comes from a header; an empty register is filled with the demonstration. */
  readonly demo?: boolean;
  /** In demonstration mode: false leaves an empty register empty. Default true. */
  readonly loadDemo?: boolean;
  readonly clock?: Clock;
  /** How often the escalation clock ticks by itself; 0: only when it is told to. Default 5,000 ms. */
  readonly tickMs?: number;
  /** Undefined: not listening, requests are injected. 0: a free port. */
  readonly port?: number;
  readonly host?: string;
  /** `inline`: projections and reactions run here; `none`: a worker process has them. Default `inline`. */
  readonly worker?: 'inline' | 'none';
  /** Lines of JSON: to the standard output, or to whoever is given. Default false. */
  readonly logger?: boolean | LogLines;
  /** How long a query waits for its `after`. Default 5,000 ms. */
  readonly waitMs?: number;
  /** Where people find it, when that is not where it listens: `https://dondoc.example.gov.vn`. */
  readonly publicUrl?: string | undefined;
  /** Session cookies over plain HTTP on an address that is not this machine's own. Default false. */
  readonly insecureCookies?: boolean;
  /** The proxies before it, whose word on the address of a caller is believed: addresses and networks. */
  readonly trustProxy?: string | undefined;
  readonly identity?: IdentityOptions;
  /** Default: no limits. */
  readonly rates?: RateLimits | undefined;
  readonly times?: TimeLimits | undefined;
  /** Where attachments lie. Undefined: there are none. */
  readonly files?: FileSettings | undefined;
  /** What seals the personal data of citizens. Undefined: no petition may name one. */
  readonly privacy?: KeySource | undefined;
  readonly notifications?: NotificationSettings;
  /** Who signs the heads of the ledger's tree. Default: nobody. */
  readonly ledger?: LedgerSettings;
}

export interface App {
  readonly app: NestFastifyApplication;
  /** Where it listens; empty when it does not. */
  readonly url: string;
  readonly store: EventStore;
  readonly worker: Worker;
  /** What is due by the escalation ladder at this moment, done now and shown by the register. */
  tick(): Promise<Tick>;
  readonly notifier: Notifier;
  /** Makes the first administrator, once; there when the register is not a demonstration and has no account. */
  readonly firstLink: string | undefined;
  /** Finishes what it has acknowledged, then lets go of everything. */
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { demo = false, logger = false, tickMs = TICK_MS } = options;
  const database = await openDatabase(options.databaseUrl, options);
  const adapter = newAdapter(options);
  const log = adapter.getInstance().log;
  let clock = options.clock ?? systemClock;
  let moved: DemonstrationClock | undefined;
  const worker = new Worker(
    database,
    (message, details) => log.info(details, message),
    { now: () => clock.now(), everyMs: tickMs },
    options.ledger,
  );
  let app: NestFastifyApplication | undefined;
  let notifier: Notifier | undefined;
  let stopSweeping: (() => Promise<void>) | undefined;
  let files: Files | undefined;
  const close = closing(
    () => app,
    worker,
    {
      async close() {
        moved?.stopFollowing();
        await notifier?.stop();
        await stopSweeping?.();
        await files?.close();
      },
    },
    database,
  );
  // A connection kept alive by an answer given meanwhile would hold up the shutdown.
  adapter.getInstance().addHook('onSend', async (_request, reply) => {
    if (close.begun()) reply.header('connection', 'close');
  });
  try {
    if (demo) {
      await requireDemonstration(database.store, database.dataSource);
      clock = moved = await DemonstrationClock.open(database.dataSource, clock);
      moved.keepFollowing();
    }
    let url = options.publicUrl?.replace(/\/+$/, '') ?? 'http://localhost';
    const settings = {
      ...{ demo, waitMs: options.waitMs ?? 5_000, insecureCookies: options.insecureCookies ?? false },
      publicUrl: () => url,
    };
    const identity = identityOf(database, settings, clock, options);
    const persons = await PersonVault.open(database.dataSource, options.privacy, () => clock.now());
    notifier = new Notifier(database, {
      ...{ ...options.notifications, now: () => clock.now(), publicUrl: () => url, sealer: identity.sealer },
      log: (text, details) => log.info(details, text),
    });
    files = options.files && (await openFiles(database, options.files));
    const limiter = options.rates && (await RateLimiter.open(database.dataSource, options.rates));
    limitAddresses(adapter.getInstance(), limiter);
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({ database, worker, notifier, clock, settings, identity, files, persons, limiter }),
      adapter,
      { bodyParser: false, abortOnError: false, logger: toNestLogger(log, logger !== false) },
    );
    setUpOpenApi(app, demo, clock);
    await app.register(fastifyCookie);
    await sendHeaders(app, () => url);
    await serveWeb(app, () => url);
    await app.init();
    await adapter.getInstance().ready();
    if (options.worker !== 'none') {
      worker.start();
      notifier.start();
      if (files)
        stopSweeping = keepSwept(
          files,
          () => clock.now(),
          (text, details) => log.info(details, text),
        );
    }
    if (demo && (options.loadDemo ?? true)) {
      const follow = options.worker === 'none' ? undefined : following(app, worker);
      await loadDemonstration(app, database.store, clock, (text) => log.info(text), follow);
      const { position } = app.get(LastWritten);
      // Whoever opens the page at the address that is printed next finds the province whole.
      if (position && options.worker !== 'none') await worker.runner.waitFor('register', position, 60_000);
    }
    if (options.worker !== 'none') worker.startClock();
    if (options.port !== undefined) await app.listen(options.port, options.host ?? '127.0.0.1');
    const listening = options.port === undefined ? '' : (await app.getUrl()).replace('[::1]', 'localhost');
    if (listening !== '' && options.publicUrl === undefined) url = listening;
    const link = demo ? undefined : await identity.accounts.firstAdministratorLink(clock.now());
    const firstLink = link && `${url}/sign-in#first=${link}`;
    const tick = () => ticked(worker);
    return { app, url: listening, store: database.store, worker, notifier, tick, firstLink, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function identityOf(
  { dataSource, store }: Database,
  { demo, publicUrl }: Settings,
  clock: Clock,
  { identity }: AppOptions,
): Identity {
  const given = { dataSource, store, demo, publicUrl, now: () => clock.now() };
  return createIdentity({ ...given, ...(identity ? { options: identity } : {}) });
}

/** While a demonstration is loaded: what was due at the beginning of a day, before what was done on it. */
function following(app: NestFastifyApplication, worker: Worker): (day: string) => Promise<void> {
  return async (day) => {
    const { position } = app.get(LastWritten);
    if (position) await worker.runner.waitFor('register', position, 60_000);
    if (!(await worker.clock!.isAnythingDue(day))) return;
    const tick = await worker.clock!.tick(new Date(`${day}T00:05:00+07:00`));
    if (tick.position) app.get(LastWritten).note(tick.position);
  };
}

async function ticked(worker: Worker): Promise<Tick> {
  const tick = await worker.clock!.tick();
  if (tick.position) await worker.runner.waitFor('register', tick.position, 60_000);
  return tick;
}

function newAdapter({ logger = false, trustProxy, times = DEFAULT_TIMES }: AppOptions): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: loggerOf(logger),
    bodyLimit: MAX_BODY,
    connectionTimeout: times.silenceMs,
    requestTimeout: times.requestMs,
    http: {
      headersTimeout: times.headersMs,
      connectionsCheckingInterval: times.checkMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    ...(trustProxy === undefined ? {} : { trustProxy }),
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => saneId(request.headers['x-request-id']) ?? uuidv4(),
    routerOptions: { maxParamLength: MAX_SEGMENT },
    // Connections that wait idle must not hold up a shutdown.
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', String(request.id));
      sendProblem(error, request, reply);
    },
  });
  const instance = adapter.getInstance();
  instance.removeContentTypeParser('text/plain');
  readLogoutForms(instance);
  takeUploads(instance);
  instance.server.maxConnections = MAX_CONNECTIONS;
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', String(request.id));
  });
  return adapter;
}

/** The provider sends its logout tokens as a form, and nobody else sends one: elsewhere a form is refused as ever. */
function readLogoutForms(instance: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded';
  instance.addContentTypeParser(form, { parseAs: 'string' }, (request, body, done) => {
    const expected = request.url === '/api/sign-in/provider/logout';
    if (expected) done(null, Object.fromEntries(new URLSearchParams(String(body))));
    else done(Object.assign(new Error(form), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
  });
}

function saneId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : undefined;
}

/** Requests first, then the worker's batch, then the connections. A second call waits for the first. */
function closing(
  app: () => NestFastifyApplication | undefined,
  worker: Worker,
  ...others: readonly { close(): Promise<void> }[]
) {
  let closed: Promise<void> | undefined;
  const run = async () => {
    await app()?.close();
    await worker.stop();
    for (const other of others) await other.close();
  };
  return Object.assign(() => (closed ??= run()), { begun: () => closed !== undefined });
}
