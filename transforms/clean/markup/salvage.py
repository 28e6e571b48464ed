"""Markup that the main road cannot use -> the text in it: fragments of HTML in metadata, and pages
whose tree gives no text.

Beautiful Soup forgives what other parsers do not, and is slow; so it sees small fragments and rare
pages only.
"""

import re
from collections import defaultdict

from bs4 import BeautifulSoup
from bs4.element import Tag

from transforms.clean.text.characters import tidy_line
from transforms.world.web import list_names

FRAGMENT = re.compile(r"&#?\w{1,30};|</?[a-zA-Z]")  # "Fish &amp; chips", "<em>Why</em> it rains"
MAX_PAGE = 1_000_000  # characters of a page that are worth salvaging from
FURNITURE = list_names("furniture")
MIN_PARAGRAPH = 40  # characters


def strip_markup(text: str) -> str:
    """`text` on one line without the tags and entities that publishers leave in metadata: "Fish
    &amp; <b>chips</b>" is "Fish & chips".
    """
    return tidy_line(
        BeautifulSoup(text, "html.parser").get_text() if FRAGMENT.search(text) else text
    )


def salvage_paragraphs(html: str) -> list[str]:
    """The paragraphs of the element that holds most of them: its own <p>, or the strings in it
    where the page has no <p>.
    """
    soup = BeautifulSoup(html[:MAX_PAGE], "html.parser")
    for furniture in soup.find_all(FURNITURE):
        furniture.decompose()
    by_parent: dict[int, list[str]] = defaultdict(list)
    for element in soup.find_all("p") or soup.find_all(string=True):
        text = tidy_line(element.get_text(" ") if isinstance(element, Tag) else str(element))
        if len(text) >= MIN_PARAGRAPH:
            by_parent[id(element.parent)].append(text)
    return max(by_parent.values(), key=lambda paragraphs: sum(map(len, paragraphs)), default=[])
