"""A noun that reports -> what it says: "the claim that ...", "a call for ...", "his promise to
...".
"""

from collections.abc import Iterator

from transforms.grammar.cues import Cue
from transforms.grammar.owner import MADE_BY, find_utterer
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.subject import find_subject
from transforms.grammar.tokens import Token
from transforms.quotes.content import make_pieces
from transforms.quotes.draft import Draft
from transforms.quotes.ends import find_ends
from transforms.world.words import read_words

CLAUSES = frozenset({"acl", "ccomp", "relcl"})
RECEIVING = read_words("receiving_verbs")  # "face complaints that ...": others complain


def read_noun(passage: Passage, noun: Token, cue: Cue) -> Iterator[Draft]:
    """Every draft of a noun of the lexicon; said by its owner ("his claim"), by whoever makes it
    ("repeated the claim"), or by nobody.
    """
    speaker = _find_owner(passage, noun)
    for child in noun.rights:
        for first, introduced_by in _name_content(child, cue):
            for name, last in find_ends(passage, noun, child).items():
                pieces = make_pieces(passage, noun, (first, last))
                if pieces and not (
                    speaker is not None
                    and any(start < speaker[1] and speaker[0] < end for start, end in pieces)
                ):
                    yield Draft(
                        passage,
                        "noun",
                        pieces,
                        noun,
                        speaker,
                        introduced_by=introduced_by,
                        variant=name,
                    )


def _find_owner(passage: Passage, noun: Token) -> Range | None:
    """Who makes the claim, as the owner, behind "by", or as the subject of the verb whose object
    the noun is.
    """
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None) or _find_maker(noun)
    if owner is None and noun.dep_ == "dobj" and noun.head.lemma_.lower() not in RECEIVING:
        owner = find_subject(noun.head)
    return None if owner is None else noun_phrase(find_utterer(owner), passage)


def _find_maker(noun: Token) -> Token | None:
    """Berg of "a claim by Berg"."""
    by = next((child for child in noun.rights if child.lower_ in MADE_BY and child.rights), None)
    return None if by is None else by.rights[0]


def _name_content(child: Token, cue: Cue) -> Iterator[tuple[int, str]]:
    """First token of the content, and the preposition that brings it in."""
    opening = child.left_edge
    states = child.dep_ in CLAUSES and opening.lower_ == "that" and opening.dep_ == "mark"
    if states or (child.dep_ in CLAUSES and opening.lower_ == "to" and cue.takes("to")):
        yield opening.i, ""
    elif child.dep_ == "prep" and cue.takes(child.lower_) and child.rights:
        yield child.i + 1, child.lower_
