"""Reading and understanding the model document: time after start, and peak memory.

Limits: 0.5 s and 150 MB. Each run is a process of its own, as `suunta read` is.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

from suunta.core.definitions import folder

RUNS = 5
LIMIT_S, LIMIT_MB = 0.5, 150
DOCUMENT = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
CHILD = """
import json, resource, sys, time
from pathlib import Path
from suunta.jobs.read_document import read_document
start = time.perf_counter()
strategy = read_document(Path(sys.argv[1]))
seconds = time.perf_counter() - start
parts = sum(len(measure.sub_measures) for measure in strategy.measures())
memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "memory_mb": memory_mb, "parts": parts}))
"""


def main() -> None:
    """Print the median of the runs beside the limits."""
    runs = [measured() for _ in range(RUNS)]
    seconds = statistics.median(run["seconds"] for run in runs)
    memory_mb = max(run["memory_mb"] for run in runs)
    print(f"read and understood {runs[0]['parts']:.0f} parts of the document")
    for name, value, limit in (
        ("s after start", seconds, LIMIT_S),
        ("MB peak", memory_mb, LIMIT_MB),
    ):
        print(f"  {value:8.3f} {name:14} limit {limit:<6} ratio {value / limit:.2f}")


def measured() -> dict[str, float]:
    """One run in a process of its own."""
    command = [sys.executable, "-c", CHILD, str(DOCUMENT)]
    figures: dict[str, float] = json.loads(subprocess.check_output(command))
    return figures


if __name__ == "__main__":
    main()
