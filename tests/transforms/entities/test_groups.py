"""Which names of one article are the same person, organisation or place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.entities.grouping.bodies import label_bodies
from transforms.entities.grouping.groups import find_fullest
from transforms.entities.grouping.people import label_people
from transforms.entities.grouping.places import label_place


@pytest.mark.parametrize(
    "same",
    [
        ["Sergei Morozov", "Morozov", "Mr. Morozov"],
        ["Ada B. Quill", "Ada Quill", "Ada"],
        ["J. Harding", "Joan Harding"],
        ["Volodymyr Kravets", "KRAVETS"],
        ["José Álvarez", "Jose Alvarez"],
        ["Harding", "Joan Harding"],
        ["Peter Hallam Jr.", "Hallam"],
    ],
)
def test_these_are_one_person(same):
    assert len(set(label_people(same))) == 1


@pytest.mark.parametrize(
    "two",
    [
        ["Joan Harding", "Peter Harding"],
        ["Ada Quill", "Oona Brandt"],
        ["J. Harding", "Peter Harding"],
    ],
)
def test_these_are_two_persons(two):
    assert len(set(label_people(two))) == 2


@pytest.mark.parametrize(
    "forms",
    [
        ["Joan Harding", "Harding", "Peter Harding", "Harding"],
        ["Harding", "Joan Harding", "Peter Harding", "Harding"],
        ["Joan Harding", "Harding", "Peter Harding", "Mary Harding", "Peter Harding", "Harding"],
    ],
)
def test_a_lone_surname_is_who_went_by_it_first_whoever_is_named_later(forms):
    meant = {label_people(forms)[at] for at, form in enumerate(forms) if form == "Harding"}
    assert meant == {"joan harding"}


def test_a_lone_surname_is_who_was_named_in_full_last_where_nobody_went_by_it():
    assert label_people(["Joan Harding", "Peter Harding", "Harding"])[2] == "peter harding"


@pytest.mark.parametrize(
    ("passing", "meant"),
    [
        ("The grant dates from the years of Edwin Harding, a mayor.", "Joan Harding"),
        ("Joan Harding’s aides met Edwin Harding in Orrin.", "Joan Harding"),
        ("The hall was full. Then Edwin Harding rose.", "Edwin Harding"),
        ("Edwin Harding spoke last. Lena Quill listened.", "Joan Harding"),
    ],
)
def test_one_who_is_named_in_passing_takes_no_surname(analyse, passing, meant):
    found = analyse(
        f"Joan Harding won the vote. Harding thanked the town.\n\n{passing}\n\n"
        "Harding promised a bridge."
    )
    assert found.meant_by("Harding") == ["Joan Harding", meant]


def test_who_just_spoke_keeps_the_surname_only_as_long_as_he_goes_on(analyse):
    found = analyse(
        "Joan Harding won the vote. Harding thanked the town.\n\n"
        "Edwin Harding spoke last. Harding sang. Harding wept. Lena Quill left. Harding danced."
    )
    four = ["Joan Harding", "Edwin Harding", "Edwin Harding", "Joan Harding"]
    assert found.meant_by("Harding") == four


def test_a_title_that_one_alone_has_tells_who_is_meant(analyse):
    found = analyse(
        "Governor Joan Harding won the vote. Her father, President Edwin Harding, left in 1990.\n\n"
        "The bridge was named after President Harding. Harding was born there, Governor Harding said."
    )
    assert found.meant_by("Harding") == ["Edwin Harding", "Joan Harding", "Joan Harding"]


def test_a_man_named_in_passing_takes_nothing_that_is_called_mr(analyse):
    found = analyse(
        "Mr. Harding won the vote. Karl Harding thanked the town.\n\n"
        "The years of his brother, Otto Harding, were over.\n\nMr. Harding promised a bridge."
    )
    assert found.meant_by("Harding") == ["Karl Harding", "Karl Harding"]


def test_a_lone_surname_stays_with_the_one_whose_relative_is_named_last(analyse):
    found = analyse(
        "Council member Edwin Harding left on Monday with his wife, Joan Harding.\n\n"
        "Harding has not said why."
    )
    assert found.meant_by("Harding") == ["Edwin Harding"]


@pytest.mark.parametrize(
    ("text", "alias", "meant"),
    [
        ("Ada Quill, also known as Lumette, sings. Lumette is 43.", "Lumette", "Ada Quill"),
        ("Jax Tarrant, better known as Tarro, died. Tarro was 30.", "Tarro", "Jax Tarrant"),
        (
            "Abigail Quill, known as Jeanne Anne Tarrant, writes. Tarrant is 43.",
            "Tarrant",
            "Jeanne Anne Tarrant",
        ),
        (
            "Karl Berg is known as a friend of Ada Quill. Quill left.",
            "Quill",
            "Ada Quill",
        ),
    ],
)
def test_who_is_known_as_somebody_is_one_with_him(analyse, text, alias, meant):
    found = analyse(text)
    assert found.meant_by(alias)[-1] == meant
    assert len({found.name_of(m.referent_id) for m in found.reading.mentions}) == 1 + (
        "friend" in text
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Kerrin Harwick ran. She was raised by her mother, the late Shirin Golan Harwick.",
            "Kerrin Harwick",
        ),
        ("Owen Harwick said little. Abel Harwick is his grandfather.", "Owen Harwick"),
        ("Owen Harwick, the son of former mayor Jack Harwick, won.", "Owen Harwick"),
        ("Lena Harwick, wife of Owen Harwick, opened a shop.", "Lena Harwick"),
        ("Lena Harwick, wife of President Owen Harwick, opened a shop.", "Owen Harwick"),
        (
            "Lena Harwick, the daughter of former Vice President Owen Harwick, won. A band played.",
            "Lena Harwick",
        ),
        (
            "A band played for Lena Harwick, a niece of the late Governor Owen Harwick. It rained.",
            "Lena Harwick",
        ),
        ("Owen Harwick spoke first. Then Miles Harwick, a rival, rose.", "Miles Harwick"),
        ("Owen Harwick is a son of the town. Miles Harwick is a rival.", "Miles Harwick"),
    ],
)
def test_a_surname_is_no_relatives_whom_the_article_brings_in(analyse, text, meant):
    found = analyse(f"{text}\n\nHarwick has not said why.")
    assert found.meant_by("Harwick") == [meant]


def test_a_relative_who_alone_has_the_surname_is_meant_by_it(analyse):
    found = analyse("Peter Lund left with his wife, Joan Harding.\n\nHarding has not said why.")
    assert found.meant_by("Harding") == ["Joan Harding"]


def test_a_title_tells_which_of_two_is_meant_and_neither_where_it_fits_none(analyse):
    two = "Peter Harding met Mary Harding at the port."
    assert analyse(f"{two} Mr. Harding was late.").meant_by("Harding") == ["Peter Harding"]
    assert analyse(f"{two} Mrs. Harding was late.").meant_by("Harding") == ["Mary Harding"]
    alone = analyse("Mary Harding spoke at the port. Mr. Harding was late.")
    assert alone.meant_by("Harding") == ["Harding"]


@pytest.mark.parametrize(
    "same",
    [
        ["World Health Organization", "WHO"],
        ["Harvard University", "Harvard"],
        ["Orrin Mining Ltd", "Orrin Mining"],
        ["the Ministry of Health", "Ministry of Health", "MoH"],
        ["U.N.", "UN", "United Nations"],
        ["Orrin Post", "the Post"],
        ["Halden Street Journal", "Journal"],
        ["Halden Giants", "The Giants"],
        ["Orrin Daily Telegraph", "Telegraph"],
        ["Treasury Department", "Treasury"],
    ],
)
def test_these_are_one_organisation(same):
    assert len(set(label_bodies(same))) == 1


@pytest.mark.parametrize(
    "two",
    [
        ["United Nations", "United Nations Security Council"],
        ["Foreign Ministry", "Defence Ministry"],
        ["Orrin University", "Orrin Hospital"],
        ["Sky News", "News"],
        ["Orrin Bank", "Bank"],
        ["Police Department", "Police"],
    ],
)
def test_these_are_two_organisations(two):
    assert len(set(label_bodies(two))) == 2


def test_a_short_form_of_two_organisations_stands_for_neither():
    labels = label_bodies(["Orrin University", "Orrin Bank", "Orrin"])
    assert len(set(labels)) == 3
    assert len(set(label_bodies(["Orrin Post", "Halden Post", "Post"]))) == 3
    assert len(set(label_bodies(["Orrin Giants", "Halden Giants", "Giants"]))) == 3


@pytest.mark.parametrize(
    "same",
    [
        ["Kiev", "Kyiv"],
        ["US", "U.S.", "United States", "America", "American"],
        ["Britain", "UK", "British"],
    ],
)
def test_these_are_one_place(same):
    assert len({label_place(form) for form in same}) == 1


@pytest.mark.parametrize(
    "two",
    [
        ["Iran", "Iraq"],
        ["Niger", "Nigeria"],
        ["Moscow", "Russia"],
        ["Guinea", "Guinea-Bissau"],
        ["London", "Londonderry"],
    ],
)
def test_these_are_two_places(two):
    assert len({label_place(form) for form in two}) == 2


def test_an_initial_is_less_of_a_name_than_a_given_name():
    assert find_fullest(["M. Quill", "M. Quill", "Maria Quill"]) == "Maria Quill"
    assert find_fullest(["J. Maria Quill", "Maria Quill"]) == "J. Maria Quill"
    assert find_fullest(["Björn Åker", "Bjorn Aker"]) == "Björn Åker"


def test_the_fullest_form_has_most_words_then_most_mentions():
    assert (
        find_fullest(["Morozov", "Morozov", "Sergei Morozov", "Sergey Morozov", "Sergey Morozov"])
        == "Sergey Morozov"
    )


FORMS = st.lists(
    st.sampled_from(
        [
            "Ada Quill",
            "A. Quill",
            "Quill",
            "Oona Quill",
            "Ada",
            "Oona Brandt",
            "Brandt",
            "Ada B. Quill",
        ]
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(forms=FORMS)
def test_two_full_names_are_one_person_in_whatever_order_they_come(forms):
    full = [form for form in forms if " " in form]
    assert dict(zip(full, label_people(full), strict=True)) == dict(
        zip(full[::-1], label_people(full[::-1]), strict=True)
    )


@settings(max_examples=60, deadline=None)
@given(forms=st.lists(st.text("ABab of&.", max_size=9), max_size=8))
def test_organisations_are_grouped_in_whatever_order_they_come(forms):
    assert dict(zip(forms, label_bodies(forms), strict=True)) == dict(
        zip(forms[::-1], label_bodies(forms[::-1]), strict=True)
    )


def test_a_surname_that_is_also_a_mans_name_makes_no_man_of_a_woman(analyse):
    found = analyse("Ada Morton was late. Morton had run. Morton laughed. Then she sang.")
    assert found.meant_by("she") == ["Ada Morton"]
