"""A page's address or file -> what was made of it and why: lines kept, lines left out by which rule, and where each metadatum came from."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import check_sources

if TYPE_CHECKING:
    from rich.console import RenderableType

    from transforms.records import Document, DroppedLine, Page, Published, Reject

WIDTH_OF_LINE = 400  # characters of a line that are shown


@click.command(short_help="Show for one page what was kept, what was dropped, and why.")
@click.argument("location", metavar="URL|FILE")
@click.option("--all-lines", is_flag=True, help="Also show the menus, teasers and footers that the extractor left out.")
def explain(location: str, all_lines: bool) -> None:
    """Show what becomes of one page: the lines kept, the lines dropped and by which rule, and where each metadatum came from.

    Of a file or feed with several pages the first is shown. The rules are explained in docs/cleaning.md.
    """
    from rich.console import Console

    from transforms.clean import clean
    from transforms.records import Document, Reject

    check_sources([location])
    page = _read_first(location)
    document = page if isinstance(page, Reject) else clean(page)
    console = Console()
    for part in _show(page, document, all_lines) if isinstance(document, Document) else _show_reject(document):
        console.print(part)


def _read_first(location: str) -> "Page | Reject":
    from flows.sources import list_pages, read_pages
    from transforms.records import Reject

    with tempfile.TemporaryDirectory() as folder:
        ref = next(iter(list_pages([location], archive=Path(folder) / "explained.warc.gz")), None)
        if ref is None:
            raise click.ClickException(f"{location} holds no page. Give the address or the file of one.")
        return ref if isinstance(ref, Reject) else next(iter(read_pages([ref])))


def _show_reject(reject: "Reject") -> Iterator["RenderableType"]:
    from rich.markup import escape

    from flows.commands.tables import show_plainly

    yield f"[bold red]rejected[/] {escape(show_plainly(reject.source_uri))}"
    yield f"reason   [bold]{escape(reject.reason)}[/] (stage {reject.stage})"
    if reject.detail:
        yield f"detail   {escape(show_plainly(reject.detail))}"


def _show(page: "Page | Reject", document: "Document", all_lines: bool) -> Iterator["RenderableType"]:
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
        sources = (f"{evidence.source}: {evidence.value}" for evidence in document.evidence if evidence.field == field)
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
    yield "language", f"{document.language} ({document.language_confidence:.2f})" if document.language else None
    yield "url", document.url
    yield "canonical_url", document.canonical_url


def _published(published: "Published") -> str:
    stated = published.at or published.on
    between = f"between {published.earliest or '?'} and {published.latest or '?'}" if published.earliest or published.latest else None
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
