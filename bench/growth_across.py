"""`python -m bench.growth_across [SIZES...]`: prints the CPU of comparing 100 new articles with so
many that are held.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb

from flows.across import relate
from transforms.across.rarity import read_counts
from transforms.keys import make_key
from transforms.records import Article, Batch, Document, Findings, Outlet, Published, Quote, Span
from warehouse.load import load_batch
from warehouse.schema import apply_schema
from warehouse.thrift import take_bounded

SIZES = (1_000, 4_000, 16_000)
NEW, BATCH, ROUNDS = 100, 2_000, 2
OUTLETS, ARTICLES_A_DAY, EVENTS_A_DAY, LASTS = 40, 60, 20, 3
COMMON_FROM = 40  # documents of the table of rarity that a word of every article stands in
TOPIC_WORDS, COMMON_WORDS, OF_TOPIC = 18, 13, 4  # of an event; and of a sentence
SENTENCES, QUOTED = (12, 45), range(2, 12, 2)
COPIES, SHORTENED, LEFT_OUT = 0.12, 0.5, 3


class Newsroom:
    """Articles with made-up sentences that come day by day: some tell one event, some are copies.
    The same in every run.
    """

    def __init__(self) -> None:
        self.chance = random.Random(7)  # noqa: S311
        _, counts = read_counts()
        words = sorted(counts)
        self.common = [word for word in words if counts[word] >= COMMON_FROM]
        self.weights = [counts[word] for word in self.common]
        self.rare = [word for word in words if counts[word] < COMMON_FROM]
        self.printed: list[list[str]] = []

    def write(self, first: int, count: int) -> Iterator[Findings]:
        for number in range(first, first + count):
            day = number // ARTICLES_A_DAY
            sentences = self.tell(day)
            self.printed = [*self.printed[-300:], sentences]
            yield make_article(number, sentences, date(2024, 1, 1) + timedelta(day))

    def tell(self, day: int) -> list[str]:
        """The sentences of an article: a copy, or a report on an event of these days."""
        if self.printed and self.chance.random() < COPIES:
            copied = self.chance.choice(self.printed)
            is_cut = self.chance.random() < SHORTENED and len(copied) > LEFT_OUT
            return copied[:-LEFT_OUT] if is_cut else copied
        began = max(0, day - self.chance.randrange(LASTS))
        event = random.Random(f"{began} {self.chance.randrange(EVENTS_A_DAY)}")  # noqa: S311
        topic = event.sample(self.rare, TOPIC_WORDS)
        return [self.write_sentence(topic) for _ in range(self.chance.randint(*SENTENCES))]

    def write_sentence(self, topic: Sequence[str]) -> str:
        words = self.chance.choices(
            self.common, self.weights, k=COMMON_WORDS
        ) + self.chance.choices(topic, k=OF_TOPIC)
        return f"The {' '.join(words)}."


def make_article(number: int, sentences: Sequence[str], day: date) -> Findings:
    name = f"outlet{number % OUTLETS}.example"
    article_id = make_key("article", f"https://{name}/{number}")
    text = "\n\n".join(sentences)
    document = Document(
        source_uri=f"made/{number}",
        content_sha256=make_key("content", text),
        title=" ".join(sentences[0].split()[1:9]),
        text=text,
        url=f"https://{name}/{number}",
        language="en",
        published=Published(on=day, precision="day", source="meta"),
        outlet=Outlet(make_key("outlet", name), name, name, None),
    )
    quotes = tuple(
        make_quote(article_id, text, sentences[place]) for place in QUOTED if place < len(sentences)
    )
    return Findings(Article(article_id, document, len(text.split()), "made"), quotes=quotes)


def make_quote(article_id: str, text: str, words: str) -> Quote:
    start = text.index(words)
    spans = (Span(start, start + len(words), words),)
    return Quote(
        make_key("quote", article_id, start),
        article_id,
        "indirect",
        False,
        words,
        start,
        start + len(words),
        spans,
    )


def measure(size: int, path: Path) -> None:
    """Load so many articles, then 100 more twice, and print what each took."""
    newsroom = Newsroom()
    with duckdb.connect(path) as connection:
        connection.execute("set enable_progress_bar = false; set threads = 2")
        apply_schema(connection)
        for first in range(0, size, BATCH):
            load_batch(
                connection,
                Batch(tuple(newsroom.write(first, min(BATCH, size - first)))),
                f"run {first}",
            )
        spent = time_relating(connection, size)
        print(
            f"{size:>7,} at once: {1000 * spent / size:5.1f} ms CPU an article, {megabytes():,} MB at most",
            flush=True,
        )
        for round_number in range(ROUNDS):
            first = size + round_number * NEW
            load_batch(connection, Batch(tuple(newsroom.write(first, NEW))), f"new {first}")
            spent = time_relating(connection, NEW)
            print(
                f"{NEW} new into {first:>7,}: {1000 * spent / NEW:5.1f} ms CPU an article",
                flush=True,
            )


def time_relating(connection: duckdb.DuckDBPyConnection, pages: int) -> float:
    start = time.process_time()
    take_bounded(connection, pages, lambda: relate(connection))
    return time.process_time() - start


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    for size in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder, "made.duckdb"))


if __name__ == "__main__":
    main()
