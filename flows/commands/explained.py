"""Quotes explained -> what a terminal shows: the drafts that competed, their weights and bars, the
speaker and what joins it elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flows.commands.tables import show_plainly

if TYPE_CHECKING:
    from rich.console import RenderableType

    from flows.stored import Entity, Stored, Wording
    from transforms.explanation import Candidate, Explained, Marked
    from transforms.quotes.choice import Fate, Verdict
    from transforms.records import Document, Quote

WIDTH_OF_QUOTE = 300  # characters of a quote that are shown
WIDTH_OF_RIVAL = 100  # of a draft that gave way
MOST_CANDIDATES = 6
MOST_WORDINGS = 6
FATES: dict["Fate", str] = {
    "chosen": "a quote of its own",
    "says nothing": "puts nobody on record",
    "under its bar": "under its bar",
    "same words": "same words, less likely",
    "same cue": "same cue, less likely",
    "nested": "within a surer quote, or around one",
}

Rows = Iterator[tuple[str, str]]


def show_quotes(
    explained: "Sequence[Explained | Marked]",
    document: "Document",
    stored: "Stored | None",
    chosen: str | None,
    all_quotes: bool,
) -> "Iterator[RenderableType]":
    """The quotes in full, or each in a line; chosen: the id of the only one that is asked for."""
    from rich.rule import Rule

    asked = [one for one in explained if chosen in (None, one.quote.quote_id)]
    if chosen is None and not all_quotes:
        yield Rule(f"quotes: {len(asked)}")
        yield make_table(line for one in asked for line in summarise(one))
        if asked:
            yield "[dim]--quotes tells of each why it stands as it does.[/]"
        return
    for one in asked:
        yield Rule(f"quote {one.quote.quote_id}")
        yield make_table(
            (*tell_line(one.quote, document), *tell_found(one), *tell_known(one.quote, stored))
        )


def tell_found(one: "Explained | Marked") -> Rows:
    """How a quote was found in its page, and who speaks."""
    from transforms.explanation import Marked

    if isinstance(one, Marked):
        yield from tell_marked(one)
    else:
        yield from tell_quote(one)
        yield from tell_speaker(one)


def tell_marked(one: "Marked") -> Rows:
    quote = one.quote
    yield "words", shorten(quote.text, WIDTH_OF_QUOTE)
    yield "is", f"{quote.kind}, confidence {quote.confidence:.2f}: {one.why_sure}"
    yield "found by", f"{quote.rule}, cue {quote.cue_text!r}: {one.how}"
    yield "speaker", f"{quote.speaker_text!r}" if quote.speaker_text else "nobody stands there"


def tell_known(quote: "Quote", stored: "Stored | None") -> Rows:
    """What the warehouse knows of a quote: who speaks, and who else reports the same."""
    if stored is None:
        return
    yield from tell_entity(stored.speakers.get(quote.quote_id))
    yield from tell_wordings(stored.wordings.get(quote.quote_id, ()))


def tell_wordings(wordings: "Sequence[Wording]") -> Rows:
    if not wordings:
        yield "utterance", "no other quote reports the same"
    for number, wording in enumerate(wordings[:MOST_WORDINGS]):
        where = f"{wording.outlet or 'an outlet without a name'}, {wording.language or '?'}"
        words = shorten(wording.words, WIDTH_OF_RIVAL)
        yield "" if number else "utterance", f"{wording.score:.2f} {where}: {words}"
    if len(wordings) > MOST_WORDINGS:
        yield "", f"and {len(wordings) - MOST_WORDINGS} more"


def tell_line(quote: "Quote", document: "Document") -> Rows:
    """Where the page was read, and the line of its text that holds the quote."""
    text = (document.title or "") if quote.in_title else document.text
    start = text.rfind("\n\n", 0, quote.char_start) + 1
    line = text[start:].strip().split("\n\n")[0]
    where = "title" if quote.in_title else "text"
    yield "page", f"{document.source_uri}, read by {document.extractor}"
    yield "line", f"kept: {shorten(line, WIDTH_OF_QUOTE)}"
    yield "place", f"characters {quote.char_start} to {quote.char_end} of the {where}"


def make_table(rows: "Rows | tuple[tuple[str, str], ...]") -> "RenderableType":
    """Two columns: what it is, and what is told of it, folded to the screen."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="yellow", no_wrap=True)
    table.add_column(overflow="fold")
    for head, told in rows:
        table.add_row(head, Text(show_plainly(told)))
    return table


def summarise(one: "Explained | Marked") -> Rows:
    quote = one.quote
    yield (
        f"{quote.confidence:.2f}",
        f"{one.speaker or quote.speaker_text or '-'}: {shorten(quote.text, WIDTH_OF_RIVAL)} [{quote.rule}]",
    )


def tell_quote(one: "Explained") -> Rows:
    quote, verdict = one.quote, one.trace.verdict
    kind = "a statement" if quote.is_statement else "the mention of an act"
    yield "words", shorten(quote.text, WIDTH_OF_QUOTE)
    yield "is", f"{quote.kind}, {kind}, confidence {quote.confidence:.2f}"
    yield (
        "found by",
        f"{quote.rule}, cue {quote.cue_text!r} ({quote.cue_class or 'no class'})"
        if quote.cue_text
        else quote.rule,
    )
    yield "weight", f"{verdict.weight:.2f}, needs {verdict.bar.least:.2f}: {verdict.bar.name}"
    for number, rival in enumerate(one.trace.rivals):
        yield "" if number else "competed", tell_rival(rival, quote_text(rival))


def tell_rival(rival: "Verdict", words: str) -> str:
    needed = f" (needs {rival.bar.least:.2f})" if rival.fate in ("under its bar", "nested") else ""
    name = f"{rival.draft.rule} {rival.draft.variant}".strip()
    return (
        f"{rival.weight:.2f} {FATES[rival.fate]}{needed}, {name}: {shorten(words, WIDTH_OF_RIVAL)}"
    )


def quote_text(verdict: "Verdict") -> str:
    """The words of a draft, as far as they stand in its paragraph."""
    draft = verdict.draft
    return " ... ".join(words for piece in draft.pieces if (words := draft.passage.slice(*piece)))


def tell_speaker(one: "Explained") -> Rows:
    quote = one.quote
    named = (
        f"{quote.speaker_text!r} ({quote.speaker_mention_kind})"
        if quote.speaker_text
        else "nobody named"
    )
    yield "speaker", f"{named} -> {one.speaker or 'nobody'}: {one.how}"
    for candidate in one.candidates[:MOST_CANDIDATES]:
        yield "", tell_candidate(candidate)


def tell_candidate(candidate: "Candidate") -> str:
    signs = ", ".join(f"{sign} {value:+g}" for sign, value in candidate.signs)
    return f"{'*' if candidate.is_chosen else '-'} {candidate.name} {candidate.score:+g} ({signs or 'no sign'})"


def tell_entity(entity: "Entity | None") -> Rows:
    """Who that is across articles, and by what: nothing where the page stands in no warehouse."""
    if entity is None:
        return
    yield "entity", f"{entity.name} ({entity.kind}), {entity.entity_id}"
    if not entity.joins:
        yield "joined by", "nothing: no other article names it"
    for number, join in enumerate(entity.joins):
        yield (
            "" if number else "joined by",
            f"{join.name!r} of {join.article_count} articles: {join.evidence}, {join.score:.2f}",
        )


def shorten(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
