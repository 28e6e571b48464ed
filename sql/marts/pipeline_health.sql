-- One row per run: what came in, what fell out and which rules failed.
create or replace view mart.pipeline_health as
with reject_of_run as (
    select
        run_id,
        reason,
        count(*) as page_count
    from ops.rejected_page
    where scope = 'page'
    group by run_id, reason
),

main_reject_of_run as (
    select
        run_id,
        max_by(reason, row(page_count, reason)) as main_reject_reason
    from reject_of_run
    group by run_id
),

quality_of_run as (
    select
        run_id,
        count(*) as rule_count,
        count(*) filter (where not is_success) as failed_rule_count,
        count(*) filter (where not is_success and severity = 'critical') as failed_critical_rule_count
    from ops.quality_result
    group by run_id
)

select
    run.started_at,
    run.status,
    run.pages_seen,
    run.pages_loaded,
    run.pages_unchanged,
    run.pages_rejected,
    run.pages_rejected / nullif(run.pages_seen, 0) as rejected_share,
    main_reject_of_run.main_reject_reason,
    epoch(run.ended_at - run.started_at) as seconds,
    coalesce(quality_of_run.failed_critical_rule_count, 0) as failed_critical_rule_count,
    coalesce(quality_of_run.failed_rule_count, 0) as failed_rule_count,
    coalesce(quality_of_run.rule_count, 0) as rule_count,
    run.ended_at,
    run.flow_name,
    run.code_version,
    run.run_id
from ops.run
left join main_reject_of_run using (run_id)
left join quality_of_run using (run_id);

comment on view mart.pipeline_health is 'One row per run: what came in, what fell out and which rules failed.';
comment on column mart.pipeline_health.started_at is 'Start in UTC.';
comment on column mart.pipeline_health.status is 'done, or killed: the run failed, was interrupted or killed, and a later run took up its work.';
comment on column mart.pipeline_health.pages_seen is 'Pages that were read or known: loaded + unchanged + rejected.';
comment on column mart.pipeline_health.pages_loaded is 'Pages whose article was written.';
comment on column mart.pipeline_health.pages_unchanged is 'Pages that the warehouse held already, byte for byte.';
comment on column mart.pipeline_health.pages_rejected is 'Pages that did not enter.';
comment on column mart.pipeline_health.rejected_share is 'Rejected pages divided by pages seen, 0 to 1.';
comment on column mart.pipeline_health.main_reject_reason is 'The most frequent reason among the rejected pages.';
comment on column mart.pipeline_health.seconds is 'Duration in seconds.';
comment on column mart.pipeline_health.failed_critical_rule_count is 'Number of rules that some row broke and was kept out for.';
comment on column mart.pipeline_health.failed_rule_count is 'Number of rules that some row broke.';
comment on column mart.pipeline_health.rule_count is 'Number of quality rules that were checked.';
comment on column mart.pipeline_health.ended_at is 'End in UTC, NULL for a run that did not reach it.';
comment on column mart.pipeline_health.flow_name is 'Name of the flow.';
comment on column mart.pipeline_health.code_version is 'Version of On Record that ran.';
comment on column mart.pipeline_health.run_id is 'Key of the run.';
