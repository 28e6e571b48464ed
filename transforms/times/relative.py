"""Expressions counted from the day of writing ("yesterday", "last week") or from the period named
before ("a day later") -> their days.
"""

import re
from datetime import date, timedelta

from transforms.times.calendar import (
    Period,
    find_quarter,
    make_day,
    make_decade,
    make_month,
    make_quarter,
    make_week,
    make_year,
    shift_months,
)
from transforms.times.rule import Anchor, make_rules
from transforms.times.words import EDGE, NUMBER, UNIT, VAGUE, WORDS, YEAR, read_number
from transforms.world.phrases import join_phrases

DAYS = {**WORDS.days, **WORDS.days_alone}
WHICH = rf"(?P<which>(?i:{join_phrases((*WORDS.back, 'this', 'current', *WORDS.ahead))}))"
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
# "later" this month
WHEN = rf"(?:(?i:earlier|early|later|late|{EDGE}|towards?\sthe\send\sof)\s(?:in\s|on\s)?)?"


def shift(day: date, count: int, unit: str) -> date:
    """The day some units on."""
    if unit in MONTHS_IN:
        return shift_months(day, count * MONTHS_IN[unit])
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def make_unit(day: date, unit: str) -> Period:
    """The day, week, month, quarter, year or decade that holds the day."""
    if unit == "quarter":
        return make_quarter(day.year, find_quarter(day))
    if unit == "month":
        return make_month(day.year, day.month)
    if unit in ("year", "decade"):
        return make_year(day.year) if unit == "year" else make_decade(day.year)
    return make_week(day) if unit == "week" else make_day(day)


def read_day_word(match: re.Match[str], anchor: Anchor) -> Period:
    """ "yesterday", "tonight", "this morning"."""
    return make_day(anchor.on + timedelta(days=DAYS[match["word"].lower()]))


def read_which_unit(match: re.Match[str], anchor: Anchor) -> Period:
    """ "last week", "later this month", "the current fiscal year"."""
    which = match["which"].lower()
    step = -1 if which in WORDS.back else 1 if which in WORDS.ahead else 0
    return make_unit(shift(anchor.on, step, match["unit"].lower()), match["unit"].lower())


def read_unit_but_one(match: re.Match[str], anchor: Anchor) -> Period:
    """ "the week before last", "the year after next"."""
    unit = match["unit"].lower()
    return make_unit(
        shift(anchor.on, -2 if match["way"].lower().startswith("before") else 2, unit), unit
    )


def read_the_unit(match: re.Match[str], anchor: Anchor) -> Period:
    """ "earlier in the year", "the end of the month"."""
    return make_unit(anchor.on, match["unit"])


def read_latest_quarter(_: re.Match[str], anchor: Anchor) -> Period:
    """The quarter that ended last: figures are published after it."""
    return find_reported_quarter(anchor.on)


def find_reported_quarter(on: date) -> Period:
    return make_quarter(on.year, find_quarter(on) - 1)


def read_latest_year(_: re.Match[str], anchor: Anchor) -> Period:
    return make_year(anchor.on.year - 1)


def read_year_end(_: re.Match[str], anchor: Anchor) -> Period:
    return make_day(date(anchor.on.year, 12, 31))


def read_ago(match: re.Match[str], anchor: Anchor) -> Period:
    """ "three weeks ago" is the week, "four years ago" the year, "in the last" unit of the
    count.
    """
    unit = match["unit"].lower()
    return make_unit(
        shift(anchor.on, -read_number(match["count"]), unit), "year" if unit == "decade" else unit
    )


def read_fortnight_ago(_: re.Match[str], anchor: Anchor) -> Period:
    return make_week(shift(anchor.on, -2, "week"))


def read_from_now(match: re.Match[str], anchor: Anchor) -> Period:
    unit = match["unit"].lower()
    return make_unit(shift(anchor.on, read_number(match["count"]), unit), unit)


def read_stretch(match: re.Match[str], anchor: Anchor) -> Period:
    """ "the past three weeks" run up to the day of writing, "the next two days" on from it."""
    count, unit = read_number(match["count"] or "one"), match["unit"].lower()
    if match["which"].lower() in WORDS.ahead:
        return Period(anchor.on, shift(anchor.on, count, unit), "range")
    return Period(shift(anchor.on, -count, unit), anchor.on, "range")


def read_open(_: re.Match[str], __: Anchor) -> Period | None:
    """ "several years ago", "the past few days": a time, but no day that could be named."""
    return None


def read_period_of_year(match: re.Match[str], anchor: Anchor) -> Period:
    """ "the 1988 quarter" beside the one that ended last."""
    return make_quarter(int(match["year"]), find_quarter(find_reported_quarter(anchor.on).first))


def read_year_before(match: re.Match[str], anchor: Anchor) -> Period:
    """The period that figures are compared with: "a year earlier", "the year-ago quarter"."""
    if anchor.previous is not None and anchor.previous.granularity in ("month", "quarter"):
        return shift_back_a_year(anchor.previous)
    if (
        anchor.previous is not None
        and anchor.previous.granularity == "year"
        and "earlier" in match[0]
    ):
        return make_year(anchor.previous.first.year - 1)
    if anchor.compares_figures or "quarter" in match[0]:
        return shift_back_a_year(find_reported_quarter(anchor.on))
    return make_year(anchor.on.year - 1)


def shift_back_a_year(period: Period) -> Period:
    """The same period of the year before."""
    last = shift_months(period.last, -12)
    if period.granularity in ("month", "quarter") and period.last.month == 2:
        last = make_month(last.year, 2).last
    return Period(shift_months(period.first, -12), last, period.granularity)


def read_from_previous(match: re.Match[str], anchor: Anchor) -> Period | None:
    """ "two days later", "the following week": from the period named before, if there is one as
    fine as the unit.
    """
    previous, unit = anchor.previous, match["unit"].lower()
    if previous is None or not is_as_fine(previous, unit):
        return None
    step = -1 if match["way"].lower() in (*WORDS.earlier, *WORDS.earlier_one) else 1
    return make_unit(shift(previous.first, step * read_number(match["count"] or "one"), unit), unit)


def read_same(match: re.Match[str], anchor: Anchor) -> Period | None:
    """ "that day", "the same year": of the period named before, if there is one as fine."""
    if anchor.previous is None or not is_as_fine(anchor.previous, match["unit"]):
        return None
    return make_unit(anchor.previous.first, match["unit"])


def is_as_fine(period: Period, unit: str) -> bool:
    """Whether the period lies within one such unit: of a year nobody can tell that month."""
    return period.last <= make_unit(period.first, unit).last


RULES = (
    *make_rules(
        "day_word",
        "day_word",
        read_day_word,
        rf"(?:(?i:early|earlier|late|later)\s)?(?P<word>(?i:{join_phrases(WORDS.days)}))(?:\s(?:morning|afternoon|evening|night))?",
        rf"(?P<word>(?i:{join_phrases(WORDS.days_alone)}))",
    ),
    *make_rules(
        "which_unit",
        "unit",
        read_which_unit,
        rf"{WHEN}(?:the\s(?=current|previous|coming))?{WHICH}\s(?:fiscal\s|financial\s)?(?P<unit>week|month|quarter|year)",
    ),
    *make_rules(
        "which_unit", "decade", read_which_unit, r"(?i:(?P<which>this|last|next)\s(?P<unit>decade))"
    ),
    *make_rules(
        "unit_but_one",
        "unit",
        read_unit_but_one,
        r"(?i:the\s(?P<unit>week|month|year)\s(?P<way>before\slast|after\snext))",
    ),
    *make_rules(
        "the_unit",
        "unit",
        read_the_unit,
        r"(?i:(?:earlier|early|later|late)\sin|the\s(?:end|start|beginning)\sof)\sthe\s(?P<unit>week|month|year)",
    ),
    *make_rules(
        "the_unit", "unit", read_the_unit, r"the\s(?:full|whole|entire|fiscal)\s(?P<unit>year)"
    ),
    *make_rules(
        "latest_quarter",
        "quarter",
        read_latest_quarter,
        r"(?i:(?:the\s)?(?:latest|most\srecent|recent|just-ended)\s(?:fiscal\s)?(?:quarter|period)|the\squarter)",
    ),
    *make_rules(
        "latest_year",
        "unit",
        read_latest_year,
        r"(?i:the\s(?:latest|most\srecent|just-ended)\s(?:fiscal\s)?year)",
    ),
    *make_rules(
        "period_of_year",
        "quarter",
        read_period_of_year,
        rf"the\s(?P<year>{YEAR})\s(?:quarter|period)",
    ),
    *make_rules("year_end", "unit", read_year_end, r"(?:the\s)?(?i:year[\s-]end|year['’]s\send)"),
    *make_rules(
        "year_before",
        "then",
        read_year_before,
        rf"(?i:a\syear\s(?:ago|earlier|before|previously)|(?:the\s)?year[\s-](?:ago|earlier)(?:\s{join_phrases(WORDS.compared)})?)",
    ),
    *make_rules(
        "year_before",
        "quarter",
        read_year_before,
        r"(?i:the\s(?:corresponding|same|comparable)\s(?:quarter|period)\s(?:a\syear\s(?:ago|earlier)|(?:of\s)?last\syear)|last\syear['’]s\s(?:quarter|period))",
    ),
    *make_rules(
        "ago",
        "then",
        read_ago,
        rf"(?:(?i:{join_phrases(WORDS.about)})\s)?(?P<count>(?i:{NUMBER}))\s(?P<unit>{UNIT})s?\sago",
    ),
    *make_rules("ago", "then", read_fortnight_ago, r"(?i:a\sfortnight\sago)"),
    *make_rules(
        "from_now",
        "ahead",
        read_from_now,
        rf"(?P<count>(?i:{NUMBER}))\s(?P<unit>{UNIT})s?\sfrom\s(?:now|today)",
        rf"(?i:in\s(?P<count>{NUMBER})\s(?P<unit>{UNIT})(?:['’]s|s['’])\stime)",
    ),
    *make_rules(
        "stretch",
        "unit",
        read_stretch,
        rf"(?:the|these)\s(?P<which>last|past|next|coming)\s(?P<count>{NUMBER})\s(?P<unit>{UNIT})s?",
        r"the\s(?P<which>last|past|next|coming)\s(?P<count>)(?P<unit>week|month|year|decade)",
    ),
    *make_rules(
        "open",
        "unit",
        read_open,
        rf"(?:(?:the|these)\s(?:last|past|next|coming)\s(?:{VAGUE}\s)?{UNIT}s|(?i:{VAGUE}|an?\s{VAGUE})\s{UNIT}s\s(?:ago|later|earlier))",
    ),
    *make_rules(
        "from_previous",
        "then",
        read_from_previous,
        rf"(?P<count>(?i:{NUMBER}))\s(?P<unit>{UNIT})s?\s(?P<way>later|earlier|afterwards|before(?=[.,;]|$))",
    ),
    *make_rules(
        "from_previous",
        "unit",
        read_from_previous,
        rf"(?i:the\s(?P<way>{join_phrases((*WORDS.earlier_one, *WORDS.later_one))})\s(?P<unit>day|week|month|year)(?P<count>))",
    ),
    *make_rules(
        "same", "unit", read_same, r"(?i:that|(?:that|the)\ssame)\s(?P<unit>day|week|month|year)"
    ),
)
