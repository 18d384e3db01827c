"""Pages of the model town: server time and database queries, on SQLite in the test client.

Limits: 60 ms and 12 queries a page. The examples are loaded into a folder of their own.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from typing import Any

RUNS = 7
LIMIT_MS, LIMIT_QUERIES = 60, 12
TOWN = "kauniainen"
PAGES = (
    ("home", f"/{TOWN}/fi/"),
    ("focus area", f"/{TOWN}/fi/area/5/"),
    ("goal", f"/{TOWN}/fi/goal/1.3/"),
    ("goal, charts", f"/{TOWN}/sv/goal/3.3/"),
    ("measure", f"/{TOWN}/fi/measure/3.3-M3/"),
    ("CSV", f"/{TOWN}/fi/measure/3.3-M3.csv"),
    ("search", f"/{TOWN}/fi/search/?q=kaava"),
    ("desk", f"/desk/{TOWN}/fi/"),
    ("scorecard", f"/desk/{TOWN}/fi/scorecard/"),
)


def main() -> None:
    """Print the median of the runs of each page beside the limits."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUUNTA_DATA"] = folder
        os.environ["DATABASE_URL"] = ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "suunta.config.settings"
        import django

        django.setup()
        client = prepared()
        print(f"limits: {LIMIT_MS} ms, {LIMIT_QUERIES} queries; cold: the scorecard built anew")
        print(f"{'page':14}{'cold ms':>9}{'queries':>9}{'warm ms':>9}{'queries':>9}")
        for name, address in PAGES:
            cold, cold_queries = measured(client, address, cold=True)
            warm, warm_queries = measured(client, address, cold=False)
            over = max(cold, warm) > LIMIT_MS or max(cold_queries, warm_queries) > LIMIT_QUERIES
            row = f"{name:14}{cold:9.1f}{cold_queries:9d}{warm:9.1f}{warm_queries:9d}"
            print(row + ("   OVER" if over else ""))


def prepared() -> Any:
    """A client that is signed in, on a store that holds the model town."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from suunta.core.definitions import folder
    from suunta.jobs.load_example import load_example
    from suunta.store.models import Membership, Municipality, User

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_example(folder("examples") / TOWN)
    person = User.objects.create_user("bench")
    town = Municipality.objects.get(slug=TOWN)
    Membership.objects.create(user=person, municipality=town, role="reader")
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def measured(client: Any, address: str, *, cold: bool) -> tuple[float, int]:
    """Median milliseconds of a page, and its queries; cold: nothing was built before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from suunta.jobs.scorecard.build import whole

    client.get(address)  # templates and words are loaded once a process
    if cold:
        whole.cache_clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        count = len(queries)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    times = []
    for _ in range(RUNS):
        if cold:
            whole.cache_clear()
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), count


if __name__ == "__main__":
    main()
