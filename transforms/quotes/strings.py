"""Quoted stretches that no rule of grammar took -> drafts: beside a cue, signed, behind a name or a
topic.
"""

import re

from transforms.grammar.animate import name_head
from transforms.grammar.antecedent import find_antecedent
from transforms.grammar.cues import find_verb_cue, is_cue_form
from transforms.grammar.marks import Stretch
from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.owner import MADE_BY, UTTERANCES, find_owner, find_utterer
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.roles import NOMINAL, TENSED
from transforms.grammar.speaker import find_nominal, find_speaker
from transforms.grammar.tokens import Token
from transforms.quotes.asides import SPOKEN_END, is_of_mute
from transforms.quotes.content import make_pieces
from transforms.quotes.draft import Construction, Draft
from transforms.quotes.labels import is_taken_for_name
from transforms.quotes.narrator import refers
from transforms.quotes.signature import IN_BRACKETS, SIGNATURE
from transforms.world.lexicon import KIN, THING_WORDS
from transforms.world.words import read_words

VOID = read_words("empty_subjects")
CLOSE = KIN | {
    "friend",
    "colleague",
    "neighbour",
    "neighbor",
}  # who speaks, not the one he is close to
REACH_ENDED = 5  # the same behind a quotation that ends in a full stop
AUXILIARY = frozenset({"aux", "auxpass"})
REACH = 18  # tokens between a quotation and the verb that reports it


def read_cued(passage: Passage, stretch: Stretch, alone: bool) -> Draft | None:
    """A quotation that is signed, or stands beside a verb. alone: it stands for itself, as a
    sentence.
    """
    if alone and (signed := find_signature(passage, stretch)) is not None:
        return signed
    cue = find_beside(passage, stretch, alone)
    return find_told(passage, stretch) if cue is None else _make_cued(passage, stretch, cue)


def _make_cued(passage: Passage, stretch: Stretch, cue: Token) -> Draft:
    is_inverted = cue.dep_ == "pcomp" and cue.i > passage.token_at(stretch.end)
    construction: Construction = "inverted" if is_inverted else "string"
    return Draft(
        passage, construction, _widen(passage, stretch, cue), cue, find_speaker(cue, passage)
    )


def read_named(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation that a name or a topic before a colon brings in, or one behind it in a
    headline.
    """
    return find_named(passage, stretch) or find_titled(passage, stretch)


def leave_over(passage: Passage, pieces: list[Range]) -> list[Stretch]:
    """The stretches of which the pieces cover less than half."""
    pieces = sorted(pieces)
    left, reach, following = [], 0, 0
    for stretch in passage.stretches:
        start, end = passage.place(stretch.start, stretch.end)
        while following < len(pieces) and pieces[following][0] <= (start + end) // 2:
            reach = max(reach, pieces[following][1])
            following += 1
        if reach < (start + end) // 2:
            left.append(stretch)
    return left


def _widen(passage: Passage, stretch: Stretch, cue: Token) -> tuple[Range, ...]:
    """The stretch; after a cue that takes no clause ("derided the plan as "..."") all that stands
    between them too.
    """
    entry = find_verb_cue(cue)
    first, last = passage.token_at(stretch.start), passage.token_at(stretch.end - 1)
    if entry is not None and not entry.takes("inverted") and cue.i < first:
        return make_pieces(passage, cue, (cue.i + 1, last))
    return (passage.place(stretch.start, stretch.end),)


def find_beside(passage: Passage, stretch: Stretch, alone: bool) -> Token | None:
    """The cue that stands next to a quotation in its sentence, outside all quotations: after it
    first, then before it.
    """
    doc = passage.paragraph.doc
    after, before = passage.token_at(stretch.end), passage.token_at(stretch.start) - 1
    cue = None
    if alone or (before >= 0 and doc[before].text in ",:"):
        ended = passage.text[stretch.inner_start : stretch.inner_end].rstrip().endswith(".")
        cue = _find_cue(
            passage,
            range(after, min(after + (REACH_ENDED if ended else REACH), len(doc))),
            stops=".!?:;",
        )
        cue = (
            None
            if cue is not None and (_introduces(passage, cue) or (ended and _goes_on(cue)))
            else cue
        )
    return cue or _find_before(passage, before)


def _find_before(passage: Passage, before: int) -> Token | None:
    cue = _find_cue(passage, range(before, max(before - REACH, -1), -1), stops=".!?;")
    return None if cue is None or _does_more(cue, before) else cue


def _does_more(cue: Token, before: int) -> bool:
    """Whether somebody does something else between a cue and a quotation: "When Berg criticised it,
    Lind shot back, “...”".
    """
    verbs = (word for word in cue.doc[cue.i + 1 : before + 1] if word.tag_ in TENSED)
    apart = (verb for verb in verbs if verb.dep_ not in AUXILIARY and cue not in verb.ancestors)
    subjects = map(find_own_subject, apart)
    return any(subject is not None and subject.i > cue.i for subject in subjects)


def _goes_on(cue: Token) -> bool:
    """Whether the sentence behind a quotation that has ended tells of something else."""
    return cue.nbor().text != "." or is_of_mute(cue)


def _introduces(passage: Passage, cue: Token) -> bool:
    """Whether another quotation follows a cue: "Berg said: "..."."""
    behind = cue.doc[cue.i + 1 : cue.i + 3]
    if len(behind) < 2:
        return False
    return behind[0].text == ":" or (
        behind[0].text == "," and passage.stretch_of(behind[1]) is not None
    )


def _find_cue(passage: Passage, indexes: range, stops: str) -> Token | None:
    """The first reporting verb on the way; a noun that is spelt like one, where a mark follows
    ("the senator notes.").
    """
    doc = passage.paragraph.doc
    for index in indexes:
        token = doc[index]
        if token.text in stops or passage.stretch_of(token) is not None:
            return None
        if (
            token.lower_ in {"quoted", "cited"}
            and doc[index + 2 : index + 3]
            and doc[index + 2].tag_ == "VBG"
        ):
            return doc[index + 2]  # "was quoted as saying"
        if (find_verb_cue(token) is not None and not refers(token)) or _is_noted(token):
            return token
    return None


def _is_noted(token: Token) -> bool:
    """Whether a noun is spelt like a reporting verb and a mark follows it: "the senator notes."."""
    is_verb = is_cue_form(token) and token.is_lower  # not "the United States,"
    return is_verb and token.i + 1 < len(token.doc) and token.nbor().text in ".,:"


def find_told(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation right behind or before a verb that is no word of speech: Berg reasoned, “...”;
    “...,” comments Anna Berg.
    """
    return (
        _find_verb_before(passage, stretch)
        or _find_verb_behind(passage, stretch)
        or _find_answer(passage, stretch)
    )


def _find_answer(passage: Passage, stretch: Stretch) -> Draft | None:
    """ "“Not at all,” was the answer of Anna Berg"."""
    doc, index = passage.paragraph.doc, passage.token_at(stretch.end)
    if index >= len(doc) or doc[index].lemma_ != "be" or doc[index].tag_ not in TENSED:
        return None
    answer = next((child for child in doc[index].rights if child.dep_ == "attr"), None)
    owner = None if answer is None else find_owner(answer)
    if owner is None:
        return None
    place = passage.place(stretch.start, stretch.end)
    speaker = noun_phrase(owner, passage)
    return Draft(passage, "string", (place,), doc[index], speaker, variant="told")


def _find_doer(verb: Token) -> Token | None:
    """Who does what a verb tells; nobody of "hits the rich where they live"."""
    tells_where = any(child.lower_ in {"where", "when"} for child in verb.lefts)
    return None if tells_where else find_own_subject(verb)


def _find_verb_before(passage: Passage, stretch: Stretch) -> Draft | None:
    verb = _find_tensed(passage, passage.token_at(stretch.start) - 1)
    subject = None if verb is None else _find_doer(verb)
    if verb is None or subject is None or subject.i >= verb.i:
        return None
    is_told = subject.lower_ not in VOID and not passage.is_title(stretch)
    teller = find_teller(subject) if is_told else None
    if teller is None:
        return None
    place = passage.place(stretch.start, stretch.end)
    return Draft(passage, "string", (place,), verb, noun_phrase(teller, passage), variant="told")


def _find_tensed(passage: Passage, comma: int) -> Token | None:
    """The verb right before a comma or colon, with its particle between: "Berg shot back,"."""
    doc = passage.paragraph.doc
    if comma < 2 or doc[comma].text not in ",:":
        return None
    verb = doc[comma - 2 if _is_particle(doc[comma - 1]) else comma - 1]
    return verb if verb.i and verb.tag_ in TENSED and passage.stretch_of(verb) is None else None


def _is_particle(word: Token) -> bool:
    """ "Back" of "shot back"."""
    return word.dep_ in {"prt", "advmod"} and word.head.i == word.i - 1


def _find_verb_behind(passage: Passage, stretch: Stretch) -> Draft | None:
    doc, index = passage.paragraph.doc, passage.token_at(stretch.end)
    inner = passage.text[stretch.inner_start : stretch.inner_end].rstrip()
    if index + 1 >= len(doc) or not inner.endswith(SPOKEN_END):
        return None
    if not is_present_tense(doc[index]) or doc[index + 1].pos_ != "PROPN":
        return None
    place = passage.place(stretch.start, stretch.end)
    return Draft(
        passage, "string", (place,), doc[index], find_name_at(passage, index + 1), variant="told"
    )


def is_present_tense(token: Token) -> bool:
    """Whether a word in small letters may be a verb that the tagger took for a noun: 'comments Anna
    Berg'.
    """
    return token.is_lower and token.lower_.endswith(("s", "ed")) and token.pos_ in {"NOUN", "VERB"}


def find_name_at(passage: Passage, first: int) -> Range:
    """Characters of the name that begins with a token."""
    doc, last = passage.paragraph.doc, first
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return passage.characters(first, last)


def find_named(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation after a name, or a sentence about somebody, and a colon: "More from the senator:
    "...".
    """
    doc = passage.paragraph.doc
    colon = passage.token_at(stretch.start) - 1
    if colon < 1 or doc[colon].text != ":":
        return None
    subject = _find_told(passage, colon)
    noun = subject or find_nominal(passage, range(colon - 1, max(colon - REACH, -1), -1))
    noun = None if noun is None else _find_whole(noun)
    speaker = None if noun is None or _is_beside(noun) else find_teller(noun)
    if speaker is None:
        return None
    return Draft(
        passage,
        "string",
        (passage.place(stretch.start, stretch.end),),
        None,
        noun_phrase(speaker, passage),
    )


def _find_whole(noun: Token) -> Token:
    """The mayor of "from the mayor of Sund:", Lind of "Ada Lind, teacher:"; whose words they are,
    of "the words of Ada Lind:".
    """
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    above = noun.head.head
    is_part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.pos_ in NOMINAL
    return above if is_part and above.lemma_.lower() not in UTTERANCES else noun


def _is_beside(noun: Token) -> bool:
    """Whether a noun only tells where, when or to whom something is said: "And then, on the
    radio:", "in a letter to Ada Lind:".
    """
    return noun.dep_ == "pobj" and noun.head.lower_ not in MADE_BY | {"of"}


def find_teller(noun: Token) -> Token | None:
    """Who speaks where a noun stands before a colon: Lind of "Lind's verdict: "...""; no thing, no
    writing and no kind of people ("buyers return").
    """
    utterer = find_utterer(noun)
    is_kind = utterer.tag_ == "NNS" and not any(
        child.dep_ in {"det", "poss", "nummod"} for child in utterer.lefts
    )
    owners = (part for part in utterer.lefts if part.dep_ == "poss" and part.pos_ in NOMINAL)
    owner = next(owners, None)
    is_written = owner is not None and name_medium(utterer) in WRITTEN
    if is_written or _is_thing(utterer):
        return owner
    return None if is_kind else utterer


def _is_thing(noun: Token) -> bool:
    """Whether a noun names no person; "his friends" speak themselves."""
    return name_head(noun) == "thing" and noun.lemma_.lower() not in CLOSE


def _find_told(passage: Passage, colon: int) -> Token | None:
    """Whom the sentence before a colon is about: the subject of its last verb that has one."""
    doc = passage.paragraph.doc
    for token in reversed(doc[max(0, colon - REACH) : colon]):
        if token.text in ".!?" or passage.stretch_of(token) is not None:
            return None
        subject = _find_subject_of(passage, token)
        subject = None if subject is None else find_antecedent(subject, subject.head)
        if subject is not None and _may_tell(passage, subject, colon):
            return subject
    return None


def _find_subject_of(passage: Passage, token: Token) -> Token | None:
    """The subject of a verb; in a headline the name before one that looks like a name, too."""
    if passage.paragraph.in_title and is_taken_for_name(token):
        return token.nbor(-1)
    is_verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
    return find_own_subject(token) if is_verb else None


def _may_tell(passage: Passage, subject: Token, colon: int) -> bool:
    is_outside = passage.stretch_of(subject) is None and subject.i < colon
    return is_outside and subject.lower_ not in VOID


def find_titled(passage: Passage, stretch: Stretch) -> Draft | None:
    """A headline's quotation and behind a colon the one who speaks: ""We will stay": dockers dig
    in".
    """
    doc, colon = passage.paragraph.doc, passage.token_at(stretch.end)
    if not passage.paragraph.in_title or colon >= len(doc) or doc[colon].text != ":":
        return None
    noun = find_nominal(passage, range(colon + 1, min(colon + REACH, len(doc))))
    while noun is not None and noun.dep_ == "compound":
        noun = noun.head
    if noun is None or noun.text in THING_WORDS or _is_done_to(noun):
        return None
    return Draft(
        passage,
        "headline",
        (passage.place(stretch.start, stretch.end),),
        None,
        noun_phrase(noun, passage),
    )


def _is_done_to(noun: Token) -> bool:
    """Whether a headline tells what was done to somebody: "dockers killed in clashes"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "VBN"


def _find_bracketed(passage: Passage, stretch: Stretch) -> re.Match[str] | None:
    """The name of a person in brackets behind a quotation: “We are ready.” (Anna Berg, teacher)."""
    match = IN_BRACKETS.match(passage.text, stretch.end)
    people = (name for name in passage.paragraph.doc.ents if name.label_ == "PERSON")
    is_person = match is not None and any(
        (name.start_char, name.end_char) == match.span(1) and len(name) > 1 for name in people
    )
    return match if is_person else None


def find_signature(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation with a name behind a dash and nothing more: ""We are ready." — Anna Berg"."""
    match = SIGNATURE.match(passage.text, stretch.end) or _find_bracketed(passage, stretch)
    if match is None:
        return None
    place = passage.place(stretch.start, stretch.end)
    return Draft(
        passage, "string", (place,), None, passage.place(*match.span(1)), variant="signature"
    )
