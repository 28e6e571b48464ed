"""Lists of records in one file, in JSON or as a table: one record, one page."""

import gzip
import json
from pathlib import Path

import pytest

from flows.sources import record_lists

RECORDS = [
    {"url": f"https://ferry.example/{number}", "title": title, "text": f"{title}.\nIt is so."}
    for number, title in enumerate(["Fähre fährt", "Ferry, sinks", 'Sie "sank"'])
]
TABLE = "url,Title,text\n" + "".join(
    "{},{},{}\n".format(*(f'"{value.replace(chr(34), chr(34) * 2)}"' for value in record.values()))
    for record in RECORDS
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(RECORDS)),
        ("a.json", json.dumps(RECORDS, indent=2)),
        ("a.jsonl", json.dumps(RECORDS, ensure_ascii=False, indent=1)),
        ("a.json", json.dumps({"status": "ok", "tags": ["x"], "articles": RECORDS}, indent=1)),
        ("a.json", json.dumps({"response": {"results": RECORDS, "pages": [{"n": 1}]}}, indent=1)),
        ("a.json", json.dumps({"articles": RECORDS})),
        ("a.jsonl", json.dumps({"status": "ok", "total": 3, "items": RECORDS})),
        ("a.json", json.dumps({"response": {"status": "ok", "results": RECORDS}})),
        ("a.jsonl", "\n".join(json.dumps({"docs": [record]}) for record in RECORDS)),
        ("a.jsonl", "\n".join(json.dumps({"pages": [{"n": 1}]} | record) for record in RECORDS)),
        ("a", "[\n" + ",\n".join(map(json.dumps, RECORDS)) + "\n]\n"),
        ("a.csv", TABLE),
        ("a.csv", TABLE.replace('\n"', '\r\n"')),
        ("a.csv", TABLE.replace('","', '";"').replace("url,Title,", "url;Title;")),
        ("a.tsv", TABLE.replace('","', '"\t"').replace("url,Title,", "url\tTitle\t")),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_record_is_a_page(
    tmp_path: Path, read_all, name: str, content: str, charset: str
) -> None:
    (tmp_path / name).write_bytes(content.encode(charset))
    pages = read_all(tmp_path)
    assert [(page.url, page.given.title, page.content.decode()) for page in pages] == [
        (record["url"], record["title"], record["text"]) for record in RECORDS
    ]
    assert [page.source_uri for page in pages] == [
        f"{tmp_path / name}#{number}" for number in (1, 2, 3)
    ]


def test_an_object_on_several_lines_is_one_record(tmp_path: Path, read_all) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**RECORDS[0], "parts": [{"n": 1}]}, indent=2))
    assert [page.url for page in read_all(tmp_path)] == [RECORDS[0]["url"]]


def test_a_record_is_known_by_its_fields_wherever_it_stands(tmp_path: Path, read_all) -> None:
    (tmp_path / "a.json").write_text(json.dumps(RECORDS))
    (tmp_path / "b.json.gz").write_bytes(
        gzip.compress(json.dumps(RECORDS[::-1], indent=2).encode())
    )
    digests = [page.content_sha256 for page in read_all(tmp_path)]
    assert digests[:3] == digests[:2:-1]


@pytest.mark.parametrize(
    ("name", "content", "reasons"),
    [
        ("a.json", '[{"text": "one"}, 5, {"title": "alone"}]', ["page", "not_a_record", "no_text"]),
        ("a.json", '[{"text": "one"},', ["bad_json"]),
        ("a.json", "[\n" + "[" * 100_000, ["bad_json"]),
        ("a.csv", "url,title\n1,2\n", ["no_text"]),
        ("a.csv", "text,url\nThe ferry sails.,1,2,3\n,\n", ["page", "no_text"]),
    ],
)
def test_what_is_no_record_is_told(
    tmp_path: Path, read_all, name: str, content: str, reasons: list[str]
) -> None:
    (tmp_path / name).write_text(content)
    assert [getattr(each, "reason", "page") for each in read_all(tmp_path)] == reasons


def test_a_list_that_is_too_long_to_be_held_is_refused(
    tmp_path: Path, read_all, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(RECORDS))
    monkeypatch.setattr(record_lists, "MAX_LIST_BYTES", 100)
    assert [each.reason for each in read_all(tmp_path)] == ["too_large"]
