"""Statements typed one after the other -> their answers, on one sandboxed connection that follows
the file.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.show import FORMATS, Wanted, check_form, show
from flows.commands.tables import draw_table, screen_width, show_plainly

if TYPE_CHECKING:
    from warehouse.sandbox import Connection, Limits


HELLO = "{path}, read-only. End a statement with a semicolon. Type .help for help, Ctrl-D to leave."
HELP = """\
  select ... ;        ask; DESCRIBE, SUMMARIZE, PIVOT and EXPLAIN work, too
  share_of_speech;    a question by its name
  .tables             the views and tables
  .columns quote      the columns of one, with what they mean
  .questions          what can be asked by name
  .set outlet A Post  what the questions ask for from now on; .set outlet alone ends it
  .format record      table, record, csv or json
  .limit 50           rows at most, 0 for all
  .quit               leave; so does Ctrl-D
"""
TABLES = """
select table_schema as schema, table_name as name, table_comment as meaning
from information_schema.tables
where table_schema in ('mart', 'core', 'ops')
order by array_position(['mart', 'core', 'ops'], table_schema), table_name
"""
COLUMNS = """
select column_name as column, lower(data_type) as type, comment as meaning
from duckdb_columns()
where table_name = $name or schema_name || '.' || table_name = $name
qualify dense_rank() over (order by array_position(['mart', 'core', 'ops'], schema_name)) = 1
order by column_index
"""
EVERYTHING = Wanted("table", 0, None, is_raw=False)
LEAVE = (".quit", ".exit")
FIRST, NEXT = "onrecord> ", "     ...> "


@dataclass(slots=True)
class Talk:
    """What a session holds: the open warehouse, the state of the file that it shows, how answers
    are wanted.
    """

    path: Path
    limits: "Limits"
    wanted: Wanted
    connection: "Connection"
    state: tuple[int, int]


def run_prompt(path: Path, limits: "Limits", wanted: Wanted) -> None:
    """Read statements and answer each, until the input ends. Raises a WarehouseError where the file
    does not open.
    """
    from warehouse.sandbox import open_sandbox

    talk = Talk(path, limits, wanted, open_sandbox(path, limits), read_state(path))
    is_typed = sys.stdin.isatty() and sys.stdout.isatty()
    ask_for = make_editor(talk) if is_typed else input
    click.echo(HELLO.format(path=path))
    for statement in read_statements(ask_for):
        try:
            answer(talk, statement)
        except click.ClickException as error:
            click.echo(error.format_message(), err=True)
        sys.stdout.flush()


def read_statements(ask_for: Callable[[str], str]) -> Iterator[str]:
    """Statements as they are typed, each up to its semicolon; a line that begins with a dot stands
    alone.
    """
    lines: list[str] = []
    while True:
        try:
            line = ask_for(NEXT if lines else FIRST)
        except EOFError:
            click.echo()
            return
        except KeyboardInterrupt:  # forgets what was typed, as in other prompts
            lines.clear()
            continue
        if line.startswith("."):
            lines.clear()
            if line.strip(" ;") in LEAVE:
                return
        lines.append(line)
        if line.startswith(".") or line.rstrip().endswith(";"):
            yield "\n".join(lines)
            lines.clear()
        elif not any(map(str.strip, lines)):
            lines.clear()


def answer(talk: Talk, statement: str) -> None:
    """Do what a line says: a command of the prompt, a question's name, or SQL. Raises a
    click.ClickException.
    """
    if statement.startswith("."):
        command, _, rest = statement.strip(" ;").partition(" ")
        obey(talk, command, rest.strip())
        return
    from flows.commands.sql import find_question

    query = find_question(statement.strip(" ;\n")).sql if is_name(statement) else statement
    ask_and_show(talk, query)


def is_name(statement: str) -> bool:
    return statement.strip(" ;\n").isidentifier()


def obey(talk: Talk, command: str, rest: str) -> None:
    """Carry out a command that begins with a dot."""
    follow(talk)
    match command:
        case ".help":
            click.echo(HELP, nl=False)
        case ".tables":
            ask_and_show(replace(talk, wanted=EVERYTHING), TABLES)
        case ".columns" | ".schema":
            ask_and_show(replace(talk, wanted=EVERYTHING), COLUMNS, {"name": rest})
        case ".questions":
            list_questions()
        case ".set" if rest:
            set_variable(talk, rest)
        case ".format" if rest in FORMATS and rest != "parquet":
            talk.wanted = replace(talk.wanted, form=rest)
        case ".limit" if rest.isdecimal():
            talk.wanted = replace(talk.wanted, row_limit=int(rest))
        case _:
            raise click.UsageError(f"{command} {rest}".rstrip() + " is not known here: see .help")


def set_variable(talk: Talk, words: str) -> None:
    """Let the questions that follow ask for something; without a value for all again."""
    from warehouse.query import set_variables

    name, _, value = words.partition(" ")
    variable = name.removeprefix("--").replace("-", "_")
    set_variables(talk.connection, {variable: value.strip() or None})


def list_questions() -> None:
    from warehouse.questions import list_questions

    found = list_questions()
    columns = {"name": [one.name for one in found], "question": [one.title for one in found]}
    click.echo(draw_table(columns, width=screen_width()), nl=False)


def ask_and_show(talk: Talk, query: str, parameters: dict[str, object] | None = None) -> None:
    """Ask, and show the answer; Ctrl-C ends the query, not the session."""
    from warehouse.errors import WarehouseError
    from warehouse.query import ask

    follow(talk)
    check_form(talk.wanted)
    most = talk.wanted.most_rows
    limits = replace(talk.limits, rows=most and most + 1)
    try:
        found = ask(talk.path, talk.connection, query, parameters or (), limits)
    except WarehouseError as error:
        raise click.ClickException(show_plainly(str(error))) from error
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        return
    if found.num_columns:  # SET VARIABLE has no answer
        show(found, talk.wanted)


def follow(talk: Talk) -> None:
    """Open the file anew where a run has published another state of it."""
    from warehouse.sandbox import open_sandbox

    state = read_state(talk.path)
    if state != talk.state and talk.path.exists():
        talk.connection.close()
        talk.connection, talk.state = open_sandbox(talk.path, talk.limits), state
        click.echo("a run has renewed the warehouse: this is its new state", err=True)


def read_state(path: Path) -> tuple[int, int]:
    """What tells this state of the file from any other; a file that is gone keeps its state."""
    with suppress(OSError):
        found = path.stat()
        return found.st_ino, found.st_mtime_ns
    return (0, 0)


def make_editor(talk: Talk) -> Callable[[str], str]:
    """Asks for a line with a history that lasts, completion and colours."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory
    from prompt_toolkit.lexers import PygmentsLexer
    from pygments.lexers.sql import SqlLexer  # type: ignore[import-untyped]

    session: PromptSession[str] = PromptSession(
        completer=WordCompleter(list_words(talk), ignore_case=True, WORD=False),
        complete_while_typing=False,
        history=FileHistory(str(make_history())),
        lexer=PygmentsLexer(SqlLexer),
    )
    return lambda prompt: str(session.prompt(prompt))


def make_history() -> Path:
    """The file in the user's own folder that remembers what was typed."""
    file = Path(click.get_app_dir("onrecord")) / "sql_history"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def list_words(talk: Talk) -> list[str]:
    """What Tab completes: the prompt's commands, questions, schemas, tables, columns and the words
    of SQL.
    """
    from warehouse.questions import list_questions

    rows = talk.connection.execute(
        "select distinct unnest([schema_name, table_name, column_name]) as word "
        "from duckdb_columns() where not internal union "
        "select keyword_name from duckdb_keywords() where keyword_category = 'reserved' "
        "order by word"
    ).fetchall()
    commands = (line.split()[0] for line in HELP.splitlines() if line.lstrip().startswith("."))
    return [*commands, *(one.name for one in list_questions()), *(word for (word,) in rows)]
