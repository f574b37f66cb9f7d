/**
 * From a conclusion notice to its petitions and directives, on one page and by the keyboard: rows as in a spreadsheet,
 * typed or pasted. What is entered is kept in this browser until it is recorded; rows that are recorded stay so when
 * another is refused, and sending again goes on with the rest.
 */
import { useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../commands.js';
import { CaseLink } from './work.js';
import { useSession } from '../session.js';
import { drop, recall, remember } from '../memory.js';
import { useAgencyChoices, useVocabulary } from '../queries.js';
import { useReason } from '../parts/trouble.js';
import { readDay, useSaid } from '../words.js';
import { TermMeaning } from '../parts/term-meaning.js';
import { matchAgencies } from '../parts/agency-match.js';
import {
  emptyRow,
  type Entry,
  HEAD,
  type Row,
  type RowKind,
  sendEntry,
  COLUMNS,
} from '../parts/session-sending.js';

const DRAFT = 'draft.session';
const FIRST_ROWS = 3;

const newEntry = (): Entry => ({
  key: newKey(),
  head: {},
  petitions: Array.from({ length: FIRST_ROWS }, emptyRow),
  directives: Array.from({ length: FIRST_ROWS }, emptyRow),
});

export function SessionEntryScreen() {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const { ways } = useSession();
  const agencies = useAgencyChoices();
  const { data: vocabulary } = useVocabulary();
  const [entry, setEntry] = useState<Entry>(() => JSON.parse(recall(DRAFT) ?? 'null') ?? newEntry());
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => remember(DRAFT, JSON.stringify(entry)), [entry]);
  const head = (name: string, value: string) =>
    setEntry((before) => ({ ...before, head: { ...before.head, [name]: value } }));
  const rows = (kind: RowKind, change: (rows: readonly Row[]) => readonly Row[]) =>
    setEntry((before) => ({ ...before, [kind]: change(before[kind]) }));
  const send = async () => {
    setSending(true);
    setFailed(undefined);
    try {
      await sendEntry(
        entry,
        { agencies, fields: vocabulary?.fields ?? [], today: ways.today, t, reason },
        setEntry,
      );
      await queries.invalidateQueries();
    } catch (error) {
      setFailed(error);
    } finally {
      setSending(false);
    }
  };
  const all = [...entry.petitions, ...entry.directives].filter(({ cells }) =>
    Object.values(cells).some(Boolean),
  );
  const done = all.filter(({ number }) => number).length;
  const finished =
    entry.sessionId !== undefined && all.length > 0 && done === all.length && failed === undefined;
  return (
    <section aria-labelledby="entry-title" className="entry">
      <h1 id="entry-title">{t('place_entry')}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Heading entry={entry} onChange={head} />
        <Grid kind="petitions" entry={entry} onChange={(change) => rows('petitions', change)} />
        <Grid kind="directives" entry={entry} onChange={(change) => rows('directives', change)} />
        <div className="entry-end">
          <button type="submit" className="primary" disabled={sending || all.length === 0 || finished}>
            {sending ? t('sending') : t('sendEntry', { n: all.length - done })}
          </button>
          <button
            type="button"
            onClick={() => {
              drop(DRAFT);
              setFailed(undefined);
              setEntry(newEntry());
            }}
          >
            {t(finished ? 'nextEntry' : 'clearEntry')}
          </button>
          <span role="status">{done > 0 && t('entryDone', { done, all: all.length })}</span>
        </div>
        {failed !== undefined && (
          <p className="wrong" role="alert">
            {reason(failed)}
          </p>
        )}
      </form>
    </section>
  );
}

function Heading({ entry, onChange }: { entry: Entry; onChange: (name: string, value: string) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="entry-head" disabled={entry.noticeRecorded === true}>
      <legend>{t('notice')}</legend>
      {HEAD.map(({ name, needed }) => (
        <label key={name} className="field" data-wide={name === 'title' || undefined}>
          <span>{needed ? t(`head_${name}`) : t('optionalField', { label: t(`head_${name}`) })}</span>
          <input
            name={name}
            required={needed}
            value={entry.head[name] ?? ''}
            placeholder={name === 'heldOn' || name === 'issuedDate' ? t('dayPattern') : ''}
            aria-invalid={entry.headWrong?.field === name || undefined}
            onChange={({ target }) => {
              const isDay = name === 'heldOn' || name === 'issuedDate';
              target.setCustomValidity(isDay && target.value && !readDay(target.value) ? t('notADay') : '');
              onChange(name, target.value);
            }}
          />
          {entry.headWrong?.field === name && (
            <span className="wrong" role="alert">
              {entry.headWrong.why}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function Grid(props: {
  readonly kind: RowKind;
  readonly entry: Entry;
  readonly onChange: (change: (rows: readonly Row[]) => readonly Row[]) => void;
}) {
  const { t } = useTranslation();
  const { kind, entry, onChange } = props;
  const table = useRef<HTMLTableElement>(null);
  const columns = COLUMNS[kind];
  const rows = entry[kind];
  const put = (at: number, column: string, value: string) =>
    onChange((before) =>
      before.map((row, i) =>
        i === at ? { ...row, cells: { ...row.cells, [column]: value }, wrong: undefined } : row,
      ),
    );
  /** A block from a spreadsheet goes into as many rows and columns as it has. */
  const paste = (event: ClipboardEvent, at: number, column: string) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = columns.findIndex((name) => name === column);
    const block = text.split(/\r?\n/).map((line) => line.split('\t'));
    onChange((before) => {
      const longer = [...before];
      while (longer.length < at + block.length + 1) longer.push(emptyRow());
      return longer.map((row, i) => {
        const cells = block[i - at];
        if (!cells || row.number) return row;
        const given = cells.flatMap((value, c) =>
          columns[first + c] ? [[columns[first + c]!, value.trim()]] : [],
        );
        return { ...row, cells: { ...row.cells, ...Object.fromEntries(given) }, wrong: undefined };
      });
    });
  };
  const move = (event: KeyboardEvent, at: number, column: string) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (at === rows.length - 1) onChange((before) => [...before, emptyRow()]);
    // After the row has been drawn.
    setTimeout(() =>
      table.current?.querySelector<HTMLInputElement>(`[data-row="${at + 1}"] [name="${column}"]`)?.focus(),
    );
  };
  return (
    <>
      <h2>{t(`entry_${kind}`)}</h2>
      <table className="grid" ref={table} data-kind={kind} aria-label={t(`entry_${kind}`)}>
        <thead>
          <tr>
            <th scope="col">{'#'}</th>
            {columns.map((column) => (
              <th scope="col" key={column} className={`cell-${column}`}>
                {t(`cell_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr
              key={row.id}
              data-row={at}
              data-state={row.number ? 'recorded' : row.wrong ? 'refused' : undefined}
            >
              <th scope="row">
                {row.number ? <CaseLink number={row.number}>{row.number}</CaseLink> : at + 1}
              </th>
              {columns.map((column) => (
                <td key={column} className={`cell-${column}`} data-label={t(`cell_${column}`)}>
                  <Cell
                    column={column}
                    row={row}
                    label={t('cellLabel', { column: t(`cell_${column}`), n: at + 1 })}
                    onChange={(value) => put(at, column, value)}
                    onPaste={(event) => paste(event, at, column)}
                    onKeyDown={(event) => move(event, at, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={() => onChange((before) => [...before, emptyRow()])}>
        {t('addRow')}
      </button>
    </>
  );
}

function Cell(props: {
  readonly column: string;
  readonly row: Row;
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { column, row } = props;
  const value = row.cells[column] ?? '';
  const wrong = row.wrong?.column === column ? row.wrong.why : undefined;
  const common = {
    name: column,
    value,
    disabled: row.number !== undefined,
    'aria-label': props.label,
    'aria-invalid': wrong === undefined ? undefined : true,
    onPaste: props.onPaste,
  };
  return (
    <>
      {column === 'content' ? (
        <textarea {...common} rows={2} onChange={({ target }) => props.onChange(target.value)} />
      ) : (
        <input
          {...common}
          onKeyDown={props.onKeyDown}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
      <Meaning column={column} value={value} />
      {wrong !== undefined && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}

/** What was understood, beside what was typed. */
function Meaning({ column, value }: { column: string; value: string }) {
  const agencies = useAgencyChoices();
  const { data: vocabulary } = useVocabulary();
  const said = useSaid();
  const named = useMemo(() => matchAgencies(value, agencies).found, [value, agencies]);
  if (value.trim() === '') return null;
  if (column === 'term') return <TermMeaning term={value} />;
  if (column === 'field') {
    const field = vocabulary?.fields.find(({ code }) => code === value.toUpperCase());
    return field ? <span className="sub">{said(field)}</span> : null;
  }
  if (!['unit', 'lead', 'support'].includes(column)) return null;
  const names = named.map(({ name }) => name).join(', ');
  return names && names !== value ? <span className="sub">{names}</span> : null;
}
