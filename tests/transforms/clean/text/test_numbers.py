"""The numbers by which bytes become text: what is near or frequent enough is taken, what is not is
left, and either fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import Number
from transforms.clean.text import decode
from transforms.clean.text.characters import tidy_characters

META = b'<meta charset="macintosh">'
# a mark below the letter, which no letter is written in one with
MARK = "\u0316"


def is_declared_behind(bytes_before: int) -> bool:
    content = b" " * bytes_before + META + "The café by the pier".encode("mac_roman")
    return "café" in (decode.decode_bytes(content) or "")


def is_binary(controls_in_a_thousand: int) -> bool:
    return decode._is_binary(b"\x01" * controls_in_a_thousand * 10 + b"t" * 10_000)


def is_mended(words: int) -> bool:
    return decode._mend_mojibake("donâ€™t " * words) == "don’t " * words


CASES = [
    Number(decode, "SAMPLE", is_declared_behind, 65_512, 65_513),
    Number(decode, "MAX_CONTROL_SHARE", is_binary, 21, 20),
    Number(decode, "MIN_MOJIBAKE", is_mended, 3, 2),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize(("marks", "kept"), [(25, 25), (40, 30)])
def test_no_letter_bears_more_marks_than_thirty(marks: int, kept: int) -> None:
    assert tidy_characters(f"Z{MARK * marks}") == f"Z{MARK * kept}"
