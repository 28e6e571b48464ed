"""Of which kind a name is: what the article says of it goes before what the model takes it for."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from transforms.entities.naming.candidates import Candidate, find_candidates
from transforms.entities.naming.kinds import vote_on_kinds
from transforms.entities.naming.own_readings import find_own_readings
from transforms.entities.naming.repeats import find_unmarked
from transforms.entities.naming.signs import (
    has_age,
    has_role,
    is_dateline,
    is_inside,
    is_team,
    is_vessel,
    is_who,
    may_be_person,
)
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.tokens import read_doc


def mark(nlp: Language, text: str, label: str, *names: str) -> Parse:
    """A parse of paragraphs in which the model takes nothing but these names, and them for this."""
    return Parse(
        None, tuple(mark_paragraph(nlp(piece), label, names) for piece in text.split("\n\n"))
    )


def mark_paragraph(doc: Doc, label: str, names: Sequence[str]) -> Paragraph:
    places = [
        (at, at + len(name))
        for name in names
        for at in range(len(doc.text))
        if doc.text.startswith(name, at)
    ]
    spans = [
        doc.char_span(start, end, label=label)
        for start, end in sorted(places, key=lambda place: place[0] - place[1])
    ]
    taken: list[Span] = []
    for span in spans:
        if span is not None and not any(
            span.start < other.end and other.start < span.end for other in taken
        ):
            taken.append(span)
    doc.ents = tuple(taken)
    return Paragraph(0, read_doc(doc))


def kind_of(nlp: Language, text: str, label: str, *names: str) -> str | None:
    """What the first of the names is, where the model takes them all for the same wrong thing."""
    return vote_on_kinds(find_candidates(mark(nlp, text, label, *names)), text).get(names[0])


def candidate_of(nlp: Language, text: str, label: str, name: str) -> Candidate:
    return find_candidates(mark(nlp, text, label, name))[0]


@pytest.mark.parametrize(
    ("text", "label", "name", "kind"),
    [
        (
            "The Skerry ferry was late. Passengers of the Skerry ferry waited.",
            "PERSON",
            "Skerry",
            "place",
        ),
        ("Snow closed the Brenner pass on Friday.", "PERSON", "Brenner", "place"),
        ("Ships left the Halden estuary.", "PERSON", "Halden", "place"),
        ("Norplan ASA hired a clerk.", "PERSON", "Norplan ASA", "organisation"),
        ("Eva Holm Oyj hired a clerk.", "PERSON", "Eva Holm Oyj", "organisation"),
        ("Rosa Conti S.p.A. hired a clerk.", "PERSON", "Rosa Conti S.p.A.", "organisation"),
        ("PRAGUE: The mines will close.", "ORG", "PRAGUE", "place"),
        ("ULAN (Wire) - The mines will close.", "GPE", "ULAN", "place"),
        ("Mines near PRAGUE will close.", "ORG", "PRAGUE", "place"),
        ("The RTA said no. Buses in the RTA are old.", "GPE", "RTA", "organisation"),
        ("Buses near the RTA are old.", "GPE", "RTA", None),
        ("Talks in the UAE ended.", "GPE", "UAE", "place"),
        ("Talks in NYC ended.", "GPE", "NYC", "place"),
        ("The film ’s Cat was shown.", "PERSON", "’s Cat", None),
        ("They beat the New York Yankees there.", "GPE", "New York Yankees", "organisation"),
        ("It stood in the Bergen Star there.", "PERSON", "Bergen Star", "organisation"),
        ("It was sold to Marco Villa there.", "PERSON", "Marco Villa", "person"),
        ("It was drawn in North Carolina there.", "ORG", "North Carolina", "place"),
        ("The shipbuilder Hareid Yards hired ten.", "PERSON", "Hareid Yards", "organisation"),
        ("The broadcaster Ingrid Berg hired ten.", "PERSON", "Ingrid Berg", "person"),
        ("They met in the ferry town Van Orrin then.", "PERSON", "Van Orrin", "place"),
        ("They met atop Mauna Orrin then.", "PERSON", "Mauna Orrin", "place"),
        ("She ran in the Adidas Adizero then.", "PERSON", "Adidas Adizero", None),
        ("She worked for Karl Adidas then.", "PERSON", "Karl Adidas", "person"),
        ("She bought the Brewmaster Deluxe then.", "ORG", "Brewmaster Deluxe", None),
        ("She bought the Brewmaster 300 then.", "ORG", "Brewmaster 300", None),
        ("She spoke for Teamsters Local 90 then.", "ORG", "Teamsters Local 90", "organisation"),
        ("She sold her iPad Pro then.", "ORG", "iPad Pro", None),
        ("She has MacBooks now.", "ORG", "MacBooks", None),
        ("She has Apple AirPods now.", "ORG", "Apple AirPods", None),
        ("She is a V.I.P. now.", "ORG", "V.I.P.", None),
        ("She drove a RAV4 Hybrid now.", "PERSON", "RAV4 Hybrid", None),
        ("She studied National Socialism now.", "ORG", "National Socialism", None),
        ("It is larger than the planet Mercury now.", "ORG", "Mercury", None),
        ("The model takes Kyiv for somebody now.", "PERSON", "Kyiv", "place"),
        ("BAAR, Switzerland. The firm hired ten.", "ORG", "BAAR", "place"),
        ("She sang “The Salt Garden.”", "ORG", "Salt Garden", None),
        ("She called the Salt Garden “old.”", "ORG", "Salt Garden", "organisation"),
        ("Information Technology minister Berg spoke.", "ORG", "Information Technology", None),
        ("She spoke of Quillism now.", "GPE", "Quillism", None),
        ("She bought a Samsung 4K Smart now.", "ORG", "Samsung 4K Smart", None),
        ("She works for FedEx now.", "GPE", "FedEx", "organisation"),
        ("She met the Lakers now.", "PERSON", "Lakers", "organisation"),
        ("It was split at Jr. then.", "PERSON", "Jr.", None),
        ("She lost to Botic van de Quill then.", "ORG", "Botic van de Quill", "person"),
        ("Karl Tays, 32, of Franklin was held.", "ORG", "Franklin", "place"),
        ("She lost all of Franklin then.", "ORG", "Franklin", "organisation"),
        ("Shares of Alba Nord rose.", "PERSON", "Alba Nord", "organisation"),
        ("He sold Alba Nord shares then.", "PERSON", "Alba Nord", "organisation"),
        ("She has a stake in Alba Nord.", "PERSON", "Alba Nord", "organisation"),
    ],
)
def test_what_is_called_after_a_place_a_company_and_an_acronym_are_told_by_their_words(
    nlp, text, label, name, kind
):
    assert kind_of(nlp, text, label, name) == kind


@pytest.mark.parametrize("label", ["ORG", "GPE"])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The key was kept by Orfhlaith Lacey, the harbour master, until noon.",
            ["Orfhlaith Lacey"],
        ),
        ("The harbour master, Orfhlaith Lacey, kept the key.", ["Orfhlaith Lacey"]),
        ("They gave the key to harbour master Orfhlaith Lacey on Monday.", ["Orfhlaith Lacey"]),
        ("The town has thanked Świętosz Sroka, 43, for the boat.", ["Świętosz Sroka"]),
        ("Świętosz Sroka (43) rowed the boat.", ["Świętosz Sroka"]),
        ("They thanked 43-year-old Świętosz Sroka for it.", ["Świętosz Sroka"]),
        (
            "Hrafnkatla Hallsdóttir packed her first box of herring at 17.",
            ["Hrafnkatla Hallsdóttir"],
        ),
        ("The prize went to Ogechukwu Okoro, who teaches at the school.", ["Ogechukwu Okoro"]),
        (
            "Meetings are led by Nguyet Tran.\n\nMs Tran said that the doors were open.",
            ["Nguyet Tran", "Tran"],
        ),
        ("Mr. Tran opened the doors.", ["Tran"]),
    ],
)
def test_a_person_whose_name_the_model_does_not_know_is_told_by_what_is_said_of_her(
    nlp, text, names, label
):
    assert kind_of(nlp, text, label, *names) == "person"


def test_a_chair_named_behind_her_board_is_a_person_and_a_city_behind_a_council_is_none(nlp):
    assert (
        kind_of(
            nlp,
            "The chair of the Corvane Dairy Growers, Orfhlaith Lacey, kept the key.",
            "ORG",
            "Orfhlaith Lacey",
        )
        == "person"
    )
    assert (
        kind_of(
            nlp,
            "The chair of the council of Corvane, North Orrin, kept the key.",
            "GPE",
            "North Orrin",
        )
        == "place"
    )


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A dairy in the town of Corvane will close.", "Corvane"),
        ("He grew up in the village of Corvane.", "Corvane"),
        ("ORRINGEN, Dec. 3 - The harbour was closed on Monday.", "ORRINGEN"),
        ("ORRINGEN (Wire) — The harbour was closed on Monday.", "ORRINGEN"),
        ("The storm crossed County Corvane at night.", "Corvane"),
    ],
)
def test_a_place_that_the_model_takes_for_something_else_is_told_by_what_it_is_called(
    nlp, text, name, label
):
    assert kind_of(nlp, text, label, name) == "place"


def test_where_things_mostly_are_is_a_place(nlp):
    text = "The plant in Corvane closed. Nobody in Corvane was told. Corvane was quiet."
    assert kind_of(nlp, text, "PERSON", "Corvane") == "place"


def test_where_a_driver_is_from_is_a_place(nlp):
    text = "A lorry driver from Corvane slept. Shops in Corvane were closed."
    assert kind_of(nlp, text, "PERSON", "Corvane") == "place"


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE"])
@pytest.mark.parametrize(
    "text",
    [
        "The ferry Solveig ran aground at night.",
        "All those aboard the Solveig were saved.",
        "The crew of HMS Solveig came home.",
        "The Solveig sank.\n\nDivers searched the tanker Solveig for days.",
    ],
)
def test_a_ship_is_neither_person_nor_place(nlp, text, label):
    assert kind_of(nlp, text, label, "Solveig") is None


def test_what_has_its_article_everywhere_in_a_text_about_ships_is_a_ship(nlp):
    text = "The Solveig was on its way to the island. Nobody saw the Solveig sink.\n\nThe ship was built in May."
    assert kind_of(nlp, text, "GPE", "Solveig") is None
    assert kind_of(nlp, text.replace("ship", "road"), "GPE", "Solveig") == "place"
    assert kind_of(nlp, text.replace("the island", "Solveig"), "GPE", "Solveig") == "place"
    assert kind_of(nlp, text.replace("Solveig", "Thames"), "GPE", "Thames") == "place"


def test_people_have_no_article_and_teams_have(nlp):
    assert kind_of(nlp, "They filmed the Solveig from above.", "PERSON", "Solveig") is None
    assert kind_of(nlp, "They lost to the Rovers on Monday.", "PERSON", "Rovers") == "organisation"


def test_a_family_is_no_one_person(nlp):
    assert (
        kind_of(
            nlp, "Ada Quill left. The Quills have sold the house.", "PERSON", "Quills", "Ada Quill"
        )
        is None
    )


@pytest.mark.parametrize(
    "name",
    ["Orrin Peace Accord", "Corvane Summer Games", "Quill Prize", "Orrin Fest", "Quill Syndrome"],
)
def test_events_laws_and_prizes_are_no_organisations(nlp, name):
    assert kind_of(nlp, f"She spoke of the {name} on Monday.", "ORG", name) is None


def test_one_of_a_series_is_no_name(nlp):
    assert kind_of(nlp, "They were drawn in Group C on Monday.", "ORG", "Group C") is None


def test_a_surname_that_an_outlet_bears_too_is_the_person_of_the_article(nlp):
    assert (
        kind_of(nlp, "Fiona Hill spoke first. Hill left at noon.", "ORG", "Hill", "Fiona Hill")
        == "person"
    )
    assert kind_of(nlp, "The Hill reported it.", "PERSON", "Hill") == "organisation"


def test_a_surname_that_no_list_has_as_a_place_is_the_persons_though_things_go_to_it(nlp):
    text = "Jon Stetter won. Money went to Stetter, and letters came from Stetter."
    assert kind_of(nlp, text, "GPE", "Stetter", "Jon Stetter") == "person"
    inside = "Jon Stetter won. Rain fell in Stetter, and snow near Stetter."
    assert kind_of(nlp, inside, "GPE", "Stetter", "Jon Stetter") == "place"


def test_who_is_told_to_be_somebody_is_a_person_though_the_surname_is_a_word_for_a_body(nlp):
    text = "Serko Radio, a researcher at the port, spoke."
    assert kind_of(nlp, text, "ORG", "Serko Radio") == "person"
    assert kind_of(nlp, "Serko Radio was closed.", "PERSON", "Serko Radio") == "organisation"


def test_a_word_that_has_its_capital_from_the_headline_is_no_name(nlp):
    assert (
        kind_of(nlp, "Ferry runs aground.\n\nThe ferry struck a rock.", "PERSON", "Ferry") is None
    )
    assert (
        kind_of(nlp, "Rigby runs aground.\n\nThe ferry struck a rock.", "PERSON", "Rigby")
        == "person"
    )


def test_a_former_governor_does_not_make_his_state_a_person(nlp):
    assert kind_of(nlp, "The former Florida governor spoke.", "GPE", "Florida") == "place"


@pytest.mark.parametrize(
    ("sign", "text", "label", "name"),
    [
        (has_role, "In Corvane, a spokesperson declined to comment.", "GPE", "Corvane"),
        (has_role, "The state broadcaster Orrin Vision said so.", "ORG", "Orrin Vision"),
        (has_role, "The former Corvane mayor resigned.", "GPE", "Corvane"),
        (has_age, "Corvane, 3,000 miles away, was quiet.", "GPE", "Corvane"),
        (is_who, "It was bought by Bo Holm of Madison, Corvane, who sold it.", "GPE", "Corvane"),
        (is_inside, "They have lost faith in Quill again.", "PERSON", "Quill"),
        (is_dateline, "ORRIN won the match - the first in May.\n\n", "ORG", "RIN"),
        (is_vessel, "The ferry company Orrin Lines said so.", "ORG", "Orrin Lines"),
        (is_team, "They voted for Rovers.", "PERSON", "Rovers"),
    ],
)
def test_a_sign_is_not_seen_where_there_is_none(nlp, sign, text, label, name):
    found = find_candidates(mark(nlp, text, label, name))
    assert not any(sign(candidate) for candidate in found)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Ada van der Quill", True),
        ("House of Lords", False),
        ("Republican party", False),
        ("North Orrin", False),
        ("Ada", True),
    ],
)
def test_the_shape_of_a_name_says_whether_it_may_be_a_person(form, expected):
    assert may_be_person(form) is expected


PARTS = st.lists(
    st.sampled_from(
        [
            "Ada Quill, 43,",
            "the ferry Quill",
            "in Quill.",
            "Ms Quill",
            "the Quills",
            "ORRIN -",
            "said",
            "Quill, who",
            "(",
            "her",
            "County Quill",
        ]
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(parts=PARTS)
def test_the_order_of_the_candidates_does_not_matter(nlp, parts):
    candidates = find_candidates(
        mark(nlp, " ".join(parts), "PERSON", "Ada Quill", "Quill", "ORRIN", "Quills")
    )
    assert vote_on_kinds(candidates, "") == vote_on_kinds(candidates[::-1], "")


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Price per mile (PPM) fell in May. PPM rose again in June.", "PPM"),
        ("The Lune Shares Index (LSI) fell in May. LSI rose again in June.", "LSI"),
        ("They moved to the cloud. The VPN was slow, and SEO did not help.", "VPN"),
        ("Phones with 8 GB and Wi-Fi cost more in Lisbon.", "Wi-Fi"),
    ],
)
def test_what_the_page_spells_out_as_a_thing_or_everybody_knows_as_one_is_no_name(
    analyse, text, acronym
):
    assert acronym not in analyse(text).kinds()


def test_who_is_called_by_initials_in_a_conversation_is_no_place(analyse):
    text = "Mona Oakes makes boats.\n\nMO: I began when I was ten.\n\nThey sell few in MO."
    mentions = [name.char_start for name in analyse(text).names if name.text == "MO"]
    assert mentions == [text.rindex("MO")]


def test_an_acronym_that_a_pronoun_looks_like_is_a_name_where_it_is_spelt_out(analyse):
    text = "The World Heart Outreach (WHO) gave ten. WHO said that ten were enough."
    assert [name.text for name in analyse(text).names].count("WHO") == 2


def test_an_acronym_has_the_name_that_the_page_gives_it(analyse):
    found = analyse("The Norland Pilot Board (NPB) met on Monday. NPB said tolls would rise.")
    assert found.meant_by("NPB")[-1] == "Norland Pilot Board"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("The cost per click (CPC) fell.", {"CPC": "cost per click"}),
        ("The Ministry of Health (MoH) said so.", {"MoH": "Ministry of Health"}),
        ("The Jamaat-e-Haven (JH) won.", {"JH": "Jamaat-e-Haven"}),
        (
            "Inop (Institute of Norland and Orrin Policy) spoke.",
            {"Inop": "Institute of Norland and Orrin Policy"},
        ),
        ("UTL, or the United Teachers of Lune, spoke.", {"UTL": "United Teachers of Lune"}),
        ("The National Bread Union of Orrin (NBU) met.", {"NBU": "National Bread Union of Orrin"}),
        ("Orrin (Norland Pilot Board) spoke.", {}),
        ("Rates rose. Costs (CPC) fell.", {}),
        ("It was late. Per click (CPC)", {}),
    ],
)
def test_a_text_spells_out_its_acronyms(text, readings):
    assert find_own_readings(text) == readings


@settings(max_examples=60, deadline=None)
@given(st.text("aBC (). &", max_size=200))
def test_own_readings_stand_in_the_text(text):
    assert all(words in " ".join(text.split()) for words in find_own_readings(text).values())


def test_who_speaks_by_the_last_word_is_a_person_though_it_is_a_word_for_a_place(analyse):
    found = analyse("Nadia Park lives in Lund. Park said that rents were high.").kinds()
    assert (found["Nadia Park"], found["Park"]) == ("person", "person")


def test_a_given_name_that_a_town_bears_is_the_person_who_is_named_in_full(analyse):
    text = "Paris Okoro runs the desk. “We are full,” said Paris."
    assert analyse(text).kinds() == {"Paris Okoro": "person", "Paris": "person"}


def test_a_parliament_is_a_body_though_the_model_passes_over_it(analyse):
    text = "The Duma voted on Tuesday. The Knesset had done so."
    assert analyse(text).kinds() == {"Duma": "organisation", "Knesset": "organisation"}


def test_a_country_is_named_though_the_model_passes_over_it(analyse):
    assert analyse("Sunny Malta draws crowds.").kinds() == {"Malta": "place"}


def test_a_verb_at_the_head_of_a_sentence_is_no_part_of_a_surname(analyse):
    text = "Hosting Maddox was a joy. Irene Maddox said that the food was cold."
    assert analyse(text).kinds() == {"Maddox": "person", "Irene Maddox": "person"}


def test_a_surname_that_a_firm_bears_too_is_the_persons(analyse):
    text = "Declan Roche left. Nothing will leave this yard, Roche said."
    assert analyse(text).kinds() == {"Declan Roche": "person", "Roche": "person"}


def test_one_word_goes_back_to_the_given_name_that_stands_before_it_elsewhere(analyse):
    text = "Mayor Olive Tandy opened the pool. Her sister, Iris Tandy, swam first. Iris Tandy said that it was cold."
    assert analyse(text).meant_by("Iris Tandy") == ["Iris Tandy", "Iris Tandy"]


def test_a_party_and_a_title_of_letters_are_no_part_of_a_name(analyse):
    assert "Sofia Lindh" in analyse("Green MEP Sofia Lindh signed the letter.").kinds()


def test_a_name_without_its_accents_is_the_same_persons(analyse):
    text = "Björn Åkerlund builds boats. Bjorn Akerlund said the mast was new."
    assert analyse(text).kinds() == {"Björn Åkerlund": "person", "Bjorn Akerlund": "person"}


def test_a_page_that_shouts_a_name_gives_its_kind_to_the_name_and_the_surname(analyse):
    text = "ARVID NYSTUEN, keeper of the lock, rang. Arvid Nystuen was late. Nystuen left."
    assert analyse(text).kinds() == dict.fromkeys(
        ("ARVID NYSTUEN", "Arvid Nystuen", "Nystuen"), "person"
    )


def test_a_paper_may_be_called_a_report_and_a_movement_a_party(nlp):
    assert (
        kind_of(nlp, "The Harbour Report wrote of it.", "ORG", "Harbour Report") == "organisation"
    )
    assert kind_of(nlp, "The Tea Party met in May.", "ORG", "Tea Party") == "organisation"


def test_a_surname_with_a_hyphen_stands_whole(analyse):
    text = "Ana Brázdil-Horák dug the well. Brázdil-Horák said it was dry. Horák is a village."
    assert [name.text for name in analyse(text).names][:2] == ["Ana Brázdil-Horák", "Brázdil-Horák"]


@pytest.mark.parametrize(
    "name", ["Risk Assessment", "Progress Report", "Easter Holidays", "Garden Party"]
)
def test_what_an_office_plans_and_files_is_no_body(analyse, name):
    assert analyse(f"The Rescue Team sends its {name} to the Harbour Board.").kinds() == {
        "Rescue Team": "organisation",
        "Harbour Board": "organisation",
    }


@pytest.mark.parametrize(
    ("text", "surname", "person"),
    [
        ("Seán Ó Briain came. Ó Briain said it was wet.", "Ó Briain", "Seán Ó Briain"),
        ("Carola van den Bruik came. Van den Bruik left.", "Van den Bruik", "Carola van den Bruik"),
        ("Dale St. Quill came. St. Quill said it was wet.", "St. Quill", "Dale St. Quill"),
    ],
)
def test_a_surname_stands_with_its_particle(analyse, text, surname, person):
    assert analyse(text).meant_by(surname) == [person]


def test_a_headline_in_capitals_names_what_the_text_names(analyse):
    title = "GREAT NEWS FOR TOLLBY AS MAYOR JOAN ELDER OPENS POOL"
    found = analyse("Joan Elder opened the pool. Elder said that it was warm.", title=title)
    assert found.meant_by("JOAN ELDER") == ["Joan Elder"]


def test_an_acronym_that_the_text_spells_out_is_the_body_wherever_it_stands(analyse):
    text = "UTL, or the United Teachers of Lune, is on strike. UTL said that pay was low."
    assert analyse(text).meant_by("UTL") == ["United Teachers of Lune"] * 2


def test_a_nickname_is_a_given_name_too(analyse):
    text = "William “Buster” Tranmere won. Buster Tranmere fights again in June."
    assert analyse(text).meant_by("Buster Tranmere") == ["William Tranmere"]


def test_a_surname_that_a_body_or_a_place_bears_too_is_the_persons(analyse):
    for text, name in {
        "Senator Jon Tester spoke. The family gave money to Tester, each giving $2,800.": "Tester",
        "“It is warm,” says founder Cameron Forbes. Forbes says that red is back.": "Forbes",
        "Ada Post, the harbour master, closed the pier. Post said it was old.": "Ada Post",
        "Karl Bank is a teacher in Lune. Bank said he would stay.": "Bank",
        "Serhii Radio, a chemistry researcher, has no power. The others left.": "Serhii Radio",
    }.items():
        assert analyse(text).kinds()[name] == "person", name


def test_where_the_model_sees_no_name_the_words_round_it_tell_its_kind_too(nlp):
    unseen = mark_paragraph(nlp("President Quill stood firm. Quill told nobody."), "ORG", ())
    seen = mark_paragraph(
        nlp("It is said Quill agreed, in favour of Quill’s wall."), "ORG", ["Quill"]
    )
    parse = Parse(None, (unseen, seen))
    candidates = find_candidates(parse)
    unmarked = find_unmarked(parse, candidates)
    assert [(one.piece, one.form, one.label) for one in unmarked] == [(0, "Quill", "ORG")] * 2
    assert vote_on_kinds(candidates, "")["Quill"] == "organisation"
    assert vote_on_kinds(candidates, "", unmarked=unmarked)["Quill"] == "person"


def test_one_title_outweighs_many_places_without_a_sign(nlp):
    often = " ".join(["They voted for Quill over Lund."] * 9)
    for text, kind in {
        f"{often} Senator Quill won.": "person",
        f"{often} Then Quill won.": "organisation",
        f"{often} Senator Quill’s Norplan won.": "person",
        f"{often} Chief Quill won.": "organisation",  # "chief" is an adjective as well
    }.items():
        assert kind_of(nlp, text, "ORG", "Quill") == kind, text


def test_who_stands_in_a_list_of_people_is_one_of_them(analyse):
    text = "The stage was shared by Vince Orrin, Smino, Lil Jon and Danny Lund."
    assert analyse(text).kinds()["Smino"] == "person"


def test_a_firm_in_a_list_of_firms_and_people_stays_one(nlp):
    parse = mark(nlp, "He named Ada Quill, Lumo, Norplan and Seacorp.", "ORG", "Lumo")
    assert vote_on_kinds(find_candidates(parse), "")["Lumo"] == "organisation"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The clinic has OPD hours. The OPD registers were closed.", "OPD"),
        ("The hospital has an ANC ward. All ANC rooms were searched.", "ANC"),
        ("Weight Control\n\nMany ask about weight control and sleep.", "Weight Control"),
        ("Shira Lund is the author of Minimalista. She reads.", "Minimalista"),
        ("The band played at Summerfest. It rained.", "Summerfest"),
        ("The Lune Lamp Survey asked a thousand people.", "Lune Lamp Survey"),
    ],
)
def test_what_only_qualifies_things_heads_a_text_or_is_written_is_no_body(analyse, text, title):
    assert title not in analyse(text).kinds()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The UTL said no. UTL trucks left at noon.", "UTL"),
        ("The ANC won the vote in South Africa.", "ANC"),
        ("The African National Congress met. The ANC ward was full.", "ANC"),
        ("The Norland Geological Survey said so.", "Norland Geological Survey"),
        ("Nvidia Shares fell by a tenth in May.", "Nvidia"),
    ],
)
def test_what_does_something_or_has_members_is_a_body(analyse, text, name):
    assert analyse(text).kinds()[name] == "organisation"


def test_whose_members_are_told_of_is_a_body(nlp):
    assert kind_of(nlp, "RTWU members left at noon.", "ORG", "RTWU") == "organisation"
    assert kind_of(nlp, "RTWU snacks left at noon.", "ORG", "RTWU") is None


def test_a_given_name_before_another_and_a_surname_is_somebody(analyse):
    text = "The bag came from Philip and Charlotte Colbert. It was red."
    assert analyse(text).kinds() == {"Philip": "person", "Charlotte Colbert": "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pipe will run along the coast to Lüderitz, 20 km south.", "Lüderitz"),
        (
            "He spoke in the state capital of Little Rock. Little Rock's mayor agreed.",
            "Little Rock",
        ),
    ],
)
def test_a_town_where_something_is_or_somebody_is_from_is_no_person(nlp, text, name):
    assert kind_of(nlp, text, "PERSON", name) == "place"


def test_where_somebody_is_from_is_a_place(analyse):
    found = analyse("Author Rushdi Narker, from Kensington, said she read. It was late.")
    assert found.kinds() == {"Rushdi Narker": "person", "Kensington": "place"}


def test_who_writes_the_name_in_capitals_is_somebody(nlp):
    text = "They saw RAYE. She met RAYE."
    assert kind_of(nlp, text, "PERSON", "RAYE") == "person"
    assert kind_of(nlp, text, "ORG", "RAYE") == "organisation"
    assert kind_of(nlp, text.replace("RAYE", "RTGP"), "PERSON", "RTGP") == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They took the anxiety drug Lexapro then.", "Lexapro"),
        ("One team reigned supreme at Nutrition 2025 then.", "supreme at Nutrition 2025"),
    ],
)
def test_a_drug_and_what_has_its_year_are_no_bodies(nlp, text, name):
    assert kind_of(nlp, text, "ORG", name) is None


def test_what_the_sentence_has_before_a_body_is_no_part_of_it(nlp):
    parse = mark(
        nlp, "One team reigned supreme at Lune Works then.", "ORG", "supreme at Lune Works"
    )
    assert [one.form for one in find_candidates(parse)] == ["Lune Works"]


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Lunex, the Norlandish mining company, says that it will pay.", "PERSON", "Lunex"),
        ("The toll was paid by the retailer Lunex.", "PERSON", "Lunex"),
        ("The advocacy group Progress Lune has sued.", "GPE", "Progress Lune"),
        ("She worked at Lunex, a think tank for ports.", "LOC", "Lunex"),
        ("Alexandria Police, 43, was closed.", "PERSON", "Alexandria Police"),
        ("Little will change in Congress this year.", "ORG", "Congress"),
    ],
)
def test_what_is_called_a_company_or_is_a_body_by_its_name_is_one(nlp, text, label, name):
    assert kind_of(nlp, text, label, name) == "organisation"


def test_a_town_before_its_state_is_no_body_though_it_has_two_words(nlp):
    text = "They came to Eagle Pass, Texas, in May."
    assert kind_of(nlp, text, "ORG", "Eagle Pass") == "place"
    text = "They sued Norplan Dredging, Texas, in May."
    assert kind_of(nlp, text, "ORG", "Norplan Dredging") == "organisation"


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The Vermont senator spoke. He had seen Vermont.", "PERSON", "Vermont"),
        ("He fled after one of Sicily's trials.", "PERSON", "Sicily"),
        ("A 52-year-old Salem, N.H., resident left. Salem slept.", "PERSON", "Salem"),
        ("He met the mayors of Minneapolis and St. Paul.", "PERSON", "St. Paul"),
    ],
)
def test_what_everybody_knows_as_a_place_or_lies_in_a_state_is_nobody(nlp, text, label, name):
    assert kind_of(nlp, text, label, name) == "place"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vermont, 43, was found on Monday.", "Vermont"),
        ("He met Karl Vermont. Vermont was late.", "Vermont"),
        ("He met Karl Salem, N.H. was cold.", "Karl Salem"),
    ],
)
def test_who_bears_the_name_of_a_place_stays_somebody(nlp, text, name):
    assert kind_of(nlp, text, "PERSON", name) == "person"


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("They watched Lune Park (1993).", "FAC", "Lune Park"),
        ("He saw an episode of Salt Lune.", "PERSON", "Salt Lune"),
        ("The cast of Broadcast Union met.", "ORG", "Broadcast Union"),
    ],
)
def test_a_film_is_no_place_and_no_body_whatever_its_last_word_is(nlp, text, label, name):
    assert kind_of(nlp, text, label, name) is None


def test_a_firm_is_no_surname_of_who_bears_no_first_name(analyse):
    found = analyse("Wilayat Twitter was named. Twitter said it would pay. Twitter is large.")
    assert found.kinds()["Twitter"] == "organisation"


def test_a_title_goes_off_a_surname_that_the_article_knows(analyse):
    found = analyse(
        "Former AG Halden spoke. Ruth Halden was tired. She said that Halden House shut."
    )
    assert "AG Halden" not in found.kinds()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Quill Brothers", "organisation"),
        ("Orrin Bros.", "organisation"),
        ("Halvard Sisters", "organisation"),
        ("Mary Brothers", "person"),
    ],
)
def test_siblings_are_no_one_person(nlp, name, kind):
    parse = mark(nlp, f"{name} sold the yard. It was late.", "PERSON", name)
    assert vote_on_kinds(find_candidates(parse), "")[name] == kind
