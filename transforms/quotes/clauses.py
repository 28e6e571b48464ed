"""Verbs that report -> drafts: what they say in a clause, an infinitive, an object, or in the sentence that they interrupt."""

from collections.abc import Iterator
from itertools import product, takewhile

from spacy.tokens import Span, Token

from transforms.quotes.content import make_pieces
from transforms.quotes.draft import Construction, Draft
from transforms.quotes.lexicon import CLAUSES, Cue, find_verb_cue
from transforms.quotes.media import WRITTEN, name_medium
from transforms.quotes.passage import Passage, Range
from transforms.quotes.syntax import find_own_subject, find_reporter, find_speaker

QUESTION_WORDS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
ASIDE_PARTS = frozenset(
    {"dobj", "dative", "prep", "npadvmod", "advmod", "advcl", "prt", "agent", "nsubj", "nsubjpass", "attr", "acomp", "oprd"}
)
BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
TAILS = frozenset({"while", "which", "who", "when", "where", "after", "despite", "compared", "although", "though", "but", "because"})
TAILS |= frozenset({"as", "since", "including", "an", "a", "the", "with"})
PHRASES = frozenset({"prep", "advcl", "npadvmod"})
BREAKS = frozenset({",", "-", "--", "–", "—", "―", ";", "...", "…", "”", '"', "''", "»"})


def read_verbs(passage: Passage, sentence: Span) -> Iterator[Draft]:
    """Every draft whose cue is a verb of the sentence."""
    for token in sentence:
        if (cue := find_verb_cue(token)) is not None and passage.stretch_of(token) is None:
            yield from _read_verb(passage, token, cue)


def _read_verb(passage: Passage, verb: Token, cue: Cue) -> Iterator[Draft]:
    drafts = list(_read_complements(passage, verb, cue))
    yield from drafts
    if cue.takes("inverted") and not any(draft.construction in CLAUSES for draft in drafts):
        inverted = _inverted(passage, verb)
        yield from [] if inverted is None else [inverted]


def make_draft(passage: Passage, construction: Construction, cue: Token, *tokens: Range, **how: str) -> Draft | None:
    """A draft of token ranges, with the subject of the verb as its speaker; None where nothing is left of the content."""
    pieces = make_pieces(passage, cue, *tokens)
    if not pieces:
        return None
    speaker = find_speaker(cue, passage)
    if speaker is not None and any(start < speaker[1] and speaker[0] < end for start, end in pieces):
        speaker = None
    return Draft(passage, construction, pieces, cue, speaker, **how)


def _read_complements(passage: Passage, verb: Token, cue: Cue) -> Iterator[Draft]:
    """Every complement that the verb takes, and what else it may be held to reach: the object before it, the phrase behind it."""
    direct = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"}), None)
    for child in verb.rights:
        for construction, first, introduced_by in _name_complements(child, cue):
            starts = {"": max(verb.i + 1, first)}
            if direct is not None and direct.i < first and (cue.takes("whole") or construction == "bare"):
                starts["whole"] = direct.left_edge.i
            for (start_name, start), (end_name, end) in product(starts.items(), _find_ends(passage, verb, child).items()):
                variant = f"{start_name} {end_name}".strip()
                draft = make_draft(passage, construction, verb, (start, end), introduced_by=introduced_by, variant=variant)
                if draft is not None:
                    yield draft


def _find_ends(passage: Passage, verb: Token, child: Token) -> dict[str, int]:
    """The last tokens that a complement may have: where it ends, behind the phrase that follows, or before a further report."""
    last = _find_source(child, find_end(verb, child))
    ends = {"": last}
    following = next((other for other in verb.rights if other.left_edge.i == last + 1 and other.dep_ in PHRASES), None)
    if following is not None:
        ends[f"with {following.lower_}"] = following.right_edge.i
    for name, token in (*_find_further(passage, verb, child, last), *_find_tail(passage, child, last)):
        ends[f"before {name}"] = _step_back(token)
    return ends


def _find_source(child: Token, last: int) -> int:
    """The last token before ", according to ...", which tells of the whole attribution; `last` where there is none."""
    for token in child.doc[child.i + 1 : last]:
        if token.lower_ == "according" and token.nbor(-1).text == ",":
            return token.i - 2
    return last


def _step_back(token: Token) -> int:
    """The last word before a token, commas and conjunctions left out."""
    last = token.i - 1
    while last > token.sent.start and (token.doc[last].is_punct or token.doc[last].dep_ == "cc"):
        last -= 1
    return last


def _name_complements(child: Token, cue: Cue) -> Iterator[tuple[Construction, int, str]]:
    """Construction, first token of the content, and preposition of each reading of a child that the cue takes."""
    clause = _name_clause(child, cue)
    if clause is not None and cue.takes(clause):
        yield clause, child.left_edge.i, ""
    if child.dep_ == "dobj" and cue.takes("object"):
        yield "object", child.left_edge.i, ""
    if child.dep_ == "prep" and cue.takes(child.lower_) and any(child.rights):
        yield "as" if child.lower_ == "as" else "preposition", child.i + 1, child.lower_
    if child.dep_ == "advcl" and child.left_edge.lower_ == "for" and cue.takes("for"):
        yield "preposition", child.left_edge.i + 1, "for"
    if child.dep_ == "prep" and cue.takes("that"):
        yield from (("that", clause.left_edge.i, "") for clause in _stated_in(child))
    if child.dep_ in {"oprd", "ccomp", "xcomp"} and clause != "to" and cue.takes("as"):
        yield "as", child.left_edge.i, ""


def _stated_in(preposition: Token) -> Iterator[Token]:
    """The clause that the tree hangs on the paper it was said in: "wrote in a letter that the harbour was closed"."""
    for noun in preposition.rights:
        if noun.dep_ == "pobj" and name_medium(noun) in WRITTEN:
            yield from (clause for clause in noun.rights if clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark")


def _name_clause(child: Token, cue: Cue) -> Construction | None:
    """The construction that a child of the verb makes, None for what is no clause."""
    if child.dep_ == "xcomp" and any(part.lower_ == "to" and part.dep_ == "aux" for part in child.lefts):
        return "to"
    if child.dep_ == "xcomp" and child.tag_ == "VBG":
        return "gerund"
    opening = child.left_edge.lower_
    if child.dep_ not in {"ccomp", "parataxis"} and not (
        child.dep_ == "advcl" and opening in {"if", "whether"} and cue.cue_class == "question"
    ):
        return None
    return "that" if opening == "that" else "whether" if opening in QUESTION_WORDS else "bare"


def _find_further(passage: Passage, verb: Token, clause: Token, last: int) -> Iterator[tuple[str, Token]]:
    """Where a second report begins inside a clause: "and warned that", ", adding that", "and others said"; with the class of its cue."""
    for token in verb.doc[clause.i + 1 : last + 1]:
        cue = find_verb_cue(token)
        if cue is None or passage.stretch_of(token) is not None:
            continue
        if find_reporter(token) is not None or _adds(token):
            yield cue.cue_class, token
        elif token.dep_ == "conj" and token.tag_ == verb.tag_ and token.lemma_ == verb.lemma_:
            yield "again", token.doc[token.left_edge.i]


def _find_tail(passage: Passage, clause: Token, last: int) -> Iterator[tuple[str, Token]]:
    """The last comma with a word behind it that may be the writer's again: ", while", ", which"."""
    for token in reversed(clause.doc[clause.i + 1 : last + 1]):
        if token.lower_ in TAILS and token.nbor(-1).text == "," and passage.stretch_of(token) is None:
            yield token.lower_, token
            return


def find_end(verb: Token, clause: Token) -> int:
    """Last token of what is said in a clause, as the tree has it.

    A tree that ends it in the middle of a phrase, neither at a mark nor at a conjunction, is not believed: on to the next comma.
    """
    doc, last, end = verb.doc, clause.right_edge.i, verb.sent.end
    if last + 1 < end and not (doc[last + 1].is_punct or doc[last + 1].dep_ == "cc" or doc[last + 1].tag_ in {"VBG", "_SP"}):
        return next((token.i - 1 for token in doc[last + 1 : end] if token.is_punct and token.text not in "-'’\""), end - 1)
    return last


def _adds(token: Token) -> bool:
    """A participle after a comma that reports: ", adding that", ", citing"."""
    return token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == "," and find_verb_cue(token) is not None


def _inverted(passage: Passage, verb: Token) -> Draft | None:
    """The sentence that the attribution ends or interrupts: "..., she said" and "..., she said, ..."."""
    aside = find_aside(verb)
    return None if aside is None else read_around(passage, "inverted", verb, aside)


def find_aside(verb: Token) -> Range | None:
    """First and last token of "the minister said on Sunday" or "as she noted", None where the verb has no subject of its own."""
    subject = find_own_subject(verb)
    if subject is None:
        return None
    likewise = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "as"), None)
    own = (child for child in verb.lefts if child.dep_ in BEFORE_VERB or child.i == subject.i)
    first = min([verb.i, *(child.left_edge.i for child in own)]) if likewise is None else likewise.i
    behind = takewhile(lambda child: child.text != ":", verb.rights)
    last = max([verb.i, *(child.right_edge.i for child in behind if child.dep_ in ASIDE_PARTS)])
    return first, last


def read_around(passage: Passage, construction: Construction, cue: Token, aside: Range, always: bool = False) -> Draft | None:
    """What stands in the sentence before the aside, if a comma or a mark parts them (or `always`), and after it, if one does."""
    doc, (first, last) = cue.doc, aside
    begin, end = max(cue.sent.start, passage.first), cue.sent.end - 1
    before = after = (1, 0)
    if first > begin or (first > 0 and passage.stretch_of(doc[first - 1]) is not None):
        parted = always or _is_break(passage, doc[first - 1])
        before = (min(begin, first - 1), first - 1) if parted else before
        if not parted or (last < end and doc[last + 1].text == ":" and passage.stretch_of(doc[first - 1]) is None):
            return None  # "Asked about the crane, Berg replied: ...": what a colon brings in is what is said
    if last < end and _is_break(passage, doc[last + 1]):
        after = (last + 1, end)
    variant = "as" if doc[first].lower_ == "as" else ""
    return make_draft(passage, construction, cue, *_keep_quoted(passage, before, after), variant=variant)


def _keep_quoted(passage: Passage, before: Range, after: Range) -> tuple[Range, Range]:
    """Where a quotation stands next to the aside on one side only, the other side is the writer's: "On Iran, she added, "..."."""
    doc = passage.paragraph.doc
    led_in = before[0] <= before[1] and _is_quoted(passage, doc[before[1]])
    led_on = _find_quotation(passage, after)
    if led_in:
        return _drop_lead(passage, before), (led_on, after[1]) if led_on is not None else (1, 0)
    return ((1, 0), after) if led_on is not None and led_on <= after[0] + 1 else (before, after)


def _find_quotation(passage: Passage, tokens: Range) -> int | None:
    """The first quoted token of a range, None where none is or a further verb reports before it."""
    for token in passage.paragraph.doc[tokens[0] : tokens[1] + 1]:
        if _is_quoted(passage, token):
            return token.i
        if find_verb_cue(token) is not None:
            return None
    return None


def _drop_lead(passage: Passage, before: Range) -> Range:
    """Without what a comma parts from the quotation that follows it: "On Iran, "we are ready," she said"."""
    doc = passage.paragraph.doc
    stretch = passage.stretch_of(doc[before[1]])
    first = before[0] if stretch is None else passage.token_at(stretch.start)
    return (first, before[1]) if first > before[0] and doc[first - 1].text == "," else before


def _is_quoted(passage: Passage, token: Token) -> bool:
    stretch = passage.stretch_of(token)
    return stretch is not None and not stretch.single


def _is_break(passage: Passage, token: Token) -> bool:
    """Whether a token parts an aside from the content: a comma, a dash, a quotation mark."""
    stretch = passage.stretch_of(token)
    return token.text in BREAKS or (stretch is not None and not stretch.inner_start <= token.idx < stretch.inner_end) or token.text in "?!"
