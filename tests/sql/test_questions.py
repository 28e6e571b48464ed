"""Every question gives the answer that a person reads off the rows in `world/`; `answers/<question>.csv` holds it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.tables import fill_tables, read_cells, show
from warehouse.questions import Question, list_questions
from warehouse.schema import apply_schema

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def world() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        apply_schema(connection)
        fill_tables(connection, HERE / "world")
        yield connection


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_the_answer_is_right(question: Question, world: duckdb.DuckDBPyConnection) -> None:
    assert show(world, question.sql) == read_cells(HERE / "answers" / f"{question.name}.csv")


def test_every_answer_is_to_a_question() -> None:
    assert [file.stem for file in sorted((HERE / "answers").iterdir())] == [question.name for question in list_questions()]


def test_an_empty_warehouse_gives_empty_answers(world: duckdb.DuckDBPyConnection) -> None:
    with duckdb.connect() as connection:
        apply_schema(connection)
        assert [connection.execute(question.sql).fetchall() for question in list_questions()] == [[]] * len(list_questions())
