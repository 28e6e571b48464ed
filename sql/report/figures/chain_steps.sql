-- The ways that words take
-- From the speaker, through the sources that stand between, to the outlet: the sixty strongest steps.
with step_of_chain as (
    select
        quote_source.quote_id,
        coalesce(source.name, quote_source.source_text) as source,
        row_number() over (partition by quote_source.quote_id order by quote_source.hop desc) as steps_to_outlet
    from core.quote_source
    left join core.entity as source on quote_source.source_entity_id = source.entity_id
    qualify steps_to_outlet <= 3
),

path as (
    select
        quote.quote_id,
        quote.speaker as station,
        0 as place
    from mart.quote as quote
    where quote.is_second_hand and quote.speaker is not null
    union all
    select
        step_of_chain.quote_id,
        step_of_chain.source as station,
        4 - step_of_chain.steps_to_outlet as place
    from step_of_chain
    inner join mart.quote as quote using (quote_id)
    where quote.speaker is not null
    union all
    select
        quote.quote_id,
        quote.outlet as station,
        4 as place
    from mart.quote as quote
    where quote.is_second_hand and quote.speaker is not null and quote.outlet is not null
),

step as (
    select
        station as giver,
        place as giver_place,
        lead(station) over (partition by quote_id order by place) as taker,
        lead(place) over (partition by quote_id order by place) as taker_place
    from path
)

select
    giver,
    giver_place,
    taker,
    taker_place,
    count(*) as quote_count
from step
where taker is not null
group by giver, giver_place, taker, taker_place
order by quote_count desc, giver, taker, giver_place, taker_place
limit 60
