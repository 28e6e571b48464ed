"""An expression in a parsed sentence -> where the verb that governs it points: past, present or
future.
"""

from collections.abc import Iterator

from transforms.grammar.tokens import Doc, Token
from transforms.times.rule import Direction
from transforms.world.languages import find_language

CLIMB = 8  # steps up the tree: further away no verb says anything about the expression
WORDS = find_language("en").times


def find_direction(doc: Doc, start: int, end: int) -> Direction | None:
    """`start`, `end`: offsets of the expression in the text of `doc`. Method: the nearest verb
    above it in the dependency tree.
    """
    span = doc.span_over(start, end)
    if not span:
        return None
    for token in climb(span.root):
        if token.lower_ in WORDS.to_ahead and token.dep_ == "prep":
            return "future" if not is_past(token.head) else "past"
        if token.lower_ == "since":
            return "past"
        if token.lemma_ in ("due", "scheduled", "slated"):
            return "future"
        if token.pos_ in ("VERB", "AUX"):
            return read_verb(token)
    return None


def climb(token: Token) -> Iterator[Token]:
    """The token and its governors, up to the root."""
    for _ in range(CLIMB):
        yield token
        if token.head is token or token.head == token:
            return
        token = token.head


def list_helpers(verb: Token) -> list[Token]:
    """The auxiliaries of a verb: "has" and "been" of "has been seen"."""
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def read_verb(verb: Token) -> Direction | None:
    helpers = list_helpers(verb)
    if any(helper.lower_ in WORDS.helping_ahead for helper in helpers):
        return "future"
    if any(helper.tag_ == "TO" for helper in helpers):
        return read_infinitive(verb)
    if verb.lemma_ in ("schedule", "slate") and verb.tag_ == "VBN":
        return "future"
    if is_past(verb):
        return "past"
    if verb.lemma_ in WORDS.reports or verb.tag_ not in ("VBZ", "VBP"):
        return None
    return "present"


def read_infinitive(verb: Token) -> Direction | None:
    """ "Minister to visit Paris on Monday", "plans to meet on Friday" point ahead; "gathered to
    protest on Friday" is past.
    """
    if verb.head == verb or verb.head.lemma_ in WORDS.plans or verb.head.pos_ in ("NOUN", "PROPN"):
        return "future"
    return "past" if is_past(verb.head) else None


def is_past(verb: Token) -> bool:
    """ "met", "has met", "was seen", "was meeting"; not "is seen"."""
    if verb.tag_ == "VBD":
        return True
    helpers = list_helpers(verb)
    if verb.tag_ == "VBG":
        return any(helper.tag_ == "VBD" for helper in helpers)
    return verb.tag_ == "VBN" and not any(
        helper.tag_ in ("VBZ", "VBP") and helper.lemma_ == "be" for helper in helpers
    )
