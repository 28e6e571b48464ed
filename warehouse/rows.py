"""Findings -> rows of the core tables, by the name of the table."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from transforms.records import Article, Findings, Quote, Referent, Reject
from warehouse.connect import Row


def make_article_row(article: Article, first_run_id: str, run_id: str) -> Row:
    document, published = article.document, article.document.published
    return {
        "article_id": article.article_id,
        "outlet_id": document.outlet.outlet_id if document.outlet else None,
        "outlet_name": document.outlet.name if document.outlet else None,
        "url": document.url,
        "canonical_url": document.canonical_url,
        "title": document.title,
        "text": document.text,
        "language": document.language,
        "language_confidence": document.language_confidence,
        "language_model": article.language_model,
        "published_on": published.on,
        "published_at": in_utc(published.at),
        "published_precision": published.precision,
        "published_source": published.source,
        "published_earliest": published.earliest,
        "published_latest": published.latest,
        "published_evidence": published.evidence,
        "modified_at": in_utc(published.modified_at),
        "dateline": document.dateline,
        "section": document.section,
        "genre": document.genre,
        "extractor": document.extractor,
        "word_count": article.word_count,
        "source_uri": document.source_uri,
        "external_id": document.external_id,
        "content_sha256": document.content_sha256,
        "fetched_at": in_utc(document.fetched_at),
        "first_run_id": first_run_id,
        "last_run_id": run_id,
    }


def make_child_rows(findings: Sequence[Findings]) -> dict[str, list[Row]]:
    """Rows of every table that hangs on an article, by table."""
    quotes = [quote for found in findings for quote in found.quotes]
    referents = [referent for found in findings for referent in found.referents]
    return {
        "core.article_author": [
            row for found in findings for row in make_author_rows(found.article)
        ],
        "core.article_rule": [row for found in findings for row in make_rule_rows(found.article)],
        "core.article_evidence": [
            row for found in findings for row in make_evidence_rows(found.article)
        ],
        "core.quote": [make_quote_row(quote) for quote in quotes],
        "core.quote_span": [row for quote in quotes for row in make_span_rows(quote)],
        "core.quote_source": [row for quote in quotes for row in make_source_rows(quote)],
        "core.referent": [make_referent_row(referent) for referent in referents],
        "core.referent_form": [row for referent in referents for row in make_form_rows(referent)],
        "core.entity_mention": [
            as_row(mention, MENTION) for found in findings for mention in found.mentions
        ],
        "core.entity_relation": [
            as_row(relation, RELATION) for found in findings for relation in found.relations
        ],
        "core.time_mention": [as_row(time, TIME) for found in findings for time in found.times],
    }


PLACE = ("article_id", "in_title", "text", "char_start", "char_end")
MENTION = ("mention_id", *PLACE, "kind", "mention_kind", "referent_id")
TIME = (*PLACE, "date_from", "date_to", "granularity", "rule")
RELATION = (
    *("relation_id", "article_id", "subject_referent_id", "role", "object_referent_id"),
    *("in_title", "char_start", "char_end", "date_from", "date_to"),
)
QUOTE = (
    *("quote_id", "kind", *PLACE, "cue_text", "cue_lemma", "cue_class"),
    *(
        "speaker_text",
        "speaker_start",
        "speaker_end",
        "speaker_mention_kind",
        "speaker_referent_id",
    ),
    *("principal_referent_id", "principal_text", "uttered_on", "uttered_on_text", "confidence"),
    *("rule", "reader", "is_statement", "parent_quote_id"),
)


def as_row(record: object, columns: Sequence[str]) -> Row:
    """The named fields of a record."""
    return {column: getattr(record, column) for column in columns}


def make_author_rows(article: Article) -> Iterable[Row]:
    for position, name in enumerate(article.document.authors, start=1):
        yield {"article_id": article.article_id, "position": position, "name": name}


def make_rule_rows(article: Article) -> Iterable[Row]:
    for rule, lines in groupby(sorted(line.rule for line in article.document.dropped)):
        yield {"article_id": article.article_id, "rule": rule, "line_count": len(list(lines))}


def make_evidence_rows(article: Article) -> Iterable[Row]:
    for evidence in article.document.evidence:
        yield {"article_id": article.article_id, **as_row(evidence, ("field", "source", "value"))}


def make_quote_row(quote: Quote) -> Row:
    return as_row(quote, QUOTE)


def make_span_rows(quote: Quote) -> Iterable[Row]:
    for position, span in enumerate(quote.spans, start=1):
        key = {"quote_id": quote.quote_id, "article_id": quote.article_id, "position": position}
        yield {**key, **as_row(span, ("char_start", "char_end", "text"))}


def make_source_rows(quote: Quote) -> Iterable[Row]:
    for source in quote.sources:
        key = {"quote_id": quote.quote_id, "article_id": quote.article_id}
        yield {**key, **as_row(source, ("hop", "source_text", "source_kind", "source_referent_id"))}


def make_referent_row(referent: Referent) -> Row:
    return as_row(
        referent, ("referent_id", "article_id", "name", "kind", "country_code", "country_evidence")
    )


def make_form_rows(referent: Referent) -> Iterable[Row]:
    for form, alias_kind, count in referent.forms:
        key = {"referent_id": referent.referent_id, "article_id": referent.article_id}
        yield {**key, "form": form, "alias_kind": alias_kind, "mention_count": count}


def make_reject_row(reject: Reject, run_id: str) -> Row:
    """The row of a reject; its words may come from a broken page or file name, so they are made
    storable.
    """
    return {
        "run_id": run_id,
        "source_uri": storable(reject.source_uri),
        "stage": reject.stage,
        "scope": reject.scope,
        "reason": reject.reason,
        "field": reject.field,
        "observed_value": storable(reject.observed_value[:200])
        if reject.observed_value is not None
        else None,
        "detail": storable(reject.detail) if reject.detail is not None else None,
    }


def storable(text: str) -> str:
    r"""Text without lone surrogates, which Arrow refuses: each as `\udc80`."""
    return text.encode("utf-8", "backslashreplace").decode()


def in_utc(moment: datetime | None) -> datetime | None:
    """A time as the tables hold it: UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment
