#!/bin/sh
# Run once by the PostgreSQL image, at the first start on an empty volume: a role and databases each for Temporal and
# for Afterview, neither of which can read the other's.
set -eu

psql --username postgres --set ON_ERROR_STOP=1 \
  --set temporal_password="$TEMPORAL_DB_PASSWORD" --set afterview_password="$AFTERVIEW_DB_PASSWORD" <<'SQL'
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE ROLE afterview LOGIN PASSWORD :'afterview_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
CREATE DATABASE afterview OWNER afterview;
REVOKE CONNECT ON DATABASE temporal, temporal_visibility, afterview FROM PUBLIC;
SQL
