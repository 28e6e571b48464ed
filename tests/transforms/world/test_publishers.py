"""Each publisher's file has a page beside it, tests/transforms/world/publishers/<domain>.html: the
shape of its templates, our words.
"""

from hashlib import sha256
from pathlib import Path

import pytest

from transforms.clean.door import clean
from transforms.records import Document, Page
from transforms.world.publishers import PublisherError, find_publisher, read_publisher

SHAPES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (Path(__file__).parent / "publishers").glob("*.html")
}
WORDS = {
    "title": "North pier of Marlow Quay closed until the spring",
    "kicker": "Harbour: what the board decided on Tuesday night",
    "lead": "Divers found two of the oldest timbers broken, and the board did not want to wait for a third.",
    "first": "The harbour board voted late on Tuesday to close the pier, after a survey that had been put off for four years in a row.",
    "second": "The ferry to the islands now berths on the other side of the basin, which adds a quarter of an hour to every crossing.",
    "cut": "Five walks along the coast that you should not miss this winter, chosen by our readers and rated by our own reporters.",
}
PUBLISHERS = Path(find_publisher.__code__.co_filename).parent / "publishers"
TEXT = [WORDS["lead"], WORDS["first"], WORDS["second"]]


def clean_page(domain: str, shape: str) -> Document:
    html = (
        f"<html><title>{WORDS['title']}</title><body>{shape.format(**WORDS)}</body></html>".encode()
    )
    document = clean(
        Page(
            "pier.html",
            html,
            sha256(html).hexdigest(),
            "html",
            url=f"https://www.{domain}/harbour/pier",
        )
    )
    assert isinstance(document, Document)
    return document


def evidence_of(document: Document, field: str) -> list[str]:
    return [
        found.value
        for found in document.evidence
        if found.field == field and found.source.startswith("publisher")
    ]


def test_every_publisher_has_a_page_and_every_page_a_publisher() -> None:
    assert set(SHAPES) == {file.stem for file in PUBLISHERS.glob("*.toml")}


@pytest.mark.parametrize("domain", sorted(SHAPES))
def test_a_page_of_the_publishers_shape_is_read_exactly_and_says_by_whose_selectors(
    domain: str,
) -> None:
    document = clean_page(domain, SHAPES[domain])
    assert document.text.split("\n\n") == TEXT
    assert document.title == WORDS["title"]
    assert document.extractor == "publisher"
    assert evidence_of(document, "text")[0].startswith(f"{domain}: ")


def test_where_the_selectors_find_nothing_the_general_way_is_taken_and_the_reason_kept() -> None:
    document = clean_page(
        "theintercept.com",
        "<article><h1>{title}</h1><p>{lead}</p><p>{first}</p><p>{second}</p></article>",
    )
    assert document.text.split("\n\n") == TEXT
    assert document.extractor != "publisher"
    assert evidence_of(document, "text")[0].endswith("found 0 characters, too few")


def test_a_subdomain_belongs_to_its_publisher_and_a_stranger_to_none() -> None:
    publisher = find_publisher("sport.stern.de")
    assert publisher is not None
    assert publisher.domain == "stern.de"
    assert find_publisher("nostern.de") is None
    assert find_publisher(None) is None


def test_a_key_that_nobody_asks_for_is_refused_and_so_is_a_file_without_a_body() -> None:
    with pytest.raises(
        PublisherError, match=r"x\.example\.toml: nobody asks for bodies; known are body"
    ):
        read_publisher("x.example", 'bodies = ["article"]')
    with pytest.raises(PublisherError, match="says nothing of the body"):
        read_publisher("x.example", 'title = ["h1"]')


def test_title_authors_and_date_are_taken_from_where_the_file_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publisher = read_publisher(
        "pier.example",
        'body = [".b"]\ntitle = [".none", ".t"]\nauthors = [".a"]\ndate = ["time.d"]',
    )
    monkeypatch.setattr("transforms.clean.html.page.find_publisher", lambda _: publisher)
    shape = (
        '<h1>{kicker}</h1><h2 class="t">{title}</h2><p class="a">By Ada Penn and Nils Ost</p>'
        '<time class="d" datetime="2025-03-12">Wednesday</time><div class="b"><p>{lead}</p><p>{first}</p><p>{second}</p></div>'
    )
    document = clean_page("pier.example", shape)
    assert document.title == WORDS["title"]
    assert document.authors == ("Ada Penn", "Nils Ost")
    assert str(document.published.on) == "2025-03-12"
