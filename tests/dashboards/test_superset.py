"""The dashboard of Superset rests on views and columns that are there, and its files are what
dashboards/superset.py makes.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import yaml

from dashboards.superset import FOLDER, METRICS, ROWS, make_files, write
from warehouse.connect import connect


@pytest.fixture(scope="module")
def connection(empty_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(empty_path, read_only=True) as empty:
        yield empty


def test_the_files_are_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    made = {name: write(content) for name, content in make_files(connection)}
    there = {
        str(file.relative_to(FOLDER)): file.read_text(encoding="utf-8")
        for file in FOLDER.rglob("*.yaml")
    }
    assert made == there, "run: python -m dashboards.superset"


@pytest.mark.parametrize("view", METRICS)
def test_every_metric_is_counted_by_duckdb(
    connection: duckdb.DuckDBPyConnection, view: str
) -> None:
    wanted = ", ".join(METRICS[view].values())
    assert len(connection.execute(f"select {wanted} from mart.{view}").fetchall()) == 1


def test_charts_ask_for_columns_and_metrics_of_their_view(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    for chart in (chart for row in ROWS for chart in row):
        columns = {
            name
            for (name,) in connection.execute(
                "select column_name from (describe from query_table(?))", [f"mart.{chart.dataset}"]
            ).fetchall()
        }
        settings = chart.settings
        asked = {*settings.get("groupby", []), *settings.get("all_columns", [])}
        asked |= {settings[name] for name in ("x_axis", "entity") if name in settings}
        metrics = {
            *settings.get("metrics", []),
            *([settings["metric"]] if "metric" in settings else []),
        }
        assert asked <= columns
        assert metrics <= METRICS[chart.dataset].keys()


def test_a_dataset_tells_what_its_view_and_columns_mean() -> None:
    quote = yaml.safe_load(
        (FOLDER / "datasets" / "On_Record" / "quote.yaml").read_text(encoding="utf-8")
    )
    assert quote["description"].startswith("One row per quote")
    assert quote["main_dttm_col"] == "published_on"
    assert all(column["description"] for column in quote["columns"])
