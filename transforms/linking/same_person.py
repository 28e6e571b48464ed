"""Two names of people in, whether they may be one person's out."""

from transforms.linking.person import (
    PersonName,
    find_class,
    first_key,
    is_initial,
    read_person,
    sound_surname,
)
from transforms.linking.sounds import consonants
from transforms.world.given_names import CLASS_OF

SHORT = 0.9  # a lone surname beside a full name
SUFFIX_MISSING = 0.9  # "Jr." beside none
SECOND_SURNAME = 0.7  # short of sure
OTHER_GIVEN = 0.3
OTHER_SUFFIX = 0.2
VOWELS_DIFFER = 0.6  # "Barton", "Burton"
OTHER_SURNAME = 0.1


def score_people(name_a: str, name_b: str) -> float:
    """How sure it is that two names are one person's, 0 to 1; same given name and other surname is
    least.
    """
    a, b = read_person(name_a), read_person(name_b)
    surname = score_surnames(a.surname, b.surname)
    if have_other_suffixes(a, b):
        return OTHER_SUFFIX * surname
    if not a.given or not b.given:
        return (SHORT if a.given or b.given else 1.0) * surname
    if drops_surname(a, b) or drops_surname(b, a):
        return SECOND_SURNAME
    if not share_given(a, b):
        return OTHER_GIVEN * surname
    return surname if a.suffix == b.suffix else SUFFIX_MISSING * surname


def have_other_suffixes(one: PersonName, other: PersonName) -> bool:
    return bool(one.suffix and other.suffix) and one.suffix != other.suffix


def drops_surname(long: PersonName, short: PersonName) -> bool:
    """ "Nicolás Maduro Moros" may be "Nicolás Maduro"; "John Paul Jones" is hardly "John Paul"."""
    if len(long.given) != 2 or len(short.given) != 1 or long.given[1] in CLASS_OF:
        return False
    return sound_surname(long.given[1]) == short.surname and first_key(long) == first_key(short)


def score_surnames(one: str, other: str) -> float:
    if one == other:
        return 1.0
    same = consonants(one) == consonants(other) and len(consonants(one)) > 1 and one[0] == other[0]
    return VOWELS_DIFFER if same else OTHER_SURNAME


def share_given(one: PersonName, other: PersonName) -> bool:
    """Whether the given names may be one person's."""
    if one.whole or other.whole:
        return first_key(one) == first_key(other)
    if is_initial(one.given[0]) or is_initial(other.given[0]):
        return one.given[0][0] == other.given[0][0] and middles_agree(one, other)
    if first_key(one) == first_key(other):
        return middles_agree(one, other)
    return goes_by_second(one, other) or goes_by_second(other, one)


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
        return not any(map(is_initial, short)) and set(map(find_class, short)) <= set(
            map(find_class, long)
        )
    return all(map(words_agree, short, long))


def words_agree(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    return find_class(one) == find_class(other)
