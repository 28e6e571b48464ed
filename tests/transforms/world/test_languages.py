"""Each language file has a case beside it, tests/transforms/world/languages/<code>.toml: bylines
with their authors, date lines with their days. A page that bears them loses them from its text, and
has them as metadata.
"""

import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from transforms.clean.dates.read import read_dates
from transforms.clean.door import clean
from transforms.clean.metadata.author_names import split_names
from transforms.records import Document, Page
from transforms.world import languages
from transforms.world.calendar import number_names
from transforms.world.languages import (
    Calendar,
    Language,
    LanguageError,
    read_language,
    read_languages,
    words_of,
)

FOLDER = Path(languages.__file__).parent / "languages"
CASES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parent / "languages").glob("*.toml")
}
BYLINES = [
    (code, line, names)
    for code, case in sorted(CASES.items())
    for line, names in case.get("bylines", {}).items()
]
DATES = [
    (code, line, day)
    for code, case in sorted(CASES.items())
    for line, day in case.get("dates", {}).items()
]
TEXT = [
    "The harbour board of Marlow Quay voted late on Tuesday to close the north pier until the spring, after divers found that two of its"
    " oldest timbers had given way below the water line.",
    "Nobody was hurt, but the ferry to the islands will have to berth on the other side of the basin, which adds a quarter of an hour to"
    " every crossing and leaves the fish market without its landing place.",
    "The repairs are expected to cost some four hundred thousand crowns, a sum that the town does not have and that the county has so"
    " far refused to lend, and no firm has yet been found that would begin before the ice is gone.",
]


def clean_page(code: str, *head: str) -> Document:
    paragraphs = "".join(f"<p>{line}</p>" for line in (*head, *TEXT))
    html = f'<html lang="{code}"><title>North pier closed until spring</title><body><article><h1>North pier closed until spring</h1>'
    content = f"{html}{paragraphs}</article></body></html>".encode()
    document = clean(Page("pier.html", content, sha256(content).hexdigest(), "html"))
    assert isinstance(document, Document)
    return document


def test_every_language_has_a_case_and_every_case_a_language() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} - {"mul"} == set(CASES)


@pytest.mark.parametrize(("code", "line", "names"), BYLINES)
def test_a_byline_names_its_authors(code: str, line: str, names: list[str]) -> None:
    assert split_names(line) == names


@pytest.mark.parametrize(("code", "line", "day"), DATES)
def test_a_date_line_states_its_day(code: str, line: str, day: date) -> None:
    assert [reading.earliest for reading in read_dates(line, code)] == [day]


@pytest.mark.parametrize(("code", "case"), sorted(CASES.items()))
def test_byline_and_date_line_are_metadata_and_no_text(
    code: str, case: dict[str, dict[str, object]]
) -> None:
    (byline, names), (dated, day) = (
        next(iter(case["bylines"].items())),
        next(iter(case["dates"].items())),
    )
    document = clean_page(code, byline, dated)
    assert document.text == "\n\n".join(TEXT)
    assert list(document.authors) == names
    assert document.published.on == day


def test_a_list_that_nobody_asks_for_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "xx.toml"
    file.write_text('name = "Marlovian"\n[authors]\nbuy = ["ol"]\n')
    with pytest.raises(LanguageError, match=r"xx.toml: authors: nobody asks for buy; known are by"):
        read_language(file)


def test_a_calendar_with_a_month_too_few_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "xx.toml"
    file.write_text('name = "Marlovian"\n[calendar]\nmonths = ["ol"]\n')
    with pytest.raises(LanguageError, match=r"xx.toml: a calendar has 12 months"):
        read_language(file)


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ('marks = ["«"]', "no mark that opens and one that closes"),
        ("verb = 3", "verb is no table"),
        ("verb.claim.brag = 3", "verb.claim.brag is no string"),
    ],
)
def test_words_of_speech_that_cannot_be_read_are_refused_by_name(
    lines: str, refusal: str, tmp_path: Path
) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(f'name = "Marlovian"\n[speech]\n{lines}\n', encoding="utf-8")
    with pytest.raises(LanguageError, match=refusal):
        read_language(file)


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ('[times.days]\n"today" = "0"', "today is no number"),
        ('[times]\nseasons = ["wet", "dry"]', "a year has 4 seasons"),
    ],
)
def test_words_of_time_that_cannot_be_read_are_refused(
    lines: str, refusal: str, tmp_path: Path
) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(f'name = "Marlovian"\n{lines}\n', encoding="utf-8")
    with pytest.raises(LanguageError, match=refusal):
        read_language(file)


def test_words_are_those_of_the_languages_that_are_handed_in() -> None:
    marlovian = Language("xx", "Marlovian", calendar=Calendar(months=tuple("abcdefghijkl")))
    assert number_names([(marlovian, marlovian.calendar.months)])["xx"]["c"] == 3
    assert words_of("authors", "by", [marlovian]) == ()


def test_languages_are_read_once() -> None:
    assert read_languages() is read_languages()
    assert SimpleNamespace(codes=[language.code for language in read_languages()]).codes == sorted(
        {*CASES, "mul"}
    )
