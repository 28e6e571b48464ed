"""A city or a country that plays is an organisation, in a report on a match and nowhere else."""

import pytest

REPORT = "The referee awarded a penalty before half-time.\n\nThe striker scored in the last match of the season."


def kinds_of(analyse, text: str, name: str) -> set[str]:
    return {found.kind for found in analyse(text).names if found.text == name}


@pytest.mark.parametrize(
    "sentence",
    [
        "Portugal beat Hungary on Monday.",
        "Hungary lost to a late goal.",
        "Portugal 2-1 Hungary.",
        "They had lost 3-0 to Portugal and played against Hungary on Monday.",
        "Hungary’s goalkeeper was injured.",
        "The Hungary coach praised the crowd.",
    ],
)
def test_what_plays_is_an_organisation(analyse, sentence):
    assert kinds_of(analyse, f"{sentence}\n\n{REPORT}", "Hungary") == {"organisation"}


def test_a_country_that_loses_in_an_article_about_no_match_is_a_place(analyse):
    assert kinds_of(
        analyse,
        "Hungary lost the case on Monday. The court in Budapest heard both sides.",
        "Hungary",
    ) == {"place"}


def test_the_town_in_which_a_match_is_played_is_a_place(analyse):
    assert kinds_of(
        analyse,
        f"Portugal beat Hungary in Budapest on Monday. Fans in Budapest sang.\n\n{REPORT}",
        "Budapest",
    ) == {"place"}


def test_a_demonym_stays_a_place(analyse):
    assert kinds_of(analyse, f"The Hungarian goalkeeper was injured.\n\n{REPORT}", "Hungarian") == {
        "place"
    }


def test_the_title_of_a_report_is_read_like_its_text(analyse):
    found = analyse(f"Hungary won a penalty.\n\n{REPORT}", title="Hungary 2-0 Portugal")
    assert {name.kind for name in found.names if name.text in {"Hungary", "Portugal"}} == {
        "organisation"
    }
