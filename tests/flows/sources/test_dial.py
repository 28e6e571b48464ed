"""No way into a private network: every spelling is judged, and what is dialled is what was judged.
Nothing here dials such an address.
"""

import socket

import httpcore
import httpx
import pytest

from flows.sources.dial import JudgedDialler, JudgedTransport, origins_of
from flows.sources.fetcher import Fetcher, Manners
from flows.sources.private_hosts import is_inside, is_private
from flows.sources.reference import UnreadableError

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
