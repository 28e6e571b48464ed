"""Attributions that are no verb -> drafts: "according to X", "the claim that ...", "X: ..." and the headline's "...: X"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from transforms.grammar.cues import find_cue
from transforms.grammar.passage import Passage, Range
from transforms.grammar.syntax import find_utterer, noun_phrase
from transforms.quotes.asides import read_around
from transforms.quotes.content import make_pieces, trim
from transforms.quotes.draft import Draft
from transforms.quotes.nouns import read_noun

NAME = r"[A-Z][\w.'’-]*(?:\ (?:[A-Z][\w.'’-]*|of|de|van|von|the|al)){0,4}"
SPEAKER_FIRST = re.compile(rf"[\"“]?({NAME})\s?:\s+(?=\S)")  # "LAVROV: We are ready."
SPEAKER_LAST = re.compile(rf":\s({NAME})\s*$")  # "NATO is a threat: Lavrov"
LABELS = frozenset({"read", "related", "photo", "photos", "update", "watch", "note", "video", "more", "see", "source", "sources", "poll"})
PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})


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


def read_colon(passage: Passage) -> Draft | None:
    """A paragraph or headline of the form "Lavrov: ..." or "...: Lavrov"; a label such as "Read more:" names no speaker."""
    text = passage.text
    if (match := SPEAKER_FIRST.match(text)) and _is_speaker(passage, match.span(1)):
        return _colon_draft(passage, match.span(1), (match.end(), len(text)))
    if len(text) < 300 and (match := SPEAKER_LAST.search(text)) and _is_speaker(passage, match.span(1)):
        return _colon_draft(passage, match.span(1), (0, match.start()))
    return None


def _colon_draft(passage: Passage, speaker: Range, content: Range) -> Draft | None:
    start, end = trim(passage.text, content)
    return Draft(passage, "headline", (passage.place(start, end),), None, passage.place(*speaker)) if start < end else None


def _is_speaker(passage: Passage, span: Range) -> bool:
    """Whether the words before or after a colon name somebody: in capitals as in a transcript, or known to the tagger as a name."""
    name = passage.text[span[0] : span[1]]
    if name.split()[0].lower().rstrip(".") in LABELS:
        return False
    tokens = passage.paragraph.doc[passage.token_at(span[0]) : passage.token_at(span[1] - 1) + 1]
    return (name.isupper() and len(name) > 3) or any(token.ent_type_ in PEOPLE or token.pos_ == "PROPN" for token in tokens)
