"""Rows -> drawings in SVG that need no script: columns over time, and ties between two sides."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import ceil, log10

from markupsafe import Markup

from report.marks import show_plainly

Row = Mapping[str, object]
WIDTH, HEIGHT = 720, 200
LEFT, BOTTOM, TOP = 44, 24, 8
LINE = 24  # height of a line of the ties
SIDE = 250  # room for the names on either side


def element(name: str, content: Markup | str = "", **attributes: object) -> Markup:
    """`<name a="1">content</name>`, escaped; `_` in the name of an attribute stands for `-`."""
    told = (
        Markup(' {}="{}"').format(key.strip("_").replace("_", "-"), round_off(value))
        for key, value in attributes.items()
    )
    inner = content if isinstance(content, Markup) else show_plainly(content)
    return Markup("<{}{}>{}</{}>").format(name, Markup("").join(told), inner, name)


def round_off(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def draw_columns(rows: Sequence[Row], when: str, count: str, label: str) -> Markup:
    """A column for each day, week or month; what lies between two with nothing stays empty."""
    days = [day for row in rows if isinstance(day := row[when], date)]
    if not days or len(days) < len(rows):
        return Markup("")
    counts = [as_number(row[count]) for row in rows]
    top = find_top(max(counts))
    columns = place_columns(days, counts, top)
    drawn = Markup("").join([*draw_axis(top), *columns, *draw_ends(days)])
    return element("svg", drawn, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=label)


def draw_axis(top: float) -> list[Markup]:
    """The ticks from nothing to the top, with one half way where that is a whole number."""
    shares = (0, 0.5, 1) if top % 2 == 0 else (0, 1)
    return [draw_tick(top * share, share) for share in shares]


def place_columns(days: Sequence[date], counts: Sequence[float], top: float) -> Iterator[Markup]:
    """The columns, each where its day lies between the first and the last."""
    ordinals = [day.toordinal() for day in days]
    step = find_step(ordinals)
    room = (WIDTH - LEFT) / ((ordinals[-1] - ordinals[0]) / step + 1)
    for day, ordinal, number in zip(days, ordinals, counts, strict=True):
        x = LEFT + (ordinal - ordinals[0]) / step * room
        yield draw_column(x, room, number / top, f"{day}: {number:,.0f}")


def draw_ends(days: Sequence[date]) -> Iterator[Markup]:
    """The first day below the first column, and the last, where it is another, below the last."""
    yield element("text", str(days[0]), x=LEFT, y=HEIGHT - 4)
    if len(days) > 1:
        yield element("text", str(days[-1]), x=WIDTH, y=HEIGHT - 4, text_anchor="end")


def find_step(ordinals: Sequence[int]) -> int:
    """The fewest days between two columns: 1, 7, or the shortest month."""
    gaps = [later - earlier for earlier, later in pairwise(ordinals)]
    return max(min(gaps, default=1), 1)


def find_top(most: float) -> float:
    """A round number that is not below the highest column: 1, 2, 5, 10, 20 ..."""
    power = 10.0 ** int(log10(max(most, 1)))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= most)


def draw_column(x: float, room: float, share: float, told: str) -> Markup:
    height = (HEIGHT - BOTTOM - TOP) * share
    width = max(room * 0.85, 1.0)
    return element(
        "rect",
        element("title", told),
        class_="series-1",
        x=x,
        y=HEIGHT - BOTTOM - height,
        width=width,
        height=height,
    )


def draw_tick(number: float, share: float) -> Markup:
    y = HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share
    line = element("line", class_="rule", x1=LEFT, x2=WIDTH, y1=y, y2=y)
    return line + element("text", f"{number:,.10g}", x=LEFT - 6, y=y + 4, text_anchor="end")


def draw_ties(rows: Sequence[Row], left: str, right: str, count: str, label: str) -> Markup:
    """Names on both sides, and a band between two whose width is the count."""
    lefts = rank(rows, left, count)
    rights = rank(rows, right, count)
    if not rows:
        return Markup("")
    height = max(len(lefts), len(rights)) * LINE + TOP
    most = max(as_number(row[count]) for row in rows)
    bands = [
        draw_band(
            place(lefts, str(row[left]), height),
            place(rights, str(row[right]), height),
            ceil(as_number(row[count]) / most * (LINE - 8)),
            f"{row[left]} to {row[right]}: {row[count]}",
        )
        for row in rows
    ]
    names = [draw_name(name, SIDE - 8, place(lefts, name, height), "end") for name in lefts]
    names += [
        draw_name(name, WIDTH - SIDE + 8, place(rights, name, height), "start") for name in rights
    ]
    drawn = Markup("").join([*bands, *names])
    box = f"0 0 {WIDTH} {height}"
    return element("svg", drawn, viewBox=box, role="img", aria_label=label, class_="wide")


def rank(rows: Sequence[Row], side: str, count: str) -> list[str]:
    """The names of a side, those with the most first."""
    totals: dict[str, float] = {}
    for row in rows:
        totals[str(row[side])] = totals.get(str(row[side]), 0) + as_number(row[count])
    return sorted(totals, key=lambda name: (-totals[name], name))


def place(names: Sequence[str], name: str, height: float) -> float:
    """How far down a name stands, the shorter side spread over the height."""
    return TOP / 2 + (names.index(name) + 0.5) * (height - TOP) / len(names)


def draw_band(y1: float, y2: float, width: float, told: str) -> Markup:
    x1, x2 = SIDE, WIDTH - SIDE
    middle = (x1 + x2) / 2
    path = f"M{x1} {y1:.1f}C{middle} {y1:.1f} {middle} {y2:.1f} {x2} {y2:.1f}"
    return element("path", element("title", told), class_="band", d=path, stroke_width=width)


def draw_name(name: str, x: float, y: float, side: str) -> Markup:
    short = name if len(name) <= 32 else name[:31] + "…"
    return element("text", short, x=x, y=y + 4, text_anchor=side)


def as_number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
