"""The name of a place in, the key that its other names share out: an alias table, never a distance
between strings (Iran, Iraq).
"""

import re
from functools import lru_cache

from transforms.world.countries import FORMS, CountryForm
from transforms.world.gazetteer import fold_place
from transforms.world.phrases import join_phrases
from transforms.world.words import read_table, read_words

FORMAL = re.compile(rf"^(?:\w+ )?{join_phrases(read_words('forms_of_states'))} of (?:the )?")
SHORT = re.compile(r"[A-Z][a-z]{1,4}\.|[A-Z.]{2,6}|W\.Va\.")  # "Calif.", "N.H.", "NYC"
ARTICLE = re.compile(rf"^{join_phrases(read_words('arabic_articles'))} ")  # "Al-Hudaydah"


def read_names() -> dict[str, str]:
    """Every form of the two tables -> the name that On Record gives the place."""
    known = ((form, row[0]) for row in read_table("places.tsv") for form in row)
    named = {fold_place(form): name for form, name in known if not SHORT.fullmatch(form)}
    for form, found in FORMS.items():
        if found.kind in ("name", "capital"):
            named.setdefault(
                fold_place(form), named.get(fold_place(name_place(found)), name_place(found))
            )
    return named


def name_place(found: CountryForm) -> str:
    return found.main if found.kind == "capital" else found.country.name


def read_short_names() -> dict[str, str]:
    """Abbreviations as they are written, with their points or without, or all in capitals -> the
    name of the place: "Va." and "VA" are Virginia, "V.A." is none.
    """
    named: dict[str, str] = {}
    for row in read_table("places.tsv"):
        for form in filter(SHORT.fullmatch, row):
            bare = form.replace(".", "")
            for spelling in (form, bare, bare.upper(), form.upper()):
                named.setdefault(spelling, row[0])
    return named


NAMES = read_names()
SHORT_NAMES = read_short_names()


@lru_cache(maxsize=1 << 16)
def find_place(name: str) -> str:
    """The key of a place. A qualifier stays ("Moscow, Idaho") unless it only says where the capital
    of that name lies; a name that the tables give another place is its own then ("Derry, Maine").
    """
    head, comma, tail = name.partition(",")
    whole = find_name(name)
    if not comma or whole in NAMED_KEYS:
        return whole
    key, where = find_name(head), find_name(tail)
    if key in HOMES and find_name(HOMES[key].name) == where:
        return key
    return f"{fold_place(head)}, {where}"


@lru_cache(maxsize=1 << 16)
def find_name(name: str) -> str:
    """The key of a name without a qualifier: the folded name that the tables give it, else its own
    words.
    """
    if found := SHORT_NAMES.get(name.strip()):
        return fold_place(found)
    words = fold_place(name)
    if words in NAMES:
        return fold_place(NAMES[words])
    bare = ARTICLE.sub("", FORMAL.sub("", words))
    return fold_place(NAMES[bare]) if bare in NAMES else words


CODES = {
    find_name(name_place(found)): found.country.code
    for found in FORMS.values()
    if found.kind == "name" and found.country.code
}
HOMES = {
    find_name(name_place(found)): found.country
    for found in FORMS.values()
    if found.kind == "capital"
}
NAMED_KEYS = frozenset(map(fold_place, NAMES.values()))


def name_key(key: str) -> str | None:
    """The name that the tables give the place of a key, if they know it."""
    return NAMES.get(key)


def find_code(key: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country whose key this is, or whose capital's."""
    return CODES.get(key) or (HOMES[key].code if key in HOMES else None)


def score_places(name_a: str, name_b: str) -> float:
    """1 for two names of one place. "Dayton" may be "Dayton, Ohio"; "Moscow" is not "Moscow,
    Idaho".
    """
    one, other = sorted((find_place(name_a), find_place(name_b)), key=len)
    if one == other:
        return 1.0
    head, comma, _ = other.partition(", ")
    return 0.7 if comma and head == one and one not in NAMED_KEYS else 0.0
