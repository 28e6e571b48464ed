"""WARC archives, packed record by record or plain, come in; one page for each response goes out. A
damaged record costs itself.
"""

import hashlib
import io
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from flows.sources.archive import read_given
from flows.sources.files import (
    DAMAGED_GZIP,
    HARMLESS_BYTES,
    MAX_RATIO,
    damaged_gzip,
    open_unpacked,
    unreadable,
)
from flows.sources.last_opened import LastOpened
from flows.sources.moments import moment_of
from flows.sources.reference import (
    GZIP,
    MAX_PAGE_BYTES,
    PageRef,
    SourceFile,
    UnreadableError,
    refuse_large,
)
from flows.sources.warc_records import (
    HEAD_BYTES,
    Place,
    damage,
    find_records,
    locate_plain,
    mend_member,
    read_mended,
    unpack_member,
)
from transforms.records import Page, Reject

HTML_TYPES = {"text/html", "application/xhtml+xml"}
UNSAID = "unsaid gzip"
# with what a body begins that is packed so, whatever may be wrong behind
MAGIC = {"gzip": GZIP, "x-gzip": GZIP, UNSAID: GZIP, "zstd": b"\x28\xb5\x2f\xfd"}
NEVER = ()
MAX_ENCODINGS = 3  # one upon the other
# of an archive that is packed as one: each worker unpacks all before its records
MAX_PACKED_BYTES = 2_000_000_000


def list_refs(file: SourceFile, since: date | None = None) -> Iterator[PageRef | Reject]:
    """The responses in the archive that were not stored before `since`, and a reject for each that
    is damaged or no page.

    One that holds none at all is a reject with what it holds instead.
    """
    others: Counter[str] = Counter()
    has_outcome = False
    for found in list_found(file, since):
        if isinstance(found, str):
            others[found] += 1
        else:
            has_outcome = True
            yield found
    if others and not has_outcome and "response" not in others:
        held = ", ".join(f"{kind} {number:,}" for kind, number in sorted(others.items()))
        detail = "The archive holds no server's answer that is a page; give the archive of the answers themselves."
        yield Reject(file.source_uri, "read", "no_pages", observed_value=held, detail=detail)


def list_found(file: SourceFile, since: date | None) -> Iterator[PageRef | Reject | str]:
    """The outcome of each record, or the kind of one that has none: no response, or one from before
    `since`.
    """
    try:
        with file.path.open("rb") as stream:
            for place in find_records(stream.fileno()):
                if (
                    place.offset == 0
                    and place.problem
                    and place.problem.reason == "not_packed_by_record"
                ):
                    yield from list_stream(file, since)
                    return
                yield judge(place, file, since)
    except OSError as error:
        yield unreadable(error).reject(file.source_uri)


def judge(place: Place, file: SourceFile, since: date | None) -> PageRef | Reject | str:
    """The reference of a record that is a page's response, or the reject that says why it is none;
    else the record's kind.
    """
    source_uri = f"{file.source_uri}#{place.offset}"
    if place.problem:
        return place.problem.reject(source_uri)
    try:
        record = open_record(io.BytesIO(place.head))
    except UnreadableError as error:
        return error.reject(source_uri)
    ref = PageRef(file.path, file.kind, place.offset, source_uri, is_mended=place.is_mended)
    return judge_record(record, ref, since)


def judge_record(record: WarcRecord, ref: PageRef, since: date | None) -> PageRef | Reject | str:
    """`ref` where its record is a page's response, or the reject that says why it is none; else the
    record's kind.
    """
    kind = str(record.headers.get("WARC-Type") or "unknown")[:20]
    if record.record_type != WarcRecordType.response and kind.lower() == "response":
        return damage("its header's names are not in the standard's capitals").reject(
            ref.source_uri
        )
    if record.record_type != WarcRecordType.response or not record.is_http:
        return kind  # Heritrix stores answers of name servers too
    try:
        check_response(record)
    except UnreadableError as error:
        return error.reject(ref.source_uri, url_of(record))
    stored = date_of(record)
    return ref if since is None or stored is None or stored.date() >= since else "response"


def list_stream(file: SourceFile, since: date | None) -> Iterator[PageRef | Reject | str]:
    """The same for an archive that is packed as one, whose records can only be read in order."""
    position = 0
    with closing(Unpacked(file.path)) as stream:
        try:
            for record in iterate(stream):
                position = record.stream_pos
                yield judge_record(
                    record,
                    PageRef(file.path, "warc_stream", position, f"{file.source_uri}#{position}"),
                    since,
                )
            problem = stream.problem
        except OSError as error:
            problem = lost_place(error)
        if problem:
            yield problem.reject(f"{file.source_uri}#{position + 1}")


def lost_place(error: OSError) -> UnreadableError:
    """The error of an archive packed as one in which no record can be told behind a damaged one."""
    return UnreadableError(
        "damaged_archive",
        f"Behind this record none can be told ({error}); gunzip the archive, so that they can be sought.",
    )


def open_record(stream: BinaryIO) -> WarcRecord:
    """The record at the stream's position, also one whose lines end as Unix has it. Raises
    UnreadableError.
    """
    position = stream.tell()
    try:
        record = parse_record(stream, is_unix=False)
        if "\n" not in (record.headers.get("WARC-Type") or ""):
            return record
        stream.seek(position)
        return parse_record(stream, is_unix=True)
    except (OSError, StopIteration) as error:
        raise damage(str(error) or "nothing is there") from error


def parse_record(stream: BinaryIO, is_unix: bool) -> WarcRecord:
    """The first record of a stream. Raises OSError, StopIteration."""
    records = ArchiveIterator(
        stream, parse_http=False, quirks_mode=is_unix, max_header_len=HEAD_BYTES
    )
    return next(iter(records))


def check_response(record: WarcRecord) -> None:
    """Raise UnreadableError for a response that is no page: an error, an image, a huge or damaged
    one.
    """
    if record.content_length > MAX_PAGE_BYTES:
        raise UnreadableError(
            "too_large", f"The record holds more than {MAX_PAGE_BYTES // 1_000_000} MB."
        )
    try:
        record.parse_http(quirks_mode=True, max_header_len=HEAD_BYTES)
    except OSError as error:
        raise damage(str(error)) from error
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status is None:
        raise damage("it holds no HTTP response")
    if status != 200:
        raise UnreadableError(
            f"http_{status}",
            "The server did not give the page.",
            observed=record.http_headers.status_line,
        )
    if (record.http_content_type or "text/html").lower() not in HTML_TYPES:
        raise UnreadableError(
            "unsupported_type", "The response is no HTML.", observed=record.http_content_type
        )


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to records of one archive, in order. Raises OSError."""
    with refs[0].path.open("rb") as stream:
        for ref in refs:
            try:
                yield read_record(ref, open_record(seek_record(stream, ref)))
            except UnreadableError as error:
                yield error.reject(ref.source_uri)


def seek_record(stream: BinaryIO, ref: PageRef) -> BinaryIO:
    """The archive at the place of a record; where the record's header lies, a copy of it that does
    not.
    """
    return mend_record(stream, ref.position) if ref.is_mended else seek(stream, ref.position)


def seek(stream: BinaryIO, position: int) -> BinaryIO:
    stream.seek(position)
    return stream


def mend_record(stream: BinaryIO, position: int) -> BinaryIO:
    """The record at a place of the archive, with its header mended; the archive there, where the
    record cannot be held.
    """
    if seek(stream, position).read(len(GZIP)) != GZIP:
        place = locate_plain(stream.fileno(), position)
        return io.BytesIO(read_mended(stream.fileno(), place))
    content, end = unpack_member(stream.fileno(), position)
    if end is None:
        return seek(stream, position)
    return io.BytesIO(mend_member(content, len(content)))


class Unpacked:
    """An archive that is packed as one, as a stream of its first 2 GB. It ends where it is damaged:
    the parser does not survive an error.

    problem: why it ended early, None where it did not.
    """

    def __init__(self, path: Path) -> None:
        self.stream = open_unpacked(path)
        self.limit = max(HARMLESS_BYTES, MAX_RATIO * path.stat().st_size)
        self.place = 0
        self.problem: UnreadableError | None = None

    def tell(self) -> int:
        """Bytes that were read."""
        return self.place

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        try:
            content = self.stream.read(size) if self.problem is None else b""
        except DAMAGED_GZIP as error:
            self.problem = damaged_gzip(error)
            return b""
        self.place += len(content)
        if self.place > self.limit:
            self.problem = UnreadableError(
                "gzip_bomb",
                f"The archive unpacks to more than {MAX_RATIO} times its size, as none does.",
            )
        elif self.place > MAX_PACKED_BYTES:
            self.problem = UnreadableError(
                "packed_too_long",
                "Only the first 2 GB of an archive packed as one are read; gunzip it.",
            )
        return b"" if self.problem else content

    def close(self) -> None:
        """Close the archive."""
        self.stream.close()


def iterate(stream: Unpacked) -> Iterator[WarcRecord]:
    """The records of an unpacked archive, in order. Raises OSError where one says a wrong length:
    what follows it cannot be told.
    """
    return iter(
        ArchiveIterator(cast(BinaryIO, stream), parse_http=False, max_header_len=HEAD_BYTES)
    )


class Records:
    """The records of an archive that is packed as one, in order; cheap for whoever goes on where he
    stopped.
    """

    def __init__(self, path: Path) -> None:
        self.stream = Unpacked(path)
        self.records = iterate(self.stream)
        self.position = -1

    def close(self) -> None:
        """Close the archive."""
        self.stream.close()


LAST_ARCHIVE = LastOpened(Records)


def read_stream(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to records of one archive that is packed as one, in
    order. Raises OSError.
    """
    for ref in refs:
        try:
            yield read_next(ref)
        except UnreadableError as error:
            yield error.reject(ref.source_uri)


def read_next(ref: PageRef) -> Page | Reject:
    """The page of a record, sought from where the last one was found. Raises UnreadableError,
    OSError.
    """
    if LAST_ARCHIVE.open(ref.path).position >= ref.position:
        LAST_ARCHIVE.close()
    archive = LAST_ARCHIVE.open(ref.path)
    for record in archive.records:
        archive.position = record.stream_pos
        if archive.position == ref.position:
            return read_record(ref, record)
    raise archive.stream.problem or damage("it is no longer there")


def read_record(ref: PageRef, record: WarcRecord) -> Page | Reject:
    """The page of a response, or the reject that says what is wrong with it."""
    try:
        check_response(record)
        return make_page(ref, record, read_body(record))
    except UnreadableError as error:
        return error.reject(ref.source_uri, url_of(record))


def make_page(ref: PageRef, record: WarcRecord, content: bytes) -> Page:
    """The page of a response."""
    return Page(
        ref.source_uri,
        content,
        hashlib.sha256(content).hexdigest(),
        form="html",
        url=url_of(record),
        charset=record.http_charset,
        fetched_at=date_of(record),
        given=read_given(record.headers, ref.given),
    )


def url_of(record: WarcRecord) -> str | None:
    """The address that was asked for; wget puts it in angle brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip("<>") or None


def date_of(record: WarcRecord) -> datetime | None:
    """When the record was made; None where it does not say, or names no time at which there was a
    web.
    """
    try:
        return moment_of(record.record_date)
    except (ValueError, OverflowError):
        return None


def read_body(record: WarcRecord) -> bytes:
    """The response's body without chunks and packing. Raises UnreadableError where it breaks off,
    is empty or too large.
    """
    stated = record.content_length
    try:
        body = record.reader.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise damage(str(error)) from error
    if len(body) < stated:
        raise UnreadableError(
            "truncated_record",
            "The record breaks off before its end.",
            observed=f"{len(body)} of {stated} bytes",
        )
    for encoding in encodings_of(record):
        body = decode(body, encoding)
        refuse_large(body)
    if not body.strip():
        raise UnreadableError("empty_page", "The server gave a page without content.")
    return body


def encodings_of(record: WarcRecord) -> Iterator[str]:
    """The encodings of a response's body, the outermost first: of "gzip, chunked" the chunks are.
    Some servers leave gzip unsaid.
    """
    for header in ("Transfer-Encoding", "Content-Encoding"):
        stated = (record.http_headers.get(header) or "").lower().split(",")
        yield from (encoding.strip() for encoding in reversed(stated[-MAX_ENCODINGS:]))
    yield UNSAID


def decode(body: bytes, encoding: str) -> bytes:
    """`body` without its encoding; as it is where it turns out not to be encoded, as crawlers often
    store it.
    """
    if encoding not in DECODERS or (encoding == UNSAID and not body.startswith(GZIP)):
        return body
    try:
        return DECODERS[encoding](body)
    except (OSError, zlib.error) as error:
        if body.startswith(MAGIC.get(encoding, NEVER)):
            raise damage(f"its body does not unpack: {error}") from error
        return body


def inflate(body: bytes) -> bytes:
    """A body in "deflate", which is zlib's format by the book and its bare stream by the habit of
    many servers. Raises zlib.error.
    """
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            unpacked = unpacker.decompress(body, MAX_PAGE_BYTES + 1)
        except zlib.error:
            continue
        if unpacker.eof or unpacker.unconsumed_tail:
            return unpacked
    raise zlib.error("neither zlib nor a bare stream")


def read_by(reader: Callable[[BinaryIO], Any]) -> Callable[[bytes], bytes]:
    """A function that unpacks a body by one of fastwarc's readers, to one byte more than a page may
    hold.
    """
    return lambda body: bytes(reader(io.BytesIO(body)).read(MAX_PAGE_BYTES + 1))


def gunzip(body: bytes) -> bytes:
    """A body in gzip, of which some servers pad the end. Raises OSError, zlib.error."""
    try:
        return read_by(GzipReader)(body)
    except OSError:
        unpacker = zlib.decompressobj(wbits=31)
        unpacked = unpacker.decompress(body, MAX_PAGE_BYTES + 1)
        if unpacker.eof and not unpacker.unused_data.startswith(GZIP):
            return unpacked
        raise


READERS = {"br": BrotliReader, "zstd": ZstdReader, "chunked": ChunkedReader}
DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    UNSAID: gunzip,
    "deflate": inflate,
    **{encoding: read_by(reader) for encoding, reader in READERS.items()},
}
