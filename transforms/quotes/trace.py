"""An article and its parse -> why each of its quotes stands as it does: the drafts that competed
for its words, their weights and bars.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.grammar.parse import Parse
from transforms.quotes import find_drafts
from transforms.quotes.choice import Verdict, judge_drafts
from transforms.quotes.draft import Draft
from transforms.quotes.labels import hear
from transforms.records import Quote

MOST_RIVALS = 12  # that are told of; a long sentence has hundreds


@dataclass(frozen=True, slots=True)
class Trace:
    """A quote, what became of the draft that it is made of, and what of those that share its words
    or its cue, the likelier first.
    """

    quote: Quote
    verdict: Verdict
    rivals: tuple[Verdict, ...]


def trace_quotes(parse: Parse, quotes: Sequence[Quote]) -> list[Trace]:
    """The trace of each quote of an article, in their order. parse: what they were found in."""
    voices = hear(tuple(parse))
    title = judge_drafts(find_drafts([] if parse.title is None else [parse.title], voices))
    body = judge_drafts(find_drafts(parse.paragraphs, voices))
    return list(_trace(quotes, title, body))


def _trace(
    quotes: Sequence[Quote], title: Sequence[Verdict], body: Sequence[Verdict]
) -> Iterator[Trace]:
    for quote in quotes:
        verdicts = title if quote.in_title else body
        own = _find_own(quote, verdicts)
        if own is not None:
            rivals = (
                verdict
                for verdict in verdicts
                if verdict is not own and _competes(verdict.draft, own.draft)
            )
            yield Trace(quote, own, tuple(rivals)[:MOST_RIVALS])


def _find_own(quote: Quote, verdicts: Sequence[Verdict]) -> Verdict | None:
    """What the quote is made of."""
    pieces = tuple((span.char_start, span.char_end) for span in quote.spans)
    chosen = (verdict for verdict in verdicts if verdict.fate == "chosen")
    return next((verdict for verdict in chosen if verdict.draft.pieces == pieces), None)


def _competes(draft: Draft, own: Draft) -> bool:
    """Whether a draft is another reading of a quote: of its words, or of its cue."""
    if draft.passage is not own.passage:
        return False
    has_cue = draft.cue is not None and own.cue is not None and draft.cue.i == own.cue.i
    return has_cue or any(own.touches(*piece) for piece in draft.pieces)
