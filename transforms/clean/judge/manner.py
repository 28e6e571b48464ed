"""The facts of a page -> how sure it is that the page serves its readers (asks, offers, informs of
itself) and tells no story.

The weights are those of weights/judge/weights.json, made by `python -m training.judge_manner`: a
logistic regression over marks that hold in every language, or rest on a few words of each (its
lists [manner]). They stand in for the phrases that nobody has listed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from transforms.clean.judge.facts import PageFacts, count_words
from transforms.world.languages import words_of
from transforms.world.stops import ALL
from weights import read_weights

WORD = re.compile(r"\w+(?:['’-]\w+)*")
QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]")  # what somebody else says: "You will see"
SENTENCE_END = re.compile(rf"""[{ALL}]["'”’»)\]]{{0,3}}\s*$""")
INNER_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-ЯΑ-Ω]\w+")  # a capital within a sentence
NUMBER = re.compile(r"\d+")
MAX_READ = 6_000  # characters
SPOKEN = 0.025  # share of words such as "you" and "our": one or two a paragraph
MOST_FIELDS = 6  # of forms
# of a heading such as "Your basket", which tells nothing, and of one that tells all it can
NAME_WORDS, LONG_HEADING = 3, 14
# words, and the share of names: of the heading of a page whose own is not known
USUAL_HEADING, USUAL_NAMES = 9, 0.3
# words: stories are told in long sentences and paragraphs
LONG_LINE, LONG_SENTENCE, FEWEST = 60, 18, 3
SENTENCE = re.compile(rf"[^{ALL}]+")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(words_of("manner", kind))


def weigh_manner(manner: Mapping[str, float]) -> float:
    """The log odds that a page of such marks tells no story."""
    weights = _read_weights()
    return weights["bias"] + sum(weights[name] * value for name, value in manner.items())


@cache
def _read_weights() -> Mapping[str, float]:
    return read_weights("judge", "weights.json")


def is_addressed(manner: Mapping[str, float]) -> bool:
    """Whether the text speaks to its reader at all, or the page asks for something."""
    return manner["address"] >= SPOKEN or manner["fields"] > 0


def describe_manner(facts: PageFacts) -> dict[str, float]:
    """The marks that are weighed, by name."""
    lines = facts.lines if facts.is_thin and facts.lines else facts.paragraphs
    text = "\n".join(lines)[:MAX_READ]
    own = QUOTED.sub(" ", text)
    words = WORD.findall(own.casefold())
    count = max(10, len(words))
    return {
        "address": _share(words, "address", count),
        "telling": _share(words, "telling", count),
        "names": min(0.4, len(INNER_NAME.findall(own)) / count),
        "quoted": min(1.0, (len(text) - len(own)) / max(1, len(text)) * 2),
        "numbers": min(0.3, len(NUMBER.findall(own)) / count),
        "sentences": _share_of_sentences(lines),
        "questions": min(3.0, 20.0 * own.count("?") / count),
        "calls": min(3.0, 20.0 * own.count("!") / count),
        "is_article": float(facts.declared.is_article),
        "fields": min(MOST_FIELDS, facts.declared.fields) / MOST_FIELDS,
        **_describe_heading(facts.headings[0].split() if facts.headings else []),
        "line_words": min(LONG_LINE, _mean(map(count_words, lines))) / LONG_LINE,
        "long_sentences": _mean(length >= LONG_SENTENCE for length in _count_sentences(own)),
        "is_deep": float(
            (facts.path or "").rstrip("/").count("/") >= 2 or (facts.path or "").count("-") >= 3
        ),
    }


def _describe_heading(words: Sequence[str]) -> dict[str, float]:
    """The marks of a page's heading; those of a usual one where it has none."""
    names = _mean(word[0].isupper() for word in words[1:]) if words else USUAL_NAMES
    return {
        "heading": min(LONG_HEADING, len(words) or USUAL_HEADING) / LONG_HEADING,
        "heading_is_name": float(0 < len(words) <= NAME_WORDS),
        "heading_names": names,
    }


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / max(1, len(numbers))


def _count_sentences(text: str) -> list[int]:
    """The words of each sentence that has some."""
    lengths = (count_words(sentence) for sentence in SENTENCE.findall(text))
    return [length for length in lengths if length >= FEWEST]


def _share(words: Sequence[str], kind: str, count: int) -> float:
    known = _words(kind)
    return min(0.25, sum(word in known for word in words) / count)


def _share_of_sentences(lines: Sequence[str]) -> float:
    return sum(1 for line in lines if SENTENCE_END.search(line)) / max(1, len(lines))
