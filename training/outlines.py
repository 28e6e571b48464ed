"""The land and the borders of Natural Earth (public domain) -> report/outlines.txt, what the
report's map is drawn with.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python -m training.outlines package/countries-50m.json

world-atlas (ISC) is Natural Earth 4.1 at 1:50 million as TopoJSON: arcs of quantised points, each a
step from the one before it.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent.parent / "report" / "outlines.txt"
UNITS = 10  # a degree
WORLD = 360 * UNITS
SOUTHERNMOST = 60 * UNITS
SPECK = 2
Point = tuple[int, int]


def main(topology: Path) -> None:
    content = json.loads(topology.read_text(encoding="utf-8"))
    arcs = [read_arc(arc, content["transform"]) for arc in content["arcs"]]
    lines = [
        *list_coasts(arcs, content["objects"]["land"]),
        *list_borders(arcs, content["objects"]["land"]),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE.stat().st_size:,} bytes: {TABLE}")  # noqa: T201


def list_coasts(arcs: Sequence[list[Point]], land: Any) -> Iterator[str]:  # noqa: ANN401
    """A line for each piece of land that is seen."""
    for ring in list_rings(land):
        for part in lay_out(join(arcs, ring)):
            if is_seen(part):
                yield f"land\t{draw(part)}z"


def list_borders(arcs: Sequence[list[Point]], land: Any) -> Iterator[str]:  # noqa: ANN401
    """A line for each arc that is no coast."""
    coast = {abs_arc(index) for index in list_arcs(land)}
    for index, arc in enumerate(arcs):
        if index not in coast and is_seen(arc):
            yield f"border\t{draw(arc)}"


def read_arc(steps: Sequence[Sequence[int]], transform: Any) -> list[Point]:  # noqa: ANN401
    """The points of an arc in tenths of a degree, east and south."""
    (scale_x, scale_y), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        points.append((round((x * scale_x + left) * UNITS), -round((y * scale_y + low) * UNITS)))
    return points


def list_rings(land: Any) -> Iterator[Sequence[int]]:  # noqa: ANN401
    """The rings of a collection of polygons, each as the arcs that it runs along."""
    for shape in land.get("geometries", [land]):
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            yield from polygon


def list_arcs(land: Any) -> Iterator[int]:  # noqa: ANN401
    for ring in list_rings(land):
        yield from ring


def abs_arc(index: int) -> int:
    """An arc that is run along backwards is told by its complement."""
    return ~index if index < 0 else index


def join(arcs: Sequence[list[Point]], ring: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for index in ring:
        arc = arcs[abs_arc(index)]
        points += arc[::-1] if index < 0 else arc
    return points


def lay_out(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring as it lies on a flat map: one that crosses the edge of the world, twice, on either
    side.
    """
    unrolled, shift = [ring[0]], 0
    for before, after in pairwise(ring):
        shift += WORLD * (round((before[0] - after[0]) / WORLD))
        unrolled.append((after[0] + shift, after[1]))
    yield unrolled
    if any(x > WORLD // 2 for x, _ in unrolled):
        yield [(x - WORLD, y) for x, y in unrolled]
    if any(x < -WORLD // 2 for x, _ in unrolled):
        yield [(x + WORLD, y) for x, y in unrolled]


def is_seen(points: Sequence[Point]) -> bool:
    """Whether it is no speck, and not Antarctica, which runs round the pole."""
    easts, souths = zip(*points, strict=True)
    is_speck = max(easts) - min(easts) < SPECK and max(souths) - min(souths) < SPECK
    return not is_speck and min(souths) < SOUTHERNMOST


def draw(points: Sequence[Point]) -> str:
    """A path in relative steps, without the steps that lead nowhere."""
    (x, y), *_ = points
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(points)]
    return f"M{x} {y}l" + " ".join(f"{east} {south}" for east, south in steps if east or south)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
