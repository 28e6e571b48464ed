"""Rows that break rules -> the findings without them, and a Reject that names the rule and what was
seen for each.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from expectations.rows import Row
from expectations.rules import Rule
from expectations.suites import Outcome
from transforms.records import Document, Findings, Published, Quote, Reject, Scope, Severity

Record = TypeVar("Record")
FIELD_OF_TABLE = {  # the field of Findings that holds a table's rows, or the rows that they belong to
    "quote": "quotes",
    "quote_span": "quotes",
    "quote_source": "quotes",
    "entity_mention": "mentions",
    "referent": "referents",
    "entity_relation": "relations",
    "time_mention": "times",
}


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule and a row that breaks it."""

    rule: Rule
    row: Row


# by place of the article, and of the record in it
Breaches = Mapping[tuple[int, int], list[Breach]]


def mend(
    findings: Sequence[Findings], rows: Sequence[Row], outcomes: Sequence[Outcome]
) -> tuple[list[Findings], list[Reject]]:
    """Findings without the rows of one table that break a critical rule, and with bad fields
    emptied.
    """
    fatal = collect(rows, outcomes, "critical")
    light = {
        place: breaches
        for place, breaches in collect(rows, outcomes, "warning").items()
        if place not in fatal
    }
    mended = {
        place: mend_one(findings[place], place, fatal, light)
        for place in {place for place, _ in (*fatal, *light)}
    }
    rejects = [
        *(
            make_reject(findings[place], breaches[0], breaches[1:])
            for (place, _), breaches in fatal.items()
        ),
        *(
            make_reject(findings[place], breach)
            for (place, _), breaches in light.items()
            for breach in breaches
        ),
    ]
    every = (mended.get(place, found) for place, found in enumerate(findings))
    return [found for found in every if found is not None], rejects


def collect(rows: Sequence[Row], outcomes: Sequence[Outcome], severity: Severity) -> Breaches:
    """The breaches of a severity, by the record that they concern."""
    breaches: defaultdict[tuple[int, int], list[Breach]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.rule.severity == severity:
            for place in outcome.broken:
                breaches[rows[place].article, rows[place].owner].append(
                    Breach(outcome.rule, rows[place])
                )
    return breaches


def mend_one(found: Findings, place: int, fatal: Breaches, light: Breaches) -> Findings | None:
    """The findings of one article mended; None where the article itself may not enter."""
    table = next(iter((*fatal.values(), *light.values())))[0].rule.table
    if table == "article":
        document = empty_fields(found.article.document, light.get((place, place), ()))
        return (
            None
            if (place, place) in fatal
            else replace(found, article=replace(found.article, document=document))
        )
    field = FIELD_OF_TABLE[table]
    records = enumerate(getattr(found, field))
    kept = tuple(
        empty_fields(record, light.get((place, owner), ()))
        for owner, record in records
        if (place, owner) not in fatal
    )
    return replace(found, **{field: kept})  # type: ignore[arg-type]


def empty_fields(record: Record, breaches: Sequence[Breach]) -> Record:
    """The record without what breaks the rules."""
    for breach in breaches:
        record = EMPTY[breach.rule.table, breach.rule.column](record)
    return record


def drop_date(document: Document) -> Document:
    return replace(document, published=Published(modified_at=document.published.modified_at))


def drop_bracket(document: Document) -> Document:
    return replace(document, published=replace(document.published, earliest=None, latest=None))


def drop_country(document: Document) -> Document:
    return replace(document, outlet=document.outlet and replace(document.outlet, country_code=None))


def drop_speaker(quote: Quote) -> Quote:
    return replace(
        quote,
        speaker_text=None,
        speaker_start=None,
        speaker_end=None,
        speaker_mention_kind="none",
        speaker_referent_id=None,
    )


def drop(**fields: object) -> Callable[[Any], Any]:
    """A function that gives a record these fields."""
    return lambda record: replace(record, **fields)


EMPTY: dict[
    tuple[str, str], Callable[[Any], Any]
] = {  # what a breach of a "warning" rule empties, by table and column
    ("article", "url"): drop(url=None),
    ("article", "canonical_url"): drop(canonical_url=None),
    ("article", "language"): drop(language=None),
    ("article", "language_confidence"): drop(language_confidence=None),
    ("article", "published_on"): drop_date,
    ("article", "date_without_source"): drop_date,
    ("article", "published_earliest"): drop_bracket,
    ("article", "outlet_country_code"): drop_country,
    ("quote", "speaker_text"): drop_speaker,
    ("quote", "unknown_speaker"): drop(speaker_referent_id=None),
    ("quote", "unknown_principal"): drop(principal_referent_id=None),
    ("quote", "unknown_parent"): drop(parent_quote_id=None),
    ("quote", "uttered_on"): drop(uttered_on=None),
    ("quote_source", "source_text"): drop(sources=()),
    ("quote_source", "hop"): drop(sources=()),
    ("quote_source", "source_kind"): drop(sources=()),
    ("quote_source", "unknown_source"): drop(sources=()),
    ("entity_mention", "unknown_referent"): drop(referent_id=None),
    ("entity_relation", "date_from"): drop(date_from=None, date_to=None),
    ("time_mention", "date_from"): drop(date_from=None, date_to=None),
    ("time_mention", "granularity"): drop(granularity=None),
}


def make_reject(found: Findings, breach: Breach, others: Sequence[Breach] = ()) -> Reject:
    """The reject of a breach. others: further breaches by the same record, which fell with the
    first.
    """
    rule, row = breach.rule, breach.row
    fate = "is emptied" if rule.severity == "warning" else "is kept out"
    also = ", ".join(sorted({other.rule.name for other in others} - {rule.name}))
    return Reject(
        found.article.document.source_uri,
        stage="check",
        reason=rule.name,
        field=f"{rule.table}.{rule.column}",
        observed_value=str(row.columns[rule.column])[:200],
        detail=f"{rule.table} {row.key} {fate}" + (f"; it breaks {also}, too" if also else ""),
        scope=find_scope(rule),
    )


def find_scope(rule: Rule) -> Scope:
    if rule.severity == "warning":
        return "field"
    return "page" if rule.table == "article" else "row"
