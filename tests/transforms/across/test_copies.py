"""How two texts are related by their words."""

import pytest

from transforms.across.copies import Overlap, compare, discount, read_text, relate_texts

REPORT = """LISBON — The ferry company said on Monday that it would cancel 14 crossings after its crews walked out over pay.

The union that speaks for the crews said that talks had broken down on Friday night, and that no date had been set for new ones.

"We have asked for what we were promised two years ago," its chairman said outside the terminal.

Travellers who had booked a place on one of the boats were told to ask for their money back at the counter or in writing.

The last strike on the line ended after nine days, when the ministry of transport brought the two sides together in the capital."""
WEATHER = "Weather for {town}. Expect rain in the morning and a high of {high} degrees. Winds of {wind} miles an hour. Low tonight near {low}."
FRAME = "The morning letter tells you what the papers of the region have on their first pages today, and what the readers wrote to us. "


def relate(one: str, other: str) -> str | None:
    overlap, back = (
        compare(read_text(one), read_text(other)),
        compare(read_text(other), read_text(one)),
    )
    assert overlap == back
    return relate_texts(overlap)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        pytest.param(REPORT.replace("—", "--").replace('"', "”"), "exact", id="other marks"),
        pytest.param(REPORT.rpartition("\n\n")[0], "near_dup", id="the last paragraph is cut"),
        pytest.param(
            REPORT.replace("walked out", "struck").replace("broken down", "failed"),
            "near_dup",
            id="some words are edited",
        ),
        pytest.param(
            REPORT.replace("14 crossings", "15 crossings"), "near_dup", id="one number is put right"
        ),
        pytest.param(
            "\n\n".join(reversed(REPORT.split("\n\n"))),
            "near_dup",
            id="the paragraphs are in another order",
        ),
        pytest.param(" ".join(REPORT.split()[:40]) + " Read more.", "excerpt", id="a teaser"),
        pytest.param(
            "The council of Port Ellery met on Tuesday to vote on a new bridge over the river.",
            None,
            id="another report",
        ),
        pytest.param("", None, id="no words"),
    ],
)
def test_a_text_and_what_was_made_of_it(other: str, relation: str | None) -> None:
    assert relate(REPORT, other) == relation


def test_the_issues_of_a_form_are_no_copies_of_each_other() -> None:
    today, tomorrow = (
        WEATHER.format(town="Milford", high=57, wind=12, low=41),
        WEATHER.format(town="Milford", high=63, wind=8, low=44),
    )
    assert relate(today, tomorrow) is None
    assert relate(today, today.upper()) == "exact"


STOCK = (
    "The old grain store has stood empty since the strike of the winter before last.",
    "Work on the second pier starts when the ice is gone from the upper basin.",
    "Fishing boats had to tie up on the far bank while the sills were looked at.",
    "Three firms had put in bids, the lowest of them from abroad, and one went under.",
    "The lamps along the towpath are older than the road itself by a generation.",
    "Every second tree on the avenue had to be felled after the gales of the autumn.",
    "The council meets again before the end of the quarter to hear what it will cost.",
    "Otters have been seen under the second span, where the water runs slower now.",
    "The site was a store of munitions until the fifties, and was never made clean.",
    "Cyclists get a lane of their own on the seaward side, between the wall and the rails.",
)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(
            (0, 1, 2, 3, 4, 5, 6),
            (6, 8, 4, 2, 9, 0, 3),
            "rewrite",
            id="two texts from one stock of sentences",
        ),
        pytest.param(
            (0, 1, 2, 3, 4, 5, 6),
            (8, 0, 1, 2, 9, 3, 4, 7),
            "near_dup",
            id="in the same order, with other sentences between",
        ),
        pytest.param(
            (0, 1, 2, 3, 4, 5),
            (3, 4, 5, 7, 8, 9, 0, 1, 2),
            "near_dup",
            id="two passages in another order",
        ),
    ],
)
def test_a_copy_goes_on_as_its_original_does(
    one: tuple[int, ...], other: tuple[int, ...], relation: str
) -> None:
    assert (
        relate(" ".join(STOCK[place] for place in one), " ".join(STOCK[place] for place in other))
        == relation
    )


def test_what_many_unlike_articles_share_makes_no_excerpt() -> None:
    whole = compare(read_text(FRAME), read_text(FRAME + REPORT))
    assert relate_texts(whole) == "excerpt"
    common = discount(whole, frozenset(whole.shared_keys))
    assert isinstance(common, Overlap)
    assert relate_texts(common) is None


def test_offsets_of_shared_words_are_counted_once() -> None:
    overlap = compare(
        read_text("one two three four five six"), read_text("zero one two three four five")
    )
    assert (overlap.shared, overlap.shared_words) == (2, 5)


def test_what_two_texts_share_is_judged_by_keys_of_both_which_the_warehouse_keeps() -> None:
    """A run of words that is no key of the long text may be one of a short text elsewhere."""
    one, other = read_text(FRAME), read_text(FRAME + REPORT)
    shared = set(compare(one, other).shared_keys)
    assert shared == set(one.keys.tolist()) & set(other.keys.tolist())
