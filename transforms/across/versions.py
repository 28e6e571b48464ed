"""Two states of a page, one after the other -> what changed: a slip, the headline, a number, a
quote, a paragraph, or the whole.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from transforms.across.words import is_number, split_text
from transforms.records import JOINT
from transforms.world.languages import words_of

FEW = 3  # words that a slip of the pen may be
# share of the longer word that two spellings of it have in common, from the front and the end
LIKE = 0.5
MOST = 0.9  # share of the words that stay where a text was made longer or shorter

ChangeKind = Literal[
    "first",
    "typo",
    "headline",
    "number",
    "correction",
    "quote_added",
    "quote_removed",
    "quotes_changed",
    "extended",
    "cut",
    "rewritten",
]


@cache
def _notes() -> tuple[tuple[str, ...], ...]:
    """How paragraphs begin that own up to an error, each as its words."""
    return tuple(tuple(note.split()) for note in words_of("corrections", "notes"))


@dataclass(frozen=True, slots=True)
class State:
    """Title, text and quotes of a page at one time."""

    title: str | None
    text: str
    quotes: tuple[str, ...] = ()


def name_change(before: State, after: State) -> ChangeKind:
    """What is new in `after`, the most telling first."""
    old, new = split_text(before.text), split_text(after.text)
    if old == new:
        return "headline"
    if has_note(after.text) and not has_note(before.text):
        return "correction"
    if change := name_quote_change(before, after):
        return change
    return name_word_change(
        list((Counter(old) - Counter(new)).elements()),
        list((Counter(new) - Counter(old)).elements()),
        len(old),
    )


def has_note(text: str) -> bool:
    """Whether a paragraph says that the article was put right."""
    heads = (split_text(paragraph[:200]) for paragraph in text.split("\n"))
    return any(tuple(head[: len(note)]) == note for head in heads for note in _notes())


def name_quote_change(
    before: State, after: State
) -> Literal["quote_added", "quote_removed", "quotes_changed"] | None:
    """Whether quotes came or went; what only moved, or is no quote any more but still in the text,
    is neither.
    """
    lost = lacks_one(before.quotes, after)
    won = lacks_one(after.quotes, before)
    if lost and won:
        return "quotes_changed"
    return "quote_removed" if lost else "quote_added" if won else None


def lacks_one(quotes: Iterable[str], state: State) -> bool:
    """Whether a piece of a quote stands neither in the title nor in the text of a state."""
    pages = [join(split_text(passage)) for passage in (state.title or "", state.text)]
    pieces = (split_text(piece) for quote in quotes for piece in quote.split(JOINT))
    return any(not any(join(words) in page for page in pages) for words in pieces if words)


def join(words: Sequence[str]) -> str:
    """Words between spaces, so that one is found in the other only at the ends of words."""
    return f" {' '.join(words)} "


def name_word_change(lost: Sequence[str], won: Sequence[str], count: int) -> ChangeKind:
    """What the words tell that went and came. count: words that there were."""
    if lost and won and all(map(is_number, (*lost, *won))):
        return "number"
    if is_slip(lost, won):
        return "typo"
    few = count - MOST * count
    if len(lost) <= few and len(won) > len(lost):
        return "extended"
    return "cut" if len(won) <= few and len(lost) > len(won) else "rewritten"


def is_slip(lost: Sequence[str], won: Sequence[str]) -> bool:
    """Whether few words went, and each came back in another spelling."""
    if max(len(lost), len(won)) > FEW:
        return False
    return all(any(are_alike(word, other) for other in won) for word in lost)


def are_alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: "recieve", "receive"."""
    front = count_common(one, other)
    back = count_common(one[front:][::-1], other[front:][::-1])
    return front + back >= LIKE * max(len(one), len(other))


def count_common(one: str, other: str) -> int:
    """The letters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
