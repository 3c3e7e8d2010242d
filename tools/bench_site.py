"""The site's speed and memory with a plan of 2,000 actions: queries and CPU of every page. Part of ``make bench``.

Each page is asked for in a process of its own, as the improvement manager: first with everything still to be loaded (templates, the plan's
picture), then again. CPU is this process's own, database work included for SQLite. Beside it stands the site's barest answer, ``/healthz``.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_QUERIES, MOST_CPU, MOST_MIGRATE, MOST_MEMORY = 25, 0.250, 20, 300
LIST_QUERIES, LIST_CPU = 12, 0.040

_MEASURE = "import sys; sys.path.insert(0, sys.argv[1]); from tools import bench_site; bench_site.measure(sys.argv[2:])"


def say(name: str, value: str, beside: str, limit: str = "") -> None:
    """One line of the table, as in ``bench``."""
    print(f"{name:<44} {value:>24}   {beside:<34} {limit}".rstrip())


def set_up(home: str) -> None:
    """Django in this process, on a home of its own."""
    os.environ.update(
        GOLDTHREAD_HOME=home, GOLDTHREAD_TODAY="2026-03-31", GOLDTHREAD_SECRET_KEY="bench", GOLDTHREAD_EMAIL_URL="dummymail://"
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


def prepare(home: str) -> dict[str, str]:
    """A database with Northmere's council, a plan of 2,000 actions and the addresses of the pages to ask for."""
    set_up(home)
    from django.core.management import call_command
    from django.urls import reverse

    from tests import big, world

    began = time.perf_counter()
    call_command("migrate", verbosity=0)
    say("migrate, a fresh database", f"{time.perf_counter() - began:.1f} s", "", f"limit {MOST_MIGRATE} s")
    council = world.council()
    began = time.process_time()
    plan = world.plan(council, big.a_big_picture())
    say("accept a plan of 2,000 actions", f"{time.process_time() - began:.1f} s CPU", "records, history and search index")
    item = plan.items.first()
    action, finding = item.actions.first(), plan.inspection.findings.first()
    names = {
        "my work": reverse("my_work"),
        "inspections": reverse("inspections"),
        "inspection": reverse("inspection", args=[plan.inspection.pk]),
        "finding": reverse("finding", args=[finding.pk]),
        "plans": reverse("plans"),
        "plan on a page, 50 actions": reverse("plan", args=[plan.reference]),
        "plan on a page, 20 actions": f"{reverse('plan', args=[plan.reference])}?per=20",
        "item": reverse("item", args=[plan.reference, item.pk]),
        "action": reverse("action", args=[action.pk]),
        "thread map": reverse("plan_map", args=[plan.reference]),
        "checks": reverse("plan_checks", args=[plan.reference]),
        "boards": reverse("boards"),
        "people": reverse("people"),
        "papers": reverse("documents"),
        "glossary": reverse("glossary"),
        "search": f"{reverse('search')}?q=supervision",
        "history": reverse("history"),
    }
    return {"health": "/healthz", **names}


def measure(arguments: list[str]) -> None:
    """In a process of its own: queries, CPU of the first answer and of the next, and the memory that it took."""
    home, address = arguments
    set_up(home)
    import resource

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from goldthread.models import Person

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(Person.objects.get(name="Orla Manager"), backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/healthz")  # a worker loads the site's addresses when it starts, before anybody asks
    took, queries = [], []
    for _ in range(4):
        with CaptureQueriesContext(connection) as asked:
            began = time.process_time()
            answer = client.get(address)
            took.append(time.process_time() - began)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}; no figure is worth anything.")
        queries.append(len(asked))
    print(queries[0], min(queries[1:]), took[0], min(took[1:]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page took, first and again. queries: number; CPU in seconds; memory in MB."""

    queries_first: int
    queries: int
    first: float
    again: float
    memory: float


def ask(home: str, address: str) -> Page:
    """What ``measure`` found in a new process."""
    command = [sys.executable, "-c", _MEASURE, str(ROOT), home, address]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.strip().splitlines()[-1])
    queries_first, queries, first, again, memory = done.stdout.split()
    return Page(int(queries_first), int(queries), float(first), float(again), float(memory))


def main() -> None:
    """Print every figure of the site."""
    with tempfile.TemporaryDirectory() as home:
        pages = prepare(home)
        bare = ask(home, pages.pop("health"))
        say("health", f"{bare.again * 1000:.1f} ms CPU", "the site's barest answer")
        asked = {name: ask(home, address) for name, address in pages.items()}
        for name, page in asked.items():
            is_list = name == "plan on a page, 20 actions"
            limit = f"limit {LIST_QUERIES}, {LIST_CPU * 1000:.0f} ms" if is_list else f"limit {MOST_QUERIES}, {MOST_CPU * 1000:.0f} ms"
            first = f"first in a new worker {page.queries_first}, {page.first * 1000:.0f} ms"
            say(name, f"{page.queries} queries, {page.again * 1000:.0f} ms CPU", f"{first}; {page.again / bare.again:.0f} × barest", limit)
        most = max(page.memory for page in asked.values())
        say("memory of the largest of these", f"{most:.0f} MB", "a worker that has answered", f"limit {MOST_MEMORY} MB")


if __name__ == "__main__":
    main()
