"""The lines of a page -> whether it sells: a price near the heading, a shelf of things each with
its price, an evening with its hour and what a ticket costs.
"""

import re
from functools import cache

from transforms.clean.judge.clocks import CLOCK
from transforms.clean.judge.facts import (
    MARK_AT_END,
    SENTENCE_END,
    PageFacts,
    count_words,
    is_sentence,
)
from transforms.clean.judge.shape import NUMBER, count_told, longest_run
from transforms.world.calendar import find_month, find_weekday
from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

# of a page that sells one thing; words of a price; lines of the page in which it stands
MAX_SALE_WORDS, PRICE_WORDS, NEAR_HEADING = 300, 6, 80
# things one after the other, words of one with its price, and what may be told beside them
MIN_SHELF, THING_WORDS, TOLD_OF_SHELF = 3, 12, 60
WORD = re.compile(r"[^\W\d_]{2,}")
# words of a line that says when, lines until the one that says for how much, words of the page
WHEN_WORDS, WHEN_TO_PRICE, MAX_EVENT_WORDS = 8, 4, 150
AT = re.compile(CLOCK, re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # of a day of publication; who invites names none


def find_shelf(facts: PageFacts) -> str | None:
    """Things that each bear a price, one after the other, and little told beside: a report of
    prices tells more.
    """
    if facts.declared.is_one_article or facts.declared.is_published:
        return None
    lines = facts.lines if facts.is_thin else facts.paragraphs
    longest = longest_run(map(_is_thing, lines))
    is_shelf = longest >= MIN_SHELF and count_told(facts) <= TOLD_OF_SHELF
    return f"{longest} things with their prices" if is_shelf else None


def _is_thing(line: str) -> bool:
    """ "Belledonne Low 99,00 € -15 %"; not "Fined £300 with £85 costs."."""
    if count_words(line) > THING_WORDS or SENTENCE_END.search(line):
        return False
    return bool(_amount().search(line)) and len(WORD.findall(_amount().sub("", line))) > 0


def find_event(facts: PageFacts) -> str | None:
    """An invitation: on a short page that states no date a line says on which day and at what hour,
    and one below for how much.
    """
    if facts.is_marked_article or facts.declared.is_dated or facts.words > MAX_EVENT_WORDS:
        return None
    lines = facts.lines[:NEAR_HEADING]
    for at, line in enumerate(lines):
        if _is_when(line) and any(map(_is_ticket, lines[at + 1 : at + 1 + WHEN_TO_PRICE])):
            return f"when, and for how much: {line}"
    return None


def _is_when(line: str) -> bool:
    """ "Friday 14 June, 7.30 pm"; not "Friday 14 June 2024, 7.30 pm", when something appeared."""
    if count_words(line) > WHEN_WORDS or SENTENCE_END.search(line) or YEAR.search(line):
        return False
    return bool(AT.search(line)) and any(map(_is_of_a_day, WORD.findall(line)))


def _is_of_a_day(word: str) -> bool:
    return find_weekday(word) is not None or find_month(word) is not None


def _is_ticket(line: str) -> bool:
    is_label = count_words(line) <= WHEN_WORDS and not SENTENCE_END.search(line)
    return is_label and bool(_amount().search(line))


@cache
def _amount() -> re.Pattern[str]:
    """ "£9.50", "99,00 €" anywhere in a line."""
    money = join_phrases(words_of("lines", "currency"))
    number = r"\d[\d.,\u00a0 ]{0,12}"
    return re.compile(rf"{money}\s?\d[\d.,]{{0,12}}|(?<!\d){number}{money}(?!\w)", re.IGNORECASE)


def find_price(facts: PageFacts) -> str | None:
    """A thing on sale: on a short page that states no date a price stands alone near the
    heading."""
    if facts.is_marked_article or facts.declared.is_dated or facts.words > MAX_SALE_WORDS:
        return None
    prices = (line for line in facts.lines[:NEAR_HEADING] if _is_price(line))
    price = next(prices, None)
    return None if price is None or _is_told_of(price, facts) else f"a price: {price}"


def _is_told_of(price: str, facts: PageFacts) -> bool:
    """Whether the text has the amount in a sentence, as reports of prices have."""
    amount = NUMBER.search(price)
    told = filter(is_sentence, facts.paragraphs)
    return amount is not None and any(amount[0] in line for line in told)


def _is_price(line: str) -> bool:
    is_label = count_words(line) <= PRICE_WORDS and not MARK_AT_END.search(line)
    return is_label and bool(_price().match(line))


@cache
def _price() -> re.Pattern[str]:
    """ "£189.00", "Price: 24,50 €", "129 zł", "판매가 89,000원"; not "Subscribe for $1"."""
    money = join_phrases(words_of("lines", "currency"))
    number = r"\d[\d.,\u00a0 ]{0,12}"
    price = rf"(?:{money}\s?\d|{number}{money}(?!\w))"
    return re.compile(
        rf"(?:\w{{1,20}}[:：]\s?)?{price}|\w{{1,20}}\s(?:{money}\s?{number}|{number}{money})\W{{0,3}}$",
        re.IGNORECASE,
    )
