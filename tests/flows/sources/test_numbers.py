"""The numbers of the sources: what is within a limit is read, what is beyond is not, and either
fails where the number is doubled or halved; how many bytes or rows are read at a time decides
nothing.
"""

import gzip
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.sources import (
    answer,
    feeds,
    files,
    json_lines,
    moments,
    recognise,
    record_lists,
    reference,
    robots,
    shares,
    visits,
    warc,
    warc_records,
    web,
)
from flows.sources.addresses import is_list
from flows.sources.archive import MAX_ARCHIVE_BYTES
from flows.sources.fetcher import PAGES_A_HOST
from flows.sources.parquet import Rows
from flows.sources.reference import SourceFile, UnreadableError
from flows.sources.web import Stop
from tests.numbers import Number
from transforms.records import Reject, Visit

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
VISIT = Visit("a", "https://wire.example/feed", "feed", NOON, NOON, None, "new")
DOCS = Path(__file__).parents[3] / "docs"


def passes(read: Callable[[], object], reason: str) -> bool:
    """Whether something is not refused for that reason; for another it may be."""
    try:
        read()
    except UnreadableError as error:
        return error.reason != reason
    return True


def is_sent_back(characters: int) -> bool:
    return answer.read_validator("x" * characters) is not None


def is_parsed(content: bytes) -> bool:
    """Whether a feed is not refused before it is parsed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeds, "parse", refuse_all)
        return passes(lambda: feeds.read_entries(content), "too_many_entries")


def refuse_all(content: bytes) -> None:
    raise UnreadableError("parsed", "It was parsed.")


def may_have_entries(count: int) -> bool:
    return is_parsed(b"<item" * count)


def may_have_elements(count: int) -> bool:
    return is_parsed(b"<a/>" * count)


def is_unescaped(times: int) -> bool:
    """Whether a title is read whose reference was escaped so often."""
    return feeds.read_title(f"Pier &{'amp;' * times}#8217;s") == "Pier ’s"


def is_article(characters: int) -> bool:
    return feeds.is_article("x" * characters)


def may_be_dull(size: int) -> bool:
    """Whether a page of so many blanks unpacks."""
    return passes(lambda: files.gunzip(gzip.compress(b" " * size)), "gzip_bomb")


def may_shrink(times: int) -> bool:
    """Whether a page of three megabytes unpacks that was packed to about so small a part."""
    told = random.Random(1).randbytes(3_000_000 // times - 3_000)
    page = told + bytes(3_000_000 - len(told))
    return passes(lambda: files.gunzip(gzip.compress(page)), "gzip_bomb")


def is_head(size: int) -> bool:
    """Whether the head of a packed file is all of it."""
    return len(recognise.unpack_head(gzip.compress(b"x" * size))) == size


def may_be_text(controls: int) -> bool:
    """Whether a hundred characters are text of which so many are of control."""
    head = b"\x01" * controls + b"x" * (100 - controls)
    return passes(lambda: recognise.refuse_binary(head), "binary_file")


def may_be_page(size: int) -> bool:
    return passes(lambda: reference.refuse_large(bytes(size)), "too_large")


def is_rule_read(offset: int) -> bool:
    """Whether a rule so far down a robots.txt holds."""
    body = b"User-agent: *\n#" + b"x" * offset + b"\nDisallow: /pier\n"
    return not robots.read_rules(body).allows("https://wire.example/pier")


def may_wait(waiting: int) -> bool:
    return shares.Shares(10**9, Counter({"a.example": waiting})).take("b.example")


def is_asked_again_within(hours: float) -> bool:
    """Whether a feed without news for sixteen hours is asked for again so soon."""
    visit = visits.end_feed(replace(VISIT, last_new_at=NOON - timedelta(hours=16)), None)
    return visit.next_visit_at is not None and visit.next_visit_at <= NOON + timedelta(hours=hours)


def is_due_after(share: float) -> bool:
    """Whether an address is due when so much of its pause is over."""
    visit = replace(VISIT, next_visit_at=NOON + timedelta(hours=10))
    return visits.is_due(visit, NOON + timedelta(hours=10) * share)


def may_lead_on(depth: int) -> bool:
    address = web.Address("https://wire.example/map.xml")
    return not list(web.judge_list(Stop(address, "map", depth), []))


def is_list_found(objects_round_it: int) -> bool:
    text = '{"a": ' * objects_round_it + '[{"text": "b"}]' + "}" * objects_round_it
    return record_lists.read_json(text) == [{"text": "b"}]


CASES = [
    Number(answer, "MAX_VALIDATOR", is_sent_back, 1000, 1001),
    Number(feeds, "MAX_ENTRIES", may_have_entries, 2000, 2001),
    Number(feeds, "MAX_ELEMENTS", may_have_elements, 100000, 100001),
    Number(feeds, "MAX_ESCAPES", is_unescaped, 2, 3),
    Number(feeds, "MIN_ARTICLE_CHARACTERS", is_article, 600, 599),
    Number(files, "HARMLESS_BYTES", may_be_dull, 1000000, 1000001),
    Number(files, "MAX_RATIO", may_shrink, 200, 450),
    Number(recognise, "HEAD_BYTES", is_head, 8192, 8193),
    Number(recognise, "MAX_CONTROL_SHARE", may_be_text, 5, 6),
    Number(record_lists, "MOST_NESTED", is_list_found, 3, 4),
    Number(reference, "MAX_PAGE_BYTES", may_be_page, 20000000, 20000001),
    Number(robots, "MAX_ROBOTS_BYTES", is_rule_read, 511973, 511974),
    Number(shares, "MOST_WAITING", may_wait, 99999, 100000),
    Number(visits, "SHARE_OF_SILENCE", is_asked_again_within, 5.0, 3.0),
    Number(visits, "SLACK", is_due_after, 0.92, 0.85),
    Number(web, "MAX_DEPTH", may_lead_on, 2, 3),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_within_a_limit_is_read_and_what_is_beyond_is_not_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize(
    ("place", "reason"), [(1_500_000_000, None), (3_000_000_000, "packed_too_long")]
)
def test_of_an_archive_packed_as_one_two_gigabytes_are_read(
    tmp_path: Path, place: int, reason: str | None
) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"WARC/1.0"))
    archive = warc.Unpacked(path)
    archive.place, archive.limit = place, 10**12
    archive.read(4)
    archive.close()
    assert (archive.problem and archive.problem.reason) == reason


@pytest.mark.parametrize(("offset", "count"), [(1_500_000_000, 1), (3_000_000_000, 0)])
def test_of_packed_lines_two_gigabytes_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offset: int, count: int
) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b""))
    lines = [json_lines.Line(1, offset, b'{"text": "The pier is shut."}\n')]
    monkeypatch.setattr(json_lines, "split_lines", lambda _: lines)
    found = list(json_lines.list_refs(SourceFile(path, "json_lines")))
    assert len([one for one in found if not isinstance(one, Reject)]) == count


def test_an_address_that_never_answers_is_left_for_a_week_however_often_it_failed() -> None:
    failed = visits.end_failed(replace(VISIT, failure_count=5_000), "http_500")
    assert failed.next_visit_at == NOON + timedelta(days=7)


RECORD = b"WARC/1.0\r\nContent-Length: 5\r\nX-Pier: %s\r\n\r\nwords\r\n\r\n"


def write_archive(path: Path, *records: bytes) -> int:
    path.write_bytes(b"".join(records))
    return os.open(path, os.O_RDONLY)


@pytest.mark.parametrize(("size", "is_sound"), [(50_000, True), (100_000, False)])
def test_the_head_of_a_record_is_of_a_size(tmp_path: Path, size: int, is_sound: bool) -> None:
    record = RECORD % (b"x" * size)
    place = warc_records.locate_plain(write_archive(tmp_path / "a.warc", record), 0)
    assert (place.problem is None) == is_sound
    assert place.end == (len(record) if is_sound else None)


def test_records_lie_where_they_lie_however_many_bytes_are_read_at_a_time(tmp_path: Path) -> None:
    body = random.Random(1).randbytes(2_000)
    head = b"WARC/1.0\r\nContent-Length: 2000\r\n\r\n"
    record = gzip.compress(head + body + b"\r\n\r\n")
    archive = write_archive(tmp_path / "a.warc.gz", record, record)
    places = [warc_records.locate_packed(archive, 0, chunk) for chunk in (150, 999, 16_384)]
    assert {place.end for place in places} == {len(record)}
    starts = [warc_records.find_start(archive, 1, window) for window in (10, 100, 1_000_000)]
    assert starts == [len(record)] * 3


def test_rows_are_the_same_however_many_are_read_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table({"text": [f"Pier {number} is shut." for number in range(9)]})
    pq.write_table(table, path, row_group_size=4)
    read = [Rows(path, at_once, buffer) for at_once, buffer in ((1, 16), (3, 1_000), (64, 10**6))]
    found = [[rows.read(number)["text"] for number in range(1, 10)] for rows in read]
    assert found == [table["text"].to_pylist()] * 3


def test_the_limits_of_a_run_on_the_web_are_those_of_the_docs() -> None:
    told = (DOCS / "sources.md").read_text(encoding="utf-8")
    assert f"at most {PAGES_A_HOST:,} pages that lists name" in told
    assert f"a new file every {MAX_ARCHIVE_BYTES // 1_000_000} MB" in told


@pytest.mark.parametrize(("year", "is_there"), [(1989, 0), (1990, 1), (2199, 1), (2200, 0)])
def test_a_moment_is_of_the_years_of_the_web(year: int, is_there: int) -> None:
    moment = datetime(year, 6, 1, tzinfo=UTC)
    assert moments._within(moment) == (moment if is_there else None)


@pytest.mark.parametrize(("addresses", "others", "is_told"), [(1, 1, False), (2, 1, True)])
def test_most_lines_of_a_list_are_addresses(addresses: int, others: int, is_told: bool) -> None:
    lines = ["https://harbour.example/a"] * addresses + ["The pier is shut."] * others
    assert is_list("\n".join(lines), "") == is_told
