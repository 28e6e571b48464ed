"""The text of an article that is not parsed -> the full names of those whom it calls by a surname
or a given name alone, where nobody else can be meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.entities.meaning.called import is_called
from transforms.world.languages import CAPITAL_NOUNS, CASES, Language, SpeechWords, list_particles
from transforms.world.phrases import compile_words
from transforms.world.small_words import small_words_of
from transforms.world.well_known import FIRST_NAMES

# up to four words before a surname: "Jan ", "Ursula von der "
BEFORE = re.compile(r"(?:(?<![\w-])[^\W\d_][\w’'-]*[^\S\n]){1,4}$")
LONGEST_BEFORE = 60  # characters
WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
MOST_NAMES = 3  # of somebody: Ana Sol Marín
OFTEN = 2  # times that a name is written
SURNAMES = 2  # of these in a language whose nouns have capitals, too


@dataclass(frozen=True, slots=True)
class NameText:
    """A text as its names are looked up in it. places: where each word begins. small: the words
    that it writes small, and the commonest of its language. roles: nouns that stand before a name;
    persons: those that only a person is called. determiners: what stands before a noun that is no
    name.
    """

    text: str
    places: Mapping[str, list[int]]
    small: frozenset[str]
    roles: re.Pattern[str]
    persons: re.Pattern[str]
    determiners: frozenset[str]
    joined: frozenset[str]
    possessive: tuple[str, ...]
    has_capital_nouns: bool
    has_cases: bool
    speech: SpeechWords

    def is_person_noun(self, word: str) -> bool:
        """Whether only a person is called so: also with another noun before its hyphen
        (SPD-Politiker), and with an article at its end ("ministern").
        """
        last = word.rpartition("-")[2]
        return any(self.persons.fullmatch(one) for one in (word, last, *self.list_bare(word)))

    def list_bare(self, noun: str) -> list[str]:
        """A noun without the article that it may end with, in languages whose articles do."""
        endings = self.speech.endings if self.speech.possessive else ()
        return [noun.removesuffix(end) for end in endings if noun.endswith(end)]

    def is_possessive(self, word: str) -> bool:
        """Whether it is another word of the text with the ending of an owner, or may be one and is
        written once: "Lunds".
        """
        owners = [word.removesuffix(end) for end in self.possessive if word.endswith(end)]
        is_rare = len(self.places.get(word, ())) < OFTEN
        return any(owner in self.places or is_rare for owner in owners)


def read_name_text(text: str, language: Language) -> NameText:
    """A text with the words of its language that tell names from others."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for found in WORD.finditer(text):
        places[found.group()].append(found.start())
    speech = language.speech
    return NameText(
        text,
        places,
        small_words_of(language.code)
        | speech.list_small()
        | {word for word in places if not word[0].isupper()},
        compile_words(speech.list_role_nouns()),
        compile_words(speech.list_person_nouns()),
        frozenset((*speech.articles, *speech.some, *speech.of)),
        frozenset(language.authors.joined),
        speech.possessive,
        language.code in CAPITAL_NOUNS,
        language.code in CASES,
        speech,
    )


def is_given(word: str) -> bool:
    """Whether it is a known given name, or two of them: Karl-Heinz."""
    return word in FIRST_NAMES or ("-" in word and all(p in FIRST_NAMES for p in word.split("-")))


def is_person(known: NameText, words: str) -> bool:
    """Whether it is somebody's full name: a known given name and something behind it, or what the
    text calls by a role that only people have: "Sprecherin Xenia Lund", "Xenia Lund, Ärztin". Where
    nothing but its case tells a place from the name behind it ("мэр Москвы Лунь") only the first.
    """
    given, _, surname = words.partition(" ")
    is_told = is_given(given) or (not known.has_cases and _is_called(known, words.split()))
    return bool(surname) and is_told


def _is_called(known: NameText, words: Sequence[str]) -> bool:
    """Whether a name of which no word is known stands beside such a role."""
    capitals = [word for word in words if word not in list_particles()]
    if not 1 < len(capitals) <= MOST_NAMES or not all(_may_be_name(one, known) for one in capitals):
        return False
    first, name = known.places.get(words[0], ()), " ".join(words)
    return any(
        is_called(known.text, at, at + len(name), known.is_person_noun)
        for at in first
        if known.text.startswith(name, at)
    )


def _may_be_name(word: str, known: NameText) -> bool:
    return (
        word[0].isupper()
        and not word.isupper()
        and word.casefold() not in known.small
        and not known.roles.fullmatch(word)
    )


def find_full(known: NameText, words: str, others: Iterable[str]) -> str | None:
    """The full name of who is named: where it is a surname or a given name, of the only one with it
    in the text. others: names of the text that are found already.
    """
    full = {one for one in others if one.endswith(" " + words)}
    if is_person(known, words) or _is_called(known, words.split()):
        return _pick_only(full) or words  # "Gómez Sáez" of Carlos Gómez Sáez
    full |= {_read_full(known, at, words) for at in _list_places(known, words)} - {""}
    name = _pick_only(full or set(_list_bearers(known, words)))
    return name if name and is_person(known, name) else None


def _pick_only(full: set[str]) -> str | None:
    return next(iter(full)) if len(full) == 1 else None


def _list_places(known: NameText, words: str) -> Iterator[int]:
    """Where a surname begins that no other capital follows."""
    last = words.rpartition(" ")[2]
    for place in known.places.get(last, ()):
        end = place + len(last)
        follows = known.text[end : end + 1] == " " and known.text[end + 1 : end + 2].isupper()
        if not follows and known.text.startswith(words, end - len(words)):
            yield end - len(words)


def _read_full(known: NameText, at: int, surname: str) -> str:
    """The name in full that ends in a surname: from a known given name on, or with a capital before
    it that may be one; "" where it stands alone or behind a role.
    """
    start = max(0, at - LONGEST_BEFORE)
    before = BEFORE.search(known.text[start:at])
    words = before.group().split() if before else []
    for first, word in enumerate(words):
        if is_given(word) and _is_name(words[first:]):
            return " ".join([*words[first:], surname])
    return f"{words[-1]} {surname}" if words and _may_be_given(words, known) else ""


def _is_name(words: Sequence[str]) -> bool:
    """Whether nothing but other names and particles stands between given name and surname."""
    return all(word[0].isupper() or word in list_particles() for word in words)


def _may_be_given(words: Sequence[str], known: NameText) -> bool:
    """Whether the capital before a surname may be a given name: no role, no word of the text, and
    not what an article goes before ("Der Däne Lund").
    """
    word = words[-1]
    is_role = known.roles.fullmatch(word) or known.is_person_noun(word) or "-" in word
    is_noun = len(words) > 1 and words[-2].casefold() in known.determiners
    return word[0].isupper() and not is_role and not is_noun and word.casefold() not in known.small


def _list_bearers(known: NameText, given: str) -> Iterator[str]:
    """The full names that begin with a known given name."""
    for place in known.places.get(given, ()) if is_given(given) else ():
        if name := read_name(known, place):
            yield name


def list_surnames(known: NameText) -> frozenset[str]:
    """The capitals behind known given names."""
    places = (
        (place, word) for word in known.places if is_given(word) for place in known.places[word]
    )
    behind = (NEXT.match(known.text, place + len(word)) for place, word in places)
    return frozenset(found[1] for found in behind if found and found[1][0].isupper())


def read_name(known: NameText, at: int) -> str:
    """The full name that begins with the word at a place, "" where none does, or where what follows
    may be another noun.
    """
    names = list(_read_run(known, at))
    capitals = [name for name in names if name[0].isupper()]
    most = SURNAMES if known.has_capital_nouns else MOST_NAMES
    is_one = 1 < len(capitals) <= most and not known.is_possessive(names[-1])
    is_body = any(name.isupper() and len(name) > 1 for name in capitals)
    return " ".join(names) if is_one and not is_body else ""


def _read_run(known: NameText, at: int) -> Iterator[str]:
    """The capitals from a place on that only blanks part, with the particles between them."""
    found = WORD.match(known.text, at)
    waiting: list[str] = []
    while found:
        word = found.group(found.lastindex or 0)
        if word[0].isupper():
            yield from (*waiting, word)
            waiting = []
        elif word in list_particles():
            waiting.append(word)
        else:
            return
        found = NEXT.match(known.text, found.end())
