"""A host, however it is written -> whether it lies where no public page leads: this machine, a
private network, an address of nobody.

The table in `networks.tsv` decides; Python's `is_global` lets multicast, NAT64, 6to4 and translated
addresses pass.
"""

import re
import socket
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import unquote

Network = IPv4Network | IPv6Network
IPAddress = IPv4Address | IPv6Address

# `127.1`, `0x7f.1`, `2130706433`
SHORT_FORM = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}", re.IGNORECASE)
# the bits before the IPv4 address that such an interface carries
ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def is_private(host: str) -> bool:
    """Whether any address of `host` is none of the public internet. One that cannot be looked up is
    left to the connection to judge.
    """
    try:
        return any(map(is_inside, look_up(host)))
    except OSError:
        return False


def look_up(host: str, port: int = 0) -> list[str]:
    """The addresses of a host, each once; asks nobody where the host is an address already. Raises
    OSError.
    """
    if literal := read_address(host):
        return [str(literal)]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # an empty or overlong label
        raise OSError(f"no such host: {host[:80]}") from error
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def read_address(host: str) -> IPAddress | None:
    """The address that a host is, in whatever spelling: short, octal, hexadecimal, one number,
    full-width, percent-encoded, bracketed.
    """
    plain = (
        unicodedata.normalize("NFKC", unquote(host))
        .strip()
        .strip("[]")
        .rstrip(".")
        .partition("%")[0]
    )
    try:
        return ip_address(plain)
    except ValueError:
        pass
    if not SHORT_FORM.fullmatch(plain):
        return None
    try:
        return IPv4Address(socket.inet_aton(plain))
    except OSError:
        return None


def is_inside(address: str) -> bool:
    """Whether an address lies in a network of the table, or carries one inside that does:
    `::ffff:10.0.0.1`, `2a00::5efe:10.0.0.1`.
    """
    judged = read_address(address)
    if judged is None:
        return True
    if isinstance(judged, IPv6Address):
        if judged.ipv4_mapped:
            return _is_listed(judged.ipv4_mapped)
        if (int(judged) >> 32) & 0xFFFFFFFF in ISATAP and _is_listed(
            IPv4Address(int(judged) & 0xFFFFFFFF)
        ):
            return True
    return _is_listed(judged)


def _is_listed(address: IPAddress) -> bool:
    return any(address in network for network in _networks())


@lru_cache(maxsize=1)
def _networks() -> Sequence[Network]:
    lines = files("flows.sources").joinpath("networks.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(ip_network(line.partition("\t")[0]) for line in lines if not line.startswith("#"))
