"""The facts of a page -> how sure it is that the page serves its readers (asks, offers, informs of
itself) and tells no story.

The model is weights/judge/trees.json, made by `python -m training.judge_manner`: small trees
over marks that hold in every language, or rest on a few words of each (its
lists [manner]). They stand in for the phrases that nobody has listed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from transforms.clean.judge.facts import SENTENCE_END, WIDE, PageFacts, count_words
from transforms.clean.judge.wording import WORD, weigh_wording
from transforms.clean.models.trees import Trees, read_trees
from transforms.world.languages import read_languages, words_of
from transforms.world.stops import ALL
from weights import read_weights

# what somebody else says: "You will see"
QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]|「[^「」]{0,600}」|『[^『』]{0,600}』")
INNER_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-ЯΑ-Ω]\w+")  # a capital within a sentence
NUMBER = re.compile(r"\d+")
# "ann@mill.example", "0555 302 301"
CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.\w|\+?\d[\d ()/-]{6,20}\d")
# "9.00 - 17.30", "8 bis 12 Uhr"
HOURS = re.compile(
    r"\b\d{1,2}(?:[.:h]\d\d)?\s?(?:[-–]|\w{1,4})\s?\d{1,2}(?:[.:h]\d\d|\s?(?:Uhr|h)\b|\s?[ap]\.?m)"
)
LABEL_WORDS = 8
# letters of scripts that have capitals, and that have languages with lists [manner]
CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]")
LISTED = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ֐-ۿऀ-ॿ฀-๿぀-ヿ㐀-鿿가-힯]")
LETTER = re.compile(r"[^\W\d_]")
SAMPLE = 600  # characters that tell the script of a text
USUAL_INNER = 0.1  # share of names of a text in a script without capitals
ASKS, CALLS = re.compile(r"[?？؟]"), re.compile(r"[!！]")
MAX_READ = 6_000  # characters
MOST_FIELDS = 6  # of forms
# of a heading such as "Your basket", which tells nothing, and of one that tells all it can
NAME_WORDS, LONG_HEADING = 3, 14
# words, and the share of names: of the heading of a page whose own is not known
USUAL_HEADING, USUAL_NAMES = 9, 0.3
# words: stories are told in long sentences and paragraphs
LONG_LINE, LONG_SENTENCE, FEWEST = 60, 18, 3
SENTENCE = re.compile(rf"[^{ALL}]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """words: looked for as such. glued: of scripts that part no words, or hang endings on them:
    looked for anywhere.
    """

    words: frozenset[str]
    glued: tuple[str, ...]

    def count_in(self, text: str, words: Sequence[str]) -> int:
        """How often they come in a text of such words."""
        spaced = sum(map(self.words.__contains__, words))
        return spaced + sum(map(text.count, self.glued)) if WIDE.search(text) else spaced


@cache
def _list_words(kind: str, language: str | None) -> Listed:
    """The words of a language's list; of all languages where it is not known which one it is."""
    asked = [one for one in read_languages() if language in (None, one.code, *one.other_codes)]
    listed = frozenset(words_of("manner", kind, asked))
    glued = frozenset(filter(WIDE.search, listed))
    return Listed(listed - glued, tuple(sorted(glued)))


def is_listed(language: str | None) -> bool:
    """Whether a language has lists of its own."""
    return language is not None and _list_words("address", language) != Listed(frozenset(), ())


def weigh_manner(manner: Mapping[str, float]) -> float:
    """The log odds that a page of such marks tells no story."""
    model = _read_model()
    return float(model.estimate_odds(np.array([[manner[name] for name in model.features]]))[0])


@cache
def most_odds() -> float:
    """The log odds that no page goes beyond."""
    model = _read_model()
    return float(model.bias + model.value.max(axis=1).sum())


@cache
def _read_model() -> Trees:
    return read_trees(read_weights("judge", "trees.json"))


def describe_manner(facts: PageFacts) -> dict[str, float]:
    """The marks that are weighed, by name."""
    lines = facts.paragraphs or facts.lines
    text = "\n".join(lines)[:MAX_READ]
    told = "\n".join(line for line in lines if line not in facts.cited)[:MAX_READ]
    own = QUOTED.sub(" ", told)
    folded = own.casefold()
    words = WORD.findall(folded)
    count = max(10, len(words), count_words(own))
    language = facts.language if is_listed(facts.language) else None
    return {
        "address": _share_of_listed("address", language, folded, words, count),
        "telling": _share_of_listed("telling", language, folded, words, count),
        "voice": _share_of_listed("voice", language, folded, words, count),
        "site": _share_of_listed("site", language, folded, words, count),
        "offer": _share_of_listed("offer", language, folded, words, count),
        "names": min(0.4, len(INNER_NAME.findall(own)) / count) if _is_cased(own) else USUAL_INNER,
        "quoted": min(1.0, (len(text) - len(own)) / max(1, len(text)) * 2),
        "numbers": min(0.3, len(NUMBER.findall(own)) / count),
        "sentences": _share_of_sentences(lines),
        "questions": min(3.0, 20.0 * len(ASKS.findall(own)) / count),
        "calls": min(3.0, 20.0 * len(CALLS.findall(own)) / count),
        "fields": min(MOST_FIELDS, facts.declared.fields) / MOST_FIELDS,
        **_describe_heading(facts.headings[0] if facts.headings else "", language),
        "line_words": min(LONG_LINE, _mean(map(count_words, lines))) / LONG_LINE,
        "long_sentences": _mean(length >= LONG_SENTENCE for length in _count_sentences(own)),
        "short_lines": _mean(_is_label(line) for line in lines),
        "contacts": min(2, len(CONTACT.findall(text))) / 2,
        "hours": min(2, len(HOURS.findall(text))) / 2,
        "wording": weigh_wording(facts),
    }


def _is_label(line: str) -> bool:
    return count_words(line) <= LABEL_WORDS and not SENTENCE_END.search(line)


def has_lists(facts: PageFacts) -> bool:
    """Whether the text is in a language that has lists [manner], or, where that could not be told,
    in a script whose languages have them.
    """
    if facts.language is not None:
        return is_listed(facts.language)
    return _is_mostly(LISTED, "\n".join(facts.paragraphs)[:MAX_READ])


def _is_cased(text: str) -> bool:
    """Whether names can be told by their capitals."""
    return _is_mostly(CASED, text)


def _is_mostly(letters: re.Pattern[str], text: str) -> bool:
    sample = text[:SAMPLE]
    return len(letters.findall(sample)) * 2 > len(LETTER.findall(sample))


def _describe_heading(heading: str, language: str | None) -> dict[str, float]:
    """The marks of a page's heading; those of a usual one where it has none."""
    words, count = heading.split(), count_words(heading)
    is_told = bool(words) and _is_cased(heading)
    names = _mean(word[0].isupper() for word in words[1:]) if is_told else USUAL_NAMES
    folded = heading.casefold()
    spoken = _share_of_listed("address", language, folded, WORD.findall(folded), 1)
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


def _share_of_listed(
    kind: str, language: str | None, text: str, words: Sequence[str], count: int
) -> float:
    return min(0.25, _list_words(kind, language).count_in(text, words) / count)


def _share_of_sentences(lines: Sequence[str]) -> float:
    return sum(1 for line in lines if SENTENCE_END.search(line)) / max(1, len(lines))
