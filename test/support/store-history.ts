/**
 * A simple model of an event store, and the check of a history of calls against it: the log that the store shows in
 * the end is the order in which things happened; every call must be explained by the model at some moment between
 * its beginning and its end. What a crash left open may have happened or not, but whole.
 */
import type { ExpectedVersion, RecordedEvent } from '#event-sourcing/event-store.js';

export type Verdict =
  | { readonly kind: 'appended' | 'repeated'; readonly version: number; readonly checkpoint: string }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'id conflict' }
  /** The store did not answer, or nobody waited for the answer. */
  | { readonly kind: 'unknown' };

/** A call took place between two ticks of one clock; `ended` is infinite while its effect may still come. */
interface Span {
  readonly began: number;
  ended: number;
}

export interface AppendCall extends Span {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly ids: readonly string[];
  verdict: Verdict;
}

export interface ReadCall extends Span {
  /** What was read after; undefined: from the beginning of the run. */
  readonly after: string | undefined;
  readonly stream: string | undefined;
  /** Undefined: the store was away. */
  ids: readonly string[] | undefined;
}

export interface History {
  readonly appends: readonly AppendCall[];
  readonly reads: readonly ReadCall[];
  /** Everything that the store holds of this run, in its order. */
  readonly log: readonly RecordedEvent[];
}

interface Batch {
  readonly from: number;
  readonly to: number;
  /** Calls that may have written it. */
  readonly writers: readonly AppendCall[];
}

/** Throws at the first call that the model does not explain. */
export function checkHistory({ appends, reads, log }: History): void {
  const model = new Model(log);
  const batches = batchesOf(log, appends);
  const timeline = new Timeline(batches, appends);
  for (const call of appends) explain(call, model, batches, timeline);
  const news = appends.flatMap(({ verdict }) => (verdict.kind === 'appended' ? [verdict.checkpoint] : []));
  if (new Set(news).size !== news.length) throw new Error('one batch was acknowledged as new twice');
  for (const read of reads) explainRead(read, log, timeline);
}

/** What a store knew when the log had so many events. */
class Model {
  private readonly places = new Map<string, { stream: string; version: number; at: number }>();

  constructor(private readonly log: readonly RecordedEvent[]) {
    const heads = new Map<string, number>();
    log.forEach(({ id, stream, version }, at) => {
      const expected = (heads.get(stream) ?? 0) + 1;
      if (version !== expected) throw new Error(`${stream} has ${version} where ${expected} belongs`);
      if (this.places.has(id)) throw new Error(`event ${id} is there twice`);
      heads.set(stream, version);
      this.places.set(id, { stream, version, at });
    });
  }

  answer(call: AppendCall, length: number): Verdict {
    const place = call.expected === 'none' ? 0 : call.expected;
    const known = call.ids
      .map((id) => this.places.get(id))
      .map((at) => (at && at.at < length ? at : undefined));
    if (known.some((at) => at)) {
      const first = known[0]?.version ?? NaN;
      const inPlace = known.every((at, i) => at?.stream === call.stream && at.version === first + i);
      if (!inPlace || (place !== 'any' && first !== place + 1)) return { kind: 'id conflict' };
      const last = known.at(-1)!;
      return { kind: 'repeated', version: last.version, checkpoint: this.log[last.at]!.checkpoint };
    }
    const actual = this.log.slice(0, length).filter(({ stream }) => stream === call.stream).length;
    if (place !== 'any' && place !== actual) return { kind: 'conflict', actual };
    const end = this.log[length + call.ids.length - 1];
    return { kind: 'appended', version: actual + call.ids.length, checkpoint: end?.checkpoint ?? '' };
  }
}

/** Cuts the log into the batches that were written: none half, none that nobody brought. */
function batchesOf(log: readonly RecordedEvent[], appends: readonly AppendCall[]): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < log.length;) {
    const whole = appends.filter(({ stream, ids }) =>
      ids.every((id, i) => log[at + i]?.id === id && log[at + i]?.stream === stream),
    );
    const size = Math.max(...whole.map(({ ids }) => ids.length));
    if (whole.length === 0)
      throw new Error(`event ${at} of the log (${describeEvent(log[at]!)}) begins no whole batch`);
    batches.push({ from: at, to: at + size, writers: whole.filter(({ ids }) => ids.length === size) });
    at += size;
  }
  return batches;
}

/** Which moments of the log lie between the beginning and the end of a call. */
class Timeline {
  /** Lengths of the log before the first batch and after each. */
  readonly moments: readonly number[];
  private readonly known: readonly number[];
  private readonly begun: readonly number[];

  constructor(batches: readonly Batch[], appends: readonly AppendCall[]) {
    this.moments = [0, ...batches.map(({ to }) => to)];
    const done = ({ verdict }: AppendCall) => verdict.kind === 'appended' || verdict.kind === 'repeated';
    this.begun = batches.map(({ writers }) => Math.min(...writers.map(({ began }) => began)));
    this.known = batches.map(({ writers }) => {
      const ids = new Set(writers[0]!.ids);
      const seen = appends.filter((call) => done(call) && call.ids.every((id) => ids.has(id)));
      return Math.min(Infinity, ...seen.map(({ ended }) => ended));
    });
  }

  of({ began, ended }: Span): number[] {
    const first = this.known.findLastIndex((at) => at < began) + 1;
    const next = this.begun.findIndex((at) => at > ended);
    return this.moments.slice(first, next === -1 ? undefined : next + 1);
  }
}

function explain(call: AppendCall, model: Model, batches: readonly Batch[], timeline: Timeline): void {
  if (call.verdict.kind === 'unknown') return;
  const moments = timeline.of(call);
  const possible = moments.map((length) => model.answer(call, length));
  const explained = possible.some(
    (answer, i) =>
      JSON.stringify(answer) === JSON.stringify(call.verdict) &&
      (answer.kind !== 'appended' ||
        batches.some(({ from, writers }) => from === moments[i] && writers.includes(call))),
  );
  if (explained) return;
  throw new Error(
    `append of ${call.ids.length} to ${call.stream} at ${call.expected} gave ${JSON.stringify(call.verdict)}, ` +
      `the model allows ${JSON.stringify(possible)}`,
  );
}

function explainRead(read: ReadCall, log: readonly RecordedEvent[], timeline: Timeline): void {
  const { ids, after, stream } = read;
  if (!ids) return;
  const from = after === undefined ? 0 : log.findIndex(({ checkpoint }) => checkpoint === after) + 1;
  const possible = timeline
    .of(read)
    .map((length) =>
      log.slice(from, Math.max(from, length)).filter((event) => !stream || event.stream === stream),
    );
  if (possible.some((events) => events.map(({ id }) => id).join() === ids.join())) return;
  throw new Error(
    `a read of ${stream ?? 'all'} after ${after ?? 'the beginning'} gave ${ids.length} events, ` +
      `the model allows ${possible.map(({ length }) => length).join(' or ')} (or others in place of them)`,
  );
}

const describeEvent = ({ stream, version }: RecordedEvent) => `${stream} ${version}`;
