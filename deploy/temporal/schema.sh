#!/bin/sh
# Brings Temporal's two databases to the schema of this release. Runs at every start and does nothing when they are there.
set -eu

for name in temporal visibility; do
  database=temporal
  [ "$name" = visibility ] && database=temporal_visibility
  sql() {
    temporal-sql-tool --plugin postgres12 --ep postgresql --port 5432 --user temporal --database "$database" "$@"
  }
  # Only an empty database takes version 0.0; a later one refuses, and is updated below.
  sql setup-schema -v 0.0 || echo "$database has a schema already"
  sql update-schema -d "/etc/temporal/schema/postgresql/v12/$name/versioned"
done
