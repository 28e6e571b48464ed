"""Quotations of whole sentences that nothing brings in, behind a sentence of the same paragraph that
is told of somebody who speaks elsewhere -> his: Lund rechnet mit Mai. „Vorher wird das nichts.“
"""

from collections.abc import Iterator, Sequence

from transforms.quotes.marked.beside import Beside, find_sentence, is_sure
from transforms.quotes.marked.going_on import DIRECT, is_whole
from transforms.quotes.marked.names import list_surnames, pick_name, read_run, read_tokens
from transforms.quotes.marked.quoted import Quoted
from transforms.quotes.marked.said import Said
from transforms.quotes.marked.subject import Subject
from transforms.quotes.marked.words import SaidWords
from transforms.world.well_known import FIRST_NAMES

AFTER = "marks:after"
STOPS = (".", "!", "?", "…")


def find_narrated(
    text: str, told: Sequence[Said], loose: Sequence[Quoted], words: SaidWords
) -> Iterator[Said]:
    """What is said behind a sentence of one of those who speak."""
    speakers = _list_speakers(text, told)
    for quoted in loose:
        if not is_whole(text, quoted) or not _ends_sentence(text, quoted):
            continue
        subject = _read_narrated(text, quoted, words)
        if subject and text[slice(*subject.place)].rsplit(maxsplit=1)[-1] in speakers:
            yield Said(((quoted.start, quoted.end),), Beside(AFTER, None, subject), DIRECT)


def _list_speakers(text: str, told: Sequence[Said]) -> frozenset[str]:
    """The last words of their names."""
    subjects = (said.beside.subject for said in told)
    return frozenset(
        text[slice(*one.place)].rsplit(maxsplit=1)[-1]
        for one in subjects
        if one and one.kind == "name"
    )


def _ends_sentence(text: str, quoted: Quoted) -> bool:
    """Whether another sentence, or none, follows in the paragraph."""
    behind = text[quoted.end : quoted.closes].lstrip(". ")
    return not behind or behind[0].isupper()


def _read_narrated(text: str, quoted: Quoted, words: SaidWords) -> Subject | None:
    """Whom the sentence right before a quotation begins with, where it names nobody else."""
    end = quoted.opens + len(text[quoted.opens : quoted.start].rstrip())
    if not text[quoted.opens : end].endswith(STOPS):
        return None
    start = find_sentence(text, quoted.opens, end)
    tokens = read_tokens(text, start, end, words)
    run = read_run(tokens, words)
    name = pick_name(run, words)
    behind = tokens[len(run) : len(run) + 1]
    if not name or not behind or behind[0].folded in words.joined | words.before_names:
        return None
    rest = text[name[-1].end : end]
    if not is_sure(text, name, words) or _names_another(text, rest):
        return None
    return Subject((name[0].start, name[-1].end), "name")


def _names_another(text: str, rest: str) -> bool:
    """Whether somebody else is named, or quoted, in the rest of a sentence."""
    names = FIRST_NAMES | list_surnames(text)
    return any(word.strip(",.!?:;()") in names for word in rest.split())
