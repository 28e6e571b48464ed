"""The facts of a page -> how sure it is that the page serves its readers (asks, offers, informs of
itself) and tells no story.

The model is weights/judge/trees.json, made by `python -m training.judge_manner`: small trees
over marks that hold in every language, or rest on a few words of each (its
lists [manner]). They stand in for the phrases that nobody has listed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from transforms.clean.judge.facts import PageFacts, count_words
from transforms.clean.models.trees import Trees, read_trees
from transforms.world.languages import read_languages, words_of
from transforms.world.stops import ALL
from weights import read_weights

WORD = re.compile(r"\w+(?:['’-]\w+)*")
QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]")  # what somebody else says: "You will see"
SENTENCE_END = re.compile(rf"""[{ALL}]["'”’»)\]]{{0,3}}\s*$""")
INNER_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-ЯΑ-Ω]\w+")  # a capital within a sentence
NUMBER = re.compile(r"\d+")
# "ann@mill.example", "0555 302 301"
CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.\w|\+?\d[\d ()/-]{6,20}\d")
# "9.00 - 17.30", "8 bis 12 Uhr"
HOURS = re.compile(
    r"\b\d{1,2}(?:[.:h]\d\d)?\s?(?:[-–]|\w{1,4})\s?\d{1,2}(?:[.:h]\d\d|\s?(?:Uhr|h)\b|\s?[ap]\.?m)"
)
LABEL_WORDS = 8
# letters of the scripts whose languages have lists [manner]: Latin, Greek, Cyrillic
LISTED, LETTER = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]"), re.compile(r"[^\W\d_]")
MAX_READ = 6_000  # characters
MOST_FIELDS = 6  # of forms
# of a heading such as "Your basket", which tells nothing, and of one that tells all it can
NAME_WORDS, LONG_HEADING = 3, 14
# words, and the share of names: of the heading of a page whose own is not known
USUAL_HEADING, USUAL_NAMES = 9, 0.3
# words: stories are told in long sentences and paragraphs
LONG_LINE, LONG_SENTENCE, FEWEST = 60, 18, 3
SENTENCE = re.compile(rf"[^{ALL}]+")


@cache
def _words(kind: str, language: str | None) -> frozenset[str]:
    """The words of a language's list; of all languages where it is not known which one it is."""
    asked = [one for one in read_languages() if language in (None, one.code, *one.other_codes)]
    return frozenset(words_of("manner", kind, asked))


def is_listed(language: str | None) -> bool:
    """Whether a language has lists of its own."""
    return language is not None and bool(_words("address", language))


def weigh_manner(manner: Mapping[str, float]) -> float:
    """The log odds that a page of such marks tells no story."""
    model = _read_model()
    return float(model.estimate_odds(np.array([[manner[name] for name in model.features]]))[0])


@cache
def _read_model() -> Trees:
    return read_trees(read_weights("judge", "trees.json"))


def describe_manner(facts: PageFacts) -> dict[str, float]:
    """The marks that are weighed, by name."""
    lines = facts.paragraphs or facts.lines
    text = "\n".join(lines)[:MAX_READ]
    told = "\n".join(line for line in lines if line not in facts.cited)[:MAX_READ]
    own = QUOTED.sub(" ", told)
    words = WORD.findall(own.casefold())
    count = max(10, len(words))
    language = facts.language if is_listed(facts.language) else None
    return {
        "address": _share(words, _words("address", language), count),
        "telling": _share(words, _words("telling", language), count),
        "names": min(0.4, len(INNER_NAME.findall(own)) / count),
        "quoted": min(1.0, (len(text) - len(own)) / max(1, len(text)) * 2),
        "numbers": min(0.3, len(NUMBER.findall(own)) / count),
        "sentences": _share_of_sentences(lines),
        "questions": min(3.0, 20.0 * own.count("?") / count),
        "calls": min(3.0, 20.0 * own.count("!") / count),
        "is_article": float(facts.declared.is_article),
        "fields": min(MOST_FIELDS, facts.declared.fields) / MOST_FIELDS,
        **_describe_heading(facts.headings[0] if facts.headings else "", language),
        "line_words": min(LONG_LINE, _mean(map(count_words, lines))) / LONG_LINE,
        "long_sentences": _mean(length >= LONG_SENTENCE for length in _count_sentences(own)),
        "short_lines": _mean(_is_label(line) for line in lines),
        "contacts": min(2, len(CONTACT.findall(text))) / 2,
        "hours": min(2, len(HOURS.findall(text))) / 2,
    }


def _is_label(line: str) -> bool:
    return count_words(line) <= LABEL_WORDS and not SENTENCE_END.search(line)


def has_lists(facts: PageFacts) -> bool:
    """Whether the text is in a language that has lists [manner], or, where that could not be told,
    in a script whose languages have them.
    """
    if facts.language is not None:
        return is_listed(facts.language)
    text = "\n".join(facts.paragraphs)[:MAX_READ]
    return len(LISTED.findall(text)) * 2 > len(LETTER.findall(text))


def _describe_heading(heading: str, language: str | None) -> dict[str, float]:
    """The marks of a page's heading; those of a usual one where it has none."""
    words, count = heading.split(), count_words(heading)
    names = _mean(word[0].isupper() for word in words[1:]) if words else USUAL_NAMES
    spoken = _share(WORD.findall(heading.casefold()), _words("address", language), 1)
    return {
        "heading": min(LONG_HEADING, count or USUAL_HEADING) / LONG_HEADING,
        "heading_is_name": float(0 < count <= NAME_WORDS),
        "heading_names": names,
        "heading_address": float(spoken > 0),
    }


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / max(1, len(numbers))


def _count_sentences(text: str) -> list[int]:
    """The words of each sentence that has some."""
    lengths = (count_words(sentence) for sentence in SENTENCE.findall(text))
    return [length for length in lengths if length >= FEWEST]


def _share(words: Sequence[str], known: frozenset[str], count: int) -> float:
    return min(0.25, sum(word in known for word in words) / count)


def _share_of_sentences(lines: Sequence[str]) -> float:
    return sum(1 for line in lines if SENTENCE_END.search(line)) / max(1, len(lines))
