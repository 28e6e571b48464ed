"""A page's address or file, or an id of the warehouse -> what was made of it and why: lines,
metadata, quotes, speakers, entities.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import check_sources, require_warehouse, warehouse_option
from flows.commands.sql import telling_errors

if TYPE_CHECKING:
    from rich.console import RenderableType

    from flows.stored import Stored
    from transforms.explanation import Explained, Marked
    from transforms.records import Article, Document, DroppedLine, Page, Published, Reject

ID = re.compile(r"[0-9a-f]{16}")  # of an article, a quote or an entity
READ = "en"  # the language that is parsed; in others quotes are found by their marks
WIDTH_OF_LINE = 400  # characters of a line that are shown


@click.command(short_help="Show for one page or quote what was kept, what was dropped, and why.")
@click.argument("location", metavar="URL|FILE|ID")
@click.option(
    "--all-lines",
    is_flag=True,
    help="Also show the menus, teasers and footers that the extractor left out.",
)
@click.option(
    "--quotes",
    "all_quotes",
    is_flag=True,
    help="Tell of each quote of the page why it stands as it does.",
)
@warehouse_option
def explain(location: str, all_lines: bool, all_quotes: bool, warehouse: Path) -> None:
    """Show what becomes of one page: the lines kept, the lines dropped and by which rule, where
    each metadatum came from, and its quotes.

    ID is an article_id, a quote_id or an entity_id of the warehouse. Of a quote all is told: the
    readings that competed for its words, their weights and what they needed, who may have said it,
    and what joins the speaker with other articles.

    Of a file or feed with several pages the first is shown. The rules are explained in
    docs/cleaning.md and docs/quotes.md.
    """
    from rich.console import Console

    console = Console()
    is_id = ID.fullmatch(location) is not None and not os.path.lexists(location)
    shown = (
        _show_stored(location, warehouse, all_lines, all_quotes)
        if is_id
        else _show_location(location, all_lines, all_quotes)
    )
    for part in shown:
        console.print(part)


def _check_location(location: str) -> None:
    """What is neither a file, an address nor an id is wrong usage."""
    try:
        check_sources([location])
    except click.BadParameter as error:
        told = f"{error.message}, nor an id, which has 16 characters of 0-9 and a-f"
        raise click.BadParameter(told) from error


def _show_location(location: str, all_lines: bool, all_quotes: bool) -> Iterator["RenderableType"]:
    """A page that is named by its address or file."""
    from transforms.clean.door import clean
    from transforms.records import Reject

    _check_location(location)
    page = _read_first(location)
    document = page if isinstance(page, Reject) else clean(page)
    if isinstance(document, Reject):
        yield from _show_reject(document)
        return
    yield from _show(page, document, all_lines)
    yield from _show_quotes(document, None, None, all_quotes)


def _show_stored(
    key: str, warehouse: Path, all_lines: bool, all_quotes: bool
) -> Iterator["RenderableType"]:
    """An article, quote or entity of the warehouse: the raw page is read again where it still lies,
    else the stored text is told of.
    """
    from flows.commands.explained import make_table, tell_entity
    from flows.stored import find_article, find_entity, find_page
    from transforms.clean.door import clean
    from transforms.records import Document

    with telling_errors():
        stored = find_article(require_warehouse(warehouse), key)
        entity = None if stored else find_entity(warehouse, key)
    if entity is not None:
        yield make_table(tell_entity(entity))
        return
    if stored is None:
        raise click.ClickException(f"there is no article, quote or entity {key} in {warehouse}")
    page = find_page(stored)
    document = None if page is None else clean(page)
    chosen = None if key == stored.article_id else key
    if page is None or not isinstance(document, Document) or document.text != stored.document.text:
        yield _tell_gone(stored.document.source_uri, is_there=page is not None)
        document = stored.document
    elif chosen is None:
        yield from _show(page, document, all_lines)
    yield from _show_quotes(document, stored, chosen, all_quotes)


def _tell_gone(source_uri: str, *, is_there: bool) -> str:
    from rich.markup import escape

    from flows.commands.tables import show_plainly

    why = "gives another text by the rules of today" if is_there else "is gone"
    return f"[yellow]The raw page {escape(show_plainly(source_uri))} {why}: explained from the stored text.[/]"


def _show_quotes(
    document: "Document", stored: "Stored | None", chosen: str | None, all_quotes: bool
) -> Iterator["RenderableType"]:
    """The quotes of a document. stored: the article of the warehouse that it is of."""
    from flows.commands.explained import show_quotes
    from transforms.article import make_article

    article = make_article(document)
    article = article if stored is None else replace(article, article_id=stored.article_id)
    explained = _explain(article)
    if chosen is not None and not any(one.quote.quote_id == chosen for one in explained):
        yield f"[yellow]The rules of today find no quote {chosen} there; these they find:[/]"
        chosen = None
    yield from show_quotes(explained, document, stored, chosen, all_quotes)


def _explain(article: "Article") -> "Sequence[Explained | Marked]":
    """The quotes of an article, with why they stand: nothing is parsed but English."""
    from flows.language import load_pipeline
    from transforms.explanation import explain_marked_quotes, explain_quotes
    from transforms.grammar.parse import parse_document

    if article.document.language not in (READ, None):
        return explain_marked_quotes(article)
    return explain_quotes(article, parse_document(article.document, load_pipeline()))


def _read_first(location: str) -> "Page | Reject":
    from flows.sources import list_pages, read_pages
    from transforms.records import Reject

    with tempfile.TemporaryDirectory() as folder:
        ref = next(iter(list_pages([location], archive=Path(folder) / "explained.warc.gz")), None)
        if ref is None:
            raise click.ClickException(
                f"{location} holds no page. Give the address or the file of one."
            )
        return ref if isinstance(ref, Reject) else next(iter(read_pages([ref])))


def _show_reject(reject: "Reject") -> Iterator["RenderableType"]:
    from rich.markup import escape

    from flows.commands.tables import show_plainly

    yield f"[bold red]rejected[/] {escape(show_plainly(reject.source_uri))}"
    yield f"reason   [bold]{escape(reject.reason)}[/] (stage {reject.stage})"
    if reject.detail:
        yield f"detail   {escape(show_plainly(reject.detail))}"


def _show(
    page: "Page | Reject", document: "Document", all_lines: bool
) -> Iterator["RenderableType"]:
    from rich.rule import Rule

    yield Rule(f"{document.genre}, by {document.extractor}")
    yield _metadata_table(document)
    yield Rule("kept")
    yield from map(_one_line, document.text.split("\n\n"))
    yield Rule("dropped")
    yield _lines_table((*document.dropped, *(_left_out(page, document) if all_lines else ())))
    if not all_lines:
        yield "[dim]What the extractor left out is shown with --all-lines.[/]"


def _left_out(page: "Page | Reject", document: "Document") -> "tuple[DroppedLine, ...]":
    from transforms.clean.html.left_out import find_left_out
    from transforms.records import Page

    return find_left_out(page, document) if isinstance(page, Page) else ()


def _metadata_table(document: "Document") -> "RenderableType":
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("field", "value", "where it came from"):
        table.add_column(heading, overflow="fold")
    for field, value in _metadata(document):
        sources = (
            f"{evidence.source}: {evidence.value}"
            for evidence in document.evidence
            if evidence.field == field
        )
        source = document.published.evidence if field == "published" else "\n".join(sources)
        table.add_row(field, _one_line(value or "-"), _one_line(source or ""))
    return table


def _metadata(document: "Document") -> Iterator[tuple[str, str | None]]:
    yield "title", document.title
    yield "author", "; ".join(document.authors)
    yield "published", _published(document.published)
    yield "outlet", document.outlet.name if document.outlet else None
    yield "section", document.section
    yield "dateline", document.dateline
    yield (
        "language",
        f"{document.language} ({document.language_confidence:.2f})" if document.language else None,
    )
    yield "url", document.url
    yield "canonical_url", document.canonical_url


def _published(published: "Published") -> str:
    stated = published.at or published.on
    between = (
        f"between {published.earliest or '?'} and {published.latest or '?'}"
        if published.earliest or published.latest
        else None
    )
    return f"{stated or between or 'not stated'} ({published.precision}, {published.source})"


def _lines_table(lines: "tuple[DroppedLine, ...]") -> "RenderableType":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="yellow", no_wrap=True)
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row(line.rule, _one_line(line.text[:WIDTH_OF_LINE]))
    return table


def _one_line(paragraph: str) -> "RenderableType":
    from rich.text import Text

    from flows.commands.tables import show_plainly

    return Text(show_plainly(paragraph))
