"""The numbers of grammar: what is near enough is taken, what is too far is not, and either fails
where the number is doubled or halved.
"""

from dataclasses import replace

import pytest
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

from tests.hand_parsed import PAD, hang_in_a_row, pad, parse_by_hand, passage_of, vocabulary
from tests.numbers import Number
from transforms.grammar import (
    embeddings,
    forms,
    marks,
    parse,
    passage,
    phrase,
    speaker,
    subject,
    telling,
)
from transforms.grammar.dependencies import read_dependencies
from transforms.grammar.embeddings import RememberedEmbedding
from transforms.grammar.forms import RememberedForms
from transforms.grammar.marks import find_stretches
from transforms.grammar.telling import Manner

TIDE = " tide"


class Part:
    """Stands for the part of a model that sees words alone."""

    def get_dim(self, name: str) -> int:
        return 1


def has_openings(tokens: int) -> bool:
    """Whether a rule for so many tokens in a row is one of which the openings are looked for."""
    ruler = AttributeRuler(vocabulary())
    ruler.add([[{"ORTH": "tide"}] * tokens], {"LEMMA": "tide"})
    return forms.list_openings(ruler) == [[{"ORTH": "tide"}]]


def remembers_forms(known: int) -> bool:
    ruler = AttributeRuler(vocabulary())
    kept = RememberedForms((), Matcher(ruler.vocab), read_dependencies(ruler))
    kept.known.update(dict.fromkeys((((number,),) for number in range(known)), (1,)))
    kept.make_room()
    return len(kept.known) == known


def remembers_words(known: int) -> bool:
    kept = RememberedEmbedding(Part())
    kept.places = {(number,): number for number in range(known)}
    kept.make_room([(0,)])
    return len(kept.places) == known


def is_one_batch(words: int) -> bool:
    return len(list(embeddings.batched([(number,) for number in range(words)]))) == 1


def closes_first(within: int) -> bool:
    """Whether a mark closes the first one though so many others stand open between them."""
    found = find_stretches(f"“They {'« say ' * within}so.” Quill")
    return any(stretch.start == 0 and not stretch.open_end for stretch in found)


def is_one_piece(words: int) -> bool:
    return len(list(parse.cut_paragraph(0, TIDE * words))) == 1


def is_title(words: str) -> bool:
    found = passage_of(parse_by_hand(f"the film “{words}” twice", pos={"film": "NOUN"}))
    return found.is_title(found.stretches[0])


def has_subject(participles: int) -> bool:
    """Whether Quill, who went, does what hangs on that over so many verbs."""
    words = PAD[:participles]
    hangs = {"Quill": "nsubj went", **hang_in_a_row("went", "xcomp", words)}
    doc = parse_by_hand(f"Quill went {pad(participles)}", hangs, dict.fromkeys(words, "VERB"))
    return subject.find_subject(doc[-1]) is not None


def is_beside(words: int) -> bool:
    """Whether Quill stands beside "said" with so many words between."""
    doc = parse_by_hand(f"Quill {pad(words)} said", pos={"Quill": "PROPN"})
    return speaker.find_beside(doc[-1], passage_of(doc)) is not None


def is_whole_phrase(words: int) -> bool:
    hangs = {"the": "det man", **hang_in_a_row("man", "prep", PAD[:words])}
    doc = parse_by_hand(f"the man {pad(words)} said", hangs)
    return phrase.noun_phrase(doc[1], passage_of(doc))[1] > len("the man")


def is_quoted(text: str) -> bool:
    return bool(find_stretches(text))


def begins_with_the_first_mark(text: str) -> bool:
    return find_stretches(text)[0].start == 0


def runs_over_inner_marks(words: int) -> bool:
    """Whether so many words behind a quotation within a quotation are of the outer one, too."""
    return find_stretches(f"“We had to tell them “the pier is shut” {pad(words)}")[0].start == 0


CASES = [
    Number(marks, "FEWEST_BEHIND", runs_over_inner_marks, 4, 3),
    Number(forms, "LONGEST_PATTERN", has_openings, 2, 3),
    Number(forms, "MOST", remembers_forms, 200000, 200001),
    Number(embeddings, "MOST", remembers_words, 30000, 30001),
    Number(embeddings, "TOGETHER", is_one_batch, 64, 65),
    Number(marks, "DEEPEST", closes_first, 3, 4),
    Number(
        *(marks, "LONGEST_SINGLE", is_quoted),
        f"She said ‘a{TIDE * 79}’.",
        f"She said ‘a{TIDE * 80}’.",
    ),
    Number(
        *(marks, "LONGEST_DOUBLED", begins_with_the_first_mark),
        f"“They want it.{' He is not ready' * 36} “and will not come,” she said",
        f"“They want it.{' He is not ready' * 37} “and will not come,” she said",
    ),
    Number(parse, "LONGEST", is_one_piece, 4000, 4001),
    Number(
        *(passage, "LONGEST_TITLE", is_title),
        "Crane Pier Ferry Quay Mole",
        "Crane Pier Ferry Quay Mole Dock Tide Moor",
    ),
    Number(subject, "DEEPEST", has_subject, 5, 6),
    Number(speaker, "REACH", is_beside, 10, 11),
    Number(phrase, "LONGEST_PHRASE", is_whole_phrase, 39, 40),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_near_enough_is_taken_and_what_is_too_far_is_not_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


# of each kind of guide the manner that just belongs to it and to no other, and the limits that it
# keeps
MANNERS = [
    (Manner(0.2199, 0.0011, headings=0.3), {"past": 0.22, "reported": 0.0012, "headings": 0.299}),
    (
        Manner(0.2199, 0.0011, headings=0.1, addressed=0.01),
        {"past": 0.22, "reported": 0.0012, "headings": 0.099, "addressed": 0.0099},
    ),
    (Manner(0.1299, 0.0011, headings=0.1), {"past": 0.13, "reported": 0.0012, "headings": 0.099}),
    (Manner(0.1499, 0.0014, addressed=0.01), {"past": 0.15, "reported": 0.0015, "addressed": 0}),
    (
        Manner(0.0999, 0.0011, headings=0.05, addressed=0.004),
        {"past": 0.1, "reported": 0.0012, "headings": 0.049, "addressed": 0.0039},
    ),
    (
        Manner(0.0799, 0.0199, headings=0.1, addressed=0.008),
        {"past": 0.08, "reported": 0.02, "headings": 0.099, "addressed": 0.0079},
    ),
    (
        Manner(0.2999, 0.0011, headings=0.1, addressed=0.004, tokens=600),
        {"past": 0.3, "reported": 0.0012, "headings": 0.099, "addressed": 0.0039, "tokens": 599},
    ),
    (Manner(0.1299, 0.0011, tokens=1_000), {"past": 0.13, "reported": 0.0012, "tokens": 999}),
    (
        Manner(0.1999, 0.0011, headings=0.2, tokens=1_000),
        {"past": 0.2, "reported": 0.0012, "headings": 0.199, "tokens": 999},
    ),
    (
        Manner(0.1399, 0.0029, headings=0.3, tokens=1_000),
        {"past": 0.14, "reported": 0.003, "headings": 0.299, "tokens": 999},
    ),
    (
        Manner(0.2999, 0.0049, headings=0.4, addressed=0.005, tokens=1_000),
        {"past": 0.3, "reported": 0.005, "headings": 0.399, "addressed": 0.0049, "tokens": 999},
    ),
    (
        Manner(0.2499, 0.0004, headings=0.05, addressed=0.005, tokens=1_500),
        {"past": 0.25, "reported": 0.0005, "headings": 0.049, "addressed": 0.0049, "tokens": 1_499},
    ),
    (
        Manner(0.3999, 0.0004, headings=0.15, tokens=2_000),
        {"past": 0.4, "reported": 0.0005, "headings": 0.149, "tokens": 1_999},
    ),
]
BEYOND = [(manner, name, limit) for manner, limits in MANNERS for name, limit in limits.items()]


def is_a_guides(manner: Manner) -> bool:
    return any(manner.is_within(guide) for guide in telling.GUIDES)


@pytest.mark.parametrize(("manner", "name", "limit"), BEYOND)
def test_what_is_just_set_as_a_guide_is_one_and_what_passes_one_limit_is_none(
    manner: Manner, name: str, limit: float
) -> None:
    assert is_a_guides(manner)
    assert not is_a_guides(replace(manner, **{name: limit}))
