#!/usr/bin/env bash
# The demo from nothing (a fresh clone, no .venv) and the second time. Limits: 120 s and 10 s.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
git clone --quiet . "$home/suunta"
cd "$home/suunta"
unset SUUNTA_DATA DATABASE_URL
timed() {
    local start end
    start=$(date +%s.%N)
    "${@:3}" >"$home/log" 2>&1 || { cat "$home/log" >&2; exit 1; }
    end=$(date +%s.%N)
    printf '  %-28s %6.1f s   limit %s s\n' "$1" "$(awk "BEGIN { print $end - $start }")" "$2"
}
from_nothing() { make --no-print-directory setup && .venv/bin/suunta demo --no-serve; }
timed "demo from nothing" 120 from_nothing
timed "demo the second time" 10 .venv/bin/suunta demo --no-serve
printf '  %-28s %6s MB  aim 600 MB\n' "installed (.venv)" "$(du -sm .venv | cut -f1)"
