"""Tokens answer as spaCy's own do, of which they are made."""

from typing import Any

import pytest
from spacy import tokens as spacy
from spacy.language import Language

from tests.hand_parsed import parse_by_hand
from transforms.grammar.tokens import read_doc

TEXTS = (
    "The pier, which the council (of 12) had not mended, is closed.  Ines Duarte said “it's late”!",
    "Quill&Co's harbour-master didn't, he says, know of U.S. ships - 3,000 of them... \n Did she?",
    "What the ferry men told reporters on Monday that they had seen was, Berg insisted, a whale.",
    "",
    "?",
)
WORDS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
FLAGS = ("is_title", "is_upper", "is_lower", "is_alpha", "is_space", "is_punct", "like_num")
NEIGHBOURS = ("head", "left_edge", "right_edge", "sent")
GROUPS = ("lefts", "rights", "children", "subtree", "ancestors")


def tell_token(token: Any) -> list[Any]:
    """All that rules ask of a token, whoever made it."""
    return [
        *(getattr(token, name) for name in ("i", "idx", *WORDS, *FLAGS)),
        bool(token.is_sent_start),
        len(token),
        *(str(getattr(token, name)) for name in NEIGHBOURS),
        *([part.i for part in getattr(token, name)] for name in GROUPS),
    ]


def tell_span(span: Any) -> tuple[Any, ...]:
    place = (span.start, span.end, span.start_char, span.end_char, len(span))
    return (*place, span.label_, span.text, span.root.i, span.sent.start)


@pytest.mark.parametrize("text", TEXTS)
def test_a_token_answers_as_spacys_own(text: str, nlp: Language) -> None:
    parsed = nlp(text)
    assert list(map(tell_token, read_doc(parsed))) == list(map(tell_token, parsed))


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_and_names_are_spacys_own(text: str, nlp: Language) -> None:
    parsed = nlp(text)
    doc = read_doc(parsed)
    assert list(map(tell_span, doc.sents)) == list(map(tell_span, parsed.sents))
    assert list(map(tell_span, doc.ents)) == list(map(tell_span, parsed.ents))
    assert (doc.text, len(doc)) == (text, len(parsed))


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_in_a_row_answer_as_spacys_own(text: str, nlp: Language) -> None:
    parsed = nlp(text)
    doc = read_doc(parsed)
    for length in (1, 4, 9):
        for start in range(len(doc)):
            assert tell_span(doc[start : start + length]) == tell_span(
                parsed[start : start + length]
            )


@pytest.mark.parametrize("text", TEXTS)
def test_characters_have_the_tokens_that_they_touch(text: str, nlp: Language) -> None:
    parsed = nlp(text)
    for start in range(len(text)):
        span = parsed.char_span(start, start + 1, alignment_mode="expand")
        assert isinstance(span, spacy.Span)
        assert str(read_doc(parsed).span_over(start, start + 1)) == str(span)


def test_beyond_the_ends_of_a_text_stands_an_empty_token() -> None:
    doc = parse_by_hand("Quill said so")
    assert [doc[at].text for at in (-4, -1, 2, 3, 7)] == ["", "so", "so", "", ""]
    assert doc[3].head.text == ""


def test_beside_the_ends_of_a_text_stands_an_empty_token() -> None:
    doc = parse_by_hand("Quill said so")
    beside = [doc[0].nbor(-1), doc[0].nbor(-2), doc[2].nbor(), doc[1].nbor(2)]
    assert [token.text for token in beside] == ["", "", "", ""]
    assert [len(token.sent) for token in beside] == [0, 0, 0, 0]


def test_a_span_holds_its_own_tokens() -> None:
    doc = parse_by_hand("Quill said so today")
    said = doc[1:3]
    assert [token in said for token in doc] == [False, True, True, False]
    assert [said[0].text, said[-1].text, said[1:].text] == ["said", "so", "so"]
    assert len(doc[2:1]) == 0
