"""`onrecord report` writes a folder, replaces its own and nobody else's, and leaves nothing where
it fails.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import onrecord


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(onrecord, ["report", *words])
    return result.exit_code, result.output + result.stderr


def test_the_pages_are_written_and_a_second_report_takes_the_place_of_the_first(
    world_path: Path, tmp_path: Path
) -> None:
    output = tmp_path / "deep" / "report"
    assert run("--warehouse", str(world_path), "--output", str(output))[0] == 0
    (output / "article" / "of-old.html").touch()
    code, said = run("--warehouse", str(world_path), "--output", str(output))
    assert code == 0
    assert "pages, 0." in said
    assert (output / "index.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not (output / "article" / "of-old.html").exists()
    assert [path.name for path in output.parent.iterdir()] == ["report"]


def test_a_folder_that_holds_something_else_is_left_alone(world_path: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    code, said = run("--warehouse", str(world_path), "--output", str(tmp_path))
    assert code == 2
    assert "holds something else than a report" in said
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_without_a_warehouse_no_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = run("--warehouse", "no-such.duckdb")
    assert code == 1
    assert "there is no warehouse no-such.duckdb" in said
    assert list(tmp_path.iterdir()) == []
