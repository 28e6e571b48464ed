"""One of the last lines of a text -> whether it closes the page, not the story: credits, where it
first appeared, what to read next, what readers are asked to pay or to sign up for.
"""

import re
from collections.abc import Sequence
from functools import cache

from transforms.world.languages import words_of
from transforms.world.phrases import join_words

MAX_CLOSING = 300  # characters; longer lines are paragraphs
# lines among which one closes the text, and lines of a text that is closed
LAST, MIN_TEXT_LINES = 3, 5


@cache
def _closing() -> re.Pattern[str]:
    """ "Additional reporting by ...", "(Quelle: APA)", "Read more: ...", "Sign up for our
    newsletter".
    """
    opens, holds = (
        join_words(words_of("closing", "opens")),
        join_words(words_of("closing", "holds")),
    )
    label = rf"{join_words(words_of('closing', 'label'))}\s?[:：]"
    return re.compile(rf"^\W{{0,3}}?(?:{opens}|{label})|{holds}", re.IGNORECASE)


def is_closing(text: str) -> bool:
    """Whether a line belongs to the end of a page, not of a story. What it says is read only near
    the end of the text.
    """
    return len(text) <= MAX_CLOSING and bool(_closing().search(text))


def find_closing(lines: Sequence[str]) -> list[int]:
    """The places of the lines of a text that close its page: some of the last, if there are
    enough.
    """
    if len(lines) < MIN_TEXT_LINES:
        return []
    return [at for at in range(len(lines) - LAST, len(lines)) if is_closing(lines[at])]
