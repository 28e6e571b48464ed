"""The tree of a page -> its visible blocks of text in order: what a browser shows as a line or a paragraph, and where it stands.

Menus, footers and forms are left out; everything else is listed, whether it belongs to the article or not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.clean.html.extract import rejoin_lines
from transforms.clean.markup.markup import BLOCKS, TextNode
from transforms.clean.text.characters import tidy_line

MAX_LEVELS = 7  # ancestors whose attributes are looked at
SKIPPED_TAGS = frozenset(("head", "nav", "footer", "select", "script", "style", "noscript", "template", "svg", "iframe", "object", "math"))
CONTENT_TAGS = frozenset(("article", "main"))
BREAK = "\u2028"  # what a <br> becomes in the text
TEXTS = XPath(
    "/html/body//text()[normalize-space()][not(parent::script or parent::style or parent::noscript or parent::template or parent::title"
    " or parent::option or parent::button or parent::textarea or parent::iframe)]"
)
WORDS_OF_PLACES = {
    "content": r"article|content|story|body|post|entry|main|paragraph|text",
    "related": r"relat|recirc|recommend|read-?(?:more|also|next|on)|more-|teaser|trending|popular|most-|outbrain"
    r"|taboola|crosslink|see-?also|linkbox|newsbox",
    "promotion": r"promo|newsletter|subscri|sign-?up|paywall|premium|register|donat|membership|piano|cta|call-to|appeal"
    r"|download|shop|product|affiliate|deal",
    "sharing": r"shar(?:e|ing)|social|follow|facebook|twitter|whatsapp|bookmark|print|toolbar|tools",
    "comments": r"comment|disqus|repl(?:y|ies)|discuss|feedback|livefyre|forum",
    "author": r"author|byline|-bio|bio-|contributor|profile|writer|redact|signature",
    "caption": r"caption|credit|figure|image|photo|picture|copyright|legend",
    "media": r"gallery|video|player|slide|carousel|audio|podcast|media|embed",
    "labels": r"tags?\b|topic|keyword|categor|breadcrumb|crumb|kicker|eyebrow|section-name|label|badge",
    "navigation": r"nav|menu|header|footer|sidebar|aside|widget|masthead|pagination|pager|skip|toc|table-of-contents|jump",
    "advertising": r"\bad[-_s]|advert|sponsor|banner|commercial|partner|werbung|anzeige|publicidad",
    "notice": r"cookie|consent|popup|modal|overlay|disclaimer|legal|notice|alert|correction|footnote|source|hidden"
    r"|sr-only|visually|screen-reader",
    "standfirst": r"standfirst|subtitle|sub-?head|sub-?title|dek\b|lead|intro|summary|excerpt|description|abstract"
    r"|teaser-text|chapo|vorspann|entradilla",
    "dates": r"date|time|publish|posted|updated|meta|info",
    "social_post": r"tweet|instagram|tiktok|facebook-post|blockquote|pullquote|pull-quote|quote",
    "box": r"box|card|fact|infobox|inset|callout|highlight|module|panel|interstitial|inline",
}
PLACE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in WORDS_OF_PLACES.items()))
PLACES = tuple(WORDS_OF_PLACES)
NOWHERE = 9  # the level of a place that no ancestor is


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text: tidy, never empty.

    tag: of its element. levels: for each of PLACES how many levels up the nearest element of that kind is (0 is its own, NOWHERE none).
    link_share: how much of the text is links (0 to 1). depth: of its element in the tree. ancestors: their tags, its own included.
    """

    text: str
    tag: str
    levels: tuple[int, ...]
    link_share: float
    depth: int
    ancestors: frozenset[str]


def read_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of a page in order. Line breaks in the tree are written into its text: nothing else may read the tree afterwards."""
    for line_break in tree.iter("br"):
        line_break.tail = BREAK + (line_break.tail or "")
    return _Reader().read(cast(list[TextNode], TEXTS(tree)))


class _Reader:
    """Remembers what it has seen of each element, since the blocks of a page share their ancestors."""

    def __init__(self) -> None:
        self.places: dict[HtmlElement, frozenset[str]] = {}
        self.homes: dict[HtmlElement, tuple[HtmlElement, bool]] = {}
        self.ancestors: dict[HtmlElement, tuple[frozenset[str], int]] = {}

    def read(self, nodes: Iterable[TextNode]) -> list[Block]:
        blocks: list[Block] = []
        home: HtmlElement | None = None
        pieces: list[str] = []
        linked = 0
        for node in nodes:
            element = node.getparent()
            begins_block = node.is_tail and element.tag in BLOCKS and element.tag != "br"
            block, is_link = self._home_of(element.getparent() if node.is_tail else element)
            if block is not home or begins_block:
                blocks += self._blocks_of(home, pieces, linked)
                home, pieces, linked = block, [], 0
            pieces.append(str(node))
            linked += len(node.strip()) if is_link else 0
        return [*blocks, *self._blocks_of(home, pieces, linked)]

    def _blocks_of(self, home: HtmlElement | None, pieces: list[str], linked: int) -> Iterator[Block]:
        if home is None:
            return
        ancestors, depth = self._ancestors_of(home)
        if ancestors & SKIPPED_TAGS:
            return
        texts = [text for part in rejoin_lines("".join(pieces).split(BREAK)) if (text := tidy_line(part))]
        link_share = min(1.0, linked / (sum(map(len, texts)) or 1))
        for text in texts:
            yield Block(text, str(home.tag), self._levels_of(home), link_share, depth, ancestors)

    def _home_of(self, element: HtmlElement) -> tuple[HtmlElement, bool]:
        """The block that the element stands in, and whether a link is on the way there."""
        if (known := self.homes.get(element)) is None:
            is_link = element.tag == "a"
            parent = element.getparent()
            if element.tag in BLOCKS or parent is None:
                known = element, False
            else:
                home, in_link = self._home_of(parent)
                known = home, in_link or is_link
            self.homes[element] = known
        return known

    def _ancestors_of(self, element: HtmlElement) -> tuple[frozenset[str], int]:
        if (known := self.ancestors.get(element)) is None:
            parent = element.getparent()
            above, depth = self._ancestors_of(parent) if parent is not None else (frozenset(), 0)
            if element.tag in CONTENT_TAGS:
                above -= SKIPPED_TAGS  # a menu that its author forgot to close
            known = self.ancestors[element] = (above if element.tag in above else above | {str(element.tag)}), depth + 1
        return known

    def _levels_of(self, element: HtmlElement) -> tuple[int, ...]:
        levels: dict[str, int] = {}
        current: HtmlElement | None = element
        for level in range(MAX_LEVELS):
            if current is None or current.tag == "body":
                break
            for place in self._places_of(current):
                levels.setdefault(place, level)
            current = current.getparent()
        return tuple(levels.get(place, NOWHERE) for place in PLACES)

    def _places_of(self, element: HtmlElement) -> frozenset[str]:
        if (known := self.places.get(element)) is None:
            words = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
            known = frozenset(str(match.lastgroup) for match in PLACE.finditer(words)) if len(words) > 2 else frozenset()
            self.places[element] = known
        return known
