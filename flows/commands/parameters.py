"""Options of `onrecord sql` -> the variables that a question reads, each checked against what the
question takes.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from warehouse.questions import Parameter, Question

Command = TypeVar("Command", bound=Callable[..., None])


class OwnOption(NamedTuple):
    """A parameter of a question that has an option of its own; any other goes by --set."""

    name: str
    meaning: str


WITHOUT_COPIES = OwnOption("without-copies", "Nothing from articles that are copies of others.")
VALUED = (
    OwnOption("speaker", "Whose words."),
    OwnOption("outlet", "One outlet only."),
    OwnOption("from", "Published on that day (2026-11-30) or later."),
    OwnOption("to", "Published on that day or before."),
    OwnOption("confidence", "Quotes that are at least so sure, 0 to 1."),
)
OWN_NAMES = tuple(option.name for option in (*VALUED, WITHOUT_COPIES))


def parameter_options(command: Command) -> Command:
    """The options by which a question is asked for something; they arrive as `given`."""
    switch = click.option(
        "--without-copies",
        "given_without_copies",
        flag_value="true",
        help=WITHOUT_COPIES.meaning,
    )
    command = switch(command)
    for name, meaning in reversed(VALUED):
        option = click.option(f"--{name}", f"given_{name}", metavar=name.upper(), help=meaning)
        command = option(command)
    many = click.option(
        "--set",
        "given_set",
        multiple=True,
        metavar="NAME=VALUE",
        help="Any parameter of a question, or a variable that your own SQL reads with getvariable().",
    )
    return many(command)


def read_given(options: Mapping[str, object]) -> dict[str, str]:
    """Names and values as they were typed."""
    pairs = options["given_set"]
    assert isinstance(pairs, Sequence)
    given = dict(map(split_pair, pairs))
    for name in OWN_NAMES:
        value = options["given_" + name.replace("-", "_")]
        if value is not None:
            given[name] = str(value)
    return given


def drop_defaults(
    given: Mapping[str, str], question: "Question", context: click.Context
) -> dict[str, str]:
    """What was given, without what nobody typed (a file or variable of settings says it) and the
    question does not take.
    """
    taken = {parameter.name for parameter in question.parameters}
    return {
        name: value
        for name, value in given.items()
        if name in taken or not question.is_ours or is_typed(name, context)
    }


def is_typed(name: str, context: click.Context) -> bool:
    source = context.get_parameter_source("given_" + name.replace("-", "_"))
    return source not in {ParameterSource.DEFAULT_MAP, ParameterSource.ENVIRONMENT}


def split_pair(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name.strip():
        raise click.UsageError(f"--set wants NAME=VALUE, not {pair!r}")
    return name.strip().removeprefix("--"), value


def make_variables(path: Path, question: "Question", given: Mapping[str, str]) -> dict[str, object]:
    """The values by the names of their variables; SQL of the user's own takes as text what it does
    not declare.
    """
    known = {parameter.variable: parameter for parameter in question.parameters}
    variables: dict[str, object] = {}
    for name, value in given.items():
        variable = name.replace("-", "_")
        if variable in known:
            variables[variable] = read_value(path, known[variable], value)
        elif question.is_ours:
            raise click.UsageError(
                f"{question.name} does not take {name}; {suggest(name, question)}"
            )
        else:
            variables[name] = value
    return variables


def suggest(name: str, question: "Question") -> str:
    names = [parameter.name for parameter in question.parameters]
    if close := get_close_matches(name, names, n=1):
        return f"did you mean {close[0]}?"
    return f"it takes {', '.join(names)}" if names else "it takes nothing"


def read_value(path: Path, parameter: "Parameter", value: str) -> object:
    """The value in the type that the parameter declares; a name as the warehouse has it."""
    from warehouse.names import NAMED, find_name

    try:
        if parameter.form == "NAME" and parameter.name in NAMED:
            return find_name(path, parameter.name, value)
        return READERS[parameter.form or "SWITCH"](value)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error
    except ValueError as error:
        wanted = FORMS[parameter.form or "SWITCH"]
        raise click.UsageError(f"{parameter.name} is {wanted}, not {value!r}") from error


def read_switch(value: str) -> bool:
    switches = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if value.lower() not in switches:
        raise ValueError(value)
    return switches[value.lower()]


READERS: Mapping[str, Callable[[str], object]] = {
    "NAME": str,
    "DATE": date.fromisoformat,
    "NUMBER": float,
    "SWITCH": read_switch,
}
FORMS = {
    "NAME": "a name",
    "DATE": "a day, as 2026-11-30",
    "NUMBER": "a number",
    "SWITCH": "true or false",
}
