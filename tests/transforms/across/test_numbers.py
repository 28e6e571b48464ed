"""The numbers of what is compared across articles: what is like enough is taken, what is not is
left, and either fails where the number is doubled or halved.
"""

from datetime import date

import numpy as np
import pytest

from tests.numbers import Number
from transforms.across import copies, events, pairs, versions, wire

DAY = date(2024, 3, 1)


def has_marked_agency(before: int) -> bool:
    return bool(list(wire.list_marked(None, f"{'A' * before} (Nordwire) - The pier is shut.")))


def has_credit(lines_behind: int) -> bool:
    return bool(list(wire.list_credits("\n".join(["Source: Nordwire", *["End"] * lines_behind]))))


def has_long_byline(words: int) -> bool:
    return any("Nordwire" in name for name in wire.list_bylines([f"{'tide ' * words}, Nordwire"]))


def is_slip(words: int) -> bool:
    return versions.is_slip(["recieve"] * words, ["receive"] * words)


def needs_words(likeness: float) -> bool:
    return pairs.needs_words(likeness, 1)


def are_near(days: int) -> bool:
    return pairs.are_near((0, 0), (days, days))


def is_one_passage(gap: int) -> bool:
    return copies.count_breaks(np.array([0, 5]), np.array([0, 5 + gap])) == 0


def is_unknown_day_worth(share: float) -> bool:
    """Whether an article without a day stands farther off than one of so much."""
    return events.fade(None, (0, 0), 5.0) >= share


CASES = [
    Number(wire, "HEAD", has_marked_agency, 120, 200),
    Number(wire, "LAST_LINES", has_credit, 2, 4),
    Number(wire, "LONGEST", has_long_byline, 30, 60),
    Number(versions, "FEW", is_slip, 2, 5),
    Number(versions, "LIKE", lambda one: versions.are_alike(one, "harbour"), "harbxyz", "haxyzxy"),
    Number(pairs, "TOLD_ANEW", needs_words, 0.7, 0.4),
    Number(pairs, "NEAR_DAYS", are_near, 20, 45),
    Number(copies, "GAP", is_one_passage, 12, 25),
    Number(events, "UNKNOWN_DAY", is_unknown_day_worth, 0.5, 0.6),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)
