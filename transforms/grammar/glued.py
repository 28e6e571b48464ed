"""A pipeline -> the same, that reads a quotation mark between two words without a space as a token:
said"we never had one", closed,”said Lind; and a title with its full stop as one: "Col. Lind".
"""

import re
from typing import Any

from spacy.language import Language

from transforms.world.lexicon import TITLES

MARKS = """["“”«»]"""
# a mark between a word, or what ends one, and the next word; and what ends a word before such a mark
GLUED = (rf"(?<=[^\W\d_]){MARKS}(?=[^\W\d_])", rf"(?<=[,.:!?]){MARKS}(?=[^\W\d_])")
ENDING = rf"(?<=[^\W\d_])[,.:!?](?={MARKS}[^\W\d_])"


def part_marks(nlp: Language) -> None:
    """Make the tokenizer of a pipeline part glued marks from their words."""
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile("|".join([known, *GLUED, ENDING])).finditer


def keep_titles(nlp: Language) -> None:
    """Make the tokenizer of a pipeline leave the full stop with a title, which the model would take
    for the end of a sentence: "said Army Capt. Ada Lind".
    """
    tokenizer: Any = nlp.tokenizer
    for title in sorted(TITLES):
        if title.endswith("."):
            tokenizer.add_special_case(title, [{"ORTH": title}])
