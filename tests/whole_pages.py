"""A whole page, and all that is expected of it: the second manual. A case is a page in
tests/pages/<case>/, or a page of samples/.

`python -m tests.whole_pages [WORD...]` (make accept) writes anew what is expected of the cases
whose names hold a word, or of all. Read the diff: each change is something that readers of the
warehouse will see.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from flows.sources import PageRef, list_pages, read_pages
from transforms.article import make_article
from transforms.clean.door import clean
from transforms.findings import find_all, find_unparsed
from transforms.grammar.parse import parse_document
from transforms.linking import link
from transforms.records import Document, Findings, Linking, Page, Quote, Reject

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages"
SAMPLES = ROOT / "samples"
READ = "en"  # the language in which quotes and names are found


@dataclass(frozen=True, slots=True)
class Case:
    """A page, and the file that says what is expected of it."""

    name: str
    ref: PageRef
    expected: Path


def list_cases() -> list[Case]:
    """All cases, sorted by name."""
    own = [
        Case(folder.name, ref, folder / "expect.toml")
        for folder in PAGES.iterdir()
        for ref in list_refs(sorted(folder.glob("page.*")))
    ]
    samples = [make_sample_case(ref) for ref in list_refs([SAMPLES])]
    return sorted([*own, *samples], key=lambda case: case.name)


def list_refs(locations: Iterable[Path]) -> Iterator[PageRef]:
    """The pages that stand in files. What a feed sends its reader on to is not fetched."""
    places = [str(location) for location in locations]
    return (ref for ref in list_pages(places) if isinstance(ref, PageRef)) if places else iter(())


def make_sample_case(ref: PageRef) -> Case:
    name = Path(ref.source_uri).relative_to(SAMPLES).as_posix()
    return Case(name, ref, PAGES / "samples" / (name.replace("/", ".").replace("#", ".") + ".toml"))


def describe(case: Case, nlp: Language) -> str:
    """All that is made of the page, as TOML."""
    [page] = read_pages([case.ref])
    cleaned = clean(page) if isinstance(page, Page) else page
    if isinstance(cleaned, Reject):
        return "\n".join(describe_reject(cleaned)) + "\n"
    findings = find_in(cleaned, nlp)
    return (
        "\n".join(
            (*describe_document(cleaned), *describe_quotes(findings), *describe_entities(findings))
        )
        + "\n"
    )


def find_in(document: Document, nlp: Language) -> Findings:
    article = make_article(document)
    return (
        find_all(article, parse_document(document, nlp))
        if document.language == READ
        else find_unparsed(article)
    )


def describe_reject(reject: Reject) -> Iterator[str]:
    yield write("stage", reject.stage)
    yield write("rejected", reject.reason)


def describe_document(document: Document) -> Iterator[str]:
    published = document.published
    yield write("title", document.title)
    yield write("authors", list(document.authors))
    yield write("outlet", document.outlet.name if document.outlet else None)
    yield write("published_on", str(published.on) if published.on else None)
    yield write("published_source", published.source)
    yield write("language", document.language)
    for field in ("section", "dateline", "genre"):
        if getattr(document, field):
            yield write(field, getattr(document, field))
    yield "text = ["
    yield from (
        f"    {json.dumps(paragraph, ensure_ascii=False)},"
        for paragraph in document.text.split("\n\n")
    )
    yield "]"


def describe_quotes(findings: Findings) -> Iterator[str]:
    linking = link(findings.referents)
    for quote in findings.quotes:
        yield ""
        yield "[[quote]]"
        yield write("kind", f"{quote.kind}, in the title" if quote.in_title else quote.kind)
        yield write("words", quote.text)
        yield from describe_speaker(quote, linking)


def describe_speaker(quote: Quote, linking: Linking) -> Iterator[str]:
    names = {entity.entity_id: entity.name for entity in linking.entities}
    for field, text, referent_id in (
        ("speaker", quote.speaker_text, quote.speaker_referent_id),
        ("for", quote.principal_text, quote.principal_referent_id),
    ):
        if text:
            yield write(field, text)
        if referent_id:
            yield write(f"{field}_is", names[linking.entity_of[referent_id]])
    if quote.cue_lemma:
        yield write("cue", quote.cue_lemma)
    if quote.sources:
        yield write("through", [hop.source_text for hop in quote.sources])
    if quote.uttered_on:
        yield write("uttered_on", str(quote.uttered_on))


def describe_entities(findings: Findings) -> Iterator[str]:
    linking = link(findings.referents)
    forms = Counter(
        (linking.entity_of.get(m.referent_id or ""), f"{m.text} ({m.mention_kind})")
        for m in findings.mentions
    )
    for entity in sorted(linking.entities, key=lambda entity: (entity.kind, entity.name)):
        yield ""
        yield "[[entity]]"
        yield write("name", entity.name)
        yield write(
            "kind", f"{entity.kind}, {entity.country_code}" if entity.country_code else entity.kind
        )
        yield write(
            "mentions",
            sorted(
                f"{form} x{count}"
                for (key, form), count in forms.items()
                if key == entity.entity_id
            ),
        )


def write(key: str, value: str | list[str] | None) -> str:
    """A line of TOML; nothing is the empty word, since TOML has no NULL."""
    return f"{key} = {json.dumps(value or ([] if isinstance(value, list) else ''), ensure_ascii=False)}"


def main(words: list[str]) -> None:
    from flows.language import load_pipeline

    nlp = load_pipeline()
    for case in list_cases():
        if not words or any(word in case.name for word in words):
            case.expected.parent.mkdir(exist_ok=True)
            case.expected.write_text(describe(case, nlp), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
