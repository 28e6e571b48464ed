"""The words behind a verb of speech -> where the subject begins behind what stands between the two:
dijo en la radio | Ana Sol; a déclaré à l’AFP | le maire Luc Aubry.
"""

from itertools import takewhile

from transforms.quotes.marked.names import Token, split_article
from transforms.quotes.marked.words import SaidWords
from transforms.world.well_known import FIRST_NAMES

MOST_MEDIUM = 3  # words of a medium: "al Corriere della Sera"


def skip_aside(text: str, tokens: list[Token], end: int, words: SaidWords) -> int:
    """Where the aside ends that the words begin with, 0 where they begin with none."""
    aside = words.aside.match(text, tokens[0].start, end)
    if aside and text[aside.end() : aside.end() + 1] == " ":
        return aside.end() + 1
    return _skip_medium(tokens, words)


def _skip_medium(tokens: list[Token], words: SaidWords) -> int:
    """Where a preposition ends with the capitals of a medium, which a subject follows."""
    head, noun = split_article(tokens[0])
    if words.has_capital_nouns or head not in words.apart - words.joined:
        return 0
    articles = list(takewhile(lambda token: token.folded in words.articles, tokens[1:]))
    medium = tokens if noun else tokens[1 + len(articles) :]
    if not medium or not _is_medium(medium[0]):
        return 0
    behind = medium[1 : 1 + MOST_MEDIUM]
    return next((token.start for token in behind if _begins_subject(token, words)), 0)


def _is_medium(token: Token) -> bool:
    """Whether a capital may be a medium's: "EFE", "l’AFP"; no given name, who would be spoken to."""
    word = token.text.replace("’", "'").rpartition("'")[2]
    return word[:1].isupper() and word not in FIRST_NAMES


def _begins_subject(token: Token, words: SaidWords) -> bool:
    is_role = words.person.fullmatch(token.text) is not None
    return token.folded in words.articles or token.text in FIRST_NAMES or is_role
