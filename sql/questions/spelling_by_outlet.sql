-- How does each outlet spell a name that has several spellings?
-- Who writes Kiev, who Kyiv, and since when. Names of places and people that are written in several ways with as many words; of people, ways that differ
-- in three letters at most. Capitals (KYIV) make no other spelling, and abbreviations (U.S., Calif.) are none.
-- --name NAME: one place or person only
with spelling as (
    select
        entity_id,
        entity,
        entity_kind,
        outlet_id,
        outlet,
        lower(alias) as folded,
        len(string_split(alias, ' ')) as word_count,
        max(alias) as alias, -- capitals come before small letters: the largest has the fewest
        sum(mention_count)::bigint as mention_count,
        min(first_published_on) as first_published_on
    from mart.alias_monthly
    where
        alias_kind in ('name', 'spelling')
        and entity_kind in ('place', 'person')
        and not regexp_matches(alias, '\.$|^[\p{Lu}.]{2,3}$|\p{Lu}\.\p{Lu}')
        and coalesce(lower(entity) = lower(getvariable('name')), getvariable('name') is null)
    group by entity_id, entity, entity_kind, outlet_id, outlet, lower(alias), len(string_split(alias, ' '))
)

select
    spelling.entity,
    spelling.outlet,
    spelling.alias as spelling,
    spelling.mention_count,
    spelling.first_published_on
from spelling
semi join spelling as other
    on
        spelling.entity_id = other.entity_id
        and spelling.word_count = other.word_count
        and spelling.folded <> other.folded
        and (spelling.entity_kind = 'place' or (spelling.word_count > 1 and levenshtein(spelling.folded, other.folded) <= 3))
order by spelling.entity, spelling.outlet, spelling.mention_count desc, spelling.alias
