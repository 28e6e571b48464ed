"""The lines of a dump -> the outlet that they name as their own, and the words that do it; None where no line does."""

import re
from collections.abc import Sequence

from transforms.clean.outlets import OUTLETS, find_listed, make_outlet
from transforms.records import Outlet

MAX_LINE = 300  # characters of a line that is looked at
OWN_SITE = re.compile(
    r"(?P<name>[A-Z][\w.&' -]{1,40}?)[’']s (?:web ?site|(?:mobile )?app) can (?:also )?be (?:accessed|reached|found)"
)  # "Example TV's website can also be accessed at ..."
PROMISE = re.compile(
    r"(?:In|On|At) (?P<name>[A-Z][\w-]{1,30}(?:\.[A-Za-z]{2,8})?) [Ww]e will (?:follow|bring|keep)\b"
)  # "In Example.News we will follow ..."
COPYRIGHT = re.compile(
    r"""(?:copyright\s{0,2})?(?:©|\(c\)|copyright)\s{0,2}
    (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s{1,2}(?:by\s)?
    (?P<name>[A-Z][\w&.'\x20-]{1,40}?)
    (?:[.,|]|\s-|\sall\srights|$)""",
    re.VERBOSE | re.IGNORECASE,
)  # "© 2024 The Morning Herald. All rights reserved."
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[a-z0-9-]{2,40}(?:\.[a-z]{2,6}){1,2})/?$")  # a line of its own: www.example.com
PATTERNS = (OWN_SITE, PROMISE, COPYRIGHT)
BY_NAME = {name.casefold(): domain for domain, (name, _) in OUTLETS.items()}


def find_dump_outlet(lines: Sequence[str]) -> tuple[Outlet | None, str | None]:
    """The outlet of the first line that names its own: a promise, an address of the site, a copyright notice, a domain by itself."""
    for pattern in PATTERNS:
        for line in lines:
            if match := pattern.match(line[:MAX_LINE]):
                return _make(match["name"].strip()), line[:MAX_LINE]
    for line in lines:
        if len(line) < 60 and (match := DOMAIN.match(line)) and (listed := find_listed(match["name"])):
            return listed, line
    return None, None


def _make(name: str) -> Outlet:
    listed = find_listed(BY_NAME.get(name.casefold())) or find_listed(name.casefold())
    return listed or make_outlet(name)
