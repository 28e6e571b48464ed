"""An order -> a published warehouse, and how it went. It reads as the table of contents of a run."""

from itertools import islice

from flows import tasks
from flows.arrivals import list_arrivals
from flows.flow_run import is_under_way
from flows.order import Order
from flows.run import open_run
from flows.verdict import Finish, find_complaints
from flows.workers import split

PAGES_A_BATCH = 1000


def run_ingest(order: Order) -> Finish:
    """Load the pages of the sources into the warehouse and publish it.

    Raises a WarehouseError, or whatever else stopped the run; the published warehouse is then as it was.
    """
    with open_run(order) as run:
        for arrivals in split(islice(list_arrivals(run, order.sources, order.since), order.limit), PAGES_A_BATCH):
            with run.batch(len(arrivals)):
                documents, rejects = tasks.clean_pages(run, arrivals)
                batch = tasks.analyse_documents(run, documents)
                tasks.check_and_load(run, batch, rejects)
        tasks.link_entities(run)
        tasks.relate_articles(run)
        tasks.check_warehouse(run)
        summary = tasks.sum_up(run)
        if is_under_way():
            tasks.leave_artifacts(run, summary)
        tasks.publish(run)
    return Finish(summary, find_complaints(run.tally, summary.run.pages, order.max_reject_share))
