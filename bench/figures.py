"""Measurements of the same thing -> a figure with its spread, or the word that it is too wide to tell."""

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

DRAWS = 500
SHARE = 0.9  # of the draws lies within the spread
WIDEST = 0.5  # a spread wider than that share of its figure says nothing
SEED = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the spread in which it lies in nine of ten drawings of its measurements."""

    value: float
    low: float
    high: float

    @property
    def is_told(self) -> bool:
        """Whether noise leaves it standing: it is above nothing, and its spread is no half of it."""
        return self.low > 0 and self.high - self.low <= WIDEST * self.value


def widen(figure: Figure, noise: float) -> Figure:
    """The figure on a machine on which what is the same differs by that share."""
    return Figure(figure.value, figure.low * (1 - noise), figure.high * (1 + noise))


def tell(figure: Figure, digits: int = 2) -> str:
    """`1.06 (1.02 to 1.09)`; what noise hides has no figure."""
    spread = f"{figure.low:.{digits}f} to {figure.high:.{digits}f}"
    return (
        f"{figure.value:.{digits}f} ({spread})" if figure.is_told else f"too wide to tell: {spread}"
    )


def find_ratio(ours: Sequence[float], theirs: Sequence[float]) -> Figure:
    """What all pages cost us over what they cost the peer; drawn over pages, each with its pair."""
    pairs = list(zip(ours, theirs, strict=True))
    chance = random.Random(SEED)  # noqa: S311 - no secret
    drawn = [divide(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS)]
    return spread_of(divide(pairs), drawn)


def divide(pairs: Sequence[tuple[float, float]]) -> float:
    return sum(ours for ours, _ in pairs) / sum(theirs for _, theirs in pairs)


def find_slope(small: Sequence[float], large: Sequence[float], pages: int) -> Figure:
    """Seconds a page: what so many pages more cost whole commands, by the middle of all pairs of a
    short and a long one, since either may have met a busy minute.
    """
    slopes = [(high - low) / pages for low in small for high in large]
    chance = random.Random(SEED)  # noqa: S311
    drawn = [
        statistics.median(
            (high - low) / pages
            for low in chance.choices(small, k=len(small))
            for high in chance.choices(large, k=len(large))
        )
        for _ in range(DRAWS)
    ]
    return spread_of(statistics.median(slopes), drawn)


def divide_figures(ours: Figure, theirs: Figure) -> Figure:
    """The ratio of two figures that were measured apart: its spread holds that of both."""
    if theirs.low <= 0:
        return Figure(ours.value / theirs.value if theirs.value else 0.0, 0.0, float("inf"))
    return Figure(ours.value / theirs.value, ours.low / theirs.high, ours.high / theirs.low)


def spread_of(value: float, drawn: Sequence[float]) -> Figure:
    ordered = sorted(drawn)
    cut = round(len(ordered) * (1 - SHARE) / 2)
    return Figure(value, ordered[cut], ordered[-1 - cut])
