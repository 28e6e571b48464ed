"""The two steps that worker processes take on a chunk: page references -> documents, and documents
-> findings.

A page that breaks a step becomes a Reject here; one that kills the process becomes a Reject in
`run_step`.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from flows.sources import PageRef, read_pages
from flows.workers import Death, WorkerPool, allow_one_piece
from transforms.article import make_article
from transforms.records import Document, Findings, Page, Reject, Stage, TimeMention

if TYPE_CHECKING:
    from spacy.language import Language

READABLE_LANGUAGES = frozenset({"en"})

Name = tuple[str, str | None]  # source_uri of a page, and its address where it is known
Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page whose content the warehouse already holds."""

    source_uri: str


@dataclass(frozen=True, slots=True)
class Expected:
    """A page to read, and the content hash under which the warehouse knows it, if it does."""

    ref: PageRef
    known_sha256: str | None = None


def clean_chunk(chunk: Sequence[Expected]) -> list[Document | Reject | Unchanged]:
    """Read and clean each page; pages whose content is known are not parsed."""
    pages = _each_limited(read_pages([expected.ref for expected in chunk]))
    return [
        _clean_page(page, expected.known_sha256)
        for page, expected in zip(pages, chunk, strict=True)
    ]


def _each_limited(pages: Iterator[Page | Reject]) -> Iterator[Page | Reject]:
    """The same pages; each may use one piece's worth of CPU and memory from before it is read until
    the next is asked for.
    """
    while True:
        allow_one_piece()
        if (page := next(pages, None)) is None:
            return
        yield page


def _clean_page(page: Page | Reject, known_sha256: str | None) -> Document | Reject | Unchanged:
    if isinstance(page, Reject):
        return page
    if page.content_sha256 == known_sha256:
        return Unchanged(page.source_uri)
    from transforms.clean.door import clean  # what only workers need, only they import

    return _guard("clean", page, lambda: clean(page))


def analyse_chunk(chunk: Sequence[Document]) -> list[Findings | Reject]:
    """Find quotes, mentions and times in each document; in one in a language without a model only
    the quotations that a verb of speech stands beside.
    """
    return [_analyse_document(document) for document in _each_document_limited(chunk)]


def _each_document_limited(documents: Iterable[Document]) -> Iterator[Document]:
    for document in documents:
        allow_one_piece()
        yield document


def _analyse_document(document: Document) -> Findings | Reject:
    if document.language not in READABLE_LANGUAGES:
        return _guard("analyse", document, lambda: _find_without_parse(document))
    from flows.language import load_pipeline

    nlp = load_pipeline()  # outside the guard: a missing model is no fault of the page
    return _guard("analyse", document, lambda: _find_in(document, nlp))


def _find_without_parse(document: Document) -> Findings:
    from transforms.findings import find_unparsed

    article = make_article(document)
    times = () if document.language else _find_times(document)
    return find_unparsed(article, times)


def _find_times(document: Document) -> tuple[TimeMention, ...]:
    """The times of a text too short to tell its language: dates are found without a parse."""
    from transforms.times import find_times

    return tuple(find_times(make_article(document)))


def _find_in(document: Document, nlp: "Language") -> Findings:
    from flows.language import name_model
    from transforms.findings import find_all
    from transforms.grammar.parse import parse_document

    return find_all(make_article(document, name_model(nlp)), parse_document(document, nlp))


def _guard(stage: Stage, page: Page | Document, step: Callable[[], Result]) -> Result | Reject:
    """The step's result; an exception of its own making costs this page only."""
    try:
        return step()
    except MemoryError:  # the pool's to judge: another page may have used the memory up
        raise
    except Exception as error:  # a stranger's page may break any library: the page is rejected and named, the run goes on
        detail = f"{type(error).__name__}: {error}"[:500]
        return Reject(page.source_uri, stage, "step_failed", detail=detail, url=page.url)


def run_step(
    pool: WorkerPool,
    stage: Stage,
    step: Callable[[Sequence[Piece]], list[Result]],
    pieces: Iterable[Piece],
    name: Callable[[Piece], Name],
) -> Iterator[Result | Reject]:
    """One result for each piece, in order; a piece that killed its worker is the Reject of its
    page, which `name` tells.
    """
    names: deque[Name] = deque()

    def note_names() -> Iterator[Piece]:
        for piece in pieces:
            names.append(name(piece))
            yield piece

    for result in pool.run(step, note_names()):
        source_uri, url = names.popleft()
        yield (
            Reject(source_uri, stage, result.reason, detail=result.detail, url=url)
            if isinstance(result, Death)
            else result
        )
