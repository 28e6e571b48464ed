"""Who is who across articles: referents as articles give them, and the entities that they
become.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.keys import make_key
from transforms.linking import link
from transforms.linking.organisation import find_acronyms, read_bodies
from transforms.records import AliasKind, Correction, EntityKind, Linking, OwnEntity, Referent
from transforms.world.words import fold

WHEN = datetime(2024, 3, 1, tzinfo=UTC)


def referent(
    name: str,
    kind: EntityKind = "person",
    article: str = "",
    country: str | None = None,
    **forms: AliasKind | Sequence[str],
) -> Referent:
    """One referent; `role=["British actor"]`, `acronym=["HWU"]` are further forms."""
    article_id = article or make_key(name, kind, country, forms)
    others = tuple((form, alias_kind, 1) for alias_kind, listed in forms.items() for form in listed)
    return Referent(
        make_key("referent", article_id, kind, name),
        article_id,
        name,
        kind,
        ((name, "name", 2), *others),
        country,
    )


def people(*names: str) -> list[Referent]:
    return [referent(name, article=f"article {n}") for n, name in enumerate(names)]


def places(*names: str) -> list[Referent]:
    return [referent(name, "place", f"article {n}") for n, name in enumerate(names)]


def bodies(*names: str) -> list[Referent]:
    return [referent(name, "organisation", f"article {n}") for n, name in enumerate(names)]


def groups(referents: Sequence[Referent], linking: Linking | None = None) -> set[frozenset[str]]:
    """The names that are together."""
    linking = linking or link(referents)
    together: dict[str, set[str]] = {}
    for one in referents:
        together.setdefault(linking.entity_of[one.referent_id], set()).add(one.name)
    return set(map(frozenset, together.values()))


@pytest.mark.parametrize(
    "names",
    [
        ("Sergei Dolmatov", "Sergey Dolmatov", "Dolmatov", "S. Dolmatov"),
        ("Volodymyr Selenko", "Wladimir Zelenko", "Zelenko"),
        ("William Thornbury", "Bill Thornbury", "W. Thornbury", "William J. Thornbury"),
        ("Willard Milo Thornbury", "Milo Thornbury"),
        ("Xi Jianguo", "Xi"),
    ],
)
def test_forms_of_one_person_are_one_entity(names: tuple[str, ...]) -> None:
    assert groups(people(*names[:1] * 5, *names[1:])) == {frozenset(names)}


def test_middle_names_keep_people_apart_and_a_form_without_one_is_not_given_away() -> None:
    names = (
        "George W. Thornbury",
        "George Walter Thornbury",
        "George H. W. Thornbury",
        "George Thornbury",
    )
    assert groups(people(*names)) == {
        frozenset(names[:2]),
        frozenset(names[2:3]),
        frozenset(names[3:]),
    }


def test_a_surname_that_two_bear_is_nobodys() -> None:
    assert groups(people("Ada Thornbury", "Milo Thornbury", "Thornbury")) == {
        frozenset({name}) for name in ("Ada Thornbury", "Milo Thornbury", "Thornbury")
    }


def test_a_surname_goes_to_who_writes_it_so() -> None:
    assert groups(people(*["Ada Gray"] * 5, "Milo Grey", "Gray")) == {
        frozenset({"Ada Gray", "Gray"}),
        frozenset({"Milo Grey"}),
    }


def test_a_surname_of_somebody_hardly_written_of_wants_a_second_sign() -> None:
    full, lone = people("Ada Thornbury", "Thornbury")
    assert len(link([full, lone]).entities) == 2
    story = [
        referent(name, article=article)
        for name in ("Milo Quill", "Oona Brandt")
        for article in ("article 0", "article 1")
    ]
    days = {"article 0": 7, "article 1": 9}
    assert len(link([full, lone, *story]).entities) == 4
    assert len(link([full, lone, *story], days=days).entities) == 3


def test_a_lone_given_name_is_one_person_in_each_article() -> None:
    assert len(link(people("Tom", "Tom", *["Ada Tom"] * 5)).entities) == 3


def test_king_george_is_no_george_by_surname() -> None:
    assert len(link(people(*["Paul Quill"] * 5, "Quill III")).entities) == 2


def test_a_surname_goes_to_who_is_written_of_far_more() -> None:
    assert frozenset({"Ada Thornbury", "Thornbury"}) in groups(
        people(*["Ada Thornbury"] * 5, "Milo Thornbury", "Thornbury")
    )


def test_two_of_one_name_stay_apart_where_nation_and_role_differ() -> None:
    actor = referent("John Thornbury", article="a", role=["the British actor"])
    senator = referent("John Thornbury", article="b", role=["American senator"])
    same = referent("John Thornbury", article="c", role=["a British actor"])
    linking = link([actor, senator, same])
    assert (
        linking.entity_of[actor.referent_id]
        == linking.entity_of[same.referent_id]
        != linking.entity_of[senator.referent_id]
    )


def test_a_new_role_alone_makes_nobody_another() -> None:
    one, other = (
        referent("John Thornbury", article=role, role=[role])
        for role in ("British actor", "British minister")
    )
    assert len(link([one, other]).entities) == 1


def test_georgia_is_a_country_and_a_state() -> None:
    country, state, untold = (
        referent("Georgia", "place", f"a{code}", code) for code in ("GE", "US", None)
    )
    linking = link([country, state, untold])
    assert (
        linking.entity_of[country.referent_id]
        == linking.entity_of[untold.referent_id]
        != linking.entity_of[state.referent_id]
    )
    assert {entity.country_code for entity in linking.entities} == {"GE", "US"}
    assert [entity.country_code for entity in link([state]).entities] == ["US"]


def test_places_go_by_the_alias_table_never_by_likeness() -> None:
    assert groups(
        places(
            "Kiev",
            "Kyiv",
            "Holland",
            "Netherlands",
            "Iran",
            "Iraq",
            "Moscow",
            "Moscow, Idaho",
            "Moscow, Russia",
        )
    ) == {
        frozenset({"Kiev", "Kyiv"}),
        frozenset({"Holland", "Netherlands"}),
        frozenset({"Iran"}),
        frozenset({"Iraq"}),
        frozenset({"Moscow", "Moscow, Russia"}),
        frozenset({"Moscow, Idaho"}),
    }


def test_the_nation_that_a_name_begins_with_may_have_no_letter() -> None:
    for name, acronyms in {
        "Norwegian Rail Board": {"nrb", "rb"},
        "Harbour Rail Board": {"hrb"},
        "Board of the Harbour": {"bh", "both"},
        "Of the": {"ot"},
    }.items():
        assert find_acronyms(name) == acronyms, name


def test_initials_alone_join_no_acronym_to_a_body() -> None:
    assert groups(bodies("Harbour Workers Union", "HWU", "the Harbour Workers' Union")) == {
        frozenset({"Harbour Workers Union", "the Harbour Workers' Union"}),
        frozenset({"HWU"}),
    }


def test_an_acronym_is_the_body_that_several_articles_state_and_none_another_of() -> None:
    stated = [
        referent("Workers of the Harbour", "organisation", article, acronym=["HWU"])
        for article in "abde"
    ]
    referents = [*stated, *bodies("HWU", "Highland Wool Union")]
    assert frozenset({"Workers of the Harbour", "HWU"}) in groups(referents)
    assert frozenset({"HWU"}) in groups([*stated[:1], *bodies("HWU")])
    assert frozenset({"HWU"}) in groups(
        [*referents, referent("Highland Wool Union", "organisation", "c", acronym=["HWU"])]
    )


def test_the_table_knows_the_acronyms_that_everybody_knows() -> None:
    assert groups(bodies("NATO", "North Atlantic Treaty Organisation")) == {
        frozenset({"NATO", "North Atlantic Treaty Organisation"})
    }


def test_what_the_press_of_the_world_calls_by_its_initials_is_known_with_its_country() -> None:
    (entity,) = link(bodies("ANC", "African National Congress")).entities
    assert (entity.name, entity.country_code, entity.country_evidence) == (
        "African National Congress",
        "ZA",
        "table of bodies",
    )
    (other,) = link(
        bodies("OECD", "Organization for Economic Cooperation and Development")
    ).entities
    assert other.country_code is None


def test_no_acronym_is_two_bodies() -> None:
    forms = Counter(
        fold(form) for row in read_bodies() for form in {fold(form): form for form in row}.values()
    )
    assert [form for form, count in forms.items() if count > 1] == []


def test_the_house_of_an_article_on_congress_is_the_house_of_representatives() -> None:
    names = ("House", "House of Representatives", "U.S. House")
    houses = [
        referent(name, "organisation", f"a{n}", "US" if name == "House" else None)
        for n, name in enumerate(names)
    ]
    assert len(link(houses).entities) == 1
    assert len(link([*houses, referent("House", "organisation", "b")]).entities) == 2


@pytest.mark.parametrize(
    "name",
    [
        *("Foreign Ministry", "Education", "Voice", "the Post", "U.S. Embassy"),
        *("U.S. Court of Appeals", "1st Congressional District"),
    ],
)
def test_a_body_that_every_nation_has_is_each_articles_own_where_no_nation_is_told(
    name: str,
) -> None:
    assert len(link(bodies(name, name)).entities) == 2


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Anna Weskell", "Veskel"), 2),
        (("Veskel", "Weskell"), 2),
        (("Anna Weskell",) * 5 + ("Weskell",), 1),
    ],
)
def test_a_lone_name_of_the_same_sound_is_nobody_without_a_second_sign(
    names: tuple[str, ...], count: int
) -> None:
    assert len(link(people(*names)).entities) == count


def test_a_lone_name_of_the_same_sound_is_who_has_the_same_country_or_role() -> None:
    minister = replace(referent("Taras Volenko", country="UA"), roles=("energy minister",))
    assert len(link([minister, referent("Wolenko", country="UA")]).entities) == 1
    assert (
        len(link([minister, replace(referent("Wolenko"), roles=("energy minister",))]).entities)
        == 1
    )
    assert len(link([minister, referent("Wolenko", country="FR")]).entities) == 2
    chief, other = (replace(one, roles=("chief",)) for one in (minister, referent("Wolenko")))
    assert len(link([replace(chief, country_code=None), other]).entities) == 2


def test_father_and_son_are_two_unless_they_have_a_role_in_common_and_no_article_knows_both() -> (
    None
):
    father, son = referent("Ronald Krampe", article="a"), referent("Ronald Krampe Jr", article="a")
    assert len(link([father, son]).entities) == 2
    assert len(link([replace(father, article_id="b"), son]).entities) == 2
    mayor, other = replace(father, article_id="b", roles=("mayor",)), replace(son, roles=("mayor",))
    assert len(link([mayor, other]).entities) == 1


def test_an_initial_before_a_full_name_wants_who_is_called_so() -> None:
    initial = referent("A. Barry Quill", article="a")
    assert len(link([initial, referent("Ayn Quill", article="b")]).entities) == 2
    assert len(link([initial, referent("Arthur Barry Quill", article="b")]).entities) == 1


def test_an_initial_wants_somebody_well_known_or_of_the_same_role() -> None:
    coach = replace(referent("A. Quill", article="a"), roles=("coach",))
    adas = [referent("Ada Quill", article=f"b{n}") for n in range(5)]
    assert len(link([coach, *adas[1:]]).entities) == 2
    assert len(link([coach, *adas]).entities) == 1
    assert len(link([coach, replace(adas[0], roles=("head coach",))]).entities) == 1


def test_who_has_another_role_is_nobody_for_a_nickname_and_a_common_surname_wants_a_sign() -> None:
    lawyer, organiser, other = (
        replace(referent(name, article=role), roles=(role,))
        for name, role in (
            ("William Thornbury", "lawyer"),
            ("Bill Thornbury", "organiser"),
            ("Bill Thornbury", "star lawyer"),
        )
    )
    assert len(link([lawyer, organiser]).entities) == 2
    assert len(link([lawyer, replace(organiser, roles=())]).entities) == 1
    namesakes = people("Ada Thornbury", "Cy Thornbury", "Oona Thornbury")
    assert len(link([lawyer, organiser, *namesakes]).entities) == 5
    assert len(link([lawyer, other, *namesakes]).entities) == 4
    many = [referent("William Thornbury", article=f"c{n}") for n in range(5)]
    assert len(link([*many, referent("Bill Thornbury"), *namesakes]).entities) == 4


def test_who_goes_by_a_second_name_writes_it_so() -> None:
    names = ("Willard Mitt Thornbury", "Mitt Thornbury")
    assert len(link(people(*names)).entities) == 1
    assert len(link(people("Michael Patrick Thornbury", "Pat Thornbury")).entities) == 2


def test_a_prime_minister_and_a_footballer_of_one_name_are_two_however_often_one_is_written_of() -> (
    None
):
    minister = [
        replace(referent("John Thornbury", article=f"a{n}"), roles=("prime minister",))
        for n in range(9)
    ]
    goalkeeper = replace(referent("John Thornbury", article="b"), roles=("goalkeeper",))
    assert len(link([*minister, goalkeeper]).entities) == 2


def test_a_well_known_surname_is_nobody_of_a_role_that_only_one_article_tells() -> None:
    singers = [referent("Mona Thornbury", article=f"a{n}") for n in range(5)]
    king = referent("Thornbury", article="b")
    assert len(link([*singers, king]).entities) == 1
    assert len(link([*singers, replace(king, roles=("Persian king",))]).entities) == 2


def test_a_surname_is_nobody_of_another_country() -> None:
    assert (
        len(
            link(
                [
                    referent("Ada Thornbury", country="GB"),
                    referent("Thornbury", article="b", country="US"),
                ]
            ).entities
        )
        == 2
    )


def test_every_join_says_what_it_rests_on_and_how_sure_it_is() -> None:
    referents = people(
        *["Sergei Dolmatov"] * 4, "Sergey Dolmatow", "S. Dolmatov", "Dolmatov", "Milo Quill"
    )
    joins = link([*referents, *bodies("NATO", "North Atlantic Treaty Organization")]).joins
    assert {(join.name, join.evidence, join.article_count) for join in joins} == {
        ("Sergei Dolmatov", "the same name", 4),
        ("Sergey Dolmatow", "another spelling, of the same sound", 1),
        ("S. Dolmatov", "initial and surname", 1),
        ("Dolmatov", "surname of the one who writes it so", 1),
        ("NATO", "the same name", 1),
        ("North Atlantic Treaty Organization", "table of known names", 1),
    }
    scores = {join.name: join.score for join in joins}
    assert scores["S. Dolmatov"] < scores["Dolmatov"] < scores["Sergei Dolmatov"] <= 1


def test_a_body_that_every_nation_has_goes_by_the_nation_that_the_article_gives() -> None:
    referents = [
        referent("Foreign Ministry", "organisation", f"a{code}", code) for code in ("FR", "PE")
    ]
    linking = link([*referents, referent("French Foreign Ministry", "organisation", "b")])
    assert len(linking.entities) == 2


@pytest.mark.parametrize(
    ("one", "code", "other"),
    [
        ("Supreme Court", "US", "Supreme Court of the United States"),
        ("Senate", "US", "U.S. Senate"),
        ("Treasury", "US", "Department of the Treasury"),
        ("Transport Ministry", "RU", "Russian Ministry of Transport"),
        ("Labour Party", "GB", "Labour Party"),
        ("United States Geological Society", None, "US Geological Society"),
    ],
)
def test_what_every_nation_has_is_that_of_the_nation_that_the_article_tells(
    one: str, code: str | None, other: str
) -> None:
    referents = [referent(one, "organisation", "a", code), referent(other, "organisation", "b")]
    assert len(link(referents).entities) == 1


@pytest.mark.parametrize(
    ("one", "code", "other"),
    [
        ("Supreme Court", "IN", "Supreme Court of the United States"),
        ("Labour Party", "NL", "Labour Party"),
        ("House of Representatives", "AU", "U.S. House of Representatives"),
    ],
)
def test_what_a_table_knows_of_one_nation_is_not_anothers(one: str, code: str, other: str) -> None:
    referents = [referent(one, "organisation", "a", code), referent(other, "organisation", "b")]
    assert len(link(referents).entities) == 2


def test_a_body_that_is_also_named_with_its_place_is_one() -> None:
    names = ("Halvorsen Group", "Halvorsen Group of Oslo", "the Halvorsen Group of Norway")
    assert groups(bodies(*names)) == {frozenset(names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of America", "U.S. Bank"),
        ("Disney+", "Disney"),
        ("Church", "Church"),
        ("Health Department", "Department of Health"),
        ("Bank of England", "Bank"),
        ("Church of Norway", "Church"),
        ("Medical University of Vienna", "Medical University"),
        ("Communist Party of Peru", "Communist Party"),
        ("The Times of India", "The Times"),
        ("Quarry Friends of Progress", "Quarry Friends"),  # no place
    ],
)
def test_what_is_named_by_its_place_keeps_it(one: str, other: str) -> None:
    assert len(link(bodies(one, other)).entities) == 2


def test_bodies_of_one_name_in_two_places_are_two() -> None:
    assert (
        len(
            link(
                bodies("Quarry Friends", "Quarry Friends of Oslo", "Quarry Friends of Porto")
            ).entities
        )
        == 3
    )


def test_aliases_are_counted_and_say_what_they_are() -> None:
    referents = [
        *people(*["Ada Thornbury"] * 5, "Thornbury"),
        referent("Kiev", "place", demonym=["Kyivan"]),
        *bodies("North Atlantic Treaty Organization", "NATO"),
    ]
    linking = link(referents)
    names = {entity.entity_id: entity.name for entity in linking.entities}
    assert {
        (names[alias.entity_id], alias.alias, alias.alias_kind, alias.mention_count)
        for alias in linking.aliases
    } == {
        ("Ada Thornbury", "Ada Thornbury", "name", 10),
        ("Ada Thornbury", "Thornbury", "surname", 2),
        ("Kyiv", "Kiev", "spelling", 2),
        ("Kyiv", "Kyivan", "demonym", 1),
        ("NATO", "NATO", "name", 2),
        ("NATO", "North Atlantic Treaty Organization", "spelling", 2),
    }


def test_ids_stay_when_more_spellings_and_articles_come() -> None:
    first = people("Sergei Dolmatov", "Ada Thornbury")
    more = [
        *first,
        *people(
            "Sergei Dolmatov", "Ada Thornbury", "Serhii Dolmatov", "Dolmatov", "Ada M. Thornbury"
        )[2:],
    ]
    before, after = link(first), link(more)
    assert all(
        after.entity_of[one.referent_id] == before.entity_of[one.referent_id] for one in first
    )


def test_a_kind_that_nearly_no_article_gives_a_name_is_a_mistake() -> None:
    referents = [referent("Ada Thornbury", "person", f"article {n}") for n in range(4)]
    (entity,) = link([*referents, referent("Ada Thornbury", "organisation")]).entities
    assert entity.kind == "person"
    assert len(link([*referents[:3], referent("Ada Thornbury", "organisation")]).entities) == 2


def test_a_lone_word_may_be_of_several_kinds() -> None:
    assert (
        len(
            link(
                [
                    *(referent("Jordan", "place", f"article {n}") for n in range(8)),
                    referent("Jordan", "person"),
                ]
            ).entities
        )
        == 2
    )


def test_no_referents_are_no_entities() -> None:
    assert link([]) == Linking((), (), {})


# ---- the user's own list and corrections ---------------------------------------------------------

OWN = OwnEntity(
    "p1", "Ada Thornbury-Vale", "person", ("Ada Thornbury", "The Voice of Porto"), "Q000"
)


def test_the_own_list_wins_and_takes_the_other_forms_along() -> None:
    names = ("Ada Thornbury", "A. Thornbury", "The Voice of Porto", "Milo Quill")
    referents = people(*names[:1] * 5, *names[1:])
    linking = link(referents, own_list=[OWN])
    assert groups(referents, linking) == {
        frozenset({"Ada Thornbury", "A. Thornbury", "The Voice of Porto"}),
        frozenset({"Milo Quill"}),
    }
    assert ("Ada Thornbury-Vale", "Q000") in {
        (entity.name, entity.wikidata_id) for entity in linking.entities
    }


def test_two_entities_of_the_own_list_part_what_the_rules_had_joined() -> None:
    listed = [
        OwnEntity("a", "Sergei Dolmatov", "person"),
        OwnEntity("b", "Serhii Dolmatov", "person"),
    ]
    assert len(link(people("Sergei Dolmatov", "Serhii Dolmatov"), own_list=listed).entities) == 2


def correct(
    linking: Linking,
    action: str,
    name: str,
    others: Sequence[str] = (),
    seconds: int = 0,
    **how: object,
) -> Correction:
    """A correction of the entity called `name` as a person would write it."""
    by_name = {entity.name: entity for entity in linking.entities}
    entity = by_name[name]
    return Correction(
        correction_id=make_key("correction", action, name, seconds),
        action=action,
        entity_id=entity.entity_id,
        name=entity.name,
        kind=entity.kind,
        made_at=WHEN.replace(second=seconds),
        made_by="ida",
        reason="known",
        other_ids=tuple(by_name[other].entity_id for other in others),
        other_names=tuple(others),
        **how,
    )


NAMES = people("Ada Thornbury", "Milo Quill", "Ada Quill", "Quayside")


def test_a_merge_keeps_the_id_and_the_name_of_the_first() -> None:
    before = link(NAMES)
    merged = link(NAMES, corrections=[correct(before, "merge", "Ada Thornbury", ["Ada Quill"])])
    assert merged.entity_of[NAMES[2].referent_id] == before.entity_of[NAMES[0].referent_id]
    assert {entity.name for entity in merged.entities} == {
        "Ada Thornbury",
        "Milo Quill",
        "Quayside",
    }


def test_merging_twice_is_merging_once_in_either_direction() -> None:
    before = link(NAMES)
    once = correct(before, "merge", "Ada Thornbury", ["Ada Quill"])
    back = correct(before, "merge", "Ada Quill", ["Ada Thornbury"], seconds=1)
    assert (
        link(NAMES, corrections=[once, replace(once, correction_id="again")])
        == link(NAMES, corrections=[once, back])
        == link(NAMES, corrections=[once])
    )


def test_an_undone_correction_changes_nothing() -> None:
    before = link(NAMES)
    undone = replace(correct(before, "merge", "Ada Thornbury", ["Ada Quill"]), undone_at=WHEN)
    assert link(NAMES, corrections=[undone]) == before


def test_a_correction_finds_its_entity_by_name_when_the_id_is_gone() -> None:
    lost = replace(
        correct(link(NAMES), "merge", "Ada Thornbury", ["Ada Quill"]),
        entity_id="gone",
        other_ids=("gone too",),
    )
    assert frozenset({"Ada Thornbury", "Ada Quill"}) in groups(
        NAMES, link(NAMES, corrections=[lost])
    )


def test_a_split_parts_by_article_or_by_name() -> None:
    referents = [
        replace(referent(name, article=article), roles=("mayor",))
        for name, article in (("Ada Thornbury", "a"), ("Ada Thornbury", "b"), ("A. Thornbury", "c"))
    ]
    before = link(referents)
    assert len(before.entities) == 1
    by_article = link(
        referents, corrections=[correct(before, "split", "Ada Thornbury", article_ids=("b",))]
    )
    assert len({by_article.entity_of[one.referent_id] for one in referents}) == 2
    assert (
        by_article.entity_of[referents[0].referent_id] == before.entity_of[referents[0].referent_id]
    )
    by_name = link(
        referents, corrections=[correct(before, "split", "Ada Thornbury", names=("A. Thornbury",))]
    )
    assert frozenset({"A. Thornbury"}) in groups(referents, by_name)


def test_a_retype_joins_what_has_the_name_there() -> None:
    referents = [*NAMES, referent("Quayside", "organisation")]
    retyped = link(
        referents, corrections=[correct(link(NAMES), "retype", "Quayside", new_kind="organisation")]
    )
    assert [entity.kind for entity in retyped.entities if entity.name == "Quayside"] == [
        "organisation"
    ]


def test_a_retype_can_be_taken_back_by_a_later_one() -> None:
    first = correct(link(NAMES), "retype", "Quayside", new_kind="organisation")
    back = replace(
        first,
        correction_id="back",
        kind="organisation",
        new_kind="person",
        made_at=WHEN.replace(second=1),
    )
    assert link(NAMES, corrections=[back, first]) == link(NAMES)


def test_a_rename_is_seen_by_later_corrections() -> None:
    before = link(NAMES)
    renamed = correct(before, "rename", "Ada Thornbury", new_name="Ada Vale")
    merge = replace(
        correct(before, "merge", "Milo Quill", ["Ada Quill"], seconds=1),
        other_ids=("gone",),
        other_names=("Ada Vale",),
    )
    assert frozenset({"Ada Thornbury", "Milo Quill"}) in groups(
        NAMES, link(NAMES, corrections=[merge, renamed])
    )


# ---- whatever the order --------------------------------------------------------------------------

NAMES_OF_ALL_SORTS = (
    *(
        "Ada Thornbury",
        "A. Thornbury",
        "Thornbury",
        "Ada M. Thornbury",
        "Ada B. Thornbury",
        "Milo Thornbury",
        "Thornbury, Ada",
    ),
    *("Xi Jianguo", "Xi", "Kiev", "Kyiv", "Georgia", "HWU", "Harbour Workers Union", "U.N."),
    *("", "  ", "Dr.", "al-", "Jr.", "The"),
)
REFERENTS = st.lists(
    st.builds(
        lambda name, kind, article, code, role: referent(
            name, kind, f"article {article}", code, role=role
        ),
        st.sampled_from(NAMES_OF_ALL_SORTS),
        st.sampled_from(["person", "organisation", "place"]),
        st.integers(0, 9),
        st.sampled_from([None, "US", "GE"]),
        st.sampled_from([[], ["British actor"], ["American senator"]]),
    ),
    max_size=14,
    unique_by=lambda one: one.referent_id,
)


@settings(deadline=None, max_examples=80)
@given(REFERENTS, st.randoms(use_true_random=False))
def test_the_order_of_referents_does_not_matter_and_each_gets_one_entity(
    referents: list[Referent], chance: Random
) -> None:
    linking = link(referents)
    shuffled = list(referents)
    chance.shuffle(shuffled)
    assert link(shuffled) == linking
    assert set(linking.entity_of) == {one.referent_id for one in referents}
    assert (
        set(linking.entity_of.values())
        == {entity.entity_id for entity in linking.entities}
        == {alias.entity_id for alias in linking.aliases}
    )
    assert len({entity.entity_id for entity in linking.entities}) == len(linking.entities)
