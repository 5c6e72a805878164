#!/bin/bash
# Builds ordinary notes with archnotes and, where it is installed, with Hugo, one after the other, and prints a table:
#
#   mvn -q -DskipTests package && mvn -q test-compile && src/test/bench/builds.sh 100 1000
#
# Each row is the median of the counted runs: seconds on the clock, seconds of processor time, the peak of memory in
# MiB, and what that is of Hugo's clock in the same run. "empty" has no caches and no site before, "edit" has both and
# one changed letter, so that the whole site is made again, "filled" has caches and no change but no site any more, as on
# a server that keeps caches only, "again" has both and no change. It needs GNU time.
#
#   RUNS=5          so many counted runs, 3 without it
#   JAR=FILE        another jar than target/archnotes.jar
#   ARCHNOTES=CMD   another command than java -jar JAR
set -euo pipefail
cd "$(dirname "$0")/../../.."
runs=${RUNS:-3}
archnotes=${ARCHNOTES:-java -jar $PWD/${JAR:-target/archnotes.jar}}
work=$(mktemp -d)
export XDG_CACHE_HOME=$work/cache
trap 'rm -rf "$work"' EXIT

generate() { java -cp target/test-classes dev.archnotes.bench.OrdinaryNotes "$@"; }

hugo_site() {
  mkdir -p "$1/layouts/_default/_markup" "$1/content"
  cat > "$1/config.toml" <<'TOML'
baseURL = "https://example.org/"
title = "Ordinary notes"
disableKinds = ["taxonomy", "term"]
TOML
  cat > "$1/layouts/_default/baseof.html" <<'HTML'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 150 }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<nav>{{ with .CurrentSection }}<ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
HTML
  cat > "$1/layouts/_default/single.html" <<'HTML'
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .TableOfContents }}
{{ .Content }}
<p>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>{{ end }}
HTML
  cat > "$1/layouts/_default/list.html" <<'HTML'
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
HTML
  cp "$1/layouts/_default/list.html" "$1/layouts/index.html"
  cat > "$1/layouts/_default/_markup/render-link.html" <<'HTML'
{{- $page := .Page.GetPage .Destination -}}
<a href="{{ with $page }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}">{{ .Text | safeHTML }}</a>
{{- /* nothing behind the link */ -}}
HTML
}

# measured CASE COMMAND...: adds clock, processor and peak to the case's numbers
measured() {
  local case=$1
  shift
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" > "$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
  awk '{ print $1, $2 + $3, $4 / 1024 }' "$work/time" >> "$work/$case.numbers"
}

median() { cut -d' ' -f"$2" "$work/$1.numbers" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

row() {
  local name=$1 hugo=$2
  awk -v name="$name" -v clock="$(median "$name" 1)" -v cpu="$(median "$name" 2)" -v peak="$(median "$name" 3)" \
    -v hugo="$hugo" -v notes="$notes" 'BEGIN {
      printf "| %6d | %-16s | %8.2f | %9.2f | %8.0f | %5s |\n", notes, name, clock, cpu, peak,
        (hugo > 0 ? sprintf("%.2f", clock / hugo) : "–") }'
}

echo "|  notes | build            |  clock s |     cpu s | peak MiB | ratio |"
echo "| -----: | ---------------- | -------: | --------: | -------: | ----: |"
for notes in "${@:-1000}"; do
  rm -rf "${work:?}"/*
  generate "$work/notes" "$notes"
  if command -v hugo > /dev/null; then
    hugo_site "$work/hugo"
    generate "$work/hugo" "$notes" hugo
  fi
  for ((run = 0; run <= runs; run++)); do
    if [ -d "$work/hugo" ]; then
      rm -rf "$work/hugo/public" "$work/hugo/resources"
      measured hugo hugo --quiet --source "$work/hugo"
    fi
    rm -rf "$work/cache" "$work/site"
    measured empty $archnotes build --notes "$work/notes" -o "$work/site"
    printf x >> "$work/notes/part-000/note-00000.md"
    measured edit $archnotes build --notes "$work/notes" -o "$work/site"
    rm -rf "$work/site"
    measured filled $archnotes build --notes "$work/notes" -o "$work/site"
    measured again $archnotes build --notes "$work/notes" -o "$work/site"
    if ((run == 0)); then
      # the first of each warms the disk
      rm -f "$work"/*.numbers
    fi
  done
  hugo=0
  if [ -f "$work/hugo.numbers" ]; then
    hugo=$(median hugo 1)
    row hugo "$hugo"
  fi
  for case in empty edit filled again; do
    row "$case" "$hugo"
  done
done
