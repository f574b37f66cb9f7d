-- The event store as the first release created it: what a program of that release still runs against.
SELECT pg_advisory_xact_lock(7305441);

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
  PERFORM pg_advisory_xact_lock(7305441);
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
        AND (expecteds[i] = -1 OR first_version = expecteds[i] + 1)
        AND NOT EXISTS (
          SELECT FROM unnest(ids[lo:hi]) WITH ORDINALITY AS n(id, place) JOIN public.event e ON e.id = n.id
          WHERE e.version <> first_version + n.place - 1)
      THEN
        verdict := 'repeated'; at_version := last_version; at_position := last_position;
      ELSE
        verdict := 'id conflict'; at_version := current;
      END IF;
    ELSIF expecteds[i] <> -1 AND expecteds[i] <> current THEN
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
    PERFORM pg_notify('event_appended', '');
  END IF;
END $$;

COMMENT ON TABLE public.event IS 'event store 0f2f9e3867251156';
