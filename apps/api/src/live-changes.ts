/**
 * What changes while somebody looks. One subscription of the store serves all who watch; each is told only of the cases
 * that they may read, and only once the register shows the change.
 */
import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { interval, map, merge, Observable, Subject, takeUntil, timer } from 'rxjs';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { pause } from '#event-sourcing/pause.js';
import type { Scope } from '#identity/policy.js';
import { EVENT_STORE } from '#obligations/record.js';
import { RegisterQueries } from '#register/register.queries.js';
import { Worker } from '../../worker/src/worker.js';

/** A burst of events is told as one change. */
const GATHER_MS = 300;
/** Proxies cut a line on which nothing comes. */
const ALIVE_MS = 20_000;
/** Then the browser comes again, and is asked again who it is. */
const WATCH_MS = 5 * 60_000;
/** More than these is told as "look at everything again". */
const MOST_CASES = 100;
const RETRY_MS = 2_000;

/** Numbers of the cases that changed; null: more than can be listed, or nobody knows which. */
export interface Changed {
  readonly cases: readonly string[] | null;
}

interface Watcher {
  readonly scope: Scope;
  tell(message: MessageEvent): void;
}

@Injectable()
export class LiveChanges implements OnModuleDestroy {
  private readonly watchers = new Set<Watcher>();
  private readonly ended = new Subject<void>();
  /** Ends the subscription; there while somebody watches. */
  private following: AbortController | undefined;
  /** Up to here everybody was told. */
  private told: string | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Worker) private readonly worker: Worker,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
  ) {}

  /** `seen`: the id of the last message before the line broke. */
  watch(scope: Scope, seen: string | undefined): Observable<MessageEvent> {
    const changes = new Observable<MessageEvent>((subscriber) => {
      const watcher = { scope, tell: (message: MessageEvent) => subscriber.next(message) };
      this.watchers.add(watcher);
      // Who comes first is told where the line begins as soon as that is known.
      const missed = this.told !== undefined && this.told !== seen;
      subscriber.next({ retry: RETRY_MS, ...(missed ? this.message(null) : { comment: 'here' }) });
      this.following ??= this.follow();
      return () => this.leave(watcher);
    });
    const alive = interval(ALIVE_MS).pipe(map((): MessageEvent => ({ comment: 'alive' })));
    return merge(changes, alive).pipe(takeUntil(merge(timer(WATCH_MS), this.ended)));
  }

  onModuleDestroy(): void {
    this.ended.next();
  }

  private leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.size > 0) return;
    this.following?.abort();
    this.following = undefined;
    this.told = undefined;
  }

  private follow(): AbortController {
    const following = new AbortController();
    void this.run(following.signal);
    return following;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.told === undefined) await this.begin(signal);
        for await (const events of this.store.subscribe(this.told, signal)) {
          await this.tell(events, signal);
          await pause(GATHER_MS, signal);
          if (signal.aborted) return;
        }
      } catch {
        // The database is away: what changed meanwhile is told when it is back.
        await pause(RETRY_MS, signal);
      }
    }
  }

  /** From what the register shows now; whoever came earlier may have looked before that. */
  private async begin(signal: AbortSignal): Promise<void> {
    const statuses = await this.worker.runner.status();
    if (signal.aborted) return;
    this.told = statuses.find(({ name }) => name === 'register')?.serving?.checkpoint;
    this.tellAll(null);
  }

  private tellAll(cases: Changed['cases']): void {
    for (const watcher of this.watchers) watcher.tell(this.message(cases));
  }

  private async tell(events: readonly RecordedEvent[], signal: AbortSignal): Promise<void> {
    const { checkpoint } = events.at(-1)!;
    while (!(await this.worker.runner.waitFor('register', checkpoint, RETRY_MS))) if (signal.aborted) return;
    const ids = [...new Set(events.flatMap(({ stream }) => CASE.exec(stream)?.[1] ?? []))];
    // Many look with the same eyes: an agency's people, and all who see everything.
    const seen = new Map<string, Promise<readonly string[]>>();
    const numbersFor = (scope: Scope) => {
      const key = JSON.stringify(scope);
      if (!seen.has(key)) seen.set(key, this.register.readableNumbers(ids, scope));
      return seen.get(key)!;
    };
    const watchers = ids.length === 0 ? [] : [...this.watchers];
    const found = await Promise.all(watchers.map(({ scope }) => numbersFor(scope)));
    if (signal.aborted) return;
    this.told = checkpoint;
    watchers.forEach((watcher, i) => {
      const numbers = found[i]!;
      if (numbers.length > 0) watcher.tell(this.message(numbers.length > MOST_CASES ? null : numbers));
    });
  }

  private message(cases: Changed['cases']): MessageEvent {
    const id = this.told === undefined ? {} : { id: this.told };
    return { ...id, type: 'changed', data: { cases } satisfies Changed };
  }
}

const CASE = /^(?:petition|directive)-(.+)$/;
