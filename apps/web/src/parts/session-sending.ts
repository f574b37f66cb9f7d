/** What the page of a working session holds, and how it is recorded: the session, its notice, then row by row. */
import type { TFunction } from 'i18next';
import { foldText } from '#register/fold-text.js';
import type { Label } from '#obligations/vocabulary.js';
import type { AgencyView } from '#register/register.types.js';
import { ApiError } from '../client.js';
import { post } from '../commands.js';
import { readDay } from '../words.js';
import { matchAgencies } from './agency-match.js';

export type RowKind = 'petitions' | 'directives';

export const COLUMNS: Readonly<Record<RowKind, readonly string[]>> = {
  petitions: ['unit', 'content', 'field', 'lead', 'support', 'term'],
  directives: ['content', 'lead', 'support', 'term'],
};

export const HEAD = [
  { name: 'title', needed: true },
  { name: 'heldOn', needed: true },
  { name: 'place', needed: true },
  { name: 'chair', needed: true },
  { name: 'units', needed: false },
  { name: 'codeNumber', needed: true },
  { name: 'codeNotation', needed: true },
  { name: 'issuedDate', needed: true },
] as const;

export interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Of the case, once it is recorded. */
  readonly number?: string;
  /** A petition that is lodged and not yet routed. */
  readonly lodged?: string;
  readonly wrong?: { readonly column: string; readonly why: string } | undefined;
}

export interface Entry {
  /** The same until everything is recorded: sending again is no second entry. */
  readonly key: string;
  readonly head: Readonly<Record<string, string>>;
  readonly headWrong?: { readonly field: string; readonly why: string } | undefined;
  readonly sessionId?: string;
  readonly noticeRecorded?: boolean;
  readonly petitions: readonly Row[];
  readonly directives: readonly Row[];
}

let made = 0;
export const emptyRow = (): Row => ({ id: `${Date.now().toString(36)}-${(made += 1)}`, cells: {} });

export interface Known {
  readonly agencies: readonly AgencyView[];
  readonly fields: readonly Label[];
  readonly today: string;
  readonly t: TFunction;
  readonly reason: (error: unknown) => string;
}

type Change = (change: (before: Entry) => Entry) => void;

/** A cell that is wrong stops its row alone; a heading that is wrong stops everything. @throws ApiError */
export async function sendEntry(entry: Entry, known: Known, change: Change): Promise<void> {
  const read = (kind: RowKind) =>
    entry[kind].filter(isFilled).map((row) => ({ row, read: readRow(row, kind, known) }));
  const [petitions, directives] = [read('petitions'), read('directives')];
  for (const [kind, rows] of [['petitions', petitions] as const, ['directives', directives] as const])
    for (const { row, read: found } of rows)
      mark(change, kind, row.id, { wrong: 'wrong' in found ? found.wrong : undefined });
  // Nothing is recorded while a row cannot be read: whoever looks at it next finds it as it stands on paper.
  if ([...petitions, ...directives].some(({ read: found }) => 'wrong' in found)) return;
  const sessionId = await recordSession(entry, petitions, directives, known, change);
  if (sessionId === undefined) return;
  const document = noticeOf(entry);
  for (const { row, read: found } of petitions)
    if (!('wrong' in found))
      await oneRow(change, 'petitions', row, known, () => petition(entry, sessionId, row, found, change));
  for (const { row, read: found } of directives)
    if (!('wrong' in found))
      await oneRow(change, 'directives', row, known, () => directive(entry, sessionId, document, row, found));
}

const isFilled = ({ cells }: Row) => Object.values(cells).some((text) => text.trim() !== '');

interface Read {
  readonly unit?: string;
  readonly content: string;
  readonly field: string;
  readonly lead?: string;
  readonly support: readonly string[];
  readonly term: string;
}

function readRow(
  { cells }: Row,
  kind: RowKind,
  { agencies, fields, t }: Known,
): Read | { wrong: Row['wrong'] } {
  const wrong = (column: string, why: string) => ({ wrong: { column, why } });
  const text = (column: string) => (cells[column] ?? '').trim();
  const one = (column: string) => {
    const { found, unknown } = matchAgencies(text(column), agencies);
    return unknown !== undefined || found.length !== 1 ? undefined : found[0]!.code;
  };
  const unit = one('unit');
  if (kind === 'petitions' && unit === undefined) return wrong('unit', t('cellUnknownUnit'));
  if (text('content') === '') return wrong('content', t('cellEmpty'));
  const field = text('field') === '' ? 'OTHER' : fieldOf(text('field'), fields);
  if (field === undefined) return wrong('field', t('cellUnknownField'));
  const lead = one('lead');
  if (lead === undefined && (kind === 'directives' || text('lead') !== ''))
    return wrong('lead', t('cellUnknownAgency'));
  const { found, unknown } = matchAgencies(text('support'), agencies);
  if (unknown !== undefined) return wrong('support', t('cellUnknownOne', { name: unknown }));
  if (lead !== undefined && text('term') === '') return wrong('term', t('cellEmpty'));
  const support = found.map(({ code }) => code);
  return {
    ...{ content: text('content'), field, support, term: text('term') },
    ...(unit === undefined ? {} : { unit }),
    ...(lead === undefined ? {} : { lead }),
  };
}

function fieldOf(text: string, fields: readonly Label[]): string | undefined {
  const asked = foldText(text);
  const found = fields.filter(({ code, vi, en }) =>
    [code, vi, en].some((name) => foldText(name) === asked || foldText(name).startsWith(asked)),
  );
  return found.length === 1 ? found[0]!.code : fields.find(({ code }) => foldText(code) === asked)?.code;
}

const SUBJECT = 200;
/** What a list shows of it: the first sentence, or as much as there is room for. */
function subjectOf(content: string): string {
  const first = content
    .split(/(?<=[.;])\s|\n/)[0]!
    .replace(/[.;]$/, '')
    .trim();
  return first.length <= SUBJECT ? first : `${first.slice(0, SUBJECT - 1).trimEnd()}…`;
}

const noticeOf = ({ head }: Entry) => ({
  ...{ agency: 'VPUBND', codeNumber: head['codeNumber']!.trim(), codeNotation: head['codeNotation']!.trim() },
  ...{ issuedDate: readDay(head['issuedDate']!)!, typeName: 'Thông báo', subject: head['title']!.trim() },
});

type Rows = readonly { readonly read: Read | { wrong: Row['wrong'] } }[];

async function recordSession(
  entry: Entry,
  petitions: Rows,
  directives: Rows,
  { reason, agencies, t }: Known,
  change: Change,
): Promise<string | undefined> {
  const rows = [...petitions, ...directives].flatMap(({ read }) => ('wrong' in read ? [] : [read]));
  const { head } = entry;
  const heldOn = readDay(head['heldOn']!)!;
  const attended = matchAgencies(head['units'] ?? '', agencies);
  const units = [...attended.found.map(({ code }) => code), ...rows.flatMap(({ unit }) => unit ?? [])];
  const headWrong = (field: string, why: string) =>
    change((before) => ({ ...before, headWrong: { field, why } }));
  if (attended.unknown !== undefined) {
    headWrong('units', t('cellUnknownOne', { name: attended.unknown }));
    return undefined;
  }
  const session = {
    ...{ title: head['title'], heldOn, place: head['place'], chair: { post: head['chair'] } },
    units: [...new Set(units)],
    participants: [...new Set(rows.flatMap(({ lead, support }) => [...(lead ? [lead] : []), ...support]))],
  };
  try {
    const id =
      entry.sessionId ??
      (await post<{ id: string }>('/api/working-sessions', session, `${entry.key}.session`)).id;
    change((before) => ({ ...before, sessionId: id, headWrong: undefined }));
    if (!entry.noticeRecorded) {
      const body = { document: noticeOf(entry), on: readDay(head['issuedDate']!)! };
      await post(`/api/working-sessions/${id}/conclusion-notice`, body, `${entry.key}.notice`);
      change((before) => ({ ...before, noticeRecorded: true }));
    }
    return id;
  } catch (error) {
    const field = error instanceof ApiError ? error.refusal?.field?.split('.').at(-1) : undefined;
    const known = HEAD.find(({ name }) => name === field || (field === 'post' && name === 'chair'));
    if (!known) throw error;
    headWrong(known.name, reason(error));
    return undefined;
  }
}

/** Once it is recorded it is left alone. */
async function oneRow(
  change: Change,
  kind: RowKind,
  row: Row,
  { reason }: Known,
  record: () => Promise<string>,
) {
  if (row.number) return;
  try {
    const number = await record();
    mark(change, kind, row.id, { number, wrong: undefined });
  } catch (error) {
    if (!(error instanceof ApiError) || !error.refusal) throw error;
    mark(change, kind, row.id, {
      wrong: { column: columnOf(error.refusal.field, kind), why: reason(error) },
    });
  }
}

function columnOf(field: string | undefined, kind: RowKind): string {
  const name = field?.split('.')[0] ?? '';
  const known: Readonly<Record<string, string>> = { raisedBy: 'unit', subject: 'content', lead: 'lead' };
  return known[name] ?? (COLUMNS[kind].includes(name) ? name : 'content');
}

const mark = (change: Change, kind: RowKind, id: string, how: Partial<Row>) =>
  change((before) => ({
    ...before,
    [kind]: before[kind].map((row) => (row.id === id ? { ...row, ...how } : row)),
  }));

async function petition(
  entry: Entry,
  sessionId: string,
  row: Row,
  read: Read,
  change: Change,
): Promise<string> {
  const receivedOn = readDay(entry.head['heldOn']!)!;
  const lodge = {
    ...{ subject: subjectOf(read.content), content: read.content, field: read.field, raisedBy: read.unit },
    ...{ receivedOn, workingSessionId: sessionId },
  };
  const key = `${entry.key}.${row.id}`;
  const number =
    row.lodged ?? (await post<{ number: string }>('/api/petitions', lodge, `${key}.lodge`)).number;
  mark(change, 'petitions', row.id, { lodged: number });
  if (read.lead === undefined) return number;
  const route = {
    lead: read.lead,
    support: read.support,
    term: read.term,
    on: readDay(entry.head['issuedDate']!)!,
  };
  await post(`/api/petitions/${number}/route`, route, `${key}.route`);
  return number;
}

async function directive(
  entry: Entry,
  sessionId: string,
  document: object,
  row: Row,
  read: Read,
): Promise<string> {
  const body = {
    ...{ subject: subjectOf(read.content), content: read.content, field: read.field },
    ...{ issuer: { post: entry.head['chair'] }, document, workingSessionId: sessionId },
    ...{ lead: read.lead, support: read.support, term: read.term, on: readDay(entry.head['issuedDate']!)! },
  };
  return (await post<{ number: string }>('/api/directives', body, `${entry.key}.${row.id}.issue`)).number;
}
