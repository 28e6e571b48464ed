"""`onrecord explore`: the warehouse live in the browser, the questions with their parameters and
SQL of one's own.
"""

import os
import socket
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from threading import Timer

import click

from flows.commands.options import require_warehouse, warehouse_option

PORT = 4250


@click.command(
    short_help="Ask in the browser: the questions with their parameters, and SQL of your own."
)
@warehouse_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    help="Where on 127.0.0.1 it listens.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open it in the browser.")
def explore(warehouse: Path, port: int, is_opened: bool) -> None:
    """Ask the warehouse in the browser: the questions with their parameters, and SQL of your own,
    until Ctrl-C.

    It shows the state that is published at the moment of asking. It is read-only, reaches no other
    file, and answers only this machine's own browser. It wants the extra `explore`: pip install
    "onrecord[explore]".
    """
    path = require_warehouse(warehouse).resolve()
    if not find_spec("marimo"):
        raise click.ClickException(
            'explore wants marimo: pip install "onrecord[explore]", in a clone `make explore`'
        )
    check_port(port)
    from warehouse.errors import WarehouseError
    from warehouse.lake import spell
    from warehouse.query import open_questions

    try:
        with open_questions(path):
            os.environ["ONRECORD_WAREHOUSE"] = spell(path)
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error
    from flows.explorer.server import serve

    address = f"http://127.0.0.1:{port}"
    click.echo(f"{path.name} is at {address}, until Ctrl-C")
    if is_opened:
        Timer(1.0, webbrowser.open, [address]).start()
    serve(port)


def check_port(port: int) -> None:
    """Raise where something listens there already."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} is taken ({error.strerror}): name another with --port"
            ) from error
