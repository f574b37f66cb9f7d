/**
 * Keeps the ledger: feeds its tree behind the events, and signs heads where there is a key. Apart from the other
 * projections, for it is given the events as they are stored.
 */
import { pause } from '#event-sourcing/pause.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { HeadPosting } from '#ledger/head-posting.js';
import { LedgerReader, type SignedHead } from '#ledger/ledger-events.js';
import { Sealer } from '#ledger/sealer.js';
import {
  publicationFromEnvironment,
  type SigningKeys,
  signingKeysFromEnvironment,
} from '#ledger/signing-keys.js';
import { ledgerProjection } from '#ledger/tree.projection.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import type { Database } from './database.js';
import type { Log } from './worker.js';

export interface LedgerSettings {
  /** Undefined: the tree is built, and nobody signs it. */
  readonly keys: SigningKeys | undefined;
  readonly every?: number | undefined;
  readonly publish?: string | undefined;
  /** An address that every head is sent to. */
  readonly webhook?: string | undefined;
}

/** How often it asks whether a head is due. */
const SEAL_MS = 30_000;

export function ledgerFromEnvironment(env: Readonly<Record<string, string | undefined>>): LedgerSettings {
  const every = env['LEDGER_SEAL_EVERY'];
  if (every !== undefined && !/^[1-9]\d{0,8}$/.test(every)) {
    throw new TypeError(
      'LEDGER_SEAL_EVERY phải là số nguyên dương. / LEDGER_SEAL_EVERY must be a whole number above 0.',
    );
  }
  const keys = signingKeysFromEnvironment(env);
  // What is wrong with a key is heard at the start.
  keys?.read();
  return {
    keys,
    every: every === undefined ? undefined : Number(every),
    publish: publicationFromEnvironment(env),
    webhook: webhookFrom(env['LEDGER_WEBHOOK']),
  };
}

function webhookFrom(address: string | undefined): string | undefined {
  if (!address) return undefined;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
  throw new TypeError('LEDGER_WEBHOOK phải là địa chỉ http(s). / LEDGER_WEBHOOK must be an http(s) address.');
}

export class LedgerKeeper {
  readonly runner: ProjectionRunner;
  readonly tree: TreeQueries;
  readonly sealer: Sealer | undefined;
  private readonly posting: HeadPosting | undefined;
  private readonly recorded: LedgerReader;

  constructor(
    { stored, dataSource }: Database,
    { keys, webhook, ...settings }: LedgerSettings,
    now: () => Date,
    private readonly log?: Log,
  ) {
    this.runner = new ProjectionRunner(stored, dataSource, [ledgerProjection], log ? { log } : {});
    this.tree = new TreeQueries(dataSource);
    this.sealer = keys && new Sealer(stored, this.tree, { ...settings, keys, now });
    this.recorded = new LedgerReader(stored);
    this.posting = webhook === undefined ? undefined : new HeadPosting(webhook);
  }

  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([this.runner.run(signal), this.sealer && this.keepSealing(this.sealer, signal)]);
  }

  /** Everything up to a checkpoint, signed now. */
  async seal(checkpoint: string, patienceMs = 60_000): Promise<SignedHead | undefined> {
    if (!(await this.runner.waitFor(ledgerProjection.name, checkpoint, patienceMs))) return undefined;
    return this.sealer?.seal({ force: true });
  }

  private async keepSealing(sealer: Sealer, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const [status] = await this.runner.status();
        const head = status?.serving?.state === 'LIVE' ? await sealer.seal() : undefined;
        if (head) this.log?.('tree head signed', { treeSize: head.size, root: head.root.toString('hex') });
        await this.posting?.send((await this.recorded.read()).head);
      } catch (error) {
        if (!signal.aborted) this.log?.('tree head not signed or sent', { error: String(error) });
      }
      await pause(SEAL_MS, signal);
    }
  }
}
