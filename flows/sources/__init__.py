"""Locations (files, folders, URLs) come in; references to their pages go out, and for references
the pages themselves.

`list_pages` is cheap and runs in the parent; `read_pages` runs in worker processes, on references
that lie near each other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

from flows.sources import addresses, feeds, json_lines, parquet, single_pages, sitemaps, warc
from flows.sources.files import hash_file, list_files, unreadable
from flows.sources.reference import Address, Kind, PageRef, SourceFile, UnreadableError
from flows.sources.web import fetch_pages, visit_pages
from transforms.records import Page, Reject

__all__ = [
    "Address",
    "PageRef",
    "SourceFile",
    "fetch_pages",
    "hash_file",
    "is_url",
    "list_files",
    "list_pages",
    "list_refs",
    "name_listed",
    "read_pages",
    "visit_pages",
]

READERS: dict[Kind, Callable[[Sequence[PageRef]], Iterator[Page | Reject]]] = {
    "html": single_pages.read,
    "dump": single_pages.read,
    "warc": warc.read,
    "warc_stream": warc.read_stream,
    "jsonl": json_lines.read,
    "parquet": parquet.read,
    "feed": feeds.read,
}


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
    for file in list_files(
        [Path(location) for location in locations if not is_url(location)], since
    ):
        for found in [file] if isinstance(file, Reject) else list_refs(file, since):
            if isinstance(found, Address):
                waiting.append(
                    name_listed(found, file)
                    if trust_lists and isinstance(file, SourceFile)
                    else found
                )
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


def name_listed(address: Address, file: SourceFile) -> Address:
    """An address as one that the user named, where it stands in a list, which a person writes; not
    in a feed or sitemap.
    """
    return replace(address, found_in=None) if file.kind == "addresses" else address


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[PageRef | Address | Reject]:
    """The pages of one file, and the addresses of pages that it lists."""
    match file.kind:
        case "html" | "dump":
            yield from single_pages.list_refs(file)
        case "warc":
            yield from warc.list_refs(file, since)
        case "jsonl":
            yield from json_lines.list_refs(file)
        case "parquet":
            yield from parquet.list_refs(file)
        case "feed":
            yield from feeds.list_refs(file, since)
        case "sitemap":
            yield from sitemaps.list_refs(file)
        case "addresses":
            yield from addresses.list_refs(file)


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
    count = 0
    try:
        for page in READERS[kind](refs):
            yield page
            count += 1
    except UnreadableError as error:
        yield from (error.reject(ref.source_uri) for ref in refs[count:])
    except OSError as error:
        yield from (unreadable(error).reject(ref.source_uri) for ref in refs[count:])


def is_url(location: str) -> bool:
    """Whether a location is an address on the web."""
    return location.lower().startswith(("http://", "https://"))
