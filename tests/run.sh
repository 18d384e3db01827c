#!/usr/bin/env bash
# Every test: on SQLite, the store's and the jobs' once more on PostgreSQL, the pages in a browser.
# All three run even where one fails, so that one look shows everything.
set -u
cd "$(dirname "$0")/.."
run=.venv/bin/pytest
failed=0
echo "== everything but the browser, on SQLite"
$run -q -n 2 -m "not browser and not spark" || failed=1
echo "== the store and the jobs on PostgreSQL"
$run -q -n 2 tests/store tests/jobs --database postgresql || failed=1
echo "== the pages in a browser"
$run -q -n 2 -m browser tests/browser || failed=1
echo "== bulk assessment on Spark"
if command -v java >/dev/null && .venv/bin/python -c "import pyspark" 2>/dev/null; then
    $run -q -m spark tests/engines/spark || failed=1
else
    echo "not run: it needs Java 17 and the extra spark (.venv/bin/uv pip install 'pyspark>=4,<4.1')"
fi
exit $failed
