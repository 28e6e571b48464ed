"""Names and stand-ins of an article in, whom each stand-in means out: one walk through the article,
as a reader takes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.scene import Scene, Weighed
from transforms.entities.meaning.stand_ins import GENDER_OF_PRONOUN, StandIn
from transforms.entities.meaning.terrain import NEAR, SUBJECTS, Spot, Terrain
from transforms.entities.meaning.unnamed import Unnamed, find_unnamed, read_unnamed
from transforms.entities.meaning.voices import Voice
from transforms.entities.naming.names import Name
from transforms.entities.naming.signs import is_years_old

POSSESSIVE = "PRP$"
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
    for piece, start, mention in _in_order(terrain, stand_ins):
        if isinstance(mention, Unnamed):
            _note_unnamed(mention, scene, terrain)
        elif isinstance(mention, StandIn):
            people = _weigh(mention, scene, terrain, speakers)
            weighed |= {(piece, mention.head.i): people} if people else {}
            referent = _resolve(mention, scene, terrain, people)
            _note_stand_in(mention, referent, scene, terrain)
            meant |= {(piece, mention.head.i): referent} if referent else {}
        else:
            head = terrain.pieces[piece].doc[start : mention.end].root
            scene.note(cast.actor_of(mention), terrain.spot(piece, head))
            if mention in speaking:
                scene.last_speaker = cast.actor_of(mention)
    return Resolution(meant, _keep_named(weighed, cast))


def _keep_named(weighed: Mapping[Key, list[Weighed]], cast: Cast) -> dict[Key, list[Weighed]]:
    """The people weighed, without those who have no name."""
    named = {
        key: [one for one in people if one.referent_id in cast.persons]
        for key, people in weighed.items()
    }
    return {key: people for key, people in named.items() if people}


def _note_unnamed(one: Unnamed, scene: Scene, terrain: Terrain) -> None:
    spot = replace(terrain.spot(one.piece, one.head), is_owned=False)  # "her boss" counts fully
    scene.note_unnamed(one.key, spot, one.gender)


def _note_stand_in(one: StandIn, referent: str | None, scene: Scene, terrain: Terrain) -> None:
    """What a stand-in means comes to the front; who speaks without a name is somebody of his
    own.
    """
    if referent:
        is_pronoun = one.head.lower_ in GENDER_OF_PRONOUN and one.head.tag_ != POSSESSIVE
        scene.note(referent, terrain.spot(one.piece, one.head), is_pronoun=is_pronoun)
    elif (somebody := read_unnamed(one)) is not None:
        _note_unnamed(somebody, scene, terrain)
        referent = somebody.key
    if one.is_speaker:
        scene.last_speaker = referent


def _in_order(
    terrain: Terrain, stand_ins: Sequence[StandIn]
) -> list[tuple[int, int, Name | StandIn | Unnamed]]:
    """By place of their first words; of a role and the name in it ("Peru's president") the name
    first, since it says whose role it is.
    """
    placed: list[tuple[int, int, Name | StandIn | Unnamed]] = [
        (name.piece, name.start, name) for name in terrain.names
    ]
    unnamed = find_unnamed(terrain, {(one.piece, one.head.i) for one in stand_ins})
    placed += [(one.piece, one.head.i, one) for one in stand_ins]
    placed += [(one.piece, one.head.i, one) for one in unnamed]
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
