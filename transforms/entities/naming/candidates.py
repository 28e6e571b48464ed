"""A parse in, the model's entities out as candidates for names, cut to what a reader would call the
name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from transforms.entities.naming.citations import is_citation
from transforms.entities.naming.listed import join_lists
from transforms.entities.naming.offices import find_missed_holders, part_office
from transforms.entities.naming.parting import is_stub, part_names
from transforms.entities.naming.people_spans import (
    PARTICLES,
    follows_office,
    is_initial_before,
    is_numeral,
    is_portfolio,
    is_portfolio_word,
    is_role,
    mend_people,
    says_what,
    skip_titles,
)
from transforms.entities.naming.title_case import is_headline
from transforms.grammar.parse import Paragraph, Parse
from transforms.grammar.tokens import Doc, Span, Token
from transforms.world.lexicon import (
    BODIES_OF_ALL_KINDS,
    BODY_NOUNS,
    HEAD_NOUNS,
    HEADLINE_VERBS,
    ORGANISATION_WORDS,
    OUTLETS,
    PORTFOLIOS,
    SPOKESPERSONS,
    TITLES,
)
from transforms.world.words import read_labels, read_words

LABELS = read_labels("names")
LEADING = read_words("before_names")
TRAILING = read_words("behind_names")
TRADED = frozenset({"shares", "stock", "stocks"})
MARKS = re.compile(r"[^\w&]+")  # a token of marks only: "," or "--"
ADDRESSES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr."})
LINKS = frozenset({"of", "for"})
SITTING_ON = frozenset({"Commission", "Committee", "Council", "Subcommittee"})
FAR_LINK = 2  # tokens from "of" to what follows: "of the Navy"
LONG_NAME = 3  # words
FULL_NAME = 2  # words
LONGEST_EMPLOYER = 4  # words
KNOWN_WORDS = 20_000  # of which it is kept whether a name may follow them
MOST_LINKS = 6  # from a name up to the role that it is apposed to
CURRENCY = re.compile(r"[A-Z]{3}")  # "EUR"
PARTY = re.compile(r"[DRI]-[A-Z][\w.]*")  # "R-Ky."
ALSO_GENERAL = frozenset({"Administration", "Chamber", "Force", "Media"})
PAIRED_PLACES = read_words("paired_places")
LINKED = re.compile(r"-[a-z]{1,2}-[A-Z]\w+")  # "-e-Insaf"
INITIALS_OF_MANY = re.compile(r"[A-Z]+s")  # "MEPs", "Ds"
GENERAL_BODIES = ({noun.title() for noun in BODY_NOUNS | BODIES_OF_ALL_KINDS} | ALSO_GENERAL) - {
    "Church",
    "Parliament",
}
VERSE = re.compile(r"\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?")
VERSUS = frozenset({"v.", "vs."})
ERAS = frozenset({"B.C.", "BC", "A.D.", "AD"})
SCORE = re.compile(r"\d+[-–]\d+")  # "45-40"
COUNTED = frozenset({"to", "-", "percent", "%"})  # behind what a number counts
PAIR = 2  # letters of "Al" and "Lo", which a hyphen joins to a name
CUTS = frozenset(
    {"ft", "ft.", "feat", "feat.", "(", ")", '"', "“", "”", ";", ":", "|", "[", "]", "–", "—", "--"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens start to end of a piece of the parse; label: the model's; form: the words of the name
    with single spaces.
    """

    paragraph: Paragraph
    piece: int
    start: int
    end: int
    label: str
    form: str


def find_candidates(parse: Parse) -> list[Candidate]:
    """The entities of all pieces, in order, trimmed; of those who are cited in a list of works,
    none.
    """
    return [
        candidate
        for piece, paragraph in enumerate(parse)
        if not is_citation(paragraph.text)
        for candidate in _of_paragraph(piece, paragraph)
    ]


def _of_paragraph(piece: int, paragraph: Paragraph) -> Iterator[Candidate]:
    doc = paragraph.doc
    trimmed = ((*trim(doc, start, end, label), label) for start, end, label in _list_spans(doc))
    for first, last, label in mend_people(doc, (span for span in trimmed if span[0] < span[1])):
        if not any(is_other(doc, first, last) for is_other in OTHERS):
            start = _with_article(doc, _with_first_word(doc, first, last, label), last)
            yield make_candidate(paragraph, piece, start, _past_of(doc, last), label)


def _list_spans(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """What the model marks and what it passes over, each name by itself."""
    entities = [entity for entity in doc.ents if entity.label_ in LABELS]
    missed = (span for find_missed in MISSED for span in find_missed(doc))
    joined = _join_of(doc, sorted([*entities, *missed], key=lambda span: span.start))
    spans = join_lists(doc, split_at_verbs(doc, part_names(doc, joined)))
    return (part for span in spans for part in part_office(doc, span))


def _with_first_word(doc: Doc, start: int, end: int, label: str) -> int:
    """ "Analytica" after "the chief executive of Camber" goes back to it."""
    if (
        end - start > 1
        or start < 2
        or label not in {"PERSON", "ORG"}
        or doc[start - 2].text != "of"
    ):
        return start
    before = doc[start - 1]
    is_part = (
        before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and before.head.i == start
        and _is_free(before)
    )
    return start - (is_part and before.text not in TITLES)


def find_missed_bodies(doc: Doc) -> Iterator[Span]:
    """ "Foreign Ministry" where the model passes over it, as before a title."""
    for token in doc:
        if token.text in ORGANISATION_WORDS and not token.ent_type_ and token.i:
            first = token.i
            while first and doc[first - 1].text.lower() in PORTFOLIOS and _is_free(doc[first - 1]):
                first -= 1
            if first < token.i:
                yield Span(doc, first, token.i + 1, "ORG")


def find_missed_employers(doc: Doc) -> Iterator[Span]:
    """ "Lune Foods" before its spokeswoman."""
    for token in doc:
        if token.lower_ in SPOKESPERSONS and (first := _start_of_employer(token)) < token.i:
            yield Span(doc, first, token.i, "ORG")


def _start_of_employer(spokesman: Token) -> int:
    """Where the two words or more begin that stand with capitals before who speaks for them."""
    before = spokesman.doc[max(0, spokesman.i - LONGEST_EMPLOYER) : spokesman.i]
    words = list(takewhile(_may_be_name, reversed(list(before))))
    is_body = len(words) >= FULL_NAME and not any(says_what(word.text) for word in words)
    return spokesman.i - len(words) if is_body else spokesman.i


def find_missed_people(doc: Doc) -> Iterator[Span]:
    """ "Lawyer Ada Quill", "Ada Quill, the mayor," and "Mr Quill" where the model passes over
    them.
    """
    for token in doc:
        if token.dep_ == "appos":
            yield from _find_apposed(token)
        if not _may_lead(token.text):
            continue
        words = list(takewhile(_may_be_name, doc.tokens[token.i + 1 : token.i + 5]))
        if is_addressed(token, len(words)):
            yield Span(doc, token.i + 1, token.i + 1 + len(words), "PERSON")


def _find_apposed(token: Token) -> Iterator[Span]:
    """The name that a role is apposed to, and the one that is apposed to a role."""
    if (start := _start_of_apposed(token)) is not None:
        yield Span(token.doc, start, token.head.i + 1, "PERSON")
    if _is_of_role(token) and (start := _start_of_name(token)) is not None:
        yield Span(token.doc, start, token.i + 1, "PERSON")


def _is_of_role(name: Token) -> bool:
    """Whether a role stands before a name, or what it is held in between commas does: "the mayor of
    Orrin in Norland, Ada Quill,".
    """
    if is_role(name.head.text):
        return True
    is_closed = name.i + 1 < len(name.doc) and name.nbor().text == ","
    above = list(islice(name.ancestors, MOST_LINKS))
    return is_closed and any(is_role(noun.text) for noun in takewhile(_holds_place, above[1:]))


def _holds_place(token: Token) -> bool:
    """Whether a word belongs to "the mayor of Orrin in Norland"."""
    return token.dep_ in {"prep", "pobj"} or is_role(token.text)


@lru_cache(maxsize=KNOWN_WORDS)
def _may_lead(word: str) -> bool:
    """Whether a name may follow a word: a title, a role, a portfolio."""
    return word in ADDRESSES or is_role(word) or is_portfolio_word(word)


def _start_of_apposed(token: Token) -> int | None:
    """Where the name of two or three words begins that a role is apposed to; `token` is the
    role.
    """
    name = token.head
    if not is_role(token.text) or name.i >= token.i or token.doc[name.i + 1].text != ",":
        return None
    return _start_of_name(name)


def _start_of_name(name: Token) -> int | None:
    before = name.doc[max(0, name.i - LONG_NAME) : name.i]
    words = list(takewhile(_may_be_name, reversed(list(before))))
    is_name = _may_be_name(name) or (name.text.istitle() and is_marked_alone(name))
    return name.i - len(words) if is_name and 0 < len(words) < LONG_NAME else None


def _may_be_name(token: Token) -> bool:
    if token.pos_ != "PROPN" or not _is_free(token):
        return False
    return (
        token.text not in TITLES and not is_role(token.text) and not is_portfolio_word(token.text)
    )


def is_marked_alone(token: Token) -> bool:
    """Whether a word is all that the model takes for a name there."""
    is_begun = token.ent_iob_ == "B" and token.pos_ == "PROPN"
    return is_begun and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")


def is_addressed(token: Token, words: int) -> bool:
    """Whether a title stands before one word, or a role before two or three: "Mr Quill", "Farmer
    Ada Quill".
    """
    if token.text in ADDRESSES:
        return 1 <= words <= LONG_NAME
    if not 1 < words <= LONG_NAME:
        return False
    return (is_role(token.text) and not token.ent_type_) or (
        is_portfolio_word(token.text)
        and token.text.istitle()
        and follows_office(token.doc, token.i + 1)
    )


def split_at_verbs(
    doc: Doc, spans: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """ "Norplan Meets Port Board" are two names, where nearly every word has a capital."""
    for start, end, label in spans:
        verbs = [
            i for i in range(start, end) if doc[i].lower_ in HEADLINE_VERBS and end - start > 1
        ]
        verbs = verbs if verbs and is_headline(doc) else []
        for first, last in zip([start, *(i + 1 for i in verbs)], [*verbs, end], strict=True):
            yield first, last, label


def _is_free(token: Token) -> bool:
    return token.text.istitle() and not token.ent_type_


def _with_article(doc: Doc, start: int, end: int) -> int:
    """ "The" with a capital within a sentence is part of an outlet's name ("he told The Times"); at
    the start of one nobody can tell.
    """
    before = doc[start - 1] if start else None
    is_part = (
        before is not None
        and before.text == "The"
        and not before.is_sent_start
        and form_of(doc, start, end) in OUTLETS
    )
    return start - is_part


def _past_of(doc: Doc, end: int) -> int:
    """ "Gulf" that stands before "of Mexico" goes on to its end."""
    if doc[end - 1].text not in HEAD_NOUNS or doc[end : end + 1].text != "of":
        return end
    proper = takewhile(
        lambda token: token.pos_ == "PROPN" and not token.ent_type_, doc[end + 1 : end + 5]
    )
    return max([end, *(token.i + 1 for token in proper)])


def is_button(doc: Doc, start: int, end: int) -> bool:
    """Whether one word is a verb ("Share this"), or all that the paragraph says ("Video"): a label
    of the page, no name.
    """
    return end - start == 1 and (len(doc) == 1 or doc[start].tag_ == "VB")


def make_candidate(paragraph: Paragraph, piece: int, start: int, end: int, label: str) -> Candidate:
    return Candidate(paragraph, piece, start, end, label, form_of(paragraph.doc, start, end))


def form_of(doc: Doc, start: int, end: int) -> str:
    """The words of a span with single spaces, however the page broke them."""
    return " ".join(doc[start:end].text.split())


def _join_of(doc: Doc, entities: list[Span]) -> Iterator[tuple[int, int, str]]:
    """Entities as token spans; "Ministry" + "of" + "Defence" that the model split at "of" is one
    organisation again, and so is "Jamaat-ul-Quill".
    """
    held: tuple[int, int, str] | None = None
    for entity in entities:
        joined = _join_two(doc, held, entity) if held else None
        if held and not joined:
            yield held
        held = joined or _past_links(doc, entity)
    if held:
        yield held


def _join_two(doc: Doc, held: tuple[int, int, str], entity: Span) -> tuple[int, int, str] | None:
    """Both as one, None where they are two; what lies within the first is no name of its own."""
    start, end, _ = held
    if entity.start < end:
        return held
    if _is_pair(doc, start, end, entity) or _is_open(doc, held, entity):
        return start, entity.end, "ORG"
    head = _find_head_before(doc, end, entity.start)
    if head is None:
        return None
    return start, entity.end, "ORG" if head.text in ORGANISATION_WORDS else "LOC"


def _is_open(doc: Doc, held: tuple[int, int, str], entity: Span) -> bool:
    """Whether the model itself ends the name of a body in "of", right before another."""
    _, end, label = held
    is_next = entity.start == end and entity.label_ == label == "ORG"
    return is_next and doc[end - 1].text in LINKS


def _is_pair(doc: Doc, start: int, end: int, entity: Span) -> bool:
    """Whether "and" joins the two places that a body is of: "of England" and "Wales"."""
    if doc[end : entity.start].text not in {"and", "&"}:
        return False
    of = next((i for i in range(end - 1, start, -1) if doc[i].text == "of"), start)
    if doc[of - 1].text not in HEAD_NOUNS or of == start:
        return False
    return doc[of + 1 : entity.end].text.replace("&", "and") in PAIRED_PLACES


def _past_links(doc: Doc, entity: Span) -> tuple[int, int, str]:
    """ "Tehrik" that "-e-Insaf" goes on is one name with it."""
    end = entity.end
    while LINKED.fullmatch(doc[end : end + 4].text):
        end += 4
    is_people = end > entity.end and entity.label_ == "NORP"
    return entity.start, end, "ORG" if is_people else entity.label_


def _find_head_before(doc: Doc, end: int, start: int) -> Token | None:
    """The word before the "of" or "on" that parts two entities, whichever of them the model gave it
    to.
    """
    link = end - 1 if doc[end - 1].text in LINKS else end
    if not 0 < start - link <= FAR_LINK or not link:
        return None
    head = doc[link - 1]
    if doc[link].text == "on":
        return head if head.text in SITTING_ON else None
    return head if doc[link].text in LINKS and head.text in HEAD_NOUNS else None


def is_currency(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are the money of a sum: "US $10", "BGN 20"."""
    after = doc[end : end + 1].text
    return after == "$" or (bool(CURRENCY.fullmatch(doc[start:end].text)) and after[:1].isdigit())


def is_party(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a member's party and state, or the state alone: "D-Calif."."""
    starts = (start, max(start - 2, 0))
    return any(PARTY.fullmatch(doc[first:end].text) for first in starts)


def are_many(doc: Doc, start: int, end: int) -> bool:
    """Whether one word is the plural of initials: "MPs", "NGOs"."""
    return bool(INITIALS_OF_MANY.fullmatch(doc[start:end].text))


def is_address(doc: Doc, start: int, end: int) -> bool:
    """Whether one word is the title of who is named behind it: "Justice" of "Justice Quill"."""
    if end - start > 1 or doc[start].text not in TITLES:
        return False
    after = doc[end]
    return after.pos_ == "PROPN" and after.text.istitle() and after.text not in HEAD_NOUNS


def is_of_all_kinds(doc: Doc, start: int, end: int) -> bool:
    """Whether one word only says what a body is that has its name elsewhere: "the Board"."""
    return end - start == 1 and doc[start].text in GENERAL_BODIES


def is_case(doc: Doc, start: int, end: int) -> bool:
    """ "Quill v. Norplan"."""
    return any(token.text in VERSUS for token in doc[start + 1 : end - 1])


def is_verse(doc: Doc, start: int, end: int) -> bool:
    """ "Exodus 18:21"."""
    return end - start > 1 and bool(VERSE.fullmatch(doc[end - 1].text))


def is_era(doc: Doc, start: int, end: int) -> bool:
    """ "B.C." of "500 B.C." and "the 500s B.C."."""
    before = doc[start - 1].text if start else ""
    return doc[start:end].text in ERAS and any(map(str.isdigit, before))


# what the model takes for names
OTHERS = (
    is_button,
    is_address,
    is_portfolio,
    is_currency,
    is_party,
    are_many,
    is_of_all_kinds,
    is_stub,
    is_case,
    is_verse,
    is_era,
)


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without article, possessive, marks at its rim, what follows a bracket or quotation
    mark, and a person's title.
    """
    words = [token.text for token in doc[start:end]]
    within = range(1, len(words))
    last = next((i for i in within if _cuts(words, i) or is_dash(doc, start + i)), len(words))
    first = _past_leading(words, last)
    first = _past_words_before(doc, start, first, last, label)
    last = _before_trailing(words, first, last, label)
    if last - first > 1 and is_verb(doc[start + last - 1]):
        last = _before_trailing(words, first, last - 1, label)
    if label == "PERSON" and last:
        first -= first == 0 < start and is_initial_before(doc, start)
    return start + first, start + last


def is_dash(doc: Doc, at: int) -> bool:
    """Whether a hyphen between spaces stands before who paid: "Ada Quill - WPA"; not in "Kim Jong -
    un", as some texts space it.
    """
    if doc[at].text != "-" or not doc[at].whitespace_ or at + 1 >= len(doc):
        return False
    return bool(doc[at - 1].whitespace_) and doc[at + 1].is_upper and len(doc[at + 1]) > PAIR


def _cuts(words: Sequence[str], at: int) -> bool:
    """Whether a name ends before a word: a mark, "@lune", a score, or a number that counts
    ("Quill 46 to 40 percent").
    """
    word = words[at]
    if word in CUTS or word.startswith("@") or SCORE.fullmatch(word):
        return True
    return word.isdigit() and any(behind in COUNTED for behind in words[at + 1 :])


def _past_words_before(doc: Doc, start: int, first: int, last: int, label: str) -> int:
    """What the sentence has before a name, and a person's title."""
    words = [token.text for token in doc[start : start + last]]
    if label == "ORG":
        return _past_sentence(words, first, last)
    if label != "PERSON":
        return first
    return _past_titles(doc, start, _past_common(words, first, last), last)


def _past_titles(doc: Doc, start: int, first: int, last: int) -> int:
    words = [token.text for token in doc[start : start + last]]
    first += last - first > 1 and is_numeral(doc, start + first)
    return skip_titles(words, first, last)


def _past_common(words: Sequence[str], first: int, last: int) -> int:
    """ "Gulls great Ada Quill" is Ada Quill, "keyboardist Quill" is Quill."""
    while last - first > 1 and is_common(words[first]):
        first += 1
    common = [i for i in range(first, last - FULL_NAME) if is_common(words[i])]
    is_named = common and all(word[:1].isupper() for word in words[common[-1] + 1 : last])
    return common[-1] + 1 if is_named else first


def _past_sentence(words: Sequence[str], first: int, last: int) -> int:
    """ "Supreme at Lune Works" behind "reigned" is Lune Works; "al-Quill Group" is whole."""
    common = [i for i in range(first, last) if is_common(words[i])]
    if not common or common[0] > first or not words[last - 1].istitle():
        return first
    return next(i for i in range(first, last) if words[i][:1].isupper())


def is_common(word: str) -> bool:
    """Whether a word is in lower case and no particle of a name."""
    return word.isalpha() and word.islower() and word not in PARTICLES


def _past_leading(words: Sequence[str], last: int) -> int:
    first = 0
    while first < last and (words[first] in LEADING or MARKS.fullmatch(words[first])):
        first += 1
    return first


def _before_trailing(words: Sequence[str], first: int, last: int, label: str) -> int:
    while first < last and (
        is_trailing(words[last - 1], label) or goes_on(words[first:last], label)
    ):
        last -= 1
    return last


def goes_on(words: Sequence[str], label: str) -> bool:
    """Whether the sentence goes on behind somebody's name: "gave Keir tens of letters", or behind
    a firm's: "Lune shares fell".
    """
    if label == "ORG" and len(words) > 1 and words[-1].lower() in TRADED:
        return True
    is_part = words[-2:-1] == ["-"]  # "Jong-un"
    return label == "PERSON" and words[0][:1].isupper() and words[-1].islower() and not is_part


def is_verb(token: Token) -> bool:
    """Whether the sentence goes on with a verb behind what the model takes for a name."""
    return token.is_lower and token.tag_ in {"VBD", "VBZ", "VBP"}


def is_trailing(word: str, label: str) -> bool:
    return bool(word in TRAILING or MARKS.fullmatch(word) or (label != "ORG" and word.isdigit()))


# names that the model passes over
MISSED = (find_missed_bodies, find_missed_employers, find_missed_people, find_missed_holders)
