"""The quotations of a text -> each thing that is said, with its pieces: what goes on behind its verb
(„A“, sagte Lund. „B“), and in the next paragraph, is no other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.quotes.marked.beside import (
    RULES,
    Beside,
    cut_quoted,
    cut_turn,
    find_sentence,
    find_told,
    read_beside,
)
from transforms.quotes.marked.quoted import LETTER, Quoted, find_quoted
from transforms.quotes.marked.said import Said
from transforms.quotes.marked.words import SaidWords
from transforms.records import QuoteKind

LONGEST_FRAME = 300  # characters of a sentence before its marks
LONGEST_BETWEEN = 200  # characters between two pieces of one quotation
ENDS_CLAUSE = ".,:;…"
ENDS_SENTENCE = ".!?…"
CLOSING = "\"”“»’'"
BREAK = re.compile(
    r"(?<![\W\d_]\w)(?<!\b\w)(?<!\d)[.!?…]\s+(?=\S)"
)  # a sentence ends, another begins


def find_said(text: str, words: SaidWords) -> Iterator[Said]:
    """What is said in a text, in order."""
    said: Said | None = None
    before: list[Quoted] = []  # what waits for its verb
    floor = 0  # where what was said before ends
    for quoted in _find_cut(text, words):
        beside = read_beside(text, quoted, words)
        if said and goes_on(text, said, before[-1], quoted, beside):
            said = replace(said, pieces=(*said.pieces, (quoted.start, quoted.end)))
            before = [quoted]
            continue
        if said:
            yield said
            floor = said.pieces[-1][1]
            said, before = None, []
        waits = before and joins(text, before[-1], quoted)
        before = [*before, quoted] if waits else [quoted]
        if beside:
            said = _begin(text, floor, before, beside, words)
            before = [quoted]
    if said:
        yield said


def _begin(text: str, floor: int, pieces: list[Quoted], beside: Beside, words: SaidWords) -> Said:
    """What is said with its verb; from the sentence's first word on, where only its end stands in
    marks: Die Brücke sei „viel zu alt“, sagte Lund.
    """
    places = [(one.start, one.end) for one in pieces]
    start = find_frame(text, floor, pieces[0], beside)
    told = find_told(text, start, places[0][0], words)
    if told:
        return Said(tuple(places), replace(beside, subject=told))
    kind: QuoteKind = "mixed" if start < places[0][0] else "direct"
    return Said(((start, places[0][1]), *places[1:]), beside, kind)


def find_frame(text: str, floor: int, quoted: Quoted, beside: Beside) -> int:
    """Where the sentence begins that a quotation in small letters ends; else where it begins."""
    first = LETTER.search(text, quoted.inner_start, quoted.inner_end)
    is_part = (
        beside.rule == RULES[0]
        and not quoted.is_turn
        and text[quoted.end : quoted.end + 2].lstrip()[:1] == ","
    )
    if first is None or not first.group().islower() or not is_part:
        return quoted.start
    start = find_sentence(text, max(floor, quoted.opens), quoted.start)
    word = LETTER.search(text, start, quoted.start)
    return word.start() if word and quoted.start - start <= LONGEST_FRAME else quoted.start


def find_loose(text: str, told: Sequence[Said]) -> Iterator[Quoted]:
    """The quotations that are no piece of what is told."""
    taken = {start for said in told for start, _ in said.pieces}
    ends = {end for said in told for _, end in said.pieces}
    for quoted in find_quoted(text):
        if not (quoted.is_turn or quoted.is_open or {quoted.start} & taken or {quoted.end} & ends):
            yield quoted


def _find_cut(text: str, words: SaidWords) -> Iterator[Quoted]:
    for quoted in find_quoted(text):
        is_turn = quoted.is_turn or quoted.is_open
        yield from (cut_turn if is_turn else cut_quoted)(text, quoted, words)


def joins(text: str, quoted: Quoted, following: Quoted) -> bool:
    """Whether nothing stands between two quotations: the one goes on with the other, in the same
    paragraph, or in the next where no mark closes it.
    """
    between = text[quoted.end : following.start]
    return not between.strip() and (quoted.is_open or "\n" not in between)


def goes_on(text: str, said: Said, last: Quoted, quoted: Quoted, beside: Beside | None) -> bool:
    """Whether a quotation is a piece of what is being said: behind the verb of its first piece, or
    right behind the last one. Another verb makes it another's.
    """
    if beside and beside.cue != said.beside.cue:
        return False
    between = text[last.end : quoted.start]
    if not between.strip():
        return joins(text, last, quoted) or _opens_paragraph(text, last, quoted)
    cue = said.beside.cue
    is_behind = (
        said.beside.rule == RULES[0] and cue is not None and last.end <= cue[0] < quoted.start
    )
    return is_behind and "\n" not in between and _is_one_clause(between)


def _is_one_clause(between: str) -> bool:
    """Whether what stands between two pieces is one clause, which ends there: no title opens."""
    clause = between.rstrip(" -–—")
    ends = clause != between.rstrip() or clause[-1:] in ENDS_CLAUSE
    return ends and len(between) <= LONGEST_BETWEEN and not BREAK.search(clause)


def _opens_paragraph(text: str, last: Quoted, quoted: Quoted) -> bool:
    """Whether a quotation of whole sentences begins the paragraph behind one that ended with what
    was said; what another sentence introduces does not, nor a heading in marks.
    """
    ends = (
        last.end == last.closes
        and text[last.start : last.end].rstrip(CLOSING)[-1:] in ENDS_SENTENCE
    )
    goes_on = quoted.begins(text) and not quoted.is_turn
    return (
        ends and goes_on and text[quoted.start : quoted.end].rstrip(CLOSING)[-1:] in ENDS_SENTENCE
    )
