"""Every question gives the answer that a person reads off the rows in `world/`;
`answers/<question>.csv` holds it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from tests.tables import read_cells, show
from warehouse.connect import connect
from warehouse.query import set_variables
from warehouse.questions import Parameter, Question, list_questions, read_question

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def world(
    world_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    own = copyfile(world_path, tmp_path_factory.mktemp("own") / "world.duckdb")
    with duckdb.connect(str(own)) as connection:
        # no question minds, unless it is asked without copies
        connection.execute("update core.article set is_copy = true")
        yield connection


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_the_answer_is_right(question: Question, world: duckdb.DuckDBPyConnection) -> None:
    assert show(world, question.sql) == read_cells(HERE / "answers" / f"{question.name}.csv")


def test_every_answer_is_to_a_question() -> None:
    assert [file.stem for file in sorted((HERE / "answers").iterdir())] == [
        question.name for question in list_questions()
    ]


def test_an_empty_warehouse_gives_empty_answers(empty_path: Path) -> None:
    with connect(empty_path, read_only=True) as connection:
        assert [connection.execute(question.sql).fetchall() for question in list_questions()] == [
            []
        ] * len(list_questions())


READS = re.compile(r"getvariable\('([a-z_]+)'\)")
PARAMETERS = [
    (question, parameter) for question in list_questions() for parameter in question.parameters
]
NOBODY = {"NAME": "nobody and nowhere", "DATE": "2999-12-31", "NUMBER": 1.1, "SWITCH": True}
EVERYBODY = {"NAME": None, "DATE": "1900-01-01", "NUMBER": 0.0, "SWITCH": False}


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_a_question_declares_what_it_reads_and_reads_what_it_declares(question: Question) -> None:
    assert [parameter.variable for parameter in question.parameters] == list(
        dict.fromkeys(declared_first(question))
    )


def declared_first(question: Question) -> list[str]:
    read = [name for name in READS.findall(question.sql) if name != "rows"]  # of whoever asks
    return sorted(read, key=[parameter.variable for parameter in question.parameters].index)


@pytest.mark.parametrize(("question", "parameter"), PARAMETERS, ids=lambda one: one.name)
def test_a_parameter_asks_for_some_of_the_rows(
    question: Question, parameter: Parameter, world: duckdb.DuckDBPyConnection
) -> None:
    """What nobody fits gives no row; what everybody with a day fits gives some again; not set, it
    asks for all.
    """
    form = parameter.form or "SWITCH"
    empty, full = (EVERYBODY, NOBODY) if parameter.name == "to" else (NOBODY, EVERYBODY)
    all_rows = show(world, question.sql)
    assert len(show_set(world, question, parameter, empty[form])) == 1
    assert len(all_rows) >= len(show_set(world, question, parameter, full[form])) > 1
    assert show(world, question.sql) == all_rows


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_who_wants_some_rows_gets_the_first_ones(
    question: Question, world: duckdb.DuckDBPyConnection
) -> None:
    head, *rows = show(world, question.sql)
    for wanted in range(1, len(rows) + 2):
        set_variables(world, {"rows": wanted})
        try:
            assert show(world, question.sql)[: wanted + 1] == [head, *rows[:wanted]]
        finally:
            set_variables(world, {"rows": None})


def show_set(
    connection: duckdb.DuckDBPyConnection, question: Question, parameter: Parameter, value: object
) -> list[list[str]]:
    set_variables(connection, {parameter.variable: value})
    try:
        return show(connection, question.sql)
    finally:
        set_variables(connection, {parameter.variable: None})


def test_a_person_is_asked_for_by_any_of_the_names(world: duckdb.DuckDBPyConnection) -> None:
    question = read_question("quotes_of_a_person")
    alias = (
        "select 'e2' as entity_id, 'R. Teles' as alias, 'name' as alias_kind, 1 as mention_count"
    )
    world.begin()
    world.execute(f"insert into core.entity_alias by name {alias}")
    world.execute("update core.quote set kind = 'direct' where quote_id = 'q3'")
    try:
        for name in ("Rui Teles", "rui teles", "r. teles", "e2"):
            set_variables(world, {"speaker": name})
            assert {row[0] for row in show(world, question.sql)[1:]} == {"Rui Teles"}
    finally:
        set_variables(world, {"speaker": None})
        world.rollback()
