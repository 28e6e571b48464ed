"""An order -> who reads its pages: this machine's own processes, or a crew on others; and where
their parts lie.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from flows.flow_run import is_under_way
from flows.here import read_here
from flows.order import Order
from flows.reading import count_cores, open_pool
from flows.run import Run
from flows.verdict import RunFailedError
from flows.work import Portion, Work
from transforms.keys import make_key
from warehouse.lake import is_lake

if TYPE_CHECKING:
    from flows.elsewhere.crew import Crew
    from flows.parts.place import Place

Reader = Callable[[Iterable[Work]], Iterator[tuple[Work, Iterable[Portion]]]]


def require_server(order: Order) -> None:
    """Raise RunFailedError where other machines are to read and there is no server through which
    they hear of it.
    """
    if order.reading.task_runner != "here" and not find_server():
        raise RunFailedError(
            f"reading on {order.reading.task_runner} needs a Prefect server: start one, and name it in PREFECT_API_URL"
        )


def find_server() -> str | None:
    """Where the server of the flow run is, if this is one and its server is not its own."""
    if not is_under_way():
        return None
    from prefect.settings import PREFECT_API_URL

    url: str | None = PREFECT_API_URL.value()
    return url


@contextmanager
def open_reader(run: Run, order: Order) -> Iterator[Reader]:
    """Whoever the order names, ready to read."""
    if order.reading.task_runner == "here":
        kept = choose_place(run, order) if order.reading.keep_parts else None
        with open_pool(order.workers, text_only=order.text_only) as pool:
            yield partial(read_here, run, pool, kept)
        return
    from flows.elsewhere.reader import read_elsewhere

    place, is_kept = choose_place(run, order), order.reading.keep_parts
    run.reporter.step(f"reading pages on {order.reading.task_runner}")
    try:
        with open_crew(order, place) as crew:
            yield partial(read_elsewhere, crew, place, is_kept=is_kept)
    finally:
        if not is_kept:
            place.drop_all()
            place.above().drop_if_empty()


def choose_place(run: Run, order: Order) -> "Place":
    """The run's own folder for parts; what an earlier run on the same warehouse left, since it was
    killed, is cleared away.
    """
    from flows.parts.place import settle

    path = run.build.path
    common = settle(order.reading.parts or str(path.with_name(f"{path.name}.parts")))
    if order.reading.keep_parts:
        return common.below(run.run_id)
    passing = f"passing-{make_key('warehouse', path)}"
    left = () if is_lake(path) else common.list_below()  # others may be at work for a lake
    for name in left:
        if name.startswith(passing):
            common.below(name).drop_all()
    return common.below(f"{passing}-{run.run_id}")


@contextmanager
def open_crew(order: Order, place: "Place") -> Iterator["Crew"]:
    """Those who take the parts. Raises NoCrewError where there is nobody."""
    reading, from_documents = order.reading, order.reading.taken_up == "documents"
    if reading.task_runner == "work-pool":
        from flows.elsewhere.work_pool import PoolCrew, open_client

        with open_client() as client:
            yield PoolCrew(
                client,
                place,
                text_only=order.text_only,
                workers=order.workers,
                from_documents=from_documents,
            )
        return
    from flows.elsewhere.task_runners import RunnerCrew, make_runner, start

    runner = make_runner(reading.task_runner, reading.cluster, order.workers or count_cores())
    with start(runner, reading.cluster) as started:
        yield RunnerCrew(started, place, text_only=order.text_only, from_documents=from_documents)
