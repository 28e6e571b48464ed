"""Titles in title case: what the text names is named there, and little else."""

import pytest

TEXT = (
    "Ruth Halden, the mayor, told the Port Board on Monday that she would not pay. "
    "Halden spoke in Lisbon after a vote in the Senate. The White House said nothing."
)


def name_title(analyse, title, text=TEXT):
    return [(name.text, name.kind) for name in analyse(text, title=title).names if name.in_title]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("After Storm Disaster, Halden Expresses Outrage", [("Halden", "person")]),
        ("Ruth Halden Rebukes Builders for Late Piers", [("Ruth Halden", "person")]),
        ("Port Board Set to Override Mayor Again", [("Port Board", "organisation")]),
        ("Halden Port Board Meeting: Grasping For Solutions", ["Halden", "Port Board"]),
        ("Halden Offers Temporary Help to Dreamers in Exchange for Votes", [("Halden", "person")]),
        ("Lisbon Crowds Mourn Lost Familiar Places", [("Lisbon", "place")]),
        ("White House Plays Down Night Port Program", [("White House", "organisation")]),
        ("Norway Declares Urgent Need To Fund Piers", [("Norway", "place")]),
    ],
)
def test_a_title_in_title_case_names_what_the_text_names(analyse, title, expected):
    found = name_title(analyse, title)
    assert found == expected or [text for text, _ in found] == expected


def test_what_only_a_headline_has_is_no_name_but_for_a_full_name_and_a_body(analyse):
    assert name_title(analyse, "Nightclub Massacre Shocks Quiet Old Towns") == []
    assert ("Anna Lind", "person") in name_title(analyse, "Anna Lind Joins Long Talks Over Pier")
    found = name_title(analyse, "Westmark Council Closes Three Old Schools")
    assert found == [("Westmark Council", "organisation")]


def test_a_full_name_stands_in_a_headline_where_the_text_has_the_surname(analyse):
    text = "Mr. Pedersen and Mr. Lind met in Lisbon on Monday. Pedersen said little."
    found = name_title(analyse, "Anna Pedersen Meets Builders Over Night Shifts", text)
    assert found == [("Anna Pedersen", "person")]
    assert ("ANNA LIND", "person") in name_title(analyse, "ANNA LIND MEETS ANGRY BUILDERS", text)


def test_a_verb_with_a_capital_is_nobody_of_that_name(analyse):
    text = "Anders Mark and Ruth Halden met in Lisbon. Halden and Mark said little."
    names = name_title(analyse, "Towns To Mark Anniversary With Ruth Halden", text)
    assert ("Mark", "person") not in names


def test_a_headline_between_the_paragraphs_names_what_the_text_names(analyse):
    text = f"{TEXT}\n\nHalden Camp Asserts Right to Use Old Songs at Rally\n\nThe vote is near."
    named = [name.text for name in analyse(text).names]
    assert "Halden Camp Asserts" not in named and named.count("Halden") == 2


def test_a_headline_that_ends_in_a_stop_names_what_the_text_names(analyse):
    found = analyse(f"Halden Campaign Wants A Northern Port Chair.\n\n{TEXT}")
    assert {name.text for name in found.names} == {
        "Halden",
        "Ruth Halden",
        "Port Board",
        "Lisbon",
        "Senate",
        "White House",
    }


def test_a_list_of_names_is_no_headline(analyse):
    text = f"{TEXT}\n\nGuests: Jorun Pedersen, Oskar Lind, Mette Solberg"
    assert {"Jorun Pedersen", "Oskar Lind", "Mette Solberg"} <= analyse(text).kinds().keys()


def test_a_title_in_plain_case_is_read_as_any_sentence(analyse):
    assert name_title(analyse, "Mayor of Westmark to meet Jorun Pedersen today") == [
        ("Westmark", "place"),
        ("Jorun Pedersen", "person"),
    ]
