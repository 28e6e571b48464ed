"""Pages to be read -> one outcome for each, out of worker processes as they come: the pure steps,
for whichever machine takes them.

Nothing here knows a warehouse or Prefect. What goes through is never held as a whole: pages go to
the processes when their turn is near.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from flows.steps import Expected, Name, Unchanged, analyse_chunk, clean_chunk, run_step
from flows.workers import WorkerPool
from transforms.article import make_article
from transforms.records import Document, Findings, Reject

# what the workers of a run have in common. The server that forks them stays for the process, so
# that those of later runs have what the first one shared
TO_CLEAN = ("flows.steps", "transforms.clean.door")
TO_READ = (*TO_CLEAN, "flows.readied")

Cleaned = Document | Reject | Unchanged
Read = Findings | Reject | Unchanged
Count = Callable[[str], None]
Picked = TypeVar("Picked", Expected, Document)
Outcome = TypeVar("Outcome")


def open_pool(workers: int | None, *, text_only: bool) -> WorkerPool:
    """The processes that pages are read in, as many as there are cores where none is said. They
    start with the first piece of work.
    """
    return WorkerPool(workers or count_cores(), TO_CLEAN if text_only else TO_READ)


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def count_nothing(outcome: str) -> None:
    """For whoever need not know how far it is."""


def clean_pages(
    pool: WorkerPool, pages: Iterable[Expected | Reject], count: Count = count_nothing
) -> Iterator[Cleaned]:
    """Read and clean pages; what could not be listed goes on as it is, in any order. count: is told
    `read` for each.
    """
    others: deque[Reject | Unchanged] = deque()
    asked = pick(Expected, pages, others)
    cleaned = run_step(pool, "clean", clean_chunk, asked, name_page)
    yield from mix(cleaned, others, lambda: count("read"))


def name_page(page: Expected) -> Name:
    return page.ref.source_uri, None


def analyse_documents(
    pool: WorkerPool, cleaned: Iterable[Cleaned], count: Count = count_nothing, *, text_only: bool
) -> Iterator[Read]:
    """Find quotes, entities and times in documents; what is none goes on as it is, in any order.
    count: is told `analysed` for each.
    """
    if text_only:
        yield from map(take_text, cleaned)
        return
    others: deque[Reject | Unchanged] = deque()
    asked = pick(Document, cleaned, others)
    read = run_step(pool, "analyse", analyse_chunk, asked, name_document)
    yield from mix(read, others, lambda: count("analysed"))


def take_text(cleaned: Cleaned) -> Read:
    """A document as an article of which the text alone is wanted."""
    return Findings(make_article(cleaned)) if isinstance(cleaned, Document) else cleaned


def pick(
    kind: type[Picked],
    outcomes: Iterable[Picked | Reject | Unchanged],
    others: deque[Reject | Unchanged],
) -> Iterator[Picked]:
    """Those of a kind; what is none is put with the others."""
    for outcome in outcomes:
        if isinstance(outcome, kind):
            yield outcome
        else:
            others.append(outcome)  # type: ignore[arg-type]  # what is not of the kind is one of the others


def mix(
    done: Iterable[Outcome], others: deque[Reject | Unchanged], count: Callable[[], None]
) -> Iterator[Outcome | Reject | Unchanged]:
    """What a step made, counted one by one, and what went past it, as soon as it has."""
    for outcome in done:
        count()
        yield outcome
        yield from empty(others)
    yield from empty(others)


def empty(others: deque[Reject | Unchanged]) -> Iterator[Reject | Unchanged]:
    while others:
        yield others.popleft()


def name_document(document: Document) -> Name:
    return document.source_uri, document.url
