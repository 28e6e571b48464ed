"""A run's summary -> two artifacts on the Prefect server: a text to read, and the rejects as a table."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from warehouse.runs import Counts, RunSummary


def write_artifacts(summary: RunSummary) -> None:
    """Leave the summary where the server's pages show it, beside the flow run."""
    create_markdown_artifact(make_markdown(summary), key="onrecord-run", description="What the run did")
    create_table_artifact(
        [{"reason": reason, "pages": pages} for reason, pages in summary.rejects_by_reason],
        key="onrecord-rejects",
        description="Rejected pages",
    )


def make_markdown(summary: RunSummary) -> str:
    """The summary as a list."""
    pages = summary.run.pages
    counted = (
        f"{pages.seen} seen, {pages.loaded} loaded, {pages.unchanged} unchanged, {pages.rejected} rejected" if pages else "not counted"
    )
    lines = {
        "Pages": counted,
        "Rejected": tell(summary.rejects_by_reason),
        "Quotes": tell(summary.quotes_by_kind),
        "Most quoted": tell(summary.top_speakers),
        "Quality rules failed": tell(summary.failed_rules),
    }
    return f"# Run {summary.run.run_id}\n\n" + "\n".join(f"- **{name}**: {value or 'none'}" for name, value in lines.items())


def tell(counts: Counts) -> str:
    """`cookie_wall 1,200, soft_404 1`"""
    return ", ".join(f"{name} {number:,}" for name, number in counts)
