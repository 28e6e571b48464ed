"""The role phrases of an article in, relations out: who is what, of which organisation or country, since when."""

import re
from collections.abc import Iterable
from datetime import date

from transforms.entities.cast import Cast
from transforms.entities.roles import RolePhrase
from transforms.entities.terrain import Terrain
from transforms.keys import make_key
from transforms.records import Relation

TERM = re.compile(
    r"[^.;\n]{0,40}?\b(?:from|between)\s+(?P<from>[12]\d{3})\s+(?:to|until|and)\s+(?P<to>[12]\d{3})\b"
)  # "mayor from 2001 to 2009"
SINCE = re.compile(r"[^.;\n]{0,40}?\bsince\s+(?P<from>[12]\d{3})\b")  # "mayor of the town since 2014"
AFTER = 12  # words after a role in which its years are looked for
UNTIL = re.compile(r"[^.;\n]{0,40}?\buntil\s+(?P<to>[12]\d{3})\b")  # "mayor until 2014"


def find_relations(article_id: str, phrases: Iterable[RolePhrase], cast: Cast, terrain: Terrain) -> tuple[Relation, ...]:
    """One relation for each phrase that the grammar ties to a person, in order."""
    return tuple(_make_relation(article_id, phrase, cast, terrain) for phrase in phrases if phrase.person)


def _make_relation(article_id: str, phrase: RolePhrase, cast: Cast, terrain: Terrain) -> Relation:
    assert phrase.person
    paragraph = terrain.pieces[phrase.piece]
    subject = cast.group_of[phrase.person].referent_id
    held_in = cast.group_of[phrase.of[0]].referent_id if phrase.of else None
    start, end = paragraph.start_of(phrase.span), paragraph.end_of(phrase.span)
    date_from, date_to = read_term(paragraph.doc[phrase.span.end : phrase.span.end + AFTER].text)
    return Relation(
        relation_id=make_key("relation", article_id, subject, phrase.role, paragraph.in_title, start, end),
        article_id=article_id,
        subject_referent_id=subject,
        role=phrase.role,
        object_referent_id=held_in,
        in_title=paragraph.in_title,
        char_start=start,
        char_end=end,
        date_from=date_from,
        date_to=date_to,
    )


def read_term(after: str) -> tuple[date | None, date | None]:
    """First and last day of a role, from the years that the words after it state; None where they state none."""
    found = TERM.match(after) or SINCE.match(after) or UNTIL.match(after)
    years = found.groupdict() if found else {}
    first, last = years.get("from"), years.get("to")
    return date(int(first), 1, 1) if first else None, date(int(last), 12, 31) if last else None
