"""Document -> the day on which it was written, or the days between which it was."""

from dataclasses import dataclass
from datetime import date

from transforms.records import Document, Published
from transforms.times.calendar import Period, make_month, make_year
from transforms.times.resolve import resolve_time

DATELINE_LAG = 14  # days: a dateline further from the day of publication is not the story's


@dataclass(frozen=True, slots=True)
class Written:
    """First and last day on which it can have been written; the same where the day is known."""

    earliest: date
    latest: date


def find_written(document: Document) -> Written | None:
    """The dateline's day where it has one, else the day of publication, else what brackets it; None
    where nothing is known.
    """
    published = bracket_published(document.published)
    if document.dateline and (period := read_dateline(document.dateline, published)):
        return Written(period.first, period.last)
    return published


def read_dateline(dateline: str, published: Written | None) -> Period | None:
    """ "MOSCOW, Dec. 3 (Reuters)": its day, if it states its year itself or lies within two weeks
    before publication.
    """
    period = resolve_time(dateline, published.latest if published else None, direction="past")
    if period is None or period.granularity != "day":
        return None
    if published and not 0 <= (published.latest - period.first).days <= DATELINE_LAG:
        return None
    return period


def bracket_published(published: Published) -> Written | None:
    if published.on and published.precision in ("second", "minute", "day"):
        return Written(published.on, published.on)
    if published.earliest and published.latest:
        return Written(published.earliest, published.latest)
    if published.on and published.precision in ("month", "year"):
        month = make_month(published.on.year, published.on.month)
        period = month if published.precision == "month" else make_year(published.on.year)
        return Written(period.first, period.last)
    return None
