"""Which quotes report one thing said once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from transforms.across import utterances
from transforms.across.stories import Group
from transforms.across.utterances import SAME, Quotes, Said
from transforms.across.wordings import make_keys

ONE_PAIR = np.array([[0, 1]])

DAY = (date(2024, 5, 1).toordinal(),) * 2
WORDS = "We will not sell the harbour to a company that nobody here has heard of"
SAID = Said("q1", "a1", WORDS, "brook", "person", date(2024, 5, 1), DAY)
LATER, EARLIER = (tuple(day + days for day in DAY) for days in (30, -4))


def score_pair(one: Said, other: Said, likeness: float) -> float:
    quotes = Quotes.of([one, other])
    return float(utterances.score_pairs(quotes, ONE_PAIR, np.array([likeness]))[0])


def score_translated(one: Said, other: Said) -> float:
    return float(utterances.score_translated(Quotes.of([one, other]), ONE_PAIR)[0])


def group_quotes(
    quotes: Mapping[str, Said],
    pairs: Sequence[tuple[str, str, float]],
    likenesses: Sequence[tuple[str, str, float]] = (),
) -> list[Group]:
    return utterances.group_quotes(
        list(quotes), pairs, lambda some: ([quotes[one] for one in some], likenesses)
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(WORDS.upper(), id="the same words"),
        pytest.param(
            "that the harbour would not be sold to a company nobody had heard of",
            id="told in the outlet's words",
        ),
        pytest.param("We will not sell the harbour", id="cut"),
    ],
)
def test_other_wordings_are_one_utterance(other: str) -> None:
    assert (
        score_pair(SAID, replace(SAID, quote_id="q2", article_id="a2", text=other), likeness=0.4)
        >= SAME
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SAID, speaker_id="reyes"), id="another speaker"),
        pytest.param(replace(SAID, uttered_on=date(2024, 5, 2)), id="said on another day"),
        pytest.param(replace(SAID, days=LATER, uttered_on=None), id="printed a month later"),
        pytest.param(
            replace(SAID, days=EARLIER, uttered_on=None), id="printed days before it was said"
        ),
        pytest.param(
            replace(SAID, text="The bridge will open in May, and nobody pays for it"),
            id="other words",
        ),
    ],
)
def test_another_mouth_another_day_or_other_words_are_another_utterance(other: Said) -> None:
    assert score_pair(SAID, replace(other, quote_id="q2", article_id="a2"), likeness=0.4) < SAME


def test_a_speaker_that_is_not_known_blocks_nothing() -> None:
    assert (
        score_pair(
            SAID,
            replace(SAID, quote_id="q2", article_id="a2", speaker_id=None, speaker_kind=None),
            likeness=0.4,
        )
        >= SAME
    )


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("the harbour company was sold", "that harbours need a company"),
        ("the Marigold sank", "The Marigold, built in Turku in 1998, had been inspected in August"),
    ],
)
def test_two_words_that_an_article_is_about_make_no_utterance_unless_one_person_says_them(
    words: str, others: str
) -> None:
    one = replace(SAID, text=words, speaker_id=None, speaker_kind=None)
    other = replace(one, quote_id="q2", article_id="a2", text=others)
    assert score_pair(one, other, likeness=0.45) == 0
    assert (
        score_pair(
            replace(one, speaker_id="brook"), replace(other, speaker_id="brook"), likeness=0.45
        )
        > 0
    )


def test_a_body_and_its_speaker_may_say_one_thing() -> None:
    body = replace(
        SAID, quote_id="q2", article_id="a2", speaker_id="council", speaker_kind="organisation"
    )
    assert score_pair(SAID, body, likeness=0.4) >= SAME


def test_a_person_and_a_body_who_say_something_alike_say_two_things() -> None:
    person = replace(SAID, text="The union would hold the gate if the harbour company moved cranes")
    body = replace(
        person,
        quote_id="q2",
        article_id="a2",
        text="that it would sell the harbour, which the company and the union have fought over",
        speaker_id="council",
        speaker_kind="organisation",
    )
    assert score_pair(person, replace(body, speaker_id=None), likeness=0.5) >= SAME
    assert score_pair(person, body, likeness=0.5) < SAME


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_long_quote_is_found_by_each_of_its_sentences(place: int) -> None:
    sentences = (
        "Marigold Shipping never asked the harbourmaster of Ellery Sound for a berth",
        "We were told to stay below deck until the storm passed",
        "There will be no more night ferries this winter",
    )
    quotes, keys = make_keys([". ".join(sentences), sentences[place]])["said_topic"]
    assert set(keys[quotes == 0]) & set(keys[quotes == 1])


def test_quotes_that_cannot_be_one_are_not_brought_together_by_a_third() -> None:
    quotes = {
        "q1": SAID,
        "q2": replace(SAID, quote_id="q2", article_id="a2", speaker_id=None),
        "q3": replace(SAID, quote_id="q3", article_id="a3", speaker_id="reyes"),
    }
    pairs = [("q1", "q2", 0.9), ("q2", "q3", 0.9)]
    alike = [("a1", "a2", 0.5), ("a2", "a3", 0.5)]
    members = sorted(group.members for group in group_quotes(quotes, pairs, alike))
    assert members in ([("q1", "q2"), ("q3",)], [("q1",), ("q2", "q3")])
    again = group_quotes(quotes, pairs[::-1], alike)
    assert members == sorted(group.members for group in again)


def test_quotes_are_scored_in_any_company_as_they_are_alone() -> None:
    """Of four quotes in three articles each two, and how alike the articles are."""
    words = (
        "We will not sell the harbour",
        "the harbour would not be sold",
        WORDS,
        "The tide is in",
    )
    said = [
        replace(SAID, quote_id=f"q{place}", article_id=f"a{place % 3}", text=text, uttered_on=None)
        for place, text in enumerate(words)
    ]
    pairs = np.array([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    alike = [("a0", "a1", 0.4), ("a1", "a2", 0.3), ("a8", "a9", 0.9)]
    likenesses = utterances.find_likenesses(said, pairs, alike)
    assert likenesses.tolist() == [0.4, 0, 0, 0.3, 0.4, 0]
    together = utterances.score_pairs(Quotes.of(said), pairs, likenesses).tolist()
    for (one, other), likeness, score in zip(pairs, likenesses, together, strict=True):
        assert score_pair(said[one], said[other], likeness) == score
        assert score_pair(said[other], said[one], likeness) == score


def test_a_word_or_two_has_no_keys() -> None:
    kinds = make_keys(["the allegations", WORDS])
    assert {kind: set(quotes) for kind, (quotes, _) in kinds.items()} == {
        "said": {1},
        "said_topic": {1},
        "said_word": {1},
    }


def test_that_two_quotes_say_i_is_no_evidence() -> None:
    one = replace(SAID, text="I would if I knew who they were", uttered_on=None)
    other = replace(
        one, quote_id="q2", article_id="a2", text="I have always worked for that, and I will"
    )
    assert score_pair(one, other, likeness=0.5) < SAME


@pytest.mark.parametrize(
    ("place", "words", "is_same"),
    [
        (0.44, "Der Deich hält noch bis Mai", True),
        (0.52, "Der Deich hält noch bis Mai", False),
        (0.44, "Der Deich hält noch bis Mai, und dann kommt das Wasser" * 3, False),
        (None, "Der Deich hält noch bis Mai", False),
    ],
    ids=["at the same place", "elsewhere", "far longer", "not in marks, or in the title"],
)
def test_a_quote_and_its_translation_stand_at_one_place_of_two_texts(
    place: float | None, words: str, is_same: bool
) -> None:
    one, other = Said("q1", "a1", "The dyke will hold until May"), Said("q2", "a2", words)
    one, other = replace(one, place=0.41), replace(other, place=place)
    assert (score_translated(one, other) >= SAME) == is_same
    assert score_translated(other, one) == score_translated(one, other)


@pytest.mark.parametrize(
    ("place", "length", "is_same"),
    [(0.06, 20, True), (0.0601, 20, False), (0.0, 60, True), (0.0, 61, False)],
)
def test_a_translation_stands_so_near_and_is_so_long_at_most(
    place: float, length: int, is_same: bool
) -> None:
    one = replace(Said("q1", "a1", "w" * 20), place=0.0)
    other = replace(Said("q2", "a2", "v" * length), place=place)
    assert (score_translated(one, other) >= SAME) == is_same
