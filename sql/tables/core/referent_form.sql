-- One row per form by which an article names a referent.
create table if not exists core.referent_form (
    referent_id varchar not null,
    article_id varchar not null,
    form varchar not null,
    alias_kind varchar not null,
    mention_count integer not null
);

comment on table core.referent_form is 'One row per form by which an article names a referent.';
comment on column core.referent_form.referent_id is 'Referent.';
comment on column core.referent_form.article_id is 'Article.';
comment on column core.referent_form.form is 'The form as written.';
comment on column core.referent_form.alias_kind is 'name, spelling, surname, acronym, role, metonym or demonym.';
comment on column core.referent_form.mention_count is 'Number of mentions with this form in the article.';
