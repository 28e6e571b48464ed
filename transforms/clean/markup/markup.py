"""An HTML tree -> what its markup says of the page: metas, JSON-LD, headings, time tags, bylines, the lines round the headline.

Read once, before extraction; title, authors, outlet, dates and the judge all work on this value.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

from lxml.etree import XPath, iterwalk
from lxml.html import HtmlElement

from transforms.clean.markup.json_ld import JsonObject, read_json_ld
from transforms.clean.text.characters import tidy_line

MAX_MARKED_LENGTH = 300  # characters; a longer element is the box around the byline
MAX_MARKED = 200
MAX_NAME = 80  # characters
MAX_RAW = 2_000  # characters of an element, white space included, that is taken apart
BOUNDARY = "\0"  # no page's text has it: the parser drops it
LINES_BEFORE, LINES_AFTER = 40, 160  # text nodes round the headline
BLOCK_TAGS = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p"
    " section table td th tr ul"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
MARKS = frozenset({"class", "itemprop", "rel", "property", "data-testid"})
MARK = re.compile(r"author|byline|date|time|publish|posted", re.IGNORECASE)  # class="c-byline__name", data-testid="publishedTime"

AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in|i)?|auteurs?|contributors?|writers?|reporters?|journalists?)/[^/]|/(?:people|profiles?|by)/[^/]{1,80}/?$"
    r"|[?&]_?author=."
)  # "/authors/ann-lee", "/people/ann-lee"; not "/people/faculty/list"

AUTHOR_NAME = re.compile(
    r"author[\w-]{0,20}name|byline[\w-]{0,20}(?:name|author)|name[\w-]{0,10}author|\w[_-]author(?=\s|$)"
)  # class="byline__name", class="text__author"

VISIBLE = "[normalize-space()][not(parent::script or parent::style or parent::noscript or parent::template or parent::title)]"
BEFORE = XPath(f"preceding::text(){VISIBLE}[position() <= {LINES_BEFORE}]")
AFTER = XPath(f"following::text(){VISIBLE}[position() <= {LINES_AFTER}]")
FROM_TOP = XPath(f"(/html/body//text(){VISIBLE})[position() <= {LINES_AFTER}]")
STATED = XPath("/html/body//*[@itemprop or @rel = 'author'][not(self::script or self::time)]")
AUTHOR_BOXES = XPath(
    "/html/body//*[contains(@class, 'author') or contains(@href, '/author')]"
    "[not(ancestor-or-self::*[self::li or self::ol or self::div or self::p][contains(@class, 'comment')])]"
)
LINK_COUNT, PARAGRAPH_COUNT = XPath("count(//a)"), XPath("count(//p)")


class TextNode(Protocol):
    """A text of the tree as XPath returns it: a string that knows its element."""

    is_tail: bool

    def getparent(self) -> HtmlElement: ...

    def strip(self) -> str: ...


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A <time> tag. context: tag, class, id and itemprop of itself and of three ancestors, lower case, nearest first."""

    text: str
    datetime: str | None
    context: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An element whose attributes may say "author" or "date": anywhere for itemprop and rel, near the headline for the others.

    marks: its class, itemprop, rel, property and data-testid, lower case. value: its content attribute. href: where it links to.
    """

    text: str
    marks: str
    value: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup of one page says. Strings are tidy: one line, single spaces, no invisible characters.

    title: of <title>. metas: values by lower-case property, name, itemprop or http-equiv, in order of the page. links: href by rel of
    the <link> tags, the first of each rel. json_ld: every object with an @type, outermost first. lines: the visible lines round the
    headline, which is the first <h1>, at index `headline_at`; the first lines of the page where there is no <h1> (headline_at None).
    author_boxes: what any element that is said to hold an author's name holds, and the texts of links to authors' pages.
    """

    html_lang: str | None = None
    title: str | None = None
    h1s: tuple[str, ...] = ()
    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    json_ld: tuple[JsonObject, ...] = ()
    times: tuple[TimeTag, ...] = ()
    marked: tuple[Marked, ...] = ()
    author_boxes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    headline_at: int | None = None
    input_types: tuple[str, ...] = ()
    link_count: int = 0
    paragraph_count: int = 0

    def meta(self, *names: str) -> str | None:
        """The first value of the first of `names` that has one."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), None)


def read_markup(tree: HtmlElement) -> Markup:
    """Read a parsed page; the tree is left as it is."""
    headlines = [h1 for h1 in tree.iter("h1") if tidy_line(h1.text_content())]
    before, after = _texts_round(tree, headlines)
    lines_before, lines_after = _join_lines(before), _join_lines(after)
    h1s = tuple(tidy_line(h1.text_content()) for h1 in headlines)
    return Markup(
        html_lang=tree.get("lang") or tree.get("xml:lang"),
        title=next((title for element in tree.iter("title") if (title := tidy_line(element.text or ""))), None),
        h1s=h1s,
        metas=_read_metas(tree),
        links=_read_links(tree),
        json_ld=read_json_ld(script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()),
        times=tuple(map(_read_time, tree.iter("time"))),
        marked=_read_marked([*_find_elements(STATED, tree), *_marked_parents([*before, *after])]),
        author_boxes=_read_author_boxes(tree),
        lines=(*lines_before, *h1s[:1], *lines_after),
        headline_at=len(lines_before) if h1s else None,
        input_types=tuple((element.get("type") or "text").lower() for element in tree.iter("input")),
        link_count=int(cast(float, LINK_COUNT(tree))),
        paragraph_count=int(cast(float, PARAGRAPH_COUNT(tree))),
    )


def _read_metas(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    metas: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        value = tidy_line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := element.get(attribute)):
                metas[name.lower()] = (*metas.get(name.lower(), ()), value)
    return metas


def _read_links(tree: HtmlElement) -> dict[str, str]:
    links: dict[str, str] = {}
    for element in tree.iter("link"):
        for rel in (element.get("rel") or "").lower().split():
            links.setdefault(rel, (element.get("href") or "").strip())
    return links


def _read_time(element: HtmlElement) -> TimeTag:
    family = [element, *(ancestor for ancestor, _ in zip(element.iterancestors(), range(3), strict=False))]
    context = " ".join(f"{member.tag} {member.get('class', '')} {member.get('id', '')} {member.get('itemprop', '')}" for member in family)
    return TimeTag(tidy_line(element.text_content()), element.get("datetime"), context.lower())


def _marked_parents(text_nodes: list[TextNode]) -> list[HtmlElement]:
    """The elements up to three levels above the text nodes whose attributes say "author" or "date", each once."""
    parents: dict[HtmlElement, None] = {}
    for node in text_nodes:
        parent = node.getparent()
        for _ in range(3):
            if parent is None or parent in parents:
                break
            parents[parent] = None
            parent = parent.getparent()
    return [parent for parent in parents if parent.tag != "time" and (MARK.search(_marks_of(parent)) or is_author_page(parent.get("href")))]


def is_author_page(href: str | None) -> bool:
    """Whether an address looks like an author's page: "/authors/ann-lee"."""
    return bool(href and AUTHOR_PAGE.search(href))


def _marks_of(element: HtmlElement) -> str:
    return " ".join([value for name, value in element.items() if name in MARKS])


def _read_marked(elements: list[HtmlElement]) -> tuple[Marked, ...]:
    marked: dict[Marked, None] = {}
    for element in elements[:MAX_MARKED]:
        text, value = _text_of(element), element.get("content")
        if (text or value) and len(text) <= MAX_MARKED_LENGTH:
            marked[Marked(text, " ".join(_marks_of(element).lower().split()), value, element.get("href"))] = None
    return tuple(marked)


def _read_author_boxes(tree: HtmlElement) -> tuple[str, ...]:
    boxes = [
        element
        for element in _find_elements(AUTHOR_BOXES, tree)[:MAX_MARKED]
        if is_author_page(element.get("href")) or AUTHOR_NAME.search((element.get("class") or "").lower())
    ]
    texts = (_text_of(element) for element in boxes)
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= MAX_NAME))


def _text_of(element: HtmlElement) -> str:
    """The text of an element with " | " where two of its parts meet that a page sets apart: a name and a job title, a name and a date."""
    raw = element.text_content()
    if len(raw) > MAX_RAW or not len(element):
        return tidy_line(raw)
    pieces: list[str] = []
    for event, member in iterwalk(element, events=("start", "end")):
        is_inner = member is not element
        piece = (member.text if event == "start" else member.tail if is_inner else "") or ""
        is_boundary = (is_inner and member.tag in BLOCKS) or (bool(pieces) and _is_glued(pieces[-1], piece))
        pieces += [BOUNDARY] * is_boundary + [piece] * bool(piece)
    return " | ".join(line for part in "".join(pieces).split(BOUNDARY) if (line := tidy_line(part)))


def _texts_round(tree: HtmlElement, headlines: list[HtmlElement]) -> tuple[list[TextNode], list[TextNode]]:
    """The visible text nodes before and after the first headline; those from the top are "after" where there is none."""
    if not headlines:
        return [], _find_texts(FROM_TOP, tree)
    return _find_texts(BEFORE, headlines[0]), _find_texts(AFTER, headlines[0])


def _join_lines(text_nodes: list[TextNode]) -> list[str]:
    """Text nodes in one block are one line, as a browser shows them."""
    lines: list[tuple[HtmlElement | None, list[str]]] = []
    for node in text_nodes:
        block = _block_of(node)
        if not lines or lines[-1][0] is not block:
            lines.append((block, []))
        piece, pieces = str(node), lines[-1][1]
        pieces.append(f" {piece}" if pieces and _is_glued(pieces[-1], piece) else piece)
    return [line for _, pieces in lines if (line := tidy_line("".join(pieces)))]


def _is_glued(before: str, after: str) -> bool:
    """Whether two texts would make one word of two, which the page sets apart by its style: "by" and "Ann Lee", "Ann Lee" and "2 March"."""
    last, first = before[-1:], after[:1]
    return (last.islower() and (first.isupper() or first.isdigit())) or (last.isdigit() and first.isupper())


def _find_elements(path: XPath, element: HtmlElement) -> list[HtmlElement]:
    return cast(list[HtmlElement], path(element))


def _find_texts(path: XPath, element: HtmlElement) -> list[TextNode]:
    return cast(list[TextNode], path(element))


def _block_of(node: TextNode) -> HtmlElement | None:
    """The nearest block around a text node; for the text after a block tag (`<br>More`) that tag itself begins a line."""
    element = node.getparent()
    if node.is_tail and element.tag not in BLOCKS:
        element = element.getparent()
    while element is not None and element.tag not in BLOCKS:
        element = element.getparent()
    return element
