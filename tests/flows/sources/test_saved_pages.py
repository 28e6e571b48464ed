"""Pages that a browser saved in one file: the page, its address and when it was saved."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources.reference import UnreadableError
from flows.sources.saved_pages import read_page
from tests.cpu import cpu_seconds

HEADER = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://ferry.example/news/7
Subject: =?utf-8?Q?F=C3=A4hre?=
Date: Sat, 21 Nov 2026 08:30:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----parts-1"

"""
PAGE = b"""
------parts-1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ferry.example/news/7?seen

<!doctype html><p>The f=C3=A4hre sails =
at eight.</p>
"""
FRAME = b"""
------parts-1
Content-Type: text/html
Content-Location: https://adverts.example/frame

<p>Buy a boat.</p>
"""
PICTURE = b"""
------parts-1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://ferry.example/ferry.png

iVBORw0KGgo=
"""
END = b"\n------parts-1--\n"
SAVED = HEADER + PAGE + FRAME + PICTURE + END


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt", "a"])
@pytest.mark.parametrize(
    "content", [SAVED, SAVED.replace(b"\n", b"\r\n"), gzip.compress(SAVED, mtime=0)]
)
def test_the_page_is_read_with_its_address_and_time(
    tmp_path: Path, read_all, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    (page,) = read_all(tmp_path)
    assert page.content.decode(page.charset).strip() == (
        "<!doctype html><p>The fähre sails at eight.</p>"
    )
    assert page.url == "https://ferry.example/news/7"
    assert page.fetched_at == datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
    assert (page.form, page.source_uri) == ("html", str(tmp_path / name))


def test_pictures_before_the_page_are_passed_over(tmp_path: Path, read_all) -> None:
    (tmp_path / "a.mht").write_bytes(HEADER + PICTURE + PAGE + END)
    (page,) = read_all(tmp_path)
    assert "sails" in page.content.decode()


def test_a_page_without_an_address_of_its_own_has_its_parts(tmp_path: Path, read_all) -> None:
    (tmp_path / "a.mht").write_bytes(SAVED.replace(b"Snapshot-Content-Location", b"X-Saved"))
    (page,) = read_all(tmp_path)
    assert page.url == "https://ferry.example/news/7?seen"


def test_what_was_a_file_has_no_address(tmp_path: Path, read_all) -> None:
    (tmp_path / "a.mht").write_bytes(SAVED.replace(b"https://ferry.example", b"file:///home/a"))
    (page,) = read_all(tmp_path)
    assert page.url is None


@pytest.mark.parametrize(
    "content",
    [
        HEADER + PICTURE + END,
        HEADER,
        HEADER.replace(b"boundary", b"border") + PAGE,
        b"Ferry: it sails.\n",
        b"x" * 30_000,
    ],
)
def test_a_file_without_a_page_is_refused(tmp_path: Path, reasons_in, content: bytes) -> None:
    (tmp_path / "a.mhtml").write_bytes(content)
    assert reasons_in(tmp_path) == {"a.mhtml": "no_saved_page"}


def test_other_mail_is_no_saved_page(tmp_path: Path, reasons_in) -> None:
    (tmp_path / "a.eml").write_bytes(SAVED.replace(b"multipart/related", b"multipart/mixed"))
    assert reasons_in(tmp_path) == {"a.eml": "unsupported_type"}


@pytest.mark.parametrize(
    "repeated", [b"\n------parts-1", b"\n------parts-1\nContent-Type: image/png\n", b"\nA: b"]
)
def test_a_file_of_marks_is_refused_in_a_moment(repeated: bytes) -> None:
    def refuse() -> None:
        with pytest.raises(UnreadableError, match="no part that is HTML"):
            read_page("a.mht", HEADER + repeated * 50_000, "0")

    assert cpu_seconds(refuse, runs=1) < 3
