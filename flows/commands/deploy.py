"""`onrecord deploy`: sets a Prefect server up for scheduled runs; typing it again changes nothing."""

import os
from pathlib import Path

import click

LOCAL_SERVER = "http://127.0.0.1:4200/api"


@click.command(short_help="Set a Prefect server up for scheduled runs.")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder in which runs start: sources and warehouse are named from there.  [default: this folder]",
)
def deploy(home: Path) -> None:
    """Set up what scheduled runs need on the Prefect server that PREFECT_API_URL names, or on that of `make serve`.

    Makes the work pool, the deployments of prefect.yaml, the folder inbox/ and a list feeds.txt to fill. What is there already
    is renewed; typing it again does no harm.
    """
    from flows.prefect_home import settle_prefect

    os.environ.setdefault("PREFECT_API_URL", LOCAL_SERVER)
    home = home.resolve()
    settle_prefect(home / "onrecord.duckdb")
    from flows.deploying import DeployError
    from flows.deploying import deploy as set_up

    try:
        for made in set_up(home):
            click.echo(made)
    except DeployError as error:
        raise click.ClickException(f"Prefect refused the deployment: {error}") from error
