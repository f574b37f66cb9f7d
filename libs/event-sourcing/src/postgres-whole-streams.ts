/**
 * Events stream after stream, for building what depends on each stream alone: a stream is folded once and put aside.
 * Streams come in the order of their first events, so that what was begun together is read, and written, together.
 */
import type pg from 'pg';
import type { RecordedEvent, WholeStreams } from './event-store.js';
import { eventsOf, IN_ONE_ROW, type InOneRow } from './postgres-one-row.js';
import { AS_TEXT } from './postgres-page.js';

/** Events of a stream that come as one row; most streams have fewer. */
const TOGETHER = 32;
/** Rows fetched at a time. */
const PAGE = 200;

/** The stream, and the version of the first event. */
type Row = readonly [string, string, ...InOneRow];

type PlacedEvent = RecordedEvent & { readonly seq: number };

export class PostgresWholeStreams implements WholeStreams {
  constructor(private readonly pool: pg.Pool) {}

  async count(names: RegExp) {
    const { rows } = await this.pool.query<{ head: string | null; all: string; matching: string }>(
      `SELECT max(position) AS head, count(*) AS all, count(*) FILTER (WHERE stream ~ $1) AS matching FROM public.event`,
      [names.source],
    );
    const { head, all, matching } = rows[0]!;
    // A position is an event's place only where none is missing.
    return head !== null && head === all
      ? { checkpoint: head, events: Number(all), matching: Number(matching) }
      : undefined;
  }

  /** Fetches the next page while the one before is in the caller's hands. */
  async *read(names: RegExp, upTo: string): AsyncGenerator<readonly PlacedEvent[]> {
    const client = await this.pool.connect();
    // A connection that is lost between two pages says so to whoever holds it; the next page fails of it.
    const lost = () => undefined;
    client.on('error', lost);
    let failed = true;
    let next: Promise<pg.QueryResult<Row & unknown[]>> | undefined;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // OFFSET keeps the bound on positions out of the inner query: of a table that nothing is known of yet, just after
      // an import or a copy, the planner would walk all positions up to it for every stream.
      await client.query(
        `DECLARE whole_streams NO SCROLL CURSOR FOR
           SELECT begun.stream, part.*
           FROM (
             SELECT stream FROM public.event
             WHERE version = 1 AND position <= $2 AND stream ~ $1 ORDER BY position
           ) AS begun
           CROSS JOIN LATERAL generate_series(
             1, (SELECT max(version) FROM public.event WHERE stream = begun.stream), ${TOGETHER}
           ) AS first
           CROSS JOIN LATERAL (
             SELECT min(version) AS version, ${IN_ONE_ROW}
             FROM (
               SELECT * FROM public.event
               WHERE stream = begun.stream AND version BETWEEN first AND first + ${TOGETHER - 1}
               ORDER BY version OFFSET 0
             ) AS e
             WHERE position <= $2
           ) AS part
           WHERE part.version IS NOT NULL`,
        [names.source, upTo],
      );
      const fetch = () =>
        client.query<Row & unknown[]>({
          text: `FETCH ${PAGE} FROM whole_streams`,
          rowMode: 'array',
          types: AS_TEXT,
        });
      next = fetch();
      for (;;) {
        const { rows } = await next;
        next = undefined;
        if (rows.length === 0) break;
        next = fetch();
        next.catch(() => undefined);
        yield rows.flatMap(placed);
      }
      await client.query('COMMIT');
      failed = false;
    } finally {
      // One that was left in the middle is not worth tidying up.
      await next?.catch(() => undefined);
      client.off('error', lost);
      client.release(failed);
    }
  }
}

function placed([stream, first, ...row]: Row): PlacedEvent[] {
  const { positions, ids, types, datas, metas } = eventsOf(row);
  return positions.map((position, i) => ({
    id: ids[i]!,
    stream,
    version: Number(first) + i,
    type: types[i]!,
    data: datas[i]!,
    meta: metas[i]!,
    checkpoint: position,
    seq: Number(position),
  }));
}
