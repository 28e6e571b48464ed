"""Short entries with their times, which are a ticker where the latest stands first, and lists that
are none.
"""

import pytest

from transforms.clean.judge.facts import gather_dump_facts
from transforms.clean.judge.verdict import judge

RIVER = "The river stands at 6.8 metres in Altwied."
NIGHT = [
    *("01.20", "Bole concedes and thanks her driver."),
    *("00.40", "Ferris votes for Lund by 61 to 39."),
    *("23.55", "The hall smells of soup and paint."),
    *("22.10", "The polls have closed."),
]
BEHIND = [
    "20.31 Uhr: Wendt nimmt die Wahl an und weint.",
    "20.12 Uhr: Ein Zettel ist ungültig, jemand hat ein Herz gemalt.",
    "19.48 Uhr: Die Auszählung beginnt.",
]
AFTERNOON = [
    "1.05 pm: The jury asks for the map again.",
    "12.20 pm: They eat soup and say nothing.",
    "11.50 am: The judge drops his glasses.",
]
FRENCH = [
    "18 h 20",
    "Fin du direct.",
    "14 h 30",
    "Le cortège est parti.",
    "12 h",
    "Rien ne va plus.",
]
MATCH = [
    "90' It is over. Orrin are up.",
    "84' Brandt heads in from a corner.",
    "45+1' Penalty, and Fenn sends the keeper the wrong way.",
    "12' Orrin lead through Rao.",
]
HEADED = [
    *("04.12 Turner out", "The leader of the council loses his seat by nine votes."),
    *("03.05 Gain", "Lia Moor takes Northgate with 812 votes."),
    *("01.00 Boxes", "All but one are in. It is in a van with a flat tyre."),
]
PROGRAMME = [
    "18.00 The garden, in which a widow takes a lodger.",
    "19.30 The tide. A drama in three parts.",
    "21.00 The news and the weather.",
]
HEADLINES = ["16:20", "Two hurt in fire at mill", "15:45", "Ferry late", "15:10", "Swan returns"]
PRICES = ["Soup of the day 6.50", "4.20 for a half. Bread is free.", "3.10 for a cup."]
DAYS = ["21.06.2024 The fair opens.", "20.06.2024 The tents come.", "19.06.2024 It rains all day."]


def genre_of(lines):
    """The reason, or else the genre."""
    verdict = judge(gather_dump_facts("The day at the lock", "\n\n".join(lines), lines))
    return verdict.reason or verdict.genre


@pytest.mark.parametrize(
    "lines",
    [NIGHT, BEHIND, AFTERNOON, FRENCH, MATCH, MATCH[::-1], HEADED],
    ids=lambda lines: lines[0],
)
def test_entries_with_their_times_the_latest_first_are_an_article_however_short(lines):
    assert genre_of(lines) == "live_blog"
    assert genre_of([*lines[:4][: len(lines) // 3]]) != "live_blog"


@pytest.mark.parametrize("clocks", [("16:20", "15:45", "15:10"), ("10.05", "9.40 CET", "9.05")])
def test_clocks_may_stand_alone_above_what_happened(clocks):
    assert genre_of([line for clock in clocks for line in (clock, RIVER)]) == "live_blog"
    assert genre_of([line for clock in clocks[::-1] for line in (clock, RIVER)]) != "live_blog"


@pytest.mark.parametrize("lines", [PROGRAMME, HEADLINES, PRICES, DAYS], ids=lambda lines: lines[0])
def test_programmes_lists_of_headlines_prices_and_days_are_no_ticker(lines):
    assert genre_of(lines) != "live_blog"
