"""Records and the tables that hold them have the same columns: a record names them once."""

import re
from pathlib import Path

import pytest

from tests.articles import make_findings
from warehouse.columns import TABLES, columns_of
from warehouse.rows import CHILDREN, make_article_row

SQL = Path(__file__).parent.parent.parent / "sql" / "tables"
COLUMN = re.compile(r"^    (\w+) (?!key\b)", re.MULTILINE)  # of a table's definition, one a line
# what rows have beside their record: the key of what they belong to, and their place in it
KEYS = {
    "core.article_evidence": {"article_id"},
    "core.quote_span": {"quote_id", "article_id", "position"},
    "core.quote_source": {"quote_id", "article_id"},
}
# what is filled after loading, by what looks across articles
LATER = {
    "core.article": {"copy_class_id", "is_copy", "is_wire_copy", "wire_entity_id", "wire_text"},
    "core.quote": {"speaker_entity_id", "principal_entity_id"},
    "core.quote_source": {"source_entity_id"},
    "core.entity_mention": {"entity_id"},
    "core.referent": {"entity_id"},
    "core.entity_relation": {"subject_entity_id", "object_entity_id"},
}


def read_columns(table: str) -> set[str]:
    """The columns of a table by its definition."""
    schema, _, name = table.partition(".")
    source = (SQL / schema / f"{name}.sql").read_text(encoding="utf-8")
    return set(COLUMN.findall(source.partition("(\n")[2].partition("\n);")[0]))


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.__name__)
def test_a_record_has_the_columns_of_its_table(record: type) -> None:
    table = TABLES[record]
    others = KEYS.get(table, set()) | LATER.get(table, set())
    assert read_columns(table) - others == set(columns_of(record))


def test_the_row_of_an_article_has_all_columns_but_those_that_are_filled_later() -> None:
    row = make_article_row(make_findings().article, "a" * 16, "b" * 16)
    assert read_columns("core.article") - LATER["core.article"] == row.keys()


def test_what_a_record_keeps_in_a_table_of_its_own_is_loaded_there() -> None:
    apart = {
        table
        for record in TABLES
        for field in record.__dataclass_fields__.values()
        for table in getattr(field.type, "__metadata__", ())
    }
    assert apart == {
        "core.quote_span",
        "core.quote_source",
        "core.referent_form",
        "core.entity_relation",
    }
    assert apart <= CHILDREN.keys()
