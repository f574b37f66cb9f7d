/** The rows of a case by business dates, from its whole stream. */
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { Columns } from '#event-sourcing/projection.js';
import { DIRECTIVE_CASE, foldCase, PETITION_CASE } from './case-folding.js';
import { countsFrom } from './effective.js';
import { RegisterRows, type Versions } from './register.rows.js';

export interface EffectiveRows {
  readonly obligations: readonly Columns[];
  readonly cases: readonly Columns[];
  readonly texts: readonly Columns[];
}

/** @param events all of the stream, in their order */
export function effectiveRows(
  kind: 'petition' | 'directive',
  id: string,
  events: readonly RecordedEvent[],
): EffectiveRows {
  const days = [...new Set(events.map(countsFrom))].sort();
  const [obligations, cases, texts] = [new History(), new History(), new History()];
  for (const day of days) {
    const rows = rowsOf(
      kind,
      id,
      events.filter((event) => countsFrom(event) <= day),
    );
    obligations.add(day, rows.obligations);
    cases.add(day, rows.cases);
    texts.add(day, rows.texts);
  }
  return { obligations: obligations.rows, cases: cases.rows, texts: texts.rows };
}

function rowsOf(kind: 'petition' | 'directive', id: string, events: readonly RecordedEvent[]): RegisterRows {
  const rows = new RegisterRows();
  const numbered = events.map((event) => ({ ...event, seq: 0 }));
  if (kind === 'petition') foldCase(numbered, undefined, rows, PETITION_CASE(id));
  else foldCase(numbered, undefined, rows, DIRECTIVE_CASE(id));
  return rows;
}

interface Stretch {
  readonly said: string;
  readonly row: Record<string, unknown>;
}

/** Versions of rows from day to day. */
class History {
  readonly rows: Columns[] = [];
  private readonly open = new Map<unknown, Stretch>();

  add(day: string, { standing }: Versions): void {
    const midnight = `${day}T00:00:00+07:00`;
    for (const { valid_from_seq: _seq, valid_from: _at, ...row } of standing) {
      const said = JSON.stringify(row);
      const before = this.open.get(row['no']);
      if (before?.said === said) continue;
      if (before) before.row['valid_to'] = midnight;
      const from = { ...row, valid_from: midnight };
      this.open.set(row['no'], { said, row: from });
      this.rows.push(from);
    }
  }
}
