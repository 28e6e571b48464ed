"""A warehouse and an id of it -> the stored article with what joins its speakers across articles,
and its raw page, where it still lies.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flows.sources import PageRef, is_url, list_pages, read_pages
from transforms.records import Document, Page, Published
from warehouse.query import run_query

ARTICLE = """
    select article.* from core.article
    where article_id = $id or article_id = (select article_id from core.quote where quote_id = $id)
"""
JOINS = """
    select entity_id, name, article_count, evidence, score
    from core.entity_join
    where entity_id in (select unnest($ids))
    order by score, name
"""
SPEAKERS = """
    select quote_id, entity_id, entity.name, entity.kind
    from core.quote inner join core.entity on speaker_entity_id = entity_id
    where article_id = $id
"""
WORDINGS = """
    select own.quote_id, outlet_name as outlet, language, other.score, quote.text as words
    from core.utterance_member as own
    inner join core.utterance_member as other using (utterance_id)
    inner join core.quote on other.quote_id = quote.quote_id
    inner join core.article on other.article_id = article.article_id
    where own.article_id = $id and other.quote_id <> own.quote_id
    order by own.quote_id, other.score desc, other.quote_id
"""
ENTITIES = "select entity_id, name, kind from core.entity where entity_id in (select unnest($ids))"
ARCHIVES = "select file_uri from ops.raw_file where removed_at is null and $at between first_fetched_at and last_fetched_at"


@dataclass(frozen=True, slots=True)
class Join:
    """A name by which other articles mean an entity, what joins it, and how sure that is."""

    name: str
    article_count: int
    evidence: str
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    entity_id: str
    name: str
    kind: str
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """How another quote reports what a quote reports, and how well it fits that utterance."""

    outlet: str | None
    language: str | None
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of a warehouse. speakers: quote_id -> entity. wordings: quote_id -> the other
    quotes that report the same, the surest first.
    """

    article_id: str
    document: Document
    speakers: dict[str, Entity]
    wordings: dict[str, tuple[Wording, ...]]
    archives: tuple[str, ...]


def find_article(warehouse: Path, key: str) -> Stored | None:
    """The article with an id, or that of a quote with that id."""
    rows = run_query(warehouse, ARTICLE, {"id": key}).to_pylist()
    if not rows:
        return None
    row = rows[0]
    spoken = run_query(warehouse, SPEAKERS, {"id": row["article_id"]}).to_pylist()
    entities = find_entities(warehouse, sorted({one["entity_id"] for one in spoken}))
    speakers = {one["quote_id"]: entities[one["entity_id"]] for one in spoken}
    archives = (
        run_query(warehouse, ARCHIVES, {"at": row["fetched_at"]}).to_pylist()
        if row["fetched_at"]
        else []
    )
    return Stored(
        row["article_id"],
        make_document(row),
        speakers,
        find_wordings(warehouse, row["article_id"]),
        tuple(archive["file_uri"] for archive in archives),
    )


def find_wordings(warehouse: Path, article_id: str) -> dict[str, tuple[Wording, ...]]:
    """Of the quotes of an article, the other quotes of their utterances."""
    wordings: defaultdict[str, list[Wording]] = defaultdict(list)
    for row in run_query(warehouse, WORDINGS, {"id": article_id}).to_pylist():
        wordings[row.pop("quote_id")].append(Wording(**row))
    return {quote_id: tuple(others) for quote_id, others in wordings.items()}


def find_entity(warehouse: Path, entity_id: str) -> Entity | None:
    """An entity with what joins it."""
    return find_entities(warehouse, [entity_id]).get(entity_id)


def find_entities(warehouse: Path, entity_ids: Sequence[str]) -> dict[str, Entity]:
    """Those of the entities that are there, by key, with what joins each."""
    asked = {"ids": list(entity_ids)}
    joins: defaultdict[str, list[Join]] = defaultdict(list)
    for row in run_query(warehouse, JOINS, asked).to_pylist():
        joins[row.pop("entity_id")].append(Join(**row))
    return {
        row["entity_id"]: Entity(**row, joins=tuple(joins[row["entity_id"]]))
        for row in run_query(warehouse, ENTITIES, asked).to_pylist()
    }


def make_document(row: dict[str, Any]) -> Document:
    """The document that a row of core.article was made of, as far as the row tells."""
    published = Published(
        day_of(row["published_on"]),
        source=row["published_source"],
        precision=row["published_precision"],
    )
    return Document(
        source_uri=row["source_uri"],
        content_sha256=row["content_sha256"],
        title=row["title"],
        text=row["text"],
        url=row["url"],
        canonical_url=row["canonical_url"],
        language=row["language"],
        published=published,
        dateline=row["dateline"],
    )


def day_of(value: date | datetime | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def find_page(stored: Stored) -> Page | None:
    """The raw page of an article; None where its file is gone, or holds another page by now."""
    uri = stored.document.source_uri
    files = stored.archives if is_url(uri) else (uri.rpartition("#")[0] or uri, uri)
    present = [file for file in dict.fromkeys(files) if Path(file).exists()]
    pages = read_pages(
        [ref for ref in list_pages(present) if isinstance(ref, PageRef) and is_meant(ref, uri)]
    )
    return next(filter_pages(pages, stored), None)


def is_meant(ref: PageRef, uri: str) -> bool:
    return is_url(uri) or ref.source_uri == uri


def filter_pages(pages: Iterator[object], stored: Stored) -> Iterator[Page]:
    """The pages that have the bytes of the article's."""
    yield from (
        page
        for page in pages
        if isinstance(page, Page) and page.content_sha256 == stored.document.content_sha256
    )
