/** The rows of a case by business dates, from its whole stream. */
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { Columns } from '#event-sourcing/projection.js';
import {
  type CaseFolding,
  DIRECTIVE_CASE,
  type Folded,
  folded,
  foldOne,
  type Line,
  PETITION_CASE,
} from './case-folding.js';
import { countsFrom } from './effective.js';
import { caseColumns, caseTextColumns, obligationColumns } from './obligation-row.js';

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
  return kind === 'petition'
    ? rowsFromDayToDay(events, PETITION_CASE(id))
    : rowsFromDayToDay(events, DIRECTIVE_CASE(id));
}

function rowsFromDayToDay<State>(
  events: readonly RecordedEvent[],
  folding: CaseFolding<State>,
): EffectiveRows {
  const dated = events.map((event) => ({ event, day: countsFrom(event) }));
  const days = [...new Set(dated.map(({ day }) => day))].sort();
  const obligations = new History(({ header, obligation, last }: Line) =>
    obligationColumns(header, obligation, last),
  );
  const cases = new History(caseColumns);
  const texts = new History(caseTextColumns);
  const steps = new Steps(folding);
  for (const day of days) {
    const { header, lines } = steps.through(dated.filter((one) => one.day <= day).map(({ event }) => event));
    if (!header) continue;
    for (const line of lines) obligations.add(line.obligation.id, day, line);
    cases.add('', day, header);
    texts.add('', day, header);
  }
  return { obligations: obligations.rows, cases: cases.rows, texts: texts.rows };
}

/** Folds again only what stands behind the first event that came in between. */
class Steps<State> {
  private taken: { readonly event: RecordedEvent; readonly after: Folded<State> }[] = [];

  constructor(private readonly folding: CaseFolding<State>) {}

  through(events: readonly RecordedEvent[]): Folded<State> {
    const same = events.findIndex((event, i) => this.taken[i]?.event !== event);
    this.taken.length = same < 0 ? events.length : same;
    let at = this.taken.at(-1)?.after ?? folded(this.folding.initial, this.folding);
    for (const event of events.slice(this.taken.length)) {
      at = foldOne(at, event, this.folding);
      this.taken.push({ event, after: at });
    }
    return at;
  }
}

type Row = Record<string, unknown>;

interface Stretch<T> {
  readonly of: T;
  readonly row: Row;
}

/** Versions of rows from day to day. */
class History<T> {
  readonly rows: Row[] = [];
  private readonly open = new Map<string, Stretch<T>>();

  constructor(private readonly columns: (of: T) => Row) {}

  add(key: string, day: string, of: T): void {
    const before = this.open.get(key);
    if (before?.of === of) return;
    const row = this.columns(of);
    if (before && says(before.row, row)) {
      this.open.set(key, { of, row: before.row });
      return;
    }
    const midnight = `${day}T00:00:00+07:00`;
    if (before) before.row['valid_to'] = midnight;
    row['valid_from'] = midnight;
    this.open.set(key, { of, row });
    this.rows.push(row);
  }
}

/** Whether the row has all that, and so in no other words. */
function says(row: Row, columns: Row): boolean {
  for (const key of Object.keys(columns)) {
    const [a, b] = [row[key], columns[key]];
    if (a !== b && (typeof b !== 'object' || JSON.stringify(a) !== JSON.stringify(b))) return false;
  }
  return true;
}
