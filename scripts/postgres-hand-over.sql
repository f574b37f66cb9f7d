-- The statements that hand over to the two roles what the connected superuser owns in the register's database. In
-- `public` stand the events and the bookkeeping of the projections; each other schema is a read model's.
WITH
  ours AS (
    SELECT oid, nspname, nspowner, CASE nspname WHEN 'public' THEN 'dondoc_owner' ELSE 'dondoc_app' END AS keeper
    FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
  own AS (SELECT oid FROM pg_roles WHERE rolname = current_user),
  alien AS (
    SELECT classid, objid FROM pg_depend WHERE deptype IN ('e', 'i', 'a') AND refclassid IN ('pg_extension'::regclass, 'pg_class'::regclass))
SELECT statement FROM (
  SELECT 1 AS place, format('ALTER DATABASE %I OWNER TO dondoc_owner; GRANT CREATE ON DATABASE %1$I TO dondoc_app', datname) AS statement
    FROM pg_database, own WHERE datname = current_database() AND datdba = own.oid
  UNION ALL
  SELECT 2, format('ALTER SCHEMA %I OWNER TO %I', nspname, keeper)
    FROM ours, own WHERE nspname <> 'public' AND nspowner = own.oid
  UNION ALL
  SELECT 3, format('ALTER %s %I.%I OWNER TO %I',
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
      nspname, relname, keeper)
    FROM pg_class c JOIN ours ON ours.oid = relnamespace, own
    WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner = own.oid
      AND NOT EXISTS (SELECT FROM alien a WHERE a.classid = 'pg_class'::regclass AND a.objid = c.oid)
  UNION ALL
  SELECT 4, format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, keeper)
    FROM pg_proc p JOIN ours ON ours.oid = pronamespace, own
    WHERE proowner = own.oid
      AND NOT EXISTS (SELECT FROM alien a WHERE a.classid = 'pg_proc'::regclass AND a.objid = p.oid)
) AS left_over ORDER BY place, statement
