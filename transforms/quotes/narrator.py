"""A word inside a report, outside quotations -> whether the writer speaks himself from there on:
", referring to the ferry", "- a point that clerks dispute", "“...” on Monday", "“...” before
claiming that".
"""

from collections.abc import Iterator

from transforms.grammar.cues import find_cue, find_verb_cue
from transforms.grammar.media import MEDIA
from transforms.grammar.passage import Passage
from transforms.grammar.reporter import find_reporter
from transforms.grammar.roles import CLOSING, FINITE, SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.words import SPOKEN
from transforms.world.calendar import find_weekday

REFERRING = frozenset({"refer", "allude", "reference"})
POINTS = frozenset({"point", "prospect", "something", "fact"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
PLAIN = "neutral"  # class of the cues that only tell that somebody speaks
THEN = frozenset({"before", "while"})
CONCEDING = frozenset({"although", "though"})
SHARES = frozenset({"percent", "%", "number", "share"})
COMPARED = frozenset({"compared", "double"})
FEW = 4  # words between a quotation and what its speaker did then


def find_writers_first(passage: Passage, verb: Token, child: Token, token: Token) -> int | None:
    """The first token of what the writer adds to what a verb reports in its child, where a word
    opens it.
    """
    turns = _is_point(token) or reports_too(verb, child, token)
    if turns or _goes_on_to_quote(passage, token):
        return token.left_edge.i
    is_added = refers(token) or _compares_shares(verb, token) or _is_answered(token)
    is_aside = _is_when(passage, token) or _judges(passage, child, token)
    if is_added or is_aside or _leaves_open(token):
        return token.i
    return None


def _follows_break(token: Token) -> bool:
    """Whether a comma or a dash stands before a word, or the mark that closes a quotation."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return before.text == "," or before.text in DASHES or before.text in CLOSING


def refers(participle: Token) -> bool:
    """Whether a participle behind a comma or a quotation tells what is meant: ", referring to the
    ferry".
    """
    is_deed = participle.tag_ == "VBG" and participle.lemma_ in REFERRING
    return is_deed and participle.dep_ != "ROOT" and _follows_break(participle)


def _is_point(noun: Token) -> bool:
    """ ", a point that clerks dispute", "— something his lawyers deny": what others say of what was
    said; ", an acknowledgment that critics seized on".
    """
    first = noun.left_edge
    is_named = noun.lower_ == "something" or first.lower_ in {"a", "an"}
    if not is_named or noun.pos_ not in {"NOUN", "PRON"} or not _follows_break(first):
        return False
    clauses = list(_list_clauses(noun))
    if noun.lemma_.lower() in POINTS:
        return any(map(_is_others_word, clauses))
    return find_cue(noun) is not None and any(map(_is_others, clauses))


def _list_clauses(noun: Token) -> Iterator[Token]:
    """The verbs of the clauses that tell more of a noun, and those that they hang on."""
    for child in noun.rights:
        if child.dep_ in {"relcl", "acl"}:
            yield from (child, *(part for part in child.children if part.dep_ == "ccomp"))


def _is_others(verb: Token) -> bool:
    """Whether a verb has somebody named for its subject."""
    return any(part.dep_ in SUBJECTS and part.pos_ in {"NOUN", "PROPN"} for part in verb.lefts)


def _is_others_word(verb: Token) -> bool:
    cue = find_verb_cue(verb)
    return _is_others(verb) and cue is not None and cue.cue_class in SPOKEN - {PLAIN}


def _goes_on_to_quote(passage: Passage, verb: Token) -> bool:
    """ "Said it was too early but added, “...”": the second verb has the speaker of the first."""
    if verb.i + 2 >= len(verb.doc) or verb.nbor().text not in ",:":
        return False
    return passage.stretch_of(verb.nbor(2)) is not None and find_reporter(verb) is not None


def reports_too(verb: Token, child: Token, other: Token) -> bool:
    """Whether a second verb of speech hangs on the first behind its clause: "said that it was out
    but added".
    """
    is_joined = other.dep_ == "conj" and other.head.i == verb.i and other.tag_ == verb.tag_
    return is_joined and child.dep_ == "ccomp" and find_verb_cue(other) is not None


def _compares_shares(verb: Token, token: Token) -> bool:
    """Whether a share of those who were asked is set beside the share that speaks: "40 percent said
    it was, compared with 30 percent", ", about the same number who said no".
    """
    if not _is_of_share(verb) or not _follows_break(token):
        return False
    if token.lower_ in COMPARED or (token.lower_ == "while" and _is_of_share(token.head)):
        return True
    behind = token.doc[token.i : token.i + FEW]
    return any(word.lower_ == "number" and _is_of_speakers(word) for word in behind)


def _is_of_share(verb: Token) -> bool:
    subjects = (part for part in verb.lefts if part.dep_ in SUBJECTS)
    return any(part.lower_ in SHARES or part.pos_ == "NUM" for part in subjects)


def _is_of_speakers(noun: Token) -> bool:
    """ "The same number who said it was fair"."""
    return any(part.dep_ == "relcl" and find_verb_cue(part) for part in noun.rights)


def _is_answered(word: Token) -> bool:
    """ ", to which Lind replied: “They did not.”"."""
    if word.lower_ != "to" or not _follows_break(word) or word.i + 1 >= len(word.doc):
        return False
    cue = find_verb_cue(word.head) if word.nbor().lower_ == "which" else None
    return cue is not None and cue.cue_class in SPOKEN


def _is_when(passage: Passage, word: Token) -> bool:
    """Whether a word behind a quotation tells the day or the network that it was said on, or what
    else was said then.
    """
    if word.lower_ == "on":
        return _is_behind(passage, word, 1) and _is_time_or_network(word)
    if word.lower_ not in THEN or not _is_behind(passage, word, FEW):
        return False
    said = word.nbor() if word.i + 1 < len(word.doc) else word
    cue = find_verb_cue(said) if said.tag_ == "VBG" else None
    is_inner = any(map(_speaks, (said.head, word.head)))
    return cue is not None and cue.cue_class in SPOKEN and not is_inner


def _judges(passage: Passage, child: Token, dash: Token) -> bool:
    """Whether a dash behind what somebody calls something opens a word of the writer's, to the end
    of the sentence: called it “a gift” — a rare word from her.
    """
    if dash.text not in DASHES or child.dep_ == "ccomp" or not _is_behind(passage, dash, 1):
        return False
    rest = dash.doc[dash.i + 1 : dash.sent.end]
    return not any(_is_told(passage, token) for token in rest)


def _is_told(passage: Passage, token: Token) -> bool:
    return token.tag_ in FINITE or token.text in DASHES or passage.stretch_of(token) is not None


def _is_behind(passage: Passage, word: Token, most: int) -> bool:
    """Whether a quotation has ended a few words before a word."""
    before = word.doc[max(0, word.i - most - 1) : word.i]
    words = [token for token in before if not token.is_space][-most:]
    stretches = (passage.stretch_of(token) for token in words)
    return any(one is not None and not passage.is_title(one) for one in stretches)


def _is_time_or_network(word: Token) -> bool:
    """ "On Monday", "on his Facebook page", at the end of a sentence or of a clause."""
    nouns = [child for child in word.rights if child.dep_ == "pobj"]
    if not nouns or nouns[0].right_edge.i + 1 >= len(word.doc):
        return False
    noun, behind = nouns[0], nouns[0].right_edge.nbor()
    is_last = behind.is_punct or behind.lower_ in THEN
    is_day = find_weekday(noun.text, "en") is not None
    return is_last and (is_day or any(map(_is_network, noun.doc[noun.left_edge.i : noun.i + 1])))


def _is_network(word: Token) -> bool:
    return MEDIA.get(word.lower_) == "social"


def _leaves_open(link: Token) -> bool:
    """ ", though he did not say when"."""
    deed = link.head
    if link.lower_ not in CONCEDING or deed.dep_ != "advcl" or not _follows_break(link):
        return False
    is_denied = any(part.dep_ == "neg" for part in deed.lefts)
    return is_denied and _speaks(deed)


def _speaks(verb: Token) -> bool:
    cue = find_verb_cue(verb)
    return cue is not None and cue.cue_class == PLAIN
