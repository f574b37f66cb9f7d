/** The register, with the columns of the official register of incoming documents (Nghị định 30/2020, annex IV). */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { RegisterRow, RegisterSort } from '#register/register.types.js';
import { PREFIX } from '../client.js';
import { useAsOf } from '../day.js';
import { recall, remember } from '../memory.js';
import { SavedViews } from '../parts/saved-views.js';
import { Marked, Status } from '../parts/status.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { useActing } from '../session.js';
import { type RegisterQuery, useCounts, useRegister, useVocabulary } from '../queries.js';
import { BUCKETS, day, dueText, notes, useSaid, workflowText } from '../words.js';
import { CaseLink } from './work.js';

const COLUMNS = ['number', 'agency', 'content', 'due', 'progress', 'answer', 'note'] as const;
type Column = (typeof COLUMNS)[number];
/** Without these a line says nothing. */
const ALWAYS: readonly Column[] = ['number', 'content'];
const SORT_OF: Partial<Record<Column, RegisterSort>> = {
  number: 'case',
  agency: 'agency',
  content: 'subject',
  due: 'due',
};

const FILTERS = ['agency', 'unit', 'field', 'workflow', 'term', 'kind'] as const;
type Filter = (typeof FILTERS)[number];

/** What a figure elsewhere leads here with, beyond the filters that one chooses. */
const GIVEN = ['dueFrom', 'dueTo', 'answerStatus', 'category', 'session'] as const;

/** Several buckets under one word. */
const TERMS: Readonly<Record<string, string | undefined>> = {
  OPEN: 'OPEN_OVERDUE,OPEN_IN_TERM,OPEN_NO_TERM',
  DONE: 'DONE_ON_TIME,DONE_LATE,DONE_NO_TERM',
  ALL: undefined,
};

/** A register is opened for what is still to do; a search and a chosen state look everywhere. */
const termOf = (params: URLSearchParams) =>
  params.get('term') ?? (params.get('text') || params.get('workflow') ? 'ALL' : 'OPEN');

function queryOf(params: URLSearchParams): RegisterQuery {
  const given = (name: string) => params.get(name) || undefined;
  const [sort, direction] = (params.get('sort') ?? 'due.asc').split('.');
  const term = termOf(params);
  const query = {
    text: given('text'),
    agency: given('agency'),
    unit: given('unit'),
    field: given('field'),
    kind: given('kind'),
    workflow: given('workflow'),
    ...Object.fromEntries(GIVEN.map((name) => [name, given(name)])),
    term: term in TERMS ? TERMS[term] : term,
    sort,
    direction,
  };
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as RegisterQuery;
}

export function RegisterScreen() {
  const { t } = useTranslation();
  const { guest } = useActing();
  const [params] = useSearchParams();
  const [hidden, hide] = useHidden();
  const columns = COLUMNS.filter((column) => !hidden.includes(column));
  const query = queryOf(params);
  const {
    data,
    error,
    isPending,
    isPlaceholderData,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
  } = useRegister(query);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total;
  return (
    <section aria-labelledby="register-title" className="register">
      <h1 id="register-title">
        {t('place_register')}{' '}
        <span className="total" role="status">
          {total === undefined ? '' : t('totalRows', { count: total })}
        </span>
      </h1>
      <Filters />
      <div className="tools">
        <ColumnChoice hidden={hidden} onHide={hide} />
        {!guest && <SavedViews />}
        <Export query={query} columns={columns} />
      </div>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <p className="state">{t(isFiltered(params) ? 'emptyFilter' : 'emptyRegister')}</p>
      ) : (
        <div id="rows" aria-busy={isPlaceholderData}>
          <Table rows={rows} columns={columns} searched={params.get('text') ?? ''} />
        </div>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('more')}
        </button>
      )}
    </section>
  );
}

const isFiltered = (params: URLSearchParams) =>
  [...FILTERS, ...GIVEN, 'text'].some((name) => params.get(name));

function useHidden(): [readonly string[], (hidden: readonly string[]) => void] {
  const [hidden, setHidden] = useState<readonly string[]>(() => (recall('columns.hidden') ?? '').split(','));
  const hide = (next: readonly string[]) => {
    remember('columns.hidden', next.join(','));
    setHidden(next);
  };
  return [hidden, hide];
}

function ColumnChoice(props: { hidden: readonly string[]; onHide: (hidden: readonly string[]) => void }) {
  const { t } = useTranslation();
  const { hidden, onHide } = props;
  return (
    <details className="columns">
      <summary>{t('columns')}</summary>
      <div>
        {COLUMNS.filter((column) => !ALWAYS.includes(column)).map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={!hidden.includes(column)}
              onChange={({ target }) =>
                onHide(target.checked ? hidden.filter((one) => one !== column) : [...hidden, column])
              }
            />{' '}
            {t(`column_${column}`)}
          </label>
        ))}
      </div>
    </details>
  );
}

/** The lines and columns that are shown, all of them, as Excel opens them in each language. */
function Export({ query, columns }: { query: RegisterQuery; columns: readonly Column[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const separator = language === 'vi' ? 'semicolon' : 'comma';
  const asked = { ...query, ...useAsOf(), columns: columns.join(','), language, separator };
  const address = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  return (
    <a id="export" href={`${PREFIX}/api/obligations/export?${address}`} download>
      {t('exportCsv')}
    </a>
  );
}

// ---- filters: the address bar holds what is shown -----------------------------------------------------------------

const WORKFLOWS = [
  ...['ASSIGNED', 'ACKNOWLEDGED', 'ANSWERED', 'RETURNED', 'ACCEPTED'],
  ...['SUSPENDED', 'TRANSFERRED', 'CANCELLED', 'WITHDRAWN'],
];

function Filters() {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const [params, setParams] = useSearchParams();
  const { data: vocabulary } = useVocabulary();
  const choices: Record<Filter, readonly (readonly [string, string])[]> = {
    agency: useNamed('agency'),
    unit: useNamed('unit'),
    field: (vocabulary?.fields ?? []).map((field) => [field.code, said(field)]),
    workflow: WORKFLOWS.map((state) => [state, t(`workflow_${state}`)]),
    term: ['OPEN', 'DONE', ...BUCKETS.map(({ term }) => term)].map((term) => [term, t(`term_${term}`)]),
    kind: ['PETITION', 'DIRECTIVE'].map((kind) => [kind, t(kind)]),
  };
  const set = (name: string, value: string) =>
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      before.delete('case');
      return before;
    });
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      key={i18n.language}
      onSubmit={(event) => event.preventDefault()}
    >
      {FILTERS.map((name) => (
        <Choice
          key={name}
          name={name}
          choices={choices[name]}
          all={name === 'term' ? 'ALL' : ''}
          value={name === 'term' ? termOf(params) : (params.get(name) ?? '')}
          onChoose={(value) => set(name, value)}
        />
      ))}
      <Given params={params} onDrop={(name) => set(name, '')} />
      {isFiltered(params) && (
        <button type="button" id="clear" className="link" onClick={() => setParams({})}>
          {t('clear')}
        </button>
      )}
    </form>
  );
}

/** Each says what it is, and can be taken away. */
function Given(props: { readonly params: URLSearchParams; readonly onDrop: (name: string) => void }) {
  const { t } = useTranslation();
  const shown = (name: (typeof GIVEN)[number], value: string): string => {
    if (name === 'dueFrom' || name === 'dueTo') return t(`given_${name}`, { date: day(value) });
    if (name === 'session') return t('given_session');
    return value
      .split(',')
      .map((code) => (name === 'category' ? t(`category_${code}`) : t(`answerStatus_${code}`)))
      .join(', ');
  };
  return GIVEN.flatMap((name) => {
    const value = props.params.get(name);
    return value
      ? [
          <button
            key={name}
            type="button"
            className="chip"
            data-given={name}
            aria-label={t('dropFilter', { filter: shown(name, value) })}
            onClick={() => props.onDrop(name)}
          >
            {`${shown(name, value)} ✕`}
          </button>,
        ]
      : [];
  });
}

/** Agencies and communes are offered when some line of the register is theirs. */
function useNamed(by: 'agency' | 'unit'): readonly (readonly [string, string])[] {
  const { data = [] } = useCounts(by);
  return data
    .filter(({ key }) => key !== null)
    .map(({ key, name }) => [key!, name ?? key!] as const)
    .sort((a, b) => a[1].localeCompare(b[1], 'vi'));
}

function Choice(props: {
  readonly name: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly all: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { name, all, value, onChoose } = props;
  const known = value === all || props.choices.some(([code]) => code === value);
  const choices = known ? props.choices : [...props.choices, [value, value] as const];
  return (
    <label>
      <span>{t(`filter_${name}`)}</span>
      <select name={name} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value={all}>{t('all')}</option>
        {choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

// ---- the table ----------------------------------------------------------------------------------------------------

function Table(props: { rows: readonly RegisterRow[]; columns: readonly Column[]; searched: string }) {
  return (
    <table className="rows" aria-labelledby="register-title">
      <thead>
        <tr>
          {props.columns.map((column) => (
            <Heading key={column} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Line key={row.obligationId} row={row} columns={props.columns} searched={props.searched} />
        ))}
      </tbody>
    </table>
  );
}

function Heading({ column }: { column: Column }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const sort = SORT_OF[column];
  if (!sort) return <th scope="col">{t(`column_${column}`)}</th>;
  const [by, direction] = (params.get('sort') ?? 'due.asc').split('.');
  const sorted = by === sort;
  const ascending = sorted && direction !== 'desc';
  const turn = () =>
    setParams((before) => (before.set('sort', `${sort}.${ascending ? 'desc' : 'asc'}`), before));
  return (
    <th scope="col" aria-sort={sorted ? (ascending ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={turn}>
        {t(`column_${column}`)}
        {sorted ? (ascending ? ' ↑' : ' ↓') : ''}
      </button>
    </th>
  );
}

function Line({
  row,
  columns,
  searched,
}: {
  row: RegisterRow;
  columns: readonly Column[];
  searched: string;
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: vocabulary } = useVocabulary();
  const field = vocabulary?.fields.find(({ code }) => code === row.field);
  const where = [row.unitName, field && said(field)].filter(Boolean).join(' · ');
  const answered = [
    row.answeredOn && day(row.answeredOn),
    row.category ? t(`category_${row.category}`) : row.answerKind === 'INTERIM' && t('interim'),
  ];
  const cells: Record<Column, ReactNode> = {
    number: (
      <CaseLink number={row.caseNumber}>
        <Marked text={row.caseNumber} searched={searched} />
      </CaseLink>
    ),
    agency: (
      <>
        <Marked text={row.agencyName} searched={searched} />
        <span className="sub">{t(row.role)}</span>
      </>
    ),
    content: (
      <>
        <span className="subject">
          <Marked text={row.subject} searched={searched} />
        </span>
        <span className="sub">
          <Marked text={where} searched={searched} />
        </span>
      </>
    ),
    due: <span className="date">{dueText(row, t)}</span>,
    progress: (
      <>
        <Status row={row} />
        {!saidAlready(row) && <span className="sub">{workflowText(row, t)}</span>}
      </>
    ),
    answer: row.answerDocument ? (
      <>
        {row.answerDocument}
        <span className="sub">{answered.filter(Boolean).join(' · ')}</span>
      </>
    ) : (
      <span className="sub">{'—'}</span>
    ),
    note: notes(row, t).map((note) => (
      <span key={note} className="remark">
        {note}
      </span>
    )),
  };
  return (
    <tr data-case={row.caseNumber} data-no={row.no}>
      {columns.map((column) => (
        <td key={column} className={column} data-label={t(`column_${column}`)}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

/** The workflow state, where the line above it has said it. */
const saidAlready = (row: RegisterRow) =>
  row.completedOn !== null ||
  row.termState === null ||
  row.workflow === 'SUSPENDED' ||
  (row.workflow === 'ANSWERED' && row.answerKind === 'FINAL');
