"""The addresses of a page come in; the one that stands for the article goes out, the same however a
reader was sent there.

`http://m.paper.example/news/7/amp/?utm_source=x#comments` and `https://www.paper.example/news/7`
are one article.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters, digits
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from courlan import normalize_url

from transforms.world.web import join_names
from transforms.world.words import read_table

MACHINE = re.compile(rf"^{join_names('machines')}\.(?=[^.]+\.)")  # `m.paper.example`
# a copy of s/paper.example/news/7
CACHE = re.compile(r"^https?://[^/?#]+\.cdn\.ampproject\.org/[a-z]/(s/)?(?=[^/]+\.)", re.IGNORECASE)
# `/news/7/amp/`, `/amp/news/7`, `7.amp.html`
SHOWN_AS = re.compile(r"^/amp(?=/.)|[/.]amp/?$|\.amp(?=\.[a-z]{3,5}$)", re.IGNORECASE)
# `;jsessionid=0A1B`
SESSION = re.compile(r"(?:;|%3B)[a-z]*sess(?:ion)?[a-z]*=[^/]*", re.IGNORECASE)
ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")
# what an address may hold as it is, so that "%2d" and "-" are one (RFC 3986, 6.2.2.2)
UNRESERVED = frozenset(ascii_letters + digits + "-._~")
PART = re.compile(r"(?:page/)?[0-9]{1,2}")  # `/news/ferry-sails/2`
# an article's name, `ferry-sails` or `7`, unlike a section's, `news`
NUMBERED = re.compile(r"[-_0-9]")
# `/`, `/index.html`, `/en/`
HOME = re.compile(
    r"^/*(?:[a-z]{2}(?:-[a-z]{2})?/*)?(?:(?:index|default|home)(?:\.[a-z]{3,5})?/*)?$",
    re.IGNORECASE,
)
FOLDER_PAGE = re.compile(r"/index\.(?:html?|php)$", re.IGNORECASE)  # `/news/ferry/index.html`


@lru_cache(maxsize=10_000)
def address_key(url: str) -> str:
    """What all addresses of one page have in common: `paper.example/news/7?id=3`. What is no
    address stays as it is.
    """
    try:
        parts = urlsplit(
            normalize_url(urlsplit(_uncached(url.strip()))._replace(query="", fragment=""))
        )
        query = urlencode(sorted(_kept(urlsplit(url).query)))
        host, port = host_key(url), _port(parts)
    except (ValueError, TypeError):
        return url
    if not host:
        return url
    return f"{host}{port}{_path(parts.path)}{'?' if query else ''}{query}{_route(url)}"


def drop_tracking(url: str) -> str:
    """The address without the parameters that only say who sent the reader; all else of it is as it
    was.
    """
    try:
        parts = urlsplit(url)
        stated = parts.query.split("&") if parts.query else []
        kept = [pair for pair in stated if not _is_tracking(*_name_and_value(pair))]
        return url if kept == stated else parts._replace(query="&".join(kept)).geturl()
    except ValueError:
        return url


def host_key(url: str) -> str:
    """The host without the name of the machine that shows it: `paper.example` of
    `https://amp.paper.example/`; "" where there is none.
    """
    try:
        host = urlsplit(_uncached(url)).hostname or ""
    except ValueError:
        return ""
    return MACHINE.sub("", _spell(host.rstrip(".")))


def _spell(host: str) -> str:
    """A host in letters of its own as the network knows it: `xn--bcher-kva.example`."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def is_home(url: str) -> bool:
    """Whether an address is that of a site, not of a page on it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(HOME.match(parts.path)) and not list(_kept(parts.query)) and not _route(url)


def speaks_for(canonical_url: str, url: str) -> bool:
    """Whether a page read at `url` may call itself `canonical_url`: of its own site only, and no
    folder that it lies in.
    """
    own, named = host_key(url), host_key(canonical_url)
    if not own or not (own == named or own.endswith("." + named) or named.endswith("." + own)):
        return False
    if is_home(canonical_url):
        return is_home(url)
    return not _lies_in(address_key(url), address_key(canonical_url))


def _lies_in(key: str, folder: str) -> bool:
    """`paper.example/news/7` lies in `paper.example/news`; the second page of an article,
    `.../news/7/2`, not in its first.
    """
    rest = key.removeprefix(folder + "/")
    is_part = PART.fullmatch(rest) and NUMBERED.search(folder.rpartition("/")[2])
    return rest != key and not is_part


def _uncached(url: str) -> str:
    return CACHE.sub(lambda match: "https://" if match[1] else "http://", url)


def _port(parts: SplitResult) -> str:
    return f":{parts.port}" if parts.port and parts.port not in {80, 443} else ""


def _path(path: str) -> str:
    bare = ESCAPED.sub(_unescape, path)
    if path.startswith("/"):
        bare = _without_dots(FOLDER_PAGE.sub("", SHOWN_AS.sub("", SESSION.sub("", bare))))
    return bare.rstrip("/")


def _unescape(escaped: re.Match[str]) -> str:
    char = chr(int(escaped[1], 16))
    return char if char in UNRESERVED else escaped[0].upper()


def _without_dots(path: str) -> str:
    """`/news/7` of `/./sport/../news/7`."""
    if "/." not in path:
        return path
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "".join(f"/{segment}" for segment in kept)


def _route(url: str) -> str:
    """A fragment that is an address in the page's own program (`#!/news/7`); any other names a
    place in the page.
    """
    fragment = url.partition("#")[2]
    return f"#{fragment}" if fragment.startswith("!") else ""


def _kept(query: str) -> Iterator[tuple[str, str]]:
    pairs = parse_qsl(query, keep_blank_values=True)
    yield from (pair for pair in pairs if not _is_tracking(*pair))


def _name_and_value(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return name, value


def _is_tracking(name: str, value: str) -> bool:
    names, beginnings = _tracking()
    folded = name.lower()
    return folded in names or f"{folded}={value.lower()}" in names or folded.startswith(beginnings)


@lru_cache(maxsize=1)
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names and the beginnings of names of the table."""
    entries = [name for (name,) in read_table("tracking_parameters.txt")]
    beginnings = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
    return frozenset(entries), beginnings
