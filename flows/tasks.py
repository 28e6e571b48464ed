"""The tasks of the flow: each takes a batch, and is a thin wrapper round the rooms where the work is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from expectations.check import check
from flows.across import relate
from flows.arrivals import note_refused, skip_files, sort_pages
from flows.batch_task import batch_task
from flows.linking import link_anew
from flows.raw_files import delete_retired, note_fetched, note_loaded
from flows.run import Run
from flows.sources import PageRef
from flows.steps import Unchanged, analyse_chunk, clean_chunk, run_step
from flows.workers import DEATHS
from transforms.article import make_article
from transforms.records import Batch, Document, Findings, Reject
from warehouse.checks import check_warehouse as assert_all
from warehouse.known import remember_files
from warehouse.load import load_batch
from warehouse.referents import is_linking_due
from warehouse.runs import RunSummary, end_run, read_rejects, summarise_run, write_quality_results

REJECTS_SHOWN = 500  # in the table on the flow run's page; all of them are in ops.rejected_page


@batch_task("clean pages", retries=1)
def clean_pages(run: Run, arrivals: Sequence[PageRef | Reject]) -> tuple[tuple[Document, ...], tuple[Reject, ...]]:
    """Read and clean pages in worker processes."""
    run.reporter.step("reading pages")
    rejects = [arrival for arrival in arrivals if isinstance(arrival, Reject)]
    pages = sort_pages(run, [arrival for arrival in arrivals if isinstance(arrival, PageRef)])
    refs = [page.ref for page in pages.waiting]
    documents, refused, unchanged = [], [], pages.unchanged
    for ref, cleaned in zip(refs, run_step(run.pool, "clean", clean_chunk, pages.waiting, [ref.source_uri for ref in refs]), strict=True):
        run.reporter.count("read")
        match cleaned:
            case Document():
                documents.append(cleaned)
            case Reject():
                rejects.append(cleaned)
                if cleaned.reason not in DEATHS:
                    refused.append(ref)
            case Unchanged():
                unchanged += 1
    for arrival in arrivals:
        run.tally.note_seen(arrival.source_uri)
    run.count(unchanged=unchanged)
    note_refused(run, refused, pages.digests)
    skip_files(run, pages.refused)
    return tuple(documents), tuple(rejects)


@batch_task("analyse documents", retries=1)
def analyse_documents(run: Run, documents: Sequence[Document]) -> Batch:
    """Find quotes, entities and times in worker processes."""
    if run.text_only:
        return Batch(tuple(Findings(make_article(document)) for document in documents))
    run.reporter.step("finding quotes")
    findings: list[Findings] = []
    rejects: list[Reject] = []
    for result in run_step(run.pool, "analyse", analyse_chunk, documents, [document.source_uri for document in documents]):
        run.reporter.count("analysed")
        if isinstance(result, Reject):
            rejects.append(result)
        else:
            findings.append(result)
    return Batch(tuple(findings), tuple(rejects))


@batch_task("check and load findings")
def check_and_load(run: Run, batch: Batch, rejects: Sequence[Reject]) -> None:
    """Let the gate judge the batch, and write what it accepts, with the rejects and the results of the rules."""
    run.reporter.step("checking and loading")
    checked = check(batch, datetime.now(UTC).date())
    if checked.is_clock_in_doubt:
        run.warn(f"every page was published after it was fetched: is the clock right? It says {datetime.now(UTC):%Y-%m-%d}")
    rejected = (*rejects, *batch.rejects, *checked.rejects)
    counts = load_batch(run.build.connection, replace(checked.accepted, rejects=rejected), run.run_id)
    note_loaded(run)
    write_quality_results(run.build.connection, run.run_id, checked.results)
    run.note_rejects(rejected)
    run.count(loaded=counts.pages_loaded, rejected=counts.pages_rejected)


@batch_task("link entities")
def link_entities(run: Run) -> None:
    """Make entities of the referents of the whole warehouse."""
    connection = run.build.connection
    if not is_linking_due(connection, has_loaded=run.pages.loaded > 0):
        return
    run.reporter.step("linking names across articles")
    link_anew(connection)


@batch_task("relate articles")
def relate_articles(run: Run) -> None:
    """Mark what belongs together: copies, events and storylines."""
    run.reporter.step("comparing articles")
    relate(run.build.connection)


@batch_task("check warehouse")
def check_warehouse(run: Run) -> None:
    """Hold the assertions across tables against what the run has brought about."""
    run.reporter.step("checking the warehouse")
    assert_all(run.build.connection, run.run_id)


@batch_task("sum up")
def sum_up(run: Run) -> RunSummary:
    """Note the end of the run and the files that it has read to theirs, and count what it did."""
    connection = run.build.connection
    remember_files(connection, [replace(file, pages_rejected=run.rejected_in[file.file_uri]) for file in run.read_to_end])
    note_fetched(run)
    end_run(connection, run.run_id, datetime.now(UTC), "done", run.pages)
    return summarise_run(connection, run.run_id)


@batch_task("leave artifacts")
def leave_artifacts(run: Run, summary: RunSummary) -> None:
    """Leave on the flow run's page what the run did, and each page that it rejected."""
    from flows.flow_page import announce_falls, write_artifacts

    announce_falls(summary, run.build.path.name)
    write_artifacts(summary, read_rejects(run.build.connection, run.run_id, REJECTS_SHOWN), run.build.path)


@batch_task("publish")
def publish(run: Run) -> None:
    """Put the finished file in the place of the published one."""
    run.reporter.step("publishing")
    run.build.publish()
    delete_retired(run)
