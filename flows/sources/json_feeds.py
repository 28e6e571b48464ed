"""A JSON Feed (application/feed+json, versions 1 and 1.1) comes in; what feedparser makes of a feed
in XML goes out, so that one reader serves all.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from feedparser import FeedParserDict  # type: ignore[import-untyped]

from flows.sources.given import text_of

# `"version": "https://jsonfeed.org/version/1.1"`, a slash escaped or not
VERSION = re.compile(r'"version"\s{0,9}:\s{0,9}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
BLANK_LINES = re.compile(r"\n\s*\n")


def is_json_feed(text: str, _suffix: str = "") -> bool:
    """Whether the beginning of a text is that of a JSON Feed."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and VERSION.search(text) is not None


def parse_json_feed(text: str) -> Any:  # noqa: ANN401  feedparser's dictionaries have no types
    """The feed and its entries under feedparser's names. Raises ValueError for what is no JSON or
    has no list of items.
    """
    feed = json.loads(text.lstrip("\ufeff"), strict=False)
    items = feed.get("items")
    if not isinstance(items, list):
        raise ValueError("it has no list of items")
    about = {"title": feed.get("title"), "language": feed.get("language")}
    entries = [_read_item(item, feed) for item in items if isinstance(item, Mapping)]
    return FeedParserDict(version="json", feed=FeedParserDict(about), entries=entries)


def _read_item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Any:  # noqa: ANN401  as above
    people = list(_people_of(item)) or list(_people_of(feed))
    bodies = (text_of(item.get("content_html")), _to_markup(text_of(item.get("content_text"))))
    return FeedParserDict(
        id=text_of(item.get("id")),
        link=text_of(item.get("url")) or text_of(item.get("external_url")),
        title=item.get("title"),
        language=text_of(item.get("language")),
        summary=item.get("summary"),
        content=[{"value": body} for body in bodies if body],
        authors=[{"name": name} for name in people],
        published=text_of(item.get("date_published")),
        published_parsed=_read_moment(item.get("date_published")),
        updated_parsed=_read_moment(item.get("date_modified")),
    )


def _people_of(stated: Mapping[str, Any]) -> Iterator[str]:
    """The names under `authors`, and under `author`, as version 1 has it."""
    authors = stated.get("authors")
    listed: Sequence[Any] = authors if isinstance(authors, list) else [stated.get("author")]
    for person in listed:
        if isinstance(person, Mapping) and (name := text_of(person.get("name"))):
            yield name


def _to_markup(text: str | None) -> str | None:
    """Paragraphs in HTML."""
    if text is None:
        return None
    parts = (html.escape(part, quote=False) for part in BLANK_LINES.split(text))
    return "".join(f"<p>{part}</p>" for part in parts if part.strip())


def _read_moment(stamp: object) -> Any:  # noqa: ANN401  as above
    """The UTC time of a stamp in RFC 3339; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(stamp))
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).utctimetuple()
