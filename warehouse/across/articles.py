"""Articles that are new or changed -> their texts to be read, their keys and vectors to be kept;
and the candidates among articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from warehouse.across.index import (
    ARTICLES,
    MemberKeys,
    add_candidates,
    as_id,
    as_member,
    ask,
    change_verdicts,
    find_candidates,
    finish_keys,
    read_candidates,
    start_keys,
    write_keys,
)
from warehouse.across.tables import make_temp, stage
from warehouse.connect import as_table, transaction
from warehouse.portions import split

AT_ONCE = 10_000  # articles that are compared at one time; what is made of them fits
FEW = 500  # articles that are looked up at once
BOILERPLATE = 8  # texts of more copy classes than this share no text of their own
TRANSLATED_DAYS = 5  # a translation is published within so many days
SHARED_NAMES = 2  # names and numbers by which it is found
VECTOR = {
    "article_id": pa.string(),
    "run_id": pa.string(),
    "first_day": pa.int32(),
    "last_day": pa.int32(),
    "terms": pa.list_(pa.uint32()),
    "weights": pa.list_(pa.int32()),
}


@dataclass(frozen=True, slots=True)
class ArticleKeys:
    """What is kept of an article to compare it. first_day, last_day: ordinals, None where nothing
    bounds them.
    """

    article_id: str
    run_id: str
    first_day: int | None
    last_day: int | None
    terms: Sequence[int]
    weights: Sequence[int]
    keys: Mapping[str, NDArray[np.unsignedinteger]]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article to be compared, as the warehouse holds it."""

    article_id: str
    run_id: str
    title: str | None
    text: str
    language: str | None
    first_day: int | None
    last_day: int | None


def forget(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep nothing of what was compared and found, so that all is compared anew."""
    with transaction(connection):
        for table in FOUND:
            connection.execute(f"delete from {table}")


FOUND = (
    *("ops.article_vector", "ops.article_key", "ops.article_likeness", "ops.event_likeness"),
    *("ops.quote_state", "ops.quote_key", "ops.quote_likeness", "ops.common_key"),
    *("core.article_pair", "core.story", "core.story_article"),
    *("core.utterance", "core.utterance_member", "ops.wording", "ops.said"),
)


def find_touched(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Note the articles that are to be compared (again), AT_ONCE at most, and those that are gone;
    how many of each.
    """
    touched = make_temp(connection, "touched_article", TOUCHED.format(limit=AT_ONCE))
    return touched, make_temp(connection, "gone_article", GONE)


# those of the same days at one time: they have the most to do with each other
TOUCHED = """
select article_id
from core.article
left join ops.article_vector using (article_id)
where article_vector.run_id is distinct from article.last_run_id
order by coalesce(published_on, published_earliest), article_id
limit {limit}
"""
GONE = "select article_id from ops.article_vector anti join core.article using (article_id)"


def read_touched(
    connection: duckdb.DuckDBPyConnection, size: int = 2000
) -> Iterator[list[ArticleText]]:
    """The touched articles with their texts, so many at a time."""
    ids = [
        key
        for (key,) in connection.execute(
            "select article_id from touched_article order by article_id"
        ).fetchall()
    ]
    for some in split(ids, size):
        yield read_articles(connection, some)


def read_articles(
    connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]
) -> list[ArticleText]:
    """Articles with their texts, sorted by key."""
    return [
        ArticleText(*row)
        for some in split(article_ids, FEW)
        for row in connection.execute(READ_ARTICLES.format(keys=mark_places(some)), some).fetchall()
    ]


def mark_places(parameters: Sequence[str]) -> str:
    """`?, ?, ?`: a key that stands in the query is looked up, where a table of keys makes DuckDB
    read all texts.
    """
    return ", ".join("?" * len(parameters))


READ_ARTICLES = """
select
    article_id,
    last_run_id,
    title,
    text,
    language,
    datediff('day', date '0001-01-01', first_day) + 1 as first_day,
    datediff('day', date '0001-01-01', last_day) + 1 as last_day
from (
    select
        *,
        coalesce(published_on, case when published_latest is not null then published_earliest end) as first_day,
        coalesce(published_on, case when published_earliest is not null then published_latest end) as last_day
    from core.article
)
where article_id in ({keys})
order by article_id
"""


def start(connection: duckdb.DuckDBPyConnection) -> None:
    """Take out what is kept of articles that change or are gone."""
    start_keys(connection, ARTICLES)
    connection.execute("delete from ops.article_vector where article_id in (from changing_article)")


def write(connection: duckdb.DuckDBPyConnection, articles: Iterable[ArticleKeys]) -> None:
    """Write keys and vectors of articles of which there are none."""
    articles = list(articles)
    write_keys(connection, ARTICLES, gather_keys(articles))
    vectors = [
        (one.article_id, one.run_id, one.first_day, one.last_day, one.terms, one.weights)
        for one in articles
    ]
    stage(connection, "made_vector", VECTOR, vectors)
    connection.execute("insert into ops.article_vector from made_vector")


def gather_keys(articles: Sequence[ArticleKeys]) -> MemberKeys:
    """The keys of all these, by kind."""
    kinds = sorted({kind for one in articles for kind in one.keys})
    none = np.zeros(0, np.uint64)
    own = {kind: [one.keys.get(kind, none) for one in articles] for kind in kinds}
    places = np.arange(len(articles))
    return MemberKeys(
        [one.article_id for one in articles],
        [one.first_day for one in articles],
        {
            kind: (np.repeat(places, list(map(len, keys))), np.concatenate(keys))
            for kind, keys in own.items()
        },
    )


def finish(connection: duckdb.DuckDBPyConnection) -> None:
    """Which pairs of other articles are asked about because of what changed."""
    finish_keys(connection, ARTICLES)
    find_candidates(connection, ARTICLES)


def judge_boilerplate(connection: duckdb.DuckDBPyConnection) -> None:
    """Once the copy classes are known: which shingles stand in articles of many classes;
    `reclassed_article` holds who changed class.
    """
    make_temp(connection, "run_of_words", RUNS_OF_WORDS)
    make_temp(connection, "judged_key", JUDGE_BOILERPLATE)
    if not change_verdicts(connection, "boilerplate"):
        return
    if ask(connection, ASK_BOILERPLATE):
        add_candidates(connection, ARTICLES)


# where a run of words turns boilerplate relations go that rest on it, and none come
ASK_BOILERPLATE = f"""
with met as (
    select distinct
        {as_id("one.member")} as one,
        {as_id("other.member")} as other,
        turned_key.is_common
    from turned_key
    inner join run_of_words as one using (key)
    inner join run_of_words as other on one.key = other.key and one.member < other.member
    where
        one.member not in (select member from changing_member)
        and other.member not in (select member from changing_member)
)

select distinct one, other
from met
where
    not is_common
    or (one, other) in (select (article_id_a, article_id_b) from core.article_pair)
"""
# the keys of what is new or changed are known already, those of others that changed class are not
RUNS_OF_WORDS = f"""
with elsewhere as (
    select key
    from ops.article_key
    where kind = 'shingle' and member in (
        select {as_member("article_id")} from reclassed_article
        where article_id not in (from touched_article)
    )
    except
    select key from changed_key where kind = 'shingle'
)

select key, member from near_key where kind = 'shingle'
union all
select key, member
from ops.article_key
semi join elsewhere using (key)
where kind = 'shingle'
"""
JUDGE_BOILERPLATE = f"""
with asked as (
    select distinct key from changed_key where kind = 'shingle'
    union
    select key from run_of_words
),

class_of as (
    select member, copy_class_id
    from (select {as_member("article_id")} as member, copy_class_id from core.article)
    semi join run_of_words using (member)
)

select 'shingle' as kind, key, count(distinct copy_class_id) > {BOILERPLATE} as is_common
from asked
left join run_of_words using (key)
left join class_of using (member)
group by key
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles that share keys, the smaller id first. shared_keys: of the runs of words that
    were sampled.
    """

    one: str
    other: str
    shared_keys: int


def list_candidates(
    connection: duckdb.DuckDBPyConnection, size: int = 100_000
) -> Iterator[list[Candidate]]:
    """The pairs of which one article or both are new or changed, or that are asked about, in the
    order of days; so many at a time.
    """
    for rows in read_candidates(connection, "candidate", size):
        yield [Candidate(*row) for row in rows]


def name_kind(language: str) -> str:
    """The kind of the keys of names in a language: they are looked up in the others."""
    return f"name:{language}"


def list_translations(
    connection: duckdb.DuckDBPyConnection, size: int = 2000
) -> Iterator[list[tuple[str, str]]]:
    """The pairs in two languages, one of them new or changed, or asked about, that share names and
    numbers within some days; so many at a time.
    """
    found = connection.execute(TRANSLATIONS).fetchall()
    yield from split(found, size)


TRANSLATIONS = f"""
with name as (
    select member, day, kind, key
    from ops.article_key
    anti join (select kind, key from ops.common_key where verdict = 'crowded') using (kind, key)
    where kind like 'name:%'
),

shared as (
    select one.member as one, other.member as other, one.day as one_day, other.day as other_day
    from name as one
    inner join name as other on one.key = other.key and one.kind <> other.kind
    where one.member in (select {as_member("article_id")} from touched_article)
    union all
    select one.member, other.member, one.day, other.day
    from asked_pair
    inner join name as one on {as_member("asked_pair.one")} = one.member
    inner join name as other on {as_member("asked_pair.other")} = other.member and one.key = other.key
        and one.kind <> other.kind
),

met as (
    select one, other
    from shared
    where coalesce(abs(one_day - other_day) <= {TRANSLATED_DAYS}, true)
    group by one, other
    having count(*) >= {SHARED_NAMES}
)

select distinct {as_id("least(one, other)")} as one, {as_id("greatest(one, other)")} as other
from met
order by all
"""


def read_vectors(
    connection: duckdb.DuckDBPyConnection, article_ids: Iterable[str]
) -> dict[str, tuple[np.ndarray, np.ndarray, int | None, int | None]]:
    """terms, weights, first and last day of articles, by article_id."""
    wanted = pa.table({"article_id": pa.array(sorted(set(article_ids)), pa.string())})
    with as_table(connection, "wanted", wanted):
        table = connection.sql(READ_VECTORS).to_arrow_table()
    ids, first, last = (
        table.column(name).to_pylist() for name in ("article_id", "first_day", "last_day")
    )
    terms, weights = (split_lists(table.column(name)) for name in ("terms", "weights"))
    return dict(zip(map(str, ids), zip(terms, weights, first, last, strict=True), strict=True))


READ_VECTORS = "select article_id, terms, weights, first_day, last_day from ops.article_vector semi join wanted using (article_id) order by all"


def split_lists(column: "pa.ChunkedArray[Any]") -> list[np.ndarray]:
    """A column of lists of numbers as arrays."""
    return [np.asarray(one.values) for chunk in column.chunks for one in chunk]


def read_boilerplate(connection: duckdb.DuckDBPyConnection) -> frozenset[int]:
    """Shingles that stand in articles of many classes, as far as candidates bear them."""
    return frozenset(key for (key,) in connection.execute(BOILERPLATE_OF_AFFECTED).fetchall())


BOILERPLATE_OF_AFFECTED = f"""
select key from ops.common_key where verdict = 'boilerplate'
intersect
(
    select key from near_key
    where kind = 'shingle' and member in (select {as_member("article_id")} from touched_article)
    union all
    select key from held_key where kind = 'shingle'
)
"""
