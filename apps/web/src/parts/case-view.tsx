/** A case: who owes what and when, and why then; what was answered; what happened, in words. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterAnswer, RegisterRow } from '#register/register.types.js';
import {
  type ShownCase,
  useCase,
  useDueExplained,
  useLadder,
  useRelated,
  useVocabulary,
} from '../queries.js';
import { day, dueText, notes, useSaid, workflowText } from '../words.js';
import { CaseLink } from '../screens/work.js';
import { CaseActions, type Subject } from './case-actions.js';
import { Status } from './status.js';
import { Timeline } from './timeline.js';
import { Failure, Waiting } from './trouble.js';

/** `heading`: one below that of the number above it. */
export function CaseView({ number, heading: Part }: { number: string; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation();
  const { data: view, error, refetch } = useCase(number);
  if (error && !view) return <Failure error={error} retry={() => void refetch()} />;
  if (!view) return <Waiting />;
  const petition = view.kind === 'PETITION';
  const subject = {
    ...{ kind: view.kind, number: view.number, version: view.state.version },
    routed: view.obligations.length > 0,
  };
  return (
    <div className="case">
      <p className="case-subject">{view.state.subject}</p>
      <Facts view={view} />
      <CaseActions subject={subject} />
      <Part className="part">{t(petition ? 'asked' : 'ordered')}</Part>
      <p className="verbatim">{view.contentShown ?? view.state.content}</p>
      <Part className="part">{t('owes')}</Part>
      {view.obligations.length === 0 ? (
        <p className="state">{t('notRouted')}</p>
      ) : (
        <ul className="owes">
          {view.obligations.map((row) => (
            <Owes key={row.obligationId} row={row} subject={subject} />
          ))}
        </ul>
      )}
      <Part className="part">{t('answers')}</Part>
      <Answers rows={view.obligations} />
      <RelatedCases number={number} heading={Part} />
      <Part className="part">{t('timeline')}</Part>
      <Timeline number={number} />
    </div>
  );
}

function Facts({ view }: { view: ShownCase }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: vocabulary } = useVocabulary();
  const name = (code: string) => view.names[code] ?? code;
  const field = vocabulary?.fields.find(({ code }) => code === view.state.field);
  const facts: [string, string][] = [
    [t('kind'), t(view.kind)],
    ...(view.kind === 'PETITION'
      ? ([
          [t('raisedBy'), name(view.state.raisedBy)],
          [t('received'), day(view.state.receivedOn)],
        ] satisfies [string, string][])
      : ([[t('issued'), day(view.state.issuedOn)]] satisfies [string, string][])),
    [t('field'), field ? said(field) : view.state.field],
    [t('workflow'), t(`status_${view.state.status}`)],
  ];
  if (view.kind === 'DIRECTIVE' && view.state.document) {
    const { codeNumber, codeNotation, issuedDate } = view.state.document;
    facts.push([t('basis'), `${codeNumber}/${codeNotation} · ${day(issuedDate)}`]);
  }
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Owes({ row, subject }: { row: RegisterRow; subject: Subject }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  const told = [row.termState === null ? null : workflowText(row, t), ...notes(row, t)].filter(Boolean);
  return (
    <li data-no={row.no}>
      <span className="who">
        {row.agencyName} <span className="role">{t(row.role)}</span>
      </span>
      <span className="when">
        <Status row={row} />
        <span className="date">
          {' · '}
          {row.currentDueOn ? t('dueOn', { date: dueText(row, t) }) : t('noTerm')}
        </span>
      </span>
      <span className="sub">{told.join(' · ')}</span>
      <Ladder row={row} />
      {row.currentDueOn && (
        <button type="button" className="link" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t('whyThisDate')}
        </button>
      )}
      {why && <Why number={row.caseNumber} no={row.no} />}
      <CaseActions subject={subject} row={row} />
    </li>
  );
}

/** What was sent, and what comes next and when. */
function Ladder({ row }: { row: RegisterRow }) {
  const { t } = useTranslation();
  const { data } = useLadder(row.caseNumber);
  const next = data?.find(({ no }) => no === row.no)?.next ?? [];
  const sent =
    row.escalationLevel === null || row.escalationOn === null
      ? []
      : [t('ladderSent', { step: t(`level_${row.escalationLevel}`), date: day(row.escalationOn) })];
  const coming = next.map(({ level, on }) => t('ladderNext', { step: t(`level_${level}`), date: day(on) }));
  if (sent.length + coming.length === 0) return null;
  return <span className="sub ladder">{[...sent, ...coming].join(' · ')}</span>;
}

/** Start, each day with whether it counts and why, and the end. */
function Why({ number, no }: { number: string; no: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data, error } = useDueExplained(number, no, true);
  if (error) return <Failure error={error} />;
  if (!data) return <Waiting />;
  const { decided, computed, same } = data;
  const skipped = computed.steps.filter(({ counted }) => !counted).length;
  return (
    <div className="why">
      <p>
        {t('whySum', {
          term: decided.term,
          start: day(decided.startOn),
          due: decided.dueOn ? day(decided.dueOn) : t('noTerm'),
        })}{' '}
        {t('whySkipped', { count: skipped })}
      </p>
      {!same && (
        <p className="remark">
          {t('whyDiffers', { date: computed.dueOn ? day(computed.dueOn) : t('noTerm') })}
        </p>
      )}
      <ol>
        {computed.steps.map(({ date, counted, why, whyEn }) => (
          <li key={date} className={counted ? 'counted' : 'skipped'}>
            <time dateTime={date}>{day(date)}</time> <span>{said({ vi: why, en: whyEn })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Answers({ rows }: { rows: readonly RegisterRow[] }) {
  const { t } = useTranslation();
  const all = rows
    .flatMap((row) => row.answers.map((answer) => ({ answer, by: row.agencyName, of: row.obligationId })))
    .sort((a, b) => (a.answer.issuedDate < b.answer.issuedDate ? 1 : -1));
  if (all.length === 0) return <p className="state">{t('noAnswers')}</p>;
  return (
    <ul className="answers">
      {all.map(({ answer, by, of }) => (
        <li key={`${of}.${answer.round}.${answer.id}`} className={answer.withdrawn ? 'withdrawn' : ''}>
          <span className="who">
            {answer.code} <span className="role">{`${by} · ${day(answer.issuedDate)}`}</span>
          </span>
          <span>{answer.subject}</span>
          <span className="sub">{verdict(answer, t)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What it was split from or into, what it repeats, what ordered it, and the session that it came from. */
function RelatedCases({ number, heading: Part }: { number: string; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation();
  const { data } = useRelated(number);
  if (!data || (data.items.length === 0 && !data.session)) return null;
  const { session, items } = data;
  return (
    <>
      <Part className="part">{t('relatedCases')}</Part>
      <ul id="related">
        {items.map(({ relation, id, number: other, subject, status }) => (
          <li key={id} data-relation={relation}>
            {t(`relation_${relation}`)} <CaseLink number={other}>{other}</CaseLink> {subject}{' '}
            <span className="sub">{t(`status_${status}`)}</span>
          </li>
        ))}
        {session && (
          <li data-relation="SESSION">
            {t('ofSession')} <Link to={`/register?session=${session.id}&term=ALL`}>{session.title}</Link>{' '}
            <span className="sub">
              {[day(session.heldOn), session.conclusionNotice].filter(Boolean).join(' · ')}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}

function verdict(answer: RegisterAnswer, t: TFunction): string {
  return [
    t(answer.kind === 'INTERIM' ? 'interim' : 'final'),
    answer.category && t(`category_${answer.category}`),
    answer.withdrawn && t('withdrawn'),
    answer.kind === 'FINAL' && answer.verdict === 'ACCEPTED' && !answer.withdrawn && t('accepted'),
    answer.kind === 'FINAL' && answer.verdict === 'RETURNED' && t('returned'),
    answer.lateEntry && t('lateEntry'),
  ]
    .filter(Boolean)
    .join(' · ');
}
