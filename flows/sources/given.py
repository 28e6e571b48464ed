"""A record of named fields, as JSONL and Parquet bring it, comes in; a page goes out."""

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Literal, get_args

from flows.sources.moments import moment_of
from flows.sources.reference import UnreadableError, refuse_large
from transforms.records import Given, Page

Field = Literal[
    "id",
    "url",
    "title",
    "text",
    "html",
    "published_at",
    "outlet",
    "authors",
    "language",
    "fetched_at",
]
FIELDS: frozenset[str] = frozenset(get_args(Field))
TEXTS = ("text", "html")  # of which a record must have one

# under which an interface hides a value
WRAPPERS = ("rendered", "value", "@value", "#text", "name", "$date", "$numberLong", "$oid")
MOST_WRAPPED = 3
NAME_PARTS = (("givenName", "familyName"), ("first_name", "last_name"), ("first", "last"))
COUNTED = re.compile(r"[0-9]{9,19}(?:\.[0-9]{1,9})?\Z", re.ASCII)  # seconds or parts of them
SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, as JSON's "\ud83d" alone makes it


def hash_fields(record: Mapping[str, object]) -> str:
    """The hash by which a record is known whose bytes are not at hand."""
    told = json.dumps(record, default=repr, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def make_page(source_uri: str, record: Mapping[str, object], digest: str) -> Page:
    """The page that a record is: its `text` to the letter, else its `html`. Raises UnreadableError
    where it has neither.
    """
    record = fold_names(record)
    text = prose_of(record.get("text"))
    html = prose_of(record.get("html"))
    content = (text or html or "").encode("utf-8")
    if not content:
        raise UnreadableError(
            "no_text",
            "The record has neither `text` nor `html`.",
            observed=", ".join(sorted(map(str, record)))[:200],
        )
    refuse_large(content)
    return Page(
        source_uri,
        content,
        digest,
        form="text" if text else "html",
        url=address_of(record.get("url")),
        charset="utf-8",
        fetched_at=moment_of(unwrap(record.get("fetched_at"))),
        given=make_given(record),
    )


def make_given(record: Mapping[str, object]) -> Given:
    """What the record says of itself."""
    return Given(
        external_id=text_of(record.get("id")),
        title=text_of(record.get("title")),
        published_at=day_of(record.get("published_at")),
        outlet=text_of(record.get("outlet")),
        authors=authors_of(record.get("authors")),
        language=text_of(record.get("language")),
    )


def fold_names(record: Mapping[str, object]) -> Mapping[str, object]:
    """The fields by their names, and by those that differ in capitals alone: `Title`."""
    if not any(name != name.lower() for name in record):
        return record
    return {**{name.lower(): value for name, value in record.items()}, **record}


def unwrap(value: object) -> object:
    """What a value holds that stands in an object or a list of its own, as interfaces write it:
    `{"rendered": "A title"}`, `{"$date": 1709648880000}`, `["A title"]`.
    """
    for _ in range(MOST_WRAPPED):
        if isinstance(value, Mapping):
            value = next((value[key] for key in WRAPPERS if key in value), None)
        elif isinstance(value, list) and len(value) == 1:
            value = value[0]
    return value


def prose_of(value: object) -> str | None:
    """A text to the letter; the paragraphs of a list as one. A number is none."""
    value = unwrap(value)
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    text = text_of(value) if isinstance(value, str | bytes) else None
    return text if text and text.strip() else None


def address_of(value: object) -> str | None:
    """The address without spaces round it and with the protocol that "//paper.example/7" leaves
    out; what is none as it is stated, for the gate to tell of.
    """
    address = (text_of(value) or "").strip()
    return f"https:{address}" if address.startswith("//") else address or None


def day_of(value: object) -> str | None:
    """When a record says it was published, as text: a number as the moment that it counts,
    `[2024, 3, 5]` as its day.
    """
    value = unwrap(value)
    if isinstance(value, list):
        value = "-".join(f"{part:02}" for part in value[:3] if type(part) is int)
    text = text_of(value) or ""
    moment = moment_of(value) if COUNTED.match(text) else None
    return moment.isoformat() if moment else text or None


def authors_of(value: object) -> tuple[str, ...]:
    """The authors as one string, an object, or a list of these gives them; also as one string that
    is such a list in JSON.
    """
    if isinstance(value, str) and value.lstrip().startswith("["):
        with suppress(ValueError, RecursionError):
            value = json.loads(value)
    names = (name_of(one) for one in (value if isinstance(value, list) else [value]))
    return tuple(name for name in names if name and not name.isdecimal())


def name_of(author: object) -> str | None:
    """`Ann Lee` of her name as a string, `{"name": "Ann Lee"}` or `{"givenName": "Ann",
    "familyName": "Lee"}`.
    """
    if isinstance(author, Mapping):
        for given, family in NAME_PARTS:
            parts = [author.get(given), author.get(family)]
            if all(isinstance(part, str) for part in parts):
                return text_of(" ".join(map(str, parts)).strip())
    return text_of(author)


def text_of(value: object) -> str | None:
    """A field as text: strings to the letter, numbers and dates written out, None for what is empty
    or no text.
    """
    match unwrap(value):
        case str() as text:
            return mend_surrogates(text) or None
        case bytes() as octets:
            return octets.decode("utf-8", "replace") or None
        case bool():
            return None
        case int() | float() as number:
            return str(number)
        case date() as day:
            return day.isoformat()
        case _:
            return None


def mend_surrogates(text: str) -> str:
    """`text` with pairs of surrogates made one character and single ones U+FFFD, since no database
    takes them.
    """
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
