"""The paragraphs of an article -> the answers of an interview that bear no label, and whose they
are, where the labels before them or the questions make it sure.

A paragraph that need not be the interviewee's is nobody's, nor is what follows it up to the next
question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Range
from transforms.quotes.interviewee import find_spoken_to
from transforms.quotes.labels import QUESTION, Label, Voices, read_labels
from transforms.world.words import fold

FEWEST_QUESTIONS = 3  # of an interview without labels
LEAST_OWN = 0.6  # share of the answers that say "I" or "we", and of the questions that say "you"
LONGEST_QUESTION = 90  # words
SHORTEST_ANSWER = 3  # words
MINE = frozenset({"i", "me", "my"})
YOURS = frozenset({"you", "your", "yours"})
ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")  # "[Laughs]", "(This interview has been edited.)"
ENDED = tuple('.!?”"…)')


@dataclass(frozen=True, slots=True)
class Answer:
    """A paragraph of an answer. speaker: where the one is named whose it is. goes_on: with the
    paragraph before, that may have a label.
    """

    speaker: Range
    goes_on: bool


def find_answers(paragraphs: Sequence[Paragraph], voices: Voices) -> dict[int, Answer]:
    """Number of each paragraph of an answer that has no label of its own -> whose it is."""
    labels = [_find_turn(paragraph, voices) for paragraph in paragraphs]
    if any(label is not None for label in labels):
        return dict(_read_labelled(paragraphs, labels, voices))
    questions = [number for number, one in enumerate(paragraphs) if is_question(one)]
    if len(questions) < FEWEST_QUESTIONS or not _ask_somebody(paragraphs, questions):
        return {}
    speaker = find_spoken_to(paragraphs[: questions[0]])
    return {} if speaker is None else _give(_read_asked(paragraphs, questions), speaker)


def _give(answers: Sequence[Sequence[int]], speaker: Range) -> dict[int, Answer]:
    """The paragraphs of answers as those of one speaker."""
    return {
        number: Answer(speaker, goes_on=place > 0)
        for answer in answers
        for place, number in enumerate(answer)
    }


def _find_turn(paragraph: Paragraph, voices: Voices) -> Label | None:
    """The label of a voice of a transcript, the one who asks among them."""
    if paragraph.in_title or ":" not in paragraph.text:
        return None
    label = next((label for label, _ in read_labels(paragraph)), None)
    return label if label is not None and _is_turn(label, voices) else None


def _is_turn(label: Label, voices: Voices) -> bool:
    return label.name in QUESTION or voices.is_turn(label)


def _read_labelled(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], voices: Voices
) -> Iterator[tuple[int, Answer]]:
    """What goes on with the turn before, up to a question or another label; behind the last turn
    only where it says "I".
    """
    turns = [(number, label) for number, label in enumerate(labels) if label is not None]
    ends = [*(number for number, _ in turns[1:]), len(paragraphs)]
    for (first, label), end in zip(turns, ends, strict=True):
        speaker = None if label.name in QUESTION else voices.find(label)
        if speaker is not None:
            later = range(first + 1, end)
            for number in _follow(paragraphs, later, label, is_last=end == len(paragraphs)):
                yield number, Answer(speaker, goes_on=True)


def _follow(
    paragraphs: Sequence[Paragraph], later: range, label: Label, *, is_last: bool
) -> Iterator[int]:
    """The paragraphs that go on with a turn, up to one that somebody else may say or that tells of
    its speaker.
    """
    for number in later:
        paragraph = paragraphs[number]
        if _breaks_off(paragraph) or label.surname in fold(paragraph.text).split():
            return
        if is_last and not tells_of_himself(paragraph):
            return
        if not _is_aside(paragraph):
            yield number


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether somebody else may speak: a question, or a label of whatever kind."""
    return is_question(paragraph) or any(read_labels(paragraph))


def _ask_somebody(paragraphs: Sequence[Paragraph], questions: Sequence[int]) -> bool:
    """Whether most questions are put to somebody, as those of an essay are not."""
    put = [number for number in questions if not YOURS.isdisjoint(_words_of(paragraphs[number]))]
    return len(put) >= LEAST_OWN * len(questions)


def _read_asked(paragraphs: Sequence[Paragraph], questions: Sequence[int]) -> list[list[int]]:
    """The answers between questions without labels; none where too few of them are told by
    somebody of himself.
    """
    answers = [
        list(_take_answer(paragraphs, range(first + 1, end), is_last=end == len(paragraphs)))
        for first, end in pairwise([*questions, len(paragraphs)])
    ]
    given = [answer for answer in answers if answer]
    own = sum(any(is_own(paragraphs[number]) for number in answer) for answer in given)
    is_interview = len(given) >= FEWEST_QUESTIONS - 1 and own >= LEAST_OWN * len(given)
    return given if is_interview else []


def _take_answer(
    paragraphs: Sequence[Paragraph], numbers: range, *, is_last: bool
) -> Iterator[int]:
    """The first paragraph behind a question, and those behind it that are surely of the same
    person: they say "I" and never "you".
    """
    told = [number for number in numbers if not _is_aside(paragraphs[number])]
    if not told or (is_last and not tells_of_himself(paragraphs[told[0]])):
        return
    yield told[0]
    yield from takewhile(lambda number: tells_of_himself(paragraphs[number]), told[1:])


def is_question(paragraph: Paragraph) -> bool:
    """Whether a paragraph of the body asks: it ends with a question, outside quotation marks."""
    text = paragraph.text.strip()
    return not paragraph.in_title and text.endswith("?") and len(text.split()) <= LONGEST_QUESTION


def _is_aside(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no speech: a heading, a stage direction, a note in brackets."""
    text = paragraph.text.strip()
    words = len(text.split())
    is_heading = not text.endswith(ENDED) and words <= LONGEST_QUESTION
    return is_heading or words < SHORTEST_ANSWER or ASIDE.fullmatch(text) is not None


def is_own(paragraph: Paragraph) -> bool:
    """Whether somebody tells of himself and his."""
    return not (MINE | {"we"}).isdisjoint(_words_of(paragraph))


def tells_of_himself(paragraph: Paragraph) -> bool:
    """Whether somebody says "I", and asks nobody."""
    words = _words_of(paragraph)
    return not MINE.isdisjoint(words) and YOURS.isdisjoint(words)


def _words_of(paragraph: Paragraph) -> set[str]:
    return {token.lower_ for token in paragraph.doc}
