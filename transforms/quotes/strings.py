"""Quoted stretches that no rule of grammar took -> drafts: beside a cue, after a lead-in, or carried on from the last speaker."""

from collections.abc import Sequence

from spacy.tokens import Token

from transforms.quotes.content import make_pieces
from transforms.quotes.draft import Draft
from transforms.quotes.lexicon import find_verb_cue
from transforms.quotes.marks import Stretch
from transforms.quotes.passage import Passage, Range
from transforms.quotes.syntax import find_subject, noun_phrase

REACH = 18  # tokens between a quotation and the verb that reports it
LONGEST_ASIDE = 260  # characters between two pieces of one quote
SENTENCE_END = frozenset('.!?”"»:—–…)')
FEWEST_WORDS_SINGLE = 4  # of a quotation in single marks that stands alone


class Teller:
    """Reads the passages of one text in order and remembers who spoke last, since a quotation alone in its paragraph is theirs."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._last: int | None = None  # the last draft with a speaker
        self._open = False  # the paragraph before ended inside a quotation
        self._lead: Range | None = None  # who speaks after a paragraph that ended "X added:"
        self._lead_cue: Token | None = None

    def read(self, passage: Passage, found: Sequence[Draft]) -> None:
        """Add the drafts found in a passage and those of the quoted stretches that they leave over."""
        pending = sorted(found, key=lambda draft: draft.pieces, reverse=True)
        covered = [piece for draft in found for piece in draft.pieces]
        for stretch in leave_over(passage, covered):
            place = passage.place(stretch.start, stretch.end)
            while pending and pending[-1].pieces[0] <= place:
                self._add(pending.pop())
            self._take(passage, stretch, place)
        for draft in reversed(pending):
            self._add(draft)
        self._open = bool(passage.stretches) and passage.stretches[-1].open_end
        self._lead_cue = find_lead(passage)
        self._lead = None if self._lead_cue is None else find_speaker(passage, self._lead_cue)

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        if draft.speaker is not None:
            self._last = len(self.drafts) - 1

    def _take(self, passage: Passage, stretch: Stretch, place: Range) -> None:
        """Make what can be made of a stretch: a piece of the last quote, a quote of its own, or nothing."""
        words = len(passage.text[stretch.inner_start : stretch.inner_end].split())
        alone = is_sentence(passage, stretch)
        if stretch.single and words < FEWEST_WORDS_SINGLE:
            return
        if (cue := find_beside(passage, stretch, alone)) is not None:
            self._add(Draft(passage, "string", _widen(passage, stretch, cue), cue, find_speaker(passage, cue)))
        elif alone:
            self._carry(passage, stretch, place)

    def _carry(self, passage: Passage, stretch: Stretch, place: Range) -> None:
        starts = not passage.character_before(stretch.start)
        last = None if self._last is None else self.drafts[self._last]
        if self._last is not None and last is not None and ((starts and self._open) or goes_on(last, passage, place)):
            self.drafts[self._last] = last.extend(place)
        elif starts and self._lead_cue is not None:
            self._add(Draft(passage, "lead", (place,), self._lead_cue, self._lead))
        else:
            self._add(Draft(passage, "carried", (place,), None, None if last is None else last.speaker))


def leave_over(passage: Passage, pieces: list[Range]) -> list[Stretch]:
    """The stretches of which the pieces cover less than half."""
    pieces = sorted(pieces)
    left, reach, following = [], 0, 0
    for stretch in passage.stretches:
        start, end = passage.place(stretch.start, stretch.end)
        while following < len(pieces) and pieces[following][0] <= (start + end) // 2:
            reach = max(reach, pieces[following][1])
            following += 1
        if reach < (start + end) // 2:
            left.append(stretch)
    return left


def find_speaker(passage: Passage, cue: Token) -> Range | None:
    subject = find_subject(cue)
    return None if subject is None else noun_phrase(subject, passage)


def goes_on(last: Draft, passage: Passage, place: Range) -> bool:
    """Whether the last quote stands in the same paragraph, holds a quotation, and only its attribution lies between."""
    return last.passage is passage and last.end <= place[0] <= last.end + LONGEST_ASIDE


def is_sentence(passage: Passage, stretch: Stretch) -> bool:
    """Whether a quotation stands for itself: after a sentence's end, with a capital and more than one word."""
    before, inner = passage.character_before(stretch.start), passage.text[stretch.inner_start : stretch.inner_end].strip()
    return (not before or before in SENTENCE_END) and " " in inner and not inner[0].islower()


def _widen(passage: Passage, stretch: Stretch, cue: Token) -> tuple[Range, ...]:
    """The stretch; after a cue that takes no clause ("derided the plan as "..."") all that stands between them too."""
    entry = find_verb_cue(cue)
    first, last = passage.token_at(stretch.start), passage.token_at(stretch.end - 1)
    if entry is not None and not entry.takes("clause") and cue.i < first:
        return make_pieces(passage, cue, (cue.i + 1, last))
    return (passage.place(stretch.start, stretch.end),)


def find_beside(passage: Passage, stretch: Stretch, alone: bool) -> Token | None:
    """The cue that stands next to a quotation in its sentence, outside all quotations: after it first, then before it."""
    doc = passage.paragraph.doc
    after, before = passage.token_at(stretch.end), passage.token_at(stretch.start) - 1
    cue = None
    if alone or doc[max(before, 0)].text in ",:":
        cue = _find_cue(passage, range(after, min(after + REACH, len(doc))), stops=".!?:;")
    return cue or _find_cue(passage, range(before, max(before - REACH, -1), -1), stops=".!?;")


def _find_cue(passage: Passage, indexes: range, stops: str) -> Token | None:
    doc = passage.paragraph.doc
    for index in indexes:
        if doc[index].text in stops or passage.stretch_of(doc[index]) is not None:
            return None
        if find_verb_cue(doc[index]) is not None:
            return doc[index]
    return None


def find_lead(passage: Passage) -> Token | None:
    """The cue of a paragraph that ends in a colon: what it brings in stands in the next."""
    doc = passage.paragraph.doc
    if not passage.text.rstrip().endswith(":"):
        return None
    return next((token for token in reversed(doc[-2 * REACH :]) if find_verb_cue(token) is not None), None)
