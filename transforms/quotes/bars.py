"""A draft -> the weight that it must reach to become a quote: the table `bars.toml`, thresholds and
the words by which they are told.
"""

from collections.abc import Callable
from dataclasses import dataclass

from transforms.grammar.cues import CLAUSES
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.weights import RARE, is_called_so, is_chained
from transforms.quotes.within import is_told_within
from transforms.quotes.words import LEAST, MARKED, SPOKEN, STATED, SURELY_SAID


@dataclass(frozen=True, slots=True)
class Bar:
    """The least weight of the drafts that a test finds, or of all that are left."""

    name: str
    least: float
    holds: Callable[[Draft], bool] | None = None


def is_surely_said(draft: Draft) -> bool:
    """Whether it is said whoever says it: a quotation that fills its paragraph; or told by a rule
    that has a confidence of its own.
    """
    return draft.variant in SURELY_SAID or draft.rule in RARE


def is_spoken(draft: Draft) -> bool:
    """Whether marks, a colon or a verb of speech show that somebody speaks."""
    if (
        draft.construction in MARKED
        or draft.variant.startswith("as")
        or name_class(draft) in SPOKEN
    ):
        return True
    is_marked = draft.construction in CLAUSES and name_kind(draft) == "direct"
    return is_marked or is_chained(draft, draft.cue) or is_called_so(draft)


def is_stated(draft: Draft) -> bool:
    """Whether somebody says it in a quotation or in a clause behind a verb of speech."""
    return name_kind(draft) == "direct" or (
        draft.construction in STATED and name_class(draft) in SPOKEN
    )


ALONE = (
    Bar("surely said", LEAST["surely_said"], is_surely_said),
    Bar("spoken", LEAST["spoken"], is_spoken),
    Bar("nothing shows that somebody speaks", LEAST["other"]),
)
NESTED = (
    Bar("said by somebody within a surer quote", LEAST["nested_told"], is_told_within),
    Bar("stated beside a surer quote", LEAST["nested_spoken"], is_stated),
    Bar("within a surer quote, or around one", LEAST["nested"]),
)


def find_bar(draft: Draft, *, nested: bool = False) -> Bar:
    """The bar of a draft; nested: where a surer quote reports it, or is reported by it."""
    return next(
        bar for bar in (NESTED if nested else ALONE) if bar.holds is None or bar.holds(draft)
    )
