"""`python -m bench.day READ LOAD END`: what a day of news takes on 2, 16 and 128 cores, by simulation
from measured parts: CPU seconds to read a page, to load a page, and from linking to publishing.

Readers take parts of pages as they get free; the one loader takes parts as they get done; linking,
comparing and publishing come last, on one core. A core is taken to do what it did when measured.
"""

import argparse
import heapq
from dataclasses import dataclass

PAGES = 300_000  # of CC-NEWS in a day
PART_PAGES = 1000
CORES = (2, 16, 128)


@dataclass(frozen=True, slots=True)
class Costs:
    """CPU seconds: to read a page, to load a page, and for what is done once at the end."""

    read: float
    load: float
    end: float


@dataclass(frozen=True, slots=True)
class Day:
    """Hours until the last page is read, until it is loaded, and until all is published."""

    read: float
    loaded: float
    published: float


def simulate(costs: Costs, cores: int, pages: int = PAGES) -> Day:
    """One core loads, and the others read; where there are two, the loader's reads too while there
    is nothing to load, so that together they are busy all the time.
    """
    parts = [PART_PAGES] * (pages // PART_PAGES) + [pages % PART_PAGES] * (pages % PART_PAGES > 0)
    readers = max(1.0, cores - costs.load / (costs.read + costs.load) * cores)
    free = [0.0] * round(readers)
    speed = readers / len(free)
    loaded = 0.0
    read = 0.0
    for count in parts:
        done = heapq.heappop(free) + count * costs.read / speed
        heapq.heappush(free, done)
        read = max(read, done)
        loaded = max(loaded, done) + count * costs.load
    return Day(read / 3600, loaded / 3600, (loaded + costs.end) / 3600)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.day", description=__doc__)
    for name in ("read", "load", "end"):
        parser.add_argument(name, type=float)
    parser.add_argument("--pages", type=int, default=PAGES)
    given = parser.parse_args()
    print("cores  hours: read  loaded  published")
    for cores in CORES:
        day = simulate(Costs(given.read, given.load, given.end), cores, given.pages)
        print(f"{cores:>5} {day.read:>12.2f} {day.loaded:>7.2f} {day.published:>10.2f}")


if __name__ == "__main__":
    main()
