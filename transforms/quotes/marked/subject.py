"""The words behind a verb of speech, or before it -> who speaks: a name, what somebody is, or a
pronoun; None where the words are something else ("sagte am Montag").
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from transforms.grammar.passage import Range
from transforms.quotes.marked.aside import skip_aside
from transforms.quotes.marked.names import (
    Token,
    is_role,
    pick_led,
    pick_name,
    read_run,
    read_tokens,
    split_article,
)
from transforms.quotes.marked.words import PARTICLES, SaidWords
from transforms.records import SpeakerKind
from transforms.world.well_known import FIRST_NAMES

APPOSITION = 2  # words of a name at least that stands between commas
ENDS_NAME = frozenset(',.;:!?–—-(«»“”„"\n')
MOST_ROLE = 3  # words of a role without an article
SHORTEST_ROLE = 4  # letters
LETTERS = re.compile(r"\s?([^\W\d_]+)")
PAIR = 2  # an article and its noun
MOST_AGENT = 6  # words behind a verb


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, by the words of the clause. place: where they stand in the text."""

    place: Range
    kind: SpeakerKind


def read_behind(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """The subject right behind a verb: "sagte der SPD-Politiker Jan Lund am Montag"."""
    if words.is_verb_first:
        return _read_agent(text, start, end, words)
    start = end - len(text[start:end].lstrip(" "))
    tokens = read_tokens(text, start, end, words)
    tokens = tokens[_count_adverbs(tokens, words) :]
    if not tokens:
        return None
    if behind := skip_aside(text, tokens, end, words):
        return _read_name_behind(text, behind, end, words)
    return _read_first(text, tokens, end, words)


def _read_first(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """The subject that the words begin with."""
    if tokens[0].folded in words.apart:
        return None
    if tokens[0].folded in words.pronouns:
        return Subject((tokens[0].start, tokens[0].end), "pronoun")
    if tokens[0].is_capital and not _has_article(tokens[0], words):
        return _read_named(tokens, words) or _read_apposed(text, tokens, end, words)
    return _read_noun(text, tokens, end, words)


def _read_name_behind(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """The subject behind an aside, where it is somebody by his full name and nobody else."""
    subject = read_behind(text, start, end, words)
    if subject is None or subject.kind != "name":
        return None
    name = text[slice(*subject.place)].split()
    is_led = subject.place[0] > start  # by a role
    return subject if len(name) > 1 and (is_led or name[0] in FIRST_NAMES) else None


def _read_agent(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """Who stands right behind a verb, up to what tells where, when or that: وقال سامر الحلبي في."""
    place = start
    for _ in range(MOST_AGENT):
        word = LETTERS.match(text, place, end)
        if word is None or word[1] in words.apart or word[1].startswith(words.oblique):
            break
        place = word.end()
    first = LETTERS.match(text, start, end)
    return None if place == start or first is None else Subject((first.start(1), place), "role")


def _count_adverbs(tokens: list[Token], words: SaidWords) -> int:
    """Words that may stand between verb and subject: "auch", "am Montag"."""
    at = 0
    while at < len(tokens):
        if tokens[at].folded in words.adverbs | words.weekdays:
            at += 1
        elif at + 1 < len(tokens) and _is_weekday(tokens[at : at + 2], words):
            at += 2
        else:
            break
    return at


def _is_weekday(tokens: list[Token], words: SaidWords) -> bool:
    return tokens[0].folded in words.before_names and tokens[1].folded in words.weekdays


def _has_article(token: Token, words: SaidWords) -> bool:
    return split_article(token)[0] in words.articles


def _read_named(tokens: list[Token], words: SaidWords) -> Subject | None:
    """Capitals at the beginning: a name, with or without a role before it, or a role alone."""
    run = read_run(tokens, words)
    rest = tokens[len(run) :]
    if name := _read_owned(run, rest, words):
        return _make_subject(name, "name")
    if len(rest) > 1 and rest[0].folded in words.joined and rest[1].is_capital:
        return _read_joined(run, rest, words)
    name = pick_name(run, words)
    return _make_subject(name or run, "name" if name else "role")


def _read_owned(run: list[Token], rest: list[Token], words: SaidWords) -> list[Token]:
    """The name behind a role that a place or body has: "Oslos ordfører Kari Moe"."""
    if words.has_capital_nouns or not run[-1].folded.endswith(words.possessive):
        return []
    small = words.before_names | words.adverbs | words.joined | words.pronouns
    role = list(takewhile(lambda token: not _ends_noun(token, small), rest))
    return pick_name(read_run(rest[len(role) :], words), words) if role else []


def _read_joined(run: list[Token], rest: list[Token], words: SaidWords) -> Subject | None:
    """Two who speak, or the two roles of one: "Arzt und Autor Jan Lund"."""
    other = read_run(rest[1:], words)
    if all(is_role(token.text, words) for token in run) and (name := pick_name(other, words)):
        return _make_subject(name, "name")
    return _make_subject([*run, *other], "collective")


def _read_noun(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """A role, or the name that stands behind it: "le ministre de la Défense, Luc Aubry"."""
    noun = _read_role_words(tokens, words)
    if not noun:
        return _read_body(tokens, words)
    name = _find_led(tokens, noun, words)
    if name:
        return _make_subject(name, "name")
    return _read_apposed(text, tokens, end, words) or _read_role(tokens, noun, words)


def _read_body(tokens: list[Token], words: SaidWords) -> Subject | None:
    """An article and capitals: "la ONG"; they are a name from a known given name on."""
    run = read_run(tokens[1:], words)
    if not run or not _has_article(tokens[0], words):
        return None
    if run[0].text in FIRST_NAMES and len(run) > 1:
        return _make_subject(run, "name")
    return _make_subject([tokens[0], *run], "role")


def _read_role_words(tokens: list[Token], words: SaidWords) -> list[Token]:
    """The article, adjectives and noun at the beginning, without a verb behind them; [] where no
    noun is among them.
    """
    at = 1 if tokens[0].folded in words.articles else 0
    length = at
    ends = words.before_names | words.adverbs | words.joined | words.helpers
    while length < len(tokens) and not _ends_noun(tokens[length], ends):
        length += 1
    if words.has_capital_nouns:
        run = read_run(tokens[length:], words)
        return tokens[: length + len(run)] if run else []
    return _leave_verb(tokens, length, words) if length > at else []


def _leave_verb(tokens: list[Token], length: int, words: SaidWords) -> list[Token]:
    """The first words of some, without the last where its object and another verb follow: "el
    alcalde cerró | la sesión y dijo".
    """
    behind = tokens[length:]
    has_object = length > PAIR and any(one.folded in words.articles for one in behind[:1])
    goes_on = any(one.folded in words.joined for one in behind)
    return tokens[: length - 1] if has_object and goes_on else tokens[:length]


def _ends_noun(token: Token, ends: frozenset[str]) -> bool:
    return token.is_capital or token.folded in ends


def _find_led(tokens: list[Token], noun: list[Token], words: SaidWords) -> list[Token]:
    """The name right behind a role: "der Trainer Jan Lund", "president Jan Lund"; behind "of" only
    from a known given name on: "le maire de Saint-Just Luc Aubry".
    """
    if words.has_capital_nouns:
        run = [token for token in noun if token.is_capital or token.folded in PARTICLES]
        return pick_name(run[_count_small(run) :], words, is_led=True)
    if run := read_run(tokens[len(noun) :], words):
        return pick_led(run, words)
    of = list(takewhile(lambda token: _goes_on(token, words), tokens[len(noun) :]))
    return _find_given(read_run(tokens[len(noun) + len(of) :], words))


def _find_given(run: list[Token]) -> list[Token]:
    """What begins with a known given name behind another capital, and goes on."""
    given = next((at for at, one in enumerate(run[:-1]) if at and one.text in FIRST_NAMES), None)
    return run[given:] if given else []


def _count_small(run: list[Token]) -> int:
    return next((at for at, token in enumerate(run) if token.is_capital), len(run))


def _goes_on(token: Token, words: SaidWords) -> bool:
    """Whether a small word goes on with a role: "ministre de la défense"."""
    known = words.of | words.articles
    return not token.is_capital and (token.folded in known or token.folded not in words.apart)


def _read_apposed(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """The name between commas behind a role: "dijo el alcalde de Sol, Ana Luz,"."""
    last = tokens[-1].end
    is_apart = any(token.folded in words.apart - words.of for token in tokens)
    if is_apart or text[last : last + 2] != ", ":
        return None
    behind = read_tokens(text, last + 2, end, words)
    run = read_run(behind, words)
    if len(run) < APPOSITION or len(run) < len(behind):
        return None
    name = pick_name(run, words, is_led=words.has_capital_nouns)
    ends = text[run[-1].end : run[-1].end + 1] in ENDS_NAME or run[-1].end == len(text)
    return _make_subject(name, "name") if ends and len(name) >= APPOSITION else None


def _read_role(tokens: list[Token], noun: list[Token], words: SaidWords) -> Subject | None:
    """What somebody is, without a name: an article and a noun, or a noun before the clause ends."""
    rest = tokens[len(noun) :]
    if _has_article(tokens[0], words):
        kind: SpeakerKind = "anonymous" if tokens[0].folded in words.some else "role"
        return _make_subject([*noun, *_read_of(rest, words)], kind)
    if run := read_run(rest, words):  # no name: "пресс-служба Кремля"
        noun, rest = [*noun, *run], rest[len(run) :]
    ends = not rest or rest[0].folded in words.before_names | words.adverbs
    is_noun = any(token.folded.endswith(words.endings) for token in noun)
    if not (ends and is_noun) or len(noun) > MOST_ROLE or len(noun[0].text) < SHORTEST_ROLE:
        return None
    return _make_subject(noun, "role")


def _read_of(rest: list[Token], words: SaidWords) -> list[Token]:
    """Of whom or what, where it is named: "de la Cruz Roja"."""
    at = 0
    while at < len(rest) and rest[at].folded in words.of | words.articles:
        at += 1
    run = read_run(rest[at:], words) if at and not words.has_capital_nouns else []
    return [*rest[:at], *run] if run else []


def _make_subject(tokens: list[Token], kind: SpeakerKind) -> Subject | None:
    return Subject((tokens[0].start, tokens[-1].end), kind) if tokens else None
