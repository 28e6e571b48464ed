"""A noun -> the characters of the phrase that it heads, without what is only added to it."""

from transforms.grammar.passage import Passage, Range
from transforms.grammar.roles import BESIDE, CLOSING, NOMINAL, STOPS
from transforms.grammar.tokens import Doc, Token
from transforms.world.lexicon import ANONYMOUS_NOUNS, TITLES
from transforms.world.words import read_labels

LOOSE = read_labels("loose")
ADDED = frozenset({"VBN", "VBG", "WP", "WDT"})  # tags of the words that add behind a comma
LONGEST_PHRASE = 40  # tokens
DURING = frozenset({"on", "in", "over", "during"})


def noun_phrase(noun: Token, passage: Passage) -> Range:
    """Characters of the phrase that a noun heads, cut where a loose addition, or a quotation that
    is no nickname, begins.
    """
    first = noun.left_edge.i
    last = _last_of_phrase(noun, first + LONGEST_PHRASE)
    doc = noun.doc
    first = max(
        [
            first,
            *(
                token.i + 1
                for token in doc[max(first, noun.i - LONGEST_PHRASE) : noun.i]
                if _bars(token, noun, passage)
            ),
        ]
    )
    last = min(
        [
            last,
            *(token.i - 1 for token in doc[noun.i + 1 : last + 1] if _bars(token, noun, passage)),
        ]
    )
    last = _leave_bracket(doc, noun.i, _leave_participle(doc, noun.i, last))
    while last > noun.i and doc[last].text in ",-–—":
        last -= 1
    while first < noun.i and (doc[first].tag_ == "WP$" or doc[first].text in CLOSING):
        first += 1
    return passage.characters(*join_hyphens(noun.doc, first, last))


def _last_of_phrase(noun: Token, farthest: int) -> int:
    """The last word of what hangs on a noun closely."""
    last = noun.i
    for child in noun.rights:
        if child.dep_ == "case":
            continue
        is_loose = child.dep_ in LOOSE and not _belongs(child, noun)
        is_loose = is_loose or tells_day(child)
        if is_loose or child.right_edge.i > farthest:
            break
        last = child.right_edge.i
    return last


def tells_day(preposition: Token) -> bool:
    """Whether what hangs on a noun tells when its verb happened: "Corvane on Monday said"."""
    days = (child for child in preposition.rights if child.dep_ == "pobj")
    return preposition.lower_ in DURING and any(day.ent_type_ == "DATE" for day in days)


def _leave_participle(doc: Doc, first: int, last: int) -> int:
    """The last word of a phrase before what a comma and a participle or "who" add to its end: "a
    letter from the ministry, seen by the paper".
    """
    commas = (token.i for token in doc[first:last] if token.text == ",")
    return next((comma - 1 for comma in commas if doc[comma + 1].tag_ in ADDED), last)


def _leave_bracket(doc: Doc, first: int, last: int) -> int:
    """The last word of a phrase before a bracket that it does not close: "29 percent (and 43
    percent of farmers".
    """
    behind = doc[first : last + 1]
    opened = next((token.i for token in reversed(behind) if token.text == "("), None)
    is_open = opened is not None and not any(token.text == ")" for token in doc[opened : last + 1])
    return opened - 1 if opened is not None and is_open else last


def join_hyphens(doc: Doc, first: int, last: int) -> Range:
    """First and last token, with what hyphens join to them, and the name behind: "co-author Ada
    Quill".
    """
    while first > 1 and _is_hyphen(doc[first - 1]):
        first -= 2
    if last + 2 < len(doc) and _is_hyphen(doc[last + 1]):
        last += 2
        while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
            last += 1
    return first, last


def _is_hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_


def _belongs(child: Token, noun: Token) -> bool:
    """An apposition that names the one meant ("the minister, Anna Berg,"), what tells unnamed
    people apart ("people briefed on the talks") and a further speaker ("Berg and Lind").
    """
    if child.dep_ in {"punct", "cc"}:
        return any(
            later.i > child.i and later.dep_ in BESIDE | {"conj"} and _belongs(later, noun)
            for later in noun.rights
        )
    if child.dep_ == "acl" and noun.lower_ in ANONYMOUS_NOUNS:
        return child.tag_ in {"VBN", "VBD"} and child.i == noun.i + 1
    named = child.dep_ == "appos" and child.pos_ == "PROPN" and noun.pos_ != "PROPN"
    held = child.dep_ in BESIDE and _names_holder(child, noun)
    return named or held or (child.dep_ == "conj" and child.pos_ in NOMINAL)


def _names_holder(child: Token, noun: Token) -> bool:
    """A person behind an office or a body's name that the tree takes for its head: "the head of the
    Port Authority, Anna Berg,".
    """
    is_person_name = child.ent_type_ == "PERSON" or (
        child.pos_ == "PROPN" and not child.ent_type_ and noun.text in TITLES
    )
    if not is_person_name or noun.ent_type_ == "PERSON":
        return False
    holds = any(part.pos_ == "NOUN" for part in noun.lefts) or any(
        part.lower_ in {"of", "for"} for part in noun.rights
    )
    return holds or noun.text in TITLES


def _bars(token: Token, noun: Token, passage: Passage) -> bool:
    return passage.stretch_of(token) != passage.stretch_of(noun) or token.text in STOPS
