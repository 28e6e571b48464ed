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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from training.card import write_card
from training.dump_lines import read_records
from training.labels import label_lines
from transforms.clean.dump.marks import mark_line
from transforms.clean.dump.title import describe_candidates

if TYPE_CHECKING:  # two seconds, which each process of the tests would spend to collect them
    from sklearn.linear_model import LogisticRegression

WEIGHTS = Path(__file__).parent.parent / "weights" / "titles" / "weights.json"
WORD = re.compile(r"\w+")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class TitledDump:
    """The lines of a dump that may be its headline: their marks, and which of them are.

    host: of the page, or its text where the address is not known: renderings of one page stay
    together.
    """

    host: str
    marks: tuple[dict[str, float], ...]
    is_title: tuple[bool, ...]

    @property
    def weights(self) -> list[float]:
        """The copies of a headline share the weight of one."""
        return [1 / sum(self.is_title) if is_title else 1.0 for is_title in self.is_title]


def main(folder: Path, gold: Path, weights: Path = WEIGHTS) -> None:
    dumps = list(read_dumps(folder, gold))
    names, rows = list(dumps[0].marks[0]), sum(len(dump.marks) for dump in dumps)
    fitted = {
        name: round(float(weight), 3)
        for name, weight in zip(names, fit(dumps).coef_[0], strict=True)
    }
    scores = {f"share of titles found, {FOLDS} folds over hosts": round(score_by_folds(dumps), 3)}
    weights.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    if weights == WEIGHTS:
        made_by = "training.dump_titles"
        write_card("titles", made_by, [gold], rows=rows, features=names, scores=scores)
    print(f"{rows} candidates: {weights}, {scores}")  # noqa: T201


def fit(dumps: Sequence[TitledDump]) -> "LogisticRegression":
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(max_iter=2000, fit_intercept=False)
    return model.fit(
        [list(marks.values()) for dump in dumps for marks in dump.marks],
        [is_title for dump in dumps for is_title in dump.is_title],
        sample_weight=[weight for dump in dumps for weight in dump.weights],
    )


def score_by_folds(dumps: Sequence[TitledDump]) -> float:
    """The share of dumps that bear their headline whose likeliest line is it, by models that were
    fitted on other hosts.
    """
    from sklearn.model_selection import GroupKFold

    found = 0
    hosts = [dump.host for dump in dumps]
    for known, asked in GroupKFold(FOLDS).split(dumps, groups=hosts):
        model = fit([dumps[at] for at in known])
        found += sum(find_title(model, dumps[at]) for at in asked)
    return found / sum(any(dump.is_title) for dump in dumps)


def find_title(model: "LogisticRegression", dump: TitledDump) -> bool:
    odds = model.decision_function([list(marks.values()) for marks in dump.marks])
    return dump.is_title[int(odds.argmax())]


def read_dumps(folder: Path, gold: Path) -> Iterator[TitledDump]:
    """The dumps of articles with a title that have lines which may be it."""
    for record, lines in read_records(folder, gold):
        title = words_of(record.get("title") or "")
        candidates = describe_candidates(
            [mark_line(line) for line in lines], label_lines(lines, record["text"])
        )
        if not title or not candidates:
            continue
        host = urlsplit(record.get("url", "")).hostname or record["text"]
        right = tuple(words_of(lines[at]) == title for at, _ in candidates)
        yield TitledDump(host, tuple(marks for _, marks in candidates), right)


def words_of(text: str) -> list[str]:
    return WORD.findall(text.casefold())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
