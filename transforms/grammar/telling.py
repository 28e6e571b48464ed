"""A parse in, whether its text explains things rather than tells what happened: a guide, a shop, the
notes of a maker.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from transforms.grammar.parse import Paragraph

FEWEST = 300  # tokens: what is shorter shows no manner
LONG = 1_000  # tokens of a text that need not be set as a guide is
MOST_REPORTED = 0.0012  # words of a text that only explains which report speech
LITTLE_PAST = 0.13  # verbs of it that stand in the past, or, where it speaks to its reader,
SOME_PAST = 0.22
LEAST_HEADINGS = 0.1  # paragraphs of it that are headings
LEAST_ADDRESSED = 0.01  # words of it that speak to the reader
READERS = frozenset({"you", "your", "yours"})
PAST = "VBD"
PRESENT = frozenset({"VBP", "VBZ", "VB"})
FINITE = frozenset({PAST, "VBZ"})
REPORTING = frozenset({"say", "tell", "announce", "warn"})


def explains(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether hardly anything is reported or happened in the text, and it has headings, speaks to
    its reader, or goes on so for long.
    """
    body = [paragraph for paragraph in paragraphs if not paragraph.in_title]
    tokens = [token for paragraph in body for token in paragraph.doc]
    if len(tokens) < FEWEST or _reports(tokens):
        return False
    signs = (_addresses(tokens), _has_headings(body))
    if (past := _measure_past(tokens)) < LITTLE_PAST:
        return len(tokens) >= LONG or any(signs)
    return past < SOME_PAST and all(signs)


def _reports(tokens: Sequence[Token]) -> bool:
    reported = sum(token.tag_ in FINITE and token.lemma_ in REPORTING for token in tokens)
    return reported >= MOST_REPORTED * len(tokens)


def _addresses(tokens: Sequence[Token]) -> bool:
    return sum(token.lower_ in READERS for token in tokens) >= LEAST_ADDRESSED * len(tokens)


def _has_headings(body: Sequence[Paragraph]) -> bool:
    headings = sum(paragraph.text.rstrip()[-1:].isalnum() for paragraph in body)
    return headings >= LEAST_HEADINGS * len(body)


def _measure_past(tokens: Sequence[Token]) -> float:
    """The share of the verbs with a tense that stand in the past."""
    past = sum(token.tag_ == PAST for token in tokens)
    present = sum(token.tag_ in PRESENT for token in tokens)
    return past / max(1, past + present)
