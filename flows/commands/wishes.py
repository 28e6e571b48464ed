"""Corrections as a CSV file: the file in, what a person wishes to correct out; and standing
corrections in, such a file out.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TextIO, TypeVar, get_args

import click

from flows.wishes import BETWEEN, Wish, name_fully
from transforms.records import Correction, CorrectionAction, EntityKind

Chosen = TypeVar("Chosen", bound=str)
COLUMNS = tuple(field.name for field in fields(Wish) if field.name != "place")


@contextmanager
def open_csv(file: Path) -> Iterator[TextIO]:
    """The lines of a CSV file; one that is none is an error of one line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield lines
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file} is not in UTF-8: save it again as CSV in UTF-8"
        ) from error
    except (OSError, csv.Error) as error:
        raise click.ClickException(f"{file} cannot be read as CSV: {error}") from error


def read_wishes(file: Path) -> list[Wish]:
    """CSV with a head line of `COLUMNS`, of which action and entity must be there. Raises with the
    line that cannot be read.
    """
    with open_csv(file) as lines:
        reader = csv.DictReader(lines)
        unknown = set(reader.fieldnames or ()) - set(COLUMNS)
        if unknown or not {"action", "entity"} <= set(reader.fieldnames or ()):
            raise click.ClickException(
                f"{file}: the first line must name columns of {', '.join(COLUMNS)}"
            )
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
        new_kind=choose(field["new_kind"], get_args(EntityKind), place)
        if field["new_kind"]
        else None,
        by=field["by"] or None,
        reason=field["reason"],
        place=place,
    )
    return check_wish(wish, place)


def check_wish(wish: Wish, place: str) -> Wish:
    """The wish, if it says what its action needs to know."""
    needs = {
        "merge": wish.others,
        "split": wish.names or wish.articles,
        "rename": wish.new_name,
        "retype": wish.new_kind,
    }
    if not wish.entity or not needs[wish.action]:
        column = {
            "merge": "others",
            "split": "names or articles",
            "rename": "new_name",
            "retype": "new_kind",
        }[wish.action]
        raise click.ClickException(f"{place}: {wish.action} needs an entity and {column}")
    return wish


def choose(value: str, known: Sequence[Chosen], place: str) -> Chosen:
    for one in known:
        if one == value:
            return one
    raise click.ClickException(f"{place}: {value!r} is none of {', '.join(known)}")


def split_field(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(BETWEEN) if part.strip())


def write_corrections(file: TextIO, corrections: Iterable[Correction]) -> None:
    """As CSV that `read_wishes` reads; entities by key and name, so that a person can read it,
    too.
    """
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in corrections:
        others = map(name_fully, one.other_ids, one.other_names)
        writer.writerow(
            {
                "action": one.action,
                "entity": name_fully(one.entity_id, one.name),
                "kind": one.kind,
                "others": BETWEEN.join(others),
                "names": BETWEEN.join(one.names if one.action == "split" else ()),
                "articles": BETWEEN.join(one.article_ids),
                "new_name": one.new_name,
                "new_kind": one.new_kind,
                "by": one.made_by,
                "reason": one.reason,
            }
        )
