"""Expressions that state their year -> the days they cover, whenever the article was written."""

import re
from datetime import date

from transforms.times.calendar import (
    Period,
    make_century,
    make_day,
    make_decade,
    make_half,
    make_month,
    make_quarter,
    make_season,
    make_year,
)
from transforms.times.rule import make_absolute_rules
from transforms.times.words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    DAY_NUMBER,
    NTH,
    PART,
    SEASON,
    SPOKEN_YEAR,
    WORDS,
    YEAR,
    read_day,
    read_month,
    read_ordinal,
    read_year,
)
from transforms.world.phrases import join_phrases

PLAIN_YEAR = rf"(?P<year>{YEAR}|(?i:{SPOKEN_YEAR}))"
# "more than 1950"
NOT_A_SUM = "".join(rf"(?<!{word}\s)" for word in WORDS.before_sum)
# "2000 people", "1950,5", "1500%"
NOT_COUNTED = rf"(?!\s?(?:%\b|{join_phrases(WORDS.counted)}\b)|[.,]\d|%)"


def read_full_date(match: re.Match[str]) -> Period:
    return make_day(
        date(read_year(match["year"]), read_month(match["month"]), read_day(match["day"]))
    )


def read_iso_date(match: re.Match[str]) -> Period:
    return make_day(date.fromisoformat(match[0]))


def read_numeric_date(match: re.Match[str]) -> Period | None:
    """With dots the day is first; with strokes nobody can tell, unless one of the two is no month
    or both are the same.
    """
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] == "." or one > 12:
        return make_day(date(year, two, one))
    return make_day(date(year, one, two)) if two > 12 or one == two else None


def read_day_range(match: re.Match[str]) -> Period | None:
    month, groups = read_month(match["month"]), match.groupdict()
    last_month = read_month(groups["month2"]) if groups.get("month2") else month
    year = int(match["year"])
    return make_range(
        date(year, month, read_day(match["day"])), date(year, last_month, read_day(match["day2"]))
    )


def read_month_of_year(match: re.Match[str]) -> Period:
    return make_month(read_year(match["year"]), read_month(match["month"]))


def read_month_range(match: re.Match[str]) -> Period | None:
    first = make_month(int(match["year"] or match["year2"]), read_month(match["month"]))
    return make_range(
        first.first, make_month(int(match["year2"]), read_month(match["month2"])).last
    )


def read_year_range(match: re.Match[str]) -> Period | None:
    """ "2014-16" ends in 2016."""
    first, short = int(match["year"]), match["year2"]
    last = int(short) if len(short) == 4 else first - first % 100 + int(short)
    return make_range(date(first, 1, 1), date(last, 12, 31))


def make_range(first: date, last: date) -> Period | None:
    return Period(first, last, "range") if first < last else None


def read_decade(match: re.Match[str]) -> Period:
    """ "the '90s" are the 1990s."""
    return make_decade(int(match["decade"]) + (1900 if len(match["decade"]) == 2 else 0))


FIRST_DAY = rf"(?P<month>{ANY_MONTH})\s(?P<day>{DAY_NUMBER})"
TO = r"(?:\s?[-–]\s?|\s(?:to|and|through|until)\s)"

RULES = (
    *make_absolute_rules(
        "full_date",
        "month",
        read_full_date,
        rf"(?:{ANY_WEEKDAY},?\s)? {FIRST_DAY},?\s(?P<year>{YEAR})",  # "Friday, Dec. 3, 2021"
        # "3 Dec, 2021", "the 3rd of December 2021"
        rf"(?:{ANY_WEEKDAY},?\s)? (?:the\s)?"
        rf"(?P<day>{DAY_NUMBER})(?:\s|-|\sof\s)(?P<month>{ANY_MONTH}),?[\s-](?P<year>{YEAR})",
    ),
    *make_absolute_rules("iso_date", "year", read_iso_date, r"\d{4}-\d\d-\d\d"),
    *make_absolute_rules(  # "24/12/2021", "3.12.2021"
        "numeric_date",
        "year",
        read_numeric_date,
        rf"(?P<one>\d\d?)(?P<mark>[./])(?P<two>\d\d?)(?P=mark)(?P<year>{YEAR})",
    ),
    *make_absolute_rules(
        "day_range",
        "month",
        read_day_range,
        rf"{FIRST_DAY}{TO}(?:(?P<month2>{ANY_MONTH})\s)?(?P<day2>{DAY_NUMBER}),?\s(?P<year>{YEAR})",  # "March 30 to April 2, 2022"
        rf"(?P<day>{DAY_NUMBER}){TO}(?P<day2>{DAY_NUMBER})\s(?P<month>{ANY_MONTH}),?\s(?P<year>{YEAR})",  # "3-5 March 2022"
    ),
    *make_absolute_rules(  # "early March 2022", "December of 2021", "January nineteen ninety-seven"
        "month_of_year",
        "month",
        read_month_of_year,
        rf"(?:{PART})?(?P<month>{ANY_MONTH}),?\s(?:of\s)?{PLAIN_YEAR}",
    ),
    *make_absolute_rules(  # "October 2021 to March 2022", "January-March 2022"
        "month_range",
        "month",
        read_month_range,
        rf"(?P<month>{ANY_MONTH})(?:\s(?P<year>{YEAR}))?{TO}(?P<month2>{ANY_MONTH})\s(?P<year2>{YEAR})",
    ),
    *make_absolute_rules(
        "year_range",
        "year",
        read_year_range,
        rf"(?P<year>{YEAR})[-–](?P<year2>{YEAR}|\d\d)",  # "2014-16"
        rf"(?:[Ff]rom|[Bb]etween)\s(?P<year>{YEAR})\s(?:to|and|until|through)\s(?P<year2>{YEAR})",  # "between 2014 and 2016"
    ),
    *make_absolute_rules(  # "2014", "mid-1996", "the end of 1990", "fiscal 1989", "nineteen ninety-six"
        "year",
        "year",
        lambda match: make_year(read_year(match["year"])),
        rf"(?:{PART})?(?:(?:the\s)?(?:fiscal\s)?year\s|fiscal\s)?{NOT_A_SUM}{PLAIN_YEAR}{NOT_COUNTED}",
    ),
    *make_absolute_rules(
        "decade",
        "year",
        read_decade,
        rf"(?:the\s)?(?:{PART})?(?P<decade>{YEAR})(?<=0)['’]?s",
        r"(?:the\s)?['’](?P<decade>[2-9]0)s",
    ),
    *make_absolute_rules(
        "century",
        "year",
        lambda match: make_century(int(match["nth"])),
        r"(?:the\s)?(?P<nth>1\d|2[01])(?:st|th)\s[Cc]entury",
    ),
    *make_absolute_rules(
        "quarter_of_year",
        "year",
        lambda match: make_quarter(read_year(match["year"]), read_ordinal(match["nth"])),
        rf"(?:the\s)?(?:fiscal\s)?(?P<nth>{NTH})[\s-][Qq]uarter\s(?:of\s)?(?:fiscal\s)?(?P<year>{YEAR})",  # "the third quarter of 1990"
        rf"(?:the\s)?(?:fiscal\s)?(?P<year>{YEAR})(?:'s|’s)?\s(?P<nth>{NTH})[\s-][Qq]uarter",  # "the 1988 third quarter"
        rf"(?P<nth>Q[1-4])\s(?:of\s)?(?P<year>{YEAR})",  # "Q3 2021"
    ),
    *make_absolute_rules(  # "the first half of 2021"
        "half_of_year",
        "year",
        lambda match: make_half(read_year(match["year"]), read_ordinal(match["nth"])),
        rf"(?:the\s)?(?P<nth>(?i:first|second))[\s-]half\sof\s(?P<year>{YEAR})",
    ),
    *make_absolute_rules(  # "the summer of 2014", "winter 2021"
        "season_of_year",
        "season",
        lambda match: make_season(read_year(match["year"]), match["season"].lower()),
        rf"(?:{PART}|the\s)?(?P<season>{SEASON})\s(?:of\s)?(?P<year>{YEAR})",
    ),
)
