"""A text -> how many words it has, also where its script puts no spaces between them.

Words are what white space parts. Of Chinese and Japanese two characters count as a word, of Thai,
Lao, Khmer and Burmese four: about what a segmenter makes of them, and the same in every release.
Korean, Tibetan and Amharic part their words.
"""

import re

EAST, SOUTH = 2, 4  # characters of a word
# kana and Chinese characters, but for their signs (、。「」・), which are no letters
EASTERN = re.compile(
    r"[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
)
# their digits part words of numbers as spaces do
SOUTHERN = re.compile(
    r"[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\u1780-\u17d3]"
)
LETTER = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """The words of a text; 0 only for one of white space."""
    if text.isascii():
        return len(text.split())
    rest, eastern = EASTERN.subn(" ", text)
    rest, southern = SOUTHERN.subn(" ", rest)
    if not eastern + southern:
        return len(text.split())
    spaced = sum(1 for word in rest.split() if LETTER.search(word))
    return spaced + -(-eastern // EAST) + -(-southern // SOUTH)
