"""What a rule is: a name, what it measures of a row, and the expectation that this is held against,
in plain values that know nothing of great_expectations.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Generic, Literal, TypeVar, get_args

from transforms.records import Findings, Quote, Severity

Record = TypeVar("Record")
KEY = r"^[0-9a-f]{16}$"  # 0123456789abcdef
SOME_WORD = r"\S"
IN_ORDER = "ExpectColumnPairValuesAToBeGreaterThanB"


@dataclass(frozen=True, slots=True)
class Around:
    """The article that rows belong to. place: in the batch. checked_on: stands in for the day on
    which the page was fetched, where that is not known.
    """

    found: Findings
    place: int
    checked_on: date
    referent_ids: frozenset[str]
    quote_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row(Generic[Record]):
    """A row to be checked. `key` names it to people.

    owner: place in the article of the record itself, or of the quote of a span or source. quote:
    that a span or source is of. number: its place in the quote, from 1. is_repeated: whether a row
    of the article before it has its key.
    """

    key: str
    record: Record
    around: Around
    owner: int = 0
    quote: Quote | None = None
    number: int = 0
    is_repeated: bool = False


# what a row shows; made once for each field, so that rules that measure the same share it
Measure = Callable[[Row[Any]], object]
Mend = Callable[[Any], Any]  # a record -> the record without what breaks a rule
Fate = Literal["critical", "info"] | Mend


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on the rows of a table, by the name of an expectation and its arguments.

    column: what it is about, as people read it. measure: what is held against the expectation;
    None where there is nothing to complain of or to compare. other: what `measure` is compared
    with, where the expectation is one on two columns; is_other_first: which of them comes first
    there. Days are measured as ISO words.
    severity: what happens to a row that breaks it: "critical" keeps the row out, "warning" empties
    the field by `mend`, "info" is noted only.
    """

    name: str
    column: str
    severity: Severity
    expectation: str
    arguments: Mapping[str, object]
    measure: Measure
    other: Measure | None = None
    is_other_first: bool = False
    mend: Mend | None = None
    table: str = ""

    def is_about(self, row: "Row[Any]") -> bool:
        """Whether the row has what the rule measures, and what it compares that with."""
        if self.measure(row) is None:
            return False
        return self.other is None or self.other(row) is not None


# ---- measures ------------------------------------------------------------------------------------


@cache
def at(path: str) -> Measure:
    """What stands in a field of the record: `text`, `document.published.on`."""
    names = path.split(".")

    def read(row: Row[Any]) -> object:
        value = row.record
        for name in names:
            value = None if value is None else getattr(value, name)
        return value.isoformat() if isinstance(value, date) else value

    return read


def repeated(row: Row[Any]) -> str | None:
    """The key of a row that stood before."""
    return row.key if row.is_repeated else None


def article_of(row: Row[Any]) -> str:
    return row.around.found.article.article_id


@cache
def no_referent(field: str) -> Measure:
    """The key of a referent that the article does not have."""

    def read(row: Row[Any]) -> str | None:
        referent_id: str | None = getattr(row.record, field)
        return None if referent_id in row.around.referent_ids else referent_id

    return read


def text_around(row: Row[Any]) -> str:
    """The text that the offsets of a row count in."""
    document = row.around.found.article.document
    is_in_title = (row.quote or row.record).in_title
    return (document.title or "") if is_in_title else document.text


def length_around(row: Row[Any]) -> int:
    return len(text_around(row))


@cache
def sliced(start: str = "char_start", end: str = "char_end") -> Measure:
    """What stands between two offsets of a record; nothing where they lie outside the text."""

    def read(row: Row[Any]) -> str:
        return cut(text_around(row), getattr(row.record, start), getattr(row.record, end))

    return read


def cut(text: str, start: int | None, end: int | None) -> str:
    if start is None or end is None or not 0 <= start <= end <= len(text):
        return ""
    return text[start:end]


@cache
def word(text: str) -> Measure:
    """The same for every row."""
    return lambda _row: text


# ---- what a breach of a rule of severity "warning" empties ---------------------------------------


def drop(**fields: object) -> Mend:
    """A function that gives a record these fields."""
    return lambda record: replace(record, **fields)


# ---- kinds of rules ------------------------------------------------------------------------------


def matches(name: str, column: str, fate: Fate, regex: str, measure: Measure | None = None) -> Rule:
    expected = {"regex": regex}
    return make_rule(name, column, fate, "ExpectColumnValuesToMatchRegex", expected, measure)


def differs(name: str, column: str, fate: Fate, regex: str, measure: Measure | None = None) -> Rule:
    expected = {"regex": regex}
    return make_rule(name, column, fate, "ExpectColumnValuesToNotMatchRegex", expected, measure)


def among(
    name: str, column: str, fate: Fate, values: object, measure: Measure | None = None
) -> Rule:
    """The value is one of a Literal's."""
    expected = {"value_set": list(get_args(values))}
    return make_rule(name, column, fate, "ExpectColumnValuesToBeInSet", expected, measure)


def between(
    name: str,
    column: str,
    fate: Fate,
    bounds: tuple[float, float],
    measure: Measure | None = None,
) -> Rule:
    expected = {"min_value": bounds[0], "max_value": bounds[1]}
    return make_rule(name, column, fate, "ExpectColumnValuesToBeBetween", expected, measure)


def no_longer(
    name: str, column: str, fate: Fate, most: int, measure: Measure | None = None
) -> Rule:
    """The text has so many characters at most."""
    expected = {"max_value": most}
    return make_rule(name, column, fate, "ExpectColumnValueLengthsToBeBetween", expected, measure)


def absent(name: str, column: str, fate: Fate, measure: Measure) -> Rule:
    """The measured trouble is not there; where it is, the measure says what was seen."""
    return make_rule(name, column, fate, "ExpectColumnValuesToBeNull", {}, measure)


def present(name: str, column: str, fate: Fate, measure: Measure | None = None) -> Rule:
    return make_rule(name, column, fate, "ExpectColumnValuesToNotBeNull", {}, measure)


def unique(name: str, column: str, fate: Fate, measure: Measure | None = None) -> Rule:
    return make_rule(name, column, fate, "ExpectColumnValuesToBeUnique", {}, measure)


def equal(
    name: str, column: str, fate: Fate, other: Measure, measure: Measure | None = None
) -> Rule:
    rule = make_rule(name, column, fate, "ExpectColumnPairValuesToBeEqual", {}, measure)
    return replace(rule, other=other)


def at_least(
    name: str, column: str, fate: Fate, other: Measure, measure: Measure | None = None
) -> Rule:
    """What is measured is not smaller than the other measure."""
    rule = make_rule(name, column, fate, IN_ORDER, {"or_equal": True}, measure)
    return replace(rule, other=other)


def at_most(
    name: str, column: str, fate: Fate, other: Measure, measure: Measure | None = None
) -> Rule:
    """What is measured is not greater than the other measure."""
    rule = make_rule(name, column, fate, IN_ORDER, {"or_equal": True}, measure)
    return replace(rule, other=other, is_other_first=True)


def make_rule(  # noqa: PLR0913 - what a rule is made of
    name: str,
    column: str,
    fate: Fate,
    expectation: str,
    arguments: Mapping[str, object],
    measure: Measure | None,
) -> Rule:
    """A rule; what it measures is the record's field of that name where nothing else is said."""
    measure = measure or at(column)
    if callable(fate):
        return Rule(name, column, "warning", expectation, arguments, measure, mend=fate)
    return Rule(name, column, fate, expectation, arguments, measure)
