"""A credit line ("Words: Nora Field. Pictures: Jan Ost") -> the part of it that names who wrote."""

import csv
import re
from functools import cache
from importlib.resources import files

BY = "by|von|vom|par|por|di|da|av|af|door|przez"
AND = "and|und|et|y|e|og|och|en|&|/|\\+|,"
LAST_WORD = re.compile(r"\s(?:with|and|mit|und|avec|et|con|y)$", re.IGNORECASE)  # "By Ann Lee with"
STOPS = " ,;.|/–—-"


@cache
def _words(meaning: str) -> frozenset[str]:
    rows = csv.DictReader((files("transforms.world") / "credits.tsv").read_text("utf-8").splitlines(), delimiter="\t")
    return frozenset(word for row in rows if row["meaning"] == meaning for word in row["words"].split("|"))


@cache
def _role() -> str:
    words = sorted(_words("writing") | _words("other"), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


@cache
def _mark() -> re.Pattern[str]:
    """ "Words by ", "Text und Fotos: ", "edited by "."""
    roles = rf"(?P<roles>(?:{_role()})(?:\s?(?:{AND})\s?(?:{_role()}))*)"
    return re.compile(rf"(?<!\w){roles}\s?(?:(?:{BY})(?!\w)\s?[:：]?|[:：])", re.IGNORECASE)


@cache
def _in_parentheses() -> re.Pattern[str]:
    """ "Jan Ost (photos)"."""
    return re.compile(rf"(?P<name>[^,;/|()&]{{2,60}})\((?P<roles>(?:{_role()})(?:\s?(?:{AND})\s?(?:{_role()}))*)\)", re.IGNORECASE)


def keep_writers(credit: str) -> str:
    """The credit without those who took the pictures, edited, translated: "By Ann Lee, photos by Bo Ek" is "By Ann Lee"."""
    credit = _in_parentheses().sub(lambda found: found["name"] if _writes(found["roles"]) else "", credit)
    marks = list(_mark().finditer(credit))
    if all(mark["roles"].casefold() in _words("writing") for mark in marks):
        return credit
    ends = [*(mark.start() for mark in marks[1:]), len(credit)]
    parts = [f"By {credit[mark.end() : end].strip(STOPS)}" for mark, end in zip(marks, ends, strict=True) if _writes(mark["roles"])]
    before = LAST_WORD.sub("", credit[: marks[0].start()].strip(STOPS))
    return "; ".join(part for part in (before, *parts) if part)


def is_nobody(name: str) -> bool:
    """Whether a name has a word of systems and services: "Super User", "Nordfolk Wire"."""
    return any(word in _words("nobody") for word in name.casefold().split())


def is_furniture(line: str) -> bool:
    """Whether a line of a page's head has a word that no name has: "Related Topics", "Key Takeaways"."""
    return any(word in _words("furniture") for word in line.casefold().split())


def _writes(roles: str) -> bool:
    """Whether one of the roles is that of a writer; "Text und Fotos" has one."""
    return any(word in _words("writing") for word in re.split(rf"\s?(?:\b(?:{AND})\b|[&/+,])\s?", roles.casefold()))
