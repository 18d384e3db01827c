#!/usr/bin/env bash
# Prints every figure of bench/. Machines are shared and noisy: read the figures beside their limits.
set -euo pipefail
cd "$(dirname "$0")/.."
for script in bench/*.py; do
    echo "== ${script}"
    .venv/bin/python "$script"
done
echo "== tests/documents/scoring.py"
.venv/bin/python tests/documents/scoring.py
echo "== bench/demo.sh"
bash bench/demo.sh
