"""The blocks of a page, and what is known of it -> the features by which a block is told to be part of the article or not.

Features are of the block (length, links, punctuation, the words of its classes), of its neighbours, and of its place on the page: how far
it is from the text that trafilatura found, and whether it looks like most of that text.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.clean.blocks import PLACES, Block

LONG = 80  # characters of a block that is prose
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’»)\]]{0,3}$""")  # `he said."`
DATE_OR_CLOCK = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
BY = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|text|photo|photos|foto|fotos|image|picture|credit|source|quelle|getty|©|\(c\))\b", re.IGNORECASE
)
PROMOTION = re.compile(
    r"""\b(?:read\s(?:more|also|next)|also\sread|see\salso|more\s(?:on|from|about|stories)|related|recommended|don.t\smiss|follow\sus|follow\s@|subscribe|sign\sup|
    newsletter|click\shere|download|copyright|all\srights\sreserved|share\sthis|comments?|advertisement|sponsored|get\sthe|join\sour|contact|email|
    mehr\szum|lesen\ssie|auch\sinteressant|abonnieren|kommentare?|anzeige|lire\saussi|à\slire|abonnez|lee\stambién|suscr\w+|leia\s(?:também|mais)|leggi\sanche|
    lees\s(?:ook|meer)|les\sogså|läs\s(?:också|mer)|читайте|подпи\w+|関連)\b""",
    re.IGNORECASE | re.VERBOSE,
)  # "Read more: ...", "Lesen Sie auch: ..."
MARKS = re.compile(r"[@|•»›→▶]|https?:|www\.|pic\.twitter")
TAGS = ("p", "div", "li", "blockquote", "td", "section", "article", "span")
ANCESTORS = ("article", "main", "aside", "figure", "form", "header", "blockquote", "ul", "ol", "table", "a", "button", "dl", "label")
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
UNIQUE = 40  # characters of a block that is told by its words alone, wherever it stands
NEAR, NEAR_LONG = 120, 3000  # characters
FAR = 60  # blocks; what lies farther is as good as this far


@dataclass(frozen=True, slots=True)
class PageContext:
    """found: the lines of the extractor. body: articleBody of the JSON-LD. title, description: as the page states them."""

    found: Sequence[str]
    body: str = ""
    title: str = ""
    description: str = ""
    authors: Sequence[str] = ()


def fold(text: str) -> str:
    """Words alone, lower case, so that two renderings of a text can be compared."""
    return " ".join(WORD.findall(text.lower()))


def compute_features(blocks: Sequence[Block], context: PageContext) -> list[list[float]]:
    """One row for each block."""
    return _Features(blocks, context).rows()


class _Features:
    def __init__(self, blocks: Sequence[Block], context: PageContext) -> None:
        self.blocks = blocks
        self.folded = [fold(block.text) for block in blocks]
        self.lengths = [len(block.text) for block in blocks]
        self.context = context
        self.in_found = self._memberships([fold(line) for line in context.found])
        body = fold(context.body)
        self.has_body = len(body) > 200
        self.in_body = self._memberships([body]) if self.has_body else [-1.0] * len(blocks)
        self.copies = Counter(self.folded)
        self.main = [at for at, inside in enumerate(self.in_found) if inside and self.lengths[at] >= LONG]
        self.first, self.last = (self.main[0], self.main[-1]) if self.main else (0, len(blocks) - 1)
        self.shapes = Counter[tuple[object, ...]]()
        self.depths = Counter[int]()
        for at in self.main:
            self.shapes[self._shape(at)] += self.lengths[at]
            self.depths[blocks[at].depth] += self.lengths[at]
        self.main_length = max(1, sum(self.lengths[at] for at in self.main))
        self.depth = max(self.depths, key=lambda depth: (self.depths[depth], -depth), default=0)
        self.headline = next((at for at, block in enumerate(blocks) if block.tag == "h1"), -1)

    def _memberships(self, lines: Sequence[str]) -> list[float]:
        """Whether each block stands in the lines; both are in order of the page, so that a short block is looked for near the last one."""
        whole, at = f" {' '.join(lines)} ", 0
        inside = []
        for text in self.folded:
            reach = len(whole) if len(text) >= UNIQUE else at + len(text) + NEAR
            found = whole.find(f" {text} ", max(0, at - 1), reach) if text else -1
            if found < 0 and len(text) >= UNIQUE:
                found = whole.find(f" {text} ")
            inside.append(float(found >= 0))
            at = max(at, found + len(text) + 1) if 0 <= found < at + NEAR_LONG else at
        return inside

    def _shape(self, at: int) -> tuple[object, ...]:
        block = self.blocks[at]
        return block.tag, block.depth, block.levels

    def rows(self) -> list[list[float]]:
        own = [self._own(at) for at in range(len(self.blocks))]
        near = [self._near(at) for at in range(len(self.blocks))]
        return [
            [*own[at], *(value for step in NEIGHBOURS for value in (near[at + step] if 0 <= at + step < len(near) else NOTHING_NEAR))]
            for at in range(len(self.blocks))
        ]

    def _near(self, at: int) -> list[float]:
        block = self.blocks[at]
        return [
            self.in_found[at],
            self.in_body[at],
            min(self.lengths[at], 500),
            block.link_share,
            float(block.tag[0] == "h"),
            float(bool(SENTENCE_END.search(block.text))),
        ]

    def _own(self, at: int) -> list[float]:
        block, text, length = self.blocks[at], self.blocks[at].text, self.lengths[at]
        words = self.folded[at].split()
        letters = sum(map(str.isalpha, text)) or 1
        description = self._overlap(words, self.context.description)
        return [
            self.in_found[at],
            self.in_body[at],
            math.log1p(length),
            float(len(words)),
            block.link_share,
            float(bool(SENTENCE_END.search(text))),
            float(text[-1] in ":…>"),
            float(text[0].isupper()),
            sum(map(str.isupper, text)) / letters,
            sum(map(str.isdigit, text)) / length,
            float(bool(DATE_OR_CLOCK.search(text))),
            float(bool(BY.match(text))),
            float(len(PROMOTION.findall(text))),
            float(len(MARKS.findall(text))),
            float(text[0] in "\"“„«‘'"),
            self._overlap(words, self.context.title),
            description,
            float(any(author.lower() in text.lower() for author in self.context.authors)),
            float(self.copies[self.folded[at]] - 1),
            float(int(block.tag[1]) if block.tag[0] == "h" and block.tag[1:].isdigit() else 0),
            *(float(block.tag == tag) for tag in TAGS),
            *(float(tag in block.ancestors) for tag in ANCESTORS),
            *map(float, block.levels),
            float(block.depth - self.depth),
            self.shapes[self._shape(at)] / self.main_length,
            self.depths[block.depth] / self.main_length,
            float(max(-FAR, min(FAR, at - self.first))),
            float(max(-FAR, min(FAR, at - self.last))),
            float(max(-FAR, min(FAR, at - self.headline))) if self.headline >= 0 else -FAR - 1.0,
            (at - self.first) / max(1, self.last - self.first),
            math.log(self.main_length),
            float(self.has_body),
            len(self.main) / max(1, len(self.context.found)),
        ]

    def _overlap(self, words: list[str], other: str) -> float:
        """Share of words in common with a short text (Jaccard)."""
        theirs = set(fold(other).split())
        both = len(theirs & set(words))
        return both / (len(theirs | set(words)) or 1)


NOTHING_NEAR = [-1.0, -1.0, -1.0, -1.0, -1.0, -1.0]
