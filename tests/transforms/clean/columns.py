"""What the models of lines, blocks and manners are shown of a dump, a page and texts of our own ->
tables, a column a line: a number that is computed otherwise than in training is told by no model.

    python -m tests.transforms.clean.columns    writes the tables anew, in columns/
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml.html import document_fromstring

from transforms.clean.dump.features import describe_lines
from transforms.clean.dump.marks import mark_line
from transforms.clean.html.blocks import read_blocks
from transforms.clean.html.features import FEATURES, PageContext, Survey, compute_features
from transforms.clean.judge.facts import gather_dump_facts
from transforms.clean.judge.manner import describe_manner

FOLDER = Path(__file__).parent / "columns"
OF_WEIGHTS = "wording"  # columns that a model makes, which its card answers for
FERRY = "The ferry to Skarholm will sail again on Monday, the harbour master said."
WINTER = (
    "Twelve captains had asked for a longer pier since the winter, and the council of the island"
    " agreed."
)
COST = (
    "“It costs us nothing,” said Ada Thornbury."
    " The new pier opens in May 2024; the old pier closes."
)
DUMP = (
    "Home | News | Sport › Harbour",
    "Harbour",
    "Ferry sails again",
    "By Milo Farrow",
    "Published 3 Dec, 2021 at 21:15",
    "03.12.2021",
    f"{FERRY} Nobody had been told.",
    f"{WINTER} It has 12 ferries.",
    "A short line",
    f"{COST} 'So it goes,' she said...",
    "港の船は月曜日に再び出航する。十二人の船長が長い桟橋を求めていた。",
    "12月3日：港",
    "• Read more: The old pier closes",
    "Share",
    "Leave a reply",
    "Subscribe to our newsletter | Sign in",
    "Harbour",
    f"{FERRY} This is another story of the harbour and of its ferry.",
    "© 2024 The Skarholm Post. All rights reserved.",
    "Comments (3)…",
    "What is known:",
    f"Share {'harbour pier ' * 5:.54}",
    f"{'harbour pier ' * 7:.79}.",  # as wide as prose
    f"{'harbour pier ' * 7:.78}.",
    f"{'harbour pier ' * 5:.50}3 Dec 2021",
    f"{'harbour pier ' * 5:.48}3 Dec 2021",
    *["Share this page of 1990"] * 6,
    *["Share this page with us"] * 4,
)
PAGE = f"""<html><body>
<div class="breadcrumb"><a href="/">Home</a>
<a href="/n">News of the island and of its harbour</a></div>
<main><article>
<h1>Ferry sails again</h1>
<p class="byline">By Milo Farrow, Skarholm, 03.12.2021</p>
<p>{FERRY} Nobody had been told.</p>
<div class="related"><ul><li>
<a href="/1">Read more: The old pier closes for the winter</a></li></ul></div>
<p>{WINTER} It has <a href="/2">twelve</a> ferries.</p>
<h2>What it costs to build in May</h2>
<p>«One to a pier» is what they say</p><p>So it ends…</p>
<p>Read more: the old pier closes for the winter</p>
<p>Some 45 crowns are asked of 3 guests</p><p>Подпишитесь на наш канал, и суда придут вовремя</p>
<p>{FERRY:.24}d</p><p><a href="/4">The pier</a> of the harbour and others</p>
<blockquote><p>{COST}</p></blockquote>
<p>{FERRY}</p>
<p>Photo: Ada Thornbury | @skarholm</p>
<p>A LINE IN CAPITALS THAT GOES ON:</p>
</article></main>
<div class="comments"><p>{FERRY} So my neighbour says, who waits.</p><p>{WINTER}</p></div>
<section class="teaser"><h3><a href="/3">Bridge cracks over the Lindwater again</a></h3>
<p>Engineers measured it.</p></section>
</body></html>"""
CONTEXT = PageContext(
    found=(f"{FERRY} Nobody had been told.", f"{WINTER} It has twelve ferries.", COST, FERRY),
    second=f"{FERRY} Nobody had been told. {COST} What it costs",
    body=f"{FERRY} Nobody had been told. {WINTER} It has twelve ferries. {COST}",
    title="Ferry sails again",
    description="The ferry to Skarholm will sail again.",
    authors=("Milo Farrow",),
)
TEXTS = {
    "a story": ("en", "Ferry sails again", (FERRY, f"{WINTER} Nobody had been told.", COST)),
    "an offer": (
        None,
        "Your holiday on Skarholm",
        (
            "Book your cabin with us today and save 20 per cent! Do you like the sea?",
            "We offer you rooms from 45 crowns. Call us on 555 12 34 or write to"
            " desk@skarholm.example.",
            "Open daily 9:00 to 17:30",
            "Rooms",
        ),
    ),
    "one who is named": (
        "xx",
        "Ada Thornbury",
        ("Ada Thornbury leads the harbour of Skarholm.", "She was born in Tarnby in 1961."),
    ),
    "without a heading": (None, None, (FERRY, WINTER)),
    "in another script": (
        "ja",
        "港の船",
        ("港の船は月曜日に再び出航する。十二人の船長が長い桟橋を求めていた。", "あなたの部屋を予約しますか？"),
    ),
}  # fmt: skip
Table = dict[str, list[str]]


def make_tables() -> dict[str, Table]:
    return {"lines": show_lines(), "blocks": show_blocks(), "manners": show_manners()}


def show_lines() -> Table:
    names, rows = describe_lines([mark_line(line) for line in DUMP])
    return turn(names, rows.tolist())


def show_blocks() -> Table:
    blocks = read_blocks(document_fromstring(PAGE))
    places, rows = compute_features(Survey(blocks, CONTEXT))
    return {"place": list(map(str, places))} | turn(FEATURES, rows.tolist())


def show_manners() -> Table:
    described: list[Mapping[str, float]] = [
        describe_manner(
            replace(gather_dump_facts(title, "\n\n".join(lines), lines, None), language=language)
        )
        for language, title, lines in TEXTS.values()
    ]
    names = tuple(described[0])
    return turn(names, [[one[name] for name in names] for one in described])


def turn(names: Sequence[str], rows: Sequence[Sequence[float]]) -> Table:
    """For each column what it says of each row."""
    return {
        name: [f"{value + 0.0:.4g}" for value in column]
        for name, *column in zip(names, *rows, strict=True)
        if not name.startswith(OF_WEIGHTS)
    }


def read_table(name: str) -> Table:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {column: told for column, *told in (line.split("\t") for line in lines)}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, table in make_tables().items():
        lines = ["\t".join([column, *told]) for column, told in table.items()]
        (FOLDER / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
