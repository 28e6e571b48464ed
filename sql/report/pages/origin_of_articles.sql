-- How some articles came to be what they are: where each metadatum stands on the page, and which rules took lines out.
with asked as (select unnest(getvariable('ids')::varchar[]) as article_id)

select
    article_id,
    field as what,
    source as by_what,
    left(value, 300) as detail
from core.article_evidence
where article_id in (select asked.article_id from asked)
union all
select
    article_id,
    'lines taken out' as what,
    rule as by_what,
    line_count::varchar as detail
from core.article_rule
where article_id in (select asked.article_id from asked)
order by all
