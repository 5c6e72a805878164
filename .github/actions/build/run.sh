#!/usr/bin/env bash
# What the action does: the jar of a release, held against the checksum of the same release, run on a notes folder.
# Everything comes in variables of the environment, so that no text of an input is ever part of a command.
set -euo pipefail

case "$ARCHNOTES_COMMAND" in
  build | check) ;;
  *)
    echo "::error::command is build or check, not $ARCHNOTES_COMMAND"
    exit 2
    ;;
esac
if [[ ! "$ARCHNOTES_VERSION" =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "::error::version is the tag of a release, such as v0.1.0, not ${ARCHNOTES_VERSION:-empty}"
  exit 2
fi

jar="${RUNNER_TEMP:?}/archnotes"
mkdir -p "$jar"
for file in archnotes.jar SHA256SUMS; do
  curl --fail --silent --show-error --location --retry 3 --output "$jar/$file" \
    "${GITHUB_SERVER_URL:?}/$ARCHNOTES_REPOSITORY/releases/download/$ARCHNOTES_VERSION/$file"
done
(cd "$jar" && grep -E '^[0-9a-f]{64} [ *]archnotes\.jar$' SHA256SUMS | sha256sum --check --strict --quiet)

arguments=("$ARCHNOTES_COMMAND" --notes "$ARCHNOTES_NOTES" --format github)
if [ "$ARCHNOTES_COMMAND" = build ]; then
  source="$GITHUB_SERVER_URL/${GITHUB_REPOSITORY:?}"
  branch="${GITHUB_HEAD_REF:-${GITHUB_REF_NAME:?}}"
  arguments+=(
    --output "$ARCHNOTES_OUTPUT"
    --base-url "$ARCHNOTES_BASE_URL"
    --repository "$source"
    --edit-url "$source/edit/$branch/${ARCHNOTES_NOTES%/}/"
    --issue-url "$source/issues/new"
  )
fi
exec java -jar "$jar/archnotes.jar" "${arguments[@]}"
