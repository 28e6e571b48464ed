"""Places with their degrees -> a map in SVG of the part of the world where they lie, a disc and,
where there is room, a name for each.

The outlines are Natural Earth's (public domain), in `outlines.txt` as `python -m training.outlines`
writes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, radians, sqrt
from pathlib import Path

from markupsafe import Markup

from report.charts import WIDTH, as_number, element

Row = Mapping[str, object]
Box = tuple[float, float, float, float]
"""West, north, east and south of something on the map."""
OUTLINES = Path(__file__).with_name("outlines.txt")
UNITS = 10  # of the outlines, a degree
NARROWEST = 24.0  # degrees of latitude that a map shows at the least
MARGIN = 4.0  # degrees around the outermost places
SMALLEST, LARGEST = 3.0, 16.0  # radius of a disc
MOST_NAMES = 24
LETTER, LINE = 6.5, 14  # room for a name
CORE = 0.6  # of the radius of a disc, where only its own name could stand
POLES = (84.0, -60.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: where it lies, and how large its disc is to be, 1 for the largest."""

    name: str
    north: float
    east: float
    share: float
    told: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is shown: its north-west corner, and how long a degree is, east
    and south.
    """

    north: float
    west: float
    east_scale: float
    south_scale: float
    height: float

    @property
    def east(self) -> float:
        return self.west + WIDTH / self.east_scale

    @property
    def south(self) -> float:
        return self.north - self.height / self.south_scale

    def find(self, spot: Spot) -> tuple[float, float]:
        return (spot.east - self.west) * self.east_scale, (
            self.north - spot.north
        ) * self.south_scale


def draw_map(rows: Sequence[Row], label: str, count: str, told: str) -> Markup:
    """The places of the rows that have a latitude; nothing where none has."""
    spots = read_spots(rows, label, count)
    if not spots:
        return Markup("")
    frame = find_frame(spots)
    discs = [draw_disc(spot, frame) for spot in spots]
    drawn = Markup("").join([draw_land(frame), *discs, *draw_names(spots, frame)])
    return element(
        "svg",
        drawn,
        viewBox=f"0 0 {WIDTH} {frame.height:.0f}",
        role="img",
        aria_label=told,
        class_="map",
    )


def read_spots(rows: Sequence[Row], label: str, count: str) -> list[Spot]:
    """The largest first, so that a small disc lies on a large one."""
    located = [row for row in rows if row["latitude"] is not None and row["longitude"] is not None]
    most = max((as_number(row[count]) for row in located), default=0) or 1
    spots = [
        Spot(
            str(row[label]),
            as_number(row["latitude"]),
            as_number(row["longitude"]),
            as_number(row[count]) / most,
            f"{row[label]}: {as_number(row[count]):,.0f}",
        )
        for row in located
    ]
    return sorted(spots, key=lambda spot: (-spot.share, spot.name))


def find_frame(spots: Sequence[Spot]) -> Frame:
    """The places with a margin, in their middle, as wide as the page; never more than the world."""
    north, south = span([spot.north for spot in spots], NARROWEST, *POLES)
    shrink = cos(radians((north + south) / 2))  # so that a degree east is as long as it is there
    east, west = span([spot.east for spot in spots], 2 * (north - south) / shrink, 180.0, -180.0)
    east_scale = WIDTH / (east - west)
    south_scale = east_scale / shrink
    return Frame(north, west, east_scale, south_scale, south_scale * (north - south))


def span(
    degrees: Sequence[float], least: float, most_high: float, most_low: float
) -> tuple[float, float]:
    """From where to where, the higher first: all of them with a margin, at least so many degrees,
    within the world.
    """
    high, low = (
        min(max(end, most_low), most_high) for end in (max(degrees) + MARGIN, min(degrees) - MARGIN)
    )
    size = min(max(high - low, least), most_high - most_low)
    top = min((high + low + size) / 2, most_high)
    bottom = max(top - size, most_low)
    return bottom + size, bottom


@dataclass(frozen=True, slots=True)
class Outline:
    """A shore or a border as a path, and the box that it lies in, all in tenths of a degree east
    and south.
    """

    kind: str
    path: str
    box: Box


@cache
def read_outlines() -> list[Outline]:
    lines = (line.split("\t") for line in OUTLINES.read_text(encoding="utf-8").splitlines())
    return [Outline(kind, path, find_box(path)) for kind, path in lines]


def find_box(path: str) -> Box:
    """Of `M10 20l3 -2 1 1`: (10, 18, 14, 20)."""
    start, _, steps = path.strip("Mz").partition("l")
    numbers = [int(number) for number in f"{start} {steps}".split()]
    easts, souths = list(accumulate(numbers[::2])), list(accumulate(numbers[1::2]))
    return min(easts), min(souths), max(easts), max(souths)


def draw_land(frame: Frame) -> Markup:
    window = (frame.west * UNITS, -frame.north * UNITS, frame.east * UNITS, -frame.south * UNITS)
    seen = [outline for outline in read_outlines() if overlap(outline.box, window)]
    move = f"translate({-frame.west * frame.east_scale:.2f} {frame.north * frame.south_scale:.2f})"
    size = f"scale({frame.east_scale / UNITS:.4f} {frame.south_scale / UNITS:.4f})"
    paths = [
        element("path", class_=kind, d="".join(one.path for one in seen if one.kind == kind))
        for kind in ("land", "border")
    ]
    return element("g", Markup("").join(paths), transform=f"{move} {size}")


def draw_disc(spot: Spot, frame: Frame) -> Markup:
    x, y = frame.find(spot)
    return element(
        "circle", element("title", spot.told), class_="disc", cx=x, cy=y, r=find_radius(spot)
    )


def draw_names(spots: Sequence[Spot], frame: Frame) -> Iterator[Markup]:
    """The names of the largest, beside their discs, less those that would lie on another name or
    disc, or reach beyond the edge.
    """
    taken = [find_core(spot, frame) for spot in spots]
    for spot in spots[:MOST_NAMES]:
        for box, side in list_boxes(spot, frame):
            if is_free(box, taken, frame):
                taken.append(box)
                x = {"start": box[0], "end": box[2]}.get(side, (box[0] + box[2]) / 2)
                yield element("text", spot.name, x=x, y=box[3] - 3, text_anchor=side)
                break


def find_core(spot: Spot, frame: Frame) -> Box:
    """The middle of a disc, which no name may cover: it would seem to be the name of it."""
    x, y = frame.find(spot)
    half = find_radius(spot) * CORE
    return x - half, y - half, x + half, y + half


def is_free(box: Box, taken: Sequence[Box], frame: Frame) -> bool:
    is_inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= frame.height
    return is_inside and not any(overlap(box, other) for other in taken)


def list_boxes(spot: Spot, frame: Frame) -> Iterator[tuple[Box, str]]:
    """The room that a name takes to the right of its disc, to the left of it, below and above."""
    x, y = frame.find(spot)
    distance, width = find_radius(spot) + 3, LETTER * len(spot.name)
    yield (x + distance, y - LINE / 2, x + distance + width, y + LINE / 2), "start"
    yield (x - distance - width, y - LINE / 2, x - distance, y + LINE / 2), "end"
    yield (x - width / 2, y + distance - 2, x + width / 2, y + distance + LINE - 2), "middle"
    yield (x - width / 2, y - distance - LINE + 2, x + width / 2, y - distance + 2), "middle"


def find_radius(spot: Spot) -> float:
    return SMALLEST + (LARGEST - SMALLEST) * sqrt(spot.share)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
