"""Two quotes -> how much they report one thing said once: the same words, cut or worded otherwise,
by one speaker on one occasion.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from math import exp, inf, log

import numpy as np
from numpy.typing import NDArray

from transforms.across.bags import Weights, fill_bags, number_pairs, sum_shared
from transforms.across.engine import link_on_average, split_large
from transforms.across.events import Days
from transforms.across.stories import Group, average_scores
from transforms.across.vocabulary import (
    FIRST_OF_TWO,
    hash_all_twos,
    hash_two,
    hash_word,
    look_up,
)
from transforms.across.words import split_text

SCALE = 1 << 20  # of the weights of words
MANY = 1 << 13  # more words than a quote has
SAME = 0.5  # score at which two quotes are held to be one utterance
# no two are surer than that where groups are joined: else one that holds what two others say would
# make one of all three
SUREST = 0.9
NEAR_DAYS = 14  # what was said is printed within so many days
KEY_WORDS, PAIR_WORDS = 3, 5  # of its rarest words, each and each two are keys ...
TELLING = 0.1  # ... and so are any two that follow each other, of the words that are so rare
DAYS_OF_CLOCKS = 1  # by which a day of print may be too early
# words of a quote that can be told from another, and of two by speakers not known to be one that
# may be the same; and how many of these must be telling
FEWEST, FEWEST_TELLING = 3, 2
LARGEST, STEP = 150, 0.05  # quotes of a component that are grouped at once
# fitted on pairs of quotes of the development half by logistic regression: see docs/across.md
CONSTANT, BIGRAMS, RARE_SHARE, RARE_SUM, ALIKE = -2.72, 1.86, 2.69, 0.12, 2.49
DOUBT = 0.5  # where the day of one article is not known
ANOTHER_KIND = 1.0  # where a person says the one and an organisation the other: its mouth, or not
# where one article is the other in another language: a quote stands at the same place of it, so far
# off at most as a share of the text, and is not so many times longer
NEAR_PLACE, LONGER = 0.06, 3.0
# few rare words in common say nothing of quotes whose articles have nothing else in common
LITTLE, UNLIKE = 0.3, 0.2


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is compared: its words, its speaker as an entity and the kind of that, and the
    days.
    """

    quote_id: str
    article_id: str
    text: str
    speaker_id: str | None = None
    speaker_kind: str | None = None
    uttered_on: date | None = None
    days: Days = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quote, split once. terms: hashes of their stems, each once. telling: those of
    telling words in their order. Weights are whole, so that their sums have no order.
    """

    words: tuple[str, ...]
    telling: NDArray[np.uint32]
    terms: NDArray[np.uint32]
    weights: Weights
    are_telling: NDArray[np.bool_]
    bigrams: NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotes share: how many words and how many telling ones, the sum of their weights,
    its share of the lighter quote, and the share of bigrams of the one that has fewer.
    """

    words: int
    telling: int
    weight: float
    share: float
    bigrams: float


@lru_cache(maxsize=1 << 14)
def read_wording(text: str) -> Wording:
    words = tuple(split_text(text))
    known = look_up(words)
    terms, places = np.unique(known.terms, return_index=True)
    rarities = known.rarities[places]
    weights = np.rint(SCALE * rarities**2).astype(np.int64)
    hashes = known.hashes
    return Wording(
        words,
        known.terms[known.rarities >= TELLING],
        terms,
        weights,
        rarities >= TELLING,
        np.unique(hashes[:-1] * FIRST_OF_TWO + hashes[1:]),
    )


def make_keys(text: str) -> dict[str, NDArray[np.unsignedinteger]]:
    """The keys of a quote by kind; none for one of a word or two that everybody uses."""
    wording = read_wording(text)
    if len(wording.words) < FEWEST:
        return {}
    ranked = wording.terms[np.argsort(-wording.weights, kind="stable")]
    topics = np.concatenate([hash_all_twos(ranked[:PAIR_WORDS]), hash_phrases(wording.telling)])
    return {
        "said": np.array([hash_word(" ".join(wording.words))], np.uint64),
        "said_topic": np.unique(topics),
        "said_word": np.sort(ranked[:KEY_WORDS]),
    }


def hash_phrases(telling: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Any two telling words that follow each other: a long quote is found by each of its
    sentences.
    """
    return hash_two(telling[:-1], telling[1:])


def score_pair(one: Said, other: Said, likeness: float) -> float:
    """How much two quotes are one utterance, 0 to 1; -inf where they cannot be. likeness: of their
    articles.
    """
    return score_pairs([(one, other, likeness)])[0]


def score_pairs(pairs: Sequence[tuple[Said, Said, float]]) -> list[float]:
    """The scores of pairs of quotes, in their order."""
    scores = [-inf] * len(pairs)
    open_places = [place for place, (one, other, _) in enumerate(pairs) if not are_two(one, other)]
    shares = share_words([pairs[place][:2] for place in open_places])
    for place, shared in zip(open_places, shares, strict=True):
        scores[place] = score_shared(*pairs[place], shared)
    return scores


def score_shared(one: Said, other: Said, likeness: float, shared: Shared) -> float:
    """The score of two quotes that share so much."""
    if one.article_id == other.article_id:
        return round(min(shared.bigrams, shared.share), 6)
    if not have_one_speaker(one, other) and is_too_little(shared, likeness):
        return 0.0
    sure = (
        CONSTANT
        + BIGRAMS * shared.bigrams
        + RARE_SHARE * shared.share
        + RARE_SUM * log(0.05 + shared.weight)
        + ALIKE * likeness
    )
    sure -= DOUBT * (one.days is None or other.days is None)
    sure -= ANOTHER_KIND * have_two_speakers(one, other)
    return round(1 / (1 + exp(-sure)), 6)


def score_translated(one: Said, other: Said, places: Mapping[str, float]) -> float:
    """How much two quotes of an article and its translation are one utterance, 0 to 1, by their
    lengths and by where they stand, as shares of the texts; -inf where they cannot be.
    """
    if are_two(one, other):
        return -inf
    if one.quote_id not in places or other.quote_id not in places:
        return 0.0
    off = abs(places[one.quote_id] - places[other.quote_id]) / NEAR_PLACE
    shorter, longer = sorted((len(one.text), len(other.text)))
    if off > 1 or longer > LONGER * shorter:
        return 0.0
    return round(1 - (1 - SAME) * off, 6)


def share_words(pairs: Sequence[tuple[Said, Said]]) -> Iterator[Shared]:
    """The words that two quotes share, for each pair."""
    if not pairs:
        return
    texts = list(dict.fromkeys(said.text for pair in pairs for said in pair))
    wordings = {text: read_wording(text) for text in texts}
    numbers = number_pairs(wordings, [(one.text, other.text) for one, other in pairs])
    rarest = share_weights(list(wordings.values()), numbers)
    bigrams = share_bigrams(list(wordings.values()), numbers)
    for (count, telling, weight, share), share_of_bigrams in zip(rarest, bigrams, strict=True):
        yield Shared(count, telling, weight, share, share_of_bigrams)


def share_weights(
    wordings: Sequence[Wording], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, float, float]]:
    """How many words two quotes share, how many of them telling, what these weigh, and the share
    of that in the lighter quote.
    """
    told = [one.weights * MANY**2 + one.are_telling * MANY + 1 for one in wordings]
    bags = fill_bags([one.terms for one in wordings], told)
    sums = sum_shared(bags, pairs, np.ones(len(bags.things), np.int64))
    whole = np.array([int(one.weights.sum()) for one in wordings], np.int64)
    lighter = whole[np.array(pairs)].min(axis=1)
    weights = sums // MANY**2
    shares = np.divide(weights, lighter, out=np.zeros(len(sums)), where=weights > 0)
    return zip(
        (sums % MANY).tolist(),
        (sums // MANY % MANY).tolist(),
        (weights / SCALE).tolist(),
        shares.tolist(),
        strict=True,
    )


def share_bigrams(wordings: Sequence[Wording], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """The share of the bigrams of the quote that has fewer which the other has too."""
    ones = [np.ones(len(one.bigrams), np.int64) for one in wordings]
    bags = fill_bags([one.bigrams for one in wordings], ones)
    sums = sum_shared(bags, pairs, bags.weights)
    counts = np.array(list(map(len, ones)))
    fewest = counts[np.array(pairs)].min(axis=1)
    shares: list[float] = (sums / np.maximum(fewest, 1)).tolist()
    return shares


def is_too_little(shared: Shared, likeness: float) -> bool:
    """Whether what two quotes share says nothing where nobody knows that one person spoke."""
    if shared.words < FEWEST or shared.telling < FEWEST_TELLING:
        return True
    return shared.weight < LITTLE and likeness < UNLIKE


def have_one_speaker(one: Said, other: Said) -> bool:
    return one.speaker_id is not None and one.speaker_id == other.speaker_id


def have_two_speakers(one: Said, other: Said) -> bool:
    return bool(one.speaker_id and other.speaker_id and one.speaker_id != other.speaker_id)


def are_two(one: Said, other: Said) -> bool:
    """Whether two quotes are of two speakers or two days, whatever their words."""
    if have_two_speakers(one, other) and one.speaker_kind == other.speaker_kind:
        return True
    if one.uttered_on and other.uttered_on and one.uttered_on != other.uttered_on:
        return True
    if is_before(one, other.uttered_on) or is_before(other, one.uttered_on):
        return True
    return bool(
        one.days
        and other.days
        and max(one.days[0] - other.days[1], other.days[0] - one.days[1]) > NEAR_DAYS
    )


def is_before(printed: Said, uttered_on: date | None) -> bool:
    """Whether a quote was printed before that day, by more than clocks and time zones explain."""
    return bool(
        uttered_on and printed.days and uttered_on.toordinal() - printed.days[1] > DAYS_OF_CLOCKS
    )


def group_quotes(
    quotes: Mapping[str, Said],
    pairs: Sequence[tuple[str, str, float]],
    likeness_of: Mapping[tuple[str, str], float],
) -> list[Group]:
    """The utterances of quotes. pairs: those at SAME or above. likeness_of: of two articles, the
    smaller key first.
    """
    paired = sorted({member for one, other, _ in pairs for member in (one, other)})
    groups = [Group((member,), (1.0,)) for member in sorted(set(quotes) - set(paired))]
    known = {(one, other): score for one, other, score in pairs}
    for piece in split_large(paired, pairs, SAME, STEP, LARGEST):
        groups.extend(group_piece([quotes[member] for member in piece], likeness_of, known))
    return groups


def group_piece(
    piece: Sequence[Said],
    likeness_of: Mapping[tuple[str, str], float],
    known: Mapping[tuple[str, str], float],
) -> list[Group]:
    """Average link within a component; who cannot be one utterance never gets into one group."""
    scores = np.zeros((len(piece), len(piece)))
    for (row, column), score in score_places(piece, likeness_of, known):
        scores[row, column] = scores[column, row] = score
    groups: dict[int, list[int]] = {}
    for place, group in enumerate(link_on_average(np.minimum(scores, SUREST), SAME)):
        groups.setdefault(group, []).append(place)
    return [
        Group(tuple(piece[place].quote_id for place in own), average_scores(scores, own))
        for own in groups.values()
    ]


def score_places(
    piece: Sequence[Said],
    likeness_of: Mapping[tuple[str, str], float],
    known: Mapping[tuple[str, str], float],
) -> Iterator[tuple[tuple[int, int], float]]:
    """The scores of each two of a component, by their places in it."""
    unknown = []
    for places in combinations(range(len(piece)), 2):
        one, other = (piece[place] for place in places)
        if (score := known.get((one.quote_id, other.quote_id))) is not None:
            yield places, score
        else:
            smaller, greater = sorted((one.article_id, other.article_id))
            likeness = likeness_of.get((smaller, greater), 0.0)
            unknown.append((places, (one, other, likeness)))
    scores = score_pairs([pair for _, pair in unknown])
    yield from zip((places for places, _ in unknown), scores, strict=True)
