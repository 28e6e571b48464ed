"""Findings -> the rows of table `article` as the rules see them: what the records say, and beside
it what the rules compare.

A measured column holds None where there is nothing to complain of, else what was seen. Days are ISO
words, so that they compare.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.records import Article, Document, Findings

SURROGATE = re.compile("[\ud800-\udfff]")
# what no text has; tab, line and page breaks are left to cleaning
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
BIDI_OVERRIDE = re.compile("[\u202d\u202e]")  # makes "gpj.exe" read "exe.jpg"
NOISE = re.compile("[\x80-\x9f\ufffd-\uffff]")  # C1 controls, and what stands for a broken byte

Columns = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be checked. `key` names it to people.

    article: place of its article in the batch. owner: place in the article of the record itself, or
    of the quote of a span or source; for an article the same as `article`.
    """

    key: str
    columns: Columns
    article: int
    owner: int


def make_article_rows(findings: Sequence[Findings], checked_on: date) -> list[Row]:
    """A row an article. `checked_on` stands in for the day on which a page was fetched, where that
    is not known.
    """
    return [
        Row(found.article.article_id, measure_article(found.article, checked_on), place, place)
        for place, found in enumerate(findings)
    ]


def measure_article(article: Article, checked_on: date) -> Columns:
    document = article.document
    words = "\n".join((document.title or "", document.text, *document.authors))
    return {
        "article_id": article.article_id,
        "source_uri": document.source_uri,
        "content_sha256": document.content_sha256,
        "word_count": article.word_count,
        "text_head": document.text.lstrip()[:200],
        "text_length": len(document.text),
        "surrogate": name_character(SURROGATE, "\n".join((words, *list_marginal_texts(document)))),
        "control": name_character(CONTROL, words),
        "bidi_override": name_character(BIDI_OVERRIDE, words),
        "noise": name_character(NOISE, words),
        "title": document.title,
        "title_length": len(document.title) if document.title else None,
        "repeated_title": document.title
        if document.title and document.text.startswith(f"{document.title}\n")
        else None,
        "url": document.url,
        "canonical_url": document.canonical_url,
        "language": document.language,
        "language_confidence": document.language_confidence,
        "genre": document.genre,
        "outlet_id": document.outlet.outlet_id if document.outlet else None,
        "outlet_country_code": document.outlet.country_code if document.outlet else None,
        "longest_author": max(map(len, document.authors), default=None),
        **measure_publication(article, checked_on),
    }


def list_marginal_texts(document: Document) -> Iterator[str]:
    """Every text of the record that no reader sees, but the tables hold."""
    outlet, published = document.outlet, document.published
    named = (
        document.source_uri,
        document.url,
        document.canonical_url,
        document.external_id,
        document.section,
        document.dateline,
    )
    yield from (
        text
        for text in (*named, published.evidence, outlet and outlet.name, outlet and outlet.domain)
        if text
    )
    yield from (evidence.value for evidence in document.evidence)


def measure_publication(article: Article, checked_on: date) -> Columns:
    published, fetched_at = article.document.published, article.document.fetched_at
    newest_on = (fetched_at.date() if fetched_at else checked_on) + timedelta(days=1)
    return {
        "published_on": in_words(published.on),
        "oldest_on": "1605-01-01"
        if published.source == "given"
        else "1990-01-01",  # records may come from a newspaper's archive
        "newest_on": in_words(newest_on),
        "published_precision": published.precision,
        "published_source": published.source,
        "published_earliest": in_words(published.earliest),
        "published_latest": in_words(published.latest),
        "date_without_source": in_words(published.on) if published.source == "none" else None,
        "impossible_date": published.evidence if published.source == "none" else None,
    }


def name_character(pattern: re.Pattern[str], text: str) -> str | None:
    """The first character of a class in the text, as U+202E; None where there is none."""
    found = pattern.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def in_words(day: date | None) -> str | None:
    return day.isoformat() if day else None
