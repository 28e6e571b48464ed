"""`onrecord deploy`: sets a Prefect server up for scheduled runs; typing it again changes
nothing.
"""

import os
from pathlib import Path

import click

LOCAL_SERVER = "http://127.0.0.1:4200/api"


@click.command(short_help="Set a Prefect server up for scheduled runs.")
@click.option(
    "--home",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder in which runs start: sources and warehouse are named from there.  [default: this folder]",
)
@click.option(
    "--alerts",
    metavar="URL",
    help='Where alerts are posted, as JSON: {"text": ...}, as Slack and Mattermost read it.',
)
@click.option(
    "--plan",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own prefect.yaml with other deployments; flows/prefect.yaml is one to copy.  [default: that one]",
)
def deploy(home: Path, alerts: str | None, plan: Path | None) -> None:
    """Set up what scheduled runs need on the Prefect server that PREFECT_API_URL names, or on that
    of `make serve`.

    Makes the work pool, the deployments of the plan, a limit of one run a warehouse, the
    automations, the folder inbox/ and a list feeds.txt to fill. What is there already is renewed;
    typing it again does no harm.
    """
    from flows.prefect_home import settle_prefect

    os.environ.setdefault("PREFECT_API_URL", LOCAL_SERVER)
    home = home.resolve()
    settle_prefect(home / "onrecord.duckdb")
    from flows.on_server import NoServerError, require_server

    try:
        require_server(os.environ["PREFECT_API_URL"])
    except NoServerError as error:
        raise click.ClickException(str(error)) from error
    from flows.deploying import PLAN, DeployError
    from flows.deploying import deploy as set_up

    try:
        for made in set_up(home, alerts, plan or PLAN):
            click.echo(made)
    except DeployError as error:
        raise click.ClickException(f"Prefect refused the deployment: {error}") from error
