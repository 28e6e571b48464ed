"""A text -> the names, words and numbers by which it is known again in another language: what they
sound like, and where they stand.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from transforms.across.vocabulary import hash_word
from transforms.across.words import split_text
from transforms.world.words import read_table

CLASSES = {
    letters: "" if sound == "-" else sound for letters, sound in read_table("consonants.tsv")
}
LETTERS = re.compile("|".join(sorted(map(re.escape, CLASSES), key=len, reverse=True)))
# "the", "and the", "in the", "of the" are written as part of the word
ARTICLE = re.compile(r"^(?:وال|بال|لل|ال)(?=\w{3})")
NUMBER, LETTER = r"\d+(?:[.,\u00a0]\d+)*", r"[^\W\d_]"
TOKEN = re.compile(rf"{NUMBER}|{LETTER}{{2,}}")
ONE_LETTER = re.compile(LETTER)
# the tokens that may be able, and few others; those that begin within a word are none
MAY_BE_ABLE = re.compile(rf"{NUMBER}|[^\W\d_a-zß-öø-ÿα-ωа-яёєіїґ]{LETTER}+")
THOUSANDS = re.compile(r"[.,\u00a0](?=\d{3}(?:\D|$))")
# what follows bears a capital since a sentence begins
BEGINS, BEFORE = re.compile(r"(?:[.!?:;“”\"«»„(\n]\s{0,3}|^\s{0,3})$"), 4
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
class Form:
    """A word by its sounds, or a number by its value. is_able: to be a name or number by which a
    text is known, where no sentence begins with it; is_long: a word that can be told from another.
    """

    key: str
    is_able: bool
    is_capital: bool = False
    is_long: bool = False


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
    tokens = [(read_form(token[0]), token.start()) for token in TOKEN.finditer(whole)]
    able = [(form, start) for form, start in tokens if form.is_able]
    known = set(list_named(whole, able))
    named = [(form.key, start) for form, start in able if form.key in known]
    words = [(form.key, start) for form, start in tokens if form.is_long]
    return Names(
        find_places(named, len(whole)), find_places(words, len(whole)), len(split_text(whole))
    )


def join(title: str | None, text: str) -> str:
    return f"{title or ''}\n{text}"[:LONGEST]


@lru_cache(maxsize=1 << 16)
def read_form(token: str) -> Form:
    """What a token is, wherever it stands."""
    if token[0].isdecimal():
        key = read_number(token)
        return Form(key, is_able=len(key) >= FEWEST_DIGITS)
    key, first = sound(token), token[0]
    is_able = not first.islower() and len(key) >= NAME_SOUNDS
    return Form(key, is_able, first.isupper(), len(key) >= WORD_SOUNDS)


def list_named(whole: str, tokens: Iterable[tuple[Form, int]]) -> Iterator[str]:
    """The numbers and the names that no sentence begins with. tokens: those that are able, with
    where they stand.
    """
    for form, start in tokens:
        if not (form.is_capital and is_beginning(whole[max(0, start - BEFORE) : start])):
            yield form.key


@lru_cache(maxsize=1 << 10)
def is_beginning(before: str) -> bool:
    """Whether a sentence begins after that."""
    return bool(BEGINS.search(before))


def make_name_keys(title: str | None, text: str) -> NDArray[np.uint64]:
    """The keys by which an article is found in another language."""
    whole = join(title, text)
    able = ((read_form(token[0]), token.start()) for token in MAY_BE_ABLE.finditer(whole))
    begun = ((form, start) for form, start in able if form.is_able and not is_within(whole, start))
    names = sorted(hash_word(f"name {key}") for key in set(list_named(whole, begun)))
    return np.array(names, np.uint64)


def is_within(whole: str, start: int) -> bool:
    """Whether a token that begins with a letter there would begin within a word."""
    return start > 0 and is_letter(whole[start]) and is_letter(whole[start - 1])


@lru_cache(maxsize=1 << 12)
def is_letter(character: str) -> bool:
    return ONE_LETTER.match(character) is not None


def find_places(tokens: Iterable[tuple[str, int]], length: int) -> Places:
    """Where each stands, as a share of the text, sorted: the first few of each."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for key, start in tokens:
        places[key].append(start / length)
    return {key: tuple(own[:PLACES]) for key, own in places.items()}


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
    return sum(are_near(one[key], other[key]) for key in one.keys() & other.keys())


def are_near(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether one of these places is about one of those."""
    return any(abs(here - there) <= NEAR for here in one for there in other)
