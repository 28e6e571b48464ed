"""A tree in which the story stands in an element that means something else, or under a dialog ->
the tree with that element made a plain one, and without the dialog.
"""

from collections.abc import Iterator
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

MASKS = ("aside", "nav", "footer", "form", "header")  # whose text extractors leave out
DIALOGS = XPath(
    "//dialog | //@role[.='dialog' or .='alertdialog']/parent::* | //@aria-modal[.='true']/parent::*"
)
MOST_IN_DIALOG = 0.4  # of all the text in paragraphs: more is the page itself, shown as a window
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


def cut_dialogs(tree: HtmlElement) -> None:
    """Take out the windows that stand over the page (consent, sign up, share), but not one that
    holds the story.
    """
    dialogs = cast(list[HtmlElement], DIALOGS(tree))
    if not dialogs:
        return
    total = sum(_lengths_in(tree))
    for element in dialogs:
        inside = sum(_lengths_in(element))
        if inside < MOST_IN_DIALOG * total and element.getparent() is not None:
            element.drop_tree()


def _lengths_in(element: HtmlElement) -> Iterator[int]:
    """The lengths of the paragraphs that are not all links."""
    for paragraph in element.iter("p"):
        text = len("".join(paragraph.itertext()))
        if 2 * sum(len("".join(link.itertext())) for link in paragraph.iter("a")) <= text:
            yield text
