"""What was read of a page, each part by its own room -> its document, made once."""

from dataclasses import dataclass

from transforms.records import Document, DroppedLine, Evidence, Genre, Outlet, Page, Published


@dataclass(frozen=True, slots=True)
class Text:
    """The article's text, whose extractor found it, its dateline, the lines left out with their
    rules, and where block quotations stand.
    """

    text: str
    extractor: str = "given"
    dateline: str | None = None
    dropped: tuple[DroppedLine, ...] = ()
    block_quotes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of the article, with the evidence of it. is_url_claimed: `url` is what the page
    calls itself.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: Outlet | None = None
    section: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    is_url_claimed: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """ISO 639-1 and how sure it is (0 to 1); both None where it could not be told."""

    code: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What text and metadata come to together."""

    language: PageLanguage
    published: Published
    genre: Genre = "article"


def assemble(page: Page, text: Text, metadata: Metadata, conclusion: Conclusion) -> Document:
    """The document of a page."""
    return Document(
        source_uri=page.source_uri,
        content_sha256=page.content_sha256,
        fetched_at=page.fetched_at,
        external_id=page.given.external_id if page.given else None,
        title=metadata.title,
        text=text.text,
        url=metadata.url,
        canonical_url=metadata.canonical_url,
        is_url_claimed=metadata.is_url_claimed,
        language=conclusion.language.code,
        language_confidence=conclusion.language.confidence,
        published=conclusion.published,
        authors=metadata.authors,
        outlet=metadata.outlet,
        section=metadata.section,
        dateline=text.dateline,
        genre=conclusion.genre,
        extractor=text.extractor,
        dropped=text.dropped,
        block_quotes=text.block_quotes,
        evidence=metadata.evidence,
    )
