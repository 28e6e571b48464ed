"""Fetching, against real servers on loopback: what is asked for, how politely, and what becomes of
each answer.
"""

import gzip
import socket
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from flows.sources import Address, PageRef, fetch_pages, list_pages, read_pages
from flows.sources.fetcher import Manners
from flows.sources.web import may_stand_in
from tests.flows.site import Answers, Site, gives, in_turn, page, serve
from transforms.records import Given, Page, Reject

# quick with a server that is quick, patient with a busy machine
QUICK = Manners(delay=0.0, timeout=10.0, deadline=10.0, longest_wait=0.2)
IMPATIENT = Manners(delay=0.0, timeout=1.0, deadline=1.0, longest_wait=0.05, attempts=1)


def drips(request: BaseHTTPRequestHandler) -> None:
    """An answer that never ends: each byte in time, the whole never."""
    request.send_response(200)
    request.end_headers()
    try:
        for _ in range(1000):
            request.wfile.write(b"<p>")
            request.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def drips_headers(request: BaseHTTPRequestHandler) -> None:
    """Headers without end."""
    try:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(1000):
            request.wfile.write(f"X-{number}: more\r\n".encode())
            time.sleep(0.05)
    except OSError:
        pass


@pytest.fixture
def other() -> Iterator[Site]:
    yield from serve()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from serve()


def fetch(
    site: Site, tmp_path: Path, *paths: str, since: date | None = None, manners: Manners = QUICK
) -> list[Page | Reject]:
    addresses = [Address(site.root + path) for path in paths]
    found = list(fetch_pages(addresses, tmp_path / "archive" / "fetched.warc.gz", since, manners))
    pages = read_pages([each for each in found if isinstance(each, PageRef)])
    return [next(pages) if isinstance(each, PageRef) else each for each in found]


def reason(site: Site, tmp_path: Path, path: str, **options: Manners) -> str:
    [reject] = fetch(site, tmp_path, path, **options)
    assert isinstance(reject, Reject) and reject.source_uri == site.root + path and reject.detail
    return reject.reason


def test_a_page_is_fetched_into_an_archive_and_read_from_there(site: Site, tmp_path: Path) -> None:
    site.pages["/news/1"] = gives(page("One"), Content_Type="text/html; charset=koi8-r")
    site.pages["/news/2"] = gives(gzip.compress(page("Two")), Content_Encoding="gzip")

    one, two = fetch(site, tmp_path, "/news/1#comments", "/news/2")

    assert isinstance(one, Page) and isinstance(two, Page)
    assert (one.source_uri, one.url) == (site.root + "/news/1#comments", site.root + "/news/1")
    assert (one.content, one.charset, two.content) == (page("One"), "koi8-r", page("Two"))
    assert one.fetched_at and datetime.now(UTC) - one.fetched_at < timedelta(minutes=1)
    assert all(agent and agent.startswith("OnRecord/") for agent in site.agents)
    stored = list(
        read_pages(
            [ref for ref in list_pages([str(tmp_path / "archive")]) if isinstance(ref, PageRef)]
        )
    )
    assert [each.content for each in stored if isinstance(each, Page)] == [page("One"), page("Two")]


def test_robots_txt_is_asked_for_once_and_obeyed(site: Site, tmp_path: Path) -> None:
    site.pages |= {
        "/robots.txt": gives(
            b"User-agent: *\nDisallow: /private\n\nUser-agent: OnRecord\nDisallow: /closed\n"
        )
    }
    site.pages |= {path: gives(page(path)) for path in ("/private/1", "/closed/1", "/open")}
    results = fetch(site, tmp_path, "/private/1", "/closed/1", "/open")
    assert [getattr(each, "reason", "page") for each in results] == [
        "page",
        "robots_disallowed",
        "page",
    ]
    assert site.asked == ["/robots.txt", "/private/1", "/open"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": gives(b"", status=500), "/open": gives(page("One"))}
    assert reason(site, tmp_path, "/open") == "robots_unreachable"
    assert "/open" not in site.asked


def test_a_redirect_does_not_lead_round_robots_txt(site: Site, tmp_path: Path) -> None:
    site.pages |= {
        "/robots.txt": gives(b"User-agent: *\nDisallow: /closed\n"),
        "/open": gives(b"", 302, Location="/closed"),
    }
    assert reason(site, tmp_path, "/open") == "robots_disallowed"


def test_the_delay_lies_between_requests_to_one_host(site: Site, tmp_path: Path) -> None:
    site.pages |= {path: gives(page(path)) for path in ("/1", "/2")}
    start = time.monotonic()
    fetch(site, tmp_path, "/1", "/2", manners=Manners(delay=0.15))
    assert time.monotonic() - start >= 0.3  # robots.txt, /1, /2


def test_the_delay_that_a_site_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": gives(b"User-agent: *\nCrawl-delay: 0.2\n")} | {
        path: gives(page(path)) for path in ("/1", "/2")
    }
    start = time.monotonic()
    assert all(isinstance(each, Page) for each in fetch(site, tmp_path, "/1", "/2"))
    assert time.monotonic() - start >= 0.2


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize(
    "later", ["0", "NaN", format_datetime(datetime(2026, 1, 1, tzinfo=UTC), usegmt=True)]
)
def test_a_busy_server_is_asked_again_when_it_says(
    site: Site, tmp_path: Path, status: int, later: str
) -> None:
    site.pages["/busy"] = in_turn(gives(b"", status, Retry_After=later), gives(page("At last")))
    [result] = fetch(site, tmp_path, "/busy")
    assert isinstance(result, Page) and site.asked.count("/busy") == 2


def test_a_server_that_stays_busy_or_asks_for_too_long_is_given_up(
    site: Site, tmp_path: Path
) -> None:
    site.pages |= {"/busy": gives(b"", 503), "/tomorrow": gives(b"", 429, Retry_After="86400")}
    assert reason(site, tmp_path, "/busy") == "http_503"
    assert reason(site, tmp_path, "/tomorrow") == "http_429"
    assert (site.asked.count("/busy"), site.asked.count("/tomorrow")) == (3, 1)


def test_html_is_believed_to_be_html_even_where_it_does_not_begin_so(
    site: Site, tmp_path: Path
) -> None:
    site.pages |= {
        "/1": gives(b"Warning: no cache\n" + page("One")),
        "/2": gives(b"Just words", Content_Type="text/plain"),
    }
    one, two = fetch(site, tmp_path, "/1", "/2")
    assert isinstance(one, Page) and isinstance(two, Reject)


def test_redirects_are_followed_a_few_times(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/old": gives(b"", 301, Location="/new"), "/new": gives(page("Moved"))}
    site.pages |= {
        "/round": gives(b"", 302, Location="/round"),
        "/off": gives(b"", 302, Location="file:///etc/hosts"),
    }
    [moved] = fetch(site, tmp_path, "/old")
    assert isinstance(moved, Page) and (moved.source_uri, moved.url) == (
        site.root + "/old",
        site.root + "/new",
    )
    assert reason(site, tmp_path, "/round") == "too_many_redirects"
    assert reason(site, tmp_path, "/off") == "bad_url"


def test_nothing_leads_into_a_private_network_that_the_user_did_not_name(
    site: Site, tmp_path: Path
) -> None:
    inside = f"http://localhost:{site.server.server_port}/new"
    feed = FEED.replace("{root}/old", inside).format(root=site.root).encode()
    site.pages |= {
        "/moved": gives(b"", 302, Location=inside),
        "/feed": gives(feed, Content_Type="application/xml"),
        "/new": gives(page("New")),
    }
    assert reason(site, tmp_path, "/moved") == "private_address"
    assert {getattr(each, "reason", "page") for each in fetch(site, tmp_path, "/feed")} == {
        "private_address",
        "page",
    }
    [named] = fetch_pages([Address(inside)], tmp_path / "named.warc.gz", manners=QUICK)
    assert isinstance(named, PageRef)
    addresses = [Address(inside), Address(site.root + "/moved"), Address(site.root + "/feed")]
    # that it is named opens it to nobody else
    found = list(fetch_pages(addresses, tmp_path / "both.warc.gz", manners=QUICK))
    assert sorted(each.reason if isinstance(each, Reject) else "page" for each in found) == [
        "page",
        "page",
        "private_address",
    ]
    [listed] = fetch_pages(
        [Address(inside, found_in="papers.txt")], tmp_path / "listed.warc.gz", manners=QUICK
    )
    assert isinstance(listed, Reject) and listed.reason == "private_address"


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (gives(b"", 404), "http_404"),
        (gives(b"", 302, Location="http:///x"), "bad_url"),
        (gives(b"", 302, Location="gopher://127.0.0.1/x"), "bad_url"),
        (gives(b"", 304), "http_304"),
        (gives(b"", 500), "http_500"),
        (gives(b""), "empty_file"),
        (gives(b"%PDF-1.7"), "binary_file"),
        (gives(b"", Content_Type="video/mp4", Content_Length="900000000"), "unsupported_type"),
        (gives(b'{"a": 1}', Content_Type="application/json"), "unsupported_type"),
        (gives(b"body { color: black }", Content_Type="text/css"), "unsupported_type"),
        (gives(b"<p>" + b"x" * 21_000_000), "too_large"),
        (gives(gzip.compress(b"<p>" + b"x" * 25_000_000), Content_Encoding="gzip"), "gzip_bomb"),
        (gives(gzip.compress(page("One"))[:-9], Content_Encoding="gzip"), "truncated_gzip"),
        (gives(page("One"), Content_Encoding="br"), "unsupported_encoding"),
        (gives(page("One"), Content_Length="5000"), "connection_failed"),
        (lambda request: time.sleep(30), "timeout"),
        (drips, "timeout"),
        (drips_headers, "timeout"),
    ],
)
def test_each_failure_has_its_reason(
    site: Site, tmp_path: Path, answer: Answers, word: str
) -> None:
    site.pages["/page"] = answer
    start = time.monotonic()
    assert (
        reason(site, tmp_path, "/page", manners=IMPATIENT if word == "timeout" else QUICK) == word
    )
    assert time.monotonic() - start < 25  # what drips would go on for 50 s
    assert not (tmp_path / "archive").exists()


def test_a_server_that_is_not_there_is_a_reject(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    [reject] = fetch_pages([Address(url)], tmp_path / "a.warc.gz", manners=QUICK)
    assert isinstance(reject, Reject) and reject.reason == "connection_failed"


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[half/",
        "ftp://a.example/",
        "http://a.example:99999/",
        "http://a b/",
        "nonsense",
    ],
)
def test_what_is_no_address_is_a_reject(tmp_path: Path, url: str) -> None:
    [reject] = fetch_pages([Address(url)], tmp_path / "a.warc.gz", manners=QUICK)
    assert isinstance(reject, Reject) and reject.reason == "bad_url"


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Ferry Post</title>
<item><link>{root}/old</link><pubDate>Sun, 01 Nov 2026 08:30:00 +0100</pubDate></item>
<item><link>{root}/new</link><pubDate>Fri, 20 Nov 2026 08:30:00 +0100</pubDate></item>
<item><link>{root}/new</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> {root}/new </loc><news:news>
<news:publication_date>2026-11-20T08:30:00+01:00</news:publication_date></news:news></url>
<url><loc>{root}/old</loc><lastmod>2026-11-01</lastmod></url><url><loc>{root}/gone</loc></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>{root}/sitemap.xml</loc></sitemap><sitemap><loc>{root}/index.xml</loc></sitemap></sitemapindex>"""


def test_hosts_are_asked_side_by_side_and_each_for_one_page_at_a_time(
    site: Site, other: Site, tmp_path: Path
) -> None:
    running: dict[int, int] = {site.server.server_port: 0, other.server.server_port: 0}
    seen: set[tuple[int, ...]] = set()

    def answers(request: BaseHTTPRequestHandler) -> None:
        port = request.server.server_address[1]
        running[port] += 1
        time.sleep(0.15)
        seen.add(tuple(running.values()))
        running[port] -= 1
        gives(page(request.path))(request)

    for each in (site, other):
        each.pages |= {"/1": answers, "/2": answers, "/3": answers}
    addresses = [Address(each.root + path) for each in (site, other) for path in ("/1", "/2", "/3")]
    assert all(
        isinstance(found, PageRef)
        for found in fetch_pages(addresses, tmp_path / "a.warc.gz", manners=QUICK)
    )
    assert (1, 1) in seen and max(map(max, seen)) == 1


def test_a_host_that_stops_to_answer_is_given_up_and_costs_the_others_nothing(
    site: Site, other: Site, tmp_path: Path
) -> None:
    site.pages |= {f"/{number}": drips for number in range(9)}
    other.pages |= {"/1": gives(page("One"))}
    addresses = [Address(f"{site.root}/{number}") for number in range(9)] + [
        Address(other.root + "/1")
    ]
    found = list(
        fetch_pages(addresses, tmp_path / "a.warc.gz", manners=replace(IMPATIENT, deadline=0.3))
    )
    reasons = Counter(each.reason if isinstance(each, Reject) else "page" for each in found)
    assert reasons == {"timeout": 2, "host_given_up": 7, "page": 1}
    assert isinstance(found[0], PageRef) and len(site.asked) == 3  # robots.txt and two pages


def test_nothing_more_is_fetched_once_enough_pages_are_taken(site: Site, tmp_path: Path) -> None:
    site.pages |= {f"/{number}": gives(page(str(number))) for number in range(50)}
    found = fetch_pages(
        [Address(f"{site.root}/{number}") for number in range(50)],
        tmp_path / "a.warc.gz",
        manners=replace(QUICK, delay=0.05),
    )
    assert isinstance(next(found), PageRef)
    found.close()  # type: ignore[attr-defined]
    assert len(site.asked) < 10


def test_requests_say_whom_to_write_to_and_carry_no_cookies(site: Site, tmp_path: Path) -> None:
    site.pages["/1"] = gives(b"", 302, Location="/2", Set_Cookie="sid=1")
    site.pages["/2"] = gives(page("Two"))
    fetch(site, tmp_path, "/1", manners=replace(QUICK, contact="mailto:desk@onrecord.example"))
    assert all("(+mailto:desk@onrecord.example; news" in (agent or "") for agent in site.agents)
    assert not any("Cookie" in headers for headers in site.headers)


WHOLE = "<p>The ferry will sail again on Monday, the harbour office said.</p>" * 12


@pytest.mark.parametrize("element", ["description", "content:encoded"])
def test_a_page_that_cannot_be_had_is_loaded_from_its_feed_and_marked_so(
    site: Site, tmp_path: Path, element: str
) -> None:
    item = f"<title>Ferry &amp;amp; quay</title><link>{site.root}/gone</link><{element}><![CDATA[{WHOLE}]]></{element}>"
    namespace = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    site.pages["/feed"] = gives(
        f'<rss version="2.0" {namespace}><channel><item>{item}</item></channel></rss>'.encode()
    )
    [found] = fetch(site, tmp_path, "/feed")
    assert isinstance(found, Page) and found.given and found.given.feed_url == site.root + "/feed"
    assert found.source_uri == found.url == site.root + "/gone" and WHOLE.encode() in found.content
    [stored] = read_pages(
        [ref for ref in list_pages([str(tmp_path / "archive")]) if isinstance(ref, PageRef)]
    )
    assert isinstance(stored, Page) and stored.given == Given(feed_url=site.root + "/feed")
    assert b"<title>Ferry &amp; quay</title>" in stored.content


def test_a_feed_on_disk_stands_in_for_its_pages_where_it_lies(tmp_path: Path) -> None:
    item = f"<link>http://127.0.0.1:1/1</link><description><![CDATA[{WHOLE}]]></description>"
    (tmp_path / "feed.xml").write_text(
        f'<rss version="2.0"><channel><item>{item}</item></channel></rss>'
    )
    [refused] = list_pages([str(tmp_path / "feed.xml")], archive=tmp_path / "a.warc.gz")
    assert isinstance(refused, Reject) and refused.reason == "private_address"
    [unfetched] = list_pages([str(tmp_path / "feed.xml")])
    assert isinstance(unfetched, PageRef) and unfetched.kind == "feed"


def test_a_feed_does_not_speak_for_pages_of_another_site() -> None:
    entry = Address(
        "https://paper.example/1", found_in="https://rival.example/feed", article=b"<p>Forged</p>"
    )
    assert not may_stand_in(entry)
    assert may_stand_in(replace(entry, found_in="https://www.paper.example/feed")) and may_stand_in(
        replace(entry, found_in="/news/feed.xml#1")
    )


@pytest.fixture
def listing(site: Site) -> Site:
    """A site with two pages, a feed, a sitemap and a sitemap of sitemaps that lists itself."""
    site.pages |= {"/old": gives(page("Old")), "/new": gives(page("New"))}
    for path, text in (("/feed", FEED), ("/sitemap.xml", SITEMAP), ("/index.xml", INDEX)):
        site.pages[path] = gives(
            text.format(root=site.root).encode(), Content_Type="application/xml"
        )
    return site


def names(results: list[Page | Reject]) -> list[str]:
    return [each.source_uri.rsplit("/", 1)[1] for each in results]


def test_the_pages_of_a_feed_are_fetched_once_and_keep_its_date(
    listing: Site, tmp_path: Path
) -> None:
    old, new = fetch(listing, tmp_path, "/feed")
    assert names([old, new]) == ["old", "new"]
    assert (
        isinstance(new, Page)
        and new.given
        and new.given.published_at == "2026-11-20T08:30:00+01:00"
    )
    assert listing.asked.count("/new") == 1


def test_the_pages_of_a_sitemap_and_of_a_sitemap_of_sitemaps_are_fetched(
    listing: Site, tmp_path: Path
) -> None:
    new, old, gone = fetch(listing, tmp_path, "/index.xml")
    assert names([new, old, gone]) == ["new", "old", "gone"]
    assert (
        isinstance(new, Page)
        and new.given
        and new.given.published_at == "2026-11-20T08:30:00+01:00"
    )
    assert isinstance(old, Page) and old.given is None
    assert isinstance(gone, Reject) and gone.reason == "http_404"


@pytest.mark.parametrize("path", ["/loop.xml", "/loop.xml?utm_source=x", "loop.xml"])
def test_a_sitemap_that_names_nothing_but_itself_says_so(
    site: Site, tmp_path: Path, path: str
) -> None:
    loop = f"<sitemapindex><sitemap><loc>{path}</loc></sitemap></sitemapindex>".encode()
    site.pages["/loop.xml"] = gives(loop, Content_Type="application/xml")
    assert reason(site, tmp_path, "/loop.xml") == "names_itself"
    (tmp_path / "loop.xml").write_bytes(
        b"<sitemapindex><sitemap><loc>loop.xml</loc></sitemap></sitemapindex>"
    )
    [reject] = list_pages([str(tmp_path / "loop.xml")])
    assert isinstance(reject, Reject) and reject.reason == "names_itself"


def test_since_leaves_out_what_feeds_and_sitemaps_say_is_older(
    listing: Site, tmp_path: Path
) -> None:
    assert names(fetch(listing, tmp_path, "/feed", since=date(2026, 11, 10))) == ["new"]
    assert names(fetch(listing, tmp_path, "/sitemap.xml", since=date(2026, 11, 10))) == [
        "new",
        "gone",
    ]


def test_files_that_list_addresses_are_fetched_from(
    listing: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.sources.web.Manners", lambda: QUICK)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "papers.txt").write_text(
        f"# the ferry's papers\n{listing.root}/old\n\n{listing.root}/feed\nttp://typo\n"
    )
    (tmp_path / "lists" / "news.xml").write_text(SITEMAP.format(root=listing.root))
    found = list(
        list_pages(
            [str(tmp_path / "lists" / "papers.txt")],
            archive=tmp_path / "fetched.warc.gz",
            trust_lists=True,
        )
    )
    assert sorted(each.source_uri.rsplit("/", 1)[1] for each in found) == ["new", "old", "typo"]
    refused = list(list_pages([str(tmp_path / "lists")], archive=tmp_path / "refused.warc.gz"))
    assert {each.reason for each in refused if isinstance(each, Reject)} == {
        "private_address",
        "bad_url",
    }
    without = list(list_pages([str(tmp_path / "lists"), listing.root]))
    assert {each.reason for each in without if isinstance(each, Reject)} == {"not_fetched"}
