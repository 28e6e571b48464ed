"""The name of a person in, the sound of the surname, the given names and the suffix out: of one in
Cyrillic letters those of its English spelling.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from transforms.linking.sounds import sound, sound_in_chinese
from transforms.world.given_names import CLASS_OF
from transforms.world.phrases import join_phrases
from transforms.world.words import WORD, fold, read_spellings, read_words

TITLES = read_words("titles")
PARTICLES = read_words("particles")
SUFFIXES = read_spellings("suffixes")
CHINESE_SURNAMES = read_words("chinese_surnames")
KOREAN_SURNAMES = read_words("korean_surnames")
LATIN = str.maketrans(read_spellings("cyrillic"))
FULL = 2  # words of a given name and a surname
AL = "al"  # a given name of America, and before a hyphen the article of Arabic: "Al Quill"
INITIAL = join_phrases(read_words("chinese_initials")) + "?"
FINAL = r"(?:[iu]?an?g?|iao|uai|ai|ao|[iu]?e[in]?g?|er|i[unoe]?|in?g|i?ong|ou?|u[oin]?g?)"
CHINESE_GIVEN = re.compile(rf"{INITIAL}{FINAL}(?:{INITIAL}{FINAL})?")  # "jinping", "zedong"


@dataclass(frozen=True, slots=True)
class PersonName:
    """surname: its sound. given: folded words before it, initials included. suffix: "jr", "sr",
    "iii" or nothing.

    A lone word is a surname. whole: whether the given name comes last and is one name ("Kim Jong
    Un").
    """

    surname: str
    given: tuple[str, ...] = ()
    suffix: str = ""
    whole: bool = False


@lru_cache(maxsize=1 << 16)
def read_person(name: str) -> PersonName:
    """Titles and particles fall away: "Dr. Hans von Quill Jr." has the surname of "Quill, Hans"."""
    words = split_name(turn_name(name))
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), "")
    words = [word for n, word in enumerate(words) if n == 0 or word not in SUFFIXES]
    words = drop_titles(words)
    if not words:
        return PersonName(fold(name))
    if is_eastern(words):
        return PersonName(sound_surname(words[0]), ("".join(words[1:]),), suffix, whole=True)
    return PersonName(sound_surname(words[-1]), list_given(words, name), suffix)


def split_name(name: str) -> list[str]:
    """Folded words in Latin letters: "Юрий Квилов" -> "yurii", "kvilov"; "J.R." is two."""
    return WORD.findall(fold(name).translate(LATIN))


def list_given(words: list[str], name: str) -> tuple[str, ...]:
    if len(words) == FULL and words[0] == AL and " " in name.strip():
        return (AL,)
    return tuple(word for word in words[:-1] if word not in PARTICLES)


def turn_name(name: str) -> str:
    """ "Quill, Hans" is "Hans Quill"; "Hans Quill, Jr." stays."""
    before, comma, after = name.partition(",")
    is_turned = bool(comma) and fold(after).strip(" .") not in SUFFIXES
    return f"{after} {before}" if is_turned else name


def drop_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return words


@lru_cache(maxsize=1 << 16)
def find_surname(name: str) -> str:
    """The folded surname as written: of "Xi Jianguo" the first word, else the last before a
    suffix.
    """
    turned = turn_name(name)
    words = [word for word in split_name(turned) if word not in SUFFIXES] or [fold(name)]
    return words[0] if turned == name and is_eastern(words) else words[-1]


def is_eastern(words: list[str]) -> bool:
    """Whether the family name stands first, as in Chinese and Korean: the rest must read as one or
    two syllables of there.
    """
    rest = words[1:]
    if (
        words[0] in CHINESE_SURNAMES
        and 1 <= len(rest) <= 2
        and CHINESE_GIVEN.fullmatch("".join(rest))
    ):
        return len("".join(rest)) > 1
    return (
        words[0] in KOREAN_SURNAMES
        and len(rest) == 2
        and all(len(word) <= 5 for word in rest)
        and min(map(len, rest)) > 1
    )


@lru_cache(maxsize=1 << 16)
def sound_surname(word: str) -> str:
    if word in CHINESE_SURNAMES:
        return sound_in_chinese(word)
    return sound(CLASS_OF.get(word, word))


@lru_cache(maxsize=1 << 16)
def find_class(given: str) -> str:
    """The key that a given name shares with its nicknames and spellings: "bill" -> "william"; else
    its sound.
    """
    return CLASS_OF.get(given) or sound(given)


def first_key(name: PersonName) -> str:
    """What given names are blocked by: the class of the first; for Chinese and Korean ones the
    sound of the whole.
    """
    return sound_in_chinese(name.given[0]) if name.whole else find_class(name.given[0])


def is_initial(word: str) -> bool:
    return len(word) == 1
