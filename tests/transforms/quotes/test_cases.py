"""The second manual of the engine: cases/<phenomenon>.toml, a passage of our own writing and the
rows that it must give.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from tests.transforms.quotes.found import check
from tests.transforms.quotes.passages import quotes_of
from transforms.records import Quote

CASES = {
    f"{file.stem}: {case['name']}": case
    for file in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
}
MISSES = {name for name in CASES if name.startswith("misses: ")}


def row_of(quote: Quote, asked: dict[str, Any]) -> dict[str, Any]:
    """What a case says of a quote: kind and words always, the rest where it stands."""
    row: dict[str, Any] = {"kind": quote.kind, "words": quote.text}
    row |= {"speaker": quote.speaker_text} if quote.speaker_text else {}
    row |= {"cue": quote.cue_text} if "cue" in asked else {}
    row |= {"class": quote.cue_class} if "class" in asked else {}
    row |= {"rule": quote.rule} if "rule" in asked else {}
    row |= {"statement": quote.is_statement} if "statement" in asked else {}
    return row | (
        {"sources": [[hop.source_text, hop.source_kind] for hop in quote.sources]}
        if quote.sources
        else {}
    )


def rows_of(case: dict[str, Any], nlp: Language) -> list[dict[str, Any]]:
    quotes = quotes_of(case["text"], nlp, title=case.get("title"))
    asked = case["quotes"] + [{}] * len(quotes)
    rows = [row_of(quote, wanted) for quote, wanted in zip(quotes, asked, strict=False)]
    words_of = {quote.quote_id: quote.text for quote in quotes}
    parents = [words_of.get(quote.parent_quote_id or "") for quote in quotes]
    wanted_parents = ["parent" in wanted for wanted in asked]
    return [
        row | ({"parent": parent} if is_wanted else {})
        for row, parent, is_wanted in zip(rows, parents, wanted_parents, strict=False)
    ]


@pytest.mark.parametrize("name", sorted(CASES.keys() - MISSES))
def test_a_passage_gives_its_rows(name: str, nlp: Language) -> None:
    assert rows_of(CASES[name], nlp) == CASES[name]["quotes"]


@pytest.mark.parametrize("name", sorted(MISSES))
@pytest.mark.xfail(strict=True)
def test_a_known_miss_is_still_one(name: str, nlp: Language) -> None:
    assert rows_of(CASES[name], nlp) == CASES[name]["quotes"]


@pytest.mark.parametrize("stem", sorted({name.partition(": ")[0] for name in CASES}))
def test_nothing_else_is_found_in_passages_than_was_accepted(stem: str, nlp: Language) -> None:
    check(stem, nlp)


@pytest.mark.parametrize("stem", sorted({name.partition(": ")[0] for name in CASES}))
def test_each_quote_is_chosen_from_the_readings_that_were_accepted(
    stem: str, nlp: Language
) -> None:
    check(f"traces/{stem}", nlp)


def test_there_are_more_than_a_hundred_and_twenty_passages() -> None:
    assert len(CASES) - len(MISSES) >= 120


@pytest.mark.parametrize("stem", ["texts", "traces/texts"])
def test_nothing_else_is_found_in_texts_than_was_accepted(stem: str, nlp: Language) -> None:
    check(stem, nlp)
