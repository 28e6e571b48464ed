"""Feeds and sitemaps on disk: entries with their whole article are pages, the others are
addresses.
"""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sources import Address, PageRef, SourceFile, list_refs, read_pages
from flows.sources.feeds import NUMBERED, Entry, keep_character, list_addresses, read_entries
from flows.sources.recognise import recognise
from flows.sources.reference import UnreadableError
from tests.cpu import cpu_seconds
from transforms.records import Given, Page

ARTICLE = "<p>The ferry will sail again on Monday, the harbour office said.</p>" * 12
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ferry Post</title><language>en-ie</language>
<item><title>Ferry &amp; harbour</title><link>https://ferry.example/1</link><guid>f-1</guid><dc:creator>Ana Reis</dc:creator>
<pubDate>Fri, 20 Nov 2026 08:30:00 +0100</pubDate><content:encoded><![CDATA[{ARTICLE}<script>alert(1)</script>]]></content:encoded></item>
<item><title>Teaser</title><link>https://ferry.example/2</link><description>Read on.</description></item>
<item><title>Nothing</title></item>
<item><title>Old</title><link>https://ferry.example/3</link><pubDate>Sun, 01 Nov 2026 08:30:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><title>Sails</title><id>q-1</id>
<published>2026-11-20T08:30:00Z</published><link href="https://quay.example/1"/>
<content type="html">{ARTICLE.replace("<", "&lt;")}</content>
</entry></feed>"""


JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Quay",
    "language": "en",
    "authors": [{"name": "Ana Reis"}],
    "items": [
        {
            "id": "q-1",
            "url": "https://quay.example/1",
            "title": "Ferry &amp; harbour",
            "content_html": ARTICLE,
            "date_published": "2026-11-20T23:30:00-05:00",
            "date_modified": "2026-11-22T08:30:00Z",
            "authors": [{"name": "Bo Ek"}],
        },
        {"id": "q-2", "content_text": "The ferry & the quay.\n\nIt sails.\n\n" * 20},
        {"id": "q-3", "external_url": "https://quay.example/3", "summary": "Read on."},
        {"id": 4, "date_published": "soon", "author": {"name": "Cy Low"}},
        "no item",
    ],
}


def feed(tmp_path: Path, text: str) -> SourceFile:
    (tmp_path / "feed.xml").write_text(text)
    return SourceFile(tmp_path / "feed.xml", "feed")


def test_an_entry_with_its_article_is_a_page_and_one_with_a_link_an_address(tmp_path: Path) -> None:
    article, teaser, nothing, old = list_refs(feed(tmp_path, RSS))
    assert isinstance(article, PageRef) and article.source_uri == f"{tmp_path}/feed.xml#1"
    assert teaser == Address("https://ferry.example/2", found_in=f"{tmp_path}/feed.xml#2")
    assert getattr(nothing, "reason", None) == "no_text"
    assert old == Address(
        "https://ferry.example/3",
        date(2026, 11, 1),
        Given(published_at="2026-11-01T08:30:00+00:00"),
        found_in=f"{tmp_path}/feed.xml#4",
    )


def test_the_page_of_an_entry_holds_its_article_and_what_the_feed_says_of_it(
    tmp_path: Path,
) -> None:
    [page] = read_pages(
        [next(ref for ref in list_refs(feed(tmp_path, RSS)) if isinstance(ref, PageRef))]
    )
    assert isinstance(page, Page) and page.form == "html" and page.url == "https://ferry.example/1"
    assert page.given == Given(
        "f-1",
        "Ferry & harbour",
        "2026-11-20T08:30:00+01:00",
        "Ferry Post",
        ("Ana Reis",),
        "en-ie",
        f"{tmp_path}/feed.xml#1",
    )
    text = page.content.decode()
    assert "<title>Ferry &amp; harbour</title>" in text and ARTICLE in text


def test_an_entry_is_in_its_own_language_where_it_says_so() -> None:
    rss = RSS.replace("<description>", "<dc:language>cy</dc:language><description>")
    assert [entry.given.language for entry in read_entries(rss.encode())][:2] == ["en-ie", "cy"]
    atom = ATOM.replace("<feed ", '<feed xml:lang="en" ')
    tagged = atom.replace("<entry>", '<entry xml:lang="cy">')
    assert read_entries(atom.encode())[0].given.language == "en"
    assert read_entries(tagged.encode())[0].given.language == "cy"
    items = [{"id": "q-1", "language": "cy"}, {"id": "q-2"}]
    told = read_entries(json.dumps(JSON | {"items": items}).encode())
    assert [entry.given.language for entry in told] == ["cy", "en"]


def test_a_feed_in_json_is_read_as_rss_is(tmp_path: Path) -> None:
    whole, short, elsewhere, bare = read_entries(json.dumps(JSON).encode())
    assert whole == Entry(
        "https://quay.example/1",
        date(2026, 11, 21),
        Given(
            "q-1",
            "Ferry & harbour",
            "2026-11-20T23:30:00-05:00",
            "Quay",
            ("Bo Ek",),
            "en",
        ),
        ARTICLE,
        True,
        datetime(2026, 11, 22, 8, 30, tzinfo=UTC),
    )
    assert short.content == "<p>The ferry &amp; the quay.</p><p>It sails.</p>" * 20
    assert short.is_sure and short.given.authors == ("Ana Reis",)
    assert (elsewhere.url, elsewhere.content) == ("https://quay.example/3", None)
    assert (bare.url, bare.on, bare.given.external_id) == (None, None, "4")
    article, *others = list_refs(feed(tmp_path, json.dumps(JSON)))
    assert isinstance(article, PageRef)
    assert [type(other).__name__ for other in others] == ["PageRef", "Address", "Reject"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "bad_feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": {}}', "bad_feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "empty_feed"),
    ],
)
def test_a_broken_feed_in_json_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_entries(text.encode())
    assert caught.value.reason == reason


def test_atom_is_read_as_rss_is(tmp_path: Path) -> None:
    [page] = read_pages(
        [ref for ref in list_refs(feed(tmp_path, ATOM)) if isinstance(ref, PageRef)]
    )
    assert isinstance(page, Page) and page.given
    assert (page.url, page.given.published_at, page.given.outlet) == (
        "https://quay.example/1",
        "2026-11-20T08:30:00Z",
        "Quay",
    )


def test_since_leaves_out_older_entries(tmp_path: Path) -> None:
    assert len(list(list_refs(feed(tmp_path, RSS), since=date(2026, 11, 10)))) == 3


def test_entities_and_broken_xml_are_refused(tmp_path: Path, reasons_in) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    (tmp_path / "laughs.xml").write_text(laughs)
    (tmp_path / "sitemap.xml").write_text(
        laughs.replace("<rss>", "<urlset>").replace("</rss>", "</urlset>")
    )
    (tmp_path / "empty.rss").write_text("<rss><channel/></rss>")
    (tmp_path / "broken.rss").write_text("<rss><channel><<<")
    assert reasons_in(tmp_path) == {
        "laughs.xml": "unsafe_xml", "sitemap.xml": "unsafe_xml", "empty.rss": "empty_feed", "broken.rss": "empty_feed",
    }  # fmt: skip


def test_a_feed_that_changed_after_listing_gives_rejects(tmp_path: Path) -> None:
    file = feed(tmp_path, RSS)
    refs = [ref for ref in list_refs(file) if isinstance(ref, PageRef)]
    file.path.write_text("<rss><channel><item><title>x</title></item></channel></rss>")
    [reject] = read_pages([PageRef(refs[0].path, "feed", 2, refs[0].source_uri)])
    assert getattr(reject, "reason", None) == "not_found"


def entries_of(text: str | bytes) -> list[Entry]:
    return read_entries(text if isinstance(text, bytes) else text.encode())


def rss(item: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    return f'{head}<rss version="2.0"><channel><item>{item}</item><item><title>Next</title></item></channel></rss>'


@pytest.mark.parametrize(
    "reference",
    [
        "&#1114112;",
        "&#xD800;",
        "&#55296;",
        "&#0;",
        "&#x110000;",
        "&#99999999999999999999;",
        "&#xFFFE;",
    ],
)
def test_a_reference_to_no_character_costs_itself(reference: str) -> None:
    first, following = entries_of(rss(f"<title>Ferry{reference} sails &#8211; at last</title>"))
    assert (first.given.title, following.given.title) == ("Ferry sails – at last", "Next")


@pytest.mark.parametrize(
    ("escaped", "title"),
    [
        ("Pier &amp;#8217;s works", "Pier ’s works"),
        ("Pier &amp;amp; dock", "Pier & dock"),
        ("Pier &amp;amp;amp; dock", "Pier & dock"),
        ("&lt;i&gt;Lusitania&lt;/i&gt; found", "Lusitania found"),
        ("<![CDATA[<b>Ferry</b> &amp; quay]]>", "Ferry & quay"),
        ("Fish & chips", "Fish & chips"),
        ("3 &lt; 4", "3 < 4"),
    ],
)
def test_titles_are_read_without_markup_and_references(escaped: str, title: str) -> None:
    assert entries_of(rss(f"<title>{escaped}</title>"))[0].given.title == title


@pytest.mark.parametrize("ending", ["example", "com", "media", "co.uk"])
def test_an_author_behind_an_address_is_read_as_written(ending: str) -> None:
    stated = f"ann@quay.{ending} (Ann Lee)"
    [entry, *_] = entries_of(rss(f"<title>Ferry</title><author>{stated}</author>"))
    assert entry.given.authors in (("Ann Lee",), (stated,))
    two = "<author><name>Ann Lee</name></author><author><name>Bo Ek</name></author>"
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Sails</title>{two}</entry></feed>'
    )
    assert entries_of(atom)[0].given.authors == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize("stamp", ["2026-11-20", "2026-11-20T08:30+01:00", "2026-11-20T08:30:00Z"])
def test_the_dublin_core_day_of_an_entry_in_rss_is_that_of_its_publication(stamp: str) -> None:
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    dated = f"<title>Sails</title><link>https://quay.example/1</link><dc:date>{stamp}</dc:date>"
    [entry] = entries_of(
        f'{head} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<item rdf:about="https://quay.example/1">{dated}</item></rdf:RDF>'
    )
    assert (entry.on, entry.given.published_at) == (date(2026, 11, 20), stamp)


def test_a_stray_byte_in_a_feed_costs_itself() -> None:
    text = (
        rss("<title>“Ferry” — café “sails” — “again”, “at” “last” “now”</title>")
        .encode()
        .replace("é".encode(), b"\xe9")
    )
    [first, _] = entries_of(text)
    assert first.given.title and first.given.title.startswith("“Ferry” — caf")


@pytest.mark.parametrize(
    "head", ["<br />\n<b>Warning</b>: no cache in <b>/var/x.php</b><br />\n", "\n\n  ", "\ufeff"]
)
def test_what_stands_before_a_feed_is_no_matter(tmp_path: Path, head: str) -> None:
    text = head + rss("<title>Ferry</title>")
    (tmp_path / "feed.xml").write_text(text)
    assert recognise("feed.xml", text.encode()) == "feed"
    assert entries_of(text)[0].given.title == "Ferry"


@pytest.mark.parametrize(
    ("element", "scrap"),
    [("description", "&lt;p "), ("title", "&amp;lt;"), ("content:encoded", "<b>x</b>")],
)
def test_two_megabytes_of_anything_in_a_feed_cost_seconds(element: str, scrap: str) -> None:
    text = rss(f"<{element}>{scrap * (2_000_000 // len(scrap))}</{element}>").encode()

    def read() -> None:
        with suppress(UnreadableError):  # too many elements
            entries_of(text)

    assert cpu_seconds(read, runs=1) < 5


@pytest.mark.parametrize("name", ["fulltext", "full-text"])
def test_an_article_in_an_element_of_its_own_is_the_entry_s(name: str) -> None:
    item = f"<description>In short.</description><{name}><![CDATA[{ARTICLE}]]></{name}>"
    entry = entries_of(rss(item))[0]
    assert (entry.content, entry.is_sure) == (ARTICLE, True)


def test_tags_in_character_data_are_no_elements_of_the_feed() -> None:
    body = "<![CDATA[" + "<b>x</b>" * 150_000 + "]]>"
    assert entries_of(rss(f"<description>{body}</description>"))


@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_a_whole_article_in_a_description_stands_in_for_its_page(
    tmp_path: Path, layers: int
) -> None:
    body = ARTICLE
    for _ in range(layers):
        body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    item = (
        f"<title>Ferry</title><link>https://ferry.example/1</link><description>{body}</description>"
    )
    address, _ = list_refs(feed(tmp_path, rss(item)))
    assert isinstance(address, Address) and address.stand_in
    [page] = read_pages([address.stand_in])
    assert isinstance(page, Page) and page.url == address.url and ARTICLE.encode() in page.content
    assert page.given and page.given.feed_url == page.source_uri == f"{tmp_path}/feed.xml#1"
    [fetched] = list_addresses(rss(item).encode(), "https://ferry.example/feed")
    assert fetched.article and ARTICLE.encode() in fetched.article


@pytest.mark.parametrize(
    "end", ["...", "…", " [...]", ' <a href="/1">Read more</a>', " Continue reading →"]
)
def test_a_long_teaser_is_no_article(end: str) -> None:
    item = f"<link>https://ferry.example/1</link><description><![CDATA[{ARTICLE}<p>And then{end}</p>]]></description>"
    assert entries_of(rss(item))[0].content is None


SCRAPS = [
    "http://[half",
    "&#xD800;",
    "99999",
    "-1",
    "Fri, 32 Nov 2026 99:99 +9999",
    "<item>",
    "</item>",
    "<link>",
    "\x00",
    "\ufffe",
    "0000-00-00",
]


@given(
    st.sampled_from([RSS, ATOM]),
    st.lists(st.tuples(st.integers(min_value=0), st.sampled_from(SCRAPS)), max_size=4),
)
@settings(deadline=None, max_examples=60)
def test_a_mangled_feed_gives_results_that_any_database_takes(
    tmp_path_factory, read_all, text: str, scraps: list[tuple[int, str]]
) -> None:
    for place, scrap in scraps:
        at = place % len(text)
        text = text[:at] + scrap + text[at:]
    path = tmp_path_factory.getbasetemp() / "mangled.xml"
    path.write_text(text)
    for page in read_all(path):
        if isinstance(page, Page) and page.given:
            "".join(
                [
                    page.url or "",
                    page.given.title or "",
                    page.given.published_at or "",
                    *page.given.authors,
                ]
            ).encode("utf-8")


@pytest.mark.parametrize(
    ("last", "beyond"),
    [
        ("&#55295;", "&#55296;"),
        ("&#xe000;", "&#xdfff;"),
        ("&#65533;", "&#65534;"),
        ("&#x10FFFF;", "&#x110000;"),
        ("&#1114111;", "&#1114112;"),
        ("&#32;", "&#31;"),
        ("&#9;", "&#8;"),
        ("&#0000010;", "&#00000010;"),
    ],
)
def test_a_numbered_reference_stands_where_it_is_a_character(last: str, beyond: str) -> None:
    assert NUMBERED.sub(keep_character, f"Pier {last}") == f"Pier {last}"
    assert NUMBERED.sub(keep_character, f"Pier {beyond}") == "Pier "
