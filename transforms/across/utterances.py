"""Two quotes -> how much they report one thing said once: the same words, cut or worded otherwise,
by one speaker on one occasion.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from transforms.across.bags import Places, number_pairs
from transforms.across.engine import link_on_average, split_large
from transforms.across.events import Days
from transforms.across.stories import Group, average_scores
from transforms.across.twins import Look, add_twins, drop_twins, find_twins, list_crowded
from transforms.across.vocabulary import list_twos
from transforms.across.wordings import FEWEST, Shared, read_wordings, share_words
from transforms.across.words import split_text

SAME = 0.5  # score at which two quotes are held to be one utterance
# no two are surer than that where groups are joined: else one that holds what two others say would
# make one of all three
SUREST = 0.9
NEAR_DAYS = 14  # what was said is printed within so many days
DAYS_OF_CLOCKS = 1  # by which a day of print may be too early
# telling words that two by speakers not known to be one share, of FEWEST in all
FEWEST_TELLING = 2
LARGEST, STEP = 150, 0.05  # quotes of a component that are grouped at once
AT_ONCE = 1 << 16  # pairs whose quotes are read together
# fitted on pairs of quotes of the development half by logistic regression: see docs/across.md
CONSTANT, BIGRAMS, RARE_SHARE, RARE_SUM, ALIKE = -2.72, 1.86, 2.69, 0.12, 2.49
DOUBT = 0.5  # where the day of one article is not known
ANOTHER_KIND = 1.0  # where a person says the one and an organisation the other: its mouth, or not
# where one article is the other in another language: a quote stands at the same place of it, so far
# off at most as a share of the text, and is not so many times longer
NEAR_PLACE, LONGER = 0.06, 3.0
# few rare words in common say nothing of quotes whose articles have nothing else in common
LITTLE, UNLIKE = 0.3, 0.2

Likeness = tuple[str, str, float]
Scores = NDArray[np.float64]
Are = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is compared: its words, its speaker as an entity and the kind of that, and the
    days. place: how far into the text of its article it stands, as a share of that; None where that
    says nothing.
    """

    quote_id: str
    article_id: str
    text: str
    speaker_id: str | None = None
    speaker_kind: str | None = None
    uttered_on: date | None = None
    days: Days = None
    place: float | None = None


Describe = Callable[[Sequence[str]], tuple[Sequence[Said], Sequence[Likeness]]]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes as columns. articles, speakers, kinds: numbers from 0, -1 where not known. Days are
    ordinals, NaN where not known: what is not known is neither before nor after.
    """

    texts: Sequence[str]
    articles: Places
    speakers: Places
    kinds: Places
    uttered: Scores
    firsts: Scores
    lasts: Scores
    places: Scores

    @classmethod
    def of(cls, said: Sequence[Said]) -> "Quotes":
        days = np.array([one.days or (None, None) for one in said], np.float64).reshape(-1, 2)
        return cls(
            [one.text for one in said],
            number([one.article_id for one in said]),
            number([one.speaker_id for one in said]),
            number([one.speaker_kind for one in said]),
            as_ordinals(said),
            days[:, 0],
            days[:, 1],
            np.array([one.place for one in said], np.float64),
        )


def as_ordinals(said: Iterable[Said]) -> Scores:
    """The days on which quotes were said."""
    days = (one.uttered_on for one in said)
    return np.array([day.toordinal() if day else None for day in days], np.float64)


def number(names: Sequence[str | None]) -> Places:
    """A number for each name, from 0; -1 where there is none."""
    different = dict.fromkeys(names)
    different.pop(None, None)
    numbers: dict[str | None, int] = {name: place for place, name in enumerate(different)}
    numbers[None] = -1
    return np.fromiter(map(numbers.__getitem__, names), np.intp, len(names))


def score_pairs(quotes: Quotes, pairs: Places, likenesses: Scores) -> Scores:
    """How much each two quotes are one utterance, 0 to 1; -inf where they cannot be. pairs: a row
    of two places for each; likenesses: of their articles.
    """
    scores = np.full(len(pairs), -np.inf)
    is_open = ~are_two(quotes, pairs)
    asked, places = np.unique(pairs[is_open], return_inverse=True)
    wordings = read_wordings([quotes.texts[place] for place in asked.tolist()])
    shared = share_words(wordings, places.reshape(-1, 2))
    scores[is_open] = score_shared(quotes, pairs[is_open], likenesses[is_open], shared)
    return scores


def score_shared(quotes: Quotes, pairs: Places, likenesses: Scores, shared: Shared) -> Scores:
    """The scores of quotes that share so much."""
    ones, others = pairs.T
    doubts = DOUBT * (np.isnan(quotes.firsts[ones]) | np.isnan(quotes.firsts[others]))
    sure = (
        CONSTANT
        + BIGRAMS * shared.bigrams
        + RARE_SHARE * shared.share
        + RARE_SUM * np.log(0.05 + shared.weight)
        + ALIKE * likenesses
        - doubts
        - ANOTHER_KIND * have_two_speakers(quotes, pairs)
    )
    is_little = is_too_little(shared, likenesses) & ~have_one_speaker(quotes, pairs)
    scores = np.where(is_little, 0.0, 1 / (1 + np.exp(-sure)))
    is_one_article = quotes.articles[ones] == quotes.articles[others]
    repeated = np.minimum(shared.bigrams, shared.share)
    scores = np.where(is_one_article, repeated, scores)
    return scores.round(6)


def score_translated(quotes: Quotes, pairs: Places) -> Scores:
    """How much each two quotes of an article and its translation are one utterance, 0 to 1, by
    their lengths and by where they stand; -inf where they cannot be.
    """
    ones, others = pairs.T
    off = np.abs(quotes.places[ones] - quotes.places[others]) / NEAR_PLACE
    lengths = np.fromiter(map(len, quotes.texts), np.intp, len(quotes.texts))[pairs]
    is_near = (off <= 1) & (lengths.max(axis=1) <= LONGER * lengths.min(axis=1))
    scores = np.where(is_near, np.round(1 - (1 - SAME) * off, 6), 0.0)
    return np.where(are_two(quotes, pairs), -np.inf, scores)


def find_likenesses(said: Sequence[Said], pairs: Places, rows: Iterable[Likeness]) -> Scores:
    """How alike the articles of each two quotes are. rows: of two articles, how alike; of others
    too.
    """
    articles = number([one.article_id for one in said])
    numbers = dict.fromkeys(one.article_id for one in said)
    known = [row for row in rows if row[0] in numbers and row[1] in numbers]
    alike = as_one(number_pairs(numbers, [(one, other) for one, other, _ in known]), len(numbers))
    order = np.argsort(alike)
    asked = as_one(articles[pairs], len(numbers))
    places = np.searchsorted(alike[order], asked)
    likenesses = np.append([likeness for *_, likeness in known], 0.0)[np.append(order, -1)]
    return np.where(np.append(alike[order], -1)[places] == asked, likenesses[places], 0.0)


def as_one(pairs: Places, count: int) -> Places:
    """One number for two below `count`, whichever comes first."""
    numbers: Places = pairs.min(axis=1, initial=count) * count + pairs.max(axis=1, initial=-1)
    return numbers


def is_too_little(shared: Shared, likenesses: Scores) -> Are:
    """Whether what two quotes share says nothing where nobody knows that one person spoke."""
    is_little: Are = (shared.weight < LITTLE) & (likenesses < UNLIKE)
    return is_little | (shared.words < FEWEST) | (shared.telling < FEWEST_TELLING)


def have_one_speaker(quotes: Quotes, pairs: Places) -> Are:
    ones, others = quotes.speakers[pairs].T
    are_one: Are = (ones == others) & (ones >= 0)
    return are_one


def have_two_speakers(quotes: Quotes, pairs: Places) -> Are:
    ones, others = quotes.speakers[pairs].T
    are_two: Are = (ones != others) & (ones >= 0) & (others >= 0)
    return are_two


def are_two(quotes: Quotes, pairs: Places) -> Are:
    """Whether two quotes are of two speakers or two days, whatever their words."""
    ones, others = pairs.T
    of_one_kind = quotes.kinds[ones] == quotes.kinds[others]
    uttered, firsts, lasts = quotes.uttered, quotes.firsts, quotes.lasts
    found: Are = have_two_speakers(quotes, pairs) & of_one_kind
    for apart, days in (
        (np.abs(uttered[ones] - uttered[others]), 0),
        # printed before that day, by more than clocks and time zones explain
        (uttered[others] - lasts[ones], DAYS_OF_CLOCKS),
        (uttered[ones] - lasts[others], DAYS_OF_CLOCKS),
        (firsts[ones] - lasts[others], NEAR_DAYS),
        (firsts[others] - lasts[ones], NEAR_DAYS),
    ):
        found |= apart > days
    return found


def group_quotes(
    members: Sequence[str], pairs: Sequence[Likeness], describe: Describe
) -> list[Group]:
    """The utterances of quotes. pairs: those at SAME or above. describe: quotes -> the same in
    their order, and how alike their articles are.
    """
    crowded, _ = describe(list_crowded(pairs, LARGEST))
    twins = find_twins(pairs, {one.quote_id: look_at(one) for one in crowded})
    different, connected = drop_twins(members, pairs, twins)
    firsts = set(different)
    known = [pair for pair in pairs if firsts.issuperset(pair[:2])]
    groups = group_different(different, connected, known, describe)
    return [Group(*add_twins(group.members, group.scores, twins)) for group in groups]


def look_at(said: Said) -> Look:
    """What is compared of a quote, its article aside."""
    frame = said.speaker_id, said.speaker_kind, said.uttered_on, said.days
    return Look(" ".join(split_text(said.text)), frame)


def group_different(
    members: Sequence[str],
    pairs: Sequence[Likeness],
    known: Sequence[Likeness],
    describe: Describe,
) -> list[Group]:
    """The utterances of quotes of which none is there twice in a crowd. pairs: what connects them;
    known: those of them whose own score is known.
    """
    paired = sorted({member for one, other, _ in pairs for member in (one, other)})
    groups = [Group((member,), (1.0,)) for member in sorted(set(members) - set(paired))]
    pieces = Pieces.of(split_large(paired, pairs, SAME, STEP, LARGEST))
    pieces.note(known)
    for places in pieces.list_unknown():
        asked, numbers = np.unique(pieces.pairs[places], return_inverse=True)
        said, likenesses = describe([pieces.members[place] for place in asked.tolist()])
        unknown = numbers.reshape(-1, 2)
        alike = find_likenesses(said, unknown, likenesses)
        pieces.scores[places] = score_pairs(Quotes.of(said), unknown, alike)
    groups.extend(pieces.group())
    return groups


@dataclass(frozen=True, slots=True)
class Pieces:
    """Quotes that may be one utterance, piece by piece, and each two of a piece with their score.

    starts, firsts: where the members and the pairs of each piece begin, and the end.
    """

    members: Sequence[str]
    starts: Places
    firsts: Places
    pairs: Places
    scores: Scores

    @classmethod
    def of(cls, pieces: Sequence[Sequence[str]]) -> "Pieces":
        sizes = np.array([0, *map(len, pieces)])
        starts, firsts = np.cumsum(sizes), np.cumsum(sizes * (sizes - 1) // 2)
        places = zip(starts.tolist(), sizes[1:].tolist(), strict=False)
        twos = [start + np.transpose(list_twos(size)) for start, size in places]
        pairs = np.concatenate([np.zeros((0, 2), np.intp), *twos])
        return cls(
            [*chain.from_iterable(pieces)], starts, firsts, pairs, np.full(len(pairs), np.nan)
        )

    def note(self, known: Sequence[tuple[str, str, float]]) -> None:
        """The scores of two quotes of a piece that are known."""
        pairs = np.sort(number_pairs(self.members, [(one, other) for one, other, _ in known]))
        own = np.searchsorted(self.starts, pairs, "right") - 1
        is_one = own[:, 0] == own[:, 1]
        pieces = own[is_one, 0]
        ones, others = (pairs[is_one] - self.starts[pieces, None]).T
        size = np.diff(self.starts)[pieces]
        places = self.firsts[pieces] + ones * (2 * size - ones - 3) // 2 + others - 1
        self.scores[places] = np.array([score for *_, score in known])[is_one]

    def list_unknown(self) -> list[Places]:
        """The pairs whose score is not known, so many at a time."""
        unknown = np.flatnonzero(np.isnan(self.scores))
        return [unknown[first : first + AT_ONCE] for first in range(0, len(unknown), AT_ONCE)]

    def group(self) -> Iterator[Group]:
        """Average link within each piece; who cannot be one utterance never gets into one group."""
        for piece in range(len(self.starts) - 1):
            members = self.members[self.starts[piece] : self.starts[piece + 1]]
            scores = np.zeros((len(members), len(members)))
            ones, others = list_twos(len(members))
            scores[ones, others] = self.scores[self.firsts[piece] : self.firsts[piece + 1]]
            scores[others, ones] = scores[ones, others]
            yield from group_piece(members, scores)


def group_piece(members: Sequence[str], scores: Scores) -> list[Group]:
    groups: dict[int, list[int]] = {}
    for place, group in enumerate(link_on_average(np.minimum(scores, SUREST), SAME)):
        groups.setdefault(group, []).append(place)
    return [
        Group(tuple(members[place] for place in own), average_scores(scores, own))
        for own in groups.values()
    ]
