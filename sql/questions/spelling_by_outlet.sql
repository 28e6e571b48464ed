-- How does each outlet spell a name that has several spellings?
-- Who writes Kiev, who Kyiv, and since when. Names of places and people that are written in several ways with as many words; of people, ways that differ
-- in three letters at most. Capitals (KYIV) make no other spelling, and abbreviations (U.S., Calif.) are none.
-- --name NAME: one place or person only
with named as (
    select entity_id
    from core.entity_alias
    where alias_kind in ('name', 'spelling')
    group by entity_id
    having count(*) > 1
),

form as (
    select
        entity_alias.entity_id,
        entity_alias.alias,
        entity.kind as entity_kind,
        lower(entity_alias.alias) as folded,
        len(string_split(entity_alias.alias, ' ')) as word_count
    from core.entity_alias
    semi join named using (entity_id)
    inner join core.entity using (entity_id)
    where
        entity_alias.alias_kind in ('name', 'spelling')
        and entity.kind in ('place', 'person')
        and not regexp_matches(entity_alias.alias, '\.$|^[\p{Lu}.]{2,3}$|\p{Lu}\.\p{Lu}')
        and coalesce(lower(entity.name) = lower(getvariable('name')), getvariable('name') is null)
),

way as (
    select distinct
        entity_id,
        entity_kind,
        word_count,
        folded
    from form
    where entity_kind = 'place' or word_count > 1
),

way_of_several as (
    select distinct
        way.entity_id,
        unnest([way.folded, other.folded]) as folded
    from way
    inner join way as other using (entity_id, word_count)
    where
        way.folded < other.folded
        and (
            way.entity_kind = 'place'
            or (abs(length(way.folded) - length(other.folded)) <= 3 and levenshtein(way.folded, other.folded) <= 3)
        )
),

form_of_several as (
    select distinct
        form.entity_id,
        form.alias,
        form.folded
    from form
    semi join way_of_several using (entity_id, folded)
),

spelling as (
    select
        form_of_several.entity_id,
        alias_monthly.outlet_id,
        form_of_several.folded,
        max(form_of_several.alias) as alias, -- capitals come before small letters: the largest has the fewest
        sum(alias_monthly.mention_count)::bigint as mention_count,
        min(alias_monthly.first_published_on) as first_published_on
    from ops.alias_monthly
    inner join form_of_several using (entity_id, alias)
    where alias_monthly.alias_kind in ('name', 'spelling')
    group by form_of_several.entity_id, alias_monthly.outlet_id, form_of_several.folded
)

select
    entity.name as entity,
    outlet.name as outlet,
    spelling.alias as spelling,
    spelling.mention_count,
    spelling.first_published_on
from spelling
inner join core.entity using (entity_id)
left join core.outlet using (outlet_id)
order by entity.name, outlet.name, spelling.mention_count desc, spelling.alias
