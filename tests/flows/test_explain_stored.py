"""onrecord explain with an id: of an article, a quote or an entity of a warehouse, whose raw page
still lies there or is gone.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from spacy.language import Language

from flows.commands.explain import explain
from flows.linking import link_new
from flows.sources import PageRef, list_pages, read_pages
from transforms.article import make_article
from transforms.clean.door import clean
from transforms.findings import find_all
from transforms.grammar.parse import parse_document
from transforms.records import Batch, Document, Page
from warehouse.build import open_build
from warehouse.load import load_batch
from warehouse.query import run_query

PAGES = {
    "port.html": "Anna Berg, who runs the port, met Clara Voss on Monday.</p><p>She said that the harbour was closed for the winter.</p>"
    "<p>“We will open in May,” Marco Duarte told reporters. “Nobody will be turned away from the quay.”",
    "crane.html": "The old crane fell in the night, and nobody was near it.</p><p>“It was the best crane that we had,” said Anna Berg,"
    " who runs the port. “There will be another one in May, and it will be a taller one.”",
}
PAGE = """<html lang="en"><head><title>{title}</title><meta property="og:type" content="article"></head><body><article><h1>{title}</h1>
<p>{text}</p><p>The town has had a port for three hundred years, and most of the people who live there have worked in it at some
time. A ferry leaves for the islands twice a day, and a third one is to be added in the summer.</p></article></body></html>"""


def make_findings(folder: Path, nlp: Language):
    for page in read_pages([ref for ref in list_pages([str(folder)]) if isinstance(ref, PageRef)]):
        document = clean(page) if isinstance(page, Page) else page
        assert isinstance(document, Document)
        yield find_all(make_article(document, "en"), parse_document(document, nlp))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(
            PAGE.format(title=f"News of the {name.removesuffix('.html')} at Lune", text=text),
            encoding="utf-8",
        )
    path = folder.parent / f"{folder.name}.duckdb"
    with open_build(path) as build:
        load_batch(build.connection, Batch(tuple(make_findings(folder, nlp))), "0" * 16)
        link_new(build.connection)
        build.publish()
    return path


def run(warehouse: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        explain, [*arguments, "--warehouse", str(warehouse)], env={"COLUMNS": "80"}
    )


def ask(warehouse: Path, sql: str) -> str:
    return str(run_query(warehouse, sql).to_pylist()[0]["id"])


def test_a_quote_is_told_from_its_line_to_the_joins_of_its_speaker(warehouse: Path) -> None:
    quote_id = ask(
        warehouse, "select quote_id as id from core.quote where text like '%harbour was closed%'"
    )
    told = run(warehouse, quote_id).output
    words = " ".join(told.split())
    assert "kept: She said that the harbour was closed" in words
    assert "clause:that, cue 'said' (neutral)" in words
    assert "needs 0.10: spoken" in words
    assert "'She' (pronoun) -> Anna Berg" in words
    assert "- Clara Voss" in words
    assert "'Anna Berg' of 2 articles: the same name" in words
    assert "utterance no other quote reports the same" in words
    assert "gone" not in words
    assert all(len(line) <= 80 for line in told.splitlines())


def test_an_article_is_told_with_its_lines_and_a_line_for_each_quote(warehouse: Path) -> None:
    article_id = ask(
        warehouse, "select article_id as id from core.article where source_uri like '%port.html'"
    )
    told = run(warehouse, article_id).output
    assert "A ferry leaves for the islands" in told
    assert "Marco Duarte: “We will open in May,”" in " ".join(told.split())
    assert "competed" not in told
    assert "weight" in run(warehouse, article_id, "--quotes").output


def test_an_entity_is_told_by_what_joins_it(warehouse: Path) -> None:
    entity_id = ask(warehouse, "select entity_id as id from core.entity where name = 'Anna Berg'")
    assert "'Anna Berg' of 2 articles: the same name" in " ".join(
        run(warehouse, entity_id).output.split()
    )


def test_a_page_that_is_gone_is_told_from_the_stored_text(warehouse: Path) -> None:
    quote_id = ask(
        warehouse, "select quote_id as id from core.quote where text like '%best crane%'"
    )
    uri = ask(warehouse, "select source_uri as id from core.article where text like '%best crane%'")
    hidden = Path(uri).rename(f"{uri}.bak")
    try:
        words = " ".join(run(warehouse, quote_id).output.split())
    finally:
        hidden.rename(uri)
    assert "is gone: explained from the stored text" in words
    assert "'Anna Berg' (name) -> Anna Berg" in words


def test_an_id_that_nothing_has_is_an_error_of_one_line(warehouse: Path) -> None:
    told = run(warehouse, "f" * 16)
    assert told.exit_code == 1
    assert "there is no article, quote or entity ffffffffffffffff" in told.output
