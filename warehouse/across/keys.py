"""Articles that are new or changed -> their keys and vectors in the warehouse; and the candidates that the keys give.

A key that more than CROWDED articles bear makes candidates of neighbours in time only, so that no key costs more than its members.
Which pairs are candidates depends on the articles alone: where a key becomes crowded, or its members get other neighbours, all of them
are compared anew (`affected_article`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from warehouse.across.tables import make_temp
from warehouse.connect import as_table

CROWDED, CROWDED_WORD, NEIGHBOURS = 40, 16, 4
BOILERPLATE = 8  # texts of more copy classes than this share no text of their own
MAX_PAIRS = 50_000  # candidates that are handed out at once


@dataclass(frozen=True, slots=True)
class ArticleKeys:
    """What is kept of an article to compare it. first_day, last_day: ordinals, None where nothing bounds them."""

    article_id: str
    run_id: str
    first_day: int | None
    last_day: int | None
    terms: Sequence[int]
    weights: Sequence[int]
    keys: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article to be compared, as the warehouse holds it."""

    article_id: str
    run_id: str
    title: str | None
    text: str
    first_day: int | None
    last_day: int | None


def find_touched(connection: duckdb.DuckDBPyConnection, *, everything: bool = False) -> tuple[int, int]:
    """Note the articles that are to be compared (again), and those that are gone; how many of each."""
    make_temp(connection, "gone_article", "select article_id from ops.article_vector anti join core.article using (article_id)")
    state = "select article_id from core.article" if everything else TOUCHED
    make_temp(connection, "touched_article", state)
    counts = "select (select count(*) from touched_article), (select count(*) from gone_article)"
    touched, gone = connection.execute(counts).fetchall()[0]
    return touched, gone


TOUCHED = """
select article_id
from core.article
left join ops.article_vector using (article_id)
where article_vector.run_id is distinct from article.last_run_id
"""


def read_touched(connection: duckdb.DuckDBPyConnection, size: int = 2000) -> Iterator[list[ArticleText]]:
    """The touched articles with their texts, so many at a time."""
    ids = [key for (key,) in connection.execute("select article_id from touched_article order by article_id").fetchall()]
    for start in range(0, len(ids), size):
        yield read_articles(connection, ids[start : start + size])


def read_articles(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> list[ArticleText]:
    """Articles with their texts, sorted by key."""
    wanted = pa.table({"article_id": pa.array(article_ids, pa.string())})
    with as_table(connection, "wanted", wanted):
        return [ArticleText(*row) for row in connection.execute(READ_ARTICLES).fetchall()]


READ_ARTICLES = """
select
    article_id,
    last_run_id,
    title,
    text,
    datediff('day', date '0001-01-01', first_day) + 1 as first_day,
    datediff('day', date '0001-01-01', last_day) + 1 as last_day
from (
    select
        *,
        coalesce(published_on, case when published_latest is not null then published_earliest end) as first_day,
        coalesce(published_on, case when published_earliest is not null then published_latest end) as last_day
    from core.article
)
semi join wanted using (article_id)
order by article_id
"""


def note_neighbours(connection: duckdb.DuckDBPyConnection) -> None:
    """Before the keys change: the articles that lose a neighbour under a crowded key, and all that touch or go."""
    make_temp(connection, "changing_article", "from touched_article union all from gone_article")
    make_temp(connection, "affected_article", f"from touched_article union {NEIGHBOURS_OF_CHANGING}")


NEIGHBOURS_OF_CHANGING = f"""
select article_id
from (
    select
        article_id,
        count(is_changing) over (
            partition by kind, key order by first_day, article_id rows between {NEIGHBOURS} preceding and {NEIGHBOURS} following
        ) as changing
    from (
        select
            article_key.kind,
            article_key.key,
            article_key.article_id,
            article_vector.first_day,
            changing_article.article_id as is_changing
        from ops.article_key
        semi join (
            select kind, key from ops.article_key semi join changing_article using (article_id)
            intersect
            select kind, key from ops.common_key where verdict = 'crowded' and kind <> 'word'
        ) using (kind, key)
        inner join ops.article_vector using (article_id)
        left join changing_article using (article_id)
    )
)
where changing > 0
"""


def start_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """Take out the keys of articles that change or are gone; which keys they were is remembered."""
    changing = "where article_id in (from changing_article)"
    make_temp(connection, "changed_key", f"select distinct kind, key from ops.article_key {changing}")
    connection.execute(f"delete from ops.article_key {changing}")
    connection.execute(f"delete from ops.article_vector {changing}")


def write_keys(connection: duckdb.DuckDBPyConnection, articles: Iterable[ArticleKeys]) -> None:
    """Write keys and vectors of articles of which there are none."""
    articles = list(articles)
    keys = [(one.article_id, kind, key) for one in articles for kind, own in one.keys.items() for key in own]
    names, kinds, hashes = zip(*keys, strict=True) if keys else ((), (), ())
    table = pa.table(
        {"article_id": pa.array(names, pa.string()), "kind": pa.array(kinds, pa.string()), "key": pa.array(hashes, pa.uint64())}
    )
    with as_table(connection, "made_key", table), as_table(connection, "made_vector", make_vector_table(articles)):
        connection.execute("insert into ops.article_key select * from made_key")
        connection.execute("insert into ops.article_vector select * from made_vector")
        connection.execute("insert into changed_key select distinct kind, key from made_key")


def make_vector_table(articles: Sequence[ArticleKeys]) -> pa.Table:
    return pa.table(
        {
            "article_id": pa.array([one.article_id for one in articles], pa.string()),
            "run_id": pa.array([one.run_id for one in articles], pa.string()),
            "first_day": pa.array([one.first_day for one in articles], pa.int32()),
            "last_day": pa.array([one.last_day for one in articles], pa.int32()),
            "terms": pa.array([one.terms for one in articles], pa.list_(pa.uint32())),
            "weights": pa.array([one.weights for one in articles], pa.list_(pa.int32())),
        }
    )


def finish_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """After the keys changed: judge which are crowded, and add to the affected articles all under a key whose verdict changed."""
    make_temp(connection, "judged_key", JUDGE_CROWDED)
    change_verdicts(connection, "crowded")
    connection.execute(f"insert into affected_article {NEIGHBOURS_OF_CHANGING}")
    make_temp(connection, "affected_article", "select distinct article_id from affected_article semi join core.article using (article_id)")


JUDGE_CROWDED = f"""
select kind, key, count(article_id) > case kind when 'word' then {CROWDED_WORD} else {CROWDED} end as is_common
from (select distinct kind, key from changed_key)
left join ops.article_key using (kind, key)
group by kind, key
"""


def change_verdicts(connection: duckdb.DuckDBPyConnection, verdict: str) -> None:
    """Write the verdicts of `judged_key`; articles under a key whose verdict changed are affected."""
    make_temp(connection, "turned_key", TURNED.format(verdict=verdict))
    connection.execute("insert into affected_article select article_id from ops.article_key semi join turned_key using (kind, key)")
    connection.execute(f"delete from ops.common_key where verdict = '{verdict}' and (kind, key) in (select (kind, key) from turned_key)")
    connection.execute(f"insert into ops.common_key select '{verdict}', kind, key from turned_key where is_common")


TURNED = """
select judged_key.*
from judged_key
left join (select kind, key, true as was_common from ops.common_key where verdict = '{verdict}') as held using (kind, key)
where is_common is distinct from coalesce(was_common, false)
"""


def judge_boilerplate(connection: duckdb.DuckDBPyConnection) -> None:
    """Once the copy classes are known: which shingles stand in articles of many classes; `reclassed_article` holds who changed class."""
    make_temp(connection, "judged_key", JUDGE_BOILERPLATE)
    change_verdicts(connection, "boilerplate")
    make_temp(connection, "affected_article", "select distinct article_id from affected_article semi join core.article using (article_id)")


JUDGE_BOILERPLATE = f"""
with asked as (
    select distinct kind, key from changed_key where kind = 'shingle'
    union
    select kind, key from ops.article_key semi join reclassed_article using (article_id) where kind = 'shingle'
)

select kind, key, count(distinct copy_class_id) > {BOILERPLATE} as is_common
from asked
left join ops.article_key using (kind, key)
left join core.article using (article_id)
group by kind, key
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles that share keys, the smaller id first. shared_keys: of the runs of words that were sampled."""

    one: str
    other: str
    shared_keys: int


def find_candidates(connection: duckdb.DuckDBPyConnection) -> Iterator[list[Candidate]]:
    """The pairs of which one article or both are affected, sorted, so many at a time."""
    make_temp(connection, "candidate", FIND_CANDIDATES)
    rows = connection.execute("select article_id_a, article_id_b, shared_keys from candidate order by all")
    found = rows.fetchall()
    for start in range(0, len(found), MAX_PAIRS):
        yield [Candidate(*row) for row in found[start : start + MAX_PAIRS]]


FIND_CANDIDATES = f"""
with crowded as (
    select kind, key from ops.common_key where verdict = 'crowded'
),

met as (
    select own.article_id as one, held.article_id as other, own.kind, own.key
    from ops.article_key as own
    semi join affected_article on own.article_id = affected_article.article_id
    anti join crowded on own.kind = crowded.kind and own.key = crowded.key
    inner join ops.article_key as held on own.kind = held.kind and own.key = held.key and own.article_id <> held.article_id
),

in_time as (
    select article_key.*, row_number() over (partition by kind, key order by first_day, article_id) as place
    from ops.article_key
    semi join (
        select kind, key from ops.article_key semi join affected_article using (article_id)
        intersect
        select kind, key from crowded where kind <> 'word'
    ) using (kind, key)
    inner join ops.article_vector using (article_id)
),

met_in_time as (
    select one.article_id as one, other.article_id as other, one.kind, one.key
    from in_time as one
    semi join affected_article on one.article_id = affected_article.article_id
    inner join (from range(-{NEIGHBOURS}, {NEIGHBOURS + 1}) as step (step)) as step on step.step <> 0
    inner join in_time as other on one.kind = other.kind and one.key = other.key and other.place = one.place + step.step
),

pair as (
    select one, other, count(*) filter (kind = 'shingle') as shared_keys, count(*) filter (kind <> 'shingle') as shared_topics
    from (from met union all from met_in_time)
    group by one, other
)

select distinct least(one, other) as article_id_a, greatest(one, other) as article_id_b, shared_keys
from pair
where shared_keys > 1 or shared_topics > 0
"""


def read_vectors(
    connection: duckdb.DuckDBPyConnection, article_ids: Iterable[str]
) -> dict[str, tuple[np.ndarray, np.ndarray, int | None, int | None]]:
    """terms, weights, first and last day of articles, by article_id."""
    wanted = pa.table({"article_id": pa.array(sorted(set(article_ids)), pa.string())})
    with as_table(connection, "wanted", wanted):
        table = connection.sql(READ_VECTORS).to_arrow_table()
    ids, first, last = (table.column(name).to_pylist() for name in ("article_id", "first_day", "last_day"))
    terms, weights = (split_lists(table.column(name)) for name in ("terms", "weights"))
    return dict(zip(map(str, ids), zip(terms, weights, first, last, strict=True), strict=True))


READ_VECTORS = (
    "select article_id, terms, weights, first_day, last_day from ops.article_vector semi join wanted using (article_id) order by all"
)


def split_lists(column: "pa.ChunkedArray[Any]") -> list[np.ndarray]:
    """A column of lists of numbers as arrays."""
    return [np.asarray(one.values) for chunk in column.chunks for one in chunk]


def read_boilerplate(connection: duckdb.DuckDBPyConnection) -> frozenset[int]:
    """Shingles that stand in articles of many classes, as far as candidates bear them."""
    return frozenset(key for (key,) in connection.execute("select key from ops.common_key where verdict = 'boilerplate'").fetchall())
