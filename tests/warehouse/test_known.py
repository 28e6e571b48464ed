"""What has not changed is known by its hash, and costs nothing but that."""

from datetime import UTC, datetime

import duckdb

from tests.articles import make_findings
from transforms.records import Batch, Reject
from warehouse.known import (
    SourceFile,
    find_known,
    find_unchanged_files,
    remember_files,
    replay_rejects,
)
from warehouse.load import load_batch
from warehouse.runs import start_run

WARC = SourceFile(
    "crawl.warc.gz",
    "aa" * 32,
    1000,
    pages_seen=3,
    pages_rejected=2,
    run_id="first",
    code_version="1.0",
)


def test_a_loaded_page_is_known_by_where_it_was_read(connection: duckdb.DuckDBPyConnection) -> None:
    found = make_findings(source_uri="pages/bridge.html")
    load_batch(connection, Batch((found,)), "first")
    known = find_known(connection, ["pages/bridge.html", "pages/new.html"], is_text_enough=False)
    assert known == {"pages/bridge.html": found.article.document.content_sha256}


def test_a_page_whose_text_alone_was_loaded_is_known_to_those_whom_that_is_enough(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    start_run(
        connection, "first", "ingest", datetime(2024, 3, 1, tzinfo=UTC), "1.0", is_text_only=True
    )
    load_batch(connection, Batch((make_findings(source_uri="pages/bridge.html"),)), "first")
    remember_files(connection, [WARC])
    for is_text_enough, is_known in ((True, 1), (False, 0)):
        assert (
            len(find_known(connection, ["pages/bridge.html"], is_text_enough=is_text_enough))
            == is_known
        )
        assert (
            len(
                find_unchanged_files(
                    connection, {"crawl.warc.gz": "aa" * 32}, is_text_enough=is_text_enough
                )
            )
            == is_known
        )


def test_a_file_is_unchanged_when_its_bytes_are(connection: duckdb.DuckDBPyConnection) -> None:
    remember_files(connection, [WARC])
    assert find_unchanged_files(
        connection, {"crawl.warc.gz": "aa" * 32, "new.warc.gz": "aa" * 32}, is_text_enough=False
    ) == {"crawl.warc.gz": WARC}
    assert (
        find_unchanged_files(connection, {"crawl.warc.gz": "bb" * 32}, is_text_enough=False) == {}
    )


def test_a_file_that_is_read_again_is_remembered_anew(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    remember_files(connection, [WARC])
    changed = SourceFile(
        "crawl.warc.gz",
        "bb" * 32,
        1200,
        pages_seen=4,
        pages_rejected=0,
        run_id="second",
        code_version="1.0",
    )
    remember_files(connection, [changed])
    assert find_unchanged_files(connection, {"crawl.warc.gz": "bb" * 32}, is_text_enough=False) == {
        "crawl.warc.gz": changed
    }


def test_the_rejected_pages_of_an_unchanged_file_are_noted_again(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rejects = (
        Reject("crawl.warc.gz#10", "judge", "cookie_wall"),
        Reject("crawl.warc.gz#2000", "clean", "empty", detail="no words"),
        Reject("crawl.warc.gz#30", "check", "quote_has_words", scope="row"),
        Reject("other.warc.gz#10", "judge", "soft_404"),
    )
    load_batch(connection, Batch(rejects=rejects), "first")
    remember_files(connection, [WARC])
    assert len(replay_rejects(connection, ["crawl.warc.gz"], "second")) == WARC.pages_rejected
    assert len(replay_rejects(connection, ["crawl.warc.gz"], "third")) == WARC.pages_rejected
    query = "select source_uri, reason, detail from ops.rejected_page where run_id = 'third' order by source_uri"
    assert connection.execute(query).fetchall() == [
        ("crawl.warc.gz#10", "cookie_wall", None),
        ("crawl.warc.gz#2000", "empty", "no words"),
    ]


def test_a_file_that_could_not_be_opened_is_noted_again(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_batch(connection, Batch(rejects=(Reject("crawl.warc.gz", "read", "truncated"),)), "first")
    remember_files(connection, [WARC])
    assert len(replay_rejects(connection, ["crawl.warc.gz"], "second")) == 1
