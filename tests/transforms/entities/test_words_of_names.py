"""What the words of a name tell by themselves: where it begins and ends, and of what kind it is."""

from typing import Any

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.entities.naming import candidates, people_spans, proofs, repeats
from transforms.entities.naming.candidates import Candidate
from transforms.grammar.parse import Paragraph
from transforms.grammar.tokens import read_doc

NOTHING = "nothing is written small here"
SMALL = "our social media and the sewing chair are small"


def mention(form: str, label: str) -> Candidate:
    words = form.split()
    doc = read_doc(
        Doc(Vocab(), ["Visit", *words, "."], sent_starts=[True, *[False] * len(words), False])
    )
    return candidates.make_candidate(Paragraph(0, doc), 0, 1, len(words) + 1, label)


@pytest.mark.parametrize(
    ("text", "first", "last", "begins"),
    [
        ("gulls great Ada Quill", 0, 4, 2),
        ("Gulls great Ada Quill", 0, 4, 2),
        ("keyboardist Quill", 0, 2, 1),
        ("keyboardist singer Quill", 0, 3, 2),
        ("keyboardist", 0, 1, 0),
        ("Ada van Quill", 0, 3, 0),
        ("Ada great quill Berg", 0, 4, 0),
        ("Gulls great ada Quill", 0, 4, 0),
        ("the keyboardist Quill", 1, 3, 2),
    ],
)
def test_a_person_begins_behind_common_words(text: str, first: int, last: int, begins: int) -> None:
    assert candidates._past_common(text.split(), first, last) == begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("supreme at Lune Works", 2),
        ("Supreme at Lune Works", 0),
        ("al-Quill Group", 0),
        ("of Lune works", 0),
        ("the Lune Works", 1),
        ("Lune Works", 0),
    ],
)
def test_a_body_begins_behind_what_its_sentence_has_before_it(text: str, begins: int) -> None:
    words = text.split()
    assert candidates._past_sentence(words, 0, len(words)) == begins


@pytest.mark.parametrize(
    ("text", "label", "does"),
    [
        ("Lune shares", "ORG", True),
        ("shares", "ORG", False),
        ("Lune lamps", "ORG", False),
        ("Lune shares", "GPE", False),
        ("Keir tens", "PERSON", True),
        ("Keir Tens", "PERSON", False),
        ("Jong - un", "PERSON", False),
        ("al quill", "PERSON", False),
        ("Keir tens", "GPE", False),
    ],
)
def test_a_sentence_goes_on_behind_a_name(text: str, label: str, does: bool) -> None:
    assert candidates.goes_on(text.split(), label) == does


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("the Ada Quill", "PERSON", 1, 3),
        ("Ada Quill 46 to 40 percent", "PERSON", 0, 2),
        ("Ada Quill 46 letters", "PERSON", 0, 2),
        ("Ada Quill @quill", "PERSON", 0, 2),
        ("Ada Quill ’s", "PERSON", 0, 2),
        ("Lune Works 3 - 0", "ORG", 0, 2),
        ("Channel 4", "ORG", 0, 2),
        ("Lund 4", "GPE", 0, 1),
        ("Mr. Quill", "PERSON", 1, 2),
        ("Mr. Quill", "ORG", 0, 2),
        ("- Quill", "PERSON", 1, 2),
    ],
)
def test_a_name_is_trimmed_at_both_ends(text: str, label: str, first: int, last: int) -> None:
    words = text.split()
    doc = read_doc(Doc(Vocab(), words))
    assert candidates.trim(doc, 0, len(words), label) == (first, last)


@pytest.mark.parametrize(
    ("form", "text", "may_be"),
    [
        ("Ada Shade", NOTHING, True),
        ("Ada", NOTHING, True),
        ("Lune", NOTHING, False),
        ("Lune Brask", NOTHING, True),
        ("Lune BRASK", NOTHING, False),
        ("Lune Institute", NOTHING, False),
        ("Lune Inc.", NOTHING, False),
        ("Lune Street", NOTHING, False),
        ("Sewing Chair", SMALL, False),
    ],
)
def test_a_sign_of_people_counts_for_what_may_be_somebody(
    form: str, text: str, may_be: bool
) -> None:
    assert proofs.may_be_somebody(form, text) == may_be


@pytest.mark.parametrize(
    ("form", "label", "is_full"),
    [
        ("Ada van der Quill", "PERSON", True),
        ("Ada Berg-Quill", "PERSON", True),
        ("Ada Quill Jr.", "PERSON", True),
        ("Ada Quill", "ORG", False),
        ("Ada", "PERSON", False),
        ("Lumora Quill", "PERSON", False),
        ("Ada 500", "PERSON", False),
        ("Ada Institute", "PERSON", False),
        ("Ada & Quill", "PERSON", False),
    ],
)
def test_a_full_name_begins_with_a_first_name_and_ends_with_no_thing(
    form: str, label: str, is_full: bool
) -> None:
    assert proofs.is_full_name(form, [mention(form, label)]) == is_full


@pytest.mark.parametrize(
    ("form", "is_known"),
    [
        ("Berlin", True),
        ("Northern California", True),
        ("South Berlin", True),
        ("South", False),
        ("Price", False),
        ("Lumora", False),
        ("Lumora Berlin", False),
    ],
)
def test_a_table_knows_a_place_with_and_without_a_point_of_the_compass(
    form: str, is_known: bool
) -> None:
    assert proofs.is_known_place(form.split()) == is_known


@pytest.mark.parametrize(
    ("form", "text", "label", "is_built"),
    [
        ("Lune Institute", NOTHING, "ORG", True),
        ("Lune Society for Lamps", NOTHING, "ORG", True),
        ("Lune Inc.", NOTHING, "ORG", True),
        ("Institute", NOTHING, "ORG", False),
        ("Lune Lamps", NOTHING, "ORG", False),
        ("Lune’s Best Institute", NOTHING, "ORG", False),
        ("How to Book an Institute", NOTHING, "ORG", False),
        ("Institute of the Sea", NOTHING, "ORG", True),
        ("Social Institute", "a social institute is small", "ORG", False),
        ("Lune Project", NOTHING, "ORG", False),
    ],
)
def test_a_body_is_built_with_the_word_that_the_others_hang_on(
    form: str, text: str, label: str, is_built: bool
) -> None:
    assert proofs.is_built_as_body(form, [mention(form, label)], text) == is_built


@pytest.mark.parametrize(
    ("form", "hosts", "is_host"),
    [
        ("Lune Works", ["luneworks"], True),
        ("Lune Works", ["luneworksschool"], True),
        ("Lune Works", ["theluneworks"], False),
        ("Lune-Works", ["luneworks"], True),
        ("Lun", ["lunworks"], False),
        ("Lun", ["lun"], True),
        ("Ada Works", ["adaworks"], False),
        ("Berlin", ["berlin"], False),
        ("Lune Works", [], False),
    ],
)
def test_a_host_is_a_name_or_begins_with_a_long_one(
    form: str, hosts: list[str], is_host: bool
) -> None:
    assert proofs._is_host(form, hosts) == is_host


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://www.lune-works.example/a.b/c", ["luneworks"]),
        ("https://shop.lune.example:8080", ["shop", "lune"]),
        ("lune.example", []),
        (None, []),
    ],
)
def test_the_parts_of_a_host_that_may_be_a_name(url: str | None, parts: list[str]) -> None:
    assert proofs._split_host(url) == parts


@pytest.mark.parametrize(
    ("word", "may_be"),
    [("Boats", True), ("J", True), ("JB", False), ("boats", False), ("B4", False)],
)
def test_a_nickname_is_a_word_with_a_capital(word: str, may_be: bool) -> None:
    assert people_spans._may_be_nickname(word) == may_be


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([(0, 2, "ORG"), (2, 4, "ORG")], [(0, 2, "ORG"), (2, 4, "ORG")]),
        ([(0, 3, "ORG"), (2, 4, "PERSON")], [(0, 4, "PERSON")]),
        ([(0, 3, "PERSON"), (1, 2, "ORG")], [(0, 3, "PERSON")]),
        ([(0, 3, "ORG"), (2, 4, "GPE")], [(0, 4, "ORG")]),
        ([], []),
    ],
)
def test_spans_that_overlap_are_one_and_a_person_if_one_of_them_is(
    spans: list[Any], merged: list[Any]
) -> None:
    assert list(people_spans.merge(spans)) == merged


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Norway", "place"),
        ("US", "place"),
        ("PNG", None),
        ("Turkey", None),
        ("Norwegian", "place"),
        ("White House", "organisation"),
    ],
)
def test_a_table_knows_the_countries_whose_names_are_no_other_words(
    form: str, kind: str | None
) -> None:
    assert repeats.TABLED.get(tuple(form.split())) == kind
