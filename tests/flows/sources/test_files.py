"""Folders and single files: what is found, in which order, and what is refused."""

import gzip
import os
import socket
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sources import PageRef, hash_file, list_pages, read_pages
from flows.sources.recognise import recognise
from flows.sources.reference import MAX_PAGE_BYTES
from transforms.records import Page, Reject

HTML = b"<!DOCTYPE html><html><body><p>The ferry will sail again on Monday, the harbour office said.</p></body></html>"


def test_a_folder_is_walked_in_sorted_order_and_may_mix_kinds(tmp_path: Path, read_all) -> None:
    (tmp_path / "b.html").write_bytes(HTML)
    (tmp_path / "a.txt").write_text("Harbour news\n\nThe ferry will sail again.")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.jsonl").write_text('{"id": 7, "text": "The ferry sails."}\n')
    (tmp_path / "packed.html.gz").write_bytes(gzip.compress(HTML))

    pages = read_all(tmp_path)

    assert [(Path(page.source_uri).name, page.form) for page in pages] == [
        ("a.txt", "dump"), ("b.html", "html"), ("packed.html.gz", "html"), ("c.jsonl#1", "text"),
    ]  # fmt: skip
    assert pages[2].content == HTML
    assert all(Path(page.source_uri.split("#")[0]).is_absolute() for page in pages)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("page.html", b"Just words, no tags at all.", "html"),
        ("page.txt", HTML, "html"),
        ("index.php", HTML, "html"),
        ("story", HTML, "html"),
        ("story", b"The ferry will sail again.", "dump"),
        ("page.HTM", b"\xef\xbb\xbf" + HTML, "html"),
        ("page.txt", "Die F\u00e4hre f\u00e4hrt wieder.".encode("latin-1"), "dump"),
        ("page.txt", "\ufeffПаром снова пойдёт.".encode("utf-16-le"), "dump"),
        (
            "page.xhtml",
            b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD">\n<html xmlns="x"><body/></html>',
            "html",
        ),
        ("renamed.html", b'{"not": "a page"}', "html"),
        ("notes.txt", b"https://ferry.example/ is the site\nof the ferry.", "dump"),
        ("scrap", b"<p>The ferry will sail again.</p>", "html"),
    ],
)
def test_content_decides_and_the_name_helps(
    tmp_path: Path, name: str, content: bytes, form: str, read_all
) -> None:
    (tmp_path / name).write_bytes(content)
    [page] = read_all(tmp_path)
    assert isinstance(page, Page)
    assert (page.form, page.content) == (form, content)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "empty_file"),
        ("blank.txt", b" \n\n ", "empty_file"),
        ("empty.html.gz", gzip.compress(b"", mtime=0), "empty_file"),
        ("paper.html", b"%PDF-1.7\n1 0 obj", "binary_file"),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary_file"),
        ("noise.txt", bytes(range(256)) * 20, "binary_file"),
        ("book.docx", b"PK\x03\x04" + bytes(50), "binary_file"),
        ("inner.html.gz", gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(40), mtime=0), "binary_file"),
        ("short.html.gz", gzip.compress(HTML, mtime=0)[:-12], "truncated_gzip"),
        ("broken.html.gz", gzip.compress(HTML, mtime=0)[:-8] + bytes(8), "damaged_gzip"),
        ("mangled.html.gz", b"\x1f\x8b" + HTML, "damaged_gzip"),
        ("bomb.html.gz", gzip.compress(b"<html>" + b" " * 15_000_000, mtime=0), "gzip_bomb"),
        ("style.css", b"body { color: black }", "unsupported_type"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str, read_all
) -> None:
    (tmp_path / name).write_bytes(content)
    [reject] = read_all(tmp_path)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.stage, Path(reject.source_uri).name) == (reason, "read", name)
    assert reject.detail and reject.detail.endswith(".")


def test_a_page_that_is_too_large_is_refused_packed_or_not(tmp_path: Path, reasons_in) -> None:
    line = b"<html>" + os.urandom(500_000).hex().encode() * 41
    (tmp_path / "one_line.html").write_bytes(line)
    (tmp_path / "packed.html.gz").write_bytes(gzip.compress(line, 1))
    assert len(line) > MAX_PAGE_BYTES
    assert reasons_in(tmp_path) == {"one_line.html": "too_large", "packed.html.gz": "too_large"}


def test_links_out_of_the_folder_pipes_and_sockets_are_refused(tmp_path: Path, reasons_in) -> None:
    outside, folder = tmp_path / "outside.html", tmp_path / "folder"
    outside.write_bytes(HTML)
    folder.mkdir()
    (folder / "away.html").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    (folder / "dangling.html").symlink_to(tmp_path / "nowhere.html")
    (folder / "loop.html").symlink_to(folder / "loop.html")
    os.mkfifo(folder / "pipe.html")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket.html"))
        assert reasons_in(folder) == {
            "away.html": "link_outside", "up": "link_outside", "dangling.html": "not_found", "loop.html": "unreadable",
            "pipe.html": "not_a_file", "socket.html": "not_a_file",
        }  # fmt: skip


def test_a_link_to_what_the_folder_holds_anyway_adds_nothing(tmp_path: Path, read_all) -> None:
    (tmp_path / "real.html").write_bytes(HTML)
    (tmp_path / "again.html").symlink_to(tmp_path / "real.html")
    (tmp_path / "round").symlink_to(tmp_path)
    assert [Path(page.source_uri).name for page in read_all(tmp_path)] == ["real.html"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path, read_all) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "page.html").write_bytes(HTML)
    (tmp_path / ".DS_Store").write_bytes(b"\x00\x00")
    assert read_all(tmp_path) == []


def test_locations_that_overlap_are_read_once(tmp_path: Path, read_all) -> None:
    (tmp_path / "page.html").write_bytes(HTML)
    assert len(read_all(tmp_path, tmp_path / "page.html", tmp_path)) == 1


def test_a_location_that_is_not_there_or_cannot_be_looked_at_is_a_reject(
    tmp_path: Path, reasons_in
) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reasons_in(tmp_path / "nowhere") == {"nowhere": "not_found"}
    assert list(reasons_in(tmp_path / ("n" * 300), tmp_path / "loop").values()) == [
        "unreadable",
        "unreadable",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_without_permission_are_rejects(tmp_path: Path, reasons_in) -> None:
    for name in ("closed.html", "shut"):
        (tmp_path / name).write_bytes(HTML) if name.endswith("html") else (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0)
    assert reasons_in(tmp_path) == {"closed.html": "unreadable", "shut": "unreadable"}


def test_a_file_that_vanishes_after_listing_is_a_reject(tmp_path: Path) -> None:
    for name in ("page.html", "page.jsonl", "page.parquet"):
        ref = PageRef(
            tmp_path / name,
            {"html": "html", "jsonl": "jsonl", "parquet": "parquet"}[name[5:]],
            0,
            name,
        )
        [reject] = read_pages([ref])
        assert isinstance(reject, Reject) and reject.reason == "not_found"


def test_a_file_name_that_is_no_text_is_read_and_named(tmp_path: Path, read_all) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_bytes(HTML)
    [page] = read_all(tmp_path)
    assert isinstance(page, Page) and page.source_uri.endswith("caf\ufffd.html")


def test_since_leaves_out_files_that_were_last_changed_before(tmp_path: Path) -> None:
    for name, day in (("old.html", 1_700_000_000), ("new.html", 1_790_000_000)):
        (tmp_path / name).write_bytes(HTML)
        os.utime(tmp_path / name, (day, day))
    assert [ref.path.name for ref in list_pages([str(tmp_path)], since=date(2026, 1, 1))] == [
        "new.html"
    ]


def test_the_hash_of_a_file_and_of_its_page_are_of_the_bytes_as_they_lie(
    tmp_path: Path, read_all
) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(HTML))
    [page] = read_all(tmp_path)
    assert isinstance(page, Page) and page.content_sha256 == hash_file(tmp_path / "page.html.gz")


STARTS = [
    b"",
    b"\x1f\x8b\x08\x00",
    b"WARC/1.0\r\n",
    b"PAR1",
    b"<rss><channel>",
    b"<urlset>",
    b'{"text": "',
    b"{}\n[]\n1\n",
    b"http://",
    b"\xff\xfe",
]
NAMES = ["x.html", "x.txt", "x.html.gz", "x.jsonl", "x.warc", "x.parquet", "x.xml", "x"]


@given(st.sampled_from(STARTS), st.binary(max_size=100), st.sampled_from(NAMES))
@settings(deadline=None, max_examples=150)
def test_any_bytes_under_any_name_give_results_and_no_error(
    tmp_path_factory, read_all, start: bytes, rest: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(start + rest)
    assert all(isinstance(each, Page | Reject) for each in read_all(path))


def test_a_list_whose_every_address_is_still_a_comment_is_an_empty_list() -> None:
    assert (
        recognise(
            "feeds.txt", b"# Addresses of feeds, one a line.\n# https://news.example/feed.xml\n"
        )
        == "addresses"
    )
    assert recognise("notes.txt", b"# A heading\n# and another one\n") == "dump"
