"""A tree in which the story stands in an element that means something else, under a dialog or
behind a button -> the tree with that element made a plain one, without the dialog and what is shown
over a line, and with what the button shows.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.clean.markup.markup import BLOCKS
from transforms.world.web import list_names, pattern_of

MASKS = list_names("masks")
DIALOGS = XPath(
    "//dialog | //@role[.='dialog' or .='alertdialog']/parent::* | //@aria-modal[.='true']/parent::*"
)
UNSHOWN = XPath("//@style[contains(., 'none')]/parent::*")
# in a class of what may be shown over the line that it stands in
OVER = re.compile(r"over|tip", re.IGNORECASE)
KNOWN_NAMES = 20_000  # classes, which the pages of a site share
TIPS = frozenset(("tip", "tooltip", "popover"))  # classes of what is shown where it follows a word
HIDDEN = re.compile(r"display\s?:\s?none", re.IGNORECASE)
MAX_HIDDEN = 300  # characters within a line; more is a story that a script shows
MOST_IN_DIALOG = 0.4  # of all the text in paragraphs: more is the page itself, shown as a window
MIN_STORY = 400  # characters
MIN_PARAGRAPHS = 600  # characters
MAX_SIGNATURE = 150  # characters of who is quoted
NEAR = 3  # elements round a footer, of which one is the quotation that it signs
PICTURES = ("img", "picture", "video", "iframe")
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
            _make_plain(element, "div")


def unmask_quotations(tree: HtmlElement) -> None:
    """Call a figure that shows words and no picture a quotation, and the footer of one a paragraph
    of it: both say who is quoted, and extractors leave both out.
    """
    for footer in [*tree.iter("footer")]:
        is_short = len("".join(footer.itertext())) <= MAX_SIGNATURE
        if is_short and any(map(_is_quotation, islice(footer.iterancestors(), NEAR))):
            _make_plain(footer, "p")
    for figure in [*tree.iter("figure")]:
        if _shows_words(figure):
            for member in [*figure.iter("blockquote", "figcaption")]:
                _make_plain(member, "p" if member.find(".//p") is None else "div")
            _make_plain(figure, "blockquote")


def _shows_words(figure: HtmlElement) -> bool:
    """Not those of the article once more, set apart by a pull quote."""
    is_picture = next(figure.iter(*PICTURES), None) is not None
    is_said = _is_quotation(figure) or figure.find(".//blockquote") is not None
    return is_said and not is_picture and "pull" not in (figure.get("class") or "").lower()


def _is_quotation(element: HtmlElement) -> bool:
    return element.tag == "blockquote" or "quot" in (element.get("class") or "").lower()


def _make_plain(element: HtmlElement, tag: str) -> None:
    element.tag = tag
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


def reveal_rest(tree: HtmlElement) -> bool:
    """Show the rest of a story that a button shows: the hidden element named so that holds whole
    paragraphs. Whether there was one.
    """
    hidden = cast(list[HtmlElement], UNSHOWN(tree))
    rest = [element for element in hidden if _is_rest(element)]
    for element in rest:
        del element.attrib["style"]
    return bool(rest)


def _is_rest(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    is_hidden = HIDDEN.search(element.get("style") or "") is not None
    is_named = is_hidden and pattern_of("rests").search(names) is not None
    return is_named and sum(_lengths_in(element)) >= MIN_STORY


def cut_overlays(tree: HtmlElement) -> bool:
    """Take out what is shown over a line of text or only when somebody asks for it, so that the
    line's words stand side by side for everybody who reads the tree. Whether there was any.
    """
    within_lines = [element for element in tree.iter() if element.tag not in BLOCKS]
    overlays = [element for element in within_lines if _may_be_over(element) and _is_over(element)]
    for element in overlays:
        if element.getparent() is not None:
            element.drop_tree()
    return bool(overlays)


def _may_be_over(element: HtmlElement) -> bool:
    """Whether an element may be shown over its line, or not at all: most are told at a glance."""
    get = element.get
    if (names := get("class")) and _says_over(names):
        return True
    style = get("style")
    is_none = style is not None and ("none" in style or "NONE" in style)
    return is_none or get("role") == "tooltip" or get("hidden") is not None


@lru_cache(maxsize=KNOWN_NAMES)
def _says_over(names: str) -> bool:
    return OVER.search(names) is not None


def _is_over(element: HtmlElement) -> bool:
    """Whether an element within a line is an overlay by its name, or right behind a word is one by
    its class or hidden.
    """
    names = (element.get("class") or "").lower()
    if pattern_of("overlays").search(names) or element.get("role") == "tooltip":
        return True
    is_apart = not TIPS.isdisjoint(names.split()) or _is_hidden(element)
    return is_apart and _text_before(element)[-1:].isalnum()


def _is_hidden(element: HtmlElement) -> bool:
    """Whether an element within a line is not shown, and no story that a script shows."""
    if element.get("hidden") is None and not HIDDEN.search(element.get("style") or ""):
        return False
    return len("".join(element.itertext())) <= MAX_HIDDEN


def _text_before(element: HtmlElement) -> str:
    """The text right before an element in its line; "" where the line begins with it."""
    while True:
        before, above = element.getprevious(), element.getparent()
        if before is not None:
            return before.tail or "".join(before.itertext())
        if above is None or above.text or above.tag in BLOCKS:
            return "" if above is None else above.text or ""
        element = above


def has_paragraphs(tree: HtmlElement) -> bool:
    """Whether a page has the paragraphs of a story; where it has not, extractors look everywhere."""
    return any(total >= MIN_PARAGRAPHS for total in accumulate(_lengths_in(tree)))


def _lengths_in(element: HtmlElement) -> Iterator[int]:
    """The lengths of the paragraphs that are not all links."""
    for paragraph in element.iter("p"):
        text = len("".join(paragraph.itertext()))
        if 2 * sum(len("".join(link.itertext())) for link in paragraph.iter("a")) <= text:
            yield text
