"""What a person wishes to correct -> the corrections that say so, or an error that says why a wish
would change nothing; nothing here knows how wishes come in.
"""

import getpass
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.across import relate
from flows.linking import link_new
from flows.wishes import Wish, WishError, name_fully
from transforms.keys import make_key
from transforms.records import Correction, CorrectionAction, EntityKind
from warehouse.build import Build, open_build
from warehouse.corrections import (
    Connection,
    KnownEntity,
    find_entities,
    read_corrections,
    write_corrections,
)
from warehouse.linking.due import waits_for_linking
from warehouse.thrift import take_bounded

KEY_AND_NAME = re.compile(r"(?P<key>[0-9a-f]{16}) (?P<name>.+)")  # as `entities save` writes it


@contextmanager
def edit(warehouse: Path) -> Iterator[Connection]:
    """The warehouse, to be changed; then who is who, and what was said once, is worked out anew,
    and the file is published. What is refused leaves no copy of the warehouse behind.
    """
    with open_build(warehouse) as build, build.alone(), whole_or_nothing(build):
        if waits_for_linking(build.connection):  # what a migration leaves to the next run
            bring_up_to_date(build.connection, link_new)
        yield build.connection
        bring_up_to_date(build.connection, link_new)
        bring_up_to_date(build.connection, relate)
        build.publish()


def bring_up_to_date(connection: Connection, step: Callable[[Connection], object]) -> None:
    """Let the step do what is left; most corrections touch few articles."""
    take_bounded(connection, 0, lambda: step(connection))


@contextmanager
def whole_or_nothing(build: Build) -> Iterator[None]:
    """Discard the build where the change is not carried out."""
    try:
        yield
    except BaseException:
        build.discard()
        raise


def correct(warehouse: Path, wishes: Sequence[Wish]) -> list[Correction]:
    """Write corrections, in order, all or none; what stands already is not written again. Raises
    WishError, and WarehouseError.
    """
    with edit(warehouse) as connection:
        standing = [one for one in read_corrections(connection) if one.undone_at is None]
        new = [wish for wish in wishes if not any(is_said(wish, one) for one in standing)]
        made = make_corrections(connection, new)
        write_corrections(connection, made)
    return made


def make_corrections(connection: Connection, wishes: Sequence[Wish]) -> list[Correction]:
    """Those that change something. A line may speak of what one before it has made: then all is
    linked anew to find it.
    """
    now, made = datetime.now(UTC), list[Correction]()
    for number, wish in enumerate(wishes):
        made_at = now + timedelta(microseconds=number)
        try:
            correction = make_correction(connection, wish, made_at)
        except WishError:
            correction = make_after(connection, wish, made_at, made)
        if set(correction.other_ids) != {correction.entity_id}:  # else they are one already
            made.append(correction)
    return made


def make_after(
    connection: Connection, wish: Wish, made_at: datetime, made: Sequence[Correction]
) -> Correction:
    """The correction in the light of those made before; where that fails, too, who is who is put
    back as it was.
    """
    if made:
        link_new(connection, made)
    try:
        return make_correction(connection, wish, made_at)
    except WishError as error:
        if made:
            link_new(connection)
        raise WishError(f"{wish.place}: {error}" if wish.place else str(error)) from error


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


def make_correction(connection: Connection, wish: Wish, made_at: datetime) -> Correction:
    """The correction that is wished for; an error that says why where it would change nothing."""
    entity = find_one(connection, wish.entity, wish.kind)
    others = [find_one(connection, other, entity.kind) for other in wish.others]
    if refusal := REFUSALS[wish.action](wish, entity):
        raise WishError(refusal)
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


def refuse_merge(_wish: Wish, _entity: KnownEntity) -> None:
    """Nothing: that they are one already is no error."""


def refuse_rename(wish: Wish, entity: KnownEntity) -> str | None:
    has_name = bool((wish.new_name or "").strip())
    return None if has_name else f"{entity.name!r} needs a name"


def refuse_retype(wish: Wish, entity: KnownEntity) -> str | None:
    is_same = wish.new_kind == entity.kind
    return f"{entity.name!r} is of kind {entity.kind} already" if is_same else None


def refuse_split(wish: Wish, entity: KnownEntity) -> str | None:
    """Why nothing would leave the entity."""
    known = {name.casefold() for name in entity.full_names}
    if unknown := [name for name in wish.names if name.casefold() not in known]:
        names, others = ", ".join(map(repr, unknown)), ", ".join(entity.full_names)
        return f"no article calls {entity.name!r} {names}; they call it {others}"
    if absent := [article for article in wish.articles if article not in entity.article_ids]:
        present = ", ".join(entity.article_ids[:5])
        return f"{entity.name!r} is not in {', '.join(absent)}; it is in {present}"
    return None


# why a wish would change nothing, or leave nothing
REFUSALS: dict[CorrectionAction, Callable[[Wish, KnownEntity], str | None]] = {
    "merge": refuse_merge,
    "split": refuse_split,
    "rename": refuse_rename,
    "retype": refuse_retype,
}


def find_one(connection: Connection, wanted: str, kind: EntityKind | None) -> KnownEntity:
    """The entity that is meant. Raises WishError where it is none or several."""
    keyed = KEY_AND_NAME.fullmatch(wanted)
    found = find_entities(connection, keyed["key"] if keyed else wanted, kind)
    if keyed and not found:
        return find_one(connection, keyed["name"], kind)
    if len(found) == 1:
        return found[0]
    raise WishError(tell_several(wanted, found) if found else tell_none(connection, wanted, kind))


def tell_several(wanted: str, found: Sequence[KnownEntity]) -> str:
    keys = ", ".join(f"{one.entity_id} ({one.kind} {one.name})" for one in found[:5])
    return f"{len(found)} entities are called {wanted!r}: give --kind, or the key of one of {keys}"


def tell_none(connection: Connection, wanted: str, kind: EntityKind | None) -> str:
    if kind and (other := find_entities(connection, wanted)):
        return f"{wanted!r} is of kind {other[0].kind}, not {kind}: retype it first"
    return f"no entity is called {wanted!r}: look it up with `onrecord entities find`"
