"""A record of named fields, as JSONL and Parquet bring it, comes in; a page goes out."""

import re
from collections.abc import Mapping
from datetime import date

from flows.sources.moments import moment_of
from flows.sources.reference import UnreadableError, refuse_large
from transforms.records import Given, Page

FIELDS = (
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
)

SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, as JSON's "\ud83d" alone makes it


def make_page(source_uri: str, record: Mapping[str, object], digest: str) -> Page:
    """The page that a record is: its `text` to the letter, else its `html`. Raises UnreadableError
    where it has neither.
    """
    text = text_of(record.get("text"))
    html = text_of(record.get("html"))
    content = (text or html or "").encode("utf-8")
    if not content.strip():
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
        url=text_of(record.get("url")),
        charset="utf-8",
        fetched_at=moment_of(record.get("fetched_at")),
        given=make_given(record),
    )


def make_given(record: Mapping[str, object]) -> Given:
    """What the record says of itself."""
    return Given(
        external_id=text_of(record.get("id")),
        title=text_of(record.get("title")),
        published_at=text_of(record.get("published_at")),
        outlet=text_of(record.get("outlet")),
        authors=authors_of(record.get("authors")),
        language=text_of(record.get("language")),
    )


def authors_of(value: object) -> tuple[str, ...]:
    """The authors as a list or one string gives them."""
    names = value if isinstance(value, list) else [value]
    return tuple(name for name in map(text_of, names) if name)


def text_of(value: object) -> str | None:
    """A field as text: strings to the letter, numbers and dates written out, None for what is empty
    or no text.
    """
    match value:
        case str():
            return mend_surrogates(value) or None
        case bytes():
            return value.decode("utf-8", "replace") or None
        case bool():
            return None
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return None


def mend_surrogates(text: str) -> str:
    """`text` with pairs of surrogates made one character and single ones U+FFFD, since no database
    takes them.
    """
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
