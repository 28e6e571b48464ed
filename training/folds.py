"""Rows of pages, and whose they are -> how well a model made likewise does on hosts that it was not
made of.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from sklearn.utils.parallel import Parallel, delayed

FOLDS = 5
OVER_HOSTS = f"{FOLDS} folds over hosts"

Numbers = NDArray[np.floating[Any]]
Places = NDArray[np.integer[Any]]


def ask_by_folds(
    groups: Sequence[str], ask: Callable[[Places, Places], Numbers], processes: int = FOLDS
) -> Numbers:
    """A probability for each row, from a model made of other groups.

    groups: of each row its host or article. ask: is given the places of the rows that are known and
    of those that are asked, and gives the probabilities of the latter, each in a process of its
    own.
    """
    told = np.zeros(len(groups))
    number_of = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    numbers = [number_of[group] for group in groups]
    folds = list(GroupKFold(FOLDS).split(told, groups=numbers))
    work = Parallel(n_jobs=processes)
    for (_, asked), answer in zip(folds, work(delayed(ask)(*fold) for fold in folds), strict=True):
        told[asked] = answer
    return told


def score_f1(told: Numbers, labels: Sequence[bool], weights: Sequence[float]) -> float:
    """F1 of what is likelier than not, each row with its weight; to three places."""
    found, right, weight = told >= 0.5, np.array(labels), np.array(weights)
    both = float(weight[found & right].sum())
    all_marked = float(weight[found].sum() + weight[right].sum())
    return round(2 * both / all_marked, 3) if all_marked else 0.0
