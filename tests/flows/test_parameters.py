"""Questions take parameters: as values, by the names that the warehouse has, and what is misspelt
is answered with what was meant.
"""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import onrecord

Row = dict[str, str]


def ask(warehouse: Path, *words: str) -> list[Row]:
    arguments = ["sql", *words, "--warehouse", str(warehouse), "--format", "csv"]
    result = CliRunner().invoke(onrecord, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.output)))


def refuse(warehouse: Path, *words: str) -> str:
    result = CliRunner().invoke(onrecord, ["sql", *words, "--warehouse", str(warehouse)])
    assert result.exit_code == 2
    return result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--set", "speaker=Ann Brook"],
        ["--speaker", "ann brook"],
        ["--speaker", "e1"],
        [
            "--speaker",
            "Ann Brook",
            "--confidence",
            ".5",
            "--from",
            "2024-01-01",
            "--to",
            "2024-12-31",
        ],
    ],
)
def test_a_person_is_asked_for_in_several_ways(world_path: Path, options: list[str]) -> None:
    rows = ask(world_path, "quotes_of_a_person", *options)
    assert [row["quote"] for row in rows] == [
        "The bridge will open again in May",
        "That is not true",
        "It opens in May",
    ]


def test_parameters_narrow_what_is_asked(world_path: Path) -> None:
    rows = ask(
        world_path,
        "quotes_of_a_person",
        "--speaker",
        "Ann Brook",
        "--outlet",
        "tribuna-nova.example",
    )
    assert [row["quote"] for row in rows] == ["It opens in May"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            ["quotes_of_a_person", "--speaker", "Ann Brok"],
            "no speaker is called 'Ann Brok'; did you mean Ann Brook?",
        ),
        (
            ["kinds_of_speech", "--outlet", "Harbor Post"],
            "no outlet is called 'Harbor Post'; did you mean The Harbour Post?",
        ),
        (
            ["kinds_of_speech", "--speaker", "Ann Brook"],
            "does not take speaker; it takes outlet, from, to, confidence, without-copies",
        ),
        (["kinds_of_speech", "--set", "outlets=x"], "does not take outlets; did you mean outlet?"),
        (
            ["rejects_by_reason", "--outlet", "x"],
            "rejects_by_reason does not take outlet; it takes nothing",
        ),
        (
            ["kinds_of_speech", "--from", "yesterday"],
            "from is a day, as 2026-11-30, not 'yesterday'",
        ),
        (["kinds_of_speech", "--confidence", "high"], "confidence is a number, not 'high'"),
        (["kinds_of_speech", "--set", "outlet"], "--set wants NAME=VALUE, not 'outlet'"),
        (["kinds_of_speach"], "did you mean kinds_of_speech"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_what_is_misspelt_is_answered_with_what_was_meant(
    world_path: Path, words: list[str], answer: str
) -> None:
    assert answer in refuse(world_path, *words)


def test_sql_of_ones_own_reads_what_is_set_as_a_value(world_path: Path, tmp_path: Path) -> None:
    hostile = "x'); drop view mart.quote; --"
    assert ask(world_path, "select getvariable('mine') as mine", "--set", f"mine={hostile}") == [
        {"mine": hostile}
    ]
    (tmp_path / "mine.sql").write_text(
        "-- Mine?\n-- --least NUMBER: words\nselect getvariable('least') + 1 as more",
        encoding="utf-8",
    )
    assert ask(world_path, str(tmp_path / "mine.sql"), "--set", "least=41") == [{"more": "42.0"}]


def test_the_prompt_keeps_what_is_asked_for_until_it_is_ended(world_path: Path) -> None:
    asked = "quotes_of_a_person;\n"
    typed = f".format csv\n.set speaker ann brook\n{asked}.set outlet nowhere\n{asked}.set outlet\n{asked}"
    said = CliRunner().invoke(onrecord, ["sql", "--warehouse", str(world_path)], input=typed).output
    assert said.count("It opens in May") == 2
    assert said.count("speaker,said_on") == 3


def test_a_question_tells_what_it_takes() -> None:
    told = CliRunner().invoke(onrecord, ["questions", "quotes_of_a_person"]).output
    assert told.startswith("What has one person said")
    assert "--confidence NUMBER  quotes that are at least so sure, 0 to 1" in told
    assert "onrecord sql quotes_of_a_person --speaker" in told
    assert (
        "--set name=NAME"
        in CliRunner().invoke(onrecord, ["questions", "spelling_by_outlet"]).output
    )


def test_a_question_shows_its_sql_and_a_misspelt_one_what_was_meant() -> None:
    assert (
        "getvariable('outlet')"
        in CliRunner().invoke(onrecord, ["questions", "kinds_of_speech", "--sql"]).output
    )
    assert "did you mean sourcing?" in CliRunner().invoke(onrecord, ["questions", "sorcing"]).stderr
