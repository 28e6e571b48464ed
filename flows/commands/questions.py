"""`onrecord questions`: lists what the warehouse can be asked by name, and tells what one question
takes.
"""

import textwrap
from typing import TYPE_CHECKING

import click

from flows.commands.tables import NARROWEST, screen_width

if TYPE_CHECKING:
    from warehouse.questions import Question


@click.command(short_help="List the questions that come with On Record.")
@click.argument("name", required=False)
@click.option(
    "--sql", "is_sql", is_flag=True, help="Print the SQL of the question, to copy and change."
)
def questions(name: str | None, is_sql: bool) -> None:
    """List the questions that come with On Record, or tell what the question NAME asks and
    takes.
    """
    if name is None:
        list_all()
        return
    question = find(name)
    click.echo(question.sql if is_sql else tell(question), nl=not is_sql)


def find(name: str) -> "Question":
    """The question of that name; a misspelt one is wrong usage."""
    from warehouse.questions import read_question

    try:
        return read_question(name)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error


def list_all() -> None:
    from warehouse.questions import list_questions

    found = list_questions()
    width = max(len(question.name) for question in found)
    for question in found:
        click.echo(hang(f"  {question.name:<{width}}  ", question.title))
    click.echo("\nAsk one with `onrecord sql NAME`; `onrecord questions NAME` tells what it takes.")
    click.echo("Each is a file in sql/questions/ to copy and change.")


def hang(head: str, words: str) -> str:
    """The words after their head, on a terminal folded under themselves."""
    screen = screen_width()
    if screen is None:
        return head + words
    lines = textwrap.wrap(words, max(screen - len(head), NARROWEST))
    return head + ("\n" + " " * len(head)).join(lines)


def tell(question: "Question") -> str:
    """What it asks, what it takes, and a command to type."""
    lines = [question.title, "", *textwrap.wrap(question.meaning, 90)]
    if question.parameters:
        lines += ["", "It takes; what is not given is not asked for:", *tell_parameters(question)]
    example = next(
        (f" {EXAMPLES[one.name]}" for one in question.parameters if one.name in EXAMPLES), ""
    )
    return "\n".join([*lines, "", f"  onrecord sql {question.name}{example}"])


def tell_parameters(question: "Question") -> list[str]:
    heads = [as_option(one.name, one.form) for one in question.parameters]
    width = max(map(len, heads))
    return [
        hang(f"  {head:<{width}}  ", one.meaning)
        for head, one in zip(heads, question.parameters, strict=True)
    ]


def as_option(name: str, form: str | None) -> str:
    """How it is given: by an option of its own, or by --set."""
    from flows.commands.parameters import OWN_NAMES

    if name not in OWN_NAMES:
        return f"--set {name}={form or 'true'}"
    return f"--{name} {form}" if form else f"--{name}"


EXAMPLES = {
    "speaker": '--speaker "Erik Halvorsen"',
    "person": '--set person="Erik Halvorsen"',
    "place": '--set place="Gdynia"',
    "outlet": '--outlet "Northern Post"',
}
