"""The numbers of the gate: what is within bounds passes, what is beyond is told, and either fails
where the number is doubled or halved. The bounds are in the rules when a test begins.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from expectations.rule import Around, Row, cut, text_around
from expectations.rules import TABLES, make_rows
from expectations.suites import check_rows
from tests.articles import make_findings
from tests.expectations.test_gate import TODAY, with_document, with_span
from transforms.records import Findings

TEXT = "The quay is shut."
HOST = "https://example.com/"


def list_broken(rule_name: str, findings: Sequence[Findings]) -> tuple[int, ...]:
    """The places of the rows that break a rule."""
    [(table, rule)] = [
        (table, rule) for table in TABLES for rule in table.rules if rule.name == rule_name
    ]
    [outcome] = check_rows(table.name, [rule], make_rows(table, findings, TODAY))
    return outcome.broken


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 17, TEXT),
        (17, 17, ""),
        (4, 8, "quay"),
        (8, 8, ""),
        (8, 4, ""),
        (-1, 4, ""),
        (4, 18, ""),
        (None, 4, ""),
        (4, None, ""),
    ],
)
def test_offsets_cut_what_lies_between_them_and_nothing_where_they_lie_outside_the_text(
    start: int | None, end: int | None, words: str
) -> None:
    assert cut(TEXT, start, end) == words


@pytest.mark.parametrize("field", ["url", "canonical_url"])
def test_an_address_of_thousands_of_characters_is_a_book(field: str) -> None:
    short, long = (
        with_document(**{field: HOST + "a" * characters}) for characters in (3_000, 6_000)
    )
    assert list_broken(f"article_{field}_is_no_book", [short, long]) == (1,)


def test_no_text_is_longer_than_five_million_characters() -> None:
    near, far = (with_span(char_start=start) for start in (3_000_000, 7_000_000))
    assert list_broken("quote_span_starts_in_the_text", [near, far]) == (1,)


def test_offsets_of_a_title_count_in_the_title_and_in_nothing_where_there_is_none() -> None:
    found = make_findings()
    in_title = replace(found.quotes[0], in_title=True)
    for title in ("The quay is shut", None):
        document = replace(found.article.document, title=title)
        around = replace(found, article=replace(found.article, document=document))
        row = Row("k", in_title, Around(around, 0, TODAY, frozenset(), frozenset()))
        assert text_around(row) == (title or "")
        assert text_around(replace(row, record=found.quotes[0])) == document.text
