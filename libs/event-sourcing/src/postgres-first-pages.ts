/**
 * The first page of a stream, which for most streams is all of it. Readers that ask at the same moment share one
 * statement, and a stream comes back as one row: what a query costs by itself is paid for several streams, and what a
 * row costs for all events of a stream. A reader that asks alone waits for nobody.
 */
import type pg from 'pg';
import { intArray, textArray } from './postgres-arrays.js';
import { eventsOf, IN_ONE_ROW, type InOneRow, type RowOfEvents } from './postgres-one-row.js';
import { AS_TEXT, FIRST_PAGE, type Page, pageOf } from './postgres-page.js';

/** Statements on their way at once: while one is, those who ask gather for the next. */
const LANES = 2;
/** Streams that share a statement, so that nobody waits for too many others and memory stays bounded. */
const MAX_TOGETHER = 16;

const MAX_VERSION = 2 ** 31 - 1;

/** The limit is a parameter so that one plan serves all: for a constant the server would plan anew at every call. */
const TEXT = `
  SELECT page.* FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS wanted (stream, version, place), LATERAL (
    SELECT max(version), ${IN_ONE_ROW}
    FROM (
      SELECT * FROM public.event AS e WHERE e.stream = wanted.stream AND e.version >= wanted.version
      ORDER BY e.version LIMIT $3
    ) AS found
  ) AS page ORDER BY place`;

/** The last version before the events. */
type Row = readonly [string | null, ...InOneRow];

interface Wanted {
  readonly stream: string;
  readonly from: number;
  readonly resolve: (page: Page) => void;
  readonly reject: (error: unknown) => void;
}

export class FirstPages {
  private waiting: Wanted[] = [];
  private underWay = 0;
  private scheduled = false;

  constructor(private readonly pool: pg.Pool) {}

  of(stream: string, from: number): Promise<Page> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, from: Math.min(from, MAX_VERSION), resolve, reject });
      if (this.scheduled || this.underWay === LANES) return;
      this.scheduled = true;
      // Whoever else asks in this turn of the event loop comes along.
      setImmediate(() => {
        this.scheduled = false;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.underWay < LANES && this.waiting.length > 0) {
      const together = this.waiting.splice(0, MAX_TOGETHER);
      this.underWay++;
      void this.fetch(together).finally(() => {
        this.underWay--;
        this.send();
      });
    }
  }

  private async fetch(together: readonly Wanted[]): Promise<void> {
    try {
      const pages = together.length === 1 ? [await this.alone(together[0]!)] : await this.several(together);
      for (const [place, { resolve }] of together.entries()) resolve(pages[place]!);
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  /** Row by row: its first rows are read here while the server makes the last. */
  private alone({ stream, from }: Wanted): Promise<Page> {
    return pageOf(this.pool, 'stream', FIRST_PAGE, [stream, from]);
  }

  private async several(together: readonly Wanted[]): Promise<readonly Page[]> {
    const { rows } = await this.pool.query<Row & unknown[]>({
      name: 'event-first-pages',
      text: TEXT,
      values: [
        textArray(together.map(({ stream }) => stream)),
        intArray(together.map(({ from }) => from)),
        FIRST_PAGE,
      ],
      rowMode: 'array',
      types: AS_TEXT,
    });
    return together.map((wanted, place) => pageInOneRow(wanted, rows[place]!));
  }
}

function pageInOneRow({ stream, from }: Wanted, [last, ...row]: Row): Page {
  const length = last === null ? 0 : Number(last) - from + 1;
  let events: RowOfEvents | undefined;
  return {
    length,
    end: length < FIRST_PAGE,
    position: length === 0 ? '0' : row[0].slice(row[0].lastIndexOf(',') + 1),
    version: Number(last),
    event(place) {
      events ??= eventsOf(row);
      // No program can bring this about.
      if (events.ids.length !== length)
        throw new Error(`${stream}: events are missing after version ${from - 1}`);
      return {
        id: events.ids[place]!,
        type: events.types[place]!,
        data: events.datas[place]!,
        meta: events.metas[place]!,
        stream,
        version: from + place,
        checkpoint: events.positions[place]!,
      };
    },
  };
}
