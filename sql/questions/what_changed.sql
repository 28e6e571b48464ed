-- What changed in pages after they were published, and which quotes vanished?
-- Each change of a page's title or text that was seen, those that cost a quote first.
select
    outlet,
    title,
    change_kind,
    changed_at,
    former_title,
    quotes_gone,
    quotes_come,
    word_count_change
from mart.article_change
order by gone_quote_count desc, changed_at, outlet, title, version_no
