"""A kind of record -> its table, and the columns of the table that it fills: its fields, by their
names.

A field that a record annotates with a table (`Annotated[..., "core.quote_span"]`) is no column: its
rows stand there.
"""

from dataclasses import fields
from typing import Any

from transforms.records import (
    Correction,
    Entity,
    EntityAlias,
    EntityJoin,
    Evidence,
    Mention,
    Outlet,
    OwnEntity,
    Quote,
    Referent,
    Relation,
    SourceHop,
    Span,
    TimeMention,
)
from warehouse.connect import Row

TABLES: dict[type, str] = {
    Outlet: "core.outlet",
    Evidence: "core.article_evidence",
    Quote: "core.quote",
    Span: "core.quote_span",
    SourceHop: "core.quote_source",
    Mention: "core.entity_mention",
    Referent: "core.referent",
    Relation: "core.entity_relation",
    TimeMention: "core.time_mention",
    Entity: "core.entity",
    EntityAlias: "core.entity_alias",
    EntityJoin: "core.entity_join",
    Correction: "ops.correction",
    OwnEntity: "ops.own_entity",
}


def list_columns(record: type[Any]) -> tuple[str, ...]:
    """The fields of a record but for those that are annotated with a table of their own."""
    return tuple(field.name for field in fields(record) if not hasattr(field.type, "__metadata__"))


COLUMNS = {record: list_columns(record) for record in TABLES}


def columns_of(record: type) -> tuple[str, ...]:
    """The columns that records of a kind fill."""
    return COLUMNS[record]


def as_row(record: object) -> Row:
    """A record as a row of its table."""
    return {column: getattr(record, column) for column in COLUMNS[type(record)]}
