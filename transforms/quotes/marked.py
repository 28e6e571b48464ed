"""An article in a language that is not parsed -> its quotations beside which a verb of speech
stands: «Мост закрыт», — сказал Иван Лунь. By the marks and the language's list of such words alone.

Names are not told in these languages: the speaker is words, and only where a name stands right
behind the verb or before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.grammar.marks import Stretch, find_stretches
from transforms.grammar.passage import Range
from transforms.keys import make_key
from transforms.records import Article, Quote, Span
from transforms.world.languages import read_languages
from transforms.world.phrases import join_phrases

RULES = "marks:behind", "marks:before"  # where the verb stands
READER = "marks"  # quotation marks and a list of verbs, without a parse
# confidence. Of 65 read by hand in news of four languages all were quotations; behind the verb 58 of
# 61 names were the speaker's and whole. Where no name is told the text tells the speaker otherwise in
# nearly all, so that the words are right and the speaker is not: half
NAMED, UNNAMED = 0.94, 0.5
STOPS = '.!?…:;»”“"'
PARAGRAPH = re.compile(r"[^\n]+")
BEHIND, BEFORE = 160, 100  # characters that are looked at behind a quotation and before it
LETTER = re.compile(r"[^\W\d_]")
UPPER, LOWER = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁЄІЇҐ", "a-zß-öø-ÿā-žα-ωа-яёєіїґ"
# "Иван Лунь", "Д. Рассел", "глава Банка России Эльвира Набиуллина"; a short word is no role
ROLE, FIRST = rf"(?:[{LOWER}]{{4,30}}\s){{0,3}}", rf"(?:[{UPPER}](?:\.|[\w’'-]+)\s){{0,4}}"
NAME = rf"{ROLE}{FIRST}[{UPPER}][{LOWER}][\w’'-]*"


@dataclass(frozen=True, slots=True)
class Verbs:
    """Where a verb of speech stands. behind: «…», — сказал Лунь. before: Лунь сказал: «…»."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """A verb of speech beside a quotation, and who is named there; as places in the text."""

    rule: str
    cue: Range
    speaker: Range | None


def find_marked_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotations of the text, in order; none in a language of which no verbs are listed."""
    verbs = _read_verbs(article.document.language or "")
    return () if verbs is None else tuple(_find_quotes(article, verbs))


@cache
def _read_verbs(code: str) -> Verbs | None:
    speech = next((one.speech for one in read_languages() if one.code == code), None)
    if speech is None or not speech.said:
        return None
    cue = rf"\b(?P<cue>{join_phrases(speech.said)})\b"
    behind = rf"(?P<stop>,)?\s{{0,2}}(?P<dash>[-–—]{{1,2}}\s)?{cue}(?:\s(?P<speaker>{NAME}))?"
    before = rf"(?:(?P<speaker>{NAME})\s)?{cue}[^.!?:\n]{{0,40}}:\s{{0,2}}$"
    return Verbs(re.compile(behind), re.compile(before), frozenset(speech.pronouns))


def _find_quotes(article: Article, verbs: Verbs) -> Iterator[Quote]:
    text = article.document.text
    for paragraph in PARAGRAPH.finditer(text):
        for stretch in find_stretches(paragraph.group()):
            start, end = (paragraph.start() + place for place in (stretch.start, stretch.end))
            if LETTER.search(text, start, end) and (
                beside := _read_behind(text, end, stretch, verbs)
                or _read_before(text, start, verbs)
            ):
                yield _make_quote(article, (start, end), beside)


def _read_behind(text: str, end: int, stretch: Stretch, verbs: Verbs) -> Beside | None:
    """The verb behind a quotation that a comma, a mark or a dash parts from it: no title is."""
    found = verbs.behind.match(text, end, end + BEHIND)
    if found is None:
        return None
    last = text[end - (stretch.end - stretch.inner_end) - 1]
    if not (found["stop"] or found["dash"] or last in ",!?…"):
        return None
    first = LETTER.search(text, end - (stretch.end - stretch.start), end)
    if first and first.group().islower() and not (found["dash"] or found["speaker"]):
        return None  # … blamed for "a want of care", said that …
    return _read_beside(RULES[0], found, _read_name(found, verbs))


def _read_before(text: str, start: int, verbs: Verbs) -> Beside | None:
    """The verb whose colon opens the quotation."""
    begin = max(0, start - BEFORE, text.rfind("\n", 0, start) + 1)
    found = verbs.before.search(text, begin, start)
    if found is None:
        return None
    speaker = _read_name(found, verbs)
    begins = speaker is not None and _begins_sentence(text, speaker[0])
    return _read_beside(RULES[1], found, speaker if begins else None)


def _begins_sentence(text: str, place: int) -> bool:
    """What begins one is its subject: "In a statement he said" names nobody."""
    before = text[max(0, place - BEFORE) : place]
    return before.endswith("\n") or before.rstrip()[-1:] in STOPS


def _read_name(found: re.Match[str], verbs: Verbs) -> Range | None:
    """Where the speaker is named beside the verb, None where a pronoun or nothing stands there."""
    name = found["speaker"]
    return found.span("speaker") if name and name.casefold() not in verbs.pronouns else None


def _read_beside(rule: str, found: re.Match[str], speaker: Range | None) -> Beside:
    return Beside(rule, found.span("cue"), speaker)


def _make_quote(article: Article, place: Range, beside: Beside) -> Quote:
    text, (start, end) = article.document.text, place
    speaker_start, speaker_end = beside.speaker or (None, None)
    return Quote(
        quote_id=make_key("quote", article.article_id, False, start, end),
        article_id=article.article_id,
        kind="direct",
        in_title=False,
        text=text[start:end],
        char_start=start,
        char_end=end,
        spans=(Span(start, end, text[start:end]),),
        cue_text=text[slice(*beside.cue)],
        speaker_text=text[slice(*beside.speaker)] if beside.speaker else None,
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        speaker_mention_kind="name" if beside.speaker else "none",
        confidence=NAMED if beside.speaker else UNNAMED,
        rule=beside.rule,
        reader=READER,
    )
