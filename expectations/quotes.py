"""The rules that hold for quotes, their pieces and their sources, and what they measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from expectations.rule import (
    KEY,
    SOME_WORD,
    Around,
    Row,
    absent,
    among,
    article_of,
    at_least,
    at_most,
    between,
    differs,
    drop,
    equal,
    length_around,
    matches,
    no_referent,
    repeated,
    sliced,
    word,
)
from transforms import records
from transforms.records import JOINT, Quote, SourceHop, Span

LONGEST_TEXT = 5_000_000  # characters
UNTOLD = r"^none$"  # what a quote's record has where nobody filled it


def list_quotes(around: Around) -> Iterator[Row[Quote]]:
    for place, quote in enumerate(around.found.quotes):
        yield Row(quote.quote_id, quote, around, place)


def list_spans(around: Around) -> Iterator[Row[Span]]:
    for place, quote in enumerate(around.found.quotes):
        for number, span in enumerate(quote.spans, start=1):
            yield Row(f"{quote.quote_id}#{number}", span, around, place, quote, number)


def list_sources(around: Around) -> Iterator[Row[SourceHop]]:
    for place, quote in enumerate(around.found.quotes):
        for number, source in enumerate(quote.sources, start=1):
            yield Row(f"{quote.quote_id}#{number}", source, around, place, quote, number)


def joined_spans(row: Row[Quote]) -> str:
    return JOINT.join(span.text for span in row.record.spans)


def first_start(row: Row[Quote]) -> int:
    return row.record.spans[0].char_start if row.record.spans else -1


def last_end(row: Row[Quote]) -> int:
    return row.record.spans[-1].char_end if row.record.spans else -1


def speaker_inside(row: Row[Quote]) -> str | None:
    """The words for the speaker, where they stand within a piece of the quote in quotation
    marks.
    """
    quote = row.record
    start = quote.speaker_start
    if quote.kind != "direct" or start is None:
        return None
    is_inside = any(span.char_start <= start < span.char_end for span in quote.spans)
    return quote.speaker_text if is_inside else None


def unknown_parent(row: Row[Quote]) -> str | None:
    """The key of a quote that the article does not have."""
    parent_id = row.record.parent_quote_id
    return None if parent_id in row.around.quote_ids else parent_id


def newest_on(row: Row[Quote]) -> str | None:
    """The day after the article's: the last on which something told in it can have been said."""
    published_on = row.around.found.article.document.published.on
    return (published_on + timedelta(days=1)).isoformat() if published_on else None


def previous_end(row: Row[Span]) -> int:
    """Where the piece before ends; 0 for the first."""
    assert row.quote
    return row.quote.spans[row.number - 2].char_end if row.number > 1 else 0


def position(row: Row[SourceHop]) -> int:
    return row.number


def drop_speaker(quote: Quote) -> Quote:
    return replace(
        quote,
        speaker_text=None,
        speaker_start=None,
        speaker_end=None,
        speaker_mention_kind="none",
        speaker_referent_id=None,
    )


QUOTE_RULES = (
    matches("quote_id_is_a_key", "quote_id", "critical", KEY),
    absent("quote_id_is_unique", "repeated_id", "critical", repeated),
    equal("quote_is_of_its_article", "article_id", "critical", article_of),
    among("quote_kind_is_in_the_set", "kind", "critical", records.QuoteKind),
    matches("quote_has_words", "text", "critical", SOME_WORD),
    equal("quote_text_is_its_pieces", "text", "critical", joined_spans),
    equal("quote_starts_with_its_first_piece", "char_start", "critical", first_start),
    equal("quote_ends_with_its_last_piece", "char_end", "critical", last_end),
    between("quote_confidence_is_a_share", "confidence", "critical", (0, 1)),
    differs("quote_tells_what_found_it", "rule", "critical", UNTOLD),
    among(
        "quote_speaker_mention_kind_is_in_the_set",
        "speaker_mention_kind",
        "critical",
        records.SpeakerKind,
    ),
    equal(
        "quote_speaker_is_a_slice",
        "speaker_text",
        drop_speaker,
        sliced("speaker_start", "speaker_end"),
    ),
    absent("quote_speaker_is_outside_the_words", "speaker_inside", "info", speaker_inside),
    absent(
        "quote_speaker_is_a_referent",
        "unknown_speaker",
        drop(speaker_referent_id=None),
        no_referent("speaker_referent_id"),
    ),
    absent(
        "quote_principal_is_a_referent",
        "unknown_principal",
        drop(principal_referent_id=None),
        no_referent("principal_referent_id"),
    ),
    absent("quote_parent_is_a_quote", "unknown_parent", drop(parent_quote_id=None), unknown_parent),
    at_least(
        "quote_is_not_uttered_before_1900", "uttered_on", drop(uttered_on=None), word("1900-01-01")
    ),
    at_most(
        "quote_is_not_uttered_after_its_article", "uttered_on", drop(uttered_on=None), newest_on
    ),
)
SPAN_RULES = (
    between("quote_span_starts_in_the_text", "char_start", "critical", (0, LONGEST_TEXT)),
    at_most("quote_span_ends_in_the_text", "char_end", "critical", length_around),
    equal("quote_span_is_a_slice", "text", "critical", sliced()),
    matches("quote_span_has_words", "text", "critical", SOME_WORD),
    at_least("quote_span_comes_after_the_one_before", "char_start", "critical", previous_end),
)
SOURCE_RULES = (
    matches("quote_source_has_words", "source_text", drop(sources=()), SOME_WORD),
    equal("quote_source_hops_are_counted", "hop", drop(sources=()), position),
    among("quote_source_kind_is_in_the_set", "source_kind", drop(sources=()), records.SourceKind),
    absent(
        "quote_source_is_a_referent",
        "unknown_source",
        drop(sources=()),
        no_referent("source_referent_id"),
    ),
)
