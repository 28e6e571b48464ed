"""`python -m bench [PAGES...]`: prints CPU a page as a ratio to plain trafilatura, page by page in
one process and as slopes of whole commands; memory, and what two workers save.

Start-up (Prefect's server, imports, models) is a fixed cost: it is told apart by measuring a small
and a large archive, in turn. Each figure stands with the spread of its measurements; one that noise
hides is not printed.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.corpus import read_html_pages, write_archive
from bench.figures import Figure, divide_figures, find_ratio, find_slope, tell, widen
from bench.measure import Usage, measure
from bench.pairs import AGAIN, NOT_TRIED, PLAIN, list_readers, measure_pairs
from transforms.records import Page

ONRECORD = str(Path(sys.executable).with_name("onrecord"))
GOALS = {"text only": 1.0, "everything": 5.0, "unchanged": 0.02}
# a round: so little a page stands out from the start-up only in the best of many runs
UNCHANGED_RUNS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pages of the two archives."""

    small: int
    large: int


def ingest(archive: Path, warehouse: Path, *options: str) -> list[str]:
    return [ONRECORD, "ingest", str(archive), "--warehouse", str(warehouse), *options]


def measure_round(archive: Path, folder: Path) -> Iterator[tuple[str, Usage]]:
    """One round on one archive: the peer, the text alone, everything, and everything again over
    unchanged pages.
    """
    for old in folder.glob("*.duckdb*"):
        old.unlink()
    text, full = folder / "text.duckdb", folder / "full.duckdb"
    yield PLAIN, measure([sys.executable, "-m", "bench.plain", str(archive)])
    yield "text only", measure(ingest(archive, text, "--text-only", "--workers", "1"))
    yield "everything", measure(ingest(archive, full, "--workers", "1"))
    for _ in range(UNCHANGED_RUNS):
        yield "unchanged", measure(ingest(archive, full, "--workers", "1"))


def cpu_a_page(small: list[Usage], large: list[Usage], sizes: Sizes) -> Figure:
    """Seconds a page."""
    low, high = ([usage.cpu_seconds for usage in usages] for usages in (small, large))
    return find_slope(low, high, sizes.large - sizes.small)


def tell_fixed(small: list[Usage], page: Figure, sizes: Sizes) -> str:
    """What a run costs before its first page, which nobody knows who does not know what a page
    costs.
    """
    if not page.is_told:
        return ""
    return f"{min(usage.cpu_seconds for usage in small) - page.value * sizes.small:.1f}"


def measure_all(
    archives: dict[int, Path], folder: Path, rounds: int
) -> dict[str, dict[int, list[Usage]]]:
    """Usages by step and size; rounds and sizes are interleaved, so that a busy minute hits all
    alike.
    """
    usages: dict[str, dict[int, list[Usage]]] = {}
    for _ in range(rounds):
        for size, archive in archives.items():
            for step, usage in measure_round(archive, folder):
                usages.setdefault(step, {}).setdefault(size, []).append(usage)
    return usages


def show_pairs(console: Console, pages: list[Page], rounds: int) -> None:
    """Page by page in one process, each beside plain trafilatura."""
    seconds = measure_pairs(pages, list_readers(), rounds)
    table = Table(title=f"CPU of {len(pages)} pages in one process, best of {rounds} rounds")
    for column in ("reader", "ms a page", "of plain", "goal"):
        table.add_column(column, justify="left" if column == "reader" else "right")
    noise = abs(find_ratio(seconds[AGAIN], seconds[PLAIN]).value - 1)
    for name, ours in seconds.items():
        mean = 1000 * sum(ours) / len(ours)
        ratio = widen(find_ratio(ours, seconds[PLAIN]), noise)
        table.add_row(name, f"{mean:.2f}", tell(ratio), f"{GOALS.get(name, '')}")
    console.print(table)
    console.print(f"What is the same differed by {noise:.1%}; spreads are wider by so much.")
    for name, why in NOT_TRIED.items():
        if name not in seconds:
            console.print(f"{name} is not measured: {why}")


def show_slopes(console: Console, usages: dict[str, dict[int, list[Usage]]], sizes: Sizes) -> None:
    table = Table(
        title=f"CPU of whole commands, children included; {sizes.small} and {sizes.large} pages"
    )
    for column in ("step", "ms a page", "of plain", "goal", "fixed s", "largest process MB"):
        table.add_column(column, justify="left" if column == "step" else "right")
    slopes = {
        step: cpu_a_page(by_size[sizes.small], by_size[sizes.large], sizes)
        for step, by_size in usages.items()
    }
    for step, page in slopes.items():
        by_size = usages[step]
        largest = max(usage.max_megabytes for usage in by_size[sizes.large])
        table.add_row(
            step,
            tell(Figure(1000 * page.value, 1000 * page.low, 1000 * page.high)),
            tell(divide_figures(page, slopes[PLAIN])),
            f"{GOALS.get(step, '')}",
            tell_fixed(by_size[sizes.small], page, sizes),
            f"{largest:.0f}",
        )
    console.print(table)


def show_workers(console: Console, archive: Path, folder: Path) -> None:
    """Wall time of one worker against two: only telling on an idle machine of two cores or more."""
    one = measure(ingest(archive, folder / "one.duckdb", "--workers", "1")).wall_seconds
    two = measure(ingest(archive, folder / "two.duckdb", "--workers", "2")).wall_seconds
    console.print(
        f"everything, wall time: one worker {one:.1f} s, two workers {two:.1f} s: {one / two:.2f} times as fast (goal 1.7)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "pages",
        nargs="*",
        default=["samples"],
        help="HTML files, folders or web archives (default: samples)",
    )
    parser.add_argument("--small", type=int, default=100, help="pages of the small archive")
    parser.add_argument("--large", type=int, default=600, help="pages of the large archive")
    parser.add_argument("--rounds", type=int, default=3, help="of the whole commands")
    parser.add_argument("--pairs", type=int, default=5, help="rounds page by page; 0 for none")
    parser.add_argument("--only-pairs", action="store_true", help="no whole commands")
    options = parser.parse_args()
    console, pages, sizes = (
        Console(),
        read_html_pages(options.pages),
        Sizes(options.small, options.large),
    )
    if options.pairs:
        show_pairs(console, pages, options.pairs)
    if options.only_pairs:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archives = {
            size: write_archive([page.content for page in pages], size, folder / f"{size}.warc.gz")
            for size in (sizes.small, sizes.large)
        }
        show_slopes(console, measure_all(archives, folder, options.rounds), sizes)
        show_workers(console, archives[sizes.large], folder)
        start = statistics.median(measure([ONRECORD, "--help"]).cpu_seconds for _ in range(5))
        console.print(f"onrecord --help: {start:.2f} s CPU (goal 0.30)")


if __name__ == "__main__":
    main()
