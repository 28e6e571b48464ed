"""The words of pages that are no articles and of articles -> the weights of each word,
weights/judge/wording.json.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.folds import Numbers, Places, ask_by_folds

LEAST = 2  # pages that have a sign
STRENGTH = 0.03  # of the penalty, inverse
MOST = 30_000  # signs that are kept
MOST_RAISED = 6.0  # how much more a page counts in a language of few that are none


@dataclass(frozen=True, slots=True)
class Worded:
    """Pages by their signs, each sign with how much of the page it is. is_none: whether they are no
    articles. weights, languages, groups: of each page; a group is a host.
    """

    signs: Sequence[dict[str, float]]
    is_none: Numbers
    weights: Numbers
    languages: Sequence[str | None]
    groups: Sequence[str]

    def take(self, places: Places) -> "Worded":
        return Worded(
            [self.signs[at] for at in places],
            self.is_none[places],
            self.weights[places],
            [self.languages[at] for at in places],
            [self.groups[at] for at in places],
        )


def fit_wording(pages: Worded) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of each sign that tells most."""
    seen = Counter(sign for signs in pages.signs for sign in signs)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        {sign: much for sign, much in signs.items() if seen[sign] >= LEAST} for signs in pages.signs
    )
    scale = 1.0 / np.sqrt(np.asarray(table.power(2).mean(axis=0)).ravel())
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500).fit(
        table.multiply(scale).tocsr(), pages.is_none, sample_weight=balance(pages)
    )
    told = fitted.coef_[0] * scale
    most = np.argsort(-np.abs(fitted.coef_[0]), kind="stable")[:MOST]
    names = vectorizer.get_feature_names_out()
    weights = {str(names[at]): round(float(told[at]), 2) for at in sorted(most)}
    return round(float(fitted.intercept_[0]), 3), weights


def balance(pages: Worded) -> Numbers:
    """Weights by which pages that are none are as many as articles in each language, so that no
    language speaks for either.
    """
    mass: dict[tuple[str | None, bool], float] = defaultdict(float)
    rows = list(zip(pages.languages, map(bool, pages.is_none), pages.weights, strict=True))
    for language, is_none, weight in rows:
        mass[language, is_none] += weight
    raised = {
        language: min(MOST_RAISED, mass[language, False] / mass[language, True])
        for language, is_none in list(mass)
        if is_none and (language, False) in mass
    }
    return np.array([w * raised.get(lang, 1.0) if is_none else w for lang, is_none, w in rows])


def ask_wording(pages: Worded) -> Numbers:
    """The log odds of each page, by weights made of other groups."""

    def ask(known: Places, asked: Places) -> Numbers:
        bias, weights = fit_wording(pages.take(known))
        return np.array([weigh(pages.signs[at], bias, weights) for at in asked])

    return ask_by_folds(pages.groups, ask, processes=1)


def weigh(signs: dict[str, float], bias: float, weights: dict[str, float]) -> float:
    return bias + sum(weights[sign] * much for sign, much in signs.items() if sign in weights)
