"""`python -m bench.growth_pages [ARTICLES...]`: what a page costs once it is read: CPU of checking,
loading, linking and comparing it and of publishing the file, by how many come in one run; the most
memory of the process, bytes an article in the file, and what NEW articles cost a second run. With
`--into FILE`: what NEW articles cost by step into a copy of a made warehouse, and into none.

The articles are those of `bench.press` told in sentences, from a seed; what a reader would find in
them is known, so that none is parsed. Each run has a process of its own.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from bench.growth import NEW, measure_peak
from bench.press import SEED, find_day, find_story, make_article
from expectations.check import check
from flows.across import relate
from flows.linking import link_new
from transforms.across.rarity import read_counts
from transforms.keys import make_key
from transforms.records import (
    Article,
    Batch,
    Document,
    Findings,
    Mention,
    Outlet,
    Published,
    Quote,
    Referent,
    Span,
)
from warehouse.build import open_build
from warehouse.checks import check_warehouse
from warehouse.connect import connect
from warehouse.load import load_batch
from warehouse.portions import split
from warehouse.runs import start_run
from warehouse.thrift import take_bounded

SIZES = (1_000, 10_000, 100_000)
AT_ONCE = 1_000  # articles that are loaded together, as a run does
FIRST_DAY = date(2024, 1, 1)
OUTLETS = 400
COMMON_FROM = 40  # documents of the table of rarity that a word of every article stands in
TOPIC = 18  # rare words of a story
COMMON_WORDS, OF_TOPIC = 13, 4  # of a sentence
QUOTES = 2  # of a person
STEPS = ("load", "link", "compare", "assert", "publish")


def make_findings(number: int) -> Findings:
    """All that a reader finds in the article."""
    article_id = make_key("article", number)
    chance = random.Random(f"{SEED} told {number}")  # noqa: S311
    text, quotes, mentions = "", [], []
    referents = tuple(make_article(number))
    for one in referents:
        for _ in range(QUOTES if one.kind == "person" else 1):
            start, words = len(text), write_words(find_story(number), chance)
            sentence = f"{one.name} said that {words}."
            text += f"{sentence}\n\n"
            mentions.append(make_mention(one, start))
            if one.kind == "person":
                quotes.append(make_quote(one, start, len(one.name) + len(" said that "), words))
    document = make_document(number, text.rstrip(), chance)
    article = Article(article_id, document, len(text.split()), "made")
    return Findings(article, tuple(quotes), tuple(mentions), referents)


def make_document(number: int, text: str, chance: random.Random) -> Document:
    name = f"outlet{chance.randrange(OUTLETS)}.example"
    return Document(
        source_uri=f"made/{number}",
        content_sha256=sha256(text.encode()).hexdigest(),
        title=write_words(find_story(number), chance).capitalize(),
        text=text,
        url=f"https://{name}/{number}",
        language="en",
        published=Published(
            on=FIRST_DAY + timedelta(find_day(number)), precision="day", source="meta"
        ),
        outlet=Outlet(make_key("outlet", name), name, name, None),
    )


def make_mention(one: Referent, start: int) -> Mention:
    mention_id = make_key("mention", one.article_id, start)
    end = start + len(one.name)
    return Mention(
        mention_id, one.article_id, False, one.name, start, end, one.kind, "name", one.referent_id
    )


def make_quote(one: Referent, start: int, before: int, words: str) -> Quote:
    """What stands so many characters behind the start of the sentence."""
    first, last = start + before, start + before + len(words)
    return Quote(
        make_key("quote", one.article_id, first),
        one.article_id,
        "indirect",
        False,
        words,
        first,
        last,
        (Span(first, last, words),),
        cue_text="said",
        cue_lemma="say",
        cue_class="neutral",
        speaker_text=one.name,
        speaker_start=start,
        speaker_end=start + len(one.name),
        speaker_mention_kind="name",
        speaker_referent_id=one.referent_id,
        confidence=0.9,
        rule="clause:that",
        reader="made",
    )


def write_words(story: int, chance: random.Random) -> str:
    common, weights, _ = read_words()
    topic = draw_topic(story)
    return " ".join(
        chance.choices(common, weights, k=COMMON_WORDS) + chance.choices(topic, k=OF_TOPIC)
    )


@cache
def draw_topic(story: int) -> list[str]:
    return random.Random(f"{SEED} topic {story}").sample(read_words()[2], TOPIC)  # noqa: S311


@cache
def read_words() -> tuple[list[str], list[int], list[str]]:
    """Words that stand in many articles, in how many, and those that stand in few."""
    _, counts = read_counts()
    words = sorted(counts)
    common = [word for word in words if counts[word] >= COMMON_FROM]
    rare = [word for word in words if counts[word] < COMMON_FROM]
    return common, [counts[word] for word in common], rare


def list_batches(numbers: range) -> Iterator[Batch]:
    for some in split(numbers, AT_ONCE):
        yield Batch(tuple(map(make_findings, some)))


def run(numbers: range, path: Path) -> dict[str, float]:
    """CPU seconds of each step of a run that brings these articles; most megabytes, bytes."""
    spent = dict.fromkeys(STEPS, 0.0)
    run_id, pages = f"run {numbers.start}", len(numbers)
    with open_build(path) as build:
        connection = build.connection
        start_run(connection, run_id, "bench", datetime.now(UTC), "made")
        for batch in list_batches(numbers):
            began = time.process_time()
            checked = check(batch, datetime.now(UTC).date())
            load_batch(connection, checked.accepted, run_id)
            spent["load"] += time.process_time() - began
        steps: dict[str, Callable[[], object]] = {
            "link": lambda: take_bounded(connection, pages, lambda: link_new(connection)),
            "compare": lambda: take_bounded(connection, pages, lambda: relate(connection)),
            "assert": lambda: take_bounded(
                connection, pages, lambda: check_warehouse(connection, run_id)
            ),
            "publish": build.publish,
        }
        for name, step in steps.items():
            began = time.process_time()
            step()
            spent[name] = time.process_time() - began
    return spent | {"megabytes": measure_peak(), "bytes": path.stat().st_size}


def run_apart(numbers: range, path: Path) -> dict[str, float]:
    """The same in a process of its own."""
    words = ["--run", str(numbers.start), str(numbers.stop), str(path)]
    command = [sys.executable, "-m", "bench.growth_pages", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure_growth(sizes: Sequence[int]) -> None:
    costs = [f"{step} ms" for step in STEPS]
    print_row(["articles", *costs, "together", "MB", "bytes each", f"{NEW} more: s", "MB"])
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "made.duckdb")
            whole = run_apart(range(size), path)
            more = run_apart(range(size, size + NEW), path)
        each = [1000 * whole[step] / size for step in STEPS]
        costs = [f"{one:.2f}" for one in (*each, sum(each))]
        room = [f"{whole['megabytes']:.0f}", f"{whole['bytes'] / size:,.0f}"]
        again = [f"{sum(more[step] for step in STEPS):.2f}", f"{more['megabytes']:.0f}"]
        print_row([f"{size:,}", *costs, *room, *again])


def measure_into(path: Path) -> None:
    """What NEW articles cost a run, by step, into none and into a copy of the file."""
    print_row(["articles", *(f"{step} s" for step in STEPS), "together", "MB"])
    with connect(path, read_only=True) as connection:
        (size,), *_ = connection.execute("select count(*) from core.article").fetchall()
    for held in (0, size):
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            copy = Path(folder, "made.duckdb")
            if held:
                shutil.copyfile(path, copy)
            more = run_apart(range(size, size + NEW), copy)
        costs = [more[step] for step in STEPS]
        shown = [f"{one:.2f}" for one in (*costs, sum(costs))]
        print_row([f"{held:,}", *shown, f"{more['megabytes']:.0f}"])


def print_row(words: Iterable[str]) -> None:
    print("  ".join(f"{word:>11}" for word in words), flush=True)


def main(words: Sequence[str]) -> None:
    if words and words[0] == "--run":
        _, first, last, path = words
        print(json.dumps(run(range(int(first), int(last)), Path(path))))
        return
    if words and words[0] == "--into":
        measure_into(Path(words[1]))
        return
    measure_growth([int(word) for word in words] or SIZES)


if __name__ == "__main__":
    main(sys.argv[1:])
