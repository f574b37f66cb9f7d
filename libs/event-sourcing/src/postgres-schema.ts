/**
 * What the event store creates in PostgreSQL: the append-only table, its guards, and the functions that append.
 *
 * The schema has a number, kept as the comment on the table. Each step leads from one number to the next and leaves
 * working what the program of the number before calls, because that program may still be serving; a step takes no lock
 * on the table that an append or a reader would wait for. A program that finds a higher number than its own serves.
 */
import { LOCKS } from './locks.js';

export const CHANNEL = 'event_appended';
/** As expected version: `any`. */
export const ANY = -1;

const TABLE = `
-- json, not jsonb: the text is kept as it was written (order of keys, numbers, composed and decomposed letters).
CREATE TABLE IF NOT EXISTS public.event (
  position bigint PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  stream text NOT NULL,
  version int NOT NULL,
  type text NOT NULL,
  data json NOT NULL,
  meta json NOT NULL,
  UNIQUE (stream, version)
);

CREATE OR REPLACE FUNCTION public.event_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed or removed (% on table event)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'event_append_only' AND tgrelid = 'public.event'::regclass) THEN
    CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON public.event
      FOR EACH STATEMENT EXECUTE FUNCTION public.event_refuse_change();
    ALTER TABLE public.event ENABLE ALWAYS TRIGGER event_append_only;
  END IF;
END $$;
`;

/** What programs of schema 1 call. */
const APPEND_ONE_BY_ONE = `
CREATE OR REPLACE FUNCTION public.event_append(
  streams text[], expecteds int[], counts int[], ids uuid[], types text[], datas text[], metas text[]
) RETURNS TABLE (verdict text, at_version int, at_position text) LANGUAGE plpgsql AS $$
DECLARE
  head bigint;
  lo int := 1;
  hi int;
  known int;
  in_place int;
  first_version int;
  last_version int;
  last_position bigint;
  current int;
  wrote boolean := false;
BEGIN
  PERFORM pg_advisory_xact_lock(${LOCKS.order});
  SELECT coalesce(max(e.position), 0) INTO head FROM public.event e;
  FOR i IN 1 .. cardinality(streams) LOOP
    hi := lo + counts[i] - 1;
    SELECT count(*), count(*) FILTER (WHERE e.stream = streams[i]), min(e.version), max(e.version), max(e.position)
      INTO known, in_place, first_version, last_version, last_position
      FROM public.event e WHERE e.id = ANY (ids[lo:hi]);
    SELECT coalesce(max(e.version), 0) INTO current FROM public.event e WHERE e.stream = streams[i];
    at_position := NULL;
    IF known > 0 THEN
      IF in_place = counts[i] AND last_version - first_version + 1 = counts[i]
        AND (expecteds[i] = ${ANY} OR first_version = expecteds[i] + 1)
        AND NOT EXISTS (
          SELECT FROM unnest(ids[lo:hi]) WITH ORDINALITY AS n(id, place) JOIN public.event e ON e.id = n.id
          WHERE e.version <> first_version + n.place - 1)
      THEN
        verdict := 'repeated'; at_version := last_version; at_position := last_position;
      ELSE
        verdict := 'id conflict'; at_version := current;
      END IF;
    ELSIF expecteds[i] <> ${ANY} AND expecteds[i] <> current THEN
      verdict := 'conflict'; at_version := current;
    ELSE
      INSERT INTO public.event (position, id, stream, version, type, data, meta)
        SELECT head + n.place, n.id, streams[i], current + n.place, n.type, n.data::json, n.meta::json
        FROM unnest(ids[lo:hi], types[lo:hi], datas[lo:hi], metas[lo:hi])
          WITH ORDINALITY AS n(id, type, data, meta, place);
      head := head + counts[i];
      wrote := true;
      verdict := 'appended'; at_version := current + counts[i]; at_position := head;
    END IF;
    lo := hi + 1;
    RETURN NEXT;
  END LOOP;
  IF wrote THEN
    PERFORM pg_notify('${CHANNEL}', '');
  END IF;
END $$;
`;

/**
 * What a group is asked with when it does not go in as a whole, and what copying calls.
 * One look at what stands, verdicts from arrays alone, one INSERT. `leaders[i]` is the first append of the group to the
 * same stream as append `i`; the arrays from `event_streams` on hold an element for each event, in order. No id may
 * stand twice in a group.
 *
 * The plans are made once and for an index each: made anew at each call they cost more than they do, and made while
 * the table was small they would read it whole for ever.
 */
const APPEND_GROUP = `
CREATE OR REPLACE FUNCTION public.event_append_group(
  streams text[], expecteds int[], counts int[], leaders int[],
  event_streams text[], ids uuid[], types text[], datas json[], metas json[],
  OUT verdicts text[], OUT versions int[], OUT positions bigint[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  head bigint;
  currents int[];
  current int;
  seen boolean;
  event_versions int[];
  event_positions bigint[];
  hi int := 0;
  wrote boolean := false;
  standing record;
BEGIN
  PERFORM pg_advisory_xact_lock(${LOCKS.order});
  SELECT coalesce(max(e.position), 0) INTO head FROM public.event e;
  currents := ARRAY(
    SELECT coalesce((SELECT e.version FROM public.event e WHERE e.stream = s.stream ORDER BY e.version DESC LIMIT 1), 0)
    FROM unnest(streams) WITH ORDINALITY AS s(stream, place) ORDER BY s.place);
  seen := EXISTS (SELECT FROM public.event e WHERE e.id = ANY (ids));

  FOR i IN 1 .. cardinality(streams) LOOP
    current := currents[leaders[i]];
    verdicts[i] := 'appended';
    IF expecteds[i] <> ${ANY} AND expecteds[i] <> current THEN
      verdicts[i] := 'conflict';
    END IF;
    IF seen THEN
      SELECT count(*) AS known, max(k.version) AS version, max(k.position) AS position,
          count(*) FILTER (WHERE k.stream = streams[i] AND k.version - k.place = k.base) AS in_place
        INTO standing
        FROM (
          SELECT e.stream, e.version, e.position, n.place,
            CASE expecteds[i] WHEN ${ANY} THEN min(e.version) OVER () - 1 ELSE expecteds[i] END AS base
          FROM unnest(ids[hi + 1 : hi + counts[i]]) WITH ORDINALITY AS n(id, place)
          JOIN public.event e ON e.id = n.id
        ) AS k;
      IF standing.known > 0 THEN
        verdicts[i] := CASE standing.in_place WHEN counts[i] THEN 'repeated' ELSE 'id conflict' END;
      END IF;
    END IF;

    positions[i] := NULL;
    versions[i] := current;
    IF verdicts[i] = 'repeated' THEN
      versions[i] := standing.version;
      positions[i] := standing.position;
    ELSIF verdicts[i] = 'appended' THEN
      versions[i] := current + counts[i];
      positions[i] := head + counts[i];
    END IF;
    FOR k IN 1 .. counts[i] LOOP
      hi := hi + 1;
      event_versions[hi] := current + k;
      event_positions[hi] := CASE verdicts[i] WHEN 'appended' THEN head + k END;
    END LOOP;
    IF verdicts[i] = 'appended' THEN
      wrote := true;
      head := positions[i];
      currents[leaders[i]] := versions[i];
    END IF;
  END LOOP;

  IF wrote THEN
    INSERT INTO public.event (position, id, stream, version, type, data, meta)
      SELECT n.position, n.id, n.stream, n.version, n.type, n.data, n.meta
      FROM unnest(event_positions, ids, event_streams, event_versions, types, datas, metas)
        AS n(position, id, stream, version, type, data, meta)
      WHERE n.position IS NOT NULL;
  END IF;
  IF wrote THEN
    PERFORM pg_notify('${CHANNEL}', '');
  END IF;
END $$;
`;

/** Step `n` leads to schema `n + 1`. Released steps are never changed. */
export const STEPS: readonly string[] = [TABLE + APPEND_ONE_BY_ONE, APPEND_GROUP];

export const SCHEMA_VERSION = STEPS.length;

const mark = (version: number) => `event store ${version}`;

export const MARK_SCHEMA = `COMMENT ON TABLE public.event IS '${mark(SCHEMA_VERSION)}'`;

/** The number of the schema that stands. Programs of schema 1 marked it with a hash, and did not know of others. */
export function standingVersion(comment: string | null): number {
  const number = /^event store (\d{1,6})$/.exec(comment ?? '')?.[1];
  if (number !== undefined) return Number(number);
  return /^event store [0-9a-f]{16}$/.test(comment ?? '') ? 1 : 0;
}
