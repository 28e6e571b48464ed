"""The terrain, role phrases and quotes of an article in, all that may stand for somebody without a
name out: pronouns, roles, speakers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from transforms.entities.meaning.roles import RolePhrase, read_role
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.meaning.voices import Voice, is_joined
from transforms.entities.naming.beside import Gender
from transforms.entities.naming.names import Name
from transforms.entities.naming.signs import PLURAL
from transforms.grammar.roles import RELATIVE_PRONOUNS
from transforms.grammar.tokens import Span, Token
from transforms.records import EntityKind, MentionKind
from transforms.world.lexicon import ANONYMOUS_NOUNS, BODY_NOUNS, COLLECTIVE_NOUNS, ROLE_NOUNS
from transforms.world.words import fold, read_classes

GENDER_OF_PRONOUN = cast("dict[str, Gender]", read_classes("genders"))


@dataclass(frozen=True, slots=True)
class StandIn:
    """A span without a name. head: its main word; phrase: the role that it is, name: the name that
    it repeats.

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
        """What it is even where nobody knows who: he, she and "the mayor" are a person."""
        return (
            "person"
            if self.head.lower_ in ROLE_NOUNS or self.head.lower_ in GENDER_OF_PRONOUN
            else None
        )


def find_stand_ins(
    terrain: Terrain, phrases: Iterable[RolePhrase], voices: Iterable[Voice]
) -> list[StandIn]:
    """In order; one for each span, and one for every speaker whose span holds no name that could
    speak.
    """
    found = {
        (one.piece, one.head.i): one for one in [*_find_roles(phrases), *_find_pronouns(terrain)]
    }
    found |= {voice.key: _read_speaker(voice, terrain) for voice in voices if voice.name is None}
    return sorted(found.values(), key=lambda one: (one.piece, one.span.start, one.span.end))


def _find_roles(phrases: Iterable[RolePhrase]) -> Iterator[StandIn]:
    for phrase in phrases:
        if (
            phrase.person is None
            and phrase.is_definite
            and not _is_part(phrase)
            and phrase.head.dep_ not in {"attr", "compound", "appos"}
        ):
            yield StandIn(
                phrase.piece, phrase.span, phrase.head, "role", is_speaker=False, phrase=phrase
            )


def _is_part(phrase: RolePhrase) -> bool:
    """Whether it is that of a living thing: "the head of the worm", of no body that is named."""
    is_of_body = phrase.owners or any(word.lower_ in BODY_NOUNS for word in phrase.span)
    return phrase.head.lower_ == "head" and not is_of_body


def _find_pronouns(terrain: Terrain) -> Iterator[StandIn]:
    for piece, paragraph in enumerate(terrain.pieces):
        for token in paragraph.doc:
            if token.lower_ in GENDER_OF_PRONOUN:
                yield StandIn(
                    piece, token.doc[token.i : token.i + 1], token, "pronoun", is_speaker=False
                )


def _read_speaker(voice: Voice, terrain: Terrain) -> StandIn:
    """A speaker whose words are no name, by the main word; a name that was missed ("THORNE:") is
    known by its letters.
    """
    names = terrain.name_at[voice.piece]
    if (
        voice.span.root.pos_ != "PRON"
        and (name := terrain.by_form.get(fold(voice.span.text))) is not None
    ):
        kind: MentionKind = (
            "surname" if name.kind == "person" and " " not in voice.span.text else "name"
        )
        return StandIn(voice.piece, voice.span, voice.span.root, kind, is_speaker=True, name=name)
    piece, span, head = voice.piece, voice.span, voice.span.root
    if head.pos_ == "PRON" and head.lower_ not in ANONYMOUS_NOUNS:
        return StandIn(
            piece, span, head, "pronoun", is_speaker=True, name=_find_antecedent(head, names)
        )
    if head.lower_ in ANONYMOUS_NOUNS:
        return StandIn(piece, span, head, "anonymous", is_speaker=True)
    if head.tag_ in PLURAL or head.lower_ in COLLECTIVE_NOUNS or is_joined(span):
        return StandIn(piece, span, head, "collective", is_speaker=True)
    phrase = read_role(piece, head, names)
    return StandIn(
        piece,
        span,
        head,
        "role" if phrase.is_definite else "anonymous",
        is_speaker=True,
        phrase=phrase,
    )


def _find_antecedent(pronoun: Token, names: dict[int, Name]) -> Name | None:
    """The name before ", who said"."""
    verb = pronoun.head
    is_relative = pronoun.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl"
    return names.get(verb.head.i) if is_relative else None
