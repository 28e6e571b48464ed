"""Text -> its quotes, as the flow finds them."""

from collections.abc import Sequence
from functools import cache

from spacy.language import Language

from transforms.grammar.parse import Parse, parse_document
from transforms.quotes import find_quotes
from transforms.records import Article, Document, Quote, TimeMention


@cache
def read(text: str, nlp: Language, title: str | None = None) -> tuple[Article, Parse]:
    document = Document(source_uri="a.txt", content_sha256="0", title=title, text=text)
    return Article("a" * 16, document, word_count=len(text.split())), parse_document(document, nlp)


def quotes_of(
    text: str, nlp: Language, title: str | None = None, times: Sequence[TimeMention] = ()
) -> list[Quote]:
    return find_quotes(*read(text, nlp, title), times)
