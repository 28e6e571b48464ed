"""A language's file -> what tells of a quotation who says it, as patterns and sets, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.world.languages import (
    CAPITAL_NOUNS,
    Language,
    SpeechWords,
    Words,
    list_particles,
    read_languages,
)
from transforms.world.phrases import join_phrases
from transforms.world.words import read_words as read_list

VERB_FINAL = frozenset(
    {"tr", "ja", "ko"}
)  # whose verb follows the marks without a comma, its subject before
VERB_FIRST = frozenset(
    {"ar"}
)  # in whose script nothing but its place behind the verb shows a subject
VERB_SECOND = read_list("verb_second")
SUBJECT_FIRST = frozenset({"fi", "et"})  # whose subject may stand between the marks and the verb
PARTICLES = list_particles()


@dataclass(frozen=True, slots=True, eq=False)
class SaidWords:
    """behind: «…», — сказал Лунь; from the last mark on. within: the same in a turn that a dash
    opens. led: ”…”, Harju sanoo. so: “…”. Así lo dijo. relative: ", quien". aside: "en la radio".
    topical: 田村氏は. turn: behind what is said in Arabic, what the writer opens. cue: such a verb
    anywhere. role: nouns that stand before a name; person: those of people alone. before_names:
    small words of the language itself, which stand within a name only behind a known given name
    (von). The sets are folded.
    """

    behind: re.Pattern[str]
    within: re.Pattern[str]
    led: re.Pattern[str]
    topical: re.Pattern[str]
    cue: re.Pattern[str]
    clause: re.Pattern[str]
    that: re.Pattern[str]
    source: re.Pattern[str]
    turn: re.Pattern[str]
    subjunctive: re.Pattern[str]
    so: re.Pattern[str]
    aside: re.Pattern[str]
    relative: re.Pattern[str]
    role: re.Pattern[str]
    person: re.Pattern[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    some: frozenset[str]
    according: frozenset[str]
    endings: tuple[str, ...]
    oblique: tuple[str, ...]
    of: frozenset[str]
    adverbs: frozenset[str]
    apart: frozenset[str]
    joined: frozenset[str]
    helpers: frozenset[str]  # "ha" of "ha dicho"
    opening: frozenset[str]
    first_person: frozenset[str]
    weekdays: frozenset[str]
    possessive: tuple[str, ...]
    has_capital_nouns: bool
    has_topics: bool
    is_verb_final: bool
    is_verb_first: bool
    is_verb_second: bool

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
    behind = rf"(?P<stop>[,،、])?\s{{0,2}}(?P<dash>[-–—]{{1,2}}\s?)?{behind_cue}"
    within = rf"(?P<stop>[,!?…])?(?:\s{{1,2}}|(?=[–—]))(?P<dash>[-–—]{{1,2}}\s?)?{behind_cue}"
    is_led = language.code in SUBJECT_FIRST
    is_first = language.code in VERB_FIRST
    return SaidWords(
        re.compile(behind),
        re.compile(within),
        re.compile(
            rf",?\s{{1,2}}(?P<led>(?:[^\W\d_][\w’-]*\s){{1,4}}){cue}" if is_led else r"(?!)"
        ),
        _compile_topic(speech),
        re.compile(cue, re.IGNORECASE),
        re.compile(rf",\s{behind_cue}"),
        _compile_word("that", speech.that, before=r"(?:,\s|\s)"),
        _compile_word("cue", speech.sources, before=r"(?P<comma>,\s)?"),
        _compile_word("turn", speech.opening if is_first else (), before=r"[،,]\s"),
        re.compile(
            rf"(?<!\w){join_phrases(speech.subjunctive)}(?!\w)" if speech.subjunctive else r"(?!)"
        ),
        _compile_so(speech, cue),
        _compile_word("aside", speech.asides),
        _compile_word("relative", speech.relatives, before=r",\s"),
        re.compile(_join_nouns(speech.list_role_nouns()), re.IGNORECASE),
        re.compile(_join_nouns(speech.list_person_nouns()), re.IGNORECASE),
        _fold(speech.pronouns),
        _fold((*speech.articles, *speech.some)),
        _fold(speech.some),
        _fold(speech.according),
        speech.endings,
        speech.oblique,
        _fold(speech.of),
        _fold(speech.adverbs),
        _fold(speech.apart),
        _fold(language.authors.joined),
        _fold(verb.partition(" ")[0] for verb in speech.said if " " in verb),
        _fold(speech.opening),
        _fold(speech.first_person),
        _fold(name for names in language.calendar.weekdays for name in names.split("|")),
        speech.possessive,
        language.code in CAPITAL_NOUNS,
        bool(speech.topic),
        language.code in VERB_FINAL,
        is_first,
        language.code in VERB_SECOND,
    )


def _compile_so(speech: SpeechWords, cue: str) -> re.Pattern[str]:
    """What begins the sentence behind a quotation that tells who said so: "Así lo ha explicado"."""
    if not speech.so:
        return re.compile(r"(?!)")
    opening = join_phrases(word[0].upper() + word[1:] for word in speech.so)
    return re.compile(rf"\.?\s(?P<so>{opening})\s?{cue}")


def _compile_topic(speech: SpeechWords) -> re.Pattern[str]:
    """What finds somebody before the particle of a topic: the kanji of 市長の田村和子氏は, the word
    before a role of 이 후보는, a name in katakana; with his age between.
    """
    if not speech.topic:
        return re.compile(r"(?!)")
    sign = r"(?:(?![ぁ-ん])\w|・)"
    before = rf"(?:{sign}{{1,12}}の|{sign}{{1,4}}\s)?"
    katakana = r"[ァ-ヶー]{1,12}(?:・[ァ-ヶー]{1,12}){1,3}"  # a name of another language
    who = rf"(?P<who>{before}{sign}{{0,20}}{join_phrases(speech.endings)}|{katakana})"
    he = rf"(?P<he>{join_phrases((*speech.he, *speech.she))})"
    particle = rf"(?:（[^（）\n]{{1,12}}）|\([^()\n]{{1,12}}\))?{join_phrases(speech.topic)}"
    return re.compile(
        rf"(?<!(?![ぁ-ん])\w)(?:{who}|{he}){particle}(?=[\s、]|\Z|(?![ぁ-ん가-힣])\w)"
    )


def _join_nouns(nouns: Words) -> str:
    return join_phrases(nouns) if nouns else r"(?!)"


def _compile_word(name: str, words: Words, before: str = "") -> re.Pattern[str]:
    """What finds one of the words, whole and in any case; nothing where none is listed."""
    source = rf"(?<!\w)(?P<{name}>{join_phrases(words)})(?!\w)" if words else r"(?!)"
    return re.compile(before + source, re.IGNORECASE)


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
