"""The blocks of a page, and what is known of it -> the features by which a block is told to be part
of the article or not.

Features are of the block (length, links, punctuation, the words of its classes), of its neighbours,
and of its place on the page: how far it is from the text that the extractor found, and whether it
is built like most of that text.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters, ascii_uppercase, digits

import numpy as np
from numpy.typing import NDArray

from transforms.clean.html.blocks import PLACES, Block
from transforms.world.languages import words_of
from transforms.world.phrases import compile_words, join_words
from transforms.world.web import list_names

Matrix = NDArray[np.float64]

LONG = 80  # characters of a block that is prose
UNIQUE = 40  # characters of a block that is told by its words alone, wherever it stands
# characters of the extractor's text in which a short and a long block are looked for
NEAR, NEAR_LONG = 120, 3000
MIN_CANDIDATE, MAX_LINKED = (
    25,
    0.9,
)  # characters, share of links: of a block that the extractor left out and that may still be the article's
FAR = 60.0  # blocks; what lies farther is as good as this far
MIN_BODY = 200  # characters of an articleBody that is one

WORD = re.compile(r"\w+")
KNOWN_TEXTS = 4_096  # of a page or two; the same ones are folded again and again
# signs of English and other Latin text that are not ASCII, and no words
TYPOGRAPHIC = "’‘“”–—…"
ASCII_SIGNS = {code: " " for code in range(128) if not WORD.match(chr(code))}
SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’»)\]]{0,3}$""")  # `he said."`
# 2024, 10:30, 2/3/2024
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
CAPITALS, DIGITS = ascii_uppercase.encode(), digits.encode()
LETTERS = ascii_letters.encode()
DATE_OR_CLOCK = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
)
# "Home › News", "@gazette"
MARKS = (*"@|•»›→▶", "http:", "https:", "www.", "pic.twitter")

TAGS, ANCESTORS = list_names("columns"), list_names("columns_above")
STEPS = (-3, -2, -1, 1, 2, 3)
FURTHEST = max(STEPS)
NOTHING_NEAR = -1.0  # each number of a neighbour beyond the page
MOST_LENGTH = 500.0  # characters of a neighbour that count
BLOCK_FEATURES = (
    "in_found in_second in_body length words link_share ends_sentence ends_open starts_upper upper_share digit_share date by promotion"
    " marks quote like_title like_description author copies heading"
)
OF_BLOCK = tuple(BLOCK_FEATURES.split())
OF_NEIGHBOUR = (
    "in_found",
    "in_second",
    "in_body",
    "length",
    "link_share",
    "heading",
    "ends_sentence",
)
OF_PLACE = (
    "depth",
    "shape_share",
    "depth_share",
    "from_first",
    "from_last",
    "from_headline",
    "along",
    "found_length",
    "has_body",
    "found_share",
    "second_share",
)
FEATURES = (
    *OF_BLOCK,
    *(f"tag_{tag}" for tag in TAGS),
    *(f"in_{tag}" for tag in ANCESTORS),
    *(f"near_{place}" for place in PLACES),
    *OF_PLACE,
    *(f"{name}_{step:+d}" for step in STEPS for name in OF_NEIGHBOUR),
)


@dataclass(frozen=True, slots=True)
class PageContext:
    """found: the lines of the extractor. second: the text of another, which errs elsewhere. body:
    articleBody of the JSON-LD.
    title, description, authors: as the page states them.
    """

    found: Sequence[str]
    second: str = ""
    body: str = ""
    title: str = ""
    description: str = ""
    authors: Sequence[str] = ()


@cache
def by_pattern() -> re.Pattern[str]:
    """ "By ", "Photo "."""
    return re.compile(rf"^{join_words(words_of('lines', 'credit'))}", re.IGNORECASE)


@cache
def promotion_pattern() -> re.Pattern[str]:
    """ "Read more: ...", "Lesen Sie auch: ..."."""
    return compile_words(words_of("lines", "promotion"))


@lru_cache(maxsize=KNOWN_TEXTS)
def fold(text: str) -> str:
    """Words alone, lower case, so that two renderings of a text can be compared."""
    folded = text.lower()
    if not folded.isascii():
        for sign in TYPOGRAPHIC:
            folded = folded.replace(sign, " ")
    if folded.isascii():
        return " ".join(folded.translate(ASCII_SIGNS).split())
    return " ".join(WORD.findall(folded))


def compute_features(survey: "Survey") -> tuple[list[int], Matrix]:
    """The places among the blocks of those that can be the article's at all, and one row of
    FEATURES for each.
    """
    places = [at for at in range(len(survey.blocks)) if survey.is_candidate(at)]
    if not places:
        return [], np.zeros((0, len(FEATURES)))
    own = np.array([survey.of_block(at) for at in places])
    return places, np.hstack([own, survey.of_places(places), survey.of_neighbours(places)])


def find_members(folded: Sequence[str], text: str) -> list[float]:
    """Whether (1 or 0) each block stands in a folded text. Both are in order of the page: a short
    block is looked for near the last one.
    """
    whole, at = f" {text} ", 0
    words = set(text.split())
    members = []
    for block in folded:
        found = -1
        if block and len(block) < UNIQUE:
            found = whole.find(f" {block} ", max(0, at - 1), at + len(block) + NEAR)
        elif block and _opens_in(block, words):
            found = whole.find(f" {block} ", max(0, at - 1))
            found = whole.find(f" {block} ") if found < 0 else found
        members.append(float(found >= 0))
        at = max(at, found + len(block) + 1) if 0 <= found < at + NEAR_LONG else at
    return members


def _opens_in(block: str, words: set[str]) -> bool:
    """Whether its first two words are of a text: a block whose are not is not in it, and that is
    quick.
    """
    first, *rest = block.split(maxsplit=2)
    return bool(rest) and first in words and rest[0] in words


def _clip(distances: NDArray[np.intp]) -> Matrix:
    return np.clip(distances, -FAR, FAR)


class Survey:
    """What holds for the page as a whole, against which each block is seen. in_found: how much of
    each block (1 or 0) stands in the extractor's lines.
    """

    def __init__(self, blocks: Sequence[Block], context: PageContext) -> None:
        self.blocks, self.found = blocks, context.found
        self.folded = [fold(block.text) for block in blocks]
        self.copies = Counter(self.folded)
        self.ends = [float(bool(SENTENCE_END.search(block.text))) for block in blocks]
        self.headings = [
            float(block.tag[1]) if block.tag[0] == "h" and block.tag[1:].isdigit() else 0.0
            for block in blocks
        ]
        self.in_found = find_members(self.folded, " ".join(map(fold, context.found)))
        self.in_second = find_members(self.folded, fold(context.second))
        body = fold(context.body)
        self.has_body = len(body) > MIN_BODY
        self.in_body = find_members(self.folded, body) if self.has_body else [-1.0] * len(blocks)
        self.title, self.description = (
            set(fold(context.title).split()),
            set(fold(context.description).split()),
        )
        self.authors = [author.lower() for author in context.authors]
        self._survey_main(len(context.found))

    def _survey_main(self, found_count: int) -> None:
        main = [
            at
            for at, inside in enumerate(self.in_found)
            if inside and len(self.blocks[at].text) >= LONG
        ]
        self.first, self.last = (main[0], main[-1]) if main else (0, len(self.blocks) - 1)
        self.found_share = len(main) / max(1, found_count)
        second = sum(
            len(block.text)
            for block, inside in zip(self.blocks, self.in_second, strict=True)
            if inside
        )
        self.second_share = math.log(
            (1 + sum(len(self.blocks[at].text) for at in main)) / (1 + second)
        )
        self.shapes: Counter[tuple[object, ...]] = Counter()
        self.depths: Counter[int] = Counter()
        for at in main:
            self.shapes[self._shape(at)] += len(self.blocks[at].text)
            self.depths[self.blocks[at].depth] += len(self.blocks[at].text)
        self.main_length = max(1, sum(self.depths.values()))
        self.main_depth = max(
            self.depths, key=lambda depth: (self.depths[depth], -depth), default=0
        )
        self.headline = next(
            (at for at, block in enumerate(self.blocks) if block.tag == "h1"), None
        )

    def _shape(self, at: int) -> tuple[object, ...]:
        block = self.blocks[at]
        return block.tag, block.depth, block.levels

    def is_candidate(self, at: int) -> bool:
        """What is short or all links, and not in the extractor's text, is furniture."""
        block = self.blocks[at]
        is_text = len(block.text) >= MIN_CANDIDATE and block.link_share < MAX_LINKED
        return is_text or self.in_found[at] > 0 or self.in_body[at] > 0

    def of_neighbours(self, places: Sequence[int]) -> Matrix:
        """For each of the blocks what stands STEPS from it."""
        blocks = self.blocks
        columns = (
            self.in_found,
            self.in_second,
            self.in_body,
            [min(len(block.text), MOST_LENGTH) for block in blocks],
            [block.link_share for block in blocks],
            [block.tag[0] == "h" for block in blocks],
            self.ends,
        )
        near = np.array(columns, dtype=np.float64).T
        beyond = np.full((FURTHEST, len(columns)), NOTHING_NEAR)
        page, at = np.concatenate([beyond, near, beyond]), np.array(places) + FURTHEST
        return np.hstack([page[at + step] for step in STEPS])

    def of_block(self, at: int) -> list[float]:
        block, text, words = self.blocks[at], self.blocks[at].text, self.folded[at].split()
        lower, known = text.lower(), set(words)
        upper, letters, figures = count_characters(text)
        return [
            self.in_found[at],
            self.in_second[at],
            self.in_body[at],
            math.log1p(len(text)),
            float(len(words)),
            block.link_share,
            self.ends[at],
            float(text[-1] in ":…>"),
            float(text[0].isupper()),
            upper / (letters or 1),
            figures / len(text),
            float(figures > 0 and bool(DATE_OR_CLOCK.search(text))),
            float(bool(by_pattern().match(text))),
            float(_count_promotions(text, lower, known)),
            float(sum(map(text.count, MARKS))),
            float(text[0] in "\"“„«‘'"),
            _likeness(known, self.title),
            _likeness(known, self.description),
            float(any(author in lower for author in self.authors)),
            float(self.copies[self.folded[at]] - 1),
            self.headings[at],
            *_mark_tag(block.tag),
            *_mark_ancestors(block.ancestors),
            *map(float, block.levels),
        ]

    def of_places(self, places: Sequence[int]) -> Matrix:
        at = np.array(places)
        depths = [self.blocks[place].depth for place in places]
        columns = (
            np.array(depths) - self.main_depth,
            np.array([self.shapes[self._shape(place)] for place in places]) / self.main_length,
            np.array([self.depths[depth] for depth in depths]) / self.main_length,
            _clip(at - self.first),
            _clip(at - self.last),
            -FAR - 1 if self.headline is None else _clip(at - self.headline),
            (at - self.first) / max(1, self.last - self.first),
            math.log(self.main_length),
            self.has_body,
            self.found_share,
            self.second_share,
        )
        return np.column_stack([np.broadcast_to(column, at.shape) for column in columns])


def _count_promotions(text: str, lower: str, words: set[str]) -> int:
    """Most texts have the beginning of no such phrase, and that is quick to see."""
    starts, stems = _promotion_starts()
    if words.isdisjoint(starts) and not any(stem in lower for stem in stems):
        return 0
    return len(promotion_pattern().findall(text))


@cache
def _promotion_starts() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that such phrases begin with, and the beginnings of words."""
    phrases = words_of("lines", "promotion")
    stems = {phrase.removesuffix("*") for phrase in phrases if phrase[:-1].isalpha()} - {*phrases}
    return frozenset(WORD.findall(phrase)[0] for phrase in phrases), tuple(stems)


def count_characters(text: str) -> tuple[int, int, int]:
    """Capitals, letters and digits. Those of ASCII are counted by what deleting them leaves."""
    rest, beyond = text.encode("ascii", "ignore"), ""
    if len(rest) < len(text):
        beyond = "".join(BEYOND_ASCII.findall(text))
    return (
        len(rest) - len(rest.translate(None, CAPITALS)) + sum(map(str.isupper, beyond)),
        len(rest) - len(rest.translate(None, LETTERS)) + sum(map(str.isalpha, beyond)),
        len(rest) - len(rest.translate(None, DIGITS)) + sum(map(str.isdigit, beyond)),
    )


@cache
def _mark_tag(tag: str) -> tuple[float, ...]:
    return tuple(float(tag == known) for known in TAGS)


@lru_cache(maxsize=KNOWN_TEXTS)
def _mark_ancestors(ancestors: frozenset[str]) -> tuple[float, ...]:
    return tuple(float(tag in ancestors) for tag in ANCESTORS)


def _likeness(words: set[str], others: set[str]) -> float:
    """Words in common as a share of all words of both (Jaccard)."""
    common = len(words & others)
    return common / (len(words) + len(others) - common or 1)
