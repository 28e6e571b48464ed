"""A kind of source stands in one row, and the row is enough."""

from pathlib import Path

from flows.sources import SOURCES, SourceFile, list_files
from flows.sources.recognise import recognise

ROOT = Path(__file__).parent.parent.parent.parent
SHOWN = {
    "html": ("a", b"<!doctype html><title>Ferry</title>"),
    "jsonl": ("a", b'{"text": "The ferry sails."}\n'),
    "saved_page": ("a", b"From: <Saved by a browser>\r\nContent-Type: multipart/related;\r\n"),
    "records": ("a", b'[{"text": "The ferry sails."}]'),
    "addresses": ("a", b"https://paper.example/1\nhttps://paper.example/2\n"),
    "dump": ("a.txt", b"The ferry sails.\n"),
    "warc": ("a", b"WARC/1.0\r\n"),
    "parquet": ("a", b"PAR1\x15\x04"),
    "feed": ("a", b'<?xml version="1.0"?><rdf:RDF>'),
    "sitemap": ("a", b"<urlset>"),
}


def test_every_kind_that_files_can_have_is_recognised() -> None:
    assert SHOWN.keys() == {source.kind for source in SOURCES.values() if source.list_refs}
    assert {kind: recognise(*file) for kind, file in SHOWN.items()} == {
        kind: kind for kind in SHOWN
    }


def test_no_two_kinds_have_a_sign_in_common() -> None:
    signs = [
        sign
        for source in SOURCES.values()
        for sign in (*source.roots, *source.suffixes, *filter(None, [source.magic]))
    ]
    assert len(signs) == len(set(signs))


def test_every_kind_brings_pages_or_the_addresses_of_pages() -> None:
    assert [s.kind for s in SOURCES.values() if not (s.read or s.list_fetched)] == []


def test_every_ending_and_tag_that_is_recognised_is_described() -> None:
    described = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8").lower()
    signs = [f"<{root}" for s in SOURCES.values() for root in s.roots]
    endings = [ending for s in SOURCES.values() for ending in s.suffixes if ending]
    assert [sign for sign in (*signs, *endings) if sign not in described] == []


def test_a_feed_behind_the_warning_of_a_server_is_one_and_a_page_about_xml_is_a_page() -> None:
    feed = b'<b>Warning</b>: no cache\n<?xml version="1.0"?>\n<!-- x --><rss version="2.0">'
    assert recognise("a.xml", feed) == "feed"
    page = b'<html><body><p>Write <?xml version="1.0"?><svg> on top.</p></body></html>'
    assert recognise("a", page) == "html"


def test_a_feed_in_json_is_one_and_not_a_list_of_records() -> None:
    version = '"version": "https://jsonfeed.org/version/1.1"'
    items = '"items": [{"id": "1", "content_text": "The ferry sails."}]'
    assert recognise("feed.json", f"{{{version}, {items}}}".encode()) == "feed"
    assert recognise("", f"{{\n  {items},\n  {version}\n}}".encode()) == "feed"
    assert recognise("a.json", f"{{{items}}}".encode()) == "records"


def test_json_on_several_lines_is_a_list_of_records_and_on_one_it_is_lines() -> None:
    assert recognise("a.json", b'[\n{"text": "The ferry sails."}]') == "records"
    assert recognise("a.json", b'{\n"text": "The ferry sails."}') == "records"
    assert recognise("a.json", b'{"text": "The ferry sails."}\n{"text": "It sank."}') == "jsonl"
    assert recognise("a.jsonl", b"[1, 2]") == "jsonl"


def test_the_kind_goes_with_the_file(tmp_path: Path) -> None:
    for kind, (name, content) in SHOWN.items():
        (tmp_path / kind).mkdir()
        (tmp_path / kind / name).write_bytes(content)
    found = [each for each in list_files([tmp_path]) if isinstance(each, SourceFile)]
    assert {each.path.parent.name: each.kind for each in found} == {kind: kind for kind in SHOWN}
