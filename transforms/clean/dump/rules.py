"""A line of a dump -> the name of the rule that leaves it out whatever the line model thinks of it,
or None.

These are lines that are the same on any page and never an article's. The names stay: they count up
in the summary of a run.
"""

import re
from functools import cache

from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases, join_words

MAX_NOTICE = 300  # characters; what is longer may quote the words

# "icon bookmark-bicon cameraicon checkicon"
ICON = re.compile(r"icon(?=\s|$|[a-z-])", re.IGNORECASE)
MIN_ICONS = 4
# "0:00", "01:12 / 27:38"
TIMECODES = re.compile(
    r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:\s{0,2}[/|-]\s{0,2}(?:\d{1,3}:)?\d{1,2}:\d{2})?"
)
CRUMB = re.compile(r"\s[/›»>]\s")  # "News / World / Asia"
MAX_CRUMB = 30  # characters of one of them
NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "alternate_address",  # "The website can also be accessed at the following alternate addresses:"
        re.compile(
            r".{0,80}\b(?:accessed|reached|available) at (?:the following|these) (?:alternat|other|mirror)",
            re.IGNORECASE,
        ),
    ),
    (
        "leave_a_reply",  # "Leave a Reply", "Your email address will not be published."
        re.compile(
            r"(?:leave|post|write|add) (?:a|your) (?:reply|comment|response)|cancel reply|your e-?mail address will not be"
            r"|save my name, e-?mail",
            re.IGNORECASE,
        ),
    ),
    (
        "follow_us",  # "Follow us on Facebook"
        re.compile(
            r"(?:follow|like|find|join) us (?:on|at) |follow @?[\w. ]{1,40} on (?:google news|facebook|twitter|instagram)",
            re.IGNORECASE,
        ),
    ),
    (
        "share_this",  # "Share this article", "Click to share on Twitter (Opens in new window)"
        re.compile(
            r"(?:click to )?(?:share|tweet|e-?mail|print) (?:this(?: \w+)?|on \w+)(?: \(opens in new window\))?[.:!]?$",
            re.IGNORECASE,
        ),
    ),
    (
        "cookie_notice",  # "We use cookies to ...", "By continuing you accept cookies"
        re.compile(
            r"(?:we|this (?:web)?site|our partners)\b.{0,60}\buses? cookies|by (?:continuing|using|clicking)\b.{0,120}\bcookies"
            r"|cookie (?:policy|settings|preferences)$",
            re.IGNORECASE,
        ),
    ),
    (
        "newsletter",  # "Sign up for our daily newsletter"
        re.compile(
            r"(?:sign up|subscribe|register)(?: now| today| here)? (?:for|to) (?:our|the|your) (?:\w+ ){0,2}newsletters?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "outlet_promise",  # "In Example.News we will follow the latest from ..."
        re.compile(r"(?:in|on|at) [\w.]{3,40} we will (?:follow|bring|keep)\b", re.IGNORECASE),
    ),
)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (("caption", _caption()), *NOTICES[:-1], ("advertisement", _advert()), NOTICES[-1])


def _caption() -> re.Pattern[str]:
    credit = join_phrases(words_of("lines", "picture"))
    return re.compile(
        rf"""{join_words(words_of("lines", "shown"))}
        | .{{0,260}}\({credit}\b[^()]{{0,60}}\)$               # "A frigate off Constanta. (Photo by AFP)"
        | {credit}(?:\s(?:credit|by|from))?\s?[:/©]\s?.{{0,80}}$  # "Photo: Jane Doe"
        | ©.{{0,80}}$""",
        re.VERBOSE | re.IGNORECASE,
    )


def _advert() -> re.Pattern[str]:
    """ "Advertisement", "Story continues below"."""
    return re.compile(rf"{join_phrases(words_of('lines', 'advert'))}[.:]?$", re.IGNORECASE)


def find_rule(line: str) -> str | None:
    """The rule that leaves the line out. A rule looks at how the line begins; notices are no longer
    than MAX_NOTICE characters.
    """
    if len(line) > MAX_NOTICE:
        return "icon_run" if _is_icon_run(line) else None
    if TIMECODES.fullmatch(line):
        return "timecode"
    if _is_icon_run(line):
        return "icon_run"
    return next((name for name, pattern in _rules() if pattern.match(line)), None)


def is_crumbs(line: str) -> bool:
    """True for a path of sections such as "News / World"."""
    crumbs = CRUMB.split(line)
    return 2 <= len(crumbs) <= 6 and all(
        len(crumb) <= MAX_CRUMB and any(map(str.isalpha, crumb)) for crumb in crumbs
    )


def _is_icon_run(line: str) -> bool:
    icons = len(ICON.findall(line))
    return icons >= MIN_ICONS and icons * 4 >= len(line.split())
