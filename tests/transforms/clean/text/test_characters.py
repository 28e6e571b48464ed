import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from transforms.clean.text.characters import tidy_characters, tidy_line


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("no\xa0break", "no break"),
        ("soft\xadhyphen", "softhyphen"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202eright to left\u202c", "right to left"),
        ("\ufb01nance and \ufb03x", "finance and ffix"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("nul\0 and noncharacter\ufffe", "nul and noncharacter"),
        ("half \ud83d a pair", "half  a pair"),
        ("e\u0301te\u0301", "été"),
        ("a\u200djoiner in Latin", "ajoiner in Latin"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_what_cannot_be_seen_is_gone_and_what_scripts_need_stays(raw, tidy):
    assert tidy_characters(raw) == tidy


def test_quotation_marks_and_dashes_stay_as_they_are():
    text = '“One” ‘two’ «three» „four“ "five" - – —'
    assert tidy_characters(text) == text


def test_a_line_has_single_spaces_and_no_ends():
    assert tidy_line("  two\n\t words\xa0 ") == "two words"


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    once = tidy_characters(text)
    assert tidy_characters(once) == once
    assert "\r" not in once
    assert "\0" not in once


def test_a_tower_of_accents_costs_no_more_than_its_letters():
    tower = "Z" + "\u0301\u0316" * 50_000
    assert cpu_seconds(lambda: tidy_line(tower)) < 1
    assert len(tidy_line(tower)) <= 31
