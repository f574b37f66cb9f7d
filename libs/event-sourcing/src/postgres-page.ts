/** Pages of events: bounded in number and in size. */
import type pg from 'pg';
import type { EventMetadata, RecordedEvent } from './event-store.js';

/** So few that their size needs no bound: most streams end here, and a bound would cost them more than it gives. */
export const FIRST_PAGE = 128;
/** A larger page ends here, so that large events do not pile up in memory. */
const MAX_PAGE_BYTES = 8 << 20;

/** What is read; its values stand before the limit. */
export type Source = keyof typeof SOURCES;

const SOURCES = {
  stream: { where: 'stream = $1 AND version >= $2', order: 'version', values: 2 },
  all: { where: 'position > $1 AND position <= $2', order: 'position', values: 2 },
  news: { where: 'position > $1', order: 'position', values: 1 },
} as const;

export interface Page {
  readonly length: number;
  /** Whether nothing came after it. */
  readonly end: boolean;
  /** Of its last event; '0' and 0 when it is empty. */
  readonly position: string;
  readonly version: number;
  /** The event in this place, from 0: its JSON is read now. */
  event(place: number): RecordedEvent;
}

/** position, id, stream, version, type, data, meta, and for a bounded page how many there were within its limit */
type Row = readonly [string, string, string, string, string, string, string, string?];

/** Nothing is parsed by the driver. */
export const AS_TEXT = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

export async function pageOf(
  pool: pg.Pool,
  source: Source,
  limit: number,
  values: readonly unknown[],
): Promise<Page> {
  const bounded = limit > FIRST_PAGE;
  const { rows } = await pool.query<Row & unknown[]>({
    name: `event-${source}-${bounded ? 'bounded' : 'small'}`,
    text: statement(source, bounded),
    values: [...values, limit],
    rowMode: 'array',
    types: AS_TEXT,
  });
  const last = rows.at(-1);
  const found = bounded ? Number(last?.[7] ?? 0) : rows.length;
  return {
    length: rows.length,
    end: found < limit && rows.length === found,
    position: last?.[0] ?? '0',
    version: Number(last?.[3] ?? 0),
    event: (place) => toEvent(rows[place] as Row),
  };
}

function statement(source: Source, bounded: boolean): string {
  const { where, order, values } = SOURCES[source];
  const page = `FROM public.event WHERE ${where} ORDER BY ${order} LIMIT $${values + 1}`;
  const columns = 'position, id, stream, version, type, data, meta';
  if (!bounded) return `SELECT ${columns} ${page}`;
  return `
    SELECT ${columns}, found FROM (
      SELECT *, count(*) OVER () AS found,
        sum(pg_column_size(data)) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) - pg_column_size(data) AS before
      FROM (SELECT * ${page}) AS page
    ) AS sized
    WHERE before < ${MAX_PAGE_BYTES} ORDER BY ${order}`;
}

function toEvent(row: Row): RecordedEvent {
  return {
    id: row[1],
    type: row[4],
    data: JSON.parse(row[5]) as object,
    meta: JSON.parse(row[6]) as EventMetadata,
    stream: row[2],
    version: Number(row[3]),
    checkpoint: row[0],
  };
}

/** The events of pages, one by one. What a page holds is given at once, without a generator's detours for each event. */
export class EventsOfPages implements AsyncIterableIterator<RecordedEvent> {
  private page: Page | undefined;
  private place = 0;
  private turning: Promise<unknown> | undefined;

  constructor(private readonly pages: AsyncGenerator<Page>) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<RecordedEvent>> {
    const { page, turning } = this;
    if (turning) return turning.then(() => this.next());
    if (page && this.place < page.length) {
      return Promise.resolve({ done: false, value: page.event(this.place++) });
    }
    const turned = this.turn();
    // Its failure is the caller's to hear, through `turned`; here it would be nobody's, and end the process.
    const settled = () => (this.turning = undefined);
    this.turning = turned.then(settled, settled);
    return turned.then((more) => (more ? this.next() : { done: true, value: undefined }));
  }

  async return(): Promise<IteratorResult<RecordedEvent>> {
    this.page = undefined;
    await this.pages.return(undefined);
    return { done: true, value: undefined };
  }

  private async turn(): Promise<boolean> {
    const { done, value } = await this.pages.next();
    this.page = done ? undefined : value;
    this.place = 0;
    return !done;
  }
}
