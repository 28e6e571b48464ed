"""`onrecord entities`: look up who is who, correct it, list and undo corrections, load a list of
one's own.

What is written is replayed by every later run; who is who is worked out anew at once, so that the
answer is seen at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import get_args

import click

from flows.commands.corrections import correct, describe, edit, look
from flows.commands.options import warehouse_option
from flows.commands.wishes import open_csv, read_wishes, write_corrections
from flows.wishes import Wish
from transforms.records import EntityKind

KINDS = click.Choice(get_args(EntityKind))
kind_option = click.option(
    "--kind", type=KINDS, help="The kind of the entity, where several bear the name."
)
csv_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def entities() -> None:
    """Who is who: look it up, correct it, undo corrections, load a list of your own."""


@entities.command()
@click.argument("name")
@kind_option
@warehouse_option
def find(name: str, kind: EntityKind | None, warehouse: Path) -> None:
    """The entities that NAME means: a name, an alias or a key."""
    from flows.commands.tables import Columns, draw_table, screen_width
    from warehouse.corrections import find_entities

    with look(warehouse) as connection:
        found = find_entities(connection, name, kind)
    columns: Columns = {
        "entity_id": [one.entity_id for one in found],
        "name": [one.name for one in found],
        "kind": [one.kind for one in found],
        "mentions": [one.mention_count for one in found],
        "names": [", ".join(one.names) for one in found],
    }
    click.echo(draw_table(columns, width=screen_width()))


@entities.command()
@click.argument("name", required=False)
@kind_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    help="How many joins are shown.",
)
@warehouse_option
def joins(name: str | None, kind: EntityKind | None, limit: int, warehouse: Path) -> None:
    """What joins names across articles, the least sure first: of the whole warehouse, or of the
    entities that NAME means.
    """
    from flows.commands.tables import Columns, draw_table, screen_width
    from warehouse.corrections import find_entities
    from warehouse.joins import read_joins

    with look(warehouse) as connection:
        ids = [one.entity_id for one in find_entities(connection, name, kind)] if name else None
        found = read_joins(connection, ids, kind, limit)
    columns: Columns = {
        "score": [one.score for one in found],
        "evidence": [one.evidence for one in found],
        "name": [one.name for one in found],
        "articles": [one.article_count for one in found],
        "entity": [one.entity for one in found],
        "entity_id": [one.entity_id for one in found],
    }
    click.echo(draw_table(columns, width=screen_width()))


def correcting(make_wish: Callable[..., Wish]) -> Callable[..., None]:
    """The command that writes the wish made from its arguments; with the options that all
    corrections share.
    """

    @kind_option
    @click.option("--reason", default="", help="Why; kept with the correction.")
    @click.option("--by", help="Who corrects; your user name where it is not given.")
    @warehouse_option
    @wraps(make_wish)
    def command(
        kind: EntityKind | None, reason: str, by: str | None, warehouse: Path, **wanted: object
    ) -> None:
        correct(warehouse, [replace(make_wish(**wanted), kind=kind, reason=reason, by=by)])

    return command


@entities.command()
@click.argument("entity")
@click.argument("others", nargs=-1, required=True)
@correcting
def merge(entity: str, others: tuple[str, ...]) -> Wish:
    """OTHERS are ENTITY: from now on they are one (by name or key)."""
    return Wish("merge", entity, others=others)


@entities.command()
@click.argument("entity")
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A name that is somebody else's; may be given several times.",
)
@click.option(
    "--article",
    "articles",
    multiple=True,
    help="The article_id of an article in which it is somebody else.",
)
@correcting
def split(entity: str, names: tuple[str, ...], articles: tuple[str, ...]) -> Wish:
    """ENTITY is two: what bears a --name, or stands in an --article, is another."""
    if not names and not articles:
        raise click.UsageError("say what leaves the entity: --name or --article")
    return Wish("split", entity, names=names, articles=articles)


@entities.command()
@click.argument("entity")
@click.argument("new_name")
@correcting
def rename(entity: str, new_name: str) -> Wish:
    """ENTITY is called NEW_NAME; its key stays."""
    return Wish("rename", entity, new_name=new_name)


@entities.command()
@click.argument("entity")
@click.argument("new_kind", type=KINDS)
@correcting
def retype(entity: str, new_kind: EntityKind) -> Wish:
    """ENTITY is a person, organisation or place; it joins what has its name there."""
    return Wish("retype", entity, new_kind=new_kind)


@entities.command()
@csv_argument
@warehouse_option
def apply(file: Path, warehouse: Path) -> None:
    """The corrections of a CSV file, in order (docs/corrections.md has its columns)."""
    correct(warehouse, read_wishes(file))


@entities.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@warehouse_option
def save(file: Path, warehouse: Path) -> None:
    """The corrections that stand, as a CSV FILE that `apply` reads: keep it for a warehouse that is
    built anew.
    """
    from warehouse.corrections import read_corrections

    with look(warehouse) as connection:
        standing = [one for one in read_corrections(connection) if one.undone_at is None]
    try:
        with file.open("w", encoding="utf-8", newline="") as lines:
            write_corrections(lines, standing)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from error
    click.echo(f"corrections in {file}: {len(standing)}")


@entities.command("list")
@warehouse_option
def list_corrections(warehouse: Path) -> None:
    """All corrections, undone ones too."""
    from flows.commands.tables import Columns, draw_table, screen_width
    from warehouse.corrections import read_corrections

    with look(warehouse) as connection:
        corrections = read_corrections(connection)
    columns: Columns = {
        "correction_id": [one.correction_id for one in corrections],
        "correction": [describe(one) for one in corrections],
        "made_at": [one.made_at for one in corrections],
        "made_by": [one.made_by for one in corrections],
        "reason": [one.reason for one in corrections],
        "undone_at": [one.undone_at for one in corrections],
    }
    click.echo(draw_table(columns, width=screen_width()))


@entities.command()
@click.argument("correction_id")
@warehouse_option
def undo(correction_id: str, warehouse: Path) -> None:
    """Take back a correction; it stays in the list, marked."""
    from warehouse.corrections import undo_correction

    with edit(warehouse) as connection:
        if not undo_correction(connection, correction_id, datetime.now(UTC)):
            raise click.ClickException(
                f"no correction {correction_id} stands: see `onrecord entities list`"
            )
    click.echo(f"{correction_id}  undone")


@entities.command()
@csv_argument
@warehouse_option
def load(file: Path, warehouse: Path) -> None:
    """Your own list of entities (CSV: id, name, aliases, kind, wikidata, geonames); it replaces the
    list loaded before.
    """
    from transforms.linking import read_own_list
    from warehouse.corrections import replace_own_entities

    try:
        with open_csv(file) as lines:
            own_list = read_own_list(lines)
    except ValueError as error:
        raise click.ClickException(f"{file}, {error}") from error
    with edit(warehouse) as connection:
        replace_own_entities(connection, own_list)
    click.echo(f"entities of your own: {len(own_list)}")
