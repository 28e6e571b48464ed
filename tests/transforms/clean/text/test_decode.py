import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.text.decode import decode_bytes, decode_page
from transforms.records import Page, Reject

ENGLISH = "“Don’t,” she said — at the café."
RUSSIAN = "Министр заявил в понедельник, что переговоры продолжатся, несмотря на отказ соседей."
JAPANESE = "首相は月曜日に記者会見で、会談は来週も続くと述べた。"


def page(content, charset=None):
    return Page("page.html", content, "0" * 64, "html", charset=charset)


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_text_comes_back_from_its_charset_though_none_is_declared(charset):
    assert decode_bytes(ENGLISH.encode(charset)) == ENGLISH


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r"])
@pytest.mark.parametrize("declared", [None, "iso-8859-1", "utf-8", "nonsense"])
def test_a_charset_that_lies_is_not_believed(charset, declared):
    assert decode_bytes(RUSSIAN.encode(charset), declared) == RUSSIAN


@pytest.mark.parametrize(
    ("charset", "declared"), [("koi8-r", "windows-1251"), ("cp1251", "koi8-r")]
)
def test_two_charsets_of_one_script_that_read_each_other_are_told_apart(charset, declared):
    assert decode_bytes(RUSSIAN.encode(charset), declared) == RUSSIAN
    assert decode_bytes(RUSSIAN.upper().encode(declared), declared) == RUSSIAN.upper()


def test_controls_among_letters_show_the_charset_of_windows():
    polish = "Burmistrz Świtała źle śpi, a żona śmieje się w ogródku. " * 3
    assert decode_bytes(polish.encode("cp1250"), "iso-8859-2") == polish
    assert decode_bytes(polish.encode("iso-8859-2"), "iso-8859-2") == polish


CENTRAL = "Most zostanie zamknięty późno, więc żółw i łódź czekają. " * 4
TURKISH = '<html lang="tr"><p>Köprü sonbahara kadar kapalı kalacak, diyor eşi ve ağabeyi.</p>'
ICELANDIC = '<html lang="is"><p>Brúin verður lokuð, segir sýslumaður og þingmaður.</p>'


@pytest.mark.parametrize("charset", ["iso-8859-2", "cp1250"])
@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_signs_within_words_show_a_charset_of_central_europe(charset, declared):
    assert decode_bytes(CENTRAL.encode(charset), declared) == CENTRAL


def test_letters_of_iceland_on_a_turkish_page_are_turkish():
    assert decode_bytes(TURKISH.encode("cp1254"), "iso-8859-1") == TURKISH
    assert decode_bytes(ICELANDIC.encode("cp1252"), "iso-8859-1") == ICELANDIC


def test_signs_beside_words_and_figures_stay_as_they_are():
    french = "L’été, ½ kilo : 25 m³ d’eau à 1¾ £, «oui» ±3°, note³ et œuvre – ça coûte 12¼. " * 4
    assert decode_bytes(french.encode("cp1252"), "iso-8859-1") == french


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp"])
def test_japanese_charsets_are_told_by_their_bytes(charset):
    assert decode_bytes(JAPANESE.encode(charset), charset) == JAPANESE


def test_the_meta_of_the_page_is_asked_where_the_header_is_silent():
    html = f'<html><meta charset="iso-8859-2"><p>{"Žluťoučký kůň pěl ďábelské ódy. " * 5}</p>'
    assert decode_bytes(html.encode("iso-8859-2")) == html


def test_valid_utf8_is_utf8_whatever_is_declared():
    assert decode_bytes(ENGLISH.encode(), "iso-8859-1") == ENGLISH


def test_a_torn_character_does_not_cost_the_page():
    content = (ENGLISH * 10).encode() + "é".encode()[:1]
    assert decode_bytes(content) == ENGLISH * 10 + "\ufffd"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (ENGLISH.encode() + b" An old caf\xe9 sign.", ENGLISH + " An old café sign."),
        (ENGLISH.encode() + b" It\x92s 3 million \x80", ENGLISH + " It’s 3 million €"),
        (ENGLISH.encode() + b" caf\xc3 sign", ENGLISH + " caf\ufffd sign"),
        (ENGLISH.encode() + b" \xff\xfe\xfa", ENGLISH + " \ufffd\ufffd\ufffd"),
        ("Ein Müller".encode() + b" und ein M\xfcller", "Ein Müller und ein Müller"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
def test_stray_bytes_do_not_make_utf8_another_charset(content, text, declared):
    assert decode_bytes(content, declared) == text


def test_a_western_text_with_two_letters_that_look_like_utf8_stays_western():
    text = "Le CAFÉ» de l’été était fermé à Orléans, où André a été arrêté."
    assert decode_bytes(text.encode("cp1252")) == text


def test_text_that_was_encoded_twice_is_mended():
    twice = (ENGLISH * 3).encode().decode("latin-1").encode()
    assert decode_bytes(twice) == ENGLISH * 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "not_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not_text"),
        (bytes(range(256)) * 40, "not_text"),
    ],
)
def test_what_is_no_text_is_rejected_with_its_reason(content, reason):
    rejected = decode_page(page(content))
    assert isinstance(rejected, Reject)
    assert rejected.reason == reason


def test_bytes_that_are_words_in_no_charset_are_rejected():
    broken = bytes(byte for byte in range(0x80, 0x100)) * 20
    rejected = decode_page(page(b"<p>" + broken + b"</p>", "utf-8"))
    assert isinstance(rejected, Reject)
    assert rejected.reason == "broken_encoding"


def test_random_bytes_are_never_an_exception():
    for _ in range(20):
        decode_page(page(os.urandom(2000)))


@settings(deadline=None, max_examples=100)
@given(st.text(min_size=1))
def test_utf8_decodes_to_what_was_encoded(text):
    content = text.encode("utf-8", "ignore")
    decoded = decode_bytes(content)
    assert decoded is not None
    assert decoded == content.decode() or any(mark in text for mark in "ÂÃâ\ufeff\x1b\0")
