-- The flow run of a Prefect server that a run was.
alter table ops.run add column if not exists flow_run_id varchar;
