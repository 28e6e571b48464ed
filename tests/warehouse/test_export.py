"""An export holds the rows of the warehouse, and says of every column what it means and which key
it is.
"""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from flows.cli import onrecord
from warehouse.export import write_readme

Package = dict[str, Any]


@pytest.fixture(scope="module")
def folder(world_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "out"
    said = run(
        "--schema",
        "mart",
        "--schema",
        "core",
        "--schema",
        "ops",
        "--warehouse",
        str(world_path),
        str(folder),
    )
    assert "tables" in said
    return folder


@pytest.fixture(scope="module")
def package(folder: Path) -> Package:
    loaded: Package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def run(*words: str) -> str:
    result = CliRunner().invoke(onrecord, ["export", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.output


def test_every_table_and_view_is_written_whole(
    folder: Path, package: Package, world_path: Path
) -> None:
    with duckdb.connect(world_path, read_only=True) as connection:
        for resource in package["resources"]:
            schema, _, table = resource["name"].partition("_")
            file = pq.read_table(folder / resource["path"])
            rows = connection.execute(f"select count(*) from {schema}.{table}").fetchall()[0][0]
            assert file.num_rows == resource["rowCount"] == rows
            assert file.column_names == [field["name"] for field in resource["schema"]["fields"]]
            assert (folder / resource["path"]).stat().st_size == resource["bytes"]


def test_every_column_has_a_meaning_and_a_type(package: Package) -> None:
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(field["description"] for field in fields)
    assert {field["type"] for field in fields} <= {
        "string",
        "integer",
        "number",
        "boolean",
        "date",
        "datetime",
        "array",
    }


def test_keys_are_declared_and_lead_to_tables_that_are_there(package: Package) -> None:
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert resources["core_quote"]["primaryKey"] == ["quote_id"]
    pointing = {
        (key["fields"], key["reference"]["resource"])
        for key in resources["core_quote"]["foreignKeys"]
    }
    assert {("article_id", "core_article"), ("speaker_entity_id", "core_entity")} <= pointing
    for schema in resources.values():
        names = {field["name"] for field in schema["fields"]}
        assert set(schema.get("primaryKey", ())) <= names
        for key in schema.get("foreignKeys", ()):
            target = resources[key["reference"]["resource"]]
            assert key["fields"] in names
            assert key["reference"]["fields"] in {field["name"] for field in target["fields"]}


def test_without_a_schema_the_flat_views_are_written_and_a_second_export_replaces_the_first(
    world_path: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        run("--warehouse", str(world_path), str(tmp_path / "out"))
    assert sorted(
        path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")
    ) == [
        "CODEBOOK.md",
        "README.md",
        "datapackage.json",
        "mart",
    ]
    assert "mart/quote.parquet" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_a_folder_of_somebody_elses_is_left_alone(world_path: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    result = CliRunner().invoke(onrecord, ["export", str(tmp_path), "--warehouse", str(world_path)])
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_without_a_warehouse_no_folder_is_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        onrecord, ["export", str(tmp_path / "out"), "--warehouse", str(tmp_path / "none.duckdb")]
    )
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_an_export_by_month_holds_the_same_rows_in_a_folder_a_month(
    world_path: Path, tmp_path: Path
) -> None:
    run("--by-month", "--warehouse", str(world_path), str(tmp_path / "out"))
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    quote = next(resource for resource in package["resources"] if resource["name"] == "mart_quote")
    assert all(
        re.fullmatch(r"mart/quote/published_month=(\d{4}-\d\d|unknown)/[^/]+\.parquet", path)
        for path in quote["path"]
    )
    with duckdb.connect(world_path, read_only=True) as connection:
        files = str(tmp_path / "out" / "mart" / "quote" / "*" / "*.parquet")
        query = "select count(*), bool_and(coalesce(strftime(published_on, '%Y-%m'), 'unknown') = published_month) from read_parquet(?)"
        assert connection.execute(query, [files]).fetchall() == [(quote["rowCount"], True)]
        assert connection.execute("select count(*) from mart.quote").fetchall() == [
            (quote["rowCount"],)
        ]
    assert (tmp_path / "out" / "mart" / "outlet_profile.parquet").exists()


def test_the_codebook_says_every_column_and_how_to_cite(folder: Path, package: Package) -> None:
    codebook = (folder / "CODEBOOK.md").read_text(encoding="utf-8")
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(
        f"| {field['name']} | {field['type']} | {field['description']} |" in codebook
        for field in fields
    )
    assert "Cite it with the name and version of On Record" in codebook


def test_the_first_page_says_of_which_state_the_export_is() -> None:
    assert "State of the warehouse: 2024-05-03." in write_readme((), "2024-05-03")
    assert "State of the warehouse: no run yet." in write_readme((), None)
