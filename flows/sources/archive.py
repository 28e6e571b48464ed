"""Answers of servers come in; they go into WARC archives of a size, each record packed by itself,
and where each lies goes out.
"""

import gzip
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

from fastwarc.warc import HeaderMap, WarcRecord, WarcRecordType

from flows.sources.answer import Answer
from transforms.records import Given, Visit

MAX_ARCHIVE_BYTES = 200_000_000
PLAIN = " !#$&'()*+,/:;=?@[]~"  # what a header may hold as it is
REVISIT = "http://netpreserve.org/warc/1.1/revisit/"
# on the record of a page whose text is a feed's, since the page itself could not be had
FEED_HEADER = "OnRecord-Feed-URI"
# when a feed says that the page appeared, as written there
PUBLISHED_HEADER = "OnRecord-Published-At"


@dataclass(frozen=True, slots=True)
class RawFile:
    """An archive that a run has written. first_at, last_at: when its first and last answers
    came.
    """

    path: Path
    byte_count: int
    record_count: int
    first_at: datetime
    last_at: datetime


@dataclass(slots=True)
class Archive:
    """Archives beside each other: `path`, then `path` with `-2` before its endings, and so on.
    Several threads may store.
    """

    path: Path
    max_bytes: int = MAX_ARCHIVE_BYTES
    files: list[RawFile] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def store(self, answer: Answer, given: Given | None = None) -> tuple[Path, int]:
        """Keep an answer, with what a feed said of it; its archive and its offset there. Raises
        OSError.
        """
        record = start_record(WarcRecordType.response, answer)
        for name, stated in name_given(given):
            record.headers[name] = stated
        record.set_bytes_content(make_head(answer, len(answer.body)) + answer.body)
        return self._append(record, answer.fetched_at)

    def note_unchanged(self, answer: Answer, before: Visit) -> None:
        """Keep the fact that an address gives what it gave before. Raises OSError."""
        record = start_record(WarcRecordType.revisit, answer)
        profile = "server-not-modified" if answer.status == 304 else "identical-payload-digest"
        record.headers["WARC-Profile"] = REVISIT + profile
        record.headers["WARC-Refers-To-Target-URI"] = before.url
        record.headers["WARC-Refers-To-Date"] = before.visited_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        record.headers["WARC-Payload-Digest"] = f"sha256:{before.content_sha256}"
        record.set_bytes_content(make_head(answer, 0))
        self._append(record, answer.fetched_at)

    def list_files(self) -> tuple[RawFile, ...]:
        """The archives as they are now; threads may go on to store."""
        with self._lock:
            return tuple(self.files)

    def _append(self, record: WarcRecord, at: datetime) -> tuple[Path, int]:
        plain = io.BytesIO()
        record.write(plain)
        packed = gzip.compress(plain.getvalue(), compresslevel=6)
        with self._lock:
            file = self._current(at)
            file.path.parent.mkdir(parents=True, exist_ok=True)
            with file.path.open("ab") as stream:
                offset = stream.tell()
                stream.write(packed)
            self.files[-1] = replace(
                file,
                byte_count=offset + len(packed),
                record_count=file.record_count + 1,
                last_at=max(file.last_at, at),
            )
            return file.path, offset

    def _current(self, at: datetime) -> RawFile:
        """The archive to append to; a new one where the last is full."""
        if not self.files or self.files[-1].byte_count >= self.max_bytes:
            name, dot, endings = self.path.name.partition(".")
            number = f"-{len(self.files) + 1}" if self.files else ""
            self.files.append(
                RawFile(self.path.with_name(f"{name}{number}{dot}{endings}"), 0, 0, at, at)
            )
        return self.files[-1]


def start_record(kind: WarcRecordType, answer: Answer) -> WarcRecord:
    """A record with the headers that all of ours bear."""
    record = WarcRecord()
    record.init_headers(kind)
    record.record_date = answer.fetched_at
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    return record


def make_head(answer: Answer, length: int) -> bytes:
    """The head of the answer, as far as it is kept; its body is kept unpacked."""
    status = "304 Not Modified" if answer.status == 304 else "200 OK"
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {answer.content_type}",
        f"Content-Length: {length}",
    ]
    lines += [
        f"{name}: {value}"
        for name, value in (("ETag", answer.etag), ("Last-Modified", answer.last_modified))
        if value
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def name_given(given: Given | None) -> Iterator[tuple[str, str]]:
    """The headers that keep what a feed said of a page, so that it is read again with it."""
    stated = (
        [(FEED_HEADER, given.feed_url), (PUBLISHED_HEADER, given.published_at)] if given else []
    )
    for name, value in stated:
        if value:
            yield name, quote(value[:2_000], safe=PLAIN)


def read_given(headers: HeaderMap, given: Given | None) -> Given | None:
    """What a feed said of a page, from `given`, where it is at hand, or from the record's
    headers.
    """
    feed_url, published_at = headers.get(FEED_HEADER), headers.get(PUBLISHED_HEADER)
    if given or not (feed_url or published_at):
        return given
    return Given(
        published_at=unquote(published_at) if published_at else None,
        feed_url=unquote(feed_url) if feed_url else None,
    )
