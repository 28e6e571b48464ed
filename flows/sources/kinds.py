"""The kinds of sources, each in one row: how its files are recognised, how their pages are listed
and read, and what a run may take for granted of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flows.sources import (
    addresses,
    feeds,
    json_feeds,
    json_lines,
    parquet,
    record_lists,
    saved_pages,
    single_pages,
    sitemaps,
    warc,
)
from flows.sources.reference import Address, Kind, PageRef, SourceFile
from transforms.records import Page, Reject

Listed = Iterator[PageRef | Address | Reject]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of source.

    list_refs: the pages of a file, and the addresses that it names, from a day on; cheap. None for
    a kind that only references have. read: exactly one result for each reference to one file; None
    for a kind that holds no pages itself.
    list_fetched: the addresses in the content of such a list on the web, with the list's own
    address. None for what is no list.

    magic, roots, suffixes: the bytes that its files begin with, the outermost tags of its markup,
    and the endings of names that promise it where the content is silent. shows: whether a text and
    its file's ending are of the kind, for what neither bytes nor tags tell.

    is_archive: a file whose bytes a run has read before is not opened again. is_page: each file is
    one page. is_by_hand: a person wrote it, so that what it names counts as named by the user,
    where the settings trust lists.
    """

    kind: Kind
    list_refs: Callable[[SourceFile, date | None], Listed] | None = None
    read: Callable[[Sequence[PageRef]], Iterator[Page | Reject]] | None = None
    list_fetched: Callable[[bytes, str], Iterator[Address]] | None = None
    magic: bytes | None = None
    roots: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    shows: Callable[[str, str], bool] | None = None
    is_archive: bool = False
    is_page: bool = False
    is_by_hand: bool = False


def of_any_day(
    list_refs: Callable[[SourceFile], Listed],
) -> Callable[[SourceFile, date | None], Listed]:
    """The pages of a file whose places say nothing of their days."""
    return lambda file, _since: list_refs(file)


SOURCES: dict[Kind, Source] = {  # what shows itself is asked in this order
    source.kind: source
    for source in (
        Source(
            "html",
            of_any_day(single_pages.list_refs),
            single_pages.read,
            suffixes=(".html", ".htm", ".xhtml", ".shtml"),
            shows=single_pages.is_html,
            is_page=True,
        ),
        Source(
            "saved_page",
            of_any_day(single_pages.list_refs),
            saved_pages.read,
            suffixes=(".mhtml", ".mht"),
            shows=saved_pages.is_saved_page,
            is_page=True,
        ),
        Source(
            "feed",
            feeds.list_refs,
            feeds.read,
            feeds.list_addresses,
            roots=("rss", "feed", "rdf"),
            shows=json_feeds.is_json_feed,
        ),
        Source(
            "records",
            of_any_day(record_lists.list_refs),
            record_lists.read,
            suffixes=record_lists.TABLE_SUFFIXES,
            shows=record_lists.is_json_list,
            is_archive=True,
        ),
        Source(
            "jsonl",
            of_any_day(json_lines.list_refs),
            json_lines.read,
            shows=json_lines.is_json_lines,
            is_archive=True,
        ),
        Source(
            "addresses",
            of_any_day(addresses.list_refs),
            list_fetched=addresses.read_addresses,
            shows=addresses.is_list,
            is_by_hand=True,
        ),
        Source(
            "dump",
            of_any_day(single_pages.list_refs),
            single_pages.read,
            suffixes=(".txt", ".text", ""),
            is_page=True,
        ),
        Source(
            "warc",
            warc.list_refs,
            warc.read,
            magic=b"WARC/",
            suffixes=(".warc",),
            is_archive=True,
        ),
        Source("warc_stream", read=warc.read_stream),  # an archive that is packed as one
        Source(
            "parquet",
            of_any_day(parquet.list_refs),
            parquet.read,
            magic=b"PAR1",
            is_archive=True,
        ),
        Source(
            "sitemap",
            of_any_day(sitemaps.list_refs),
            list_fetched=sitemaps.read_addresses,
            roots=("urlset", "sitemapindex"),
        ),
    )
}
