"""`onrecord status`: the last runs, and why pages were rejected in the last one."""

from pathlib import Path

import click

from flows.commands.options import require_warehouse, warehouse_option

RUNS = """
select started_at, status, pages_seen, pages_loaded, pages_unchanged, pages_rejected, run_id
from ops.run
order by started_at desc
limit ?
"""
REJECTS = """
with last_run as (select run_id from ops.run where status = 'done' order by started_at desc limit 1)
select reason, count(*) as page_count, any_value(detail order by source_uri) as example_detail, min(source_uri) as example
from ops.rejected_page
inner join last_run using (run_id)
where scope = 'page'
group by reason
order by page_count desc, reason
"""


@click.command(short_help="List the last runs, and why pages were rejected.")
@warehouse_option
@click.option(
    "--runs", type=click.IntRange(1), default=5, show_default=True, help="How many runs to list."
)
def status(warehouse: Path, runs: int) -> None:
    """The last runs, and the rejected pages of the last one by reason."""
    from flows.commands.tables import draw_table, screen_width
    from warehouse.errors import WarehouseError
    from warehouse.query import run_query

    path = require_warehouse(warehouse)
    try:
        answers = {
            "Last runs": run_query(path, RUNS, [runs]),
            "Rejected in the last run": run_query(path, REJECTS),
        }
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error
    for title, answer in answers.items():
        click.echo(draw_table(answer.to_pydict(), title, screen_width()))
