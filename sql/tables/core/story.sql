-- One row per event that articles tell, and per storyline that events belong to.
create table if not exists core.story (
    story_id varchar not null,
    level varchar not null,
    label varchar,
    parent_story_id varchar,
    first_on date,
    last_on date,
    article_count integer not null,
    outlet_count integer not null,
    original_count integer not null
);

comment on table core.story is 'One row per event that articles tell, and per storyline that events belong to.';
comment on column core.story.story_id is
'Key of the story: a hash of its level and of the smallest key of its articles. It changes when an article with a smaller key joins, or that article leaves.';
comment on column core.story.level is 'event (days) or storyline (weeks and months, two events or more).';
comment on column core.story.label is 'Headline of the article in its centre.';
comment on column core.story.parent_story_id is 'The storyline of an event, NULL where it stands alone.';
comment on column core.story.first_on is 'First day of publication of its articles, NULL where none is known.';
comment on column core.story.last_on is 'Last day of publication of its articles.';
comment on column core.story.article_count is 'Number of articles, copies included.';
comment on column core.story.outlet_count is 'Number of outlets.';
comment on column core.story.original_count is 'Number of articles that are no copies.';
