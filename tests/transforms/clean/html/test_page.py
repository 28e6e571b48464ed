from datetime import date
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.clean.pages import HEADLINE, PARAGRAPHS, URL, make_html, make_page
from transforms.clean.door import clean
from transforms.clean.html.page import is_signed, read_page
from transforms.clean.text.characters import tidy_line
from transforms.records import Document, Given, Reject


def document_of(html, **fields):
    document = clean(make_page(html, **fields))
    assert isinstance(document, Document), document
    return document


def test_the_text_is_the_article_and_nothing_else():
    assert document_of(make_html()).text.split("\n\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("url", "html", "claimed"),
    [
        (None, make_html(), True),
        (URL, make_html(), False),
        (None, make_html().replace('rel="canonical"', 'rel="alternate"'), False),
    ],
)
def test_an_address_that_only_the_page_names_is_claimed(url, html, claimed):
    document = document_of(html, url=url)
    assert (document.is_url_claimed, document.url is None) == (claimed, not (claimed or url))


def test_each_metadatum_comes_with_its_evidence():
    document = document_of(make_html())
    assert document.title == HEADLINE
    assert document.authors == ("Ann Lee",)
    assert document.outlet is not None
    assert (document.outlet.name, document.outlet.domain) == (
        "The Marlow Gazette",
        "marlowgazette.example",
    )
    assert document.section == "Local news"
    assert document.dateline == "MARLOW, March 2 (Reuters)"
    assert document.canonical_url == URL
    assert document.language == "en"
    assert document.published.on == date(2024, 3, 2)
    assert {(found.field, found.source) for found in document.evidence} >= {
        ("title", "h1"),
        ("title", "json-ld"),
        ("author", "json-ld"),
        ("outlet", "og:site_name"),
        ("section", "json-ld articleSection"),
        ("canonical_url", "link canonical"),
    }


@pytest.mark.parametrize(
    ("noise", "rule"),
    [
        ('<p class="share">Share this on Facebook or WhatsApp</p>', None),
        (
            '<p><strong><a href="/ferry">Read more: What the ferry will cost this summer</a></strong></p>',
            None,
        ),
        ("<p><em>Photo: Ann Lee/Norpix</em></p>", None),
        (f"<p>{PARAGRAPHS[1]}</p>", "repeated_paragraph"),
        (
            '<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story from the harbour.</p></div>',
            None,
        ),
    ],
)
def test_what_is_no_part_of_the_story_is_left_out(noise, rule):
    document = document_of(make_html(after=noise))
    assert document.text.split("\n\n") == list(PARAGRAPHS)
    assert rule is None or rule in {dropped.rule for dropped in document.dropped}


LATER = "Traders on the west bank have asked the county for help as well, and meet on Thursday."


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Subscribe now</b> for all our stories.</p>",
        "<p>Read also: <a href='/m'>Mill sold to the baker</a></p>",
        "<div class='reg-wall'><p>Free to read for members only.</p></div>",
    ],
)
def test_what_the_site_says_between_two_paragraphs_is_no_part_of_the_story(line):
    html = make_html(after=line + f"<p>{LATER}</p>")
    document = document_of(html)
    assert document.text.split("\n\n") == [*PARAGRAPHS, LATER]


def test_the_rest_of_a_story_that_a_button_shows_is_read():
    rest = [f"{paragraph} That was in year {at}." for at, paragraph in enumerate(PARAGRAPHS)]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    hidden = "<div class='%s' style='display: none'>%s</div><button>Read more</button>"
    document = document_of(make_html(after=hidden % ("read-more-content", body)))
    assert document.text.split("\n\n") == [*PARAGRAPHS, *rest]
    unnamed = document_of(make_html(after=hidden % ("copy-for-phones", body)))
    assert unnamed.text.split("\n\n") == list(PARAGRAPHS)


def test_a_headline_that_the_body_repeats_is_dropped_by_name():
    document = document_of(make_html(before=f"<p>{HEADLINE}</p>"))
    assert document.text.split("\n\n") == list(PARAGRAPHS)
    assert HEADLINE not in document.text


@pytest.mark.parametrize(
    ("line", "rule"), [("World", "label"), ("13 November 2026 10:47", "date_line")]
)
def test_a_section_or_a_date_above_the_text_is_no_part_of_it(line, rule):
    document = document_of(make_html(before=f"<p>{line}</p>"))
    assert document.text.split("\n\n") == list(PARAGRAPHS)
    assert line not in {dropped.text for dropped in document.dropped} or rule in {
        dropped.rule for dropped in document.dropped
    }


def test_quotation_marks_stay_as_they_stand_in_the_page():
    text = document_of(make_html()).text
    assert "“Safety comes first,”" in text


def test_characters_are_dealt_with_before_offsets_are_taken():
    text = document_of(
        make_html(
            [
                PARAGRAPHS[0].replace("bridge", "br\xadid\u200bge").replace(" will", "\xa0will"),
                *PARAGRAPHS[1:],
            ]
        )
    ).text
    assert text.split("\n\n")[0] == PARAGRAPHS[0]


def test_a_noncharacter_does_not_cost_the_article():
    html = make_html().replace("six weeks from", "six weeks&#xFFFE; from")
    assert document_of(html).text.split("\n\n") == list(PARAGRAPHS)


def test_the_record_fills_what_the_page_does_not_state():
    html = (
        "<html><body>"
        + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
        + "</body></html>"
    )
    record = Given(
        external_id="a1",
        title=HEADLINE,
        outlet="The Marlow Gazette",
        authors=("Ann Lee",),
        published_at="2024-03-02",
    )
    document = document_of(html, url=None, given=record)
    assert (document.external_id, document.title, document.authors) == (
        "a1",
        HEADLINE,
        ("Ann Lee",),
    )
    assert document.outlet is not None
    assert document.outlet.name == "The Marlow Gazette"
    assert document.published.on == date(2024, 3, 2)


def test_the_records_name_for_the_outlet_is_better_than_a_bare_domain():
    html = (
        "<html><body>"
        + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
        + "</body></html>"
    )
    document = document_of(html, given=Given(outlet="Marlow Radio News"))
    assert document.outlet is not None
    assert (document.outlet.name, document.outlet.domain) == (
        "Marlow Radio News",
        "marlowgazette.example",
    )
    assert [
        (found.source, found.value) for found in document.evidence if found.field == "outlet"
    ] == [
        ("url", "marlowgazette.example"),
        ("record", "Marlow Radio News"),
    ]


def test_a_page_that_lost_its_letters_is_rejected_as_such():
    lost = [paragraph.replace("e", "\ufffd") for paragraph in PARAGRAPHS]
    pages = (
        make_page(make_html(lost)),
        make_page("\n\n".join(lost), form="dump"),
        make_page("\n\n".join(lost), form="text"),
    )
    for rejected in map(clean, pages):
        assert isinstance(rejected, Reject)
        assert rejected.reason == "broken_encoding"


@pytest.mark.parametrize("html", ["", "<html></html>", "%PDF-1.4", "<p>Hello.</p>"])
def test_a_page_without_an_article_is_rejected_with_a_reason(html):
    rejected = clean(make_page(html))
    assert isinstance(rejected, Reject)
    assert rejected.reason


SENTENCES = st.lists(st.sampled_from(PARAGRAPHS), min_size=3, max_size=5, unique=True)


@settings(deadline=None, max_examples=15)
@given(SENTENCES)
def test_cleaning_twice_is_cleaning_once(paragraphs):
    once = document_of(make_html(paragraphs)).text
    assert document_of(make_html(once.split("\n\n"))).text == once


NOISE = st.lists(st.text("abc xyz,.!&<>'", max_size=80), max_size=6)


@settings(deadline=None, max_examples=25)
@given(SENTENCES, NOISE)
def test_no_line_of_the_text_was_not_in_the_page(paragraphs, noise):
    document = document_of(
        make_html(paragraphs, after="".join(f"<div>{escape(line)}</div>" for line in noise))
    )
    lines = document.text.split("\n\n")
    assert set(lines) <= {*paragraphs, *map(tidy_line, noise)}
    assert set(lines) >= set(paragraphs)


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=2000))
def test_no_bytes_are_an_exception(content):
    assert isinstance(clean(make_page(content)), Document | Reject)


def test_a_name_that_heads_one_of_several_parts_of_the_page_is_no_signature():
    roses = {
        "Madame Ferrand": "Blush pink and heavily scented, at home on a north wall.",
        "Parson Gate": "White, single and vigorous, for where nobody prunes.",
        "Copper Kettle": "Orange buds that fade to apricot, bred here in 2004.",
    }
    parts = "".join(f"<h3>{name}</h3><p>{told}</p>" for name, told in roses.items())
    signed = "<p>By Ann Lee</p><p>The roses of the old garden were in flower again on Sunday.</p>"
    for body, is_told in ((parts, False), (f"{signed}{parts}", True)):
        read = read_page(make_page(f"<html><body><h1>Climbing roses</h1>{body}</body></html>"))
        assert read.metadata.authors
        assert is_signed(read) == is_told


@pytest.mark.parametrize(
    ("url", "canonical", "told"),
    [
        ("https://gazette.example/contact", "", "https://gazette.example/contact"),
        (None, "https://gazette.example/contact", "https://gazette.example/contact"),
        (None, "", None),
    ],
)
def test_a_page_that_is_no_article_is_rejected_with_its_address(url, canonical, told):
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    rejected = clean(make_page(f"<html><head>{link}</head><p>Write to us.</p></html>", url=url))
    assert isinstance(rejected, Reject)
    assert rejected.url == told
