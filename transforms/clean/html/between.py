"""A line between the paragraphs of a story -> whether it is the site's word to its readers: what to
subscribe to, what to read next, that an advertisement follows, who took a picture.
"""

import re
from functools import cache

from transforms.world.languages import words_of
from transforms.world.phrases import join_words

MAX_LINE = 200  # characters; longer ones are paragraphs
MAX_CREDIT = 100  # characters of who took a picture
LINKED = 0.5  # share of links in a line that names another story
QUOTED = re.compile(r"[\"“”„«»「『]")
WORD = re.compile(r"\w+")
MAX_OPENING = 40  # characters in which a line's first word ends
SENTENCE = re.compile(r"[.!?…。！？]$")


@cache
def _openings() -> frozenset[str]:
    """The first words of all such lines: most lines have none of them, and that is quick to see."""
    kinds = ("invites", "refers", "advert", "picture")
    phrases = (phrase for kind in kinds for phrase in words_of("lines", kind))
    firsts = (
        phrase[1:].partition(")")[0].split("|") if phrase[0] == "(" else [phrase]
        for phrase in phrases
    )
    return frozenset(WORD.findall(first)[0].casefold() for ones in firsts for first in ones)


@cache
def _invites() -> re.Pattern[str]:
    """ "Subscribe now ...", "(Sign up for our newsletter ...", "Advertisement - scroll to
    continue".
    """
    advert = join_words(words_of("lines", "advert"))
    invited = join_words(words_of("lines", "invites"))
    return re.compile(rf"^\W{{0,3}}(?:{invited}|{advert}\s?[-–—:|])", re.IGNORECASE)


@cache
def _refers() -> re.Pattern[str]:
    """ "Read also: ...", "Lees ook ...", "Watch: ..."."""
    refers = join_words(words_of("lines", "refers"))
    return re.compile(rf"^\W{{0,3}}{refers}(?:\s?[:：])?", re.IGNORECASE)


@cache
def _credits_picture() -> re.Pattern[str]:
    """ "Photo: Ann Lee/AFP", "(Image credit: Harbour Museum)"."""
    picture = join_words(words_of("lines", "picture"))
    return re.compile(rf"^\W{{0,3}}{picture}(?:\s{picture})?\s?[:：]\s?[^\W\d_]", re.IGNORECASE)


def is_site_line(text: str, link_share: float) -> bool:
    """Whether a line that stands between paragraphs is no part of the story. link_share: how much
    of it (0 to 1) is links.
    """
    first = WORD.search(text, 0, MAX_OPENING)
    if first is None or first[0].casefold() not in _openings() or len(text) > MAX_LINE:
        return False
    if QUOTED.search(text):
        return False
    if _invites().match(text):
        return True
    if _is_credit(text):
        return True
    if refers := _refers().match(text):
        is_named = refers[0].endswith((":", "：")) and not SENTENCE.search(text)
        return link_share >= LINKED or is_named
    return False


def _is_credit(text: str) -> bool:
    is_short = len(text) <= MAX_CREDIT and not SENTENCE.search(text)
    return is_short and bool(_credits_picture().match(text))
