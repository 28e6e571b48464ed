"""Rows -> the HTML of a page, by the templates in `report/pages`, in which everything is
escaped.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from report.charts import draw_columns, draw_ties
from report.figures import PAGES, Page
from report.links import Links, to_the_web
from report.map import draw_map
from report.marks import anchor, show_plainly
from report.strands import draw_chains, draw_lines

if TYPE_CHECKING:
    from report.site import Row, Shown

FOLDER = Path(__file__).parent / "pages"
LINKED = {  # a column that names something -> what, and the column with its key
    "speaker": ("entity", "entity_id"),
    "entity": ("entity", "entity_id"),
    "place": ("entity", "entity_id"),
    "source": ("entity", "entity_id"),
    "principal": ("entity", "principal_entity_id"),
    "outlet": ("outlet", "outlet_id"),
    "story": ("story", "story_id"),
    "utterance": ("utterance", "utterance_id"),
}
# told by the drawing, not in its table
DRAWN_ONLY = (
    "latitude",
    "longitude",
    "giver_place",
    "taker_place",
)
FOLDED = ("columns", "ties", "lines", "chains")  # drawings whose numbers wait below them
MENU = (*((page.file, page.name) for page in PAGES), ("articles.html", "Articles"))
WORDS = {
    "a_group": "a group",
    "people_bodies_and_places": "people, bodies and places",
    "published_source": "known from",
    "dated_article_count": "with a day",
    "unexpected_count": "rows that broke it",
    "evaluated_count": "rows looked at",
}
WORDY = ("detail", "example", "quote", "story", "utterance")  # columns that hold sentences
SHELVES = {
    "direct": "Named, in their own words",
    "mixed": "Named, partly in their own words",
    "indirect": "Named, in the outlet's words",
    "collective": "Groups, such as officials",
    "anonymous": "Unnamed sources",
    "nobody": "Nobody is named",
}


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    made.filters.update(count=count, say=say, tell=tell)
    made.tests.update(key=is_key, day=is_day)
    made.globals.update(
        anchor=anchor,
        draw_chains=draw_chains,
        draw_columns=draw_columns,
        draw_lines=draw_lines,
        draw_map=draw_map,
        draw_ties=draw_ties,
        drawn_only=DRAWN_ONLY,
        folded=FOLDED,
        linked=LINKED,
        most=most,
        shelves=SHELVES,
        split=split,
        to_the_web=to_the_web,
        wordy=WORDY,
    )
    return made


def finalize(value: object) -> object:
    """Nothing for None, and no character that a page may not hold."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return show_plainly(value)
    return value


def say(column: str) -> str:
    """A column as a reader would call it: `article_count` is "articles"."""
    if column in WORDS:
        return WORDS[column]
    if column.endswith("_count"):
        column = column.removesuffix("_count") + "s"
    return column.replace("_", " ")


def tell(value: object, column: str = "") -> str:
    """A value as a reader would write it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:.1%}" if column.endswith("_share") else f"{value:,.10g}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case None:
            return ""
    return str(value)


def count(number: int, noun: str) -> str:
    """ "1 article", "1,204 articles"."""
    return f"{tell(number)} {noun}" if number == 1 else f"{tell(number)} {noun}s"


def split(rows: Sequence["Row"], column: str) -> list[list["Row"]]:
    """The rows by what they have in the column and, where it names something, by its key; all
    together where there is no column.
    """
    if not column:
        return [list(rows)]
    keyed = groupby(rows, key=lambda row: (row[column], row.get(f"{column}_id")))
    return [list(members) for _, members in keyed]


def is_key(column: str) -> bool:
    return column.endswith("_id")


def most(rows: Sequence["Row"], column: str) -> float:
    """The largest value, and 1 at least, so that it can divide."""
    values = [value for row in rows if isinstance(value := row[column], int | float)]
    return max(values, default=0) or 1


def is_day(column: str) -> bool:
    return column.endswith(("_on", "_at"))


def style() -> str:
    return (FOLDER / "style.css").read_text(encoding="utf-8")


def page(shown: Page, figures: Sequence["Shown"], links: Links) -> str:
    """A page of figures."""
    return fill("figures.html", links, current=shown.file, here=shown, figures=figures)


def entity(
    row: "Row", quotes: Sequence["Row"], articles: Sequence["Row"], warehouse: str, links: Links
) -> str:
    """The page of a person, body or place: what they said, and where they are mentioned."""
    return fill(
        "entity.html",
        links,
        root="../",
        entity=row,
        quotes=quotes,
        articles=articles,
        warehouse=warehouse,
    )


def outlet(name: str, quotes: Mapping[str, Sequence["Row"]], options: str, links: Links) -> str:
    """The page of an outlet: its quotes by how their speakers are named; `options` are those of
    the command that asks for all of them.
    """
    return fill("outlet.html", links, root="../", name=name, quotes=quotes, options=options)


def story(
    row: "Row", articles: Sequence["Row"], utterances: Mapping[str, Sequence["Row"]], links: Links
) -> str:
    """The page of a story: who told it when, and what was said in which words."""
    return fill(
        "story.html", links, root="../", story=row, articles=articles, utterances=utterances
    )


def utterance(rows: Sequence["Row"], links: Links) -> str:
    """The page of a thing said once: its wordings side by side."""
    return fill("utterance.html", links, root="../", rows=rows)


def article(
    row: "Row",
    found: Mapping[str, Sequence["Row"]],
    marked: tuple[Markup, Markup],
    left: int,
    links: Links,
) -> str:
    """The page of an article: its title and text, marked, and how each quote and the page itself
    came.
    """
    headline, text = marked
    return fill(
        "article.html",
        links,
        root="../",
        article=row,
        found=found,
        headline=headline,
        text=text,
        left=left,
    )


def articles(rows: Sequence["Row"], links: Links) -> str:
    """The list of the articles that have a page."""
    return fill("articles.html", links, current="articles.html", articles=rows)


def fill(template: str, links: Links, root: str = "", current: str = "", **values: object) -> str:
    """A template with its values; `root` leads from its folder to that of the site."""
    made = environment().get_template(template)
    return made.render(links=links, root=root, current=current, menu=MENU, **values)
