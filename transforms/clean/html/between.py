"""A line between the paragraphs of a story -> whether it is the site's word to its readers: what to
subscribe to, what to read next, that an advertisement follows, who took a picture, what is shown
here only to those who consent.
"""

import re
from functools import cache

from transforms.world.languages import words_of
from transforms.world.phrases import compile_words, join_words

MAX_LINE = 200  # characters; longer ones are paragraphs
MAX_CONSENT = 320  # of what asks to show something from elsewhere
MIN_COMMON = 2  # words that it has of those of all its phrases
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


@cache
def _consents() -> re.Pattern[str]:
    """ "To view this post you need to accept cookies"."""
    return compile_words(words_of("lines", "consents"))


@cache
def _words_of_consents() -> frozenset[str]:
    return frozenset(WORD.findall(" ".join(words_of("lines", "consents"))))


def is_site_line(text: str, link_share: float) -> bool:
    """Whether a line that stands between paragraphs is no part of the story. link_share: how much
    of it (0 to 1) is links.
    """
    return _asks_consent(text) or (_opens_so(text) and _is_of_site(text, link_share))


def _asks_consent(text: str) -> bool:
    """Most lines have not even two of the words of such a phrase, and that is quick to see."""
    if len(text) > MAX_CONSENT:
        return False
    words = _words_of_consents().intersection(text.casefold().split())
    return len(words) >= MIN_COMMON and bool(_consents().search(text))


def _opens_so(text: str) -> bool:
    first = WORD.search(text, 0, MAX_OPENING)
    is_known = first is not None and first[0].casefold() in _openings()
    return is_known and len(text) <= MAX_LINE and not QUOTED.search(text)


def _is_of_site(text: str, link_share: float) -> bool:
    if _invites().match(text) or _is_credit(text):
        return True
    refers = _refers().match(text)
    if refers is None:
        return False
    is_named = refers[0].endswith((":", "：")) and not SENTENCE.search(text)
    return link_share >= LINKED or is_named


def _is_credit(text: str) -> bool:
    is_short = len(text) <= MAX_CREDIT and not SENTENCE.search(text)
    return is_short and bool(_credits_picture().match(text))
