"""All that is found in the passages of cases/, kinds.toml, texts.toml and marked/, row by row, as
found/ accepts it: also what no case asks for.

`python -m tests.transforms.quotes.found` (make accept) writes anew what is accepted. Read the diff:
each changed row is a change of a rule.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from spacy.language import Language

from tests.transforms.quotes.passages import read
from transforms.article import make_article
from transforms.findings import find_all, find_unparsed
from transforms.quotes import find_quotes
from transforms.quotes.choice import Verdict
from transforms.quotes.trace import trace_quotes
from transforms.records import Document, Findings, Mention, Quote

HERE = Path(__file__).parent
FOUND = HERE / "found"
Find = Callable[[Language], list[str]]


@cache
def list_passages() -> dict[str, dict[str, Find]]:
    """Of each file of passages what is found in each passage, by its name; one that has none goes
    by its text.
    """
    cases = {
        path.stem: {case["name"]: case for case in read_toml(path)["case"]}
        for path in sorted((HERE / "cases").glob("*.toml"))
    }
    kinds = {
        f"{kind['name']} {number}": case
        for kind in read_toml(HERE / "kinds.toml")["kind"]
        for number, case in enumerate(kind["case"])
    }
    marked = {path.stem: read_toml(path)["case"] for path in sorted((HERE / "marked").glob("*"))}
    texts = {text["text"]: text for text in read_toml(HERE / "texts.toml")["text"]}
    foreign = {name: text for name, text in texts.items() if "language" in text}
    parsed = cases | {
        "kinds": kinds,
        "texts": {name: texts[name] for name in texts if name not in foreign},
    }
    return {
        **_list_finds("", parsed, find_rows),
        **_list_finds("traces/", parsed, trace_rows),
        **{
            f"marked/{code}": {
                case["text"]: partial(find_marked_rows, code, case["text"]) for case in passages
            }
            for code, passages in marked.items()
        },
        "marked/texts": {
            name: partial(find_marked_rows, text["language"], name)
            for name, text in foreign.items()
        },
    }


def _list_finds(
    folder: str, files: Mapping[str, Mapping[str, Any]], find: Callable[..., list[str]]
) -> dict[str, dict[str, Find]]:
    return {
        f"{folder}{stem}": {
            name: partial(find, case["text"], case.get("title")) for name, case in passages.items()
        }
        for stem, passages in files.items()
    }


def find_rows(text: str, title: str | None, nlp: Language) -> list[str]:
    return describe(find_all(*read(text, nlp, title)))


def find_marked_rows(code: str, text: str, _: Language) -> list[str]:
    """Of a language that is not parsed."""
    document = Document("made", "0" * 64, None, text, language=code)
    return describe(find_unparsed(make_article(document)))


def trace_rows(text: str, title: str | None, nlp: Language) -> list[str]:
    """Why each quote stands, and the readings that it was chosen from, as `onrecord explain` has
    them.
    """
    article, parse = read(text, nlp, title)
    traces = trace_quotes(parse, find_quotes(article, parse))
    return [" | ".join(map(describe_verdict, [one.verdict, *one.rivals])) for one in traces]


def describe_verdict(verdict: Verdict) -> str:
    pieces = ", ".join(f"{start}-{end}" for start, end in verdict.draft.pieces)
    winner = f" as {verdict.winner.rule}" if verdict.winner else ""
    return f"{verdict.draft.rule} {pieces} {verdict.weight:.2f} {verdict.fate}{winner}"


def read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_accepted(stem: str) -> dict[str, list[str]]:
    """The rows of each passage of a file that has been accepted."""
    path = FOUND / f"{stem}.toml"
    return read_toml(path) if path.exists() else {}


def describe_all(stem: str, nlp: Language) -> dict[str, list[str]]:
    """The rows of each passage of a file, in words."""
    return {name: find(nlp) for name, find in list_passages()[stem].items()}


def check(stem: str, nlp: Language) -> None:
    """Fails where something else is found in a passage of a file than was accepted; a new passage
    is not asked.
    """
    accepted, found = read_accepted(stem), describe_all(stem, nlp)
    changed = {name: found.get(name) for name in accepted if found.get(name) != accepted[name]}
    assert changed == {}, "`make accept`, and read the diff"


def describe(findings: Findings) -> list[str]:
    """The rows of a passage, in words: quotes, then mentions, relations and times."""
    names = {referent.referent_id: referent.name for referent in findings.referents}
    words = {quote.quote_id: quote.text for quote in findings.quotes}
    return [
        *(" | ".join(describe_quote(quote, names, words)) for quote in findings.quotes),
        *(describe_mention(mention, names) for mention in findings.mentions),
        *(
            f"{names[relation.subject_referent_id]}: {relation.role} of "
            f"{names.get(relation.object_referent_id or '', 'nobody')}"
            for relation in findings.relations
        ),
        *(f"{time.text}: {time.rule}, from {time.date_from}" for time in findings.times),
    ]


def describe_quote(
    quote: Quote, names: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[str]:
    yield quote.text
    yield f"{quote.kind}{', in the title' if quote.in_title else ''}"
    yield f"{quote.rule}, {quote.confidence:.1f}{'' if quote.is_statement else ', an act'}"
    if quote.cue_text:
        yield f"{quote.cue_text}: {quote.cue_lemma}, {quote.cue_class}"
    if quote.speaker_text:
        who = names.get(quote.speaker_referent_id or "", "nobody known")
        place = f"{quote.speaker_text}, {quote.speaker_mention_kind}, at {quote.speaker_start}"
        yield f"{place}: {who}"
    if quote.principal_text:
        yield f"for {quote.principal_text}: {names.get(quote.principal_referent_id or '')}"
    for hop in quote.sources:
        yield f"through {hop.source_text}, {hop.source_kind}"
    if quote.parent_quote_id:
        yield f"within {words[quote.parent_quote_id]}"
    if quote.uttered_on_text:
        yield f"uttered {quote.uttered_on_text}"


def describe_mention(mention: Mention, names: Mapping[str, str]) -> str:
    who = names.get(mention.referent_id or "", "nobody known")
    kind = f"{mention.kind or 'unknown'}, {mention.mention_kind}"
    return f"{mention.text}, {kind}, at {mention.char_start}: {who}"


def main() -> None:
    from flows.language import load_pipeline

    nlp = load_pipeline()
    for folder in ("marked", "traces"):
        (FOUND / folder).mkdir(parents=True, exist_ok=True)
    for stem in list_passages():
        described = describe_all(stem, nlp)
        written = map(write_passage, described, described.values())
        (FOUND / f"{stem}.toml").write_text("\n".join(written), encoding="utf-8")


def write_passage(name: str, rows: Iterable[str]) -> str:
    lines = "".join(f"    {json.dumps(row, ensure_ascii=False)},\n" for row in rows)
    return f"{json.dumps(name, ensure_ascii=False)} = [\n{lines}]\n"


if __name__ == "__main__":
    main()
