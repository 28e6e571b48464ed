"""A pronoun beside what is said in a text that is not parsed, or a verb without one -> who is
meant: whoever spoke right before, or whom the sentences right before are told of.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from transforms.entities.meaning.full_names import NameText, is_given, is_person, read_name
from transforms.records import Quote, SpeakerKind
from transforms.world.lexicon import MEN, WOMEN

BREAK = re.compile(r"[.!?…]['’\"”“»]{0,2}\s+(?=\S)")
LONGEST_BETWEEN = 160  # characters between two quotations of one speaker
LONGEST_ON = 300  # characters in which nobody else is spoken of
PLURAL = "en"  # how verbs end of which "sie" are several
LONGEST_SENTENCE = 300  # characters
MOST_SENTENCES = 4  # that go on with the same person
ENDS, OPENING, CLOSING = (".", "!", "?", "…", ":"), " \n–—-„“”»«›‹\"'‘", "'’\"”“»"
# the words behind the comma of a name: ", der frühere Leiter"
APPOSED = re.compile(r"(?: \([^()\n]{1,20}\))?, ((?:[^\s,.:;]+ ?){1,3})")
LONGEST_ROLE = 40  # characters of a word before a name
MOST_ROLE = 4  # words of a role before a name: "Der frühere spanische Trainer"
CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]\w+ [^\W\d_a-zà-ÿ]\w+")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Told:
    """A quote, and the full name of who says it."""

    quote: Quote
    name: str | None


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means. place: where he is named, None where that is told elsewhere. kind: how
    he is named there.
    """

    name: str
    place: tuple[int, int] | None = None
    kind: SpeakerKind = "name"


@dataclass(frozen=True, slots=True)
class People:
    """What tells the people of a text apart. names: the words of those that speak, and what stands
    behind given names. name_in_full: a name or a part of one -> the full name. genders: pronouns ->
    given names of whom they may mean.
    """

    known: NameText
    names: frozenset[str]
    name_in_full: Callable[[str], str | None]
    genders: Mapping[str, frozenset[str]]


def read_genders(he: tuple[str, ...], she: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The pronouns of a language, with the given names of whom they may mean."""
    return dict.fromkeys(he, MEN - WOMEN) | dict.fromkeys(she, WOMEN - MEN)


def find_meant(last: Told | None, quote: Quote, people: People) -> Meant | None:
    """Whom "he" means: the person who spoke last where he says the very next thing, else whom the
    sentences right before are told of, else who spoke last where nobody else is spoken of between.
    """
    if quote.speaker_mention_kind != "pronoun" or (quote.cue_text or "").endswith(PLURAL):
        return None
    pronoun = (quote.speaker_text or "").casefold()
    given = people.genders.get(pronoun, frozenset())
    if last and last.name and _is_next(people.known.text, last.quote, quote):
        return _agree(Meant(last.name), given)
    subject = _find_subject(quote, people, pronoun) or _find_last(last, quote, people)
    return _agree(subject, given)


def _find_last(last: Told | None, quote: Quote, people: People) -> Meant | None:
    """Who spoke last, where nobody else is spoken of since."""
    if last is None or last.name is None or not _goes_on(last, quote, people):
        return None
    return Meant(last.name)


def find_dropped(last: Told | None, quote: Quote, people: People) -> Meant | None:
    """Who says what a verb without a subject goes with: «…», ha explicado."""
    plural = people.known.speech.plural
    cue = quote.cue_text
    if quote.speaker_mention_kind != "none" or not cue or not plural:
        return None
    if any(word.endswith(plural) for word in cue.split()):
        return None
    if last and last.name and _is_next(people.known.text, last.quote, quote):
        return Meant(last.name, _place_of(last.quote), last.quote.speaker_mention_kind)
    return _find_subject(quote, people, "")


def _place_of(quote: Quote) -> tuple[int, int] | None:
    start, end = quote.speaker_start, quote.speaker_end
    return None if start is None or end is None else (start, end)


def _agree(meant: Meant | None, given: frozenset[str]) -> Meant | None:
    return meant if meant and meant.name.split(maxsplit=1)[0] in given else None


def _find_subject(quote: Quote, people: People, pronoun: str) -> Meant | None:
    """The full name of whom the sentence right before a quote is told: it begins with the name, and
    a word in small letters goes on, or names nobody else; where it begins with the pronoun, of the
    one before it.
    """
    text = people.known.text
    start = quote.char_start if quote.speaker_start is None else quote.speaker_start
    at = min(quote.char_start, start)
    if pronoun:
        at = _find_own_start(at, people, pronoun)
    for _ in range(MOST_SENTENCES):
        start, end = _find_sentence(text, at)
        first = WORD.match(text, start, end)
        if first is None or first.group().casefold() != pronoun:
            given = people.genders.get(pronoun, frozenset())
            return _read_subject(start, end, people) or _find_only(start, end, people, given)
        at = start
    return None


def _find_own_start(at: int, people: People, pronoun: str) -> int:
    """Where the sentence begins that holds a pronoun, where it names nobody before: "Dennoch lachte
    er"; the place itself where a sentence begins there.
    """
    text = people.known.text
    floor = max(0, at - LONGEST_SENTENCE, text.rfind("\n", 0, at) + 1)
    before = text[floor:at].rstrip(OPENING)
    if not before or before.rstrip(CLOSING).endswith(ENDS):
        return at
    ends = [found.end() for found in BREAK.finditer(text, floor, at)]
    start = ends[-1] if ends else floor
    others = (word for word in WORD.findall(text, start, at) if word.casefold() != pronoun)
    return at if any(_is_other(word, people) for word in others) else start


def _read_subject(start: int, end: int, people: People) -> Meant | None:
    """Whom a sentence begins with, with a role before the name: "Der Trainer Jan Lund lacht"."""
    known = people.known
    run = _read_run(known.text, _skip_role(start, end, known), end)
    capitals = list(takewhile(_is_capital, run))
    behind = run[len(capitals)].group() if len(run) > len(capitals) else ""
    if not capitals or not behind or behind in known.joined:
        return None
    first, last = capitals[0].start(), capitals[-1].end()
    words = known.text[first:last]
    name = people.name_in_full(words) if len(capitals) == 1 else read_name(known, first)
    return Meant(name, (first, last)) if name and is_person(known, name) else None


def _read_run(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words from a place on that only blanks part."""
    run: list[re.Match[str]] = []
    while word := WORD.match(text, start, end):
        run.append(word)
        start = word.end() + (text[word.end() : word.end() + 1] == " ")
    return run


def _is_capital(word: re.Match[str]) -> bool:
    return word.group()[0].isupper()


def _skip_role(start: int, end: int, known: NameText) -> int:
    """Where the name begins behind a role, with or without an article and adjectives."""
    words = list(islice(WORD.finditer(known.text, start, end), MOST_ROLE))
    role = next((at for at, one in enumerate(words) if known.is_person_noun(one.group())), None)
    if role is None or known.text[words[role].end()] != " ":
        return start
    is_led = role == 0 or words[0].group().casefold() in known.determiners
    small = all(one.group().islower() for one in words[1:role])
    return words[role].end() + 1 if is_led and small else start


def _find_only(start: int, end: int, people: People, given: frozenset[str]) -> Meant | None:
    """The only one whom a sentence names, where nobody else is spoken of: no pronoun that may mean
    another, and no role that is not his.
    """
    known = people.known
    words = list(WORD.finditer(known.text, start, end))
    named = {one.start(): name for one in words if (name := _read_named(one, people))}
    names = set(named.values())
    if len(names) != 1:
        return None
    place, name = next(iter(named.items()))
    if name.split(maxsplit=1)[0] not in given:
        return None
    told = known.text[max(start, place - LONGEST_ROLE) : place], known.text[place + len(name) : end]
    own = frozenset(name.split())
    others = (one for one in words if one.group() not in own and _is_other(one.group(), people))
    is_alone = all(_is_beside(one.group(), *told) for one in others)
    return Meant(name) if is_alone else None


def _read_named(word: re.Match[str], people: People) -> str:
    """The full name of whom a word begins, or is the surname of."""
    known = people.known
    if not word.group()[0].isupper():
        return ""
    if is_given(word.group()):
        return read_name(known, word.start())
    name = people.name_in_full(word.group()) if word.group() in people.names else None
    return name or ""


def _is_beside(role: str, before: str, behind: str) -> bool:
    """Whether a word stands right before a name, or right behind its comma."""
    apposed = APPOSED.match(behind)
    return before.endswith(f"{role} ") or bool(apposed and role in apposed[1].split())


def _find_sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence stands that ends right before a place, in its paragraph or as the last of
    the one before; an empty place where none does.
    """
    floor = max(0, at - LONGEST_SENTENCE)
    end = floor + len(text[floor:at].rstrip(OPENING))
    floor = max(floor, text.rfind("\n", floor, end) + 1)
    if not text[floor:end].rstrip(CLOSING).endswith(ENDS):
        return at, at
    ends = [found.end() for found in BREAK.finditer(text, floor, end)]
    return (ends[-1] if ends else floor), end


def _is_next(text: str, last: Quote, quote: Quote) -> bool:
    """Whether no sentence stands between two quotes."""
    start = max(last.char_end, last.speaker_end or 0)
    between = text[start : quote.char_start].strip()
    near = 0 <= quote.char_start - start <= LONGEST_BETWEEN
    return near and not BREAK.search(between)


def _goes_on(last: Told, quote: Quote, people: People) -> bool:
    """Whether nobody but who spoke last is spoken of between two quotes: no name, and no role."""
    start = max(last.quote.char_end, last.quote.speaker_end or 0)
    if not 0 <= quote.char_start - start <= LONGEST_ON or last.name is None:
        return False
    between = people.known.text[start : quote.char_start]
    own = {*last.name.split(), *_list_pronouns(last.name, people)}
    words = [one for one in WORD.findall(between) if not own & {one, one.casefold()}]
    names = CAPITALS.findall(between) if people.known.has_capital_nouns else words
    return not any(_is_other(one, people) for one in words) and not any(
        _may_be_name(one, people) for one in names
    )


def _list_pronouns(name: str, people: People) -> set[str]:
    given = name.split(maxsplit=1)[0]
    return {pronoun for pronoun, names in people.genders.items() if given in names}


def _is_other(word: str, people: People) -> bool:
    known = people.known
    is_role = known.is_person_noun(word)
    is_named = word in people.names or is_given(word)
    return is_role or is_named or word.casefold() in people.genders


def _may_be_name(words: str, people: People) -> bool:
    """Whether words may be a name that nobody knows: a capital, or two in a row."""
    first = words.partition(" ")[0].casefold()
    return words[0].isupper() and first not in people.known.small | people.known.determiners
