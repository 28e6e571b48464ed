"""One real Prefect server on loopback for all tests of the flow, and pages that are read once for
all: both take seconds.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_HOME,
    PREFECT_LOGGING_TO_API_ENABLED,
    temporary_settings,
)

from bench.children import end_with_parent
from bench.same import attach, compare
from bench.workers import becomes_healthy, find_port
from flows import reading
from flows.course import run_ingest
from flows.order import Order, Reading
from flows.prefect_home import QUIET
from tests.making import make_once

LIVELY = {  # what a test would otherwise wait a minute for
    "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "1",
    "PREFECT_SERVER_SERVICES_SCHEDULER_MAX_RUNS": "3",
    "PREFECT_SERVER_UI_ENABLED": "false",
}


@pytest.fixture(scope="session", autouse=True)
def language_for_all() -> Iterator[None]:
    """The server that forks the workers of all runs has the language model, whichever test starts
    it: after a run of text only, each worker of the others would load it anew, for three seconds.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "TO_CLEAN", reading.TO_READ)
        yield


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which a process of its own finds the server. It ends with the session:
    the client's thread of events keeps the address that it met first.
    """
    home, port = tmp_path_factory.mktemp("prefect"), find_port()
    url = f"http://127.0.0.1:{port}/api"
    environment = {**os.environ, **QUIET, "PREFECT_HOME": str(home)}
    command = [
        sys.executable,
        "-m",
        "prefect",
        "server",
        "start",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            command,
            env=environment | LIVELY,
            stdout=log,
            stderr=log,
            preexec_fn=end_with_parent,
        )
        try:
            assert becomes_healthy(url, server), (home / "server.log").read_text()
            with temporary_settings(
                {PREFECT_API_URL: url, PREFECT_HOME: home, PREFECT_LOGGING_TO_API_ENABLED: False}
            ):
                yield environment | {"PREFECT_API_URL": url}
        finally:
            server.terminate()
            server.wait(30)


PIER = """Pier {number} of Port Ellery to close

The council of Port Ellery voted on Tuesday to close pier {number} for the winter, after divers had found cracks in its posts.

"It is not safe any more," said the harbour master, Ines Duarte. "We should have closed pier {number} last year."
"""
TABLES = (
    "article",
    "quote",
    "quote_span",
    "entity",
    "entity_mention",
    "referent",
    "time_mention",
    "article_version",
)


@pytest.fixture(scope="session")
def piers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven pages, and one that is empty."""
    return make_once(tmp_path_factory, "piers", write_piers)


def write_piers(folder: Path) -> None:
    (folder / "empty.html").touch()
    for number in range(7):
        (folder / f"{number}.txt").write_text(PIER.format(number=number), encoding="utf-8")


@pytest.fixture(scope="session")
def piers_read(piers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of a plain run on them; what was read lies in two parts beside it."""
    plain = make_once(tmp_path_factory, "plain", lambda folder: read_piers(piers, folder))
    return plain / "w.duckdb"


def read_piers(piers: Path, folder: Path) -> None:
    reading = Reading(parts=str(folder / "parts"), keep_parts=True, part_pages=4)
    run_ingest(Order((str(piers),), folder / "w.duckdb", workers=1, reading=reading))


def list_differences(one: Path, other: Path) -> list[str]:
    """The tables that do not hold the same rows in both, or none."""
    with attach(str(one), str(other)) as connection:
        return [
            difference.table
            for difference in compare(connection, TABLES, 0)
            if not difference.is_none or not difference.old_count
        ]
