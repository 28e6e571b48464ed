"""The byline, dateline and text of a page -> the news agency whose text it says it is."""

import re
from collections.abc import Iterable

from transforms.world.agencies import is_agency

HEAD = 160  # characters in which a text begins "LISBON, March 3 (Reuters) - "
MARKED = re.compile(r"\((?P<name>[^()\n]{2,40})\)\s{0,2}(?:[-–—:]|--)")
NAMES = re.compile(r"\s*(?:,|/|\band\b|\bwith\b|\||\()\s*")  # "Ida Holm, Reuters", "AFP/Reuters"
CREDIT = re.compile(
    r"^[(\[]?(?:©|\(c\)|copyright|source:|via|by)\s*(?:\d{4}\s*)?(?P<name>[^\n.,)\]]{2,40})",
    re.IGNORECASE,
)
LAST_LINES = 3
LONGEST = 200  # characters of a line that credits somebody


def find_wire(authors: Iterable[str], dateline: str | None, text: str) -> str | None:
    """The agency as the page names it, None where it names none. "Reuters contributed" makes no
    text an agency's.
    """
    in_byline = (part.strip(" )") for author in authors for part in NAMES.split(author[:LONGEST]))
    in_text = (*MARKED.finditer(text[:HEAD]), *MARKED.finditer(f"{(dateline or '')[:LONGEST]} -"))
    ends = (line[:LONGEST] for line in text[-4 * LONGEST :].splitlines()[-LAST_LINES:])
    at_end = (match for match in map(CREDIT.match, ends) if match)
    named = (
        *in_byline,
        *(match["name"] for match in in_text),
        *(match["name"] for match in at_end),
    )
    return next((name.strip() for name in named if is_agency(name)), None)
