"""Articles that are new, changed, gone or linked anew -> the tables of counts that marts show, kept
up to date: only the outlets and days of these articles are counted again.

The counts bear keys, no names, so that a new name of an entity or an outlet makes nothing stale.
"""

import duckdb

from warehouse.across.tables import find_rows, make_temp
from warehouse.article_counts import IS_NAMED, renew_article_counts
from warehouse.connect import transaction
from warehouse.thrift import take_bounded

DAILY = ("entity_daily", "speaker_daily", "outlet_daily")


def renew_counts(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the counts in line with the tables that they count. All or nothing."""
    if touched := make_temp(connection, "touched_article", TOUCHED):
        take_bounded(connection, touched, lambda: count_touched(connection))


def count_touched(connection: duckdb.DuckDBPyConnection) -> None:
    """Count the outlets and days of `touched_article` again."""
    with transaction(connection):
        make_temp(connection, "touched_day", DAYS)
        make_temp(connection, "touched_alias", TOUCHED_ALIASES)
        make_temp(connection, "counted_day", ARTICLES_OF_DAYS)
        make_temp(connection, "counted_month", ARTICLES_OF_MONTHS)
        make_temp(connection, "counted_quote", QUOTES_OF_DAYS)
        for table in DAILY:
            connection.execute(FORGET.format(table=table))
        connection.execute(FORGET_ALIASES)
        renew_article_counts(connection)
        for statement in (ENTITIES, ALIASES, SPEAKERS, OUTLETS):
            connection.execute(statement)
        note_counted(connection)


def note_counted(connection: duckdb.DuckDBPyConnection) -> None:
    """The touched articles are counted as they are now."""
    connection.execute("delete from ops.counted_article where article_id in (from touched_article)")
    connection.execute(NOTE)
    connection.execute("delete from ops.stale_article")


TOUCHED = """
select article_id
from core.article
left join ops.counted_article using (article_id)
where counted_article.run_id is distinct from article.last_run_id
union
select article_id from ops.counted_article anti join core.article using (article_id)
union
select article_id from ops.stale_article
"""
DAYS = """
select outlet_id, published_on from ops.counted_article semi join touched_article using (article_id)
union
select outlet_id, published_on from core.article semi join touched_article using (article_id)
"""
# forms of touched articles, and those that were counted of articles that changed or are gone
TOUCHED_ALIASES = f"""
with changed as (
    select distinct
        counted_article.outlet_id,
        date_trunc('month', counted_article.published_on)::date as published_month_on
    from ops.counted_article
    semi join touched_article using (article_id)
    left join core.article using (article_id)
    where counted_article.run_id is distinct from article.last_run_id
)

select
    form as alias,
    article.outlet_id,
    date_trunc('month', article.published_on)::date as published_month_on
from ({find_rows("core.referent_form", "touched_article")})
inner join core.article using (article_id)
union
select alias, alias_monthly.outlet_id, alias_monthly.published_month_on
from ops.alias_monthly
inner join changed
    on
        alias_monthly.outlet_id is not distinct from changed.outlet_id
        and alias_monthly.published_month_on is not distinct from changed.published_month_on
"""  # noqa: S608 - our own words
ARTICLES_OF_DAYS = """
select article_id, article.outlet_id, article.published_on
from core.article
inner join touched_day
    on
        article.outlet_id is not distinct from touched_day.outlet_id
        and article.published_on is not distinct from touched_day.published_on
"""
ARTICLES_OF_MONTHS = """
select
    article_id,
    article.outlet_id,
    article.published_on,
    touched_month.published_month_on
from core.article
inner join (select distinct outlet_id, published_month_on from touched_alias) as touched_month
    on
        article.outlet_id is not distinct from touched_month.outlet_id
        and date_trunc('month', article.published_on)
        is not distinct from touched_month.published_month_on
"""
QUOTES_OF_DAYS = f"""
select
    article_id,
    quote_id,
    kind,
    in_title,
    text,
    char_start,
    cue_class,
    speaker_text,
    speaker_mention_kind,
    speaker_entity_id,
    confidence
{find_rows("core.quote", "counted_day")}
"""
FORGET = """
delete from ops.{table}
using touched_day
where
    {table}.outlet_id is not distinct from touched_day.outlet_id
    and {table}.published_on is not distinct from touched_day.published_on
"""
FORGET_ALIASES = """
delete from ops.alias_monthly
using touched_alias
where
    alias_monthly.alias = touched_alias.alias
    and alias_monthly.outlet_id is not distinct from touched_alias.outlet_id
    and alias_monthly.published_month_on is not distinct from touched_alias.published_month_on
"""
ENTITIES = """
insert into ops.entity_daily by name
select
    entity_id,
    outlet_id,
    published_on,
    sum(mention_count)::bigint as mention_count,
    count(*) as article_count,
    sum(name_count)::bigint as name_count,
    sum(title_mention_count)::bigint as title_mention_count
from ops.appearance
inner join counted_day using (article_id)
group by entity_id, outlet_id, published_on
"""
# a form alone stands in many outlets: what is named in a month is held against all three at once
ALIASES = """
insert into ops.alias_monthly by name
with named as (
    select
        referent_id,
        article_id,
        form as alias,
        alias_kind,
        outlet_id,
        published_on,
        published_month_on,
        mention_count
    from core.referent_form
    inner join counted_month using (article_id)
),

touched as (
    from named
    semi join touched_alias
        on
            named.alias = touched_alias.alias
            and named.outlet_id is not distinct from touched_alias.outlet_id
            and named.published_month_on is not distinct from touched_alias.published_month_on
)

select
    entity_id,
    alias,
    alias_kind,
    outlet_id,
    published_month_on,
    sum(mention_count)::bigint as mention_count,
    count(distinct touched.article_id) as article_count,
    min(published_on) as first_published_on
from touched
inner join core.referent using (referent_id)
where entity_id is not null
group by entity_id, alias, alias_kind, outlet_id, published_month_on
"""
SPEAKERS = """
insert into ops.speaker_daily by name
select
    speaker_entity_id,
    outlet_id,
    published_on,
    count(*) as quote_count,
    sum(len(string_split(text, ' ')))::bigint as word_count,
    count(distinct article_id) as article_count,
    count(*) filter (where kind = 'direct') as direct_quote_count,
    count(*) filter (where kind = 'mixed') as mixed_quote_count,
    count(*) filter (where kind = 'indirect') as indirect_quote_count
from counted_quote
inner join counted_day using (article_id)
where speaker_entity_id is not null and confidence >= 0.5
group by speaker_entity_id, outlet_id, published_on
"""
OUTLETS = f"""
insert into ops.outlet_daily by name
with quote_of_article as (
    select
        article_id,
        count(*) as quote_count,
        count(*) filter (where kind = 'direct') as direct_count,
        sum(len(string_split(text, ' '))) as word_count,
        count(*) filter (where {IS_NAMED}) as named_count,
        count(*) filter (where speaker_mention_kind = 'anonymous') as anonymous_count,
        count(*) filter (
            where quote_id in (select quote_id from core.quote_source)
        ) as second_hand_count
    from counted_quote
    where confidence >= 0.5
    group by article_id
)

select
    outlet_id,
    published_on,
    count(*) as article_count,
    coalesce(sum(quote_count), 0)::bigint as quote_count,
    coalesce(sum(word_count), 0)::bigint as word_count,
    coalesce(sum(direct_count), 0)::bigint as direct_count,
    coalesce(sum(named_count), 0)::bigint as named_count,
    coalesce(sum(anonymous_count), 0)::bigint as anonymous_count,
    coalesce(sum(second_hand_count), 0)::bigint as second_hand_count
from counted_day
left join quote_of_article using (article_id)
group by outlet_id, published_on
"""  # noqa: S608 - our own words
NOTE = """
insert into ops.counted_article by name
select article_id, last_run_id as run_id, outlet_id, published_on
from core.article
semi join touched_article using (article_id)
"""
