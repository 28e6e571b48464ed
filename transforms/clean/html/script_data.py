"""The data in the scripts of a page -> the paragraphs of its article, for pages whose markup is
made in the browser.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.clean.markup.salvage import strip_markup
from transforms.clean.markup.tree import Script

MAX_SCRIPT = 3_000_000  # characters
MAX_DEPTH = 40
MIN_PARAGRAPH = 60  # characters with spaces between words
LONGEST_MEAN_WORD = 12  # characters
PARAGRAPH_END = re.compile(r"</(?:p|h[1-6]|li|blockquote)>|<br\s?/?>|\n\s{0,20}\n", re.IGNORECASE)
# `window.__STATE__ = {`, `JSON.parse("`, `self.__next_f.push([`
VALUE = re.compile(r"=\s{0,5}(?=[\[{])|push\((?=\[)|parse\(\s{0,5}(?=\")")
ROW = re.compile(r"(?:^|\n)[0-9a-f]{1,4}:(?=[\[{])")  # `5:["$","p",null,{"children":"The ...`
DECODER = json.JSONDecoder(strict=False)
MIN_PROGRAM = 400  # characters of a script that may hold a story
# values of a program; of them such that are no JSON, each read to where it ceases to be
MOST_VALUES, MOST_FAILURES = 300, 12
DATA_TYPE = re.compile(r"^application/(?:[\w.+-]{0,40}\+)?json", re.IGNORECASE)


def find_story(scripts: Sequence[Script], body: str) -> list[str]:
    """The paragraphs of the articleBody, or else of the place in the page's JSON that holds the
    most prose; none where there is neither.
    """
    if body:
        return split_paragraphs(body)
    places: dict[str, list[str]] = defaultdict(list)
    for script in scripts:
        for data in _data_of(script):
            for place, text in _strings_in(data, "", MAX_DEPTH):
                places[place].append(text)
    best = max(places.values(), key=lambda texts: sum(map(len, texts)), default=[])
    return list(dict.fromkeys(paragraph for text in best for paragraph in split_paragraphs(text)))


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with or without markup."""
    return [line for part in PARAGRAPH_END.split(text) if (line := strip_markup(part))]


def _data_of(script: Script) -> Iterator[object]:
    """The data in a script: all of it, or the values that a program in it is given."""
    text = script.text
    if len(text) > MAX_SCRIPT:
        return
    if DATA_TYPE.match(script.kind):
        yield _parse(text)
    elif len(text) >= MIN_PROGRAM:
        yield from _values_in(text)


def _values_in(program: str) -> Iterator[object]:
    """The values in JSON that a program assigns, parses or hands on; a string among them may be
    data once more.
    """
    at = failures = 0
    for _ in range(MOST_VALUES):
        start = VALUE.search(program, at)
        if start is None or failures == MOST_FAILURES:
            return
        try:
            value, at = DECODER.raw_decode(program, start.end())
        except (ValueError, RecursionError):
            at, failures = start.end(), failures + 1
            continue
        yield from _unpack(value)


def _unpack(value: object) -> Iterator[object]:
    """A value; of a string, or of strings in a list, the data that they hold."""
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str):
            yield from map(_parse, (text, *ROW.split(text)[1:]))
    yield value


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
    return is_long and not (value.lstrip().startswith(("{", "[", "http")) or ROW.match(value))
