"""All texts whose findings are accepted row by row, as one list: passages, and readings of names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from tests.transforms.entities import readings
from tests.transforms.quotes import found


@dataclass(frozen=True, slots=True)
class Accepted:
    """rows: that have been accepted; find: those that are found now."""

    name: str
    rows: list[str]
    find: Callable[[Language], list[str]]


def list_accepted() -> Iterator[Accepted]:
    """In the same order always."""
    for stem, passages in found.list_passages().items():
        accepted = found.read_accepted(stem)
        for name, find in passages.items():
            if name in accepted:
                yield Accepted(f"{stem}: {name}", accepted[name], find)
    for asked, rows in readings.read_accepted().items():
        yield Accepted(f"reading: {asked.text[:40]!r}", rows, readings.reader_of(asked))
