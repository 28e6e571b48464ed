"""No way into a private network: every spelling is judged, and what is dialled is what was judged.
Nothing here dials such an address.
"""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpcore
import httpx
import pytest

from flows.sources import Address, fetch_pages
from flows.sources.dial import JudgedDialler, JudgedTransport, origins_of
from flows.sources.fetcher import Fetcher, Manners
from flows.sources.private_hosts import is_inside, is_private
from flows.sources.reference import UnreadableError
from tests.flows.site import Site, gives, page, serve
from transforms.records import Reject

FORMS = """
127.0.0.1 127.1 127.0.1 0177.0.0.1 0x7f.1 0x7f000001 017700000001 2130706433 0 0.0.0.0 10.0.0.7 10.7 172.16.0.1
172.31.255.255 192.168.1.1 169.254.169.254 0xa9fea9fe 2852039166 100.64.0.1 100.127.255.254 192.0.0.1 192.0.2.1
192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
168.63.129.16 127.0.0.1. [::1] ::1 :: ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:0:10.0.0.1
::ffff:0:8.8.8.8 64:ff9b::10.0.0.1 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:0:53aa:64c:0:fbff:f5ff:fffe
2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002::1 2002:a00:1:: 2002:808:808:: 3ffe::1 3fff::1 5f00::1 fc00::1
fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1 2a00::5efe:10.0.0.1 2a00::200:5efe:127.0.0.1 １２７.0.0.1
127。0。0。1 ①②⑦.0.0.1 %31%32%37.0.0.1 127%2e0%2e0%2e1
"""
INSIDE = FORMS.split()
OUTSIDE = [
    "8.8.8.8",
    "1.1.1.1",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "2001:4860:4860::8888",
    "2a00:1450::1",
    "2600::1",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("host", INSIDE)
def test_addresses_inside_are_known_however_they_are_written(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", OUTSIDE)
def test_public_addresses_are_public(host: str) -> None:
    assert not is_private(host)


def test_what_is_no_address_is_inside_for_the_one_who_dials() -> None:
    assert is_inside("nonsense") and not is_private("no-such-host.invalid")


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would have been dialled: every attempt is noted and refused."""
    attempts: list[str] = []

    def refuse(_self: object, host: str, *_: object, **__: object) -> None:
        attempts.append(host)
        raise httpcore.ConnectError("refused by the test")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", refuse)
    return attempts


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let the n-th look-up give the n-th answer, the last one for ever; the names that were looked
    up.
    """
    left, asked = list(answers), []

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize(
    "spelling",
    [
        "http://127.1/",
        "http://2130706433/",
        "http://user:word@[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://0x7f.1/",
    ],
)
def test_no_spelling_is_dialled(dialled: list[str], spelling: str) -> None:
    with Fetcher(Manners(attempts=1, delay=0)) as fetcher, pytest.raises(UnreadableError) as raised:
        fetcher.fetch(spelling)
    assert (raised.value.reason, dialled) == ("private_address", [])


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["64:ff9b::a00:1"]])
def test_a_name_that_leads_inside_is_not_dialled(
    monkeypatch: pytest.MonkeyPatch, dialled: list[str], addresses: list[str]
) -> None:
    resolving(monkeypatch, addresses)
    with Fetcher(Manners(attempts=1, delay=0)) as fetcher, pytest.raises(UnreadableError) as raised:
        fetcher.fetch("http://paper.example/")
    assert (raised.value.reason, dialled) == ("private_address", [])


def test_a_name_is_looked_up_once_and_what_was_judged_is_dialled(
    monkeypatch: pytest.MonkeyPatch, dialled: list[str]
) -> None:
    asked = resolving(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    with pytest.raises(httpcore.ConnectError):
        JudgedDialler(frozenset()).connect_tcp("paper.example", 80)
    assert (asked, dialled) == (["paper.example"], ["8.8.8.8"])
    with pytest.raises(UnreadableError):
        JudgedDialler(frozenset()).connect_tcp("paper.example", 80)
    assert dialled == ["8.8.8.8"]


def test_the_client_dials_by_the_judge(dialled: list[str]) -> None:
    """It is put into httpx by a name of its own making: this fails where httpx moves it."""
    with httpx.Client(transport=JudgedTransport(frozenset()), trust_env=False) as client:
        with pytest.raises(UnreadableError):
            client.get("http://127.0.0.1:1/")
        with pytest.raises(httpx.ConnectError):
            client.get("http://8.8.8.8/")
    assert dialled == ["8.8.8.8"]


def test_a_host_that_the_user_named_is_named_with_its_port_only() -> None:
    assert list(origins_of("http://Wiki.corp.example/a")) == list(
        origins_of("https://wiki.corp.example/")
    )
    assert list(origins_of("http://127.0.0.1:8001/")) == [("127.0.0.1", 8001)]


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A proxy on loopback: what it is asked for stands in `asked`, as whole addresses. Names are
    looked up in a table of the test; no other is known.
    """
    known = {"paper.example": "93.184.216.34", "intranet.example": "10.0.0.1"}
    of_system = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: int, **more: int) -> list[tuple[object, ...]]:
        if host[0].isdigit():
            return list(of_system(host, port, *rest, **more))
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (known[host], port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield from serve()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from serve()


def fetch(folder: Path, url: str, proxy: Site | None) -> list[str]:
    """What comes of an address that the user named: "page", or the reasons of the rejects."""
    manners = Manners(delay=0, attempts=1, timeout=10, proxy=proxy and proxy.root)
    found = fetch_pages([Address(url)], folder / "a.warc.gz", manners=manners)
    return sorted(each.reason if isinstance(each, Reject) else "page" for each in found)


def test_proxies_of_the_environment_are_not_asked(
    site: Site, proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.root)
    site.pages["/new"] = gives(page("New"))
    assert (fetch(tmp_path, site.root + "/new", None), proxy.asked) == (["page"], [])


@pytest.mark.parametrize("host", ["paper.example", "known-to-the-proxy.example"])
def test_what_lies_outside_is_asked_of_the_proxy_that_the_operator_set(
    proxy: Site, tmp_path: Path, host: str
) -> None:
    proxy.pages[f"http://{host}/new"] = gives(page("New"))
    assert fetch(tmp_path, f"http://{host}/new", proxy) == ["page"]
    assert proxy.asked == [f"http://{host}/robots.txt", f"http://{host}/new"]
    assert fetch(tmp_path, f"https://{host}/new", proxy) == ["connection_failed"]  # no tunnel here


def test_the_proxy_is_no_way_round_the_guard(proxy: Site, tmp_path: Path) -> None:
    inside = ["intranet.example/x", "127.1:8001/x", "[::1]/x", "2130706433/x", "169.254.169.254/x"]
    links = "".join(f"<item><link>http://{each}</link></item>" for each in inside)
    feed = f'<rss version="2.0"><channel>{links}</channel></rss>'.encode()
    proxy.pages["http://paper.example/feed"] = gives(feed, Content_Type="text/xml")
    proxy.pages["http://paper.example/away"] = gives(b"", 302, Location="http://intranet.example/")
    assert fetch(tmp_path, "http://paper.example/feed", proxy) == ["private_address"] * len(inside)
    assert fetch(tmp_path, "http://paper.example/away", proxy) == ["private_address"]
    assert {url.split("/")[2] for url in proxy.asked} == {"paper.example"}


@pytest.mark.parametrize("kind", ["sitemap", "feed"])
def test_a_list_may_name_pages_of_another_site_and_its_own_rules_hold(
    proxy: Site, tmp_path: Path, kind: str
) -> None:
    other = "http://other.example"  # known to the proxy alone
    listed = {
        "sitemap": "<urlset><url><loc>{0}/open</loc></url><url><loc>{0}/shut</loc></url></urlset>",
        "feed": "<rss><channel><item><link>{0}/open</link></item><item><link>{0}/shut</link>"
        "</item></channel></rss>",
    }[kind].format(other)
    proxy.pages |= {
        "http://paper.example/list.xml": gives(listed.encode(), Content_Type="text/xml"),
        f"{other}/robots.txt": gives(b"User-agent: *\nDisallow: /shut\n"),
        f"{other}/open": gives(page("Open")),
    }
    assert fetch(tmp_path, "http://paper.example/list.xml", proxy) == ["page", "robots_disallowed"]
    assert [url for url in proxy.asked if other in url] == [f"{other}/robots.txt", f"{other}/open"]


def test_what_the_user_named_inside_is_asked_straight(
    site: Site, proxy: Site, tmp_path: Path
) -> None:
    site.pages["/new"] = gives(page("New"))
    assert (fetch(tmp_path, site.root + "/new", proxy), proxy.asked) == (["page"], [])
