"""The command: it teaches, answers in the format asked for, and says in one line what is wrong."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from shutil import copyfile
from unittest.mock import patch

import pyarrow as pa
import pytest
from click.testing import CliRunner

from flows.cli import COMMANDS as ALL_COMMANDS
from flows.cli import main, onrecord
from flows.commands.exports import EXPORTS
from flows.commands.summary import name_command
from flows.commands.tables import COMMANDS
from warehouse.build import open_build

MAIN = "from flows.cli import main; main()"


@pytest.fixture
def warehouse(empty_path: Path, tmp_path: Path) -> Path:
    return Path(copyfile(empty_path, tmp_path / "empty.duckdb"))


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and stderr of the command, as a shell would have them."""
    stderr = io.StringIO()
    with (
        patch.object(sys, "argv", ["onrecord", *arguments]),
        redirect_stderr(stderr),
        pytest.raises(SystemExit) as leaving,
    ):
        main()
    assert isinstance(leaving.value.code, int)
    return leaving.value.code, stderr.getvalue()


def ask(warehouse: Path, *arguments: str) -> str:
    result = CliRunner().invoke(
        onrecord, ["sql", *arguments, "--warehouse", str(warehouse)], catch_exceptions=False
    )
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize(
    "command",
    [[], *([name] for name in ALL_COMMANDS)],
    ids=lambda words: " ".join(words) or "onrecord",
)
def test_help_teaches(command: list[str]) -> None:
    result = CliRunner().invoke(onrecord, [*command, "--help"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_imports_nothing_heavy() -> None:
    seen = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", MAIN, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    for heavy in ("prefect", "spacy", "duckdb", "pandas", "trafilatura", "great_expectations"):
        assert f" {heavy}\n" not in seen


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["ingest"], 2, "Missing argument"),
        (["sql", " ;", "--warehouse", __file__], 2, "the query is empty"),
        (["sql", "select 1", "--warehouse", __file__], 1, "is not a DuckDB file"),
        (["status", "--warehouse", "."], 2, "is a directory"),
        (["ingest", "no-such-folder"], 2, "no file or folder 'no-such-folder'"),
        (["ingest", ".", "--workers", "0"], 2, "--workers"),
        (["ingest", ".", "--since", "yesterday"], 2, "--since"),
        (["no-such-command"], 2, "No such command"),
        (["ingset", "samples"], 2, "'ingset' is no command; did you mean ingest?"),
        (["ingest", ".", "--since", "yesterday"], 2, "'yesterday' is no day, as 2024-01-31"),
        (["explain", "q17"], 2, "nor an id, which has 16 characters of 0-9 and a-f"),
        (
            ["sql", "select 1", "--warehouse", "no-such.duckdb"],
            1,
            "there is no warehouse no-such.duckdb",
        ),
        (["status", "--warehouse", "no-such.duckdb"], 1, "there is no warehouse no-such.duckdb"),
        (["explain", "no-such.html"], 2, "no file or folder 'no-such.html'"),
        (["ingest", ".", "--warehouse", f"{__file__}/onrecord.duckdb"], 1, "cannot write in"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: list[str], exit_code: int, words: str
) -> None:
    code, said = run(*arguments)
    assert code == exit_code
    assert words in said
    assert len(said.splitlines()) == 1


def test_a_misspelt_path_of_a_warehouse_makes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "page.html").touch()
    code, said = run(
        "ingest", str(tmp_path / "page.html"), "--warehouse", str(tmp_path / "nwes" / "on.duckdb")
    )
    assert code == 1
    assert (
        said
        == f"onrecord: there is no folder {tmp_path / 'nwes'}: make it, or name another file with --warehouse\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("arguments", [[], ["entities"]], ids=["onrecord", "entities"])
def test_a_command_that_wants_another_teaches(arguments: list[str]) -> None:
    code, said = run(*arguments)
    assert code == 2
    assert said.startswith("Usage:")


def test_a_reader_who_has_seen_enough_is_no_error(warehouse: Path) -> None:
    query = [
        sys.executable,
        "-c",
        MAIN,
        "sql",
        "from range(100000)",
        "--format",
        "csv",
        "--warehouse",
        str(warehouse),
    ]
    with subprocess.Popen(
        query, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_a_query_is_answered_in_each_format(warehouse: Path) -> None:
    query = "select 1 as one, 'a,b' as words, null as nothing"
    assert list(csv.reader(io.StringIO(ask(warehouse, query, "--format", "csv")))) == [
        ["one", "words", "nothing"],
        ["1", "a,b", ""],
    ]
    assert json.loads(ask(warehouse, query, "--format", "json")) == {
        "one": 1,
        "words": "a,b",
        "nothing": None,
    }
    assert ask(warehouse, query).splitlines()[-1] == "1 row"


def test_numbers_are_numbers_in_json(warehouse: Path) -> None:
    query = "select sum(words) as total, 1.5 as rate, 'nan'::double as share from (values (3), (4)) as article (words)"
    assert ask(warehouse, query, "--format", "json") == '{"total": 7, "rate": 1.5, "share": null}\n'


def test_parquet_goes_to_a_file(warehouse: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    ask(
        warehouse,
        "select 1 as one",
        "--format",
        "parquet",
        "--output",
        str(tmp_path / "answer.parquet"),
    )
    assert pq.read_table(tmp_path / "answer.parquet").to_pylist() == [{"one": 1}]


def test_a_file_and_a_question_are_answered_like_a_query(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.sql").write_text("select 42 as answer", encoding="utf-8")
    assert "42" in ask(warehouse, str(tmp_path / "mine.sql"))
    assert ask(warehouse, "share_of_speech").endswith("0 rows\n")


def test_columns_of_one_name_are_told_apart(warehouse: Path) -> None:
    query = "select 1 as name, 2 as name, 3 as name_1"
    assert json.loads(ask(warehouse, query, "--format", "json")) == {
        "name": 1,
        "name_1": 2,
        "name_1_1": 3,
    }
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


def talk(warehouse: Path, typed: str) -> str:
    """What the prompt says to what is typed, answers and errors."""
    result = CliRunner().invoke(onrecord, ["sql", "--warehouse", str(warehouse)], input=typed)
    assert result.exit_code == 0
    return result.output + result.stderr


def test_a_prompt_answers_statement_after_statement(warehouse: Path) -> None:
    said = talk(warehouse, "select\n6 * 7;\nselect nonsense;\nselect 43;\n")
    assert "42" in said
    assert "43" in said
    assert "the query failed" in said


def test_a_prompt_keeps_what_a_statement_sets(warehouse: Path) -> None:
    assert "41 42" in talk(
        warehouse, "set variable one = 41;\nselect getvariable('one') || ' 42' as two;\n"
    )


def test_a_prompt_lists_tables_columns_and_questions_and_answers_these_by_name(
    warehouse: Path,
) -> None:
    said = talk(warehouse, ".tables\n.columns speaker_daily\n.questions\n.help\nshare_of_speech;\n")
    assert "One row per quote" in said
    assert "Canonical name of the speaker." in said
    assert "Who has how large a share" in said
    assert ".quit" in said
    assert "word_share" in said


def test_a_prompt_takes_the_form_and_the_number_of_rows(warehouse: Path) -> None:
    said = talk(warehouse, ".format csv\n.limit 2\nfrom range(9);\n")
    assert "range\n0\n1\n" in said
    assert "\n2\n" not in said


def test_a_line_that_begins_with_a_dot_is_no_part_of_a_statement(warehouse: Path) -> None:
    said = talk(warehouse, "select\n.nonsense\nselect 44;\n.quit\nselect 45;\n")
    assert ".nonsense is not known here: see .help" in said
    assert "44" in said
    assert "45" not in said


def test_a_prompt_follows_the_file_that_a_run_renews(warehouse: Path, tmp_path: Path) -> None:
    with open_build(tmp_path / "renewed.duckdb") as build:
        build.connection.execute("create table core.note as select 2 as after")
        build.publish()

    def type_around_a_run() -> Iterator[str]:
        yield "select 1 as before;"
        (tmp_path / "renewed.duckdb").replace(warehouse)
        yield "from core.note;"

    with patch("builtins.input", side_effect=type_around_a_run()):
        result = CliRunner().invoke(onrecord, ["sql", "--warehouse", str(warehouse)])
    assert "after" in result.output
    assert "a run has renewed the warehouse" in result.stderr


def test_a_csv_runs_no_formula_in_a_spreadsheet_unless_it_is_wanted_raw(warehouse: Path) -> None:
    query = "select '=1+1' as a, '-x' as b, -1 as c, '@sum' as d, 'x=1' as e"
    assert ask(warehouse, query, "--format", "csv").splitlines()[1] == "'=1+1,'-x,-1,'@sum,x=1"
    assert (
        ask(warehouse, query, "--format", "csv", "--raw").splitlines()[1] == "=1+1,-x,-1,@sum,x=1"
    )


@pytest.mark.parametrize("form", ["csv", "json"])
def test_exports_have_no_power_over_a_terminal(form: str) -> None:
    answer = pa.table({"title": ["red \x1b[31m and \x9b and \u202e"]})
    stream = io.BytesIO()
    EXPORTS[form](answer, stream, is_shown=True)
    assert COMMANDS.search(stream.getvalue().decode().rstrip("\n")) is None
    if form == "json":
        assert json.loads(stream.getvalue()) == answer.to_pylist()[0]


def test_rows_end_where_they_are_limited_and_it_is_told(warehouse: Path) -> None:
    assert ask(warehouse, "from range(9)", "--limit", "3").splitlines()[2:] == [
        "    0",
        "    1",
        "    2",
        "3 rows",
        "there are more rows: --limit 0 shows all",
    ]
    assert ask(warehouse, "from range(9)", "--limit", "9").splitlines()[-1] == "9 rows"


def test_an_answer_can_come_as_records(warehouse: Path) -> None:
    assert ask(warehouse, "select 1 as one, 'x' as two", "--format", "record").splitlines()[1:] == [
        "one  1",
        "two  x",
        "1 row",
    ]


def test_limits_of_time_and_memory_can_be_set_for_all_queries(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_SQL_SECONDS", "0.2")
    code, said = run(
        "sql",
        "select count(*) from range(100000000000000) where hash(range) = 8",
        "--warehouse",
        str(warehouse),
    )
    assert code == 1
    assert "longer than the 0.2 s" in said


def test_a_query_cannot_leave_the_warehouse(warehouse: Path, tmp_path: Path) -> None:
    code, _ = run("sql", f"copy (select 1) to '{tmp_path}/out.csv'", "--warehouse", str(warehouse))
    assert code == 1
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("is_on_path", "command"), [(True, "onrecord"), (False, "env/bin/onrecord")]
)
def test_the_commands_to_type_next_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_on_path: bool, command: str
) -> None:
    script = tmp_path / "env" / "bin" / "onrecord"
    script.parent.mkdir(parents=True)
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("PATH", str(script.parent) if is_on_path else str(tmp_path))
    assert name_command() == command
