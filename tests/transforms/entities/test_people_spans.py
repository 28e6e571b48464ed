"""Names of people are whole, and nothing else is in them."""

import pytest

from transforms.entities.grouping.groups import name_group
from transforms.entities.grouping.people import label_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister for Ports and Inland Waterways Greta Solheim resigned.", ["Greta Solheim"]),
        ("The Secretary of State for Education and Skills Ian Marlow resigned.", ["Ian Marlow"]),
        ("Foreign Minister of Norland Ulf Stenberg resigned.", ["Ulf Stenberg"]),
        ("The Foreign Minister of Peru Ulf Stenberg resigned.", ["Ulf Stenberg"]),
        ("The mayor of Lune Marco Duarte resigned.", ["Marco Duarte"]),
        ("The mayor of Port Lune, Anna Maria Berg, resigned.", ["Anna Maria Berg"]),
        ("A friend of Anna Maria Berg resigned.", ["Anna Maria Berg"]),
        ("Green MP Petra Osgood wrote to the port.", ["Petra Osgood"]),
        (
            "Joost van den Meer heads the dyke board. Ms van den Meer is his sister.",
            ["Joost van den Meer", "van den Meer"],
        ),
        ("Thomas “Tucker” Bellmore left the ship.", ["Thomas “Tucker” Bellmore"]),
        ("Nikolai (Kolya) Brusin left the ship.", ["Nikolai (Kolya) Brusin"]),
        ("The cook Orve “Pip” Bellmore left.", ["Orve “Pip” Bellmore"]),
        ("Justice Minister Gunnar Strand and the chief of police met.", ["Gunnar Strand"]),
        ("Datuk Seri Ingrid Solheim spoke.", ["Ingrid Solheim"]),
        ("Otto Varn Sr. said he had sold the mill.", ["Otto Varn Sr."]),
        ("Ippy Tovall, the president of the Coast Farm Union, wrote a letter.", ["Ippy Tovall"]),
        ("Shadow Home Secretary Gwen Ashby spoke.", ["Gwen Ashby"]),
        ("Minister of State for Housing Nora Quist agreed.", ["Nora Quist"]),
        ("DR HANNE MOE, a surgeon, said the ward was cold.", ["HANNE MOE"]),
        (
            "Khalid bin Rashid al-Fahim spoke. Al-Fahim said no.",
            ["Khalid bin Rashid al-Fahim", "Al-Fahim"],
        ),
        ("Frank Osterby Sr. sued. Osterby Jr. said no.", ["Frank Osterby Sr.", "Osterby Jr."]),
        ("The mayor of Bergen in Norway, Siri Aamodt, said no.", ["Siri Aamodt"]),
        ("Foreman Ivar Nygaard says the rope frays.", ["Ivar Nygaard"]),
        ("Conductor Per Aune said it was cold.", ["Per Aune"]),
        ("A Solheim victory is near. Greta Solheim was ready.", ["Solheim", "Greta Solheim"]),
        ("WPC Ingrid Solheim found the rope.", ["Ingrid Solheim"]),
        ("The envoy to Peru Ulf Stenberg resigned.", ["Ulf Stenberg"]),
        ("Ulf Stenberg, the MP for West Hull West, resigned.", ["Ulf Stenberg"]),
        ("Jean d’Aubrac rows. He said d’Aubrac would win.", ["Jean d’Aubrac", "d’Aubrac"]),
        ("Ana de los Ríos Quill said no.", ["Ana de los Ríos Quill"]),
        ("Minister for Islands and Ports Marisol Quiroga agreed.", ["Marisol Quiroga"]),
        ("Hope Lindqvist will steer the boat.", ["Hope Lindqvist"]),
        ("Zofia Lindt will steer the boat.", ["Zofia Lindt"]),
        ("Rui dos Prados rows. Dos Prados said no.", ["Rui dos Prados", "Dos Prados"]),
        ("Karl von und zu Sternau said the hall was cold.", ["Karl von und zu Sternau"]),
        ("Nuala Mac Giolla and Peter Lind met.", ["Nuala Mac Giolla", "Peter Lind"]),
        ("Baron Eric de Lannoy-Brière sold the mill.", ["Eric de Lannoy-Brière"]),
        ("Lord Justice Peterkin and Mrs Justice Clough sat.", ["Peterkin", "Clough"]),
        ("He thanked Goalkeeper Coach Iva Horn.", ["Iva Horn"]),
        (
            "When Justice Ruth Bader Ginsburg’s death created an opening, he left.",
            ["Ruth Bader Ginsburg"],
        ),
        ("Vice President of Sales Hugo Lindt signed.", ["Hugo Lindt"]),
        ("Minister for Roads and Bridges Lars Odegard resigned.", ["Lars Odegard"]),
        ("Minister for Water and Parks Oona Strand spoke.", ["Oona Strand"]),
        ("The prize went to Scotsman Calvin Harris.", ["Calvin Harris"]),
        ("The prize went to Roman Belov Lund.", ["Roman Belov Lund"]),
    ],
)
def test_titles_portfolios_particles_and_nicknames_of_people(analyse, text, names):
    assert [name.text for name in analyse(text).names if name.kind == "person"] == names


def test_a_ministry_before_a_title_in_capitals_is_a_body(analyse):
    assert analyse("Fisheries Ministry Spokesman Jonas Lindgren said so.").kinds() == {
        "Fisheries Ministry": "organisation",
        "Jonas Lindgren": "person",
    }


def test_a_firm_ends_before_the_office_that_somebody_holds_in_it(analyse):
    found = analyse("Lumo Chief Technology Officer Raj Mehta did not sign.").kinds()
    assert found == {"Lumo": "organisation", "Raj Mehta": "person"}


def test_who_has_a_spokeswoman_is_a_body_though_the_model_passes_over_it(analyse):
    found = analyse("Aldwich Foods spokeswoman Carla Mint said the bid was too low.").kinds()
    assert found == {"Aldwich Foods": "organisation", "Carla Mint": "person"}


def test_what_a_spokeswoman_is_called_beside_is_no_body(analyse):
    found = analyse("Acting Police spokeswoman Ida Gunn said no.").kinds()
    assert found == {"Ida Gunn": "person"}


def test_a_verb_of_a_headline_ends_a_name(analyse):
    found = analyse(
        "The hall was full.", title="Norwexa Meets Harbour Union in New Row Over Night Shifts"
    )
    assert not any("Meets" in name.text for name in found.names)


@pytest.mark.parametrize(
    "two",
    [
        ["Otto Varn Sr.", "Otto Varn Jr."],
        ["Otto Varn Jr", "Otto Varn"],
        ["Rikard von Stern", "Fritz von Stern"],
        ["Ada Lee Quill", "Oona Lee Quill"],
        ["Al Quill", "Tipper Quill"],
        ["Otto Varn Sr.", "Varn Jr."],
    ],
)
def test_father_and_son_and_others_of_one_surname_are_two(two):
    assert len(set(label_people(two))) == 2


@pytest.mark.parametrize(
    "same",
    [
        ["Bill Quill", "William Quill"],
        ["Carola van den Meer", "van den Meer", "Den Meer"],
        ["John Paul Quill", "Paul Quill"],
        ["Otto Varn Jr.", "Varn Jr."],
    ],
)
def test_nicknames_particles_and_second_names_are_one(same):
    assert len(set(label_people(same))) == 1


def test_initials_that_may_be_two_people_are_neither():
    assert len(set(label_people(["Jane Quill", "John Quill", "J. Quill"]))) == 3


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["IGOR SAVELENKO"], "Igor Savelenko"),
        (["GRETA J. SOLHEIM", "Greta J. Solheim"], "Greta J. Solheim"),
        (["William “Bill” Quill", "Quill"], "William Quill"),
    ],
)
def test_a_person_is_called_in_ordinary_case_and_without_the_nickname(forms, name):
    assert name_group("person", forms) == name


def test_an_honour_is_part_of_the_mention_and_not_of_the_name(analyse):
    found = analyse("The head of the council, Councillor Ada Quill MBE, spoke. Quill then left.")
    assert found.meant_by("Quill") == ["Ada Quill"]
    assert name_group("person", ["Ada Quill MBE", "Quill"]) == "Ada Quill"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rep. Nora Pell (D-Calif.) and Sen. Bo Lind, R-Ky., left Oslo.", "Nora Pell|Bo Lind|Oslo"),
        ("The vote gave Sir Keir Holm tens of thousands of letters.", "Keir Holm"),
        ("Anna Holm‘s friends left Oslo‘s harbour.", "Anna Holm|Oslo"),
        ("Ada Quill wrote to MPs and MEPs. MPs agreed with her.", "Ada Quill"),
        ("Minister Park Jong-un spoke in Oslo.", "Park Jong-un|Oslo"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it_and_no_name(analyse, text, expected):
    assert [name.text for name in analyse(text).names] == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of the Port Board Ada Quill left Oslo.", "Port Board|Ada Quill|Oslo"),
        ("Deputy chairman of the Union of Pilots Ada Quill spoke.", "Union of Pilots|Ada Quill"),
        ("The director of the Museum of Ada Quill left Oslo.", "Museum of Ada Quill|Oslo"),
        ("The chief of the Frida Holm Foundation left Oslo.", "Frida Holm Foundation|Oslo"),
    ],
)
def test_a_body_and_who_leads_it_are_two_names(analyse, text, expected):
    assert [name.text for name in analyse(text).names] == expected.split("|")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Joan Harding won. “Weak - Harding is weak,” a rival said.", "Weak - Harding"),
        (
            "Joan Harding lost. Absent Harding, the vote is open. Many were absent.",
            "Absent Harding",
        ),
        ("Joan Harding won. Team Harding is a team of six.", "Team Harding"),
        ("Joan Harding won. Will Harding run again?", "Will Harding"),
        ("Joan Harding won. Big Harding fans are big.", "Big Harding"),
    ],
)
def test_a_word_of_the_text_before_a_surname_makes_nobody(analyse, text, taken):
    found = analyse(text)
    assert taken not in found.kinds()
    assert set(found.meant_by("Harding")) <= {"Joan Harding"}


def test_given_names_titles_and_words_that_the_text_does_not_write_small_stay(analyse):
    names = analyse("Joan Harding won. Don Harding and Ammond Harding left. Don is her brother.")
    assert {"Joan Harding", "Don Harding", "Ammond Harding"} <= set(names.kinds())
