"""A draft -> whether it puts anybody on record at all, or is of the reader, of the writer, of a
thing, or of an answer not given.
"""

from transforms.grammar.asked import is_asked_for
from transforms.grammar.cues import find_cue
from transforms.grammar.roles import SUBJECTS
from transforms.grammar.spoken_to import is_asked_aside
from transforms.grammar.tokens import Token
from transforms.quotes.draft import Draft
from transforms.quotes.example import WRITERS
from transforms.quotes.kinds import name_kind
from transforms.quotes.statement import NAMED, is_negated, list_marked
from transforms.quotes.weights import name_speaker
from transforms.quotes.writers import MINDS, is_cut_off, is_of_nobody, is_supposed
from transforms.world.words import read_words

POINTING = frozenset({"this", "that", "these", "those"})
CONCEDING = read_words("conceding")  # before "said," and "told,"
UNANSWERED = read_words("unanswered")
ANSWERS = read_words("answering")
DOING_SO = read_words("doing_so")  # "him to do so"
MAKING = read_words("making_verbs")
SHOWING = frozenset({"show", "unveil"})
PERSONAL = read_words("personal_pronouns")
HELPERS = read_words("helping_verbs")
WHERE = read_words("behind_blows")  # "to", "through"
BARE = frozenset({"VB", "VBP"})  # the tags of an order
SAYING = frozenset({"say", "tell"})
NOTHING = frozenset({"nothing", "little", "no"})
QUESTIONS = frozenset({"question", "each", "other"})


def says_nothing(draft: Draft) -> bool:
    """Whether nobody is on record: outside quotation marks only, since what stands in them is
    said.
    """
    if _is_noted_by_writer(draft) or _names_work(draft):
        return True
    if name_kind(draft) != "indirect":
        return False
    if name_speaker(draft) in WRITERS or _is_readers(draft) or is_of_nobody(draft):
        return True
    return draft.cue is not None and _is_silent(draft, draft.cue)


def _is_noted_by_writer(draft: Draft) -> bool:
    """ "As we have noted, a study found “no effect”": the study's words, not ours."""
    return draft.variant.startswith("as") and name_speaker(draft) in WRITERS


def _names_work(draft: Draft) -> bool:
    """Whether the marks behind a verb that makes, gives or shows something hold its title: "She
    wrote “Songs for Rain”", "The museum shows “Wheat Under Snow”".
    """
    if draft.cue is None or not _is_of_works(draft, draft.cue):
        return False
    marked = list_marked(draft)
    is_object = bool(marked) and draft.pieces[0][0] == draft.passage.paragraph.end_of(draft.cue) + 1
    return is_object and all(map(draft.passage.has_capitals, marked))


def _is_of_works(draft: Draft, cue: Token) -> bool:
    """Whether a verb may have the title of a work for its object."""
    if draft.construction == "string":
        return cue.lemma_ in MAKING
    return draft.construction == "object" and cue.lemma_ in MAKING | SHOWING


def _is_readers(draft: Draft) -> bool:
    """Whether something of the reader's would speak: "according to your strengths"."""
    return draft.speaker is not None and draft.passage.slice(*draft.speaker).lower().startswith(
        "your "
    )


def _is_silent(draft: Draft, cue: Token) -> bool:
    """Whether a cue tells that nothing is said, or an act that is no speech."""
    if _is_elided(draft) or _tells_nothing(draft, cue) or _withholds(draft, cue):
        return True
    if is_cut_off(draft.passage, cue) or any(is_no_report(cue) for is_no_report in UNREPORTED):
        return True
    return draft.construction in NAMED and (
        is_negated(draft) or _is_unanswered(cue) or _is_act(draft, cue)
    )


def _withholds(draft: Draft, cue: Token) -> bool:
    """ "Declined to comment on the closure", "asked to answer"; "asked whether the port was safe,
    Lind said".
    """
    if draft.construction == "whether":
        return _is_put_by_nobody(cue)
    told = next((child for child in cue.rights if child.dep_ == "xcomp"), None)
    is_withheld = (
        cue.lemma_.lower() in UNANSWERED and told is not None and told.lemma_.lower() in ANSWERS
    )
    return draft.construction == "to" and is_withheld


def _qualifies(cue: Token) -> bool:
    """Whether a participle only tells which one is meant: "Lind, considered one of the best, will",
    "said rent".
    """
    if cue.tag_ != "VBN" or any(child.dep_ in {"agent", "auxpass"} for child in cue.children):
        return False
    names = any(child.dep_ == "oprd" for child in cue.rights)
    return cue.dep_ == "amod" or (cue.dep_ == "acl" and names)


def _is_held_aside(cue: Token) -> bool:
    """Whether a participle between commas only tells what somebody is held to be: "Lind, considered
    one of the best, will leave".
    """
    entry = find_cue(cue)
    return entry is not None and entry.cue_class in MINDS and is_asked_aside(cue)


def _is_elided(draft: Draft) -> bool:
    """Whether nothing is left of what is said but whom it is of: "as the president said he would",
    "as they had urged him to do".
    """
    text = " ".join(draft.passage.slice(*piece) for piece in draft.pieces)
    first, _, helper = text.lower().partition(" ")
    is_done = "to" in text.lower().split() and set(text.lower().split()) <= DOING_SO
    return is_done or (first in PERSONAL and helper in HELPERS)


def _tells_nothing(draft: Draft, cue: Token) -> bool:
    """ "Lind said nothing more", "said very little", "said no such thing"."""
    if draft.construction != "object" or cue.lemma_ not in SAYING:
        return False
    words = draft.passage.slice(*draft.pieces[0]).lower().removeprefix("very ").split()
    return words[0] in NOTHING


def _is_idiom(cue: Token) -> bool:
    """ "This isn't to say that ...", "that is to say", "that said, ...", "all told, ..."."""
    if cue.lower_ in {"said", "told"} and _is_all_that(cue):
        return True
    if cue.tag_ != "VB" or cue.head.lemma_ != "be":
        return False
    return any(child.lower_ in POINTING for child in cue.head.children)


def _is_all_that(said: Token) -> bool:
    """ "That said," and "all told,": nothing else stands before it in its sentence."""
    before = said.doc[said.sent.start : said.i]
    return bool(before) and all(token.lower_ in CONCEDING for token in before)


def _is_advice(cue: Token) -> bool:
    """What the reader is told to say or think: "ask yourself what you want", "thank you for
    reading", "it helps to explain why".
    """
    if cue.tag_ not in BARE or any(
        child.dep_ in SUBJECTS or child.dep_ == "auxpass" for child in cue.children
    ):
        return False
    if cue.dep_ == "ROOT":
        return _is_order(cue)
    return cue.dep_ == "xcomp" and (_has_empty_subject(cue.head) or _is_told(cue.head))


def _is_put_by_nobody(cue: Token) -> bool:
    """ "Asked whether the port was safe, Lind said": the question is no statement, and nobody is
    told to have put it.
    """
    if cue.tag_ != "VBN" or cue.dep_ not in {"advcl", "csubj"} or not _is_bare(cue):
        return False
    is_question = (entry := find_cue(cue)) is not None and entry.cue_class == "question"
    return is_question and not any(child.dep_ == "agent" for child in cue.rights)


def _is_bare(participle: Token) -> bool:
    """Whether nothing but "when" stands before a participle: "(when) asked whether"."""
    return all(token.lower_ == "when" for token in participle.lefts)


def _is_told(verb: Token) -> bool:
    """ "Make sure to explain", "try to ask": what the reader is told to do before it."""
    verb = verb.head if verb.pos_ == "ADJ" else verb
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ in BARE and not has_subject and _is_order(verb)


def _is_order(cue: Token) -> bool:
    return all(child.lower_ == "do" for child in cue.children if child.dep_ == "aux")


def _has_empty_subject(verb: Token) -> bool:
    return any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in verb.lefts)


def _is_unanswered(cue: Token) -> bool:
    """ "Asked to comment on ...", "declined to comment on ...", "was not available to comment"."""
    if cue.tag_ == "VB" and cue.head.lemma_.lower() in UNANSWERED:
        return True
    return (
        cue.pos_ == "NOUN"
        and cue.head.dep_ == "prep"
        and any(word.dep_ == "neg" for word in cue.head.head.children)
    )


def _is_act(draft: Draft, cue: Token) -> bool:
    """Whether a verb of speech tells what is done to somebody: "slammed a reporter to the floor",
    "questioned Berg for an hour".
    """
    entry = find_cue(cue)
    content = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if entry is None or content is None or draft.construction != "object":
        return False
    is_somebody = content.ent_type_ == "PERSON" or content.pos_ == "PRON"
    if entry.cue_class == "question":
        return is_somebody or content.lemma_.lower() in QUESTIONS
    return entry.cue_class in {"criticism", "accusation"} and _goes_somewhere(cue)


def _goes_somewhere(cue: Token) -> bool:
    """ "to the floor", "for an hour"."""
    return any(child.dep_ == "prep" and child.lower_ in WHERE for child in cue.rights)


UNREPORTED = (
    is_asked_for,
    is_supposed,
    _is_idiom,
    _is_advice,
    _qualifies,
    _is_held_aside,
)  # what only looks like a report
