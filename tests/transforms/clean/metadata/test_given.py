from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.clean.pages import PARAGRAPHS, make_page, make_record
from transforms.clean.door import clean
from transforms.records import Document, Reject


def document_of(page):
    document = clean(page)
    assert isinstance(document, Document), document
    return document


def test_the_text_of_a_record_is_kept_to_the_letter():
    text = "  Two  spaces,\r\n\ta tab, no\xa0break,\n\n\n“quotes” and a soft\xadhyphen. \n"
    assert document_of(make_record(text + " ".join(PARAGRAPHS))).text == text + " ".join(PARAGRAPHS)


def test_what_no_table_can_hold_is_replaced_one_for_one():
    page = make_page(
        (" ".join(PARAGRAPHS) + " \ud83d and \0.").encode("utf-8", "surrogatepass"), form="text"
    )
    assert document_of(page).text == " ".join(PARAGRAPHS) + " \ufffd and \ufffd."


def test_what_a_terminal_was_told_is_a_space_in_the_text_of_a_record():
    text = " ".join(PARAGRAPHS)
    page = make_page(f"{text} A ferry\x1b sank\x08.\n\n{text}".encode(), form="text")
    assert document_of(page).text == f"{text} A ferry  sank .\n\n{text}"


def test_a_text_in_no_utf_8_is_read_by_the_charset_that_fits():
    page = make_page(" ".join((*PARAGRAPHS, "Le café est fermé.")).encode("cp1252"), form="text")
    assert document_of(page).text.endswith("Le café est fermé.")


@pytest.mark.parametrize(
    ("stated", "language"),
    [("de", "de"), ("PT-br", "pt"), ("zz", "en"), ("English", "en"), ("", "en")],
)
def test_a_language_that_does_not_exist_is_not_believed(stated, language):
    assert document_of(make_record("\n\n".join(PARAGRAPHS), language=stated)).language == language


def test_the_record_states_the_metadata():
    page = make_record(
        "\n\n".join(PARAGRAPHS),
        external_id="a1",
        title=" Harbour  bridge &amp; ferry ",
        outlet="The Marlow Gazette",
        authors=("Ann Lee",),
        language="en-GB",
        published_at="2024-03-02",
    )
    document = document_of(page)
    assert (document.external_id, document.title, document.authors) == (
        "a1",
        "Harbour bridge & ferry",
        ("Ann Lee",),
    )
    assert document.outlet is not None
    assert (document.outlet.name, document.outlet.domain) == (
        "The Marlow Gazette",
        "marlowgazette.example",
    )
    assert (document.language, document.language_confidence) == ("en", 1.0)
    assert (document.published.on, document.published.source) == (date(2024, 3, 2), "given")
    assert document.dateline == "MARLOW, March 2 (Reuters)"
    assert {evidence.source for evidence in document.evidence} == {"record"}


def test_a_title_or_name_of_the_length_of_an_article_is_none():
    page = make_record(
        "\n\n".join(PARAGRAPHS),
        title="word " * 500,
        outlet="word " * 500,
        authors=("word " * 500, "Ann Lee"),
    )
    document = document_of(page)
    assert (document.title, document.authors) == (None, ("Ann Lee",))
    assert document.outlet is not None
    assert document.outlet.name == "marlowgazette.example"  # from the address
    of_html = clean(
        make_page(
            f"<title>{'word ' * 500}</title>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        )
    )
    assert isinstance(of_html, Document)
    assert of_html.title is None


def test_a_record_without_text_is_rejected():
    rejected = clean(make_record("  \n "))
    assert isinstance(rejected, Reject)
    assert rejected.reason == "empty"


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_as_it_was_but_for_control_characters(text):
    cleaned = clean(make_record(" ".join(PARAGRAPHS) + text))
    assert isinstance(cleaned, Document)
    told = "".join(
        " " if (one < " " and one not in "\t\n\v\f\r") or one == "\x7f" else one for one in text
    )
    assert cleaned.text == " ".join(PARAGRAPHS) + told


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Ann Lee and Bo Ek", ("Ann Lee", "Bo Ek")),
        ("By Ann Lee, Bo Ek", ("Ann Lee", "Bo Ek")),
        ("By Ann Lee", ("Ann Lee",)),
        ("ann.lee@marlow.example (Ann Lee)", ("Ann Lee",)),
        ("Von Trapp", ("Von Trapp",)),
        ("Marlow Museum of Boats and Nets", ("Marlow Museum of Boats and Nets",)),
        ("Reed and Sons", ("Reed and Sons",)),
        ("Newsroom", ("Newsroom",)),
    ],
)
def test_an_author_s_field_that_reads_as_several_full_names_is_several(stated, authors):
    assert document_of(make_record("\n\n".join(PARAGRAPHS), authors=(stated,))).authors == authors
