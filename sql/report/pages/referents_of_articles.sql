-- Whom some articles know: the candidates for their speakers, and who they are across articles.
with asked as (select unnest(getvariable('ids')::varchar[]) as article_id)

select
    referent.article_id,
    referent.name,
    referent.kind,
    referent.entity_id,
    entity.name as entity,
    string_agg(distinct referent_form.form, ', ' order by referent_form.form) as forms
from core.referent
semi join asked using (article_id)
left join core.referent_form using (referent_id, article_id)
left join core.entity using (entity_id)
where referent.kind in ('person', 'organisation')
group by referent.article_id, referent.referent_id, referent.name, referent.kind, referent.entity_id, entity.name
order by referent.article_id, referent.kind desc, referent.name, referent.entity_id
