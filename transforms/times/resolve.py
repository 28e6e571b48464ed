"""An expression of time and the day of writing -> the days it covers."""

from dataclasses import replace
from datetime import date

from transforms.times.calendar import Period
from transforms.times.rule import Anchor, Direction
from transforms.times.scan import Hit, scan


def resolve_time(
    expression: str, published_on: date | None, direction: Direction | None = None
) -> Period | None:
    """The days that the first expression in a short text covers: `resolve_time("last Friday",
    date(2021, 12, 3))` is 26 November.

    direction: where the verb beside it points, where that is known. None where there is no
    expression, or no answer.
    """
    hits = scan(expression)
    return (
        read_hit(hits[0], Anchor(published_on, direction) if published_on else None)
        if hits
        else None
    )


def read_hit(hit: Hit, anchor: Anchor | None) -> Period | None:
    """The days that an expression covers; None where they are open, or the calendar has no such day
    (31 June).
    """
    if anchor is None:
        if hit.rule.needs_anchor:
            return None
        anchor = Anchor(date.min)
    try:
        return hit.rule.read(hit.match, anchor)
    except (ValueError, OverflowError):
        return None


def read_between(hit: Hit, anchor: Anchor, latest: date) -> Period | None:
    """The days that an expression may cover where all that is known of the day of writing is a
    first and a last day.
    """
    early, late = read_hit(hit, anchor), read_hit(hit, replace(anchor, on=latest))
    if early is None or late is None or early == late:
        return early and late
    return Period(min(early.first, late.first), max(early.last, late.last), "range")
