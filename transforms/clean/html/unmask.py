"""A tree in which the story stands in an element that means something else -> the tree with that
element made a plain one.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

MASKS = ("aside", "nav", "footer", "form", "header")  # whose text extractors leave out
MIN_STORY = 400  # characters
MOST = 0.6  # of all the text in paragraphs


def unmask_story(tree: HtmlElement) -> None:
    """Call the elements that hold most of the paragraphs of a page <div>, and take their classes
    away: "sidebar" is none for all of it.
    """
    masks = [element for element in tree.iter(*MASKS) if element.find(".//p") is not None]
    if not masks:
        return
    total = sum(_lengths_in(tree))
    for element in masks:
        inside = sum(_lengths_in(element))
        if inside >= MIN_STORY and inside >= MOST * total:
            element.tag = "div"
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)


def _lengths_in(element: HtmlElement) -> Iterator[int]:
    """The lengths of the paragraphs that are not all links."""
    for paragraph in element.iter("p"):
        text = len("".join(paragraph.itertext()))
        if 2 * sum(len("".join(link.itertext())) for link in paragraph.iter("a")) <= text:
            yield text
