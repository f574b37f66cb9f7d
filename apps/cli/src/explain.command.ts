/** `dondoc explain` and `dondoc diff`: from a figure, or from what differs between two days, down to the events. */
import { directiveStream } from '#directives/directive.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { petitionStream } from '#petitions/petition.js';
import { standing } from '#register/effective.js';
import type { Difference, Differing, Stood } from '#register/register.differences.js';
import type { AsOf, RegisterRow, RegisterView } from '#register/register.types.js';
import { type Change, trailOf } from '#register/trail.js';
import { inWords, type Names } from '../../api/src/event-words.js';
import { FIGURES, type Figure, FILTER_OF } from '../../api/src/figures.js';
import { BAD_INPUT, Ended, type Io } from './io.js';
import { type Register, withRegister } from './open.js';
import { type FilterOptions, filterOf, heading, question, readingOf } from './register.command.js';
import { day, figure as number, json, localTime, table } from './table.js';
import { DIFFERENCE, FIELD, FIGURE, TERM, termWords, VALUE } from './words.js';

interface ExplainOptions extends FilterOptions {
  readonly limit: number;
  readonly cursor?: string;
}

interface DiffOptions extends Omit<FilterOptions, 'asOf'> {
  readonly from: string;
  readonly to?: string;
  readonly toReading?: FilterOptions['reading'];
  readonly limit: number;
  readonly cursor?: string;
}

export async function explain(name: Figure, options: ExplainOptions, io: Io): Promise<void> {
  await withRegister(io, async (opened) => {
    const { view, filter } = await question(opened, options);
    const { limit, cursor } = options;
    const page = { sort: 'case', direction: 'asc', limit, ...(cursor ? { cursor } : {}) } as const;
    const found = await opened.queries.list({ ...filter, ...FILTER_OF[name] }, page, view);
    const trails = new Trails(opened, await namesOf(opened));
    const items: { line: RegisterRow; events: readonly Reason[] }[] = [];
    for (const line of found.items) items.push({ line, events: await trails.of(line, view.asOf) });
    const { total, nextCursor } = found;
    const asked = { figure: name, today: view.today, ...(view.asOf ?? {}) };
    if (options.json) return io.out(json({ ...asked, count: total ?? null, items, nextCursor }));
    const of = total === undefined ? '' : `: ${number(total)}`;
    io.out([heading(view), `${FIGURE[name]}${of}`].join('\n'));
    for (const { line, events } of items) {
      const due = line.currentDueOn === null ? '' : ` · hạn / due ${day(line.currentDueOn)}`;
      io.out(
        `\n${line.caseNumber}.${line.no} · ${line.agencyName}${due} · ${termWords(line)}\n  ${line.subject}`,
      );
      for (const event of events) io.out(told(event));
    }
    if (nextCursor !== null) io.out(`\nTrang sau / Next page: --cursor ${nextCursor}`);
  });
}

export async function diff(options: DiffOptions, io: Io): Promise<void> {
  await withRegister(io, async (opened) => {
    const { reading, toReading = reading } = options;
    const from = await opened.view(options.from, readingOf(reading));
    // By business dates now is today.
    const now = toReading === 'effective' ? (await opened.view()).today : opened.now.toISOString();
    const to = await opened.view(options.to ?? now, readingOf(toReading));
    if (from.asOf!.at > to.asOf!.at) throw inverted();
    const filter = await filterOf(opened.queries, options);
    const { limit, cursor } = options;
    const page = { limit, ...(cursor ? { cursor } : {}) };
    const found = await opened.queries.differences(filter, from, to, page);
    const trails = new Trails(opened, await namesOf(opened));
    const items: (Differing & { events: readonly Reason[] })[] = [];
    for (const item of found.items) {
      items.push({ ...item, events: await trails.between(item, from.asOf, to.asOf) });
    }
    const [[before], [after]] = [
      await opened.queries.counts('all', filter, from),
      await opened.queries.counts('all', filter, to),
    ];
    const figures = FIGURES.map((name) => ({ name, from: before![name], to: after![name] }));
    const { flows, nextCursor } = found;
    if (options.json)
      return io.out(json({ from: from.asOf, to: to.asOf, figures, flows, items, nextCursor }));
    io.out(sideBySide(figures, [from, to], io));
    for (const item of items) {
      const { caseNumber, no, what } = item;
      const words = what.map((one: Difference) => DIFFERENCE[one]).join(', ');
      io.out(`\n${caseNumber}.${no} · ${words}\n  ${stood(item.before)} → ${stood(item.after)}`);
      if (item.events.length === 0) io.out('  (chỉ vì ngày trôi qua / by the passing of days alone)');
      for (const event of item.events) io.out(told(event));
    }
    if (nextCursor !== null) io.out(`\nTrang sau / Next page: --cursor ${nextCursor}`);
  });
}

function sideBySide(
  figures: readonly { name: Figure; from: number; to: number }[],
  [from, to]: readonly [RegisterView, RegisterView],
  io: Io,
): string {
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [{ title: 'Con số / Figure', wide: true }, right('(1)'), right('(2)'), right('(2) − (1)')];
  const rows = figures.map((one) => {
    const by = one.to - one.from;
    return [FIGURE[one.name], number(one.from), number(one.to), by > 0 ? `+${number(by)}` : number(by)];
  });
  return [`(1) ${heading(from)}`, `(2) ${heading(to)}`, table(columns, rows, io)].join('\n');
}

const stood = (side: Stood | null): string => {
  if (!side) return 'không có / absent';
  const state = side.standing === 'ENDED' ? 'Đã kết thúc' : TERM[side.standing];
  return `${state}${side.dueOn === null ? '' : ` (hạn ${day(side.dueOn)})`}`;
};

/** An event that changed what the figures look at, with all that an auditor asks of it. */
interface Reason {
  readonly id: string;
  readonly position: string;
  readonly version: number;
  readonly type: string;
  readonly vi: string;
  readonly en: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: RecordedEvent['meta']['actor'];
  readonly request: string;
  /** SHA-256 of the documents that it brought. */
  readonly documents: readonly string[];
  readonly changes: readonly Change[];
}

type OfCase = Pick<RegisterRow, 'kind' | 'caseId' | 'no'>;

class Trails {
  private readonly streams = new Map<string, Promise<readonly RecordedEvent[]>>();

  constructor(
    private readonly register: Register,
    private readonly names: Names,
  ) {}

  async of(line: OfCase, asOf: AsOf | undefined): Promise<readonly Reason[]> {
    const { store } = this.register.database;
    const events = standing(await this.stream(line), asOf, store);
    const changes = trailOf(line.kind, events).map((all) =>
      all.filter(({ obligation }) => obligation === line.no),
    );
    return events.flatMap((event, i) => (changes[i]!.length > 0 ? [this.reason(event, changes[i]!)] : []));
  }

  /** Those that stand on one of the days and not on the other. */
  async between(line: OfCase, from: AsOf | undefined, to: AsOf | undefined): Promise<readonly Reason[]> {
    const [before, after] = [await this.of(line, from), await this.of(line, to)];
    const without = (these: readonly Reason[], others: readonly Reason[]) =>
      these.filter(({ id }) => !others.some((other) => other.id === id));
    return [...without(before, after), ...without(after, before)];
  }

  private stream({ kind, caseId }: OfCase): Promise<readonly RecordedEvent[]> {
    let known = this.streams.get(caseId);
    if (!known) this.streams.set(caseId, (known = this.read(kind, caseId)));
    return known;
  }

  private async read(kind: OfCase['kind'], id: string): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    const stream = kind === 'PETITION' ? petitionStream(id) : directiveStream(id);
    for await (const event of this.register.database.store.readStream(stream)) events.push(event);
    return events;
  }

  private reason(event: RecordedEvent, changes: readonly Change[]): Reason {
    const { id, version, type, checkpoint, meta, data } = event;
    const { occurredOn, recordedAt, actor, correlationId } = meta;
    return {
      ...{
        id,
        position: checkpoint,
        version,
        type,
        ...inWords(event, this.names),
        occurredOn,
        recordedAt,
        actor,
      },
      ...{ request: correlationId, documents: hashesIn(data), changes },
    };
  }
}

/** Wherever in the event an attachment stands. */
function hashesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const { attachments } = data as { attachments?: readonly { hash: string }[] };
  const own = Array.isArray(attachments) ? attachments.map(({ hash }) => hash) : [];
  return [...own, ...Object.values(data).flatMap((inner) => (inner === attachments ? [] : hashesIn(inner)))];
}

function told(event: Reason): string {
  const { actor } = event;
  const head = `  ${event.version}. ${day(event.occurredOn)}, ghi / recorded ${localTime(event.recordedAt)}: ${event.vi}`;
  const who = `     ${actor.user} · ${actor.role} · ${actor.agency} · ${event.request}`;
  const moved = event.changes
    .map(({ field, before, after }) => `${FIELD[field] ?? field}: ${value(before)} → ${value(after)}`)
    .join('; ');
  const files = event.documents.map((hash) => `     SHA-256 ${hash}`);
  return [head, who, `     ${moved}`, ...files].join('\n');
}

const value = (text: string | number | null): string =>
  text === null
    ? '–'
    : /^\d{4}-\d{2}-\d{2}$/.test(String(text))
      ? day(String(text))
      : (VALUE[text] ?? String(text));

async function namesOf({ queries }: Register): Promise<Names> {
  return Object.fromEntries((await queries.agencies()).map(({ code, name }) => [code, name]));
}

const inverted = (): Ended =>
  new Ended(BAD_INPUT, 'DAYS_INVERTED', '--from phải không sau --to.', '--from must not be after --to.');
