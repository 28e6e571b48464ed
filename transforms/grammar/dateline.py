"""The head of a paragraph -> where its dateline ends: "HANOI, Vietnam (NPA) - ", "LISBON, May 3.
/Nordwire/. ".
"""

import re

DATELINE = re.compile(
    r"""[A-Z][A-Z.'’-]+ (?: [ ][A-Z][A-Z.'’-]+ ){0,4}        # GDYNIA, NEW YORK
        (?: ,[ ]\w[\w.]* (?: [ ]\w[\w.]* )? ){0,3}           # ", Poland, Nov 13"
        (?: (?: [ ]\([^()\n]{1,40}\) )? \s{1,3} [-–—]{1,2} \s{1,3}  # " (Meridian Wire) - "
          | [.]? [ ] /[^/\n]{1,40}/ [.]? [ ]{1,3} )                 # ". /Nordwire/. "
    """,
    re.VERBOSE,
)


def find_dateline_end(paragraph: str) -> int:
    """The offset behind the dateline, 0 where there is none."""
    match = DATELINE.match(paragraph)
    return 0 if match is None else match.end()
