"""Records of articles -> in how many of them each word stands, weights/rarity/words.json. Counts of
single words only, no text.

    python -m training.rarity [--measure] ARTICLES.jsonl ...

Every record with a `text` in English counts once, however often it stands in the files. Words of a
single article are left out: they are mostly names and slips, and as rare as a word that was never
seen.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from training.card import MEASURE, write_card, write_measures
from transforms.across.words import split_text, stem

TABLE = Path(__file__).parent.parent / "weights" / "rarity" / "words.json"
MIN_WORDS, MIN_DOCUMENTS, MAX_LETTERS = 60, 2, 24
FOLDS = 5
HEAD = 25  # words by which two records are told to be one


def main(*arguments: str) -> None:
    paths = [Path(word) for word in arguments if word != MEASURE]
    documents = [words_of(words) for words in choose_documents(read_texts(paths))]
    scores = {f"share of an article's words that the others have, {FOLDS} folds": cover(documents)}
    sys.stdout.write(f"{len(documents)} articles: {scores}\n")
    if MEASURE in arguments:
        write_measures("rarity", paths, len(documents), scores, packages=())
        return
    kept = sorted((count, word) for word, count in count_words(documents).items())
    by_count = {
        str(count): " ".join(word for _, word in rows)
        for count, rows in groupby(kept, key=lambda row: row[0])
    }
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(
        json.dumps(
            {"documents": len(documents), "words_by_count": by_count}, ensure_ascii=False, indent=0
        )
        + "\n",
        "utf-8",
    )
    rows, made_by = len(documents), "training.rarity"
    write_card("rarity", made_by, paths, rows=rows, scores=scores, packages=())


def cover(documents: Sequence[set[str]]) -> float:
    """How much of the words of an article a table knows that was made of four fifths of the others;
    the mean over articles, to three places.
    """
    shares = []
    for at in range(FOLDS):
        others = [words for place, words in enumerate(documents) if place % FOLDS != at]
        known = count_words(others)
        shares += [len(words & known.keys()) / len(words) for words in documents[at::FOLDS]]
    return round(sum(shares) / len(shares), 3)


def count_words(documents: Iterable[set[str]]) -> dict[str, int]:
    """In how many articles each word stands, where it is in MIN_DOCUMENTS of them or more."""
    counts = Counter(word for words in documents for word in words)
    return {word: count for word, count in counts.items() if count >= MIN_DOCUMENTS}


def words_of(words: Sequence[str]) -> set[str]:
    """The words of an article that are counted."""
    return {word for word in map(stem, words) if is_counted(word)}


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record.get("text") and record.get("language", "en") == "en":
                yield record["text"]


def choose_documents(texts: Iterable[str]) -> Iterator[list[str]]:
    """The words of each article, once; what is hardly in Latin letters is in another language."""
    seen = set()
    for words in map(split_text, texts):
        head = tuple(words[:HEAD])
        if (
            len(words) >= MIN_WORDS
            and head not in seen
            and sum(map(str.isascii, words)) > 0.97 * len(words)
        ):
            seen.add(head)
            yield words


def is_counted(word: str) -> bool:
    return word.isalpha() and 1 < len(word) <= MAX_LETTERS


if __name__ == "__main__":
    main(*sys.argv[1:])
