"""A page that a browser saved in one file with all its parts (MHTML, RFC 2557) comes in; the page
itself goes out.
"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import Message

from flows.sources.files import read_whole
from flows.sources.moments import moment_of
from flows.sources.reference import PageRef, UnreadableError
from transforms.records import Page, Reject

MAX_HEADER_BYTES = 20_000  # of the file or of one of its parts
BLANK_LINE = re.compile(r"\r?\n\r?\n")
END_OF_HEADER = re.compile(BLANK_LINE.pattern.encode())
FIELD = re.compile(r"[a-z][a-z-]{0,60}:[ \t]", re.IGNORECASE)  # `From: <Saved by ...>`
# the field that tells a page with its parts from other mail, on one line or folded
RELATED = re.compile(r"^content-type:\s{1,9}multipart/related\b", re.IGNORECASE | re.MULTILINE)
HTML_TYPES = ("text/html", "application/xhtml+xml")
SAVED_FROM = "Snapshot-Content-Location"  # as Chromium writes it
PLACE = "Content-Location"


def is_saved_page(text: str, _suffix: str) -> bool:
    """Whether a text opens with the header of a page and its parts."""
    header = BLANK_LINE.split(text.lstrip()[:MAX_HEADER_BYTES], maxsplit=1)[0]
    return bool(FIELD.match(header) and RELATED.search(header))


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference, in order."""
    for ref in refs:
        try:
            content, digest = read_whole(ref.path)
            yield read_page(ref.source_uri, content, digest)
        except UnreadableError as error:
            yield error.reject(ref.source_uri)


def read_page(source_uri: str, content: bytes, digest: str) -> Page:
    """The first part that is HTML. Raises UnreadableError where there is none.

    Frames and advertisements are HTML, too, and stand behind the page that shows them.
    """
    header = read_header(content)
    part = next(find_html(content, header.get_boundary()), None)
    if part is None:
        raise UnreadableError("no_saved_page", "The file holds no part that is HTML; save it anew.")
    body = part.get_payload(decode=True)
    return Page(
        source_uri,
        body if isinstance(body, bytes) else b"",
        digest,
        form="html",
        url=address_of(header, part),
        charset=part.get_content_charset(),
        fetched_at=moment_of(header["Date"]),
    )


def find_html(content: bytes, boundary: str | None) -> Iterator[Message]:
    """The parts between the marks of a boundary that are HTML, in order; parts of parts are none of
    the page's.
    """
    mark = b"\n--" + (boundary or "").encode("ascii", "replace")
    for part in content.split(mark)[1:] if boundary else ():
        told = part.lstrip(b"\r\n")
        if read_header(told).get_content_type() in HTML_TYPES:
            yield message_from_bytes(told)


def read_header(told: bytes) -> Message:
    """The fields up to the first empty line."""
    end = END_OF_HEADER.search(told, 0, MAX_HEADER_BYTES)
    return message_from_bytes(told[: end.start() if end else 0])


def address_of(header: Message, part: Message) -> str | None:
    """Where the page was saved from; None for one that was a file or a mail itself."""
    stated = (str(place).strip() for place in (header[SAVED_FROM], part[PLACE]) if place)
    return next((place for place in stated if place.startswith(("http://", "https://"))), None)
