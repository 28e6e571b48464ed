"""A parse, its names and quotes in; where things stand out: the name at a token, the sentence,
whether a quotation holds it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from transforms.entities.naming.names import Name, Names
from transforms.grammar.parse import Paragraph, Parse
from transforms.records import Quote
from transforms.world.words import fold

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
GOVERNED = frozenset({"pobj", "dobj", "iobj", "conj"})
NEAR = 6  # words between an owner and what is owned


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mention stands. sentence: counted through the article; quote_id: of the direct speech
    that it is part of.

    is_governed: the object of a verb or preposition, or beside one ("like Ada Quill, he").
    is_owned: "her lawyer Ada Quill" in a sentence that has another subject.
    is_main: the subject of the sentence, not of a clause in it, and nobody's lawyer.
    """

    piece: int
    token: int
    sentence: int
    is_subject: bool
    quote_id: str | None = None
    is_governed: bool = False
    is_owned: bool = False
    is_main: bool = False

    @property
    def is_quoted(self) -> bool:
        return self.quote_id is not None


class Terrain:
    """What the readers of one article look up; built in one pass."""

    def __init__(self, parse: Parse, names: Names, quotes: Sequence[Quote]) -> None:
        self.article_id = names.article_id
        self.names = names
        self.quotes = quotes
        self.pieces: tuple[Paragraph, ...] = tuple(parse)
        self.name_at: list[dict[int, Name]] = [{} for _ in self.pieces]
        for name in names:
            self.name_at[name.piece].update(dict.fromkeys(range(name.start, name.end), name))
        self.by_form = _index_forms(names)
        self._sentence_starts, self._sentences_before = self._number_sentences()
        self._piece_starts = [piece.char_start for piece in self.pieces if not piece.in_title]
        self._titles = len(self.pieces) - len(self._piece_starts)
        self._starts: dict[int, list[int]] = {}
        spans = sorted(
            (q.in_title, span.char_start, span.char_end, q.quote_id)
            for q in quotes
            if q.kind == "direct"
            for span in q.spans
        )
        self._quoted_starts = [(in_title, start) for in_title, start, _, _ in spans]
        self._quoted_ends = [(end, quote_id) for _, _, end, quote_id in spans]

    def _number_sentences(self) -> tuple[list[list[int]], list[int]]:
        starts = [
            [token.i for token in piece.doc if token.is_sent_start] or [0] for piece in self.pieces
        ]
        before = [0]
        for piece in starts:
            before.append(before[-1] + len(piece))
        return starts, before

    def spot(self, piece: int, token: Token) -> Spot:
        """Where a token, the head of a mention, stands."""
        sentence = self._sentences_before[piece] + bisect_right(
            self._sentence_starts[piece], token.i
        )
        quote_id = self._find_quote(self.pieces[piece], token)
        return Spot(
            piece,
            token.i,
            sentence,
            is_subject(token),
            quote_id,
            token.dep_ in GOVERNED,
            is_owned(token),
            is_subject(token) and is_main(token) and not is_owned(token),
        )

    def _find_quote(self, paragraph: Paragraph, token: Token) -> str | None:
        at = bisect_right(self._quoted_starts, (paragraph.in_title, paragraph.start_of(token))) - 1
        if at < 0 or self._quoted_starts[at][0] != paragraph.in_title:
            return None
        end, quote_id = self._quoted_ends[at]
        return quote_id if paragraph.start_of(token) < end else None

    def span_of(self, in_title: bool, char_start: int, char_end: int) -> tuple[int, Span] | None:
        """The piece and the tokens that a stretch of text or title covers; None where the parse has
        none there.
        """
        piece = 0 if in_title else self._titles + bisect_right(self._piece_starts, char_start) - 1
        if not 0 <= piece < len(self.pieces) or self.pieces[piece].in_title != in_title:
            return None
        first, last = (offset - self.pieces[piece].char_start for offset in (char_start, char_end))
        starts = self._token_starts(piece)
        span = self.pieces[piece].doc[
            max(0, bisect_right(starts, first) - 1) : bisect_left(starts, last)
        ]
        return (piece, span) if len(span) else None

    def _token_starts(self, piece: int) -> list[int]:
        """Where the tokens of a piece begin; spaCy's own look-up walks through all of them at every
        call.
        """
        if piece not in self._starts:
            self._starts[piece] = [token.idx for token in self.pieces[piece].doc]
        return self._starts[piece]


def is_subject(token: Token) -> bool:
    """Whether it is a verb's subject, or named in apposition to one ("his sister, Ada Quill,
    said").
    """
    return token.dep_ in SUBJECTS or (token.dep_ == "appos" and token.head.dep_ in SUBJECTS)


def is_main(token: Token) -> bool:
    """Whether the verb of a subject is the main one of its sentence, or goes on with it."""
    verb = token.head.head if token.dep_ == "appos" else token.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def is_owned(token: Token) -> bool:
    """ "her lawyer Ada Quill" or "her lawyer, Ada Quill"."""
    noun = token.head if token.dep_ == "appos" else token
    near = token.doc[max(0, noun.i - NEAR) : noun.i]
    owners = (other for other in near if other.tag_ == "PRP$")
    return any(noun.i in {other.head.i, other.head.head.i} for other in owners)


def _index_forms(names: Names) -> dict[str, Name]:
    """Folded forms, and the last words of people's names -> the first name that has them."""
    index: dict[str, Name] = {}
    for name in names:
        if name.mention_kind != "demonym":
            index.setdefault(fold(name.text), name)
        if name.kind == "person":
            index.setdefault(fold(name.text.split()[-1]), name)
    return index
