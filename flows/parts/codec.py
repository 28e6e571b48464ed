"""Records of the vocabulary -> an Arrow table with a row a record, and back, equal in every field.

A column for each kind of record (`document`, `findings`, `reject`, ...) holds its fields as they
are named in the vocabulary; `kind` says which one is filled. Times stand as ISO words, since Arrow
keeps no offsets. A record with a lone surrogate, which Arrow refuses, has all its words escaped as
Python would write them, and `is_escaped`.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from flows.steps import Expected, Unchanged
from transforms.records import Document, Findings, Reject

Record = Expected | Document | Findings | Reject | Unchanged
KINDS: dict[str, type] = {
    "page": Expected,
    "document": Document,
    "findings": Findings,
    "reject": Reject,
    "unchanged": Unchanged,
}
NAMES = {kind: name for name, kind in KINDS.items()}
PLAIN: dict[Any, pa.DataType] = {
    **{str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()},
    **{datetime: pa.string(), Path: pa.string()},
}
Convert = Callable[[Any], Any]
WRITE: dict[Any, Convert] = {datetime: datetime.isoformat, Path: os.fspath}
READ: dict[Any, Convert] = {datetime: datetime.fromisoformat, Path: Path}


def make_table(records: Iterable[Record]) -> pa.Table:
    """A row a record, in their order."""
    rows = [make_row(record) for record in records]
    try:
        return arrange(rows, [False] * len(rows))
    except UnicodeEncodeError:
        is_escaped = [holds_surrogate(plain) for _, plain in rows]
        escaped = [
            (kind, map_words(escape, plain) if bad else plain)
            for (kind, plain), bad in zip(rows, is_escaped, strict=True)
        ]
        return arrange(escaped, is_escaped)


def make_row(record: Record) -> tuple[str, Any]:
    kind: Any = type(record)
    return NAMES[kind], write_plain(kind)(record)


def arrange(rows: Sequence[tuple[str, Any]], is_escaped: Sequence[bool]) -> pa.Table:
    columns: dict[str, Any] = {
        "kind": pa.array([kind for kind, _ in rows], pa.string()),
        "is_escaped": pa.array(is_escaped, pa.bool_()),
    }
    for name, record in KINDS.items():
        columns[name] = pa.array(
            [plain if kind == name else None for kind, plain in rows], arrow_type(record)
        )
    return pa.table(columns)


def read_table(table: pa.Table) -> list[Record]:
    """The records of a table, in their order."""
    kinds: list[Any] = table.column("kind").to_pylist()
    is_escaped = table.column("is_escaped").to_pylist()
    held: dict[str, list[Any]] = {
        kind: table.column(kind).to_pylist() for kind in sorted(set(kinds))
    }
    plain = [held[kind][place] for place, kind in enumerate(kinds)]
    words = [
        map_words(unescape, each_plain) if bad else each_plain
        for each_plain, bad in zip(plain, is_escaped, strict=True)
    ]
    return [
        read_plain(KINDS[kind])(each_plain) for kind, each_plain in zip(kinds, words, strict=True)
    ]


# ---- types: the hints of the vocabulary -> Arrow's -----------------------------------------------


@cache
def arrow_type(hint: Any) -> pa.DataType:  # noqa: ANN401 - a type or any form of `typing`
    """The Arrow type that holds every value of a hint."""
    hint = strip_none(hint)
    if get_origin(hint) is Literal:
        return pa.string()
    if is_dataclass(hint):
        return pa.struct([(name, arrow_type(of_field)) for name, of_field in list_fields(hint)])
    if is_list(hint):
        return pa.list_(arrow_type(get_args(hint)[0]))
    if get_origin(hint) is tuple:
        return pa.struct([(name, arrow_type(of_place)) for name, of_place in list_places(hint)])
    return PLAIN[hint]


def strip_none(hint: Any) -> Any:  # noqa: ANN401
    """`str | None` -> `str`."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (stripped,) = (each for each in get_args(hint) if each is not NoneType)
    return stripped


def is_list(hint: Any) -> bool:  # noqa: ANN401
    """Whether the hint is that of a tuple of any length."""
    return get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis


def list_fields(record: Any) -> list[tuple[str, Any]]:  # noqa: ANN401
    """The fields of a dataclass with their hints."""
    hints = get_type_hints(record)
    return [(field.name, hints[field.name]) for field in fields(record)]


def list_places(hint: Any) -> list[tuple[str, Any]]:  # noqa: ANN401
    """The places of a tuple with their hints: `("form", "name", 3)` is `{"1": "form", "2": "name",
    "3": 3}`.
    """
    return [(str(place), of_place) for place, of_place in enumerate(get_args(hint), start=1)]


# ---- values: records -> dicts, lists and words, and back -----------------------------------------


def keep(value: Any) -> Any:  # noqa: ANN401
    return value


@cache
def write_plain(hint: Any) -> Convert:  # noqa: ANN401
    """What makes a value of this hint one that Arrow takes."""
    bare = strip_none(hint)
    if bare is not hint:
        return or_none(write_plain(bare))
    if is_dataclass(hint):
        return write_record([(name, write_plain(of_field)) for name, of_field in list_fields(hint)])
    if is_list(hint):
        return each(write_plain(get_args(hint)[0]))
    if get_origin(hint) is tuple:
        places = [(name, write_plain(of_place)) for name, of_place in list_places(hint)]
        return lambda value: {
            name: write(of) for (name, write), of in zip(places, value, strict=True)
        }
    return WRITE.get(hint, keep)


@cache
def read_plain(hint: Any) -> Convert:  # noqa: ANN401
    """What makes the value again of what `write_plain` made of it."""
    bare = strip_none(hint)
    if bare is not hint:
        return or_none(read_plain(bare))
    if is_dataclass(hint):
        return read_record(
            hint, [(name, read_plain(of_field)) for name, of_field in list_fields(hint)]
        )
    if is_list(hint):
        made = each(read_plain(get_args(hint)[0]))
        return lambda value: tuple(made(value))
    if get_origin(hint) is tuple:
        places = [(name, read_plain(of_place)) for name, of_place in list_places(hint)]
        return lambda value: tuple(read(value[name]) for name, read in places)
    return READ.get(hint, keep)


def or_none(convert: Convert) -> Convert:
    if convert is keep:
        return keep
    return lambda value: None if value is None else convert(value)


def each(convert: Convert) -> Convert:
    if convert is keep:
        return list
    return lambda values: [convert(value) for value in values]


def write_record(of_fields: Sequence[tuple[str, Convert]]) -> Convert:
    return lambda record: {name: write(getattr(record, name)) for name, write in of_fields}


def read_record(record: Any, of_fields: Sequence[tuple[str, Convert]]) -> Convert:  # noqa: ANN401
    return lambda plain: record(*[read(plain[name]) for name, read in of_fields])


# ---- words that Arrow refuses --------------------------------------------------------------------


def holds_surrogate(plain: Any) -> bool:  # noqa: ANN401
    """Whether any word of a record cannot be written as UTF-8."""
    try:
        map_words(str.encode, plain)
    except UnicodeEncodeError:
        return True
    return False


def map_words(change: Convert, plain: Any) -> Any:  # noqa: ANN401
    """The same with every word changed."""
    if isinstance(plain, str):
        return change(plain)
    if isinstance(plain, dict):
        return {name: map_words(change, of) for name, of in plain.items()}
    if isinstance(plain, list):
        return [map_words(change, of) for of in plain]
    return plain


def escape(words: str) -> str:
    return words.encode("unicode_escape").decode("ascii")


def unescape(words: str) -> str:
    return words.encode("ascii").decode("unicode_escape")
