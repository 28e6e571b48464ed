"""The name of a person in, surname, given names and suffix out, and how well two such names go together."""

import re
from dataclasses import dataclass
from functools import lru_cache

from transforms.linking.sounds import consonants, sound, sound_in_chinese
from transforms.linking.words import WORD, fold, read_table

PARTICLES = frozenset(
    {"al", "el", "ul", "bin", "ibn", "bint", "abu", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "di", "del", "della"}
    | {"la", "le", "du", "af", "ter", "ten", "zu", "y", "e"}
)
TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "president",
        "senator",
        "sen",
        "rep",
        "gov",
        "governor",
    }
    | {
        "general",
        "gen",
        "colonel",
        "col",
        "major",
        "maj",
        "captain",
        "capt",
        "lt",
        "sgt",
        "admiral",
        "adm",
        "judge",
        "justice",
        "king",
        "queen",
    }
    | {
        "prince",
        "princess",
        "pope",
        "cardinal",
        "bishop",
        "rev",
        "sheikh",
        "ayatollah",
        "imam",
        "mullah",
        "pm",
        "minister",
        "chancellor",
        "secretary",
    }
)
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
CHINESE_SURNAMES = frozenset(
    {
        "cai",
        "cao",
        "chen",
        "chou",
        "deng",
        "dong",
        "feng",
        "gao",
        "guo",
        "han",
        "he",
        "hu",
        "jiang",
        "li",
        "liang",
        "lin",
        "liu",
        "luo",
        "ma",
    }
    | {"mao", "pan", "peng", "qin", "sun", "tang", "teng", "tian", "wang", "wen", "wu", "xi", "xie", "xu", "yang", "yuan", "zhang", "zhao"}
    | {"zheng", "zhou", "zhu", "chiang", "tsai"}
)
KOREAN_SURNAMES = frozenset(
    {
        "kim",
        "park",
        "lee",
        "choi",
        "moon",
        "yoon",
        "chung",
        "jung",
        "kang",
        "cho",
        "ban",
        "roh",
        "chun",
        "hwang",
        "shin",
        "kwon",
        "han",
        "ri",
    }
)
INITIAL = r"(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxrzcsyw])?"
FINAL = r"(?:[iu]?an?g?|iao|uai|ai|ao|[iu]?e[in]?g?|er|i[unoe]?|in?g|i?ong|ou?|u[oin]?g?)"
CHINESE_GIVEN = re.compile(rf"{INITIAL}{FINAL}(?:{INITIAL}{FINAL})?")  # "jinping", "zedong"
CLASS_OF = {form: row[0] for row in read_table("given_names.tsv") for form in row}
SECOND_SURNAME = 0.7  # short of sure
FEMININE = (("skaya", "sky"), ("aya", "y"), ("ova", "ov"), ("eva", "ev"), ("ina", "in"))  # "Navalnaya" is a Navalny


@dataclass(frozen=True, slots=True)
class PersonName:
    """surname: its sound. given: folded words before it, initials included. suffix: "jr", "sr", "iii" or nothing.

    A lone word is a surname. whole: whether the given name comes last and is one name ("Kim Jong Un").
    """

    surname: str
    given: tuple[str, ...] = ()
    suffix: str = ""
    whole: bool = False


@lru_cache(maxsize=1 << 16)
def read_person(name: str) -> PersonName:
    """Titles and particles fall away: "Dr. Hans von Quill Jr." has the surname of "Quill, Hans"."""
    before, comma, after = name.partition(",")
    turned = f"{after} {before}" if comma and fold(after).strip(" .") not in SUFFIXES else name
    words = WORD.findall(fold(turned))  # "J.R." is two initials
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), "")
    words = [word for n, word in enumerate(words) if n == 0 or word not in SUFFIXES]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    if not words:
        return PersonName(fold(name))
    if is_eastern(words):
        return PersonName(sound_surname(words[0]), ("".join(words[1:]),), suffix, whole=True)
    given = tuple(word for word in words[:-1] if word not in PARTICLES)
    return PersonName(sound_surname(words[-1]), given, suffix)


def is_eastern(words: list[str]) -> bool:
    """Whether the family name stands first, as in Chinese and Korean: the rest must read as one or two syllables of there."""
    rest = words[1:]
    if words[0] in CHINESE_SURNAMES and 1 <= len(rest) <= 2 and CHINESE_GIVEN.fullmatch("".join(rest)):
        return len("".join(rest)) > 1
    return words[0] in KOREAN_SURNAMES and len(rest) == 2 and all(len(word) <= 5 for word in rest) and min(map(len, rest)) > 1


@lru_cache(maxsize=1 << 16)
def sound_surname(word: str) -> str:
    if word in CHINESE_SURNAMES:
        return sound_in_chinese(word)
    return sound(CLASS_OF.get(word, word))


@lru_cache(maxsize=1 << 16)
def find_class(given: str) -> str:
    """The key that a given name shares with its nicknames and spellings: "bill" -> "william"; else its sound."""
    return CLASS_OF.get(given) or sound(given)


def masculine(surname_word: str) -> str:
    """ "zakharova" -> "zakharov"."""
    return next((surname_word[: -len(ending)] + plain for ending, plain in FEMININE if surname_word.endswith(ending)), surname_word)


def first_key(name: PersonName) -> str:
    """What given names are blocked by: the class of the first; for Chinese and Korean ones the sound of the whole."""
    return sound_in_chinese(name.given[0]) if name.whole else find_class(name.given[0])


def share_given(one: PersonName, other: PersonName) -> bool:
    """Whether the given names may be one person's."""
    if one.whole or other.whole:
        return first_key(one) == first_key(other)
    if is_initial(one.given[0]) or is_initial(other.given[0]):
        return one.given[0][0] == other.given[0][0] and middles_agree(one, other)
    if first_key(one) == first_key(other):
        return middles_agree(one, other)
    return goes_by_second(one, other) or goes_by_second(other, one)


def is_initial(word: str) -> bool:
    return len(word) == 1


def goes_by_second(long: PersonName, short: PersonName) -> bool:
    """ "Willard Mitt Romney" is "Mitt Romney", "Luiz Inácio Lula da Silva" is "Lula da Silva"."""
    rest = [find_class(word) for word in long.given[1:]]
    own = [find_class(word) for word in short.given]
    return any(rest[n : n + len(own)] == own for n in range(min(len(rest), 2)))


def middles_agree(one: PersonName, other: PersonName) -> bool:
    """A missing middle name agrees with any; "W." with "Walker", never with "H. W."."""
    short, long = sorted((one.given[1:], other.given[1:]), key=len)
    if not short:
        return True
    if len(short) != len(long):
        return not any(map(is_initial, short)) and set(map(find_class, short)) <= set(map(find_class, long))
    return all(map(words_agree, short, long))


def words_agree(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    return find_class(one) == find_class(other)


def score_people(name_a: str, name_b: str) -> float:
    """How sure it is that two names are one person's, 0 to 1; same given name and other surname is least."""
    a, b = read_person(name_a), read_person(name_b)
    surname = score_surnames(a.surname, b.surname)
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return 0.2 * surname
    if not a.given or not b.given:
        return (0.9 if a.given or b.given else 1.0) * surname
    if drops_surname(a, b) or drops_surname(b, a):
        return SECOND_SURNAME
    return surname * (0.3 if not share_given(a, b) else 1.0 if a.suffix == b.suffix else 0.9)


def drops_surname(long: PersonName, short: PersonName) -> bool:
    """ "Nicolás Maduro Moros" may be "Nicolás Maduro"; "John Paul Jones" is hardly "John Paul"."""
    if len(long.given) != 2 or len(short.given) != 1 or long.given[1] in CLASS_OF:
        return False
    return sound_surname(long.given[1]) == short.surname and first_key(long) == first_key(short)


def score_surnames(one: str, other: str) -> float:
    if one == other:
        return 1.0
    same = consonants(one) == consonants(other) and len(consonants(one)) > 1 and one[0] == other[0]
    return 0.6 if same else 0.1
