"""Quotations and sentences that bear no frame of their own, behind what somebody says in the same
paragraph -> his as well: …, sagte Lund. Die Kinder lachten. „Ich gehe heim.“ Nicht vor Mai sei …
"""

import re
from collections.abc import Iterator, Sequence

from transforms.grammar.marks import DOUBLE_MARK
from transforms.quotes.marked.beside import Beside
from transforms.quotes.marked.frames import END, FEWEST, list_sentences
from transforms.quotes.marked.names import list_surnames
from transforms.quotes.marked.quoted import LETTER, Quoted
from transforms.quotes.marked.said import Said
from transforms.quotes.marked.subject import Subject
from transforms.quotes.marked.words import SaidWords
from transforms.records import QuoteKind
from transforms.world.well_known import FIRST_NAMES

ENDS_SENTENCE = ".!?…"
ON_MARKS, ON_CLAUSE = "marks:on", "clause:on"
DIRECT: QuoteKind = "direct"
INDIRECT: QuoteKind = "indirect"
FEWEST_QUOTED = 4  # words of a quotation
NAME = re.compile(r"[^\W\d_][\w’'-]+")


def find_going_on(
    text: str, told: Sequence[Said], loose: Sequence[Quoted], words: SaidWords
) -> Iterator[Said]:
    """What goes on with one of those that are told."""
    known = iter(sorted(told, key=lambda said: said.start))
    last: Said | None = None
    following = next(known, None)
    for start, end, is_quoted in sorted(_list_open(text, loose, words)):
        while following and following.start < start:
            last, following = following, next(known, None)
        if last is None or not _continues(text, last, start):
            continue
        rule, kind = (ON_MARKS, DIRECT) if is_quoted else (ON_CLAUSE, INDIRECT)
        last = Said(((start, end),), Beside(rule, None, last.beside.subject), kind)
        yield last


def _list_open(
    text: str, loose: Sequence[Quoted], words: SaidWords
) -> Iterator[tuple[int, int, bool]]:
    """Quotations of whole sentences, and sentences in the mood of what is reported."""
    for quoted in loose:
        if is_whole(text, quoted):
            yield quoted.start, quoted.end, True
    for start, end in list_sentences(text):
        if _is_reported(text, start, end, words):
            yield start, start + len(text[start:end].rstrip(END)), False


def is_whole(text: str, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence of its own that nothing brings in."""
    inner = text[quoted.inner_start : quoted.inner_end]
    first = LETTER.search(inner)
    last = inner.rstrip()[-1:] + text[quoted.inner_end : quoted.end + 1]  # "Rien. »"
    ends = any(mark in ENDS_SENTENCE for mark in last)
    is_led = text[quoted.opens : quoted.start].rstrip().endswith((":", ","))
    begins = first is not None and first.group().isupper()
    return begins and ends and not is_led and len(inner.split()) >= FEWEST_QUOTED


def _is_reported(text: str, start: int, end: int, words: SaidWords) -> bool:
    """Whether the verb of its main clause is one of what is reported."""
    if DOUBLE_MARK.search(text, start, end):
        return False
    said = [word.casefold() for word in NAME.findall(text, start, end)]
    verb = words.subjunctive.search(text, start, end)
    if verb is None or len(said) < FEWEST or not words.first_person.isdisjoint(said):
        return False
    before = text[start : verb.start()].rstrip()
    told = words.cue.search(text, start, end) or words.source.search(text, start, end)
    return not told and ("," not in before or before.endswith(","))


def _continues(text: str, last: Said, start: int) -> bool:
    """Whether it stands in the paragraph of what was said, and nobody else is named between."""
    if last.end > start or "\n" in text[last.end : start] or last.beside.subject is None:
        return False
    between = text[last.end : start]
    return not _names_another(text, between, last.beside.subject)


def _names_another(text: str, between: str, subject: Subject) -> bool:
    own = set(text[slice(*subject.place)].split())
    surnames = list_surnames(text)
    names = (name for name in NAME.findall(between) if name not in own)
    return any(name in FIRST_NAMES or name in surnames for name in names)
