"""Names and stand-ins of an article in, whom each stand-in means out: one walk through the article,
as a reader takes it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.sayings import Key, Sayings, read_sayings
from transforms.entities.meaning.scene import Scene, Sought, Weighed
from transforms.entities.meaning.stand_ins import GENDER_OF_PRONOUN, StandIn
from transforms.entities.meaning.terrain import NEAR, Spot, Terrain
from transforms.entities.meaning.unnamed import Unnamed, find_unnamed, read_unnamed
from transforms.entities.meaning.voices import Voice, opens_with_words
from transforms.entities.naming.names import Name
from transforms.entities.naming.signs import SUBJECTS, is_years_old
from transforms.grammar.roles import OBJECTS

POSSESSIVE = "PRP$"
LEAST_SPOKEN = 0.35  # the confidence of words whose speaker is heard
GOING_ON = frozenset({"add", "continue", "conclude"})

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
    speaking = _list_speaking(terrain, voices)
    sayings = read_sayings(terrain, cast, voices)
    speakers = {voice.quote_id: cast.actor_of(voice.name) for voice in voices if voice.name}
    meant: Meant = {}
    weighed: dict[Key, list[Weighed]] = {}
    for mention in _in_order(terrain, stand_ins, sayings):
        if isinstance(mention, Unnamed):
            _note_unnamed(mention, scene, terrain)
        elif isinstance(mention, StandIn):
            key = mention.piece, mention.head.i
            others = _find_others(mention, terrain, cast, meant)
            others |= _find_quoted(mention, terrain, speakers)
            sought = _seek(mention, terrain, others, sayings, key)
            people = [] if sought is None else scene.weigh_people(sought)
            weighed |= {key: people} if people else {}
            referent = _resolve(mention, scene, terrain, people, sought)
            names_others = bool(sayings.find_named(key))
            _note_stand_in(mention, referent, scene, terrain, names_others=names_others)
            if referent:
                speakers |= dict.fromkeys(sayings.list_quotes(key), referent)
                meant[key] = referent
        else:
            _note_name(mention, scene, terrain, is_speaker=mention in speaking)
    return Resolution(meant, _keep_named(weighed, cast))


def _list_speaking(terrain: Terrain, voices: Sequence[Voice]) -> set[Name | None]:
    """The names of those who are heard: no "who has known him for years"."""
    spoken = {quote.quote_id for quote in terrain.quotes if quote.confidence >= LEAST_SPOKEN}
    return {voice.name for voice in voices if voice.quote_id in spoken}


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


def _note_name(name: Name, scene: Scene, terrain: Terrain, *, is_speaker: bool) -> None:
    """Who speaks is a subject, "according to Quill" and "in Quill's letter, he", too."""
    actor = scene.cast.actor_of(name)
    root = terrain.pieces[name.piece].doc[name.start : name.end].root
    spot = terrain.spot(name.piece, root)
    scene.told_by_thing = None if is_speaker else scene.told_by_thing
    if opens_with_words(root):
        scene.last_speaker = actor
        spot = _as_subject(replace(spot, is_owned=False))
    elif is_speaker:
        scene.last_speaker = actor
        spot = spot if spot.is_subject or spot.is_owned else _as_subject(spot)
    scene.note(actor, spot)


def _as_subject(spot: Spot) -> Spot:
    return replace(spot, is_subject=True, is_main=True)


def _note_stand_in(
    one: StandIn, referent: str | None, scene: Scene, terrain: Terrain, *, names_others: bool
) -> None:
    """What a stand-in means comes to the front; who speaks without a name is somebody of his own,
    where he is new or names others.
    """
    if referent:
        is_pronoun = one.head.lower_ in GENDER_OF_PRONOUN and one.head.tag_ != POSSESSIVE
        scene.note(referent, terrain.spot(one.piece, one.head), is_pronoun=is_pronoun)
    elif (somebody := read_unnamed(one, is_another=names_others)) is not None:
        _note_unnamed(somebody, scene, terrain)
        referent = somebody.key
    if one.is_speaker:
        scene.last_speaker = referent
        _note_thing(one, referent, scene, terrain)


def _note_thing(one: StandIn, referent: str | None, scene: Scene, terrain: Terrain) -> None:
    """What is no person speaks last where "the letter" does, and as long as "it" goes on."""
    is_thing = one.kind is None and one.mention_kind in {"role", "anonymous"}
    goes_on = one.head.lower_ == "it" and scene.told_by_thing is not None
    sentence = terrain.spot(one.piece, one.head).sentence
    scene.told_by_thing = sentence if referent is None and (is_thing or goes_on) else None


def _in_order(
    terrain: Terrain, stand_ins: Sequence[StandIn], sayings: Sayings
) -> list[Name | StandIn | Unnamed]:
    """By place of their first words; of a role and the name in it ("Peru's president") the name
    first, since it says whose role it is; who speaks before what he says.
    """
    placed: list[tuple[int, int, Name | StandIn | Unnamed]] = [
        (name.piece, name.start, name) for name in terrain.names
    ]
    unnamed = find_unnamed(terrain, {(one.piece, one.head.i) for one in stand_ins})
    placed += [(one.piece, sayings.find_first((one.piece, one.head.i)), one) for one in stand_ins]
    placed += [(one.piece, one.head.i, one) for one in unnamed]
    return [mention for _, _, mention in sorted(placed, key=lambda entry: entry[:2])]


def find_apposed(one: StandIn) -> Name | None:
    """Of "the minister, Ada Quill," her name."""
    return one.phrase.person if one.phrase and one.mention_kind in {"role", "anonymous"} else None


def _find_others(one: StandIn, terrain: Terrain, cast: Cast, meant: Meant) -> set[str]:
    """Those whom a pronoun cannot mean since they stand beside it at its verb: "He accused Quill",
    "Quill accused him"; or are its own: "Quill, her boss,".
    """
    objects = {cast.actor_of(name) for name in find_objects(one, terrain)}
    owned = {cast.actor_of(name) for name in _find_owned(one, terrain)}
    return objects | owned | _find_doers(one, terrain, cast, meant)


def _find_owned(one: StandIn, terrain: Terrain) -> list[Name]:
    """The name that the noun behind "her" is said of, on either side: "Quill, her boss,", "her
    boss, Quill".
    """
    if one.head.tag_ != POSSESSIVE:
        return []
    noun = one.head.head
    beside = [noun.head] if noun.dep_ == "appos" else []
    beside += [child for child in noun.children if child.dep_ in {"appos", "compound"}]
    names = terrain.name_at[one.piece]
    return [names[token.i] for token in beside if token.i in names]


def _find_quoted(one: StandIn, terrain: Terrain, speakers: Mapping[str, str]) -> set[str]:
    """In whose words a pronoun stands: he does not mean himself. speakers: quote_id -> who
    speaks; what says "he said he remembers" stands outside the marks.
    """
    quote_id = terrain.spot(one.piece, one.head).quote_id
    return set() if one.is_speaker else {speakers.get(quote_id or "", "")}


def _find_doers(one: StandIn, terrain: Terrain, cast: Cast, meant: Meant) -> set[str]:
    """Who does something to a pronoun: "Quill accused him"; himself he accuses."""
    if one.head.dep_ not in OBJECTS or one.head.lower_.endswith("self"):
        return set()
    names, found = terrain.name_at[one.piece], set()
    for doer in (child for child in one.head.head.lefts if child.dep_ in SUBJECTS):
        if doer.i in names:
            found.add(cast.actor_of(names[doer.i]))
        elif (one.piece, doer.i) in meant:
            found.add(meant[one.piece, doer.i])
    return found


def _seek(
    one: StandIn, terrain: Terrain, others: Collection[str], sayings: Sayings, key: Key
) -> Sought | None:
    """Of a "he" or "she" what tells whom it may mean. others: who cannot be meant."""
    gender = GENDER_OF_PRONOUN.get(one.head.lower_)
    if one.mention_kind != "pronoun" or one.name or gender is None:
        return None
    goes_on = one.is_speaker and one.head.head.lemma_ in GOING_ON
    spot = terrain.spot(one.piece, one.head)
    named, told = sayings.find_named(key), sayings.find_told(key)
    return Sought(gender, spot, one.is_speaker, goes_on, others, named, told)


def find_objects(one: StandIn, terrain: Terrain) -> list[Name]:
    """The names that are objects of the verb whose subject a pronoun is: "He accused Quill"."""
    if one.head.dep_ not in SUBJECTS:
        return []
    verb, names = one.head.head, terrain.name_at[one.piece]
    near = one.head.doc[verb.i + 1 : verb.i + NEAR]
    objects = (token for token in near if token.dep_ in OBJECTS and token.head.i == verb.i)
    return [names[token.i] for token in objects if token.i in names]


def _resolve(
    one: StandIn,
    scene: Scene,
    terrain: Terrain,
    people: Sequence[Weighed],
    sought: Sought | None,
) -> str | None:
    """people: those weighed, where it is "he" or "she"."""
    if name := one.name or find_apposed(one):
        return scene.cast.actor_of(name)
    spot = terrain.spot(one.piece, one.head)
    if one.mention_kind == "role":
        return _resolve_role(one, scene, spot)
    if one.mention_kind != "pronoun":
        return None
    if sought is not None:
        return scene.find_person(sought, people)
    return scene.find_body(spot) if one.head.lower_ == "it" else None


def _resolve_role(one: StandIn, scene: Scene, spot: Spot) -> str | None:
    if is_years_old(one.head):
        return scene.find_aged(spot)
    return (
        None
        if one.phrase is None
        else scene.find_holder(one.phrase) or scene.find_body_called(one.phrase, spot)
    )
