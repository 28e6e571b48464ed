"""Questions to the dependency tree: who is the subject of a verb, which words make up a noun
phrase, where a clause ends.
"""

from itertools import takewhile

from transforms.grammar.animate import name_head
from transforms.grammar.asked import is_asked_for
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.media import MEDIA, WRITTEN, name_medium
from transforms.grammar.passage import Passage, Range
from transforms.grammar.tokens import Doc, Token
from transforms.world.lexicon import PERSON_NOUNS, TITLES
from transforms.world.words import read_labels, read_words

ACTIVE, PASSIVE = frozenset({"nsubj", "csubj"}), frozenset({"nsubjpass"})
SUBJECTS = ACTIVE | PASSIVE | {"expl"}
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
CONTROLLED = read_labels("controlled")
OBJECT_CONTROL = read_words("object_control")
LOOSE = read_labels("loose")
ADDED = frozenset({"VBN", "VBG", "WP", "WDT"})  # tags of the words that add behind a comma
# a name beside its office; the tree takes some for adverbs
BESIDE = frozenset({"appos", "npadvmod"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
UTTERANCES = read_words("utterances")
DURING = frozenset({"on", "in", "over", "during"})
ABOUT = frozenset({"about", "on", "over"})
MADE_BY = frozenset({"by", "from"})
FIGURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})  # entities that never speak
PLACES = frozenset({"GPE", "LOC", "FAC"})
BODIES = PLACES | {"ORG"}
HEARING = read_words("hearing_bodies")
ORDERING = read_words("ordering_verbs")
SHOWN = frozenset({"say", "read", "show", "state"})  # what a sign may do
OBJECTS = frozenset({"dobj", "dative"})
HIM_OR_HER = frozenset({"him", "her", "them"})
LONGEST_PHRASE = 40  # tokens
SAY = "say"  # of whose objects none is a noun with another before it
TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
# classes of cues that need no word
UNSAID = frozenset({"agreement", "belief", "intention", "support"})
DEEPEST = 6  # heads to climb for the subject of a participle
REACH = 12  # tokens to look through for a speaker beside the cue
CLOSING = frozenset({"”", '"', "''", "»", "“", "’", "'"})
STOPS = frozenset({".", "?", "!", ":", ";"})
ENDS = STOPS | {","}
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
    subject = _find_of_headline(cue, passage) or find_subject(cue)
    is_quoted = subject is not None and passage.stretch_of(subject) is not None
    if is_quoted or (subject is None and find_verb_cue(cue) is None):
        subject = find_beside(cue, passage)
    return subject or _find_name_before(cue, passage) or _find_name_behind(cue, passage)


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


def is_ordered(verb: Token) -> bool:
    """Whether the subject of a verb is told to do something: "GP staff urged to travel in groups"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in ORDERING:
        return False
    behind = next(iter(verb.rights), None)
    return behind is not None and behind.dep_ == "xcomp" and behind.left_edge.lower_ == "to"


def only_hears(verb: Token) -> bool:
    """Whether the subject of a verb is only told: "..., court told", "the inquest heard"."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ not in HEARING:
        return False
    is_told = not any(child.dep_ in {"dobj", "dative"} for child in verb.rights)
    return verb.lower_ in {"heard", "hears"} or (verb.lower_ == "told" and is_told)


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
    if verb.tag_ not in {"VBD", "VBZ"} or _word_before(verb) not in CLOSING:
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


def _follows_noun_and_comma(verb: Token) -> bool:
    if verb.tag_ not in {"VBD", "VBN"} or verb.i < 2:
        return False
    return verb.nbor(-1).text == "," and verb.nbor(-2).pos_ in NOMINAL


def is_asked_aside(verb: Token) -> bool:
    """Whether a verb is a participle that interrupts what its noun does: "The minister, asked
    whether he would resign, shook his head".
    """
    if not _follows_noun_and_comma(verb):
        return False
    subject = next((child for child in verb.lefts if child.dep_ in ACTIVE), None)
    if subject is not None and subject.i != verb.i - 2:
        return False
    later = verb.doc[verb.i + 1 : verb.sent.end]
    return any(
        token.tag_ in {"VBD", "VBZ", "MD"}
        and token.nbor(-1).text == ","
        and not _has_subject(token)
        for token in later
    )


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def is_person(noun: Token) -> bool:
    """A name of a person, "she" or "he", or a noun that has one beside it ("her nephew Lars")."""
    named = noun.ent_type_ == "PERSON" or noun.lower_ in {"he", "she"}
    return named or any(
        child.dep_ in {"appos", "compound"} and child.ent_type_ == "PERSON"
        for child in noun.children
    )


def find_utterer(noun: Token) -> Token:
    """Whose words a noun names: Berg of "Berg's remarks", the Kremlin of "a statement by the
    Kremlin"; else the noun itself.
    """
    return find_owner(noun, MADE_BY) or noun


def find_owner(noun: Token, links: frozenset[str] = MADE_BY | {"of"}) -> Token | None:
    """Whose words a noun names, None where it names no words or nobody; links: the prepositions
    behind which he may stand.
    """
    if noun.lemma_.lower() not in UTTERANCES:
        return None
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += [
        source
        for child in noun.rights
        if child.lower_ in links
        for source in child.rights
        if source.dep_ == "pobj"
    ]
    return next((owner for owner in owners if owner.pos_ in NOMINAL), None)


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


def find_twin(verb: Token) -> Token | None:
    """The participle that reports, which another goes on with though the tree hangs it on a verb in
    between: "saying he was ashamed of those who ruled and calling them cowards".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or verb.head.tag_ not in TENSED:
        return None
    above = (token for token in verb.ancestors if token.tag_ == "VBG" and token.i < verb.i)
    return next((token for token in above if find_verb_cue(token) is not None), None)


def _find_near_subject(verb: Token, is_start: bool) -> Token | None:
    """The subject that the verb has by itself: agent, subject, the noun it hangs on, the object
    that "asked to" controls.
    """
    if (agent := _agent(verb)) is not None or (is_start and _is_passive(verb)):
        return agent
    bearer = _find_bearer(verb) if is_start else None
    return (
        bearer
        or _find_grammatical(verb)
        or _find_borne(verb, is_start=is_start)
        or _find_goer(verb)
    )


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
    return min(subjects, key=lambda subject: abs(subject.i - verb.i), default=None)


def _keep_side(verb: Token, subjects: list[Token]) -> list[Token]:
    """Those of several subjects that stand on the side of the verb where its own must be."""
    subjects = [subject for subject in subjects if not is_mistaken_clause(subject)]
    if _word_before(verb) in CLOSING:
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
    return is_named and any(other.i < before.i <= other.right_edge.i for other in subjects)


def _list_subjects(verb: Token) -> list[Token]:
    """What the tree has for subjects; behind a closing mark an object may be one: "...?" asked
    Berg.
    """
    subjects = [child for child in verb.children if _is_subject(child)]
    if subjects or is_torn_off(verb):
        return subjects or [verb.nbor(-1)]
    if (joined := _find_joined(verb)) is not None:
        return [joined]
    is_marked = _word_before(verb) in CLOSING
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
    is_behind = _word_before(verb) == "," and verb.tag_ in {"VBZ", "VBD"}
    is_led = verb.dep_ == "dep" or any(child.dep_ == "ccomp" for child in verb.lefts)
    return is_last and is_behind and is_led


def _is_subject(child: Token) -> bool:
    return child.dep_ in ACTIVE | PASSIVE and not _is_bare_verb(child)


def _word_before(token: Token) -> str:
    """The token before, spaces left out."""
    while token.i > 0 and token.nbor(-1).is_space:
        token = token.nbor(-1)
    return token.nbor(-1).text if token.i > 0 else ""


def _is_bare_verb(subject: Token) -> bool:
    """ "Asked whether ..., Berg replied": a participle that the tree takes for the subject."""
    return subject.dep_ == "csubj" and subject.left_edge.i == subject.i


def find_reporter(verb: Token) -> Token | None:
    """The verb before "and" that a reporting verb really goes with: the one whose clause the tree
    has put it into.

    Both report, in the same tense, and the second has no subject of its own: "said he was ready and
    warned that ...".
    """
    if find_verb_cue(verb) is None or any(child.dep_ in ACTIVE for child in verb.children):
        return None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _follows_comma(verb):
        return _find_outer(verb.head)
    if verb.dep_ != "conj":
        return None
    clause = verb
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    outer = clause.head
    return (
        outer
        if clause.dep_ == "ccomp"
        and not _acts_itself(clause)
        and not _does_to_same(clause, verb)
        and not clause.tag_ == verb.tag_ == "VB"
        and outer.i < clause.i
        and _is_of_one_time(outer, verb)
        and find_verb_cue(outer) is not None
        else None
    )


def _is_of_one_time(outer: Token, verb: Token) -> bool:
    """Whether two verbs may have one subject: in one tense, or "would not confirm ... and said"."""
    is_denied = outer.tag_ == "VB" and any(child.dep_ == "neg" for child in outer.lefts)
    return outer.tag_ == verb.tag_ or (is_denied and verb.tag_ in TENSED)


def _acts_itself(clause: Token) -> bool:
    """Whether people of a clause do something, and may go on: "said that its researchers examined
    the ship and concluded that".
    """
    subjects = (child for child in clause.lefts if child.dep_ in ACTIVE)
    is_of_people = any(child.tag_ == "NNS" and name_head(child) == "person" for child in subjects)
    return is_of_people and clause.pos_ == "VERB"


def _does_to_same(clause: Token, verb: Token) -> bool:
    """Whether two verbs have one pronoun for their object: "that Lind called him and told him"."""
    objects = (
        {child.lower_ for child in one.rights if child.dep_ in OBJECTS} for one in (clause, verb)
    )
    first, second = objects
    return bool(first & second & HIM_OR_HER)


def _follows_comma(verb: Token) -> bool:
    """Whether a comma stands before a verb, or before the mark that closes a quotation there."""
    before = [token.text for token in verb.doc[max(0, verb.i - 2) : verb.i]]
    return bool(before) and (before[-1] == "," or (before[0] == "," and before[-1] in CLOSING))


def _find_outer(clause: Token) -> Token | None:
    """The verb that reports the clause into which the tree has put ", adding that ...": "Lind said
    the port was closed, adding that".
    """
    while clause.head.dep_ == "ccomp" and is_asked_for(clause.head):
        clause = clause.head
    outer = clause.head
    is_reported = clause.dep_ == "ccomp" and outer.i < clause.i and find_verb_cue(outer) is not None
    return outer if is_reported and not _speaks_itself(clause) else None


def _speaks_itself(clause: Token) -> bool:
    """Whether somebody speaks in a clause, who may go on: not where he only agrees to something
    ("had accepted the gift"), and not in what is demanded.
    """
    cue = find_verb_cue(clause)
    return cue is not None and cue.cue_class not in UNSAID and not is_asked_for(clause)


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


def find_antecedent(subject: Token, verb: Token) -> Token:
    """Whom "who", "which" or "that" means as the subject of a relative clause; else the subject
    itself.
    """
    if verb.dep_ != "relcl" or subject.lower_ not in RELATIVE_PRONOUNS:
        return subject
    nearest: Token = subject.nbor(-1) if subject.i else subject
    if subject.lower_ == "who":
        return _find_somebody(verb.head)
    about = verb.head.head
    words = about.head if verb.head.dep_ == "pobj" and about.lower_ in ABOUT else verb.head
    named = (noun for noun in (nearest, words) if _is_words(noun))
    return next(named, verb.head)


def _is_words(noun: Token) -> bool:
    """Whether a noun is a writing or an utterance: "a report on the bank, which said"."""
    return name_medium(noun) in WRITTEN or noun.lemma_.lower() in UTTERANCES


def _find_somebody(noun: Token) -> Token:
    """The one that "who" means: of "an official from the mosque" the official, of "Lind, a surgeon
    at the hospital" Lind; no body and no place.
    """
    if noun.dep_ == "pobj" and noun.ent_type_ in BODIES:
        return _find_member(noun)
    above = noun.head.nbor(-1) if noun.dep_ == "pobj" and noun.head.i else noun
    is_other = above.lower_ in PERSON_NOUNS and noun.lower_ not in PERSON_NOUNS
    return above if is_other and not noun.ent_type_ and noun.tag_ == "NN" else noun


def _find_member(body: Token) -> Token:
    """The person of a body or a place behind a preposition; else the body itself."""
    member = body.head.head
    member = member.head if member.dep_ == "appos" else member
    return member if is_person(member) or member.lower_ in PERSON_NOUNS else body


def _object_of(verb: Token) -> Token | None:
    if verb.lemma_ not in OBJECT_CONTROL:
        return None
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)


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


def _last_of_phrase(noun: Token, farthest: int) -> int:
    """The last word of what hangs on a noun closely."""
    last = noun.i
    for child in noun.rights:
        if child.dep_ == "case":
            continue
        is_loose = child.dep_ in LOOSE and not _belongs(child, noun)
        is_loose = is_loose or _dates(child)
        if is_loose or child.right_edge.i > farthest:
            break
        last = child.right_edge.i
    return last


def _dates(preposition: Token) -> bool:
    """Whether what hangs on a noun tells when its verb happened: "Corvane on Monday said"."""
    days = (child for child in preposition.rights if child.dep_ == "pobj")
    return preposition.lower_ in DURING and any(day.ent_type_ == "DATE" for day in days)


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
    last = _leave_participle(doc, noun.i, last)
    while last > noun.i and doc[last].text in ",-–—":
        last -= 1
    while first < noun.i and (doc[first].tag_ == "WP$" or doc[first].text in CLOSING):
        first += 1
    return passage.characters(*join_hyphens(noun.doc, first, last))


def _leave_participle(doc: Doc, first: int, last: int) -> int:
    """The last word of a phrase before what a comma and a participle or "who" add to its end: "a
    letter from the ministry, seen by the paper".
    """
    commas = (token.i for token in doc[first:last] if token.text == ",")
    return next((comma - 1 for comma in commas if doc[comma + 1].tag_ in ADDED), last)


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
    """An apposition that names the one meant ("the minister, Anna Berg,") and a further speaker
    ("Berg and Lind").
    """
    if child.dep_ in {"punct", "cc"}:
        return any(
            later.i > child.i and later.dep_ in BESIDE | {"conj"} and _belongs(later, noun)
            for later in noun.rights
        )
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


# where the subject of a verb says nothing
SPOKEN_TO = (is_asked_aside, only_hears, is_ordered)
