"""A verb -> its complements that may hold what it says: clause, infinitive, object, phrase."""

from collections.abc import Iterator
from dataclasses import dataclass

from transforms.grammar.cues import Cue, find_cue
from transforms.grammar.own_subject import is_mistaken_clause
from transforms.grammar.phrase import tells_day
from transforms.grammar.roles import OBJECTS, SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.draft import Construction
from transforms.world.words import read_labels, read_words

QUESTION_WORDS = read_words("question_words")
OPENINGS: dict[str, Construction] = {
    "that": "that",
    **dict.fromkeys(sorted(QUESTION_WORDS), "whether"),
}
RELATIVES = frozenset({"who", "which", "where", "when"})
ASKING = frozenset({"if", "whether", "why", "how"})
AROUND = read_labels("before_clauses")
# what the tree takes the label of "called it a gift" for
LABELS = frozenset({"oprd", "ccomp", "xcomp"})
STRAY = frozenset({"acl", "relcl", "ccomp", "advcl"})  # what the tree takes such a clause for


@dataclass(frozen=True, slots=True)
class Complement:
    """What the verb takes: its content begins with token `first` and ends where `head`'s phrase
    does.
    """

    construction: Construction
    first: int
    head: Token
    introduced_by: str = ""  # the preposition before the content


def find_complements(verb: Token, cue: Cue) -> Iterator[Complement]:
    """Every reading of what stands behind a verb as a complement that its cue takes."""
    for child in verb.rights:
        if not _resumes(child, verb):
            yield from _read_child(child, cue)


def _resumes(clause: Token, verb: Token) -> bool:
    """Whether a clause is the rest of the one right before it, which the tree has parted in two:
    "said it saw no hope after the council refused".
    """
    if any(spells_out(clause, other) for other in verb.rights):
        return True
    if clause.dep_ != "ccomp" or any(part.dep_ in SUBJECTS for part in clause.lefts):
        return False
    before = clause.left_edge.i - 1
    return any(other.dep_ == "ccomp" and other.right_edge.i == before for other in verb.rights)


def spells_out(clause: Token, before: Token) -> bool:
    """Whether a clause with "that" tells behind a colon what the one before it speaks of: "said it
    is time for a truth: that it is lost".
    """
    opening = clause.left_edge
    if not clause.dep_ == before.dep_ == "ccomp" or opening.lower_ != "that":
        return False
    return opening.i == before.right_edge.i + 2 and opening.nbor(-1).text == ":"


def _read_child(child: Token, cue: Cue) -> Iterator[Complement]:
    """Each reading of a child of the verb that the cue takes."""
    clause = _name_clause(child, cue)
    if clause is not None and cue.takes(clause):
        yield Complement(clause, child.left_edge.i, child)
    strays = [_make_stray(stray) for stray in _stated_in(child, cue)]
    if is_mistaken_clause(child):
        yield Complement("bare", child.left_edge.i, child)
    elif not strays and _is_object(child, cue):
        yield Complement("object", child.left_edge.i, child)
    yield from _read_phrases(child, cue)
    yield from strays
    if clause != "to" and _is_label(child, cue):
        yield Complement("as", child.left_edge.i, child)


def _is_label(child: Token, cue: Cue) -> bool:
    """Whether a child is what the verb calls something: "called it a gift"."""
    return cue.takes("as") and (child.dep_ in LABELS or _is_second_object(child, cue))


def _is_second_object(child: Token, cue: Cue) -> bool:
    """Whether a verb that takes no object alone has two, right behind each other: "labelled it a
    gift".
    """
    if child.dep_ != "dobj" or cue.takes("object"):
        return False
    before = child.doc[: child.left_edge.i]
    words = (token for token in reversed(before) if not token.is_punct)
    first = next(words, None)
    return first is not None and first.dep_ == "dobj" and first.head.i == child.head.i


def _is_object(child: Token, cue: Cue) -> bool:
    """Whether a child is an object that is said; the last of a list stands for all."""
    if child.dep_ != "dobj" or not cue.takes("object"):
        return False
    return not (_is_labelled(child, cue) or _is_listed(child))


def _is_listed(child: Token) -> bool:
    """Whether another object follows behind a comma, so that the last of them stands for all."""
    return any(follows_in_list(child, other) for other in child.head.rights)


def follows_in_list(before: Token, child: Token) -> bool:
    """Whether a noun is the next object in a list: "blamed the rain, the drains, and the council"."""
    if not before.dep_ == child.dep_ == "dobj" or before.i >= child.i:
        return False
    return before.doc[before.right_edge.i + 1 : child.left_edge.i].text == ","


def _is_labelled(child: Token, cue: Cue) -> bool:
    """Whether an object is what "as" calls something, right behind it: "the plan as a gift"."""
    behind = child.right_edge.i + 1
    if not cue.takes("as") or behind >= child.sent.end:
        return False
    label = child.doc[behind]
    return label.lower_ == "as" and label.dep_ == "prep" and label.head.i == child.head.i


def _make_stray(stray: Token) -> Complement:
    return Complement(
        "that" if stray.left_edge.lower_ == "that" else "whether", stray.left_edge.i, stray
    )


def _read_phrases(child: Token, cue: Cue) -> Iterator[Complement]:
    """A child, or what hangs on an object, as the phrase behind a preposition that the cue takes;
    "for" with a clause, too.
    """
    for prep in (child, *_find_behind(child)):
        is_taken = prep.dep_ == "prep" and cue.takes(prep.lower_)
        if is_taken and any(prep.rights) and not tells_day(prep):
            yield Complement(
                "as" if prep.lower_ == "as" else "preposition", prep.i + 1, prep, prep.lower_
            )
    if child.dep_ == "advcl" and child.left_edge.lower_ == "for" and cue.takes("for"):
        yield Complement("preposition", child.left_edge.i + 1, child, "for")


def _find_behind(child: Token) -> list[Token]:
    """The prepositions behind an object: the one that a deed follows ("accused Lund of Norland, the
    minister, and two others of hiding it") before all others.
    """
    if child.dep_ not in OBJECTS:
        return []
    preps = [token for token in child.subtree if token.dep_ == "prep"]
    of_deeds = [prep for prep in preps if any(part.dep_ == "pcomp" for part in prep.rights)]
    return of_deeds or list(child.rights)


def _stated_in(child: Token, cue: Cue) -> Iterator[Token]:
    """The clause that the tree hangs on where or to whom it was said: "said in a letter that it was
    closed", "asked Berg why it was".
    """
    if child.dep_ not in AROUND or not cue.takes("that"):
        return
    for token in child.subtree:
        if token.dep_ in STRAY and _opens_statement(token, cue) and find_cue(token.head) is None:
            yield token


def _opens_statement(clause: Token, cue: Cue) -> bool:
    opening = clause.left_edge
    asks = cue.cue_class == "question" and opening.lower_ in ASKING
    return asks or (opening.lower_ == "that" and (opening.dep_ == "mark" or _is_whole(clause)))


def _is_whole(clause: Token) -> bool:
    """Whether a passive has its subject, so that the "that" before it is none of its objects: "said
    in a letter that the pier was shut".
    """
    has_more = any(
        part.dep_ == "xcomp" for part in clause.rights
    )  # "a law that he was asked to sign"
    subjects = (part for part in clause.lefts if part.dep_ == "nsubjpass")
    return not has_more and any(part.lower_ != "that" for part in subjects)


def _name_clause(child: Token, cue: Cue) -> Construction | None:
    """The construction that a child of the verb makes, None for what is no clause."""
    if child.dep_ == "xcomp" and _has_to(child):
        return "to"
    if child.dep_ == "xcomp" and child.tag_ == "VBG":
        return "gerund"
    opening = child.left_edge.lower_
    if not _is_clause(child, cue, opening) or _goes_on(child, opening):
        return None
    construction = OPENINGS.get(opening, "bare")
    return None if construction == "bare" and _is_small(child) else construction


def _has_to(verb: Token) -> bool:
    return any(part.lower_ == "to" for part in verb.lefts)


def _is_small(clause: Token) -> bool:
    """Whether a clause has no verb: "found it difficult to talk"."""
    return clause.pos_ == "ADJ" and not any(part.pos_ in {"VERB", "AUX"} for part in clause.lefts)


def _is_clause(child: Token, cue: Cue, opening: str) -> bool:
    """Whether the tree takes a child for a clause that is said, or for one that is asked."""
    is_asked = (
        child.dep_ == "advcl" and opening in {"if", "whether"} and cue.cue_class == "question"
    )
    return is_asked or child.dep_ in {"ccomp", "parataxis"}


def _goes_on(child: Token, opening: str) -> bool:
    """Whether the writer goes on in a clause: "said it was closed, which surprised them"."""
    return opening in RELATIVES and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
