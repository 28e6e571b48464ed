"""Markup and address of a page -> its publisher, as far as the page shows it, and the names it goes
by.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from transforms.addresses import drop_tracking, is_home
from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.hosts import Place, find_place
from transforms.clean.metadata.title import article_objects
from transforms.keys import make_key
from transforms.records import Evidence, Outlet
from transforms.world.domains import find_country_of, spell_country
from transforms.world.web import join_names, list_names

# www.example.com
MACHINE = re.compile(
    rf"^(?:{join_names('machines')}|{join_names('editions')})\.(?=[^.]+\.)"
)  # www.example.com
PUBLIC_SECOND_LEVEL = frozenset(list_names("second_levels"))
MAX_NAME = 80
# "Columbia Star - Columbia's weekly newspaper"
SLOGAN = re.compile(r"\s*[|•｜»]\s*|\s[-–—:]\s|:\s")
TRADE_MARK = re.compile(r"[®™©]|\s\(?TM\)?$")
NAME_EDGE = " \t\"'“”„«»‘’-–—|:,"
DOMAIN_LIKE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,12}|[a-z0-9-]+", re.ASCII)
EMPTY_NAMES = frozenset(("", *list_names("empty_names")))
SITE_TYPE = frozenset(["WebSite", "NewsMediaOrganization"])
COUNTRY = re.compile(r"[A-Za-z]{2}")
WORD = re.compile(r"\w+")


def _read_outlets() -> dict[str, tuple[str, str | None]]:
    rows = files("transforms.world").joinpath("outlets.tsv").read_text("utf-8").splitlines()
    return {
        row["domain"]: (row["name"], row["country_code"] or None)
        for row in csv.DictReader(rows, delimiter="\t")
    }


OUTLETS: Mapping[str, tuple[str, str | None]] = _read_outlets()


NAME_WORDS = 4  # of a name before a colon
SPACE = re.compile(r"\s")  # in what stands for an address: a heading, filled in by a template


def find_canonical_url(markup: Markup, url: str | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The address that the page gives as its own, without tracking; a home page is none, and
    neither is an address of no web page.
    """
    for source, href, canonical in _canonicals_in(markup, url):
        if not is_home(canonical) or (url and is_home(url)):
            return drop_tracking(canonical), (Evidence("canonical_url", source, href),)
    return None, ()


def find_site_url(markup: Markup) -> str | None:
    """An address on the site that the page says it is of, if only its home page."""
    return next((canonical for _, _, canonical in _canonicals_in(markup, None)), None)


def _canonicals_in(markup: Markup, url: str | None) -> Iterator[tuple[str, str, str]]:
    for source, href in (
        ("link canonical", markup.links.get("canonical")),
        ("og:url", markup.meta("og:url")),
    ):
        if href and not SPACE.search(href.strip()) and (canonical := _join(url, href)):
            yield source, href, canonical


def find_outlet(
    markup: Markup, canonical_url: str | None, url: str | None
) -> tuple[Outlet | None, tuple[Evidence, ...]]:
    """The publisher, by the canonical address, else by the names that the page gives itself; None
    where it shows neither.
    """
    address = canonical_url if domain_of(canonical_url) else url
    place = find_place(address, domain_of(address))
    if place and not place.platform and (listed := find_listed(place.domain)):
        outlet, source = listed, "outlets.tsv"
    else:
        source, name = next(_own_names(markup, place), ("domain", place.key if place else None))
        if name is None:
            return None, ()
        outlet = make_outlet(
            name,
            place.domain if place else None,
            _country_stated(markup),
            place.path if place else None,
        )
    evidence = [Evidence("outlet", source, outlet.name)]
    if place:
        evidence.append(
            Evidence("outlet", "canonical_url" if domain_of(canonical_url) else "url", place.key)
        )
    return outlet, tuple(evidence)


def _own_names(markup: Markup, place: Place | None) -> Iterator[tuple[str, str]]:
    """What the page calls itself, without slogans: names before those that are but a domain, and
    never a platform's.
    """
    domain = place.domain if place else None
    named = [
        (source, cut_slogan(name, domain))
        for source, name in (*_names_in(markup), *_names_of_website(markup))
    ]
    named += _names_in_title(markup, domain)
    headline = None if markup.headline_at is None else markup.lines[markup.headline_at]
    others = EMPTY_NAMES | {
        fold_name(name) for name in (place.platform if place else None, headline) if name
    }
    own = [(source, name) for source, name in named if name and fold_name(name) not in others]
    yield from sorted(own, key=lambda found: bool(DOMAIN_LIKE.fullmatch(found[1])))


def cut_slogan(name: str, domain: str | None) -> str:
    """ "LinkNaija | Nigeria's news platform" is LinkNaija; of several parts that one is the name
    which the domain has.
    """
    parts = [part.strip(NAME_EDGE) for part in SLOGAN.split(TRADE_MARK.sub("", name))]
    parts = [part for part in parts if part]
    own = [part for part in parts if _is_in_domain(part, domain)]
    return next(iter(own or parts), "")


def _is_in_domain(name: str, domain: str | None) -> bool:
    """Whether a name and a domain are of one outlet: "The Marlow Gazette",
    marlowgazette.example.
    """
    folded = fold_name(name)
    labels = [label.replace("-", "") for label in (domain or "").split(".")[:-1]]
    return any(
        len(label) > 3 and (label in folded or (len(folded) > 3 and folded in label))
        for label in labels
    )


def _names_of_website(markup: Markup) -> Iterator[tuple[str, str]]:
    """The names of objects that are the site: WebSite, NewsMediaOrganization."""
    for found in markup.json_ld:
        name = found.get("name")
        if (
            SITE_TYPE & types_of(found)
            and isinstance(name, str)
            and 0 < len(name) <= MAX_NAME
            and "://" not in name
        ):
            yield "json-ld website", strip_markup(name)


def _names_in_title(markup: Markup, domain: str | None) -> Iterator[tuple[str, str]]:
    """The part of <title> that the domain has: "Rain stops play | The Marlow Gazette", "Marlow
    Gazette: Rain stops play".
    """
    title = markup.title or ""
    parts = [part.strip(NAME_EDGE) for part in SLOGAN.split(title)]
    first, colon, _ = title.partition(": ")
    before = [first] if colon and len(first.split()) <= NAME_WORDS else []
    yield from (
        ("title", part) for part in (*reversed(parts[1:]), *before) if _may_be_name(part, domain)
    )


def _may_be_name(part: str, domain: str | None) -> bool:
    is_name = (
        len(part) <= MAX_NAME and not DOMAIN_LIKE.fullmatch(part) and not part.startswith("by ")
    )
    return is_name and _is_in_domain(part, domain)


def fold_name(name: str) -> str:
    """A name as it is compared: "The Marlow-Gazette" is "themarlowgazette"."""
    return "".join(WORD.findall(name.casefold()))


def _country_stated(markup: Markup) -> str | None:
    """The country in the publisher's address, where it is a code."""
    for found in markup.json_ld:
        publisher = found.get("publisher")
        owners = [
            owner
            for owner in (found if SITE_TYPE & types_of(found) else None, publisher)
            if isinstance(owner, Mapping)
        ]
        for owner in owners:
            address = owner.get("address")
            code = address.get("addressCountry") if isinstance(address, Mapping) else None
            if isinstance(code, str) and COUNTRY.fullmatch(code):
                return spell_country(code)
    return None


def find_listed(domain: str | None) -> Outlet | None:
    """The outlet of outlets.tsv that owns the domain or one above it: news.example.com belongs to
    example.com.
    """
    while domain:
        if domain in OUTLETS:
            name, country_code = OUTLETS[domain]
            return make_outlet(name, domain, country_code)
        domain = domain.partition(".")[2]
    return None


def make_outlet(
    name: str, domain: str | None = None, country_code: str | None = None, path: str | None = None
) -> Outlet:
    """An outlet with its key, which comes from the domain, or from the name where there is no
    domain.

    path: what is the outlet's own on a host of many. A country's domain tells more than an address.
    """
    key = f"{domain}/{path}" if path else domain
    return Outlet(
        make_key("outlet", key or name.casefold()),
        name,
        domain,
        find_country_of(domain) or country_code,
    )


def names_of_site(markup: Markup, *urls: str | None) -> frozenset[str]:
    """All names that stand for the publisher in titles and bylines: its own, its domain's
    ("Example", "example.com").
    """
    names = {name for _, name in _names_in(markup)}
    for domain in filter(None, map(domain_of, urls)):
        labels = domain.split(".")
        is_second_level_public = len(labels) > 2 and labels[-2] in PUBLIC_SECOND_LEVEL
        names |= {
            domain,
            labels[0],
            labels[-3 if is_second_level_public else -2] if len(labels) > 1 else domain,
        }
        if listed := find_listed(domain):
            names.add(listed.name)
    return frozenset(names)


def domain_of(url: str | None) -> str | None:
    """Host of an address, lower case, without "www.": "https://www.Example.com/a" is
    "example.com".
    """
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    if not isinstance(host, str) or "." not in host:
        return None
    return MACHINE.sub("", host.lower().strip("."))


def _names_in(markup: Markup) -> Iterator[tuple[str, str]]:
    yield from _names_in_metas(markup, "og:site_name", "application-name")
    for article in article_objects(markup):
        publisher = article.get("publisher")
        publisher_name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
        if (
            isinstance(publisher_name, str)
            and 0 < len(publisher_name) <= MAX_NAME
            and "://" not in publisher_name
        ):
            yield "json-ld publisher", strip_markup(publisher_name)
    yield from _names_in_metas(markup, "dc.publisher", "publisher")


def _names_in_metas(markup: Markup, *metas: str) -> Iterator[tuple[str, str]]:
    for name in metas:
        if (value := markup.meta(name)) and len(value) <= MAX_NAME and "://" not in value:
            yield name, strip_markup(value)


def _join(url: str | None, href: str) -> str | None:
    try:
        joined = urljoin(url or "", href.strip())
        return (
            joined
            if urlsplit(joined).scheme in {"http", "https"} and urlsplit(joined).hostname
            else None
        )
    except ValueError:
        return None
