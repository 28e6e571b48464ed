"""Drafts -> those that become quotes, the likeliest of the readings that share words, where it is
likely enough; and why others do not.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.grammar.passage import Range
from transforms.quotes.bars import Bar, find_bar
from transforms.quotes.draft import Draft
from transforms.quotes.silence import says_nothing
from transforms.quotes.sources import encloses, name_reporter
from transforms.quotes.weights import weigh
from transforms.quotes.words import PASSED_ON_BY, SEVERAL

Fate = Literal["chosen", "says nothing", "under its bar", "same words", "same cue", "nested"]

WORDS, CUE = 1, 2  # marks of a character


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a draft: its weight, the bar that it had to reach, and the surer draft that it
    gave way to.
    """

    draft: Draft
    weight: float
    fate: Fate
    bar: Bar
    winner: Draft | None = None


def choose(drafts: Sequence[Draft]) -> list[tuple[float, Draft]]:
    """Confidence and draft of each quote: the likeliest of the drafts that share their pieces, or
    their cue and some words.
    """
    kept = [
        (verdict.weight, verdict.draft)
        for verdict in judge_drafts(drafts)
        if verdict.fate == "chosen"
    ]
    return sorted(kept, key=lambda entry: entry[1].pieces)


def judge_drafts(drafts: Sequence[Draft]) -> list[Verdict]:
    """What becomes of each draft, the likelier first."""
    weighed = sorted(
        ((weigh(draft), number, draft) for number, draft in enumerate(drafts)), key=_rank
    )
    ground, verdicts = Ground(), []
    for weight, _, draft in weighed:
        verdict = _decide(draft, weight, ground)
        if verdict.fate == "chosen":
            ground.take(draft)
        verdicts.append(verdict)
    return verdicts


def _decide(draft: Draft, weight: float, ground: "Ground") -> Verdict:
    """Whether a draft stands beside those that are surer, and have been chosen before it."""
    bar = find_bar(draft)
    if says_nothing(draft):
        return Verdict(draft, weight, "says nothing", bar)
    if weight < bar.least:
        return Verdict(draft, weight, "under its bar", bar)
    if (same := ground.find_same(draft)) is not None:
        return Verdict(draft, weight, "same words", bar, same)
    if (rival := ground.find_rival(draft)) is not None:
        return Verdict(draft, weight, "same cue", bar, rival)
    nested = find_bar(draft, nested=True)
    if weight < nested.least and ground.reports(draft):
        return Verdict(draft, weight, "nested", nested)
    return Verdict(draft, weight, "chosen", bar)


def _rank(entry: tuple[float, int, Draft]) -> tuple[bool, float, int]:
    """The likelier first; before all what a colon brings in, since the words beside that cue only
    announce it.
    """
    confidence, number, draft = entry
    return draft.construction != "lead", -confidence, number


def rivals(draft: Draft, other: Draft) -> bool:
    """Whether of two drafts with one cue only one can stand: they share words, or are not of one
    kind ("called for X and for Y").
    """
    alike = draft.construction == other.construction and draft.construction in SEVERAL
    return not alike or any(draft.touches(*piece) for piece in other.pieces)


class Ground:
    """The quotes chosen so far: by their pieces, by their cue, and where they stand, character by
    character of each passage.
    """

    def __init__(self) -> None:
        self._by_pieces: dict[tuple[Range, ...], Draft] = {}
        self._by_cue: dict[Range, list[Draft]] = defaultdict(list)
        self._marks: dict[int, bytearray] = {}  # of a passage, by its identity

    def find_same(self, draft: Draft) -> Draft | None:
        return self._by_pieces.get(draft.pieces)

    def find_rival(self, draft: Draft) -> Draft | None:
        """The quote with the same cue beside which a draft cannot stand."""
        if draft.cue is None:
            return None
        same_cue = self._by_cue[draft.passage.characters(draft.cue.i, draft.cue.i)]
        return next((other for other in same_cue if rivals(draft, other)), None)

    def take(self, draft: Draft) -> None:
        self._by_pieces[draft.pieces] = draft
        if draft.cue is not None:
            self._by_cue[draft.passage.characters(draft.cue.i, draft.cue.i)].append(draft)
        marks = self._of(draft)
        for first, last in self._pieces(draft):
            marks[first:last] = bytes(mark | WORDS for mark in marks[first:last])
        if draft.cue is not None:
            marks[draft.cue.idx] |= CUE

    def reports(self, draft: Draft) -> bool:
        """Whether a quote chosen holds the cue of a draft, or a draft that of a quote: one reports
        the other.
        """
        marks = self._of(draft)
        inner = draft.cue is not None and bool(marks[draft.cue.idx] & WORDS)
        return inner or any(
            max(marks[first:last], default=0) >= CUE for first, last in self._pieces(draft)
        )

    def _of(self, draft: Draft) -> bytearray:
        return self._marks.setdefault(id(draft.passage), bytearray(len(draft.passage.text)))

    def _pieces(self, draft: Draft) -> list[Range]:
        base, length = draft.passage.paragraph.char_start, len(draft.passage.text)
        return [
            (max(start - base, 0), max(0, min(end - base, length))) for start, end in draft.pieces
        ]


def passes_on(draft: Draft, around: Sequence[Draft]) -> bool:
    """Whether a medium only passes on what another said ("..., Berg said, according to the
    agency"): a hop, not a quote of its own.
    """
    if (
        draft.construction != "according"
        or draft.speaker is None
        or name_reporter(draft) not in PASSED_ON_BY
    ):
        return False
    return any(
        encloses(draft, other) and other.cue is not None and other.cue.dep_ == "ROOT"
        for other in around
    )
