"""The numbers of what is compared across articles: what is like enough is taken, what is not is
left, and either fails where the number is doubled or halved.
"""

from datetime import date

import numpy as np
import pytest

from tests.numbers import Number
from tests.transforms.across.test_utterances import ONE_PAIR, group_quotes, score_pair
from transforms.across import (
    copies,
    engine,
    events,
    names,
    pairs,
    shingles,
    utterances,
    vectors,
    versions,
    wire,
    wordings,
)
from transforms.across.copies import Overlap
from transforms.across.engine import Tightness
from transforms.across.names import Names, Places
from transforms.across.utterances import Quotes, Said
from transforms.across.vectors import Vector
from transforms.across.vocabulary import hash_word

DAY = date(2024, 3, 1)
THIS = "We will not sell the harbour to a company that nobody here has heard of"
THAT = "The harbour will stay with us, and no company will have it"
PRINTED = (DAY.toordinal(), DAY.toordinal())


def has_marked_agency(before: int) -> bool:
    return bool(list(wire.list_marked(None, f"{'A' * before} (Nordwire) - The pier is shut.")))


def has_credit(lines_behind: int) -> bool:
    return bool(list(wire.list_credits("\n".join(["Source: Nordwire", *["End"] * lines_behind]))))


def has_long_byline(words: int) -> bool:
    return any("Nordwire" in name for name in wire.list_bylines([f"{'tide ' * words}, Nordwire"]))


def is_slip(words: int) -> bool:
    return versions.is_slip(["recieve"] * words, ["receive"] * words)


def needs_words(likeness: float) -> bool:
    return pairs.needs_words(likeness, 1)


def are_near(days: int) -> bool:
    return pairs.are_near((0, 0), (days, days))


def is_one_passage(gap: int) -> bool:
    return copies.count_breaks(np.array([0, 5]), np.array([0, 5 + gap])) == 0


def is_unknown_day_worth(share: float) -> bool:
    """Whether an article without a day stands farther off than one of so much."""
    return events.fade(None, (0, 0), 5.0) >= share


# copies: what two texts share


def overlap(containment: float = 0.0, shared: int = 1_000, **told: float) -> Overlap:
    """Of two texts that share so much of the shorter, in one passage."""
    known = {"jaccard": 0.0, "size_ratio": 1.2, "same_numbers": 0, "other_numbers": 0} | told
    return Overlap(
        is_exact=False, shared=shared, shared_words=shared, containment=containment, **known
    )


def is_copy_that_holds(containment: float) -> bool:
    return copies.is_copy(overlap(containment))


def is_copy_of_much(jaccard: float) -> bool:
    return copies.is_copy(overlap(jaccard=jaccard))


def is_copy_of_size(size_ratio: float) -> bool:
    return copies.is_copy(overlap(0.9, size_ratio=size_ratio))


def is_excerpt(containment: float) -> bool:
    return copies.relate_texts(overlap(containment, size_ratio=9.0)) == "excerpt"


def is_rewrite(containment: float) -> bool:
    return copies.relate_texts(overlap(containment, size_ratio=9.0)) == "rewrite"


def is_rewrite_of_words(shared: int) -> bool:
    return copies.relate_texts(overlap(0.3, shared, size_ratio=9.0)) == "rewrite"


def is_in_order(shared: int) -> bool:
    """Whether so many shingles in four passages are more than sentences of one stock."""
    return copies.is_in_order(overlap(0.2, shared, passages=4))


def is_nearly_all(containment: float) -> bool:
    return copies.is_in_order(overlap(containment, 10, passages=9))


def is_another_issue(numbers: int) -> bool:
    return copies.is_another_issue(overlap(other_numbers=numbers))


def tells_of_others(score: float) -> bool:
    """Whether that two are so alike says something of others."""
    scores = np.array([[0.0, score], [score, 0.0]])
    return bool(Tightness.of(scores).pairs[0, 1] == 1)


# names: what texts in two languages share


def names_of(*told: str, words: int = 100) -> Names:
    """Of a text of so many words that names all at its beginning."""
    keys = np.array(sorted(hash_word(name) for name in told), np.uint64)
    numbers = np.array(sorted(hash_word(name) for name in told if name[0].isdigit()), np.uint64)
    nothing = Places(np.zeros(0, np.uint64), np.zeros((0, names.PLACES)))
    return Names(Places(keys, np.full((len(keys), 1), 0.1)), nothing, numbers, "tide " * words)


def is_able(digits: str) -> bool:
    return names.read_form.__wrapped__(digits).is_able


def differ_in_numbers(numbers: int) -> bool:
    one = [f"1{n}" for n in range(numbers)]
    other = [f"2{n}" for n in range(numbers)]
    return names.is_another_issue(names_of(*one), names_of(*other))


def is_told_alike(shared: int) -> bool:
    """Whether two texts tell alike that share so many of ten names."""
    one = [f"N{n}" for n in range(10)]
    other = [f"N{n}" if n < shared else f"M{n}" for n in range(10)]
    return names.is_told_alike(names_of(*one), names_of(*other))


def may_be_translation(words: int) -> bool:
    """Whether a text of a hundred words may be one of so many."""
    told = ["KLR", "PRT", "STN", "MRK"]
    return names.agree(names_of(*told), names_of(*told, words=words)) is not None


def is_read_whole(characters: int) -> bool:
    return len(names.join(None, "x" * characters)) > characters


def are_about_one_place(apart: float) -> bool:
    one, other = (
        Places(np.zeros(1, np.uint64), np.array([[place]])) for place in (0.5, 0.5 + apart)
    )
    return names.count_near(one, other) == 1


def are_all_places(count: int) -> bool:
    places = names.find_places(np.zeros(count, np.uint64), np.linspace(0, 1, count))
    return np.count_nonzero(~np.isnan(places.shares)) == count


# pairs


def draws_on(likeness: float) -> bool:
    """Whether what is shared by words is the other's."""
    shared = overlap(0.3, 200, size_ratio=9.0)
    return pairs.weigh_pair(likeness, None, None, shared).method == "words"


def are_alike(likeness: float) -> bool:
    return pairs.are_alike(pairs.weigh_pair(likeness, None, None, None))


def are_all_keys(count: int) -> bool:
    """Whether all of so many shingles are keys, of which the sample takes none."""
    odd = np.arange(1, 2 * count, 2, dtype=np.uint64)
    return len(shingles.sample_shingles(odd)) == count


def is_key(shingle: int) -> bool:
    """Whether it is one among smaller ones."""
    odd = [*range(1, 30, 2), shingle]
    return shingle in shingles.sample_shingles(np.array(odd, dtype=np.uint64))


# utterances


def say(text: str, number: int, **told: object) -> Said:
    return Said(f"q{number}", f"a{number}", text, **({"days": PRINTED} | told))


def are_two(one: Said, other: Said) -> bool:
    return bool(utterances.are_two(Quotes.of([one, other]), ONE_PAIR)[0])


def is_one_of_unknown_day(likeness: float) -> bool:
    one, other = say(THIS, 1, days=None), say(THAT, 2)
    return score_pair(one, other, likeness) >= 0.5


def is_one_of_two_kinds(likeness: float) -> bool:
    one = say(THIS, 1, speaker_id="quill", speaker_kind="person")
    other = say(THAT, 2, speaker_id="port", speaker_kind="organisation")
    return score_pair(one, other, likeness) >= 0.5


def may_be_printed_before(days: int) -> bool:
    later = date.fromordinal(DAY.toordinal() + days)
    return not are_two(say(THIS, 1), say(THIS, 2, uttered_on=later, days=None))


def may_be_printed_apart(days: int) -> bool:
    later = tuple(day + days for day in PRINTED)
    return not are_two(say(THIS, 1), say(THIS, 2, days=later))


def are_grouped(score: float) -> bool:
    told = {f"q{number}": say(THIS, number) for number in (1, 2)}
    return len(group_quotes(told, [("q1", "q2", score)])) == 1


def are_three_one(score: float) -> bool:
    """Whether two quotes that are so alike become one by a third that holds both."""
    told = {f"q{number}": say(THIS, number) for number in (1, 2, 3)}
    pairs = [("q1", "q2", 1.0), ("q1", "q3", 1.0), ("q2", "q3", score)]
    return len(group_quotes(told, pairs)) == 1


def is_telling(word: str) -> bool:
    return wordings.read_wordings([f"harbour {word}"]).are_telling().all()


# vectors


def weigh(words: int) -> Vector:
    return vectors.make_vector(np.arange(words, dtype=np.uint32), np.ones(words))


def are_all_heavy(words: int) -> bool:
    return len(weigh(words).terms) == words


def are_all_key_words(words: int) -> bool:
    return len(weigh(words).words) == words


def are_all_topics(words: int) -> bool:
    return len(weigh(words).topics) == words * (words - 1) // 2


def is_extended(lost: int) -> bool:
    """Whether a text of twenty words was only made longer that lost so many and won nine."""
    return versions.name_word_change(["tide"] * lost, ["moor"] * 9, 20) == "extended"


def is_cut(won: int) -> bool:
    """Whether a text of twenty words was only cut that lost nine and won so many."""
    return versions.name_word_change(["tide"] * 9, ["moor"] * won, 20) == "cut"


def is_issue_of_size(size_ratio: float) -> bool:
    return copies.is_another_issue(overlap(size_ratio=size_ratio, other_numbers=2))


CASES = [
    Number(wire, "HEAD", has_marked_agency, 147, 148),
    Number(wire, "LAST_LINES", has_credit, 2, 3),
    Number(wire, "LONGEST", has_long_byline, 38, 39),
    Number(versions, "FEW", is_slip, 3, 4),
    Number(
        versions, "LIKE", lambda one: versions.are_alike(one, "harbours"), "harbxyzv", "harxyzvw"
    ),
    Number(pairs, "TOLD_ANEW", needs_words, 0.55, 0.54),
    Number(pairs, "NEAR_DAYS", are_near, 30, 31),
    Number(copies, "GAP", is_one_passage, 15, 16),
    Number(copies, "MOST", is_copy_that_holds, 0.6, 0.59),
    Number(copies, "MUCH", is_copy_of_much, 0.3, 0.29),
    Number(copies, "TWICE", is_copy_of_size, 2.0, 2.01),
    Number(copies, "HALF", is_excerpt, 0.5, 0.49),
    Number(copies, "LONG_RUN", is_rewrite, 0.12, 0.11),
    Number(copies, "FEW_WORDS", is_rewrite_of_words, 20, 19),
    Number(copies, "LONG_PASSAGE", is_in_order, 60, 59),
    Number(copies, "NEARLY_ALL", is_nearly_all, 0.85, 0.84),
    Number(copies, "FEW_NUMBERS", is_another_issue, 2, 1),
    Number(engine, "ONE_TEXT", tells_of_others, 0.79, 0.8),
    Number(names, "FEWEST_DIGITS", is_able, "12", "7"),
    Number(names, "FEW_NUMBERS", differ_in_numbers, 2, 1),
    Number(names, "IN_ONE_LANGUAGE", is_told_alike, 9, 8),
    Number(names, "LONGER", may_be_translation, 200, 201),
    Number(names, "LONGEST", is_read_whole, 19999, 20000),
    Number(names, "NEAR", are_about_one_place, 0.06, 0.1),
    Number(names, "PLACES", are_all_places, 8, 9),
    Number(pairs, "DRAWS_ON", draws_on, 0.35, 0.34),
    Number(pairs, "KEPT_LIKENESS", are_alike, 0.08, 0.079),
    Number(shingles, "LEAST", are_all_keys, 12, 13),
    Number(shingles, "SAMPLE", is_key, 40, 36),
    Number(utterances, "DOUBT", is_one_of_unknown_day, 0.35, 0.2),
    Number(utterances, "ANOTHER_KIND", is_one_of_two_kinds, 0.6, 0.35),
    Number(utterances, "DAYS_OF_CLOCKS", may_be_printed_before, 1, 2),
    Number(utterances, "NEAR_DAYS", may_be_printed_apart, 14, 15),
    Number(utterances, "SAME", are_grouped, 0.5, 0.49),
    Number(utterances, "SUREST", are_three_one, 0.1, 0.09),
    Number(wordings, "TELLING", is_telling, "week", "people"),
    Number(vectors, "HEAVIEST", are_all_heavy, 100, 101),
    Number(vectors, "KEY_WORDS", are_all_key_words, 20, 21),
    Number(vectors, "TOPIC_WORDS", are_all_topics, 9, 10),
    Number(versions, "MOST", is_extended, 2, 3),
    Number(events, "UNKNOWN_DAY", is_unknown_day_worth, 0.5, 0.6),
    Number(versions, "MOST", is_cut, 2, 3),
    Number(copies, "TWICE", is_issue_of_size, 2.0, 2.01),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_a_shingle_is_a_run_of_four_words() -> None:
    assert len(shingles.hash_shingles(np.arange(4, dtype=np.uint64))) == 1
    assert len(shingles.hash_shingles(np.arange(3, dtype=np.uint64))) == 0


def test_the_weights_that_are_stored_are_whole_and_of_a_length_of_4096_together() -> None:
    terms = np.array([1, 2], np.uint32)
    assert vectors.make_vector(terms, np.array([3.0, 4.0])).weights.tolist() == [2458, 3277]


def test_who_loses_as_many_words_as_come_is_written_anew() -> None:
    """Four of forty, which are few enough for either."""
    changed = versions.name_word_change(["tide"] * 4, ["moor"] * 4, 40)
    assert changed == "rewritten"


def test_what_the_other_text_says_once_and_this_one_twice_is_no_break() -> None:
    assert copies.count_breaks(np.array([0, 5]), np.array([3, 3])) == 0


def test_two_texts_that_share_no_keys_have_none_that_are_common() -> None:
    untold = overlap(0.4)
    assert copies.discount(untold, frozenset()) is untold


def test_what_two_texts_of_one_length_share_is_told_alike_from_either_side() -> None:
    """Two shingles that make five words of the one text stand apart in the other."""
    together = "old pier of stone was shut while crews ate cold soup"
    apart = "old pier of stone sank then pier of stone was red"
    one, other = copies.read_text(together), copies.read_text(apart)
    assert len(one.shingles) == len(other.shingles)
    assert copies.compare(one, other) == copies.compare(other, one)
    assert copies.compare(one, other).shared_words == 5
