"""Markup and address of a page -> its publisher, as far as the page shows it, and the names it goes by."""

import csv
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from transforms.addresses import drop_tracking, is_home
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.title import article_objects
from transforms.keys import make_key
from transforms.records import Evidence, Outlet

MACHINE = re.compile(r"^(?:www\d?|m|mobile|amp|edition|web|touch)\.(?=[^.]+\.)")  # www.example.com
GENERIC = frozenset(
    ["ai", "am", "app", "blog", "co", "cc", "fm", "gg", "io", "la", "ly", "me", "news", "press", "tv", "to", "ws", "eu", "asia", "su"]
)  # country codes that sites of any country use
SAME_COUNTRY = {"uk": "GB"}
PUBLIC_SECOND_LEVEL = frozenset(
    ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "gouv"]
)  # bbc.co.uk: the name is bbc
MAX_NAME = 80


def _read_outlets() -> dict[str, tuple[str, str | None]]:
    rows = files("transforms.world").joinpath("outlets.tsv").read_text("utf-8").splitlines()
    return {row["domain"]: (row["name"], row["country_code"] or None) for row in csv.DictReader(rows, delimiter="\t")}


OUTLETS: Mapping[str, tuple[str, str | None]] = _read_outlets()


def find_canonical_url(markup: Markup, url: str | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The address that the page gives as its own, without tracking; a home page is none, and neither is an address of no web page."""
    for source, href, canonical in _canonicals_in(markup, url):
        if not is_home(canonical) or (url and is_home(url)):
            return drop_tracking(canonical), (Evidence("canonical_url", source, href),)
    return None, ()


def find_site_url(markup: Markup) -> str | None:
    """An address on the site that the page says it is of, if only its home page."""
    return next((canonical for _, _, canonical in _canonicals_in(markup, None)), None)


def _canonicals_in(markup: Markup, url: str | None) -> Iterator[tuple[str, str, str]]:
    for source, href in (("link canonical", markup.links.get("canonical")), ("og:url", markup.meta("og:url"))):
        if href and (canonical := _join(url, href)):
            yield source, href, canonical


def find_outlet(markup: Markup, canonical_url: str | None, url: str | None) -> tuple[Outlet | None, tuple[Evidence, ...]]:
    """The publisher, by the canonical address, else by the names that the page gives itself; None where it shows neither."""
    domain = domain_of(canonical_url) or domain_of(url)
    if listed := find_listed(domain):
        outlet, source = listed, "outlets.tsv"
    else:
        source, name = next(_names_in(markup), ("domain", domain))
        if name is None:
            return None, ()
        outlet = make_outlet(name, domain)
    evidence = [Evidence("outlet", source, outlet.name)]
    if domain:
        evidence.append(Evidence("outlet", "canonical_url" if domain_of(canonical_url) else "url", domain))
    return outlet, tuple(evidence)


def find_listed(domain: str | None) -> Outlet | None:
    """The outlet of outlets.tsv that owns the domain or one above it: news.example.com belongs to example.com."""
    while domain:
        if domain in OUTLETS:
            name, country_code = OUTLETS[domain]
            return make_outlet(name, domain, country_code)
        domain = domain.partition(".")[2]
    return None


def make_outlet(name: str, domain: str | None = None, country_code: str | None = None) -> Outlet:
    """An outlet with its key, which comes from the domain, or from the name where there is no domain."""
    return Outlet(make_key("outlet", domain or name.casefold()), name, domain, country_code or _country_of(domain))


def names_of_site(markup: Markup, *urls: str | None) -> frozenset[str]:
    """All names that stand for the publisher in titles and bylines: its own, its domain's ("Example", "example.com")."""
    names = {name for _, name in _names_in(markup)}
    for domain in filter(None, map(domain_of, urls)):
        labels = domain.split(".")
        is_second_level_public = len(labels) > 2 and labels[-2] in PUBLIC_SECOND_LEVEL
        names |= {domain, labels[0], labels[-3 if is_second_level_public else -2] if len(labels) > 1 else domain}
        if listed := find_listed(domain):
            names.add(listed.name)
    return frozenset(names)


def domain_of(url: str | None) -> str | None:
    """Host of an address, lower case, without "www.": "https://www.Example.com/a" is "example.com"."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    if not isinstance(host, str) or "." not in host:
        return None
    return MACHINE.sub("", host.lower().strip("."))


def _names_in(markup: Markup) -> Iterator[tuple[str, str]]:
    for name in ("og:site_name", "application-name"):
        if (value := markup.meta(name)) and len(value) <= MAX_NAME and "://" not in value:
            yield name, strip_markup(value)
    for article in article_objects(markup):
        publisher = article.get("publisher")
        publisher_name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
        if isinstance(publisher_name, str) and 0 < len(publisher_name) <= MAX_NAME and "://" not in publisher_name:
            yield "json-ld publisher", strip_markup(publisher_name)


def _join(url: str | None, href: str) -> str | None:
    try:
        joined = urljoin(url or "", href.strip())
        return joined if urlsplit(joined).scheme in {"http", "https"} and urlsplit(joined).hostname else None
    except ValueError:
        return None


def _country_of(domain: str | None) -> str | None:
    """The country of a country's top-level domain, unless the world uses it: .de is Germany, .io is nowhere."""
    ending = domain.rpartition(".")[2] if domain else ""
    if len(ending) != 2 or not ending.isascii() or ending in GENERIC:
        return None
    return SAME_COUNTRY.get(ending, ending.upper())
