"""Block quotations of a page, without marks: whose they are where a sentence brings them in or a
name signs them, else nobody's.
"""

import pytest
from spacy.language import Language

from transforms.clean.door import clean
from transforms.grammar.parse import parse_document
from transforms.quotes import find_quotes
from transforms.records import Article, Document, Page, Quote

PAGE = """<html lang="en"><head><title>The quay</title></head><body><article><h1>The quay</h1>
<p>The old grain store lost part of its roof in the storm, and the last of the cables had been moved by the evening. Nobody was
hurt, and the council is to meet again before the end of the quarter.</p>{between}<p>The flood gate has stood empty since the strike,
because the builder had gone out of business. Trade in the streets near by fell by a fifth in the weeks after.</p></article>
</body></html>"""
LETTER = "<blockquote><p>We will not sell a metre of the quay.</p><p>My answer is no, and it will be no next year.</p></blockquote>"


def quotes_of(between: str, nlp: Language) -> list[Quote]:
    html = PAGE.format(between=between)
    document = clean(
        Page(source_uri="a.html", content=html.encode(), content_sha256="0", form="html")
    )
    assert isinstance(document, Document)
    return find_quotes(Article("a" * 16, document, 1), parse_document(document, nlp))


@pytest.mark.parametrize(
    "between",
    [
        f"<p>In her letter, Astrid Vell says:</p>{LETTER}",
        f"<p>Mayor Astrid Vell wrote in a letter to the bank:</p>{LETTER}",
        f"<p>The bank had asked again.</p>{LETTER}<p>— Astrid Vell</p>",
    ],
)
def test_a_block_quotation_that_is_brought_in_or_signed_is_theirs(
    between: str, nlp: Language
) -> None:
    quote = next(quote for quote in quotes_of(between, nlp) if "My answer is no" in quote.text)
    assert quote.speaker_text is not None
    assert quote.speaker_text.endswith("Astrid Vell")
    assert quote.kind == "direct"


def test_one_that_nobody_brings_in_is_nobodys(nlp: Language) -> None:
    assert not [
        quote
        for quote in quotes_of(f"<p>Astrid Vell has a letter. It is long.</p>{LETTER}", nlp)
        if quote.kind == "direct"
    ]
