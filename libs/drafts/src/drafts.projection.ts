/** The drafts of each house as lists show them; each from its stream alone. */
import type { Projection } from '#event-sourcing/projection.js';
import { type AnswerDraft, answerDraft, type AnswerDraftEvent, type ExistingDraft } from './answer-draft.js';

export const ANSWER_DRAFTS = 'answer_drafts';
const STREAM = /^answer-draft-(.+)$/s;

interface Row {
  readonly id: string;
  readonly draft: ExistingDraft;
  readonly drafted_by: string;
  readonly changed_by: string;
  readonly changed_at: string;
}

export const answerDraftsProjection: Projection = {
  name: ANSWER_DRAFTS,
  version: 1,
  tables: `CREATE TABLE draft (
    id text PRIMARY KEY,
    house text COLLATE "C" NOT NULL,
    status text NOT NULL,
    draft json NOT NULL,
    drafted_by text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
  )`,
  indexes: 'CREATE INDEX draft_of_house ON draft (house, status, changed_at DESC, id)',
  streams: STREAM,
  async apply(events, tx) {
    const own = events.filter(({ stream }) => STREAM.test(stream));
    if (own.length === 0) return;
    const ids = [...new Set(own.map(({ stream }) => STREAM.exec(stream)![1]!))];
    const found = await tx.query<Row>(
      'SELECT id, draft, drafted_by, changed_by, changed_at FROM draft WHERE id = ANY($1::text[])',
      [ids],
    );
    const rows = new Map(found.map((row) => [row.id, row]));
    for (const event of own) {
      const id = STREAM.exec(event.stream)![1]!;
      const before = rows.get(id);
      const state: AnswerDraft = before?.draft ?? answerDraft.initialState;
      const draft = answerDraft.evolve(state, event as unknown as AnswerDraftEvent);
      if (draft.status === 'NONE') continue;
      const { actor, recordedAt } = event.meta;
      const drafted_by = before?.drafted_by ?? actor.user;
      rows.set(id, { id, draft, drafted_by, changed_by: actor.user, changed_at: recordedAt });
    }
    const lines = [...rows.values()].map((row) => ({
      ...row,
      house: row.draft.house,
      status: row.draft.status,
    }));
    await tx.query(
      `INSERT INTO draft
       SELECT id, house, status, draft, drafted_by, changed_by, changed_at
       FROM json_to_recordset($1) AS r(id text, house text, status text, draft json, drafted_by text, changed_by text,
         changed_at timestamptz)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, draft = excluded.draft,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [JSON.stringify(lines)],
    );
  },
};
