"""A packed fortnight in any order, in ten batches: every table of what belongs together is the same
to the row.
"""

import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from flows.across import relate
from tests.articles import make_findings
from tests.flows.test_across import TABLES, Rows, empty, speak
from tests.transforms.across.test_names import ENGLISH, GERMAN
from transforms.keys import make_key
from transforms.records import Batch, Findings, Outlet
from warehouse.across import articles as keys
from warehouse.across import index, quotes
from warehouse.load import load_batch
from warehouse.schema import apply_schema

DAY = date(2024, 5, 1)
BATCHES = 10
SHUFFLES = int(os.environ.get("SHUFFLES", "1"))  # each takes ten seconds
ALL_TABLES = {**TABLES, "core.article_version": "*", "core.version_quote": "*"}
# of each event: what happened where, who speaks, and what he says
EVENTS = (
    ("ferry", "ran aground off Skarholm", "Ada Thornbury", "nobody told the crew about the reef"),
    ("bridge", "cracked over the Lindwater", "Milo Farrow", "the bolts were never once inspected"),
    ("brewery", "flooded in Old Tarnby", "Ines Calloway", "we lost eleven hundred oak barrels"),
    ("ferry", "struck a pier in Tarnby", "Ada Thornbury", "the captain smelled of cheap brandy"),
)
SENTENCES = (
    "The {thing} {event} before dawn and rescuers worked until noon.",
    "“{said},” {speaker} said, “and {number} families wait for an answer.”",
    "Engineers from Odenhall measured the damage with lamps and ropes.",
    "Insurers put the loss of the {thing} at {number} thousand crowns.",
    "A hearing about the {thing} is to open in the town hall next month.",
    "Fishermen who saw how the {thing} {event} were heard by the police.",
)
WEATHER = "Port Ellery will see {low} degrees at night and {high} by day, with winds of {wind} knots from the {way} and showers after four."
# two things that one outlet prints in one quote
LANTERNS = "The lighthouse keeper has asked for three lanterns since October."
VIADUCT = "Nobody may anchor beneath the granite viaduct after Thursday."
# what linking names would say: who is called the same is one
NAME_SPEAKERS = "update core.quote set speaker_entity_id = left(md5(speaker_text), 16)"
NAME_OTHERWISE = "update core.quote set speaker_entity_id = left(md5(article_id), 16)"
OUTLETS = tuple(
    Outlet(make_key("outlet", name), name, name)
    for name in ("harbour.example", "tarnby.example", "quayside.example")
)


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        apply_schema(connection)
        yield connection


@pytest.fixture
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are crowded and runs of words boilerplate sooner, so that few articles turn them."""
    crowded = index.JUDGE_CROWDED.replace("then 16 else 40", "then 4 else 5")
    monkeypatch.setattr(index, "JUDGE_CROWDED", crowded)
    boilerplate = keys.JUDGE_BOILERPLATE.replace("> 8", "> 3")
    monkeypatch.setattr(keys, "JUDGE_BOILERPLATE", boilerplate)


def write(name: str, text: str, days: int, outlet: int = 0, hours: int = 0) -> Findings:
    """An article with what somebody says in it, fetched so many hours later."""
    spoken = [part for part in text.split("\n\n") if part.startswith("“")]
    return make_findings(
        text,
        {words: words.split(",” ")[1].removesuffix(" said") for words in spoken},
        {},
        url=f"https://{OUTLETS[outlet].name}/{name}",
        title=text[:40],
        outlet=OUTLETS[outlet],
        published_on=DAY + timedelta(days),
        fetched_at=datetime(2024, 6, 1, tzinfo=UTC) + timedelta(hours=hours),
    )


def quote(name: str, said: str, outlet: int) -> Findings:
    """An article in which nothing but that is said."""
    return make_findings(
        f"Ada Thornbury spoke in {OUTLETS[outlet].name}.\n\n{said}",
        {said: "Ada Thornbury"},
        {},
        url=f"https://{OUTLETS[outlet].name}/{name}",
        title=name,
        outlet=OUTLETS[outlet],
        published_on=DAY + timedelta(outlet),
    )


def tell(number: int, order: list[int], count: int) -> str:
    """An event in some sentences, with a number that is the article's own."""
    thing, event, speaker, said = EVENTS[number]
    return "\n\n".join(
        SENTENCES[place].format(thing=thing, event=event, speaker=speaker, said=said, number=count)
        for place in order
    )


def fill_fortnight() -> list[Findings]:
    """Reports, their copies, excerpts and later states, forms filled anew, and a translation."""
    found = [
        speak("en", ENGLISH, said=('"We ask for what was promised to us in 2019,"',)),
        speak("de", GERMAN, days=1, said=("»Wir wollen, was uns 2019 versprochen wurde«",)),
    ]
    for number in range(len(EVENTS)):
        whole = tell(number, [0, 1, 2, 3, 4, 5], 40 + number)
        found += [
            write(f"report{number}", whole, 3 * number),
            write(f"copy{number}", whole, 3 * number + 1, outlet=1),
            write(f"cut{number}", tell(number, [0, 1, 2, 3], 40 + number), 3 * number, outlet=2),
            write(f"own{number}", tell(number, [5, 3, 1], 41 + number), 3 * number + 2, outlet=1),
            write(f"page{number}", tell(number, [0, 1, 2], 44), 3 * number),
            write(f"page{number}", tell(number, [0, 1, 2, 4], 45), 3 * number, hours=5),
        ]
    found += [
        quote("both", f"{LANTERNS} {VIADUCT}", 0),
        quote("lanterns", LANTERNS, 1),
        quote("viaduct", VIADUCT, 2),
    ]
    for day in range(6):
        words = WEATHER.format(low=day + 3, high=14 + 2 * day, wind=5 * day + 7, way="north")
        found.append(write(f"weather{day}", words, 2 * day, outlet=day % 3))
    return found


def load(connection: duckdb.DuckDBPyConnection, found: list[Findings], batches: int) -> Rows:
    """The rows after loading articles in so many batches."""
    empty(connection)
    for number in range(batches):
        load_batch(connection, Batch(tuple(found[number::batches])), f"run {number}")
        connection.execute(NAME_SPEAKERS)
        relate(connection)
    return read(connection)


def read(connection: duckdb.DuckDBPyConnection) -> Rows:
    return {
        table: connection.execute(f"select {columns} from {table} order by all").fetchall()
        for table, columns in ALL_TABLES.items()
    }


@pytest.mark.usefixtures("low_limits")
def test_a_shuffle_in_ten_batches_gives_the_rows_of_one_run(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = fill_fortnight()
    at_once = load(warehouse, found, 1)
    parts = [row[-1] for row in at_once["core.utterance_member"] if row[-1]]
    assert sorted(parts) == [VIADUCT, LANTERNS]
    for seed in range(1, SHUFFLES + 1):  # the first one told two relations otherwise once
        shuffled = random.Random(seed).sample(found, len(found))
        assert load(warehouse, shuffled, BATCHES) == at_once


@pytest.mark.usefixtures("low_limits")
def test_however_few_are_compared_at_one_time_the_rows_are_those_of_all_at_once(
    warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fill_fortnight()
    at_once = load(warehouse, found, 1)
    with monkeypatch.context() as few:
        few.setattr(keys, "AT_ONCE", 12)
        few.setattr(quotes, "AT_ONCE", 9)
        assert load(warehouse, found, 1) == at_once
        warehouse.execute(NAME_OTHERWISE)  # as linking may, of articles that stay as they are
        relate(warehouse)
        otherwise = read(warehouse)
    assert otherwise != at_once
    relate(warehouse, everything=True)
    assert read(warehouse) == otherwise
