"""A draft -> how likely it is that its words and its speaker are right: a logistic model over what
the rules saw.

`weights/quotes/weights.tsv` (feature, weight) is fitted by training.quotes. A feature names a
construction alone or with a trait: the class or lemma of its cue, its kind, its length, the form of
its speaker. A feature without a weight counts nothing.
"""

from collections.abc import Iterator
from math import exp, log

from transforms.grammar.animate import name_head
from transforms.grammar.cues import Cue, find_cue, spell
from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.roles import FINITE, SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.asides import ends_with_aside
from transforms.quotes.draft import Draft, find_head
from transforms.quotes.kinds import name_kind
from transforms.quotes.within import is_told_within
from transforms.quotes.words import SPOKEN
from transforms.world.words import read_words
from weights import find_weights

PRONOUNS = read_words("personal_pronouns")
MODALS = read_words("modals") | {"to"}
NAMED = frozenset({"NOUN", "PROPN", "DET", "PRON"})  # what is called something begins so
OBJECTS = frozenset({"dobj", "xcomp", "prt"})
EVIDENCE = "evidence"  # class of the cues that show something
FEWEST_CALLED = 3  # words of what somebody calls something in a relative clause
LENGTHS = (2, 4, 7, 12)  # words of the content


def _read_weights(file: str) -> dict[str, float]:
    lines = find_weights("quotes", file).read_text(encoding="utf-8").splitlines()[1:]
    return {feature: float(weight) for feature, weight in (line.split("\t")[:2] for line in lines)}


WEIGHTS = _read_weights("weights.tsv")
MARKED = _read_weights("marked.tsv")
RARE = _read_weights("rare.tsv")


def weigh(draft: Draft) -> float:
    """Between 0 and 1: the estimated share of such drafts that are quotes with the right words and
    speaker.
    """
    return 1 / (1 + exp(-sum(WEIGHTS.get(feature, 0.0) for feature in name_features(draft))))


def rate(draft: Draft, weight: float) -> float:
    """The confidence that is stored: `weight`, but of a draft with quotation marks the share whose
    quoted words are the speaker's.

    How far such a quote goes outside its marks, or that it goes on with the sentence before, is a
    matter of taste; whose words they are is not. Rules that the corpus has too few cases of have a
    confidence of their own, in `rare.tsv`.
    """
    is_told = draft.speaker is not None or draft.variant == "hearsay"
    least = max(RARE.get(name, 0.0) for name in _name_slices(draft)) if is_told else 0.0
    if name_kind(draft) == "indirect":
        return max(weight, least)
    score = sum(MARKED.get(feature, 0.0) for feature in name_marked_features(draft))
    return max(1 / (1 + exp(-score - MARKED.get("weight", 1.0) * _logit(weight))), least)


def _name_slices(draft: Draft) -> tuple[str, ...]:
    """The rule of a draft, and where no thing speaks that with the class of its cue and how far it
    was taken.
    """
    cue, head = None if draft.cue is None else find_cue(draft.cue), find_head(draft)
    if draft.rule == "string" and draft.cue is None:
        return draft.rule, "string colon"
    if is_told_within(draft):
        return draft.rule, "clause within"
    if draft.construction == "according" and head is not None:
        return draft.rule, *_name_sources(draft, head)
    if cue is None or head is None or _is_thing(head):
        return (draft.rule,)
    return draft.rule, _name_cued(draft, cue)


def _name_cued(draft: Draft, cue: Cue) -> str:
    """The rule with where its cue stands, where that tells most; else with its class and how far
    the draft was taken.
    """
    if is_chained(draft, draft.cue):
        return f"{draft.rule} chained"
    if is_called_so(draft):
        return f"{draft.rule} relative"
    if cue.cue_class == EVIDENCE and not draft.variant and _is_document(draft):
        return f"{draft.rule} {cue.cue_class} document"
    place = _name_place(draft) if draft.rule == "inverted" and not draft.variant else ""
    return place or f"{draft.rule} {cue.cue_class} {draft.variant}".rstrip()


def _name_place(draft: Draft) -> str:
    """Where an attribution stands in what it reports, "" where that tells nothing."""
    if _is_between(draft):
        return "inverted between"
    return "inverted end" if _ends_sentence(draft) else ""


def _name_sources(draft: Draft, head: Token) -> Iterator[str]:
    """What kind of source "according to" names, and whether it parts a subject from its verb."""
    yield f"{draft.rule} {_name_source(draft, head)}"
    if _stands_between(draft):
        yield f"{draft.rule} between"


def _stands_between(draft: Draft) -> bool:
    """Whether the source parts a subject from its verb: "The pier, according to Lind, will close"."""
    if draft.cue is None or len(draft.pieces) == 1:
        return False
    opening = _list_tokens(draft, 0)
    is_subject = any(token.dep_ in SUBJECTS for token in opening)
    return is_subject and not any(token.tag_ in FINITE for token in opening)


def _list_tokens(draft: Draft, number: int) -> list[Token]:
    """The words of a piece in the paragraph where a draft begins; none of one that stands in a
    later paragraph.
    """
    passage, (start, end) = draft.passage, draft.pieces[number]
    base = passage.paragraph.char_start
    first, last = passage.token_at(start - base), passage.token_at(end - base - 1)
    return list(passage.paragraph.doc[first : last + 1])


def is_chained(draft: Draft, cue: Token | None) -> bool:
    """Whether the tree hangs one of several verbs that call something so on the object of the one
    before: "has backed coal, called wind power “a toy” and left".
    """
    if cue is None or cue.dep_ != "acl" or cue.i < 1 or cue.nbor(-1).text != ",":
        return False
    named = cue.nbor() if cue.i + 1 < len(cue.doc) else cue
    return draft.construction == "as" and named.pos_ in NAMED and name_kind(draft) == "mixed"


def _is_document(draft: Draft) -> bool:
    """Whether a report, a poll or the like shows something."""
    head = find_head(draft)
    return head is not None and head.pos_ == "NOUN" and name_medium(head) in WRITTEN


def _is_between(draft: Draft) -> bool:
    """Whether nothing but a subject and a verb of speech part what is said in two: "Two winters ago,
    he recalled, the ice had bent the cranes"; not "Ford wrote, and wrote".
    """
    if draft.cue is None or len(draft.pieces) == 1 or not _says_only(draft.cue):
        return False
    rest = _list_tokens(draft, 1)
    joins = bool(rest) and rest[0].dep_ == "cc"
    return not joins and any(token.tag_ in FINITE for token in rest)


def _says_only(verb: Token) -> bool:
    """Whether a verb tells that somebody speaks, and has no object: "Ford wrote", not "fired him"."""
    cue = find_cue(verb)
    is_speech = cue is not None and cue.cue_class in SPOKEN and verb.tag_ in FINITE
    return is_speech and not any(child.dep_ in OBJECTS for child in verb.rights)


def is_called_so(draft: Draft) -> bool:
    """Whether a relative clause tells what somebody calls something, in words of his: "a fight he
    called “a war of choice”"; no name ("which they call “the Pit”").
    """
    is_relative = draft.cue is not None and draft.cue.dep_ == "relcl"
    if not is_relative or draft.construction != "as" or name_kind(draft) != "direct":
        return False
    text = draft.passage.slice(*draft.pieces[0])
    return len(text.split()) >= FEWEST_CALLED and draft.speaker is not None


def _ends_sentence(draft: Draft) -> bool:
    """Whether the attribution ends the sentence behind a clause that is all in one piece."""
    return (
        draft.cue is not None
        and len(draft.pieces) == 1
        and ends_with_aside(draft.passage, draft.cue)
    )


def _name_source(draft: Draft, head: Token) -> str:
    """What kind of source "according to" names; "words" where they are somebody's "in his words"."""
    if draft.cue is not None and draft.cue.lower_ == "words":
        return "words"
    if head.ent_type_ == "PERSON":
        return "person"
    return "document" if name_medium(head) in WRITTEN else "somebody"


def _is_thing(head: Token) -> bool:
    """Whether a speaker is a thing; a name of a headline may be tagged as one."""
    return name_head(head) == "thing" and (head.is_lower or head.tag_ == "NNS")


def name_marked_features(draft: Draft) -> list[str]:
    """What tells whose the quoted words are, beside the weight: the rule, the kind, the form of the
    speaker.
    """
    return [
        "bias",
        f"rule={draft.rule}",
        f"kind={name_kind(draft)}",
        f"speaker={name_speaker(draft)}",
    ]


def _logit(share: float) -> float:
    share = min(max(share, 0.001), 0.999)
    return log(share / (1 - share))


def name_features(draft: Draft) -> list[str]:
    """What the rules saw: `bias`, `that`, `that class=claim`, `that lemma=claim`, `that
    kind=mixed`.
    """
    traits = [
        *_name_traits(draft),
        *(() if draft.cue is None else _name_cue_traits(draft, draft.cue)),
    ]
    return [
        "bias",
        draft.construction,
        *(f"{draft.construction} {trait}" for trait in traits),
        *_name_shared(draft),
    ]


def _name_shared(draft: Draft) -> Iterator[str]:
    """Traits that weigh the same in each construction."""
    yield from draft.rivals
    yield f"variant={draft.variant}"
    if draft.cue is not None:
        yield from (f"lemma={spell(draft.cue)}", f"form={draft.cue.tag_}", f"role={draft.cue.dep_}")


def _name_traits(draft: Draft) -> Iterator[str]:
    words = sum(end - start for start, end in draft.pieces) // 6
    yield f"kind={name_kind(draft)}"
    yield f"speaker={name_speaker(draft)}"
    if (head := find_head(draft)) is not None:
        yield f"head={name_head(head)}"
    yield f"length={sum(words >= length for length in LENGTHS)}"
    yield f"pieces={min(len(draft.pieces), 3)}"
    yield f"cued={draft.cue is not None}"
    if draft.cue is None and draft.variant:
        yield f"variant={draft.variant}"


def _name_cue_traits(draft: Draft, token: Token) -> Iterator[str]:
    if draft.construction == "inverted":
        yield f"order={_name_order(draft, token)}"
    cue = find_cue(token)
    lemma = spell(token)
    yield f"lemma={lemma}"
    if draft.variant:
        yield f"variant={draft.variant}"
        yield f"lemma={lemma} {draft.variant}"
    yield from (f"rival={rival}" for rival in draft.rivals)
    yield f"class={cue.cue_class if cue else 'none'}"
    yield f"form={token.tag_}"
    yield f"role={token.dep_}"
    yield from sorted(
        {
            f"with={child.lower_}"
            for child in token.lefts
            if child.dep_ == "neg" or child.lower_ in MODALS
        }
    )
    if draft.introduced_by:
        yield f"preposition={draft.introduced_by}"
        yield f"preposition={lemma} {draft.introduced_by}"


def _name_order(draft: Draft, cue: Token) -> str:
    """Whether the verb stands before its subject ("claims Hale"), and whether the sentence ends
    with them.
    """
    head = find_head(draft)
    ends = "last" if head is not None and max(head.i, cue.i) + 2 >= cue.sent.end else "within"
    return ends if head is None or head.i < cue.i else f"inverted {ends}"


def name_speaker(draft: Draft) -> str:
    """The form of the speaker: none, elsewhere (in another paragraph), a pronoun, a Name, a word,
    or a phrase that ends in either.
    """
    base, text = draft.passage.paragraph.char_start, draft.passage.text
    if draft.speaker is None:
        return "none"
    if not base <= draft.speaker[0] < base + len(text):
        return "elsewhere"
    words = text[draft.speaker[0] - base : draft.speaker[1] - base].split()
    if words[-1].lower() in PRONOUNS:
        return words[-1].lower()
    return (
        ("word" if len(words) == 1 else "phrase")
        if words[-1].islower()
        else ("Name" if len(words) == 1 else "Phrase")
    )
