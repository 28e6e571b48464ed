"""Spans that the model runs together, parts, or begins a word too early."""

import pytest
from spacy.language import Language

from transforms.entities.naming.citations import is_citation
from transforms.entities.naming.parting import part_names
from transforms.grammar.tokens import read_doc


def parts_of(nlp: Language, text: str, *marked: tuple[str, str]) -> list[tuple[str, str]]:
    """What is made of spans, each its words and the model's label, in which nothing else is."""
    parsed = nlp(text)
    spans = [
        parsed.char_span(text.index(words), text.index(words) + len(words), label=label)
        for words, label in marked
    ]
    parsed.ents = tuple(spans)
    doc = read_doc(parsed)
    found = part_names(doc, [(span.start, span.end, span.label_) for span in spans])
    return [(doc[start:end].text, label) for start, end, label in found]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("They saw Quayle, Marrow and us.", ("Quayle, Marrow", "ORG"), ["Quayle", "Marrow"]),
        ("He drives for Hoppa or Pedlar.", ("Hoppa or Pedlar", "GPE"), ["Hoppa", "Pedlar"]),
        ("It was sold to Norplan, Inc. then.", ("Norplan, Inc.", "ORG"), ["Norplan, Inc."]),
        (
            "The Ministry of Health, Welfare and Sport paid.",
            ("Ministry of Health, Welfare and Sport", "ORG"),
            ["Ministry of Health, Welfare and Sport"],
        ),
        (
            "The International Lamp Committee met.",
            ("International", "ORG"),
            ["International Lamp Committee"],
        ),
        ("Gulls DL Karl Berg was fined.", ("Gulls DL Karl Berg", "PERSON"), ["Gulls", "Karl Berg"]),
        ("He asked Ada Quill and Rook.", ("Ada Quill and Rook", "PERSON"), ["Ada Quill", "Rook"]),
        ("Novelist PG Marlow was fined.", ("PG Marlow", "PERSON"), ["PG Marlow"]),
        ("Mountainous Bolivia has few roads.", ("Mountainous Bolivia", "PERSON"), ["Bolivia"]),
        ("War-torn Yemen has few roads.", ("War-torn Yemen", "ORG"), ["War-torn Yemen"]),
        ("Mohammed Jordan has few boats.", ("Mohammed Jordan", "PERSON"), ["Mohammed Jordan"]),
        ("It is in the San Orrin Mercury News now.", ("San Orrin", "GPE"), ["San Orrin"]),
        ("They met in Cuyahoga Falls then.", ("Cuyahoga", "ORG"), ["Cuyahoga Falls"]),
        ("They met at Cuyahoga Lodge then.", ("Cuyahoga", "ORG"), ["Cuyahoga"]),
        ("NJ @ PNC Bank", ("NJ @ PNC Bank", "ORG"), ["NJ", "PNC Bank"]),
        ("The Seattle Mariners lost.", ("Seattle", "GPE"), ["Seattle Mariners"]),
        ("The Seattle mariners lost.", ("Seattle", "GPE"), ["Seattle"]),
        ("Upstate New York is cold.", ("Upstate New York", "ORG"), ["New York"]),
        ("They live on St. Lune Island now.", ("St.", "GPE"), ["St. Lune Island"]),
    ],
)
def test_a_span_is_parted_where_it_holds_several_names_or_more_than_one(
    nlp: Language, text: str, marked: tuple[str, str], expected: list[str]
) -> None:
    assert [words for words, _ in parts_of(nlp, text, marked)] == expected


def test_a_given_name_and_a_surname_that_the_model_parts_are_one_person(nlp: Language) -> None:
    text = "Poland’s deputy prime minister, Zofia Brzeska, met the crews."
    assert parts_of(nlp, text, ("Zofia", "ORG"), ("Brzeska", "ORG")) == [
        ("Zofia Brzeska", "PERSON")
    ]
    text = "It is in the San Orrin Mercury News now."
    spans = parts_of(nlp, text, ("San Orrin", "GPE"), ("Mercury News", "ORG"))
    assert spans == [("San Orrin Mercury News", "ORG")]
    assert len(parts_of(nlp, "Zofia Bank said so.", ("Zofia", "ORG"), ("Bank", "ORG"))) == 2


def test_a_place_goes_on_to_the_surname_of_somebody_who_is_called_so(nlp: Language) -> None:
    text = "Paris Okoro runs the desk at the inn."
    assert parts_of(nlp, text, ("Paris", "GPE")) == [("Paris Okoro", "PERSON")]
    text = "Paris Fashion Week runs until June."
    assert parts_of(nlp, text, ("Paris", "GPE")) == [("Paris", "GPE")]


@pytest.mark.parametrize(
    ("place", "person", "expected"),
    [
        ("Paris", "Okoro", ["Paris Okoro"]),
        ("Norland", "Okoro", ["Norland", "Okoro"]),  # nobody's given name
    ],
)
def test_a_place_that_is_a_given_name_begins_the_name_of_the_person_behind_it(
    nlp, place, person, expected
):
    text = f"{place} {person}, a baker from Dunmore, has two ovens."
    names = parts_of(nlp, text, (place, "GPE"), (person, "PERSON"))
    assert [name for name, _ in names] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill AB, Rook-Berg T, et al. Winds and tides. J Tides. 1985;8(2):163-190.", True),
        ("4. van den Quill AB. Calm harbours. Lisbon: Orrin; 1990.", True),
        ("Quill, A. B., & Rook, T. (2001). Winds and tides. Orrin Press.", True),
        ("Quill MJ, Rook SB, et al. Harm by tides. Tide Studies. May 18, 2020. [Epub]", True),
        ("Quill LI, Rook PM. Use of oars. Tide Brief, no 3. Orrin: Tide Press. 2018.", True),
        ("Ada Bin Rook I. A Review of Winds. J Tides. 2024 May 10;2024:8056.", True),
        ("Quill AB, the builder of boats, was sold in 2001.", False),
        ("President Ada B. Quill, who won in 2001, left.", False),
        ("Quill TV opened its station (in 1990).", False),
    ],
)
def test_the_entry_of_a_list_of_works_is_a_citation(text: str, expected: bool) -> None:
    assert is_citation(text) == expected


def test_nobody_is_named_by_a_citation(analyse) -> None:
    text = (
        "Breathing helps, says Mona Quill, a nurse.\n\nReferences\n\n"
        "Tarnow AB, Olberg T. Winds of Lisbon. Orrin: Harper; 1990."
    )
    assert analyse(text).kinds() == {"Mona Quill": "person"}
