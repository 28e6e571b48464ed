"""The name of a place in, the key that its other names share out: an alias table, never a distance
between strings (Iran, Iraq).
"""

import re
from functools import lru_cache

from transforms.world.countries import FORMS, CountryForm
from transforms.world.phrases import join_phrases
from transforms.world.words import read_table, read_words, split_words

LONG_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
FORMAL = re.compile(rf"^(?:\w+ )?{join_phrases(read_words('forms_of_states'))} of (?:the )?")
ARTICLE = re.compile(rf"^{join_phrases(read_words('arabic_articles'))} ")  # "Al-Hudaydah"


def join_words(name: str) -> str:
    """The folded words of one name: "St. Petersburg" -> "saint petersburg", "the city of Odesa" ->
    "odesa".
    """
    words = [LONG_WORDS.get(word, word) for word in split_words(name)]
    if words[:2] == ["city", "of"] or words[:3] == ["the", "city", "of"]:
        words = words[words.index("of") + 1 :]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def read_names() -> dict[str, str]:
    """Every form of the two tables -> the name that On Record gives the place."""
    named = {join_words(form): row[0] for row in read_table("places.tsv") for form in row}
    for form, found in FORMS.items():
        if found.kind in ("name", "capital"):
            named.setdefault(
                join_words(form), named.get(join_words(name_place(found)), name_place(found))
            )
    return named


def name_place(found: CountryForm) -> str:
    return found.main if found.kind == "capital" else found.country.name


NAMES = read_names()


@lru_cache(maxsize=1 << 16)
def find_place(name: str) -> str:
    """The key of a place. A qualifier stays ("Moscow, Idaho") unless it only says where the capital
    of that name lies.
    """
    head, comma, tail = name.partition(",")
    whole = find_name(name)
    if not comma or whole in NAMED_KEYS:
        return whole
    key, where = find_name(head), find_name(tail)
    return key if key in HOMES and find_name(HOMES[key].name) == where else f"{key}, {where}"


@lru_cache(maxsize=1 << 16)
def find_name(name: str) -> str:
    """The key of a name without a qualifier: the folded name that the tables give it, else its own
    words.
    """
    words = join_words(name)
    if words in NAMES:
        return join_words(NAMES[words])
    bare = ARTICLE.sub("", FORMAL.sub("", words))
    return join_words(NAMES[bare]) if bare in NAMES else words


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
NAMED_KEYS = frozenset(map(join_words, NAMES.values()))


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
