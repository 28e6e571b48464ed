"""A host's name -> whether it lies where no public page leads: this machine, a private network, or an address that nobody can reach."""

import socket
from functools import lru_cache
from ipaddress import IPv6Address, ip_address


@lru_cache(maxsize=10_000)
def is_private(host: str) -> bool:
    """Whether any address of `host` is none of the public internet. One that cannot be looked up is left to the connection to judge."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(_is_inside(str(place[0])) for *_, place in found)


def _is_inside(address: str) -> bool:
    """`127.0.0.1`, `10.0.0.7`, `169.254.169.254`, `fe80::1%eth0`, `::ffff:192.168.0.1`"""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return not parsed.is_global
