/**
 * The outbox, read from the event stream: a notice for each event that somebody should hear of, with whom it is for, and
 * what is to be mailed and posted to webhooks for it. Notices and checkpoint move in one transaction. The slot's own
 * tables hold what is needed to write notices and may be built anew at any time; the notices are in the schema
 * `notifications`, and an event that has one is never told twice.
 */
import { localDate } from '#calendar/local-date.js';
import type { Projection, ProjectionTransaction, SequencedEvent } from '#event-sourcing/projection.js';
import { type CaseFacts, evolveFacts, isCase } from './case-facts.js';
import { NEWS_MS } from './mail-queue.js';
import { type Address, mayBeTold, type Told, toldBy } from './told.js';
import { POLICY_STEPS } from './webhook-events.js';

export const NOTICES = 'notices';

/** `now`: what happened long ago is not mailed. */
export const noticesProjection = (now: () => Date): Projection => ({
  name: NOTICES,
  version: 1,
  tables: `
    CREATE TABLE case_facts (stream text PRIMARY KEY, facts jsonb NOT NULL);
    CREATE TABLE merged (agency text PRIMARY KEY, successor text NOT NULL);`,
  async apply(events, tx) {
    const concerned = events.filter(({ stream, type }) => isCase(stream) || type === 'AgencyMergedInto');
    if (concerned.length === 0) return;
    const facts = await readFacts(concerned, tx);
    const merged = await readMerged(tx);
    const changed = new Map<string, CaseFacts>();
    const notices: Notice[] = [];
    for (const event of concerned) {
      if (event.type === 'AgencyMergedInto') {
        await noteMerger(event, merged, tx);
        continue;
      }
      const after = evolveFacts(facts.get(event.stream), event);
      if (after !== facts.get(event.stream)) changed.set(event.stream, after);
      facts.set(event.stream, after);
      const notice = noticeOf(event, after, (agency) => successorOf(agency, merged));
      if (notice) notices.push(notice);
    }
    await writeFacts(changed, tx);
    await writeNotices(notices, now(), tx);
  },
});

interface Notice {
  readonly event: SequencedEvent;
  readonly facts: CaseFacts;
  readonly told: Told;
  readonly day: string;
  readonly unreadable: readonly Address[];
}

function noticeOf(
  event: SequencedEvent,
  facts: CaseFacts,
  successor: (agency: string) => string,
): Notice | undefined {
  const day = localDate(event.meta.recordedAt);
  const told = toldBy(event, facts, day, successor);
  if (!told) return undefined;
  const unreadable = told.to.filter((address) => !mayBeTold(address, facts, successor));
  return { event, facts, told, day, unreadable };
}

// ---- what the slot remembers -------------------------------------------------------------------------------------

async function readFacts(
  events: readonly SequencedEvent[],
  tx: ProjectionTransaction,
): Promise<Map<string, CaseFacts>> {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const rows = await tx.query<{ stream: string; facts: CaseFacts }>(
    'SELECT stream, facts FROM case_facts WHERE stream = ANY ($1)',
    [streams],
  );
  return new Map(rows.map(({ stream, facts }) => [stream, facts]));
}

async function writeFacts(changed: ReadonlyMap<string, CaseFacts>, tx: ProjectionTransaction): Promise<void> {
  if (changed.size === 0) return;
  await tx.query(
    `INSERT INTO case_facts SELECT * FROM unnest($1::text[], $2::jsonb[])
     ON CONFLICT (stream) DO UPDATE SET facts = excluded.facts`,
    [[...changed.keys()], [...changed.values()].map((facts) => JSON.stringify(facts))],
  );
}

async function readMerged(tx: ProjectionTransaction): Promise<Map<string, string>> {
  const rows = await tx.query<{ agency: string; successor: string }>('SELECT agency, successor FROM merged');
  return new Map(rows.map(({ agency, successor }) => [agency, successor]));
}

async function noteMerger(
  { stream, data }: SequencedEvent,
  merged: Map<string, string>,
  tx: ProjectionTransaction,
): Promise<void> {
  const agency = stream.replace(/^agency-/, '');
  const { successor } = data as unknown as { successor: string };
  merged.set(agency, successor);
  await tx.query(
    'INSERT INTO merged VALUES ($1, $2) ON CONFLICT (agency) DO UPDATE SET successor = excluded.successor',
    [agency, successor],
  );
}

/** Through every merger; a circle, which nobody can enter, would end where it began. */
function successorOf(agency: string, merged: ReadonlyMap<string, string>): string {
  let last = agency;
  for (const seen = new Set<string>(); merged.has(last) && !seen.has(last);) {
    seen.add(last);
    last = merged.get(last)!;
  }
  return last;
}

// ---- what is told ------------------------------------------------------------------------------------------------

const INSERT_NOTICES = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (event_id uuid, seq bigint, type text, kind text, urgent boolean,
    case_stream text, case_number text, subject text, obligation text, agency text, due_on date, data jsonb, actor text,
    recorded_at timestamptz, day date)
)
INSERT INTO notifications.notice SELECT * FROM given ON CONFLICT (event_id) DO NOTHING RETURNING event_id::text`;

/** `unheld`: nobody held the role that day, so nobody will find it in an inbox. */
const INSERT_AUDIENCE = `
INSERT INTO notifications.audience (event_id, role, agency, seq, day, unheld, unreadable)
SELECT g.event_id, g.role, g.agency, g.seq, g.day, NOT EXISTS (
    SELECT FROM identity.held_role r JOIN identity.account a ON a.id = r.account_id
    WHERE r.role = g.role AND g.agency IN ('', r.agency) AND NOT a.disabled
      AND r.valid_from <= g.day AND (r.valid_to IS NULL OR r.valid_to >= g.day)),
  g.unreadable
FROM jsonb_to_recordset($1::jsonb)
  AS g (event_id uuid, role text, agency text, seq bigint, day date, unreadable boolean)`;

/** Not for the one who did it: that one knows. */
const INSERT_MAIL = `
INSERT INTO notifications.mail_item (event_id, account_id)
SELECT DISTINCT n.event_id, r.account_id
FROM notifications.audience t
JOIN notifications.notice n USING (event_id)
JOIN identity.held_role r ON r.role = t.role AND t.agency IN ('', r.agency)
  AND r.valid_from <= t.day AND (r.valid_to IS NULL OR r.valid_to >= t.day)
JOIN identity.account a ON a.id = r.account_id AND NOT a.disabled AND a.login <> n.actor
WHERE t.event_id = ANY ($1::uuid[]) AND NOT t.unreadable
ON CONFLICT DO NOTHING`;

const INSERT_DELIVERIES = `
INSERT INTO notifications.webhook_delivery (webhook_id, event_id, seq, next_at)
SELECT w.id, n.event_id, n.seq, n.recorded_at
FROM notifications.notice n
JOIN notifications.webhook w ON w.disabled_at IS NULL AND n.seq > w.since_seq
  AND (n.type = ANY (w.events) OR ($2 = ANY (w.events) AND n.data -> 'by' ? 'WEBHOOK'))
WHERE n.event_id = ANY ($1::uuid[])
ON CONFLICT DO NOTHING`;

async function writeNotices(notices: readonly Notice[], now: Date, tx: ProjectionTransaction): Promise<void> {
  if (notices.length === 0) return;
  const written = await tx.query<{ event_id: string }>(INSERT_NOTICES, [
    JSON.stringify(notices.map(noticeRow)),
  ]);
  const fresh = new Set(written.map(({ event_id }) => event_id));
  const told = notices.filter(({ event }) => fresh.has(event.id));
  if (told.length === 0) return;
  await tx.query(INSERT_AUDIENCE, [JSON.stringify(told.flatMap(audienceRows))]);
  const news = ({ event }: Notice) => now.getTime() - Date.parse(event.meta.recordedAt) <= NEWS_MS;
  const mailed = told
    .filter((notice) => notice.told.by.includes('MAIL') && news(notice))
    .map(({ event }) => event.id);
  if (mailed.length > 0) await tx.query(INSERT_MAIL, [mailed]);
  await tx.query(INSERT_DELIVERIES, [[...fresh], POLICY_STEPS]);
}

function noticeRow({ event, facts, told, day }: Notice) {
  return {
    ...{ event_id: event.id, seq: event.seq, type: event.type, kind: told.kind, urgent: told.urgent },
    ...{ case_stream: event.stream, case_number: facts.number, subject: facts.subject },
    ...{ obligation: told.obligation, agency: told.agency, due_on: told.dueOn, data: event.data },
    ...{ actor: event.meta.actor.user, recorded_at: event.meta.recordedAt, day },
  };
}

const audienceRows = ({ event, told, day, unreadable }: Notice) =>
  told.to.map((address) => ({
    ...{ event_id: event.id, seq: event.seq, day, ...address },
    unreadable: unreadable.includes(address),
  }));
