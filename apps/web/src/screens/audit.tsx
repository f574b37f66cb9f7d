/** For whoever checks: any day as it stood, two days compared, a figure explained, and what proves it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference, Stood } from '#register/register.differences.js';
import type { CaseKind, Reading, RegisterRow } from '#register/register.types.js';
import { ask, client, PREFIX } from '../client.js';
import { lookAt, useAsOf, usePast, useToday } from '../day.js';
import { DayForm } from '../parts/day-chip.js';
import { Status } from '../parts/status.js';
import { moment } from '../parts/timeline.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { useRegister } from '../queries.js';
import { useSession } from '../session.js';
import { day, daysAfter, readDay, useSaid } from '../words.js';
import { CaseLink } from './work.js';

const FIGURES = [
  ...['total', 'openOverdue', 'dueSoon', 'openInTerm', 'openNoTerm'],
  ...['doneOnTime', 'doneLate', 'doneNoTerm', 'answered', 'resolved', 'ended'],
] as const;
const TABS = ['day', 'compare', 'explain', 'proof'] as const;
type Tab = (typeof TABS)[number];

export function AuditScreen() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('day');
  return (
    <section aria-labelledby="audit-title" className="audit">
      <h1 id="audit-title">{t('place_audit')}</h1>
      <div className="buckets" role="group" aria-label={t('place_audit')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            data-tab={one}
            aria-pressed={tab === one}
            onClick={() => setTab(one)}
          >
            {t(`audit_${one}`)}
          </button>
        ))}
      </div>
      {tab === 'day' && <AnyDay />}
      {tab === 'compare' && <Compare />}
      {tab === 'explain' && <Explain />}
      {tab === 'proof' && <Proof />}
    </section>
  );
}

// ---- any day --------------------------------------------------------------------------------------------------------

/** A slider over the days of the record, for whoever looks for the day; a field for whoever knows it. */
function AnyDay() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const past = usePast();
  const shown = useToday();
  const { data } = useFirstDay();
  const first = data ?? ways.today;
  const days = daysBetween(first, ways.today);
  const [at, setAt] = useState<number>();
  const place = at ?? daysBetween(first, shown);
  const chosen = daysAfter(first, Math.min(place, days));
  const go = () => {
    setAt(undefined);
    lookAt(chosen === ways.today ? undefined : { asOf: chosen, reading: past?.reading ?? 'RECORDED' });
  };
  return (
    <>
      <p className="hint">{t('auditDayHint')}</p>
      <label className="field slider">
        <span>{t('slideDay', { first: day(first), last: day(ways.today) })}</span>
        <input
          type="range"
          name="slide"
          min={0}
          max={Math.max(1, days)}
          value={place}
          aria-valuetext={day(chosen)}
          onChange={({ target }) => setAt(Number(target.value))}
          onPointerUp={go}
          onKeyUp={go}
        />
        <output>{day(chosen)}</output>
      </label>
      <DayForm key={past?.asOf ?? 'today'} />
      <Figures />
    </>
  );
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Of the first assignment: from there on there is something to see. */
function useFirstDay() {
  return useQuery({
    queryKey: ['first-day'],
    queryFn: async () => {
      const query = { sort: 'assigned', direction: 'asc', limit: 1 } as const;
      const { items } = await ask<{ items: readonly RegisterRow[] }>(
        client.GET('/api/obligations', { params: { query } }),
      );
      return items[0]?.assignedOn ?? null;
    },
    staleTime: Infinity,
  });
}

/** How the register stood on the day that is looked at, few lines of it. */
function Figures() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRegister({ term: 'OPEN_OVERDUE', sort: 'due', limit: 20 });
  const page = data?.pages[0];
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!page) return <Waiting />;
  return (
    <>
      <h2>{t('overdueThen', { n: page.total })}</h2>
      <ol className="promises">
        {page.items.map((row) => (
          <Line key={row.obligationId} row={row} />
        ))}
      </ol>
    </>
  );
}

function Line({ row }: { row: RegisterRow }) {
  return (
    <li>
      <CaseLink number={row.caseNumber} className="promise">
        <Status row={row} />
        <span className="number">{row.caseNumber}</span>
        <span className="subject">{row.subject}</span>
        <span className="sub">{row.agencyName}</span>
      </CaseLink>
    </li>
  );
}

// ---- two days -------------------------------------------------------------------------------------------------------

interface Told {
  readonly id: string;
  readonly version: number;
  readonly vi: string;
  readonly en: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly lateEntry: boolean;
  readonly actor: { readonly user: string; readonly role: string; readonly agency: string };
  readonly correlationId: string;
  readonly data: object;
}
interface Differing {
  readonly kind: CaseKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly no: string;
  readonly what: readonly Difference[];
  readonly before: Stood | null;
  readonly after: Stood | null;
  readonly events: readonly Told[];
}
type Side = { readonly asOf: string; readonly reading: Reading; readonly figures: Record<string, number> };
interface Differences {
  readonly from: Side;
  readonly to: Side;
  readonly items: readonly Differing[];
  readonly nextCursor: string | null;
}
interface Asked {
  readonly from: string;
  readonly to: string;
  readonly reading: Reading;
  readonly toReading: Reading;
}

function Compare() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const [wrong, setWrong] = useState<string>();
  const send = (form: FormData) => {
    const given = (name: string) => readDay(String(form.get(name) ?? ''));
    const [from, to] = [given('from'), given('to')];
    if (!from || !to) return setWrong(t('notADay'));
    setWrong(undefined);
    const [reading, toReading] = ['reading', 'toReading'].map((name) => form.get(name) as Reading);
    setAsked({ from, to, reading: reading!, toReading: toReading! });
  };
  return (
    <>
      <p className="hint">{t('auditCompareHint')}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
      >
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            <span>{t(`compare_${name}`)}</span>
            <input
              name={name}
              required
              inputMode="numeric"
              placeholder={t('dayPattern')}
              defaultValue={day(name === 'to' ? ways.today : daysAfter(ways.today, -7))}
            />
          </label>
        ))}
        {(['reading', 'toReading'] as const).map((name) => (
          <label key={name}>
            <span>{t(`compare_${name}`)}</span>
            <select name={name}>
              {(['RECORDED', 'EFFECTIVE'] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`short_${one}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="primary">
          {t('audit_compare')}
        </button>
        {wrong && (
          <span className="wrong" role="alert">
            {wrong}
          </span>
        )}
      </form>
      {asked && <Compared key={JSON.stringify(asked)} asked={asked} />}
    </>
  );
}

function Compared({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['obligations', 'differences', asked],
    queryFn: ({ pageParam }) =>
      ask<Differences>(
        client.GET('/api/obligations/differences', {
          params: { query: { ...asked, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    retry: false,
  });
  if (error && !data) return <Failure error={error} />;
  if (!data) return <Waiting />;
  const [{ from, to }] = data.pages as [Differences];
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      <table id="figures" className="narrow">
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {[from, to].map(({ asOf, reading }, i) => (
              <th scope="col" className="figure" key={i}>
                {day(moment(asOf).slice(0, 10).split('/').reverse().join('-'))}
                <span className="sub"> {t(`short_${reading}`)}</span>
              </th>
            ))}
            <th scope="col" className="figure">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((name) => {
            const [a, b] = [from.figures[name] ?? 0, to.figures[name] ?? 0];
            return (
              <tr key={name} data-figure={name}>
                <th scope="row">{t(`figure_${name}`)}</th>
                <td className="figure">{a}</td>
                <td className="figure">{b}</td>
                <td className="figure">{b > a ? `+${b - a}` : b - a}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {items.length === 0 && <p className="state">{t('nothingDiffers')}</p>}
      <ul className="reasons">
        {items.map((item) => (
          <li key={`${item.caseId}.${item.no}`}>
            <p>
              <CaseLink number={item.caseNumber}>{`${item.caseNumber}.${item.no}`}</CaseLink>{' '}
              <strong>{item.what.map((one) => t(`differs_${one}`)).join(', ')}</strong>
              <span className="sub"> {`${stood(item.before, t)} → ${stood(item.after, t)}`}</span>
            </p>
            {item.events.length === 0 ? (
              <p className="sub">{t('byTimeAlone')}</p>
            ) : (
              <Events of={item.events} />
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="more" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  );
}

function stood(side: Stood | null, t: TFunction): string {
  if (!side) return t('absent');
  const state = side.standing === 'ENDED' ? t('figure_ended') : t(`term_${side.standing}`);
  return side.dueOn === null ? state : `${state} (${t('dueOn', { date: day(side.dueOn) })})`;
}

function Events({ of }: { of: readonly Told[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <ol className="events">
      {of.map((event) => (
        <li key={event.id}>
          <time dateTime={event.occurredOn}>{day(event.occurredOn)}</time> {said(event)}{' '}
          {event.lateEntry && <strong className="late-entry">{t('lateEntry')}</strong>}
          <span className="sub">
            {`${t('told_recorded')} ${moment(event.recordedAt)} · ${event.actor.user} · ${t(`role_${event.actor.role}`)} · ${event.actor.agency}`}
          </span>
          <details>
            <summary>{t('eventDetails')}</summary>
            <p className="sub">
              {`${t('told_request')} ${event.correlationId} · ${t('told_id')} ${event.id}`}{' '}
              <a href={`${PREFIX}/api/ledger/inclusion?event=${event.id}`}>{t('inclusionProof')}</a>
            </p>
            <pre>{JSON.stringify(event.data, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

// ---- a figure -------------------------------------------------------------------------------------------------------

interface Explanation {
  readonly count?: number;
  readonly items: readonly { readonly line: RegisterRow; readonly events: readonly Told[] }[];
  readonly nextCursor: string | null;
}

function Explain() {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<(typeof FIGURES)[number]>('openOverdue');
  const asOf = useAsOf();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['obligations', 'explanation', figure, asOf],
    queryFn: ({ pageParam }) =>
      ask<Explanation>(
        client.GET('/api/obligations/explanation', {
          params: {
            query: {
              ...({ figure, limit: 20 } as { figure: 'total'; limit: number }),
              ...asOf,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  return (
    <>
      <p className="hint">{t('auditExplainHint')}</p>
      <div className="filters">
        <label>
          <span>{t('figure')}</span>
          <select
            name="figure"
            value={figure}
            onChange={({ target }) => setFigure(target.value as (typeof FIGURES)[number])}
          >
            {FIGURES.map((name) => (
              <option key={name} value={name}>
                {t(`figure_${name}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && !data ? (
        <Failure error={error} />
      ) : !data ? (
        <Waiting />
      ) : (
        <>
          <h2>{`${t(`figure_${figure}`)}: ${data.pages[0]!.count ?? ''}`}</h2>
          <ul className="reasons">
            {data.pages
              .flatMap((page) => page.items)
              .map(({ line, events }) => (
                <li key={line.obligationId}>
                  <p>
                    <CaseLink number={line.caseNumber}>{`${line.caseNumber}.${line.no}`}</CaseLink>{' '}
                    {line.agencyName} · <Status row={line} />
                    <span className="sub"> {line.subject}</span>
                  </p>
                  <Events of={events} />
                </li>
              ))}
          </ul>
          {hasNextPage && (
            <button type="button" className="more" onClick={() => void fetchNextPage()}>
              {t('more')}
            </button>
          )}
        </>
      )}
    </>
  );
}

// ---- proof ----------------------------------------------------------------------------------------------------------

interface LedgerState {
  readonly size: number;
  readonly keys: readonly string[];
  readonly heads: number;
  readonly head: { readonly treeSize: number; readonly at: string; readonly digest: string } | null;
}

function Proof() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger'],
    queryFn: () => ask<LedgerState>(client.GET('/api/ledger', { params: { query: {} } })),
  });
  const [number, setNumber] = useState('');
  const [days, setDays] = useState({ from: day(daysAfter(ways.today, -7)), to: day(ways.today) });
  const [from, to] = [readDay(days.from), readDay(days.to)];
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { size, head, heads, keys } = data;
  return (
    <>
      <p className="hint">{t('auditProofHint')}</p>
      <dl className="facts">
        {(
          [
            ['size', String(size)],
            ['head', head ? t('headOf', { n: head.treeSize, at: moment(head.at) }) : t('nothingSigned')],
            ['digest', head?.digest ?? '–'],
            ['heads', String(heads)],
            ['key', keys.at(-1) ?? '–'],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`ledger_${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('packages')}</h2>
      <p className="hint">{t(head ? 'packagesHint' : 'packagesUnsigned')}</p>
      <div className="filters">
        <label>
          <span>{t('caseNumber')}</span>
          <input
            name="case"
            value={number}
            placeholder={t('caseNumberPattern')}
            onChange={({ target }) => setNumber(target.value.trim().toUpperCase())}
          />
        </label>
        <Package
          id="package-case"
          href={head && /^(KN|NV)-\d{4}-\d{5}$/.test(number) ? `/api/cases/${number}/evidence` : undefined}
          text={t('packageOfCase')}
        />
      </div>
      <div className="filters">
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            <span>{t(`compare_${name}`)}</span>
            <input
              name={name}
              value={days[name]}
              inputMode="numeric"
              onChange={({ target }) => setDays({ ...days, [name]: target.value })}
            />
          </label>
        ))}
        <Package
          id="package-days"
          href={head && from && to && from <= to ? `/api/evidence?from=${from}&to=${to}` : undefined}
          text={t('packageOfDays')}
        />
      </div>
    </>
  );
}

function Package({ id, href, text }: { id: string; href: string | undefined; text: string }) {
  return href ? (
    <a id={id} className="button" href={PREFIX + href} download>
      {text}
    </a>
  ) : (
    <button id={id} type="button" disabled>
      {text}
    </button>
  );
}
