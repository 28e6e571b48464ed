"""What words names are compared by."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.entities.grouping.people import label_people
from transforms.linking.person import read_person
from transforms.world.words import LABELS, LISTS, fold, read_lists, split_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Lech Wałęsa", ["lech", "walesa"]),
        ("Søren Đorđević", ["soren", "dordevic"]),
        ("Æsa Strauß", ["aesa", "strauss"]),
        ("U.S. Army", ["us", "army"]),
        ("U.S", ["us"]),
        ("Máire O’Brien-Walsh's", ["maire", "obrien", "walsh"]),
        ("AT&T", ["at", "&", "t"]),
    ],
)
def test_a_name_is_compared_by_its_words_without_accents_case_and_marks(name, words):
    assert split_words(name) == words


def test_letters_of_other_alphabets_do_not_make_two_people_of_one_in_an_article_or_across_them():
    assert len(set(label_people(["Bolesław Quiłłęk", "Boleslaw Quillek", "QUIŁŁĘK"]))) == 1
    assert read_person("Bolesław Quiłłęk") == read_person("Boleslaw Quillek")


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


def test_a_list_of_words_has_one_name_in_one_table():
    assert len(LISTS) == len(read_lists("name_words.toml")) + len(read_lists("sentence_words.toml"))


def test_somebody_asks_for_each_list_of_words():
    root = Path(__file__).parents[3]
    code = "".join(
        path.read_text("utf-8")
        for room in ("transforms", "flows")
        for path in sorted((root / room).rglob("*.py"))
    )
    assert [
        name
        for name in (*LISTS, *LABELS, *read_lists("web.toml"))
        if f'"{name}"' not in code.replace("'", '"')
    ] == []
