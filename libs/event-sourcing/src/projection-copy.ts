/** Rows to PostgreSQL by COPY, which costs a fraction of any INSERT. */
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Columns } from './projection.js';

export type CopyConnection = Pick<pg.ClientBase, 'query'>;

export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
  /** Into a table that the same transaction has made: its rows are then born visible to all, and never looked after. */
  readonly frozen: boolean;
}

/** Text that goes to the server at a time: the next is made while it is on its way. */
const CHUNK = 256 << 10;

export async function copyInto(
  connection: CopyConnection,
  { table, columns, frozen }: CopyTarget,
  rows: readonly Columns[],
): Promise<void> {
  const options = frozen ? ' WITH (FREEZE)' : '';
  const stream = connection.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN${options}`));
  const done = finished(stream);
  // Whoever waits for the next write hears of a failure first.
  done.catch(() => undefined);
  let text = '';
  let before: Promise<void> | undefined;
  for (const row of rows) {
    text += copyLine(columns, row);
    if (text.length < CHUNK) continue;
    const chunk = Buffer.from(text);
    text = '';
    const sent = new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
    await Promise.race([before, done]);
    before = sent;
  }
  stream.end(text === '' ? undefined : Buffer.from(text));
  await done;
}

/** A row as COPY's text format has it. */
export function copyLine(columns: readonly string[], row: Columns): string {
  const fields = new Array<string>(columns.length);
  for (let i = 0; i < columns.length; i++) fields[i] = field(row[columns[i]!]);
  return `${fields.join('\t')}\n`;
}

function field(value: unknown): string {
  if (value === undefined || value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

/** Without the replacement that most values do not need. */
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(EACH_SPECIAL, escape) : text);

const SPECIAL = /[\\\n\r\t]/;
const EACH_SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (character: string): string => ESCAPES[character] ?? character;
