"""Who signs a quotation: " — Anna Berg, teacher" behind it or in the paragraph below it."""

import re

SIGNATURE = re.compile(  # " — Anna Berg, teacher", " — Anna Berg (@berg) May 3, 2024"
    r"""\s* [―—–-]{1,2} \s*
        ( [A-Z] (?: [^\n.,:;!?()@] | (?<=\b[A-Z])\. ){2,60}? )
        (?: \s* [,(@] [^\n:;!?]{0,80} )? \s* [.]? \s* $""",
    re.VERBOSE,
)
