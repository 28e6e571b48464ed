"""The sentences of a text -> what is said without quotation marks, where a frame shows whose words
they are: "Die Brücke bleibe zu, sagte Lund", "Lund sagte, dass …", "Laut Lund bleibt sie zu".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from transforms.grammar.marks import DOUBLE_MARK
from transforms.grammar.passage import Range
from transforms.quotes.marked.beside import Beside, find_cues, is_sure, read_subject
from transforms.quotes.marked.names import is_role, read_tokens
from transforms.quotes.marked.quoted import PARAGRAPH, find_quoted
from transforms.quotes.marked.said import Said
from transforms.quotes.marked.subject import Subject, read_behind
from transforms.quotes.marked.words import SaidWords

BEHIND, THAT, ACCORDING = "clause:behind", "clause:that", "clause:according"
# a sentence ends, another begins; not behind an initial or the number of a day
BREAK = re.compile(r"(?<!\b\w)(?<!\d)[.!?…]['’\"”“»«)]{0,2}\s+(?=\S)")
FEWEST = 3  # words of a clause
LONGEST = 600  # characters of a sentence that is looked at
LONGEST_TAIL = 90  # characters behind a speaker
MOST_BETWEEN = 80  # characters between a verb and its "that"
END = " \t.!…"


def find_frames(text: str, words: SaidWords) -> Iterator[Said]:
    """What a frame shows to be said, in order."""
    quoted = [(one.start, one.end) for one in find_quoted(text) if not one.is_turn]
    for start, end in list_sentences(text):
        if end - start > LONGEST or _cuts(quoted, start):
            continue
        said = _read_sentence(text, start, end, words)
        if said and not any(_cuts(quoted, place) for piece in said.pieces for place in piece):
            yield said


def _read_sentence(text: str, start: int, end: int, words: SaidWords) -> Said | None:
    return (
        _read_behind(text, start, end, words)
        or _read_that(text, start, end, words)
        or _read_according(text, start, end, words)
    )


def _cuts(quoted: Sequence[Range], place: int) -> bool:
    """Whether a place lies within a quotation: who is quoted tells there what another said."""
    at = bisect_right(quoted, place, key=itemgetter(0)) - 1
    return at >= 0 and quoted[at][0] < place < quoted[at][1]


def list_sentences(text: str) -> Iterator[Range]:
    """Where each sentence begins and ends, without the blanks around it."""
    for paragraph in PARAGRAPH.finditer(text):
        breaks = [found.end() for found in BREAK.finditer(text, *paragraph.span())]
        for start, end in pairwise([paragraph.start(), *breaks, paragraph.end()]):
            yield start, start + len(text[start:end].rstrip())


def _read_behind(text: str, start: int, end: int, words: SaidWords) -> Said | None:
    """The clause that a verb and its subject follow behind a comma."""
    for found in words.clause.finditer(text, start, end):
        subject = _read_speaker(text, found, end, words)
        if subject is None:
            continue
        tail = text[subject.place[1] : end]
        beside = Beside(BEHIND, found.span("cue"), subject)
        first = (_skip_colon(text, start, found.start()), found.start())
        if words.subjunctive.match(tail.removeprefix(", ")) and tail.startswith(", "):
            return _make((first, (subject.place[1] + 2, end)), text, beside)
        if _is_clause(text, start, found.start(), words) and _is_tail(
            text, subject.place[1], end, words
        ):
            return _make((first,), text, beside)
    return None


def _skip_colon(text: str, start: int, end: int) -> int:
    """Where the words begin that a colon brings in; else the sentence."""
    colon = text.rfind(": ", start, end)
    is_long = colon >= 0 and len(text[colon + 1 : end].split()) >= FEWEST
    return colon + 2 if is_long else start


def _read_speaker(text: str, found: re.Match[str], end: int, words: SaidWords) -> Subject | None:
    """The subject of a verb behind a comma, where it can be no object: "forderte eine Pause"."""
    subject = read_behind(text, found.end(), end, words)
    if subject is None or _is_own(text, subject, words):
        return None
    if found["cue"].casefold() in words.according:  # "so etwa Lund" is an example
        return subject if text[found.end() : subject.place[0]].isspace() else None
    may_be_object = subject.kind in {"role", "anonymous"} and words.has_capital_nouns
    return subject if not may_be_object or _is_body(text, subject, words) else None


def _is_own(text: str, subject: Subject, words: SaidWords) -> bool:
    """Whether the writer speaks of himself."""
    return text[slice(*subject.place)].casefold() in words.first_person


def _is_clause(text: str, start: int, end: int, words: SaidWords) -> bool:
    """Whether it may stand alone: what "als" or "nachdem" opens only tells when it was said."""
    tokens = read_tokens(text, start, end, words)
    if not tokens or len(text[start:end].split()) < FEWEST:
        return False
    if tokens[0].folded not in words.opening:
        return True
    return words.subjunctive.search(text, start, end) is not None


def _is_tail(text: str, start: int, end: int, words: SaidWords) -> bool:
    """Whether only when, where or to whom it was said stands behind the speaker: no object."""
    tail = text[start:end].strip(END)
    if words.that.match(text, start, end):
        return False
    if not tail or tail[0] in ",(;–-":
        return True
    tokens = read_tokens(text, start + 1, end, words)
    small = words.before_names | words.adverbs | words.weekdays
    return len(tail) <= LONGEST_TAIL and bool(tokens) and tokens[0].folded in small


def _read_that(text: str, start: int, end: int, words: SaidWords) -> Said | None:
    """The clause that "that" opens behind a verb whose subject is known."""
    for cue in find_cues(text, start, end, words):
        that = words.that.search(text, cue.end(), min(end, cue.end() + MOST_BETWEEN))
        if (
            that is None
            or _parts(text, cue.end(), that.start())
            or _relates(text, cue, that, words)
        ):
            continue
        subject = read_subject(text, start, that.start(), cue, words)
        if subject and not _is_own(text, subject, words):
            beside = Beside(THAT, cue.span("cue"), subject)
            last = _find_turn(text, that.end("that"), end, words)
            return _make(((that.start("that"), last),), text, beside)
    return None


def _relates(text: str, cue: re.Match[str], that: re.Match[str], words: SaidWords) -> bool:
    """Whether a "that" tells more of a noun before it: "cuenta con un plan con el que"; behind a
    comma, too, where it is a relative pronoun: "apontou a demora, que".
    """
    before = text[cue.end() : that.start()].split()
    if not before or before[0].startswith(","):
        return False
    is_relative = words.relative.match(text, that.start()) is not None
    return is_relative or before[-1].casefold() in words.articles


def _find_turn(text: str, start: int, end: int, words: SaidWords) -> int:
    """Where what is said in a clause ends: before another verb with a clause of its own ("y ha
    explicado que"), or before what the writer opens.
    """
    turn = words.turn.search(text, start, end)
    end = turn.start() if turn else end
    for cue in words.cue.finditer(text, start, end):
        before = text[start : cue.start("cue")].rsplit(maxsplit=1)
        is_joined = len(before) > 1 and before[-1].casefold() in words.joined
        if is_joined and words.that.match(text, cue.end(), end):
            return start + len(before[0])
    return end


def _parts(text: str, start: int, end: int) -> bool:
    """Whether a verb and its "that" are parted by another clause or by marks."""
    clause = text[start:end]
    is_aside = clause.startswith(",") and clause.count(",") == 1  # "destacó, tras la reunión, que"
    return ("," in clause and not is_aside) or DOUBLE_MARK.search(clause) is not None


def _read_according(text: str, start: int, end: int, words: SaidWords) -> Said | None:
    """The sentence that "according to" somebody opens or ends."""
    for found in words.source.finditer(text, start, end):
        subject = read_behind(text, found.end(), end, words)
        if subject is None or not _is_source(text, subject, words):
            continue
        rest = subject.place[1]
        beside = Beside(ACCORDING, found.span("cue"), subject)
        if found.start("cue") == start:
            opens = _find_opening(text, rest, end, words)
            return _make(((opens, end),), text, beside) if opens else None
        if found["comma"] and not text[rest:end].strip(END):
            return _make(((start, found.start()),), text, beside)
    return None


def _is_source(text: str, subject: Subject, words: SaidWords) -> bool:
    """Whether it is somebody, or a body by its name: no law, and no custom."""
    if subject.kind == "name" and words.has_capital_nouns:
        name = read_tokens(text, *subject.place, words)
        return is_sure(text, name, words) or name[0].text.isupper()
    if subject.kind != "role":
        return subject.kind in {"name", "pronoun", "collective"}
    return _is_body(text, subject, words)


def _is_body(text: str, subject: Subject, words: SaidWords) -> bool:
    """Whether a role is a person's or a body's: by the list, or by a capital of its own."""
    tokens = read_tokens(text, *subject.place, words)
    if words.has_capital_nouns:
        return any(is_role(token.text, words) for token in tokens)
    return any(token.is_capital for token in tokens)


def _find_opening(text: str, start: int, end: int, words: SaidWords) -> int | None:
    """Where the content begins behind its source: behind a comma, or with the verb."""
    if text[start : start + 2] == ", ":
        comma = text.find(",", start + 2, start + 2 + LONGEST_TAIL)
        return None if comma >= 0 else start + 2
    tokens = read_tokens(text, start + 1, end, words)
    small = words.before_names | words.joined | words.adverbs
    if not words.is_verb_second or not tokens or tokens[0].is_capital:
        return None
    return None if tokens[0].folded in small else tokens[0].start


def _make(pieces: tuple[Range, ...], text: str, beside: Beside) -> Said | None:
    trimmed = tuple((start, start + len(text[start:end].rstrip(END))) for start, end in pieces)
    is_long = sum(len(text[start:end].split()) for start, end in trimmed) >= FEWEST
    marked = any(DOUBLE_MARK.search(text, start, end) for start, end in trimmed)
    return Said(trimmed, beside, "mixed" if marked else "indirect") if is_long else None
