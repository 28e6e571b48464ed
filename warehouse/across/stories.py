"""Articles that are alike -> the components in which events, and of events storylines, are to be
grouped anew; and the stories back.

What is read and written is the components that a run touched. story_article at the level of events
is written first; core.story is made of it in SQL.
"""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.across.tables import make_temp, reach, replace_where, stage

Pairs = list[tuple[str, str, float]]
MEMBER = {"story_id": pa.string(), "article_id": pa.string(), "score": pa.float64()}


def read_event_pairs(
    connection: duckdb.DuckDBPyConnection, threshold: float
) -> tuple[list[str], Pairs]:
    """The articles whose events may have changed, sorted, and the pairs among them that may be one
    event.
    """
    pair = EVENT_PAIR.format(threshold=threshold)
    reach(connection, "event_reach", EVENT_SEED, f"({pair})", ("article_id_a", "article_id_b"))
    make_temp(
        connection,
        "event_article",
        "select id as article_id from event_reach semi join core.article on id = article_id",
    )
    members = [
        key for (key,) in connection.execute("from event_article order by article_id").fetchall()
    ]
    pairs = connection.execute(
        f"{pair} and article_id_a in (from event_article) order by all"
    ).fetchall()
    return members, pairs


EVENT_SEED = """
select article_id as id from touched_article
union
select unnest([article_id_a, article_id_b]) from moved_likeness
"""
EVENT_PAIR = """
select article_id_a, article_id_b, event_score
from ops.article_likeness
where event_score >= {threshold}
"""


def write_events(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]]) -> None:
    """The events of `event_article` become these; `changed_event` are those with other members,
    other articles or none any more.
    """
    stage(connection, "found_member", MEMBER, rows)
    make_temp(connection, "former_member", FORMER_MEMBERS)
    make_temp(connection, "changed_event", CHANGED_EVENTS)
    condition = "level = 'event' and article_id in (from event_article union all from gone_article)"
    replace_where(connection, "core.story_article", condition, MEMBERS.format(level="event"))


FORMER_MEMBERS = """
select story_id, article_id
from core.story_article
where level = 'event' and article_id in (from event_article union all from gone_article)
"""
CHANGED_EVENTS = """
select story_id from found_member semi join touched_article using (article_id)
union
select story_id from found_member
where article_id in (select unnest([article_id_a, article_id_b]) from moved_likeness)
union
select story_id from (select story_id, article_id from found_member except from former_member)
union
select story_id from (from former_member except select story_id, article_id from found_member)
union
select story_id from found_member semi join reclassed_article using (article_id)
"""
MEMBERS = """
select
    story_id,
    article_id,
    '{level}' as level,
    found_member.score,
    row_number() over (
        partition by story_id order by coalesce(is_copy, false), found_member.score desc, article_id
    ) = 1 as is_centre
from found_member
inner join core.article using (article_id)
"""


def read_changed_events(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of events, one of which changed, that have articles that are alike; and all members
    of these events.
    """
    make_temp(connection, "met_event", MET_EVENTS)
    pairs = connection.execute("from met_event order by all").fetchall()
    members = connection.execute(MEMBERS_OF_MET).fetchall()
    return pairs, members


MET_EVENTS = """
with event_of as (
    select story_id, article_id from core.story_article where level = 'event'
),

changed_article as (
    select article_id from event_of where story_id in (from changed_event)
),

likeness as materialized (
    select article_id_a, article_id_b
    from ops.article_likeness
    where article_id_a in (from changed_article) or article_id_b in (from changed_article)
),

met as (
    select one.story_id as one, other.story_id as other
    from likeness
    inner join event_of as one on likeness.article_id_a = one.article_id
    inner join event_of as other on likeness.article_id_b = other.article_id
    where
        one.story_id <> other.story_id
        and (one.story_id in (from changed_event) or other.story_id in (from changed_event))
)

select distinct least(one, other) as story_id_a, greatest(one, other) as story_id_b
from met
"""
MEMBERS_OF_MET = """
select story_id, article_id
from core.story_article
where level = 'event' and story_id in (select unnest([story_id_a, story_id_b]) from met_event)
order by all
"""
STORY_PAIR = {"story_id_a": pa.string(), "story_id_b": pa.string(), "score": pa.float64()}
OF_CHANGED = "(story_id_a in (from changed_event) or story_id_b in (from changed_event))"


def write_event_pairs(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]]) -> None:
    """What changed events have to do with others becomes this."""
    stage(connection, "found_event_pair", STORY_PAIR, rows)
    make_temp(connection, "former_event_pair", f"from ops.event_likeness where {OF_CHANGED}")
    replace_where(connection, "ops.event_likeness", OF_CHANGED, "from found_event_pair")


def read_storyline_pairs(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[str], Pairs, list[tuple[str, str]]]:
    """The events whose storylines may have changed, the pairs among them, and their members; all
    sorted.
    """
    columns = ("story_id_a", "story_id_b")
    reach(connection, "storyline_reach", STORYLINE_SEED, "ops.event_likeness", columns)
    make_temp(
        connection,
        "storyline_event",
        "select distinct story_id from storyline_reach inner join core.story_article on id = story_id where level = 'event'",
    )
    events = [
        key for (key,) in connection.execute("from storyline_event order by story_id").fetchall()
    ]
    pairs = connection.execute(
        "from ops.event_likeness where story_id_a in (from storyline_event) order by all"
    ).fetchall()
    query = "select story_id, article_id from core.story_article where level = 'event' and story_id in (from storyline_event) order by all"
    return events, pairs, connection.execute(query).fetchall()


STORYLINE_SEED = """
select story_id as id from changed_event
union
select unnest([story_id_a, story_id_b]) from former_event_pair
"""


def write_storylines(connection: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]]) -> None:
    """The storylines of the events in `storyline_event` become these; then the rows of core.story
    of all that was touched.
    """
    stage(connection, "found_member", MEMBER, rows)
    make_temp(connection, "storyline_article", STORYLINE_ARTICLES)
    make_temp(connection, "touched_story", TOUCHED_STORIES)
    condition = "level = 'storyline' and article_id in (from storyline_article)"
    replace_where(connection, "core.story_article", condition, MEMBERS.format(level="storyline"))
    connection.execute("insert into touched_story select distinct story_id from found_member")
    replace_where(connection, "core.story", "story_id in (from touched_story)", STORIES)


STORYLINE_ARTICLES = """
select article_id from core.story_article where level = 'event'
    and story_id in (from storyline_event)
union
from gone_article
"""
TOUCHED_STORIES = """
select story_id from changed_event
union
from storyline_event
union
select story_id from core.story_article where level = 'storyline'
    and article_id in (from storyline_article)
"""
STORIES = """
with member as (
    select * from core.story_article where story_id in (from touched_story)
),

storyline_of as (
    select story.story_id, min(storyline.story_id) as parent_story_id
    from member as story
    inner join core.story_article as storyline on story.article_id = storyline.article_id
        and storyline.level = 'storyline'
    where story.level = 'event'
    group by story.story_id
)

select
    member.story_id,
    any_value(member.level) as level,
    any_value(article.title) filter (member.is_centre) as label,
    any_value(storyline_of.parent_story_id) as parent_story_id,
    min(coalesce(article.published_on, article.published_earliest)) as first_on,
    max(coalesce(article.published_on, article.published_latest)) as last_on,
    count(*)::integer as article_count,
    count(distinct article.outlet_id)::integer as outlet_count,
    (count(*) filter (not coalesce(article.is_copy, false)))::integer as original_count
from member
inner join core.article using (article_id)
left join storyline_of on member.story_id = storyline_of.story_id
group by member.story_id
"""
