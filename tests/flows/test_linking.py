"""Who is who is a function of the set: any batches, with refreshes, removals and corrections, give
the rows of linking all at once.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flows.linking import link_new
from tests.counted import count_anew, read_counts
from tests.linking_at_once import read_referents
from transforms.keys import make_key
from transforms.linking import link
from transforms.records import Correction, Entity, EntityAlias, EntityJoin, OwnEntity, Referent
from warehouse.columns import TABLES, as_row, columns_of
from warehouse.connect import insert_rows
from warehouse.corrections import replace_own_entities, undo_correction, write_corrections
from warehouse.counts import renew_counts
from warehouse.rows import make_form_rows
from warehouse.schema import apply_schema

EXAMPLES = 3 * int(os.environ.get("EXAMPLES", "1"))  # each takes a second and a half
DAY = date(2024, 5, 1)
FIRST = date(1, 1, 1)
WHEN = datetime(2024, 5, 2, tzinfo=UTC)
PEOPLE = (
    *(
        "Ada Thornbury",
        "A. Thornbury",
        "Thornbury",
        "Ada M. Thornbury",
        "Ada Thornbury Jr",
        "Milo Thornbury",
    ),
    # given names enough that a second name joins nobody any more, and initials that some of them mean
    *(
        "Willard Milo Thornbury",
        "Paul Thornbury",
        "Oona Thornbury",
        "O. Thornbury",
        "M. J. Thornbury",
        "Thornberry",
    ),
    *(
        "Serhii Dolmatow",
        "Sergei Dolmatov",
        "Dolmatov",
        "Dolmatow",
        "Xi Jianguo",
        "Xi",
        "Tom",
        "Oona Tom",
    ),
)
BODIES = (
    *(
        "Harbour Workers Union",
        "HWU",
        "Highland Wool Union",
        "Foreign Ministry",
        "French Foreign Ministry",
    ),
    *(
        "Quarry Friends",
        "Quarry Friends of Oslo",
        "Quarry Friends of Porto",
        "NATO",
        "Ada Thornbury",
    ),
)
PLACES = (
    *(
        "Georgia",
        "France",
        "Fayetteville",
        "North Carolina",
        "Arkansas",
        "Birmingham",
        "Hartlepool",
        "Leeds",
        "London",
    ),
    *(
        "Springfield",
        "Illinois",
        "Kiev",
        "Kyiv",
        "Khan Yunis",
        "Khan Younis",
        "Dayton, Ohio",
        "Britain",
        "United States",
    ),
)
POOLS = {"person": PEOPLE, "organisation": BODIES, "place": PLACES}
ROLES = ((), ("British actor",), ("American senator",), ("goalkeeper",))


@dataclass(slots=True)
class World:
    """What a warehouse should know. runs: how many batches were loaded. made: how many
    corrections.
    """

    connection: duckdb.DuckDBPyConnection
    articles: dict[str, int | None] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    own_list: tuple[OwnEntity, ...] = ()
    runs: int = 0
    made: int = 0


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        apply_schema(connection)
        yield connection


def open_world(connection: duckdb.DuckDBPyConnection) -> World:
    query = "select schema_name || '.' || table_name from duckdb_tables() where not internal and not temporary"
    for (table,) in connection.execute(query).fetchall():
        if table != "ops.schema_version":
            connection.execute(f"delete from {table}")
    return World(connection)


# kind, name, country, roles, with an acronym
Named = tuple[str, str, str | None, tuple[str, ...], bool]


def load(world: World, article: int, day: int | None, named: Sequence[Named]) -> None:
    """An article with the referents of those names, in place of its older version; without any it
    is gone.
    """
    key = make_key("article", article)
    remove(world, key)
    if not named:
        return
    world.articles[key] = day
    insert_rows(world.connection, "core.article", [make_article(key, day, world.runs)])
    referents = [make_referent(key, *one) for one in named]
    insert_rows(world.connection, "core.referent", list(map(as_row, referents)))
    insert_rows(
        world.connection,
        "core.referent_form",
        [row for one in referents for row in make_form_rows(one)],
    )
    insert_rows(world.connection, "core.entity_mention", [make_mention(one) for one in referents])
    roles = [(one, role) for one in referents for role in one.roles]
    insert_rows(
        world.connection, "core.entity_relation", [make_relation(one, role) for one, role in roles]
    )


def remove(world: World, key: str) -> None:
    world.articles.pop(key, None)
    for table in ("article", "referent", "referent_form", "entity_mention", "entity_relation"):
        world.connection.execute(f"delete from core.{table} where article_id = ?", [key])


def make_article(key: str, day: int | None, run: int) -> dict[str, object]:
    words = dict.fromkeys(
        ("text", "genre", "extractor", "published_source", "content_sha256", "source_uri"), ""
    )
    runs = {"first_run_id": "run0", "last_run_id": f"run{run}", "published_precision": "day"}
    return {
        "article_id": key,
        "word_count": 1,
        "published_on": day and DAY + timedelta(day),
        **words,
        **runs,
    }


def make_referent(
    key: str, kind: str, name: str, country: str | None, roles: tuple[str, ...], is_short: bool
) -> Referent:
    forms = (
        (name, "name", 2),
        *(((name[0] + "WU", "acronym", 1),) if is_short and kind == "organisation" else ()),
    )
    own_roles = roles if kind == "person" else ()
    words = f"in {country}" if country else None
    return Referent(
        make_key("referent", key, kind, name), key, name, kind, forms, country, words, own_roles
    )


def make_mention(one: Referent) -> dict[str, object]:
    place = {"in_title": False, "text": one.name, "char_start": 0, "char_end": 1}
    names = {"kind": one.kind, "mention_kind": "name", "referent_id": one.referent_id}
    return {"mention_id": one.referent_id, "article_id": one.article_id, **place, **names}


def make_relation(one: Referent, role: str) -> dict[str, object]:
    place = {"in_title": False, "char_start": 0, "char_end": 1}
    return {
        "relation_id": role,
        "article_id": one.article_id,
        "subject_referent_id": one.referent_id,
        "role": role,
        **place,
    }


def correct(world: World, action: str, chosen: int, other: int) -> None:
    """One of the corrections that people make, of entities that are there."""
    query = "select entity_id, name, kind from core.entity order by all"
    entities = world.connection.execute(query).fetchall()
    if not entities:
        return
    entity_id, name, kind = entities[chosen % len(entities)]
    others = [one for one in entities if one[2] == kind]
    other_id, other_name, _ = others[other % len(others)]
    how: dict[str, dict[str, object]] = {
        "merge": {"other_ids": (other_id,), "other_names": (other_name,)},
        "split": {"article_ids": (make_key("article", other % 6),)}
        if other % 2
        else {"names": (name,)},
        "rename": {"new_name": "Ada Vale"},
        "retype": {"new_kind": ("person", "organisation", "place")[other % 3], "names": (name,)},
    }
    world.made += 1
    number = world.made
    made = Correction(
        f"correction{number}",
        action,
        entity_id,
        name,
        kind,
        WHEN + timedelta(seconds=number),
        "ida",
        "known",
        **how[action],
    )
    world.corrections.append(made)
    write_corrections(world.connection, [made])


def undo(world: World, chosen: int) -> None:
    if world.corrections:
        gone = world.corrections.pop(chosen % len(world.corrections))
        undo_correction(world.connection, gone.correction_id, WHEN)


def list_own(world: World, chosen: int) -> None:
    """Another list of one's own; every third is empty."""
    lists = (
        (OwnEntity("p1", "Ada Vale", "person", ("Ada Thornbury", "Xi"), "Q000"),),
        (
            OwnEntity("l1", "Fayetteville", "place", ("Arkansas",), None, 4509884),
            OwnEntity("l2", "London", "place"),
        ),
        (),
    )
    world.own_list = lists[chosen % 3]
    replace_own_entities(world.connection, world.own_list)


def show(world: World) -> dict[str, list[tuple[object, ...]]]:
    """All that linking writes."""
    rows = {}
    for record in (Entity, EntityAlias, EntityJoin):
        columns = ", ".join(columns_of(record))
        found = world.connection.execute(f"select {columns} from {TABLES[record]}").fetchall()
        rows[TABLES[record]] = sorted(found, key=repr)
    for table in ("core.referent", "core.entity_mention"):
        rows[table] = world.connection.execute(
            f"select referent_id, entity_id from {table} order by all"
        ).fetchall()
    return rows


def expect(world: World) -> dict[str, list[tuple[object, ...]]]:
    """What linking all referents in memory makes of them."""
    days = {
        key: (DAY + timedelta(day) - FIRST).days + 1
        for key, day in world.articles.items()
        if day is not None
    }
    linking = link(read_referents(world.connection), world.own_list, world.corrections, days)
    made = (linking.entities, linking.aliases, linking.joins)
    rows = {
        TABLES[record]: sorted((tuple(as_row(one).values()) for one in found), key=repr)
        for record, found in zip((Entity, EntityAlias, EntityJoin), made, strict=True)
    }
    links = sorted(linking.entity_of.items())
    return rows | {"core.referent": links, "core.entity_mention": links}


def show_state(world: World) -> dict[str, list[tuple[object, ...]]]:
    """What linking keeps for the next run."""
    tables = ("article", "member", "node", "key", "form", "beside", "story", "cluster", "bearer")
    return {
        table: sorted(world.connection.execute(f"from ops.link_{table}").fetchall(), key=repr)
        for table in tables
    }


NAMED = st.sampled_from(sorted(POOLS)).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.sampled_from(POOLS[kind]),
        st.sampled_from([None, None, "US", "GB", "GE"]),
        st.sampled_from(ROLES),
        st.booleans(),
    )
)
ARTICLE = st.tuples(
    st.just(load),
    st.integers(0, 9),
    st.sampled_from([None, 0, 1, 30]),
    st.lists(NAMED, max_size=6, unique_by=lambda one: one[:2]),
)
CORRECTION = st.tuples(
    st.just(correct),
    st.sampled_from(["merge", "split", "rename", "retype"]),
    st.integers(0, 99),
    st.integers(0, 99),
)
OTHER = st.one_of(
    CORRECTION,
    st.tuples(st.just(undo), st.integers(0, 9)),
    st.tuples(st.just(list_own), st.integers(0, 2)),
)
STEP = st.one_of(ARTICLE, ARTICLE, ARTICLE, ARTICLE, ARTICLE, OTHER)
BATCH = st.lists(STEP, min_size=1, max_size=6)
Step = tuple[Callable[..., None], int]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(batches=st.lists(BATCH, min_size=2, max_size=4))
def test_any_batches_give_the_rows_of_linking_all_at_once(
    connection: duckdb.DuckDBPyConnection, batches: list[list[Step]]
) -> None:
    world = open_world(connection)
    for batch in batches:
        world.runs += 1
        for act, *how in batch:
            act(world, *how)
        link_new(connection)
        assert show(world) == expect(world)
        renew_counts(connection)
    counts = read_counts(connection)
    assert count_anew(connection) == counts
    kept, linked = show_state(world), show(world)
    link_new(connection, everything=True)
    assert show_state(world) == kept
    assert show(world) == linked
