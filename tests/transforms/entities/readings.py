"""What is read of the texts that the tests of this folder analyse, row by row, as readings.toml
accepts it: also what no test asks for.

`python -m tests.transforms.entities.readings` (make accept) runs the tests and writes anew what is
accepted. Read the diff: each changed row is a change of a rule.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from tests.transforms.entities.analysis import Asked, Read, read
from transforms.entities import Names, Reading
from transforms.entities.meaning.scene import SIGNS, Weighed
from transforms.entities.naming.beside import NOTHING
from transforms.records import Mention, Referent

ACCEPTED = Path(__file__).with_name("readings.toml")
SEEN: dict[Asked, list[str]] | None = None  # while they are written anew


@cache
def read_accepted() -> dict[Asked, list[str]]:
    return {
        Asked(
            reading["text"],
            reading.get("title"),
            tuple((words, speaker) for words, speaker in reading.get("said", [])),
            reading.get("source"),
        ): reading["rows"]
        for reading in tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["reading"]
    }


def check(asked: Asked, found: Read) -> None:
    """Fails where something else is read of a text than was accepted; drawn texts are not asked."""
    from hypothesis import currently_in_test_context  # which pytest wants to import itself

    if currently_in_test_context():
        return
    rows = describe_read(found)
    if SEEN is not None:
        SEEN[asked] = rows
    elif asked in read_accepted():
        assert rows == read_accepted()[asked], "`make accept`, and read the diff"


def reader_of(asked: Asked) -> Callable[[Language], list[str]]:
    return lambda nlp: describe_read(read(asked, nlp))


def describe_read(found: Read) -> list[str]:
    return list(describe(found.names, found.reading))


def describe(names: Names, reading: Reading) -> Iterator[str]:
    """Names, then mentions, referents, relations and speakers."""
    called = {referent.referent_id: referent.name for referent in reading.referents}
    for name in names:
        beside = "" if name.beside == NOTHING else f", {name.beside}"
        yield f"{name.text}: {name.kind}, {name.mention_kind}, at {name.char_start}{beside}"
    for mention in reading.mentions:
        yield describe_mention(mention, called)
        for weighed in reading.weighed.get(mention.mention_id, ()):
            yield f"  may mean {called.get(weighed.referent_id)}: {describe_signs(weighed)}"
    yield from map(describe_referent, reading.referents)
    for relation in reading.relations:
        place = called.get(relation.object_referent_id or "", "nothing")
        yield f"{called[relation.subject_referent_id]} is {relation.role} of {place}"
    for speaker in reading.speakers.values():
        yield f"speaks: {called.get(speaker.referent_id or '', 'nobody known')}"


def describe_mention(mention: Mention, called: Mapping[str, str]) -> str:
    who = called.get(mention.referent_id or "", "nobody known")
    return f"{mention.text}, {mention.kind}, {mention.mention_kind}, at {mention.char_start}: {who}"


def describe_signs(weighed: Weighed) -> str:
    """What speaks for or against somebody, as `onrecord explain` has it."""
    told = zip(SIGNS, weighed.signs, strict=True)
    return ", ".join(f"{sign} {value:g}" for sign, value in told if value)


def describe_referent(referent: Referent) -> str:
    forms = ", ".join(f"{form} ({kind} x{count})" for form, kind, count in referent.forms)
    country = f" | {referent.country_code} by {referent.country_evidence}"
    roles = "".join(f" | {role}" for role in referent.roles)
    return f"{referent.name} ({referent.kind}): {forms}{country}{roles}"


def main() -> None:
    from tests.transforms.entities import readings

    readings.SEEN = {}
    pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", str(Path(__file__).parent)])
    by_text = sorted(readings.SEEN.items(), key=lambda seen: repr(seen[0]))
    written = (write_reading(asked, rows) for asked, rows in by_text)
    ACCEPTED.write_text("\n".join(written), encoding="utf-8")


def write_reading(asked: Asked, rows: Iterable[str]) -> str:
    stated = {"text": asked.text, "title": asked.title, "said": asked.said, "source": asked.source}
    lines = (f"{name} = {write(value)}\n" for name, value in stated.items() if value)
    written = "".join(f"    {write(row)},\n" for row in rows)
    return f"[[reading]]\n{''.join(lines)}rows = [\n{written}]\n"


def write(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
