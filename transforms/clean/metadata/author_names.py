"""A statement of authorship ("By Ann Lee and Bo Ek, staff writers") -> the names in it, without
roles, addresses, accounts and places.
"""

import re
from functools import cache

from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.roles import keep_writers
from transforms.world.agencies import is_agency
from transforms.world.languages import list_particles, read_languages, words_of
from transforms.world.lexicon import ORGANISATION_WORDS as KNOWN_WORDS
from transforms.world.phrases import compile_words, join_phrases
from transforms.world.web import join_names

MAX_NAME, MAX_WORDS = 80, 7  # characters and words of one name
EDGE = " ,.:-–—*()\"'“”"  # what is no part of a name at its ends


IN_PARENTHESES = re.compile(r"\s?\(([^()]{0,60})\)")  # "Ann Lee (AFP)", "Ann Lee (al)"
ADDRESS = re.compile(
    r"(?:https?:|www\.|\w[\w.-]{0,60}\.[a-z]{2,4}/)[^\s;,|]{0,300}|[\w.+-]{0,64}@[\w.-]{0,80}"
)  # "https://example.com/ann", "ann@example.com", "@ann"
# "ann@example.com (Ann Lee)", as in feeds
ADDRESS_AND_NAME = re.compile(r"\s*[\w.+-]{1,64}@[\w.-]{1,80}\s*\((?P<name>[^()]{2,80})\)\s*")
SURNAME_FIRST = re.compile(r"\s*(?P<surname>[^\W\d_]+),\s(?P<given>[^\W\d_]+)\s*")  # "Lee, Ann"
# "/author/ann", "example.com"
PATH_OR_DOMAIN = re.compile(rf"^\s*/|\\|\w\.{join_names('usual_endings')}\b")
ORGANISATION_WORDS = KNOWN_WORDS | {"Feed", "Desk", "Newsroom", "Staff"}
SURNAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+")
LETTERS_BEHIND = re.compile(r"[A-Z]{2,6}")  # "FOMA"
MIN_NAME_WORDS = 2
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"\w+")


def joined_by(*keys: str) -> str:
    """The source of a pattern of words round authors: `joined_by("by")`, `joined_by("label",
    "work_label")`.
    """
    return join_phrases(word for key in keys for word in words_of("authors", key))


@cache
def written_by() -> str:
    """The source of a pattern: "Written by", "Scritto da"; "da" alone begins names as well."""
    return rf"{joined_by('written')}\s{{1,3}}{joined_by('by', 'by_after_role')}"


@cache
def byline_pattern() -> re.Pattern[str]:
    """ "By ", "Written by: ", "Von ", "This post was written by "."""
    by = joined_by("by")
    return re.compile(
        rf"""^\s*(?:(?:an?\s|eine?\s)?{joined_by("genre")}\s(?={by}\s))?
        (?:(?:{by}|{written_by()})\s{{0,3}}[:：]?|{joined_by("label", "work_label")}\s{{0,3}}[:：|])[\s|]{{0,3}}(?<=[\s:：|])(?=[^\W\d_])""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def foreign_by(language: str | None) -> re.Pattern[str] | None:
    """A name that begins with what is "by" in other languages than the page's: "Oleh Koval" is no
    author Koval but in Indonesian. None where the page declares no language.
    """
    if language is None:
        return None
    own = {
        word for one in read_languages() if one.code in (language, "en") for word in one.authors.by
    }
    others = [word.title() for word in words_of("authors", "by") if word not in own]
    return re.compile(rf"{join_phrases(others)}(?:\s[^\W\d_a-zß-ÿ][\w’'.-]{{1,30}}){{1,3}}$")


@cache
def and_words() -> str:
    """The source of a pattern: "and", "AND", "und", "&"."""
    words = words_of("authors", "joined")
    # "Ann E Lee" is one
    return join_phrases(("&", *words, *(word.upper() for word in words if len(word) > 2)))


@cache
def credential() -> str:
    """The source of a pattern: "MD", "Ph.D"."""
    return rf"{joined_by('credential')}\b"


@cache
def _split() -> re.Pattern[str]:
    """ "Ann Lee and Bo Ek", "A; B", "Ann Lee - Staff Writer"; not "Vanessa Ortiz, MD"."""
    comma = rf",(?!\s{{0,2}}{credential()})(?:\s{{0,2}}{and_words()}\s)?"
    return re.compile(rf"\s{{0,3}}(?:[;|•∙⋅/／、，]|{comma}|\s[-–—·]\s|\s{and_words()}\s)\s{{0,3}}")


@cache
def _after_name() -> re.Pattern[str]:
    """ "Ann Lee in Paris", "김하나 기자"."""
    return re.compile(rf"\s{joined_by('place')}\s[A-Z].*|\s?{joined_by('reporter')}$")


@cache
def _staff() -> re.Pattern[str]:
    return compile_words(words_of("authors", "staff"))


@cache
def no_credit() -> re.Pattern[str]:
    """ "Photo: Ann Lee", "Follow"."""
    return compile_words(words_of("authors", "no_credit"))


def split_names(value: str) -> list[str]:
    """The names in a statement, in its order: "By Ann Lee and Bo Ek, staff writers" has two; a
    site's address has none.
    """
    stated = keep_writers(strip_markup(value))
    if named := ADDRESS_AND_NAME.fullmatch(stated):
        stated = named["name"]
    stated = IN_PARENTHESES.sub(_keep_agency, ADDRESS.sub(" ", stated))
    if PATH_OR_DOMAIN.search(stated):
        return []
    stated = cut_by(stated)
    if (turned := SURNAME_FIRST.fullmatch(stated)) and not is_agency(turned["given"]):
        stated = f"{turned['given']} {turned['surname']}"
    pieces = _join_credentials(_split().split(stated))
    if _is_one_body(pieces):
        pieces = [stated]
    names = (_cut_agency(_after_name().sub("", piece).strip(EDGE)) for piece in pieces)
    return [name for name in names if _is_name(name)]


def cut_by(stated: str) -> str:
    """A statement without its "by"; one capitalised word behind it is a surname of which "Von" or
    "Di" is a part, where it is no agency: "Von Trapp".
    """
    rest = byline_pattern().sub("", stated, count=1)
    by = stated[: len(stated) - len(rest)].strip()
    is_surname = by.istitle() and by.isalpha() and by.casefold() in _parts_of_names()
    if is_surname and SURNAME.fullmatch(rest) and not is_agency(rest) and not _staff().search(rest):
        return stated
    return rest


@cache
def _parts_of_names() -> frozenset[str]:
    """By-words that begin surnames as well: "von", "di"."""
    return frozenset(words_of("authors", "by")) & list_particles()


def _join_credentials(pieces: list[str]) -> list[str]:
    """The pieces of a statement, letters behind a name after the first that is known with it:
    "Ann Lee, MD, FOMA".
    """
    joined: list[str] = []
    for piece in pieces:
        follows = joined and (_credential_last().search(joined[-1]) or _has_letters(joined[-1]))
        if follows and LETTERS_BEHIND.fullmatch(piece) and not is_agency(piece):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _has_letters(name: str) -> bool:
    """ "Ann Lee CPP", unlike "ANN LEE" and "Ann Lee AFP"."""
    *names, last = name.split() or [""]
    is_name = len(names) >= MIN_NAME_WORDS and not names[-1].isupper()
    return is_name and bool(LETTERS_BEHIND.fullmatch(last)) and not is_agency(last)


def _is_one_body(pieces: list[str]) -> bool:
    """Whether "and" stands in the name of a body: "Office for Water and Soil"."""
    if len(pieces) != len(("Office for Water", "Soil")):
        return False
    first, second = pieces
    is_part = " " not in second or is_organisation(second)
    is_body = " for " in first or (is_organisation(first) and " of " in first)
    return is_part and is_body and not is_agency(second)


@cache
def _credential_last() -> re.Pattern[str]:
    return re.compile(rf",\s{{0,2}}(?:{credential()}|[A-Z]{{2,6}})\.?$")


def _cut_agency(name: str) -> str:
    """ "Ann Lee The Associated Press" is Ann Lee."""
    words = name.split()
    agency = next((at for at in range(2, len(words)) if is_agency(" ".join(words[at:]))), None)
    return name if agency is None else " ".join(words[:agency])


def is_organisation(name: str) -> bool:
    """Whether a name has a word of companies and media: "Courier Media Group", "Wharf Feed"."""
    return any(word in ORGANISATION_WORDS for word in name.split())


def compact(name: str) -> str:
    """A name as it is compared: "The Marlow-Gazette" is "themarlowgazette"."""
    return "".join(WORD.findall(name.casefold()))


def _keep_agency(parentheses: re.Match[str]) -> str:
    return f", {parentheses[1]}" if is_agency(parentheses[1]) else ""


def _is_name(name: str) -> bool:
    words = WORD.findall(name)
    if (
        not 1 < len(name) <= MAX_NAME
        or len(words) > MAX_WORDS
        or not LETTER.search(name)
        or ": " in name
    ):
        return False
    return not _staff().search(name) and not no_credit().search(name)
