#!/bin/bash
# Makes the two roles of the register and hands over to them what an earlier installation left to the superuser.
# The image runs it when the database is new; on a database that stands already:
#   docker compose -f docker/compose.yaml exec postgres bash /docker-entrypoint-initdb.d/roles.sh
set -euo pipefail

ask() { psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

for role in "dondoc_owner:$OWNER_PASSWORD" "dondoc_app:$APP_PASSWORD"; do
  ask -v role="${role%%:*}" -v password="${role#*:}" <<'SQL'
SELECT format('CREATE ROLE %I', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" LOGIN PASSWORD :'password';
SQL
done
{ cat /hand-over.sql; echo '\gexec'; } | ask --single-transaction
