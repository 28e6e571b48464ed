-- The flow run of a Prefect server that a run was, and whether it loaded texts alone.
alter table ops.run add column if not exists flow_run_id varchar;
alter table ops.run add column if not exists is_text_only boolean;
update ops.run set is_text_only = false;
