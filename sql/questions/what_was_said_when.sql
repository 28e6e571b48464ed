-- What was said when?
-- A timeline by the day that is meant, not the day of printing: the day the article states, else, marked so, its publication.
select
    coalesce(uttered_on, published_on) as said_on,
    uttered_on is not null as is_day_stated,
    coalesce(speaker, '(not named)') as speaker,
    kind,
    quote,
    outlet,
    published_on
from mart.quote
where coalesce(uttered_on, published_on) is not null and not is_in_title
order by said_on, speaker, outlet, article_id, char_start
