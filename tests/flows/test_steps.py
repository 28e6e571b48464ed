"""The two steps of a worker process: a page or document in, a result or a Reject out, whatever
happens.
"""

import hashlib
from pathlib import Path

import pytest

from flows import language
from flows.sources import list_pages
from flows.steps import Expected, Unchanged, analyse_chunk, clean_chunk, run_step
from flows.workers import Death, WorkerPool, lift_limit
from transforms.clean import door
from transforms.records import Document, Findings, Reject

TEXT = (
    "The council of Port Ellery voted on Tuesday to close the old pier for the winter.\n\n"
    '"It is not safe any more," said the harbour master, Ines Duarte. "We should have done it last year."\n\n'
    "Two councillors voted against it, since the pier is the only way to the ferry."
)


@pytest.fixture(autouse=True)
def unlimited() -> object:
    yield
    lift_limit()


def expect(path: Path, known_sha256: str | None = None) -> list[Expected]:
    return [
        Expected(ref, known_sha256)
        for ref in list_pages([str(path)])
        if not isinstance(ref, Reject)
    ]


def test_a_page_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(f"Pier to close\n\n{TEXT}\n", encoding="utf-8")
    (document,) = clean_chunk(expect(path))
    assert isinstance(document, Document)
    assert document.title == "Pier to close"


def test_a_page_whose_content_is_known_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(door, "clean", lambda page: pytest.fail("parsed"))
    assert clean_chunk(expect(path, hashlib.sha256(path.read_bytes()).hexdigest())) == [
        Unchanged(str(path.resolve()))
    ]


def test_a_page_that_breaks_a_step_is_rejected_and_its_neighbour_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    real_clean = door.clean
    monkeypatch.setattr(
        door,
        "clean",
        lambda page: 1 / 0 if page.source_uri.endswith("a.txt") else real_clean(page),
    )
    broken, whole = clean_chunk(expect(tmp_path))
    assert isinstance(broken, Reject)
    assert (broken.stage, broken.reason, broken.detail) == (
        "clean",
        "step_failed",
        "ZeroDivisionError: division by zero",
    )
    assert isinstance(whole, Document)


def test_a_missing_model_is_no_fault_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "load_pipeline", _missing)
    with pytest.raises(language.NoModelError):
        analyse_chunk([Document("pier.txt", "0" * 64, "Pier to close", TEXT, language="en")])


def _missing() -> None:
    raise language.NoModelError


def test_a_document_becomes_findings() -> None:
    (findings,) = analyse_chunk(
        [Document("pier.txt", "0" * 64, "Pier to close", TEXT, language="en")]
    )
    assert isinstance(findings, Findings)
    assert findings.article.language_model
    assert [quote.speaker_text for quote in findings.quotes if quote.kind == "direct"] == [
        "the harbour master, Ines Duarte"
    ]


def test_a_document_in_a_language_without_a_model_is_kept_with_its_text() -> None:
    (findings,) = analyse_chunk(
        [Document("hafen.txt", "0" * 64, "Der Hafen", "Der Hafen bleibt zu.", language="de")]
    )
    assert isinstance(findings, Findings)
    assert (findings.article.language_model, findings.quotes) == (None, ())


def test_a_death_is_the_reject_of_its_page() -> None:
    class Pool(WorkerPool):
        def __init__(self) -> None:
            """No processes."""

        def run(self, function, pieces, chunk_size=16):
            return (Death("cpu_limit", "more than 10 s of CPU") for _ in pieces)

    assert list(run_step(Pool(), "clean", clean_chunk, ["page"], name_on_web)) == [
        Reject(
            "page.html",
            "clean",
            "cpu_limit",
            detail="more than 10 s of CPU",
            url="https://harbour-post.example/page",
        )
    ]


def name_on_web(page: str) -> tuple[str, str]:
    return f"{page}.html", f"https://harbour-post.example/{page}"
