"""Records of articles -> in how many of them each word stands, weights/rarity/words.json. Counts of
single words only, no text.

    python -m training.rarity ARTICLES.jsonl ...

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

from training.card import write_card
from transforms.across.words import split_text, stem

TABLE = Path(__file__).parent.parent / "weights" / "rarity" / "words.json"
MIN_WORDS, MIN_DOCUMENTS, MAX_LETTERS = 60, 2, 24
HEAD = 25  # words by which two records are told to be one


def main(paths: Sequence[Path]) -> None:
    documents = list(choose_documents(read_texts(paths)))
    counts = Counter(
        word for words in documents for word in {stem(word) for word in words} if is_counted(word)
    )
    kept = sorted((count, word) for word, count in counts.items() if count >= MIN_DOCUMENTS)
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
    write_card("rarity", "training.rarity", paths, rows=len(documents), packages=())
    sys.stdout.write(f"{len(documents)} articles, {len(kept)} words\n")


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
    main([Path(argument) for argument in sys.argv[1:]])
