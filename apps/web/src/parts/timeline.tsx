/** What happened to a case, in words, the newest first; from any of it to the case as it stood right after. */
import { useTranslation } from 'react-i18next';
import { isDay, lookAt, useAsOf } from '../day.js';
import { type Happened, useHistory } from '../queries.js';
import { day, useSaid } from '../words.js';
import { Failure, Waiting } from './trouble.js';

export function Timeline({ number }: { number: string }) {
  const { t } = useTranslation();
  const then = useAsOf();
  // Among the others one sees where one stands: a single event is looked at beside all that followed.
  const at = then.asOf !== undefined && !isDay(then.asOf) ? then.asOf : undefined;
  const { data: events, error, refetch } = useHistory(number, at === undefined ? then : {});
  if (error && !events) return <Failure error={error} retry={() => void refetch()} />;
  if (!events) return <Waiting />;
  const place = events.findIndex(({ position }) => position === at);
  const step = (to: Happened | undefined) => to && lookAt({ asOf: to.position, reading: 'RECORDED' });
  return (
    <>
      {at !== undefined && (
        <p className="steps">
          <button type="button" id="earlier" disabled={place <= 0} onClick={() => step(events[place - 1])}>
            {t('earlierEvent')}
          </button>
          <button
            type="button"
            id="later"
            disabled={place < 0 || place === events.length - 1}
            onClick={() => step(events[place + 1])}
          >
            {t('laterEvent')}
          </button>
        </p>
      )}
      <ol className="timeline" reversed>
        {events.toReversed().map((event) => (
          <Line
            key={event.version}
            event={event}
            standing={at === undefined ? undefined : event.position === at}
            after={at !== undefined && place >= 0 && event.version > events[place]!.version}
            onStep={() => step(event)}
          />
        ))}
      </ol>
    </>
  );
}

function Line(props: {
  readonly event: Happened;
  /** This is the event that one looks at. */
  readonly standing: boolean | undefined;
  readonly after: boolean;
  readonly onStep: () => void;
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const { event, standing, after } = props;
  const { actor } = event;
  return (
    <li aria-current={standing ? 'step' : undefined} data-after={after || undefined}>
      <time className="date" dateTime={event.occurredOn}>
        {day(event.occurredOn)}
      </time>
      <span>
        {said(event)} {event.lateEntry && <strong className="late-entry">{t('lateEntry')}</strong>}
        {after && <span className="sub"> {t('happenedAfter')}</span>}
        <details>
          <summary>{t('eventDetails')}</summary>
          <dl className="facts">
            {(
              [
                ['recorded', moment(event.recordedAt)],
                ['by', `${actor.user} · ${t(`role_${actor.role}`)} · ${actor.agency}`],
                ['request', event.correlationId],
                ['id', event.id],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt>{t(`told_${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className="link step" onClick={props.onStep}>
            {t('lookRightAfter')}
          </button>
          <pre>{JSON.stringify(event.data, null, 2)}</pre>
        </details>
      </span>
    </li>
  );
}

/** "20/11/2026 08:31" in Vietnam, wherever the browser is. */
export function moment(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${day(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
