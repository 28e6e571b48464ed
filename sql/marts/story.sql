-- One row per event that two articles or more tell, and per storyline.
create or replace view mart.story as
select
    story.label,
    story.level,
    story.first_on,
    story.last_on,
    story.article_count,
    story.original_count,
    story.outlet_count,
    storyline.label as storyline,
    story.story_id,
    story.parent_story_id
from core.story
left join core.story as storyline on story.parent_story_id = storyline.story_id
where story.article_count > 1;

comment on view mart.story is 'One row per event that two articles or more tell, and per storyline.';
comment on column mart.story.label is 'Headline of the article in its centre.';
comment on column mart.story.level is 'event (days) or storyline (weeks and months).';
comment on column mart.story.first_on is 'First day of publication, NULL where none is known.';
comment on column mart.story.last_on is 'Last day of publication.';
comment on column mart.story.article_count is 'Number of articles, copies included.';
comment on column mart.story.original_count is 'Number of articles that are no copies.';
comment on column mart.story.outlet_count is 'Number of outlets.';
comment on column mart.story.storyline is 'Label of the storyline of an event.';
comment on column mart.story.story_id is 'Key of the story.';
comment on column mart.story.parent_story_id is 'Key of the storyline of an event.';
