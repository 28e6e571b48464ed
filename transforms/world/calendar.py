"""The names of months and weekdays, in the languages of months.tsv and weekdays.tsv -> their numbers."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def find_month(word: str, language: str | None = None) -> int | None:
    """The month (1 to 12) that a word names, in the language of the page or else in any."""
    return _find("months.tsv", 12, word, language)


def find_weekday(word: str, language: str | None = None) -> int | None:
    """The weekday (ISO: Monday is 1) that a word names, in the language of the page or else in any."""
    return _find("weekdays.tsv", 7, word, language)


def _find(table: str, count: int, word: str, language: str | None) -> int | None:
    names, word = _read_names(table, count), word.lower()
    return names.get(language or "", names[""]).get(word) or names[""].get(word)


@cache
def _read_names(table: str, count: int) -> Mapping[str, Mapping[str, int]]:
    """Numbers by language and lower-case name; "" holds the names that mean the same in all languages."""
    rows = csv.DictReader((files(__package__) / table).read_text("utf-8").splitlines(), delimiter="\t")
    names = {row["language"]: dict(_pairs(row, count)) for row in rows}
    everywhere = [pair for language in names.values() for pair in language.items()]
    meanings: dict[str, set[int]] = {}
    for name, number in everywhere:
        meanings.setdefault(name, set()).add(number)
    return names | {"": {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1}}


def _pairs(row: Mapping[str, str], count: int) -> list[tuple[str, int]]:
    return [(name, number) for number in range(1, count + 1) for name in row[str(number)].split("|") if name]
