"""A name in, the words that it is compared by out: no accents, no case, no marks. And the tables of
such words.
"""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Any

APOSTROPHES = re.compile(r"[’'`ʼʿʾ]")
POINTED = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")  # "u.s.", "u.s", "l.a."
WORD = re.compile(r"[^\W_]+\+?|&")  # "Disney+" is not Disney
OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def read_lists(name: str) -> dict[str, Any]:
    """The word lists of a TOML table of this folder."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


# of names, and of the sentences round them
LISTS = read_lists("name_words.toml") | read_lists("sentence_words.toml")
LABELS = read_lists("labels.toml")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Lower case without accents and possessives: "Côte d'Ivoire's" -> "cote divoire"."""
    letters = unicodedata.normalize("NFKD", name)
    plain = (
        "".join(letter for letter in letters if not unicodedata.combining(letter))
        .casefold()
        .translate(OTHER_LETTERS)
    )
    return APOSTROPHES.sub("", re.sub(r"[’']s\b", "", plain))


def split_words(name: str) -> list[str]:
    """The folded words; initials that belong together are one: "U.S. Army" -> ["us", "army"]."""
    return WORD.findall(POINTED.sub(lambda match: match[0].replace(".", ""), fold(name)))


def read_words(name: str) -> frozenset[str]:
    """A list of name_words.toml or sentence_words.toml."""
    listed = LISTS[name]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


def read_labels(name: str) -> frozenset[str]:
    """A list of labels.toml."""
    return frozenset(LABELS[name].split())


def read_spellings(name: str) -> dict[str, str]:
    """A table of name_words.toml: what is written -> what it is compared as."""
    return dict(LISTS[name])


def read_classes(name: str) -> dict[str, str]:
    """A table of these: a word -> the class that it stands under, as the last word of a role its
    sphere of life: "striker" -> "sport".
    """
    return {word: kind for kind, words in LISTS[name].items() for word in words.split()}


def read_table(name: str) -> list[list[str]]:
    """The lines of a table of this folder, split at tabs; lines that begin with # are comments."""
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
