"""Pieces of patterns for dates in English, and the reading of what they match: month, weekday and
number words.
"""

from transforms.times.calendar import SEASON_STARTS
from transforms.world.calendar import find_month
from transforms.world.calendar import find_weekday as find_day_of_week
from transforms.world.languages import Words, find_language
from transforms.world.phrases import join_phrases

ENGLISH = find_language("en")
WORDS = ENGLISH.times
SMALL_NUMBERS, TENS, UNITS = WORDS.small_numbers, WORDS.tens, WORDS.units
NUMBERS = (
    {"a": 1, "an": 1}
    | {word: n for n, word in enumerate(SMALL_NUMBERS, 1)}
    | {word: 10 * n for n, word in enumerate(TENS, 2)}
)


def name_fully(forms: Words) -> Words:
    """ "december|dec" -> "december"."""
    return tuple(listed.split("|")[0] for listed in forms)


def shorten(forms: Words) -> Words:
    """ "december|dec" -> "dec"."""
    return tuple(short for listed in forms for short in listed.split("|")[1:])


def either_case(words: Words) -> str:
    """Alternatives as in "Monday" and "MONDAY", never "monday": small letters make "may" and
    "march" of a month.
    """
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


def any_case(words: Words) -> str:
    """Alternatives as in "today", "Today" and "TODAY"."""
    return "|".join(form for word in words for form in (word, word.capitalize(), word.upper()))


FULL_MONTH = either_case(name_fully(ENGLISH.calendar.months))
SHORT_MONTH = either_case(shorten(ENGLISH.calendar.months))
# "December", "Dec.", "DEC"
ANY_MONTH = rf"(?:(?:{FULL_MONTH})\b|(?:{SHORT_MONTH})\b\.?)"
# not "Jan", who may be a person
DOTTED_MONTH = rf"(?:(?:{FULL_MONTH})\b|(?:{SHORT_MONTH})\.)"
# not "the Sunday Times"
WEEKDAY = (
    rf"(?:{either_case(name_fully(ENGLISH.calendar.weekdays))})(?!\s{join_phrases(WORDS.papers)}\b)"
)
ANY_WEEKDAY = rf"(?:{WEEKDAY}\b|(?:{either_case(shorten(ENGLISH.calendar.weekdays))})\b\.?)"
DAY_NUMBER = rf"(?:3[01]|[12]\d|0?[1-9]){join_phrases(ENGLISH.dates.ordinal)}?"
YEAR = r"(?:1[5-9]\d{2}|20\d{2})"
NUMBER = (  # "3", "three", "twenty-two"
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})[-\s](?:{'|'.join(SMALL_NUMBERS[:9])})|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
)
VAGUE = join_phrases(WORDS.vague)
UNIT = rf"(?:{'|'.join(UNITS)})"
SPOKEN_YEAR = (  # "nineteen ninety-seven", "two thousand and five"
    rf"(?:(?:eighteen|nineteen|twenty)\s(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(SMALL_NUMBERS[:9])})\b)?|(?:{'|'.join(SMALL_NUMBERS[9:])}))"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{'|'.join(SMALL_NUMBERS)}))?)\b"
)
EDGE = r"the\s(?:beginning|start|middle|end)\sof"
PART = rf"(?i:(?:early|late|mid|{EDGE}|a\sgood\spart\sof)[\s-](?:in\s|the\s)?)"  # "the end of 1990", "mid-1996"
NTH = rf"(?:(?i:{'|'.join(WORDS.ordinals)})|1st|2nd|3rd|4th)"  # "third" quarter
# not "the Winter Carnival"
SEASON = rf"(?:{'|'.join(f'[{name[0].upper()}{name[0]}]{name[1:]}' for name in SEASON_STARTS)})(?!\s[A-Z])"


def read_month(text: str) -> int:
    """ "Sept." is 9."""
    return find_month(text.rstrip("."), ENGLISH.code) or 0


def read_weekday(text: str) -> int:
    """ "Tues." is 1: Monday is 0."""
    return (find_day_of_week(text.rstrip("."), ENGLISH.code) or 0) - 1


def read_day(text: str) -> int:
    """ "3rd" is 3."""
    return int("".join(filter(str.isdigit, text)))


def read_number(text: str) -> int:
    """ "three", "3", "a", "twenty-two"."""
    return (
        int(text)
        if text.isdigit()
        else sum(NUMBERS[word] for word in text.lower().replace("-", " ").split())
    )


def read_year(text: str) -> int:
    """ "1997", "nineteen ninety-seven", "two thousand and five"."""
    if text.isdigit():
        return int(text)
    century, *rest = text.lower().replace("-", " ").replace(" and ", " ").split()
    base = 2000 if century == "two" else 100 * NUMBERS[century]
    return base + sum(NUMBERS[word] for word in rest if word != "thousand")


def read_ordinal(text: str) -> int:
    """ "third", "3rd", "Q3"."""
    digits = "".join(filter(str.isdigit, text))
    return int(digits) if digits else WORDS.ordinals.index(text.lower()) + 1
