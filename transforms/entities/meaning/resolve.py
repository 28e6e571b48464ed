"""Names and stand-ins of an article in, whom each stand-in means out: one walk through the article,
as a reader takes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.scene import Scene, Weighed
from transforms.entities.meaning.stand_ins import GENDER_OF_PRONOUN, StandIn
from transforms.entities.meaning.terrain import NEAR, SUBJECTS, Spot, Terrain
from transforms.entities.meaning.voices import Voice
from transforms.entities.naming.names import Name, Names
from transforms.entities.naming.signs import is_years_old

OBJECTS = frozenset({"dobj", "dative"})

Key = tuple[int, int]  # piece and main word of a stand-in
Meant = dict[Key, str]  # -> referent


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom each stand-in means, and which people were weighed for a pronoun."""

    meant: Meant
    weighed: dict[Key, list[Weighed]]


def resolve_stand_ins(
    terrain: Terrain, cast: Cast, stand_ins: Sequence[StandIn], voices: Sequence[Voice]
) -> Resolution:
    """The referents of the stand-ins that have one. A name counts from where it stands, so nothing
    is known before it is told.
    """
    scene = Scene(cast)
    speaking = {voice.name for voice in voices}
    speakers = {voice.quote_id: cast.actor_of(voice.name) for voice in voices if voice.name}
    meant: Meant = {}
    weighed: dict[Key, list[Weighed]] = {}
    for piece, start, mention in _in_order(terrain.names, stand_ins):
        if isinstance(mention, StandIn):
            people = _weigh(mention, scene, terrain, speakers)
            weighed |= {(piece, mention.head.i): people} if people else {}
            referent = _resolve(mention, scene, terrain, people)
            head, is_speaker = mention.head, mention.is_speaker
        else:
            referent = cast.actor_of(mention)
            head, is_speaker = (
                terrain.pieces[piece].doc[start : mention.end].root,
                mention in speaking,
            )
        if referent:
            scene.note(
                referent, terrain.spot(piece, head), is_pronoun=head.lower_ in GENDER_OF_PRONOUN
            )
            if isinstance(mention, StandIn):
                meant[piece, head.i] = referent
        if is_speaker:
            scene.last_speaker = referent
    return Resolution(meant, weighed)


def _in_order(names: Names, stand_ins: Sequence[StandIn]) -> list[tuple[int, int, Name | StandIn]]:
    """By place of their first words; of a role and the name in it ("Peru's president") the name
    first, since it says whose role it is.
    """
    placed: list[tuple[int, int, Name | StandIn]] = [
        (name.piece, name.start, name) for name in names
    ]
    placed += [(one.piece, one.head.i, one) for one in stand_ins]
    return sorted(placed, key=lambda entry: entry[:2])


def find_apposed(one: StandIn) -> Name | None:
    """Of "the minister, Ada Quill," her name."""
    return one.phrase.person if one.phrase and one.mention_kind in {"role", "anonymous"} else None


def _weigh(
    one: StandIn, scene: Scene, terrain: Terrain, speakers: Mapping[str, str]
) -> list[Weighed]:
    """The people whom "he" or "she" may mean. speakers: quote_id -> who speaks, where the quote
    names him.
    """
    gender = GENDER_OF_PRONOUN.get(one.head.lower_)
    if one.mention_kind != "pronoun" or one.name or gender is None:
        return []
    spot = terrain.spot(one.piece, one.head)
    others = {scene.cast.actor_of(name) for name in find_objects(one, terrain)}
    if quoted := speakers.get(spot.quote_id or ""):
        others.add(quoted)
    return scene.weigh_people(gender, spot, is_speaker=one.is_speaker, others=others)


def find_objects(one: StandIn, terrain: Terrain) -> list[Name]:
    """The names that are objects of the verb whose subject a pronoun is: "He accused Quill"."""
    if one.head.dep_ not in SUBJECTS:
        return []
    verb, names = one.head.head, terrain.name_at[one.piece]
    near = one.head.doc[verb.i + 1 : verb.i + NEAR]
    objects = (token for token in near if token.dep_ in OBJECTS and token.head.i == verb.i)
    return [names[token.i] for token in objects if token.i in names]


def _resolve(one: StandIn, scene: Scene, terrain: Terrain, people: Sequence[Weighed]) -> str | None:
    """people: those weighed, where it is "he" or "she"."""
    if name := one.name or find_apposed(one):
        return scene.cast.actor_of(name)
    spot = terrain.spot(one.piece, one.head)
    if one.mention_kind == "role":
        return _resolve_role(one, scene, spot)
    if one.mention_kind != "pronoun":
        return None
    if gender := GENDER_OF_PRONOUN.get(one.head.lower_):
        return scene.find_person(gender, spot, people)
    return scene.find_body(spot) if one.head.lower_ == "it" else None


def _resolve_role(one: StandIn, scene: Scene, spot: Spot) -> str | None:
    if is_years_old(one.head):
        return scene.find_aged(spot)
    return (
        None
        if one.phrase is None
        else scene.find_holder(one.phrase) or scene.find_body_called(one.phrase, spot)
    )
