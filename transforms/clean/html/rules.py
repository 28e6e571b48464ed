"""The blocks of a page with the model's estimates -> the article's paragraphs, and each line left
out with the rule that took it.

The rules: the model is surer of a paragraph than not, a doubted one goes with its like beside it,
the members of a list stand or fall together, a paragraph stands in the text once, a title is not
repeated, no date or section opens the text, and no credit or invitation closes it. The lines that
the extractor had found and that are left out all the same bear the name of what they look like,
which docs/cleaning.md explains.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from transforms.clean.html.between import is_site_line
from transforms.clean.html.blocks import PLACES, Block
from transforms.clean.html.features import (
    DATE_OR_CLOCK,
    LONG,
    SENTENCE_END,
    by_pattern,
    fold,
    promotion_pattern,
)
from transforms.clean.metadata.head_lines import is_head_line
from transforms.clean.metadata.roles import opens_credit
from transforms.clean.text.closing import MIN_TEXT_LINES, find_closing, is_closing
from transforms.records import DroppedLine
from transforms.world.languages import words_of
from transforms.world.phrases import compile_words
from transforms.world.web import list_names

SURE = 0.5  # the estimate from which a block is the article's
# the estimate from which a paragraph is the article's that is built like one beside it
DOUBTED = 0.2
UNLINKED = 0.3  # share of links in prose
MIN_COPY = 8  # words of a paragraph that is no refrain
EQUAL = 0.2  # of two copies the first stays unless the other is better by this much
HEAD = 4  # kept blocks among which a title is repeated, and byline and date stand
LAST_SIGNED = 1  # kept blocks that may sign the text
QUOTATION = "blockquote"
MEMBERS = frozenset(list_names("members"))
MIN_MEMBERS = 3
SHARED = 0.8  # how much of a member's estimate is that of the list
LONG_MEMBER = 80  # characters of a member that count
MAX_LABEL = 60  # characters of a date or a section above the text
SHORT = 120  # characters of a byline or a label
LEVEL = dict(zip(PLACES, range(len(PLACES)), strict=True))
WORD = re.compile(r"[^\W_]")


@cache
def _share() -> re.Pattern[str]:
    return compile_words(words_of("lines", "share"))


@dataclass(frozen=True, slots=True)
class Head:
    """What the page states of its article: every wording of its title, the authors, the language
    that it declares.
    """

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None


def choose_blocks(blocks: Sequence[Block], estimates: Sequence[float], head: Head) -> list[bool]:
    """For each block whether it is a paragraph of the article."""
    shared = _share_among_members(blocks, estimates)
    chosen = [estimate >= SURE for estimate in shared]
    for find in (_find_alike, _find_introduced, _find_between):
        for at in find(blocks, shared, chosen):
            chosen[at] = True
    for at in _find_headings(blocks, chosen):
        chosen[at] = True
    folded = [fold(block.text) for block in blocks]
    for at in (
        *_wordless(blocks, chosen),
        *_advert_labels(folded, chosen),
        *_pitches(blocks, chosen),
        *_site_lines(blocks, chosen),
        *_repeated_titles(folded, chosen, head.titles),
        *_second_copies(folded, chosen, estimates),
    ):
        chosen[at] = False
    for at in (
        *_labels_at_head(blocks, chosen),
        *_head_lines(blocks, chosen, head),
        *_closing_lines(blocks, chosen),
    ):
        chosen[at] = False
    return chosen


def keep_lines(lines: Sequence[str], head: Head) -> list[str]:
    """Lines that are the text as they are, without titles, bylines and dates, and without what
    closes the page.
    """
    titles = set(map(fold, head.titles))
    told = [line for line in lines if not is_site_line(line, 0.0)]
    untitled = [line for line in told if fold(line) not in titles]
    signed = {
        at for at in _edges(untitled) if is_head_line(untitled[at], head.language, head.authors)
    }
    return _without_closing([line for at, line in enumerate(untitled) if at not in signed])


def _without_closing(lines: Sequence[str]) -> list[str]:
    closing = find_closing(lines)
    return [line for at, line in enumerate(lines) if at not in closing]


def name_dropped(
    blocks: Sequence[Block], chosen: Sequence[bool], found: Sequence[bool], titles: Iterable[str]
) -> list[DroppedLine]:
    """The blocks that the extractor had found and that were not chosen, each with the rule that it
    falls under.
    """
    kept = {fold(block.text) for block, choice in zip(blocks, chosen, strict=True) if choice}
    folded_titles = set(map(fold, titles))
    return [
        DroppedLine(block.text, _rule_of(block, kept, folded_titles))
        for block, choice, was_found in zip(blocks, chosen, found, strict=True)
        if was_found and not choice
    ]


def _share_among_members(blocks: Sequence[Block], estimates: Sequence[float]) -> list[float]:
    """The estimates, those of the members of a list or the cells of a table moved to their mean: of
    a table one wants all or nothing.
    """
    shared = list(estimates)
    for is_member, run in groupby(range(len(blocks)), key=lambda at: blocks[at].tag in MEMBERS):
        asked = [at for at in run if estimates[at] > 0] if is_member else []
        if len(asked) >= MIN_MEMBERS:
            lengths = [min(LONG_MEMBER, len(blocks[at].text)) for at in asked]
            mean = sum(
                length * estimates[at] for length, at in zip(lengths, asked, strict=True)
            ) / sum(lengths)
            for at in asked:
                shared[at] += SHARED * (mean - estimates[at])
    return shared


def _find_alike(
    blocks: Sequence[Block], estimates: Sequence[float], chosen: Sequence[bool]
) -> list[int]:
    """Paragraphs that the model doubts, built like a chosen one beside them, or like one that is
    taken so: the last of a long text.
    """
    found: set[int] = set()
    for places, step in ((range(1, len(blocks)), -1), (range(len(blocks) - 2, -1, -1), 1)):
        for at in places:
            is_likely = estimates[at] >= DOUBTED and _is_prose(blocks[at])
            if (
                is_likely
                and (chosen[at + step] or at + step in found)
                and _are_alike(blocks[at], blocks[at + step])
            ):
                found.add(at)
    return sorted(found)


def _find_introduced(
    blocks: Sequence[Block], estimates: Sequence[float], chosen: Sequence[bool]
) -> list[int]:
    """Paragraphs of a block quotation that the model doubts, behind a line that announces it: "In
    her letter, Ann Lee says:".
    """
    found: list[int] = []
    for at in range(1, len(blocks)):
        is_quotation = QUOTATION in blocks[at].ancestors
        follows = at - 1 in found or (chosen[at - 1] and blocks[at - 1].text.endswith((":", "：")))
        goes_on = chosen[at - 1] and QUOTATION in blocks[at - 1].ancestors
        if is_quotation and (follows or goes_on) and estimates[at] >= DOUBTED:
            found.append(at)
    return found


def _find_between(
    blocks: Sequence[Block], estimates: Sequence[float], chosen: Sequence[bool]
) -> list[int]:
    """Sentences that the model doubts, in a <div> between two chosen paragraphs as deep in the
    page.
    """
    places = range(1, len(blocks) - 1)
    return [
        at
        for at in places
        if estimates[at] >= DOUBTED
        and blocks[at].tag == "div"
        and SENTENCE_END.search(blocks[at].text)
        and all(
            chosen[by] and _is_paragraph_beside(blocks[at], blocks[by]) for by in (at - 1, at + 1)
        )
    ]


def _find_headings(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """Headings right above a chosen block that are built like a chosen one, however sure the model
    is: of those of one level, an article has all or none.
    """
    known = {_build_of(block) for at, block in enumerate(blocks) if chosen[at] and _heads(block)}
    return [
        at
        for at, block in enumerate(blocks[:-1])
        if not chosen[at] and chosen[at + 1] and _heads(block) and _build_of(block) in known
    ]


def _heads(block: Block) -> bool:
    return block.tag[0] == "h" and block.tag[1:].isdigit()


def _is_paragraph_beside(block: Block, other: Block) -> bool:
    return (other.tag, other.depth) == ("p", block.depth) and _is_prose(other)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= LONG and block.link_share < UNLINKED


def _are_alike(block: Block, other: Block) -> bool:
    return _build_of(block) == _build_of(other)


def _build_of(block: Block) -> tuple[str, int, tuple[int, ...]]:
    """Its tag, how deep it lies in the page, and in which boxes."""
    return block.tag, block.depth, block.levels


def _wordless(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """Lines between paragraphs that are signs alone: "___", "* * *"."""
    return [at for at, block in enumerate(blocks) if chosen[at] and not WORD.search(block.text)]


def _advert_labels(folded: Sequence[str], chosen: Sequence[bool]) -> list[int]:
    """Lines between paragraphs that say no more than "Advertisement"."""
    return [at for at, text in enumerate(folded) if chosen[at] and text in _adverts()]


@cache
def _adverts() -> frozenset[str]:
    return frozenset(map(fold, words_of("lines", "advert")))


def _pitches(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """The lines of a box that sells the paper, within the text, where it has no prose: "You have
    one story left", "Join us for two pounds a month".
    """
    pitches: list[int] = []
    for is_in_box, run in groupby(range(len(blocks)), key=lambda at: _sells(blocks[at])):
        places = list(run)
        if is_in_box and all(len(blocks[at].text) < LONG for at in places):
            pitches += [at for at in places if chosen[at]]
    return pitches


def _sells(block: Block) -> bool:
    return block.levels[LEVEL["promotion"]] == 1


def _site_lines(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """Lines between paragraphs in which the site speaks: "Subscribe now", "Photo: Ann Lee"."""
    return [
        at
        for at, block in enumerate(blocks)
        if chosen[at] and block.tag not in MEMBERS and is_site_line(block.text, block.link_share)
    ]


def _closing_lines(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """Those of the last lines that are no part of the story: credits, where it first appeared, what
    to read next.
    """
    kept = [at for at, choice in enumerate(chosen) if choice]
    return [kept[at] for at in find_closing([blocks[at].text for at in kept])]


def _repeated_titles(
    folded: Sequence[str], chosen: Sequence[bool], titles: Iterable[str]
) -> list[int]:
    """The copies of the title among the first chosen blocks."""
    known = set(map(fold, titles))
    head = [at for at, choice in enumerate(chosen) if choice][:HEAD]
    return [at for at in head if folded[at] in known]


def _labels_at_head(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[int]:
    """Lines above the first paragraph that are a date or one or two words: "World", "13 November
    2026 10:47".
    """
    labels: list[int] = []
    for at, block in enumerate(blocks):
        if chosen[at] and (len(block.text) >= LONG or SENTENCE_END.search(block.text)):
            return labels
        if (
            chosen[at]
            and len(block.text) <= MAX_LABEL
            and (DATE_OR_CLOCK.search(block.text) or block.text.count(" ") < 2)
        ):
            labels.append(at)
    return []


def _head_lines(blocks: Sequence[Block], chosen: Sequence[bool], head: Head) -> list[int]:
    """Bylines and dates among the first chosen blocks, and those that sign the text."""
    kept = [at for at, choice in enumerate(chosen) if choice]
    edges = [kept[place] for place in _edges([blocks[at].text for at in kept])]
    return [at for at in edges if is_head_line(blocks[at].text, head.language, head.authors)]


def _edges(lines: Sequence[str]) -> list[int]:
    """The places of a text at which a byline or a date may stand: down to the second paragraph, and
    the last of a text long enough.
    """
    prose = [at for at, line in enumerate(lines) if len(line) >= LONG and SENTENCE_END.search(line)]
    second = prose[1] if len(prose) > 1 else len(lines)
    last = range(len(lines) - LAST_SIGNED, len(lines)) if len(lines) >= MIN_TEXT_LINES else ()
    return [*range(min(HEAD, second)), *(at for at in last if at >= min(HEAD, second))]


def _second_copies(
    folded: Sequence[str], chosen: Sequence[bool], estimates: Sequence[float]
) -> list[int]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(folded):
        if chosen[at] and text.count(" ") + 1 >= MIN_COPY:
            places[text].append(at)
    return [
        at
        for copies in places.values()
        if len(copies) > 1
        for at in copies
        if at != _best_copy(copies, estimates)
    ]


def _best_copy(copies: Sequence[int], estimates: Sequence[float]) -> int:
    best = max(estimates[at] for at in copies)
    return next(at for at in copies if estimates[at] >= best - EQUAL)


def _rule_of(block: Block, kept: set[str], titles: set[str]) -> str:
    folded = fold(block.text)
    if folded in titles:
        return "repeated_title"
    if folded in kept:
        return "repeated_paragraph"
    return next((name for name, holds in NAMES.items() if holds(block)), "line_model")


def _is_near(place: str, levels: int) -> Callable[[Block], bool]:
    return lambda block: block.levels[LEVEL[place]] <= levels


def _is_caption(block: Block) -> bool:
    return bool(block.ancestors & {"figure", "figcaption"}) or _is_near("caption", 1)(block)


def _is_byline(block: Block) -> bool:
    return len(block.text) <= SHORT and (
        _is_near("author", 1)(block) or bool(by_pattern().match(block.text))
    )


NAMES: Mapping[str, Callable[[Block], bool]] = {
    "caption": _is_caption,
    "reporting_credit": lambda block: len(block.text) <= SHORT and opens_credit(block.text),
    "byline": _is_byline,
    "author_note": _is_near("author", 3),
    "share_line": lambda block: len(block.text) <= SHORT and bool(_share().search(block.text)),
    "promotion": lambda block: (
        bool(promotion_pattern().search(block.text)) or _is_near("promotion", 1)(block)
    ),
    "site_line": lambda block: is_site_line(block.text, block.link_share),
    "related_link": lambda block: block.link_share >= 0.8 or _is_near("related", 2)(block),
    "comment": _is_near("comments", 3),
    "closing_line": lambda block: is_closing(block.text),
    "date_line": lambda block: len(block.text) <= SHORT and bool(DATE_OR_CLOCK.search(block.text)),
    "standfirst": _is_near("standfirst", 1),
    "label": lambda block: block.text.count(" ") < 2,
    "heading": _heads,
}
