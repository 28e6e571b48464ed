"""Web archives and the articles in them -> the weights of the block model,
weights/blocks/trees.json.

    python -m training.html_blocks [--measure] ARCHIVE.warc.gz=GOLD.jsonl ...

A line of GOLD.jsonl is {"record": "ARCHIVE.warc.gz#offset", "text": its article,
"text_with_optional": the same with what may be kept or left out}. The model is gradient boosting of
small trees. A block weighs as many words as it has, as a share of its article.

The extractor finds most of the article on nearly all pages, and a model made of them alone believes
it blindly where it fails. So each page is learnt from a second time as if the extractor had found
but a stretch of its lines.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import numpy as np
from fastwarc.warc import ArchiveIterator, WarcRecordType
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from training.card import MEASURE, write_card, write_measures
from training.dump_lines import export
from training.folds import OVER_HOSTS, Numbers, Places, ask_by_folds, score_f1
from training.labels import label_lines, weigh_lines
from transforms.clean.html.features import FEATURES, PageContext, Survey, compute_features
from transforms.clean.html.page import read_page
from transforms.records import Page, Reject

MODEL = Path(__file__).parent.parent / "weights" / "blocks" / "trees.json"
TREES, DEPTH = 150, 4
SEED = 0
SECOND = 0.4  # what a page weighs whose extractor was made to fail, beside the page as it is
STRETCH = (0.05, 0.6)  # shares of the extractor's lines that it is left with
# how often the stretch is not the beginning, and how often the page keeps its articleBody
LATER, WITH_BODY = 0.25, 0.3
MIN_FOUND = 6  # lines of an extraction that can be cut


@dataclass(frozen=True, slots=True)
class Example:
    """A block that the model is asked about.

    host: of its page. is_failing: the page is as if the extractor had failed.
    """

    row: NDArray[np.float64]
    is_article: bool
    weight: float
    host: str
    is_failing: bool


def main(*arguments: str) -> None:
    pairs = [pair for pair in arguments if pair != MEASURE]
    examples = [example for pair in pairs for example in read_examples(*map(Path, pair.split("=")))]
    scores = {f"F1 of blocks by their words, {OVER_HOSTS}": score_by_folds(examples)}
    files, rows = [Path(file) for pair in pairs for file in pair.split("=")], len(examples)
    if MEASURE in arguments:
        write_measures("blocks", files, rows, scores)
    else:
        MODEL.write_text(export(FEATURES, fit(examples)), encoding="utf-8")
        made_by = "training.html_blocks"
        write_card("blocks", made_by, files, rows=rows, seed=SEED, features=FEATURES, scores=scores)
    print(f"{rows} blocks, {TREES} trees: {scores}")  # noqa: T201


def score_by_folds(examples: Sequence[Example]) -> float:
    """Of the pages as they are, by models that were fitted on other hosts."""

    def ask(known: Places, asked: Places) -> Numbers:
        booster = fit([examples[at] for at in known])
        return np.asarray(booster.predict_proba([examples[at].row for at in asked])[:, 1])

    told = ask_by_folds([example.host for example in examples], ask)
    weights = [0.0 if example.is_failing else example.weight for example in examples]
    return score_f1(told, [example.is_article for example in examples], weights)


def fit(examples: Sequence[Example]) -> HistGradientBoostingClassifier:
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=0.07,
        min_samples_leaf=40,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=SEED,
    )
    weights = np.array([example.weight for example in examples])
    return booster.fit(
        np.array([example.row for example in examples], dtype=np.float32),
        np.array([example.is_article for example in examples]),
        sample_weight=weights / weights.mean(),
    )


def read_examples(archive: Path, gold: Path) -> Iterator[Example]:
    """The blocks of an archive's pages that the model is asked about, with their labels and
    weights.
    """
    articles = {
        record["record"]: record
        for record in map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    }
    with archive.open("rb") as stream:
        for record in ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True
        ):
            name = f"{archive.name}#{record.stream_pos}"
            if article := articles.get(name):
                url = record.headers.get("WARC-Target-URI")
                yield from examples_of(
                    Page(
                        name, record.reader.read(), "", "html", url=url, charset=record.http_charset
                    ),
                    article,
                )


def examples_of(page: Page, article: dict[str, str]) -> Iterator[Example]:
    read = read_page(page)
    if isinstance(read, Reject):
        return
    texts = [block.text for block in read.blocks]
    labels = label_lines(texts, article["text"])
    optional = (
        label_lines(texts, article["text_with_optional"])
        if article.get("text_with_optional")
        else labels
    )
    weights = weigh_lines(texts, labels)
    host = urlsplit(page.url or "").hostname or page.source_uri
    for context, share in contexts_of(read.context, Random(page.source_uri)):  # noqa: S311
        for at, row in zip(*compute_features(Survey(read.blocks, context)), strict=True):
            if labels[at] or not optional[at]:
                yield Example(row, labels[at], share * weights[at], host, share < 1)


def contexts_of(context: PageContext, dice: Random) -> Iterator[tuple[PageContext, float]]:
    """The page as it is, and as it would be had the extractor failed; each with what it weighs."""
    yield context, 1.0
    if len(context.found) >= MIN_FOUND:
        yield cut_short(context, dice), SECOND


def cut_short(context: PageContext, dice: Random) -> PageContext:
    """The page as if the extractor had found a stretch of its lines only, and mostly without an
    articleBody.
    """
    count = max(1, int(len(context.found) * dice.uniform(*STRETCH)))
    start = dice.randint(0, len(context.found) - count) if dice.random() < LATER else 0
    return replace(
        context,
        found=context.found[start : start + count],
        body=context.body if dice.random() < WITH_BODY else "",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
