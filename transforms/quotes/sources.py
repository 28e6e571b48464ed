"""A draft and those around it -> the chain it came through: "said on Russian television, according
to TASS" has two hops.

A medium is told by a word of its name (`transforms.grammar.media`), anybody else who passes the
words on by form.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from transforms.grammar.animate import name_head
from transforms.grammar.media import MEDIA, name_medium
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.tokens import Token
from transforms.quotes.cuetext import name_class
from transforms.quotes.draft import Draft, find_head
from transforms.quotes.words import PASSED_ON_BY
from transforms.records import SourceHop, SourceKind
from transforms.world.lexicon import COLLECTIVE_NOUNS
from transforms.world.words import read_words, split_words

Hop = tuple[str, SourceKind]

CARRIERS = read_words("before_media")  # "on", "via"
UNNAMED = read_words("unnamed_sources")
UNCONFIRMED = frozenset({"denial", "question", "demand"})  # classes of cues
CARRIED = read_words("carrying_verbs")
DEEPEST = 5  # prepositions within prepositions: "in an interview with the magazine of"


def find_sources(draft: Draft, around: Sequence[Draft]) -> tuple[SourceHop, ...]:
    """The hops from the speaker outwards: the medium that the cue names, then whoever reports the
    whole attribution.
    """
    outer = [other for other in around if encloses(other, draft) and _passes_on(other, draft)]
    named = [*_media_of(draft), *(_reporter(other) for other in outer)]
    hops = drop_repeated(hop for hop in named if hop is not None and hop[0])
    return tuple(SourceHop(number, text, kind) for number, (text, kind) in enumerate(hops, start=1))


def _passes_on(outer: Draft, draft: Draft) -> bool:
    """Whether somebody else reports a draft, who neither denies it nor only asks."""
    return outer.speaker != draft.speaker and name_class(outer) not in UNCONFIRMED


def drop_repeated(hops: Iterable[Hop]) -> list[Hop]:
    """Each source once: "the agency Nordwire" and "Nordwire" are one, by the fuller name that comes
    first.
    """
    kept: list[tuple[frozenset[str], Hop]] = []
    for hop in hops:
        words = frozenset(split_words(hop[0]))
        is_common = hop[1] in PASSED_ON_BY and hop[0].islower()
        if not any(
            words <= other or other <= words or (is_common and hop[1] == kind)
            for other, (_, kind) in kept
        ):
            kept.append((words, hop))
    return [hop for _, hop in kept]


def _media_of(draft: Draft) -> Iterator[tuple[str, SourceKind]]:
    """Media in the attribution: "told the newspaper", "said in an interview with", "was quoted as
    saying by".
    """
    verb = draft.cue
    if verb is None or draft.construction == "according":
        return
    citing = [verb.head.head] if verb.head.lower_ == "as" else []
    for head in [verb, *_find_carriers(verb), *citing]:
        for noun in chain(_nouns_beside(head), _find_citer(head, verb)):
            kind = (
                None
                if draft.touches(*draft.passage.characters(noun.i, noun.i))
                else name_medium(noun)
            )
            if kind is not None:
                start, end = noun_phrase(noun, draft.passage)
                yield draft.passage.slice(start, end), kind


def _find_citer(citing: Token, verb: Token) -> Iterator[Token]:
    """The Herald of "the Herald quoted Berg as saying"."""
    return (child for child in citing.lefts if child.dep_ == "nsubj" and citing.i != verb.i)


def _find_carriers(verb: Token) -> Iterator[Token]:
    """The participles that tell who passes on what the subject says: "Berg's remarks, cited by the
    agency Nordwire, ...".
    """
    for subject in verb.lefts:
        if subject.dep_ == "nsubj":
            yield from (
                child for child in subject.rights if child.dep_ == "acl" and child.lemma_ in CARRIED
            )


def _nouns_beside(verb: Token) -> Iterator[Token]:
    """Objects of the verb and of its prepositions, the nearest first, and what hangs on those by
    further prepositions.
    """
    open_ends = _carried(verb.children, {"dobj", "dative", "agent"})
    for _ in range(DEEPEST):
        yield from (token for token in open_ends if token.pos_ in {"NOUN", "PROPN"})
        open_ends = _carried((child for token in open_ends for child in token.rights), {"pobj"})


def _carried(children: Iterable[Token], deps: Collection[str]) -> list[Token]:
    """Objects, and the prepositions that carry further ones."""
    return [child for child in children if child.dep_ in deps or child.lower_ in CARRIERS]


def encloses(outer: Draft, inner: Draft) -> bool:
    """Whether one draft reports the other with its cue; what is said may go on behind it."""
    if inner.cue is None or outer is inner or outer.pieces == inner.pieces:
        return False
    cue = inner.passage.characters(inner.cue.i, inner.cue.i)
    first, last = min(cue[0], inner.pieces[0][0]), max(cue[1], inner.pieces[0][1])
    return any(start <= first and last <= end for start, end in outer.pieces)


def _reporter(outer: Draft) -> Hop | None:
    """Whoever reports the attribution, with the kind that the words of the phrase tell; None for
    what is no source ("it", a heading).
    """
    head = find_head(outer)
    if outer.speaker is None or head is None or not _is_source(head):
        return None
    text = outer.passage.slice(*outer.speaker)
    return (text, name_reporter(outer)) if text else None


def _is_source(head: Token) -> bool:
    """Whether a noun may pass words on: a medium, a body, a document or a person; of pronouns "he"
    and "she".
    """
    kind = name_head(head)
    if kind == "pronoun":
        return head.lower_ in {"he", "she"}
    is_heading = head.is_upper and not head.ent_type_ and name_medium(head) is None
    return kind != "thing" and not is_heading


def name_reporter(outer: Draft) -> SourceKind:
    """The kind of source that the words of a speaker tell."""
    text = outer.passage.slice(*(outer.speaker or (0, 0)))
    words = [word.strip(".,'’").lower() for word in text.split()]
    if (kind := _find_medium(words)) is not None:
        return kind
    if UNNAMED.intersection(words) and not _bears_name(text):
        return "anonymous"
    return "person" if _is_one_person(outer) else "organisation"


def _find_medium(words: Sequence[str]) -> SourceKind | None:
    """The kind of the last word that names one."""
    return next((MEDIA[word] for word in reversed(words) if word in MEDIA), None)


def _bears_name(text: str) -> bool:
    """Whether a word behind the first has a capital."""
    return any(word[0].isupper() for word in text.split()[1:])


def _is_one_person(outer: Draft) -> bool:
    """Whether the words of a speaker name somebody, or say "he", "a man", "his wife"."""
    start, end = outer.speaker or (0, 0)
    passage, base = outer.passage, outer.passage.paragraph.char_start
    first, last = passage.token_at(start - base), passage.token_at(end - base - 1)
    tokens = passage.paragraph.doc[first : last + 1]
    if any(token.ent_type_ == "PERSON" or token.tag_ == "PRP" for token in tokens):
        return True
    head = find_head(outer)
    is_one = head is not None and head.tag_ == "NN" and head.lower_ not in COLLECTIVE_NOUNS
    return head is not None and is_one and name_head(head) == "person"
