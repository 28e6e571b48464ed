-- Whose text it is
-- Articles by outlet: texts of their own, copies of another article here, and an agency's text. The thirty outlets with the most articles.
select
    coalesce(outlet.name, '(not stated)') as outlet,
    article.outlet_id,
    count(*) filter (where not coalesce(article.is_copy, false) and not coalesce(article.is_wire_copy, false)) as own,
    count(*) filter (where coalesce(article.is_copy, false) and not coalesce(article.is_wire_copy, false)) as copied,
    count(*) filter (where coalesce(article.is_wire_copy, false)) as by_an_agency
from core.article
left join core.outlet using (outlet_id)
group by article.outlet_id, outlet.name
order by count(*) desc, outlet
limit 30
