"""The utterances of quotes -> the quotes that report a second one in a part of theirs: what two
outlets cut to one sentence each, a third prints in one breath.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transforms.across.stories import Group
from transforms.across.utterances import SAME, Quotes, Said, are_two
from transforms.across.wordings import read_wordings
from transforms.records import JOINT

COVERED = 0.5  # share of a sentence's weight that an utterance has in other words of its members
CLOSERS = r"[”\"’»)\]]*"
# a stop that white space follows ends it: "They cut 3.5 per cent. “Why?” asked nobody."
SENTENCE = re.compile(rf"(?:[^.!?;…]|[.!?;…](?!{CLOSERS}\s))+(?:[.!?;…]+{CLOSERS})?")

Terms = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Part:
    """Of a quote what reports the utterance of `group`: from start to end of the quote's words.
    score: how well it fits; None where the quote was of the utterance before.
    """

    quote_id: str
    group: int
    start: int
    end: int
    score: float | None


def find_parts(
    groups: Sequence[Group],
    pairs: Sequence[tuple[str, str, float]],
    describe: Callable[[Sequence[str]], Sequence[Said]],
) -> list[Part]:
    """The parts of quotes that report more than one utterance; sorted. pairs: those at SAME or
    above. describe: quotes -> the same in their order.
    """
    own = {member: number for number, group in enumerate(groups) for member in group.members}
    rivals = find_rivals(groups, own, pairs)
    numbers = {group for quote_id, others in rivals.items() for group in (own[quote_id], *others)}
    members = sorted({member for group in numbers for member in groups[group].members})
    quotes = dict(zip(members, describe(members), strict=True))
    return [
        part
        for quote_id, others in rivals.items()
        for part in divide(quotes[quote_id], own[quote_id], others, groups, quotes)
    ]


def find_rivals(
    groups: Sequence[Group], own: Mapping[str, int], pairs: Sequence[tuple[str, str, float]]
) -> dict[str, dict[int, float]]:
    """The quotes of utterances of several that fit others too, with how well; the best first."""
    met: defaultdict[str, defaultdict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, other, score in pairs:
        if own[one] != own[other]:
            met[one][own[other]].append(score)
            met[other][own[one]].append(score)
    several = [quote_id for quote_id in sorted(met) if len(groups[own[quote_id]].members) > 1]
    rivals = ((quote_id, list_others(met[quote_id], groups)) for quote_id in several)
    return {quote_id: others for quote_id, others in rivals if others}


def list_others(met: Mapping[int, Sequence[float]], groups: Sequence[Group]) -> dict[int, float]:
    """The utterances that a quote fits as well as a member must, with how well; the best first."""
    scores = [
        (round(sum(own) / len(groups[group].members), 4), group) for group, own in met.items()
    ]
    fitting = [(score, group) for score, group in scores if score >= SAME]
    fitting.sort(key=lambda row: (-row[0], groups[row[1]].members))
    return {group: score for score, group in fitting}


def divide(
    said: Said,
    own: int,
    others: Mapping[int, float],
    groups: Sequence[Group],
    quotes: Mapping[str, Said],
) -> list[Part]:
    """The parts of a quote, its own utterance's first; none where it is of one utterance alone."""
    sentences = list_sentences(said.text)
    fitting = [
        (score, group) for group, score in others.items() if may_be(said, groups[group], quotes)
    ]
    if not fitting or len(sentences) < 2:
        return []
    rivals: list[tuple[float | None, int]] = [(None, own), *fitting]
    terms = [read_terms(said.quote_id, groups[group], quotes) for _, group in rivals]
    nearest = find_nearest([said.text[start:end] for start, end in sentences], terms)
    parts = cut_parts(said.quote_id, rivals, sentences, nearest)
    return parts if len(parts) > 1 and parts[0].group == own else []


def cut_parts(
    quote_id: str,
    rivals: Sequence[tuple[float | None, int]],
    sentences: Sequence[tuple[int, int]],
    nearest: Sequence[Sequence[int]],
) -> list[Part]:
    """From the first to the last sentence of each utterance, where that stands apart from those of
    the ones before.
    """
    parts: list[Part] = []
    for (score, group), places in zip(rivals, nearest, strict=True):
        if places:
            start, end = sentences[places[0]][0], sentences[places[-1]][1]
            if all(end <= other.start or other.end <= start for other in parts):
                parts.append(Part(quote_id, group, start, end, score))
    return parts


def find_nearest(sentences: Sequence[str], terms: Sequence[Terms]) -> list[list[int]]:
    """For each of some utterances the sentences of which it has the most, and enough."""
    covered = np.array([[cover(sentence, own) for sentence in sentences] for own in terms])
    nearest = np.where(covered.max(axis=0) >= COVERED, covered.argmax(axis=0), -1)
    return [np.flatnonzero(nearest == number).tolist() for number in range(len(terms))]


def may_be(said: Said, group: Group, quotes: Mapping[str, Said]) -> bool:
    """Whether no member is by another speaker or of another day."""
    pairs = np.array([(0, place) for place in range(1, len(group.members) + 1)])
    others = [quotes[member] for member in group.members]
    return not are_two(Quotes.of([said, *others]), pairs).any()


def list_sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a quote begin and end."""
    found = (match for match in SENTENCE.finditer(text) if match[0].strip())
    return [
        (match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip()))
        for match in found
    ]


def read_terms(quote_id: str, group: Group, quotes: Mapping[str, Said]) -> Terms:
    """The words of an utterance, as its other members have them."""
    others = [quotes[member].text for member in group.members if member != quote_id]
    terms: Terms = np.unique(read_wordings(others).known.terms)
    return terms


def cover(sentence: str, terms: Terms) -> float:
    """The share of the weight of a sentence that is in these words."""
    wording = read_wordings([sentence])
    weights = wording.weigh()
    whole = int(weights.sum())
    own = wording.known.terms[wording.own]
    return int(weights[np.isin(own, terms)].sum()) / whole if whole else 0.0


def place_part(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Where a part of a quote's words stands in the text. spans: of the pieces of the quote there,
    which its words hold one behind the other, with JOINT between.
    """
    places, before = [], 0
    for first, last in spans:
        here = max(start - before, 0), min(end - before, last - first)
        if here[0] < here[1]:
            places.append((first + here[0], first + here[1]))
        before += last - first + len(JOINT)
    return places[0][0], places[-1][1]
