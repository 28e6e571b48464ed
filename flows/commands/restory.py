"""`onrecord restory`: compares all articles and quotes of a warehouse anew, without reading a
page.
"""

from pathlib import Path

import click

from flows.commands.corrections import edit
from flows.commands.options import warehouse_option

COUNTS = """
select
    (select count(*) from core.article where is_copy) as copies,
    (select count(*) from core.story where level = 'event' and article_count > 1) as events,
    (select count(*) from core.story where level = 'storyline') as storylines,
    (select count(*) from core.utterance where quote_count > 1) as utterances
"""


@click.command(short_help="Find copies, stories and utterances anew, as after an upgrade.")
@warehouse_option
def restory(warehouse: Path) -> None:
    """Find copies, stories and utterances anew in all that the warehouse holds; no page is read."""
    from flows.across import relate
    from warehouse.thrift import MUCH, take_at_most

    with edit(warehouse) as connection:
        take_at_most(connection, [MUCH], lambda: relate(connection, everything=True))
        copies, events, storylines, utterances = connection.execute(COUNTS).fetchall()[0]
    click.echo(
        f"copies: {copies}; events of several articles: {events}; storylines: {storylines}; utterances of several quotes: {utterances}"
    )
