"""A feed day after day: what is asked for, what it costs, what is kept, and that the archives
replay it.
"""

import gzip
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from flows import course, raw_files
from flows.course import run_ingest
from flows.order import Order
from flows.raw_files import FetchSettings, read_settings
from flows.sources import Address, PageRef, list_pages, read_pages, visit_pages
from flows.sources.archive import Archive
from flows.sources.fetcher import Manners
from flows.sources.reference import Known
from tests.flows.site import Answers, Site, gives, serve
from transforms.records import Page, Reject, Visit
from warehouse.build import open_build
from warehouse.errors import WarehouseError
from warehouse.feeds import (
    RawFile,
    find_visits,
    remember_raw_files,
    remember_visits,
    retire_raw_files,
)
from warehouse.runs import PageCounts, Run

STORY = "<p>The ferry to Saltmarsh Quay sails {when}, the harbour office said on Friday, and the school bus waits for it at the pier.</p>"
NOW = format_datetime(datetime.now(UTC))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(raw_files, "Manners", partial(Manners, delay=0, longest_wait=0.2))
    yield from serve()


@pytest.fixture
def connection(empty_path: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_build(Path(copyfile(empty_path, tmp_path / "remembering.duckdb"))) as build:
        yield build.connection


def tagged(body: bytes, **headers: str) -> Answers:
    """What is given, unless the one who asks holds it already."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        tag = f'"{hash(body)}"'
        if request.headers["If-None-Match"] == tag:
            gives(b"", 304, ETag=tag)(request)
        else:
            gives(body, ETag=tag, **headers)(request)

    return answer


def story(number: int, when: str = "on Monday") -> bytes:
    paragraphs = "".join(STORY.format(when=f"{when} at {hour}") for hour in range(7, 15))
    title = f"<title>Ferry number {number} sails again</title>"
    body = f"<article><h1>Ferry number {number} sails again</h1>{paragraphs}</article>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}</head><body>{body}</body></html>'.encode()


def list_stories(site: Site, *numbers: int) -> None:
    items = "".join(
        f"<item><link>{site.root}/{n}?utm_source=feed</link><pubDate>{NOW}</pubDate></item>"
        for n in numbers
    )
    site.pages["/feed"] = tagged(
        f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        Content_Type="application/rss+xml",
    )


def load(source: str | Path, warehouse: Path) -> PageCounts:
    run: Run = run_ingest(Order((str(source),), warehouse, workers=1, text_only=True)).summary.run
    assert run.pages is not None
    return run.pages


def rows(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def let_pass(warehouse: Path, hours: int) -> None:
    """Make all that a warehouse remembers so many hours older."""
    with duckdb.connect(str(warehouse)) as connection:
        age(connection, hours)


def age(connection: duckdb.DuckDBPyConnection, hours: int) -> None:
    for table in ("ops.feed", "ops.page_visit"):
        for column in ("first_visited_at", "visited_at", "next_visit_at"):
            connection.execute(f"update {table} set {column} = {column} - to_hours({hours})")


def test_a_run_loads_what_is_new_and_counts_what_is_not_and_its_archives_hold_it_all(
    site: Site, tmp_path: Path
) -> None:
    warehouse, feed = tmp_path / "w.duckdb", site.root + "/feed"
    site.pages |= {f"/{n}?utm_source=feed": tagged(story(n)) for n in (1, 2, 3)}
    list_stories(site, 1, 2)
    assert load(feed, warehouse) == PageCounts(seen=2, loaded=2, unchanged=0, rejected=0)
    own = "select article_id, text, content_sha256, fetched_at, first_run_id, last_run_id from core.article order by url"
    articles = rows(warehouse, own)

    let_pass(warehouse, 1)
    list_stories(site, 3, 2, 1)
    site.pages["/2?utm_source=feed"] = tagged(story(2, "on Tuesday"))
    assert load(feed, warehouse) == PageCounts(seen=3, loaded=2, unchanged=1, rejected=0)
    assert [row for row in rows(warehouse, own) if row in articles] == articles[:1]
    assert rows(warehouse, "select outcome from ops.page_visit order by url") == [
        ("unchanged",),
        ("new",),
        ("new",),
    ]

    found = read_pages(
        [ref for ref in list_pages([str(tmp_path / "w.fetched")]) if isinstance(ref, PageRef)]
    )
    whole = [page for page in found if isinstance(page, Page) and page.given and page.fetched_at]
    pages = {(page.url, page.content_sha256, str(page.fetched_at)[:19]) for page in whole}
    columns = "url, content_sha256, strftime(fetched_at, '%Y-%m-%d %H:%M:%S')"
    assert len(pages) == 4 and pages > set(rows(warehouse, f"select {columns} from core.article"))
    assert rows(warehouse, "select record_count from ops.raw_file order by record_count") == [
        (2,),
        (3,),
    ]


def visit(
    site: Site,
    connection: duckdb.DuckDBPyConnection,
    archive: Path,
    *,
    refresh: bool = False,
    pages_a_host: int = 100,
) -> list[str]:
    """Ask for the feed as a run does; what came of it, in words."""
    site.asked.clear()
    found = list(
        visit_pages(
            [Address(site.root + "/feed")],
            Archive(archive),
            manners=Manners(delay=0, longest_wait=0.2, pages_a_host=pages_a_host),
            recall=lambda addresses: find_visits(connection, addresses),
            refresh=refresh,
        )
    )
    remember_visits(connection, [each for each in found if isinstance(each, Visit)])
    words = {PageRef: "page", Known: "known"}
    return [
        each.reason if isinstance(each, Reject) else words[type(each)]
        for each in found
        if isinstance(each, Reject | PageRef | Known)
    ]


def test_nothing_is_asked_for_before_its_time_nor_sent_twice(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    archive = tmp_path / "a.warc.gz"
    site.pages |= {f"/{n}?utm_source=feed": tagged(story(n)) for n in (1, 2)}
    list_stories(site, 1, 2)
    assert visit(site, connection, archive) == ["page", "page"]
    assert (visit(site, connection, archive), site.asked) == (["known"], [])
    age(connection, hours=1)
    size = archive.stat().st_size
    assert (visit(site, connection, archive), site.asked) == (
        [],
        ["/robots.txt", "/feed"],
    )  # 304: the pages are not even looked at
    assert archive.stat().st_size == size
    assert (visit(site, connection, archive, refresh=True), len(site.asked)) == (
        ["page", "page"],
        4,
    )


def test_a_list_longer_than_a_run_is_gone_through_in_several(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    site.pages |= {f"/{n}?utm_source=feed": tagged(story(n)) for n in range(5)}
    list_stories(site, *range(5))
    told = []
    for _ in range(4):
        told.append(Counter(visit(site, connection, tmp_path / "a.warc.gz", pages_a_host=2)))
        connection.execute("update ops.feed set next_visit_at = visited_at")
    assert told == [
        {"page": 2, "left_for_later": 1},
        {"known": 2, "page": 2, "left_for_later": 1},
        {"known": 4, "page": 1},
        {},  # 304: it was gone through to its end
    ]
    assert sorted(site.asked) == ["/feed", "/robots.txt"]


def test_a_page_that_is_as_it_was_is_a_revisit_record(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    archive = tmp_path / "a.warc.gz"
    site.pages |= {"/1?utm_source=feed": gives(story(1)), "/2?utm_source=feed": tagged(story(2))}
    list_stories(site, 1)
    visit(site, connection, archive)
    list_stories(site, 2, 1)
    age(connection, hours=1)
    assert sorted(visit(site, connection, archive)) == ["known", "page"]
    records = gzip.decompress(archive.read_bytes())
    assert [records.count(b"WARC-Type: " + kind) for kind in (b"response", b"revisit")] == [2, 1]
    assert b"identical-payload-digest" in records


def test_a_feed_that_is_gone_or_has_moved_is_told(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    archive = tmp_path / "a.warc.gz"
    list_stories(site)
    site.pages |= {
        "/new": gives(
            b'<rss version="2.0"><channel><item><link>/x</link></item></channel></rss>',
            Content_Type="text/xml",
        )
    }
    site.pages |= {"/feed": gives(b"", 301, Location="/new")}
    assert visit(site, connection, archive) == ["moved", "http_404"]
    site.pages |= {"/feed": gives(b"", 410)}
    age(connection, hours=100)
    assert visit(site, connection, archive) == ["http_410"]
    age(connection, hours=100)
    assert (visit(site, connection, archive), site.asked) == (["http_410"], [])  # told, not asked
    told = "select outcome, next_visit_at, moved_to from ops.feed"
    assert connection.execute(told).fetchall() == [("http_410", None, site.root + "/new")]


@pytest.mark.parametrize("statuses", [(302, 302), (301, 302), (302, 301)])
def test_a_feed_that_is_elsewhere_for_a_while_has_not_moved(
    statuses: tuple[int, int], site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    first, second = statuses
    list_stories(site)
    site.pages["/new"] = site.pages["/feed"]
    site.pages["/feed"] = gives(b"", first, Location="/half-way")
    site.pages["/half-way"] = gives(b"", second, Location="/new")
    assert "moved" not in visit(site, connection, tmp_path / "a.warc.gz")
    assert connection.execute("select moved_to from ops.feed").fetchall() == [(None,)]


def test_a_page_that_sends_into_a_private_network_is_not_asked_each_time(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    list_stories(site, 1)
    site.pages["/1?utm_source=feed"] = gives(b"", 302, Location="http://10.0.0.1/")
    assert visit(site, connection, tmp_path / "a.warc.gz") == ["private_address"]
    assert connection.execute("select outcome from ops.page_visit").fetchall() == [
        ("private_address",)
    ]
    list_stories(site, 1, 2)
    connection.execute("update ops.feed set next_visit_at = visited_at")
    assert sorted(visit(site, connection, tmp_path / "a.warc.gz")) == ["http_404", "known"]
    assert "/1?utm_source=feed" not in site.asked


def test_a_feed_that_fails_from_its_first_visit_on_is_known_as_a_feed(
    site: Site, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    assert visit(site, connection, tmp_path / "a.warc.gz") == ["http_404"]
    assert connection.execute("select outcome, failure_count from ops.feed").fetchall() == [
        ("http_404", 1)
    ]
    site.pages["/feed"] = gives(story(1))  # its name says feed, its answer is a page
    age(connection, hours=1)
    assert visit(site, connection, tmp_path / "a.warc.gz") == ["page"]
    assert connection.execute("select count(*) from ops.feed").fetchone() == (0,)


def test_what_a_killed_run_has_loaded_is_not_asked_for_again_and_its_archive_is_listed(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = tmp_path / "w.duckdb"
    site.pages |= {f"/{n}?utm_source=feed": tagged(story(n)) for n in (1, 2)}
    list_stories(site, 1, 2)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(course.tasks, "link_entities", die)
        load(site.root + "/feed", warehouse)
    assert not warehouse.exists()
    site.asked.clear()
    assert load(site.root + "/feed", warehouse) == PageCounts(
        seen=2, loaded=0, unchanged=2, rejected=0
    )
    assert site.asked == ["/robots.txt", "/feed"]
    assert rows(warehouse, "select count(*) from core.article") == [(2,)]
    assert rows(warehouse, "select record_count from ops.raw_file") == [(2,)]


def die(_: object) -> None:
    raise KeyboardInterrupt


def test_archives_are_kept_for_as_long_as_is_said(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    files = [
        RawFile(f"/{days}.warc.gz", "run", 1, 1, now, now - timedelta(days=days))
        for days in (1, 30, 31)
    ]
    remember_raw_files(connection, files)
    assert retire_raw_files(connection, now - timedelta(days=30), now) == ["/31.warc.gz"]
    assert retire_raw_files(connection, now - timedelta(days=30), now) == []


def test_settings_are_read_from_the_environment() -> None:
    stated = {
        "ONRECORD_CONTACT": "mailto:desk@paper.example",
        "ONRECORD_TRUST_LISTS": "yes",
        "ONRECORD_ARCHIVE_MB": "50",
        "ONRECORD_PROXY": "http://desk:word@proxy.example:3128",
        "ONRECORD_PAGES_A_HOST": "500",
    }
    proxy = "http://desk:word@proxy.example:3128"
    assert read_settings(stated) == FetchSettings(
        "mailto:desk@paper.example", True, 50_000_000, None, proxy, 500
    )
    assert read_settings({}) == FetchSettings()


@pytest.mark.parametrize(
    "stated",
    [
        {"ONRECORD_KEEP_RAW_DAYS": "-1"},
        {"ONRECORD_ARCHIVE_MB": "0"},
        {"ONRECORD_CONTACT": "a\r\nX: b"},
        {"ONRECORD_PROXY": "proxy.example:3128"},
        {"ONRECORD_PROXY": "socks5://proxy.example:1080"},
    ],
)
def test_a_wrong_setting_says_so(stated: dict[str, str]) -> None:
    with pytest.raises(WarehouseError):
        read_settings(stated)
