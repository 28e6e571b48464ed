"""Rows of months -> lines in SVG, a picture for each group, and rows of steps -> the ways from
speakers to outlets.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil

from markupsafe import Markup

from report.charts import BOTTOM, LEFT, TOP, WIDTH, as_number, draw_name, element

Row = Mapping[str, object]
HEIGHT = 150
LINE = 22
EDGE = 170  # room for the names on either side
MOST_LETTERS = 25  # that find room there
HEADS = ("speaker", "", "", "through", "outlet")


def draw_lines(rows: Sequence[Row], group: str, series: str, when: str, share: str) -> Markup:
    """A picture for each group: a line for each of its series, from month to month, as high as its
    share.
    """
    grouped = groupby(rows, key=lambda row: str(row[group]))
    return Markup("").join(
        draw_group(name, list(members), series, when, share) for name, members in grouped
    )


def draw_group(name: str, rows: Sequence[Row], series: str, when: str, share: str) -> Markup:
    months = sorted({month for row in rows if isinstance(month := row[when], date)})
    by_series = {
        words: list(members) for words, members in groupby(rows, key=lambda row: str(row[series]))
    }
    told = f"{name}: {', '.join(by_series)}, from {months[0]:%Y-%m} to {months[-1]:%Y-%m}. The same in numbers below."
    axis = [draw_tick_of(part) for part in (0.0, 0.5, 1.0)]
    lines = [
        draw_line(members, months, when, share, number)
        for number, members in enumerate(by_series.values(), 1)
    ]
    ends = [element("text", f"{months[0]:%Y-%m}", x=LEFT, y=HEIGHT - 4)]
    ends.append(element("text", f"{months[-1]:%Y-%m}", x=WIDTH, y=HEIGHT - 4, text_anchor="end"))
    drawing = element(
        "svg",
        Markup("").join([*axis, *lines, *ends]),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=told,
    )
    return element("h3", name) + draw_legend(list(by_series)) + drawing


def draw_tick_of(part: float) -> Markup:
    y = find_height(part)
    line = element("line", class_="rule", x1=LEFT, x2=WIDTH, y1=y, y2=y)
    return line + element("text", f"{part:.0%}", x=LEFT - 6, y=y + 4, text_anchor="end")


def find_height(part: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part


def draw_line(
    rows: Sequence[Row], months: Sequence[date], when: str, share: str, number: int
) -> Markup:
    """The months in which it stands; a month in which it does not is nought."""
    first, last = months[0].toordinal(), months[-1].toordinal()
    shares = {row[when]: as_number(row[share]) for row in rows}
    points = [
        (
            LEFT + 4 + (month.toordinal() - first) / max(last - first, 1) * (WIDTH - LEFT - 8),
            find_height(shares.get(month, 0.0)),
        )
        for month in months
    ]
    line = element(
        "polyline",
        class_=f"line line-{number}",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
    )
    return line + Markup("").join(
        element("circle", class_=f"series-{number}", cx=x, cy=y, r=3) for x, y in points
    )


def draw_legend(names: Sequence[str]) -> Markup:
    swatches = [
        element("li", element("span", class_=f"swatch series-{number}") + Markup("{}").format(name))
        for number, name in enumerate(names, 1)
    ]
    return element("ul", Markup("").join(swatches), class_="legend")


def draw_chains(rows: Sequence[Row], told: str) -> Markup:
    """The stations of words from left to right, and a band for each step as wide as its count.

    rows: giver, giver_place, taker, taker_place, quote_count; a place is 0 for speakers to 4 for
    outlets.
    """
    if not rows:
        return Markup("")
    stations = list_stations(rows)
    height = TOP + LINE * (1 + max(len(names) for names in stations.values()))
    spots = {
        (place, name): (find_x(place, stations), find_y(number, len(names), height))
        for place, names in stations.items()
        for number, name in enumerate(names)
    }
    most = max(as_number(row["quote_count"]) for row in rows)
    bands = [draw_step(row, spots, most) for row in rows]
    names = [draw_station(place, name, x, y) for (place, name), (x, y) in spots.items()]
    heads = [
        element("text", HEADS[place], x=find_x(place, stations), y=12, text_anchor=side_of(place))
        for place in stations
    ]
    drawn = Markup("").join([*bands, *names, *heads])
    return element(
        "svg", drawn, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=told, class_="wide"
    )


def list_stations(rows: Sequence[Row]) -> dict[int, list[str]]:
    """The names at each place, those with the most first; places at which nobody stands are left
    out.
    """
    totals: dict[tuple[int, str], float] = {}
    for row in rows:
        for who in ("giver", "taker"):
            key = (int(as_number(row[f"{who}_place"])), str(row[who]))
            totals[key] = totals.get(key, 0) + as_number(row["quote_count"])
    ranked = sorted(totals, key=lambda key: (key[0], -totals[key], key[1]))
    return {
        place: [name for _, name in members]
        for place, members in groupby(ranked, key=lambda key: key[0])
    }


def find_x(place: int, stations: Mapping[int, object]) -> float:
    """The places that are there, spread between the names on either side."""
    places = list(stations)
    return EDGE + places.index(place) / max(len(places) - 1, 1) * (WIDTH - 2 * EDGE)


def find_y(number: int, count: int, height: float) -> float:
    return TOP + LINE + (number + 0.5) * (height - TOP - LINE) / count


def side_of(place: int) -> str:
    return {0: "end", 4: "start"}.get(place, "middle")


Spots = Mapping[tuple[int, str], tuple[float, float]]


def draw_step(row: Row, spots: Spots, most: float) -> Markup:
    x1, y1 = spots[int(as_number(row["giver_place"])), str(row["giver"])]
    x2, y2 = spots[int(as_number(row["taker_place"])), str(row["taker"])]
    middle = (x1 + x2) / 2
    path = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    words = f"{row['giver']} to {row['taker']}: {row['quote_count']}"
    width = ceil(as_number(row["quote_count"]) / most * (LINE - 8))
    return element("path", element("title", words), class_="band", d=path, stroke_width=width)


def draw_station(place: int, name: str, x: float, y: float) -> Markup:
    nudge = {"end": -6, "start": 6}.get(side_of(place), 0)
    short = name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"
    return draw_name(short, x + nudge, y, side_of(place))
