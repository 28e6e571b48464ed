"""Who signs a quotation: " — Anna Berg, teacher" behind it or in the paragraph below it."""

import re

SIGNATURE = re.compile(  # " — Anna Berg, teacher", " — Anna Berg (@berg) May 3, 2024"
    r"""\s* [―—–~-]{1,2} \s*
        ( [A-Z] (?: [^\n.,:;!?()@] | (?<=\b[A-Z])\. ){2,90}? )
        (?: \s* [,(@] [^\n:;!?]{0,80} )? \s* [.]? \s* $""",
    re.VERBOSE,
)

IN_BRACKETS = re.compile(  # " (Anna Berg, teacher)"
    r"\s*\(([A-Z][^\n.,:;!?()@]{2,60})(?:,[^\n:;!?()]{2,80})?\)\s*[.]?\s*$"
)

# " — Anna Berg (@berg) May 3, 2024": how the page of a post that is set into an article signs it
POST = re.compile(r"\s*[―—–-]{1,2}\s*[^\n()@]{2,60}\(@\w{1,30}\)[^\n:;!?]{0,40}\d{4}\s*$")
