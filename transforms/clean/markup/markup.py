"""An HTML tree -> what its markup says of the page: metas, JSON-LD, headings, time tags, bylines,
the lines round the headline.

Read once, before extraction; title, authors, outlet, dates and the judge all work on this value.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile
from typing import Protocol, cast

from lxml.etree import XPath, iterwalk
from lxml.html import HtmlElement

from transforms.clean.markup.json_ld import JsonObject, read_json_ld
from transforms.clean.markup.tree import Script, read_scripts
from transforms.clean.text.characters import tidy_line
from transforms.world.web import join_names, list_names, pattern_of

MOMENTS = list_names("moments")
# "2024-03-05T10:00", "1709648880", "5 March 2024 09:00"
MOMENT = re.compile(
    r"\s*(?:\d{4}-\d\d-\d\d|1\d{9}(?:\d{3})?\s*$|[^\W\d]{0,12},?\s?\d\d?\.?\s[^\W\d]{3,12}\s20\d\d)"
)
MAX_AGO = 40  # characters of "3 hours ago"
MAX_MARKED_LENGTH = 300  # characters; a longer element is the box around the byline
MAX_MARKED = 200
KNOWN_NAMES = 20_000  # classes, which the pages of a site share
MAX_METAS = 2_000
MAX_NAME = 80  # characters
MAX_RAW = 2_000  # characters of an element, white space included, that is taken apart
BOUNDARY = "\0"  # no page's text has it: the parser drops it
LINES_BEFORE, LINES_AFTER = 40, 160  # text nodes round the headline
BLOCKS = frozenset(list_names("blocks"))
MARKS = frozenset(list_names("marks"))
TITLE_METAS = list_names("title_metas")
# class="c-byline__name", data-testid="publishedTime"
MARK = re.compile(rf"{join_names('authors')}|date|time|publish|posted", re.IGNORECASE)

AUTHOR_PAGE = re.compile(
    rf"/{join_names('author_folders')}/[^/]|/{join_names('people_folders')}/[^/]{{1,80}}/?$"
    r"|[?&]_?author=."
)  # "/authors/ann-lee", "/people/ann-lee"; not "/people/faculty/list"

HEADING_MARK = re.compile(join_names("headlines"), re.IGNORECASE)
HEADINGS = list_names("headings")
MAX_HEADINGS = 400
# share of words that a heading has in common with what the page says its title is
ALIKE, SAME_WORDS = 0.6, 0.8
FEW_WORDS = 3  # of a heading that may be a section's or the site's name, though it is in <title>
MAX_DATED, MAX_DATED_LENGTH, GENERATIONS = 80, 200, 7
OF_OTHERS = ("comments", "other_stories", "aside_tag")
MAX_SCRIPT = 1_000_000  # characters of one that are looked through
# {"publishedAt": "2025-03-12T10:00:00Z"}, also within a string of a script:
# \"publishedAt\":\"2025-03-12\"
SCRIPT_DATE = re.compile(
    r"""["'](?P<name>[A-Za-z_]{4,30})\\?["']\s?:\s?\\?["'](?P<value>20\d\d-\d\d-\d\d[T\s\d:.+Z-]{0,20})"""
)
NEAR = 60  # text nodes below the headline
WORD = re.compile(r"\w+")
TITLE_PART = re.compile(r"\s[|–—·•»:-]{1,2}\s|\s?[|｜]\s?")

TEXTS_OF_BODY, TEXTS_BEFORE, TEXTS_AFTER = (  # those that are not white space alone
    XPath("/html/body//text()[normalize-space()]"),
    XPath("preceding::text()[normalize-space()]"),
    XPath("following::text()[normalize-space()]"),
)
CODE = frozenset(("script", "style", "noscript", "template"))  # whose text is not shown
MAIN = ("main", "article")
CALLED_MAIN = XPath("//@role[. = 'main']/parent::*")
STATED = XPath(
    "(/html/body//@itemprop | /html/body//@rel[. = 'author'])/parent::*[not(self::script or self::time)]"
)
AUTHOR_BOXES = XPath(
    "/html/body//@*[contains(., 'author')]/parent::*"
    "[not(ancestor-or-self::*[self::li or self::ol or self::div or self::p][contains(@class, 'comment')])]"
)
# a year tells a date, as far as it is a date of a page and not of a sentence
YEAR = re.compile("20|19|\u0662\u0660")


class TextNode(Protocol):
    """A text of the tree as XPath returns it: a string that knows its element."""

    is_tail: bool

    def getparent(self) -> HtmlElement: ...


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A <time> tag. context: tag, class, id and itemprop of itself and of three ancestors, lower
    case, nearest first.

    is_near: whether it is among the first texts below the headline.
    """

    text: str
    datetime: str | None
    context: str
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """An element whose attributes may say "author" or "date": anywhere for itemprop and rel, near
    the headline for the others.

    marks: its class, itemprop, rel, property and data-testid, lower case. value: what it tells
    machines. href: where it links to.
    within: tag, class, id and itemprop of its ancestors up to one that holds the headline too,
    lower case, nearest first.
    """

    text: str
    marks: str
    value: str | None = None
    href: str | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A short visible line with a date, anywhere on the page.

    marks: tag, class, id and itemprop of its element and of its ancestors up to one that holds the
    headline too, lower case, nearest first.
    """

    text: str
    marks: str
    is_below: bool = True


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup of one page says. Strings are tidy: one line, single spaces, no invisible
    characters.

    title: of <title>. metas: values by lower-case property, name, itemprop or http-equiv, in order
    of the page. links: href by rel of
    the <link> tags, the first of each rel. json_ld: every object with an @type, outermost first.
    lines: the visible lines round the
    headline, which is at index `headline_at`; the first lines of the page where there is none
    (headline_at None). The headline is the
    heading that has the words of the page's stated titles, else the first <h1>. dated: the short
    lines with dates, in order of the page.
    author_boxes: what any element that is said to hold an author's name holds, and the texts of
    links to authors' pages.
    own_date: what the publisher's own place for the date says, where it has a file of its own.
    script_dates: names in lower case and
    days in the data of scripts, where the JSON-LD states none.
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
    dated: tuple[Dated, ...] = ()
    lines: tuple[str, ...] = ()
    headline_at: int | None = None
    input_types: tuple[str, ...] = ()
    buttons: int = 0
    body_classes: frozenset[str] = frozenset()
    own_date: str | None = None
    script_dates: tuple[tuple[str, str], ...] = ()

    def meta(self, *names: str) -> str | None:
        """The first value of the first of `names` that has one."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), None)


def read_markup(tree: HtmlElement, scripts: Sequence[Script] | None = None) -> Markup:
    """Read a parsed page; the tree is left as it is. scripts: of the page, where they were taken
    out of the tree.
    """
    scripts = read_scripts(tree) if scripts is None else scripts
    headlines = [h1 for h1 in tree.iter("h1") if tidy_line(h1.text_content())]
    title = next(
        (title for element in tree.iter("title") if (title := tidy_line(element.text or ""))), None
    )
    metas = _read_metas(tree)
    json_ld = read_json_ld(script.text for script in scripts if script.is_linked_data)
    headline = _find_headline(tree, headlines, list(_stated_titles(title, metas, json_ld)))
    above = set() if headline is None else set(headline.iterancestors())
    texts_before, texts_after = _list_texts(tree, headline)
    before, after = _texts_near(texts_before, texts_after)
    lines_before, lines_after = _join_lines(before), _join_lines(after)
    return Markup(
        html_lang=tree.get("lang") or tree.get("xml:lang"),
        title=title,
        h1s=tuple(map(_heading_of, headlines)),
        metas=metas,
        links=_read_links(tree),
        json_ld=json_ld,
        times=_read_times(tree, after),
        marked=_read_marked(
            [*_find_elements(STATED, tree), *_marked_parents([*before, *after])], above
        ),
        author_boxes=_read_author_boxes(tree, above),
        dated=tuple(_read_dated(texts_before, texts_after, above)),
        lines=(*lines_before, *([] if headline is None else [_heading_of(headline)]), *lines_after),
        headline_at=None if headline is None else len(lines_before),
        script_dates=()
        if any("datePublished" in found for found in json_ld)
        else tuple(islice(_read_script_dates(scripts), MAX_DATED)),
        input_types=tuple(
            (element.get("type") or "text").lower() for element in tree.iter("input")
        ),
        buttons=_count_buttons(tree),
        body_classes=frozenset(
            name for body in tree.iterchildren("body") for name in (body.get("class") or "").split()
        ),
    )


def _count_buttons(tree: HtmlElement) -> int:
    """What a reader may press in the main part of a page: "Add to basket", "Book a table"."""
    mains = {*tree.iter(*MAIN), *_find_elements(CALLED_MAIN, tree)}
    pressed = (member for main in mains for member in main.iterdescendants("button", "a"))
    return len(set(filter(_is_button, pressed)))


def _is_button(element: HtmlElement) -> bool:
    name = element.get("class") or ""
    return element.tag == "button" or "btn" in name or "button" in name


def _stated_titles(
    title: str | None, metas: Mapping[str, tuple[str, ...]], json_ld: tuple[JsonObject, ...]
) -> Iterator[frozenset[str]]:
    """The words of all that the page says its title is; of <title> only the longest part: the
    others name site and section.
    """
    headlines = (stated for found in json_ld if isinstance(stated := found.get("headline"), str))
    longest = max(TITLE_PART.split(title or ""), key=len)
    for stated in (
        *metas.get("og:title", ())[:1],
        *metas.get("twitter:title", ())[:1],
        *(value for name in TITLE_METAS for value in metas.get(name, ())[:1]),
        *islice(headlines, 1),
        longest,
    ):
        if words := words_of(stated):
            yield words


def _find_headline(
    tree: HtmlElement, h1s: list[HtmlElement], stated: list[frozenset[str]]
) -> HtmlElement | None:
    """The <h1> that has most of the words of a stated title; where they have next to none, another
    heading that has nearly all.
    """
    best = max(h1s, key=lambda h1: _likeness(h1, stated), default=None)
    is_like = best is not None and _likeness(best, stated) >= ALIKE
    if best is not None and is_like and len(words_of(best.text_content())) > FEW_WORDS:
        return best
    others = [
        heading
        for heading in islice(tree.iter(*HEADINGS), MAX_HEADINGS)
        if _may_be_headline(heading)
    ]
    other = max(others, key=lambda heading: _likeness(heading, stated), default=None)
    if other is None or _likeness(other, stated) < SAME_WORDS:
        return _find_declared(others) if best is None else best
    return best if is_like and len(words_of(other.text_content())) <= FEW_WORDS else other


def _find_declared(headings: Sequence[HtmlElement]) -> HtmlElement | None:
    """The heading that the markup calls the headline, where it calls only one so."""
    declared = [heading for heading in headings if heading.get("itemprop") == "headline"]
    return declared[0] if len(declared) == 1 else None


def _may_be_headline(element: HtmlElement) -> bool:
    return element.tag in ("h2", "h3", "h4") or bool(
        HEADING_MARK.search(element.get("class") or element.get("id") or "")
    )


def _likeness(element: HtmlElement, stated: list[frozenset[str]]) -> float:
    """Share of words that a heading has in common with the stated title nearest to it (Dice)."""
    text = element.text_content()
    words = words_of(text) if len(text) <= MAX_RAW else frozenset()
    return max(
        (2 * len(words & title) / (len(words) + len(title)) for title in stated), default=0.0
    )


def words_of(text: str) -> frozenset[str]:
    """The words of a heading, whatever their case and order."""
    return frozenset(WORD.findall(text[:MAX_RAW].casefold()))


def _read_metas(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    metas: dict[str, list[str]] = {}
    for element in islice(tree.iter("meta"), MAX_METAS):
        value = tidy_line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := element.get(attribute)):
                metas.setdefault(name.lower(), []).append(value)
    return {name: tuple(values) for name, values in metas.items()}


def _read_links(tree: HtmlElement) -> dict[str, str]:
    links: dict[str, str] = {}
    for element in tree.iter("link"):
        for rel in (element.get("rel") or "").lower().split():
            links.setdefault(rel, (element.get("href") or "").strip())
    return links


def _read_times(tree: HtmlElement, after: list[TextNode]) -> tuple[TimeTag, ...]:
    near = {
        parent for node in after[:NEAR] if (parent := _time_round(node.getparent())) is not None
    }
    tags = [_read_time(element, element in near) for element in tree.iter("time")]
    others = dict.fromkeys(node.getparent() for node in after[:NEAR] if not node.is_tail)
    return (*tags, *(_read_time(other, is_near=True) for other in others if _tells_moment(other)))


def _tells_moment(element: HtmlElement) -> bool:
    """Whether an element other than <time> tells machines the moment that it words for readers:
    `<span data-timestamp="1709648880">3 hours ago</span>`.
    """
    is_short = len(element.text or "") <= MAX_AGO and element.tag not in ("time", "a")
    return is_short and bool(_moment_of(element))


def _read_script_dates(scripts: Sequence[Script]) -> Iterator[tuple[str, str]]:
    for script in scripts:
        for found in SCRIPT_DATE.finditer(script.text[:MAX_SCRIPT]):
            yield found["name"].lower(), found["value"]


def _time_round(element: HtmlElement) -> HtmlElement | None:
    return next(
        (
            member
            for member in (element, *islice(element.iterancestors(), 2))
            if member.tag == "time"
        ),
        None,
    )


def _read_time(element: HtmlElement, is_near: bool) -> TimeTag:
    family = [
        element,
        *(ancestor for ancestor, _ in zip(element.iterancestors(), range(3), strict=False)),
    ]
    own = "pubdate " if element.get("pubdate") is not None else ""
    return TimeTag(
        tidy_line(element.text_content()),
        element.get("datetime") if element.tag == "time" else _moment_of(element),
        own + " ".join(map(_kind_of, family)).lower(),
        is_near,
    )


def _read_dated(
    before: list[TextNode], after: list[TextNode], above: set[HtmlElement]
) -> Iterator[Dated]:
    """The lines with dates, each once: the block round a date where it is short, else its text
    alone.
    """
    seen: set[HtmlElement] = set()
    for node, is_below in _texts_with_dates(before, after):
        element = node.getparent().getparent() if node.is_tail else node.getparent()
        block = _block_round(element)
        if block not in seen:
            seen.add(block)
            line = _text_of(block)
            marks = f"{_kind_of(element)} {_kind_of_ancestors(element, above)}".lower()
            yield Dated(
                line if len(line) <= MAX_DATED_LENGTH else tidy_line(str(node)), marks, is_below
            )
        if len(seen) == MAX_DATED:
            return


def _texts_with_dates(
    before: list[TextNode], after: list[TextNode]
) -> Iterator[tuple[TextNode, bool]]:
    """The short texts that may hold a date, each with whether it stands below the headline."""
    yield from ((node, False) for node in before if _may_hold_date(node))
    yield from ((node, True) for node in after if _may_hold_date(node))


def _may_hold_date(node: TextNode) -> bool:
    text = str(node)
    return len(text) <= MAX_DATED_LENGTH and bool(YEAR.search(text)) and _is_visible(node)


def _kind_of_ancestors(element: HtmlElement, above: set[HtmlElement]) -> str:
    """What is said of the ancestors of an element up to one that holds the headline, too; above:
    those of the headline.
    """
    family = takewhile(
        lambda member: member not in above, islice(element.iterancestors(), GENERATIONS)
    )
    return " ".join(map(_kind_of, family)).lower()


def _block_round(element: HtmlElement) -> HtmlElement:
    block = element
    while block.tag not in BLOCKS and block.getparent() is not None:
        block = block.getparent()
    return block


def _kind_of(element: HtmlElement) -> str:
    get = element.get
    names = f"{element.tag} {get('class', '')} {get('id', '')} {get('itemprop', '')}"
    return f"{names} {kind}" if (kind := get("itemtype")) else names


def _marked_parents(text_nodes: list[TextNode]) -> list[HtmlElement]:
    """The elements up to three levels above the text nodes whose attributes say "author" or "date",
    each once.
    """
    parents: dict[HtmlElement, None] = {}
    for node in text_nodes:
        parent = node.getparent()
        for _ in range(3):
            if parent is None or parent in parents:
                break
            parents[parent] = None
            parent = parent.getparent()
    return [
        parent
        for parent in parents
        if parent.tag != "time"
        and (_is_mark(_marks_of(parent)) or is_author_page(parent.get("href")))
    ]


@lru_cache(maxsize=KNOWN_NAMES)
def _is_mark(marks: str) -> bool:
    return MARK.search(marks) is not None


def is_author_page(href: str | None) -> bool:
    """Whether an address looks like an author's page: "/authors/ann-lee"."""
    return bool(href and AUTHOR_PAGE.search(href))


def _marks_of(element: HtmlElement) -> str:
    return " ".join([value for name, value in element.items() if name in MARKS])


def _read_marked(elements: list[HtmlElement], above: set[HtmlElement]) -> tuple[Marked, ...]:
    marked: dict[Marked, None] = {}
    for element in elements[:MAX_MARKED]:
        text, value = _text_of(element), _value_of(element)
        if (text or value) and len(text) <= MAX_MARKED_LENGTH:
            marks = " ".join(_marks_of(element).lower().split())
            marked[
                Marked(text, marks, value, element.get("href"), _kind_of_ancestors(element, above))
            ] = None
    return tuple(marked)


def _value_of(element: HtmlElement) -> str | None:
    """What an element tells machines: its content, or the moment that a script or a tooltip shows
    for it.
    """
    return element.get("content") or _moment_of(element)


def _moment_of(element: HtmlElement) -> str | None:
    return next(
        (value for name in MOMENTS if (value := element.get(name)) and MOMENT.match(value)), None
    )


def _is_author_box(element: HtmlElement) -> bool:
    """Whether an element links to the page of an author, or its class says "author name"."""
    named = pattern_of("author_names").search((element.get("class") or "").lower())
    return named is not None or is_author_page(element.get("href"))


def _is_of_others(kind: str) -> bool:
    """Whether the tags and classes round an element are of comments or of other stories."""
    return any(pattern_of(name).search(kind) for name in OF_OTHERS)


def _read_author_boxes(tree: HtmlElement, above: set[HtmlElement]) -> tuple[str, ...]:
    boxes = filter(_is_author_box, _find_elements(AUTHOR_BOXES, tree)[:MAX_MARKED])
    kinds = ((element, _kind_of_ancestors(element, above)) for element in boxes)
    texts = [_text_of(element) for element, kind in kinds if not _is_of_others(kind)]
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= MAX_NAME))


def _text_of(element: HtmlElement, boundary: str = " | ") -> str:
    """The text of an element with the boundary where parts meet that a page sets apart: a name and
    a job title, a name and a date.
    """
    raw = element.text_content()
    if len(raw) > MAX_RAW or not len(element):
        return tidy_line(raw)
    pieces: list[str] = []
    for event, member in iterwalk(element, events=("start", "end")):
        is_inner = member is not element
        piece = (member.text if event == "start" else member.tail if is_inner else "") or ""
        is_boundary = (is_inner and (member.tag in BLOCKS or member.tag == "small")) or (
            bool(pieces) and _is_glued(pieces[-1], piece)
        )
        pieces += [BOUNDARY] * is_boundary + [piece] * bool(piece)
    return boundary.join(
        line for part in "".join(pieces).split(BOUNDARY) if (line := tidy_line(part))
    )


def _heading_of(element: HtmlElement) -> str:
    """The text of a heading, a kicker and a headline in it apart; what stands below the headline in
    small letters is no part of it.
    """
    text = _text_of(element, " ")
    below = [_text_of(member, " ") for member in element if _is_beside_headline(member)]
    headline = text.removesuffix(below[-1]).strip() if below else text
    return headline if " " in headline else text


def _is_beside_headline(element: HtmlElement) -> bool:
    """Whether a part of a heading is small print or a button: "Share"."""
    if element.tag in ("small", "button"):
        return True
    marks = f"{element.get('class') or ''} {element.get('role') or ''}".lower()
    return element.tag in ("a", "span") and bool(pattern_of("shares").search(marks))


def _list_texts(
    tree: HtmlElement, headline: HtmlElement | None
) -> tuple[list[TextNode], list[TextNode]]:
    """The text nodes before and after the headline, but those of white space alone; where there is
    none, those of the body are "after".
    """
    if headline is None:
        return [], cast(list[TextNode], TEXTS_OF_BODY(tree))
    before, after = TEXTS_BEFORE(headline), TEXTS_AFTER(headline)
    return cast(list[TextNode], before), cast(list[TextNode], after)


def _texts_near(
    before: list[TextNode], after: list[TextNode]
) -> tuple[list[TextNode], list[TextNode]]:
    """The nearest of them that are visible, in order of the page."""
    above = islice(filter(_is_visible, reversed(before)), LINES_BEFORE)
    return [*above][::-1], [*islice(filter(_is_visible, after), LINES_AFTER)]


def _is_visible(node: TextNode) -> bool:
    element = _element_of(node)
    return element is None or (element.tag not in CODE and element.tag != "title")


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
    """Whether two texts would make one word of two, which the page sets apart by its style: "by"
    and "Ann Lee", "Ann Lee" and "2 March".
    """
    last, first = before[-1:], after[:1]
    return (last.islower() and (first.isupper() or first.isdigit())) or (
        last.isdigit() and first.isupper()
    )


def _find_elements(path: XPath, element: HtmlElement) -> list[HtmlElement]:
    return cast(list[HtmlElement], path(element))


def _element_of(node: TextNode) -> HtmlElement | None:
    """The element that a text stands in."""
    element = node.getparent()
    return element.getparent() if node.is_tail else element


def _block_of(node: TextNode) -> HtmlElement | None:
    """The nearest block around a text node; for the text after a block tag (`<br>More`) that tag
    itself begins a line.
    """
    element = node.getparent()
    if node.is_tail and element.tag not in BLOCKS:
        element = element.getparent()
    while element is not None and element.tag not in BLOCKS:
        element = element.getparent()
    return element
