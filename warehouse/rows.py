"""Findings -> rows of the core tables, by the name of the table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, groupby

from transforms.records import Article, Findings, Quote, Referent, Reject
from warehouse.columns import as_row
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
    return {
        table: [row for found in findings for row in make(found)]
        for table, make in CHILDREN.items()
    }


def make_author_rows(found: Findings) -> Iterator[Row]:
    for position, name in enumerate(found.article.document.authors, start=1):
        yield {"article_id": found.article.article_id, "position": position, "name": name}


def make_rule_rows(found: Findings) -> Iterator[Row]:
    article = found.article
    for rule, lines in groupby(sorted(line.rule for line in article.document.dropped)):
        yield {"article_id": article.article_id, "rule": rule, "line_count": len(list(lines))}


def make_evidence_rows(found: Findings) -> Iterator[Row]:
    for evidence in found.article.document.evidence:
        yield {"article_id": found.article.article_id, **as_row(evidence)}


def make_span_rows(found: Findings) -> Iterator[Row]:
    for quote in found.quotes:
        for position, span in enumerate(quote.spans, start=1):
            yield {**key_of(quote), "position": position, **as_row(span)}


def make_source_rows(found: Findings) -> Iterator[Row]:
    for quote in found.quotes:
        for source in quote.sources:
            yield {**key_of(quote), **as_row(source)}


def key_of(quote: Quote) -> Row:
    return {"quote_id": quote.quote_id, "article_id": quote.article_id}


def make_form_rows(referent: Referent) -> Iterator[Row]:
    for form, alias_kind, count in referent.forms:
        key = {"referent_id": referent.referent_id, "article_id": referent.article_id}
        yield {**key, "form": form, "alias_kind": alias_kind, "mention_count": count}


CHILDREN: dict[str, Callable[[Findings], Iterable[Row]]] = {
    "core.article_author": make_author_rows,
    "core.article_rule": make_rule_rows,
    "core.article_evidence": make_evidence_rows,
    "core.quote": lambda found: map(as_row, found.quotes),
    "core.quote_span": make_span_rows,
    "core.quote_source": make_source_rows,
    "core.referent": lambda found: map(as_row, found.referents),
    "core.referent_form": lambda found: chain.from_iterable(map(make_form_rows, found.referents)),
    "core.entity_mention": lambda found: map(as_row, found.mentions),
    "core.entity_relation": lambda found: map(as_row, found.relations),
    "core.time_mention": lambda found: map(as_row, found.times),
}


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
        "url": find_address(reject),
    }


def find_address(reject: Reject) -> str | None:
    """The address of a page that fell out: its own, or the one on the web that it was read at."""
    if reject.url:
        return storable(reject.url)
    is_on_web = reject.source_uri.startswith(("https://", "http://"))
    return storable(reject.source_uri) if is_on_web else None


def storable(text: str) -> str:
    r"""Text without lone surrogates, which Arrow refuses: each as `\udc80`."""
    return text.encode("utf-8", "backslashreplace").decode()


def in_utc(moment: datetime | None) -> datetime | None:
    """A time as the tables hold it: UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment
