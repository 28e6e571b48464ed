"""A batch -> what of it may enter the warehouse, what may not and why, and what every rule
found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from expectations.articles import CLOCK_RULES
from expectations.mend import mend
from expectations.rule import Row
from expectations.rules import RULES, TABLES, make_rows
from expectations.suites import Outcome, check_rows
from transforms.records import Batch, Findings, QualityResult, Reject

CLOCK_RULE_NAMES = frozenset(rule.name for rule in CLOCK_RULES)
PAGES_AGAINST_A_CLOCK = 3  # so many pages, and most of all, are not wrong by chance


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
        """Whether a clock was no measure for the days of publication, since most pages spoke
        against it.
        """
        return any(
            result.rule in CLOCK_RULE_NAMES and result.severity == "info" for result in self.results
        )


def check(batch: Batch, checked_on: date) -> Checked:
    """Check every row of the batch against the rules.

    A row that breaks a critical rule is kept out: an article with all that hangs on it, or a quote
    or mention alone. A field that breaks a warning rule is emptied. checked_on: the day that a page
    without a day of fetching is held against. Raises GateError when a rule could not be checked:
    then nothing may enter.
    """
    findings: Sequence[Findings] = batch.findings
    rejects: list[Reject] = []
    results: list[QualityResult] = []
    for table in TABLES:
        rules = [rule for rule in RULES if rule.table == table.name]
        rows = make_rows(table, findings, checked_on)
        outcomes = trust_days(check_rows(table.name, rules, rows), rows)
        findings, kept_out = mend(findings, rows, outcomes)
        rejects += kept_out
        results += [make_result(outcome, rows) for outcome in outcomes]
    return Checked(Batch(tuple(findings), batch.rejects), tuple(rejects), tuple(results))


def trust_days(outcomes: Sequence[Outcome], rows: Sequence[Row[Any]]) -> list[Outcome]:
    """The same outcomes; where most pages that were held against a clock were published after it,
    the clock is wrong and the days stay.
    """
    return [
        replace(outcome, rule=replace(outcome.rule, severity="info"))
        if is_clock_wrong(outcome, rows)
        else outcome
        for outcome in outcomes
    ]


def is_clock_wrong(outcome: Outcome, rows: Sequence[Row[Any]]) -> bool:
    if outcome.rule.name not in CLOCK_RULE_NAMES or len(outcome.broken) < PAGES_AGAINST_A_CLOCK:
        return False
    return 2 * len(outcome.broken) > sum(map(outcome.rule.is_about, rows))


def make_result(outcome: Outcome, rows: Sequence[Row[Any]]) -> QualityResult:
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
