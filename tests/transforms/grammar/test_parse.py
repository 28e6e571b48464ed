"""An article is parsed paragraph by paragraph, and every token knows where it stands in the whole
text.
"""

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from transforms.grammar.parse import (
    LONGEST,
    cut_paragraph,
    group_texts,
    parse_document,
    text_of,
)
from transforms.records import Document

TEXT = "The pier is closed.\n\n“It is not safe,” Ines Duarte said.\nNobody objected."


def test_tokens_slice_back_to_the_text(nlp: Language) -> None:
    parse = parse_document(Document("pier.txt", "0" * 64, "Pier closed", TEXT), nlp)
    assert parse.title is not None
    assert [len(paragraph.doc) > 0 for paragraph in parse] == [True] * 4
    for paragraph in parse.paragraphs:
        for token in paragraph.doc:
            assert TEXT[paragraph.start_of(token) : paragraph.end_of(token)] == token.text


def test_a_paragraph_elsewhere_changes_nothing_here(nlp: Language) -> None:
    alone = parse_document(Document("pier.txt", "0" * 64, None, "The pier is closed."), nlp)
    among = parse_document(
        Document("pier.txt", "0" * 64, None, f"{TEXT}\n\nThe pier is closed."), nlp
    )
    assert [token.dep_ for token in alone.paragraphs[0].doc] == [
        token.dep_ for token in among.paragraphs[-1].doc
    ]


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.sampled_from(["Stop. ", "word ", "x" * 9_000, "\u2003"]), max_size=12),
    st.integers(0, 100),
)
def test_the_pieces_of_a_long_paragraph_are_the_paragraph(words: list[str], start: int) -> None:
    paragraph = "".join(words) * 3
    pieces = list(cut_paragraph(start, paragraph))
    assert "".join(piece for _, piece in pieces) == paragraph
    assert all(len(piece) <= LONGEST for _, piece in pieces)
    assert [at for at, _ in pieces] == [
        start + sum(len(piece) for _, piece in pieces[:number]) for number in range(len(pieces))
    ]


@given(st.lists(st.integers(0, LONGEST), max_size=12))
def test_a_long_text_is_parsed_in_groups_of_bounded_length(lengths: list[int]) -> None:
    texts = ["x" * length for length in lengths]
    groups = list(group_texts(texts))
    assert [text for group in groups for text in group] == texts
    assert all(sum(map(len, group)) <= LONGEST for group in groups)


def test_a_space_that_does_not_break_is_a_plain_one_to_the_model(nlp: Language) -> None:
    bound = "The pier stays\xa0closed, Ines\xa0Duarte told the\u202fcouncil."
    document = Document("pier.txt", "0" * 64, "Pier\xa0closed", bound)
    parse = parse_document(document, nlp)
    plain = nlp(" ".join(bound.split()))
    assert [token.dep_ for token in parse.paragraphs[0].doc] == [token.dep_ for token in plain]
    assert [text_of(document, paragraph) for paragraph in parse] == ["Pier\xa0closed", bound]
