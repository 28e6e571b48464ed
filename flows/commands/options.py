"""Options that several commands share."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from flows.order import DEFAULT_WAREHOUSE, TASK_RUNNERS, Reading


class WarehouseType(click.Path):
    """A file, or a lake by `ducklake:sqlite:` and the file that is its catalogue, or by
    `ducklake:postgres:` and the database that is.
    """

    name = "file or lake"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's signature
        if not str(value).startswith(PREFIX):
            return super().convert(value, param, ctx)
        from warehouse.errors import WarehouseError
        from warehouse.lake import parse_warehouse

        try:
            return parse_warehouse(str(value))
        except WarehouseError as error:
            self.fail(str(error), param, ctx)


class Day(click.DateTime):
    """A day, as 2024-01-31."""

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        try:
            day: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day, as 2024-01-31", param, ctx)
        return day


PREFIX = "ducklake:"
warehouse_option = click.option(
    "--warehouse",
    type=WarehouseType(dir_okay=False, path_type=Path),
    default=DEFAULT_WAREHOUSE,
    show_default=True,
    envvar="ONRECORD_WAREHOUSE",
    help="The DuckDB file to read or load, or a lake: ducklake:sqlite:FILE, or ducklake:postgres:'dbname=NAME host=HOST'.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(1),
    help="Processes that read pages.  [default: one a core]",
)
wait_option = click.option(
    "--wait",
    "wait_seconds",
    type=click.IntRange(0),
    default=0,
    metavar="SECONDS",
    help="How long to wait for another run on the warehouse.  [default: not at all]",
)


URL_SCHEMES = ("http://", "https://")


def check_sources(sources: Sequence[str]) -> list[str]:
    """The sources as they are; a path that is not there is wrong usage."""
    for source in sources:
        if not source.lower().startswith(URL_SCHEMES) and not os.path.lexists(source):
            raise click.BadParameter(
                f"there is no file or folder {source!r}; a web address begins with http:// or https://"
            )
    return list(sources)


def require_warehouse(path: Path) -> Path:
    """The path, where a warehouse lies there; else an error that says how to make one."""
    if not path.exists():
        raise click.ClickException(
            f"there is no warehouse {path}: make one with `onrecord ingest SOURCE`, or name it with --warehouse"
        )
    return path


Command = TypeVar("Command", bound=Callable[..., Any])
READING = (
    click.option(
        "--task-runner",
        type=click.Choice(TASK_RUNNERS),
        default="here",
        show_default=True,
        help="Who reads the pages: this machine's processes, a Dask or Ray cluster, or the workers of Prefect's work pool.",
    ),
    click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Of the Dask scheduler, as tcp://10.0.0.1:8786, or of Ray.  [default: one is started here]",
    ),
    click.option(
        "--parts",
        metavar="PLACE",
        help="Folder or URL (s3://...) that all machines see, for what they read.  [default: beside the warehouse]",
    ),
    click.option(
        "--keep-parts",
        is_flag=True,
        help="Keep what was read when it is loaded, for `onrecord reload`.",
    ),
    click.option(
        "--part-pages",
        type=click.IntRange(1),
        metavar="N",
        help="Pages that are handed out at once.  [default: 1000]",
    ),
)


def reading_options(command: Command) -> Command:
    """The options that say who reads; they arrive as the keywords that `make_reading` takes."""
    for option in reversed(READING):
        command = option(command)
    return command


def make_reading(options: Mapping[str, Any], **more: Any) -> Reading:  # noqa: ANN401 - as click gives them
    return Reading(**options, **more)
