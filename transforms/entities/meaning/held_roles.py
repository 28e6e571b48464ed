"""A role that speaks in a text that is not parsed ("der Trainer", "el alcalde de Sol") -> the only
one whom the text calls so: right before his name ("Trainer Jan Lund"), with its place between ("el
alcalde de Sol, Ana Luz"), or behind it ("Jan Lund, Trainer der Elf").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.entities.meaning.full_names import NameText, is_given, is_person, read_name

WORD = re.compile(r"[^\W\d_][\w-]*")
PLACE = re.compile(r"([^,.:;!?()«»“”„\"\n]{0,70})(, )?")  # between a role and its comma: " de Sol"
AGE = re.compile(r"^\s?\([^()]{1,20}\)")  # "Jan Lund (27) und Ada Berg"
ADJECTIVE = re.compile(r" ([^\W\d_A-ZÀ-Þ][^\W\d_]*) (?=[^\W\d_])")  # "président russe Jan Lund"
LONGEST_NAME = 60  # characters before a role
# a name with a comma, and at most two small words before the role: "Jan Lund (27), früherer "
BEFORE = re.compile(
    r"((?:[^\W\d_][\w’'-]* ){1,3}[^\W\d_][\w’'-]*)"
    r"(?: \([^()\n]{1,20}\))?, (?:[^\W\d_A-ZÀ-Þ]\S* ){0,2}$"
)
SHORTEST = 4  # letters of a role
PAIR = 2  # words behind a role
ENDS_NAME = (",", ".", ";", ":", "!", "?", ")", "\n", "")
SEVERAL = "?"  # two who are named together


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it speaks. noun: its telling word. of: the words that tell of what it is."""

    noun: str
    of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a role, for quotes between two places of the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Called:
    """A place where the role stands; name: "" where nobody is named there."""

    place: int
    name: str
    of: frozenset[str]


def read_role(words: str, known: NameText) -> Role | None:
    """The words of a speaker -> his role: the last one where nouns have capitals, else the first
    behind the article, and what it is of.
    """
    told = [word for word in re.split(r"[\s’']", words) if word.casefold() not in known.determiners]
    if known.has_capital_nouns:
        return Role(words.rpartition(" ")[2])
    return Role(told[0].casefold(), _fold(told[1:])) if told else None


def find_holder(known: NameText, role: Role, people: frozenset[str]) -> Holder | None:
    """The only one of whom a text says that he has a role; none behind the place where it says so
    of another, or of another place.
    """
    called = sorted(_list_called(known, role, people), key=lambda one: one.place)
    first = next((one for one in called if one.name and role.of <= one.of), None)
    if first is None or not (first.name in people or is_person(known, first.name)):
        return None
    others = (one.place for one in called if _is_another(one, first, role))
    until = next(others, len(known.text))
    return Holder(first.name, first.place, until) if until > first.place else None


def _is_another(one: _Called, first: _Called, role: Role) -> bool:
    if one.name:
        return one.name != first.name and role.of <= one.of
    return not role.of and not one.of <= first.of


def _list_called(known: NameText, role: Role, people: frozenset[str]) -> Iterator[_Called]:
    for form in sorted(_list_forms(role.noun, known)):
        for place in known.places.get(form, ()):
            yield _read_called(known, place, place + len(form), people)


def _list_forms(noun: str, known: NameText) -> set[str]:
    """A noun as it may be written before a name: "presidenten" is a president."""
    if known.has_capital_nouns:
        return {noun}
    forms = {form for form in (noun, *known.list_bare(noun)) if len(form) >= SHORTEST}
    return forms | {form[0].upper() + form[1:] for form in forms}


def _read_called(known: NameText, place: int, end: int, people: frozenset[str]) -> _Called:
    if name := _read_holder(known, end + 1, people):
        return _Called(place, name, frozenset())
    adjective = ADJECTIVE.match(known.text, end)
    if adjective and (name := _read_holder(known, adjective.end(), people)):
        return _Called(place, name, frozenset({adjective[1]}))
    told = PLACE.match(known.text, end)
    between, comma = (told[1], told[2]) if told else ("", None)
    words = between.split()
    name = (
        _read_apposed(known, told.end(), people)
        if told and comma and _tells_place(words, known)
        else ""
    )
    if name := name or _read_before(known, place, words, people):
        return _Called(place, name, _fold(WORD.findall(between)))
    return _Called(place, "", _read_of(words, known))


def _tells_place(words: Sequence[str], known: NameText) -> bool:
    """Whether words behind a role go on with it: "de Sol", "russe de la Défense", "andaluz"."""
    of = known.speech.of
    is_other = (
        known.is_person_noun(word) and before.casefold() not in of
        for before, word in pairwise(words)
    )
    goes_on = len(words) < PAIR or any(word.casefold() in of for word in words[:PAIR])
    return goes_on and not any(is_other)


def _read_of(words: Sequence[str], known: NameText) -> frozenset[str]:
    """The word that tells of what a role is where nobody is named: "de Lugo"."""
    if not words or words[0].casefold() not in known.speech.of:
        return frozenset()
    return _fold([word for word in words if word.casefold() not in known.determiners][:1])


def _read_holder(known: NameText, at: int, people: frozenset[str]) -> str:
    """Who is named at a place; two are nobody whom the words tell."""
    name = next((one for one in sorted(people) if known.text.startswith(one, at)), "")
    if not name and known.text[at : at + 1].isupper():
        name = _leave_place(read_name(known, at), known)
    rest = AGE.sub("", known.text[at + len(name) : at + len(name) + LONGEST_NAME]).split()
    return SEVERAL if name and rest and rest[0] in known.joined else name


def _leave_place(name: str, known: NameText) -> str:
    """A name without the place before it, which nothing but its case tells: "президент России Иван
    Лунь"; SEVERAL where nothing tells where the place ends.
    """
    words = name.split()
    if not known.has_cases or not words:
        return name
    given = next((at for at, word in enumerate(words[:-1]) if is_given(word)), None)
    return SEVERAL if given is None else " ".join(words[given:])


def _read_apposed(known: NameText, at: int, people: frozenset[str]) -> str:
    """Who stands between commas behind a role."""
    name = read_name(known, at)
    ends = known.text[at + len(name) : at + len(name) + 1] in ENDS_NAME
    return name if name and ends and (name in people or is_person(known, name)) else ""


def _read_before(known: NameText, place: int, words: Sequence[str], people: frozenset[str]) -> str:
    """Whose name a comma parts from the role behind it; a new clause begins with no "of"."""
    before = BEFORE.search(known.text[max(0, place - LONGEST_NAME) : place])
    small = (*known.speech.of, *known.speech.apart)
    if before is None or (words and words[0].casefold() not in small):
        return ""
    names = before[1].split()
    found = (" ".join(names[first:]) for first in range(len(names) - 1))
    return next((one for one in found if one in people or is_given(one.split()[0])), "")


def _fold(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
