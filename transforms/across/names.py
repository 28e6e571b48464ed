"""A text -> the names, words and numbers by which it is known again in another language: what they
sound like, and where they stand.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transforms.across.vectors import hash_term
from transforms.across.words import split_text
from transforms.world.words import read_table

CLASSES = {
    letters: "" if sound == "-" else sound for letters, sound in read_table("consonants.tsv")
}
LETTERS = re.compile("|".join(sorted(map(re.escape, CLASSES), key=len, reverse=True)))
# "the", "and the", "in the", "of the" are written as part of the word
ARTICLE = re.compile(r"^(?:وال|بال|لل|ال)(?=\w{3})")
TOKEN = re.compile(r"(?P<number>\d+(?:[.,\u00a0]\d+)*)|(?P<word>[^\W\d_][^\W\d_'’-]+)")
THOUSANDS = re.compile(r"[.,\u00a0](?=\d{3}(?:\D|$))")
# what follows bears a capital since a sentence begins
BEGINS = re.compile(r"(?:^|[.!?:;“”\"«»„(\n])\s{0,3}$")
LONGEST = 20_000  # characters of a text that are read
PLACES = 8  # of one name
# consonants that count, and that a name or a word must have
MOST_SOUNDS, NAME_SOUNDS, WORD_SOUNDS = 6, 3, 4
FEWEST_DIGITS = 2
NEAR = 0.08  # share of the text by which a name may stand earlier or later in a translation
# a text that has fewer is held to have so many: little agrees by chance
FEWEST_NAMES, FEWEST_WORDS = 4, 10
# share of names, and of words that sound alike, together: of two texts that share so many names
ENOUGH = {2: 0.55, 3: 0.4}
IN_ONE_LANGUAGE = 0.85  # the same of two texts in one language, where every word sounds alike
LONGER = 2.0  # times as many words as its translation
FEW_NUMBERS = 2  # that may differ

Places = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Names:
    """names, words: sounds -> where they stand, as shares of the text.

    Names are proper names and numbers; where a script has no capitals, any word.
    """

    names: Places
    words: Places
    count: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two texts in two languages have in common. shared: names in the same places; of: those
    that the text with fewer has.
    """

    shared: int
    of: int
    score: float


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The consonants of a word by their classes: "Petrova", "Петрова" and "بتروفا" -> "PTRP"."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(letter)
    )
    classes = "".join(CLASSES[letters] for letters in LETTERS.findall(ARTICLE.sub("", plain)))
    return re.sub(r"(.)\1+", r"\1", classes)[:MOST_SOUNDS]


def read_number(digits: str) -> str:
    """ "1,200", "1.200" -> "1200"; "3,5" -> "3.5"; digits of other scripts as ours."""
    plain = THOUSANDS.sub("", digits).replace(",", ".").replace("\u00a0", ".")
    return "".join(
        str(int(digit)) if digit.isdigit() and digit.isdecimal() else digit for digit in plain
    )


def read_names(title: str | None, text: str) -> Names:
    """The names and words of an article with their places."""
    whole = join(title, text)
    words = [
        (sound(match["word"]), match.start()) for match in TOKEN.finditer(whole) if match["word"]
    ]
    named = list(list_named(whole))
    known = {sounds for sounds, _ in named}
    begin = [
        (sounds, start) for sounds, start in words if sounds in known and is_beginning(whole, start)
    ]
    return Names(
        find_places((*named, *begin), len(whole)),
        find_places([word for word in words if len(word[0]) >= WORD_SOUNDS], len(whole)),
        len(split_text(whole)),
    )


def join(title: str | None, text: str) -> str:
    return f"{title or ''}\n{text}"[:LONGEST]


def list_named(whole: str) -> Iterator[tuple[str, int]]:
    """The numbers and the names that no sentence begins with, and where they stand."""
    for match in TOKEN.finditer(whole):
        token, start = match.group(), match.start()
        if match["number"]:
            key, fewest = read_number(token), FEWEST_DIGITS
        elif is_named(whole, start):
            key, fewest = sound(token), NAME_SOUNDS
        else:
            continue
        if len(key) >= fewest:
            yield key, start


def make_name_keys(title: str | None, text: str) -> tuple[int, ...]:
    """The keys by which an article is found in another language."""
    return tuple(sorted({hash_term(f"name {key}") for key, _ in list_named(join(title, text))}))


def is_named(text: str, start: int) -> bool:
    """Whether the word there bears a capital that no sentence gives it, or its script has none."""
    return not text[start].islower() and not is_beginning(text, start)


def is_beginning(text: str, start: int) -> bool:
    return text[start].isupper() and bool(BEGINS.search(text, max(0, start - 4), start))


def find_places(tokens: Iterable[tuple[str, int]], length: int) -> Places:
    """Where each stands, as a share of the text, sorted."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for token, start in sorted(tokens):
        places[token].append(start / length)
    return {token: tuple(own[:PLACES]) for token, own in places.items()}


def measure_agreement(one: Names, other: Names) -> tuple[int, int, float]:
    """How many names stand at about the same places of two texts, of how many of the text that has
    fewer; and the share of these and of the words that do so, together.
    """
    names = count_near(one.names, other.names)
    fewest = max(FEWEST_NAMES, min(len(one.names), len(other.names)))
    fewest_words = max(FEWEST_WORDS, min(len(one.words), len(other.words)))
    return names, fewest, names / fewest + count_near(one.words, other.words) / fewest_words


def is_told_alike(one: Names, other: Names) -> bool:
    """Whether two texts in one language tell the same things in the same order."""
    return measure_agreement(one, other)[2] >= IN_ONE_LANGUAGE


def agree(one: Names, other: Names) -> Agreement | None:
    """How two texts in two languages agree, None where they are not held to be one text;
    symmetrical.
    """
    shorter, longer = sorted((one.count, other.count))
    if longer > LONGER * shorter or is_another_issue(one, other):
        return None
    names, fewest, score = measure_agreement(one, other)
    if names < min(ENOUGH) or score < ENOUGH[min(names, max(ENOUGH))]:
        return None
    return Agreement(names, fewest, round(min(1.0, score), 6))


def is_another_issue(one: Names, other: Names) -> bool:
    """Whether two texts fill one form: more numbers differ than agree."""
    here, there = set(list_numbers(one.names)), set(list_numbers(other.names))
    return min(len(here - there), len(there - here)) >= max(FEW_NUMBERS, len(here & there))


def list_numbers(names: Iterable[str]) -> list[str]:
    return [name for name in names if name[0].isdigit()]


def count_near(one: Places, other: Places) -> int:
    """How many stand in both, at about the same places."""
    return sum(
        min(abs(here - there) for here in one[key] for there in other[key]) <= NEAR
        for key in one.keys() & other.keys()
    )
