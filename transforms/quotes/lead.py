"""The paragraph before a quotation -> what it brings in: "X added:", a line with a name and a role;
the words are still to come.
"""

import re
from collections.abc import Iterator
from itertools import chain

from transforms.grammar.animate import name_head
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.owner import UTTERANCES, find_owner, find_utterer
from transforms.grammar.passage import Passage
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.roles import NOMINAL, TENSED
from transforms.grammar.speaker import find_speaker
from transforms.grammar.subject import SHOWN
from transforms.grammar.tokens import Doc, Span, Token
from transforms.quotes.draft import Draft
from transforms.world.lexicon import ROLE_NOUNS

# "Paula Grieve, senator"
NAME_LINE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?=,? [^.:;!?\n]{0,60}$|$)")
GIVEN_BY = frozenset({"from", "by"})
SHOWING = "evidence"  # class of the cues that show something
REACH = 36  # tokens before the colon in which its verb or name stands
STOPS = frozenset({".", "?", "!"})


def find_lead(passage: Passage) -> Draft | None:
    """What a paragraph that ends in a colon brings in, its pieces still to come."""
    if not passage.text.rstrip().endswith((":", ",")):
        return _find_name_line(passage)
    last = _find_last(passage)
    cue = next((token for token in reversed(list(last)) if _reports(token)), None)
    if cue is not None:
        return _read_verb(passage, cue)
    is_writers = last[0].lower_ == "here" or passage.text.rstrip().endswith(",")
    noun = None if is_writers else _find_topic(last)
    return (
        None
        if noun is None or _is_mute(noun) or _is_measure(noun)
        else Draft(passage, "lead", (), None, noun_phrase(noun, passage))
    )


def _read_verb(passage: Passage, cue: Token) -> Draft | None:
    """What a verb of speech brings in; a graph that compares brings in no words."""
    subject = find_own_subject(cue)
    is_mute = subject is not None and subject.pos_ == "NOUN" and name_head(subject) == "thing"
    if is_mute and cue.lemma_ not in SHOWN:
        return None
    return Draft(passage, "lead", (), cue, find_speaker(cue, passage))


def _is_mute(noun: Token) -> bool:
    """Whether a noun is a thing, or words that nobody is told to have said: "The short answer:"."""
    is_unowned = find_utterer(noun).i == noun.i and find_owner(noun) is None
    return name_head(noun) == "thing" or (noun.lemma_.lower() in UTTERANCES and is_unowned)


def _is_measure(noun: Token) -> bool:
    """Whether a noun stands bare, as a measure does: "builds by engineer per hour:"."""
    return noun.tag_ == "NN" and noun.dep_ == "pobj" and noun.left_edge.i == noun.i


def _find_last(passage: Passage) -> Span:
    """The words before the colon, as far back as the sentence goes."""
    doc = passage.paragraph.doc
    first = max(0, len(doc) - REACH)
    stops = (token.i + 1 for token in reversed(doc[first:-1]) if token.text in STOPS)
    return doc[next(stops, first) :]


def _reports(token: Token) -> bool:
    """Whether a verb brings in words: "Berg wrote:", but not "the graph shows where they lie:"."""
    cue = find_verb_cue(token)
    return cue is not None and cue.cue_class != SHOWING


def _find_topic(last: Span) -> Token | None:
    """Whom the words before a colon name: "A letter from Berg:", "The mayor:", "According to the
    filing:".
    """
    objects = [token for token in reversed(list(last)) if token.dep_ == "pobj"]
    told = [token for token in objects if token.head.head.lower_ == "according"]
    given = [token for token in objects if token.head.lower_ in GIVEN_BY]
    told = [*_find_apposed(last), *told]
    named = (token for token in last if token.pos_ in NOMINAL and token.dep_ in {"nsubj", "ROOT"})
    return next(chain(told, given, named), None)


def _find_apposed(last: Span) -> Iterator[Token]:
    """The person named between a comma and the colon: "from one of our experts, Ada Quill:"."""
    name = last[-2] if len(last) > 2 else None
    if name is None or name.ent_type_ != "PERSON" or name.pos_ != "PROPN":
        return
    first = name.left_edge.i
    if first > last.start and name.doc[first - 1].text == ",":
        yield name


def _find_name_line(passage: Passage) -> Draft | None:
    """A paragraph that is a person's name, with a role or without, as in a column of opinions:
    "Paula Grieve, senator".
    """
    doc = passage.paragraph.doc
    match = NAME_LINE.match(passage.text)
    if (
        match is None
        or any(token.tag_ in TENSED for token in doc)
        or not (any(name.label_ == "PERSON" for name in doc.ents) or _names_role(match, doc))
    ):
        return None
    return Draft(passage, "lead", (), None, passage.place(*match.span()), variant="named")


def _names_role(match: re.Match[str], doc: Doc) -> bool:
    """Whether a role stands behind the name, of whatever kind the model takes that for."""
    return any(token.lower_ in ROLE_NOUNS for token in doc if token.idx >= match.end())
