"""Arrivals -> work: batches of pages that have to be read, plain values that any machine can be
handed; and what comes back of each.

Only the parent asks the warehouse what it knows. Whoever reads gets `Work.pages`, and gives back
`Portion`s.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from flows.arrivals import note_refused, skip_files, sort_pages
from flows.kept_parts import KeptPart, KeptStage, find_kept
from flows.raw_files import take_visits
from flows.reading import Read
from flows.run import Run
from flows.sources import PageRef
from flows.steps import Expected, Unchanged
from flows.workers import DEATHS
from transforms.records import Findings, Reject, Visit
from warehouse.known import SourceFile as ReadFile
from warehouse.portions import split

PORTION_PAGES = 1000
PORTION_CHARACTERS = 16_000_000  # of text: some 400 MB of records on their way to the tables


@dataclass(frozen=True, slots=True)
class Work:
    """A batch. pages: those to be read, and what could not even be listed. unchanged, refused,
    digests: as `sort_pages` gives them.

    page_count: pages that arrived. visits: how those on the web were had.
    part: where a kept part lies, which is read again in the place of pages.
    """

    number: int
    page_count: int
    pages: tuple[Expected | Reject, ...] = ()
    unchanged: int = 0
    refused: tuple[ReadFile, ...] = ()
    digests: dict[str, str] = field(default_factory=dict)
    source_uris: tuple[str, ...] = ()
    part: KeptPart | None = None
    visits: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True)
class Portion:
    """What became of some pages of a batch, no more than the parent holds at once."""

    findings: tuple[Findings, ...] = ()
    rejects: tuple[Reject, ...] = ()
    unchanged: int = 0


def plan_work(run: Run, arrivals: Iterable[PageRef | Reject], pages_a_batch: int) -> Iterator[Work]:
    """The arrivals in batches, with what the warehouse knows of them; it is asked when the batch is
    asked for.
    """
    for number, batch in enumerate(split(arrivals, pages_a_batch), start=1):
        yield plan_batch(run, number, batch)


def plan_kept(places: Sequence[str], stage: KeptStage) -> Iterator[Work]:
    """The kept parts in these places, to be taken up from a stage on."""
    for number, part in enumerate(find_kept(tuple(places), stage), start=1):
        yield Work(number, page_count=0, part=part)


def plan_batch(run: Run, number: int, arrivals: Sequence[PageRef | Reject]) -> Work:
    """Which pages of a batch have to be read."""
    pages = sort_pages(run, [arrival for arrival in arrivals if isinstance(arrival, PageRef)])
    return Work(
        number,
        len(arrivals),
        (*(arrival for arrival in arrivals if isinstance(arrival, Reject)), *pages.waiting),
        pages.unchanged,
        pages.refused,
        pages.digests,
        tuple(arrival.source_uri for arrival in arrivals),
        visits=take_visits(run),
    )


def settle(run: Run, work: Work) -> None:
    """Count what is known of a batch before any page is read."""
    for source_uri in work.source_uris:
        run.tally.note_seen(source_uri)
    run.count(unchanged=work.unchanged)
    skip_files(run, work.refused)


def note_portion(run: Run, work: Work, portion: Portion) -> None:
    """Count unchanged pages, and remember the files of one page that cleaning rejected."""
    run.count(unchanged=portion.unchanged)
    refs = {page.ref.source_uri: page.ref for page in work.pages if isinstance(page, Expected)}
    refused = [reject.source_uri for reject in portion.rejects if is_final(reject)]
    note_refused(
        run, [refs[source_uri] for source_uri in refused if source_uri in refs], work.digests
    )


def is_final(reject: Reject) -> bool:
    """Whether the same page is rejected again by the same version: not one that a busy machine
    stopped, or that analysis broke on.
    """
    return reject.stage != "analyse" and reject.reason not in DEATHS


def portion_out(outcomes: Iterable[Read]) -> Iterator[Portion]:
    """Outcomes in portions that fit in memory, as they come."""
    held: list[Read] = []
    characters = 0
    for outcome in outcomes:
        held.append(outcome)
        characters += len(outcome.article.document.text) if isinstance(outcome, Findings) else 0
        if len(held) >= PORTION_PAGES or characters >= PORTION_CHARACTERS:
            yield make_portion(held)
            held, characters = [], 0
    if held:
        yield make_portion(held)


def make_portion(outcomes: Sequence[Read]) -> Portion:
    return Portion(
        tuple(outcome for outcome in outcomes if isinstance(outcome, Findings)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Reject)),
        sum(isinstance(outcome, Unchanged) for outcome in outcomes),
    )
