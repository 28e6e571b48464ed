"""A folder of dumps and the titles of their articles -> the weights of the headline finder,
weights/titles/weights.json.

    python -m training.dump_titles FOLDER_OF_DUMPS GOLD.jsonl [WEIGHTS.json]

A line of GOLD.jsonl is {"file": path of a dump, "text": its article, "title": its title}; of the
path the end counts. The weights are a logistic regression over the marks of
transforms.clean.dump.title; the copies of one headline share the weight of one.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from training.card import write_card
from training.dump_lines import read_records
from training.labels import label_lines
from transforms.clean.dump.marks import mark_line
from transforms.clean.dump.title import describe_candidates

WEIGHTS = Path(__file__).parent.parent / "weights" / "titles" / "weights.json"
WORD = re.compile(r"\w+")


def main(folder: Path, gold: Path, weights: Path = WEIGHTS) -> None:
    candidates = list(read_candidates(folder, gold))
    model = LogisticRegression(max_iter=2000, fit_intercept=False)
    model.fit(
        [list(marks.values()) for marks, _, _ in candidates],
        [is_title for _, is_title, _ in candidates],
        sample_weight=[weight for _, _, weight in candidates],
    )
    fitted = {
        name: round(float(weight), 3)
        for name, weight in zip(candidates[0][0], model.coef_[0], strict=True)
    }
    weights.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    if weights == WEIGHTS:
        rows, names = len(candidates), list(fitted)
        write_card("titles", "training.dump_titles", [gold], rows=rows, features=names)
    print(f"{len(candidates)} candidates: {weights}")  # noqa: T201


def read_candidates(folder: Path, gold: Path) -> Iterator[tuple[dict[str, float], bool, float]]:
    """Of each line that may be a headline its marks, whether it is, and its weight."""
    for record, lines in read_records(folder, gold):
        title = words_of(record.get("title") or "")
        if not title:
            continue
        candidates = describe_candidates(
            [mark_line(line) for line in lines], label_lines(lines, record["text"])
        )
        right = [words_of(lines[at]) == title for at, _ in candidates]
        for (_, marks), is_title in zip(candidates, right, strict=True):
            yield marks, is_title, 1 / sum(right) if is_title else 1.0


def words_of(text: str) -> list[str]:
    return WORD.findall(text.casefold())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
