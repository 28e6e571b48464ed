"""The pages of the report and the figures on them; each figure is a file of `sql/report/figures`,
its title and note in the head.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SQL = Path(__file__).parents[1] / "sql" / "report"
Drawing = Literal["tiles", "bars", "shares", "columns", "ties", "map", "lines", "chains", "table"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A query and how its rows are drawn: by the column `label`, as long as `values` say, under a
    heading for what stands in the column `group`.
    """

    name: str
    drawing: Drawing
    label: str = ""
    values: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of figures: its file, its name in the menu, and what it shows."""

    file: str
    name: str
    lead: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a figure's file say."""

    title: str
    note: str
    sql: str


def read_head(name: str) -> Head:
    """Title, note and SQL of a figure."""
    sql = (SQL / "figures" / f"{name}.sql").read_text(encoding="utf-8")
    first, *rest = sql.splitlines()
    note = [line.removeprefix("-- ") for line in rest if line.startswith("-- ")]
    return Head(first.removeprefix("-- "), " ".join(note), sql)


def read_query(name: str) -> str:
    """The SQL of `sql/report/pages` that fetches what a page of one outlet, entity or article
    shows.
    """
    return (SQL / "pages" / f"{name}.sql").read_text(encoding="utf-8")


PAGES = (
    Page(
        "index.html",
        "At a glance",
        "What was read, from whom, and how far its dates can be trusted.",
        (
            Figure("corpus", "tiles"),
            Figure("articles_by_day", "columns", "published_on", ("article_count",)),
            Figure("articles_by_outlet", "bars", "outlet", ("article_count", "quote_count")),
            Figure("languages", "bars", "language", ("article_count", "quote_count")),
            Figure(
                "date_trust", "bars", "published_source", ("article_count", "dated_article_count")
            ),
        ),
    ),
    Page(
        "speakers.html",
        "Who speaks",
        "Whose words are printed, how much room they get, and who is spoken about without a word.",
        (
            Figure("speakers", "bars", "speaker", ("word_count", "quote_count", "outlet_count")),
            Figure("speech_by_outlet", "bars", "speaker", ("word_share", "quote_count"), "outlet"),
            Figure(
                "naming_by_outlet", "shares", "outlet", ("named", "a_group", "unnamed", "nobody")
            ),
            Figure("kinds_by_outlet", "shares", "outlet", ("direct", "mixed", "indirect")),
            Figure("principals", "bars", "speaker", ("quote_count", "outlet_count")),
            Figure("unheard", "bars", "entity", ("article_count", "mention_count")),
        ),
    ),
    Page(
        "stories.html",
        "Stories",
        "What several outlets tell, who told it first, and in which words they quote the same sentence.",
        (
            Figure("stories", "bars", "story", ("outlet_count", "article_count", "original_count")),
            Figure(
                "utterances", "bars", "utterance", ("outlet_count", "wording_count", "quote_count")
            ),
            Figure("copies", "shares", "outlet", ("own", "copied", "by_an_agency")),
        ),
    ),
    Page(
        "sources.html",
        "Through whom",
        "The ways that words take from a speaker to the reader.",
        (
            Figure("chain_steps", "chains", "giver", ("quote_count",)),
            Figure("sources", "ties", "source", ("quote_count",)),
            Figure("chains", "table", "speaker"),
        ),
    ),
    Page(
        "places.html",
        "Places",
        "Where the news is said to happen, and how its names are spelt.",
        (
            Figure("places", "map", "place", ("article_count", "mention_count")),
            Figure("spellings_by_month", "lines", "place", ("mention_share",)),
            Figure("spellings", "bars", "spelling", ("mention_count", "outlet_count")),
        ),
    ),
    Page(
        "health.html",
        "Health",
        "What the runs did, what they left out, and which rules were broken.",
        (
            Figure("runs", "table"),
            Figure("rejects", "bars", "reason", ("page_count",)),
            Figure("rejects_by_host", "table", "host"),
            Figure("rules", "table", "rule"),
            Figure("feeds", "table", "address"),
        ),
    ),
)
