"""What hundreds of outlets print in the same words is one utterance and one event."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np

from transforms.across import events, stories, utterances
from transforms.across.events import Described
from transforms.across.twins import NEARLY, Look, find_twins
from transforms.across.utterances import Said
from transforms.across.vectors import weigh_article

DAY = (date(2024, 5, 1).toordinal(),) * 2
WORDS = "Nobody in Port Ellery was told that the granite viaduct would close in winter"
CUT = "Nobody was told that the granite viaduct would close"
SAID = Said("q", "a", WORDS, "brook", "person", None, DAY)
Pairs = list[tuple[str, str, float]]


def name(count: int) -> list[str]:
    return [f"q{place:04}" for place in range(count)]


def chain(members: Sequence[str]) -> Pairs:
    """Pairs of neighbours, as crowded keys give them."""
    return [(one, other, 0.97) for one, other in pairwise(members)]


def group_quotes(said: Sequence[Said], pairs: Pairs) -> list[tuple[str, ...]]:
    quotes = {one.quote_id: one for one in said}
    found = utterances.group_quotes(
        list(quotes), pairs, lambda some: ([quotes[one] for one in some], [])
    )
    return sorted(group.members for group in found)


def print_quotes(members: Sequence[str], said: Said = SAID) -> list[Said]:
    return [replace(said, quote_id=one, article_id=f"a{one}") for one in members]


def test_a_quote_in_more_papers_than_are_grouped_at_once_is_one_utterance() -> None:
    members = name(3 * utterances.LARGEST)
    assert group_quotes(print_quotes(members), chain(members)) == [tuple(members)]


def test_who_cuts_it_is_with_those_who_do_not_in_whatever_order_they_come() -> None:
    members = name(2 * utterances.LARGEST)
    said = [*print_quotes(members[1:]), *print_quotes(members[:1], replace(SAID, text=CUT))]
    shuffled = random.Random(1).sample(chain(members), len(members) - 1)
    assert group_quotes(said, shuffled) == [tuple(members)]


def test_the_same_words_of_two_speakers_are_two_utterances_in_a_crowd_too() -> None:
    members = name(2 * utterances.LARGEST)
    ones, (bridge, *others) = members[: utterances.LARGEST], members[utterances.LARGEST :]
    said = [
        *print_quotes(ones),
        *print_quotes([bridge], replace(SAID, speaker_id=None, speaker_kind=None)),
        *print_quotes(others, replace(SAID, speaker_id="reyes")),
    ]
    found = group_quotes(said, chain(members))
    assert found in ([(*ones, bridge), tuple(others)], [tuple(ones), (bridge, *others)])


def test_those_that_look_the_same_are_one_only_where_pairs_connect_them() -> None:
    looks = dict.fromkeys("abcd", Look(WORDS, "brook")) | {"e": Look(CUT, "brook")}
    pairs = [("a", "b", 0.6), ("c", "d", 0.6), ("b", "e", 0.6), ("d", "x", 0.9), ("e", "c", 0.6)]
    assert find_twins(pairs, looks) == {"a": ["a", "b"], "c": ["c", "d"]}


def test_a_word_of_another_paper_makes_no_other_quote_in_a_crowd() -> None:
    members = name(3 * utterances.LARGEST)
    quotes = print_quotes(members)
    said = [replace(one, text=f"{WORDS} {place}") for place, one in enumerate(quotes)]
    assert group_quotes(said, chain(members)) == [tuple(members)]


def test_what_is_nearly_the_same_is_one_only_where_it_is_said_by_one_and_is_as_sure() -> None:
    looks = {one: Look(f"{WORDS} {one}", "brook") for one in "abc"} | {"d": Look(WORDS, "reyes")}
    pairs = [("a", "b", NEARLY), ("b", "c", NEARLY - 0.01), ("b", "d", NEARLY)]
    assert find_twins(pairs, looks) == {"a": ["a", "b"]}


def test_two_statements_that_one_pair_connects_stay_two_in_a_crowd() -> None:
    """One paper's slip makes two quotes alike; those that all others print are not."""
    members = name(4 * utterances.LARGEST)
    half = len(members) // 2
    another = replace(SAID, text="The ferry to Lund was late again on every day of the week")
    said = [*print_quotes(members[:half]), *print_quotes(members[half:], another)]
    slip = (members[half - 1], members[-1], 0.6)
    pairs = [*chain(members[:half]), *chain(members[half:]), slip]
    assert group_quotes(said, pairs) == [tuple(members[:half]), tuple(members[half:])]


def test_an_article_in_more_papers_than_are_grouped_at_once_is_one_event() -> None:
    members = name(events.LARGEST + 20)
    vector = weigh_article("The viaduct closes", f"{WORDS}. The town council met on the pier.")
    described = {member: Described(vector, DAY) for member in members}
    (group,) = stories.group_events(
        members, chain(members), lambda some: {member: described[member] for member in some}
    )
    assert group.members == tuple(members)
    assert np.all(np.array(group.scores) > events.EVENT_SCORE)
