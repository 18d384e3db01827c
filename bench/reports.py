"""Reports of the model town: seconds a report, from the store to the file.

Limits: the annual report of Kauniainen as PDF 3 s first and 1 s again, as Word 2 s.
"""

from __future__ import annotations

import os
import tempfile
import time

TOWN, PERIOD = "kauniainen", "2022"
LIMITS = {"pdf": (3.0, 1.0), "docx": (2.0, 2.0), "xlsx": (2.0, 2.0)}
RUNS = 3


def main() -> None:
    """Print first and again, wall clock and processor, beside the limits."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUUNTA_DATA"] = folder
        os.environ["DATABASE_URL"] = ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "suunta.config.settings"
        import django

        django.setup()
        prepare()
        print(
            f"{'annual report':14}{'first s':>9}{'limit':>7}{'again s':>9}{'limit':>7}{'cpu s':>8}"
        )
        for form, (first_limit, limit) in LIMITS.items():
            first, _ = made(form, anew=True)
            again, cpu = min(made(form) for _ in range(RUNS))
            over = "   OVER" if first > first_limit or again > limit else ""
            row = f"{form:14}{first:9.2f}{first_limit:7.1f}{again:9.2f}{limit:7.1f}{cpu:8.2f}"
            print(row + over)


def prepare() -> None:
    """A store that holds the model town."""
    from django.core.management import call_command

    from suunta.core.definitions import folder
    from suunta.jobs.load_example import load_example

    call_command("migrate", verbosity=0)
    load_example(folder("examples") / TOWN)


def made(form: str, *, anew: bool = False) -> tuple[float, float]:
    """Seconds by the clock and of the processor; anew: nothing was built before."""
    from suunta.jobs.report import Asked, file_of, report_of
    from suunta.jobs.scorecard.build import whole

    if anew:
        whole.cache_clear()
    start, cpu = time.perf_counter(), time.process_time()
    file_of(report_of(TOWN, Asked("annual", PERIOD, "fi")), form)
    return time.perf_counter() - start, time.process_time() - cpu


if __name__ == "__main__":
    main()
