"""The first lines of an article -> its dateline: where, and for which agency, it was written."""

import re
from collections.abc import Iterable

from transforms.world.calendar import find_month

MAX_LINES = 4  # a dateline opens the article; a standfirst may stand before it
MONTH = r"[^\W\d_]{3,10}"
DATELINE = re.compile(
    rf"""
    ^(?P<dateline>
        (?P<place>[A-ZÀ-ÞÄÖÜ][A-ZÀ-ÞÄÖÜ'’.-]+(?:[ ][A-ZÀ-ÞÄÖÜ'’.-]+){{0,4}}          # KYIV, NEW YORK
            |[A-ZÀ-ÞÄÖÜ][\w'’.-]+(?:[ ][A-ZÀ-ÞÄÖÜ][\w'’.-]+){{0,3}}(?=[^—–(]{{0,40}}\())  # Berlin (dpa)
        (?:[/,][ ]?[A-Z][\w.]{{1,20}}(?:[ ][A-Z][\w.]{{1,20}}){{0,2}}){{0,2}}           # , Ukraine   /MOSCOW
        (?:,?[ ](?:(?P<month>{MONTH})\.?[ ]\d{{1,2}}|\d{{1,2}}\.?[ ](?P<of>{MONTH})\.?)(?:,?[ ]\d{{4}})?)?  # , Jan. 30
        (?:[ ]?\([A-Za-z][\w/ .,'-]{{1,40}}\))?                                          # (Reuters)
    )
    [ ]?(?P<dash>--|[-–—:])[ ]
    """,
    re.VERBOSE,
)  # "KYIV, Jan. 30 (Reuters) - The ...", "Berlin (dpa) - Der ..."


def find_dateline(lines: Iterable[str]) -> str | None:
    """The dateline at the head of one of the first lines, without its dash; None where the article
    has none.
    """
    for line, _ in zip(lines, range(MAX_LINES), strict=False):
        match = DATELINE.match(line)
        if match and _is_dateline(match):
            return match["dateline"].strip()
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    """Capitals alone are shouting ("BREAKING: ..."): a colon needs more, and so does a single short
    word.
    """
    month = match["month"] or match["of"]
    if month and not find_month(month):
        return False
    has_agency = match["dateline"].endswith(")")
    return has_agency or (
        match["dash"] != ":" and match["place"].isupper() and len(match["place"]) > 3
    )
