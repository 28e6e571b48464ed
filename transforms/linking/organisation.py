"""The name of an organisation in, the key that its other names share out: a bag of its telling
words, put into one spelling each.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from transforms.world.countries import FORMS
from transforms.world.lexicon import ORGANISATION_WORDS, PORTFOLIOS
from transforms.world.words import fold, read_spellings, read_table, read_words, split_words

SMALL_WORDS = read_words("small_words")
LEGAL_FORMS = read_words("legal_forms")
ONE_SPELLING = read_spellings("one_spelling")
PHRASES = (  # what is said in several ways, in the one way that is compared
    # "Ministry of Foreign Affairs"
    (re.compile(r"\bministry (?:of|for) (?:the )?(\w+)(?: affair)?\b"), r"\1 ministry"),
    (re.compile(r"\bdepartment (?:of|for) (?:the )?(\w+)\b"), r"\1 department"),
    (re.compile(r"\b(foreign|internal|interior) affair ministry\b"), r"\1 ministry"),
    (re.compile(r"\bmfa\b"), "foreign ministry"),
    (re.compile(r"\bmod\b"), "defense ministry"),
    (re.compile(r"\binternal ministry\b"), "interior ministry"),
    (re.compile(r"\bun\b(?=.)|(?<=.)\bun\b"), "united nation"),
    (re.compile(r"\beu\b(?=.)|(?<=.)\beu\b"), "european union"),
    (re.compile(r"\bco operation\b"), "cooperation"),
    (re.compile(r"(?<=.) news agency\b"), ""),
)
UN = re.compile(r"^(?:the )?(?:un|u\.n\.) ")
ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,8}s?")  # "NATO", "U.N.", "AT&T"
SHORT_ACRONYM = re.compile(r"[A-Z]{2,3}")
CONTINENTS = read_words("continents")
NATION_CODE = re.compile(r"[a-z]{2}~")  # of ISO
NATION_MARK = "~"  # behind a nation's code: no word of a name ends so


def spell_alike(name: str) -> str:
    """The words of a name in the spelling that is compared: "United States" -> "united state"."""
    return " ".join(ONE_SPELLING.get(word, word) for word in split_words(name))


def mark_nation(code: str) -> str:
    """A nation as keys and marks tell it from a word: "GB" is "gb~"."""
    return code.lower() + NATION_MARK


NATION_OF = {
    spelling: mark_nation(found.country.code or fold(found.country.name))
    for form, found in FORMS.items()
    if found.kind in ("name", "demonym") and found.country.name not in CONTINENTS
    for spelling in (fold(form), spell_alike(form))
}
NATION = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, NATION_OF), key=len, reverse=True)) + r")\b"
)
ADJECTIVES = {
    fold(form) for form, found in FORMS.items() if found.kind == "demonym"
} & NATION_OF.keys()
ADJECTIVE = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True)) + r")\b"
)
NATIONAL = re.compile(rf"\b(?:{'|'.join(sorted(read_words('national_bodies')))})$")
OFFICES = read_words("offices")
PORTFOLIO_WORDS = frozenset(ONE_SPELLING.get(word, word) for word in PORTFOLIOS)
EVERYWHERE = frozenset(
    frozenset(ONE_SPELLING.get(word, word) for word in split_words(body))
    for body in read_words("national_bodies") | read_words("papers_for_short") | ORGANISATION_WORDS
)
NATIONAL_KEYS = frozenset(
    " ".join(
        sorted(
            ONE_SPELLING.get(word, word) for word in split_words(body) if word not in SMALL_WORDS
        )
    )
    for body in read_words("bodies_of_a_nation") | read_words("national_bodies")
)
STATES = read_words("american_states") | {"georgia", "washington"}
# "American Airlines" is not Airlines for America
IN_AID = re.compile(rf"\bfor (?={NATION.pattern})")
SEVERAL, NUMBERED = (
    frozenset(
        frozenset(word for word in spell_alike(body).split() if word not in SMALL_WORDS)
        for body in read_words(listed)
    )
    for listed in ("several_of_a_nation", "numbered_of_a_state")
)
# "U.S. Bank" is not the Bank of America, "Washington University" not the University of Washington
ONLY_BY_NAME = re.compile(r"(?:the )?(?P<name>(?:bank|voice|university|times) of (?P<nation>.+))")
ABOVE = frozenset({"united", "nation", "european", "union"})
UNSTATED = 0.7  # "Supreme Court" may be "US Supreme Court"


@lru_cache(maxsize=1 << 16)
def sort_words(name: str) -> str:
    """ "Ministry of Defence of the Russian Federation" -> "defense ministry ru~"."""
    text = spell_alike(name)
    found = ONLY_BY_NAME.fullmatch(text)
    if found and (NATION.fullmatch(found["nation"]) or found["nation"] in STATES):
        return found["name"]
    text = IN_AID.sub("for", text)
    for pattern, plain in PHRASES:
        text = pattern.sub(plain, text)
    words = NATION.sub(lambda match: NATION_OF[match[0]], text).split()
    telling = [word for word in words if word not in SMALL_WORDS and word not in LEGAL_FORMS]
    return " ".join(sorted(telling or words)) or fold(name)


def read_bodies() -> list[list[str]]:
    """The forms of each known body, its name first."""
    return [*read_table("organisations.tsv"), *(forms for _, *forms in read_table("acronyms.tsv"))]


def read_aliases() -> dict[str, str]:
    """Every form of the tables -> the key of its first form."""
    aliases = {}
    for row in read_bodies():
        for form in row:
            aliases[" ".join(word for word in split_words(form) if word != "the")] = sort_words(
                row[0]
            )
            if len(split_words(form)) > 1:
                aliases.setdefault(sort_words(form), sort_words(row[0]))
    return aliases


def read_homes() -> Iterator[tuple[str, str]]:
    """The key of each known body whose forms name one nation -> that nation: "US House"."""
    for row in read_table("organisations.tsv"):
        words = {word for form in row for word in sort_words(form).split()}
        nations = {word for word in words if NATION_CODE.fullmatch(word)}
        if len(nations) == 1:
            yield sort_words(row[0]), nations.pop()


ALIASES = read_aliases()
# "Sec" is not the SEC, though "Nato" is NATO
CAPITALS_ONLY = frozenset(
    form.lower() for row in read_bodies() for form in row if SHORT_ACRONYM.fullmatch(form)
)
HOMES = dict(read_homes())
CANONICAL = {sort_words(row[0]): row[0] for row in read_bodies()}
NAMED_AFTER_PORTFOLIOS = PORTFOLIO_WORDS & CANONICAL.keys()  # the Labour Party
SEATED_IN = {sort_words(row[1]): row[0] for row in read_table("acronyms.tsv") if row[0]}


@lru_cache(maxsize=1 << 16)
def find_body(name: str) -> str:
    """The key of an organisation: that of the table where it is known, else its words in order of
    the alphabet. A portfolio alone ("Labor") is no known body that has it for a name.
    """
    plain = " ".join(word for word in split_words(name) if word != "the")
    if plain in CAPITALS_ONLY and not name.rsplit(maxsplit=1)[-1].isupper():
        return plain
    key = ALIASES.get(plain) or ALIASES.get(sort_words(name)) or sort_words(name)
    is_portfolio = " " not in plain and plain not in ALIASES and key in NAMED_AFTER_PORTFOLIOS
    return f"{key} {key}" if is_portfolio else key


def name_body(key: str) -> str | None:
    """The name that the table gives the organisation of a key, if it knows it."""
    return CANONICAL.get(key)


def find_seat(key: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country that the table gives the organisation of a key."""
    return SEATED_IN.get(key)


def find_acronyms(name: str) -> set[str]:
    """The acronyms that a name of several words can have, with and without its small words; a
    hyphened word may count once or twice.
    """
    found = set()
    plain = UN.sub("united nations ", fold(name))
    for words in (split_words(plain), split_words(plain.replace("-", ""))):
        telling = [word for word in words if word not in SMALL_WORDS and word not in LEGAL_FORMS]
        chosen = [words, telling]
        if telling and telling[0] in NATION_OF:
            chosen.append(telling[1:])
        found |= {join_initials(some) for some in chosen if len(some) > 1}
    return found


def join_initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def read_acronym(name: str) -> str | None:
    """The letters of a name that is an acronym: "U.N." -> "un"."""
    return fold(name).replace(".", "") if ACRONYM.fullmatch(name.removeprefix("the ")) else None


def find_letters(acronym: str) -> str | None:
    """The letters of an acronym, None where the table knows whose they are."""
    letters = read_acronym(acronym) or acronym.lower()
    return None if name_body(find_body(letters.upper())) else letters


def score_bodies(name_a: str, name_b: str) -> float:
    """Same key, or one the acronym of the other; two names with a word of their own each are two
    bodies.
    """
    if are_one_body(name_a, name_b):
        return 1.0
    if is_acronym_of(name_a, name_b) or is_acronym_of(name_b, name_a):
        return 0.9
    a, b = set(find_body(name_a).split()), set(find_body(name_b).split())
    if differ_in_nation(a, b):
        return UNSTATED
    return (0.4 if a <= b or b <= a else 0.2) * len(a & b) / len(a | b)


def differ_in_nation(a: set[str], b: set[str]) -> bool:
    """Whether one key has all words of the other, and besides a nation or what is above it."""
    besides = (word in ABOVE or word.endswith(NATION_MARK) for word in a ^ b)
    return (a < b or b < a) and all(besides)


def are_one_body(name_a: str, name_b: str) -> bool:
    """Whether two names have one key, or the same letters, however parted."""
    letters_a, letters_b = ("".join(split_words(name)) for name in (name_a, name_b))
    return find_body(name_a) == find_body(name_b) or letters_a == letters_b


def is_acronym_of(short: str, long: str) -> bool:
    letters = read_acronym(short)
    return (
        letters is not None and letters in find_acronyms(long) and find_body(short) not in CANONICAL
    )


def find_nations(phrase: str) -> set[str]:
    """The nations whose adjectives a phrase holds: "former British actor" -> {"gb~"}."""
    return {NATION_OF[match[0]] for match in ADJECTIVE.finditer(" ".join(split_words(phrase)))}


def is_anybodys(key: str) -> bool:
    """Whether every nation, state or town has such a body ("foreign ministry", "health department",
    "church") and the key tells of none, or a nation has several ("U.S. embassy", "1st Congressional
    District").
    """
    words = frozenset(key.split())
    is_lone = len(words) == 1 and words <= PORTFOLIO_WORDS  # "Education"
    is_office = bool(words & OFFICES and words - OFFICES <= PORTFOLIO_WORDS)
    return is_lone or is_office or words in EVERYWHERE or is_one_of_several(words)


def is_one_of_several(words: frozenset[str]) -> bool:
    """Whether a nation, or each of its states, has several of the body whose key's words these are:
    "U.S. Embassy", "1st Congressional District".
    """
    bare = frozenset(word for word in words if not word.endswith(NATION_MARK))
    unnumbered = frozenset(word for word in words if not word[0].isdigit())
    return bare in SEVERAL or (unnumbered in NUMBERED and unnumbered != words)


def is_ministry(key: str) -> bool:
    """Whether a body is told by its portfolio alone: "ministry transport"."""
    words = frozenset(key.split())
    return "ministry" in words and words - {"ministry"} <= PORTFOLIO_WORDS


def find_body_of(name: str, country_code: str | None) -> str:
    """The key of an organisation of which the article tells the country: what every nation has
    ("foreign ministry") is that nation's, and what a table knows of another nation is not the
    table's.
    """
    key = find_body(name)
    if country_code is None:
        return key
    nation = mark_nation(country_code)
    if name_body(key):
        is_own = HOMES.get(key, nation) == nation
        return key if is_own else add_nation(sort_words(name), nation)
    if not is_national(key):
        return key
    found = add_nation(key, nation)
    return ALIASES.get(found, found)


def is_national(key: str) -> bool:
    """Whether each nation has such a body of its own: "foreign ministry", "supreme court"."""
    return bool(NATIONAL.search(key)) or key in NATIONAL_KEYS or is_ministry(key)


def add_nation(key: str, nation: str) -> str:
    """A key with the nation, unless it tells one."""
    return key if NATION_MARK in key else " ".join(sorted((*key.split(), nation)))
