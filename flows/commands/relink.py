"""`onrecord relink`: works out anew who is who in all that a warehouse holds, without reading a
page.
"""

from pathlib import Path

import click

from flows.commands.corrections import edit
from flows.commands.options import warehouse_option

COUNTS = """
select
    (select count(*) from core.referent) as referents,
    (select count(*) from core.entity) as entities,
    (select count(distinct entity_id) from core.entity_join) as shared
"""


@click.command(short_help="Link all names anew, as after an upgrade.")
@warehouse_option
def relink(warehouse: Path) -> None:
    """Work out anew who is who in all that the warehouse holds; no page is read.

    Runs link what they touch, with the same result: this is for those who want to see that it is
    the same.
    """
    from flows.linking import link_new
    from warehouse.thrift import MUCH, take_at_most

    with edit(warehouse) as connection:
        take_at_most(connection, [MUCH], lambda: link_new(connection, everything=True))
        referents, entities, shared = connection.execute(COUNTS).fetchall()[0]
    click.echo(
        f"names of articles: {referents:,}; entities: {entities:,}; of several articles: {shared:,}"
    )
