"""A Prefect server's address in, On Record's work pool and deployments on it out: what `onrecord deploy` sets up, once or again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from prefect.exceptions import ObjectAlreadyExists

POOL = "onrecord"
PLAN = Path(__file__).parents[1] / "prefect.yaml"
INBOX = "inbox"
FEEDS = "feeds.txt"
SAMPLE_FEEDS = (
    "# Addresses of feeds and news sitemaps, one a line. A line that begins with # is not read.\n# https://news.example/feed.xml\n"
)


class DeployError(Exception):
    """Prefect refused a deployment; its own words."""


def deploy(home: Path) -> Iterator[str]:
    """Set up all that scheduled runs need; a line for each thing that is there now. home: the folder in which the runs start."""
    yield from lay_out(home)
    with get_client(sync_client=True) as client:
        yield make_pool(client)
        deploy_all(home)
        ours = FlowFilter(name=FlowFilterName(any_=["ingest"]))
        for deployment in client.read_deployments(flow_filter=ours):
            yield f"deployment ingest/{deployment.name}"


def lay_out(home: Path) -> Iterator[str]:
    """The folder and the list that the two deployments read; what is there already stays as it is."""
    (home / INBOX).mkdir(parents=True, exist_ok=True)
    yield f"folder {home / INBOX}"
    feeds = home / FEEDS
    if not feeds.exists():
        feeds.write_text(SAMPLE_FEEDS, encoding="utf-8")
    yield f"list of feeds {feeds}"


def make_pool(client: SyncPrefectClient) -> str:
    """The work pool whose workers start each run in a process of its own."""
    with suppress(ObjectAlreadyExists):
        client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
    return f"work pool {POOL}"


def deploy_all(home: Path) -> None:
    """Make the deployments of prefect.yaml, by Prefect's own command."""
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file", str(PLAN)]
    environment = {**os.environ, "ONRECORD_HOME": str(home)}
    answer = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if answer.returncode:
        raise DeployError((answer.stderr.strip() or answer.stdout.strip()).splitlines()[-1])
