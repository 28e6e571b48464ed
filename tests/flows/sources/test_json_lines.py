"""JSON Lines and Parquet: one record, one page; a bad record costs itself."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sources import PageRef, json_lines, list_pages, read_pages
from flows.sources.files import open_unpacked
from flows.sources.given import make_page, mend_surrogates
from flows.sources.last_opened import LastOpened
from flows.sources.reference import UnreadableError
from transforms.records import Given, Page, Reject

RECORD = {
    "id": 42, "url": "https://ferry.example/1", "title": "Ferry sails", "text": "The ferry sails.\n\n“At last,” he said.",
    "published_at": "2026-11-20", "outlet": "Ferry Post", "authors": ["Ana Reis", "Bo Lind"], "language": "en",
}  # fmt: skip
GIVEN = Given("42", "Ferry sails", "2026-11-20", "Ferry Post", ("Ana Reis", "Bo Lind"), "en")


@pytest.mark.parametrize(
    "name", ["news.jsonl", "news.ndjson", "news.json", "news.jsonl.gz", "news"]
)
def test_each_line_is_a_page_that_keeps_its_text_to_the_letter(
    tmp_path: Path, read_all, name: str
) -> None:
    lines = "".join(
        json.dumps(record) + "\n"
        for record in (RECORD, {"html": "<p>One</p>", "authors": "Ana Reis"})
    ).encode()
    (tmp_path / name).write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)

    text, html = read_all(tmp_path)

    assert (text.form, text.content.decode(), text.url, text.given) == (
        "text",
        RECORD["text"],
        "https://ferry.example/1",
        GIVEN,
    )
    assert (html.form, html.content, html.given.authors) == ("html", b"<p>One</p>", ("Ana Reis",))
    assert [page.source_uri for page in (text, html)] == [
        f"{tmp_path / name}#1",
        f"{tmp_path / name}#2",
    ]


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026-11-21T08:30:00+01:00", "2026-11-21T07:30:00+00:00"),
        ("2026-11-21T08:30:00Z", "2026-11-21T08:30:00+00:00"),
        ("2026-11-21 08:30", "2026-11-21T08:30:00+00:00"),
        ("2026-11-21", "2026-11-21T00:00:00+00:00"),
        ("Sat, 21 Nov 2026 08:30:00 +0100", "2026-11-21T07:30:00+00:00"),
        ("20261121083000", "2026-11-21T08:30:00+00:00"),
        (1795249800, "2026-11-21T08:30:00+00:00"),
        (1795249800123, "2026-11-21T08:30:00.123000+00:00"),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        (True, None),
        (1e300, None),
        ({}, None),
        ("9" * 9000, None),
    ],
)
def test_a_record_says_when_it_was_fetched(
    tmp_path: Path, read_all, stamp: object, moment: str | None
) -> None:
    (tmp_path / "news.jsonl").write_text(
        json.dumps({"text": "The ferry sails.", "fetched_at": stamp})
    )
    [page] = read_all(tmp_path)
    assert page.fetched_at == (datetime.fromisoformat(moment) if moment else None)


def test_a_row_says_when_it_was_fetched(tmp_path: Path, read_all) -> None:
    stamps = [
        datetime.fromisoformat("2026-11-21T08:30"),
        datetime.fromisoformat("2026-11-22T08:30"),
        None,
    ]
    rows = {"text": ["One.", "Two.", "Three."], "fetched_at": pa.array(stamps, pa.timestamp("us"))}
    pq.write_table(pa.table(rows), tmp_path / "news.parquet")
    assert [page.fetched_at for page in read_all(tmp_path)] == [
        stamp and stamp.replace(tzinfo=UTC) for stamp in stamps
    ]


LINES = "".join(
    json.dumps({"text": text, "url": f"https://ferry.example/{number}"}, ensure_ascii=False) + "\n"
    for number, text in enumerate(["Die Fähre fährt.", "Sie sank.", "Grüße."])
)


@pytest.mark.parametrize(
    "content",
    [
        LINES.encode("utf-16"),
        b"\xfe\xff" + LINES.encode("utf-16-be"),
        LINES.replace("\n", "\r\n").encode("utf-16"),
        gzip.compress(LINES.encode("utf-16")),
        b"\xef\xbb\xbf" + LINES.encode(),
        "".join(f"\x1e{line}" for line in LINES.splitlines(keepends=True)).encode(),
        LINES.encode("latin-1"),
    ],
    ids=["utf-16", "big-endian", "with returns", "packed", "marked", "sequence", "latin-1"],
)
def test_lines_are_read_in_whatever_charset_and_order_of_bytes(
    tmp_path: Path, read_all, content: bytes
) -> None:
    (tmp_path / "news.jsonl").write_bytes(content)
    pages = read_all(tmp_path)
    assert [page.content.decode() for page in pages] == ["Die Fähre fährt.", "Sie sank.", "Grüße."]
    assert [page.source_uri.rsplit("#")[1] for page in pages] == ["1", "2", "3"]


def test_lines_in_utf_16_are_read_up_to_the_limit_of_packed_ones(
    tmp_path: Path, read_all, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_PACKED_BYTES", 100)
    (tmp_path / "news.jsonl").write_bytes(LINES.encode("utf-16"))
    assert [reject.reason for reject in read_all(tmp_path)] == ["packed_too_long"]


def test_bad_lines_cost_only_themselves(tmp_path: Path, read_all) -> None:
    lines = [
        b'{"text": "cut of',
        b'{"text": "first"}',
        b"",
        b"[1, 2]",
        b'{"title": "alone"}',
        b'{"text": [5]}',
        b"[" * 100_000,
    ]
    lines += [b'{"id": ' + b"9" * 5000 + b"}", b'{"text": "\x81"}', b'{"text": "last"}']
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(lines))
    assert [(each.source_uri.rsplit("#")[1], getattr(each, "reason", "page")) for each in read_all(tmp_path)] == [
        ("1", "bad_json"), ("2", "page"), ("4", "not_a_record"), ("5", "no_text"), ("6", "no_text"), ("7", "bad_json"), ("8", "bad_json"),
        ("9", "bad_json"), ("10", "page"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"[" * 100_000, "its lists and objects are nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", "a number in it has thousands of digits"),
        (b'{"text": "\x81"}', "it is not in UTF-8"),
    ],
    ids=["nested", "number", "charset"],
)
def test_a_bad_line_says_what_is_wrong_with_it_in_plain_words(
    tmp_path: Path, read_all, line: bytes, words: str
) -> None:
    (tmp_path / "news.jsonl").write_bytes(line)
    assert [reject.detail for reject in read_all(tmp_path)] == [f"The line is no JSON: {words}."]


def test_a_line_of_fifty_megabytes_costs_only_itself(tmp_path: Path, read_all) -> None:
    with (tmp_path / "news.jsonl").open("wb") as stream:
        stream.write(b'{"text": "first"}\n{"text": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n{"text": "last"}\n')
    assert [getattr(each, "reason", "page") for each in read_all(tmp_path)] == [
        "page",
        "too_large",
        "page",
    ]


def test_a_packed_line_without_end_is_given_up(tmp_path: Path, read_all, monkeypatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_SKIPPED_BYTES", 1_000_000)
    (tmp_path / "news.jsonl.gz").write_bytes(
        gzip.compress(b'{"text": "first"}\n{"text": "' + b"x" * 25_000_000)
    )
    assert [getattr(each, "reason", "page") for each in read_all(tmp_path)] == [
        "page",
        "endless_line",
    ]


def test_a_packed_file_that_breaks_off_keeps_its_whole_lines(tmp_path: Path, read_all) -> None:
    lines = b"".join(
        json.dumps({"text": f"Line {number}, {hash(str(number))}"}).encode() + b"\n"
        for number in range(2000)
    )
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(lines)[:-5000])
    *pages, reject = read_all(tmp_path)
    assert len(pages) > 100 and all(isinstance(page, Page) for page in pages)
    assert isinstance(reject, Reject) and reject.reason == "truncated_gzip"


def test_lines_are_found_again_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(
        "".join(f'{{"text": "Zeile {number} \u00e4"}}\n\n' for number in range(20))
    )
    refs = [ref for ref in list_pages([str(tmp_path)]) if isinstance(ref, PageRef)]
    for ref, page in zip(refs[::-1], read_pages(refs[::-1]), strict=True):
        assert isinstance(page, Page) and ref.source_uri == page.source_uri
    assert [ref.source_uri.rsplit("#")[1] for ref in refs] == [
        str(2 * number + 1) for number in range(20)
    ]


def test_half_a_character_is_replaced_since_no_database_takes_it() -> None:
    assert mend_surrogates("a\ud83d\ude00b\ud83dc") == "a😀b�c"


def test_the_hash_covers_every_field_of_the_line(tmp_path: Path, read_all) -> None:
    (tmp_path / "news.jsonl").write_text(
        '{"text": "same", "title": "one"}\n{"text": "same", "title": "two"}\n'
    )
    one, two = read_all(tmp_path)
    assert one.content == two.content and one.content_sha256 != two.content_sha256


def test_each_row_of_a_parquet_file_is_a_page(tmp_path: Path, read_all) -> None:
    stamp = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    rows = [
        {**RECORD, "id": str(number), "published_at": stamp, "views": number}
        for number in range(300)
    ]
    rows[7]["text"] = None
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "news.parquet", row_group_size=100)

    results = read_all(tmp_path)

    assert [each.source_uri for each in results] == [
        f"{tmp_path}/news.parquet#{number}" for number in range(1, 301)
    ]
    assert [each.given.external_id for each in results if isinstance(each, Page)] == [
        str(n) for n in range(300) if n != 7
    ]
    assert isinstance(results[7], Reject) and results[7].reason == "no_text"
    assert results[0].given.published_at == "2026-11-20T08:30:00+00:00"


def test_rows_of_several_row_groups_are_found_again(tmp_path: Path) -> None:
    pq.write_table(
        pa.table({"text": [f"Row {number}" for number in range(1, 501)]}),
        tmp_path / "news.parquet",
        row_group_size=130,
    )
    refs = list(list_pages([str(tmp_path)]))[3::83]
    assert [page.content.decode() for page in read_pages(refs)] == [
        f"Row {ref.position}" for ref in refs
    ]


def test_a_damaged_row_group_costs_only_its_rows(tmp_path: Path, read_all) -> None:
    rows = pa.table({"text": [f"Row {number} {hash(str(number))}" for number in range(1, 301)]})
    pq.write_table(rows, tmp_path / "news.parquet", row_group_size=100, use_dictionary=False)
    whole = bytearray((tmp_path / "news.parquet").read_bytes())
    second = (
        pq.ParquetFile(tmp_path / "news.parquet").metadata.row_group(1).column(0).data_page_offset
    )
    whole[second : second + 40] = bytes(40)
    (tmp_path / "news.parquet").write_bytes(whole)
    assert [getattr(each, "reason", "page") for each in read_all(tmp_path)] == ["page"] * 100 + [
        "damaged_parquet"
    ] * 100 + ["page"] * 100


def test_small_chunks_of_a_large_packed_file_do_not_unpack_it_again_and_again(
    tmp_path: Path, monkeypatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        json_lines, "STREAM", LastOpened(lambda path: opened.append(path) or open_unpacked(path))
    )
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(b'{"text": "The ferry sails."}\n' * 100))
    refs = list(list_pages([str(tmp_path)]))
    pages = [page for start in range(0, 100, 10) for page in read_pages(refs[start : start + 10])]
    assert len(pages) == 100 and all(isinstance(page, Page) for page in pages)
    assert len(opened) == 1
    json_lines.STREAM.close()


def test_what_lies_deep_in_a_packed_file_is_refused_with_the_remedy(
    tmp_path: Path, read_all, monkeypatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_PACKED_BYTES", 1000)
    for name, lines in (
        ("a.jsonl", b'{"text": "The ferry sails."}\n' * 50),
        ("b.jsonl.gz", gzip.compress(b'{"text": "The ferry sails."}\n' * 50, mtime=0)),
    ):
        (tmp_path / name).write_bytes(lines)
    *pages, last = read_all(tmp_path)
    assert len(pages) == 50 + 35 and all(isinstance(page, Page) for page in pages)
    assert last.reason == "packed_too_long" and "gunzip" in last.detail


def test_damaged_and_foreign_parquet_files_are_refused(tmp_path: Path, reasons_in) -> None:
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "foreign.parquet")
    pq.write_table(pa.table({"text": ["x" * 5000]}), tmp_path / "whole.parquet")
    whole = (tmp_path / "whole.parquet").read_bytes()
    (tmp_path / "short.parquet").write_bytes(whole[:-50])
    (tmp_path / "holed.parquet").write_bytes(whole[:4] + bytes(60) + whole[64:])
    assert reasons_in(tmp_path) == {
        "foreign.parquet": "no_text",
        "short.parquet": "damaged_parquet",
        "holed.parquet#1": "damaged_parquet",
    }


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.lists(st.text(max_size=3), max_size=2)
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["id", "url", "title", "text", "html", "authors", "x"]), values
        ),
        max_size=6,
    )
)
@settings(deadline=None, max_examples=60)
def test_every_record_is_kept_or_rejected(
    tmp_path_factory, read_all, records: list[dict[str, object]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records) + " ")
    results = read_all(path)
    assert len(results) == max(1, len(records))
    assert all(page.content.strip() for page in results if isinstance(page, Page))


TEXT = {"text": "The ferry sails."}


@pytest.mark.parametrize(
    ("field", "stated", "kept"),
    [
        ("title", {"rendered": "Ferry sails"}, "Ferry sails"),
        ("title", ["Ferry sails"], "Ferry sails"),
        ("title", [{"value": "Ferry sails"}], "Ferry sails"),
        ("title", ["Ferry", "sails"], None),
        ("id", {"$oid": "65ab"}, "65ab"),
        ("outlet", {"name": "Ferry Post"}, "Ferry Post"),
        ("published_at", {"$date": "2024-03-05"}, "2024-03-05"),
        ("published_at", {"$date": {"$numberLong": "1709648880000"}}, "2024-03-05T14:28:00+00:00"),
        ("published_at", 1709648880, "2024-03-05T14:28:00+00:00"),
        ("published_at", 1709648880.5, "2024-03-05T14:28:00.500000+00:00"),
        ("published_at", "1709648880000000", "2024-03-05T14:28:00+00:00"),
        ("published_at", [2024, 3, 5, 14, 28], "2024-03-05"),
        ("published_at", 20240305, "20240305"),
        ("published_at", True, None),
        ("authors", "Ana Reis", ("Ana Reis",)),
        ("authors", {"name": "Ana Reis"}, ("Ana Reis",)),
        ("authors", [{"name": "Ana Reis"}, "Bo Lind", None, 3], ("Ana Reis", "Bo Lind")),
        ("authors", [{"givenName": "Ana", "familyName": "Reis"}], ("Ana Reis",)),
        ("authors", [{"first_name": "Ana", "last_name": None}], ()),
        ("authors", '["Ana Reis", "Bo Lind"]', ("Ana Reis", "Bo Lind")),
        ("authors", "[Ana Reis", ("[Ana Reis",)),
    ],
)
def test_values_in_the_shapes_of_interfaces_are_read(field, stated, kept) -> None:
    page = make_page("news.jsonl#1", TEXT | {field: stated}, "")
    assert getattr(page.given, "external_id" if field == "id" else field) == kept


@pytest.mark.parametrize(
    ("record", "content"),
    [
        ({"Text": "The ferry sails.", "TEXT": 5, "text": "It sails."}, "It sails."),
        ({"TEXT": "The ferry sails."}, "The ferry sails."),
        ({"text": " \n", "html": "<p>It sails."}, "<p>It sails."),
        ({"text": ["The ferry sails.", "At last."]}, "The ferry sails.\n\nAt last."),
        ({"html": {"rendered": "<p>It sails."}}, "<p>It sails."),
    ],
)
def test_the_text_is_found_whatever_shape_it_has(record, content) -> None:
    assert make_page("news.jsonl#1", record, "").content.decode() == content


@pytest.mark.parametrize("record", [{"text": 5}, {"text": [[]]}, {"text": {"text": 5}}, {}])
def test_a_record_without_words_has_no_text(record) -> None:
    with pytest.raises(UnreadableError):
        make_page("news.jsonl#1", record, "")


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        (" https://ferry.example/1 ", "https://ferry.example/1"),
        ("//ferry.example/1", "https://ferry.example/1"),
        ("ferry, 1", "ferry, 1"),
    ],
)
def test_an_address_is_kept_whole_and_what_is_none_is_left_to_the_gate(stated, url) -> None:
    assert make_page("news.jsonl#1", TEXT | {"url": stated}, "").url == url


def test_lines_that_end_in_a_comma_are_records_and_so_are_columns_in_capitals(
    tmp_path: Path, read_all
) -> None:
    (tmp_path / "news.jsonl").write_text(f"{json.dumps(RECORD)},\n{json.dumps(RECORD)}\n")
    pq.write_table(pa.table({"Text": ["It sails."], "Title": ["Ferry"]}), tmp_path / "news.parquet")
    *lines, row = read_all(tmp_path)
    assert [page.given for page in lines] == [GIVEN, GIVEN]
    assert (row.content, row.given.title) == (b"It sails.", "Ferry")
