/**
 * What goes on by itself: the projections and the reactions. Several may run; a lease keeps one of each active. `stop`
 * resolves when the batches in hand are committed.
 */
import { setMaxListeners } from 'node:events';
import { ProjectionRunner, type ProjectionStatus } from '#event-sourcing/projection-runner.js';
import { answerDraftsProjection } from '#drafts/drafts.projection.js';
import { fileReferences } from '#files/file-references.projection.js';
import { noticesProjection } from '#notifications/notices.projection.js';
import { registerProjection } from '#register/register.projection.js';
import { urgingLettersProjection } from '#urging-letters/urging-letters.projection.js';
import type { Database } from './database.js';
import { type LedgerSettings, LedgerKeeper } from './ledger-keeper.js';
import { forgetReaction } from './forget.reaction.js';
import { type ClockOptions, EscalationClock } from './escalation-clock.js';
import { signedDraftReaction } from './signed-draft.reaction.js';
import { splitReaction } from './split.reaction.js';
import { urgingLetterReaction } from './urging-letter.reaction.js';

/** Rows that are made of events and of nothing else: they can be built for another day, and checked. */
export const READ_MODELS = [
  registerProjection,
  fileReferences,
  answerDraftsProjection,
  urgingLettersProjection,
];

export type Log = (message: string, details: Readonly<Record<string, unknown>>) => void;

export class Worker {
  /** Also serves those who only wait for a projection, or ask how far it is. */
  readonly runner: ProjectionRunner;
  private readonly abort = new AbortController();
  /** Ticks only when it is told how often. */
  readonly clock: EscalationClock | undefined;
  readonly ledger: LedgerKeeper;
  private running: Promise<unknown> | undefined;
  private ticking: Promise<void> | undefined;

  constructor(
    database: Database,
    log?: Log,
    clock?: Omit<ClockOptions, 'log'>,
    ledger: LedgerSettings = { keys: undefined },
  ) {
    const { store, dataSource } = database;
    // Each projection and each loop listens, and all let go when it aborts.
    setMaxListeners(0, this.abort.signal);
    const now = clock?.now ?? (() => new Date());
    const notices = noticesProjection(now);
    this.ledger = new LedgerKeeper(database, ledger, now, log);
    const projections = [
      ...READ_MODELS,
      splitReaction(store),
      urgingLetterReaction(store),
      signedDraftReaction(store),
      forgetReaction(dataSource),
      notices,
    ];
    this.runner = new ProjectionRunner(store, dataSource, projections, { log });
    this.clock = clock && new EscalationClock(store, dataSource, { ...clock, log });
  }

  start(): void {
    this.running ??= Promise.all([this.runner.run(this.abort.signal), this.ledger.run(this.abort.signal)]);
  }

  /** Apart, for a demonstration is filled first: whoever chased in between would chase what is answered a step later. */
  startClock(): void {
    this.ticking ??= this.clock?.run(this.abort.signal);
  }

  /** Of all projections, the ledger's too. */
  async status(): Promise<ProjectionStatus[]> {
    return [...(await this.runner.status()), ...(await this.ledger.runner.status())];
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await Promise.all([this.running, this.ticking]);
  }
}
