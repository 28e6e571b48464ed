"""A credit line ("Words: Nora Field. Pictures: Jan Ost") -> the part of it that names who wrote."""

import re
from functools import cache

from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

STOPS = " ,;.|/–—-·•∙"


@cache
def _words(meaning: str) -> frozenset[str]:
    return frozenset(words_of("credits", meaning))


@cache
def _and() -> str:
    return rf"(?:(?<!\w){join_phrases(words_of('authors', 'joined'))}(?!\w)|[&/+,])"


@cache
def _last_word() -> re.Pattern[str]:
    """ "By Ann Lee with"."""
    return re.compile(rf"\s{join_phrases(words_of('authors', 'joined'))}$", re.IGNORECASE)


@cache
def _roles() -> str:
    role = join_phrases(_words("writing") | _words("other"))
    return rf"(?P<roles>{role}(?:\s?{_and()}\s?{role})*)"


@cache
def _mark() -> re.Pattern[str]:
    """ "Words by ", "Text und Fotos: ", "edited by "."""
    by = join_phrases((*words_of("authors", "by"), *words_of("authors", "by_after_role")))
    return re.compile(rf"(?<!\w){_roles()}\s?(?:{by}(?!\w)\s?[:：]?|[:：])", re.IGNORECASE)


@cache
def _in_parentheses() -> re.Pattern[str]:
    """ "Jan Ost (photos)"."""
    return re.compile(rf"(?P<name>[^,;/|()&]{{2,60}})\({_roles()}\)", re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    """ "Words Nora Field | Pictures Jan Ost": a role right before a full name."""
    role = join_phrases(word.title() for word in _words("bare"))
    name = r"[^\W\d_a-zß-ÿ][\w’'-]+"
    return re.compile(rf"(?:^|(?<=[|;,/·•]\s))(?P<role>{role})\s(?={name}\s{name})")


def opens_credit(line: str) -> bool:
    """Whether a line begins with a role and whose it is: "Editing by Bo Ek", "Bearbeitung: Bo Ek";
    not "Writing plan B".
    """
    return bool(_mark().match(line.lstrip(STOPS + "([")))


def keep_writers(credit: str) -> str:
    """The credit without those who took the pictures, edited, translated: "By Ann Lee, photos by Bo
    Ek" is "By Ann Lee".
    """
    credit = _bare().sub(r"\g<role>: ", credit)
    credit = _in_parentheses().sub(
        lambda found: found["name"] if _writes(found["roles"]) else "", credit
    )
    marks = list(_mark().finditer(credit))
    if all(mark["roles"].casefold() in _words("writing") for mark in marks):
        return credit
    ends = [*(mark.start() for mark in marks[1:]), len(credit)]
    parts = [
        f"By {credit[mark.end() : end].strip(STOPS)}"
        for mark, end in zip(marks, ends, strict=True)
        if _writes(mark["roles"])
    ]
    before = _last_word().sub("", credit[: marks[0].start()].strip(STOPS))
    return "; ".join(part for part in (before, *parts) if part)


def is_nobody(name: str) -> bool:
    """Whether a name has a word of systems and services: "Super User", "Nordfolk Wire"."""
    return any(word in _words("nobody") for word in name.casefold().split())


def is_furniture(line: str) -> bool:
    """Whether a line of a page's head has a word that no name has: "Related Topics", "Key
    Takeaways".
    """
    return any(word in _words("furniture") for word in line.casefold().split())


def _writes(roles: str) -> bool:
    """Whether one of the roles is that of a writer; "Text und Fotos" has one."""
    return any(word in _words("writing") for word in re.split(rf"\s?{_and()}\s?", roles.casefold()))
