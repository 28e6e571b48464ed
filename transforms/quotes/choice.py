"""Drafts -> those that become quotes: the likeliest of the readings that share words, where it is likely enough."""

from collections import defaultdict
from collections.abc import Sequence

from transforms.grammar.cues import CLAUSES
from transforms.grammar.passage import Range
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.silence import says_nothing
from transforms.quotes.sources import encloses, name_reporter
from transforms.quotes.weights import RARE, weigh

LEAST_CONFIDENCE = 0.3  # what is less likely to be a quote is left out; about half the F1, where F1 is best
LEAST_CONFIDENCE_SPOKEN = 0.1  # the same where marks, a colon or a verb of speech show that somebody speaks
LEAST_CONFIDENCE_NESTED = 0.5  # the same where a surer quote reports it or is reported by it
LEAST_CONFIDENCE_NESTED_SPOKEN = 0.25  # of those, where somebody says it in a quotation or a clause
STATED = frozenset({"that", "bare", "whether"})
SPOKEN = frozenset({"neutral", "claim", "denial", "accusation", "criticism", "praise", "support"})
SPOKEN |= frozenset({"warning", "promise", "demand", "question", "announcement", "agreement", "emphasis"})
MARKED = frozenset({"string", "lead", "headline"})
PASSED_ON_BY = frozenset({"agency", "broadcaster", "newspaper"})
SURELY_SAID = frozenset({"alone", "introduced", "about", "between", "signature", "settled"})  # quotations that somebody says, whoever it is
SEVERAL = frozenset({"that", "bare", "whether", "preposition"})  # a cue may have more than one of these

WORDS, CUE = 1, 2  # marks of a character


def choose(drafts: Sequence[Draft]) -> list[tuple[float, Draft]]:
    """Confidence and draft of each quote: the likeliest of the drafts that share their pieces, or their cue and some words."""
    weighed = [(weigh(draft), number, draft) for number, draft in enumerate(drafts) if not says_nothing(draft)]
    likely = sorted((entry for entry in weighed if entry[0] >= least_of(entry[2])), key=_rank)
    taken: set[tuple[Range, ...]] = set()
    by_cue: dict[Range, list[Draft]] = defaultdict(list)
    ground = Ground()
    kept = []
    for confidence, _, draft in likely:
        same_cue = [] if draft.cue is None else by_cue[draft.passage.characters(draft.cue.i, draft.cue.i)]
        if draft.pieces in taken or any(rivals(draft, other) for other in same_cue):
            continue
        if confidence < least_nested(draft) and ground.reports(draft):
            continue
        taken.add(draft.pieces)
        same_cue.append(draft)
        ground.take(draft)
        kept.append((confidence, draft))
    return sorted(kept, key=lambda entry: entry[1].pieces)


def _rank(entry: tuple[float, int, Draft]) -> tuple[bool, float, int]:
    """The likelier first; before all what a colon brings in, since the words beside that cue only announce it."""
    confidence, number, draft = entry
    return draft.construction != "lead", -confidence, number


def rivals(draft: Draft, other: Draft) -> bool:
    """Whether of two drafts with one cue only one can stand: they share words, or are not of one kind ("called for X and for Y")."""
    alike = draft.construction == other.construction and draft.construction in SEVERAL
    return not alike or any(draft.touches(*piece) for piece in other.pieces)


class Ground:
    """Where the quotes chosen so far stand, character by character of each passage: their words, and their cues."""

    def __init__(self) -> None:
        self._marks: dict[int, bytearray] = {}  # of a passage, by its identity

    def take(self, draft: Draft) -> None:
        marks = self._of(draft)
        for first, last in self._pieces(draft):
            marks[first:last] = bytes(mark | WORDS for mark in marks[first:last])
        if draft.cue is not None:
            marks[draft.cue.idx] |= CUE

    def reports(self, draft: Draft) -> bool:
        """Whether a quote chosen holds the cue of a draft, or a draft that of a quote: one reports the other."""
        marks = self._of(draft)
        inner = draft.cue is not None and bool(marks[draft.cue.idx] & WORDS)
        return inner or any(max(marks[first:last], default=0) >= CUE for first, last in self._pieces(draft))

    def _of(self, draft: Draft) -> bytearray:
        return self._marks.setdefault(id(draft.passage), bytearray(len(draft.passage.text)))

    def _pieces(self, draft: Draft) -> list[Range]:
        base, length = draft.passage.paragraph.char_start, len(draft.passage.text)
        return [(max(start - base, 0), max(0, min(end - base, length))) for start, end in draft.pieces]


def least_of(draft: Draft) -> float:
    """The confidence that a draft must have: less where marks, a colon or a verb of speech show that somebody speaks.

    None at all for a quotation that fills its paragraph, or ends it after a sentence about a person: it is said, whoever says it.
    """
    if draft.variant in SURELY_SAID or draft.rule in RARE:
        return 0.0
    marked = (
        draft.construction in MARKED or draft.variant.startswith("as") or (draft.construction in CLAUSES and name_kind(draft) == "direct")
    )
    return LEAST_CONFIDENCE_SPOKEN if marked or name_class(draft) in SPOKEN else LEAST_CONFIDENCE


def least_nested(draft: Draft) -> float:
    """The confidence that a draft must have where a surer quote reports it, or is reported by it: less for a quotation or a clause."""
    said = name_kind(draft) == "direct" or (draft.construction in STATED and name_class(draft) in SPOKEN)
    return LEAST_CONFIDENCE_NESTED_SPOKEN if said else LEAST_CONFIDENCE_NESTED


def passes_on(draft: Draft, around: Sequence[Draft]) -> bool:
    """Whether a medium only passes on what another said ("..., Berg said, according to the agency"): a hop, not a quote of its own."""
    if draft.construction != "according" or draft.speaker is None or name_reporter(draft) not in PASSED_ON_BY:
        return False
    return any(encloses(draft, other) and other.cue is not None and other.cue.dep_ == "ROOT" for other in around)
