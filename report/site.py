"""Answers of the warehouse -> the files of the site, one by one.

A figure leads to the pages of the outlets and entities that it counts, these to their quotes, each
quote to its article.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from shlex import quote

from report import render
from report.figures import PAGES, Figure, Head, read_head, read_query
from report.links import Links
from report.marks import Span, mark_line, mark_paragraphs

Row = Mapping[str, object]
Ask = Callable[[str, Mapping[str, object]], Sequence[Row]]
"""A statement and the variables that it reads -> its rows."""
MOST_ARTICLES = 3_000
LONGEST_TEXT = 200_000  # characters of an article that its page shows
ENTITY_COLUMNS = ("entity_id", "principal_entity_id", "speaker_entity_id")
QUERIES = {  # what is asked beyond the figures -> for which keys
    "quotes_of_entities": "entities",
    "articles_of_entities": "entities",
    "entities": "entities",
    "quotes_of_outlets": "outlets",
    "articles_of_stories": "stories",
    "wordings_of_stories": "stories",
    "wordings_of_utterances": "utterances",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure with what its query answered."""

    figure: Figure
    head: Head
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Site:
    """All that the pages share: the figures, the rows that they lead to by query, and which pages
    there are.
    """

    figures: Mapping[str, Shown]
    rows: Mapping[str, Sequence[Row]]
    links: Links


def build_site(ask: Ask, warehouse: str) -> Iterator[tuple[str, str]]:
    """The path and the content of every file; `warehouse` is the option that the commands on the
    pages need to find it.
    """
    namesakes = {
        str(row["outlet_id"]): str(row["outlet"])
        for row in ask(read_query("outlets_of_one_name"), {})
    }
    ask = tell_apart(ask, namesakes)
    site = gather(ask)
    yield "style.css", render.style()
    for page in PAGES:
        shown = [site.figures[figure.name] for figure in page.figures]
        yield page.file, render.page(page, shown, site.links)
    yield from build_entities(site, warehouse)
    yield from build_outlets(site, warehouse, namesakes)
    yield from build_stories(site)
    yield from build_utterances(site)
    yield from build_articles(ask, site)


def tell_apart(ask: Ask, namesakes: Mapping[str, str]) -> Ask:
    """The same, but that outlets of one name are called by what tells them apart: a page that
    shows no address is of an outlet that is known by its name alone.
    """

    def name_fully(row: Row) -> Row:
        name = namesakes.get(str(row.get("outlet_id")))
        return {**row, "outlet": name} if name and "outlet" in row else row

    return lambda statement, variables: [name_fully(row) for row in ask(statement, variables)]


def gather(ask: Ask) -> Site:
    """Ask all figures, then for the quotes of whom and what they show."""
    figures = {figure.name: show(ask, figure) for page in PAGES for figure in page.figures}
    rows = [row for shown in figures.values() for row in shown.rows]
    keys = {
        "entities": collect(rows, ENTITY_COLUMNS),
        "outlets": collect(rows, ["outlet_id"]),
        "stories": collect(rows, ["story_id"]),
        "utterances": collect(rows, ["utterance_id"]),
    }
    found = {name: ask(read_query(name), {"ids": keys[what]}) for name, what in QUERIES.items()}
    articles = collect((row for part in (rows, *found.values()) for row in part), ["article_id"])
    links = Links(
        **{what: tuple(ids) for what, ids in keys.items()}, articles=tuple(articles[:MOST_ARTICLES])
    )
    return Site(figures, found, links)


def show(ask: Ask, figure: Figure) -> Shown:
    head = read_head(figure.name)
    return Shown(figure, head, ask(head.sql, {}))


def collect(rows: Iterable[Row], columns: Sequence[str]) -> list[str]:
    """The keys that stand in these columns, each once, in the order of the rows."""
    keys = (row.get(column) for row in rows for column in columns)
    return list(dict.fromkeys(str(key) for key in keys if key is not None))


def build_entities(site: Site, warehouse: str) -> Iterator[tuple[str, str]]:
    quotes = group(site.rows["quotes_of_entities"], "entity_id")
    articles = group(site.rows["articles_of_entities"], "entity_id")
    for entity in site.rows["entities"]:
        key = str(entity["entity_id"])
        content = render.entity(
            entity, quotes.get(key, []), articles.get(key, []), warehouse, site.links
        )
        yield site.links.file("entity", key), content


def build_outlets(
    site: Site, warehouse: str, namesakes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    quotes = group(site.rows["quotes_of_outlets"], "outlet_id")
    rows = group(site.figures["articles_by_outlet"].rows, "outlet_id")
    for key in site.links.outlets:
        shelves = group(quotes.get(key, []), "shelf")
        name = name_outlet(quotes.get(key, []) or rows.get(key, []), key)
        command = f"--outlet {key if key in namesakes else quote(name)}{warehouse}"
        yield site.links.file("outlet", key), render.outlet(name, shelves, command, site.links)


def build_stories(site: Site) -> Iterator[tuple[str, str]]:
    articles = group(site.rows["articles_of_stories"], "story_id")
    wordings = group(site.rows["wordings_of_stories"], "story_id")
    for story in site.figures["stories"].rows:
        key = str(story["story_id"])
        utterances = group(wordings.get(key, []), "utterance_id")
        yield (
            site.links.file("story", key),
            render.story(story, articles.get(key, []), utterances, site.links),
        )


def build_utterances(site: Site) -> Iterator[tuple[str, str]]:
    for key, rows in group(site.rows["wordings_of_utterances"], "utterance_id").items():
        yield site.links.file("utterance", key), render.utterance(rows, site.links)


def name_outlet(rows: Sequence[Row], key: str) -> str:
    return str(rows[0]["outlet"]) if rows and rows[0]["outlet"] is not None else key


def build_articles(ask: Ask, site: Site) -> Iterator[tuple[str, str]]:
    """A page for each article to which a quote leads."""
    listed: list[Row] = []
    ids = {"ids": list(site.links.articles)}
    names = ("quotes", "spans", "referents", "origin")
    parts = {
        name: group(ask(read_query(f"{name}_of_articles"), ids), "article_id") for name in names
    }
    for article in ask(read_query("articles"), ids):
        key = str(article["article_id"])
        found = {name: rows.get(key, []) for name, rows in parts.items()}
        yield site.links.file("article", key), build_article(article, found, site.links)
        listed.append({**article, "text": None, "quote_count": len(found["quotes"])})
    yield "articles.html", render.articles(sorted(listed, key=by_day, reverse=True), site.links)


def by_day(article: Row) -> tuple[str, str]:
    return str(article["published_on"] or ""), str(article["article_id"])


def build_article(article: Row, found: Mapping[str, Sequence[Row]], links: Links) -> str:
    text = str(article["text"])
    title = str(article["title"] or "(no title)")
    marked = mark_paragraphs(text[:LONGEST_TEXT], make_spans(found["spans"], in_title=False))
    headline = mark_line(
        title, make_spans(found["spans"], in_title=True) if article["title"] else []
    )
    left = max(len(text) - LONGEST_TEXT, 0)
    return render.article(article, found, (headline, marked), left, links)


def make_spans(rows: Sequence[Row], *, in_title: bool) -> list[Span]:
    return [
        Span(
            as_int(row["char_start"]),
            as_int(row["char_end"]),
            str(row["quote_id"]),
            "quote" if row["what"] == "quote" else "speaker",
        )
        for row in rows
        if row["in_title"] == in_title
    ]


def as_int(value: object) -> int:
    assert isinstance(value, int)
    return value


def group(rows: Sequence[Row], column: str) -> dict[str, list[Row]]:
    """The rows by what stands in the column, in which they are sorted."""
    return {str(key): list(members) for key, members in groupby(rows, key=lambda row: row[column])}
