"""Mentions in the order of the article in, whom a pronoun or a role stands for out.

A scene remembers the last persons and bodies mentioned, and who spoke last. A pronoun takes the
best of them by nearness, grammar (subjects first) and gender; a role takes whom the article has
given that role, or none.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.roles import RolePhrase
from transforms.entities.meaning.terrain import Spot
from transforms.entities.naming.beside import Gender
from transforms.world.lexicon import (
    BODIES_OF_ALL_KINDS,
    BODY_NOUNS,
    CALLED_BODIES,
    TELLING_BODIES,
)
from transforms.world.words import read_words, split_words

BUILDINGS = read_words("speaking_buildings")
OFFICIAL = read_words("official_bodies")
CALLED = BODY_NOUNS | CALLED_BODIES
REMEMBERED = 12  # persons, and bodies, that are weighed for a pronoun
SAME_NOUN = 2  # how well somebody fits a role who is only named later
REACH = 8  # sentences back
LEAD = 1  # title and first paragraph
NEAR = 2  # sentences back to whom "the 43-year-old" or "the group" may be

SUBJECT, MAIN, LAST_SPEAKER, QUOTED, UNKNOWN_GENDER = 2.0, 0.75, 1.5, -3.0, -0.5
GOES_ON = 2.0  # "she added": the one who spoke last
MET = 1.0  # "I ask Ada Quill", and she answers
NAMED = -1.0  # "Quill is old," he says: hardly Quill, and if it is, nobody can tell
ADJOINING = 4.0  # "Ada Quill, she said"
SURE = (
    1.0  # of whom a pronoun tells whether he is a man or a woman: that good, and better by as much
)
TOO_FAR, SUBJECT_TOO_FAR = -3.0, -4.5  # the best of those who may speak: hardly meant
OWNED = -2.0  # "her lawyer Ada Quill" in a sentence about her


class Signs(NamedTuple):
    """What speaks for or against somebody, and how much."""

    sentences_back: float
    subject: float
    speaks_already: float
    goes_on: float
    named_in_a_quotation: float
    gender_not_told: float
    stands_right_before: float
    owned_by_somebody: float
    met_by_the_writer: float
    named_in_what_is_said: float


SIGNS = tuple(name.replace("_", " ") for name in Signs._fields)  # as people read them


@dataclass(frozen=True, slots=True)
class Seen:
    referent_id: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Sought:
    """A "he" or "she". goes_on: the verb says that somebody speaks on.

    others: those in whose words it stands, or to whom it does something: never meant by it; named:
    those in the words that it says; told: those in the words before it that have no marks.
    """

    gender: Gender
    spot: Spot
    is_speaker: bool
    goes_on: bool = False
    others: Collection[str] = ()
    named: Collection[str] = ()
    told: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody whom a pronoun may mean, and what speaks for it."""

    referent_id: str
    signs: Signs
    is_named: bool = False  # in the very words that are said
    is_told: bool = False  # in words before the pronoun that have no marks

    @property
    def score(self) -> float:
        return sum(self.signs)

    @property
    def is_far(self) -> bool:
        """Whether somebody is hardly meant: a subject of the writer's is so for longer than others."""
        is_subject = self.signs.subject > 0 and not self.signs.named_in_a_quotation
        return self.score <= (SUBJECT_TOO_FAR if is_subject else TOO_FAR)


def _as_it_weighs_for_speaker(spot: Spot) -> Spot:
    """Whom others only tell of does not speak next: "The teacher added that Quill was well. She
    said"."""
    return replace(spot, is_subject=False, is_main=False) if spot.is_told else spot


def _is_surely(best: Weighed, people: Sequence[Weighed]) -> bool:
    """Whether somebody is meant for sure: near by, and nobody else is nearly as likely."""
    others = [one.score for one in people if one is not best]
    return best.score >= SURE and best.score - max(others, default=0.0) >= SURE


def _is_named(best: Weighed, people: Sequence[Weighed]) -> bool:
    """Whether nobody can tell if somebody speaks or is told of: "Quill is old," he says, "Quill
    spoke first. Rook is no gardener, he said"; unless he goes on.
    """
    if best.is_told or best.signs.goes_on > 0:
        return best.is_named
    if best.is_named:
        return True
    return any(one.is_told and one.score - NAMED >= best.score for one in people)


def _find_last_alone(people: Sequence[Seen]) -> str | None:
    """The last of some people, None where another of them stands in his sentence."""
    last = people[-1]
    beside = sum(seen.spot.sentence == last.spot.sentence for seen in people)
    return last.referent_id if beside == 1 else None


def may_be_called(name: str, noun: str) -> bool:
    """Whether a body can be "the newspaper": no ministry, no court, whose names say what they are,
    and as such only what is named so, or by its letters.
    """
    words = split_words(name)
    if noun in OFFICIAL and noun not in words and not name.isupper():
        return False
    own = TELLING_BODIES.intersection(words)
    return not own or noun in own or noun in BODIES_OF_ALL_KINDS


class Scene:
    """What a reader has in mind at one point of an article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.persons: list[Seen] = []
        self.bodies: list[Seen] = []
        self.unnamed: dict[str, Gender | None] = {}
        self.last_speaker: str | None = None
        self.told_by_thing: int | None = None  # the sentence of "the letter says", spoken last
        self.strangers: set[str] = set()  # nouns of roles last held by somebody without a name

    def note(self, referent_id: str, spot: Spot, *, is_pronoun: bool = False) -> None:
        """A mention: its referent comes to the front. A subject stays one throughout its sentence,
        and where a pronoun takes it up.
        """
        seen = self.persons if referent_id in self.cast.persons else self.bodies
        earlier = next((other for other in seen if other.referent_id == referent_id), None)
        if earlier:
            seen.remove(earlier)
            is_same = earlier.spot.sentence == spot.sentence
            if earlier.spot.is_subject and (is_pronoun or is_same):
                spot = replace(earlier.spot, sentence=spot.sentence)
            spot = replace(spot, is_met=spot.is_met or (is_same and earlier.spot.is_met))
        seen.append(Seen(referent_id, spot))
        del seen[:-REMEMBERED]
        self._forget_strangers(referent_id, spot)

    def _forget_strangers(self, referent_id: str, spot: Spot) -> None:
        """Who is the subject holds his roles from here on."""
        person = self.cast.persons.get(referent_id)
        if person is not None and spot.is_subject:
            self.strangers -= {noun for noun, _ in person.roles}

    def note_unnamed(self, key: str, spot: Spot, gender: Gender | None) -> None:
        """Somebody without a name under a key of his own, whom a pronoun may mean, too."""
        self.unnamed[key] = gender
        self.persons.append(Seen(key, spot))
        del self.persons[:-REMEMBERED]

    @property
    def named(self) -> list[Seen]:
        """Those of the persons who have names."""
        return [seen for seen in self.persons if seen.referent_id not in self.unnamed]

    def _gender_of(self, seen: Seen) -> Gender | None:
        if seen.referent_id in self.unnamed:
            return self.unnamed[seen.referent_id]
        return self.cast.persons[seen.referent_id].gender

    def weigh_people(self, sought: Sought) -> list[Weighed]:
        """The people that "he" or "she" may stand for."""
        fitting = [
            seen
            for seen in self.persons
            if self._may_be(seen, sought) and seen.referent_id not in sought.others
        ]
        if sought.is_speaker:
            fitting = [replace(seen, spot=_as_it_weighs_for_speaker(seen.spot)) for seen in fitting]
        carries_on = sought.is_speaker and self._is_last_speaker_under_way(fitting)
        return [
            Weighed(
                seen.referent_id,
                self._list_signs(seen, sought, carries_on=carries_on),
                seen.referent_id in sought.named,
                seen.referent_id in sought.told,
            )
            for seen in fitting
        ]

    def find_person(self, sought: Sought, people: Sequence[Weighed]) -> str | None:
        """Whom "he" or "she" stands for, of the people weighed; None where nobody fits, or two fit
        alike, or who fits best is too far off to speak. A sure one tells whether he is a man or a
        woman, too.
        """
        scores = [one.score for one in people]
        if not scores or scores.count(max(scores)) > 1:
            return None
        best = people[scores.index(max(scores))]
        is_far = sought.is_speaker and best.is_far
        if best.referent_id in self.unnamed or is_far or _is_named(best, people):
            return None
        person = self.cast.persons[best.referent_id]
        if not sought.spot.is_quoted and _is_surely(best, people):
            person.gender = sought.gender
        return person.group.referent_id

    def _may_be(self, seen: Seen, sought: Sought) -> bool:
        is_near = sought.spot.sentence - seen.spot.sentence <= REACH
        return is_near and self._gender_of(seen) in {sought.gender, None}

    def _is_last_speaker_under_way(self, fitting: Sequence[Seen]) -> bool:
        """Whether nobody else who fits has been a subject since the last speaker was named."""
        subjects = [seen for seen in fitting if seen.spot.is_subject and not seen.spot.is_quoted]
        return not subjects or subjects[-1].referent_id == self.last_speaker

    def find_aged(self, spot: Spot) -> str | None:
        """Whom "the 43-year-old" stands for: the last subject of this sentence or those before,
        else the last person there.
        """
        near = [
            seen
            for seen in self.named
            if spot.sentence - seen.spot.sentence <= NEAR and not seen.spot.is_quoted
        ]
        return (
            max(
                near,
                key=lambda seen: (seen.spot.is_subject, seen.spot.sentence),
                default=Seen("", spot),
            ).referent_id
            or None
        )

    def _list_signs(self, seen: Seen, sought: Sought, *, carries_on: bool) -> Signs:
        """What each sign adds for somebody."""
        spot = sought.spot
        is_told = seen.referent_id in sought.told
        is_adjoining = (
            spot.is_subject
            and not is_told
            and seen.spot.piece == spot.piece
            and 0 < spot.token - seen.spot.token <= 2
            and not seen.spot.is_governed
        )
        return Signs(
            seen.spot.sentence - spot.sentence,
            SUBJECT * seen.spot.is_subject + MAIN * seen.spot.is_main,
            LAST_SPEAKER * (carries_on and self._spoke_last(seen)),
            GOES_ON * (sought.goes_on and self._spoke_last(seen)),
            QUOTED * (seen.spot.is_quoted and not spot.is_quoted),
            UNKNOWN_GENDER * (self._gender_of(seen) is None),
            ADJOINING * is_adjoining,
            OWNED * seen.spot.is_owned,
            MET * (seen.spot.is_met and not seen.spot.is_quoted),
            NAMED * (is_told or seen.referent_id in sought.named),
        )

    def _spoke_last(self, seen: Seen) -> bool:
        """Whether somebody carries on; "her advocate" speaks for her, and she may go on."""
        return seen.referent_id == self.last_speaker and not seen.spot.is_owned

    def find_body(self, spot: Spot) -> str | None:
        """Which country or organisation "it" stands for: the last subject of this sentence or the
        one before; none where a letter or a report spoke last.
        """
        near = [
            seen
            for seen in self.bodies
            if spot.sentence - seen.spot.sentence <= 1
            and seen.spot.is_subject
            and not seen.spot.is_quoted
        ]
        if not near or self._is_of_thing(spot, near[-1].spot):
            return None
        return near[-1].referent_id

    def _is_of_thing(self, spot: Spot, body: Spot) -> bool:
        """Whether "it" may be the letter or the report that spoke last: "The letter says that the
        bank is ill. It adds"; no body has been what a sentence is about since.
        """
        told = self.told_by_thing
        is_near = told is not None and spot.sentence - told <= NEAR
        return is_near and not (body.is_main and body.sentence > (told or 0))

    def find_body_called(self, phrase: RolePhrase, spot: Spot) -> str | None:
        """Which organisation "the agency" is: the last one with that word in its name, else the
        last subject of a sentence near by.

        "The Russian government" is the country.
        """
        if phrase.noun == "government":
            return next(
                (
                    self.cast.group_of[name].referent_id
                    for name in phrase.of
                    if name.kind == "place"
                ),
                None,
            )
        if phrase.noun not in CALLED or phrase.of:
            return None
        bodies = [seen for seen in reversed(self.bodies) if self._is_body_called(seen, phrase.noun)]
        called = (
            seen
            for seen in bodies
            if phrase.noun in split_words(self.cast.name_of[seen.referent_id])
        )
        near = (
            seen
            for seen in bodies
            if seen.spot.is_subject
            and spot.sentence - seen.spot.sentence <= NEAR
            and may_be_called(self.cast.name_of[seen.referent_id], phrase.noun)
        )
        found = next(called, None) or next(near, None)
        return found.referent_id if found else None

    def _is_body_called(self, seen: Seen, noun: str) -> bool:
        """Whether it is a body, or a building whose name has the noun: "the museum"."""
        is_body = self.cast.kind_of[seen.referent_id] == "organisation"
        is_called_so = noun in split_words(self.cast.name_of[seen.referent_id])
        return is_body or (noun in BUILDINGS and is_called_so)

    def find_holder(self, phrase: RolePhrase) -> str | None:
        """Whom a role stands for; nobody where it goes on with somebody without a name: "Norland's
        president" and then "the president".
        """
        held_in = self.cast.held_in(phrase)
        if phrase.noun in self.strangers and not phrase.tells_whose:
            return None
        holder = self._choose_holder(phrase, held_in)
        if holder is None and phrase.tells_whose:
            self.strangers.add(phrase.noun)
        elif holder is not None:
            self.strangers.discard(phrase.noun)
        return holder

    def _choose_holder(self, phrase: RolePhrase, held_in: set[str]) -> str | None:
        """The best fit, of those the last one seen, none where another is named beside him;
        somebody named only later must have the same noun, and soon.
        """
        fits = [
            (self.cast.persons[seen.referent_id].fit(phrase, held_in), seen) for seen in self.named
        ]
        best = max((fit for fit, _ in fits), default=0)
        if best < SAME_NOUN and (later := self._find_later(phrase, held_in)) is not None:
            return later
        if not best:
            return self._find_introduced(phrase, held_in)
        return _find_last_alone([seen for fit, seen in fits if fit == best])

    def _find_later(self, phrase: RolePhrase, held_in: set[str]) -> str | None:
        """Of the holders of a role the only one, named in one of the next paragraphs; later on, too,
        where the role is told to be of the same place.
        """
        later = [
            person
            for person in self.cast.holders.get(phrase.noun, ())
            if person.fit(phrase, held_in) >= SAME_NOUN
        ]
        if len(later) != 1:
            return None
        named = later[0].group.names[0].piece
        is_soon = named - phrase.piece <= NEAR
        return later[0].group.referent_id if is_soon or held_in else None

    def _find_introduced(self, phrase: RolePhrase, held_in: set[str]) -> str | None:
        """Of the role in a lead ("Norland's foreign minister warns"): the only one who has it,
        named in one of the next paragraphs.
        """
        holders = self.cast.holders.get(phrase.noun, ())
        if (
            phrase.piece > LEAD
            or len(holders) != 1
            or any(seen.referent_id == holders[0].group.referent_id for seen in self.persons)
        ):
            return None
        named = holders[0].group.names[0].piece
        told = holders[0].roles.get((phrase.noun, phrase.role))
        if told is None or told or not phrase.piece < named <= LEAD + NEAR:
            return None
        told |= held_in  # from here on the article has said of what it is the role
        return holders[0].group.referent_id
