-- One row per page, row or field that a run kept out of the warehouse.
create table if not exists ops.rejected_page (
    run_id varchar not null,
    source_uri varchar not null,
    stage varchar not null,
    scope varchar not null,
    reason varchar not null,
    field varchar,
    observed_value varchar,
    detail varchar,
    url varchar
);

comment on table ops.rejected_page is 'One row per page, row or field that a run kept out of the warehouse.';
comment on column ops.rejected_page.run_id is 'Run.';
comment on column ops.rejected_page.source_uri is 'Where the page was read: path, path#line, path#offset or address.';
comment on column ops.rejected_page.stage is 'Where it fell out: read, clean, judge, analyse, check or load.';
comment on column ops.rejected_page.scope is 'What was kept out: page, row (a quote, a mention) or field. Only pages count in ops.run.';
comment on column ops.rejected_page.reason is 'Why, in a word: cookie_wall, or the name of a rule.';
comment on column ops.rejected_page.field is 'Table and column that broke a rule.';
comment on column ops.rejected_page.observed_value is 'What stood there, cut to 200 characters.';
comment on column ops.rejected_page.detail is 'Why, in a sentence.';
comment on column ops.rejected_page.url is 'Address of the page, its canonical one where it states one; NULL where none was known when it fell out.';
