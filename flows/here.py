"""Work -> portions read by this machine's own processes, a batch after the other; what was read is
loaded while the next pages are read.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from flows.reading import Cleaned, Read, analyse_documents, clean_pages
from flows.run import Run
from flows.work import Portion, Work, portion_out
from flows.workers import WorkerPool

if TYPE_CHECKING:
    from flows.parts.place import Place, Stage

Outcome = TypeVar("Outcome", Cleaned, Read)


def read_here(
    run: Run, pool: WorkerPool, kept: "Place | None", works: Iterable[Work]
) -> Iterator[tuple[Work, Iterable[Portion]]]:
    """Each work with what is read of it while it is asked for. kept: where parts are to stay."""
    for work in works:
        yield work, portion_out(read_work(run, pool, kept, work))


def read_work(run: Run, pool: WorkerPool, kept: "Place | None", work: Work) -> Iterator[Read]:
    """One outcome for each page of the batch that has to be read."""
    if work.part and work.part.stage == "findings":
        yield from work.part.read_findings()
    elif work.part or work.pages:
        run.reporter.step("reading pages")
        cleaned = (
            work.part.read_cleaned()
            if work.part
            else clean_pages(pool, work.pages, run.reporter.count)
        )
        noted = keep(kept, work.number, "documents", cleaned)
        read = analyse_documents(pool, noted, run.reporter.count, text_only=run.text_only)
        yield from keep(kept, work.number, "findings", read)


def keep(
    place: "Place | None", number: int, stage: "Stage", outcomes: Iterable[Outcome]
) -> Iterator[Outcome]:
    """The same outcomes; where there is a place for them, they make a part there with the last
    one.
    """
    held: list[Outcome] = []
    for outcome in outcomes:
        if place:
            held.append(outcome)
        yield outcome
    if place:
        place.write(number, stage, held)
