"""A page of a publisher whose templates are known -> the parts that its selectors name, or why they
give nothing.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement
from lxml.html.builder import BODY, HTML

from transforms.clean.html.blocks import read_blocks
from transforms.clean.markup.selectors import select, select_first
from transforms.clean.metadata.author_names import split_names
from transforms.clean.text.characters import tidy_line
from transforms.records import Evidence
from transforms.world.publishers import Publisher, Selectors

MIN_BODY = 200  # characters: less is a stub of which the page in general may know more
PLAIN_CUT = ("figure", "figcaption", "aside", "form")  # menus and scripts are read by nobody
LINKED = 0.9  # share of links from which a paragraph is a pointer to another story
HEADINGS = ("h2", "h3", "h4")
SOURCE = "publisher"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a publisher's selectors find. lines: the paragraphs. date: as the page words it.
    evidence: with the selectors that found it, or with the reason why the body gives nothing.
    """

    lines: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    evidence: tuple[Evidence, ...] = ()


def read_parts(tree: HtmlElement, publisher: Publisher | None) -> Stated:
    """The parts of a page. The tree is left as it is."""
    if publisher is None:
        return Stated()
    lines = _read_body(tree, publisher)
    length = sum(map(len, lines))
    told = f"{publisher.domain}: {', '.join(publisher.body)}"
    is_whole = length >= MIN_BODY
    text = Evidence(
        "text", SOURCE, told if is_whole else f"{told} found {length} characters, too few"
    )
    title = _read_title(tree, publisher.title)
    authors = _read_authors(tree, publisher.authors)
    return Stated(
        tuple(lines) if is_whole else (),
        title[0].value if title else None,
        tuple(author.value for author in authors),
        _read_date(tree, publisher.date),
        (text, *title, *authors),
    )


def _read_title(tree: HtmlElement, selectors: Selectors) -> list[Evidence]:
    """One title, or none."""
    selector, found = select_first(tree, selectors)
    titles = [
        Evidence("title", f"{SOURCE} {selector}", title)
        for element in found
        if (title := _read(element))
    ]
    return titles[:1]


def _read_authors(tree: HtmlElement, selectors: Selectors) -> list[Evidence]:
    """Each author once, in the order of the page."""
    selector, found = select_first(tree, selectors)
    names = dict.fromkeys(name for element in found for name in split_names(_read(element)))
    return [Evidence("author", f"{SOURCE} {selector}", name) for name in names]


def _read_date(tree: HtmlElement, selectors: Selectors) -> str | None:
    _, found = select_first(tree, selectors)
    return _machine_date(found[0]) if found else None


def _read_body(tree: HtmlElement, publisher: Publisher) -> Sequence[str]:
    body = BODY(*map(_copy, select(tree, publisher.body)))
    for cut in select(body, (*PLAIN_CUT, *publisher.cut)):
        cut.drop_tree()
    blocks = (
        block
        for block in read_blocks(HTML(body))
        if block.link_share < LINKED or block.tag in HEADINGS
    )
    return [block.text for block in blocks if any(map(str.isalnum, block.text))]


def _copy(element: HtmlElement) -> HtmlElement:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _read(element: HtmlElement) -> str:
    return tidy_line(str(element.get("content") or element.text_content()))


def _machine_date(element: HtmlElement) -> str:
    return str(
        element.get("datetime") or element.get("content") or tidy_line(str(element.text_content()))
    )
