"""The steps of whoever keeps the warehouse, each a thin wrapper round the rooms where the work is
done. Pages are read elsewhere.
"""

from dataclasses import replace
from datetime import UTC, datetime

from expectations.check import check
from flows.across import relate
from flows.batch_task import batch_task
from flows.raw_files import delete_retired, note_fetched, note_loaded
from flows.run import Run
from flows.work import Portion, Work, note_portion, settle
from transforms.records import Batch
from warehouse.checks import check_warehouse as assert_all
from warehouse.known import remember_files
from warehouse.linking.due import is_linking_due
from warehouse.load import load_batch
from warehouse.runs import RunSummary, end_run, read_rejects, summarise_run, write_quality_results
from warehouse.thrift import take_bounded

REJECTS_SHOWN = 500  # in the table on the flow run's page; all of them are in ops.rejected_page


@batch_task("settle what is known")
def settle_known(run: Run, work: Work) -> None:
    """Count the pages of a batch that need not be read."""
    with run.build.alone():
        settle(run, work)
        if not (work.pages or work.part):
            load(run, Portion())  # that no rule was broken is noted too


@batch_task("check and load findings")
def check_and_load(run: Run, work: Work, portion: Portion) -> None:
    """Let the gate judge what was read, and write what it accepts, with the rejects and the results
    of the rules.
    """
    with run.build.alone():
        note_portion(run, work, portion)
        load(run, portion)


def note_batch(run: Run, work: Work) -> None:
    """Remember of a batch that is loaded whole how its pages were had."""
    with run.build.alone():
        note_loaded(run, work.visits)


def load(run: Run, portion: Portion) -> None:
    checked = check(Batch(portion.findings), datetime.now(UTC).date())
    if checked.is_clock_in_doubt:
        run.warn(
            f"most pages were published after they were fetched: is the clock right? It says {datetime.now(UTC):%Y-%m-%d}"
        )
    rejected = (*portion.rejects, *checked.rejects)
    counts = load_batch(
        run.build.connection, replace(checked.accepted, rejects=rejected), run.run_id
    )
    write_quality_results(run.build.connection, run.run_id, checked.results)
    run.note_rejects(rejected)
    run.count(loaded=counts.pages_loaded, rejected=counts.pages_rejected)


@batch_task("link entities")
def link_entities(run: Run) -> None:
    """Make entities of the referents that are new or changed, and of all that have to do with
    them.
    """
    connection = run.build.connection
    if not is_linking_due(connection, has_loaded=run.pages.loaded > 0):
        return
    from flows.linking import link_new

    run.reporter.step("linking names across articles")
    take_bounded(connection, run.pages.loaded, lambda: link_new(connection))


@batch_task("relate articles")
def relate_articles(run: Run) -> None:
    """Mark what belongs together: copies, events and storylines."""
    run.reporter.step("comparing articles")
    connection = run.build.connection
    take_bounded(connection, run.pages.loaded, lambda: relate(connection))


@batch_task("check warehouse")
def check_warehouse(run: Run) -> None:
    """Hold the assertions across tables against what the run has brought about."""
    run.reporter.step("checking the warehouse")
    connection = run.build.connection
    take_bounded(connection, run.pages.loaded, lambda: assert_all(connection, run.run_id))


@batch_task("sum up")
def sum_up(run: Run) -> RunSummary:
    """Note the end of the run and the files that it has read to theirs, and count what it did."""
    connection = run.build.connection
    remember_files(
        connection,
        [replace(file, pages_rejected=run.rejected_in[file.file_uri]) for file in run.read_to_end],
    )
    note_fetched(run)
    end_run(connection, run.run_id, datetime.now(UTC), "done", run.pages)
    return summarise_run(connection, run.run_id)


@batch_task("leave artifacts")
def leave_artifacts(run: Run, summary: RunSummary) -> None:
    """Leave on the flow run's page what the run did, and each page that it rejected."""
    from flows.flow_page import announce_falls, write_artifacts

    announce_falls(summary, run.build.path.name)
    write_artifacts(
        summary, read_rejects(run.build.connection, run.run_id, REJECTS_SHOWN), run.build.path
    )


@batch_task("publish")
def publish(run: Run) -> None:
    """Put the finished file in the place of the published one."""
    run.reporter.step("publishing")
    run.build.publish()
    delete_retired(run)
