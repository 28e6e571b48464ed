-- How does each outlet spell a name that has several spellings?
-- Who writes Kiev, who Kyiv, and since when. Names of places and people that are written in several ways with as many words; of people, ways that differ
-- in three letters at most. Capitals (KYIV) make no other spelling, and abbreviations (U.S., Calif.) are none.
-- --name NAME: one place or person only
with asked as (
    from mart.alias_monthly
    where
        alias_kind in ('name', 'spelling')
        and entity_kind in ('place', 'person')
        and coalesce(lower(entity) = lower(getvariable('name')), getvariable('name') is null)
),

alias as (
    select distinct asked.alias
    from asked
),

form as (
    select
        alias,
        lower(alias) as folded,
        len(string_split(alias, ' ')) as word_count
    from alias
    where not regexp_matches(alias, '\.$|^[\p{Lu}.]{2,3}$|\p{Lu}\.\p{Lu}')
),

spelling as (
    select
        asked.entity_id,
        asked.entity,
        asked.entity_kind,
        asked.outlet_id,
        asked.outlet,
        form.folded,
        form.word_count,
        max(form.alias) as alias, -- capitals come before small letters: the largest has the fewest
        sum(asked.mention_count)::bigint as mention_count,
        min(asked.first_published_on) as first_published_on
    from asked
    inner join form using (alias)
    group by asked.entity_id, asked.entity, asked.entity_kind, asked.outlet_id, asked.outlet, form.folded, form.word_count
),

way as (
    select distinct
        entity_id,
        entity_kind,
        word_count,
        folded
    from spelling
),

way_of_several as (
    select
        way.entity_id,
        way.folded
    from way
    semi join way as other
        on
            way.entity_id = other.entity_id
            and way.word_count = other.word_count
            and way.folded <> other.folded
            and (way.entity_kind = 'place' or (way.word_count > 1 and levenshtein(way.folded, other.folded) <= 3))
)

select
    spelling.entity,
    spelling.outlet,
    spelling.alias as spelling,
    spelling.mention_count,
    spelling.first_published_on
from spelling
semi join way_of_several using (entity_id, folded)
order by spelling.entity, spelling.outlet, spelling.mention_count desc, spelling.alias
