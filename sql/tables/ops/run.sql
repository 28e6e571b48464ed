-- One row per run of the pipeline.
create table if not exists ops.run (
    run_id varchar primary key,
    flow_name varchar not null,
    started_at timestamp not null,
    ended_at timestamp,
    status varchar not null,
    code_version varchar not null,
    pages_seen bigint,
    pages_loaded bigint,
    pages_unchanged bigint,
    pages_rejected bigint,
    flow_run_id varchar,
    is_text_only boolean
);

comment on table ops.run is 'One row per run of the pipeline.';
comment on column ops.run.run_id is 'Key of the run.';
comment on column ops.run.flow_name is 'Name of the flow: ingest.';
comment on column ops.run.started_at is 'Start in UTC.';
comment on column ops.run.ended_at is 'End in UTC, NULL for a run that did not reach it.';
comment on column ops.run.status is 'running, done, or killed: the run failed, was interrupted or killed, and a later run took up its work.';
comment on column ops.run.code_version is 'Version of On Record that ran.';
comment on column ops.run.pages_seen is 'Pages that were read or known: loaded + unchanged + rejected. NULL until the run has ended.';
comment on column ops.run.pages_loaded is 'Pages whose article was written.';
comment on column ops.run.pages_unchanged is 'Pages that the warehouse holds already, byte for byte.';
comment on column ops.run.pages_rejected is 'Pages that did not enter, each with a row in ops.rejected_page.';
comment on column ops.run.flow_run_id is 'Flow run of a Prefect server, NULL for a run without one.';
comment on column ops.run.is_text_only is 'Whether it loaded articles without quotes, entities and times; a later run that wants them reads its pages again.';
