"""Markup -> the bylines that a reader sees, the surest first: marked as such, next to the headline, in the box about the author."""

import re
from collections.abc import Iterable, Iterator

from transforms.clean.author_names import AND, BY_WORDS, BYLINE, CREDENTIAL, LABELS, MAX_NAME, WRITTEN, compact, split_names
from transforms.clean.markup import AUTHOR_NAME, Markup, is_author_page

LINES_TO_BYLINE = 15  # after the headline
LINES_ABOVE = 5
BYLINES = frozenset({"author mark", "byline"})  # the fields that speak of this article for certain

BY_ALONE = re.compile(rf"^(?:(?:{WRITTEN})\s{{1,3}})?(?:{BY_WORDS}|{LABELS})\s?[:：]?$", re.IGNORECASE)  # the name is on the next line
BY_AFTER_DATE = re.compile(
    r"(?:19|20)\d\d\b.{0,25}?\s(?P<byline>(?:by|von|par|por|di|door|av|af)\s(?=[^\W\d_]))", re.IGNORECASE
)  # "Dec 8, 2019 by Ann Lee"
NAME_AND_DATE = re.compile(r"^(?P<name>[^\W\d_][^\d|•·]{2,40}?)\s{0,3}[|•·]\s{0,3}(?=.{0,30}(?:19|20)\d\d)")  # "Ann Lee | 5 April 2025"
TAIL = re.compile(
    rf"""\s{{0,3}}(?:[–—(|/\[]|,\s(?!{CREDENTIAL})|\s-\s|\b(?:Senior|Chief|Editor|Reporter|Correspondent)\b|\bStaff\s(?=[A-Z])|\bContribut|\bon\s
    |\bfor\b|\bin\s[A-Z]|\bUpdated?\b|\bPublished\b|\bPosted\b|\bStand\b
    |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s\d|\d{{1,4}}[./:\s]|@)""",
    re.VERBOSE,
)  # where the names of a byline end: "Ann Lee (Reuters)", "Ann Lee, Paris", "Ann Lee July 10"
CONJUNCTION = re.compile(rf"\s{AND}\s")
OF_AUTHOR = re.compile(r"byline|author")
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PARTICLE = re.compile(
    r"af|al|and|av|bin|d|da|de|degli|del|della|den|der|di|do|dos|du|e|ed|el|en|et|i|ibn|la|las|le|lo"
    r"|los|og|och|of|s|ten|ter|the|u|und|van|vom|von|with|y|zu"
)  # Ursula von der Leyen


def find_bylines(markup: Markup) -> Iterator[tuple[str, list[str]]]:
    """(field, statements), each of which names authors or the outlet; the statements of one field belong together."""
    yield "author mark", [byline for byline in map(cut_tail, _author_marks(markup)) if is_capitalised(byline)]
    for byline in (*_marked_bylines(markup), *_bylines_near_headline(markup)):
        if is_capitalised(byline):
            yield "byline", [byline]
    yield "author box", _find_only_name(markup.author_boxes)


def cut_tail(byline: str) -> str:
    """A byline up to where its names end: "By Ann Lee, Bo Ek and Cy Dee, Paris" without Paris."""
    begin = BYLINE.match(byline)
    start = begin.end() if begin else 1
    conjunctions = [match.end() for match in CONJUNCTION.finditer(byline, start, start + MAX_NAME)]
    for tail in TAIL.finditer(byline, start):
        if not (tail.group().strip() == "," and conjunctions and tail.end() < conjunctions[-1]):
            return byline[: tail.start()]
    return byline


def is_capitalised(byline: str) -> bool:
    """Names in running text begin with capitals, where the script has them: "By the end of this guide" names nobody."""
    named = BYLINE.sub("", byline, count=1)
    words = LETTERS.findall(named)
    if not words or named[0].isdigit() or all(map(PARTICLE.fullmatch, words)):
        return False
    return all(not word[0].islower() or PARTICLE.fullmatch(word) for word in words)


def _author_marks(markup: Markup) -> Iterable[str]:
    """What is marked up as an author. Several that stand elsewhere than at the headline are those of comments or of other stories."""
    marked = [mark.text for mark in markup.marked if mark.text and {"author", "author-name"} & set(mark.marks.split())]
    near = [text for text in marked if _is_near_headline(text, markup)]
    return near or (marked if len(set(marked)) == 1 else ())


def _is_near_headline(text: str, markup: Markup) -> bool:
    at, first = markup.headline_at or 0, text.partition(" | ")[0]
    return any(first in line for line in markup.lines[max(0, at - LINES_ABOVE) : at + LINES_TO_BYLINE])


def _marked_bylines(markup: Markup) -> Iterator[str]:
    """What the page marks as its byline, the surest marks first."""
    near = [marked for marked in markup.marked if len(marked.text) <= 2 * MAX_NAME and _is_near_headline(marked.text, markup)]
    yield from (cut_tail(marked.text) for marked in near if OF_AUTHOR.search(marked.marks) and BYLINE.match(marked.text))
    yield from (cut_tail(marked.text) for marked in near if is_author_page(marked.href) and " " in marked.text)
    yield from (cut_tail(marked.text) for marked in near if AUTHOR_NAME.search(marked.marks))


def _bylines_near_headline(markup: Markup) -> Iterator[str]:
    if markup.headline_at is None:
        return
    lines = markup.lines[markup.headline_at + 1 : markup.headline_at + LINES_TO_BYLINE]
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        if BY_ALONE.match(line):
            yield cut_tail(following)
        elif len(line) <= 2 * MAX_NAME:
            yield from _bylines_in(line)


def _bylines_in(line: str) -> Iterator[str]:
    if BYLINE.match(line):
        yield cut_tail(line)
    elif after_date := BY_AFTER_DATE.search(line):
        yield cut_tail(line[after_date.start("byline") :])
    elif (named := NAME_AND_DATE.match(line)) and 2 <= len(named["name"].split()) <= 3:
        yield named["name"]


def _find_only_name(boxes: Iterable[str]) -> list[str]:
    """The name in the boxes about authors, wherever they stand, if they all give the same: others are those of other stories."""
    names = {compact(name): name for box in boxes if is_capitalised(box) for name in split_names(cut_tail(box)) if " " in name}
    return list(names.values()) if len(names) == 1 else []
