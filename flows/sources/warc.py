"""WARC archives, packed record by record or plain, come in; one page for each response goes out. A damaged record costs itself."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from flows.sources.archive import read_given
from flows.sources.files import unreadable
from flows.sources.recognise import GZIP
from flows.sources.reference import MAX_PAGE_BYTES, PageRef, SourceFile, UnreadableError, refuse_large
from flows.sources.warc_records import Place, damage, find_records
from transforms.records import Page, Reject

HTML_TYPES = {"text/html", "application/xhtml+xml"}
DECODERS = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "chunked": ChunkedReader}


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[PageRef | Reject]:
    """The responses in the archive that were not stored before `since`, and a reject for each that is damaged or no page."""
    try:
        with file.path.open("rb") as stream:
            for place in find_records(stream.fileno()):
                yield from judge(place, file, since)
    except OSError as error:
        yield unreadable(error).reject(file.source_uri)


def judge(place: Place, file: SourceFile, since: date | None) -> Iterator[PageRef | Reject]:
    """The reference of a record that is a page's response, or the reject that says why it is none; nothing for other records."""
    source_uri = f"{file.source_uri}#{place.offset}"
    try:
        if place.problem:
            raise place.problem
        record = open_record(io.BytesIO(place.head))
        if record.record_type != WarcRecordType.response or not record.is_http:  # Heritrix stores answers of name servers too
            return
        check_response(record)
    except UnreadableError as error:
        yield error.reject(source_uri)
        return
    stored = record.record_date
    if since is None or stored is None or stored.date() >= since:
        yield PageRef(file.path, file.kind, place.offset, source_uri)


def open_record(stream: BinaryIO) -> WarcRecord:
    """The record at the stream's position. Raises UnreadableError."""
    try:
        return next(iter(ArchiveIterator(stream, parse_http=False)))
    except (OSError, StopIteration) as error:
        raise damage(str(error) or "nothing is there") from error


def check_response(record: WarcRecord) -> None:
    """Raise UnreadableError for a response that is no page: an error, an image, a huge or damaged one."""
    if record.content_length > MAX_PAGE_BYTES:
        raise UnreadableError("too_large", f"The record holds more than {MAX_PAGE_BYTES // 1_000_000} MB.")
    try:
        record.parse_http()
    except OSError as error:
        raise damage(str(error)) from error
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status is None:
        raise damage("it holds no HTTP response")
    if status != 200:
        raise UnreadableError(f"http_{status}", "The server did not give the page.", observed=record.http_headers.status_line)
    if (record.http_content_type or "text/html").lower() not in HTML_TYPES:
        raise UnreadableError("unsupported_type", "The response is no HTML.", observed=record.http_content_type)


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to records of one archive, in order. Raises OSError."""
    with refs[0].path.open("rb") as stream:
        for ref in refs:
            stream.seek(ref.position)
            try:
                record = open_record(stream)
                check_response(record)
                yield make_page(ref, record, read_body(record))
            except UnreadableError as error:
                yield error.reject(ref.source_uri)


def make_page(ref: PageRef, record: WarcRecord, content: bytes) -> Page:
    """The page of a response."""
    return Page(
        ref.source_uri,
        content,
        hashlib.sha256(content).hexdigest(),
        form="html",
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>") or None,  # wget puts it in angle brackets
        charset=record.http_charset,
        fetched_at=in_utc(record.record_date),
        given=read_given(record.headers, ref.given),
    )


def in_utc(time: datetime | None) -> datetime | None:
    return time.astimezone(UTC) if time else None


def read_body(record: WarcRecord) -> bytes:
    """The response's body without chunks and packing. Raises UnreadableError where it breaks off, is empty or too large."""
    stated = record.content_length
    try:
        body = record.reader.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise damage(str(error)) from error
    if len(body) < stated:
        raise UnreadableError("truncated_record", "The record breaks off before its end.", observed=f"{len(body)} of {stated} bytes")
    for header in ("Transfer-Encoding", "Content-Encoding"):
        body = decode(body, (record.http_headers.get(header) or "").strip().lower())
        refuse_large(body)
    if not body.strip():
        raise UnreadableError("empty_page", "The server gave a page without content.")
    return body


def decode(body: bytes, encoding: str) -> bytes:
    """`body` without its encoding; as it is where it turns out not to be encoded, as crawlers often store it."""
    if encoding not in DECODERS:
        return body
    try:
        decoded: bytes = DECODERS[encoding](io.BytesIO(body)).read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        if encoding.endswith("gzip") and body.startswith(GZIP):
            raise damage(f"its body does not unpack: {error}") from error
        return body
    return decoded
