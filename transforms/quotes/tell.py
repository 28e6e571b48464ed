"""The passages of a text with the drafts that grammar found -> all drafts: those of quotations that
stand for themselves are told by who spoke before.

A state and pure steps: each step gives the next state and the drafts that are new or have changed,
by their number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from transforms.grammar.animate import name_head
from transforms.grammar.cues import CLAUSES
from transforms.grammar.marks import Stretch
from transforms.grammar.passage import Passage, Range
from transforms.quotes.content import merge_pieces
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import FAMILIES, Draft, find_head
from transforms.quotes.kinds import name_kind
from transforms.quotes.lead import find_lead
from transforms.quotes.standing import (
    ends_quoted,
    find_beat,
    find_introduced,
    find_person_of,
    find_signer,
    goes_on_later,
    is_called,
    is_modifier,
    is_pulled,
    is_too_little,
    is_whole,
    joins,
    name_position,
    only_attributes,
    opens_quoted,
    turns_away,
)
from transforms.quotes.strings import leave_over, read_cued, read_named
from transforms.quotes.words import SPOKEN

LONGEST_ASIDE = 260  # characters between two pieces of one quote
# constructions whose speaker may go on in the next paragraph
TOLD = CLAUSES | {
    "according",
    "headline",
}

# what tells which one is meant: "letters by members asking why"
PARTICIPLES = frozenset({"acl", "pcomp"})

Said = Sequence[tuple[Passage, str]]


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered from passage to passage. Drafts are meant by their number; `open` holds
    those that may still change.
    """

    said: Said = ()  # the quoted words of each passage of the text
    open: dict[int, Draft] = field(default_factory=dict)
    closed: "Closed | None" = None  # the drafts that nothing can change any more, the last first
    count: int = 0  # of the drafts so far
    last: int | None = None  # the last draft with a speaker
    quoted: int | None = None  # the last of them that ends in a quotation
    quoted_in: Passage | None = None  # where its last piece stands
    before: Passage | None = None  # the paragraph before
    lead: Draft | None = None  # what it brings in, where it ended "X added:"
    # the draft that filled the paragraphs before and has no attribution of its own
    waiting: int | None = None

    def find(self, number: int | None) -> Draft | None:
        return None if number is None else self.open[number]


Closed = tuple[int, Draft, "Closed | None"]


def tell_all(passages: Iterable[tuple[Passage, Sequence[Draft]]], said: Said = ()) -> list[Draft]:
    """All drafts of a text in their order. said: the words that it may show again, as `list_said`
    gives them.
    """
    state = State(said)
    for passage, found in passages:
        state = read_passage(state, passage, found)
    state = sign(state)
    drafts = dict(list_drafts(state))
    return [drafts[number] for number in range(state.count)]


def list_drafts(state: State) -> Iterator[tuple[int, Draft]]:
    """All drafts of a state with their numbers."""
    yield from state.open.items()
    closed = state.closed
    while closed is not None:
        number, draft, closed = closed
        yield number, draft


def read_passage(state: State, passage: Passage, found: Sequence[Draft]) -> State:
    """The state with the drafts found in a passage, and with those of the quoted stretches that
    they leave over.
    """
    found = _leave_running(state, passage, found)
    pending = sorted(found, key=lambda draft: draft.pieces, reverse=True)
    for stretch in leave_over(passage, [piece for draft in found for piece in draft.pieces]):
        place = passage.place(stretch.start, stretch.end)
        while pending and pending[-1].pieces[0] <= place:
            state = add(state, pending.pop())
        is_rest = _runs_on(state, stretch)
        state = run_on(state, passage, place) if is_rest else take(state, passage, stretch)
    for draft in reversed(pending):
        state = add(state, draft)
    return replace(settle(state, passage, found), before=passage, lead=find_lead(passage))


def _leave_running(state: State, passage: Passage, found: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts found in a passage, without those that give the rest of the last quotation to
    somebody else.
    """
    rest = next((one for one in passage.stretches if _runs_on(state, one)), None)
    if rest is None:
        return found
    place = passage.place(rest.start, rest.end)
    return [draft for draft in found if not draft.touches(*place)]


def _runs_on(state: State, stretch: Stretch) -> bool:
    """Whether a stretch is the rest of the last quotation, whose speaker is known: the paragraph
    before ends within it, and no mark opens it anew.
    """
    if state.before is None or state.quoted is None or state.quoted_in is not state.before:
        return False
    ends_inside = state.before.ends_inside
    return ends_inside and stretch.inner_end > 0 and stretch.start == stretch.inner_start == 0


def run_on(state: State, passage: Passage, place: Range) -> State:
    """With a piece more of the last quotation, from the paragraph behind it."""
    if state.quoted is None:
        return state
    return replace(extend(state, state.quoted, place), quoted_in=passage)


def add(state: State, draft: Draft) -> State:
    """With a new draft, whose speaker is the last to speak where a quotation or a verb of speech
    shows it.
    """
    number, outer = state.count, state.find(state.quoted)
    state = put(state, draft)
    if draft.speaker is None or (outer is not None and _is_reported(draft, outer)):
        return state
    if ends_quoted(draft):
        return replace(state, last=number, quoted=number, quoted_in=draft.passage)
    return replace(state, last=number) if speaks_on(draft) else state


def _is_reported(draft: Draft, outer: Draft) -> bool:
    """Whether what somebody says ends a clause that another reports, who goes on himself: "Lind
    said that they want “a pool.” “I want one, too.”"
    """
    is_inside = outer.passage is draft.passage and outer.pieces[0][0] < draft.pieces[0][0]
    if outer.cue is None or draft.cue is None or outer.construction not in CLAUSES:
        return False
    return is_inside and outer.end == draft.end and outer.cue in draft.cue.ancestors


def put(state: State, draft: Draft) -> State:
    """The state with a draft more, and with those that nobody can mean any more put aside, so that
    each step looks at a few.
    """
    meant = {state.last, state.quoted, state.waiting}
    closed = state.closed
    for number, known in state.open.items():
        closed = closed if number in meant else (number, known, closed)
    meant_still = {number: known for number, known in state.open.items() if number in meant}
    return replace(
        state,
        open={**meant_still, state.count: draft},
        closed=closed,
        count=state.count + 1,
    )


def speaks_on(draft: Draft) -> bool:
    """Whether the speaker of a draft without marks may be the one who says the next quotation; no
    thing is.
    """
    if draft.construction == "lead":
        return True
    is_plain = draft.construction in TOLD and name_class(draft) in SPOKEN
    return is_plain and not is_of_thing(draft)


def is_of_thing(draft: Draft) -> bool:
    """Whether a thing speaks, as the tree has it: "Forests go up in smoke"."""
    head = find_head(draft)
    return head is not None and head.pos_ == "NOUN" and name_head(head) == "thing"


def change(state: State, number: int, draft: Draft) -> State:
    return replace(state, open={**state.open, number: draft})


def extend(state: State, number: int, piece: Range) -> State:
    """With one more piece behind a draft."""
    return change(state, number, state.open[number].extend(piece))


def take(state: State, passage: Passage, stretch: Stretch) -> State:
    """With what can be made of a stretch: a piece of a quote, a quote of its own, or nothing."""
    alone = passage.opens_sentence(stretch)
    if _is_nothing(state, passage, stretch, alone):
        return state
    if (draft := read_cued(passage, stretch, alone)) is not None:
        return (
            join(state, draft)
            if draft.cue is not None and draft.variant != "told"
            else add(state, draft)
        )
    if alone:
        named = read_named(passage, stretch)
        return carry(state, passage, stretch) if named is None else add(state, named)
    if state.quoted is not None and state.quoted_in is passage and _continues(state, stretch):
        return extend(state, state.quoted, passage.place(stretch.start, stretch.end))
    return state


def _continues(state: State, stretch: Stretch) -> bool:
    """Whether a quotation in a sentence goes on with the last one of its paragraph: only "but" or
    the attribution with its stop stand between.
    """
    last, passage = state.find(state.quoted), state.quoted_in
    if last is None or passage is None:
        return False
    if goes_on_later(passage, stretch):
        return True
    start, _ = passage.place(stretch.start, stretch.end)
    if passage.character_before(stretch.start) == "." and only_attributes(passage, last, start):
        return True
    return joins(passage, last, start)


def _is_nothing(state: State, passage: Passage, stretch: Stretch, alone: bool) -> bool:
    """Whether a stretch is a title, what a noun is called, a word or two in single marks, or words
    that are quoted elsewhere in the text.
    """
    if not alone and (passage.is_title(stretch) or is_modifier(passage, stretch)):
        return True
    if is_called(passage, stretch):
        return True
    goes_on = alone and state.quoted_in is passage
    return is_too_little(passage, stretch, goes_on=goes_on) or is_pulled(
        passage, stretch, state.said
    )


def join(state: State, draft: Draft) -> State:
    """With a draft, or with its piece on the one before that has the same cue: "...," he said of
    her, "...".
    """
    last = state.open.get(state.count - 1)
    if last is None or not _share_cue(last, draft):
        return add(state, draft)
    pieces = tuple(merge_pieces([*last.pieces, *draft.pieces]))
    return change(state, state.count - 1, replace(last, pieces=pieces))


def _share_cue(last: Draft, draft: Draft) -> bool:
    if last.passage is not draft.passage or last.cue is None or draft.cue is None:
        return False
    return last.cue.i == draft.cue.i and not turns_away(last, draft.pieces[0][0])


def carry(state: State, passage: Passage, stretch: Stretch) -> State:
    """A quotation without a cue: the rest of the last quote, what the paragraph before brings in,
    or the last speaker's.
    """
    starts, place = (
        not passage.character_before(stretch.start),
        passage.place(stretch.start, stretch.end),
    )
    if state.quoted is not None and goes_on(state, passage, starts, place):
        return run_on(state, passage, place)
    if not starts or state.lead is None:
        return stand(state, passage, stretch)
    state = add(state, replace(state.lead, pieces=(place,)))
    return (
        state
        if state.lead is None or state.lead.speaker is None
        else replace(state, quoted=state.last, quoted_in=passage)
    )


def goes_on(state: State, passage: Passage, starts: bool, place: Range) -> bool:
    """Whether a quotation goes on with the last one: from the paragraph before, or after its
    attribution and nothing more.
    """
    last = state.find(state.quoted)
    if last is None or last.variant == "signature":
        return False
    if starts and state.lead is None and state.quoted_in is state.before:
        return True
    is_near = last.end <= place[0] <= last.end + LONGEST_ASIDE
    return state.quoted_in is passage and is_near and only_attributes(passage, last, place[0])


def stand(state: State, passage: Passage, stretch: Stretch) -> State:
    """A quotation for itself: of the one that the sentence before is about, else of whoever spoke
    last, else of the next to speak.
    """
    place, position = passage.place(stretch.start, stretch.end), name_position(passage, stretch)
    if position == "alone" and state.waiting is not None:
        return extend(state, state.waiting, place)
    variant, speaker = find_stander(state, passage, stretch, position)
    state = add(state, Draft(passage, "carried", (place,), None, speaker, variant=variant))
    waits = variant in {"alone", "about"} or (position == "behind" and stretch.open_end)
    return replace(state, waiting=state.count - 1 if waits else None)


def find_stander(
    state: State, passage: Passage, stretch: Stretch, position: str
) -> tuple[str, Range | None]:
    """How a quotation stands for itself, and whose it is."""
    if (found := find_neighbour(passage, stretch, position)) is not None:
        return found
    if position == "alone":
        if (speaker := find_reporter_before(state)) is not None:
            return "after", speaker
        if (speaker := find_told_of(state)) is not None:
            return "about", speaker
    last = state.find(state.last)
    if state.quoted_in is passage and is_whole(passage, stretch):
        return "later", find_speaker_of_marks(state)
    return position, None if last is None else last.speaker


def find_speaker_of_marks(state: State) -> Range | None:
    """Who said the last quotation, where a verb behind it or all of it shows that it was said: not
    who "called it “a sin”".
    """
    last = state.find(state.quoted)
    if last is None or FAMILIES.get(last.construction) == "complement":
        return None
    is_said = last.construction == "inverted" or name_kind(last) == "direct"
    return last.speaker if is_said else None


def find_neighbour(
    passage: Passage, stretch: Stretch, position: str
) -> tuple[str, Range | None] | None:
    """Whom the sentence before a quotation, or the one behind it, is about."""
    if position == "behind":
        speaker, variant = find_introduced(passage, stretch), "introduced"
    elif not position:
        speaker = find_introduced(passage, stretch) or find_beat(passage, stretch)
        variant = "between"
    else:
        return None
    return None if speaker is None else (variant, speaker)


def find_reporter_before(state: State) -> Range | None:
    """The one whose words the last sentence of the paragraph before reports, without marks."""
    last = state.find(state.last)
    if last is None or last.cue is None or last.passage is not state.before:
        return None
    *_, sentence = last.passage.paragraph.doc.sents
    is_last = sentence.start <= last.cue.i < sentence.end
    is_said = not ends_quoted(last) and last.cue.dep_ not in PARTICIPLES
    return last.speaker if is_last and is_said else None


def find_told_of(state: State) -> Range | None:
    """The person whom the paragraph before ends with telling of, where nobody speaks in it."""
    last = state.find(state.last)
    if state.before is None or (last is not None and last.passage is state.before):
        return None
    return find_person_of(state.before, len(state.before.paragraph.doc) - 1)


def settle(state: State, passage: Passage, found: Sequence[Draft]) -> State:
    """With a quotation that filled the paragraphs before given to whoever signs it here or speaks
    in the one that opens this paragraph.
    """
    waiting = state.find(state.waiting)
    if waiting is None or state.waiting is None or waiting.end > passage.paragraph.char_start:
        return state
    if waiting.speaker is None and names_line(find_lead(passage)):
        return state  # what follows tells whether it signs the quotation or brings in the next
    if names_line(state.lead):
        told = state if passage.stretch_at(0) else sign(state)
        return replace(told, waiting=None)
    variant, speaker = find_settler(passage, found)
    if speaker is not None:
        state = change(state, state.waiting, replace(waiting, speaker=speaker, variant=variant))
    return replace(state, waiting=None)


def names_line(lead: Draft | None) -> bool:
    """Whether a paragraph is a line with a name and a role: "Paula Grieve, senator"."""
    return lead is not None and lead.variant == "named"


def sign(state: State) -> State:
    """With the quotation that waits given to the one whom the line below it names."""
    number, line = state.waiting, state.lead
    if number is None or line is None or line.variant != "named":
        return state
    waiting = state.open[number]
    if waiting.speaker is not None:
        return state
    return change(state, number, replace(waiting, speaker=line.speaker, variant="signature"))


def find_settler(passage: Passage, found: Sequence[Draft]) -> tuple[str, Range | None]:
    """Who signs the quotation before a passage, or speaks in the quotation that opens it, and how
    that is told.
    """
    if (signer := find_signer(passage)) is not None:
        return "signature", signer
    openings = (draft.speaker for draft in found if opens_quoted(draft, passage))
    return "settled", next((speaker for speaker in openings if speaker is not None), None)
