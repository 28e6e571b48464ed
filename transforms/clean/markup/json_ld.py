"""The text of a page's JSON-LD scripts -> the objects in it, mended where publishers commonly break
it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

MAX_LENGTH = 1_000_000  # characters of one script; longer ones are data stores, not metadata
MAX_OBJECTS = 500
KNOWN_TYPES = 1_000  # of schema.org
MAX_DEPTH = 16
TRAILING_COMMA = re.compile(r",(?=\s{0,50}[}\]])")  # {"a": 1,}
COMMENT_MARK = re.compile(
    r"(?://)?<!--|(?://)?-->|(?://)?<!\[CDATA\[|(?://)?\]\]>"
)  # //<![CDATA[ {...} //]]>

ARTICLE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?P<type>\w{0,30}(?:Article|Posting))"')
# "author": [{"@type": "Person", "name": "Ann Lee"}]
AUTHORS = re.compile(
    r'"author"\s{0,9}:\s{0,9}\[?(?P<people>(?:\s{0,9}\{[^{}]{0,500}\}\s{0,9},?){1,20})'
)
PERSON = re.compile(r'"name"\s{0,9}:\s{0,9}"(?P<name>[^"\\<]{2,80})"')
DAY = re.compile(r'"(?P<key>datePublished|dateModified)"\s{0,9}:\s{0,9}"(?P<value>[^"\\]{8,40})"')

JsonObject = Mapping[str, Any]


def read_json_ld(scripts: Iterable[str]) -> tuple[JsonObject, ...]:
    """Every object with an @type, also nested ones, outermost first, in order of the page. What
    does not parse is left out.
    """
    found: list[JsonObject] = []
    for script in scripts:
        for typed in _typed_objects(_parse(script), MAX_DEPTH):
            if len(found) == MAX_OBJECTS:
                return tuple(found)
            found.append(typed)
    return tuple(found)


@lru_cache(maxsize=KNOWN_TYPES)
def _name_type(stated: str) -> frozenset[str]:
    return frozenset((stated.rpartition("/")[2],))


def types_of(json_object: JsonObject) -> frozenset[str]:
    """The names of its @type without a schema's address: "https://schema.org/NewsArticle" is
    "NewsArticle".
    """
    types = json_object.get("@type")
    if isinstance(types, str):
        return _name_type(types)
    return frozenset(
        name.rpartition("/")[2]
        for name in (types if isinstance(types, list) else [types])
        if isinstance(name, str)
    )


def _parse(script: str) -> object:
    if len(script) > MAX_LENGTH:
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return _parse_mended(script)


def _parse_mended(script: str) -> object:
    try:
        return json.loads(
            TRAILING_COMMA.sub("", COMMENT_MARK.sub("", script)).strip().rstrip(";"), strict=False
        )
    except (ValueError, RecursionError):
        return _salvage(script)


def _salvage(script: str) -> dict[str, object]:
    """The type, the days and the authors of an article whose JSON is beyond mending: a headline with bare
    quotation marks breaks it all.
    """
    if not (article := ARTICLE.search(script)):
        return {}
    days = {match["key"]: match["value"] for match in reversed(list(DAY.finditer(script)))}
    people = AUTHORS.search(script)
    names = [match["name"] for match in PERSON.finditer(people["people"] if people else "")]
    return {"@type": article["type"], **days} | ({"author": names} if names else {})


def _typed_objects(value: object, depth: int) -> Iterator[JsonObject]:
    if depth == 0:
        return
    if isinstance(value, list):
        for member in value:
            yield from _typed_objects(member, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for member in value.values():
            if isinstance(member, dict | list):
                yield from _typed_objects(member, depth - 1)
