"""The numbers of the rules for quotes: what is near enough is taken, what is too far is not, and
either fails where the number is doubled or halved.
"""

from functools import cache

import pytest
from spacy.language import Language

from tests.numbers import Number
from tests.transforms.quotes.passages import quotes_of, read
from transforms.grammar import marks, passage, syntax
from transforms.grammar.marks import find_stretches
from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Passage, make_passage
from transforms.quotes import asides, ends, interviews, lead, phrases, standing, talk, tell

OF_THE_PIER = " of the old north pier"
TIDE = " tide"


@cache
def parse(text: str, nlp: Language) -> Paragraph:
    return read(text, nlp)[1].paragraphs[0]


def passage_of(text: str, nlp: Language) -> Passage:
    return make_passage(parse(text, nlp))


def is_title(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    return found.is_title(found.stretches[0])


def is_too_little(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    return standing.is_too_little(found, found.stretches[0], goes_on=False)


def goes_on_later(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    return standing.goes_on_later(found, found.stretches[0])


def is_pulled(text: str, nlp: Language) -> bool:
    alone, elsewhere = passage_of(f"“{text}”", nlp), passage_of(f"“{text}, soon,” she said.", nlp)
    return standing.is_pulled(alone, alone.stretches[0], [(elsewhere, standing.simplify(text))])


def names_speaker(text: str, nlp: Language) -> bool:
    doc = passage_of(text, nlp).paragraph.doc
    return (
        asides.find_parenthesis(next(token for token in doc if token.text == "argues")) is not None
    )


def is_whole_phrase(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    place = syntax.noun_phrase(found.paragraph.doc[1], found)
    return place is not None and place[1] > len("The man")


def leads(text: str, nlp: Language) -> bool:
    return lead.find_lead(passage_of(text, nlp)) is not None


def is_one_quote(text: str, nlp: Language) -> bool:
    return len(quotes_of(text, nlp)) == 1


def is_quoted(text: str, nlp: Language) -> bool:
    return bool(find_stretches(text))


def begins_with_the_first_mark(text: str, nlp: Language) -> bool:
    return find_stretches(text)[0].start == 0


def has_rivals(text: str, nlp: Language) -> bool:
    """Whether a reading of so many words has a rival of ten."""
    return bool(list(ends.name_rivals(0, len(text.split()) - 1, {"a clause": 9})))


def is_heading(text: str, nlp: Language) -> bool:
    return talk.is_heading(passage_of(text, nlp))


def is_question(text: str, nlp: Language) -> bool:
    return interviews.is_question(passage_of(text, nlp).paragraph)


CASES = [
    Number(talk, "LONGEST_HEADING", is_heading, "Harbour " * 10, "Harbour " * 14),
    Number(
        *(talk, "LEAST_CAPITALS", is_heading),
        "Harbour Pier Crane Ferry Quay Mole Dock of the sea",
        "Harbour Pier Crane Ferry Quay of the sea and tide",
    ),
    Number(
        *(passage, "LONGEST_TITLE", is_title),
        "The crew watched the film “Crane Pier Ferry Quay Mole” twice.",
        "The crew watched the film “Crane Pier Ferry Quay Mole Dock Tide Moor” twice.",
    ),
    Number(
        *(interviews, "LONGEST_QUESTION", is_question),
        f"Why{' is the pier shut' * 17}?",
        f"Why{' is the pier shut' * 30}?",
    ),
    Number(
        *(standing, "FEWEST_WORDS_SINGLE", is_too_little),
        "Anna Berg wrote ‘shut the pier’ on the wall.",
        "Anna Berg wrote ‘we shut the old pier’ on the wall.",
    ),
    Number(
        *(standing, "FEWEST_WORDS_LATER", goes_on_later),
        "As a mother, “we want the pier open again soon.”",
        "As a mother, “we want it open.”",
    ),
    Number(standing, "FEWEST_WORDS_REPEATED", is_pulled, "We want it open", "We want"),
    Number(
        *(lead, "REACH", leads),
        f"Anna Berg told the board on Monday{OF_THE_PIER * 4}:",
        f"Anna Berg told the board on Monday{OF_THE_PIER * 9}:",
    ),
    Number(
        *(phrases, "FEWEST_WORDS", is_one_quote),
        "The old harbour closed, according to Anna Berg.",
        "It closed, according to Anna Berg.",
    ),
    Number(ends, "ALIKE", has_rivals, "six words of a short clause", "nine words" + TIDE * 7),
    Number(
        *(asides, "LONGEST_NAME", names_speaker),
        f"Quotas, argues the biologist{' Lena' * 5} Frost, have been set too low.",
        f"Quotas, argues the biologist{' Lena' * 14} Frost, have been set too low.",
    ),
    Number(
        *(syntax, "LONGEST_PHRASE", is_whole_phrase),
        f"The man{OF_THE_PIER * 6} said no.",
        f"The man{OF_THE_PIER * 9} said no.",
    ),
    Number(
        *(tell, "LONGEST_ASIDE", is_one_quote),
        f"“It is done,” Anna Berg said{OF_THE_PIER * 7}. “We are glad.”",
        f"“It is done,” Anna Berg said{OF_THE_PIER * 18}. “We are glad.”",
    ),
    Number(
        marks,
        "LONGEST_SINGLE",
        is_quoted,
        f"She said ‘a{TIDE * 65}’.",
        f"She said ‘a{TIDE * 110}’.",
    ),
    Number(
        *(marks, "LONGEST_DOUBLED", begins_with_the_first_mark),
        f"“They want it.{' He is not ready' * 28} “and will not come,” she said",
        f"“They want it.{' He is not ready' * 50} “and will not come,” she said",
    ),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_near_enough_is_taken_and_what_is_too_far_is_not_and_moving_it_is_noticed(
    number: Number, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides(nlp)
    assert number.is_noticed(monkeypatch, nlp)
