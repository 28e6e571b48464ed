"""A crew of Prefect workers: each part is a flow run of the deployment `read-part/read-part`,
started by whichever worker is free.
"""

import time
from collections import deque
from uuid import UUID

from prefect import flow
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.client.schemas.objects import FlowRun
from prefect.exceptions import ObjectNotFound

from flows.elsewhere.crew import NoCrewError
from flows.elsewhere.make_parts import make_documents, make_findings
from flows.parts.place import Place
from flows.reading import open_pool

DEPLOYMENT = "read-part/read-part"
SECONDS_BETWEEN_LOOKS = 1.0


class PartRunError(Exception):
    """A flow run that was to read a part ended without doing so."""


@flow(name="read-part", flow_run_name="read part {number}", persist_result=False)
def read_part(
    place: str,
    number: int,
    text_only: bool = False,
    workers: int | None = None,
    from_documents: bool = False,
) -> None:
    """Read the pages of a part that a run of `ingest` has put in a place.

    place: folder or URL where the parts of the run lie. number: of the part. workers: processes
    that read; as many as there are cores by default. from_documents: the part is cleaned already.
    """
    with open_pool(workers, text_only=text_only) as pool:
        if not from_documents:
            make_documents(pool, Place(place), number)
        make_findings(pool, Place(place), number, text_only=text_only)


class PoolCrew:
    """The workers of the work pool that the deployment belongs to."""

    def __init__(
        self,
        client: SyncPrefectClient,
        place: Place,
        *,
        text_only: bool,
        workers: int | None,
        from_documents: bool,
    ) -> None:
        self._client = client
        self._parameters = {
            "place": place.url,
            "text_only": text_only,
            "workers": workers,
            "from_documents": from_documents,
        }
        self._deployment = find_deployment(client)
        self._out: dict[UUID, int] = {}
        self._done: deque[tuple[int, BaseException | None]] = deque()

    def submit(self, number: int) -> None:
        """Ask for a flow run that reads the part."""
        run = self._client.create_flow_run_from_deployment(
            self._deployment, parameters={**self._parameters, "number": number}
        )
        self._out[run.id] = number

    def take(self, *, is_patient: bool) -> tuple[int, BaseException | None] | None:
        """The next part that is done; the server is asked once a second."""
        self._look()
        while is_patient and not self._done:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            self._look()
        return self._done.popleft() if self._done else None

    def _look(self) -> None:
        of_ours = FlowRunFilter(id=FlowRunFilterId(any_=list(self._out)))
        for run in self._client.read_flow_runs(flow_run_filter=of_ours):
            if run.state and run.state.is_final():
                self._done.append((self._out.pop(run.id), judge(run)))


def judge(run: FlowRun) -> BaseException | None:
    """What went wrong with a flow run that has ended."""
    state = run.state
    if state is None or state.is_completed():
        return None
    return PartRunError(f"{run.name} is {state.name}: {state.message}")


def find_deployment(client: SyncPrefectClient) -> UUID:
    """The deployment that reads parts. Raises NoCrewError where `onrecord deploy` has not made
    it.
    """
    try:
        return client.read_deployment_by_name(DEPLOYMENT).id
    except ObjectNotFound:
        raise NoCrewError(
            f"the server has no deployment {DEPLOYMENT}: type `onrecord deploy` first"
        ) from None


def open_client() -> SyncPrefectClient:
    return get_client(sync_client=True)
