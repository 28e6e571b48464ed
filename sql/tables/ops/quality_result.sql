-- One row per rule of a suite that a run checked.
create table if not exists ops.quality_result (
    run_id varchar not null,
    suite varchar not null,
    rule varchar not null,
    table_name varchar not null,
    column_name varchar,
    severity varchar not null,
    is_success boolean not null,
    evaluated_count bigint not null,
    unexpected_count bigint not null,
    sample_keys varchar,
    primary key (run_id, suite, rule)
);

comment on table ops.quality_result is 'One row per rule of a suite that a run checked.';
comment on column ops.quality_result.run_id is 'Run.';
comment on column ops.quality_result.suite is 'Suite of the rule: a table''s name for rules on a batch, warehouse for rules across tables.';
comment on column ops.quality_result.rule is 'Name of the rule.';
comment on column ops.quality_result.table_name is 'Table that the rule looks at.';
comment on column ops.quality_result.column_name is 'Column that the rule looks at, NULL where it looks at rows.';
comment on column ops.quality_result.severity is 'critical: the row is kept out. warning: the field is emptied. info: noted only.';
comment on column ops.quality_result.is_success is 'Whether no row broke the rule.';
comment on column ops.quality_result.evaluated_count is 'Number of rows looked at.';
comment on column ops.quality_result.unexpected_count is 'Number of rows that broke the rule.';
comment on column ops.quality_result.sample_keys is 'Keys of up to ten rows that broke the rule, split by commas.';
