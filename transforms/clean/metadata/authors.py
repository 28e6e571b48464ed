"""Markup -> who wrote the article, in the order of the byline, and which field says so.

The first of these that names somebody decides: JSON-LD, metas, what is marked as author or byline,
a line such as "By Ann Lee" next to the headline. Publishers, job titles, addresses and accounts are
no authors. Two that are no person stand in the list where the page credits them, with the field of
their evidence saying so: a news agency ("agency"), and the newsroom where nobody else is credited
("newsroom").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.author_names import (
    LETTER,
    MAX_NAME,
    byline_pattern,
    compact,
    is_organisation,
    no_credit,
    split_names,
)
from transforms.clean.metadata.bylines import BYLINES, find_bylines
from transforms.clean.metadata.roles import is_nobody
from transforms.clean.metadata.title import article_objects
from transforms.records import Evidence
from transforms.world.agencies import is_agency
from transforms.world.languages import words_of
from transforms.world.phrases import compile_words

AUTHOR_METAS = (
    "author",
    "article:author_name",
    "article:author",
    "article:byline",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "articleauthor",
    "article-author",
    "article_author",
    "authors",
    "og:author",
    "og:article:author",
    "dcsext.author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "twitter:misc:written by",
)
ORGANISATION = re.compile(r"Organization$|Corporation$")  # "NewsMediaOrganization"
MAX_AUTHORS = 20
NAME_KEYS = ("name", "byline", "givenName", "additionalName", "familyName")
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


def find_authors(markup: Markup, outlet_names: Collection[str]) -> Credits:
    """The authors, each once, and the fields that name them. `outlet_names` are taken for the
    publisher, not for authors.
    """
    outlets = set(map(compact, outlet_names))
    is_website = bool(markup.metas.get("og:type")) and not _is_declared_article(markup)
    organisations = set(_organisations(markup))
    passed: list[Statement] = []
    doubtful: Statement | None = None
    for source, values in _statements(markup):
        named = _unite(name for value in values for name in split_names(value))
        names = _without_outlet(named, outlets)
        persons = [name for name in names if _is_person(name, organisations)]
        if persons and (
            source in BYLINES or not all(_is_doubtful(name, outlets) for name in persons)
        ):
            return _credit(source, names, "author")
        if persons:
            doubtful = doubtful or (source, names)
            continue
        if source not in BYLINES and any(map(is_agency, names)):
            teams = [statement for statement in passed if not _is_bare_outlet(statement, outlets)]
            return _credit_nobody([*teams, (source, values)], outlets, is_website)
        passed.append((source, values))
        if named and not names and source in BYLINES:
            break  # what comes after a byline of the outlet is about something else
    return _credit(*doubtful, "author") if doubtful else _credit_nobody(passed, outlets, is_website)


def _is_doubtful(name: str, outlets: Collection[str]) -> bool:
    """Whether a name in the metadata may be a system's or the site's, so that a person in the
    byline comes before it.
    """
    words = [compact(word) for word in name.split()]
    return (
        len(words) < 2
        or is_nobody(name)
        or any(len(word) > 3 and word in outlet for word in words for outlet in outlets)
    )


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

    JSON-LD is not asked for the newsroom on a page that calls itself a website: there it is the
    company.
    """
    for source, values in statements:
        names = _unite(
            name
            for value in values
            for name in split_names(value) or filter(_is_newsroom, [_cut_by(value)])
        )
        others = [name for name in names if is_agency(name) or _is_account(name, outlets)]
        if others or (names and not (is_website and source == "json-ld")):
            return _credit(
                source,
                names,
                "author" if all(_is_account(name, outlets) for name in names) else "newsroom",
            )
    return (), ()


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
    return not URL_OR_ACCOUNT.search(name) and not _nobody().fullmatch(name)


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
    for article in article_objects(markup):
        yield "json-ld", list(_names_of(article.get("author"), people))
    for name in AUTHOR_METAS:
        yield name, list(markup.metas.get(name, ()))
    for number in "1234":
        if (label := markup.meta(f"twitter:label{number}")) and _written_by().fullmatch(
            label.strip(": ")
        ):
            yield f"twitter:data{number}", list(markup.metas.get(f"twitter:data{number}", ()))


def _names_of(author: object, people: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The names in a JSON-LD author: a string, an object, a reference to one, or a list of
    these.
    """
    if isinstance(author, str):
        yield author
    elif isinstance(author, list):
        for member in author:
            if not isinstance(member, list):
                yield from _names_of(member, people)
    elif isinstance(author, Mapping):
        named = (
            author if any(map(author.get, NAME_KEYS)) else people.get(str(author.get("@id")), {})
        )
        name = named.get("name") or named.get("byline") or _join_parts(named)
        yield from (
            one for one in (name if isinstance(name, list) else [name]) if isinstance(one, str)
        )


def _join_parts(person: Mapping[str, object]) -> str:
    """ "Ann Lee" of givenName and familyName."""
    parts = (person.get(key) for key in NAME_KEYS[2:])
    return " ".join(part for part in parts if isinstance(part, str))
