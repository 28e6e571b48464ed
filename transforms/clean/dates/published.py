"""What a page says of its dates -> when it was published, and how far that can be trusted.

The first statement that is a possible day decides, in the order of `DateFacts.published`. Where
there is none, a month or a year is a bracket; where there is not even that, the dates of captions
("not before") and of the last change ("not after") make one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from transforms.clean.dates.order import is_month_first
from transforms.clean.dates.read import ReadDate, read_date, read_dates
from transforms.clean.dates.yearless import YearlessDay, place_within
from transforms.records import DateSource, Published

FIRST_DAY = date(1990, 1, 1)  # no page is older: dates before are of things that the page is about
# a record may come from the archive of a newspaper; the first one is of 1605
FIRST_GIVEN_DAY = date(1605, 1, 1)
ONE_DAY = timedelta(days=1)
# behind and ahead of UTC: California, Japan
WESTERNMOST, EASTERNMOST = (
    timedelta(hours=8),
    timedelta(hours=9),
)
MAX_EVIDENCE = 200  # characters


@dataclass(frozen=True, slots=True)
class DateStatement:
    """A date as the page words it. label: the field or the place that it stands in, such as
    `datePublished`.
    """

    source: DateSource
    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"[:MAX_EVIDENCE]


@dataclass(frozen=True, slots=True)
class DateFacts:
    """All that a page says of its dates. `gather_dates` makes it of HTML, `gather_dump_dates` of
    the lines of a dump.

    published: most trusted first. captions: lines under pictures, which say when something was
    seen.
    yearless: days by the headline that do not say of which year.
    elsewhere: other words of the page with dates, which tell the order of day and month only.
    language: as the page says ("en-US") or as detected ("en"). fetched_on: None where it is not
    known.
    """

    published: tuple[DateStatement, ...] = ()
    modified: tuple[DateStatement, ...] = ()
    captions: tuple[str, ...] = ()
    yearless: tuple[YearlessDay, ...] = ()
    elsewhere: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    fetched_on: date | None = None

    @property
    def language_code(self) -> str | None:
        """ISO 639-1: "en" of "en-US"."""
        return self.language.lower().replace("_", "-").split("-")[0] if self.language else None

    @property
    def last_day(self) -> date:
        """The last day that can be meant: a page fetched in San Francisco may bear tomorrow's date
        of Auckland.
        """
        return self.fetched_on + ONE_DAY if self.fetched_on else date.max


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement with the possible date that it states."""

    statement: DateStatement
    date: ReadDate

    @property
    def is_day(self) -> bool:
        return self.date.earliest == self.date.latest and self.date.other_order is None


def find_published(facts: DateFacts) -> Published:
    """The one answer to "when was it published?". Days are local days as stated, moments are UTC,
    and nothing is made up.

    The bracket always holds the day: earliest = on = latest where a day is stated.
    """
    stating = [statement.text for statement in (*facts.published, *facts.modified)]
    month_first = is_month_first(stating, facts.language, facts.url, facts.elsewhere)
    stated = list(_possible(facts.published, facts, month_first))
    changes = list(_possible(facts.modified, facts, month_first))
    published = _stated(stated, changes) or _inferred(facts, changes)
    return replace(
        published, modified_at=next((change.date.at for change in changes if change.date.at), None)
    )


def _possible(
    statements: Iterable[DateStatement], facts: DateFacts, month_first: bool | None
) -> Iterator[Reading]:
    """The statements that state a date, and one on which the page can have been published."""
    for statement in statements:
        reading = read_date(statement.text, facts.language_code, bool(month_first))
        first_day = FIRST_GIVEN_DAY if statement.source == "given" else FIRST_DAY
        if reading and first_day <= reading.earliest <= facts.last_day:
            yield Reading(
                statement, reading if month_first is None else replace(reading, other_order=None)
            )


def _stated(readings: Sequence[Reading], changes: Sequence[Reading]) -> Published | None:
    days = [reading for reading in readings if reading.is_day]
    if days:
        return _publish_on(_prefer_visible(days, changes))
    return next(map(_publish_within, readings), None)


def _prefer_visible(days: Sequence[Reading], changes: Sequence[Reading]) -> Reading:
    """The first of the readings, corrected by the day that readers see on the page.

    A clock in UTC may show another day than the newsroom's. And a system that stamps each rebuild
    of the site as `datePublished` betrays itself: that is the day of the last change too, while the
    page shows an earlier one.
    """
    best = days[0]
    shown = next(
        (day for day in days if day.statement.source == "visible" and not day.date.at), best
    )
    if _is_local_day(best.date, shown.date.earliest):
        return replace(
            best, date=replace(best.date, earliest=shown.date.earliest, latest=shown.date.latest)
        )
    is_rebuilt = any(
        abs(change.date.earliest - best.date.earliest) <= ONE_DAY for change in changes
    )
    return shown if is_rebuilt and best.date.earliest - shown.date.earliest > ONE_DAY else best


def _is_local_day(moment: ReadDate, day: date) -> bool:
    """True where a clock between California and Japan showed that day at a moment that is stated in
    UTC.
    """
    if not (moment.at and moment.is_utc):
        return False
    return (moment.at - WESTERNMOST).date() <= day <= (moment.at + EASTERNMOST).date()


def _publish_on(day: Reading) -> Published:
    on = day.date.earliest
    return Published(
        on, day.date.at, day.date.precision, day.statement.source, on, on, str(day.statement)
    )


def _publish_within(span: Reading) -> Published:
    """A month, a year, or the two days that "03/04/2024" may be."""
    edges = (span.date.earliest, span.date.latest, span.date.other_order or span.date.latest)
    precision = "range" if span.date.other_order else span.date.precision
    return Published(
        None, None, precision, span.statement.source, min(edges), max(edges), str(span.statement)
    )


def _inferred(facts: DateFacts, changes: Sequence[Reading]) -> Published:
    """A bracket from what cannot be later or earlier than the page: nothing on a caption is
    younger, no change is older.

    A page that shows its readers no day but that of its last change is, in this version, of that
    day: inferred, not stated.
    """
    change = min(
        (change for change in changes if change.is_day),
        key=lambda change: change.date.latest,
        default=None,
    )
    latest = change.date.latest if change else None
    if placed := _placed(facts, latest or facts.fetched_on):
        return placed
    seen = [
        (day, caption)
        for caption in facts.captions
        for day in _days_of(caption, facts)
        if day <= (latest or facts.last_day)
    ]
    earliest, caption = max(seen, default=(None, None))
    if earliest is None and latest is None:
        return Published(
            evidence=next((f"no date: {statement}" for statement in facts.published), None)
        )
    shown = next(
        (
            change.date.earliest
            for change in changes
            if change.is_day and change.statement.source == "visible"
        ),
        None,
    )
    on = shown if shown == latest else None
    reasons = [f"not before caption: {caption}"] if caption else []
    reasons += [f"not after {change.statement}"] if change else []
    evidence = "; ".join(reasons)[: 2 * MAX_EVIDENCE]
    return Published(
        on,
        None,
        "day" if on else "range",
        "inferred",
        earliest,
        latest or facts.fetched_on,
        evidence,
    )


def _placed(facts: DateFacts, last: date | None) -> Published | None:
    """Of the first day by the headline without a year that fits a year up to `last`, the day of the
    last change or else of the fetch.
    """
    placed = ((day, place_within(day, last)) for day in facts.yearless if last)
    for day, on in placed:
        if on:
            evidence = f"by the headline: {day.text}; not after {last}"
            return Published(on, None, "day", "inferred", on, on, evidence[: 2 * MAX_EVIDENCE])
    return None


def _days_of(caption: str, facts: DateFacts) -> list[date]:
    readings = read_dates(caption, facts.language_code)
    return [
        reading.earliest
        for reading in readings
        if reading.precision != "month"
        and reading.other_order is None
        and reading.earliest >= FIRST_DAY
    ]
