"""A text, and who says which words of it -> its names and who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.language import Language

from transforms.entities import Names, Reading, find_names, read_mentions
from transforms.grammar.parse import parse_document
from transforms.keys import make_key
from transforms.records import Article, Document, Quote, SourceHop, Span


@dataclass(frozen=True, slots=True)
class Asked:
    """said: words and who says them; source: through whom they all are said."""

    text: str
    title: str | None = None
    said: tuple[tuple[str, str], ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    article: Article
    names: Names
    quotes: tuple[Quote, ...]
    reading: Reading


def read(asked: Asked, nlp: Language) -> Read:
    document = Document(source_uri="a.html", content_sha256="0", title=asked.title, text=asked.text)
    key = make_key("article", asked.title, asked.text)
    article = Article(key, document, len(asked.text.split()))
    parse = parse_document(document, nlp)
    names = find_names(article, parse)
    quotes = tuple(
        make_quote(article, words, speaker, asked.source) for words, speaker in asked.said
    )
    return Read(article, names, quotes, read_mentions(article, parse, names, quotes))


def make_asked(
    text: str, title: str | None, quotes: Mapping[str, str] | None, source: str | None
) -> Asked:
    return Asked(text, title, tuple((quotes or {}).items()), source)


def make_quote(article: Article, words: str, speaker: str, source: str | None = None) -> Quote:
    """A quote of these words; its speaker stands nearest to them, in the title where the words
    do.
    """
    in_title = words in (article.document.title or "")
    text = (article.document.title or "") if in_title else article.document.text
    start = text.index(words)
    places = [at for at in range(len(text)) if text.startswith(speaker, at)]
    at = min(
        places, key=lambda at: min(abs(at - start - len(words)), abs(start - at - len(speaker)))
    )
    return Quote(
        quote_id=make_key("quote", article.article_id, start),
        article_id=article.article_id,
        kind="direct" if words.startswith("“") else "indirect",
        in_title=in_title,
        text=words,
        char_start=start,
        char_end=start + len(words),
        spans=(Span(start, start + len(words), words),),
        speaker_text=speaker,
        speaker_start=at,
        speaker_end=at + len(speaker),
        sources=(SourceHop(1, source, "agency"),) if source else (),
    )
