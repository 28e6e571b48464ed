"""Quotes in, where their speakers stand in the parse out, with the name that speaks where there is
one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.names import Name
from transforms.grammar.owner import UTTERANCES
from transforms.grammar.roles import BESIDE
from transforms.grammar.tokens import Span, Token
from transforms.world.lexicon import ANONYMOUS_NOUNS, PERSON_NOUNS, ROLE_NOUNS
from transforms.world.words import read_words

SAYINGS = UTTERANCES | read_words("writings")
TOGETHER = frozenset({"all", "both"})
ISSUED = frozenset({"by", "from", "of"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that name the speaker of a quote. name: the name among them that speaks, None for
    "the mayor", "she", "officials".
    """

    quote_id: str
    piece: int
    span: Span
    name: Name | None

    @property
    def key(self) -> tuple[int, int]:
        """Piece and main word."""
        return self.piece, self.span.root.i


def find_voices(terrain: Terrain) -> Iterator[Voice]:
    """The speakers of all quotes that have one in the text."""
    for quote in terrain.quotes:
        if quote.speaker_start is None or quote.speaker_end is None:
            continue
        located = terrain.span_of(quote.in_title, quote.speaker_start, quote.speaker_end)
        if located:
            piece, span = located
            yield Voice(
                quote.quote_id, piece, span, find_speaking_name(span, terrain.name_at[piece])
            )


def find_speaking_name(span: Span, names: dict[int, Name]) -> Name | None:
    """The name that speaks: the main word's, one in apposition ("the head of the board, Ada
    Quill"), or whose words they are ("Morozov's remarks").

    Two that are joined ("the US and NATO") are no one speaker.
    """
    if is_joined(span):
        return None
    root = span.root
    if (held := find_joint_holder(root)) is not None and held.i in names:
        return names[held.i]
    if (seated := _find_after_seat(span, names)) is not None:
        return seated
    if (name := names.get(root.i)) and name.mention_kind != "demonym":
        return _find_holder(span, names) or name if name.kind == "organisation" else name
    said = root.lemma_.lower() in SAYINGS
    beside = (
        names.get(token.i)
        for token in span
        if is_beside(token, span) or (said and says(token, root))
    )
    return next(
        (
            name
            for name in beside
            if name and name.mention_kind != "demonym" and (said or _may_be(root, name))
        ),
        None,
    )


def _may_be(noun: Token, name: Name) -> bool:
    """Whether a name may say who a noun is: an official of a body is not the body."""
    somebody = noun.lower_ in PERSON_NOUNS or noun.lower_ in ANONYMOUS_NOUNS
    return name.kind == "person" if somebody else name.kind != "place"


def _find_after_seat(span: Span, names: dict[int, Name]) -> Name | None:
    """The person right behind the place or body of an office: Lind of "the mayor of Lune Marco Lind,
    who ..."; not of "the father of Marco Lind".
    """
    name = names.get(find_comma(span) - 1)
    if name is None or name.kind != "person" or span.root.lower_ not in ROLE_NOUNS:
        return None
    seat = names.get(name.start - 1)
    is_seat = seat is not None and seat.kind != "person" and name.start > span.start + 1
    return name if is_seat else None


def find_comma(span: Span) -> int:
    """Where the first comma behind the main word stands, or the span ends."""
    return next(
        (token.i for token in span if token.text == "," and token.i > span.root.i), span.end
    )


def _find_holder(span: Span, names: dict[int, Name]) -> Name | None:
    """The person named behind an organisation: "the head of the Port Authority, Ada Quill", though
    the tree may stress the body.
    """
    beside = (
        names.get(token.i) for token in span if token.dep_ in BESIDE and token.head.i == span.root.i
    )
    return next((name for name in beside if name and name.kind == "person"), None)


def is_beside(token: Token, span: Span) -> bool:
    """Whether a token says the main word again by name: in apposition, or at the end where nothing
    governs it ("the news agency TASS").
    """
    if token.dep_ == "appos":
        return token.head.i == span.root.i or _follows_comma(token)
    is_last = token.i == span.end - 1 and token.dep_ not in {"pobj", "poss"}
    is_naming = span.root.lower_ in ROLE_NOUNS or span.root.lemma_.lower() in SAYINGS
    return is_last and (is_naming or not _is_governed(token, span))


def _follows_comma(name: Token) -> bool:
    """Whether a name stands behind a comma: "the head of the board, Ada Quill", not "the cat of
    mayor Quill".
    """
    first = name.left_edge.i
    return bool(first) and name.doc[first - 1].text == ","


def _is_governed(token: Token, span: Span) -> bool:
    """Whether a preposition stands between the main word and a token: the party of "members of the
    union and the party".
    """
    between = takewhile(lambda above: above.i != span.root.i and above in span, token.ancestors)
    return any(above.dep_ in {"pobj", "poss"} for above in between)


def says(token: Token, utterance: Token) -> bool:
    """Whether a token is whose utterance it is: "Morozov's remarks", "a statement by Morozov"; not
    "a letter seen by Morozov".
    """
    if token.dep_ == "poss":
        return token.head.i == utterance.i
    return token.dep_ == "pobj" and token.head.lower_ in ISSUED and token.head.head.i == utterance.i


def opens_with_words(owner: Token) -> bool:
    """Whether a sentence opens with where somebody says something: "In Quill's letter, he said"."""
    utterance = owner.head
    opener = utterance.head
    is_owned = owner.dep_ == "poss" and utterance.dep_ == "pobj" and opener.dep_ == "prep"
    return (
        is_owned
        and utterance.lemma_.lower() in SAYINGS
        and opener.i == owner.sent.start
        and utterance.i < opener.head.i
    )


def is_joined(span: Span) -> bool:
    """Whether the main word has another beside it: "the US and NATO", "the mayor, we all"."""
    root = span.root
    if span[-1].lower_ in TOGETHER:
        return True
    holder = find_joint_holder(root)
    return any(
        token.dep_ == "conj" and token.head.i == root.i and token != holder for token in span
    )


def find_joint_holder(role: Token) -> Token | None:
    """The one person who holds two roles: Quill of "director and chief economist Ada Quill"; None
    where an article parts two people.
    """
    has_article = any(child.dep_ == "det" for child in role.lefts)
    if role.pos_ != "NOUN" or role.lower_ not in PERSON_NOUNS or has_article:
        return None
    names = (child for child in role.rights if child.dep_ == "conj" and child.pos_ == "PROPN")
    joined = next(names, None)
    return joined if joined is not None and _bears_role(joined) else None


def _bears_role(name: Token) -> bool:
    return any(part.lower_ in PERSON_NOUNS for part in name.lefts)
