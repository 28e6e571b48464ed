"""A batch -> what of it may enter the warehouse, what may not and why, and what every rule
found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from expectations.child_rows import MEASURES, make_child_rows
from expectations.mend import mend
from expectations.rows import Row, make_article_rows
from expectations.rules import RULES
from expectations.suites import Outcome, check_rows
from transforms.records import Batch, Findings, QualityResult, Reject

CLOCK_RULE = "article_is_not_published_after_it_was_fetched"
PAGES_AGAINST_A_CLOCK = 3  # so many pages are not all wrong by chance


@dataclass(frozen=True, slots=True)
class Checked:
    """accepted: the findings that may enter, with the rejects that the batch came with. rejects:
    what the gate kept out.
    """

    accepted: Batch
    rejects: tuple[Reject, ...]
    results: tuple[QualityResult, ...]

    @property
    def is_clock_in_doubt(self) -> bool:
        """Whether the day of fetching was no measure for the days of publication, since no page
        stood up to it.
        """
        return any(
            result.rule == CLOCK_RULE and result.severity == "info" for result in self.results
        )


def check(batch: Batch, checked_on: date) -> Checked:
    """Check every row of the batch against the rules.

    A row that breaks a critical rule is kept out: an article with all that hangs on it, or a quote
    or mention alone. A field that breaks a warning rule is emptied. checked_on: the day that a page
    without a day of fetching is held against. Raises GateError when a rule could not be checked:
    then nothing may enter.
    """
    rows = make_article_rows(batch.findings, checked_on)
    findings, rejects, results = check_table("article", batch.findings, rows)
    for table in MEASURES:
        findings, more_rejects, more_results = check_table(
            table, findings, make_child_rows(table, findings)
        )
        rejects, results = rejects + more_rejects, results + more_results
    return Checked(Batch(tuple(findings), batch.rejects), tuple(rejects), tuple(results))


def check_table(
    table: str, findings: Sequence[Findings], rows: Sequence[Row]
) -> tuple[list[Findings], list[Reject], list[QualityResult]]:
    """The findings mended by the rules of one table, what was kept out, and what each rule
    found.
    """
    outcomes = trust_days(
        check_rows(table, [rule for rule in RULES if rule.table == table], rows), rows
    )
    findings, rejects = mend(findings, rows, outcomes)
    return findings, rejects, [make_result(outcome, rows) for outcome in outcomes]


def trust_days(outcomes: Sequence[Outcome], rows: Sequence[Row]) -> list[Outcome]:
    """The same outcomes; where every page with a day was published after it was fetched, the clock
    is wrong and the days stay.
    """
    dated = sum(row.columns.get("published_on") is not None for row in rows)
    return [
        replace(outcome, rule=replace(outcome.rule, severity="info"))
        if outcome.rule.name == CLOCK_RULE and PAGES_AGAINST_A_CLOCK <= dated == len(outcome.broken)
        else outcome
        for outcome in outcomes
    ]


def make_result(outcome: Outcome, rows: Sequence[Row]) -> QualityResult:
    rule = outcome.rule
    return QualityResult(
        suite=rule.table,
        rule=rule.name,
        table_name=rule.table,
        column_name=rule.column,
        severity=rule.severity,
        evaluated_count=outcome.evaluated_count,
        unexpected_count=len(outcome.broken),
        sample_keys=tuple(rows[place].key for place in outcome.broken[:10]),
    )
