/** What is due, in the order it hurts; one row a promise; the keyboard first. */
import { lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { RegisterRow } from '#register/register.types.js';
import { useOrder } from '../commands.js';
import { usePast, useToday } from '../day.js';
import { useKeys } from '../keys.js';
import { Status } from '../parts/status.js';
import { Failure, useReason, Waiting } from '../parts/trouble.js';
import { type RegisterQuery, useDrafts, useRegister, useUnrouted, useVocabulary } from '../queries.js';
import { isDepartment, useActing } from '../session.js';
import { day, daysAfter, endOfWeek, notes, useSaid, workflowText } from '../words.js';

const Drafts = lazy(async () => ({ default: (await import('../parts/drafts.js')).Drafts }));
const CommuneScreen = lazy(async () => ({ default: (await import('./commune.js')).CommuneScreen }));

type Bucket =
  'overdue' | 'today' | 'week' | 'later' | 'noTerm' | 'returned' | 'waiting' | 'unrouted' | 'signing';

/** What each bucket asks of the register. A returned promise stands in its own bucket and in that of its date. */
function queryOf(bucket: Bucket, today: string): RegisterQuery {
  switch (bucket) {
    case 'overdue':
      return { term: 'OPEN_OVERDUE' };
    case 'today':
      return { term: 'OPEN_IN_TERM', dueFrom: today, dueTo: today };
    case 'week':
      return { term: 'OPEN_IN_TERM', dueFrom: daysAfter(today, 1), dueTo: endOfWeek(today) };
    case 'later':
      return { term: 'OPEN_IN_TERM', dueFrom: daysAfter(endOfWeek(today), 1) };
    case 'noTerm':
      return { term: 'OPEN_NO_TERM' };
    case 'returned':
      return { workflow: 'RETURNED' };
    default:
      return { workflow: 'ANSWERED', answerStatus: 'ANSWERED' };
  }
}

const COMMON: readonly Bucket[] = ['overdue', 'today', 'week', 'later', 'noTerm', 'returned'];

export function WorkScreen() {
  const { t } = useTranslation();
  const today = useToday();
  const { role, agency, guest } = useActing();
  const [params, setParams] = useSearchParams();
  const office = role === 'office-coordinator';
  const department = isDepartment(role);
  const buckets: readonly Bucket[] = office
    ? ['waiting', 'unrouted', ...COMMON]
    : department
      ? [...COMMON, 'signing']
      : COMMON;
  const own = department ? { agency } : {};
  const chosen = buckets.find((bucket) => bucket === params.get('show')) ?? buckets[0]!;
  const choose = (bucket: Bucket) => setParams({ show: bucket }, { replace: true });
  if (role === 'commune-clerk') return <CommuneScreen />;
  if (role === 'administrator') return <p className="state">{t('administratorReads')}</p>;
  return (
    <section aria-labelledby="work-title">
      <h1 id="work-title">{t(guest ? 'workOfAll' : 'place_work')}</h1>
      <div className="buckets" role="group" aria-label={t('buckets')}>
        {buckets.map((bucket) =>
          bucket === 'unrouted' ? (
            <UnroutedTab key={bucket} chosen={chosen === bucket} onChoose={() => choose(bucket)} />
          ) : bucket === 'signing' ? (
            <SigningTab key={bucket} chosen={chosen === bucket} onChoose={() => choose(bucket)} />
          ) : (
            <Tab
              key={bucket}
              bucket={bucket}
              query={{ ...queryOf(bucket, today), ...own }}
              chosen={chosen === bucket}
              onChoose={() => choose(bucket)}
            />
          ),
        )}
      </div>
      {chosen === 'unrouted' ? (
        <Unrouted />
      ) : chosen === 'signing' ? (
        <Drafts />
      ) : (
        <Promises key={chosen} bucket={chosen} query={{ ...queryOf(chosen, today), ...own }} />
      )}
    </section>
  );
}

interface TabProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Tab({ bucket, query, ...rest }: TabProps & { bucket: Bucket; query: RegisterQuery }) {
  const { data } = useRegister(query);
  return <TabButton bucket={bucket} count={data?.pages[0]?.total} {...rest} />;
}

function UnroutedTab(props: TabProps) {
  const { data } = useUnrouted(true);
  const more = data?.nextCursor ? '+' : '';
  return <TabButton bucket="unrouted" count={data && `${data.items.length}${more}`} {...props} />;
}

function SigningTab(props: TabProps) {
  const { data } = useDrafts();
  return <TabButton bucket="signing" count={data?.length} {...props} />;
}

function TabButton(props: TabProps & { bucket: Bucket; count: number | string | undefined }) {
  const { t } = useTranslation();
  return (
    <button type="button" data-bucket={props.bucket} aria-pressed={props.chosen} onClick={props.onChoose}>
      {t(`bucket_${props.bucket}`)} <strong>{props.count ?? '…'}</strong>
    </button>
  );
}

function Promises({ bucket, query }: { bucket: Bucket; query: RegisterQuery }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useRegister(query);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = useChosen(rows);
  const list = useList(
    rows.map((row) => row.caseNumber),
    {
      a: (at) => rows[at] && answerOf(rows[at]),
      x: (at) => rows[at] && chosen.turn(rows[at]),
    },
  );
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (rows.length === 0) return <p className="state">{t(`empty_${bucket}`)}</p>;
  return (
    <>
      {chosen.rows.length > 0 && <Acknowledge chosen={chosen} />}
      <ol className="promises" ref={list.ref}>
        {rows.map((row, i) => (
          <Promised
            key={row.obligationId}
            row={row}
            focused={i === list.at}
            onFocus={() => list.go(i)}
            chosen={chosen.canBe(row) ? chosen.has(row) : undefined}
            onChoose={() => chosen.turn(row)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="more" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  );
}

/** The answer is written beside the list, in the case that it is about. */
const answerOf = (row: RegisterRow) => ({
  case: row.caseNumber,
  no: row.no,
  do: row.kind === 'PETITION' ? 'IssueWrittenAnswer' : 'ReportCompletion',
});

/** Several directives that have just come are taken note of together. */
function useChosen(rows: readonly RegisterRow[]) {
  const { role, agency } = useActing();
  const past = usePast();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const canBe = (row: RegisterRow) =>
    past === undefined &&
    isDepartment(role) &&
    row.agency === agency &&
    row.kind === 'DIRECTIVE' &&
    row.workflow === 'ASSIGNED';
  const turn = (row: RegisterRow) => {
    if (!canBe(row)) return;
    const next = new Set(ids);
    if (!next.delete(row.obligationId)) next.add(row.obligationId);
    setIds(next);
  };
  return {
    ...{ canBe, turn, clear: () => setIds(new Set()) },
    has: (row: RegisterRow) => ids.has(row.obligationId),
    rows: rows.filter((row) => canBe(row) && ids.has(row.obligationId)),
  };
}

function Acknowledge({ chosen }: { chosen: ReturnType<typeof useChosen> }) {
  const { t } = useTranslation();
  const reason = useReason();
  const order = useOrder();
  const [wrong, setWrong] = useState<string>();
  const send = async () => {
    setWrong(undefined);
    for (const { caseNumber, no, version } of chosen.rows) {
      const path = `/api/directives/${caseNumber}/obligations/${no}/acknowledge`;
      try {
        await order.mutateAsync({ path, body: {}, version, part: `${caseNumber}.${no}` });
      } catch (error) {
        // Those before it are done and leave the list; those behind it can be tried again.
        return setWrong(`${caseNumber}: ${reason(error)}`);
      }
    }
    chosen.clear();
  };
  return (
    <p className="entry-end" role="group" aria-label={t('chosen', { count: chosen.rows.length })}>
      <strong role="status">{t('chosen', { count: chosen.rows.length })}</strong>
      <button
        type="button"
        id="acknowledge"
        className="primary"
        disabled={order.isPending}
        onClick={() => void send()}
      >
        {t('action_AcknowledgeDirective')}
      </button>
      <button type="button" onClick={chosen.clear}>
        {t('chooseNone')}
      </button>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </p>
  );
}

/** What a key does with the line at a place: into the address, or nothing but what it does by itself. */
type LineKey = (at: number) => Readonly<Record<string, string>> | void | undefined;

/** j and k go down and up, o opens; the focus itself moves, so that a screen reader follows. */
function useList(numbers: readonly string[], more: Readonly<Record<string, LineKey>> = {}) {
  const ref = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(-1);
  const [, setParams] = useSearchParams();
  const go = (next: number) => {
    if (next < 0 || next >= numbers.length) return;
    setAt(next);
    ref.current?.querySelectorAll<HTMLElement>('a.promise')[next]?.focus();
  };
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    o: () => {
      const number = numbers[at];
      if (number) setParams((before) => (before.set('case', number), before));
    },
    ...Object.fromEntries(
      Object.entries(more).map(([key, act]) => [
        key,
        () => {
          const into = act(at);
          if (into) setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), ...into }));
        },
      ]),
    ),
  });
  return { ref, at, go: setAt };
}

function Promised(props: {
  readonly row: RegisterRow;
  readonly focused: boolean;
  readonly onFocus: () => void;
  /** Undefined: it cannot be chosen. */
  readonly chosen: boolean | undefined;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const { row, chosen } = props;
  const said = useSaid();
  const { data: vocabulary } = useVocabulary();
  const field = vocabulary?.fields.find(({ code }) => code === row.field);
  return (
    <li className={props.focused ? 'at' : ''} data-choice={chosen !== undefined || undefined}>
      {chosen !== undefined && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('chooseLine', { number: row.caseNumber })}
          onChange={props.onChoose}
        />
      )}
      <CaseLink number={row.caseNumber} className="promise" onFocus={props.onFocus}>
        <Status row={row} />
        <span className="number">{row.caseNumber}</span>
        <span className="subject">{row.subject}</span>
        <span className="sub">
          {[
            row.unitName,
            field && said(field),
            `${row.agencyName} (${t(row.role)})`,
            row.currentDueOn && t('dueOn', { date: day(row.currentDueOn) }),
            workflowText(row, t),
            ...notes(row, t),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </CaseLink>
    </li>
  );
}

function Unrouted() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useUnrouted(true);
  const items = data?.items ?? [];
  const list = useList(items.map(({ number }) => number));
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (items.length === 0) return <p className="state">{t('empty_unrouted')}</p>;
  return (
    <ol className="promises" ref={list.ref}>
      {items.map(({ number, subject, unitName, receivedOn }, i) => (
        <li key={number} className={i === list.at ? 'at' : ''}>
          <CaseLink number={number} className="promise" onFocus={() => list.go(i)}>
            <span className="status none">{t('notRouted')}</span>
            <span className="number">{number}</span>
            <span className="subject">{subject}</span>
            <span className="sub">
              {[unitName, t('receivedOn', { date: day(receivedOn) })].filter(Boolean).join(' · ')}
            </span>
          </CaseLink>
        </li>
      ))}
    </ol>
  );
}

/** Opens the case beside what is shown; the address says so, and the middle button opens it apart. */
export function CaseLink(props: {
  readonly number: string;
  readonly className?: string;
  readonly onFocus?: () => void;
  readonly onOpen?: () => void;
  readonly children: React.ReactNode;
}) {
  const [params] = useSearchParams();
  const to = new URLSearchParams(params);
  to.set('case', props.number);
  return (
    <Link
      to={{ search: `?${to}` }}
      className={props.className}
      onFocus={props.onFocus}
      onClick={props.onOpen}
    >
      {props.children}
    </Link>
  );
}
