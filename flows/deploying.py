"""A Prefect server in; On Record's work pool, limits, deployments and automations on it out:
`onrecord deploy`, once or again.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from prefect.client.schemas.responses import DeploymentResponse
from prefect.exceptions import ObjectAlreadyExists
from pydantic import SecretStr

from flows.automations import put_automations
from flows.elsewhere.work_pool import DEPLOYMENT
from flows.turn import name_limit
from warehouse.lake import is_lake, parse_warehouse

POOL = "onrecord"
WEBHOOK = "onrecord-alerts"
PLAN = Path(__file__).with_name("prefect.yaml")
INBOX = "inbox"
FEEDS = "feeds.txt"
SAMPLE_FEEDS = """# Addresses of feeds and news sitemaps, one a line. A line that begins with # is not read.
# https://news.example/feed.xml
"""


class DeployError(Exception):
    """Prefect refused a deployment; its own words."""


def deploy(home: Path, alerts: str | None, plan: Path = PLAN) -> Iterator[str]:
    """Set up all that scheduled runs need; a line for each thing that is there now.

    home: the folder in which the runs start. alerts: the address to which alerts are posted as
    {"text": ...}. plan: the deployments.
    """
    yield from lay_out(home)
    with get_client(sync_client=True) as client:
        yield make_pool(client)
        deploy_all(home, plan)
        deployments = list_deployments(client)
        yield from (f"deployment ingest/{deployment.name}" for deployment in deployments)
        yield f"deployment {DEPLOYMENT}"
        yield from limit_warehouses(client, deployments)
        yield from put_automations(client, put_webhook(alerts) if alerts else None)


def lay_out(home: Path) -> Iterator[str]:
    """The folder and the list that the two deployments read; what is there already stays as it
    is.
    """
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


def deploy_all(home: Path, plan: Path) -> None:
    """Make the deployments of the plan, by Prefect's own command."""
    command = [
        sys.executable,
        "-m",
        "prefect",
        "--no-prompt",
        "deploy",
        "--all",
        "--prefect-file",
        str(plan.resolve()),
    ]
    environment = {**os.environ, "ONRECORD_HOME": str(home)}
    answer = subprocess.run(  # noqa: S603
        command, env=environment, cwd=home, capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise DeployError((answer.stderr.strip() or answer.stdout.strip()).splitlines()[-1])


def list_deployments(client: SyncPrefectClient) -> list[DeploymentResponse]:
    """The deployments of the flow that the server has."""
    return client.read_deployments(flow_filter=FlowFilter(name=FlowFilterName(any_=["ingest"])))


def limit_warehouses(
    client: SyncPrefectClient, deployments: Sequence[DeploymentResponse]
) -> Iterator[str]:
    """One run at a time for each file that a deployment loads; runs on a lake take turns among
    themselves.
    """
    paths = {
        parse_warehouse(str(each.parameters["warehouse"]))
        for each in deployments
        if "warehouse" in each.parameters
    }
    named = {name_limit(path) for path in paths if not is_lake(path)}
    for limit in sorted(named):
        client.upsert_global_concurrency_limit_by_name(limit, 1)
        yield f"concurrency limit {limit}: 1"


def put_webhook(address: str) -> UUID:
    """The block that alerts are posted by."""
    block = Webhook(method="POST", url=SecretStr(address))
    saved = block.save(WEBHOOK, overwrite=True)
    if not isinstance(saved, UUID):
        raise DeployError("the webhook could not be saved")
    return saved
