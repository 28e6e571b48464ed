"""A text as spaCy parsed it -> its tokens, sentences and names as plain records, which the rules
ask.

spaCy makes a token anew each time that it is asked for, and each of its words from bytes; rules ask
for a token some thirty times. So all is read at once. Attributes have spaCy's names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise, repeat
from typing import overload
from unicodedata import category

import numpy as np
from spacy import tokens as spacy
from spacy.lang.en.lex_attrs import like_num
from spacy.strings import StringStore

# of a token, what spaCy has for a number of a word, and what it has for a number
WORDS = (*("ORTH", "LOWER", "LEMMA"), *("POS", "TAG", "DEP", "ENT_TYPE"))
PLACES = ("IDX", "SPACY", "ENT_IOB", "SENT_START", "HEAD")
IOB = ("", "I", "O", "B")
MOST = 200_000  # words remembered, some 20 MB


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """i: its number in the Doc; idx: offset of its first code point there. lefts, rights: what
    hangs on it directly, before and behind it. A root hangs on itself.
    """

    doc: "Doc"
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    idx: int = 0
    whitespace_: str = ""
    ent_iob_: str = ""
    is_sent_start: bool = False
    head: "Token" = field(init=False)
    sent: "Span" = field(init=False)
    lefts: "Sequence[Token]" = field(init=False, default=())
    rights: "Sequence[Token]" = field(init=False, default=())

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def children(self) -> "Iterator[Token]":
        """What hangs on it directly, in order."""
        return chain(self.lefts, self.rights)

    @property
    def subtree(self) -> "Iterator[Token]":
        """It and all that hangs on it."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> "Iterator[Token]":
        """What it hangs on, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def left_edge(self) -> "Token":
        """The first of it and all that hangs on it."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last of it and all that hangs on it."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    def nbor(self, step: int = 1) -> "Token":
        """The token so many behind it, an empty one beyond the ends."""
        at = self.i + step
        return self.doc[at] if at >= 0 else make_nothing(self.doc, at)

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        return bool(self.text) and all(category(sign).startswith("P") for sign in self.text)

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or letters."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]


@dataclass(slots=True, repr=False)
class Span:
    """Tokens from `start` up to `end`, which is not one of them."""

    doc: "Doc"
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return self.text

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __contains__(self, token: Token) -> bool:
        return token.doc is self.doc and self.start <= token.i < self.end

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, slice):
            start, end = find_bounds(at, len(self))
            return Span(self.doc, self.start + start, self.start + end)
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Offset of its first code point in the text of the Doc."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind its last code point; where it begins, if it is empty."""
        if self.start == self.end:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> "Span":
        """The sentence that it begins in."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of several; no mark or blank where
        there is another.
        """
        start, end = self.start, self.end
        tops = [
            token
            for token in self.doc.tokens[start:end]
            if token.head is token or not start <= token.head.i < end
        ]
        if len(tops) == 1:
            return tops[0]
        return min(tops, key=_count_ancestors, default=self.doc[start])


def _count_ancestors(token: Token) -> int:
    is_leaf = not token.lefts and not token.rights and token.head is not token
    if is_leaf and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


@dataclass(eq=False)
class Doc:
    """A parsed text. ents: the names that the model found; sents: the sentences."""

    text: str
    tokens: list[Token] = field(init=False, default_factory=list, repr=False)
    ents: tuple[Span, ...] = field(init=False, default=(), repr=False)
    sents: tuple[Span, ...] = field(init=False, default=(), repr=False)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """The token of a number, an empty one beyond the ends; or some in a row."""
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        try:
            return self.tokens[at]
        except IndexError:
            return make_nothing(self, at)

    def span_over(self, start: int, end: int) -> Span:
        """The tokens that some characters touch."""
        touched = [
            token.i for token in self.tokens if token.idx < end and token.idx + len(token) > start
        ]
        return Span(self, touched[0], touched[-1] + 1) if touched else Span(self, 0, 0)

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """Of each token the first and the last of those that hang on it and itself."""
        firsts, lasts = list(range(len(self))), list(range(len(self)))
        for token in chain(self.tokens, reversed(self.tokens)):
            at, head = token.i, token.head.i
            firsts[head] = min(firsts[head], firsts[at])
            lasts[head] = max(lasts[head], lasts[at])
        return firsts, lasts


def make_nothing(doc: Doc, at: int) -> Token:
    """What stands beyond the ends of a text: an empty token, on itself and in no sentence."""
    nothing = Token(doc, at, "", "", "", "", "", "", "")
    nothing.head = nothing
    nothing.sent = Span(doc, len(doc), len(doc))
    return nothing


def find_bounds(asked: slice, length: int) -> tuple[int, int]:
    start, end, _ = asked.indices(length)
    return start, max(start, end)


class Spellings(dict[int, str]):
    """The words that a vocabulary has numbered, each spelt once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, number: int) -> str:
        """At most MOST are kept."""
        if len(self) >= MOST:
            self.clear()
        return self.setdefault(number, self.strings[number])


spellings_of = lru_cache(maxsize=1)(Spellings)  # a process has one vocabulary


def read_doc(parsed: spacy.Doc) -> Doc:
    """All that rules ask of a text that spaCy parsed."""
    rows = parsed.to_array([*WORDS, *PLACES]).T
    spelling = spellings_of(parsed.vocab.strings).__getitem__
    words = [list(map(spelling, numbers)) for numbers in rows[: len(WORDS)].tolist()]
    starts, spaces, iobs, sentences, heads = rows[len(WORDS) :].astype(np.int64).tolist()
    blanks = [" " if space else "" for space in spaces]
    doc = Doc("".join(chain.from_iterable(zip(words[0], blanks, strict=True))))
    doc.tokens = list(
        map(
            Token,
            repeat(doc),
            range(len(blanks)),
            *words,
            starts,
            blanks,
            map(IOB.__getitem__, iobs),
            map((1).__eq__, sentences),
        )
    )
    link(doc.tokens, heads)
    doc.sents = tuple(cut_sentences(doc))
    doc.ents = tuple(Span(doc, name.start, name.end, name.label_) for name in parsed.ents)
    return doc


def link(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """heads: how far behind each token that stands which it hangs on."""
    for at, (token, step) in enumerate(zip(tokens, heads, strict=True)):
        head = token.head = tokens[at + step]
        if step > 0:
            head.lefts = (*head.lefts, token)
        elif step < 0:
            head.rights = (*head.rights, token)


def cut_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences, each noted with its tokens."""
    starts = [token.i for token in doc.tokens if token.is_sent_start or token.i == 0]
    for start, end in pairwise([*starts, len(doc)]):
        sentence = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sentence
        yield sentence


def word_before(token: Token) -> str:
    """The token before, spaces left out."""
    while token.i > 0 and token.nbor(-1).is_space:
        token = token.nbor(-1)
    return token.nbor(-1).text
