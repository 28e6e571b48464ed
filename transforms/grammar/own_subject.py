"""A verb -> the subject that stands in its own clause, also where the tree takes that for something
else.
"""

from transforms.grammar.animate import is_person
from transforms.grammar.reporter import find_reporter
from transforms.grammar.roles import ACTIVE, CLOSING, NOMINAL, PASSIVE, TENSED
from transforms.grammar.spoken_to import is_asked_aside
from transforms.grammar.tokens import Token, word_before

DEEPEST = 6  # heads to climb to the person of a university
SAY = "say"  # of whose objects none is a noun with another before it


def find_own_subject(verb: Token) -> Token | None:
    """The verb's subject, the nearest if the tree has two; before a clause the one before the verb,
    since the other opens what is said; behind a closing mark the one behind the verb.

    Of a verb that went astray into another's clause ("noted that he taught law, and added"), that
    one's.
    """
    if (reporter := find_reporter(verb)) is not None:
        return find_own_subject(reporter)
    subjects = _keep_side(verb, _list_subjects(verb) or _list_interrupted(verb))
    subjects = [subject for subject in subjects if not _names_site(subject, subjects)]
    nearest = min(subjects, key=lambda subject: abs(subject.i - verb.i), default=None)
    return nearest if nearest is None else _past_affiliation(nearest)


def _past_affiliation(subject: Token) -> Token:
    """The person whose university is named by what the tree has for a subject: "Ada Lind of the
    University of Norland, Lune suggests".
    """
    above = _find_body_before(subject)
    if above is None:
        return subject
    for _ in range(DEEPEST):
        if above.dep_ not in {"pobj", "prep", "conj"}:
            break
        above = above.head
    return above if above.pos_ == "PROPN" and above.ent_type_ in {"PERSON", "ORG"} else subject


def _find_body_before(subject: Token) -> Token | None:
    """The name of a body right before a comma and a single name that is a subject."""
    first = subject.left_edge.i
    if subject.pos_ != "PROPN" or first != subject.i or first < 2:
        return None
    before = subject.doc[first - 2]
    is_body = before.dep_ == "pobj" and before.ent_type_ == "ORG"
    return before if is_body and subject.doc[first - 1].text == "," else None


def _keep_side(verb: Token, subjects: list[Token]) -> list[Token]:
    """Those of several subjects that stand on the side of the verb where its own must be."""
    subjects = [subject for subject in subjects if not is_mistaken_clause(subject)]
    if word_before(verb) in CLOSING:
        subjects = list(filter(lambda subject: subject.i > verb.i, subjects)) or subjects
    if any(child.dep_ == "ccomp" for child in verb.rights):
        subjects = list(filter(lambda subject: subject.i < verb.i, subjects)) or subjects
    return subjects


def is_mistaken_clause(noun: Token) -> bool:
    """Whether the tree takes the short clause behind "says" for a noun and its plural: "Lind says
    the roof leaks"; not where the verb has no other subject ("says the union leaders").
    """
    if noun.tag_ != "NNS" or noun.head.lemma_ != SAY or noun.i < noun.head.i:
        return False
    has_subject = any(child.dep_ in ACTIVE for child in noun.head.lefts)
    is_behind = noun.dep_ == "dobj" or (noun.dep_ == "nsubj" and has_subject)
    return is_behind and noun.right_edge.i == noun.i and _has_subject_before(noun)


def _has_subject_before(verb: Token) -> bool:
    """Whether a noun with its article stands before what is taken for its plural."""
    before = verb.nbor(-1)
    is_noun = before.dep_ == "compound" and before.tag_ == "NN"
    return is_noun and before.i > 0 and before.nbor(-1).dep_ in {"det", "poss"}


def _list_interrupted(verb: Token) -> list[Token]:
    """The noun before a participle between commas, where the tree takes that for the verb: "Lind,
    reminded that the fund was empty, said".
    """
    asides = (child for child in verb.lefts if child.dep_ in {"ccomp", "advcl"})
    return [aside.nbor(-2) for aside in asides if is_asked_aside(aside)]


def _names_site(name: Token, subjects: list[Token]) -> bool:
    """Whether one of two subjects is the name of what stands before it, in the phrase of the other:
    "A blogger on the site Quill's Lighthouse said".
    """
    first = name.left_edge.i
    before = name.doc[first - 1] if first else name
    is_named = name.pos_ == "PROPN" and before.pos_ == "NOUN" and before.dep_ == "pobj"
    behind = (range(other.i + 1, other.right_edge.i + 1) for other in subjects)
    return is_named and any(before.i in places for places in behind)


def _list_subjects(verb: Token) -> list[Token]:
    """What the tree has for subjects; behind a closing mark an object may be one: "...?" asked
    Berg.
    """
    subjects = [child for child in verb.children if _is_subject(child)]
    if subjects or is_torn_off(verb):
        return subjects or [verb.nbor(-1)]
    if (joined := _find_joined(verb)) is not None:
        return [joined]
    is_marked = word_before(verb) in CLOSING
    return [child for child in _list_objects(verb) if is_marked or _ends_inverted(verb, child)]


def is_torn_off(verb: Token) -> bool:
    """Whether a name before a verb in the past is its subject, though the tree hangs both on the
    clause before: "It was a gift, captain Ada Quill admitted".
    """
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or verb.i == 0:
        return False
    return verb.nbor(-1).dep_ == "appos" and verb.nbor(-1).ent_type_ == "PERSON"


def _find_joined(verb: Token) -> Token | None:
    """Somebody right before a verb whom the tree takes for one more of what the clause before
    names: "opened the shop and her sister Jean explained".
    """
    if verb.tag_ not in TENSED or verb.dep_ not in {"conj", "ccomp"} or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    while noun.dep_ in {"appos", "compound"}:
        noun = noun.head
    first = noun.left_edge.i
    if noun.dep_ != "conj" or noun.i >= verb.i or noun.doc[max(0, first - 1)].dep_ != "cc":
        return None
    return noun if is_person(noun) or noun.pos_ == "PROPN" else None


def _list_objects(verb: Token) -> list[Token]:
    return [child for child in verb.rights if child.dep_ == "dobj" and child.pos_ in NOMINAL]


def _ends_inverted(verb: Token, name: Token) -> bool:
    """Whether somebody ends the sentence whom the tree takes for an object: "..., alleges trainer
    Ada Quill", "..., counters his boss, Ada Quill".
    """
    is_last = is_person(name) and name.right_edge.i + 2 >= verb.sent.end
    is_behind = word_before(verb) == "," and verb.tag_ in {"VBZ", "VBD"}
    is_led = verb.dep_ == "dep" or any(child.dep_ == "ccomp" for child in verb.lefts)
    return is_last and is_behind and is_led


def _is_subject(child: Token) -> bool:
    """Of "Berg Sr. said" the tree may have the full stop for one, too."""
    return child.dep_ in ACTIVE | PASSIVE and not (child.is_punct or _is_bare_verb(child))


def _is_bare_verb(subject: Token) -> bool:
    """ "Asked whether ..., Berg replied": a participle that the tree takes for the subject."""
    return subject.dep_ == "csubj" and subject.left_edge.i == subject.i
