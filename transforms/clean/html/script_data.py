"""The data in the scripts of a page -> the paragraphs of its article, for pages whose markup is
made in the browser.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from transforms.clean.markup.salvage import strip_markup

MAX_SCRIPT = 3_000_000  # characters
MAX_DEPTH = 40
MIN_PARAGRAPH = 60  # characters with spaces between words
LONGEST_MEAN_WORD = 12  # characters
PARAGRAPH_END = re.compile(r"</(?:p|h[1-6]|li|blockquote)>|<br\s?/?>|\n\s{0,20}\n", re.IGNORECASE)
DATA_TYPE = re.compile(r"^application/(?:[\w.+-]{0,40}\+)?json", re.IGNORECASE)


def find_story(tree: HtmlElement, body: str) -> list[str]:
    """The paragraphs of the articleBody, or else of the place in the page's JSON that holds the
    most prose; none where there is neither.
    """
    if body:
        return split_paragraphs(body)
    places: dict[str, list[str]] = defaultdict(list)
    for script in tree.iter("script"):
        if DATA_TYPE.match(script.get("type") or "") and len(script.text or "") <= MAX_SCRIPT:
            for place, text in _strings_in(_parse(script.text or ""), "", MAX_DEPTH):
                places[place].append(text)
    best = max(places.values(), key=lambda texts: sum(map(len, texts)), default=[])
    return list(dict.fromkeys(paragraph for text in best for paragraph in split_paragraphs(text)))


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with or without markup."""
    return [line for part in PARAGRAPH_END.split(text) if (line := strip_markup(part))]


def _parse(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _strings_in(value: object, place: str, depth: int) -> Iterator[tuple[str, str]]:
    """The strings that are prose, each with its place; the members of a list share theirs."""
    if isinstance(value, str):
        if _is_prose(value):
            yield place, value
    elif depth and isinstance(value, list):
        for member in value:
            yield from _strings_in(member, place, depth - 1)
    elif depth and isinstance(value, dict):
        for name, member in value.items():
            yield from _strings_in(member, f"{place}/{name}", depth - 1)


def _is_prose(value: str) -> bool:
    """Whether a string is long, has spaces as sentences have them, and is no data itself."""
    is_long = len(value) >= MIN_PARAGRAPH and value.count(" ") * LONGEST_MEAN_WORD >= len(value)
    return is_long and not value.lstrip().startswith(("{", "[", "http"))
