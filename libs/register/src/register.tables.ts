/**
 * The register's tables. A line of `obligation`, `case_row` or `case_text` is one version: from the event `valid_from_seq` up to,
 * not including, `valid_to_seq` (NULL: current), and so with the instants; "as of" is a condition, not a replay.
 * Made in a schema that is renamed later: nothing here names a schema except that of the extension.
 */
export const REGISTER_TABLES = `
-- JSON, as text: it is read and written whole, some thousand times a second while catching up. Up to a page it stays
-- in the row, uncompressed.
CREATE TABLE stream_state (
  stream text COLLATE "C" NOT NULL,
  version int NOT NULL,
  recorded_at timestamptz NOT NULL,
  state text NOT NULL,
  -- The case's id, when some of it counts from an earlier day than that on which it was recorded.
  backdated_case text COLLATE "C"
) WITH (toast_tuple_target = 8160);

CREATE TABLE obligation (
  case_id text COLLATE "C" NOT NULL,
  no int NOT NULL,
  valid_from_seq bigint NOT NULL,
  valid_to_seq bigint,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  kind text NOT NULL,
  case_number text COLLATE "C" NOT NULL,
  case_status text NOT NULL,
  version int NOT NULL,
  agency text COLLATE "C" NOT NULL,
  role text NOT NULL,
  workflow text NOT NULL,
  answer_kind text,
  answer_status text NOT NULL,
  field text NOT NULL,
  raised_by text COLLATE "C",
  session_id text COLLATE "C",
  directive_id text COLLATE "C",
  assigned_on date NOT NULL,
  received_on date NOT NULL,
  term text NOT NULL,
  start_on date NOT NULL,
  original_due_on date,
  current_due_on date,
  written_date date,
  due_provisional boolean NOT NULL,
  receiver_due_on date,
  round int NOT NULL,
  answered_on date,
  answer_document text,
  answers json,
  category text,
  next_on text,
  completed_on date,
  accepted_on date,
  ended_on date,
  clock_stopped_on date,
  late_entry boolean NOT NULL,
  disputed boolean NOT NULL,
  change_requested boolean NOT NULL,
  declined boolean NOT NULL,
  transferred_from text,
  transferred_to text,
  held json,
  -- Stretches in which it was done, before it was reopened.
  rests json,
  priority int NOT NULL,
  -- Without a due date: since when nothing has been heard; with one: since when it stands. NULL: nobody is chased.
  chased_since date,
  escalation_level int,
  escalation_step text,
  escalation_on date,
  -- A letter that the ladder has drafted and nobody has issued yet.
  letter_drafted_on date,
  last_event text NOT NULL,
  last_event_on date NOT NULL,
  documents text NOT NULL
-- Soon after lines have changed, so that an index can answer for them alone again.
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- What the escalation clock looks at: the obligations of now that are chased, with the day on which it looks again.
-- That day depends on the calendar and the policy, which no projection may ask: it starts in the distant past, and the
-- clock writes it, with a mark of the calendar and the policies it was worked out by.
CREATE TABLE chase (
  case_id text COLLATE "C" NOT NULL,
  no int NOT NULL,
  -- Of the event that left it so: what the clock found out about an earlier state is not written over a later one.
  seq bigint NOT NULL,
  agency text COLLATE "C" NOT NULL,
  -- JSON
  chased text NOT NULL,
  next_on date NOT NULL,
  mark text COLLATE "C"
);

CREATE TABLE case_row (
  case_id text COLLATE "C" NOT NULL,
  valid_from_seq bigint NOT NULL,
  valid_to_seq bigint,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  kind text NOT NULL,
  number text COLLATE "C" NOT NULL,
  status text NOT NULL,
  field text NOT NULL,
  raised_by text COLLATE "C",
  received_on date NOT NULL,
  session_id text COLLATE "C",
  parent_id text COLLATE "C",
  repeat_of text COLLATE "C",
  directive_id text COLLATE "C",
  watchers text[] COLLATE "C"
);

-- The words of a case apart from its state: they hardly ever change, and are costly to index.
CREATE TABLE case_text (
  case_id text COLLATE "C" NOT NULL,
  valid_from_seq bigint NOT NULL,
  valid_to_seq bigint,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  subject text NOT NULL,
  subject_key text COLLATE "C" NOT NULL,
  search text NOT NULL
);

-- The same three by business dates, for the cases in which they are others than the days of recording.
CREATE TABLE effective_obligation (LIKE obligation);
CREATE TABLE effective_case (LIKE case_row);
CREATE TABLE effective_text (LIKE case_text);
ALTER TABLE effective_obligation DROP COLUMN valid_from_seq, DROP COLUMN valid_to_seq;
ALTER TABLE effective_case DROP COLUMN valid_from_seq, DROP COLUMN valid_to_seq;
ALTER TABLE effective_text DROP COLUMN valid_from_seq, DROP COLUMN valid_to_seq;

CREATE TABLE agency (
  code text COLLATE "C" NOT NULL,
  ordinal int NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  abbreviation text NOT NULL,
  aliases json NOT NULL,
  organ_id text,
  successor text,
  valid_from date NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  search text NOT NULL
);

CREATE TABLE office_holder (
  agency text COLLATE "C" NOT NULL,
  ordinal int NOT NULL,
  post text NOT NULL,
  person text NOT NULL,
  held_from date NOT NULL,
  held_to date,
  acting boolean NOT NULL
);

CREATE TABLE working_session (
  session_id text COLLATE "C" NOT NULL,
  number text,
  held_on date NOT NULL,
  place text NOT NULL,
  title text NOT NULL,
  chair_post text NOT NULL,
  chair_person text,
  task_force_id text,
  units json NOT NULL,
  participants json NOT NULL,
  visits json NOT NULL,
  reports json NOT NULL,
  orientations json NOT NULL,
  conclusion_notice text,
  conclusion_on date
);
`;

/** Apart, so that they can be made after the rows: one sort costs less than so many insertions. */
export const REGISTER_INDEXES = `
ALTER TABLE stream_state ADD PRIMARY KEY (stream);
ALTER TABLE obligation ADD PRIMARY KEY (case_id, no, valid_from_seq);
CREATE INDEX obligation_due ON obligation ((coalesce(current_due_on, 'infinity'::date)), case_id, no)
  WHERE valid_to_seq IS NULL;
CREATE INDEX obligation_agency ON obligation (agency, (coalesce(current_due_on, 'infinity'::date)), case_id, no)
  WHERE valid_to_seq IS NULL;
-- Counted are the lines of now, which lie far apart among their earlier versions: this holds all that a count looks at.
CREATE INDEX obligation_unit ON obligation (raised_by, case_id) INCLUDE (agency, field, session_id, workflow,
  answer_status, category, current_due_on, completed_on, clock_stopped_on) WHERE valid_to_seq IS NULL;
CREATE INDEX obligation_session ON obligation (session_id) WHERE valid_to_seq IS NULL AND session_id IS NOT NULL;
-- Versions lie on disk about as they were closed: ranges of blocks tell apart the ones of a day at next to no cost.
CREATE INDEX obligation_as_of ON obligation USING brin (valid_from, valid_to, valid_from_seq, valid_to_seq)
  WITH (pages_per_range = 32);
CREATE INDEX obligation_escalation ON obligation (escalation_level, escalation_on)
  WHERE valid_to_seq IS NULL AND escalation_level > 0;
CREATE INDEX obligation_letter ON obligation (agency)
  WHERE valid_to_seq IS NULL AND letter_drafted_on IS NOT NULL;
ALTER TABLE chase ADD PRIMARY KEY (case_id, no);
CREATE INDEX chase_next ON chase (next_on, case_id, no);
CREATE INDEX chase_mark ON chase (mark);
ALTER TABLE case_row ADD PRIMARY KEY (case_id, valid_from_seq);
CREATE INDEX case_number ON case_row (number, case_id) WHERE valid_to_seq IS NULL;
CREATE INDEX case_parent ON case_row (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX case_repeat ON case_row (repeat_of) WHERE repeat_of IS NOT NULL;
CREATE INDEX case_directive ON case_row (directive_id) WHERE directive_id IS NOT NULL;
CREATE INDEX case_watchers ON case_row USING gin (watchers) WHERE valid_to_seq IS NULL AND watchers IS NOT NULL;
ALTER TABLE case_text ADD PRIMARY KEY (case_id, valid_from_seq);
CREATE INDEX case_text_subject ON case_text (subject_key, case_id) WHERE valid_to_seq IS NULL;
CREATE INDEX stream_state_backdated ON stream_state (backdated_case) WHERE backdated_case IS NOT NULL;
ALTER TABLE effective_obligation ADD PRIMARY KEY (case_id, no, valid_from);
ALTER TABLE effective_case ADD PRIMARY KEY (case_id, valid_from);
ALTER TABLE effective_text ADD PRIMARY KEY (case_id, valid_from);
ALTER TABLE agency ADD PRIMARY KEY (code, ordinal);
ALTER TABLE office_holder ADD PRIMARY KEY (agency, ordinal);
ALTER TABLE working_session ADD PRIMARY KEY (session_id);

-- Searching inside texts is faster with trigrams. Where the server has no such extension, or does not let this user
-- create it, the same queries run without the index.
DO $$
DECLARE home text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'pg_trgm: %', SQLERRM;
  END;
  SELECT quote_ident(n.nspname) INTO home
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    EXECUTE 'CREATE INDEX case_text_search ON case_text USING gin (search ' || home || '.gin_trgm_ops) WHERE valid_to_seq IS NULL';
  END IF;
END $$;
`;

const COLUMNS = {
  stream_state: ['stream', 'version', 'recorded_at', 'state', 'backdated_case'],
  obligation: [
    'case_id',
    'no',
    'valid_from_seq',
    'valid_to_seq',
    'valid_from',
    'valid_to',
    'kind',
    'case_number',
    'case_status',
    'version',
    'agency',
    'role',
    'workflow',
    'answer_kind',
    'answer_status',
    'field',
    'raised_by',
    'session_id',
    'directive_id',
    'assigned_on',
    'received_on',
    'term',
    'start_on',
    'original_due_on',
    'current_due_on',
    'written_date',
    'due_provisional',
    'receiver_due_on',
    'round',
    'answered_on',
    'answer_document',
    'answers',
    'category',
    'next_on',
    'completed_on',
    'accepted_on',
    'ended_on',
    'clock_stopped_on',
    'late_entry',
    'disputed',
    'change_requested',
    'declined',
    'transferred_from',
    'transferred_to',
    'held',
    'rests',
    'priority',
    'chased_since',
    'escalation_level',
    'escalation_step',
    'escalation_on',
    'letter_drafted_on',
    'last_event',
    'last_event_on',
    'documents',
  ],
  chase: ['case_id', 'no', 'seq', 'agency', 'chased', 'next_on', 'mark'],
  case_row: [
    'case_id',
    'valid_from_seq',
    'valid_to_seq',
    'valid_from',
    'valid_to',
    'kind',
    'number',
    'status',
    'field',
    'raised_by',
    'received_on',
    'session_id',
    'parent_id',
    'repeat_of',
    'directive_id',
    'watchers',
  ],
  case_text: [
    'case_id',
    'valid_from_seq',
    'valid_to_seq',
    'valid_from',
    'valid_to',
    'subject',
    'subject_key',
    'search',
  ],
  agency: [
    'code',
    'ordinal',
    'kind',
    'name',
    'abbreviation',
    'aliases',
    'organ_id',
    'successor',
    'valid_from',
    'valid_to',
    'recorded_at',
    'search',
  ],
  office_holder: ['agency', 'ordinal', 'post', 'person', 'held_from', 'held_to', 'acting'],
  working_session: [
    'session_id',
    'number',
    'held_on',
    'place',
    'title',
    'chair_post',
    'chair_person',
    'task_force_id',
    'units',
    'participants',
    'visits',
    'reports',
    'orientations',
    'conclusion_notice',
    'conclusion_on',
  ],
} as const;

const withoutNumbers = (columns: readonly string[]): readonly string[] =>
  columns.filter((column) => !column.endsWith('_seq'));

/** The columns of each table in its order. */
export const REGISTER_COLUMNS = {
  ...COLUMNS,
  effective_obligation: withoutNumbers(COLUMNS.obligation),
  effective_case: withoutNumbers(COLUMNS.case_row),
  effective_text: withoutNumbers(COLUMNS.case_text),
} as const;
