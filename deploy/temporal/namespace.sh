#!/bin/sh
# Makes the namespace and its search attributes, where they are missing. Runs at every start.
# The attributes are those of workers/engine/search-attributes.ts; a test compares the two.
set -eu

attempts=60
until temporal operator cluster health >/dev/null 2>&1; do
  attempts=$((attempts - 1))
  [ "$attempts" -gt 0 ] || { echo "Temporal does not answer at $TEMPORAL_ADDRESS" >&2; exit 1; }
  sleep 2
done

temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d

# A new namespace is known to every part of the server only after a moment.
attempts=30
until present=$(temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" 2>/dev/null); do
  attempts=$((attempts - 1))
  [ "$attempts" -gt 0 ] || { echo "the namespace $TEMPORAL_NAMESPACE does not answer" >&2; exit 1; }
  sleep 2
done

while read -r name type; do
  case "$present" in
    *"$name"*) ;;
    *) temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$name" --type "$type" ;;
  esac
done <<'ATTRIBUTES'
InterviewStage Keyword
InterviewOutcome Keyword
InterviewNextActionAt Datetime
InterviewNeedsPerson Bool
ATTRIBUTES
