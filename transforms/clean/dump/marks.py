"""A line of a dump -> the marks it bears: sentence ends, dates, digits, and words that page
furniture is made of.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from typing import Literal, get_args

from transforms.clean.dump.wording import weigh_wording
from transforms.world.languages import DumpWords, words_of
from transforms.world.stops import ALL, UNSPACED

SCRIPT_STOPS = UNSPACED.strip("。！？")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
# letters of scripts without small words
WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
SENTENCE_END = re.compile(rf"[{ALL}][\"'”’»“」』)\]]{{0,4}}$")  # 'so," he said.' or '... he said."'
SENTENCE_STOP = re.compile(rf"[.!?{SCRIPT_STOPS}](?=[\"'”’»)\]]{{0,4}}(?:\s|$))|[。！？]")
DIGIT = re.compile(r"\d")
COMMA = re.compile(r"[,;:，、؛،]")
QUOTE = re.compile(r"[\"“”„«»「」『』]")
SEPARATOR = re.compile(r"[|•·►▶›»/→←↑↓×✕+#@_=<>{}\[\]*]")  # "Home | News › World"
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")  # "21:15", "4.47 pm"
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
DATE = re.compile(
    r"""\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b                                    # 2021-12-03, 3.12.2021
    | \b\d{1,2}(?:st|nd|rd|th)?\.?\s(?:de\s)?[^\W\d]{3,10}\.?,?\s(?:de\s)?(?:19|20)\d\d\b  # 3 Dec, 2021; 3 de marzo de 2021
    | \b[^\W\d]{3,10}\.?\s\d{1,2},?\s(?:19|20)\d\d\b                           # Dec. 3, 2021
    | \d{1,2}[月월]\s?\d{1,2}[日일]                                             # 12月3日
    """,
    re.VERBOSE,
)
BULLETS = "*•-·▪►–—"
MIN_PROSE, MIN_SENTENCES = 100, 2  # width and ends of sentences of a paragraph


def ends_sentence(line: str) -> bool:
    """True for a line that ends as a sentence does, closing quotation marks and brackets
    allowed.
    """
    return SENTENCE_END.search(line[-6:]) is not None


def read_words(line: str) -> list[str]:
    """The words of a line in lower case; "don't" and "U.S" are one."""
    return WORD.findall(line.lower())


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words that page furniture is made of, each with its kinds as places in KINDS.

    starts: the first words of pairs. strings: words of scripts without spaces, with one kind.
    """

    words: Mapping[str, tuple[int, ...]]
    starts: frozenset[str]
    strings: Mapping[str, int]


KINDS = tuple(field.name for field in fields(DumpWords))


@cache
def _furniture() -> Furniture:
    words: dict[str, tuple[int, ...]] = {}
    strings: dict[str, int] = {}
    for kind, name in enumerate(KINDS):
        for word in words_of("dump", name):
            if WIDE.search(word):
                strings.setdefault(word, kind)
            else:
                words[word] = (*words.get(word, ()), kind)
    return Furniture(
        words, frozenset(word.partition(" ")[0] for word in words if " " in word), strings
    )


def count_furniture(line: str, words: Sequence[str], is_wide: bool) -> list[int]:
    """How many different words of each kind of KINDS stand in the line; `words` are its words in
    lower case.
    """
    counts = [0] * len(KINDS)
    known = _furniture()
    found = known.words.keys() & set(words)
    if not known.starts.isdisjoint(words):
        found |= known.words.keys() & set(map(" ".join, pairwise(words)))
    for word in found:
        for kind in known.words[word]:
            counts[kind] += 1
    for string, kind in known.strings.items() if is_wide else ():
        counts[kind] += string in line
    return counts


# of a line itself, in the order of the model's columns
OwnMark = Literal[
    "width",
    "words",
    "word_width",
    "ends_sentence",
    "ends_colon",
    "ends_dots",
    "stops",
    "commas",
    "capitals",
    "starts_bullet",
    "digits",
    "quotes",
    "separators",
    "date",
    "year",
    "distinct",
    "short_words",
    "furniture",
    "furniture_share",
]
MARKS = (*get_args(OwnMark), *KINDS)
COLUMN_OF_MARK = {name: at for at, name in enumerate(MARKS)}


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line with its words in lower case, one number for each of MARKS, and the log odds that such
    words are an article's.
    """

    text: str
    words: tuple[str, ...]
    marks: tuple[float, ...]
    wording: float

    def mark(self, name: OwnMark) -> float:
        return self.marks[COLUMN_OF_MARK[name]]


def is_paragraph(line: MarkedLine) -> bool:
    """Whether it is one to any reader; what a reader wrote ends in a name and not as a sentence."""
    return line.mark("width") >= MIN_PROSE and line.mark("stops") >= MIN_SENTENCES


def mark_line(line: str) -> MarkedLine:
    """What the line looks like by itself. It is not blank."""
    words = read_words(line)
    width, pieces = len(line), line.split()
    count = max(1.0, len(words))
    is_wide = not line.isascii() and WIDE.search(line) is not None
    if is_wide:
        wide = len(WIDE.findall(line))
        width, count = width + wide, count + wide / 3
    digits = len(DIGIT.findall(line))
    furniture = count_furniture(line, words, is_wide)
    total = sum(furniture)
    marks = (
        *(
            width,
            count,
            width / count,
            ends_sentence(line),
            line[-1] in ":：",
            line.endswith(("...", "…")),
        ),
        *(
            len(SENTENCE_STOP.findall(line)),
            len(COMMA.findall(line)) / count,
            sum([piece[0].isupper() for piece in pieces]) / len(pieces),
        ),
        *(
            line[0] in BULLETS,
            digits / len(line),
            len(QUOTE.findall(line)) / count,
            len(SEPARATOR.findall(line)) / count,
        ),
        *(
            digits > 1 and DATE.search(line) is not None,
            digits > 3 and YEAR.search(line) is not None,
            len(set(words)) / count,
        ),
        *(sum([len(word) <= 3 for word in words]) / count, total, total / count, *furniture),
    )
    return MarkedLine(line, tuple(words), marks, weigh_wording(words))
