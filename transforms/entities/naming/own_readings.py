"""A text in, the acronyms that it spells out itself out, with their words: "cost per click (CPC)",
"the Norland Pilot Board (NPB)", "Nopib (Norland Pilot Board)".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import text_after
from transforms.records import Document
from transforms.world.lexicon import THING_WORDS
from transforms.world.words import read_words

BRACKETED = re.compile(r"\(([A-Z][A-Za-z&]{1,7}?)s?\)")  # "(CPC)", "(MoH)"
SPELT_AFTER = re.compile(r"\b([A-Z][A-Za-z&]{1,7})\s\(([A-Z][^()\n]{6,100})\)")
# "NPB, or the Norland Pilot Board,"
SPELT_OR = re.compile(r"\b([A-Z]{2,8}), (?:or|short for) (?:the )?([A-Z][^(),.;:\n]{6,100})")
# "Norland People's Party (LVP)", by the initials that it has at home
TRANSLATED = re.compile(
    r"\b((?:[A-Z][\w’'-]{1,20}\s){1,5}(?:Party|Front|Union|Movement))\s\(([A-Z]{2,6})\)"
)
BEFORE = 120  # characters in which the words of an acronym are looked for
MOST_WORDS = 10
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?|[.;:!?\n]")  # a word, or what no name goes across
SMALL_WORDS = read_words("small_words")
PAPERS_FOR_SHORT = read_words("papers_for_short")


def find_own_readings(text: str) -> Mapping[str, str]:
    """Acronym -> the words that the text gives it first."""
    readings: dict[str, str] = {}
    for match in BRACKETED.finditer(text):
        if words := spell_out(match[1], text[max(0, match.start() - BEFORE) : match.start()]):
            readings.setdefault(match[1], words)
    for match in [*SPELT_AFTER.finditer(text), *SPELT_OR.finditer(text)]:
        if spell_out(match[1], match[2]) == " ".join(match[2].split()):
            readings.setdefault(match[1], " ".join(match[2].split()))
    for match in TRANSLATED.finditer(text):
        readings.setdefault(match[2], " ".join(match[1].removeprefix("The ").split()))
    return readings


def read_own_outlet(document: Document) -> Mapping[str, str]:
    """What a paper calls itself for short -> its name: "the Post" of the Orrin Post."""
    name = document.outlet.name if document.outlet else ""
    last = name.rpartition(" ")[2]
    if last == name or last.lower() not in PAPERS_FOR_SHORT:
        return {}
    return dict.fromkeys((last, f"The {last}"), name)


own_readings_of = lru_cache(maxsize=1)(find_own_readings)  # the article's, which several rules ask


def is_name(words: str) -> bool:
    """Whether all words but small ones have a capital, and the last is none of things: "cost per
    click" and "Lune Shares Index" are things.
    """
    if words.rsplit(maxsplit=1)[-1] in THING_WORDS:
        return False
    return all(
        word[0].isupper() for word in re.split(r"[\s-]+", words) if word.lower() not in SMALL_WORDS
    )


def is_initials(candidate: Candidate, people: Iterable[str]) -> bool:
    """Whether a label of a conversation is the initials of somebody: "MO:" of Mona Orrin."""
    form = candidate.form
    if candidate.start or text_after(candidate) != ":" or not form.isupper():
        return False
    return any(form == "".join(word[0] for word in name.split()) for name in people if " " in name)


def spell_out(acronym: str, before: str) -> str | None:
    """The last words whose initials are the letters of the acronym, with or without the small
    ones.
    """
    words = list(WORD.finditer(before))[-MOST_WORDS:]
    for first in reversed(list(_starts(words))):
        if acronym.lower() in initials_of([match[0].lower() for match in words[first:]]):
            return " ".join(before[words[first].start() :].split())
    return None


def _starts(words: list[re.Match[str]]) -> Iterator[int]:
    """Where a name may begin: after the last mark that ends a sentence."""
    ends = [n for n, match in enumerate(words) if not match[0][0].isalnum()]
    yield from range(ends[-1] + 1 if ends else 0, max(0, len(words) - 1))


def initials_of(words: list[str]) -> set[str]:
    telling = (
        [word for word in words if word not in SMALL_WORDS] if words[0] not in SMALL_WORDS else []
    )
    whole = [word for word in words if len(word) > 1]  # of "Tehreek-e-Insaf"
    return {
        "".join(word[0] for word in read) for read in (words, telling, whole, without_seat(words))
    }


def without_seat(words: list[str]) -> list[str]:
    """Of "norland bread union of orrin" the telling words of the union."""
    last = max((n for n, word in enumerate(words) if word == "of"), default=0)
    before = [word for word in words[:last] if word not in SMALL_WORDS]
    return before if words[0] in before[:1] else []
