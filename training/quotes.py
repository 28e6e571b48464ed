"""Annotated articles -> weights/quotes/weights.tsv: one weight for each construction, cue and trait
that the rules of quotes see.

And marked.tsv, which tells of a draft with quotation marks how likely the quoted words are the
speaker's.

    python -m training.quotes [--measure] ARTICLES.jsonl GOLD.jsonl

ARTICLES: records {id, text}. GOLD: records {doc_id, quotes: [{content: [[start, end], ...],
speaker: [[start, end], ...]}]}, offsets in code points. Prints a reliability table (fivefold, by
article). Only counts and coefficients leave this script: no text.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from training.card import MEASURE, write_card, write_measures
from training.folds import FOLDS, Numbers, score_f1
from transforms.grammar.parse import Parse, parse_document
from transforms.quotes import find_drafts
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.weights import name_features, name_marked_features
from transforms.records import Document

WEIGHTS_FILE = Path(__file__).parent.parent / "weights" / "quotes" / "weights.tsv"
MARKED_FILE = WEIGHTS_FILE.with_name("marked.tsv")
WORD = re.compile(r"\w+(?:['’.]\w+)*")
FUNCTION_WORD = re.compile(
    r"the|an?|of|in|on|at|for|to|and|or|with|by|from|who|which|that|his|her|their|its|our|my"
)
# of the words of a draft and a quote, shared by all, for the words to count as right
LEAST_OVERLAP = 0.8
LEAST_COUNT = 4  # drafts that must show a feature for it to get a weight
STRENGTH = 0.3  # inverse of the L2 penalty

Gold = list[dict[str, Any]]
Known = list[tuple[frozenset[int], dict[str, Any]]]  # words of the quotes of an article


@dataclass(frozen=True, slots=True)
class Example:
    """A draft of an article, its features, and whether the annotators have a quote with its words
    and its speaker.
    """

    article: int
    features: list[str]
    right: bool
    # of a draft with quotation marks: what tells whose the quoted words are
    marked: list[str] | None = None
    # whether the annotators give the quoted words to this speaker, in a quote of whatever length
    told: bool = False


def main(*arguments: str) -> None:
    from flows.language import load_pipeline

    articles, gold = (Path(word) for word in arguments if word != MEASURE)
    nlp = load_pipeline()
    texts = {record["id"]: record["text"] for record in read_lines(articles)}
    parsed = ((texts[record["doc_id"]], record["quotes"]) for record in read_lines(gold))
    pairs = (
        (text, parse_document(Document("", "", None, text), nlp), quotes) for text, quotes in parsed
    )
    examples = list(make_examples(pairs))
    told = ask_strangers(examples, "predict_proba")[:, 1]
    print_reliability(examples, told)
    right = [example.right for example in examples]
    scores = {
        f"F1 of drafts, {FOLDS} folds over articles": score_f1(told, right, [1.0] * len(right))
    }
    packages, rows = ("numpy", "scikit-learn", "spacy"), len(examples)
    if MEASURE in arguments:
        write_measures("quotes", [articles, gold], rows, scores, packages)
        return
    write_weights(fit(examples), WEIGHTS_FILE)
    write_weights(fit_marked(examples), MARKED_FILE)
    made_by, files = "training.quotes", [articles, gold]
    write_card("quotes", made_by, files, rows=rows, scores=scores, packages=packages)


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def make_examples(articles: Iterable[tuple[str, Parse, Gold]]) -> Iterator[Example]:
    for number, (text, parse, gold) in enumerate(articles):
        places = [match.span() for match in WORD.finditer(text)]
        known = [(words_of(places, quote["content"]), quote) for quote in gold]
        for draft in find_drafts(parse.paragraphs):
            yield make_example(number, text, draft, places, known)


def make_example(
    number: int, text: str, draft: Draft, places: list[tuple[int, int]], known: Known
) -> Example:
    """A draft of an article, held against the quotes that the corpus has there."""
    words = words_of(places, draft.pieces)
    right = any(
        words & other and is_right(text, draft, words, other, quote) for other, quote in known
    )
    marked = None if name_kind(draft) == "indirect" else name_marked_features(draft)
    quoted = words & words_of(places, quoted_places(draft)) if marked else frozenset()
    told = bool(quoted) and any(
        is_told(text, draft, quoted, other, quote) for other, quote in known
    )
    return Example(number, name_features(draft), right, marked, told)


def quoted_places(draft: Draft) -> list[tuple[int, int]]:
    """Where the quotations of a draft stand; its pieces in later paragraphs are quotations."""
    base, length = draft.passage.paragraph.char_start, len(draft.passage.text)
    here = [draft.passage.place(stretch.start, stretch.end) for stretch in draft.passage.stretches]
    return [*here, *(piece for piece in draft.pieces if not base <= piece[0] < base + length)]


def words_of(places: list[tuple[int, int]], spans: Iterable[Iterable[int]]) -> frozenset[int]:
    """Numbers of the words that overlap some spans."""
    ranges = [tuple(span) for span in spans]
    low, high = min(start for start, _ in ranges), max(end for _, end in ranges)
    near = (
        (number, place) for number, place in enumerate(places) if overlaps(place, [(low, high)])
    )
    return frozenset(number for number, place in near if overlaps(place, ranges))


def overlaps(place: tuple[int, int], ranges: Iterable[tuple[int, ...]]) -> bool:
    start, end = place
    return any(start < last and end > first for first, last in ranges)


def is_right(
    text: str, draft: Draft, words: frozenset[int], other: frozenset[int], quote: dict[str, Any]
) -> bool:
    """Whether the words overlap and the speakers are the same."""
    return len(words & other) >= LEAST_OVERLAP * len(words | other) and is_same_speaker(
        text, draft, quote
    )


def is_told(
    text: str, draft: Draft, quoted: frozenset[int], other: frozenset[int], quote: dict[str, Any]
) -> bool:
    """Whether a quote holds the quoted words, and the speakers are the same."""
    return len(quoted & other) >= LEAST_OVERLAP * len(quoted) and is_same_speaker(
        text, draft, quote
    )


def is_same_speaker(text: str, draft: Draft, quote: dict[str, Any]) -> bool:
    """Whether the speakers share a word that is no function word, or are both unnamed.

    Where the annotators marked "who" and the like any speaker will do, since we name the one it
    stands for.
    """
    gold = {
        word.lower() for start, end in quote["speaker"] for word in WORD.findall(text[start:end])
    }
    mine = (
        set()
        if draft.speaker is None
        else {word.lower() for word in WORD.findall(text[slice(*draft.speaker)])}
    )
    if gold and all(map(FUNCTION_WORD.fullmatch, gold)):
        return bool(mine)
    return not all(map(FUNCTION_WORD.fullmatch, gold & mine)) if gold else not mine


def fit(examples: list[Example]) -> dict[str, float]:
    counts = Counter(feature for example in examples for feature in set(example.features))
    kept = {feature for feature, count in counts.items() if count >= LEAST_COUNT}
    vectorizer, model = DictVectorizer(), make_model()
    rows = vectorizer.fit_transform(
        [dict.fromkeys(sorted(kept.intersection(example.features)), 1.0) for example in examples]
    )
    model.fit(rows, [example.right for example in examples])
    return dict(
        zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True)
    )


def fit_marked(examples: list[Example]) -> dict[str, float]:
    """Weights of the traits of drafts with quotation marks, beside the logit of the weight that
    other articles give them.
    """
    told = ask_strangers(examples, "decision_function")
    marked = [
        (example, score)
        for example, score in zip(examples, told, strict=True)
        if example.marked is not None
    ]
    traits = name_traits([example.marked or () for example, _ in marked])
    weighed = [
        {"weight": float(score), **names} for names, (_, score) in zip(traits, marked, strict=True)
    ]
    vectorizer, model = DictVectorizer(), make_model()
    model.fit(vectorizer.fit_transform(weighed), [example.told for example, _ in marked])
    return dict(
        zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True)
    )


def name_traits(marks: Sequence[Iterable[str]]) -> list[dict[str, float]]:
    """Of each draft the traits that LEAST_COUNT drafts have."""
    counts = Counter(chain.from_iterable(marks))
    return [
        dict.fromkeys((mark for mark in some if counts[mark] >= LEAST_COUNT), 1.0) for some in marks
    ]


def make_model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=2000, fit_intercept=False)


def ask_strangers(examples: Sequence[Example], method: str) -> Numbers:
    """What models that were fitted on other articles say of each draft."""
    rows = DictVectorizer().fit_transform(
        [dict.fromkeys(example.features, 1.0) for example in examples]
    )
    groups = [example.article for example in examples]
    right = np.array([example.right for example in examples])
    told: Numbers = cross_val_predict(
        make_model(), rows, right, groups=groups, cv=GroupKFold(FOLDS), method=method
    )
    return told


def print_reliability(examples: Sequence[Example], told: Numbers) -> None:
    """Of the drafts with a confidence in each tenth, when their article was not fitted on, the
    share that is right.
    """
    right = np.array([example.right for example in examples])
    for low in np.arange(0, 1, 0.1):
        inside = (told >= low) & (told < low + 0.1)
        line = f"{low:.1f} to {low + 0.1:.1f}: {inside.sum()} drafts, confidence {told[inside].mean():.2f}, right {right[inside].mean():.2f}"
        sys.stdout.write(line + "\n")


def write_weights(weights: dict[str, float], path: Path) -> None:
    lines = [
        f"{feature}\t{weight:.2f}"
        for feature, weight in sorted(weights.items())
        if abs(weight) >= 0.05
    ]
    path.write_text("\n".join(["feature\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
