"""A folded word in, its sound out: spellings of one Cyrillic, Arabic or Hebrew name in Latin
letters fall together.

Rules, not lists: y, i and j are one vowel; ei, ey, ai, ay one; w, v and ff one; z and s one; sh,
sch and zh one; doubled letters are one; a glide before a vowel is not heard ("Ryabkov", "Riabkov").
Vowels keep three classes, so that "Barton" is not "Burton".
"""

import re
from functools import lru_cache

from transforms.world.phrases import join_phrases
from transforms.world.words import read_classes, read_words

CONSONANTS = read_classes("consonants")
VOWELS = read_classes("vowels")
CONSONANT = re.compile(join_phrases(CONSONANTS))
GLIDE = re.compile(r"[yj]+(?=[aeou])|(?<=[^aeiou\W])i(?=[aou])")  # "Yevgeny", "Riabkov"
ENDING = re.compile(join_phrases(read_words("slavic_endings")) + "$")  # "Zelenskyy"
VOWEL = re.compile(join_phrases(VOWELS))
OFF = re.compile(r"(?<=[oe])ff?$")  # "Gorbachoff"
ALLAH = re.compile(r"(?<=[^aeiou])[aiou]ll?ah?$")  # "Nasrallah", "Nasrullah"
FINAL_A = re.compile(r"(?<=..)(?:iy|y|i)?(?:eh|ah|a)$")  # "Haniyeh", "Haniya"
SOFT_C = re.compile(r"(?<!s)c(?=[eiy])")  # "Cecilia"
DIPHTHONG = re.compile(r"EI|IE")
DOUBLED = re.compile(r"(.)\1+")
CLASS = re.compile(r"[AEIO]+")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """ "lavrov" -> "lAvrOv", "zelenskyy" and "selenskyj" -> "sIlInskI"."""
    word = SOFT_C.sub("s", OFF.sub("v", word))
    word = FINAL_A.sub("a", ALLAH.sub("olla", word))
    word = ENDING.sub("y", GLIDE.sub("", word))
    word = CONSONANT.sub(lambda match: CONSONANTS[match[0]], word)
    word = DOUBLED.sub(r"\1", word)
    if len(word) > 3 and word.endswith("h"):
        word = word[:-1]
    return DIPHTHONG.sub("E", DOUBLED.sub(r"\1", VOWEL.sub(lambda match: VOWELS[match[0]], word)))


def consonants(word_sound: str) -> str:
    """The sound without its vowels: "lvrv"."""
    return CLASS.sub("", word_sound)


@lru_cache(maxsize=1 << 12)
def sound_in_chinese(word: str) -> str:
    """Pinyin and Wade-Giles spellings of one name fall together: "zedong" and "tsetung", "deng" and
    "teng", "xiaoping" and "hsiaoping".
    """
    word = re.sub(r"hs|sh|x", "s", re.sub(r"ts|tz|zh|ch|z|c|j|q", "c", word))
    return re.sub(r"(?<!o)u|o(?!u)", "o", word.translate(str.maketrans("dbgy", "tpki")))
