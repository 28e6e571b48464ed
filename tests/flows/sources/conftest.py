"""Reading as the pipeline does it: list first, then read the references that were listed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flows.sources import PageRef, list_pages, read_pages
from transforms.records import Page, Reject

Results = list[Page | Reject]


def read_everything(*locations: Path | str) -> Results:
    found = list(list_pages([str(location) for location in locations]))
    pages = read_pages([each for each in found if isinstance(each, PageRef)])
    return [next(pages) if isinstance(each, PageRef) else each for each in found]


@pytest.fixture(scope="session")
def read_all() -> Callable[..., Results]:
    """Pages and rejects of listing and reading, in order of listing."""
    return read_everything


@pytest.fixture(scope="session")
def reasons_in() -> Callable[..., dict[str, str]]:
    """The reason of every reject, by the last part of its source_uri."""
    return lambda *places: {
        Path(each.source_uri).name: each.reason
        for each in read_everything(*places)
        if isinstance(each, Reject)
    }
