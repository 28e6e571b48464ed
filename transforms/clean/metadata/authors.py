"""Markup -> who wrote the article, in the order of the byline, and which field says so.

The first of these that names somebody decides: JSON-LD, metas, what is marked as author or byline,
a line such as "By Ann Lee" next to the headline. Publishers, job titles, addresses and accounts are
no authors. Two that are no person stand in the list where the page credits them, with the field of
their evidence saying so: a news agency ("agency"), and the newsroom where nobody else is credited
("newsroom").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from transforms.clean.markup.json_ld import JsonObject, types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.markup import words_of as words_of_heading
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.author_names import (
    LETTER,
    MAX_NAME,
    byline_pattern,
    compact,
    foreign_by,
    is_organisation,
    no_credit,
    split_names,
)
from transforms.clean.metadata.bylines import (
    BYLINES,
    find_bylines,
    find_fuller,
    find_signed,
    is_like_a_person,
)
from transforms.clean.metadata.language import language_of
from transforms.clean.metadata.roles import is_nobody
from transforms.clean.metadata.title import article_objects
from transforms.records import Evidence
from transforms.world.agencies import is_agency
from transforms.world.languages import list_particles, words_of
from transforms.world.phrases import compile_words
from transforms.world.web import list_names

AUTHOR_METAS, NAME_KEYS = list_names("author_metas"), list_names("names")
ORGANISATION = re.compile(r"Organization$|Corporation$")  # "NewsMediaOrganization"
MAX_AUTHORS = 20
MAX_STATEMENT = 1_000  # characters; longer ones are text that went astray
ACCOUNT = re.compile(r"[a-z\d_.]+")  # "jsmith2"
URL_OR_ACCOUNT = re.compile(r"https?:|www\.|@|/")

Statement = tuple[str, list[str]]  # a field of the page and what it says
Credits = tuple[tuple[str, ...], tuple[Evidence, ...]]


@cache
def _written_by() -> re.Pattern[str]:
    """<meta name="twitter:label1" content="Written by">."""
    return compile_words(words_of("authors", "meta_label"))


@cache
def _nobody() -> re.Pattern[str]:
    return compile_words(words_of("authors", "nobody"))


@dataclass(frozen=True, slots=True)
class _Site:
    """The publisher's names, and those that the page's JSON-LD gives to organisations, compact."""

    outlets: frozenset[str]
    organisations: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one field says: all names, those that are not the publisher's, and the persons among
    them.
    """

    source: str
    values: list[str]
    names: list[str]
    persons: list[str]
    is_outlets: bool
    is_sure: bool

    @property
    def is_byline(self) -> bool:
        return self.source in BYLINES

    @property
    def is_agencys(self) -> bool:
        """Whether the metadata credit an agency, and no person."""
        return not self.persons and not self.is_byline and any(map(is_agency, self.names))

    @property
    def is_last(self) -> bool:
        """Whether nothing needs to be asked after it: what comes after a byline of the outlet is
        about something else.
        """
        return self.is_sure or self.is_agencys or (self.is_outlets and self.is_byline)


def find_authors(markup: Markup, outlet_names: Collection[str]) -> Credits:
    """The authors, each once, and the fields that name them. `outlet_names` are taken for the
    publisher, not for authors.
    """
    site = _Site(frozenset(map(compact, outlet_names)), frozenset(_organisations(markup)))
    claims = list(_claims_of(markup, site))
    if claims and claims[-1].is_sure:
        return _credit_persons(claims[-1], markup, site)
    doubtful = next((claim for claim in claims if claim.persons), None)
    if _is_bodys(claims) and (signed := find_signed(markup, site.outlets)):
        return _credit("byline", signed, "author")
    if doubtful and not claims[-1].is_agencys:
        return _credit(doubtful.source, doubtful.names, "author")
    return _credit_nobody(_without_persons(claims, site), site.outlets, _is_website(markup))


def _is_bodys(claims: Sequence[_Claim]) -> bool:
    """Whether the outlet, or a body and no person, is all that is credited."""
    if any(claim.persons for claim in claims):
        return claims[-1].is_outlets
    return any(claim.values for claim in claims)


def _claims_of(markup: Markup, site: _Site) -> Iterator[_Claim]:
    """What the fields say, one after the other, up to the one that decides."""
    foreign = foreign_by(language_of(markup.html_lang))
    for source, values in _statements(markup):
        by = None if source in BYLINES else foreign
        claim = _read_claim(source, values, site, by)
        yield claim
        if claim.is_last:
            return


def _read_claim(
    source: str, values: list[str], site: _Site, foreign: re.Pattern[str] | None
) -> _Claim:
    named = _unite(name for value in values for name in _split(value, foreign))
    names = _without_outlet(named, site.outlets)
    persons = [name for name in names if _is_person(name, site.organisations)]
    is_sure = source in BYLINES or not all(_is_doubtful(name, site.outlets) for name in persons)
    is_outlets = bool(named) and not names
    credited = _without_bodies(names, site) if persons else names
    return _Claim(source, values, credited, persons, is_outlets, bool(persons) and is_sure)


def _without_bodies(names: list[str], site: _Site) -> list[str]:
    """The names but those that the page's JSON-LD gives to organisations that are no agencies."""
    return [name for name in names if is_agency(name) or compact(name) not in site.organisations]


def _split(value: str, foreign: re.Pattern[str] | None) -> list[str]:
    """The names in a statement; one that begins like a byline in another language than the page's
    is a name: "Oleh Koval", "Nga Pham".
    """
    is_name = foreign is not None and foreign.match(value) and value == value.strip()
    names = [value] if is_name else split_names(value)
    return [name for name in names if not _is_label(name)]


def _credit_persons(claim: _Claim, markup: Markup, site: _Site) -> Credits:
    """The persons of a claim; where the metadata leave out some of those whom the byline names,
    those of the byline; where the byline
    bears the outlet's name ("By Marlow Desk"), those who sign above the text.
    """
    if not claim.is_byline:
        fuller = find_fuller(markup, claim.persons)
        return _credit("byline", fuller, "author") if fuller else _credit_claim(claim)
    if all(_bears_outlet(name, site.outlets) for name in claim.persons):
        signed = find_signed(markup, site.outlets)
        return _credit(claim.source, signed, "author") if signed else _credit_claim(claim)
    return _credit_claim(claim)


def _credit_claim(claim: _Claim) -> Credits:
    return _credit(claim.source, claim.names, "author")


def _without_persons(claims: Iterable[_Claim], site: _Site) -> list[Statement]:
    """The statements that credit nobody; before an agency's those that say no more than the
    outlet's name do not count.
    """
    claims = list(claims)
    statements = [(claim.source, claim.values) for claim in claims if not claim.persons]
    if not claims or not claims[-1].is_agencys:
        return statements
    others = [one for one in statements[:-1] if not _is_bare_outlet(one, site.outlets)]
    return [*others, statements[-1]]


def _is_website(markup: Markup) -> bool:
    return bool(markup.metas.get("og:type")) and not _is_declared_article(markup)


@cache
def _labels() -> frozenset[str]:
    """Sections' names that say nothing, which systems fill in for an author: "News"."""
    return frozenset(words_of("lines", "empty_section"))


def _is_label(name: str) -> bool:
    return name.casefold() in _labels()


def _is_doubtful(name: str, outlets: Collection[str]) -> bool:
    """Whether a name in the metadata may be a system's or the site's, so that a person in the
    byline comes before it.
    """
    return len(name.split()) < 2 or is_nobody(name) or _bears_outlet(name, outlets)


def _bears_outlet(name: str, outlets: Collection[str]) -> bool:
    """Whether a word of a name stands in the outlet's name: "Marlow Desk"."""
    words = [compact(word) for word in name.split()]
    return any(len(word) > 3 and word in outlet for word in words for outlet in outlets)


def _is_person(name: str, organisations: Collection[str]) -> bool:
    return (
        not is_agency(name)
        and not ACCOUNT.fullmatch(name)
        and not is_organisation(name)
        and compact(name) not in organisations
    )


def _organisations(markup: Markup) -> Iterator[str]:
    """Names that the page's JSON-LD gives to organisations, and not to persons as well."""
    named = [
        (compact(found["name"]), types_of(found))
        for found in markup.json_ld
        if isinstance(found.get("name"), str)
    ]
    persons = {name for name, types in named if "Person" in types}
    return (
        name
        for name, types in named
        if name not in persons and any(map(ORGANISATION.search, types))
    )


def _credit_nobody(
    statements: Iterable[Statement], outlets: Collection[str], is_website: bool
) -> Credits:
    """The first statement that credits an agency, an account or the newsroom.

    The metadata are not asked for the newsroom on a page that calls itself a website: there it is
    the company.
    """
    for source, values in statements:
        names = _bodies_in(values)
        accounts = _accounts_in(names, outlets)
        is_company = is_website and source not in BYLINES and not _may_be_one(source, names)
        if accounts or any(map(is_agency, names)) or (names and not is_company):
            is_newsroom = len(accounts) < len(names)
            return _credit(source, names, "newsroom" if is_newsroom else "author")
    return (), ()


def _may_be_one(source: str, names: list[str]) -> bool:
    """Whether a meta names the publisher by what may be a person's name: "Eric Vale"."""
    return source != "json-ld" and all(
        is_like_a_person(name) and len(name.split()) == len(("given", "surname")) for name in names
    )


def _bodies_in(values: Iterable[str]) -> list[str]:
    """The names in statements that credit no person."""
    return _unite(name for value in values for name in _bodies_of(value))


def _bodies_of(value: str) -> list[str]:
    names = [name for name in split_names(value) if not _is_label(name)]
    return names or list(filter(_is_newsroom, [_cut_by(value)]))


def _accounts_in(names: Iterable[str], outlets: Collection[str]) -> list[str]:
    return [name for name in names if _is_account(name, outlets)]


def _is_account(name: str, outlets: Collection[str]) -> bool:
    return bool(ACCOUNT.fullmatch(name)) and compact(name) not in outlets


def _is_bare_outlet(statement: Statement, outlets: Collection[str]) -> bool:
    """Whether it says nothing but the outlet's name, unlike "Gazette staff reporter"."""
    return all(compact(value) in outlets for value in statement[1])


def _without_outlet(names: list[str], outlets: Collection[str]) -> list[str]:
    """The names but those of the publisher, and next to others but those of its departments ("CNN
    Business").
    """
    others = [name for name in names if compact(name) not in outlets]
    return [name for name in others if compact(name.partition(" ")[0]) not in outlets] or others


def _cut_by(value: str) -> str:
    return byline_pattern().sub("", strip_markup(value), count=1)


def _unite(names: Iterable[str]) -> list[str]:
    """Each name once, however it is capitalised, in order; not two that were written as one: "Ann
    Lee Bo Ek".
    """
    united: dict[str, str] = {}
    for name in islice(names, 5 * MAX_AUTHORS):
        united.setdefault(compact(name), name)
    pairs = {first + second for first in united for second in united if first != second}
    return [name for key, name in united.items() if key not in pairs][:MAX_AUTHORS]


def _credit(source: str, names: list[str], field: str) -> Credits:
    return tuple(names), tuple(
        Evidence("agency" if is_agency(name) else field, source, name) for name in names
    )


def _is_newsroom(name: str) -> bool:
    if not 1 < len(name) <= MAX_NAME or not LETTER.search(name) or no_credit().search(name):
        return False
    if name.partition(" ")[0] in list_particles():  # "der Redaktion"
        return False
    return not _is_label(name) and not URL_OR_ACCOUNT.search(name) and not _nobody().fullmatch(name)


def _is_declared_article(markup: Markup) -> bool:
    return "article" in map(str.casefold, markup.metas.get("og:type", ()))


def _statements(markup: Markup) -> Iterator[Statement]:
    for source, values in _stated_authors(markup):
        yield source, [value for value in values if len(value) <= MAX_STATEMENT]
    yield from find_bylines(markup)


def _stated_authors(markup: Markup) -> Iterator[Statement]:
    people = {
        str(found["@id"]): found for found in markup.json_ld if "@id" in found and "name" in found
    }
    for article in _own_articles(markup):
        yield "json-ld", list(_names_of(article.get("author"), people))
    for name in AUTHOR_METAS:
        yield name, list(markup.metas.get(name, ()))
    for number in "1234":
        if (label := markup.meta(f"twitter:label{number}")) and _written_by().fullmatch(
            label.strip(": ")
        ):
            yield f"twitter:data{number}", list(markup.metas.get(f"twitter:data{number}", ()))


def _own_articles(markup: Markup) -> Iterator[JsonObject]:
    """The JSON-LD articles but those that another headline shows to be other stories, which a list
    of what to read next has.
    """
    first: frozenset[str] = frozenset()
    for article in article_objects(markup):
        words = words_of_heading(str(article.get("headline") or article.get("name") or ""))
        if len(first & words) * 2 >= min(len(first), len(words)):
            yield article
        first = first or words


def _names_of(author: object, people: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The names in a JSON-LD author: a string, an object, a reference to one, or a list of
    these.
    """
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping) and isinstance(one.get("@list"), list):
            yield from _names_of(one["@list"], people)
        elif isinstance(one, Mapping):
            yield from _names_of_person(one, people)


def _names_of_person(
    person: Mapping[str, object], people: Mapping[str, Mapping[str, object]]
) -> Iterator[str]:
    is_named = any(map(person.get, NAME_KEYS))
    named = person if is_named else people.get(str(person.get("@id")), {})
    name = named.get("name") or named.get("byline") or _join_parts(named)
    names = name if isinstance(name, list) else [name]
    yield from filter(None, map(_name_of, names))


def _name_of(name: object) -> str | None:
    """A name as it stands, or within an object of its own: `{"name": {"name": "Ann Lee"}}`."""
    inner = name.get("name") if isinstance(name, Mapping) else name
    return inner if isinstance(inner, str) else None


def _join_parts(person: Mapping[str, object]) -> str:
    """ "Ann Lee" of givenName and familyName."""
    parts = (person.get(key) for key in NAME_KEYS[2:])
    return " ".join(part for part in parts if isinstance(part, str))
