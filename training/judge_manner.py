"""Pages that are no articles, and articles -> the weights of the judge's eye for manner,
weights/judge/trees.json, and of its ear for words, weights/judge/wording.json.

    python -m training.judge_manner FOLDER_OF_NOT_ARTICLES SHORT_PAGES.toml ARCHIVE.warc.gz=GOLD.jsonl ...

The folder is tests/not_articles, the file tests/short_pages.toml. Articles are learnt from as they are, and three times more as what
a careless site would leave of
them: a few sentences under their title without a word of metadata, since a page is not the less an
article for that.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from fastwarc.warc import ArchiveIterator, WarcRecordType
from sklearn.ensemble import HistGradientBoostingClassifier

from training.card import write_card
from training.dump_lines import export
from training.folds import Numbers, Places, ask_by_folds
from training.judge_wording import Worded, ask_wording, fit_wording
from training.short_pages import read_short_pages
from transforms.clean.dump.lines import split_lines
from transforms.clean.dump.sort import sort_lines
from transforms.clean.html.page import choose_text, read_page
from transforms.clean.judge.facts import PageFacts, gather_dump_facts, gather_page_facts
from transforms.clean.judge.manner import describe_manner
from transforms.clean.judge.wording import list_signs, measure_signs
from transforms.clean.metadata.language import find_language
from transforms.clean.text.decode import decode_page
from transforms.records import Page, Reject

MODEL = Path(__file__).parent.parent / "weights" / "judge" / "trees.json"
WORDING = MODEL.with_name("wording.json")
TREES, DEPTH = 120, 3
BRIEF = (15, 110)  # words that a careless site leaves
BRIEFS = 3  # of an article
# what an article of our own, one of the archives, and a brief that is cut of one weigh beside a
# page that is none
WEIGHTS = {"none": 1.0, "own": 1.0, "real": 0.5, "stub": 0.1}
ODDS = 0.2  # from where on a page counts as told
SCORES = {
    "pages that are none told, by manner alone, five folds": ("none",),
    "own short articles lost, by manner alone, five folds": ("own",),
    "stubs and articles lost, by manner alone, five folds over hosts": ("real", "stub"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A page. kind: none, own, real or stub. group: pages of one host have the same."""

    kind: str
    group: str
    facts: PageFacts


def main(folder: str, short_pages: str, *pairs: str) -> None:
    pages = list(gather_pages(Path(folder), Path(short_pages), pairs))
    worded = describe_wording(pages)
    bias, weights = fit_wording(worded)
    rows = describe_pages(pages, ask_wording(worded))
    features = tuple(rows[0])
    save(WORDING, {"bias": bias, "weights": weights})
    MODEL.write_text(export(features, fit(rows, pages)), encoding="utf-8")
    files = [Path(file) for pair in pairs for file in pair.split("=")]
    write_card(
        "judge",
        "training.judge_manner",
        files,
        rows=len(pages),
        seed=0,
        features=features,
        scores=measure(rows, pages),
    )
    told = Counter(page.kind for page in pages)
    print(f"{dict(told)}: {MODEL}")  # noqa: T201


def gather_pages(folder: Path, short_pages: Path, pairs: Sequence[str]) -> Iterator[Shown]:
    others = [facts for _, facts in read_others(folder)]
    for kind, told in (
        ("none", [*others, *read_short(short_pages, "none")]),
        ("own", read_short(short_pages, "article")),
    ):
        yield from (Shown(kind, f"{kind} {at}", facts) for at, facts in enumerate(told))
    for pair in pairs:
        for host, facts in read_articles(*map(Path, pair.split("="))):
            yield Shown("real" if facts.url else "stub", host, facts)


def describe_wording(pages: Sequence[Shown]) -> Worded:
    return Worded(
        [measure_signs(list_signs(page.facts)) for page in pages],
        np.array([page.kind == "none" for page in pages]),
        np.array([WEIGHTS[page.kind] for page in pages]),
        [page.facts.language for page in pages],
        [page.group for page in pages],
    )


def describe_pages(pages: Sequence[Shown], wording: Numbers) -> list[dict[str, float]]:
    """The marks of each page. wording: as weights say that were made of other hosts, since those
    made of the page itself know it by heart.
    """
    return [
        describe_manner(page.facts) | {"wording": float(odds)}
        for page, odds in zip(pages, wording, strict=True)
    ]


def measure(rows: Sequence[dict[str, float]], pages: Sequence[Shown]) -> dict[str, float]:
    """By the odds that a page needs which speaks to nobody, and is asked for nothing else."""

    def ask(known: Places, asked: Places) -> Numbers:
        model = fit([rows[at] for at in known], [pages[at] for at in known])
        return np.asarray(model.decision_function([list(rows[at].values()) for at in asked]))

    odds = ask_by_folds([page.group for page in pages], ask, processes=1)
    told = list(zip(odds >= ODDS, pages, strict=True))
    shares = {
        words: float(np.mean([is_told for is_told, page in told if page.kind in kinds]))
        for words, kinds in SCORES.items()
    }
    return {words: round(share, 3) for words, share in shares.items()}


def fit(rows: Sequence[dict[str, float]], pages: Sequence[Shown]) -> HistGradientBoostingClassifier:
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=0.06,
        min_samples_leaf=8,
        early_stopping=False,
        random_state=0,
    )
    marks = np.array([list(row.values()) for row in rows])
    labels = [page.kind == "none" for page in pages]
    return booster.fit(marks, labels, sample_weight=[WEIGHTS[page.kind] for page in pages])


def save(path: Path, model: Mapping[str, Any]) -> None:
    """One line a word, so that a change can be read."""
    path.write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def read_short(path: Path, kind: str) -> Iterator[PageFacts]:
    for page in read_short_pages(path, kind):
        if facts := facts_of(page):
            yield facts


def read_others(folder: Path) -> Iterator[tuple[str, PageFacts]]:
    """The reason and the facts of each page in a folder of folders by reason."""
    for path in sorted(path for path in folder.glob("*/*") if path.suffix in (".html", ".txt")):
        content = path.read_bytes()
        page = Page(
            str(path),
            content,
            sha256(content).hexdigest(),
            "html" if path.suffix == ".html" else "dump",
        )
        if facts := facts_of(page):
            yield path.parent.name, facts


def facts_of(page: Page) -> PageFacts | None:
    if page.form == "dump":
        text = decode_page(page)
        if isinstance(text, Reject):
            return None
        sorting = sort_lines(split_lines(text))
        text = "\n\n".join(sorting.kept)
        return in_language(gather_dump_facts(sorting.title, text, sorting.lines, page.url))
    read = read_page(page)
    if isinstance(read, Reject):
        return None
    facts = gather_page_facts(
        read.markup, read.metadata.title, choose_text(read).text, read.metadata.url
    )
    return in_language(facts, read.markup.html_lang)


def in_language(facts: PageFacts, declared: str | None = None) -> PageFacts:
    """The facts with the language of the text."""
    return replace(facts, language=find_language("\n".join(facts.paragraphs), declared)[0])


def read_articles(archive: Path, gold: Path) -> Iterator[tuple[str, PageFacts]]:
    """The host and the facts of an archive's articles, each as it is and as a brief."""
    texts = {
        record["record"]: record
        for record in map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    }
    with archive.open("rb") as stream:
        for record in ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True
        ):
            name = f"{archive.name}#{record.stream_pos}"
            if name not in texts:
                continue
            url = record.headers.get("WARC-Target-URI")
            facts = facts_of(
                Page(name, record.reader.read(), "", "html", url=url, charset=record.http_charset)
            )
            if facts:
                host = urlsplit(url or name).hostname or name
                yield host, facts
                for number in range(BRIEFS):
                    brief = cut_to_brief(facts, texts[name]["text"], Random(f"{name}{number}"))  # noqa: S311
                    yield host, brief


def cut_to_brief(facts: PageFacts, text: str, dice: Random) -> PageFacts:
    """The first paragraphs of the article under its title, on a page that states nothing."""
    wanted, kept = dice.randint(*BRIEF), ""
    for paragraph in text.split("\n\n"):
        kept += paragraph + "\n\n"
        if len(kept.split()) >= wanted:
            break
    brief = gather_dump_facts(
        facts.headings[0] if facts.headings else None, kept.strip(), kept.split("\n\n")
    )
    return in_language(replace(brief, url=None), facts.language)


if __name__ == "__main__":
    main(*sys.argv[1:])
