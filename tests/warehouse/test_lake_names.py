"""How a lake is named, and what its name must not hold."""

import pickle
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli import onrecord
from warehouse.errors import WarehouseError
from warehouse.lake import Lake, as_argument, choose_data, parse_warehouse, spell, words_of
from warehouse.object_store import read_secret
from warehouse.sandbox import refuse

OF_POSTGRES = "ducklake:postgres:dbname=news host=db.example.org"


def test_a_lake_is_named_by_its_catalogue() -> None:
    assert isinstance(parse_warehouse("ducklake:sqlite:news.sqlite"), Lake)
    assert words_of(parse_warehouse("ducklake:sqlite:news.sqlite")) is None
    assert words_of(parse_warehouse(OF_POSTGRES)) == "dbname=news host=db.example.org"
    assert not isinstance(parse_warehouse("news.duckdb"), Lake)


@pytest.mark.parametrize("words", ["ducklake:sqlite:news.sqlite", OF_POSTGRES, "news.duckdb"])
def test_a_name_that_is_read_is_written_as_it_was(words: str) -> None:
    assert spell(parse_warehouse(words)) == words
    assert spell(Path(spell(parse_warehouse(words)))) == words  # as Prefect hands it on


def test_a_lake_in_postgresql_stays_itself_when_it_is_resolved_and_sent_to_a_process() -> None:
    lake = parse_warehouse(OF_POSTGRES)
    assert words_of(lake.resolve()) == words_of(pickle.loads(pickle.dumps(lake))) == words_of(lake)
    assert lake.resolve().name == "news.lake"  # what lies beside it here: news.lake.parts
    assert lake.exists()
    assert as_argument(lake) == f"'{OF_POSTGRES}'"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("dbname=news", "news.lake"),
        ("dbname='the press' host=/var/run", "the_press.lake"),
        ("service=archive", "archive.lake"),
        ("", "postgres.lake"),
    ],
)
def test_what_lies_here_of_a_lake_bears_the_name_of_its_database(words: str, place: str) -> None:
    assert parse_warehouse(f"ducklake:postgres:{words}").name == place


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("dbname=news password=hush", "put it into PGPASSWORD"),
        ("dbname=news sslpassword = 'hush'", "put it into PGPASSWORD"),
        ("postgresql://press:hush@db.example.org/news", "is not named like that"),
        ("dbname=postgresql://press:hush@db.example.org/news", "is not named like that"),
        ("dbname='user=press password=hush'", "is not named like that"),
        ("news hush", "is not named like that"),
    ],
)
def test_a_name_that_holds_a_password_or_is_none_is_refused_and_not_repeated(
    words: str, answer: str
) -> None:
    named = ["--warehouse", f"ducklake:postgres:{words}"]
    told = CliRunner().invoke(onrecord, ["sql", "from quote", *named])
    assert told.exit_code == 2
    assert answer in told.output
    assert "hush" not in told.output


def test_a_catalogue_that_cannot_be_had_is_told() -> None:
    named = ["--warehouse", "ducklake:mysql:db=news"]
    told = CliRunner().invoke(onrecord, ["sql", "from quote", *named])
    assert told.exit_code == 2
    assert "mysql holds no catalogue of a lake: name ducklake:sqlite:FILE" in told.output


def test_rows_lie_where_the_setting_says_else_beside_a_catalogue_that_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ONRECORD_LAKE_DATA", raising=False)
    assert choose_data(Lake(tmp_path / "news.sqlite")) == f"{tmp_path}/news.sqlite.data"
    with pytest.raises(WarehouseError, match="say in ONRECORD_LAKE_DATA where its rows"):
        choose_data(parse_warehouse(OF_POSTGRES))
    monkeypatch.setenv("ONRECORD_LAKE_DATA", "s3://press/lake")
    assert choose_data(parse_warehouse(OF_POSTGRES)) == "s3://press/lake/"
    monkeypatch.setenv("ONRECORD_LAKE_DATA", str(tmp_path / "rows"))
    assert choose_data(parse_warehouse(OF_POSTGRES)) == f"{tmp_path}/rows"


def test_a_store_is_told_by_the_variables_that_its_other_clients_read() -> None:
    stated = {
        "AWS_ACCESS_KEY_ID": "press",
        "AWS_SECRET_ACCESS_KEY": "hush",
        "AWS_DEFAULT_REGION": "eu-central-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:9000",
    }
    assert dict(read_secret(stated)) == {
        "key_id": "press",
        "secret": "hush",
        "region": "eu-central-1",
        "endpoint": "127.0.0.1:9000",
        "use_ssl": "false",
        "url_style": "path",
    }
    for address in ("storage.example.org", "ftp://storage.example.org", "https:///press"):
        with pytest.raises(WarehouseError, match="is no address"):
            read_secret({"AWS_ENDPOINT_URL": address})


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("from postgres_scan('dbname=press', 'public', 'other')", "postgres_scan()"),
        ("from Postgres_Query('lake', 'select 1')", "postgres_query()"),
        ("from sqlite_scan('other.sqlite', 'other')", "sqlite_scan()"),
        ("from ducklake_cleanup_old_files('lake')", "ducklake_cleanup_old_files()"),
        ("from __ducklake_metadata_lake.ducklake_snapshot", "the catalogue of the lake"),
    ],
)
def test_a_question_calls_nothing_that_reaches_beyond_the_lake(
    statement: str, refused: str
) -> None:
    with duckdb.connect() as connection:
        why = refuse(connection, statement)
        assert why == f"{refused} is refused: it reaches beyond the warehouse"
        assert refuse(connection, "from ducklake_snapshots('lake')") is None
