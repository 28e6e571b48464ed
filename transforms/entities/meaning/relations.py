"""The role phrases of an article in, relations out: who is what, of which organisation or country,
from when to when.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.roles import RolePhrase, find_holding
from transforms.entities.meaning.terrain import Terrain
from transforms.keys import make_key
from transforms.records import Relation
from transforms.times.calendar import Period
from transforms.times.resolve import read_hit
from transforms.times.scan import Hit, scan
from transforms.world.words import read_words

AFTER = 16  # words after a role in which its time is looked for
# " of the town since 3 May 2019"
BEGINNING = re.compile(r"[^.,;\n]{0,40}?(?:,\s)?\b(?P<word>from|since|between|until)\s")
# " of the town in May 2019"
ENTRY = re.compile(r"[^.,;\n]{0,40}?\b(?P<word>in|on)\s")
YEARS = re.compile(r"\s?\((?P<first>[12]\d{3})\s?[-–]\s?(?P<last>[12]\d{3})\)")  # "(2004-2008)"
OPEN = frozenset({"since", "until", "in", "on"})
ENTERING = frozenset({"become", "appoint", "name"})
PAST = frozenset({"VBD", "VBN"})
TO = read_words("between_days")


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
    after = paragraph.doc[phrase.span.end : phrase.span.end + AFTER].text
    date_from, date_to = read_term(after, is_entered=is_entered(phrase))
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


def is_entered(phrase: RolePhrase) -> bool:
    """Whether the text says that the role began: "became mayor", "was appointed mayor"."""
    verb = find_holding(phrase.head)
    return verb is not None and verb.lemma_ in ENTERING and verb.tag_ in PAST


def read_term(after: str, *, is_entered: bool = False) -> tuple[date | None, date | None]:
    """First and last day of a role, from the dates with a year that the words after it state; None
    where they state none. is_entered: a role that began "in 2018".
    """
    if (years := YEARS.match(after)) and years["first"] <= years["last"]:
        return date(int(years["first"]), 1, 1), date(int(years["last"]), 12, 31)
    found = (ENTRY if is_entered else BEGINNING).match(after)
    return _read_days(found["word"], after[found.start("word") :]) if found else (None, None)


def _read_days(word: str, text: str) -> tuple[date | None, date | None]:
    """The days that a text which begins with "since" and the like states."""
    dates = list(_find_dates(text))
    if not dates or dates[0][0].start not in (0, len(word) + 1):
        return None, None
    (hit, period), *later = dates
    if word in OPEN:
        return (None, period.last) if word == "until" else (period.first, None)
    if period.granularity == "range":  # "from 2001 to 2009" is one expression
        return period.first, period.last
    if not later or text[hit.end : later[0][0].start].strip() not in TO:
        return None, None
    last = later[0][1].last
    return (period.first, last) if last >= period.first else (None, None)


def _find_dates(text: str) -> Iterator[tuple[Hit, Period]]:
    """The expressions that state a year."""
    for hit in scan(text):
        period = read_hit(hit, None)
        if period and period.granularity != "decade":
            yield hit, period
