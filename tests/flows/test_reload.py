"""Parts that a run kept: a stage is run again alone, and the rows are those of a run that did it
all at once.
"""

from pathlib import Path
from unittest.mock import patch

import pytest

from flows.course import run_ingest
from flows.order import Order, Reading, TakenUp
from flows.parts.place import PlaceError
from tests.flows.conftest import list_differences
from warehouse.runs import PageCounts

ALL = PageCounts(seen=8, loaded=7, unchanged=0, rejected=1)


def load(
    sources: Path, warehouse: Path, taken_up: TakenUp = "pages", *, text_only: bool = False
) -> PageCounts | None:
    warehouse.parent.mkdir(exist_ok=True)
    reading = Reading(
        parts=str(warehouse.parent / "parts"),
        keep_parts=taken_up != "findings",
        part_pages=4,
        taken_up=taken_up,
    )
    return run_ingest(
        Order((str(sources),), warehouse, workers=1, text_only=text_only, reading=reading)
    ).summary.run.pages


def test_kept_documents_and_kept_findings_bring_the_rows_of_a_run_that_read_the_pages(
    piers: Path, piers_read: Path, tmp_path: Path
) -> None:
    text, again, loaded = (tmp_path / name / "w.duckdb" for name in ("text", "again", "loaded"))
    assert load(piers, text, text_only=True) == ALL
    with patch("flows.here.clean_pages", side_effect=lambda *_: pytest.fail("cleaned")):
        assert load(text.parent / "parts", again, "documents") == ALL
    with patch("flows.here.analyse_documents", side_effect=lambda *_: pytest.fail("analysed")):
        assert load(again.parent / "parts", loaded, "findings") == ALL
    assert (list_differences(piers_read, again), list_differences(piers_read, loaded)) == ([], [])


def test_a_folder_without_parts_is_named_with_what_keeps_them(tmp_path: Path) -> None:
    with pytest.raises(
        PlaceError, match=r"there are no parts of stage documents in .*--keep-parts"
    ):
        load(tmp_path, tmp_path / "text" / "w.duckdb", "documents")
    assert not (tmp_path / "text" / "w.duckdb").exists()
