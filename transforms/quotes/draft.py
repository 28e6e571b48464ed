"""A quote in the making: what a rule found, before sentences are joined, doubles dropped and
confidence weighed.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, get_args

from transforms.grammar.passage import Passage, Range
from transforms.grammar.tokens import Token

Clause = Literal[
    "that",  # said that ...
    "bare",  # said ...
    "whether",  # asked whether ..., explained why ...
]
Complement = Literal[
    "to",  # promised to ...
    "gerund",  # denied having ...
    "object",  # rejected ...
    "preposition",  # called for ..., warned of ...
    "as",  # described X as ..., called X "..."
    "passive",  # ... was rejected by X
]
Construction = Literal[
    Clause,
    Complement,
    "inverted",  # ..., she said
    "according",  # according to X, ...
    "noun",  # the claim that ..., a call for ...
    "headline",  # ...: Lavrov
    "string",  # "..." beside a cue or a name
    "lead",  # X added: / "..."
    "carried",  # "...", the last speaker goes on
]
# what a construction is a kind of, in the name of its rule
FAMILIES: dict[Construction, str] = {
    **dict.fromkeys(get_args(Clause), "clause"),
    **dict.fromkeys(get_args(Complement), "complement"),
}
# variants that are rules of their own
Standing = Literal[
    "signed",  # "...," she said, where the quotation opens its sentence
    "signature",  # "..." - Ada Quill
    "told",  # Ada Quill reasoned, "...": no verb of speech
    "named",  # Ada Quill, senator / "..."
    "turn",  # LIND: ..., in a transcript
    "answer",  # A: ..., in an interview
    "document",  # ..., the report says
    "parenthesis",  # ..., says Lind, ...
    "hearsay",  # is said to ...
    "last",  # ..., claims Hale.
]
STANDING: frozenset[str] = frozenset(get_args(Standing))


@dataclass(frozen=True, slots=True)
class Draft:
    """Pieces and speaker are characters of the article's text (its title in the title); `cue` is
    the word that reports.

    Pieces may run on into later paragraphs; `passage` is the one where they begin.
    """

    passage: Passage
    construction: Construction
    pieces: tuple[Range, ...]
    cue: Token | None
    speaker: Range | None
    introduced_by: str = ""  # the preposition before the content, where one brings it in
    # how far the content was taken, where the tree leaves a choice: "whole", "with in"
    variant: str = ""
    # how far other readings of the same content go: "over who", "under with in"
    rivals: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that found it: `clause:that`, `inverted`, `string:alone`."""
        if self.construction == "carried":
            return f"string:{self.variant or 'carried'}"
        family = FAMILIES.get(self.construction)
        if self.variant in STANDING:
            return f"{family or self.construction}:{self.variant}"
        return self.construction if family is None else f"{family}:{self.construction}"

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def extend(self, piece: Range) -> "Draft":
        """The same quote with one more piece behind."""
        return replace(self, pieces=(*self.pieces, piece))

    def touches(self, start: int, end: int) -> bool:
        """Whether a piece overlaps some characters."""
        return any(first < end and start < last for first, last in self.pieces)


def find_head(draft: Draft) -> Token | None:
    """The main word of a speaker who is named in the paragraph of the quote."""
    return None if draft.speaker is None else _find_head(draft.passage, draft.speaker)


@lru_cache(maxsize=256)  # many rules ask it of one draft
def _find_head(passage: Passage, speaker: Range) -> Token | None:
    base = passage.paragraph.char_start
    if not base <= speaker[0] < base + len(passage.text):
        return None
    first, last = passage.token_at(speaker[0] - base), passage.token_at(speaker[1] - base - 1)
    root = passage.paragraph.doc[first : last + 1].root
    is_torn = root.pos_ == "DET"  # the tree hangs all of "a study" on the verb behind it
    return passage.paragraph.doc[last] if is_torn else root
