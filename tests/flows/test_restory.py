"""`onrecord restory` compares a warehouse anew and publishes it."""

from pathlib import Path
from shutil import copyfile

import duckdb
from click.testing import CliRunner

from flows.commands.restory import restory
from tests.articles import TEXT, make_findings
from transforms.records import Batch
from warehouse.build import open_build
from warehouse.load import load_batch


def test_a_warehouse_that_was_never_compared_gets_its_copies_and_utterances(
    empty_path: Path, tmp_path: Path
) -> None:
    path = Path(copyfile(empty_path, tmp_path / "onrecord.duckdb"))
    pages = [
        make_findings(url=f"https://harbour-post.example/{name}", title=name, text=TEXT * 3)
        for name in ("first", "second")
    ]
    with open_build(path) as build:
        load_batch(build.connection, Batch(tuple(pages)), "run")
        build.publish()
    told = CliRunner().invoke(restory, ["--warehouse", str(path)])
    assert (told.exit_code, told.output) == (
        0,
        "copies: 1; events of several articles: 1; storylines: 1; utterances of several quotes: 1\n",
    )
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute(
            "select quote_count, wording_count from mart.utterance"
        ).fetchall() == [(2, 1)]
        assert connection.execute("select relation from mart.article_copy").fetchall() == [
            ("exact",)
        ]
