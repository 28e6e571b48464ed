"""An article and its parse -> its quotes: who said what, in which words, with which verb, through
whom and when.

Rules over the dependency tree and the quotation marks, with a lexicon of cues
(`transforms/world/languages`) and one weight for each cue and construction (`weights.tsv`). See docs/quotes.md.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from transforms.grammar.marks import DOUBLE_MARKS, begins_inside
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.passage import Passage, make_passage
from transforms.quotes.clauses import read_verbs
from transforms.quotes.draft import Draft
from transforms.quotes.interviews import Answer, find_answers
from transforms.quotes.labels import Voices, hear
from transforms.quotes.phrases import join_answers, make_answer, read_colon, read_phrases
from transforms.quotes.record import make_quotes
from transforms.quotes.signature import POST, SIGNATURE
from transforms.quotes.standing import list_said
from transforms.quotes.tell import tell_all
from transforms.records import Article, Quote, TimeMention

LONGEST_SENTENCE = 1_000  # tokens; what is longer is a list or no prose at all
LONGEST_RUN = 6  # paragraphs of a quotation that is opened once

__all__ = ["find_drafts", "find_quotes"]


def find_quotes(article: Article, parse: Parse, times: Sequence[TimeMention] = ()) -> list[Quote]:
    """The quotes of the title, then of the text, in order of their first words.

    times: time mentions of the article; the one that stands with the cue says when it was uttered.
    Speakers are spans; whom they refer to is filled in by `transforms.entities`.
    """
    voices = hear(tuple(parse))
    title = find_drafts([] if parse.title is None else [parse.title], voices)
    return [
        *make_quotes(article, title, times),
        *make_quotes(article, find_drafts(parse.paragraphs, voices), times),
    ]


def find_drafts(paragraphs: Sequence[Paragraph], voices: Voices | None = None) -> list[Draft]:
    """Everything in the paragraphs that may be a quote, likely or not. voices: whom the article
    knows, where it has a title, too.
    """
    known = hear(paragraphs) if voices is None else voices
    passages = list(_make_passages(paragraphs))
    answers = find_answers(paragraphs, known)
    found = (
        list(_read_passage(passage, known, answers.get(number)))
        for number, passage in enumerate(passages)
    )
    return join_answers(tell_all(zip(passages, found, strict=True), list_said(passages)))


def _make_passages(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    is_inside = is_led = False
    for number, (paragraph, following) in enumerate(zip_longest(paragraphs, paragraphs[1:])):
        # a block quotation with marks of its own is read by them
        is_bare = not _signs(paragraph) and DOUBLE_MARKS.isdisjoint(paragraph.text)
        is_set = paragraph.is_block and (is_led or _signs(following))
        is_block = is_bare and (is_set or _signs_post(following))
        runs_through = is_inside and _closes_later(paragraphs[number : number + LONGEST_RUN])
        is_quoted = is_block or runs_through
        passage = make_passage(paragraph, is_inside=is_inside, is_block=is_quoted)
        is_inside = passage.ends_inside
        is_led = is_block or passage.text.rstrip().endswith(":")
        yield passage


def _closes_later(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a quotation that was opened before some paragraphs goes through the first of them,
    that has no marks, and is closed in the one that has: a mark there only closes.
    """
    unmarked = list(takewhile(_is_unmarked, paragraphs))
    ending = paragraphs[len(unmarked) : len(unmarked) + 1]
    return bool(unmarked) and any(begins_inside(paragraph.text) for paragraph in ending)


def _is_unmarked(paragraph: Paragraph) -> bool:
    return DOUBLE_MARKS.isdisjoint(paragraph.text)


def _signs(paragraph: Paragraph | None) -> bool:
    """Whether a paragraph signs the one before: "— Anna Berg"."""
    return paragraph is not None and SIGNATURE.fullmatch(paragraph.text) is not None


def _signs_post(paragraph: Paragraph | None) -> bool:
    """Whether a paragraph signs the one before as a post: "— Anna Berg (@berg) May 3, 2024"."""
    return paragraph is not None and POST.fullmatch(paragraph.text) is not None


def _read_passage(passage: Passage, voices: Voices, answer: Answer | None) -> Iterator[Draft]:
    if answer is not None:
        yield make_answer(passage, answer)
        return
    if (draft := read_colon(passage, voices)) is not None:
        yield draft
    for sentence in passage.paragraph.doc.sents:
        if len(sentence) > LONGEST_SENTENCE:
            continue
        yield from read_verbs(passage, sentence)
        yield from read_phrases(passage, sentence)
