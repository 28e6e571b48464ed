"""Rows that break rules -> the findings without them, and a Reject that names the rule and what was
seen for each.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from expectations.rule import Row, Rule
from expectations.rules import FIELDS
from expectations.suites import Outcome
from transforms.records import Findings, Reject, Scope, Severity

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule and a row that breaks it."""

    rule: Rule
    row: Row[Any]


# by place of the article, and of the record in it
Breaches = Mapping[tuple[int, int], list[Breach]]


def mend(
    findings: Sequence[Findings], rows: Sequence[Row[Any]], outcomes: Sequence[Outcome]
) -> tuple[list[Findings], list[Reject]]:
    """Findings without the rows of one table that break a critical rule, and with bad fields
    emptied.
    """
    fatal = collect(rows, outcomes, "critical")
    light = collect(rows, outcomes, "warning")
    light = {place: breaches for place, breaches in light.items() if place not in fatal}
    touched = {place for place, _ in (*fatal, *light)}
    mended = {place: mend_one(findings[place], place, fatal, light) for place in touched}
    every = (mended.get(place, found) for place, found in enumerate(findings))
    kept = [found for found in every if found is not None]
    return kept, list(tell_breaches(findings, fatal, light))


def tell_breaches(
    findings: Sequence[Findings], fatal: Breaches, light: Breaches
) -> Iterator[Reject]:
    """A reject for each record that is kept out, and for each field that is emptied."""
    for (place, _), breaches in fatal.items():
        yield make_reject(findings[place], breaches[0], breaches[1:])
    for (place, _), breaches in light.items():
        yield from (make_reject(findings[place], breach) for breach in breaches)


def collect(rows: Sequence[Row[Any]], outcomes: Sequence[Outcome], severity: Severity) -> Breaches:
    """The breaches of a severity, by the record that they concern."""
    breaches: defaultdict[tuple[int, int], list[Breach]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.rule.severity == severity:
            for row in map(rows.__getitem__, outcome.broken):
                breaches[row.around.place, row.owner].append(Breach(outcome.rule, row))
    return breaches


def mend_one(found: Findings, place: int, fatal: Breaches, light: Breaches) -> Findings | None:
    """The findings of one article mended; None where the article itself may not enter."""
    table = next(iter((*fatal.values(), *light.values())))[0].rule.table
    if table == "article":
        document = empty_fields(found.article.document, light.get((place, 0), ()))
        mended = replace(found, article=replace(found.article, document=document))
        return None if (place, 0) in fatal else mended
    field = FIELDS[table]
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
        assert breach.rule.mend, f"{breach.rule.name} does not say what it empties"
        record = breach.rule.mend(record)
    return record


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
        observed_value=str(rule.measure(row))[:200],
        detail=f"{rule.table} {row.key} {fate}" + (f"; it breaks {also}, too" if also else ""),
        scope=find_scope(rule),
        url=found.article.document.url,
    )


def find_scope(rule: Rule) -> Scope:
    if rule.severity == "warning":
        return "field"
    return "page" if rule.table == "article" else "row"
