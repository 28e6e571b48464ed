"""The cue of a quote -> the words of its sentence that name who speaks, none of them inside a
quotation: the subject, else a noun or a name right beside the cue.
"""

from itertools import takewhile

from transforms.grammar.animate import is_person
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.owner import find_utterer
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.roles import CLOSING, NOMINAL, STOPS, TENSED
from transforms.grammar.spoken_to import SPOKEN_TO
from transforms.grammar.subject import REACH, find_subject
from transforms.grammar.tokens import Token, word_before
from transforms.world.lexicon import PERSON_NOUNS
from transforms.world.words import read_labels

FIGURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})  # entities that never speak
ENDS = STOPS | {","}
WORDS_OF_OTHERS = frozenset({"ccomp", "xcomp", "dobj"})  # what is said in another place
MISTAKEN = read_labels("mistaken_names")  # "Will", "Early"


def find_speaker(cue: Token, passage: Passage) -> Range | None:
    """Characters of the phrase that names who speaks, never inside a quotation: the subject, else a
    noun right beside the cue.
    """
    if any(is_spoken_to(cue) for is_spoken_to in SPOKEN_TO):
        return None
    subject = _find_sayer(cue, passage)
    return None if subject is None else noun_phrase(find_utterer(subject), passage)


def _find_sayer(cue: Token, passage: Passage) -> Token | None:
    """The subject of a cue outside quotations, else the noun or the name that stands for it."""
    subject = _find_recalled(cue) or _find_of_headline(cue, passage) or find_subject(cue)
    is_quoted = subject is not None and passage.stretch_of(subject) is not None
    if is_quoted or (subject is None and find_verb_cue(cue) is None):
        subject = find_beside(cue, passage)
    return subject or _find_name_before(cue, passage) or _find_name_behind(cue, passage)


def _find_recalled(cue: Token) -> Token | None:
    """Whom the one who is named has heard: "...,” Berg recalled him saying"."""
    said = next((child for child in cue.rights if child.dep_ in {"ccomp", "xcomp"}), None)
    if said is None or said.lemma_ != "say" or said.tag_ not in {"VBG", "VB"}:
        return None
    has_words = any(child.dep_ in WORDS_OF_OTHERS for child in said.rights)
    return None if has_words else find_own_subject(said)


def _find_of_headline(cue: Token, passage: Passage) -> Token | None:
    """Who a headline's second verb is of, too: "Union backs strike, warns of long winter"."""
    if not passage.paragraph.in_title or not _is_second(cue):
        return None
    before = cue.doc[cue.sent.start + 1 : cue.i - 1]
    verb = next((token for token in before if token.tag_ in TENSED), cue)
    is_outside = verb is not cue and passage.stretch_of(verb) is None
    return verb.nbor(-1) if is_outside and verb.nbor(-1).pos_ in NOMINAL else None


def _is_second(verb: Token) -> bool:
    """Whether a verb behind a comma has what it says behind it."""
    follows = verb.i > 1 and verb.nbor(-1).text == "," and verb.tag_ == "VBZ"
    return follows and any(map(_is_brought_in, verb.rights))


def _is_brought_in(child: Token) -> bool:
    """Whether a part of a verb is what it says: no person behind it, who would say what stands
    before ("..., says chief investigator").
    """
    is_noun = child.dep_ == "dobj" and not is_person(child) and child.lower_ not in PERSON_NOUNS
    return is_noun or child.dep_ in {"ccomp", "xcomp", "prep"}


def _find_name_before(verb: Token, passage: Passage) -> Token | None:
    """The name right before a verb that the tree has left without a subject: "..., Anna Berg,
    said"; "Will wrote".
    """
    if verb.tag_ not in {"VBD", "VBZ"}:
        return None
    before = verb.i - 2 if verb.i > 1 and verb.nbor(-1).text == "," else verb.i - 1
    noun = verb.doc[before] if before >= verb.sent.start else None
    if noun is None or passage.stretch_of(noun) is not None:
        return None
    named = noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON"
    capital = noun.is_title and before == verb.i - 1 and noun.pos_ in MISTAKEN
    is_free = not noun.is_sent_start or _ends_name(noun)
    return noun if named or (capital and is_free) else None


def _ends_name(noun: Token) -> bool:
    """Whether the paragraph has a word as the end of a name, too: "Early" beside "Susan Early"."""
    return any(
        token.text == noun.text and token.i > 0 and token.pos_ == token.nbor(-1).pos_ == "PROPN"
        for token in noun.doc
    )


def _find_name_behind(verb: Token, passage: Passage) -> Token | None:
    """The name between a verb and a stop, behind a quotation, that the tree takes for another word:
    "...," said Early; "...," warns guide Ada Quill.
    """
    if verb.tag_ not in {"VBD", "VBZ"} or word_before(verb) not in CLOSING:
        return None
    name = _past_role(verb)
    if name is None or name.i + 1 >= len(verb.doc) or passage.stretch_of(name) is not None:
        return None
    is_name = name.is_title and name.pos_ in MISTAKEN and name.nbor().text in ENDS
    return name if is_name else None


def _past_role(verb: Token) -> Token | None:
    """The word behind a verb in the past; the last of a name behind a role there."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    if not len(behind) or behind[0].lower_ not in PERSON_NOUNS:
        return behind[0] if len(behind) and verb.tag_ == "VBD" else None
    *_, last = [behind[0], *takewhile(lambda token: token.pos_ == "PROPN", behind[1:])]
    return last


def find_beside(cue: Token, passage: Passage) -> Token | None:
    """The nearest noun before the cue, else the nearest behind it, in its sentence and outside
    quotations.
    """
    before = find_nominal(passage, range(cue.i - 1, max(cue.i - REACH, -1), -1))
    return before or find_nominal(passage, range(cue.i + 1, min(cue.i + REACH, len(cue.doc))))


def find_nominal(passage: Passage, indexes: range) -> Token | None:
    """The first noun or pronoun on the way, None where a stop or a quotation comes first."""
    doc = passage.paragraph.doc
    for index in indexes:
        if doc[index].text in STOPS or passage.stretch_of(doc[index]) is not None:
            return None
        if doc[index].pos_ in NOMINAL:
            return None if doc[index].ent_type_ in FIGURES else doc[index]
    return None
