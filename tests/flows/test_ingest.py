"""A run, whole: pages in, a published warehouse out. No server is needed for it; `test_flow` has
the flow on one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from unittest.mock import patch

import duckdb
import pytest

from flows.course import run_ingest
from flows.order import Order
from warehouse.runs import RunSummary

PAGE = """Harbour talks resume

The mayor of Port Ellery said on Monday that talks with the dockers would resume within a week.

"We have never been closer to an agreement," Mayor Anna Kovalenko told reporters. "Both sides want the port to work."

The dockers' union denied that a date had been set. "Nobody has called us," its chairman, Tomas Reyes, said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


def write_pages(folder: Path) -> Path:
    """Three pages in two kinds of files, and one that is empty."""
    folder.mkdir()
    (folder / "dump.txt").write_text(PAGE, encoding="utf-8")
    (folder / "empty.html").write_text("", encoding="utf-8")
    records = [
        {
            "id": "a1",
            "title": "Harbour talks resume",
            "text": PAGE.split("\n\n", 1)[1].strip(),
            "published_at": "2024-03-05",
            "language": "en",
        },
        {
            "id": "a2",
            "title": "Der Hafen",
            "text": "Die Gespräche im Hafen gehen weiter. Niemand hat uns angerufen, sagte der Vorsitzende.",
        },
    ]
    (folder / "records.jsonl").write_text(
        "\n".join(json.dumps(record) for record in records), encoding="utf-8"
    )
    return folder


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a run has made of the pages; for reading only."""

    folder: Path
    warehouse: Path
    summary: RunSummary


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    root = tmp_path_factory.mktemp("loaded")
    folder, warehouse = write_pages(root / "pages"), root / "w.duckdb"
    return Loaded(folder, warehouse, load(folder, warehouse))


def load(folder: Path, warehouse: Path, **options: object) -> RunSummary:
    summary = run_ingest(Order((str(folder),), warehouse, workers=1, **options)).summary  # type: ignore[arg-type]
    assert summary.run.pages is not None
    assert (
        summary.run.pages.seen
        == summary.run.pages.loaded + summary.run.pages.unchanged + summary.run.pages.rejected
    )
    return summary


def rows(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_pages_become_articles_quotes_and_entities_and_an_empty_one_a_reject(
    loaded: Loaded,
) -> None:
    summary = loaded.summary
    assert summary.run.pages is not None
    assert (summary.run.pages.loaded, summary.run.pages.rejected) == (3, 1)
    assert summary.rejects_by_reason == (("empty_file", 1),)
    said = rows(
        loaded.warehouse,
        "select speaker_text from core.quote inner join core.article using (article_id) where external_id = 'a1' and kind = 'direct'",
    )
    assert "Tomas Reyes" in {str(speaker).removeprefix("its chairman, ") for (speaker,) in said}


def test_a_record_in_a_language_without_a_model_is_loaded_with_its_text(loaded: Loaded) -> None:
    assert rows(
        loaded.warehouse,
        "select language, language_model from core.article where external_id = 'a2'",
    ) == [("de", None)]


def test_a_second_run_loads_nothing_and_changes_no_row(loaded: Loaded, tmp_path: Path) -> None:
    warehouse = Path(copyfile(loaded.warehouse, tmp_path / "w.duckdb"))
    before = (
        rows(warehouse, "select * from core.article order by all"),
        rows(warehouse, "select * from core.quote order by all"),
    )
    again = load(loaded.folder, warehouse)
    assert again.run.pages is not None
    assert (again.run.pages.loaded, again.run.pages.unchanged, again.run.pages.rejected) == (
        0,
        3,
        1,
    )
    assert (
        rows(warehouse, "select * from core.article order by all"),
        rows(warehouse, "select * from core.quote order by all"),
    ) == before


def test_a_rejected_page_is_not_read_again_but_reported_again_until_it_changes(
    folder: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "w.duckdb"
    (folder / "short.html").write_text("<html><body><p>Hello.</p></body></html>", encoding="utf-8")
    first = load(folder, warehouse, text_only=True)
    with patch("flows.reading.run_step", side_effect=read_nothing):
        again = load(folder, warehouse, text_only=True)
    assert again.rejects_by_reason == first.rejects_by_reason
    details = "select source_uri, stage, reason, detail from ops.rejected_page order by all"
    assert len(rows(warehouse, details)) == 2 * len(set(rows(warehouse, details))) == 4
    (folder / "short.html").write_text(
        f"<html><body><h1>Harbour</h1><p>{'</p><p>'.join(PAGE.splitlines())}</p></body></html>",
        "utf-8",
    )
    assert load(folder, warehouse, text_only=True).rejects_by_reason == (("empty_file", 1),)


def read_nothing(
    pool: object, stage: str, step: object, pieces: Iterable[object], name: object
) -> Iterator[object]:
    assert not list(pieces)
    return iter(())


def test_text_only_loads_articles_whose_quotes_a_full_run_finds_and_not_the_reverse(
    folder: Path, tmp_path: Path
) -> None:
    warehouse, found = tmp_path / "w.duckdb", []
    counts = "select (select count(*) from core.article), (select count(*) > 0 from core.quote)"
    for text_only in (True, True, False, True):
        pages = load(folder, warehouse, text_only=text_only).run.pages
        found.append((pages and pages.loaded, *rows(warehouse, counts)[0]))
    assert found == [(3, 3, False), (0, 3, False), (3, 3, True), (0, 3, True)]


def test_a_limit_takes_so_many_pages_and_no_more(folder: Path, tmp_path: Path) -> None:
    summary = load(folder, tmp_path / "w.duckdb", limit=2, text_only=True)
    assert summary.run.pages is not None
    assert summary.run.pages.seen == 2


def test_a_run_under_way_does_not_disturb_a_reader(folder: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    load(folder, warehouse, limit=1, text_only=True)
    with duckdb.connect(str(warehouse), read_only=True) as reader:
        load(folder, warehouse, text_only=True)
        assert reader.execute("select count(*) from core.article").fetchall() == [(1,)]
    assert rows(warehouse, "select count(*) from core.article") == [(3,)]
