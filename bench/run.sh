#!/usr/bin/env bash
# Prints every figure of bench/. Machines are shared and noisy: read the figures beside their limits.
set -euo pipefail
cd "$(dirname "$0")/.."
for script in bench/*.py; do
    echo "== ${script}"
    .venv/bin/python "$script"
done
echo "== bench/demo.sh"
bash bench/demo.sh
