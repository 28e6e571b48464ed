"""A crew behind one of Prefect's task runners: the workers of a Dask or Ray cluster take the two
steps of a part as tasks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner

from flows.elsewhere.crew import NoCrewError
from flows.elsewhere.make_parts import make_documents, make_findings, own_pool
from flows.parts.place import Place

SETTINGS: dict[str, Any] = {
    **{"cache_policy": NO_CACHE, "persist_result": False},
    **{"retries": 1, "retry_delay_seconds": 2},
}
Runner = TaskRunner[Any]


@task(name="clean pages", task_run_name="clean part {number}", **SETTINGS)
def clean_part(place: str, number: int, text_only: bool) -> int:
    """Pages -> documents; the number of the part."""
    make_documents(own_pool(text_only=text_only), Place(place), number)
    return number


@task(name="analyse documents", task_run_name="analyse part {number}", **SETTINGS)
def analyse_part(place: str, number: int, text_only: bool) -> int:
    """Documents -> findings; the number of the part."""
    make_findings(own_pool(text_only=text_only), Place(place), number, text_only=text_only)
    return number


class RunnerCrew:
    """The workers behind a task runner that has been started."""

    def __init__(
        self, runner: Runner, place: Place, *, text_only: bool, from_documents: bool = False
    ) -> None:
        self._runner, self._place = runner, place
        self._text_only, self._from_documents = text_only, from_documents
        self._done: Queue[tuple[int, PrefectFuture[int]]] = Queue()

    def submit(self, number: int) -> None:
        """Hand the part to the runner: its two steps follow each other wherever there is room."""
        asked: dict[str, Any] = {
            "place": self._place.url,
            "number": number,
            "text_only": self._text_only,
        }
        cleaned = [] if self._from_documents else [self._runner.submit(clean_part, asked)]
        read = self._runner.submit(analyse_part, asked, wait_for=cleaned)
        read.add_done_callback(lambda future: self._done.put((number, future)))

    def take(self, *, is_patient: bool) -> tuple[int, BaseException | None] | None:
        """The next part that is done."""
        try:
            number, future = self._done.get(block=is_patient)
        except Empty:
            return None
        try:
            future.result()
        except Exception as error:  # whatever became of it there
            return number, error
        return number, None


def make_runner(name: str, cluster: str | None, workers: int) -> Runner:
    """The task runner of this name. cluster: its address; None for one on this machine with so many
    workers.
    """
    if name == "dask":
        return make_dask_runner(cluster, workers)
    return make_ray_runner(cluster, workers)


def make_dask_runner(cluster: str | None, workers: int) -> Runner:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise NoCrewError("Dask is not installed: pip install 'onrecord[dask]'") from error
    if cluster:
        return DaskTaskRunner(address=cluster)
    return DaskTaskRunner(
        cluster_kwargs={"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    )


def make_ray_runner(cluster: str | None, workers: int) -> Runner:
    try:
        from prefect_ray.task_runners import RayTaskRunner
    except ImportError as error:
        raise NoCrewError("Ray is not installed: pip install 'onrecord[ray]'") from error
    runner: Runner = (
        RayTaskRunner(address=cluster)
        if cluster
        else RayTaskRunner(init_kwargs={"num_cpus": workers})
    )
    return runner


@contextmanager
def start(runner: Runner, cluster: str | None) -> Iterator[Runner]:
    """The runner, connected. Raises NoCrewError where its cluster does not answer."""
    with runner:
        try:
            getattr(runner, "client", None)  # Dask's connects when it is asked for
        except (OSError, TimeoutError) as error:
            raise NoCrewError(f"no cluster answers at {cluster}: {error}") from error
        yield runner
