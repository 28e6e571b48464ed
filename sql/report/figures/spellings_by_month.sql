-- Spelling over time
-- The places written in more than one way, month by month: the share of each spelling, the four most frequent.
with spelling as (
    select
        entity_id,
        entity as place,
        lower(alias) as folded,
        max(alias) as spelling, -- capitals come before small letters: the largest has the fewest
        sum(mention_count)::bigint as mention_count
    from mart.alias_monthly
    where alias_kind in ('name', 'spelling') and entity_kind = 'place' and published_month_on is not null
    group by entity_id, entity, lower(alias)
),

ranked as (
    select
        entity_id,
        place,
        folded,
        spelling,
        row_number() over (partition by entity_id order by mention_count desc, folded) as spelling_rank,
        sum(mention_count) over (partition by entity_id) as total,
        count(*) over (partition by entity_id) as spelling_count
    from spelling
),

month as (
    select
        entity_id,
        published_month_on,
        lower(alias) as folded,
        sum(mention_count)::bigint as mention_count
    from mart.alias_monthly
    where alias_kind in ('name', 'spelling') and entity_kind = 'place' and published_month_on is not null
    group by entity_id, published_month_on, lower(alias)
),

chosen as (
    select ranked.entity_id
    from ranked
    inner join month using (entity_id, folded)
    where ranked.spelling_count > 1
    group by ranked.entity_id, ranked.total
    having count(distinct month.published_month_on) > 1
    order by ranked.total desc, ranked.entity_id
    limit 6
),

told as (
    select
        ranked.place,
        ranked.entity_id,
        ranked.spelling,
        ranked.spelling_rank,
        ranked.total,
        month.published_month_on,
        month.mention_count,
        month.mention_count / sum(month.mention_count) over (partition by month.entity_id, month.published_month_on) as mention_share
    from month
    inner join ranked using (entity_id, folded)
    semi join chosen on month.entity_id = chosen.entity_id
)

select
    place,
    entity_id,
    spelling,
    published_month_on,
    mention_count,
    mention_share
from told
where spelling_rank <= 4
order by total desc, place, spelling_rank, published_month_on
