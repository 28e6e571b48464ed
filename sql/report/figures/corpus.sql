-- What the warehouse holds
-- Articles, quotes and the voices in them.
select
    (select count(*) from core.article) as articles,
    (select count(*) from core.outlet) as outlets,
    (select count(*) from mart.quote) as quotes,
    (select count(distinct speaker_entity_id) from mart.quote) as speakers,
    (select count(*) from core.entity) as people_bodies_and_places,
    (select count(distinct language) from core.article) as languages,
    (select min(published_on) from core.article) as first_day,
    (select max(published_on) from core.article) as last_day
