"""An order -> a published warehouse, and how it went. It reads as the table of contents of a
run.
"""

from collections.abc import Iterator
from itertools import islice

from flows import tasks
from flows.arrivals import list_arrivals
from flows.flow_run import is_under_way
from flows.order import Order
from flows.readers import open_reader, require_server
from flows.run import Run, open_run
from flows.verdict import Finish, find_complaints
from flows.work import Work, plan_kept, plan_work

PAGES_A_BATCH = 1000


def run_ingest(order: Order) -> Finish:
    """Load the pages of the sources into the warehouse and publish it.

    Raises a WarehouseError, or whatever else stopped the run; the published warehouse is then as it
    was.
    """
    require_server(order)
    with open_run(order) as run:
        with open_reader(run, order) as read:
            for work, portions in read(list_work(run, order)):
                with run.batch(work.number, work.page_count):
                    tasks.settle_known(run, work)
                    for portion in portions:
                        tasks.check_and_load(run, work, portion)
                    tasks.note_batch(run, work)
        with run.build.alone():
            tasks.link_entities(run)
            tasks.relate_articles(run)
            tasks.check_warehouse(run)
            summary = tasks.sum_up(run)
            if is_under_way():
                tasks.leave_artifacts(run, summary)
            tasks.publish(run)
    return Finish(summary, find_complaints(run.tally, summary.run.pages, order.max_reject_share))


def list_work(run: Run, order: Order) -> Iterator[Work]:
    """Batches of pages that the sources bring, or the kept parts that they are."""
    if order.reading.taken_up == "pages":
        arrivals = islice(list_arrivals(run, order.sources, order.since), order.limit)
        return plan_work(run, arrivals, order.reading.part_pages or PAGES_A_BATCH)
    return plan_kept(order.sources, order.reading.taken_up)
