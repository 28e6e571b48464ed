"""The `onrecord` command: `--help` teaches, errors are one line that says what to do, the exit code
says how it went.

Exit codes: 0 done (pages that were rejected included), 1 failed or a source that gave nothing, 2
wrong usage, 130 interrupted.
"""

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Literal, get_args

import click
from click.core import ParameterSource

from flows.commands.defaults import Defaults, make_defaults, name_variables
from flows.settings import Settings, SettingsError, settle_environment

# each a function of that name in a module of that name, in the order of --help
Command = Literal[
    "setup",
    "ingest",
    "reload",
    "sql",
    "questions",
    "explore",
    "report",
    "export",
    "status",
    "explain",
    "entities",
    "relink",
    "restory",
    "check",
    "deploy",
]
COMMANDS: tuple[str, ...] = get_args(Command)

EXAMPLES = """
\b
Examples:
  onrecord ingest samples/                           load a folder of pages, dumps and archives
  onrecord ingest CC-NEWS-2024.warc.gz --workers 8   load a web archive
  onrecord ingest https://example.org/feed.xml       fetch the articles of a feed
  onrecord questions                                 what the warehouse can be asked
  onrecord sql share_of_speech                       ask one of them
  onrecord sql "select * from mart.quote limit 5"    ask your own
"""


class ReaderLeft(Exception):  # noqa: N818 - no error
    """The reader of our output, such as `head`, has seen enough."""


class LateCommands(click.Group):
    """A group that imports a command when it is called, so that `--help` is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"flows.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        name_variables(cmd_name, command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a misspelt one is told with what may be meant."""
        close = get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and close:
            raise click.UsageError(f"{args[0]!r} is no command; did you mean {close[0]}?", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Click ends with exit code 1 where it sees a broken pipe, so it is not
        shown one.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderLeft from error
        except click.BadParameter as error:
            raise name_origin(error) from error


def name_origin(error: click.BadParameter) -> click.UsageError:
    """What is wrong with a value, and that the settings file says it where nobody typed it."""
    name = error.param and error.param.name
    if error.ctx and name and error.ctx.get_parameter_source(name) is ParameterSource.DEFAULT_MAP:
        settings: Settings = error.ctx.find_root().obj
        return click.UsageError(f"{settings.name}: {error.format_message()}", error.ctx)
    return error


@click.group(
    cls=LateCommands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="onrecord", prog_name="onrecord")
@click.pass_context
def onrecord(context: click.Context) -> None:
    """Who is on record saying what, where and when: raw news pages in, a DuckDB warehouse of
    articles, quotes and entities out.
    """
    try:
        context.obj = settle_environment(COMMANDS)
        context.default_map = read_defaults(context)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


def read_defaults(context: click.Context) -> dict[str, Defaults]:
    """What onrecord.toml says for the command that is called."""
    name = context.invoked_subcommand or ""
    command = onrecord.get_command(context, name)
    return {name: make_defaults(context.obj, name, command)} if command else {}


def main() -> None:
    """Run the command; an interrupt is told in one line."""
    try:
        onrecord.main(prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "onrecord"
        words = error.format_message()
        is_help = words.startswith("Usage:")  # a command with commands of its own was given none
        stop = "" if words.endswith(("?", ".")) else "."
        click.echo(words if is_help else f"onrecord: {words}{stop} See {where} --help", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"onrecord: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except (BrokenPipeError, ReaderLeft):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (KeyboardInterrupt, click.Abort):
        click.echo("onrecord: interrupted", err=True)
        sys.exit(130)
