"""The quotes of one text -> whether people speak in it. Where they do not, what things and kinds of
people do is told by the writer.

A guide says that "most plumbers charge by the hour", that a shop "offers advice", that "this shows
care": nobody has said so.
"""

from collections.abc import Sequence

from transforms.grammar.passage import Passage
from transforms.grammar.tokens import Token
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import Draft, find_head
from transforms.quotes.example import WRITERS
from transforms.quotes.kinds import name_kind
from transforms.quotes.statement import (
    NAMED,
    is_attitude,
    is_negated,
    is_statement,
    mentions_only,
)
from transforms.quotes.writers import KNOWING, MINDS, SHOWING, is_writers, shows_nothing
from transforms.world.lexicon import PERSON_NOUNS
from transforms.world.words import read_words

# share of what is said in a text in which people speak that stands in marks or with a plain verb of
# speech
LEAST_SPOKEN = 0.55
FEWEST = 4  # quotes of a text that tell whether people speak in it
FEWEST_PEOPLE = 2  # quotes of people with a plain verb of speech that tell it, too
LEAST_SURE = 0.45  # the confidence of what nobody can be held to, under the default bar
LONGEST_HEADING = 12  # words
LEAST_CAPITALS = 0.6  # share of the words of a heading
VOICED = frozenset({"turn", "answer"})  # of an interview, where somebody speaks for sure
ACTS = NAMED | {"to"}  # constructions that tell of an act
TOLD = frozenset({"accusation", "criticism", "demand", "warning"})
HE_OR_SHE = frozenset({"he", "she"})
PARTS = frozenset({"percent", "majority", "half", "share"})  # of people who answer
BODIES = frozenset({"ORG", "GPE"})
ONCE = frozenset({"VBD", "VBN"})  # forms of a verb that tell what was said once
VAGUE = read_words("vague_pronouns")


def has_speech(drafts: Sequence[Draft]) -> bool:
    """Whether people speak in the text of these drafts; in one with few a single report will do."""
    if len(drafts) < FEWEST:
        return any(name_class(draft) not in MINDS and not _is_of_thing(draft) for draft in drafts)
    stated = [draft for draft in drafts if is_statement(draft)]
    spoken = [draft for draft in stated if _is_spoken(draft)]
    return _tells_people(stated) or len(spoken) >= LEAST_SPOKEN * len(drafts)


def _tells_people(stated: Sequence[Draft]) -> bool:
    """Whether people or named bodies state something with a plain verb of speech."""
    told = [draft for draft in stated if name_class(draft) == "neutral"]
    return sum(_states(draft, find_head(draft)) for draft in told) >= FEWEST_PEOPLE


def _states(draft: Draft, head: Token | None) -> bool:
    """Whether somebody said it once: a person, or a body ("the ministry said"; what "Acme says" a
    guide retells).
    """
    if is_somebody(head):
        return True
    is_body = head is not None and head.ent_type_ in BODIES
    return is_body and draft.cue is not None and draft.cue.tag_ in ONCE


def _is_spoken(draft: Draft) -> bool:
    """Whether marks or a plain verb of speech show speech; what "you" or "we" say is an example."""
    head = find_head(draft)
    if _is_of_thing(draft) or (head is not None and head.lower_ in WRITERS):
        return False
    return name_class(draft) == "neutral" or name_kind(draft) != "indirect"


def _is_of_thing(draft: Draft) -> bool:
    """ "Their name says it all", "signs tell you where to go"."""
    head = find_head(draft)
    if head is None or head.pos_ != "NOUN" or draft.passage.paragraph.in_title:
        return False  # a headline's capitals hide names
    if _may_be_surname(head):
        return False
    is_source = draft.construction == "according" or head.lemma_.lower() in PARTS
    return not is_source and shows_nothing(head)


def is_somebody(head: Token | None) -> bool:
    """Whether the main word of a speaker is one person: a name, "she", "the mayor"."""
    return head is not None and (
        head.ent_type_ == "PERSON"
        or head.lower_ in HE_OR_SHE
        or head.lower_ in PERSON_NOUNS
        or _may_be_surname(head)
    )


def _may_be_surname(head: Token) -> bool:
    """ "Frost said she had no choice": a bare word with a capital that once did something, where
    things have an article ("the frost") or do it at all times ("tradition says").
    """
    is_bare = head.tag_ == "NN" and head.is_title and not any(head.lefts)
    return is_bare and head.dep_ == "nsubj" and head.head.tag_ == "VBD"


def temper(draft: Draft, confidence: float, *, speech: bool) -> float:
    """The confidence, less where an act of speech is only mentioned, a heading speaks, or something
    that is nobody in a text without speech.
    """
    if draft.variant in VOICED:
        return confidence
    if _is_nobodys_words(draft):
        return min(confidence, LEAST_SURE)
    if name_kind(draft) == "indirect" and _is_unsaid(draft):
        return min(confidence, LEAST_SURE)
    if name_kind(draft) == "direct":
        return confidence
    if _brings_in_list(draft):
        return min(confidence, LEAST_SURE)
    doubtful = is_heading(draft.passage) or (not speech and _is_nobodys(draft))
    return min(confidence, LEAST_SURE) if doubtful else confidence


def _is_nobodys_words(draft: Draft) -> bool:
    """Whether the writer speaks himself, shows something, or tells what was not said."""
    return is_writers(draft) or mentions_only(draft) or _is_pointed_at(draft)


def _is_pointed_at(draft: Draft) -> bool:
    """ "These are lovely: “A goatherd finds a fire”": a sample, shown and not said."""
    head = find_head(draft)
    return draft.cue is None and head is not None and head.lower_ in VAGUE


def _is_unsaid(draft: Draft) -> bool:
    """ "Did not say when", "hopes to build", "knew where they lay", "praised the album"; whom or
    what somebody blames, and what he asks of others, he has told them.
    """
    if is_negated(draft) or is_attitude(draft):
        return True
    return not (is_statement(draft) or name_class(draft) in TOLD)


def _brings_in_list(draft: Draft) -> bool:
    """Whether what is said goes on in a list below: "the roles include:"."""
    passage = draft.passage
    return passage.text[draft.end - passage.paragraph.char_start :].strip() == ":"


def is_heading(passage: Passage) -> bool:
    """Whether a paragraph of the body is a heading: short, without a stop, most words with
    capitals.
    """
    text = passage.text.strip()
    words = text.split()
    if passage.paragraph.in_title or len(words) > LONGEST_HEADING or not text[-1:].isalnum():
        return False
    return sum(word[0].isupper() for word in words) >= LEAST_CAPITALS * len(words)


def _has_no_mind(head: Token) -> bool:
    """Whether nobody says what such a speaker finds or thinks: kinds of people who need not know
    ("clients expect"), and names of products.
    """
    if head.tag_ == "NNS":
        return head.lemma_.lower() not in KNOWING and head.lower_ not in SHOWING
    return head.pos_ in {"PROPN", "NUM"}


def _is_unowned(draft: Draft) -> bool:
    """Whether an infinitive has nobody who does it."""
    return draft.speaker is None and draft.cue is not None and draft.cue.tag_ == "VB"


def _is_mere_source(draft: Draft, head: Token) -> bool:
    """ "According to the prompts given"."""
    return draft.construction == "according" and head.pos_ == "NOUN" and shows_nothing(head)


def _is_nobodys(draft: Draft) -> bool:
    """Whether a draft is no person's: what something does, or what "it" and "this" show."""
    head = find_head(draft)
    if head is None:
        return _is_unowned(draft)
    if is_somebody(head):
        return False
    if _is_of_thing(draft) or _is_mere_source(draft, head):
        return True
    if name_class(draft) in MINDS and _has_no_mind(head):
        return True
    return draft.construction in ACTS or not is_statement(draft) or head.lower_ in VAGUE
