"""A page and its extracted text -> what the judge looks at: the same value for HTML, for dumps and
for given texts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby, takewhile
from urllib.parse import urlsplit

from transforms.clean.judge.phrases import (
    Phrases,
    find_headed,
    find_in_path,
    find_labels,
    find_phrases,
    find_start_phrases,
    find_title_phrases,
)
from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup
from transforms.world.stops import ALL, SPACED, UNSPACED
from transforms.world.web import list_names, pattern_of

# of a meta: "article:published_time"; not "article:publisher", "article:modified_time"
DATE_NAME = re.compile(
    r"^(?!.*(?:modif|updat|revis|expir)).*(?:publish(?!er)|publication|date|time)"
)
PUBLISHED = re.compile(r"publi(?:shed|cation)|issued|created")
PAGE_TYPE = re.compile(r"^(?:Web|About|Contact|Checkout)Page$")
DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[./-]?\s?(?:de\s)?[\w.]{1,12},?[\s/-],?\s?(?:de\s)?20\d\d\b|\b20\d\d[-./]\d{1,2}[-./]\d|[^\W\d]{3,10}\.?\s\d{1,2},?\s20\d\d\b|20\d\d[年년]"
)  # "3 May 2024", "3 May, 2024", "03.05.2024", "2024-05-03", "May 3, 2024"
MAX_DATE_LINE = 120  # characters
SOLD, REVIEW = frozenset({"Product", "ProductGroup"}), frozenset({"Review"})
STANDING = frozenset({"page-template", "page-template-default", "type-page", "node-type-page"})
UNASKED_FIELDS = frozenset(list_names("unasked"))
WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")  # Japanese, Chinese, Korean, Thai
MAX_LOOKED_AT = 4_000  # characters: what a page has to say against itself is said at the top
MAX_LINES = 400  # of a dump
MENU, ENTRY_WORDS = 4, 3  # entries of a menu, and words of one
HEAD = 30  # lines, any of which may be the heading of a page without much text
MAX_TOLD = 1_000  # words: who reads more is not being turned away
# of a text that can be an article: the shortest briefs have some more than 30
MIN_WORDS, MIN_WORDS_WITHOUT_SENTENCE = 30, 60
# words and characters of a brief of two sentences or more, in languages of long words
MIN_BRIEF, MIN_BRIEF_SIGNS = 25, 160
# of one that its page declares to be an article, or says when it was published: "A bus struck a
# railway bridge in Tarn on Tuesday morning. Nobody was hurt, police said."
MIN_DECLARED, MIN_DECLARED_SIGNS = 12, 70
# where one ends: "He left. She"; not "3.1" or "index.html"
SENTENCE = re.compile(rf"""[{SPACED}](?=[\s"'”’»)\]]|$)|[{UNSPACED}]""")
# of a line that is one, with the marks that close it; and of one that only has some mark there
SENTENCE_END = re.compile(rf"""[{ALL}]["'”’»)\]]{{0,3}}\s*$""")
MARK_AT_END = re.compile(rf"""[{ALL}:;"”»’'’)]\s*$""")
LABEL_WORDS = 10  # "Add to basket", "3 bedrooms, 2 bathrooms, 1,640 sq. ft."; sentences have more
KNOWN_LINES = 4_096  # of a page or two; each is asked for again and again
PROSE_WORDS = 5  # in a line that is more than a label


@dataclass(frozen=True, slots=True)
class Declared:
    """What the markup declares. types: of JSON-LD, and og:type as "og:article". articles: how many
    JSON-LD objects are articles.

    is_dated: it states when something was published. is_published: it calls that the day of
    publication. is_standing: it calls the page one of the site and no entry of its stream, as
    systems do of "About us", whatever their og:type. fields: of forms, buttons and hidden ones
    apart. buttons: in the main part of the page.
    """

    types: frozenset[str] = frozenset()
    articles: int = 0
    is_free: bool = True
    is_dated: bool = False
    is_published: bool = False
    is_standing: bool = False
    fields: int = 0
    buttons: int = 0

    @property
    def is_article(self) -> bool:
        """True where the markup says that this page is one article."""
        is_said = "og:article" in self.types and not self.is_standing
        return is_said or self.is_one_article

    @property
    def is_one_article(self) -> bool:
        """True where the markup describes this article; og:type alone says so of all pages of some
        sites.
        """
        return 1 <= self.articles <= 2


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text stands on the page. headlines: headings that link to other pages. teaser_share:
    how much of the text (0 to 1, by words) stands under such a heading as its own few lines, or is
    one.
    """

    headlines: int = 0
    teaser_share: float = 0.0


@dataclass(frozen=True, slots=True)
class PageFacts:
    """headings: title and main headings. paragraphs: of the text that is to become the article's,
    with the number of words of each.

    lines: of the whole page, or round its headline. titled, started: headings that a phrase of a
    reason fills, or begins. named: reasons and genres that headings and the path of the address
    name. phrases: by reason, of what a reader is told; told_words: how long that is, menus and
    buttons apart. is_thin: the text is too little for an article, and the lines count as what a
    reader is told. offers: phrases in short lines of a page that does not declare itself an
    article. cited: paragraphs in somebody else's words. language: of the text, ISO 639-1, None
    where it could not be told. is_signed: it names its authors.
    """

    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    word_counts: tuple[int, ...]
    lines: tuple[str, ...]
    url: str | None
    declared: Declared
    titled: Mapping[str, str]
    started: Mapping[str, str]
    named: frozenset[str]
    phrases: Phrases
    offers: Phrases
    told_words: int
    is_thin: bool
    layout: Layout = Layout()
    cited: frozenset[str] = frozenset()
    language: str | None = None
    is_signed: bool = False

    @property
    def words(self) -> int:
        return sum(self.word_counts)

    @property
    def path(self) -> str | None:
        return path_of(self.url)

    @property
    def is_marked_article(self) -> bool:
        return self.declared.is_article


def gather_page_facts(
    markup: Markup, title: str | None, text: str, url: str | None, layout: Layout = Layout()
) -> PageFacts:
    """Facts of an HTML page. title, text: as extracted, the text without boilerplate."""
    headings = tuple(
        dict.fromkeys(heading for heading in (title, markup.title, *markup.h1s[:2]) if heading)
    )
    return replace(
        _look_at(headings, text, markup.lines, url, _read_declared(markup)), layout=layout
    )


def gather_dump_facts(
    title: str | None, text: str, lines: Sequence[str], url: str | None = None
) -> PageFacts:
    """Facts of a dump. lines: all lines of the dump, also those that the text leaves out."""
    told = tuple(stripped for line in lines[:MAX_LINES] if (stripped := line.strip()))
    is_dated = any(len(line) <= MAX_DATE_LINE and DATE.search(line) for line in told)
    return _look_at((title,) if title else (), text, told, url, Declared(is_dated=is_dated))


def _read_declared(markup: Markup) -> Declared:
    types = [types_of(thing) for thing in markup.json_ld]
    og_types = {f"og:{kind.lower()}" for kind in markup.metas.get("og:type", ())}
    is_standing = _is_standing(markup, types)
    return Declared(
        frozenset().union(og_types, *types),
        _count_articles(types),
        all(
            str(thing.get("isAccessibleForFree", True)).casefold() not in ("false", "no")
            for thing in markup.json_ld
        ),
        _is_dated(markup) and not is_standing,
        _is_published(markup) and not is_standing,
        is_standing,
        sum(1 for kind in markup.input_types if kind not in UNASKED_FIELDS),
        markup.buttons,
    )


def _count_articles(types: Sequence[frozenset[str]]) -> int:
    """Reviews of a product are none."""
    is_sold = any(names & SOLD for names in types)
    kinds = (names - REVIEW if is_sold else names for names in types)
    return sum(1 for names in kinds if any(map(pattern_of("article_types").search, names)))


def _is_standing(markup: Markup, types: Sequence[frozenset[str]]) -> bool:
    """WordPress says so of <body>, its plug-ins by a WebPage that was changed and never published."""
    if any(map(pattern_of("article_types").search, chain.from_iterable(types))):
        return False
    is_page = any(map(PAGE_TYPE.search, chain.from_iterable(types)))
    is_published = any(map(PUBLISHED.search, markup.metas))
    is_changed = "article:modified_time" in markup.metas and not is_published
    return bool(STANDING & markup.body_classes) or (is_page and is_changed)


def _is_dated(markup: Markup) -> bool:
    return (
        bool(markup.times)
        or any(map(DATE_NAME.search, markup.metas))
        or any("datePublished" in thing for thing in markup.json_ld)
    )


def _is_published(markup: Markup) -> bool:
    return "article:published_time" in markup.metas or any(
        "datePublished" in thing for thing in markup.json_ld
    )


def _look_at(
    headings: tuple[str, ...],
    text: str,
    lines: tuple[str, ...],
    url: str | None,
    declared: Declared,
) -> PageFacts:
    paragraphs = tuple(line for line in text.split("\n") if line.strip())
    word_counts = tuple(map(count_words, paragraphs))
    thin = is_thin(paragraphs, declared.is_article or declared.is_published)
    head = lines[:HEAD] if thin else ()
    told = tuple(dict.fromkeys((*paragraphs, *(lines if thin else ()))))
    told_words = sum(words for words in map(count_words, told) if words >= PROSE_WORDS)
    return PageFacts(
        headings=headings,
        paragraphs=paragraphs,
        word_counts=word_counts,
        lines=lines,
        url=url,
        declared=declared,
        titled=find_title_phrases((*headings, *head)),
        started=find_start_phrases((*headings, *_list_heads(head if headings else lines[:HEAD]))),
        named=find_labels(headings) | find_headed(headings) | find_in_path(path_of(url) or ""),
        phrases=find_phrases("\n".join(told)[:MAX_LOOKED_AT].casefold())
        if told_words <= MAX_TOLD
        else {},
        offers={}
        if declared.is_article
        else find_phrases("\n".join(filter(_is_label, lines))[:MAX_LOOKED_AT].casefold()),
        told_words=told_words,
        is_thin=thin,
    )


def _list_heads(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first sentence that may head a page: of a menu the last, which may be a
    short heading below it.
    """
    heads = takewhile(lambda line: not is_sentence(line), lines)
    for is_short, run in groupby(heads, key=lambda line: count_words(line) <= ENTRY_WORDS):
        entries = list(run)
        yield from entries[-1:] if is_short and len(entries) >= MENU else entries


def is_thin(lines: Sequence[str], is_declared: bool = False) -> bool:
    """True for a text that is too little for an article: a few words, or some more without a
    sentence among them. is_declared: as an article, or with its day of publication.
    """
    counts = [count_words(line) for line in lines]
    if sum(counts) >= MIN_WORDS_WITHOUT_SENTENCE:
        return False
    told = [line for line in lines if is_sentence(line)]
    if not told:
        return True
    is_brief = _is_declared_brief(told) if is_declared else _is_brief(lines, sum(counts))
    return sum(counts) < MIN_WORDS and not is_brief


def is_sentence(line: str) -> bool:
    """Whether a line is more than a label and holds the end of a sentence."""
    return count_words(line) >= PROSE_WORDS and bool(SENTENCE.search(line))


def _is_brief(lines: Sequence[str], words: int) -> bool:
    """A few words that tell of something at length: two sentences or more in long words."""
    told = " ".join(line for line in lines if count_words(line) >= PROSE_WORDS)
    is_long = words >= MIN_BRIEF and len(told) >= MIN_BRIEF_SIGNS
    return is_long and count_sentences([told]) >= 2


def count_sentences(lines: Iterable[str]) -> int:
    """The ends of sentences in them."""
    return sum(len(SENTENCE.findall(line)) for line in lines)


def _is_declared_brief(told: Sequence[str]) -> bool:
    """told: its lines in sentences."""
    words, signs = sum(map(count_words, told)), sum(map(len, told))
    is_unspaced = signs < 3 * words  # two signs count as a word there
    return words >= MIN_DECLARED and (signs >= MIN_DECLARED_SIGNS or is_unspaced)


def _is_label(line: str) -> bool:
    return count_words(line) <= LABEL_WORDS


def path_of(url: str | None) -> str | None:
    """ "/" for the front page; None where there is no address."""
    try:
        return (urlsplit(url).path or "/") if url else None
    except ValueError:
        return None


@lru_cache(maxsize=KNOWN_LINES)
def count_words(text: str) -> int:
    """Words as spaces part them; where they are not parted, two signs count as one."""
    words = len(text.split())
    if text.isascii() or not WIDE.search(text):
        return words
    return words + len(WIDE.findall(text)) // 2
