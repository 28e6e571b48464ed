"""Drafts -> quotes: the likely ones chosen; cue, sources, day and the quote that reports them
filled in.
"""

from collections.abc import Sequence
from operator import attrgetter

from transforms.grammar.passage import Range
from transforms.keys import make_key
from transforms.quotes.choice import choose, passes_on
from transforms.quotes.cuetext import find_cue_range, find_day, find_time, name_class, name_lemma
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.sources import encloses, find_sources
from transforms.quotes.statement import is_statement
from transforms.quotes.talk import has_speech, temper
from transforms.quotes.weights import rate
from transforms.records import JOINT, Article, Quote, Span, TimeMention

NEIGHBOURS = 6  # drafts before and behind that may report this one
READER = "en-parse"  # rules over a parse of English

Weighed = tuple[float, Draft]  # a draft behind its confidence


def make_quotes(
    article: Article, drafts: Sequence[Draft], times: Sequence[TimeMention]
) -> list[Quote]:
    """The quotes among the drafts of one text, title or body, in order. A draft that only passes
    words on is a source, no quote.
    """
    stored = _choose_stored(drafts)
    in_title = bool(stored) and stored[0][0][1].passage.paragraph.in_title
    own_times = sorted(
        (time for time in times if time.in_title == in_title), key=attrgetter("char_start")
    )
    speech = has_speech([draft for (_, draft), _ in stored])
    around_stored = [
        list_around([weighed for weighed, _ in stored], number) for number in range(len(stored))
    ]
    quotes = []
    for ((weight, draft), around), neighbours in zip(stored, around_stored, strict=True):
        confidence = temper(draft, rate(draft, weight), speech=speech)
        parent_id = _name_parent(article, draft, neighbours)
        quotes.append(_make_quote(article, (confidence, draft), around, parent_id, own_times))
    return quotes


def _choose_stored(drafts: Sequence[Draft]) -> list[tuple[Weighed, list[Draft]]]:
    """The drafts that become quotes, each with those around it; without those that only pass words
    on.
    """
    chosen = choose(drafts)
    near = [list_around(chosen, number) for number in range(len(chosen))]
    return [
        (weighed, around)
        for weighed, around in zip(chosen, near, strict=True)
        if not passes_on(weighed[1], around)
    ]


def list_around(weighed: Sequence[Weighed], number: int) -> list[Draft]:
    """The drafts that stand next to one of them, itself included."""
    return [draft for _, draft in weighed[max(0, number - NEIGHBOURS) : number + NEIGHBOURS]]


def _name_parent(article: Article, draft: Draft, around: Sequence[Draft]) -> str | None:
    """The key of the quote that reports a draft: the shortest of those that hold its cue and its
    words.
    """
    outer = [other for other in around if encloses(other, draft)]
    parent = min(outer, key=lambda other: other.end - other.pieces[0][0], default=None)
    return None if parent is None else _name_key(article, parent)


def _name_key(article: Article, draft: Draft) -> str:
    offsets = (offset for piece in draft.pieces for offset in piece)
    return make_key("quote", article.article_id, draft.passage.paragraph.in_title, *offsets)


def _make_quote(
    article: Article,
    weighed: Weighed,
    around: Sequence[Draft],
    parent_id: str | None,
    times: Sequence[TimeMention],
) -> Quote:
    confidence, draft = weighed
    in_title = draft.passage.paragraph.in_title
    text = (article.document.title or "") if in_title else article.document.text
    spans = tuple(Span(start, end, text[start:end]) for start, end in draft.pieces)
    start, end = draft.speaker or (None, None)
    time = find_time(draft, times)
    return Quote(
        quote_id=_name_key(article, draft),
        article_id=article.article_id,
        kind=name_kind(draft),
        in_title=in_title,
        text=JOINT.join(span.text for span in spans),
        char_start=spans[0].char_start,
        char_end=spans[-1].char_end,
        spans=spans,
        cue_text=_slice(text, find_cue_range(draft)),
        cue_lemma=name_lemma(draft),
        cue_class=name_class(draft),
        speaker_text=_slice(text, draft.speaker),
        speaker_start=start,
        speaker_end=end,
        uttered_on=find_day(time, article.document.published),
        uttered_on_text=time.text if time else None,
        confidence=round(confidence, 3),
        rule=draft.rule,
        reader=READER,
        is_statement=is_statement(draft),
        parent_quote_id=parent_id,
        sources=find_sources(draft, around),
    )


def _slice(text: str, place: Range | None) -> str | None:
    return None if place is None else text[place[0] : place[1]]
