-- Who appears with whom?
-- Pairs of people that the same articles name.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id,
        row_number() over () as article_no
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

named as (
    select
        asked_article.article_no,
        asked_article.outlet_id,
        appearance.entity_id
    from ops.appearance
    inner join asked_article using (article_id)
    inner join core.entity using (entity_id)
    where entity.kind = 'person'
),

-- the most named first
person as (
    select
        entity_id,
        count(*) as article_count,
        row_number() over (order by count(*) desc, entity_id) as person_no
    from named
    group by entity_id
),

numbered as (
    select
        named.article_no,
        named.outlet_id,
        person.person_no,
        person.article_count
    from named
    inner join person using (entity_id)
),

-- a pair is in no more articles than each of the two: the pairs of the most named people tell how many one needs to be among the first hundred
named_pair as (
    select count(*) as article_count
    from numbered as one
    inner join numbered as other using (article_no)
    where one.person_no < other.person_no and one.person_no < 100 and other.person_no <= 100
    group by one.person_no, other.person_no
),

hundredth as (
    select article_count
    from named_pair
    order by article_count desc
    limit 1 offset 99
),

often_enough as (
    select numbered.*
    from numbered
    where numbered.article_count >= coalesce((select hundredth.article_count from hundredth), 0)
),

pair as (
    select
        one.person_no,
        other.person_no as other_no,
        count(*) as article_count,
        list(one.outlet_id) as outlet_ids
    from often_enough as one
    inner join often_enough as other using (article_no)
    where one.person_no < other.person_no
    group by one.person_no, other.person_no
),

first_hundred as (
    select article_count
    from pair
    order by article_count desc
    limit 100
),

-- of as many articles as the hundredth there may be more: their names decide
shown_pair as (
    select pair.*
    from pair
    where pair.article_count >= (select min(first_hundred.article_count) from first_hundred)
),

-- of the two the one with the smaller key stands first
named_by_key as (
    select
        least(one.entity_id, other.entity_id) as entity_id,
        greatest(one.entity_id, other.entity_id) as other_entity_id,
        shown_pair.article_count,
        len(list_distinct(shown_pair.outlet_ids)) as outlet_count
    from shown_pair
    inner join person as one using (person_no)
    inner join person as other on shown_pair.other_no = other.person_no
)

select
    one.name as person,
    other.name as other_person,
    named_by_key.article_count,
    named_by_key.outlet_count
from named_by_key
inner join core.entity as one using (entity_id)
inner join core.entity as other on named_by_key.other_entity_id = other.entity_id
order by named_by_key.article_count desc, person, other_person
limit 100
