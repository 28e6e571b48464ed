"""What a person wishes to correct -> corrections in the warehouse, which is linked anew and published."""

import csv
import getpass
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar, get_args

import click

from flows.commands.options import require_warehouse
from transforms.keys import make_key
from transforms.records import Correction, CorrectionAction, EntityKind

if TYPE_CHECKING:
    from warehouse.corrections import Connection, KnownEntity

Chosen = TypeVar("Chosen", bound=str)
BETWEEN = "|"  # between several names in one field of a CSV file
COLUMNS = ("action", "entity", "kind", "others", "names", "articles", "new_name", "new_kind", "by", "reason")


@dataclass(frozen=True, slots=True)
class Wish:
    """A correction in a person's words: entities by name, alias or key."""

    action: CorrectionAction
    entity: str
    kind: EntityKind | None = None
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    new_name: str | None = None
    new_kind: EntityKind | None = None
    by: str | None = None
    reason: str = ""


@contextmanager
def look(warehouse: Path) -> Iterator["Connection"]:
    """The published warehouse, read-only. Errors are one line."""
    from warehouse.errors import WarehouseError
    from warehouse.query import read_warehouse

    try:
        with read_warehouse(require_warehouse(warehouse)) as connection:
            yield connection
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def edit(warehouse: Path) -> Iterator["Connection"]:
    """The warehouse, to be changed; then who is who is worked out anew, and the file is published. Errors are one line."""
    from transforms.linking import link
    from warehouse.build import open_build
    from warehouse.corrections import read_corrections, read_own_entities
    from warehouse.errors import WarehouseError
    from warehouse.referents import read_referents, store_entities

    try:
        with open_build(require_warehouse(warehouse)) as build:
            yield build.connection
            linking = link(read_referents(build.connection), read_own_entities(build.connection), read_corrections(build.connection))
            store_entities(build.connection, linking)
            build.publish()
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error


def correct(warehouse: Path, wishes: Iterable[Wish]) -> None:
    """Write corrections, in order."""
    from warehouse.corrections import write_corrections

    with edit(warehouse) as connection:
        now = datetime.now(UTC)
        made = [make_correction(connection, wish, now + timedelta(microseconds=n)) for n, wish in enumerate(wishes)]
        write_corrections(connection, made)
    for correction in made:
        click.echo(f"{correction.correction_id}  {describe(correction)}")


def make_correction(connection: "Connection", wish: Wish, made_at: datetime) -> Correction:
    entity = find_one(connection, wish.entity, wish.kind)
    others = [find_one(connection, other, entity.kind) for other in wish.others]
    return Correction(
        correction_id=make_key("correction", wish.action, entity.entity_id, made_at.isoformat()),
        action=wish.action,
        entity_id=entity.entity_id,
        name=entity.name,
        kind=entity.kind,
        made_at=made_at,
        made_by=wish.by or getpass.getuser(),
        reason=wish.reason,
        other_ids=tuple(other.entity_id for other in others),
        other_names=tuple(other.name for other in others),
        names=entity.full_names if wish.action == "retype" else wish.names,
        article_ids=wish.articles,
        new_name=wish.new_name,
        new_kind=wish.new_kind,
    )


def find_one(connection: "Connection", wanted: str, kind: EntityKind | None) -> "KnownEntity":
    """The entity that is meant; an error that says what to do where it is none or several."""
    from warehouse.corrections import find_entities

    found = find_entities(connection, wanted, kind)
    if not found:
        raise click.ClickException(f"no entity is called {wanted!r}: look it up with `onrecord entities find`")
    if len(found) > 1:
        keys = ", ".join(f"{one.entity_id} ({one.kind} {one.name})" for one in found[:5])
        raise click.ClickException(f"{len(found)} entities are called {wanted!r}: give --kind, or the key of one of {keys}")
    return found[0]


def describe(correction: Correction) -> str:
    """ "merge Ann Brook <- A. Brook"."""
    what = {
        "merge": f"<- {', '.join(correction.other_names)}",
        "split": f"without {', '.join((*correction.names, *correction.article_ids))}",
        "rename": f"-> {correction.new_name}",
        "retype": f"{correction.kind} -> {correction.new_kind}",
    }
    return f"{correction.action} {correction.name} {what[correction.action]}"


@contextmanager
def open_csv(file: Path) -> Iterator[TextIO]:
    """The lines of a CSV file; one that is none is an error of one line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield lines
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is not in UTF-8: save it again as CSV in UTF-8") from error
    except (OSError, csv.Error) as error:
        raise click.ClickException(f"{file} cannot be read as CSV: {error}") from error


def read_wishes(file: Path) -> list[Wish]:
    """CSV with a head line of `COLUMNS`, of which action and entity must be there. Raises with the line that cannot be read."""
    with open_csv(file) as lines:
        reader = csv.DictReader(lines)
        unknown = set(reader.fieldnames or ()) - set(COLUMNS)
        if unknown or not {"action", "entity"} <= set(reader.fieldnames or ()):
            raise click.ClickException(f"{file}: the first line must name columns of {', '.join(COLUMNS)}")
        return [read_wish(row, f"{file}, line {reader.line_num}") for row in reader]


def read_wish(row: dict[str, str | None], place: str) -> Wish:
    field = {column: (row.get(column) or "").strip() for column in COLUMNS}
    wish = Wish(
        action=choose(field["action"], get_args(CorrectionAction), place),
        entity=field["entity"],
        kind=choose(field["kind"], get_args(EntityKind), place) if field["kind"] else None,
        others=split_field(field["others"]),
        names=split_field(field["names"]),
        articles=split_field(field["articles"]),
        new_name=field["new_name"] or None,
        new_kind=choose(field["new_kind"], get_args(EntityKind), place) if field["new_kind"] else None,
        by=field["by"] or None,
        reason=field["reason"],
    )
    return check_wish(wish, place)


def check_wish(wish: Wish, place: str) -> Wish:
    """The wish, if it says what its action needs to know."""
    needs = {"merge": wish.others, "split": wish.names or wish.articles, "rename": wish.new_name, "retype": wish.new_kind}
    if not wish.entity or not needs[wish.action]:
        column = {"merge": "others", "split": "names or articles", "rename": "new_name", "retype": "new_kind"}[wish.action]
        raise click.ClickException(f"{place}: {wish.action} needs an entity and {column}")
    return wish


def choose(value: str, known: Sequence[Chosen], place: str) -> Chosen:
    for one in known:
        if one == value:
            return one
    raise click.ClickException(f"{place}: {value!r} is none of {', '.join(known)}")


def split_field(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(BETWEEN) if part.strip())
