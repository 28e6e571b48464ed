"""A language's file -> what tells of a quotation who says it, as patterns and sets, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.world.languages import Language, Words, read_languages, words_of
from transforms.world.phrases import join_phrases

CAPITAL_NOUNS = frozenset({"de"})  # codes of languages that write every noun with a capital
VERB_FINAL = frozenset({"tr"})  # whose verb follows the marks without a comma, its subject before
PARTICLES = frozenset(words_of("authors", "particle"))


@dataclass(frozen=True, slots=True, eq=False)
class SaidWords:
    """behind: «…», — сказал Лунь; from the last mark on. within: the same in a turn that a dash
    opens. cue: such a verb anywhere. role: nouns
    that stand before a name. before_names: small words of the language itself, which stand within
    a name only behind a known given name (von). The sets are folded.
    """

    behind: re.Pattern[str]
    within: re.Pattern[str]
    cue: re.Pattern[str]
    role: re.Pattern[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    some: frozenset[str]
    according: frozenset[str]
    endings: tuple[str, ...]
    of: frozenset[str]
    adverbs: frozenset[str]
    apart: frozenset[str]
    joined: frozenset[str]
    weekdays: frozenset[str]
    possessive: tuple[str, ...]
    has_capital_nouns: bool
    is_verb_final: bool

    @property
    def before_names(self) -> frozenset[str]:
        return self.articles | self.of | self.apart


@cache
def read_words(code: str) -> SaidWords | None:
    """The words of a language, None where its file lists no verbs of speech."""
    language = next((one for one in read_languages() if one.code == code), None)
    if language is None or not language.speech.said:
        return None
    return _compile(language)


def _compile(language: Language) -> SaidWords:
    speech = language.speech
    said = f"{join_phrases(speech.said)}{_join_inverted(speech.pronouns)}(?!\\w)"
    verbs = "|".join((said, *map(_part, speech.parted)))
    cue = rf"(?<!\w)(?P<cue>{verbs})"
    behind_cue = rf"(?<!\w)(?P<cue>{'|'.join((verbs, *map(_end_word, speech.according)))})"
    behind = rf"(?P<stop>,)?\s{{0,2}}(?P<dash>[-–—]{{1,2}}\s?)?{behind_cue}"
    within = rf"(?P<stop>[,!?…])?\s{{1,2}}(?P<dash>[-–—]{{1,2}}\s?)?{behind_cue}"
    return SaidWords(
        re.compile(behind),
        re.compile(within),
        re.compile(cue, re.IGNORECASE),
        re.compile(join_phrases(speech.roles) if speech.roles else r"(?!)", re.IGNORECASE),
        _fold(speech.pronouns),
        _fold((*speech.articles, *speech.some)),
        _fold(speech.some),
        _fold(speech.according),
        speech.endings,
        _fold(speech.of),
        _fold(speech.adverbs),
        _fold(speech.apart),
        _fold(language.authors.joined),
        _fold(name for names in language.calendar.weekdays for name in names.split("|")),
        speech.possessive,
        language.code in CAPITAL_NOUNS,
        language.code in VERB_FINAL,
    )


def _part(verb: str) -> str:
    """A verb where its part stands behind it in the clause: "teilte" of "teilte sie mit"."""
    first, _, part = verb.rpartition(" ")
    return rf"{join_phrases([first])}(?=\s[^.!?:;\n„“”\"»«]{{0,120}}(?<!\w){part}(?!\w))"


def _end_word(word: str) -> str:
    return rf"{join_phrases([word])}(?!\w)"


def _join_inverted(pronouns: Words) -> str:
    """What hangs on a verb in French: explique-t-il."""
    return rf"(?:(?:-t)?-{join_phrases(pronouns)})?" if pronouns else ""


def _fold(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
