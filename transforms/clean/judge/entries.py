"""The lines of a page -> whether they are entries of one form (posts, episodes, questions of a quiz,
days of a programme, notices of a register) and tell no story.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from transforms.clean.judge.clocks import is_stamp, opens_with_clock, opens_with_weekday
from transforms.clean.judge.facts import (
    PROSE_WORDS,
    SENTENCE_END,
    PageFacts,
    count_words,
    is_sentence,
)
from transforms.world.languages import words_of

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# "reedbed77 Posts: 412", "Anke_R wrote on 3 May": who, and what comes again with each
NICKNAME = re.compile(r"[^\W\d][\w.-]{1,24}\s+(?=[^\W\d_])")
# entries at least, of all paragraphs at least, and words of a label at most
MIN_ENTRIES, ENTRIES, LABEL_WORDS = 3, 0.6, 5
# words of long paragraphs from where on a story is told beside, and of one of them
MIN_STORY, STORY_WORDS = 60, 25
MAX_WORDS = 400  # of a page that may be no more than entries
MIN_CHOICES, CHOICE_WORDS = 2, 6  # under a question
DAY_WORDS = 5  # of a line that is a day: "Saturday, 9 March"
# "ALDER, Mary (née Finch), aged 91"
SURNAME_FIRST = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,20},\s[A-ZÀ-Þ][a-zß-ÿ]+")
QUESTION = re.compile(r"[?？؟]\s*$")


def find_entries(facts: PageFacts) -> str | None:
    """What its entries are, where the text of a page that states nothing of itself is made of
    them."""
    if facts.is_marked_article or facts.declared.is_dated or facts.words > MAX_WORDS:
        return None
    if _is_quiz(facts.paragraphs):
        return "questions with answers to choose from"
    if _is_programme(facts.paragraphs):
        return "days, each with its times"
    if _is_register(facts.paragraphs):
        return "notices that begin with a surname"
    label = _find_label(facts)
    return f"entries that each bear {label!r}" if label else None


def _is_quiz(lines: Sequence[str]) -> bool:
    """Whether three questions or more have short answers under them, and those are most lines."""
    questions = [at for at, line in enumerate(lines) if QUESTION.search(line)]
    asked = [at for at in questions if _count_choices(lines[at + 1 :]) >= MIN_CHOICES]
    return len(asked) >= MIN_ENTRIES and len(asked) > ENTRIES * len(questions)


def _count_choices(below: Sequence[str]) -> int:
    """The short lines right below that are neither sentences nor questions."""
    count = 0
    for line in below:
        if count_words(line) > CHOICE_WORDS or SENTENCE_END.search(line) or QUESTION.search(line):
            break
        count += 1
    return count


def _is_programme(lines: Sequence[str]) -> bool:
    """Whether three lines or more are a day and no more, with a line below that begins with a
    clock.
    """
    days = [opens_with_clock(below) for line, below in pairwise(lines) if _is_day(line)]
    return sum(days) >= MIN_ENTRIES


def _is_day(line: str) -> bool:
    is_label = count_words(line) <= DAY_WORDS and not SENTENCE_END.search(line)
    return is_label and opens_with_weekday(line)


def _is_register(paragraphs: Sequence[str]) -> bool:
    begun = sum(1 for line in paragraphs if SURNAME_FIRST.match(line))
    return begun >= MIN_ENTRIES and begun > ENTRIES * len(paragraphs)


def _find_label(facts: PageFacts) -> str | None:
    """The label that stands right above or below most paragraphs, whatever numbers and nicknames
    are in it: "Reply", "38 min", "Posts: 412"; None where long paragraphs tell a story.
    """
    prose = [line for line in facts.paragraphs if count_words(line) >= PROSE_WORDS]
    told = [line for line in prose if _read_label(line) is None]
    if len(told) < MIN_ENTRIES or _count_story(told) >= MIN_STORY:
        return None
    beside = _count_labels(facts.lines, frozenset(told))
    label, count = next(iter(beside.most_common(1)), ("", 0))
    return label if count >= MIN_ENTRIES and count > ENTRIES * len(told) else None


def _count_labels(lines: Sequence[str], paragraphs: frozenset[str]) -> Counter[str]:
    """By how many of the paragraphs each label stands."""
    places = [at for at, line in enumerate(lines) if line in paragraphs]
    return Counter(label for at in places for label in set(_labels_beside(lines, at)))


def _count_story(lines: Sequence[str]) -> int:
    counts = (count_words(line) for line in lines if is_sentence(line))
    return sum(words for words in counts if words >= STORY_WORDS)


def _labels_beside(lines: Sequence[str], at: int) -> Iterator[str]:
    for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]):
        if label := _read_label(line):
            yield label


def _read_label(line: str) -> str | None:
    """What of a short line comes again with each entry; None for a sentence, for clocks, which
    stand over the entries of live blogs, for who speaks ("Lind:") and for advertisements.
    """
    is_said = line.endswith(":") and not NUMBER.search(line)
    if count_words(line) > LABEL_WORDS or SENTENCE_END.search(line) or is_stamp(line):
        return None
    label = NUMBER.sub("0", NICKNAME.sub("", line, count=1) if NUMBER.search(line) else line)
    label = label.partition("0")[0] if label.partition("0")[0].strip() else label
    folded = label.casefold().strip()
    return None if is_said or not LETTERS.search(folded) or folded in _adverts() else folded


@cache
def _adverts() -> frozenset[str]:
    return frozenset(words_of("lines", "advert"))
