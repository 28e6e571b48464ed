"""Drafts -> quotes: the likely ones chosen; cue, sources and day filled in."""

from collections.abc import Sequence
from operator import attrgetter

from transforms.grammar.passage import Range
from transforms.keys import make_key
from transforms.quotes.choice import choose, passes_on
from transforms.quotes.cuetext import find_cue_range, find_time, name_class, name_lemma
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.sources import find_sources
from transforms.records import Article, Quote, Span, TimeMention

NEIGHBOURS = 6  # drafts before and behind that may report this one


def make_quotes(article: Article, drafts: Sequence[Draft], times: Sequence[TimeMention]) -> list[Quote]:
    """The quotes among the drafts of one text, title or body, in order."""
    ordered = choose(drafts)
    kept = [draft for _, draft in ordered]
    in_title = bool(kept) and kept[0].passage.paragraph.in_title
    own_times = sorted((time for time in times if time.in_title == in_title), key=attrgetter("char_start"))
    around = [kept[max(0, number - NEIGHBOURS) : number + NEIGHBOURS] for number in range(len(kept))]
    return [
        _make_quote(article, draft, confidence, near, own_times)
        for (confidence, draft), near in zip(ordered, around, strict=True)
        if not passes_on(draft, near)
    ]


def _make_quote(article: Article, draft: Draft, confidence: float, around: Sequence[Draft], times: Sequence[TimeMention]) -> Quote:
    in_title = draft.passage.paragraph.in_title
    text = (article.document.title or "") if in_title else article.document.text
    spans = tuple(Span(start, end, text[start:end]) for start, end in draft.pieces)
    start, end = draft.speaker or (None, None)
    time = find_time(draft, times)
    return Quote(
        quote_id=make_key("quote", article.article_id, in_title, *(offset for piece in draft.pieces for offset in piece)),
        article_id=article.article_id,
        kind=name_kind(draft),
        in_title=in_title,
        text=" ... ".join(span.text for span in spans),
        char_start=spans[0].char_start,
        char_end=spans[-1].char_end,
        spans=spans,
        cue_text=_slice(text, find_cue_range(draft)),
        cue_lemma=name_lemma(draft),
        cue_class=name_class(draft),
        speaker_text=_slice(text, draft.speaker),
        speaker_start=start,
        speaker_end=end,
        uttered_on=time.date_from if time and time.date_from == time.date_to else None,
        uttered_on_text=time.text if time else None,
        confidence=round(confidence, 3),
        sources=find_sources(draft, around),
    )


def _slice(text: str, place: Range | None) -> str | None:
    return None if place is None else text[place[0] : place[1]]
