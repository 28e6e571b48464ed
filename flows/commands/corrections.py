"""What a person wishes to correct -> corrections in the warehouse, which is linked anew and
published.
"""

import getpass
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import require_warehouse
from flows.commands.wishes import Wish, name_fully
from transforms.keys import make_key
from transforms.records import Correction, EntityKind

if TYPE_CHECKING:
    from warehouse.build import Build
    from warehouse.corrections import Connection, KnownEntity

KEY_AND_NAME = re.compile(r"(?P<key>[0-9a-f]{16}) (?P<name>.+)")  # as `entities save` writes it


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
    """The warehouse, to be changed; then who is who, and what was said once, is worked out anew,
    and the file is published.

    What is refused leaves no copy of the warehouse behind.
    """
    from flows.across import relate
    from flows.linking import link_new
    from warehouse.build import open_build
    from warehouse.errors import WarehouseError
    from warehouse.linking.due import waits_for_linking

    try:
        with open_build(require_warehouse(warehouse)) as build, whole_or_nothing(build):
            if waits_for_linking(build.connection):  # what a migration leaves to the next run
                link_new(build.connection)
            yield build.connection
            link_new(build.connection)
            relate(build.connection)
            build.publish()
    except WarehouseError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def whole_or_nothing(build: "Build") -> Iterator[None]:
    """Discard the build where the change is not carried out."""
    try:
        yield
    except BaseException:
        build.discard()
        raise


def correct(warehouse: Path, wishes: Sequence[Wish]) -> None:
    """Write corrections, in order, all or none; what stands already is not written again."""
    from warehouse.corrections import read_corrections, write_corrections

    with edit(warehouse) as connection:
        standing = [
            correction
            for correction in read_corrections(connection)
            if correction.undone_at is None
        ]
        new = [
            wish for wish in wishes if not any(is_said(wish, correction) for correction in standing)
        ]
        made = make_corrections(connection, new)
        write_corrections(connection, made)
    for correction in made:
        click.echo(f"{correction.correction_id}  {describe(correction)}")
    if len(made) < len(wishes):
        click.echo(f"{len(wishes) - len(made)} of {len(wishes)} stand already")


def make_corrections(connection: "Connection", wishes: Sequence[Wish]) -> list[Correction]:
    """Those that change something. A line may speak of what one before it has made: then all is
    linked anew to find it.
    """
    now, made = datetime.now(UTC), list[Correction]()
    for number, wish in enumerate(wishes):
        made_at = now + timedelta(microseconds=number)
        try:
            correction = make_correction(connection, wish, made_at)
        except click.ClickException:
            correction = make_after(connection, wish, made_at, made)
        if set(correction.other_ids) != {correction.entity_id}:  # else they are one already
            made.append(correction)
    return made


def make_after(
    connection: "Connection", wish: Wish, made_at: datetime, made: Sequence[Correction]
) -> Correction:
    """The correction in the light of those made before; where that fails, too, who is who is put
    back as it was.
    """
    from flows.linking import link_new

    if made:
        link_new(connection, made)
    try:
        return make_correction(connection, wish, made_at)
    except click.ClickException as error:
        if made:
            link_new(connection)
        raise click.ClickException(
            f"{wish.place}: {error.message}" if wish.place else error.message
        ) from error


def is_said(wish: Wish, correction: Correction) -> bool:
    """Whether a correction says what is wished for, in the same words."""
    (entity, *others) = zip(
        (correction.entity_id, *correction.other_ids),
        (correction.name, *correction.other_names),
        strict=True,
    )
    is_of_entity = wish.entity in (*entity, name_fully(*entity)) and wish.kind in (
        None,
        correction.kind,
    )
    is_of_others = set(wish.others) <= {
        form for key, name in others for form in (key, name, name_fully(key, name))
    }
    names = () if wish.action == "retype" else correction.names
    said = (
        correction.action,
        names,
        correction.article_ids,
        correction.new_name,
        correction.new_kind,
    )
    return (
        is_of_entity
        and is_of_others
        and said == (wish.action, wish.names, wish.articles, wish.new_name, wish.new_kind)
    )


def make_correction(connection: "Connection", wish: Wish, made_at: datetime) -> Correction:
    """The correction that is wished for; an error that says why where it would change nothing."""
    entity = find_one(connection, wish.entity, wish.kind)
    others = [find_one(connection, other, entity.kind) for other in wish.others]
    if refusal := refuse(wish, entity):
        raise click.ClickException(refusal)
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


def refuse(wish: Wish, entity: "KnownEntity") -> str | None:
    """Why a wish would change nothing, or leave nothing."""
    if wish.action == "rename" and not (wish.new_name or "").strip():
        return f"{entity.name!r} needs a name"
    if wish.action == "retype" and wish.new_kind == entity.kind:
        return f"{entity.name!r} is of kind {entity.kind} already"
    return refuse_split(wish, entity) if wish.action == "split" else None


def refuse_split(wish: Wish, entity: "KnownEntity") -> str | None:
    """Why there is nothing of an entity to split off by those names and articles."""
    called = {name.casefold() for name in entity.full_names}
    if unknown := [name for name in wish.names if name.casefold() not in called]:
        names = ", ".join(map(repr, unknown))
        known = ", ".join(entity.full_names)
        return f"no article calls {entity.name!r} {names}; they call it {known}"
    if absent := [article for article in wish.articles if article not in entity.article_ids]:
        some = ", ".join(entity.article_ids[:5])
        return f"{entity.name!r} is not in {', '.join(absent)}; it is in {some}"
    return None


def find_one(connection: "Connection", wanted: str, kind: EntityKind | None) -> "KnownEntity":
    """The entity that is meant; an error that says what to do where it is none or several."""
    from warehouse.corrections import find_entities

    keyed = KEY_AND_NAME.fullmatch(wanted)
    found = find_entities(connection, keyed["key"] if keyed else wanted, kind)
    if keyed and not found:
        return find_one(connection, keyed["name"], kind)
    if not found and kind and (other := find_entities(connection, wanted)):
        raise click.ClickException(
            f"{wanted!r} is of kind {other[0].kind}, not {kind}: retype it first"
        )
    if not found:
        raise click.ClickException(
            f"no entity is called {wanted!r}: look it up with `onrecord entities find`"
        )
    if len(found) > 1:
        keys = ", ".join(f"{one.entity_id} ({one.kind} {one.name})" for one in found[:5])
        raise click.ClickException(
            f"{len(found)} entities are called {wanted!r}: give --kind, or the key of one of {keys}"
        )
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
