"""The lines of a page -> those under pictures that say when something was seen, so that the page is
not older than that day.
"""

from collections.abc import Iterable, Iterator

from transforms.clean.dates.labels import meanings_of
from transforms.clean.dates.read import has_date

MAX_CAPTION = 500  # characters


def find_captions(lines: Iterable[str]) -> Iterator[str]:
    """Lines such as "The frigate in the Black Sea, 20 December 2021 (photo by Jane Doe)"."""
    return (
        line
        for line in lines
        if has_date(line) and len(line) <= MAX_CAPTION and set(meanings_of(line)) == {"caption"}
    )
