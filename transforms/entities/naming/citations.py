"""A paragraph in, whether it is the entry of a list of works that are cited out: "Quill AB, Rook T.
Harbour winds. Tides. 1985;8(2):163-190." names nobody of whom the article tells.
"""

import re

# "Quill AB, ", "4. van den Quill A-B et al", "Quill, A. B., "
AUTHOR = re.compile(
    r"""
    (?:\W{0,4}\d{1,3}[.)\]]?\s+)?             # the number of the entry
    (?:[a-z]{2,4}\s){0,3}                     # "van den"
    [A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{2,30}){0,2}
    (?:\s[A-Z]{1,2}-?[A-Z]{0,2}(?:,\s|\.\s|\s?et\sal)|,\s(?:[A-Z]\.[\s-]?){1,3}(?:,|&|and\s|\())
    """,
    re.VERBOSE,
)
# "1985;8(2)", "Harper; 1990.", "(2001).", "Tides. May 3, 2020."
YEAR = re.compile(
    r"""
    \b(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2})?(?:\s\d{1,2})?;
    | ;\s(?:1[89]|20)\d\d\b
    | \((?:1[89]|20)\d\d[a-z]?\)[.,:;]
    | \.\s(?:1[89]|20)\d\d\.?\s*$                            # ". 2018." that ends the entry
    | \.\s[A-Z][a-z]{2,8}\s\d{1,2},\s(?:1[89]|20)\d\d\.   # ". August 18, 2020."
    """,
    re.VERBOSE,
)


def is_citation(text: str) -> bool:
    """Whether a paragraph opens with an author by surname and initials, and tells the year of the
    work as such lists do.
    """
    return bool(AUTHOR.match(text) and YEAR.search(text))
