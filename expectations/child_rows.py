"""Findings -> the rows of the tables that hang on articles, as the rules see them (see `rows`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from expectations.rows import Columns, Row, in_words
from transforms.records import Findings, Quote

Measured = Iterator[tuple[str, Columns, int]]  # key, columns, place of the owner in its article


def make_child_rows(table: str, findings: Sequence[Findings]) -> list[Row]:
    """The rows of one table, in the order of the articles."""
    measure = MEASURES[table]
    return [
        Row(key, columns, place, owner)
        for place, found in enumerate(findings)
        for key, columns, owner in measure(found)
    ]


def measure_quotes(found: Findings) -> Measured:
    referents = {referent.referent_id for referent in found.referents}
    repeated = mark_repeated(quote.quote_id for quote in found.quotes)
    quote_ids = {quote.quote_id for quote in found.quotes}
    days = measure_days(found)
    for place, quote in enumerate(found.quotes):
        columns = {
            "quote_id": quote.quote_id,
            "repeated_id": repeated[place],
            "article_id": quote.article_id,
            "parent_id": found.article.article_id,
            "kind": quote.kind,
            "text": quote.text,
            "joined_spans": " ... ".join(span.text for span in quote.spans),
            "char_start": quote.char_start,
            "first_start": quote.spans[0].char_start if quote.spans else -1,
            "char_end": quote.char_end,
            "last_end": quote.spans[-1].char_end if quote.spans else -1,
            "confidence": quote.confidence,
            "speaker_text": quote.speaker_text,
            "speaker_slice": cut(found, quote.in_title, quote.speaker_start, quote.speaker_end)
            if quote.speaker_text is not None
            else None,
            "speaker_mention_kind": quote.speaker_mention_kind,
            "speaker_inside": quote.speaker_text if speaks_inside(quote) else None,
            "unknown_speaker": unless_in(quote.speaker_referent_id, referents),
            "unknown_principal": unless_in(quote.principal_referent_id, referents),
            "unknown_parent": unless_in(quote.parent_quote_id, quote_ids),
            "uttered_on": in_words(quote.uttered_on),
            **days,
        }
        yield quote.quote_id, columns, place


def measure_days(found: Findings) -> Columns:
    """The first and the last day on which something told in the article can have been said."""
    published_on = found.article.document.published.on
    return {
        "oldest_on": "1900-01-01",
        "newest_on": in_words(published_on + timedelta(days=1)) if published_on else None,
    }


def speaks_inside(quote: Quote) -> bool:
    """Whether the words for the speaker stand within a piece of the quote in quotation marks."""
    start = quote.speaker_start
    return (
        quote.kind == "direct"
        and start is not None
        and any(span.char_start <= start < span.char_end for span in quote.spans)
    )


def measure_spans(found: Findings) -> Measured:
    for place, quote in enumerate(found.quotes):
        previous_end = 0
        for number, span in enumerate(quote.spans, start=1):
            columns = {
                "char_start": span.char_start,
                "char_end": span.char_end,
                "previous_end": previous_end,
                "text_length": len(text_of(found, quote.in_title)),
                "text": span.text,
                "slice": cut(found, quote.in_title, span.char_start, span.char_end),
            }
            previous_end = span.char_end
            yield f"{quote.quote_id}#{number}", columns, place


def measure_sources(found: Findings) -> Measured:
    referents = {referent.referent_id for referent in found.referents}
    for place, quote in enumerate(found.quotes):
        for position, source in enumerate(quote.sources, start=1):
            columns = {
                "hop": source.hop,
                "position": position,
                "source_text": source.source_text,
                "source_kind": source.source_kind,
                "unknown_source": unless_in(source.source_referent_id, referents),
            }
            yield f"{quote.quote_id}#{position}", columns, place


def measure_mentions(found: Findings) -> Measured:
    referents = {referent.referent_id for referent in found.referents}
    repeated = mark_repeated(mention.mention_id for mention in found.mentions)
    for place, mention in enumerate(found.mentions):
        columns = {
            "mention_id": mention.mention_id,
            "repeated_id": repeated[place],
            "article_id": mention.article_id,
            "parent_id": found.article.article_id,
            "text": mention.text,
            "slice": cut(found, mention.in_title, mention.char_start, mention.char_end),
            "char_start": mention.char_start,
            "char_end": mention.char_end,
            "text_length": len(text_of(found, mention.in_title)),
            "kind": mention.kind,
            "mention_kind": mention.mention_kind,
            "unknown_referent": unless_in(mention.referent_id, referents),
        }
        yield mention.mention_id, columns, place


def measure_referents(found: Findings) -> Measured:
    repeated = mark_repeated(referent.referent_id for referent in found.referents)
    for place, referent in enumerate(found.referents):
        columns = {
            "referent_id": referent.referent_id,
            "repeated_id": repeated[place],
            "name": referent.name,
            "kind": referent.kind,
        }
        yield referent.referent_id, columns, place


def measure_relations(found: Findings) -> Measured:
    referents = {referent.referent_id for referent in found.referents}
    for place, relation in enumerate(found.relations):
        subject, object_ = relation.subject_referent_id, relation.object_referent_id
        columns = {
            "unknown_referent": unless_in(subject, referents) or unless_in(object_, referents),
            "role": relation.role,
            "date_from": in_words(relation.date_from),
            "date_to": in_words(relation.date_to),
        }
        yield relation.relation_id, columns, place


def measure_times(found: Findings) -> Measured:
    for place, time in enumerate(found.times):
        columns = {
            "text": time.text,
            "slice": cut(found, time.in_title, time.char_start, time.char_end),
            "date_from": in_words(time.date_from),
            "date_to": in_words(time.date_to),
            "granularity": time.granularity,
        }
        yield f"{time.article_id}@{time.char_start}", columns, place


MEASURES: dict[
    str, Callable[[Findings], Measured]
] = {  # in this order: the others refer to referents
    "referent": measure_referents,
    "quote": measure_quotes,
    "quote_span": measure_spans,
    "quote_source": measure_sources,
    "entity_mention": measure_mentions,
    "entity_relation": measure_relations,
    "time_mention": measure_times,
}


def text_of(found: Findings, in_title: bool) -> str:
    """The text that offsets count in."""
    document = found.article.document
    return (document.title or "") if in_title else document.text


def cut(found: Findings, in_title: bool, start: int | None, end: int | None) -> str:
    """What stands between two offsets; nothing where they lie outside the text or are not there."""
    text = text_of(found, in_title)
    return (
        text[start:end]
        if start is not None and end is not None and 0 <= start <= end <= len(text)
        else ""
    )


def mark_repeated(keys: Iterable[str]) -> list[str | None]:
    """Each key that stood before, None for the others."""
    seen: set[str] = set()
    marks: list[str | None] = []
    for key in keys:
        marks.append(key if key in seen else None)
        seen.add(key)
    return marks


def unless_in(referent_id: str | None, referents: set[str]) -> str | None:
    """The key of a referent that the article does not have; None where all is well."""
    return None if referent_id is None or referent_id in referents else referent_id
