"""Names: which spans, of which kind, naming how."""

import os
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.entities.naming.candidates import trim
from transforms.entities.naming.kinds import is_acronym
from transforms.world.countries import FORMS, find_country

EXAMPLES = 25 * int(os.environ.get("EXAMPLES", "1"))

QUILL = "Ada Quill met reporters in Lisbon on Monday. "


def test_a_name_has_no_article_and_no_possessive(analyse):
    found = analyse(
        "The United Nations said on Monday that the United States’ plan had failed, and Germany's too."
    )
    assert [name.text for name in found.names] == ["United Nations", "United States", "Germany"]


def test_a_title_is_no_part_of_a_name(analyse):
    found = analyse("President Maria Lindqvist met Dr. Peter Hallam in Oslo on Tuesday.")
    assert found.kinds() == {"Maria Lindqvist": "person", "Peter Hallam": "person", "Oslo": "place"}


def test_what_is_called_old_at_the_head_of_a_text_has_no_age(analyse):
    found = analyse("The old Halvorsen Group yard is shut. An 80-year-old Hans Quill came.")
    assert [name.text for name in found.names] == ["Halvorsen Group", "Hans Quill"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“As a New Yorker, I love the harbour,” Karl Berg said.", ["Karl Berg"]),
        ("Karl Berg ran as an Independent in May.", ["Karl Berg"]),
        ("Karl Berg showed it to The New Yorker.", ["Karl Berg", "The New Yorker"]),
        ("A New Yorker story told Karl Berg so.", ["New Yorker", "Karl Berg"]),
    ],
)
def test_one_of_many_is_no_paper(analyse, text, names):
    assert [name.text for name in analyse(text).names] == names


def test_a_name_goes_on_behind_a_short_word_between_hyphens(analyse):
    found = analyse("The Tehreek-e-Quill met. Karl Berg praised the Jamaat-ul-Norland for it.")
    names = {name.text for name in found.names}
    assert names == {"Tehreek-e-Quill", "Karl Berg", "Jamaat-ul-Norland"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lamp Federation of England and Wales met.", ["Lamp Federation of England and Wales"]),
        (
            "The Port Board of New York and New Jersey met.",
            ["Port Board of New York and New Jersey"],
        ),
        ("The Church of Norland and Halden Bank sued.", ["Church of Norland", "Halden Bank"]),
        ("England and Wales lost.", ["England", "Wales"]),
    ],
)
def test_a_body_is_of_two_places_that_go_together(analyse, text, names):
    assert [name.text for name in analyse(text).names] == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A doctor told Ruvenly that he had tried to help.", {"Ruvenly": "organisation"}),
        ("Residents told Ruvenly that the mill was shut.", {"Ruvenly": "organisation"}),
        ("Her friends told Solheim that the mill was shut.", {"Solheim": "person"}),
        ("A doctor told Ada that he had tried to help.", {"Ada": "person"}),
        (
            "Residents of Velmora, Tarran and Quillby say that they live in fear.",
            {"Tarran": "place", "Quillby": "place"},
        ),
        (
            "The mine shook the villages of Ha Tuko, Mechalin, Ha Lepallo and Ha Pitsel.",
            {"Ha Tuko": "place", "Mechalin": "place", "Ha Lepallo": "place"},
        ),
        (
            "The residents of Orrin, Karl Berg and Ada Quill among them, wept.",
            {"Orrin": "place", "Karl Berg": "person", "Ada Quill": "person"},
        ),
        (
            "Orrin Coast Guard Cmdr. Ada Quill met Orrin Police Sgt. Karl Berg.",
            {
                "Orrin Coast Guard": "organisation",
                "Ada Quill": "person",
                "Orrin Police": "organisation",
                "Karl Berg": "person",
            },
        ),
    ],
)
def test_what_people_tell_it_or_who_lives_there_or_serves_in_it_tells_a_kind(analyse, text, kinds):
    assert analyse(text).kinds() == kinds


def test_initials_are_part_of_a_name(nlp):
    doc = nlp("The author JK Harding spoke.")
    assert doc[slice(*trim(doc, 3, 4, "PERSON"))].text == "JK Harding"


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("the Ministry of Health", "ORG", "Ministry of Health"),
        ("Prime Minister Ada Quill's", "PERSON", "Ada Quill"),
        ("King", "PERSON", "King"),
        ("Novelist Ada Quill", "PERSON", "Ada Quill"),
        ("Dean Quill", "PERSON", "Dean Quill"),
        ("“ The Orrin Trust ”", "ORG", "Orrin Trust"),
        ("Panama 3", "GPE", "Panama"),
        ("Ada Quill ( left )", "PERSON", "Ada Quill"),
    ],
)
def test_what_the_model_marks_is_cut_to_the_name(nlp, words, label, expected):
    doc = nlp.make_doc(words)
    assert doc[slice(*trim(doc, 0, len(doc), label))].text == expected


def test_a_surname_is_found_wherever_it_stands(analyse):
    found = analyse(
        "Sergei Morozov spoke in Moscow on Friday.\n\nMorozov denied it.\n\nMr. Morozov's plane left at noon."
    )
    assert [name.text for name in found.names if name.kind == "person"] == [
        "Sergei Morozov",
        "Morozov",
        "Morozov",
    ]


def test_a_surname_that_is_also_a_city_is_the_person_named_in_full(analyse):
    found = analyse(
        "Valerie Paris was elected on Sunday. Paris thanked her voters. Mrs. Paris will take office in May."
    )
    assert {name.kind for name in found.names if name.text == "Paris"} == {"person"}


@pytest.mark.parametrize("outlet", ["Press TV", "RIA", "TASS", "Reuters", "Al Jazeera"])
def test_outlets_and_agencies_are_organisations(analyse, outlet):
    assert (
        analyse(
            f"{outlet} reported on Friday that the talks had ended, and {outlet} named no source."
        ).kinds()[outlet]
        == "organisation"
    )


def test_acronyms_are_organisations(analyse):
    found = analyse("NATO refused on Friday. NATO and the UN will meet again in Geneva.")
    assert [
        (name.text, name.mention_kind) for name in found.names if name.kind == "organisation"
    ] == [
        ("NATO", "acronym"),
        ("NATO", "acronym"),
        ("UN", "acronym"),
    ]


def test_a_demonym_is_a_place_and_marked(analyse):
    found = analyse(
        "Russian troops left, and the French minister said that Canadians would follow."
    )
    assert [(name.text, name.kind, name.mention_kind) for name in found.names] == [
        ("Russian", "place", "demonym"),
        ("French", "place", "demonym"),
        ("Canadians", "place", "demonym"),
    ]


def test_a_capital_that_acts_is_a_metonym_and_one_where_things_happen_is_not(analyse):
    found = analyse(
        "Moscow rejected the offer on Monday.\n\nThe delegation will arrive in Moscow on Friday."
    )
    assert [name.mention_kind for name in found.names if name.text == "Moscow"] == [
        "metonym",
        "name",
    ]


@pytest.mark.parametrize("seat", ["Kremlin", "White House", "Downing Street", "Pentagon"])
def test_a_seat_of_government_is_an_organisation(analyse, seat):
    name = next(
        name
        for name in analyse(f"The {seat} said on Monday that the talks would go on.").names
        if name.text == seat
    )
    assert (name.kind, name.mention_kind) == ("organisation", "metonym")


def test_people_who_bear_the_name_of_a_people_are_people(analyse):
    found = analyse("Finn Harding sang on Monday.\n\nThe crowd cheered for Finn.")
    assert {name.kind for name in found.names} == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "Milan Vestergaard will coach the side. Vestergaard said he would start in June.",
        "Paris Lindqvist won the race. “My legs are gone,” said Paris Lindqvist.",
        "Hosting Brandt in Oslo, Kari Solheim said yes. Elke Brandt left. Brandt said no.",
    ],
)
def test_who_speaks_by_a_surname_is_a_person_though_the_given_name_is_a_places(analyse, text):
    found = analyse(text)
    assert "organisation" not in {name.kind for name in found.names}
    assert {"Vestergaard", "Lindqvist", "Brandt"} & {
        name.text.split()[-1] for name in found.names if name.kind == "person"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Paris Match said on Monday that it would close. Match said the rent was high.",
        "Houston Airport said on Monday that it was shut.",
    ],
)
def test_what_begins_like_a_person_or_a_body_is_none_by_its_last_word(analyse, text):
    assert "person" not in analyse(text).kinds().values()


def test_a_word_that_also_names_somebody_is_no_name_where_it_is_a_word(analyse):
    found = analyse(
        "Peter Green spoke on Monday. Green energy was his theme, and Green left early."
    )
    assert [name.char_start for name in found.names if name.text == "Green"] == [
        found.article.document.text.rindex("Green")
    ]


def test_the_article_is_part_of_an_outlet_that_writes_it_large_within_a_sentence(analyse):
    found = analyse("Ada Quill told The Times on Monday that the Guardian was wrong.")
    assert [name.text for name in found.names if name.kind == "organisation"] == [
        "The Times",
        "Guardian",
    ]


def test_money_is_no_country(analyse):
    assert (
        "EUR" not in analyse("The bridge costs EUR 20 million, said Ada Quill in Lisbon.").kinds()
    )


def test_a_gulf_goes_on_to_its_end(analyse):
    assert "Gulf of Mexico" in analyse("The ship sank in the Gulf of Mexico on Monday.").kinds()


def test_names_of_the_title_have_offsets_in_the_title(analyse):
    found = analyse("Nothing was decided.", title="Ada Quill arrives in Geneva")
    assert [(name.in_title, name.char_start, name.text) for name in found.names] == [
        (True, 0, "Ada Quill"),
        (True, 21, "Geneva"),
    ]


def test_a_button_of_the_page_is_no_name(analyse):
    assert analyse(f"{QUILL}\n\nShare\n\nVideo").kinds() == {
        "Ada Quill": "person",
        "Lisbon": "place",
    }


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("NATO", True),
        ("U.N.", True),
        ("M5S", True),
        ("Tass", False),
        ("A", False),
        ("UNICEFF", False),
    ],
)
def test_acronyms_are_told_by_their_letters(form, expected):
    assert is_acronym(form) is expected


@pytest.mark.parametrize(
    ("form", "country", "kind"),
    [
        ("Kiev", "Ukraine", "capital"),
        ("Russian Federation", "Russia", "name"),
        ("Dutch", "Netherlands", "demonym"),
        ("Downing Street", "United Kingdom", "seat"),
        ("Scots", "Scotland", "demonym"),
    ],
)
def test_the_table_of_countries_knows_names_peoples_capitals_and_seats(form, country, kind):
    assert (FORMS[form].country.name, FORMS[form].kind) == (country, kind)


def test_niger_and_nigeria_are_two_countries():
    assert find_country("Nigerien") != find_country("Nigerian")


def test_every_code_of_the_table_has_two_letters_and_one_country():
    codes = {country.code: country for form in FORMS if (country := FORMS[form].country).code}
    assert all(len(code) == 2 and code.isupper() for code in codes)
    assert len(codes) == len({country.name for country in codes.values()})


WORDS = st.sampled_from(
    [
        "Ada Quill",
        "Quill",
        "Mr.",
        "Kremlin",
        "the Kremlin's",
        "NATO",
        "said",
        "Russian",
        "(",
        "\n\n",
        "“",
        ",",
        "he",
        "\u200b",
        "Élysée",
        "of",
        "and",
    ]
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=st.lists(WORDS, max_size=25))
@example(words=["Kremlin", "Kremlin", "Mr.", "Kremlin", "Kremlin", "said", "it", "was", "late."])
@example(words=["Kremlin", "Kremlin", "Kremlin", "Mr.", "Kremlin Kremlin", "said", "it was late."])
def test_every_name_is_a_slice_of_the_text_and_none_overlap(analyse, words):
    found = analyse(" ".join(words))
    text = found.article.document.text
    assert all(text[name.char_start : name.char_end] == name.text for name in found.names)
    names = list(found.names)
    assert all(one.char_end <= other.char_start for one, other in pairwise(names))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan has two parts. This is Phase I. Uta said that it was late.", "Uta"),
        ("The novelist I. Quill said that it was late.", "I. Quill"),
        ("Arizonan John Quill said that the war was lost.", "John Quill"),
        ("The Californian Ada Berg said that the war was lost.", "Ada Berg"),
        ("Muscovite Ivan Belov said that the war was lost.", "Ivan Belov"),
    ],
)
def test_a_numeral_or_a_home_before_a_name_is_no_part_of_it(text, name, analyse):
    assert analyse(text).kinds().get(name) == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The House Select Committee on Benghazi met. It rained.",
            "House Select Committee on Benghazi",
        ),
        ("She left the Council on Foreign Relations.", "Council on Foreign Relations"),
    ],
)
def test_the_name_of_a_committee_goes_on_to_what_it_sits_on(text, name, analyse):
    assert analyse(text).kinds() == {name: "organisation"}


def test_who_somebody_is_popular_among_are_many_and_no_person(analyse):
    found = analyse("She stands well among Lunitos. Lunitos will vote.")
    assert found.kinds() == {}
    found = analyse("She was seen among Ada Quill, Berg and Rook.")
    assert found.kinds()["Ada Quill"] == "person"
