"""A verb or "according to" that interrupts or ends a sentence -> what stands around it: "..., she
said", "..., she said, ...".
"""

from collections.abc import Iterator
from itertools import takewhile

from transforms.grammar.animate import name_head
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.marks import Stretch
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import join_hyphens
from transforms.grammar.roles import SUBJECTS, TENSED
from transforms.grammar.tokens import Doc, Span, Token
from transforms.quotes.contrast import turns_to_other
from transforms.quotes.writers import NOBODY
from transforms.world.words import read_labels

ASIDE_PARTS = read_labels("parts_of_asides")
PARTS_BEHIND = ASIDE_PARTS - {"nsubj"}
BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
BREAKS = frozenset({",", "-", "--", "–", "—", "―", ";", "...", "…", "”", '"', "''", "»"})
LONGEST_LEAD = 8  # tokens of "In the end, ..."
SPOKEN_END = tuple(",?!-–—")  # how a quotation ends in front of its attribution
NAMING = read_labels("words_of_names")
LONGEST_NAME = 12  # tokens
NONE = (1, 0)  # no tokens
DASHES = frozenset({"--", "–", "—", "―"})
PLAIN = "neutral"  # class of the cues that say no more than that somebody speaks
ADDING = frozenset({"including", "with"})
GOING_ON = ADDING | {"because"}
IS = frozenset({"'s", "’s"})  # of which the model may know no lemma
# "The fair, called Lune Lights, opens": no speaker stands behind it
NAMED_BY = frozenset({"call", "name", "dub", "title"})


def find_aside(verb: Token) -> Range | None:
    """First and last token of "the minister said on Sunday", "as she noted" or "is how she put it",
    None where the verb has no subject of its own.
    """
    likewise = _find_link(verb)
    subject = find_own_subject(verb)
    if subject is None:
        return _find_passive_aside(verb, likewise)
    first = _find_first(verb, subject) if likewise is None else likewise.i
    last = max([verb.i, *(child.right_edge.i for child in _list_parts(verb, subject))])
    return join_hyphens(verb.doc, first, last)


def _find_link(verb: Token) -> Token | None:
    """The word that opens an aside before its subject: "as" she noted, "is" how she put it."""
    for child in verb.lefts:
        if child.dep_ == "mark" and child.lower_ == "as":
            return child
        if child.lower_ == "how" and verb.head.lemma_ == "be" and verb.head.i == child.i - 1:
            return verb.head
    return None


def ends_with_aside(passage: Passage, verb: Token) -> bool:
    """Whether a clause with a subject of its own stands before an aside that ends its sentence, or
    what the writer tells before he turns to somebody else: "The bridge will close, Mayor Lind said
    on Friday".
    """
    aside = find_aside(verb)
    if aside is None or not has_clause_before(verb):
        return False
    behind = aside[1] + 2
    return behind >= verb.sent.end or turns_to_other(passage, verb.doc[behind])


def has_clause_before(verb: Token) -> bool:
    """Whether a clause with a subject of its own stands before a verb, as its object or above it."""
    clause = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if clause is None and verb.dep_ in {"dep", "parataxis"} and verb.head.i < verb.i:
        clause = verb.head
    return clause is not None and any(child.dep_ in SUBJECTS for child in clause.lefts)


def _list_parts(verb: Token, subject: Token) -> Iterator[Token]:
    """What belongs to an aside behind its verb, as far as a colon or what adds to the words."""
    behind = takewhile(lambda child: not (child.text == ":" or _adds(child)), verb.rights)
    return (child for child in behind if child.i == subject.i or child.dep_ in PARTS_BEHIND)


def _adds(child: Token) -> bool:
    """Whether a part behind a comma adds to what is said, not to who said it."""
    is_why = child.dep_ == "advcl" and has_clause_before(child.head)
    first, words = (child.left_edge, GOING_ON) if is_why else (child, ADDING)
    return first.lower_ in words and first.i > 0 and first.nbor(-1).text == ","


def _find_first(verb: Token, subject: Token) -> int:
    own = [child for child in verb.lefts if child.dep_ in BEFORE_VERB or child.i == subject.i]
    if subject.i == verb.i - 1:
        own.append(subject)
    return min([verb.i, *(child.left_edge.i for child in own)])


def _find_passive_aside(verb: Token, likewise: Token | None) -> Range | None:
    """ "As first reported by the Courier"."""
    agent = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return None if agent is None or likewise is None else (likewise.i, agent.right_edge.i)


def read_signed(passage: Passage, verb: Token) -> tuple[Range, Range] | None:
    """Tokens of a quotation that opens its sentence and ends right before "she said", and of one
    that follows in that sentence.
    """
    aside = find_aside(verb) if verb.tag_ in TENSED and not _is_of_nobody(verb) else None
    first = 0 if aside is None else _take_spaces(verb.doc, aside)[0]
    stretch = passage.stretch_of(verb.doc[first - 1]) if first else None
    if stretch is None or stretch.end > verb.doc[first].idx or _is_led(passage, stretch, verb):
        return None
    if not passage.text[stretch.inner_start : stretch.inner_end].rstrip().endswith(SPOKEN_END):
        return None
    before = (passage.token_at(stretch.start), first - 1)
    return before, _find_rest(passage, verb, aside)


def _is_led(passage: Passage, stretch: Stretch, verb: Token) -> bool:
    """Whether words before a quotation bring it in, so that a verb behind it with more to say is
    another's: "he thought: “...” Others saw the same thing".
    """
    if not passage.opens_sentence(stretch):
        return True
    return passage.character_before(stretch.start) == ":" and verb.i + 2 < verb.sent.end


def _is_of_nobody(verb: Token) -> bool:
    """ "Nobody answered", "that’s fine"."""
    subject = find_own_subject(verb)
    is_nobody = subject is not None and subject.lower_ in NOBODY
    return is_nobody or verb.lemma_ == "be" or verb.lower_ in IS


def _find_rest(passage: Passage, verb: Token, aside: Range | None) -> Range:
    """The quotation that goes on with the one before an aside: to the end of the sentence, where
    that is quoted, too.
    """
    doc, end = passage.paragraph.doc, verb.sent.end - 1
    start = _find_quotation(passage, (verb.i + 1, end))
    if start is None or aside is None or not _goes_on(passage, start, max(aside[1], verb.i)):
        return NONE
    stretch = passage.stretch_of(doc[start])
    words = [token for token in doc[start : end + 1] if not token.is_punct]
    if stretch is None or not words or passage.stretch_of(words[-1]) is not None:
        return start, end
    return start, passage.token_at(stretch.end - 1)


def _goes_on(passage: Passage, start: int, last: int) -> bool:
    """Whether a quotation goes on with the one before an aside that ends with token `last`."""
    behind = passage.paragraph.doc[last:start]
    stretch = passage.stretch_of(passage.paragraph.doc[start])
    if stretch is None or _is_mere_break(behind):
        return stretch is not None
    return passage.continues(stretch) and not _turns(behind)


def _is_mere_break(behind: Span) -> bool:
    """Whether nothing but a comma or a dash stands behind an aside, and "but"."""
    words = [token for token in behind[1:] if not token.is_space]
    is_parted = any(token.text in BREAKS for token in behind)
    return is_parted and all(token.text in BREAKS or token.dep_ == "cc" for token in words)


def _turns(behind: Span) -> bool:
    """Whether somebody does something else behind an aside."""
    return any(token.dep_ in SUBJECTS and token.i < token.head.i for token in behind)


def read_around(
    passage: Passage, cue: Token, aside: Range, always: bool = False
) -> Iterator[tuple[str, tuple[Range, Range]]]:
    """What stands in the sentence before the aside, if a comma or a mark parts them (or `always`),
    and after it, if one does.
    """
    aside = _take_spaces(cue.doc, aside)
    sides = _find_sides(passage, cue, aside, always)
    if sides is None:
        return
    before, after = (_find_opening(passage, *sides), sides[0][1]), sides[1]
    likewise = "as" if cue.doc[aside[0]].lower_ == "as" else ""
    named = _find_as_named(passage, before) if likewise else None
    kept = _keep_quoted(passage, before, after) if named is None else (named, NONE)
    yield likewise, kept
    if kept == (before, after):
        for name, tokens in _vary(passage, before, after):
            yield f"{likewise} {name}".strip(), tokens


def _find_as_named(passage: Passage, before: Range) -> Range | None:
    """The few words in marks that "as one banker put it" stands behind in a sentence of the
    writer's.
    """
    stretch = passage.stretch_of(cue_before(passage, before))
    if stretch is None or stretch.single or passage.opens_sentence(stretch):
        return None
    if passage.is_title(stretch) and passage.text[stretch.inner_start].isupper():
        return None
    first = passage.token_at(stretch.start)
    return (first, before[1]) if first > before[0] else None


def cue_before(passage: Passage, before: Range) -> Token:
    """The last word of what stands before an aside."""
    token: Token = passage.paragraph.doc[max(before[1], 0)]
    return token


def _find_sides(
    passage: Passage, cue: Token, aside: Range, always: bool
) -> tuple[Range, Range] | None:
    """The tokens before an aside and after it; None where what stands before it is not said with
    it.
    """
    first, last = aside
    opens = always and cue.doc[first].is_title  # "According to Lind, ..." begins a sentence
    begin, end = first if opens else _find_begin(passage, cue, first), cue.sent.end - 1
    if first > begin and not _is_parted(passage, cue, aside, always):
        return None
    before = (begin, first - 1) if first > begin else NONE
    goes_on = last < end and (_opens(cue, first, always) or _is_break(passage, cue.doc[last + 1]))
    return before, (last + 1, end) if goes_on and _is_told(passage, cue, (last + 1, end)) else NONE


def _is_told(passage: Passage, cue: Token, after: Range) -> bool:
    """Whether what stands behind an aside is part of the words: no other report, nor who it is that
    speaks.
    """
    behind = cue.doc[after[0] : after[1] + 1]
    return not (turns_to_other(passage, behind[:2][-1]) or _says_who(passage, cue, behind))


def _says_who(passage: Passage, cue: Token, behind: Span) -> bool:
    """Whether what stands behind an aside only tells who the one is whom it ends with: "..., said
    Ada Lind, a keeper of bees."
    """
    is_added = behind[0].text == "," and behind[0].i > cue.i + 1 and len(behind) > 1
    if not is_added or behind[0].nbor(-1).pos_ != "PROPN" or behind[1].tag_ not in {"DT", "PRP$"}:
        return False
    return not any(
        token.tag_ in TENSED or token.tag_ == "MD" or passage.stretch_of(token) for token in behind
    )


def _opens(cue: Token, first: int, always: bool) -> bool:
    """Whether an aside that needs no mark begins the sentence."""
    return always and (cue.doc[first].is_title or first == cue.sent.start)


def _find_begin(passage: Passage, cue: Token, first: int) -> int:
    """Where the sentence of a cue begins: with its quotation, since the parser ends sentences
    inside quotations.
    """
    stretch = passage.stretch_of(cue.doc[first - 1]) if first else None
    begin: int = cue.sent.start
    return (
        begin
        if stretch is None
        else min(begin, cue.doc[passage.token_at(stretch.start)].sent.start)
    )


def _is_parted(passage: Passage, cue: Token, aside: Range, always: bool) -> bool:
    """Whether a mark parts an aside from what is said before it; what a colon behind it brings in
    is said instead.
    """
    doc, (first, last) = cue.doc, aside
    if _has_ended(passage, cue, first) or not (always or _is_break(passage, doc[first - 1])):
        return False
    brings_in = last < cue.sent.end - 1 and doc[last + 1].text == ":"
    return not brings_in or passage.stretch_of(doc[first - 1]) is not None


def find_parenthesis(verb: Token) -> Range | None:
    """First and last token of whom a verb between commas names: "Quotas, argues the biologist Lena
    Frost, have been set".
    """
    doc = verb.doc
    if not _follows_comma(verb) or verb.lemma_ in NAMED_BY:
        return None
    end = min(verb.i + LONGEST_NAME, verb.sent.end - 1)
    commas = [token.i for token in doc[verb.i + 1 : end] if token.text == ","]
    if not commas or commas[0] == verb.i + 1:
        return None
    named = doc[verb.i + 1 : commas[0]]
    is_apposed = len(commas) > 1 and _is_proper(doc[commas[0] + 1 : commas[1]])
    comma = commas[1] if is_apposed else commas[0]
    return (verb.i + 1, comma - 1) if _is_name(named, doc[comma + 1 : comma + 3]) else None


def _is_proper(words: Span) -> bool:
    """Whether words are a name and nothing more: "the lock keeper, Ada Lind,"."""
    return len(words) > 0 and all(token.pos_ == "PROPN" for token in words)


def _follows_comma(verb: Token) -> bool:
    return verb.tag_ in TENSED and 2 <= verb.i < len(verb.doc) - 2 and verb.nbor(-1).text == ","


def _is_name(named: Span, behind: Span) -> bool:
    """Whether words are a name with its role, and the sentence goes on with its own verb behind
    them.
    """
    is_described = any(token.tag_ in {"WP", "WDT"} for token in behind)
    return (
        _goes_on_with_verb(behind)
        and not is_described
        and named[0].pos_ != "ADP"
        and named[-1].pos_ in {"NOUN", "PROPN"}
        and all(token.pos_ in NAMING for token in named)
    )


def _goes_on_with_verb(behind: Span) -> bool:
    """Whether a verb with a tense is among words, or its bare form the first ("come", of several)."""
    is_tensed = any(token.tag_ in TENSED or token.tag_ == "MD" for token in behind)
    return is_tensed or any(token.tag_ == "VB" for token in behind[:1])


def _has_ended(passage: Passage, cue: Token, first: int) -> bool:
    """Whether the quotation before an aside has ended its sentence, and the aside goes on to
    something else: "..." Berg offered tea.
    """
    stretch = passage.stretch_of(cue.doc[first - 1])
    if stretch is None or stretch.end > cue.doc[first].idx:
        return False
    ended = passage.text[stretch.inner_start : stretch.inner_end].rstrip().endswith(".")
    if not ended or cue.i <= first or cue.i + 1 >= len(cue.doc):
        return False
    is_led = passage.character_before(stretch.start) == ":" or not passage.opens_sentence(stretch)
    return is_led or cue.nbor().text not in {".", ",", ":"} or is_of_mute(cue)


def is_of_mute(verb: Token) -> bool:
    """Whether a thing does something that is more than to speak: "The hall laughed"."""
    cue, subject = find_verb_cue(verb), find_own_subject(verb)
    if cue is None or cue.cue_class == PLAIN or subject is None:
        return False
    return subject.pos_ == "NOUN" and name_head(subject) == "thing"


def _take_spaces(doc: Doc, aside: Range) -> Range:
    """The aside with the space tokens on both sides ("...,  she said")."""
    first, last = aside
    while first and doc[first - 1].is_space:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].is_space:
        last += 1
    return first, last


def _vary(
    passage: Passage, before: Range, after: Range
) -> Iterator[tuple[str, tuple[Range, Range]]]:
    """Other readings: what stands on one side is the writer's, or what stands before begins later
    ("The crane is old, but it works").
    """
    doc = passage.paragraph.doc
    none = (1, 0)
    if before[0] <= before[1]:
        if after[0] <= after[1]:
            if not _belongs_to_both(doc, after):
                yield f"only before {doc[after[0]].text}", (before, none)
            if before[1] - before[0] < LONGEST_LEAD and not any(
                token.dep_ in SUBJECTS for token in doc[before[0] : before[1] + 1]
            ):
                yield "only after", (none, after)
        start = _find_start(passage, before)
        if start is not None:
            yield f"from {doc[start].lower_}", ((start + 1, before[1]), after)


def _belongs_to_both(doc: Doc, after: Range) -> bool:
    """Whether what follows an aside only adds to what stands before it: ", said Lind, including one
    with a mill", ", he said, because it rains".
    """
    words = [token for token in doc[after[0] : after[1] + 1] if not token.is_punct]
    return bool(words) and words[0].lower_ in GOING_ON


def _find_opening(passage: Passage, before: Range, after: Range) -> int:
    """The first token of what stands before an aside: behind a bracket that is open there, or
    behind a dash where another one closes the remark.
    """
    doc = passage.paragraph.doc
    first = _find_bracket(passage, before)
    if after[0] <= after[1]:
        first = find_clause_start(doc[first : before[1] + 1])
    if after[0] > after[1] or doc[after[0]].text not in DASHES:
        return first
    dashes = (token.i for token in reversed(doc[first : before[1]]) if token.text in DASHES)
    return next((at + 1 for at in dashes), first)


def find_clause_start(before: Span) -> int:
    """The first token of words, or of those behind their last semicolon."""
    stops = (token.i + 1 for token in reversed(before[:-1]) if token.text == ";")
    return next(stops, before.start)


def _find_bracket(passage: Passage, before: Range) -> int:
    """The first token of what stands before an aside: behind a bracket that is still open there."""
    for token in reversed(passage.paragraph.doc[before[0] : before[1] + 1]):
        if token.text == ")":
            break
        if token.text == "(":
            return token.i + 1
    return before[0]


def _find_start(passage: Passage, before: Range) -> int | None:
    doc = passage.paragraph.doc
    for token in reversed(doc[before[0] + 1 : before[1]]):
        if passage.stretch_of(token) is None and (
            (token.text in {"-", "--", "–", "—", ";", ":"} and token.whitespace_)
            or (token.lower_ in {"but", "and", "while", "though"} and token.nbor(-1).text == ",")
        ):
            return token.i
    return None


def _keep_quoted(passage: Passage, before: Range, after: Range) -> tuple[Range, Range]:
    """Where a quotation stands next to the aside on one side only, the other side is the writer's:
    "On Iran, she added, "...".
    """
    doc = passage.paragraph.doc
    led_in = before[0] <= before[1] and _is_quoted(passage, doc[before[1]])
    led_on = _find_quotation(passage, after)
    if led_in:
        return _drop_lead(passage, before), (led_on, after[1]) if led_on is not None else (1, 0)
    near = after[0] + (2 if doc[after[0] + 1 : after[0] + 2].text == "as" else 1)
    return ((1, 0), after) if led_on is not None and led_on <= near else (before, after)


def _find_quotation(passage: Passage, tokens: Range) -> int | None:
    """The first quoted token of a range; behind a further verb that reports only of a quotation
    that goes on. No title of a work.
    """
    reports = False
    for token in passage.paragraph.doc[tokens[0] : tokens[1] + 1]:
        if _is_quoted(passage, token):
            stretch = passage.stretch_of(token)
            if (
                stretch is not None
                and not passage.is_title(stretch)
                and (not reports or passage.continues(stretch))
            ):
                return token.i
        elif find_verb_cue(token) is not None:
            reports = True
    return None


def _drop_lead(passage: Passage, before: Range) -> Range:
    """Without what a comma or colon parts from the quotation that follows it: "On Iran, "we are
    ready," she said".
    """
    doc = passage.paragraph.doc
    stretch = passage.stretch_of(doc[before[1]])
    first = before[0] if stretch is None else passage.token_at(stretch.start)
    return (first, before[1]) if first > before[0] and doc[first - 1].text in ",:" else before


def _is_quoted(passage: Passage, token: Token) -> bool:
    stretch = passage.stretch_of(token)
    return stretch is not None and not stretch.single


def _is_break(passage: Passage, token: Token) -> bool:
    """Whether a token parts an aside from the content: a comma, a dash, a quotation mark."""
    stretch = passage.stretch_of(token)
    return (
        token.text in BREAKS
        or (stretch is not None and not stretch.inner_start <= token.idx < stretch.inner_end)
        or token.text in "?!"
    )
