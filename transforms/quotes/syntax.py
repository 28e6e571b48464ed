"""Questions to the dependency tree: who is the subject of a verb, which words make up a noun phrase or a clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.quotes.passage import Passage, Range

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
CONTROLLED = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "aux", "ccomp", "dep", "parataxis"})
OBJECT_CONTROL = frozenset({"ask", "urge", "call", "tell", "force", "lead", "hear", "see", "quote"})
LOOSE = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "punct", "cc", "conj", "dep", "advmod", "npadvmod", "appos"})
LONGEST_PHRASE = 40  # tokens
DEEPEST = 6  # heads to climb for the subject of a participle


def find_subject(verb: Token) -> Token | None:
    """The noun that does the saying: subject, agent of a passive, antecedent of "who", controller of a participle."""
    for _ in range(DEEPEST):
        if (agent := _agent(verb)) is not None:
            return agent
        if subject := next((child for child in verb.children if child.dep_ in SUBJECTS), None):
            return _antecedent(subject, verb)
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ == "xcomp" and (controller := _object_of(verb.head)) is not None:
            return controller
        if verb.dep_ not in CONTROLLED or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _antecedent(subject: Token, verb: Token) -> Token:
    return verb.head if verb.dep_ == "relcl" and subject.lower_ in RELATIVE_PRONOUNS else subject


def _object_of(verb: Token) -> Token | None:
    if verb.lemma_ not in OBJECT_CONTROL:
        return None
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)


def noun_phrase(noun: Token, passage: Passage) -> Range:
    """Characters of the phrase that a noun heads, cut where a loose addition, or a quotation that is no nickname, begins."""
    first, last = noun.left_edge.i, noun.i
    for child in noun.rights:
        if (child.dep_ in LOOSE and not _belongs(child, noun)) or child.right_edge.i - first > LONGEST_PHRASE:
            break
        last = child.right_edge.i
    first = max([first, *(token.i + 1 for token in noun.doc[first : noun.i] if _bars(token, noun, passage))])
    return passage.characters(first, last)


def _belongs(child: Token, noun: Token) -> bool:
    """An apposition that names the one meant ("the minister, Anna Berg,") and a further speaker ("Berg and Lind")."""
    if child.dep_ in {"punct", "cc"}:
        return any(later.i > child.i and later.dep_ in {"appos", "conj"} and _belongs(later, noun) for later in noun.rights)
    named = child.dep_ == "appos" and child.pos_ == "PROPN" and noun.pos_ != "PROPN"
    return named or (child.dep_ == "conj" and child.pos_ in {"PROPN", "NOUN", "PRON"})


def _bars(token: Token, noun: Token, passage: Passage) -> bool:
    return passage.stretch_of(token) != passage.stretch_of(noun) or token.text in {":", ";"}


def clause_tokens(verb: Token, without: frozenset[int] = frozenset()) -> Iterator[Token]:
    """The verb and all that hangs on it, less the children whose index is in `without`."""
    yield verb
    for child in verb.children:
        if child.i not in without:
            yield from child.subtree
