"""A file that is one list of records comes in, in JSON or as a table in CSV; a page for each record
goes out.

Such a file can only be read whole, so it is held in memory: a limit keeps it within a worker's.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from flows.sources.files import DAMAGED_GZIP, damaged_gzip, open_unpacked, unreadable
from flows.sources.given import TEXTS, fold_names, hash_fields, make_page
from flows.sources.last_opened import LastOpened
from flows.sources.reference import MAX_PAGE_BYTES, PageRef, SourceFile, UnreadableError
from transforms.clean.text.decode import decode_bytes
from transforms.records import Page, Reject
from transforms.world.web import join_names

MAX_LIST_BYTES = 30_000_000  # unpacked
JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ""})
TABLE_SUFFIXES = (".csv", ".tsv")
MOST_NESTED = 3  # objects round the list: {"response": {"results": [...]}}
DELIMITERS = ",;\t|"
# `{"status": "ok", "articles": [{`: what stands before a list of records on one line
SHORT_FIELD = r'\s?"\w{1,40}"\s?:\s?(?:"[^"\\]{0,80}"\s?,|[\w.+-]{1,30}\s?,|\{)'
LISTED = re.compile(rf'\{{(?:{SHORT_FIELD}){{0,6}}\s?"{join_names("record_lists")}"\s?:\s?\[\s?\{{')


def is_json_list(text: str, suffix: str) -> bool:
    """Whether a text is JSON that stands on several lines, or a list of objects on one, be it in an
    object: {"articles": [...]}.
    """
    first = text.lstrip().partition("\n")[0].rstrip()
    is_listed = first.replace(" ", "").startswith("[{") or LISTED.match(first)
    is_whole = first in {"{", "["} or bool(is_listed)
    return suffix in JSON_SUFFIXES and is_whole


def list_refs(file: SourceFile) -> Iterator[PageRef | Reject]:
    """The records of the file, numbered from 1."""
    try:
        count = len(RECORDS.open(file.path).records)
    except UnreadableError as error:
        yield error.reject(file.source_uri)
        return
    for number in range(1, count + 1):
        yield PageRef(file.path, file.kind, number, f"{file.source_uri}#{number}")


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference to records of one file, in order. Raises
    UnreadableError where the file cannot be read.
    """
    records = RECORDS.open(refs[0].path).records
    for ref in refs:
        try:
            yield read_record(ref.source_uri, records[ref.position - 1])
        except UnreadableError as error:
            yield error.reject(ref.source_uri)


class Records:
    """The records of one file, in order. Raises UnreadableError."""

    def __init__(self, path: Path) -> None:
        text = decode_bytes(_read_within(path))
        if text is None:
            raise UnreadableError("broken_encoding", "No charset makes words of the file's bytes.")
        is_json = text.lstrip().startswith(("{", "["))
        self.records = read_json(text) if is_json else read_table(text)

    def close(self) -> None:
        """Let go of the records."""
        self.records = []


def _read_within(path: Path) -> bytes:
    try:
        with open_unpacked(path) as stream:
            content = stream.read(MAX_LIST_BYTES + 1)
    except DAMAGED_GZIP as error:
        raise damaged_gzip(error) from error
    except OSError as error:
        raise unreadable(error) from error
    if len(content) > MAX_LIST_BYTES:
        raise UnreadableError(
            "too_large",
            f"A list of records of more than {MAX_LIST_BYTES // 1_000_000} MB is not read;"
            " write one record on each line (JSON Lines).",
        )
    return content


def read_json(text: str) -> list[Any]:
    """The records of a JSON text: the list that it is, the longest list of objects in it, or the
    one record that it is. Raises UnreadableError.
    """
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        if LISTED.match(text.lstrip()) and text[error.pos - 1 : error.pos].isspace():
            return [record for line in text.splitlines() if line for record in read_json(line)]
        raise UnreadableError("bad_json", f"The file is no JSON: {error}.", text[:80]) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "bad_json", "The file is no JSON: it is nested too deeply.", text[:80]
        ) from error
    if isinstance(whole, list):
        return whole
    lists = [] if _has_text(whole) else list(_lists_in(whole, MOST_NESTED))
    return max(lists, key=len, default=[whole])


def _has_text(record: Mapping[str, Any]) -> bool:
    return any(name in fold_names(record) for name in TEXTS)


def _lists_in(whole: Mapping[str, Any], depth: int) -> Iterator[list[Any]]:
    """The lists of objects that an object holds, at most so many objects deep."""
    for value in whole.values():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            yield value
        elif isinstance(value, dict) and depth > 1:
            yield from _lists_in(value, depth - 1)


def read_table(text: str) -> list[Any]:
    """The rows of a table by the names in its first line. Raises UnreadableError where neither
    `text` nor `html` is among them, or a row cannot be told.
    """
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(MAX_PAGE_BYTES)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    if not set(TEXTS) & set(names):
        raise UnreadableError(
            "no_text",
            "The table has neither a column `text` nor `html`; rename the one that holds the articles.",
            first[:200],
        )
    rows.fieldnames = names
    try:
        return list(rows)
    except csv.Error as error:
        raise UnreadableError("bad_table", f"The table cannot be read: {error}.") from error


def read_record(source_uri: str, record: object) -> Page:
    """The page of one record, known by the hash of its fields. Raises UnreadableError."""
    if not isinstance(record, dict):
        raise UnreadableError(
            "not_a_record",
            "An entry of the list is no object with fields such as `text` and `url`.",
            repr(record)[:80],
        )
    told = {str(name): value for name, value in record.items() if value not in (None, "")}
    return make_page(source_uri, told, hash_fields(told))


RECORDS = LastOpened(Records)
