"""A text -> the names, words and numbers by which it is known again in another language: what they
sound like, and where they stand.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from transforms.across.vocabulary import Hashes, Vocabulary, hash_word
from transforms.across.words import split_text
from transforms.keys import make_key
from transforms.world.words import read_table

CLASSES = {
    letters: "" if sound == "-" else sound for letters, sound in read_table("consonants.tsv")
}
LETTERS = re.compile("|".join(sorted(map(re.escape, CLASSES), key=len, reverse=True)))
# "the", "and the", "in the", "of the" are written as part of the word
ARTICLE = re.compile(r"^(?:وال|بال|لل|ال)(?=\w{3})")
NUMBER, LETTER = r"\d+(?:[.,\u00a0]\d+)*", r"[^\W\d_]"
TOKEN = re.compile(rf"({NUMBER}|{LETTER}{{2,}})")
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

KEPT = 1 << 10  # articles whose names are kept, since a run asks for most of them twice


@dataclass(frozen=True, slots=True)
class Form:
    """A word by its sounds, or a number by its value. is_able: to be a name or number by which a
    text is known, where no sentence begins with it; is_long: a word that can be told from another.
    """

    key: str
    is_able: bool
    is_capital: bool = False
    is_long: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in a text. keys: hashes of the things, sorted, each once. shares: a row
    for each, how far into the text it stands the first few times, NaN behind the last.
    """

    keys: Hashes
    shares: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Names:
    """names, words: by their sounds. numbers: those of the names that are. whole: what was read.

    Names are proper names and numbers; where a script has no capitals, any word.
    """

    names: Places
    words: Places
    numbers: Hashes
    whole: str


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


@lru_cache(maxsize=KEPT)
def read_names(title: str | None, text: str) -> Names:
    """The names and words of an article with their places."""
    whole = join(title, text)
    pieces = TOKEN.split(whole)
    tokens, ends = pieces[1::2], np.cumsum(list(map(len, pieces)))
    starts = ends[: len(ends) - 1 : 2]
    rows = FORMS.find_rows(tokens)
    keys, are_able, are_capital, are_long, are_numbers = (column[rows] for column in FORMS.columns)
    shares = starts / len(whole)
    able = zip(*(of[are_able].tolist() for of in (keys, starts, are_capital)), strict=True)
    named = {key for key, start, is_capital in able if is_named(whole, start, is_capital)}
    of_named = are_able & np.isin(keys, np.fromiter(named, np.uint64, len(named)))
    return Names(
        find_places(keys[of_named], shares[of_named]),
        find_places(keys[are_long], shares[are_long]),
        np.unique(keys[of_named & are_numbers]),
        whole,
    )


def join(title: str | None, text: str) -> str:
    return f"{title or ''}\n{text}"[:LONGEST]


@lru_cache(maxsize=1 << 16)
def read_form(token: str) -> Form:
    """What a token is, wherever it stands."""
    if token[0].isdecimal():
        key = read_number(token)
        return Form(key, len(key) >= FEWEST_DIGITS, is_number=True)
    key, first = sound(token), token[0]
    is_able = not first.islower() and len(key) >= NAME_SOUNDS
    return Form(key, is_able, first.isupper(), len(key) >= WORD_SOUNDS)


def look_at(token: str) -> tuple[int, bool, bool, bool, bool]:
    """What is known of a token, in the order of the columns."""
    form = read_form(token)
    key = int(make_key("form", form.key), 16)
    return key, form.is_able, form.is_capital, form.is_long, form.is_number


FORMS = Vocabulary(look_at, (np.uint64, *[np.bool_] * 4))


def is_named(whole: str, start: int, is_capital: bool) -> bool:
    """Whether what stands there is a name or number, as far as no sentence begins with it."""
    return not (is_capital and is_beginning(whole[max(0, start - BEFORE) : start]))


@lru_cache(maxsize=1 << 10)
def is_beginning(before: str) -> bool:
    """Whether a sentence begins after that."""
    return bool(BEGINS.search(before))


def make_name_keys(title: str | None, text: str) -> NDArray[np.uint64]:
    """The keys by which an article is found in another language."""
    whole = join(title, text)
    tokens = ((read_form(token[0]), token.start()) for token in MAY_BE_ABLE.finditer(whole))
    able = ((form, start) for form, start in tokens if form.is_able and not is_within(whole, start))
    named = {form.key for form, start in able if is_named(whole, start, form.is_capital)}
    return np.array(sorted(hash_word(f"name {key}") for key in named), np.uint64)


def is_within(whole: str, start: int) -> bool:
    """Whether a token that begins with a letter there would begin within a word."""
    return start > 0 and is_letter(whole[start]) and is_letter(whole[start - 1])


@lru_cache(maxsize=1 << 12)
def is_letter(character: str) -> bool:
    return ONE_LETTER.match(character) is not None


def find_places(keys: Hashes, shares: NDArray[np.float64]) -> Places:
    """The places of things that stand there, in the order of the text."""
    order = np.argsort(keys, kind="stable")
    is_first = np.append(True, np.diff(keys[order]) > 0)[: len(keys)]
    firsts = np.flatnonzero(is_first)
    rows = np.cumsum(is_first) - 1
    columns = np.arange(len(keys)) - firsts[rows]
    is_kept = columns < PLACES
    table = np.full((len(firsts), PLACES), np.nan)
    table[rows[is_kept], columns[is_kept]] = shares[order][is_kept]
    return Places(keys[order][firsts], table)


def measure_agreement(one: Names, other: Names) -> tuple[int, int, float]:
    """How many names stand at about the same places of two texts, of how many of the text that has
    fewer; and the share of these and of the words that do so, together.
    """
    names = count_near(one.names, other.names)
    fewest = max(FEWEST_NAMES, min(len(one.names.keys), len(other.names.keys)))
    fewest_words = max(FEWEST_WORDS, min(len(one.words.keys), len(other.words.keys)))
    return names, fewest, names / fewest + count_near(one.words, other.words) / fewest_words


def is_told_alike(one: Names, other: Names) -> bool:
    """Whether two texts in one language tell the same things in the same order."""
    return measure_agreement(one, other)[2] >= IN_ONE_LANGUAGE


def agree(one: Names, other: Names) -> Agreement | None:
    """How two texts in two languages agree, None where they are not held to be one text;
    symmetrical.
    """
    shorter, longer = sorted(len(split_text(text.whole)) for text in (one, other))
    if longer > LONGER * shorter or is_another_issue(one, other):
        return None
    names, fewest, score = measure_agreement(one, other)
    if names < min(ENOUGH) or score < ENOUGH[min(names, max(ENOUGH))]:
        return None
    return Agreement(names, fewest, round(min(1.0, score), 6))


def is_another_issue(one: Names, other: Names) -> bool:
    """Whether two texts fill one form: more numbers differ than agree."""
    shared = len(np.intersect1d(one.numbers, other.numbers, assume_unique=True))
    fewest = min(len(one.numbers), len(other.numbers))
    return fewest - shared >= max(FEW_NUMBERS, shared)


def count_near(one: Places, other: Places) -> int:
    """How many stand in both, at about the same places: one of those here about one of those
    there.
    """
    _, here, there = np.intersect1d(one.keys, other.keys, assume_unique=True, return_indices=True)
    apart = np.abs(one.shares[here][:, :, None] - other.shares[there][:, None, :])
    return int(np.count_nonzero((apart <= NEAR).any(axis=(1, 2))))
