"""A file is brought to this version's schema once, by migrations in order, or refused."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from warehouse.errors import NewerSchemaError
from warehouse.linking.due import is_linking_due
from warehouse.schema import MARTS, apply_schema, check_version, list_sql, migrate, newest


def test_a_new_file_gets_the_newest_version() -> None:
    with duckdb.connect() as connection:
        assert check_version(connection) == 0
        apply_schema(connection)
        assert check_version(connection) == newest(list_sql("migrations"))


@pytest.fixture
def fresh(empty_path: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of this version, to be made an older one."""
    with duckdb.connect(str(copyfile(empty_path, tmp_path / "onrecord.duckdb"))) as connection:
        yield connection


def test_applying_the_schema_again_changes_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    query = "select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by all"
    before = connection.execute(query).fetchall()
    apply_schema(connection)
    assert connection.execute(query).fetchall() == before
    assert connection.execute("select count(*) from ops.schema_version").fetchall() == [(1,)]


def test_a_view_is_renewed_where_its_definition_was_another(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("create or replace view mart.article as select 1 as former")
    connection.execute("update ops.schema_digest set digest = 'of the version before'")
    apply_schema(connection)
    assert connection.execute("select count(article_id) from mart.article").fetchall() == [(0,)]


def test_every_mart_is_made() -> None:
    assert sorted(MARTS) == [file.stem for file in list_sql("marts")]


def test_migrations_run_once_and_in_order(tmp_path: Path, fresh: duckdb.DuckDBPyConnection) -> None:
    (tmp_path / "0102_note.sql").write_text("create table core.note (word varchar);")
    (tmp_path / "0103_writer.sql").write_text(
        "alter table core.note add column writer varchar; insert into core.note values ('a', 'b');"
    )
    migrations = sorted(tmp_path.glob("*.sql"))
    migrate(fresh, check_version(fresh, migrations), migrations)
    migrate(fresh, check_version(fresh, migrations), migrations)
    assert fresh.execute("from core.note").fetchall() == [("a", "b")]
    versions = fresh.execute(
        "select version, name from ops.schema_version order by version"
    ).fetchall()
    assert versions[1:] == [(102, "0102_note"), (103, "0103_writer")]


def test_a_warehouse_without_keys_of_places_gets_them_and_is_linked_anew(
    fresh: duckdb.DuckDBPyConnection,
) -> None:
    fresh.execute("alter table core.entity drop column geonames_id")
    fresh.execute("alter table ops.own_entity drop column geonames_id")
    fresh.execute(
        "insert into core.referent values ('r1', 'a1', 'Porto', 'place', null, 'e1', null)"
    )
    fresh.execute(
        "alter table core.entity drop column country_evidence; alter table core.referent drop column country_evidence"
    )
    fresh.execute("update ops.schema_version set version = 1")
    apply_schema(fresh)
    assert fresh.execute("select count(geonames_id) from core.entity").fetchall() == [(0,)]
    assert is_linking_due(fresh, has_loaded=False)


def test_a_warehouse_whose_quotes_have_no_rule_gets_the_columns(
    fresh: duckdb.DuckDBPyConnection,
) -> None:
    fresh.execute("drop view mart.quote; alter table core.quote drop column rule")
    fresh.execute(
        "delete from ops.schema_version; insert into ops.schema_version values (6, 'before')"
    )
    apply_schema(fresh)
    assert fresh.execute("select count(rule) from mart.quote").fetchall() == [(0,)]


def test_rejects_of_runs_before_get_the_addresses_that_they_were_read_at(
    fresh: duckdb.DuckDBPyConnection,
) -> None:
    fresh.execute("alter table ops.rejected_page drop column url")
    fresh.execute(
        "insert into ops.rejected_page (run_id, source_uri, stage, scope, reason) values"
        " ('r', 'https://shop.example/cup', 'read', 'page', 'http_404'),"
        " ('r', 'a.html', 'judge', 'page', 'product')"
    )
    fresh.execute(
        "delete from ops.schema_version; insert into ops.schema_version values (29, 'before')"
    )
    apply_schema(fresh)
    assert fresh.execute("select url from ops.rejected_page order by reason").fetchall() == [
        ("https://shop.example/cup",),
        (None,),
    ]


def test_a_file_that_is_ahead_is_refused_before_any_change(
    fresh: duckdb.DuckDBPyConnection,
) -> None:
    fresh.execute("insert into ops.schema_version values (999, 'later')")
    fresh.execute("drop view mart.article")
    with pytest.raises(NewerSchemaError, match="schema version 999"):
        apply_schema(fresh)
    views = fresh.execute(
        "select count(*) from duckdb_views() where schema_name = 'mart' and view_name = 'article'"
    ).fetchall()
    assert views == [(0,)]


@pytest.mark.parametrize("has_index", [True, False])
def test_articles_of_an_older_version_are_compared_anew(
    has_index: bool, fresh: duckdb.DuckDBPyConnection
) -> None:
    fresh.execute("insert into ops.article_vector values ('a1', 'run', 1, 1, [], [])")
    if not has_index:
        fresh.execute("drop table ops.article_vector")
    fresh.execute(
        "delete from ops.schema_version; insert into ops.schema_version values (11, 'before')"
    )
    apply_schema(fresh)
    assert fresh.execute("from ops.article_vector where run_id <> ''").fetchall() == []
