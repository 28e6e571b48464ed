"""The text of an article that is not parsed -> the full names of those whom it calls by a surname
or a given name alone, where nobody else can be meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.world.languages import CAPITAL_NOUNS, Language, words_of
from transforms.world.phrases import compile_words
from transforms.world.small_words import small_words_of
from transforms.world.well_known import FIRST_NAMES

# up to four words before a surname: "Jan ", "Ursula von der "
BEFORE = re.compile(r"(?:(?<![\w-])[^\W\d_][\w’'-]*[^\S\n]){1,4}$")
LONGEST_BEFORE = 60  # characters
WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
PARTICLES = frozenset(words_of("authors", "particle"))
MOST_NAMES = 3  # of somebody: Ana Sol Marín
OFTEN = 2  # times that a name is written
SURNAMES = 2  # of these in a language whose nouns have capitals, too


@dataclass(frozen=True, slots=True)
class NameText:
    """A text as its names are looked up in it. places: where each word begins. small: the words
    that it writes small, and the commonest of its language. determiners: what stands before a noun
    that is no name.
    """

    text: str
    places: Mapping[str, list[int]]
    small: frozenset[str]
    roles: re.Pattern[str]
    determiners: frozenset[str]
    joined: frozenset[str]
    possessive: tuple[str, ...]
    has_capital_nouns: bool

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
        small_words_of(language.code) | {word for word in places if not word[0].isupper()},
        compile_words([*speech.roles, *(role.lstrip("*") for role in speech.roles)]),
        frozenset((*speech.articles, *speech.some, *speech.of)),
        frozenset(language.authors.joined),
        speech.possessive,
        language.code in CAPITAL_NOUNS,
    )


def is_given(word: str) -> bool:
    """Whether it is a known given name, or two of them: Karl-Heinz."""
    return word in FIRST_NAMES or ("-" in word and all(p in FIRST_NAMES for p in word.split("-")))


def is_full(words: str) -> bool:
    """Whether it is a known given name and something behind it."""
    given, _, surname = words.partition(" ")
    return bool(surname) and is_given(given)


def find_full(known: NameText, words: str, others: Iterable[str]) -> str | None:
    """The full name of who is named: where it is a surname or a given name, of the only one with it
    in the text. others: names of the text that are found already.
    """
    if is_full(words):
        return words
    full = {one for one in others if one.endswith(" " + words)}
    full |= {_read_full(known, at, words) for at in _list_places(known, words)} - {""}
    return _pick_only(full or set(_list_bearers(known, words)))


def _pick_only(full: set[str]) -> str | None:
    name = next(iter(full)) if len(full) == 1 else None
    return name if name and is_full(name) else None


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
    return all(word[0].isupper() or word in PARTICLES for word in words)


def _may_be_given(words: Sequence[str], known: NameText) -> bool:
    """Whether the capital before a surname may be a given name: no role, no word of the text, and
    not what an article goes before ("Der Däne Lund").
    """
    word = words[-1]
    is_role = known.roles.fullmatch(word) is not None or "-" in word
    is_noun = len(words) > 1 and words[-2].casefold() in known.determiners
    return word[0].isupper() and not is_role and not is_noun and word.casefold() not in known.small


def _list_bearers(known: NameText, given: str) -> Iterator[str]:
    """The full names that begin with a known given name."""
    for place in known.places.get(given, ()) if is_given(given) else ():
        if name := read_name(known, place):
            yield name


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
        elif word in PARTICLES:
            waiting.append(word)
        else:
            return
        found = NEXT.match(known.text, found.end())
