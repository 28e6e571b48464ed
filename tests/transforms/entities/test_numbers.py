"""The numbers of names: what is near or short enough is taken, what is not is left, and either
fails where the number is doubled or halved.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.hand_parsed import PAD, hang_in_a_row, name_at, pad, parse_by_hand, terrain_of
from tests.numbers import Number
from transforms.entities.grouping import groups, people, states
from transforms.entities.grouping.groups import Group
from transforms.entities.meaning import cast, countries, relations, roles, scene, terrain, unnamed
from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.roles import RolePhrase
from transforms.entities.meaning.scene import Scene, Sought
from transforms.entities.meaning.terrain import Spot
from transforms.entities.naming import (
    beside,
    candidates,
    company,
    kinds,
    mention_kinds,
    offices,
    own_readings,
    people_spans,
    repeats,
    signs,
    teams,
    title_case,
)
from transforms.entities.naming.candidates import Candidate, make_candidate
from transforms.entities.naming.names import Name
from transforms.grammar.parse import Paragraph
from transforms.grammar.tokens import Doc


def group_of(name: Name) -> Group:
    """Of a name that goes by itself."""
    return Group(name.text, "a" * 16, name.kind, name.text, (name,), None)


def make_candidate_of(text: str, form: str, piece: int = 0, **parsed: dict[str, str]) -> Candidate:
    """The words of a form where they stand first, as those of a person."""
    doc = parse_by_hand(text, **parsed)
    name = name_at(doc, form)
    return make_candidate(Paragraph(0, doc), piece, name.start, name.end, "PERSON")


# naming: parts of names


def is_joined(words_between: int) -> bool:
    """Whether "Bank of" and "Norland" are one name, with so many words between."""
    doc = parse_by_hand(f"Bank of {pad(words_between - 1)} Norland")
    return candidates._find_head_before(doc, 1, 1 + words_between) is not None


def is_of_role(words_between: int) -> bool:
    """Whether a name is that of the mayor from whom it hangs by so many words."""
    between = PAD[:words_between]
    hangs = hang_in_a_row("mayor", "pobj", [*between, "Quill"])
    doc = parse_by_hand(f"mayor {' '.join(between)} Quill ,", hangs | {",": "punct Quill"})
    return candidates._is_of_role(doc[words_between + 1])


def is_worker(name: str) -> bool:
    return people_spans._is_worker(["Foreman", *name.split()], 1)


# grouping


def is_unshouted(word: str) -> bool:
    return groups.unshout(word) == word.title()


def keeps_honour(form: str) -> bool:
    return people.drop_honours(form.split(), frozenset({"MBE"})) == form.split()


def is_known_behind(namesakes: int) -> bool:
    """Whether "Zoe Quill" is "Zoe Mary Quill" behind so many other Quills."""
    others = [
        f"{chr(97 + n % 26)}b{chr(97 + n // 26)} Mary Quill".title() for n in range(namesakes)
    ]
    return people.label_people([*others, "Zoe Mary Quill", "Zoe Quill"])[-1] == "zoe mary quill"


def is_state(text: str) -> bool:
    doc = parse_by_hand(text)
    return states.stands_among_states(doc, name_at(doc, "Georgia", "place"))


def is_state_of_holder(text: str) -> bool:
    doc = parse_by_hand(text)
    return states.says_state(doc, name_at(doc, "Georgia", "place"))


# meaning


def make_phrase(doc: Doc, person: Name | None, piece: int = 0, noun: str = "driver") -> RolePhrase:
    """A role of one word, said of a person where the text tells."""
    at = max(0, person.start - 1) if person else 0
    return RolePhrase(piece, doc[at : at + 1], doc[at], noun, noun, person, (), is_definite=True)


def all_hold_it(drivers: int) -> bool:
    """Whether all of so many drivers are remembered as such."""
    doc = parse_by_hand(" ".join(f"driver Quill{n:02}" for n in range(drivers)))
    names = [name_at(doc, f"Quill{n:02}") for n in range(drivers)]
    phrases = [make_phrase(doc, name) for name in names]
    held = Cast([group_of(name) for name in names], phrases, terrain_of(doc, *names)).holders
    return len(held["driver"]) == drivers


def has_nation(adjectives: int) -> bool:
    """Whether Norway is the country of the broadcaster behind "Norwegian old state broadcaster"."""
    doc = parse_by_hand(
        f"Norwegian {pad(adjectives)} broadcaster Nordwire", pos=dict.fromkeys(PAD, "ADJ")
    )
    nation = replace(name_at(doc, "Norwegian", "place"), mention_kind="demonym")
    body = name_at(doc, "Nordwire", "organisation")
    found = countries.give_countries([group_of(body)], [], terrain_of(doc, nation, body))
    return found[0].country_code == "NO"


def ends_in_2020(words_before: int) -> bool:
    """Whether a driver is one until then: "driver a b c from 3 May 2019 to 4 June 2020"."""
    words = " ".join("abcdefghijklmnop"[:words_before])
    doc = parse_by_hand(f"driver Quill {words} from 3 May 2019 to 4 June 2020")
    name = name_at(doc, "Quill")
    phrase = replace(make_phrase(doc, name), span=doc[0:2])
    held = Cast([group_of(name)], [], terrain_of(doc, name))
    found = relations.find_relations("a" * 16, [phrase], held, terrain_of(doc, name))
    return found[0].date_to == date(2020, 6, 4)


def is_whole_role(words: int) -> bool:
    doc = parse_by_hand(f"{pad(words)} driver", hangs=dict.fromkeys(PAD[:words], "compound driver"))
    return len(roles.read_role(0, doc[words], {}).span) == words + 1


def is_owned(words: int) -> bool:
    """Whether "her ... lawyer" is hers with so many words between."""
    doc = parse_by_hand(f"her {pad(words)} lawyer", {"her": "poss lawyer"}, tags={"her": "PRP$"})
    return terrain.is_owned(doc[words + 1])


def is_met(words: int) -> bool:
    """Whether the writer meets whom so many words hang between him and the verb."""
    hangs = {"I": "nsubj met", **hang_in_a_row("met", "pobj", PAD[:words])}
    doc = parse_by_hand(f"I met {pad(words)}", hangs, pos={"met": "VERB"})
    return terrain.is_met(doc[words + 1])


def is_named_behind(words: int) -> bool:
    """Whether "a spokeswoman for ..., Quill, said" has the name."""
    text = f"a spokeswoman {pad(words)} , Quill said"
    hangs = {"a": "det spokeswoman", "spokeswoman": "nsubj said"}
    doc = parse_by_hand(text, hangs, tags={"spokeswoman": "NN"})
    return not list(unnamed.find_unnamed(terrain_of(doc, name_at(doc, "Quill")), ()))


# scenes: Ada Quill, Ben Berg and Cy Frost, and where they were mentioned


def make_scene(**holders: int) -> Scene:
    """holders: a noun, and the piece in which a person of that role is named."""
    doc = parse_by_hand("Quill Berg Frost")
    names = [name_at(doc, text) for text in ("Quill", "Berg", "Frost")]
    cast = Cast([group_of(name) for name in names], [], terrain_of(doc, *names))
    return Scene(cast)


def spot(sentence: int, token: int = 0, **said: bool) -> Spot:
    return Spot(0, token, sentence, said.pop("is_subject", False), **said)


def find_she(scene: Scene, *, goes_on: bool = False, speaks: bool = False) -> str | None:
    """Whom "she" is in the tenth sentence, its third word."""
    sought = Sought("female", spot(10, 2, is_subject=True), is_speaker=speaks, goes_on=goes_on)
    return scene.find_person(sought, scene.weigh_people(sought))


def wins_before(sentences: int) -> bool:
    """Whether "Quill, she" is Quill though Berg was mentioned so many sentences later."""
    scene = make_scene()
    scene.note("Berg", spot(10, 9))
    scene.note("Quill", spot(10 - sentences, 1))
    return find_she(scene) == "Quill"


def wins_as_last_speaker(sentences: int) -> bool:
    """Whether "she added" is Quill, who spoke last, though Berg was mentioned later."""
    scene = make_scene()
    scene.note("Quill", spot(10 - sentences, 9))
    scene.note("Berg", spot(10, 9))
    scene.last_speaker = "Quill"
    return find_she(scene, goes_on=True) == "Quill"


def wins_as_met(sentences: int) -> bool:
    """Whether Quill, of no known gender, whom the writer met, wins over Berg, of a known one."""
    scene = make_scene()
    scene.cast.persons["Berg"].gender = "female"
    scene.note("Quill", spot(10 - sentences, 9, is_met=True))
    scene.note("Berg", spot(10, 9))
    return find_she(scene) == "Quill"


def is_weighed(sentences: int) -> bool:
    """Whether "she added" is Quill, of whom all tells, so many sentences behind her."""
    scene = make_scene()
    scene.cast.persons["Quill"].gender = "female"
    scene.note("Quill", spot(10 - sentences, 9, is_subject=True, is_main=True))
    scene.last_speaker = "Quill"
    return find_she(scene, goes_on=True, speaks=True) == "Quill"


def is_meant(sentences: int, *, is_subject: bool = False) -> bool:
    """Whether "she" is Quill, of whom nothing tells, so many sentences behind her."""
    scene = make_scene()
    scene.note("Quill", spot(10 - sentences, 9, is_subject=is_subject))
    return find_she(scene, speaks=True) == "Quill"


def is_subject_meant(sentences: int) -> bool:
    return is_meant(sentences, is_subject=True)


def is_woman(is_main: bool) -> bool:
    """Whether "she" tells that the subject of the sentence before, or of a clause in it, is one."""
    scene = make_scene()
    scene.note("Quill", spot(9, 9, is_subject=True, is_main=is_main))
    find_she(scene)
    return scene.cast.persons["Quill"].gender == "female"


def is_aged(sentences: int) -> bool:
    """Whether "the 43-year-old" is who was mentioned so many sentences before."""
    scene = make_scene()
    scene.note("Quill", spot(10 - sentences))
    return scene.find_aged(spot(10)) == "Quill"


def are_remembered(people: int) -> bool:
    scene = make_scene()
    for n in range(people):
        scene.note_unnamed(str(n), spot(1), None)
    return len(scene.persons) == people


def is_introduced(pieces: tuple[int, int]) -> bool:
    """Whether "Norland's driver" of one piece is the driver Quill, who is named in another."""
    at, named = pieces
    doc = parse_by_hand("Norland driver Quill")
    norland, quill = name_at(doc, "Norland", "place", at), name_at(doc, "Quill", piece=named)
    people = [group_of(norland), group_of(quill)]
    cast = Cast(people, [make_phrase(doc, quill, named)], terrain_of(doc, norland, quill))
    phrase = replace(make_phrase(doc, None, at), of=(norland,))
    return Scene(cast).find_holder(phrase) == "Quill"


def is_later_one(nouns: tuple[str, str]) -> bool:
    """Whether "the boss" is the one named later as such, not the one seen before as of a related
    role.
    """
    doc = parse_by_hand("driver Quill driver Berg")
    quill, berg = name_at(doc, "Quill"), name_at(doc, "Berg")
    told = [
        make_phrase(doc, name, noun=noun) for name, noun in zip((quill, berg), nouns, strict=True)
    ]
    scene = Scene(Cast([group_of(quill), group_of(berg)], told, terrain_of(doc, quill, berg)))
    scene.note("Quill", spot(1))
    return scene.find_holder(make_phrase(doc, None, noun=nouns[1])) == "Berg"


# naming


def is_widow(words: int) -> bool:
    """Whether "Quill, ... widow" is somebody's."""
    doc = parse_by_hand(f"Quill , {pad(words)} widow", {"widow": "appos Quill"})
    return beside.is_relative(doc, 0, 1)


def is_headline(text: str) -> bool:
    return title_case.is_headline(parse_by_hand(text))


def is_addressed(words: int) -> bool:
    return candidates.is_addressed(parse_by_hand("Mr Quill")[0], words)


def acts(names: int) -> bool:
    """Whether the last of so many joined to the first acts as the first does."""
    doc = parse_by_hand(
        f"Moscow {pad(names)} agreed",
        {"Moscow": "nsubj agreed", **hang_in_a_row("Moscow", "conj", PAD[:names])},
    )
    return mention_kinds.acts(doc[names : names + 1])


def is_spelt_out(words: int) -> bool:
    return own_readings.spell_out("H" * words, "Harbour " * words) is not None


def is_read(letters: int) -> bool:
    """Whether "(NPB)" is read behind three words of so many letters."""
    words = " ".join(first + "o" * (letters - 1) for first in "NPB")
    return own_readings.find_own_readings(f"{words} (NPB)") == {"NPB": words}


def follows_office(words: int) -> bool:
    doc = parse_by_hand(f"Minister for {'Fisheries ' * words}Quill")
    return people_spans.follows_office(doc, words + 2)


def closes_office(words: int) -> bool:
    """Whether a holder stands so many words behind "for"."""
    doc = parse_by_hand(f"The Minister for {'Fisheries ' * words}Ada Quill")
    return offices._closes_office(doc, words + 3)


def is_parted(text: str) -> bool:
    doc = parse_by_hand(f"minister of {text}")
    return len(people_spans.part_seat(doc, (2, len(doc), "PERSON"))) == 2


def is_nickname(words: str) -> bool:
    """Whether those are one between "Ada" and "Quill"."""
    return runs_on(f"Ada “ {words} ” Quill")


def runs_on(text: str) -> bool:
    """Whether a name with a nickname goes on to the end of the text."""
    doc = parse_by_hand(text, pos=dict.fromkeys(text.split(), "PROPN"))
    found = list(people_spans.find_nicknamed(doc, []))
    return found == [(0, len(doc), "PERSON")]


def is_searched_for(words: int) -> bool:
    form = " ".join(["Harbour", *PAD[: words - 1]])
    known = repeats.KnownForms([(make_candidate_of(form, form), "organisation")])
    return known.match(form.split(), 0) == words


def has_role(words: int) -> bool:
    """Whether "Quill, ... driver" is a person."""
    return signs.has_role(
        make_candidate_of(
            f"Quill , {pad(words)} driver",
            "Quill",
            hangs={"driver": "appos Quill"},
            tags={"driver": "NN"},
        )
    )


def is_dateline(piece: int) -> bool:
    return signs.is_dateline(make_candidate_of("ORRIN - The pier is shut", "ORRIN", piece=piece))


def is_hers(words: int) -> bool:
    """Whether "Ada Quill ... her" tells of a woman."""
    hangs = {"Ada": "compound Quill", "Quill": "nsubj packed"}
    text = f"Ada Quill packed {pad(words)} her bag"
    return signs.has_pronoun(make_candidate_of(text, "Ada Quill", hangs=hangs))


def is_told_person(votes: int) -> bool:
    return kinds.is_told_person(["Serhii", "Radio"], Counter({"person": votes}))


def plays(others: int) -> bool:
    """Whether the last of the names joined to "Porto" won as Porto did."""
    hangs = {"Porto": "nsubj won", **hang_in_a_row("Porto", "conj", PAD[:others])}
    text = f"Porto {pad(others)} won"
    found = make_candidate_of(text, PAD[others - 1], hangs=hangs, lemmas={"won": "win"})
    return teams.plays(found)


def is_team(mentions: int) -> bool:
    """Whether Porto plays, of whose mentions one has a score behind it."""
    scored = make_candidate_of("Porto 2 - 1 Lisbon", "Porto")
    others = [make_candidate_of("Porto is old", "Porto")] * (mentions - 1)
    return teams.find_teams([scored, *others], " ".join(sorted(teams.MATCH_WORDS))) == {"Porto"}


def tells_of_match(words: int) -> bool:
    scored = make_candidate_of("Porto 2 - 1 Lisbon", "Porto")
    return bool(teams.find_teams([scored], " ".join(sorted(teams.MATCH_WORDS)[:words])))


def is_heading(words: int) -> bool:
    """Whether so many tokens without a stop are a heading, where one is a verb."""
    text = " ".join(["Opens", *PAD[: words - 1]])
    return title_case.is_heading(Paragraph(0, parse_by_hand(text, pos={"Opens": "VERB"})))


def is_in_list_of_places(others: int) -> bool:
    """Whether "Berg" stands in a list with Lisbon and, so many names further, Porto."""
    names = ["Berg", "Lisbon", *PAD[: others - 1], "Porto"]
    text = " , ".join(names)
    found = [make_candidate_of(text, name) for name in names]
    towns = {"Lisbon", "Porto"}
    marked = [replace(one, label="GPE") if one.form in towns else one for one in found]
    return company.is_among_places(marked[0], company.index_candidates(marked))


CASES = [
    Number(groups, "SHORT_WORD", is_unshouted, "NTL", "NT"),
    Number(people, "LEAST_HONOURED", keeps_honour, "Quill MBE", "Ada Quill MBE"),
    Number(people, "COMPARED", is_known_behind, 63, 64),
    Number(
        states,
        "HOLDER",
        is_state_of_holder,
        "Governor Ada van Quill of Georgia",
        "Governor Ada B. van Quill of Georgia",
    ),
    Number(states, "NEAR", is_state, "Ohio , and Georgia", "Ohio , they say , and Georgia"),
    Number(cast, "HELD_BY", all_hold_it, 8, 9),
    Number(countries, "FAR", has_nation, 3, 4),
    Number(relations, "AFTER", ends_in_2020, 8, 9),
    Number(roles, "FAR", is_whole_role, 12, 13),
    Number(scene, "ADJOINING", wins_before, 3, 4),
    Number(scene, "GOES_ON", wins_as_last_speaker, 1, 2),
    Number(scene, "MET", wins_as_met, 0, 1),
    Number(scene, "REACH", is_weighed, 8, 9),
    Number(scene, "TOO_FAR", is_meant, 2, 3),
    Number(scene, "SUBJECT_TOO_FAR", is_subject_meant, 5, 6),
    Number(scene, "SURE", is_woman, True, False),
    Number(scene, "NEAR", is_aged, 2, 3),
    Number(scene, "REMEMBERED", are_remembered, 12, 13),
    Number(scene, "LEAD", is_introduced, (1, 3), (2, 3)),
    Number(scene, "SAME_NOUN", is_later_one, ("president", "leader"), ("leader", "leader")),
    Number(terrain, "NEAR", is_owned, 5, 6),
    Number(terrain, "HIGHEST", is_met, 12, 13),
    Number(unnamed, "NEAR", is_named_behind, 13, 14),
    Number(beside, "APPOSED", is_widow, 6, 7),
    Number(
        *(title_case, "HEADLINE", is_headline),
        "Old Harbour Pier Shuts After Long Storm",
        "Harbour Pier Shuts after long storm Monday",
    ),
    Number(title_case, "SHORT", is_headline, "Boat Pier Crew Tide", "Old Big Sea"),
    Number(candidates, "LONG_NAME", is_addressed, 3, 4),
    Number(candidates, "FAR_LINK", is_joined, 2, 3),
    Number(candidates, "MOST_LINKS", is_of_role, 5, 6),
    Number(kinds, "TOLD", is_told_person, 2, 1),
    Number(title_case, "LONGEST_HEADING", is_heading, 30, 31),
    Number(company, "LONGEST_WALK", is_in_list_of_places, 3, 4),
    Number(mention_kinds, "JOINED", acts, 3, 4),
    Number(own_readings, "MOST_WORDS", is_spelt_out, 10, 11),
    Number(own_readings, "BEFORE", is_read, 39, 40),
    Number(people_spans, "SHORTEST", is_worker, "Quanah Berg", "Quanah Berg Lake"),
    Number(offices, "FAR", closes_office, 7, 8),
    Number(people_spans, "FAR", follows_office, 8, 9),
    Number(people_spans, "NICKNAME", is_nickname, "The Crane", "The Old Crane"),
    Number(
        people_spans,
        "RUN",
        runs_on,
        "Ada “ Crane ” Mary Jane Quill",
        "Ada “ Crane ” Mary Jane Ann Quill",
    ),
    Number(
        people_spans,
        "NAMED_AFTER_SEAT",
        is_parted,
        "Norway Ulf Stenberg",
        "Norway Ulf Jan Ada Stenberg",
    ),
    Number(repeats, "LONGEST", is_searched_for, 8, 9),
    Number(
        signs, "LONGEST_PERSON", signs.may_be_person, "Ada van Quill", "Ada Mary Jane Quill Berg"
    ),
    Number(signs, "APPOSED", has_role, 6, 7),
    Number(signs, "LEAD", is_dateline, 3, 4),
    Number(signs, "SAME_BREATH", is_hers, 10, 11),
    Number(teams, "JOINED", plays, 3, 4),
    Number(teams, "OFTEN", is_team, 4, 5),
    Number(teams, "TELLING", tells_of_match, 3, 2),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_a_country_of_many_words_is_read_at_the_head_of_a_name() -> None:
    assert countries.read_nation("United Arab Emirates Navy") == "AE"
    assert countries.read_nation("Democratic Republic of the Congo Navy") == "CD"


def test_a_score_is_beside_a_name() -> None:
    assert teams.plays(make_candidate_of("Porto 2 - 1 Lisbon", "Porto"))
