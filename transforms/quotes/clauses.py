"""Verbs that report -> drafts: what they say in a clause, an infinitive, an object, or in the
sentence that they interrupt.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product, takewhile
from typing import get_args

from transforms.grammar.animate import is_person
from transforms.grammar.cues import CLAUSES, Cue, find_verb_cue, is_cue_form
from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.own_subject import find_own_subject, is_torn_off
from transforms.grammar.passage import Passage, Range
from transforms.grammar.roles import CLOSING, FINITE, NOMINAL, RELATIVE_PRONOUNS, SUBJECTS
from transforms.grammar.speaker import find_speaker
from transforms.grammar.tokens import Span, Token
from transforms.quotes.asides import (
    find_aside,
    find_clause_start,
    find_parenthesis,
    has_clause_before,
    read_around,
    read_signed,
)
from transforms.quotes.complements import Complement, find_complements, follows_in_list
from transforms.quotes.content import make_pieces
from transforms.quotes.draft import Clause, Construction, Draft, find_head
from transforms.quotes.ends import find_ends, name_rivals
from transforms.world.words import read_labels

BEGINNINGS = read_labels("openings_of_clauses")
LONGEST_SPEAKER = 8  # tokens of "a new survey of the union"
HEARSAY = frozenset({"say", "report", "rumour", "rumor"})
OBJECTS = frozenset({"dobj", "dative", "nsubj"})  # a subject behind its verb opens a clause
LEADING = frozenset({"as", "when", "while", "if"})
TELLING = frozenset({"tell", "inform", "remind", "assure"})  # behind which stands who is told
MANNER = frozenset({"ADV", "ADJ", "PUNCT"})  # "whole-heartedly"
STATING = frozenset({*get_args(Clause), "to", "object", "gerund"})


def read_verbs(passage: Passage, sentence: Span) -> Iterator[Draft]:
    """Every draft whose cue is a verb of the sentence."""
    for token in sentence:
        if (
            token.dep_ == "ROOT"
            and (is_cue_form(token) or _is_without_subject(token))
            and (draft := _read_mistaken(passage, token) or _read_demand(passage, token))
            is not None
        ):
            yield draft
        if token.pos_ not in {"VERB", "AUX"} or passage.stretch_of(token) is not None:
            continue
        if _is_doing(token):
            continue
        signed = read_signed(passage, token) if passage.stretches else None
        parenthesis = read_parenthesis(passage, token)
        if parenthesis is not None:
            yield parenthesis
        elif signed is not None:
            if (
                draft := make_draft(passage, "inverted", token, *signed, variant="signed")
            ) is not None:
                yield draft
        elif (cue := find_verb_cue(token)) is not None:
            yield from _read_verb(passage, token, cue)


def _is_without_subject(verb: Token) -> bool:
    """Whether the tree takes who speaks for a part of the verb: "..., a study shows"."""
    is_reporting = verb.tag_ == "VBZ" and find_verb_cue(verb) is not None
    return is_reporting and verb.i > 0 and verb.nbor(-1).dep_ == "compound"


def _is_doing(verb: Token) -> bool:
    """Whether a gerund behind "and" or "but" is what the next clause is of, not what the one before
    does: "it has a screen, but adding a filter helps".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or verb.head.tag_ not in FINITE:
        return False
    is_subject = any(child.dep_ == "ccomp" and child.tag_ == "VBZ" for child in verb.rights)
    return is_subject and verb.nbor(-1).dep_ == "cc" and verb.nbor().lower_ != "that"


def _read_verb(passage: Passage, verb: Token, cue: Cue) -> Iterator[Draft]:
    drafts = list(_read_complements(passage, verb, cue))
    yield from drafts
    if (draft := _read_hearsay(passage, verb)) is not None:
        yield draft
    if (draft := _read_passive(passage, verb, cue)) is not None:
        yield draft
    if cue.takes("bare") and not any(draft.construction in STATING for draft in drafts):
        yield from _read_rest(passage, verb)
    if cue.takes("inverted") and not any(draft.construction in CLAUSES for draft in drafts):
        yield from _read_inverted(passage, verb)


def _read_inverted(passage: Passage, verb: Token) -> Iterator[Draft]:
    """ "..., said Anna Berg": what stands round an aside."""
    is_aside = not (_is_led_by_clause(verb) or _is_done(passage, verb))
    aside = find_aside(verb) if is_aside else None
    around = read_around(passage, verb, aside) if aside is not None else ()
    for variant, tokens in around:
        inverted = make_draft(passage, "inverted", verb, *tokens, variant=variant)
        if inverted is not None:
            yield name_last(name_document(inverted))


def _is_done(passage: Passage, verb: Token) -> bool:
    """Whether a verb tells what somebody does, in an infinitive behind it: "continues to be slow"."""
    deeds = (child for child in verb.rights if child.dep_ == "xcomp")
    return any(
        deed.left_edge.i == verb.i + 1
        and deed.left_edge.lower_ == "to"
        and passage.stretch_of(deed.left_edge) is None
        for deed in deeds
    )


def _is_led_by_clause(verb: Token) -> bool:
    """Whether all that stands before a verb and its subject is when or how: "As we have noted, a
    study found", "When you choose, Lind says not to worry", "Asked how long, Lind laughed".
    """
    led = (child for child in verb.lefts if child.dep_ == "advcl")
    return any(child.left_edge.i == verb.sent.start and _leads(child) for child in led)


def _leads(clause: Token) -> bool:
    """Whether a clause begins with "when" and the like, or is a participle with what follows it."""
    opening = clause.left_edge
    return opening.lower_ in LEADING or (opening.i == clause.i and clause.tag_ == "VBN")


def name_document(draft: Draft) -> Draft:
    """The same draft, marked where a report or a poll speaks: "..., report finds"."""
    head = find_head(draft)
    speaks = head is not None and head.pos_ == "NOUN" and name_medium(head) in WRITTEN
    return replace(draft, variant="document") if speaks and not draft.variant else draft


def name_last(draft: Draft) -> Draft:
    """The same draft, marked where a verb and behind it a name end a sentence: "..., claims
    Hale".
    """
    head = find_head(draft)
    if draft.variant or draft.cue is None or head is None:
        return draft
    is_last = _ends_with(draft.cue, head) and has_clause_before(draft.cue)
    is_last = is_last or is_torn_off(draft.cue)
    return replace(draft, variant="last") if is_last else draft


def _ends_with(verb: Token, name: Token) -> bool:
    """Whether a name behind a verb ends its sentence, or a person with his name behind him."""
    is_name = name.pos_ == "PROPN" or is_person(name)
    return is_name and verb.i < name.i and name.right_edge.i + 2 >= verb.sent.end


def _read_rest(passage: Passage, verb: Token) -> Iterator[Draft]:
    """What follows a verb when the tree has taken it for something else than its clause: to the end
    of the sentence, or to the comma.
    """
    doc, end = verb.doc, verb.sent.end
    first = _find_quoted(passage, doc[verb.i + 1 : end]) or _find_past_day(verb)
    if first >= end or _is_told_by_another(verb, first) or not _may_state(passage, doc[first:end]):
        return
    comma = next((token.i for token in doc[first:end] if token.text in ",;"), end)
    for name, last in {"rest": end - 1, "rest comma": comma - 1}.items():
        if (draft := make_draft(passage, "bare", verb, (first, last), variant=name)) is not None:
            yield draft


def _find_quoted(passage: Passage, behind: Span) -> int | None:
    """The first token of the quotation that a colon brings in behind a verb."""
    colons = (token.i for token in behind[:-1] if token.text == ":")
    return next((at + 1 for at in colons if passage.stretch_of(behind.doc[at + 1])), None)


def _may_state(passage: Passage, words: Span) -> bool:
    """Whether words may be a clause: a quotation behind a colon, or what begins as one and has a
    verb.
    """
    is_begun = words[0].pos_ in BEGINNINGS or passage.character_before(words[0].idx) == ":"
    return is_begun and any(map(_states, words))


def _find_past_day(verb: Token) -> int:
    """The token behind a verb and the day that it has: the comma of "replied Tuesday, telling her so"."""
    behind = verb.i + 1
    days = (child for child in verb.rights if child.dep_ == "npadvmod")
    return next((day.right_edge.i + 1 for day in days if day.left_edge.i == behind), behind)


def _states(token: Token) -> bool:
    """Whether a verb may be that of a clause: not of what only says which thing is meant ("the code
    that allows it").
    """
    if token.tag_ not in FINITE:
        return False
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    return first.dep_ != "relcl" or first.left_edge.lower_ not in RELATIVE_PRONOUNS


def _read_passive(passage: Passage, verb: Token, cue: Cue) -> Draft | None:
    """What a passive says of its subject: "The plan was rejected by the mayor", "was criticized by
    Berg as "a waste".
    """
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if (
        subject is None
        or cue.cue_class == "question"
        or not cue.takes("object")
        or not any(child.dep_ == "agent" for child in verb.rights)
    ):
        return None
    label = next(
        (
            child
            for child in verb.subtree
            if child.lower_ == "as" and child.dep_ == "prep" and child.i > verb.i
        ),
        None,
    )
    added = (1, 0) if label is None or not cue.takes("as") else (label.i + 1, label.right_edge.i)
    return make_draft(passage, "passive", verb, (subject.left_edge.i, subject.right_edge.i), added)


def _find_comma_before(cue: Token) -> int | None:
    """The comma behind which a speaker can begin."""
    before = cue.doc[max(cue.sent.start, cue.i - LONGEST_SPEAKER) : cue.i]
    return next((token.i for token in reversed(before) if token.text == ","), None)


def _read_mistaken(passage: Passage, cue: Token) -> Draft | None:
    """What a document says at the end of a sentence, though the tagger took the verb for a noun:
    "..., a new survey shows".
    """
    start, comma = cue.sent.start, _find_comma_before(cue)
    is_last = cue.i + 1 >= cue.sent.end or (cue.nbor().is_punct and cue.i + 2 >= cue.sent.end)
    if comma is None or not start < comma < cue.i - 1 or not is_last:
        return None
    if name_medium(cue.nbor(-1)) not in WRITTEN:
        return None
    pieces = make_pieces(passage, cue, (start, comma - 1))
    first = comma + 2 if cue.doc[comma + 1].text in CLOSING else comma + 1
    speaker = passage.characters(first, cue.i - 1)
    return Draft(passage, "inverted", pieces, cue, speaker, variant="document") if pieces else None


def _read_demand(passage: Passage, cue: Token) -> Draft | None:
    """A clause that no noun can have, behind a verb that the tagger took for one: "Lind in turn
    demands that ...".
    """
    clause = next((child for child in cue.rights if child.dep_ == "ccomp"), None)
    if clause is None or clause.left_edge.lower_ != "that" or clause.left_edge.dep_ != "mark":
        return None
    return make_draft(passage, "that", cue, (clause.left_edge.i, clause.right_edge.i))


def read_parenthesis(passage: Passage, verb: Token) -> Draft | None:
    """What stands around a report between commas, whose subject follows its verb."""
    named = find_parenthesis(verb) if find_verb_cue(verb) is not None else None
    if named is None:
        return None
    begin = find_clause_start(verb.doc[verb.sent.start : verb.i - 1])
    end = verb.sent.end - 1
    pieces = make_pieces(passage, verb, (begin, verb.i - 2), (named[1] + 2, end))
    return (
        Draft(passage, "inverted", pieces, verb, passage.characters(*named), variant="parenthesis")
        if pieces
        else None
    )


def _read_hearsay(passage: Passage, verb: Token) -> Draft | None:
    """What is said of a subject by nobody in particular: "Berg is said to have left"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    told = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    if (
        verb.lemma_ not in HEARSAY
        or subject is None
        or told is None
        or told.left_edge.lower_ != "to"
    ):
        return None
    pieces = make_pieces(
        passage,
        verb,
        (subject.left_edge.i, subject.right_edge.i),
        (told.left_edge.i, told.right_edge.i),
    )
    return Draft(passage, "passive", pieces, verb, None, variant="hearsay") if pieces else None


def make_draft(
    passage: Passage,
    construction: Construction,
    cue: Token,
    *tokens: Range,
    introduced_by: str = "",
    variant: str = "",
) -> Draft | None:
    """A draft of token ranges, with the subject of the verb as its speaker; None where nothing is
    left of the content.
    """
    pieces = make_pieces(passage, cue, *tokens)
    if not pieces:
        return None
    speaker = find_speaker(cue, passage)
    if speaker is not None and any(
        start < speaker[1] and speaker[0] < end for start, end in pieces
    ):
        speaker = None
    return Draft(passage, construction, pieces, cue, speaker, introduced_by, variant)


def _read_complements(passage: Passage, verb: Token, cue: Cue) -> Iterator[Draft]:
    """Every complement that the verb takes, and what else it may be held to reach: the object
    before it, the phrase behind it.
    """
    subject = find_own_subject(verb)
    for complement in find_complements(verb, cue):
        if complement.construction == "object" and complement.head == subject:
            continue  # "..., alleges trainer Ada Quill"
        if _is_told_by_another(verb, complement.first):
            continue
        ends = find_ends(passage, verb, complement.head)
        starts = _find_starts(verb, cue, complement)
        for (start_name, start), (end_name, end) in product(starts.items(), ends.items()):
            draft = make_draft(
                passage,
                complement.construction,
                verb,
                (start, end),
                introduced_by=complement.introduced_by,
                variant=f"{start_name} {end_name}".strip(),
            )
            if draft is not None:
                yield replace(draft, rivals=tuple(name_rivals(start, end, ends)))


def _is_told_by_another(verb: Token, first: int) -> bool:
    """Whether somebody else speaks right before the colon behind which words begin: "Lind said he
    was there when a doctor told them: “...”".
    """
    colon = first - 2 if verb.doc[first - 1].text in CLOSING else first - 1
    if verb.doc[colon].text != ":":
        return False
    return any(_tells_itself(token) for token in verb.doc[verb.i + 1 : colon])


def _tells_itself(verb: Token) -> bool:
    """Whether a plain verb of speech has a subject of its own."""
    cue = find_verb_cue(verb)
    if cue is None or cue.cue_class != "neutral" or verb.tag_ not in FINITE:
        return False
    return any(child.dep_ == "nsubj" and child.pos_ in NOMINAL for child in verb.lefts)


def _find_starts(verb: Token, cue: Cue, complement: Complement) -> dict[str, int]:
    """Where a complement may begin: with itself, or with what the tree has taken for an object
    before it.
    """
    first = _find_first(verb, complement)
    own = {"": max(verb.i + 1, first)}
    if _begins_itself(verb, complement):
        return own
    before = next((child for child in verb.rights if child.dep_ in OBJECTS), None)
    if before is None or before.i >= first:
        return own
    if complement.construction == "bare" and _is_cut_off(before, complement.head):
        return {"": before.left_edge.i}
    if cue.takes("whole") or complement.construction == "bare":
        return {**own, "whole": before.left_edge.i}
    return own


def _find_first(verb: Token, complement: Complement) -> int:
    """The first token of a complement, behind who is told and behind adverbs of the verb's."""
    behind = _past_listener(verb, complement)
    return behind or _past_adverbs(verb, _find_list_start(verb, complement))


def _past_listener(verb: Token, complement: Complement) -> int | None:
    """Where a bare clause begins behind who is told, whom the tree takes for a part of its subject:
    "told the Gazette her son was ill", "told investors profits would fall"; None elsewhere.
    """
    if verb.lemma_ not in TELLING or complement.construction != "bare":
        return None
    told = next((child for child in verb.rights if child.dep_ in OBJECTS), None)
    return _find_split(verb, complement.head) if told is None else _find_apposed(told)


def _find_apposed(told: Token) -> int | None:
    """Where an apposition begins right behind a noun, with no comma between."""
    starts = (child.left_edge.i for child in told.rights if child.dep_ == "appos")
    return next((start for start in starts if start == told.i + 1), None)


def _find_split(verb: Token, clause: Token) -> int | None:
    """Behind the plural or the name of a body that opens the subject right behind a verb and is no
    part of what it names: "investors | profits", "Radio Lund | police".
    """
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != verb.i + 1:
        return None
    first = subject.left_edge
    if first.tag_ in {"NNS", "NNPS"} and first.dep_ == "compound":
        return first.i + 1
    words = subject.doc[first.i : subject.i]
    named = len(list(takewhile(lambda word: word.ent_type_ == "ORG", words)))
    return first.i + named if named else None


def _begins_itself(verb: Token, complement: Complement) -> bool:
    """Whether what stands before a clause is no part of it: a question, or who is told ("told
    Channel Nine the mill was sold").
    """
    if complement.construction == "whether":
        return True
    if verb.lemma_ not in TELLING or complement.construction == "to":
        return False
    has_subject = any(part.dep_ in SUBJECTS for part in complement.head.lefts)
    return has_subject or _past_listener(verb, complement) is not None


def _past_adverbs(verb: Token, first: int) -> int:
    """Where "that" opens a clause behind adverbs of the verb's: "believes firmly that", "said only
    that".
    """
    opening = next((token for token in verb.doc[first:] if token.pos_ not in MANNER), verb)
    return opening.i if opening.lower_ == "that" and opening.dep_ == "mark" else first


def _find_list_start(verb: Token, complement: Complement) -> int:
    """The first token of a complement, or of the first object of the list that it ends."""
    if complement.construction != "object":
        return complement.first
    start = complement.head
    for child in reversed(list(verb.rights)):
        if follows_in_list(child, start):
            start = child
    return start.left_edge.i


def _is_cut_off(before: Token, clause: Token) -> bool:
    """Whether a noun is the subject of the clause behind it, or the first of several: "said the
    plan, the cost and the law are ...".
    """
    if before.dep_ in SUBJECTS:
        return any(part.dep_ in SUBJECTS for part in before.head.lefts)
    has_subject = any(part.dep_ in SUBJECTS for part in clause.lefts)
    return before.dep_ == "dobj" and before.pos_ != "PRON" and not has_subject
