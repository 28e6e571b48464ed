"""A pipeline -> the same, that reads a quotation mark between two words without a space as a token:
said"we never had one", closed,”said Lind.
"""

import re
from typing import Any

from spacy.language import Language

MARKS = """["“”«»]"""
# a mark between a word, or what ends one, and the next word; and what ends a word before such a mark
GLUED = (rf"(?<=[^\W\d_]){MARKS}(?=[^\W\d_])", rf"(?<=[,.:!?]){MARKS}(?=[^\W\d_])")
ENDING = rf"(?<=[^\W\d_])[,.:!?](?={MARKS}[^\W\d_])"


def part_marks(nlp: Language) -> None:
    """Make the tokenizer of a pipeline part glued marks from their words."""
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile("|".join([known, *GLUED, ENDING])).finditer
