"""A host and a port come in; a connection to an address that was judged goes out: the peer is
judged, not a look-up made before it. Behind a proxy the peer is the proxy, and what is asked of it
is judged before.
"""

import ssl
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

import httpcore
import httpx

from flows.sources.private_hosts import is_inside, is_private, look_up
from flows.sources.reference import UnreadableError

WEB_PORTS = frozenset({80, 443})
Origin = tuple[str, int]  # host in small letters, port


class JudgedDialler(httpcore.NetworkBackend):
    """Resolves each name once and connects to what was judged: neither a redirect nor a name that
    changes leads inside.

    named: the origins that the user named, which may lie in a private network.
    """

    def __init__(self, named: frozenset[Origin]) -> None:
        self.named = named
        self.network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection. Raises UnreadableError for an address inside, httpcore's errors where
        nobody answers.
        """
        try:
            addresses = look_up(host, port)
        except OSError as error:
            raise httpcore.ConnectError(
                f"the host cannot be looked up: {error.strerror or error}"
            ) from error
        if (host.lower(), port) not in self.named:
            refuse_inside(host, addresses)
        return self._connect_first(
            addresses,
            lambda each: self.network.connect_tcp(
                each, port, timeout, local_address, socket_options
            ),
        )

    @staticmethod
    def _connect_first(
        addresses: list[str], connect: Callable[[str], httpcore.NetworkStream]
    ) -> httpcore.NetworkStream:
        for address in addresses[:-1]:
            try:
                return connect(address)
            except httpcore.NetworkError:
                continue
        return connect(addresses[-1])


def refuse_inside(host: str, addresses: Iterable[str]) -> None:
    """Raise UnreadableError where any of a host's addresses lies in a private network."""
    if any(map(is_inside, addresses)):
        detail = "The address leads into a private network; name it as a source of its own if it is meant."
        raise UnreadableError("private_address", detail, observed=host[:200])


def origins_of(url: str) -> Iterable[Origin]:
    """The origin that an address names; of the usual ports both, since sites send their readers
    from one to the other.
    """
    try:
        parts = urlsplit(url)
        host, port = (
            (parts.hostname or "").lower(),
            parts.port or (443 if parts.scheme.lower() == "https" else 80),
        )
    except ValueError:
        return ()
    return [(host, each) for each in WEB_PORTS] if port in WEB_PORTS else [(host, port)]


class JudgedTransport(httpx.HTTPTransport):
    """httpx's transport over `JudgedDialler`; one request a connection."""

    def __init__(self, named: frozenset[Origin]) -> None:
        context = share_context()
        super().__init__(verify=context)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_keepalive_connections=0, network_backend=JudgedDialler(named)
        )


class ProxiedTransport(httpx.BaseTransport):
    """Asks the operator's proxy for what lies outside. What lies inside is never asked of it: that
    goes the judged way, which is open to what the user named alone.
    """

    def __init__(self, named: frozenset[Origin], proxy: str) -> None:
        self.direct = JudgedTransport(named)
        self.proxied = httpx.HTTPTransport(
            verify=share_context(), proxy=proxy, limits=httpx.Limits(max_keepalive_connections=0)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response. Raises UnreadableError for an address inside, httpx's errors else."""
        way = self.direct if is_private(request.url.host) else self.proxied
        return way.handle_request(request)

    def close(self) -> None:
        """Close the connections of both ways."""
        self.direct.close()
        self.proxied.close()


def open_transport(named: frozenset[Origin], proxy: str | None) -> httpx.BaseTransport:
    """The way to the web: by the operator's proxy where he set one, else straight."""
    return ProxiedTransport(named, proxy) if proxy else JudgedTransport(named)


@lru_cache(maxsize=1)
def share_context() -> ssl.SSLContext:
    """The certificates that are trusted, read once."""
    return httpx.create_ssl_context()
