"""WARC archives, whole and damaged: each response is a page or a reject, and damage costs only what
it hits.
"""

import gzip
import re
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sources import PageRef, list_pages, read_pages
from flows.sources.reference import MAX_PAGE_BYTES
from transforms.records import Page, Reject

Make = Callable[[list[bytes]], tuple[bytes, list[int]]]


def record(
    url: str,
    body: bytes = b"",
    status: str = "200 OK",
    kind: str = "response",
    day: str = "2026-11-20",
    **headers: str,
) -> bytes:
    """One record as it stands in a plain archive."""
    fields = {"Content-Type": "text/html; charset=koi8-r"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    http = (
        f"HTTP/1.1 {status}\r\n"
        + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        + "\r\n"
    )
    block = http.encode() + (body or f"<html><p>Page of {url}</p></html>".encode())
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {day}T08:00:00Z\r\n"
    )
    head += (
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def plain(records: list[bytes]) -> tuple[bytes, list[int]]:
    """An archive and the offsets of its records."""
    return b"".join(records), [sum(map(len, records[:number])) for number in range(len(records))]


def packed(records: list[bytes]) -> tuple[bytes, list[int]]:
    return plain([gzip.compress(each) for each in records])


PACKED = gzip.compress(b"<p>One</p>", mtime=0)
ZSTD = bytes.fromhex("28b52ffd04585100003c703e4f6e653c2f703e943f76ac")  # "<p>One</p>"
CHUNKED_GZIP = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PACKED), PACKED)
both = pytest.mark.parametrize("make", [plain, packed])


def outcome(results: list[Page | Reject]) -> list[tuple[int, str]]:
    """(offset, url or reason) of each result."""
    return [
        (int(each.source_uri.rsplit("#")[1]), each.url if isinstance(each, Page) else each.reason)
        for each in results
    ]


@both
def test_each_response_is_a_page_known_by_its_offset(tmp_path: Path, read_all, make: Make) -> None:
    archive, offsets = make(
        [
            record("http://a.example/", kind="request"),
            record("http://a.example/"),
            record("http://b.example/"),
        ]
    )
    (tmp_path / "crawl.warc.gz").write_bytes(archive)

    first, second = read_all(tmp_path)

    assert outcome([first, second]) == [
        (offsets[1], "http://a.example/"),
        (offsets[2], "http://b.example/"),
    ]
    assert (first.content, first.charset) == (
        b"<html><p>Page of http://a.example/</p></html>",
        "koi8-r",
    )
    assert first.fetched_at == datetime(2026, 11, 20, 8, tzinfo=UTC)


@both
def test_responses_that_are_no_page_are_rejects(tmp_path: Path, read_all, make: Make) -> None:
    archive, offsets = make([
        record("http://a.example/1", status="404 Not Found"),
        record("http://a.example/2", Content_Type="image/png"),
        record("http://a.example/3", b" \n"),
        record("http://a.example/4").replace(b"HTTP/1.1 200 OK", b"nonsense       "),
        record("http://a.example/5", b"x" * (MAX_PAGE_BYTES + 1)),
        record("http://a.example/6"),
    ])  # fmt: skip
    (tmp_path / "crawl.warc").write_bytes(archive)
    words = [
        "http_404",
        "unsupported_type",
        "empty_page",
        "damaged_record",
        "too_large",
        "http://a.example/6",
    ]
    assert outcome(read_all(tmp_path)) == list(zip(offsets, words, strict=True))
    addresses = [page.url for page in read_all(tmp_path)]
    assert addresses[:4] == [f"http://a.example/{number}" for number in range(1, 5)]


def test_responses_of_name_servers_are_left_out_and_types_may_be_in_capitals(
    tmp_path: Path, read_all
) -> None:
    name_server = record("dns:a.example").replace(
        b"application/http; msgtype=response", b"text/dns"
    )
    (tmp_path / "crawl.warc").write_bytes(
        name_server + record("<http://a.example/>", Content_Type="Text/HTML; charset=UTF-8")
    )
    [page] = read_all(tmp_path)
    assert page.url == "http://a.example/"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(b"<p>One</p>"), {"Content_Encoding": "gzip"}),
        (b"3\r\n<p>\r\n7\r\nOne</p>\r\n0\r\n\r\n", {"Transfer_Encoding": "chunked"}),
        (b"<p>One</p>", {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (b"<p>One</p>", {"Content_Encoding": "br"}),
        (ZSTD, {"Content_Encoding": "zstd"}),
        (b"<p>One</p>", {"Content_Encoding": "zstd"}),
        (gzip.compress(gzip.compress(b"<p>One</p>")), {"Content_Encoding": "gzip, gzip"}),
        (CHUNKED_GZIP, {"Transfer_Encoding": "gzip, chunked"}),
        (gzip.compress(b"<p>One</p>"), {}),
        (gzip.compress(b"<p>One</p>") + b"\0\0", {"Content_Encoding": "gzip"}),
    ],
)
def test_bodies_are_unpacked_and_headers_that_lie_are_ignored(
    tmp_path: Path, read_all, body: bytes, headers: dict[str, str]
) -> None:
    (tmp_path / "crawl.warc").write_bytes(record("http://a.example/", body, **headers))
    [page] = read_all(tmp_path)
    assert page.content == b"<p>One</p>"


@both
def test_headers_may_be_long_and_their_lines_may_end_as_unix_has_it(
    tmp_path: Path, read_all, make: Make
) -> None:
    long = record(URLS[0], body=b"<p>One</p>", Set_Cookie="a" * 40_000)
    unix = record(URLS[1], body=b"<p>One</p>").replace(b"\r\n", b"\n")
    head, _, block = unix.partition(b"\n\n")
    (tmp_path / "crawl.warc").write_bytes(make([long, measure_anew(head, block)])[0])
    assert [(page.url, page.content) for page in read_all(tmp_path)] == [
        (url, b"<p>One</p>") for url in URLS[:2]
    ]


def measure_anew(head: bytes, block: bytes) -> bytes:
    """A record with the length that its block has."""
    stated = b"Content-Length: %d" % len(block.removesuffix(b"\n\n"))
    return re.sub(rb"Content-Length: \d+", stated, head) + b"\n\n" + block


@both
def test_a_record_whose_names_are_in_small_letters_is_read(
    tmp_path: Path, read_all, make: Make
) -> None:
    small = re.sub(rb"(?m)^[A-Z][\w-]+(?=: )", lambda name: name[0].lower(), record(URLS[0]))
    (tmp_path / "crawl.warc.gz").write_bytes(make([small])[0])
    (page,) = read_all(tmp_path)
    assert (page.url, page.content) == (URLS[0], b"<html><p>Page of http://a.example/0</p></html>")


@pytest.mark.parametrize("length", [0, 50, 99999])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_packed_record_is_as_long_as_its_member_whatever_it_states(
    tmp_path: Path, read_all, length: int, at: int
) -> None:
    records = [record(url) for url in URLS[:4]]
    stated = b"Content-Length: %d\r\n" % length
    records[at] = re.sub(rb"Content-Length: \d+\r\n", stated, records[at], count=1)
    (tmp_path / "crawl.warc.gz").write_bytes(packed(records)[0])
    assert [page.content for page in read_all(tmp_path)] == [
        b"<html><p>Page of %s</p></html>" % url.encode() for url in URLS[:4]
    ]


@pytest.mark.parametrize("length", [b"Content-Length: 0\r\n", b"Content-Length: 99999\r\n", b""])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_record_whose_length_is_wrong_or_not_stated_is_read_up_to_the_next(
    tmp_path: Path, read_all, length: bytes, at: int
) -> None:
    records = [record(url) for url in URLS[:4]]
    records[at] = re.sub(rb"Content-Length: \d+\r\n", length, records[at], count=1)
    (tmp_path / "crawl.warc").write_bytes(b"".join(records))
    pages = [each for each in read_all(tmp_path) if isinstance(each, Page)]
    assert [page.content for page in pages] == [
        b"<html><p>Page of %s</p></html>" % url.encode() for url in URLS[:4]
    ]


def test_behind_a_wrong_length_in_an_archive_packed_as_a_whole_the_rest_is_told_to_be_lost(
    tmp_path: Path, read_all
) -> None:
    first, second, *others = map(record, URLS)
    longer = re.sub(rb"Content-Length: \d+", b"Content-Length: 190", second)
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(b"".join([first, longer, *others])))
    reasons = [each.reason for each in read_all(tmp_path) if isinstance(each, Reject)]
    assert reasons == ["damaged_archive"]


def test_a_body_that_unpacks_to_too_much_is_refused(tmp_path: Path, reasons_in) -> None:
    bomb = gzip.compress(bytes(MAX_PAGE_BYTES + 10))
    (tmp_path / "crawl.warc").write_bytes(
        record("http://a.example/", bomb, Content_Encoding="gzip")
    )
    assert reasons_in(tmp_path) == {"crawl.warc#0": "too_large"}


URLS = [f"http://a.example/{number}" for number in range(5)]


@both
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_record_whose_beginning_is_damaged_costs_itself(
    tmp_path: Path, read_all, make: Make, at: int
) -> None:
    archive, offsets = make([record(url) for url in URLS])
    broken = bytearray(archive)
    broken[offsets[at] : offsets[at] + 4] = b"????"
    if at == 0:  # the first bytes tell what the file is: here only the record's version is damaged
        broken[: offsets[1]] = make([record(URLS[0]).replace(b"WARC/1.0", b"WARC/?.?")])[0]
        offsets = make([record(URLS[0]).replace(b"WARC/1.0", b"WARC/?.?"), *map(record, URLS[1:])])[
            1
        ]
    (tmp_path / "crawl.warc").write_bytes(broken)
    words = [*URLS[:at], "damaged_record", *URLS[at + 1 :]]
    assert sorted(outcome(read_all(tmp_path))) == list(zip(offsets, words, strict=True))


@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_record_whose_packed_body_is_damaged_costs_itself(
    tmp_path: Path, read_all, at: int
) -> None:
    bodies = [b"<html>" + zlib.compress(bytes([number])) * 3000 for number in range(5)]
    archive, offsets = packed([record(url, body) for url, body in zip(URLS, bodies, strict=True)])
    broken = bytearray(archive)
    end = [*offsets, len(archive)][at + 1]
    broken[end - 90 : end - 60] = bytes(30)
    (tmp_path / "crawl.warc.gz").write_bytes(broken)
    words = [*URLS[:at], "damaged_record", *URLS[at + 1 :]]
    assert [
        (offset, "damaged_record" if "damaged" in word or "truncated" in word else word)
        for offset, word in outcome(read_all(tmp_path))
    ] == list(zip(offsets, words, strict=True))


def test_a_record_that_states_a_wrong_length_does_not_swallow_the_next(
    tmp_path: Path, read_all
) -> None:
    archive, offsets = plain([record(url) for url in URLS])
    broken = archive.replace(b"Content-Length: 1", b"Content-Length: 9", 1)
    (tmp_path / "crawl.warc").write_bytes(broken)
    assert outcome(read_all(tmp_path))[1:] == list(zip(offsets, URLS, strict=True))[1:]


@both
def test_an_archive_that_breaks_off_keeps_its_whole_records(
    tmp_path: Path, read_all, make: Make
) -> None:
    archive, _ = make([record(url) for url in URLS])
    (tmp_path / "crawl.warc").write_bytes(archive[:-40])
    results = read_all(tmp_path)
    assert [each.url for each in results if isinstance(each, Page)] == URLS[:4]
    assert [each.reason for each in results if isinstance(each, Reject)] in (
        ["truncated_record"],
        ["damaged_record"],
    )


def test_an_archive_packed_as_a_whole_is_read_in_order(tmp_path: Path, read_all) -> None:
    archive, offsets = plain([record(url) for url in URLS])
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(archive))
    pages = read_all(tmp_path)
    assert outcome(pages) == list(zip(offsets, URLS, strict=True))
    refs = [ref for ref in list_pages([str(tmp_path)]) if isinstance(ref, PageRef)]
    assert [page.content for page in read_pages(refs[::-1]) if isinstance(page, Page)] == [
        page.content for page in pages[::-1]
    ]


def test_an_archive_packed_as_a_whole_that_breaks_off_keeps_what_is_whole(
    tmp_path: Path, read_all
) -> None:
    records = [
        record(url, body=f"<p>{sha256(url.encode()).hexdigest() * 2000}</p>".encode())
        for url in URLS
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(plain(records)[0])[:-1500])
    *pages, reject = read_all(tmp_path)
    assert pages and isinstance(pages[0], Page) and isinstance(reject, Reject)


def test_an_archive_that_unpacks_to_next_to_nothing_but_air_is_given_up(
    tmp_path: Path, read_all
) -> None:
    whole = [record(URLS[0]), record(URLS[1], body=b" " * 5_000_000), record(URLS[2])]
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(plain(whole)[0]))
    assert [each.reason if isinstance(each, Reject) else each.url for each in read_all(tmp_path)][
        -1
    ] == "gzip_bomb"


def test_a_header_in_small_letters_is_read_whoever_writes_the_record_behind_it(
    tmp_path: Path, read_all
) -> None:
    small = record(URLS[0]).replace(b"WARC-Type", b"warc-type")
    small = small.replace(b"WARC-Target-URI", b"warc-target-uri")
    (tmp_path / "crawl.warc").write_bytes(small + record(URLS[1]))
    assert [page.url for page in read_all(tmp_path)] == URLS[:2]


def test_a_body_in_zstd_that_breaks_off_is_damaged(tmp_path: Path, read_all) -> None:
    (tmp_path / "crawl.warc").write_bytes(record(URLS[0], ZSTD[:-6], Content_Encoding="zstd"))
    assert [each.reason for each in read_all(tmp_path)] == ["damaged_record"]


@pytest.mark.parametrize("window", [zlib.MAX_WBITS, -zlib.MAX_WBITS], ids=["zlib", "bare"])
def test_a_body_in_deflate_is_unpacked(tmp_path: Path, read_all, window: int) -> None:
    packer = zlib.compressobj(wbits=window)
    body = packer.compress(b"<p>At last.</p>" * 50) + packer.flush()
    (tmp_path / "crawl.warc").write_bytes(record(URLS[0], body=body, Content_Encoding="deflate"))
    assert [page.content for page in read_all(tmp_path)] == [b"<p>At last.</p>" * 50]


@pytest.mark.parametrize("break_", [b"", b"\r\n", b"\n\n", b"\r\n" * 4])
def test_records_are_found_however_many_line_breaks_lie_between_them(
    tmp_path: Path, read_all, break_: bytes
) -> None:
    records = [record(url).removesuffix(b"\r\n\r\n") + break_ for url in URLS]
    (tmp_path / "crawl.warc").write_bytes(b"".join(records))
    assert [page.url for page in read_all(tmp_path)] == URLS


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-13-45", ""])
def test_a_record_of_an_impossible_day_has_none(tmp_path: Path, read_all, day: str) -> None:
    (tmp_path / "crawl.warc").write_bytes(record(URLS[0], day=day))
    [page] = read_all(tmp_path)
    assert isinstance(page, Page) and page.fetched_at is None


@both
@pytest.mark.parametrize(
    "kind", ["revisit", "resource", "conversion", "continuation", "request", "metadata"]
)
def test_an_archive_without_any_response_says_what_it_holds_instead(
    tmp_path: Path, read_all, make: Make, kind: str
) -> None:
    (tmp_path / "crawl.warc").write_bytes(
        make([record(URLS[0], kind=kind), record(URLS[1], kind=kind)])[0]
    )
    [reject] = read_all(tmp_path)
    assert (reject.reason, reject.observed_value, reject.source_uri) == (
        "no_pages",
        f"{kind} 2",
        str(tmp_path / "crawl.warc"),
    )


@both
def test_since_leaves_out_what_was_stored_before(tmp_path: Path, make: Make) -> None:
    archive, offsets = make(
        [
            record("http://a.example/old", day="2026-11-01"),
            record("http://a.example/new", day="2026-11-20"),
        ]
    )
    (tmp_path / "crawl.warc.gz").write_bytes(archive)
    assert [
        ref.position for ref in list_pages([str(tmp_path)], since=date(2026, 11, 15))
    ] == offsets[1:]


@both
def test_records_are_found_again_in_any_order(tmp_path: Path, make: Make) -> None:
    (tmp_path / "crawl.warc").write_bytes(make([record(url) for url in URLS])[0])
    refs = [ref for ref in list_pages([str(tmp_path)]) if isinstance(ref, PageRef)]
    assert [page.url for page in read_pages(refs[::-1]) if isinstance(page, Page)] == URLS[::-1]
    [lost] = read_pages([PageRef(refs[0].path, "warc", 10**9, "lost")])
    assert isinstance(lost, Reject) and lost.reason == "damaged_record"


@given(
    st.sampled_from([plain, packed]),
    st.integers(min_value=0),
    st.integers(min_value=0, max_value=255),
    st.booleans(),
)
@settings(deadline=None, max_examples=100)
def test_a_damaged_byte_anywhere_costs_one_record_at_most(
    tmp_path_factory, read_all, make: Make, at: int, byte: int, is_run: bool
) -> None:
    bodies = [
        f"<html><p>{url}, {sha256(url.encode()).hexdigest()}</p></html>".encode() for url in URLS
    ]
    archive, offsets = make([record(url, body) for url, body in zip(URLS, bodies, strict=True)])
    at = 5 + at % (len(archive) - 5)
    length = 20 if is_run else 1
    broken = (archive[:at] + bytes([byte]) * length + archive[at + length :])[: len(archive)]
    path = tmp_path_factory.getbasetemp() / "broken.warc"
    path.write_bytes(broken)

    pages = {page.content for page in read_all(path) if isinstance(page, Page)}

    hit = {
        max(n for n in range(5) if offsets[n] <= place)
        for place in (at, min(at + length, len(archive)) - 1)
    }
    assert {body for n, body in enumerate(bodies) if n not in hit} <= pages
