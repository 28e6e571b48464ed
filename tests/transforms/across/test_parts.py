"""A quote that holds what others print as two: it is a member of both utterances, with a sentence
or more of it each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pytest

from tests.transforms.across.test_utterances import SAID
from transforms.across import parts
from transforms.across.parts import cover, find_parts, list_sentences, place_part, read_terms
from transforms.across.stories import Group
from transforms.across.utterances import Said

FIRST = "The lighthouse keeper has asked for three lanterns since October."
SECOND = "Nobody may anchor beneath the granite viaduct after Thursday."
BOTH = f"{FIRST} {SECOND}"
GROUPS = [Group(("q1", "q2"), (0.9, 0.9)), Group(("q3",), (1.0,))]
PAIRS = [("q1", "q2", 0.9), ("q1", "q3", 0.9)]


def say(quote_id: str, text: str, speaker_id: str | None = None) -> Said:
    return replace(SAID, quote_id=quote_id, article_id=quote_id, text=text, speaker_id=speaker_id)


def divide(whole: str, first: str = FIRST, second: str = SECOND) -> list[tuple[int, str]]:
    """The parts of q1, with the utterance that each reports."""
    quotes = {"q1": say("q1", whole), "q2": say("q2", first), "q3": say("q3", second)}
    return [
        (part.group, whole[part.start : part.end])
        for part in find_parts(GROUPS, PAIRS, partial(describe, quotes))
    ]


def describe(quotes: Mapping[str, Said], quote_ids: Sequence[str]) -> list[Said]:
    return [quotes[quote_id] for quote_id in quote_ids]


def test_a_quote_of_two_sentences_that_others_print_apart_reports_two_utterances() -> None:
    assert divide(BOTH) == [(0, FIRST), (1, SECOND)]


@pytest.mark.parametrize(
    ("whole", "first"),
    [
        (f"{FIRST[:-1]}, and {SECOND}", FIRST),
        (BOTH, BOTH),
        (f"{SECOND} {FIRST} {SECOND}", FIRST),
    ],
    ids=["one sentence", "the others of its own say both", "one within the other"],
)
def test_a_quote_whose_parts_do_not_stand_apart_reports_one(whole: str, first: str) -> None:
    assert divide(whole, first) == []


def test_what_another_says_is_no_part_of_it() -> None:
    quotes = {"q1": say("q1", BOTH, "ada"), "q2": say("q2", FIRST), "q3": say("q3", SECOND, "bo")}
    assert find_parts(GROUPS, PAIRS, partial(describe, quotes)) == []


def test_an_utterance_that_a_quote_fits_less_than_a_member_must_has_no_part_of_it() -> None:
    groups = [GROUPS[0], Group(("q3", "q4"), (0.9, 0.9))]
    quotes = {"q1": say("q1", BOTH), "q2": say("q2", FIRST)}
    quotes |= {"q3": say("q3", SECOND), "q4": say("q4", "Fog.")}
    pairs = [*PAIRS, ("q3", "q4", 0.9)]
    assert find_parts(groups, pairs, partial(describe, quotes)) == []


@pytest.mark.parametrize(("words", "is_of_it"), [(4, True), (3, False)])
def test_half_of_a_sentence_is_to_stand_in_other_wordings_of_the_utterance(
    words: int, is_of_it: bool
) -> None:
    """Words that the table of rarity does not know weigh the same."""
    whole = "Xqa xqb xqc xqd xqe xqf xqg xqh"
    other = {"q2": say("q2", " ".join(whole.split()[:words]))}
    covered = cover(whole, read_terms("q1", Group(("q1", "q2"), (1.0, 1.0)), other))
    assert (covered >= parts.COVERED) == is_of_it


def test_sentences_end_where_white_space_follows_a_stop() -> None:
    text = "They cut 3.5 per cent. “Why?” Nobody asked… It was late"
    found = [text[start:end] for start, end in list_sentences(text)]
    assert found == ["They cut 3.5 per cent.", "“Why?”", "Nobody asked…", "It was late"]


@pytest.mark.parametrize(
    ("part", "place"),
    [("We will not go.", (10, 25)), ("There is ... no boat.", (26, 70)), ("no boat.", (62, 70))],
)
def test_a_part_stands_in_the_text_where_the_pieces_of_the_quote_stand(
    part: str, place: tuple[int, int]
) -> None:
    """The quote is of 10 to 34 and of 62 to 70."""
    words = "We will not go. There is ... no boat."
    start = words.index(part)
    assert place_part([(10, 34), (62, 70)], start, start + len(part)) == place
