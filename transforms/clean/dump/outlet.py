"""The lines of a dump -> the outlet that they name as their own, and the words that do it; None
where no line does.
"""

import re
from collections.abc import Sequence

from transforms.clean.metadata.outlets import OUTLETS, find_listed, make_outlet
from transforms.records import Outlet

MAX_LINE = 300  # characters of a line that is looked at
OWN_SITE = re.compile(
    r"(?P<name>[A-Z][\w.&' -]{1,40}?)[’']s (?:web ?site|(?:mobile )?app) can (?:also )?be (?:accessed|reached|found)"
)  # "Example TV's website can also be accessed at ..."
PROMISE = re.compile(
    r"(?:In|On|At) (?P<name>[A-Z][\w-]{1,30}(?:\.[A-Za-z]{2,8})?) [Ww]e will (?:follow|bring|keep)\b"
)  # "In Example.News we will follow ..."
COPYRIGHT = re.compile(
    r"""(?:copyright\s{0,2})?(?:©|\(c\)|copyright)\s{1,2}
    (?P<years>(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s{1,2})?(?:by\s)?
    (?P<name>[A-Z][\w&.'\x20-]{1,40}?)
    (?:[.,|]|\s-|\sall\srights|$)""",
    re.VERBOSE | re.IGNORECASE,
)  # "© 2024 The Morning Herald. All rights reserved."
# a line of its own: www.example.com
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[a-z0-9-]{2,40}(?:\.[a-z]{2,6}){1,2})/?$")
BY_NAME = {name.casefold(): domain for domain, (name, _) in OUTLETS.items()}


def find_dump_outlet(lines: Sequence[str]) -> tuple[Outlet | None, str | None]:
    """The outlet that a line names as its own, and that line: an address of the site, a promise, a
    copyright notice, a domain by itself.
    """
    for find in (_name_in_promise, _name_in_copyright, _name_in_domain):
        for line in lines:
            if len(line) <= MAX_LINE and (name := find(line, lines)):
                return _make(name), line
    return None, None


def _name_in_promise(line: str, _: Sequence[str]) -> str | None:
    match = OWN_SITE.match(line) or PROMISE.match(line)
    return match["name"] if match else None


def _name_in_copyright(line: str, lines: Sequence[str]) -> str | None:
    """A notice without a year may be a photographer's: the name must have a line of its own too."""
    match = COPYRIGHT.match(line)
    if not match or not (
        match["years"] or any(other.casefold() == match["name"].casefold() for other in lines)
    ):
        return None
    return match["name"]


def _name_in_domain(line: str, _: Sequence[str]) -> str | None:
    match = DOMAIN.match(line)
    return match["name"] if match and find_listed(match["name"]) else None


def _make(name: str) -> Outlet:
    listed = find_listed(BY_NAME.get(name.casefold())) or find_listed(name.casefold())
    return listed or make_outlet(name)
