"""The sample pages: every kind of source is among them, and reading alone refuses just two."""

import re
from collections import Counter
from pathlib import Path

from flows.sources import list_files
from flows.sources.reference import SourceFile
from transforms.clean.door import clean
from transforms.records import Document, Page, Reject

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples"
LONG_PARAGRAPH = re.compile(r"<p>[^<]{60,}</p>")


def test_the_samples_hold_every_kind_of_source_on_disk() -> None:
    kinds = {file.kind for file in list_files([SAMPLES]) if isinstance(file, SourceFile)}
    assert kinds == {"html", "dump", "warc", "jsonl", "feed"}


def test_reading_gives_twenty_four_pages_and_two_rejects(read_all, reasons_in) -> None:
    assert reasons_in(SAMPLES) == {
        "empty.html": "empty_file",
        "meridian-wire.warc#5240": "http_404",
    }
    assert Counter(page.form for page in read_all(SAMPLES) if isinstance(page, Page)) == {
        "html": 12,
        "dump": 4,
        "text": 8,
    }


def test_twenty_samples_are_articles_and_the_others_are_refused_each_for_its_own_reason(
    read_all,
) -> None:
    found = [clean(each) if isinstance(each, Page) else each for each in read_all(SAMPLES)]
    assert {
        Path(each.source_uri).name: each.reason for each in found if isinstance(each, Reject)
    } == {
        "empty.html": "empty_file",
        "lost-letters.txt": "broken_encoding",
        "meridian-wire.warc#5240": "http_404",
        "before-you-continue.html": "cookie_wall",
        "page-moved.html": "soft_404",
        "index.html": "index_page",
    }
    undated = {
        Path(each.source_uri).name
        for each in found
        if isinstance(each, Document) and each.published.on is None
    }
    assert undated == {"halvorsen-at-the-gates.html", "tidewater-aurelia.txt"}
    assert sum(isinstance(each, Document) for each in found) == 20


def test_the_syndicated_copy_has_the_agency_s_words(read_all) -> None:
    pages = read_all(SAMPLES / "meridian-wire.warc", SAMPLES / "harbour-gazette")
    wire, copy = (
        page.content.decode()
        for page in pages
        if b"switched off eleven minutes" in getattr(page, "content", b"")
    )
    assert LONG_PARAGRAPH.findall(wire)[:7] == LONG_PARAGRAPH.findall(copy)[:7]


def test_every_sample_is_described() -> None:
    described = (ROOT / "docs" / "samples.md").read_text()
    names = [
        str(path.relative_to(SAMPLES))
        for path in SAMPLES.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    ]
    assert [name for name in names if f"`{name}`" not in described] == []


def test_every_reason_for_a_reject_is_described() -> None:
    source = "\n".join(path.read_text() for path in (ROOT / "flows" / "sources").glob("*.py"))
    reasons = set(re.findall(r"""(?:UnreadableError\(|"read",)\s*"([a-z_0-9]+)""", source))
    described = (ROOT / "docs" / "sources.md").read_text()
    assert len(reasons) > 20
    assert [reason for reason in reasons if f"`{reason}`" not in described] == []
