"""The role phrases of an article in, relations out: who is what, of which organisation or country,
from when to when.
"""

import re
from collections.abc import Iterable
from datetime import date

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.roles import RolePhrase
from transforms.entities.meaning.terrain import Terrain
from transforms.keys import make_key
from transforms.records import Relation
from transforms.times.resolve import read_hit
from transforms.times.scan import scan

AFTER = 16  # words after a role in which its time is looked for
# " of the town since 3 May 2019"
BEGINNING = re.compile(r"[^.,;\n]{0,40}?(?:,\s)?\b(?P<word>from|since|between|until)\s+")
TO = frozenset({"to", "until", "till", "through", "and"})


def find_relations(
    article_id: str, phrases: Iterable[RolePhrase], cast: Cast, terrain: Terrain
) -> tuple[Relation, ...]:
    """One relation for each phrase that the grammar ties to a person, in order."""
    return tuple(
        _make_relation(article_id, phrase, cast, terrain) for phrase in phrases if phrase.person
    )


def _make_relation(article_id: str, phrase: RolePhrase, cast: Cast, terrain: Terrain) -> Relation:
    assert phrase.person
    paragraph = terrain.pieces[phrase.piece]
    subject = cast.group_of[phrase.person].referent_id
    held_in = cast.group_of[phrase.of[0]].referent_id if phrase.of else None
    start, end = paragraph.start_of(phrase.span), paragraph.end_of(phrase.span)
    date_from, date_to = read_term(paragraph.doc[phrase.span.end : phrase.span.end + AFTER].text)
    return Relation(
        relation_id=make_key(
            "relation", article_id, subject, phrase.role, paragraph.in_title, start, end
        ),
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
    """First and last day of a role, from the dates with a year that the words after it state; None
    where they state none.
    """
    found = BEGINNING.match(after)
    if found is None:
        return None, None
    word, text = found["word"], after[found.start("word") :]
    dates = [
        (hit, period)
        for hit in scan(text)
        if (period := read_hit(hit, None)) and period.granularity != "decade"
    ]
    if not dates or dates[0][0].start not in (0, found.end() - found.start("word")):
        return None, None
    (hit, period), *later = dates
    if word in ("since", "until"):
        return (period.first, None) if word == "since" else (None, period.last)
    if period.granularity == "range":  # "from 2001 to 2009" is one expression
        return period.first, period.last
    if (
        later
        and text[hit.end : later[0][0].start].strip() in TO
        and later[0][1].last >= period.first
    ):
        return period.first, later[0][1].last
    return None, None
