"""Pages that are no articles, and articles -> the weights of the judge's eye for manner,
weights/judge/trees.json.

    python -m training.judge_manner FOLDER_OF_NOT_ARTICLES SHORT_PAGES.toml ARCHIVE.warc.gz=GOLD.jsonl ...

The folder is tests/not_articles, the file tests/short_pages.toml. Articles are learnt from as they are, and three times more as what
a careless site would leave of
them: a few sentences under their title without a word of metadata, since a page is not the less an
article for that.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
from fastwarc.warc import ArchiveIterator, WarcRecordType
from sklearn.ensemble import HistGradientBoostingClassifier

from training.card import write_card
from training.dump_lines import export
from training.short_pages import read_short_pages
from transforms.clean.dump.lines import split_lines
from transforms.clean.dump.sort import sort_lines
from transforms.clean.html.page import choose_text, read_page
from transforms.clean.judge.facts import PageFacts, gather_dump_facts, gather_page_facts
from transforms.clean.judge.manner import describe_manner
from transforms.clean.metadata.language import find_language
from transforms.clean.text.decode import decode_page
from transforms.records import Page, Reject

MODEL = Path(__file__).parent.parent / "weights" / "judge" / "trees.json"
TREES, DEPTH = 120, 3
BRIEF = (15, 110)  # words that a careless site leaves
BRIEFS = 3  # of an article
# what an article of our own, one of the archives, and a brief that is cut of one weigh beside a
# page that is none
OWN, REAL, CUT = 1.0, 0.5, 0.1


def main(folder: str, short_pages: str, *pairs: str) -> None:
    others = [facts for _, facts in read_others(Path(folder))]
    others += read_short(Path(short_pages), "none")
    own = list(read_short(Path(short_pages), "article"))
    real = [facts for pair in pairs for facts in read_articles(*map(Path, pair.split("=")))]
    features = tuple(describe_manner(others[0]))
    MODEL.write_text(export(features, fit(others, own, real)), encoding="utf-8")
    files = [Path(file) for pair in pairs for file in pair.split("=")]
    rows = len(others) + len(own) + len(real)
    write_card("judge", "training.judge_manner", files, rows=rows, seed=0, features=features)
    told = f"{len(others)} pages that are none, {len(own)} and {len(real)} articles: {MODEL}"
    print(told)  # noqa: T201


def fit(
    others: list[PageFacts], own: list[PageFacts], real: list[PageFacts]
) -> HistGradientBoostingClassifier:
    rows = [list(describe_manner(facts).values()) for facts in (*others, *own, *real)]
    labels = [True] * len(others) + [False] * (len(own) + len(real))
    weights = [1.0] * len(others) + [OWN] * len(own)
    weights += [REAL if facts.url else CUT for facts in real]
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=0.06,
        min_samples_leaf=8,
        early_stopping=False,
        random_state=0,
    )
    return booster.fit(np.array(rows), labels, sample_weight=weights)


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


def read_articles(archive: Path, gold: Path) -> Iterator[PageFacts]:
    """The facts of an archive's articles, each as it is and as a brief."""
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
                yield facts
                for number in range(BRIEFS):
                    yield cut_to_brief(facts, texts[name]["text"], Random(f"{name}{number}"))  # noqa: S311


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
