"""A text in, its words out as they are compared across articles: no case, no apostrophes, a number
with its points and commas one word.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS_ALONE = "぀-ヿ一-鿿"  # scripts without spaces between words: each letter is one
LETTER_ALONE = re.compile(rf"[{LETTERS_ALONE}]")
SPACED_WORD = re.compile(
    r"\w+(?:[.,]\d+)*"
)  # the same where no letter stands alone, in half the time
WORD = re.compile(rf"[{LETTERS_ALONE}]|[^\W{LETTERS_ALONE}]+(?:[.,]\d+)*")
APOSTROPHES = "'’ʼ`"


def split_text(text: str) -> list[str]:
    """The folded words in order: "Ukraine’s 1,200 men" -> ["ukraines", "1,200", "men"]."""
    plain = unicodedata.normalize("NFKC", text)
    for apostrophe in APOSTROPHES:
        plain = plain.replace(apostrophe, "")
    folded = plain.casefold()
    return (WORD if LETTER_ALONE.search(folded) else SPACED_WORD).findall(folded)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without the ending of its plural; no more, so that two words seldom become one."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 4:
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def is_number(word: str) -> bool:
    """Whether the word holds a digit."""
    return not word.isalpha() and any(letter.isdigit() for letter in word)
