"""The rules that hold for articles, and what they measure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from expectations.rule import (
    KEY,
    SOME_WORD,
    Around,
    Measure,
    Row,
    absent,
    among,
    at,
    at_least,
    at_most,
    between,
    differs,
    drop,
    matches,
    no_longer,
    present,
    unique,
)
from transforms import records
from transforms.records import Article, Document, Published

SHA256 = r"^[0-9a-f]{64}$"
ADDRESS = r"^https?://[^\s/$.?#]\S*$"  # https://harbour-post.example/a?b=1
LONGEST_ADDRESS = 4_000  # characters
LANGUAGE = r"^[a-z]{2}$"  # en
COUNTRY = r"^[A-Z]{2}$"  # DE
# Just a moment... | 404 Not Found | Subscribe to read
BOILERPLATE_TITLE = (
    r"(?i)^\W*(?:home|homepage|index|untitled|error|access denied|forbidden|just a moment"
    r"|attention required|are you a robot|page not found|not found|404\b.*|403\b.*"
    r"|subscribe to (?:read|continue).*|log ?in|sign ?in|register"
    r"|cookie (?:policy|consent).*)\W*$"
)
SURROGATE = re.compile("[\ud800-\udfff]")
# what no text has; tab, line and page breaks are left to cleaning
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
BIDI_OVERRIDE = re.compile("[\u202d\u202e]")  # makes "gpj.exe" read "exe.jpg"
NOISE = re.compile("[\x80-\x9f\ufffd-\uffff]")  # C1 controls, and what stands for a broken byte


def list_articles(around: Around) -> Iterator[Row[Article]]:
    article = around.found.article
    yield Row(article.article_id, article, around)


def seen_in_words(pattern: re.Pattern[str]) -> Measure:
    """The first character of a class in what readers see, as U+202E."""
    return lambda row: name_character(pattern, words_of(row.record.document))


def surrogate(row: Row[Article]) -> str | None:
    """The first lone surrogate in anything that the tables hold of the article."""
    document = row.record.document
    return name_character(
        SURROGATE, "\n".join((words_of(document), *list_marginal_texts(document)))
    )


def name_character(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def words_of(document: Document) -> str:
    return "\n".join((document.title or "", document.text, *document.authors))


def list_marginal_texts(document: Document) -> Iterator[str]:
    """Every text of the record that no reader sees, but the tables hold."""
    outlet = document.outlet
    texts = (
        document.source_uri,
        document.url,
        document.canonical_url,
        document.external_id,
        document.section,
        document.dateline,
        document.published.evidence,
        outlet and outlet.name,
        outlet and outlet.domain,
    )
    yield from filter(None, texts)
    yield from (evidence.value for evidence in document.evidence)


def text_head(row: Row[Article]) -> str:
    return row.record.document.text.lstrip()[:200]


def text_length(row: Row[Article]) -> int:
    return len(row.record.document.text)


def title_length(row: Row[Article]) -> int | None:
    title = row.record.document.title
    return len(title) if title else None


def repeated_title(row: Row[Article]) -> str | None:
    document = row.record.document
    is_repeated = document.title and document.text.startswith(f"{document.title}\n")
    return document.title if is_repeated else None


def longest_author(row: Row[Article]) -> int | None:
    return max(map(len, row.record.document.authors), default=None)


def oldest_on(row: Row[Article]) -> str:
    """The first day that is believed; records may come from a newspaper's archive."""
    is_given = row.record.document.published.source == "given"
    return "1605-01-01" if is_given else "1990-01-01"


def newest_when_fetched(row: Row[Article]) -> str | None:
    """The day after the page was fetched, where that is known."""
    fetched_at = row.record.document.fetched_at
    return (fetched_at.date() + timedelta(days=1)).isoformat() if fetched_at else None


def newest_today(row: Row[Article]) -> str | None:
    """Tomorrow, for a page of which nobody knows when it was fetched."""
    if row.record.document.fetched_at:
        return None
    return (row.around.checked_on + timedelta(days=1)).isoformat()


def date_without_source(row: Row[Article]) -> str | None:
    published = row.record.document.published
    return published.on.isoformat() if published.on and published.source == "none" else None


def impossible_date(row: Row[Article]) -> str | None:
    """A statement that is no date."""
    published = row.record.document.published
    return published.evidence if published.source == "none" else None


def drop_date(document: Document) -> Document:
    return replace(document, published=Published(modified_at=document.published.modified_at))


def drop_bracket(document: Document) -> Document:
    return replace(document, published=replace(document.published, earliest=None, latest=None))


def drop_country(document: Document) -> Document:
    return replace(document, outlet=document.outlet and replace(document.outlet, country_code=None))


# what holds against a clock: the one that fetched, or this machine's
CLOCK_RULES = (
    at_most(
        "article_is_not_published_after_it_was_fetched",
        "published_on",
        drop_date,
        newest_when_fetched,
        at("document.published.on"),
    ),
    at_most(
        "article_is_not_published_after_today",
        "published_on",
        drop_date,
        newest_today,
        at("document.published.on"),
    ),
)
ARTICLE_RULES = (
    matches("article_id_is_a_key", "article_id", "critical", KEY),
    # a page crawled twice: loading keeps the later one
    unique("article_id_is_unique", "article_id", "info"),
    matches("article_has_a_source", "source_uri", "critical", SOME_WORD, at("document.source_uri")),
    matches(
        "article_content_has_a_digest",
        "content_sha256",
        "critical",
        SHA256,
        at("document.content_sha256"),
    ),
    matches("article_text_has_words", "text_head", "critical", SOME_WORD, text_head),
    between("article_text_is_of_a_length", "text_length", "critical", (1, 5_000_000), text_length),
    absent("article_has_no_lone_surrogate", "surrogate", "critical", surrogate),
    absent("article_has_no_control_character", "control", "critical", seen_in_words(CONTROL)),
    absent(
        "article_has_no_bidi_override", "bidi_override", "critical", seen_in_words(BIDI_OVERRIDE)
    ),
    absent("article_has_no_invisible_noise", "noise", "info", seen_in_words(NOISE)),
    absent("article_text_does_not_repeat_its_title", "repeated_title", "info", repeated_title),
    between("article_word_count_is_positive", "word_count", "info", (1, 1_000_000)),
    present("article_has_a_title", "title", "info", at("document.title")),
    differs(
        "article_title_is_not_boilerplate",
        "title",
        "info",
        BOILERPLATE_TITLE,
        at("document.title"),
    ),
    between("article_title_is_of_a_length", "title_length", "info", (1, 300), title_length),
    matches("article_url_is_well_formed", "url", drop(url=None), ADDRESS, at("document.url")),
    no_longer("article_url_is_no_book", "url", drop(url=None), LONGEST_ADDRESS, at("document.url")),
    matches(
        "article_canonical_url_is_well_formed",
        "canonical_url",
        drop(canonical_url=None),
        ADDRESS,
        at("document.canonical_url"),
    ),
    no_longer(
        "article_canonical_url_is_no_book",
        "canonical_url",
        drop(canonical_url=None),
        LONGEST_ADDRESS,
        at("document.canonical_url"),
    ),
    present("article_language_is_known", "language", "info", at("document.language")),
    matches(
        "article_language_is_a_code",
        "language",
        drop(language=None),
        LANGUAGE,
        at("document.language"),
    ),
    between(
        "article_language_confidence_is_a_share",
        "language_confidence",
        drop(language_confidence=None),
        (0, 1),
        at("document.language_confidence"),
    ),
    at_least(
        "article_is_not_published_before_1990",
        "published_on",
        drop_date,
        oldest_on,
        at("document.published.on"),
    ),
    *CLOCK_RULES,
    among(
        "article_published_precision_is_in_the_set",
        "published_precision",
        "critical",
        records.Precision,
        at("document.published.precision"),
    ),
    among(
        "article_published_source_is_in_the_set",
        "published_source",
        "critical",
        records.DateSource,
        at("document.published.source"),
    ),
    at_most(
        "article_published_bracket_is_in_order",
        "published_earliest",
        drop_bracket,
        at("document.published.latest"),
        at("document.published.earliest"),
    ),
    absent(
        "article_date_says_where_it_was_read",
        "date_without_source",
        drop_date,
        date_without_source,
    ),
    absent("article_stated_date_is_a_day", "impossible_date", "info", impossible_date),
    among("article_genre_is_in_the_set", "genre", "critical", records.Genre, at("document.genre")),
    matches(
        "article_outlet_id_is_a_key",
        "outlet_id",
        "critical",
        KEY,
        at("document.outlet.outlet_id"),
    ),
    matches(
        "article_outlet_country_is_a_code",
        "outlet_country_code",
        drop_country,
        COUNTRY,
        at("document.outlet.country_code"),
    ),
    between("article_authors_are_names", "longest_author", "info", (1, 120), longest_author),
)
