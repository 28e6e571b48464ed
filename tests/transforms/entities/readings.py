"""What is read of the texts that the tests of this folder analyse, row by row, as readings.toml
accepts it: also what no test asks for.

`python -m tests.transforms.entities.readings` (make accept) runs the tests and writes anew what is
accepted. Read the diff: each changed row is a change of a rule.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from transforms.entities import Names, Reading
from transforms.entities.naming.beside import NOTHING
from transforms.records import Article, Mention, Quote, Referent

ACCEPTED = Path(__file__).with_name("readings.toml")
SEEN: dict[str, list[str]] | None = None  # by their text, while they are written anew


@cache
def read_accepted() -> dict[str, list[str]]:
    return tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))


def check(article: Article, names: Names, reading: Reading, quotes: Iterable[Quote]) -> None:
    """Fails where something else is read of a text than was accepted; drawn texts are not asked."""
    from hypothesis import currently_in_test_context  # which pytest wants to import itself

    if currently_in_test_context():
        return
    said = "".join(f"\n{quote.speaker_text}: {quote.text}" for quote in quotes)
    key = f"{article.document.title or ''}\n{article.document.text}{said}"
    rows = list(describe(names, reading))
    if SEEN is not None:
        SEEN[key] = rows
    elif key in read_accepted():
        assert rows == read_accepted()[key], "`make accept`, and read the diff"


def describe(names: Names, reading: Reading) -> Iterator[str]:
    """Names, then mentions, referents, relations and speakers."""
    called = {referent.referent_id: referent.name for referent in reading.referents}
    for name in names:
        beside = "" if name.beside == NOTHING else f", {name.beside}"
        yield f"{name.text}: {name.kind}, {name.mention_kind}, at {name.char_start}{beside}"
    for mention in reading.mentions:
        yield describe_mention(mention, called)
    yield from map(describe_referent, reading.referents)
    for relation in reading.relations:
        place = called.get(relation.object_referent_id or "", "nothing")
        yield f"{called[relation.subject_referent_id]} is {relation.role} of {place}"
    for speaker in reading.speakers.values():
        yield f"speaks: {called.get(speaker.referent_id or '', 'nobody known')}"


def describe_mention(mention: Mention, called: Mapping[str, str]) -> str:
    who = called.get(mention.referent_id or "", "nobody known")
    return f"{mention.text}, {mention.kind}, {mention.mention_kind}, at {mention.char_start}: {who}"


def describe_referent(referent: Referent) -> str:
    forms = ", ".join(f"{form} ({kind} x{count})" for form, kind, count in referent.forms)
    country = f" | {referent.country_code} by {referent.country_evidence}"
    roles = "".join(f" | {role}" for role in referent.roles)
    return f"{referent.name} ({referent.kind}): {forms}{country}{roles}"


def main() -> None:
    from tests.transforms.entities import readings

    readings.SEEN = {}
    pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", str(Path(__file__).parent)])
    written = (
        f"{json.dumps(text, ensure_ascii=False)} = [\n{write_rows(rows)}]\n"
        for text, rows in sorted(readings.SEEN.items())
    )
    ACCEPTED.write_text("\n".join(written), encoding="utf-8")


def write_rows(rows: Iterable[str]) -> str:
    return "".join(f"    {json.dumps(row, ensure_ascii=False)},\n" for row in rows)


if __name__ == "__main__":
    main()
