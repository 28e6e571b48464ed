"""The terrain, role phrases and quotes of an article in, all that may stand for somebody without a name out: pronouns, roles, speakers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from transforms.entities.cast import Gender
from transforms.entities.lexicon import ANONYMOUS_NOUNS, COLLECTIVE_NOUNS
from transforms.entities.names import Name
from transforms.entities.roles import RolePhrase, read_role
from transforms.entities.terrain import Terrain
from transforms.records import EntityKind, MentionKind, Quote

GENDER_OF_PRONOUN: dict[str, Gender] = {
    **dict.fromkeys(["he", "him", "his", "himself"], "male"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "female"),
}
RELATIVE = frozenset({"who", "whom", "that", "which"})
PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class StandIn:
    """A span without a name. head: its main word; phrase: the role that it is, name: the name whose relative pronoun it is, if any.

    mention_kind "collective" and "anonymous" have no referent by nature.
    """

    piece: int
    span: Span
    head: Token
    mention_kind: MentionKind
    is_speaker: bool
    phrase: RolePhrase | None = None
    name: Name | None = None

    @property
    def kind(self) -> EntityKind | None:
        """What it is even where nobody knows who: he, she and a role are a person."""
        return "person" if self.mention_kind == "role" or self.head.lower_ in GENDER_OF_PRONOUN else None


def find_stand_ins(terrain: Terrain, phrases: Iterable[RolePhrase]) -> list[StandIn]:
    """In order; one for each span, and one for every speaker whose span holds no name that could speak."""
    found = {(one.piece, one.head.i): one for one in [*_find_roles(phrases), *_find_pronouns(terrain)]}
    for piece, span in _find_speaker_spans(terrain):
        if find_speaking_name(span, terrain.name_at[piece]) is None:
            one = _read_speaker(piece, span, terrain.name_at[piece])
            found[piece, one.head.i] = one
    return sorted(found.values(), key=lambda one: (one.piece, one.span.start, one.span.end))


def _find_speaker_spans(terrain: Terrain) -> Iterator[tuple[int, Span]]:
    for quote in terrain.quotes:
        if (located := locate_speaker(terrain, quote)) is not None:
            yield located


def locate_speaker(terrain: Terrain, quote: Quote) -> tuple[int, Span] | None:
    """Piece and tokens of the quote's speaker."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return None
    return terrain.span_of(quote.in_title, quote.speaker_start, quote.speaker_end)


def find_speaking_name(span: Span, names: dict[int, Name]) -> Name | None:
    """The name that speaks: the main word's, or a person's in apposition ("the head of the board, Ada Quill").

    Two that are joined ("the US and NATO") are no one speaker.
    """
    root = span.root
    if any(child.dep_ == "conj" and child.i < span.end for child in root.children):
        return None
    if (name := names.get(root.i)) and name.mention_kind != "demonym":
        return name
    apposed = (names.get(token.i) for token in span if token.dep_ == "appos")
    return next((name for name in apposed if name and name.kind == "person"), None)


def _find_roles(phrases: Iterable[RolePhrase]) -> Iterator[StandIn]:
    for phrase in phrases:
        if phrase.person is None and phrase.is_definite and phrase.head.dep_ not in {"attr", "compound", "appos"}:
            yield StandIn(phrase.piece, phrase.span, phrase.head, "role", is_speaker=False, phrase=phrase)


def _find_pronouns(terrain: Terrain) -> Iterator[StandIn]:
    for piece, paragraph in enumerate(terrain.pieces):
        for token in paragraph.doc:
            if token.lower_ in GENDER_OF_PRONOUN:
                yield StandIn(piece, token.doc[token.i : token.i + 1], token, "pronoun", is_speaker=False)


def _read_speaker(piece: int, span: Span, names: dict[int, Name]) -> StandIn:
    """A speaker without a name, by its main word."""
    head = span.root
    if head.pos_ == "PRON" and head.lower_ not in ANONYMOUS_NOUNS:
        return StandIn(piece, span, head, "pronoun", is_speaker=True, name=_find_antecedent(head, names))
    if head.lower_ in ANONYMOUS_NOUNS:
        return StandIn(piece, span, head, "anonymous", is_speaker=True)
    if head.tag_ in PLURAL or head.lower_ in COLLECTIVE_NOUNS or any(child.dep_ == "conj" for child in head.children):
        return StandIn(piece, span, head, "collective", is_speaker=True)
    phrase = read_role(piece, head, names)
    if phrase.is_definite:
        return StandIn(piece, span, head, "role", is_speaker=True, phrase=phrase)
    return StandIn(piece, span, head, "anonymous", is_speaker=True)


def _find_antecedent(pronoun: Token, names: dict[int, Name]) -> Name | None:
    """The name before ", who said"."""
    verb = pronoun.head
    return names.get(verb.head.i) if pronoun.lower_ in RELATIVE and verb.dep_ == "relcl" else None
