-- Stories
-- Events that several articles tell, those in most outlets first; an article of its own words counts as original, a copy does not.
select
    coalesce(label, '(no name)') as story,
    story_id,
    article_count,
    outlet_count,
    original_count,
    first_on,
    last_on
from core.story
where level = 'event' and article_count > 1
order by outlet_count desc, article_count desc, story_id
limit 60
