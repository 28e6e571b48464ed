"""The words of a page -> how much they sound like those of pages that serve their readers, whatever
its shape.

The weights are those of weights/judge/wording.json, made by `python -m training.judge_manner`: a
logistic regression over words, their beginnings and their endings. An ending tells person and tense
where no list names the word: "-ará", "-iamo", "-ing"; a beginning is shared by the forms of a word
and by languages: "kandi-", "refer-".
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt

from transforms.clean.judge.facts import WIDE, PageFacts
from weights import read_weights

# with the vowels of Indian scripts and of Thai, which are marks upon letters, and the joiner of
# Persian; not the bar that ends a sentence in Hindi
SIGN = r"[\w\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f\u200c]"
WORD = re.compile(rf"{SIGN}+(?:['’-]{SIGN}+)*")
DIGIT = re.compile(r"\d")
NUMBER = "0"  # stands for whatever holds a digit
HEADED = "#"  # before what stands in the heading
MAX_READ = 6_000  # characters
ENDING = 3  # letters; of a word that has two more at least
BEGINNING = 5  # letters; of a longer word
KNOWN_WORDS = 20_000  # of which most come again on the next page
FEWEST = 20  # signs by which a page is measured that has fewer


def weigh_wording(facts: PageFacts) -> float:
    """Log odds that a page serves its readers, by its words alone."""
    bias, weights = _read_model()
    share = measure_signs(list_signs(facts))
    return bias + sum(weights[sign] * much for sign, much in share.items() if sign in weights)


def list_signs(facts: PageFacts) -> list[str]:
    """The words of heading and text in lower case, each with its beginning ("refer-"), its ending
    and the language of it ("ing@en"), and those of the heading once more ("#apply"); of scripts
    that part no words each two letters.
    """
    text = "\n".join((*facts.headings[:1], *facts.paragraphs))[:MAX_READ]
    language = facts.language or ""
    signs = [sign for word in _read_words(text) for sign in _list_signs_of(word, language)]
    headed = (word[:BEGINNING] for word in _read_words("".join(facts.headings[:1])))
    return [*signs, *(f"{HEADED}{word}" for word in headed if not WIDE.search(word))]


def _read_words(text: str) -> list[str]:
    return WORD.findall(text.casefold().replace("’", "'"))


def measure_signs(signs: list[str]) -> dict[str, float]:
    """How much of a page each sign is: rare ones count for more than their share."""
    norm = sqrt(max(FEWEST, len(signs)))
    return {sign: sqrt(count) / norm for sign, count in Counter(signs).items()}


@lru_cache(maxsize=KNOWN_WORDS)
def _list_signs_of(word: str, language: str) -> tuple[str, ...]:
    return tuple(_signs_of(word, language))


def _signs_of(word: str, language: str) -> Iterator[str]:
    if WIDE.search(word):
        yield from map("".join, pairwise(word))
    elif DIGIT.search(word):
        yield NUMBER
    else:
        yield word
        if len(word) > BEGINNING:
            yield f"{word[:BEGINNING]}-"
        if len(word) >= ENDING + 2:
            yield f"{word[-ENDING:]}@{language}"


@cache
def _read_model() -> tuple[float, dict[str, float]]:
    model = read_weights("judge", "wording.json")
    return model["bias"], model["weights"]
