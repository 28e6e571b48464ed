"""The byline, dateline and text of a page -> the news agency whose text it says it is."""

import re
from collections.abc import Iterable, Iterator

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
    named = (*list_bylines(authors), *list_marked(dateline, text), *list_credits(text))
    return next((name.strip() for name in named if is_agency(name)), None)


def list_bylines(authors: Iterable[str]) -> Iterator[str]:
    """Who wrote it: "Ida Holm, Reuters" -> "Ida Holm", "Reuters"."""
    for author in authors:
        yield from (part.strip(" )") for part in NAMES.split(author[:LONGEST]))


def list_marked(dateline: str | None, text: str) -> Iterator[str]:
    """What stands in brackets before the dash of a dateline, in the text's head or by itself."""
    for head in (text[:HEAD], f"{(dateline or '')[:LONGEST]} -"):
        yield from (match["name"] for match in MARKED.finditer(head))


def list_credits(text: str) -> Iterator[str]:
    """Whom the last lines credit."""
    lines = text[-4 * LONGEST :].splitlines()[-LAST_LINES:]
    for match in (CREDIT.match(line[:LONGEST]) for line in lines):
        if match:
            yield match["name"]
