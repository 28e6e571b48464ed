"""A named span in, how it names out: by name or acronym, as a demonym, or as a metonym (a capital
or seat of government that acts).
"""

from transforms.entities.naming.kinds import is_acronym
from transforms.grammar.tokens import Span
from transforms.records import EntityKind, MentionKind
from transforms.world.countries import CAPITALS, DEMONYMS, SEATS
from transforms.world.words import read_labels

JOINED = 3  # names in a row that are followed back to the verb
ACTING = read_labels("acting")


def tell_mention_kind(span: Span, kind: EntityKind) -> MentionKind:
    """`name` unless the table or the letters say otherwise; a capital is a metonym where it acts
    ("Moscow says"), not where it lies.
    """
    form = span.text
    if kind == "place" and form in DEMONYMS:
        return "demonym"
    if (kind == "organisation" and form in SEATS) or (
        kind == "place" and form in CAPITALS and acts(span)
    ):
        return "metonym"
    return "acronym" if kind == "organisation" and is_acronym(form) else "name"


def acts(span: Span) -> bool:
    """Whether the span is a verb's subject or object, or joined to one ("Moscow and Kyiv
    agreed").
    """
    head = span.root
    for _ in range(JOINED):
        if head.dep_ in {"conj", "appos"}:
            head = head.head
    return head.dep_ in ACTING
