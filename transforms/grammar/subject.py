"""A verb -> who does what it says, wherever in the sentence: its subject, the agent of a passive, the
noun that a participle hangs on, whoever controls an infinitive.
"""

from transforms.grammar.animate import name_head
from transforms.grammar.antecedent import find_antecedent
from transforms.grammar.media import MEDIA, WRITTEN, name_medium
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.reporter import find_twin
from transforms.grammar.roles import ACTIVE, NOMINAL, OBJECTS, PLACES
from transforms.grammar.tokens import Token
from transforms.world.words import read_labels, read_words

CONTROLLED = read_labels("controlled")
OBJECT_CONTROL = read_words("object_control")
SHOWN = frozenset({"say", "read", "show", "state"})  # what a sign may do
CITING = frozenset({"quote", "cite"})
CITED = frozenset({"nsubjpass", "dobj"})
DEEPEST = 6  # heads to climb for the subject of a participle
REACH = 12  # tokens to look through for a speaker that the tree does not give


def find_subject(verb: Token) -> Token | None:
    """The noun that does the saying: subject, agent of a passive, antecedent of "who", controller
    of a participle.

    None for a passive without an agent ("was asked", "it was announced"); "was quoted as saying"
    has its subject.
    """
    start = verb = find_twin(verb) or verb
    for _ in range(DEEPEST):
        noun = _find_near_subject(verb, is_start=verb.i == start.i)
        if (
            noun is not None
            or (verb.i == start.i and _is_passive(verb))
            or verb.dep_ not in CONTROLLED
            or verb.head.i == verb.i
        ):
            return _find_teller(noun) if noun is not None and _is_told(noun, start) else noun
        verb = verb.head
    return None


def _is_told(noun: Token, verb: Token) -> bool:
    """Whether those whom a relative clause is about are told something themselves, by a verb in it
    whose object they are: "won over farmers who came to him by telling them that".
    """
    if noun.tag_ != "NNS" or not any(child.lower_ == "who" for child in noun.subtree):
        return False
    is_to_them = any(child.lower_ == "them" and child.dep_ in OBJECTS for child in verb.rights)
    others = any(token.tag_ in {"NNS", "NNPS"} for token in verb.doc[noun.i + 1 : verb.i])
    return is_to_them and verb.tag_ == "VBG" and not others


def _find_teller(told: Token) -> Token | None:
    """Who does something to those who are told: the subject of the verb above them."""
    above = told.head
    while above.dep_ in {"prep", "pobj"}:
        above = above.head
    return find_own_subject(above)


def _find_near_subject(verb: Token, is_start: bool) -> Token | None:
    """The subject that the verb has by itself: agent, subject, the noun it hangs on, the object
    that "asked to" controls.
    """
    if (agent := _agent(verb)) is not None or (is_start and _is_passive(verb)):
        return agent
    bearer = _find_bearer(verb) if is_start else None
    return (
        bearer
        or _find_cited(verb)
        or _find_grammatical(verb)
        or _find_borne(verb, is_start=is_start)
        or _find_goer(verb)
    )


def _find_cited(verb: Token) -> Token | None:
    """Berg of "Lind quoted Berg as saying" and of "Berg was quoted by Lind as saying"."""
    link = verb.head
    if verb.dep_ != "pcomp" or link.lower_ != "as" or link.head.lemma_ not in CITING:
        return None
    return next((child for child in link.head.children if child.dep_ in CITED), None)


def _find_goer(verb: Token) -> Token | None:
    """Who "went so far as to" say something."""
    words = {child.lower_ for child in verb.lefts}
    if verb.dep_ != "advcl" or not {"as", "to"} <= words:
        return None
    going = verb.head if verb.head.lemma_ == "go" else verb.head.head
    return find_own_subject(going) if going.lemma_ == "go" else None


def _find_grammatical(verb: Token) -> Token | None:
    """The subject of a verb, or of the relative clause that it belongs to."""
    subject = find_own_subject(verb)
    return _find_whose(verb) if subject is None else find_antecedent(subject, verb)


def _find_borne(verb: Token, *, is_start: bool) -> Token | None:
    """The noun that a participle, a relative clause or an infinitive hangs on."""
    if verb.dep_ == "acl" and _is_chained(verb, {child.dep_ for child in verb.children}):
        return find_own_subject(verb.head.head)
    if verb.dep_ in {"acl", "relcl"}:
        return _find_doer(verb) if is_start and _is_of_thing(verb) else _issuer(verb.head)
    return _object_of(verb.head) if verb.dep_ == "xcomp" else None


def _find_whose(verb: Token) -> Token | None:
    """The subject of a relative clause that the tree has torn apart: "Lind, whose spokesman, it
    should be noted, tried to".
    """
    if verb.dep_ != "conj" or verb.head.i >= verb.i:
        return None
    between = verb.doc[max(verb.head.i, verb.i - REACH) : verb.i]
    whose = next((token for token in between if token.tag_ == "WP$"), None)
    return whose.head if whose is not None and whose.head.dep_ == "appos" else None


def _follows_name(verb: Token) -> bool:
    """ "A video of Berg saying ..."; no year ("500 BC")."""
    if verb.i == 0 or verb.nbor(-1).pos_ not in {"PROPN", "PRON"}:
        return False
    return verb.nbor(-1).ent_type_ != "DATE" and not (verb.i > 1 and verb.nbor(-2).like_num)


def _find_bearer(verb: Token) -> Token | None:
    """Who a participle right behind a name is of; behind a place that only tells where, or behind
    whom something is sent to, what is there or sent ("his ad in Orrin describing", "sent a letter
    to Berg demanding").
    """
    if verb.tag_ != "VBG" or not _follows_name(verb):
        return None
    name = verb.nbor(-1)
    is_aim = name.dep_ == "pobj" and name.head.lower_ == "to"
    if not is_aim and (name.ent_type_ not in PLACES or name.dep_ != "pobj"):
        return name
    bearer = _find_borne_thing(name.head.head)
    return name if bearer is None and not is_aim else bearer


def _find_borne_thing(bearer: Token) -> Token | None:
    """Who issues the thing that a preposition hangs on, or the object of its verb."""
    if bearer.pos_ in NOMINAL:
        return _issuer(bearer)
    found = next((child for child in bearer.rights if child.dep_ == "dobj"), None)
    return None if found is None else _issuer(found)


def _is_of_thing(verb: Token) -> bool:
    """Whether a participle that only people do hangs on a thing: "because there is the light,
    insisting"; a sign may say, read and show something.
    """
    is_mute = name_head(verb.head) == "thing" and verb.head.pos_ == "NOUN"
    return verb.tag_ == "VBG" and is_mute and verb.lemma_ not in SHOWN


def _find_doer(participle: Token) -> Token | None:
    """The person or body that a sentence is about, for a participle in it."""
    subject = find_own_subject(participle.sent.root)
    return None if subject is None or name_head(subject) == "thing" else subject


def _issuer(noun: Token) -> Token | None:
    """Who issues a statement or letter that says something, where the sentence tells; else the noun
    itself.
    """
    is_written = (name_medium(noun) or MEDIA.get(noun.lemma_)) in WRITTEN
    if noun.dep_ == "dobj" and is_written:
        writers = (child for child in noun.head.children if child.dep_ in ACTIVE)
        return next((find_antecedent(writer, noun.head) for writer in writers), noun)
    return noun


def _object_of(verb: Token) -> Token | None:
    if verb.lemma_ not in OBJECT_CONTROL:
        return None
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)


def _is_passive(verb: Token) -> bool:
    children = {child.dep_ for child in verb.children}
    if verb.dep_ == "acl" and _is_chained(verb, children):
        return False
    return bool(children & {"nsubjpass", "auxpass"}) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and "aux" not in children
    )


def _is_chained(verb: Token, children: set[str]) -> bool:
    """Whether a verb behind a comma that the tree hangs on an object is the next that the subject
    does: "backed coal, called it a gift".
    """
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.head.dep_ != "dobj":
        return False
    return bool(children & {"oprd", "dobj"})


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return (
        next((child for child in by.children if child.dep_ == "pobj"), None)
        if by is not None
        else None
    )
