"""Expressions that leave out their year or week ("Friday", "Dec. 3", "in March", "the third
quarter") -> the nearest days they can mean.

The same-day rule: "on Friday", written on a Friday, is that day. Where the verb points nowhere, a
weekday is the last one up to and including the day of writing, and a day or month lies ahead if it
begins within `NEAR_AHEAD` days, else behind. Measured on TimeBank without any verb: 5 in 6 weekdays
are right so.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from transforms.times.calendar import (
    HOLIDAYS,
    Period,
    find_holiday,
    find_quarter,
    make_day,
    make_month,
    make_quarter,
    make_season,
    make_week,
    make_weekend,
)
from transforms.times.rule import Anchor, Direction, make_rules
from transforms.times.words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    DAY_NUMBER,
    DOTTED_MONTH,
    NTH,
    PART,
    SEASON,
    WEEKDAY,
    WORDS,
    read_day,
    read_month,
    read_ordinal,
    read_weekday,
)
from transforms.world.phrases import join_phrases

NEAR_AHEAD = timedelta(days=130)
WHICH = rf"(?P<which>(?i:{join_phrases((*WORDS.back_to, 'this', *WORDS.ahead_to))}))"
WHICH_YEAR = (
    r"(?:\s(?:of\s)?(?P<which>(?i:last|this|next))\syear|,?\sa\syear\s(?P<ago>ago|earlier))"
)
DAY_PART = rf"(?:\s(?i:{join_phrases(WORDS.parts_of_day)}))?"
EARLY = r"(?:(?i:early|late)\s(?:on\s)?)?"
BEFORE_NO_DATE = rf"(?!,?\s(?:{ANY_MONTH}|{DAY_NUMBER}\s))"  # "late Friday, Dec. 3" is that date
# a verb, a wish, a person: bare, they want a preposition before them
AMBIGUOUS_MONTH = "March|May|August"


def choose_nearest(periods: Iterable[Period], anchor: Anchor) -> Period:
    """Of one expression's periods in neighbouring years, in order of time, the one that is
    meant.
    """
    candidates = list(periods)
    begun = [period for period in candidates if period.first <= anchor.on]
    ahead = [period for period in candidates if period.last >= anchor.on]
    if anchor.direction == "past":
        return begun[-1]
    if anchor.direction == "future":
        return ahead[0]
    return ahead[0] if ahead[0].first - anchor.on <= NEAR_AHEAD else begun[-1]


def years_around(on: date) -> range:
    return range(on.year - 1, on.year + 2)


def read_day_of_month(match: re.Match[str], anchor: Anchor) -> Period:
    """ "Feb. 24". Raises ValueError for a day that no year has, as "Feb. 31"."""
    month, day = read_month(match["month"]), read_day(match["day"])
    years = [
        year for year in range(anchor.on.year - 8, anchor.on.year + 9) if exists(year, month, day)
    ]
    if not years:
        raise ValueError(f"no year has a day {day} of month {month}")
    return choose_nearest((make_day(date(year, month, day)) for year in years), anchor)


def exists(year: int, month: int, day: int) -> bool:
    """29 February is not in every year."""
    return 1 <= day <= make_month(year, month).last.day


def read_day_of_which_year(match: re.Match[str], anchor: Anchor) -> Period:
    return make_day(
        date(find_which_year(match, anchor), read_month(match["month"]), read_day(match["day"]))
    )


def read_days_of_month(match: re.Match[str], anchor: Anchor) -> Period | None:
    """ "March 3-5"."""
    month = read_month(match["month"])
    first, last = read_day(match["day"]), read_day(match["day2"])
    if first >= last:
        return None
    ranges = (
        Period(date(year, month, first), date(year, month, last), "range")
        for year in years_around(anchor.on)
    )
    return choose_nearest(ranges, anchor)


def read_month_alone(match: re.Match[str], anchor: Anchor) -> Period:
    month = read_month(match["month"])
    return choose_nearest((make_month(year, month) for year in years_around(anchor.on)), anchor)


def read_which_month(match: re.Match[str], anchor: Anchor) -> Period:
    """ "last May" ended before this month began, "next May" begins after it, "this May" is of this
    year.
    """
    month = read_month(match["month"])
    months = [make_month(year, month) for year in years_around(anchor.on)]
    return choose_which(
        months, match["which"].lower(), anchor, make_month(anchor.on.year, anchor.on.month)
    )


def choose_which(periods: list[Period], which: str, anchor: Anchor, current: Period) -> Period:
    """The last of the periods that ended before the current one, the next after it, or for "this"
    the one nearest of the year.
    """
    if which in WORDS.back_to:
        return [period for period in periods if period.last < current.first][-1]
    if which in WORDS.ahead_to:
        return next(period for period in periods if period.first > current.last)
    return next(period for period in periods if period.last.year == anchor.on.year)


def read_month_of_which_year(match: re.Match[str], anchor: Anchor) -> Period:
    return make_month(find_which_year(match, anchor), read_month(match["month"]))


def find_which_year(match: re.Match[str], anchor: Anchor) -> int:
    """ "last year", "this year", "next year", "a year ago"."""
    return anchor.on.year + {"last": -1, "this": 0, "next": 1}.get(
        (match["which"] or "last").lower(), 0
    )


def read_weekday_alone(match: re.Match[str], anchor: Anchor) -> Period:
    return make_day(find_weekday(read_weekday(match["weekday"]), anchor.on, anchor.direction))


def find_weekday(weekday: int, on: date, direction: Direction | None) -> date:
    """The same day counts both ways: said on a Friday, "on Friday" is today."""
    back = timedelta(days=(on.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - on.weekday()) % 7)
    return on + ahead if direction in ("present", "future") else on - back


def read_which_weekday(match: re.Match[str], anchor: Anchor) -> Period:
    """ "last Friday" is before the day of writing, "next Friday" after it, "this Friday" the one of
    its week or the next to come.
    """
    weekday, which = read_weekday(match["weekday"]), match["which"].lower()
    if which in WORDS.back_to:
        return make_day(find_weekday(weekday, anchor.on - timedelta(days=1), "past"))
    start = anchor.on + timedelta(days=1) if which in WORDS.ahead_to else anchor.on
    return make_day(
        find_weekday(
            weekday,
            start,
            "past" if anchor.direction == "past" and which not in WORDS.ahead_to else "future",
        )
    )


def read_weekday_of_week(match: re.Match[str], anchor: Anchor) -> Period:
    """ "Tuesday of last week"."""
    week = make_week(
        anchor.on + timedelta(days={"last": -7, "this": 0, "next": 7}[match["which"].lower()])
    )
    return make_day(week.first + timedelta(days=read_weekday(match["weekday"])))


def read_week_of_day(match: re.Match[str], anchor: Anchor) -> Period:
    """ "the week of March 6"."""
    return make_week(read_day_of_month(match, anchor).first)


def read_quarter_alone(match: re.Match[str], anchor: Anchor) -> Period:
    """Of this year, unless it would lie further ahead than the next quarter: in January "the fourth
    quarter" is last year's.
    """
    quarter = read_ordinal(match["nth"])
    return make_quarter(anchor.on.year - (quarter > find_quarter(anchor.on) + 1), quarter)


def read_quarter_of_which_year(match: re.Match[str], anchor: Anchor) -> Period:
    return make_quarter(find_which_year(match, anchor), read_ordinal(match["nth"]))


def read_season(match: re.Match[str], anchor: Anchor) -> Period:
    # in December the winter that is next begins in another
    years = range(anchor.on.year - 1, anchor.on.year + 3)
    seasons = [make_season(year, match["season"].lower()) for year in years]
    which = match["which"].lower()
    if which in (*WORDS.back_to, *WORDS.ahead_to):
        return choose_which(seasons, which, anchor, make_day(anchor.on))
    return choose_nearest(seasons, anchor)


def read_weekend(match: re.Match[str], anchor: Anchor) -> Period:
    """ "over the weekend" is the last one that has begun, unless the verb points ahead."""
    which = match["which"].lower()
    if which == "last":  # on a Saturday, the one before
        return make_weekend(anchor.on - timedelta(days=7))
    if which == "next":
        return make_weekend(anchor.on + timedelta(days=7))
    coming = make_weekend(anchor.on)
    if which in ("this", "this coming", "the coming") or anchor.direction == "future":
        return coming
    return coming if coming.first <= anchor.on else make_weekend(anchor.on - timedelta(days=7))


def read_holiday(match: re.Match[str], anchor: Anchor) -> Period:
    name, which = match["holiday"].lower().replace("’", "'"), (match["which"] or "").lower()
    days = [make_day(find_holiday(name, year)) for year in years_around(anchor.on)]
    return (
        choose_which(days, which, anchor, make_day(anchor.on))
        if which
        else choose_nearest(days, anchor)
    )


# "Easter Island"
NO_DAY = rf"(?!\s(?:[A-Z]|{join_phrases(WORDS.no_holiday)}s?\b))"
HOLIDAY = join_phrases(" ".join(map(str.capitalize, name.split())) for name in HOLIDAYS) + NO_DAY
MONTH_DAY = (
    rf"(?:{ANY_WEEKDAY},?\s)?(?P<month>{ANY_MONTH})\s(?P<day>{DAY_NUMBER})",  # "Friday, Dec. 3"
    rf"(?:{ANY_WEEKDAY},?\s)?(?:the\s)?(?P<day>{DAY_NUMBER})(?:\s|\sof\s)(?P<month>{ANY_MONTH})",  # "the 3rd of December"
)

RULES = (
    *make_rules("day_of_month", "month", read_day_of_month, *MONTH_DAY, asks_tense=True),
    *make_rules(
        "day_of_which_year",
        "month",
        read_day_of_which_year,
        *(rf"{pattern}{WHICH_YEAR}" for pattern in MONTH_DAY),
    ),
    *make_rules(
        "days_of_month",
        "month",
        read_days_of_month,
        rf"(?P<month>{ANY_MONTH})\s(?P<day>{DAY_NUMBER})(?:\s?[-–]\s?|\sto\s)(?P<day2>{DAY_NUMBER})",  # "March 3-5"
        rf"(?P<day>{DAY_NUMBER})(?:\s?[-–]\s?|\sto\s)(?P<day2>{DAY_NUMBER})\s(?P<month>{ANY_MONTH})",  # "3 to 5 March"
        asks_tense=True,
    ),
    *make_rules(
        "month",
        "month",
        read_month_alone,
        rf"(?P<month>(?!{AMBIGUOUS_MONTH}){DOTTED_MONTH})",  # "December"
        rf"(?:{PART}|(?<=in\s)|(?<=In\s)|(?<=since\s)|(?<=Since\s)|(?<=by\s)|(?<=until\s)|(?<=from\s)|(?<=of\s)|(?<=late-)|(?<=\A))"
        rf"(?P<month>{DOTTED_MONTH})",  # "early March", "in May"
        asks_tense=True,
    ),
    *make_rules(
        "which_month", "month", read_which_month, rf"{EARLY}{WHICH}\s(?P<month>{ANY_MONTH})(?!\s\d)"
    ),  # "last November"
    *make_rules(
        "month_of_which_year",
        "month",
        read_month_of_which_year,
        rf"(?:{PART})?(?P<month>{ANY_MONTH}){WHICH_YEAR}",
    ),  # "June last year"
    *make_rules(
        "weekday",
        "weekday",
        read_weekday_alone,
        rf"{EARLY}(?P<weekday>{WEEKDAY}){BEFORE_NO_DATE}{DAY_PART}",
        asks_tense=True,
    ),  # "late Friday night"
    *make_rules(
        "which_weekday",
        "weekday",
        read_which_weekday,
        rf"{EARLY}{WHICH}\s(?P<weekday>{WEEKDAY}){BEFORE_NO_DATE}{DAY_PART}",
        asks_tense=True,
    ),
    *make_rules(
        "weekday_of_week",
        "weekday",
        read_weekday_of_week,
        rf"(?P<weekday>{WEEKDAY}){DAY_PART}\s(?:of\s)?(?P<which>last|this|next)\sweek",
    ),
    *make_rules(
        "week_of_day",
        "month",
        read_week_of_day,
        rf"(?:the\s)?week\s{join_phrases(WORDS.week_of)}\s{MONTH_DAY[0]}",
    ),
    *make_rules(
        "quarter",
        "quarter",
        read_quarter_alone,
        rf"(?:the\s|its\s|their\s|a\s(?:\w+\s)?)?(?:fiscal[\s-])?(?P<nth>{NTH})[\s-][Qq]uarter",
    ),
    *make_rules(
        "quarter_of_which_year",
        "quarter",
        read_quarter_of_which_year,
        rf"(?P<which>(?i:this|last|next))\syear['’]s\s(?:fiscal\s)?(?P<nth>{NTH})[\s-]quarter(?P<ago>)",  # "this year's third quarter"
        rf"(?:the\s)?(?:fiscal\s)?(?P<nth>{NTH})[\s-][Qq]uarter(?:{WHICH_YEAR})",  # "the third quarter of last year"
        rf"(?:the\s)?year[\s-](?P<ago>ago|earlier)\s(?P<nth>{NTH})[\s-]quarter(?P<which>)",  # "the year-earlier third quarter"
    ),
    *make_rules(
        "season",
        "season",
        read_season,
        rf"(?:(?i:early|late)\s)?(?P<which>(?i:{join_phrases(WORDS.before_season)}))\s(?:early\s|late\s)?(?P<season>{SEASON})",
        asks_tense=True,
    ),
    *make_rules(
        "weekend",
        "weekend",
        read_weekend,
        rf"(?P<which>(?i:{join_phrases(WORDS.before_weekend)}))\s[Ww]eekend",
        asks_tense=True,
    ),
    *make_rules(
        "holiday",
        "holiday",
        read_holiday,
        rf"(?:{WHICH}\s)?(?P<holiday>{HOLIDAY})",
        asks_tense=True,
    ),
)
