"""Locations (files, folders, URLs) come in; references to their pages go out, and for references
the pages themselves.

`list_pages` is cheap and runs in the parent; `read_pages` runs in worker processes, on references
that lie near each other.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from flows.sources.files import hash_file, unreadable
from flows.sources.kinds import SOURCES
from flows.sources.listing import is_url, list_files, list_on_disk, list_refs
from flows.sources.reference import Address, Kind, PageRef, SourceFile, UnreadableError
from flows.sources.web import fetch_pages, visit_pages
from transforms.records import Page, Reject

__all__ = [
    "SOURCES",
    "Address",
    "PageRef",
    "SourceFile",
    "fetch_pages",
    "hash_file",
    "is_url",
    "list_files",
    "list_on_disk",
    "list_pages",
    "list_refs",
    "read_pages",
    "visit_pages",
]


def list_pages(
    locations: Sequence[str],
    since: date | None = None,
    archive: Path | None = None,
    *,
    trust_lists: bool = False,
) -> Iterator[PageRef | Reject]:
    """The pages at `locations`, those on disk first; pages on the web are fetched into `archive`,
    and rejected where there is none.

    since: leaves out what is known to be from before that day: files by their last change, records
    by when they were stored, entries of feeds and sitemaps by their own date. trust_lists: what
    lists of addresses name counts as named by the user.
    """
    waiting = [Address(location) for location in locations if is_url(location)]
    for found in list_on_disk(locations, since, trust_lists=trust_lists):
        if isinstance(found, Address):
            waiting.append(found)
        else:
            yield found
    if waiting and archive:
        yield from fetch_pages(waiting, archive.resolve(), since)
    else:
        yield from map(refuse_unfetched, waiting)


def refuse_unfetched(address: Address) -> PageRef | Reject:
    """What stands in for a page that is not fetched, else its reject."""
    return address.stand_in or Reject(
        address.url, "read", "not_fetched", detail="There is no archive to fetch this page into."
    )


def read_pages(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """Exactly one page or reject for each reference, in order. References to one file that stand
    together are read in one pass.
    """
    for (_, kind), group in groupby(refs, key=lambda ref: (ref.path, ref.kind)):
        yield from read_file(kind, list(group))


def read_file(kind: Kind, refs: list[PageRef]) -> Iterator[Page | Reject]:
    """One result for each reference to one file, where need be the reject of a file that is gone or
    broken.
    """
    count, read = 0, SOURCES[kind].read
    assert read, f"{kind} holds no pages itself"
    try:
        for page in read(refs):
            yield page
            count += 1
    except UnreadableError as error:
        yield from (error.reject(ref.source_uri) for ref in refs[count:])
    except OSError as error:
        yield from (unreadable(error).reject(ref.source_uri) for ref in refs[count:])
