"""Pieces of patterns for dates in English, and the reading of what they match: month, weekday and
number words.
"""

from transforms.times.calendar import MONTHS, WEEKDAYS

SMALL_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
                 "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth")
NUMBERS = (
    {"a": 1, "an": 1}
    | {word: n for n, word in enumerate(SMALL_NUMBERS, 1)}
    | {word: 10 * n for n, word in enumerate(TENS, 2)}
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")
SEASONS = (*("spring", "summer"), *("autumn", "fall", "winter"))
UNITS = ("day", "week", "month", "quarter", "year", "decade")


def either_case(words: tuple[str, ...]) -> str:
    """Alternatives as in "Monday" and "MONDAY", never "monday": small letters make "may" and
    "march" of a month.
    """
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


def any_case(words: tuple[str, ...]) -> str:
    """Alternatives as in "today", "Today" and "TODAY"."""
    return "|".join(form for word in words for form in (word, word.capitalize(), word.upper()))


FULL_MONTH = either_case(MONTHS)
# "December", "Dec.", "DEC"
ANY_MONTH = rf"(?:(?:{FULL_MONTH})\b|(?:{either_case(SHORT_MONTHS)})\b\.?)"
# not "Jan", who may be a person
DOTTED_MONTH = rf"(?:(?:{FULL_MONTH})\b|(?:{either_case(SHORT_MONTHS)})\.)"
WEEKDAY = rf"(?:{either_case(WEEKDAYS)})(?!\s(?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Night\sLive)\b)"  # not "the Sunday Times"
ANY_WEEKDAY = rf"(?:{WEEKDAY}\b|(?:{either_case(SHORT_WEEKDAYS)})\b\.?)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d{2}|20\d{2})"
NUMBER = (  # "3", "three", "twenty-two"
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})[-\s](?:{'|'.join(SMALL_NUMBERS[:9])})|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
)
VAGUE = r"(?:several|few|couple\s+of|many|some)"
UNIT = rf"(?:{'|'.join(UNITS)})"
SPOKEN_YEAR = (  # "nineteen ninety-seven", "two thousand and five"
    rf"(?:(?:eighteen|nineteen|twenty)\s(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(SMALL_NUMBERS[:9])})\b)?|(?:{'|'.join(SMALL_NUMBERS[9:])}))"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{'|'.join(SMALL_NUMBERS)}))?)\b"
)
EDGE = r"the\s(?:beginning|start|middle|end)\sof"
PART = rf"(?i:(?:early|late|mid|{EDGE}|a\sgood\spart\sof)[\s-](?:in\s|the\s)?)"  # "the end of 1990", "mid-1996"
NTH = rf"(?:(?i:{'|'.join(ORDINALS)})|1st|2nd|3rd|4th)"  # "third" quarter
# not "the Winter Carnival"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?!\s[A-Z])"


def read_month(text: str) -> int:
    """ "Sept." is 9."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(text.lower()[:3]))


def read_weekday(text: str) -> int:
    """ "Tues." is 1: Monday is 0."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(text.lower()[:2]))


def read_day(text: str) -> int:
    """ "3rd" is 3."""
    return int(text.rstrip("stndrh"))


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
    return int(digits) if digits else ORDINALS.index(text.lower()) + 1
