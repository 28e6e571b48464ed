"""The numbers by which bytes become text: what is near or frequent enough is taken, what is not is
left, and either fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import Limit, Number
from transforms.clean.text import decode
from transforms.clean.text.characters import tidy_characters
from transforms.records import Page

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


def is_lost(lost: int, letters: int = 100) -> bool:
    page = Page("page.html", b"", "0" * 64, "html")
    return decode.reject_lost_letters(page, "\ufffd" * lost + "n" * letters) is not None


def is_lost_among(letters: int) -> bool:
    return is_lost(6, letters)


def is_latin(text: str) -> bool:
    return decode._reads_as_latin(text)


def is_nearly_utf8(broken: int) -> bool:
    content = "é".encode() * 3 + b" \xe9 " * broken
    return decode._decode_nearly_utf8(content) is not None


def is_mended_among(letters: int) -> bool:
    return "don’t" in decode._mend_mojibake("donâ€™t " * 3 + "ш" * letters)


def is_utf16(letters: int) -> bool:
    content = "n".encode("utf-16-le") * letters + b"nn" * (100 - letters)
    return decode._looks_like_utf16(content)


def is_turned(capitals: int) -> bool:
    """Whether a text with so many capitals for two small letters is one in another charset."""
    return decode._is_turned("нПУФ" + "ш" + "Ш" * (capitals - 3))


def is_mail(declared: str | None) -> bool:
    return decode._is_japanese_mail(b"\x1b$B%G", declared)


CASES = [
    Number(decode, "SAMPLE", is_declared_behind, 65_512, 65_513),
    Number(decode, "MAX_CONTROL_SHARE", is_binary, 21, 20),
    Number(decode, "MIN_MOJIBAKE", is_mended, 3, 2),
    Number(decode, "MIN_CAPITALS", is_turned, 7, 6),
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


LIMITS = [
    Limit("lost letters", is_lost, 5, 4),
    Limit("letters among lost ones", is_lost_among, 593, 594),
    Limit("runs beyond ASCII", is_latin, "äöüß" + " ä n" * 4, "äöüß" + " ä n" * 3),
    Limit("bytes that are no UTF-8", is_nearly_utf8, 3, 4),
    Limit("letters that show no second encoding", is_mended_among, 9, 10),
    Limit("letters of UTF-16", is_utf16, 81, 80),
    Limit("a charset that is declared", is_mail, "ISO-2022-JP", None),
    Limit("a charset that is another", is_mail, "iso-2022-jp", "utf-8"),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
