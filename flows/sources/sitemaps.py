"""Sitemaps, of news or of sitemaps, come in; the addresses that they list go out."""

import io
from collections.abc import Iterator
from datetime import date

from lxml import etree

from flows.sources.files import read_whole
from flows.sources.moments import moment_of
from flows.sources.reference import Address, SourceFile, UnreadableError, refuse_entities, resolve
from transforms.records import Given, Reject

ENTRIES = ("{*}url", "{*}sitemap")


def list_refs(file: SourceFile) -> Iterator[Address | Reject]:
    """The addresses in the file."""
    names_itself = leads_on = False
    try:
        for address in read_addresses(read_whole(file.path)[0], file.source_uri):
            is_itself = address.url == file.path.name
            names_itself, leads_on = names_itself or is_itself, leads_on or not is_itself
            if not is_itself:
                yield address
        if names_itself and not leads_on:
            yield Reject(
                file.source_uri,
                "read",
                "names_itself",
                detail="The sitemap names nothing but itself.",
            )
    except UnreadableError as error:
        yield error.reject(file.source_uri)


def read_addresses(content: bytes, found_in: str) -> Iterator[Address]:
    """The addresses in a sitemap, pages and further sitemaps alike. Raises UnreadableError."""
    refuse_entities(content)
    found = False
    try:
        for _, entry in etree.iterparse(
            io.BytesIO(content), tag=ENTRIES, resolve_entities=False, no_network=True, recover=True
        ):
            if url := text_of(entry, "{*}loc"):
                found = True
                yield make_address(
                    resolve(url, found_in),
                    found_in,
                    text_of(entry, "{*}news/{*}publication_date"),
                    text_of(entry, "{*}lastmod"),
                )
            entry.clear()
    except etree.XMLSyntaxError as error:
        raise UnreadableError("bad_xml", f"The sitemap is no XML: {error}.") from error
    if not found:
        raise UnreadableError("empty_sitemap", "The sitemap lists no addresses.")


def make_address(
    url: str, found_in: str, published_at: str | None, changed_at: str | None
) -> Address:
    """The address of an entry; a page's last change is no date of publication, but none can be
    older than its page.
    """
    given = Given(published_at=published_at) if published_at else None
    has_time = changed_at and len(changed_at) > len("2026-11-21")
    return Address(
        url,
        day_of(published_at or changed_at),
        given,
        moment_of(changed_at) if has_time else None,
        found_in,
    )


def text_of(entry: etree._Element, path: str) -> str | None:
    return (entry.findtext(path) or "").strip() or None


def day_of(stamp: str | None) -> date | None:
    """The day of `2026-11-21T08:30:00+01:00`, as written there; None where it states none."""
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
