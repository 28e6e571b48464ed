"""An order -> a flow run on the Prefect server that PREFECT_API_URL names, and how it went."""

import os
from dataclasses import asdict
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from flows.flow_run import hear_finishes
from flows.order import Order
from flows.verdict import Complaint, Finish, RunFailedError

ANSWER_SECONDS = 10


class NoServerError(RunFailedError):
    """The server does not answer."""


def run_on_server(order: Order) -> Finish:
    """The flow, run once: whoever typed the command sees what failed, and can try again."""
    url = os.environ["PREFECT_API_URL"]
    require_server(url)
    from httpx import HTTPError

    with hear_finishes() as finishes:
        try:
            return run_flow(order)
        except HTTPError as error:
            if finishes:
                return finishes[0]
            raise NoServerError(
                f"the Prefect server at {url} went away during the run: the warehouse is as it was; "
                "run it again, and it takes up what is done"
            ) from error


def run_flow(order: Order) -> Finish:
    """The flow's finish. Raises RunFailedError, HTTPError, or whatever else stopped it."""
    from flows.ingest import ingest
    from warehouse.lake import spell

    try:
        summary = ingest.with_options(retries=0)(
            list(order.sources),
            Path(spell(order.warehouse)),
            order.workers,
            order.since,
            order.limit,
            order.text_only,
            order.refresh,
            order.wait_seconds,
            order.max_reject_share,
            **asdict(order.reading),
        )
    except RunFailedError as error:
        if error.summary is None:
            raise
        return Finish(error.summary, (Complaint(str(error)),))
    return Finish(summary)


def require_server(url: str) -> None:
    """Raise where no server answers, before Prefect waits for it."""
    try:
        with urlopen(f"{url.rstrip('/')}/health", timeout=ANSWER_SECONDS):  # noqa: S310 - as the user set it
            return
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise NoServerError(
            f"no Prefect server answers at {url} ({reason}): start it, or unset PREFECT_API_URL to run without one"
        ) from error
