"""The lines of a page -> whether they are a ticker: short entries, each behind or under its clock,
the latest first, or behind the minute of a match.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.clean.judge.facts import SENTENCE_END, PageFacts, count_words

# "21:40", "20.31 Uhr:", "18 h 20", "14h", "4.10 pm:", "kl. 19.30"; not "18.06.2024", "2.5 million"
CLOCK = re.compile(
    r"""\W{0,3}(?:\w{2}\.\s)?
    (?P<hour>[01]?\d|2[0-4])
    (?: \s?[.:h]\s?(?P<minute>[0-5]\d) | (?=\s?(?:h|Uhr|[ap]\.?m)\b) )
    (?![.:]?\d)
    (?: \s?(?P<half>[ap])\.?m\b | \s?(?:Uhr|h)\b )?""",
    re.IGNORECASE | re.VERBOSE,
)
# "90' It is over.", "45+2’: Half-time."
MINUTE = re.compile(r"\W{0,3}(\d{1,3})(?:\s?\+\s?\d{1,2})?\s?['’′](?!\w)")
LETTERS = re.compile(r"[^\W\d_]{2,}")
ZONE = 6  # characters that may stand behind a clock that is alone: "CEST"
# entries at least; words of what an entry tells, and the share of entries that tell something
MIN_ENTRIES, MIN_MINUTES, TOLD_WORDS, TOLD = 3, 4, 3, 0.5
NOON, DAY = 720, 1440  # minutes
Entry = tuple[int, str]  # when, and the line that tells what


def is_ticker(facts: PageFacts) -> bool:
    """Whether the text is one, or the lines of the page among which it stands: clocks are left out
    of many a text.
    """
    return any(map(_is_told_by_clocks, (facts.paragraphs, _lines_round(facts))))


def _lines_round(facts: PageFacts) -> Sequence[str]:
    """The lines from above the first of the text to its last; all of them where it has little."""
    if facts.is_thin:
        return facts.lines
    text = frozenset(facts.paragraphs)
    places = [at for at, line in enumerate(facts.lines) if line in text]
    return facts.lines[max(0, places[0] - 1) : places[-1] + 1] if places else ()


def _is_told_by_clocks(lines: Sequence[str]) -> bool:
    return _are_latest_first(list(_read_entries(lines))) or _are_of_a_match(lines)


def _are_latest_first(entries: Sequence[Entry]) -> bool:
    times = _unwind([when for when, _ in entries])
    is_falling = all(later >= earlier for later, earlier in pairwise(times))
    return len(set(times)) >= MIN_ENTRIES and is_falling and _are_told(entries)


def _unwind(times: Sequence[int]) -> list[int]:
    """Minutes of one day after the other: what is under "00:15" and says "23:40" was the day
    before.
    """
    days = 0
    told = list(times[:1])
    for later, earlier in pairwise(times):
        days += earlier - later > NOON
        told.append(earlier - days * DAY)
    return told


def _are_of_a_match(lines: Sequence[str]) -> bool:
    """Whether minutes stand before what happened in them, in either order."""
    found = [(match, line) for line in lines if (match := MINUTE.match(line))]
    entries = [(int(match[1]), line[match.end() :]) for match, line in found]
    minutes = [when for when, _ in entries]
    is_sorted = minutes in (sorted(minutes), sorted(minutes, reverse=True))
    return len(set(minutes)) >= MIN_MINUTES and is_sorted and _are_told(entries)


def _read_entries(lines: Sequence[str]) -> Iterator[Entry]:
    """The lines that begin with a clock; one alone has what it tells below."""
    for line, below in pairwise((*lines, "")):
        if match := CLOCK.match(line):
            told = line[match.end() :]
            is_alone = len(told) <= ZONE or not LETTERS.search(told)
            yield _read_clock(match), below if is_alone or not _is_told(told) else told


def _read_clock(match: re.Match[str]) -> int:
    """Minutes since midnight."""
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return hour * 60 + int(match["minute"] or 0)


def _are_told(entries: Sequence[Entry]) -> bool:
    return sum(_is_told(told) for _, told in entries) >= TOLD * len(entries)


def _is_told(line: str) -> bool:
    return count_words(line) >= TOLD_WORDS and SENTENCE_END.search(line) is not None
