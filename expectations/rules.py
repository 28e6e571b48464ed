"""What must hold before a batch may enter: the tables, in the order in which they are checked, with
their rows and their rules.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from expectations.articles import ARTICLE_RULES, list_articles
from expectations.names import (
    MENTION_RULES,
    REFERENT_RULES,
    RELATION_RULES,
    TIME_RULES,
    list_mentions,
    list_referents,
    list_relations,
    list_times,
)
from expectations.quotes import (
    QUOTE_RULES,
    SOURCE_RULES,
    SPAN_RULES,
    list_quotes,
    list_sources,
    list_spans,
)
from expectations.rule import Around, Row, Rule
from transforms.records import Findings


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be checked. field: of Findings, that holds its rows, or the quotes they belong to."""

    name: str
    field: str
    list_rows: Callable[[Around], Iterator[Row[Any]]]
    rules: tuple[Rule, ...]


TABLES = (
    Table("article", "article", list_articles, ARTICLE_RULES),
    Table("referent", "referents", list_referents, REFERENT_RULES),  # the others refer to them
    Table("quote", "quotes", list_quotes, QUOTE_RULES),
    Table("quote_span", "quotes", list_spans, SPAN_RULES),
    Table("quote_source", "quotes", list_sources, SOURCE_RULES),
    Table("entity_mention", "mentions", list_mentions, MENTION_RULES),
    Table("entity_relation", "relations", list_relations, RELATION_RULES),
    Table("time_mention", "times", list_times, TIME_RULES),
)
RULES = tuple(replace(rule, table=table.name) for table in TABLES for rule in table.rules)
FIELDS = {table.name: table.field for table in TABLES}


def make_rows(table: Table, findings: Sequence[Findings], checked_on: date) -> list[Row[Any]]:
    """The rows of one table, in the order of the articles."""
    return [
        row
        for place, found in enumerate(findings)
        for row in mark_repeated(table.list_rows(look_around(found, place, checked_on)))
    ]


def look_around(found: Findings, place: int, checked_on: date) -> Around:
    return Around(
        found,
        place,
        checked_on,
        frozenset(referent.referent_id for referent in found.referents),
        frozenset(quote.quote_id for quote in found.quotes),
    )


def mark_repeated(rows: Iterator[Row[Any]]) -> Iterator[Row[Any]]:
    """The rows of an article, with a mark on those whose key stood before."""
    seen: set[str] = set()
    for row in rows:
        yield replace(row, is_repeated=True) if row.key in seen else row
        seen.add(row.key)
