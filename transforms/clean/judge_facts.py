"""A page and its extracted text -> what the judge looks at: the same value for HTML, for dumps and for given texts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.clean.json_ld import types_of
from transforms.clean.judge_phrases import Phrases, find_phrases, find_start_phrases, find_title_phrases
from transforms.clean.markup import Markup

ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report$|Recipe$|HowTo$|Review$")
WORD = re.compile(r"[^\W\d_]+")
WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")  # Japanese, Chinese, Korean, Thai
MAX_LOOKED_AT = 6_000  # characters: what a page has to say against itself is said at the top
ENOUGH_WORDS = 60  # below, the extractor may have thrown away what the page says, and its lines are read too
PROSE_WORDS = 5  # in a line that is more than a label


@dataclass(frozen=True, slots=True)
class PageFacts:
    """headings: title and main headings. paragraphs: of the text that is to become the article's, with the number of words of each.

    lines: of the whole page, or round its headline. types: of its JSON-LD, and og:type as "og:article". articles: how many of the
    JSON-LD objects are articles. titled, started: headings that a phrase of a reason fills, or begins. phrases: by reason, of what a
    reader is told; told_words: how long that is, menus and buttons apart.
    """

    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    word_counts: tuple[int, ...]
    lines: tuple[str, ...]
    url: str | None
    types: frozenset[str]
    articles: int
    is_free: bool
    titled: Mapping[str, str]
    started: Mapping[str, str]
    phrases: Phrases
    told_words: int

    @property
    def words(self) -> int:
        return sum(self.word_counts)

    @property
    def is_marked_article(self) -> bool:
        """True where the markup says that this is one article."""
        return "og:article" in self.types or 1 <= self.articles <= 2


def gather_page_facts(markup: Markup, title: str | None, text: str, url: str | None) -> PageFacts:
    """Facts of an HTML page. title, text: as extracted, the text without boilerplate."""
    headings = tuple(dict.fromkeys(heading for heading in (title, markup.title, *markup.h1s[:2]) if heading))
    types = frozenset().union(*map(types_of, markup.json_ld), {f"og:{kind.lower()}" for kind in markup.metas.get("og:type", ())})
    articles = sum(1 for thing in markup.json_ld if any(map(ARTICLE_TYPE.search, types_of(thing))))
    is_free = all(str(thing.get("isAccessibleForFree", True)).casefold() not in ("false", "no") for thing in markup.json_ld)
    return _look_at(headings, text, markup.lines, url, types, articles, is_free)


def gather_dump_facts(title: str | None, text: str, lines: Sequence[str], url: str | None = None) -> PageFacts:
    """Facts of a dump. lines: all lines of the dump, also those that the text leaves out."""
    told = tuple(stripped for line in lines if (stripped := line.strip()))
    return _look_at((title,) if title else told[:1], text, told, url)


def _look_at(
    headings: tuple[str, ...],
    text: str,
    lines: tuple[str, ...],
    url: str | None,
    types: frozenset[str] = frozenset(),
    articles: int = 0,
    is_free: bool = True,
) -> PageFacts:
    paragraphs = tuple(line for line in text.split("\n") if line.strip())
    word_counts = tuple(map(count_words, paragraphs))
    told = dict.fromkeys((*paragraphs, *(lines if sum(word_counts) < ENOUGH_WORDS else ())))
    wall = "\n".join(told)[:MAX_LOOKED_AT].casefold()
    told_words = sum(words for words in map(count_words, told) if words >= PROSE_WORDS)
    titled, started = find_title_phrases(headings), find_start_phrases(headings)
    return PageFacts(
        headings, paragraphs, word_counts, lines, url, types, articles, is_free, titled, started, find_phrases(wall), told_words
    )


def count_words(text: str) -> int:
    """Words with letters; where words are not parted, two signs count as one."""
    if not WIDE.search(text):
        return len(WORD.findall(text))
    return len(WIDE.findall(text)) // 2 + len(WORD.findall(WIDE.sub(" ", text)))
