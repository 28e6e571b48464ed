"""The tree of a page -> its visible blocks of text in order: what a browser shows as a line or a
paragraph, and where it stands.

Menus, footers and forms are left out; everything else is listed, whether it belongs to the article
or not.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml.html import HtmlElement

from transforms.clean.html.extract import rejoin_lines
from transforms.clean.markup.markup import BLOCKS
from transforms.clean.text.characters import tidy_line
from transforms.world.class_names import read_class_names
from transforms.world.web import list_names

MAX_LEVELS = 7  # ancestors whose attributes are looked at
SKIPPED_TAGS = frozenset(list_names("skipped"))
CONTENT_TAGS = frozenset(("article", "main"))
CODE_TAGS = frozenset(list_names("programs"))
# whose own text is not read
UNREAD_TAGS = frozenset(list_names("unread"))
BREAK = "\u2028"  # what a <br> becomes in the text
PLACES = tuple(read_class_names())  # columns of the block model
KNOWN_NAMES = 20_000  # classes, which the pages of a site share
NOWHERE = MAX_LEVELS + 2  # the level of a place that no ancestor is: beyond all others
NO_LEVELS = (NOWHERE,) * len(PLACES)


@cache
def _place() -> re.Pattern[str]:
    """A group for each place: "teaser" in "c-teaser__link" is of `related`."""
    names = read_class_names()
    return re.compile("|".join(f"(?P<{place}>{'|'.join(names[place])})" for place in PLACES))


@lru_cache(maxsize=KNOWN_NAMES)
def _places_in(name: str) -> frozenset[int]:
    """The places that a name says, by number; no pattern goes beyond one."""
    return frozenset(PLACES.index(str(match.lastgroup)) for match in _place().finditer(name))


@lru_cache(maxsize=KNOWN_NAMES)
def _places_called(names: str) -> frozenset[int]:
    return frozenset().union(*map(_places_in, names.lower().split()))


def _places_of(element: HtmlElement) -> frozenset[int]:
    """What the class, id and itemprop of an element say it is."""
    get = element.get
    return _places_called(f"{get('class', '')} {get('id', '')} {get('itemprop', '')}")


def _count_levels(above: tuple[int, ...], places: frozenset[int]) -> tuple[int, ...]:
    """The levels of an element by those of the one that it stands in, and by what it is itself."""
    levels = [level + 1 if level + 1 < MAX_LEVELS else NOWHERE for level in above]
    for place in places:
        levels[place] = 0
    return tuple(levels)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text: tidy, never empty.

    tag: of its element. levels: for each of PLACES how many levels up the nearest element of that
    kind is (0 is its own, NOWHERE none).
    link_share: how much of the text is links (0 to 1). depth: of its element in the tree.
    ancestors: their tags, its own included.
    """

    text: str
    tag: str
    levels: tuple[int, ...]
    link_share: float
    depth: int
    ancestors: frozenset[str]


def read_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of a page in order. The tree is left as it is."""
    reader = _Reader()
    root = _Stand(tree, str(tree.tag), None)
    for body in tree.iterchildren("body"):
        reader.read(body, root, root, False)
    return reader.blocks


class _Stand:
    """An element that is being read, and what it stands in. What a block asks of it is worked out
    when it is asked.
    """

    __slots__ = (
        "above",
        "element",
        "known_ancestors",
        "known_levels",
        "tag",
        "tree_depth",
    )

    def __init__(self, element: HtmlElement, tag: str, above: "_Stand | None") -> None:
        self.element, self.tag, self.above = element, tag, above
        self.known_ancestors: frozenset[str] | None = None
        self.known_levels: tuple[int, ...] | None = None
        self.tree_depth: int = above.tree_depth + 1 if above else 1

    @property
    def ancestors(self) -> frozenset[str]:
        """The tags of the element and of all above it."""
        if self.known_ancestors is None:
            ancestors = self.above.ancestors if self.above else frozenset()
            if self.tag in CONTENT_TAGS:
                ancestors -= SKIPPED_TAGS  # a menu that its author forgot to close
            self.known_ancestors = ancestors if self.tag in ancestors else ancestors | {self.tag}
        return self.known_ancestors

    @property
    def levels(self) -> tuple[int, ...]:
        """For each of PLACES how many levels up the nearest element of that kind is; the body is
        none.
        """
        if self.known_levels is None:
            if self.above is None or self.tag == "body":
                self.known_levels = NO_LEVELS
            else:
                self.known_levels = _count_levels(self.above.levels, _places_of(self.element))
        return self.known_levels


class _Reader:
    """Walks over a page once."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.home: _Stand | None = None  # of the block that is being read
        self.pieces: list[str] = []
        self.linked = 0

    def read(self, element: HtmlElement, above: _Stand, home: _Stand, is_link: bool) -> None:
        """Read an element with all that is in it. home: the element of the block whose text goes on
        in it.
        """
        tag = element.tag
        if tag in SKIPPED_TAGS and not _holds_content(element):
            return
        stand = _Stand(element, tag, above)
        is_block = tag in BLOCKS
        if is_block:
            self._end_block()
            home, is_link = stand, False
        elif tag == "a":
            is_link = True
        is_read = tag not in UNREAD_TAGS
        if is_read and (text := element.text):
            self._add(text, home, is_link)
        for child in element:
            if child.tag == "br":
                self._add(BREAK, home, is_link)
            else:
                self.read(child, stand, home, is_link)
            if is_read and (text := child.tail):
                self._add(text, home, is_link)
        if is_block:
            self._end_block()

    def _add(self, text: str, home: _Stand, is_link: bool) -> None:
        if home is not self.home:
            self._end_block()
            self.home = home
        self.pieces.append(text)
        if is_link:
            self.linked += len(text.strip())

    def _end_block(self) -> None:
        home, pieces, linked = self.home, self.pieces, self.linked
        if home is None:
            return
        self.home, self.pieces, self.linked = None, [], 0
        whole = "".join(pieces)
        if whole.isspace() or home.ancestors & SKIPPED_TAGS:
            return
        texts = [text for part in rejoin_lines(whole.split(BREAK)) if (text := tidy_line(part))]
        link_share = min(1.0, linked / (sum(map(len, texts)) or 1))
        for text in texts:
            self.blocks.append(
                Block(
                    text,
                    home.tag,
                    home.levels,
                    link_share,
                    home.tree_depth,
                    home.ancestors,
                )
            )


def _holds_content(element: HtmlElement) -> bool:
    """Whether the article stands in what should be furniture."""
    return element.tag not in CODE_TAGS and any(
        element.find(f".//{tag}") is not None for tag in CONTENT_TAGS
    )
