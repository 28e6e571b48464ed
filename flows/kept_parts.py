"""Parts that a run has kept -> work for another run: no page is fetched, opened or cleaned
again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from flows.parts.place import Place, PlaceError, settle
from flows.reading import Cleaned, Read
from flows.steps import Unchanged

KeptStage = Literal["documents", "findings"]


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part where it lies, and from which stage on it is to be taken up."""

    place: Place
    number: int
    stage: KeptStage

    def read_cleaned(self) -> list[Cleaned]:
        """Its documents and rejects. Pages that were unchanged then are those of a part of an
        earlier run.
        """
        outcomes = cast(list[Cleaned], self.place.read(self.number, "documents"))
        return [outcome for outcome in outcomes if not isinstance(outcome, Unchanged)]

    def read_findings(self) -> list[Read]:
        """Its findings and rejects, likewise."""
        outcomes = cast(list[Read], self.place.read(self.number, "findings"))
        return [outcome for outcome in outcomes if not isinstance(outcome, Unchanged)]


def find_kept(urls: tuple[str, ...], stage: KeptStage) -> Iterator[KeptPart]:
    """The parts in these places and in the places right below them, in order. Raises PlaceError
    where a place holds none.
    """
    for url in urls:
        place = settle(url)
        found = [*list_parts(place, stage)]
        for name in place.list_below():
            found.extend(list_parts(place.below(name), stage))
        if not found:
            raise PlaceError(
                f"there are no parts of stage {stage} in {url}: a run keeps its parts with --keep-parts"
            )
        yield from found


def list_parts(place: Place, stage: KeptStage) -> Iterator[KeptPart]:
    return (KeptPart(place, number, stage) for number in place.list_numbers(stage))
