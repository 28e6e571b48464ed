"""An article and its parse in, the names of people, organisations and places out, with offsets in
text and title.

The model's entities are the base. The document adds what one sentence cannot know: every mention of
a form votes on its kind, a surname goes with its full name, and a name found once is found wherever
it stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.entities.naming.beside import NOTHING, Beside, count_sentences, read_beside
from transforms.entities.naming.called import find_called_bodies
from transforms.entities.naming.candidates import Candidate, find_candidates
from transforms.entities.naming.doubts import settle_doubtful
from transforms.entities.naming.foreign import find_foreign_acronyms
from transforms.entities.naming.headlines import hold_to_text
from transforms.entities.naming.kinds import vote_on_kinds
from transforms.entities.naming.mention_kinds import tell_mention_kind
from transforms.entities.naming.openers import mend_openings
from transforms.entities.naming.own_readings import is_initials, is_name, own_readings_of
from transforms.entities.naming.proofs import find_host, prove_kinds
from transforms.entities.naming.repeats import find_repeats, find_unmarked
from transforms.entities.naming.signs import find_known_as, is_one_of_many
from transforms.grammar.parse import Parse
from transforms.grammar.telling import explains
from transforms.records import Article, Document, EntityKind, MentionKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. piece: index into the parse (the title first, where there is one);
    start, end: its tokens there. beside: what the words beside a person tell. alias_of: the last
    word of the person who is known as this, as an index of the piece's tokens, None where nobody
    is.
    """

    piece: int
    start: int
    end: int
    in_title: bool
    char_start: int
    char_end: int
    text: str
    kind: EntityKind
    mention_kind: MentionKind
    beside: Beside = NOTHING
    alias_of: int | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article, in order, never overlapping."""

    article_id: str
    names: tuple[Name, ...]

    def __iter__(self) -> Iterator[Name]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def find_names(article: Article, parse: Parse) -> Names:
    """The people, organisations and places that the article names, demonyms and metonyms among them
    (see `Name.mention_kind`).
    """
    candidates = hold_to_text(mend_openings(find_candidates(parse), parse), parse)
    kinds, things = tell_kinds(candidates, article.document, parse)
    people = [form for form, kind in kinds.items() if kind == "person"]
    kept = [
        (candidate, kinds[candidate.form])
        for candidate in candidates
        if candidate.form in kinds and not names_nobody(candidate, people)
    ]
    repeated = (
        (candidate, kind)
        for candidate, kind in find_repeats(parse, kept, find_spelt(kinds, article.document))
        if candidate.form not in things and not names_nobody(candidate, people)
    )
    sentences = count_sentences(parse)
    names = (
        make_name(candidate, kind, sentences[candidate.piece])
        for candidate, kind in [*kept, *repeated]
    )
    return Names(
        article.article_id, tuple(sorted(names, key=lambda name: (name.piece, name.start)))
    )


def names_nobody(candidate: Candidate, people: Iterable[str]) -> bool:
    """Whether a form names nobody here that does so elsewhere."""
    return is_initials(candidate, people) or is_one_of_many(candidate)


def tell_kinds(
    candidates: Sequence[Candidate], document: Document, parse: Parse
) -> tuple[dict[str, EntityKind], set[str]]:
    """The kind of every form that is a name in the article, and the acronyms that it spells out
    and that are none: things, and where it explains all that nothing proves.
    """
    called = find_called_bodies(candidates, parse)
    unmarked = find_unmarked(parse, candidates)
    kinds = vote_on_kinds(candidates, document.text, called, unmarked)
    kinds |= dict.fromkeys(find_host({one.form for one in candidates}, document), "organisation")
    readings = own_readings_of(document.text)
    things = {acronym for acronym, words in readings.items() if not is_name(words)}
    if explains(parse.paragraphs):
        kinds = prove_kinds(kinds, candidates, document)
        things |= readings.keys() - kinds.keys()
    else:
        kinds, nobody = settle(kinds, [*candidates, *unmarked], document)
        things |= nobody
    things |= find_foreign_acronyms(kinds.keys() - readings.keys(), kinds, document)
    return {form: kind for form, kind in kinds.items() if form not in things}, things


def settle(
    kinds: Mapping[str, EntityKind], mentions: Sequence[Candidate], document: Document
) -> tuple[dict[str, EntityKind], set[str]]:
    """The kinds where doubtful forms are what is told of them, and the forms that are nobody."""
    settled = settle_doubtful(kinds, mentions, document)
    found = {form: kind for form, kind in settled.items() if kind}
    return {**kinds, **found}, settled.keys() - found.keys()


def find_spelt(kinds: Mapping[str, EntityKind], document: Document) -> dict[str, EntityKind]:
    """The acronyms that the text spells out as a body that it names: UTL beside "UTL, or the United
    Teachers of Lune".
    """
    return {
        acronym: "organisation"
        for acronym, words in own_readings_of(document.text).items()
        if kinds.get(words) == "organisation"
    }


def make_name(candidate: Candidate, kind: EntityKind, sentences: Sequence[int]) -> Name:
    """A candidate whose kind is known, with its offsets. sentences: of its piece."""
    paragraph = candidate.paragraph
    doc, start, end = paragraph.doc, candidate.start, candidate.end
    span = doc[start:end]
    return Name(
        piece=candidate.piece,
        start=start,
        end=end,
        in_title=paragraph.in_title,
        char_start=paragraph.start_of(span),
        char_end=paragraph.end_of(span),
        text=span.text,
        kind=kind,
        mention_kind=tell_mention_kind(span, kind),
        beside=read_beside(doc, start, end, sentences) if kind == "person" else NOTHING,
        alias_of=known.i if kind == "person" and (known := find_known_as(candidate)) else None,
    )
