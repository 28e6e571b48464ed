"""A folder of dumps and the articles in them, and web archives whose pages are made into more of
them -> the weights of the line model: wording.json, trees.json, networks.json.

    python -m training.dump_lines [--measure] FOLDER_OF_DUMPS GOLD.jsonl [ARCHIVE.warc.gz=GOLD ...]

A line of GOLD.jsonl is {"file": path of a dump, "text": its article, "url": its address, if known,
"render": how it was made, if known}; of the path the end counts. Gold of an archive is that of
training.html_blocks. The weights are those of transforms.clean.dump.wording and model. A line
weighs as many words as it has, as a share of its article. What words say is learned on other hosts'
pages than those that the trees and the networks see it of.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.utils.parallel import Parallel, delayed

from training.card import MEASURE, write_card, write_measures
from training.folds import OVER_HOSTS, Numbers, Places, ask_by_folds, score_f1
from training.labels import label_lines, weigh_lines
from training.line_net import LabelledPage, export_nets, train_net
from training.renderings import render_archive
from transforms.clean.dump.features import describe_lines
from transforms.clean.dump.lines import split_lines
from transforms.clean.dump.marks import MarkedLine, mark_line
from transforms.clean.dump.wording import list_signs
from transforms.clean.models.networks import LineNet
from transforms.clean.models.trees import to_probability

WEIGHTS = Path(__file__).parent.parent / "weights" / "lines"
TREES, DEPTH = 250, 4
NETS = 3  # of which the mean counts: each errs elsewhere
CLEAN = 0.5  # what an article that is clean already weighs beside its dump
MIN_HOSTS = 10  # that a word must stand on
FOLDS = 5
LEAST = 0.1  # log odds: words that say less are left out


@dataclass(frozen=True, slots=True)
class LabelledDump:
    """host: of the page, or its text where the address is not known: renderings of one page stay
    together. is_clean: the article alone.
    """

    host: str
    lines: tuple[MarkedLine, ...]
    labels: tuple[bool, ...]
    weights: tuple[float, ...]
    is_clean: bool


def main(*arguments: str) -> None:
    folder, gold, *pairs = [word for word in arguments if word != MEASURE]
    archives = [(Path(archive), Path(known)) for archive, known in map(_part, pairs)]
    dumps = list(read_dumps(Path(folder), Path(gold), archives))
    names, pages = describe_dumps(dumps)
    scores = {f"F1 of lines by their words, {OVER_HOSTS}": score_by_folds(names, dumps, pages)}
    print(f"{len(dumps)} dumps: {scores}")  # noqa: T201
    files, rows = [Path(gold), *chain.from_iterable(archives)], len(dumps)
    if MEASURE in arguments:
        write_measures("lines", files, rows, scores)
        return
    (WEIGHTS / "wording.json").write_text(export_wording(fit_wording(dumps)), encoding="utf-8")
    (WEIGHTS / "trees.json").write_text(export(names, fit(pages)), encoding="utf-8")
    (WEIGHTS / "networks.json").write_text(export_nets(train_nets(names, pages)), encoding="utf-8")
    made_by = "training.dump_lines"
    write_card("lines", made_by, files, rows=rows, seed=0, features=names, scores=scores)


def _part(pair: str) -> tuple[str, str]:
    archive, _, gold = pair.partition("=")
    return archive, gold


def score_by_folds(
    names: tuple[str, ...], dumps: Sequence[LabelledDump], pages: Sequence[LabelledPage]
) -> float:
    """Of the dumps as they are, by models that were fitted on other hosts."""
    page_of = np.repeat(np.arange(len(dumps)), [len(dump.lines) for dump in dumps])

    def ask(known: Places, asked: Places) -> Numbers:
        learnt, wanted = ([pages[at] for at in np.unique(page_of[some])] for some in (known, asked))
        return estimate(names, learnt, wanted)

    told = ask_by_folds([dump.host for dump in dumps for _ in dump.lines], ask)
    labels = [label for dump in dumps for label in dump.labels]
    weights = [weight * (not dump.is_clean) for dump in dumps for weight in dump.weights]
    return score_f1(told, labels, weights)


def estimate(
    names: tuple[str, ...], learnt: Sequence[LabelledPage], wanted: Sequence[LabelledPage]
) -> Numbers:
    """What models of some pages say of each line of others, as transforms.clean.dump.model asks."""
    booster, nets = fit(learnt), train_nets(names, learnt)
    odds = booster.decision_function(np.concatenate([page.rows for page in wanted]))
    seen = sum(np.concatenate([net.estimate(page.rows) for page in wanted]) for net in nets)
    return np.asarray(to_probability((odds + seen / NETS) / 2))


def train_nets(names: tuple[str, ...], pages: Sequence[LabelledPage]) -> list[LineNet]:
    """Each in a process of its own."""
    train = delayed(train_net)
    return list(Parallel(n_jobs=NETS)(train(names, pages, seed) for seed in range(NETS)))


def read_records(folder: Path, gold: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The records of `gold` that have a text, each with the lines of its dump."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.txt")}
    for record in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        path = next(
            path for name, path in files.items() if f"/{record['file']}".endswith(f"/{name}")
        )
        lines = split_lines(path.read_text(encoding="utf-8"))
        if lines and record["text"]:
            yield record, lines


def read_dumps(
    folder: Path, gold: Path, archives: Sequence[tuple[Path, Path]]
) -> Iterator[LabelledDump]:
    """Each dump of the folder; each page of the archives as the dumps that the folder does not have
    of it; and each article again as a dump that is clean.
    """
    rendered = [one for archive, known in archives for one in render_archive(archive, known)]
    urls = {one.article: one.url for one in rendered}
    seen, held = set[str](), set[tuple[str, str]]()
    for record, lines in read_records(folder, gold):
        text = record["text"]
        held.add((record.get("render", ""), text))
        yield from _read(text, record.get("url") or urls.get(text, ""), lines, seen)
    for one in rendered:
        if (one.name, one.article) not in held and one.article:
            yield from _read(one.article, one.url, split_lines(one.dump), seen)


def _read(text: str, url: str, lines: Sequence[str], seen: set[str]) -> Iterator[LabelledDump]:
    if not lines:
        return
    host = urlsplit(url).hostname or text
    yield _label(host, lines, label_lines(lines, text), 1.0)
    if text not in seen:
        seen.add(text)
        clean = split_lines(text)
        yield _label(host, clean, [True] * len(clean), CLEAN)


def _label(host: str, lines: Sequence[str], labels: Sequence[bool], share: float) -> LabelledDump:
    weights = tuple(share * weight for weight in weigh_lines(lines, labels))
    marked = tuple(map(mark_line, lines))
    return LabelledDump(host, marked, tuple(labels), weights, is_clean=share < 1)


def fit_wording(dumps: Sequence[LabelledDump]) -> dict[str, float]:
    """For each word that stands on pages of MIN_HOSTS hosts what it adds to the log odds of its
    line.
    """
    known = list_known_signs(dumps)
    vectorizer = CountVectorizer(analyzer=lambda line: list_signs(line.words), vocabulary=known)
    weights = np.concatenate([dump.weights for dump in dumps])
    model = LogisticRegression(C=0.1, solver="liblinear", tol=1e-3, max_iter=30)
    rows = vectorizer.transform([line for dump in dumps for line in dump.lines])
    model.fit(
        rows,
        np.concatenate([dump.labels for dump in dumps]),
        sample_weight=weights / weights.mean(),
    )
    return {
        sign: weight
        for sign, weight in zip(known, model.coef_[0].tolist(), strict=True)
        if abs(weight) >= LEAST
    }


def list_known_signs(dumps: Sequence[LabelledDump]) -> list[str]:
    """The signs that stand on pages of MIN_HOSTS hosts."""
    signs_of_host: dict[str, set[str]] = {}
    for dump in dumps:
        signs_of_host.setdefault(dump.host, set()).update(
            *(list_signs(line.words) for line in dump.lines)
        )
    hosts = Counter(sign for signs in signs_of_host.values() for sign in signs)
    return sorted(sign for sign, count in hosts.items() if count >= MIN_HOSTS)


def export_wording(wording: dict[str, float]) -> str:
    """As JSON, a word a line."""
    return (
        json.dumps(
            {sign: round(weight, 2) for sign, weight in wording.items()},
            ensure_ascii=False,
            indent=0,
        )
        + "\n"
    )


def describe_dumps(dumps: Sequence[LabelledDump]) -> tuple[tuple[str, ...], list[LabelledPage]]:
    """The names of the features, and the pages as rows of them. What the words say is learned on
    pages of other hosts.
    """
    hosts = sorted({dump.host for dump in dumps})
    fold = {
        host: int(number)
        for host, number in zip(
            hosts, np.random.default_rng(0).integers(0, FOLDS, len(hosts)), strict=True
        )
    }
    wordings = [
        fit_wording([dump for dump in dumps if fold[dump.host] != at]) for at in range(FOLDS)
    ]
    pages = []
    names: tuple[str, ...] = ()
    for dump in dumps:
        wording = wordings[fold[dump.host]]
        told = [
            replace(line, wording=sum(wording.get(sign, 0.0) for sign in list_signs(line.words)))
            for line in dump.lines
        ]
        names, rows = describe_lines(told)
        pages.append(
            LabelledPage(
                rows,
                np.array(dump.labels, dtype=np.float32),
                np.array(dump.weights, dtype=np.float32),
            )
        )
    return names, pages


def fit(pages: Sequence[LabelledPage]) -> HistGradientBoostingClassifier:
    weights = np.concatenate([page.weights for page in pages])
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=0.07,
        min_samples_leaf=60,
        l2_regularization=5.0,
        max_features=0.3,
        max_bins=64,
        early_stopping=False,
        random_state=0,
    )
    rows, labels = (
        np.concatenate([page.rows for page in pages]),
        np.concatenate([page.labels for page in pages]),
    )
    return booster.fit(rows, labels, sample_weight=weights / weights.mean())


def export(names: tuple[str, ...], booster: HistGradientBoostingClassifier) -> str:
    """The trees as JSON, one a line, each padded to full depth: the questions of its nodes row by
    row, then the values of its leaves.
    """
    trees = [
        json.dumps(full_tree(stage[0].nodes), separators=(",", ":"))
        for stage in booster._predictors
    ]
    head = json.dumps(
        {
            "features": names,
            "bias": round(float(booster._baseline_prediction.ravel()[0]), 4),
            "depth": DEPTH,
        }
    )
    return head[:-1] + ', "trees": [\n' + ",\n".join(trees) + "\n]}\n"


def full_tree(nodes: NDArray[np.void]) -> dict[str, list[int] | list[float]]:
    """feature and threshold of each inner node (children of i: 2i + 1, and 2i + 2 where the feature
    is greater), value of each leaf.
    """
    level, features, thresholds = [0], [], []
    for _ in range(DEPTH):
        after = []
        for at in level:
            is_leaf = bool(nodes[at]["is_leaf"])
            features.append(0 if is_leaf else int(nodes[at]["feature_idx"]))
            thresholds.append(0.0 if is_leaf else float(f"{nodes[at]['num_threshold']:.4g}"))
            after += [at, at] if is_leaf else [int(nodes[at]["left"]), int(nodes[at]["right"])]
        level = after
    return {
        "feature": features,
        "threshold": thresholds,
        "value": [round(float(nodes[at]["value"]), 3) for at in level],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
