"""Drafts -> quotes: doubles dropped, confidence weighed, cue, sources and day filled in."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from transforms.keys import make_key
from transforms.quotes.cuetext import find_cue_range, find_time
from transforms.quotes.draft import Draft
from transforms.quotes.kinds import name_kind
from transforms.quotes.lexicon import CLAUSES, find_cue
from transforms.quotes.passage import Range
from transforms.quotes.sources import encloses, find_sources, name_reporter
from transforms.quotes.weights import weigh
from transforms.records import Article, Quote, Span, TimeMention

LEAST_CONFIDENCE = 0.27  # what is less likely to be a quote is left out; about half the F1, where F1 is best
LEAST_CONFIDENCE_MARKED = 0.2
MARKED = frozenset({"string", "lead", "headline"})
PASSED_ON_BY = frozenset({"agency", "broadcaster", "newspaper"})
SEVERAL = frozenset({"that", "bare", "whether", "preposition"})  # a cue may have more than one of these
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


def passes_on(draft: Draft, around: Sequence[Draft]) -> bool:
    """Whether a medium only passes on what another said ("..., Berg said, according to the agency"): a hop, not a quote of its own."""
    if draft.construction != "according" or draft.speaker is None or name_reporter(draft) not in PASSED_ON_BY:
        return False
    return any(encloses(draft, other) and other.cue is not None and other.cue.dep_ == "ROOT" for other in around)


def choose(drafts: Sequence[Draft]) -> list[tuple[float, Draft]]:
    """Confidence and draft of each quote: the likeliest of the drafts that share their pieces, or their cue and some words."""
    weighed = [(weigh(draft), number, draft) for number, draft in enumerate(drafts)]
    likely = sorted((entry for entry in weighed if entry[0] >= least_of(entry[2])), key=_rank)
    taken: set[tuple[Range, ...]] = set()
    by_cue: dict[Range, list[Draft]] = defaultdict(list)
    kept = []
    for confidence, _, draft in likely:
        same_cue = [] if draft.cue is None else by_cue[draft.passage.characters(draft.cue.i, draft.cue.i)]
        if draft.pieces in taken or any(rivals(draft, other) for other in same_cue):
            continue
        taken.add(draft.pieces)
        same_cue.append(draft)
        kept.append((confidence, draft))
    return sorted(kept, key=lambda entry: entry[1].pieces)


def _rank(entry: tuple[float, int, Draft]) -> tuple[bool, float, int]:
    """The likelier first; before all what a colon brings in, since the words beside that cue only announce it."""
    confidence, number, draft = entry
    return draft.construction != "lead", -confidence, number


def rivals(draft: Draft, other: Draft) -> bool:
    """Whether of two drafts with one cue only one can stand: they share words, or are not of one kind ("called for X and for Y")."""
    alike = draft.construction == other.construction and draft.construction in SEVERAL
    return not alike or any(draft.touches(*piece) for piece in other.pieces)


def least_of(draft: Draft) -> float:
    """The confidence that a draft must have: less where marks, a colon or "as she said" show that somebody speaks.

    None at all for a quotation that fills its paragraph, or ends it after a sentence about a person: it is said, whoever says it.
    """
    if draft.variant in {"alone", "introduced"}:
        return 0.0
    marked = draft.construction in MARKED or draft.variant == "as" or (draft.construction in CLAUSES and name_kind(draft) == "direct")
    return LEAST_CONFIDENCE_MARKED if marked else LEAST_CONFIDENCE


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


def name_lemma(draft: Draft) -> str | None:
    """The dictionary form of the cue: `say`, `call for`, `according to`; None where no word reports."""
    if draft.cue is None:
        return None
    lemma = "according to" if draft.construction == "according" else draft.cue.lemma_.lower()
    return f"{lemma} {draft.introduced_by}".strip()


def name_class(draft: Draft) -> str | None:
    """The class of the cue; "according to" and a colon are neutral, a quotation without a cue has none."""
    if draft.construction in {"according", "headline"}:
        return "neutral"
    entry = None if draft.cue is None else find_cue(draft.cue, "as" if draft.construction == "as" else "")
    return None if entry is None else entry.cue_class
