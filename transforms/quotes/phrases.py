"""Attributions that are no verb -> drafts: "according to X", "the claim that ...", "X: ..." and the headline's "...: X"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from transforms.grammar.cues import find_cue
from transforms.grammar.passage import Passage, Range
from transforms.grammar.syntax import find_utterer, noun_phrase
from transforms.quotes.asides import read_around
from transforms.quotes.content import make_pieces, trim
from transforms.quotes.draft import Draft
from transforms.quotes.labels import Voices, read_labels
from transforms.quotes.nouns import read_noun


def read_phrases(passage: Passage, sentence: Span) -> Iterator[Draft]:
    """Every draft whose cue is "according to" or a noun of the sentence."""
    for token in sentence:
        if token.lower_ == "according" and passage.stretch_of(token) is None:
            yield from _according(passage, token)
        elif token.pos_ == "NOUN" and (cue := find_cue(token)) is not None and passage.stretch_of(token) is None:
            yield from read_noun(passage, token, cue)


def _according(passage: Passage, token: Token) -> Iterator[Draft]:
    """ "..., according to X" and "According to X, ..."."""
    to = next((child for child in token.subtree if child.lower_ == "to" and child.i == token.i + 1), None)
    source = None if to is None else next((child for child in to.children if child.dep_ == "pobj"), None)
    if source is None:
        return
    speaker = noun_phrase(find_utterer(source), passage)
    for variant, tokens in read_around(passage, token, (token.i, _last_of(token, source)), always=True):
        if pieces := make_pieces(passage, token, *tokens):
            yield Draft(passage, "according", pieces, token, speaker, variant=variant)


def _last_of(according: Token, source: Token) -> int:
    """The end of the phrase; where a comma and a clause with a verb of its own follow a source at the head of the sentence, the comma."""
    if according.i > according.sent.start + 1:
        return source.right_edge.i
    return next((token.i - 1 for token in source.doc[source.i : source.right_edge.i] if token.text == ","), source.right_edge.i)


def read_colon(passage: Passage, voices: Voices) -> Draft | None:
    """A paragraph or headline of the form "Lavrov: ..." or "...: Lavrov", where the article knows the one who speaks."""
    text, base = passage.text, passage.paragraph.char_start
    for label, content in read_labels(text, base):
        speaker = voices.find(label)
        if speaker is not None:
            start, end = trim(text, content)
            return Draft(passage, "headline", (passage.place(start, end),), None, speaker) if start < end else None
    return None
