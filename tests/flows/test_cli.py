"""The command: it teaches, answers in the format asked for, and says in one line what is wrong."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import COMMANDS, onrecord
from warehouse.build import open_build

MAIN = "from flows.cli import main; main()"


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "empty.duckdb"
    with open_build(path) as build:
        build.publish()
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", MAIN, *arguments], capture_output=True, text=True, check=False)


def ask(warehouse: Path, *arguments: str) -> str:
    result = CliRunner().invoke(onrecord, ["sql", *arguments, "--warehouse", str(warehouse)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=lambda words: " ".join(words) or "onrecord")
def test_help_teaches(command: list[str]) -> None:
    result = CliRunner().invoke(onrecord, [*command, "--help"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_imports_nothing_heavy() -> None:
    seen = subprocess.run([sys.executable, "-X", "importtime", "-c", MAIN, "--help"], capture_output=True, text=True, check=True).stderr
    for heavy in ("prefect", "spacy", "duckdb", "pandas", "trafilatura", "great_expectations"):
        assert f" {heavy}\n" not in seen


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["ingest"], 2, "Missing argument"),
        (["ingest", "no-such-folder"], 2, "no file or folder 'no-such-folder'"),
        (["ingest", ".", "--workers", "0"], 2, "--workers"),
        (["ingest", ".", "--since", "yesterday"], 2, "--since"),
        (["no-such-command"], 2, "No such command"),
        (["sql", "select 1", "--warehouse", "no-such.duckdb"], 1, "there is no warehouse no-such.duckdb"),
        (["status", "--warehouse", "no-such.duckdb"], 1, "there is no warehouse no-such.duckdb"),
        (["explain", "no-such.html"], 2, "no file or folder 'no-such.html'"),
        (["ingest", ".", "--warehouse", f"{__file__}/onrecord.duckdb"], 1, "cannot write in"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(arguments: list[str], exit_code: int, words: str) -> None:
    result = run(*arguments)
    assert result.returncode == exit_code
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_query_is_answered_in_each_format(warehouse: Path) -> None:
    query = "select 1 as one, 'a,b' as words, null as nothing"
    assert list(csv.reader(io.StringIO(ask(warehouse, query, "--format", "csv")))) == [["one", "words", "nothing"], ["1", "a,b", ""]]
    assert json.loads(ask(warehouse, query, "--format", "json")) == {"one": 1, "words": "a,b", "nothing": None}
    assert ask(warehouse, query).splitlines()[-1] == "1 row"


def test_numbers_are_numbers_in_json(warehouse: Path) -> None:
    query = "select sum(words) as total, 1.5 as rate, 'nan'::double as share from (values (3), (4)) as article (words)"
    assert ask(warehouse, query, "--format", "json") == '{"total": 7, "rate": 1.5, "share": null}\n'


def test_parquet_goes_to_a_file(warehouse: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    ask(warehouse, "select 1 as one", "--format", "parquet", "--output", str(tmp_path / "answer.parquet"))
    assert pq.read_table(tmp_path / "answer.parquet").to_pylist() == [{"one": 1}]


def test_a_file_and_a_question_are_answered_like_a_query(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.sql").write_text("select 42 as answer", encoding="utf-8")
    assert "42" in ask(warehouse, str(tmp_path / "mine.sql"))
    assert ask(warehouse, "share_of_speech").endswith("0 rows\n")


def test_columns_of_one_name_are_told_apart(warehouse: Path) -> None:
    query = "select 1 as name, 2 as name, 3 as name_1"
    assert json.loads(ask(warehouse, query, "--format", "json")) == {"name": 1, "name_1": 2, "name_1_1": 3}
    assert ask(warehouse, query, "--format", "csv").split() == ["name,name_1,name_1_1", "1,2,3"]


def test_what_a_page_says_has_no_power_over_the_terminal(warehouse: Path) -> None:
    shown = ask(warehouse, "select 'a ' || chr(27) || '[31mred ' || chr(8238) || 'title' as title")
    assert "a \\x1b[31mred \\u202etitle" in shown


@pytest.mark.parametrize(("name", "content"), [("binary.sql", b"\xff\x00"), ("out.csv", None)])
def test_a_file_that_cannot_be_read_or_written_is_told_in_one_line(
    warehouse: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    file = tmp_path / name if content else tmp_path / "no such folder" / name
    if content:
        file.write_bytes(content)
    arguments = [str(file)] if content else ["select 1", "--output", str(file)]
    result = CliRunner().invoke(onrecord, ["sql", *arguments, "--warehouse", str(warehouse)])
    assert result.exit_code == 1
    assert name in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_prompt_answers_statement_after_statement(warehouse: Path) -> None:
    result = CliRunner().invoke(onrecord, ["sql", "--warehouse", str(warehouse)], input="select\n6 * 7;\nselect nonsense;\nselect 43;\n")
    assert result.exit_code == 0
    assert "42" in result.output
    assert "43" in result.output
    assert "the query failed" in result.stderr


def test_a_query_cannot_leave_the_warehouse(warehouse: Path, tmp_path: Path) -> None:
    result = run("sql", f"copy (select 1) to '{tmp_path}/out.csv'", "--warehouse", str(warehouse))
    assert result.returncode == 1
    assert not (tmp_path / "out.csv").exists()
