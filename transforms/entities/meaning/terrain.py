"""A parse, its names and quotes in; where things stand out: the name at a token, the sentence,
whether a quotation holds it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from transforms.entities.naming.names import Name, Names
from transforms.entities.naming.signs import SUBJECTS
from transforms.grammar.asked import ASKING
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.tokens import Span, Token
from transforms.records import Quote
from transforms.world.lexicon import PERSON_NOUNS
from transforms.world.words import fold

GOVERNED = frozenset({"pobj", "dobj", "iobj", "conj"})
STRAY = frozenset({"compound", "dep"})  # what the tree takes some subjects for
NEAR = 6  # words between an owner and what is owned
HIGHEST = 12  # heads to climb from a word to the clause that is told
WRITERS = frozenset({"i", "we"})
TELLERS = WRITERS | {"he", "she"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mention stands. sentence: counted through the article; quote_id: of the direct speech
    that it is part of.

    is_governed: the object of a verb or preposition, or beside one ("like Ada Quill, he").
    is_owned: "her lawyer Ada Quill" in a sentence that has another subject.
    is_main: the subject of the sentence, not of a clause in it, and nobody's lawyer.
    is_told: in what a person reports or the writer asks ("she added that Ada Quill was well").
    is_met: whom the writer meets or asks ("I sit opposite Ada Quill").
    """

    piece: int
    token: int
    sentence: int
    is_subject: bool
    quote_id: str | None = None
    is_governed: bool = False
    is_owned: bool = False
    is_main: bool = False
    is_told: bool = False
    is_met: bool = False

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
            is_told(token),
            is_met(token),
        )

    def _find_quote(self, paragraph: Paragraph, token: Token) -> str | None:
        at = bisect_right(self._quoted_starts, (paragraph.in_title, paragraph.start_of(token))) - 1
        if at < 0 or self._quoted_starts[at][0] != paragraph.in_title:
            return None
        end, quote_id = self._quoted_ends[at]
        return quote_id if paragraph.start_of(token) < end else None

    def list_quoted_names(self) -> Iterator[tuple[str, Name]]:
        """Each name in what somebody says in marks, or behind the words that name him, with the
        quote; no owner there ("Quill's boat").
        """
        quotes = (q for q in self.quotes if q.kind == "direct" or not _opens_told(q))
        return self._list_names_in(quotes)

    def list_told_names(self) -> Iterator[tuple[str, Name]]:
        """Each name in what stands before the one who says it, without marks or with a few: "Quill
        is no gardener, he said".
        """
        return self._list_names_in(q for q in self.quotes if q.kind != "direct" and _opens_told(q))

    def _list_names_in(self, quotes: Iterable[Quote]) -> Iterator[tuple[str, Name]]:
        names = sorted((name for name in self.names if not self._is_owner(name)), key=_place)
        places = [_place(name) for name in names]
        said = sorted(
            (quote.in_title, span.char_start, span.char_end, quote.quote_id)
            for quote in quotes
            for span in quote.spans
        )
        for in_title, start, end, quote_id in said:
            first, last = (bisect_left(places, (in_title, at)) for at in (start, end))
            yield from ((quote_id, name) for name in names[first:last])

    def list_quote_starts(self) -> dict[str, list[tuple[int, int]]]:
        """Where the pieces of each quotation in marks begin: piece and token."""
        starts: dict[str, list[tuple[int, int]]] = {}
        for quote in self.quotes:
            if quote.kind != "direct":
                continue
            located = (
                self.span_of(quote.in_title, span.char_start, span.char_end) for span in quote.spans
            )
            starts[quote.quote_id] = [(at[0], at[1].start) for at in located if at]
        return starts

    def _is_owner(self, name: Name) -> bool:
        return self.pieces[name.piece].doc[name.start : name.end].root.dep_ == "poss"

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


def _opens_told(quote: Quote) -> bool:
    """Whether what is said begins before whoever says it."""
    return (quote.speaker_start or 0) >= quote.char_start


def _place(name: Name) -> tuple[bool, int]:
    return name.in_title, name.char_start


def is_subject(token: Token) -> bool:
    """Whether it is a verb's subject, whatever the tree takes it for ("Quill bristles at"), or
    named in apposition to one ("his sister, Ada Quill, said"), or beside one ("Quill and Rook
    said").
    """
    if token.dep_ in STRAY:
        return token.head.pos_ == "VERB" and token.i < token.head.i
    return token.dep_ in SUBJECTS or (
        token.dep_ in {"appos", "conj"} and token.head.dep_ in SUBJECTS
    )


def is_main(token: Token) -> bool:
    """Whether the verb of a subject is the main one of its sentence, or goes on with it."""
    verb = token.head.head if token.dep_ in {"appos", "conj"} else token.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def is_told(token: Token) -> bool:
    """Whether a word stands in a clause behind the verb with which a person reports it, or the
    writer asks: "The teacher added that Quill was well", "I ask if Quill is well".
    """
    clauses = (above for above in _climb(token) if _is_clause_told(above))
    return any(_is_teller(clause.head) for clause in clauses)


def is_met(token: Token) -> bool:
    """Whether a word is what the writer does something with: "I sit opposite Quill"."""
    if token.dep_ not in GOVERNED:
        return False
    verb = next((above for above in _climb(token.head) if above.pos_ == "VERB"), None)
    return verb is not None and any(
        child.dep_ in SUBJECTS and child.lower_ in WRITERS for child in verb.lefts
    )


def _climb(token: Token) -> Iterator[Token]:
    """A token and those that it hangs on, one above the other."""
    return islice(chain([token], token.ancestors), HIGHEST)


def _is_clause_told(clause: Token) -> bool:
    if find_verb_cue(clause.head) is None or clause.head.i >= clause.i:
        return False
    marks = {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
    return clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and not marks.isdisjoint(ASKING))


def _is_teller(verb: Token) -> bool:
    """Whether one person reports with a verb, or the writer asks."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return any(
        word.ent_type_ == "PERSON" or word.lower_ in TELLERS or word.lower_ in PERSON_NOUNS
        for word in subjects
    )


def is_owned(token: Token) -> bool:
    """ "her lawyer Ada Quill" or "her lawyer, Ada Quill"; the party of "its lawyer" is no "she"."""
    noun = token.head if token.dep_ == "appos" else token
    near = token.doc.tokens[max(0, noun.i - NEAR) : noun.i]
    owners = (other for other in near if other.tag_ == "PRP$" and other.lower_ != "its")
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
