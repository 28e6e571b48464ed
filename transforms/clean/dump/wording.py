"""The words of a line of a dump -> how much they sound like an article's, whatever stands around
the line.

The weights are those of weights/lines/wording.json, made by `python -m training.dump_lines`: a
logistic regression over words on pages of many hosts ("read", "said"), so that they name no outlet.
A word counts once a line.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from weights import read_weights

MOST_WORDS = 60  # of a line that are looked at
OPENING = 5  # words of which each pair counts ("sign up", "is a")


def _read_weights() -> Mapping[str, float]:
    weights: dict[str, float] = read_weights("lines", "wording.json")
    return weights


WEIGHTS = _read_weights()


def list_signs(words: Sequence[str]) -> set[str]:
    """What counts of a line's words, all in lower case: each one, the first ("^by"), the last
    ("more$"), and pairs at the beginning.
    """
    if not words:
        return set()
    pairs = {f"{word} {after}" for word, after in pairwise(words[:OPENING])}
    return {*words[:MOST_WORDS], f"^{words[0]}", f"{words[-1]}$"} | pairs


def weigh_wording(words: Sequence[str]) -> float:
    """Log odds that the line is an article's, by its words alone; 0 for a line of unknown words."""
    return sum([WEIGHTS[sign] for sign in list_signs(words) & WEIGHTS.keys()])
