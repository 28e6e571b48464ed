"""Spans that the model marks in a paragraph in, the same out where names of people are whole and
nothing else is in them.

Titles and what a minister is minister of go; initials, particles, a nickname in marks and the point
of "Jr." belong to the name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.grammar.media import MEDIA
from transforms.grammar.tokens import Doc, Span, Token
from transforms.world.countries import COUNTRY_NAMES, DEMONYMS, FORMS
from transforms.world.lexicon import (
    GIVEN_NAMES,
    HEAD_NOUNS,
    PERSON_NOUNS,
    PLAYER_POSITIONS,
    PORTFOLIOS,
    TITLES,
)
from transforms.world.well_known import FIRST_NAMES
from transforms.world.words import read_words

Marked = tuple[int, int, str]  # first token, token after the last, label

PARTICLES = read_words("particles")
FOREIGN_PARTICLES = read_words("foreign_particles")  # "dos", "und"
GAELIC = read_words("gaelic_particles")  # "Ó" of "Seán Ó Briain"
HYPHENS = frozenset({"-", "‑"})
ELIDED = re.compile(r"d(?:ell|all)?[’']\w+")  # "d’Aubrac"
GIVEN_WORDS = read_words("given_words")  # "Grant", "Hope"
SUFFIXES = frozenset({"Jr", "Sr"})
INITIALS = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?")  # "J." and "JK" before a name are part of it
NUMERALS = frozenset({"I", "I.", "II", "II."})  # no initials of a name
ARTICLES = frozenset({"A", "I"})  # "A Berg victory"
NICKNAME_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")", "''": "''", "``": "''"}
NICKNAME = 2  # words of a nickname: "The Crane"
NO_NAME = HEAD_NOUNS | FORMS.keys()  # words of bodies and places
RUN = 3  # capitalised words after a nickname
SHORTEST = 2  # words of a full name
HELD_IN = frozenset({"for", "of"})  # "Minister for Fisheries"
SEATED_BY = frozenset({"of", "to", "for"})  # "envoy to Norland"
FULL_NAME = 2  # words of a name behind that of a body
PARTY_MEMBER = 4  # words of a party, a title of three letters and a full name
NAMED_AFTER_SEAT = 3  # words of a seat of one word, a given name and a surname
NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})  # what no surname is taken for
FAR = 10  # words back to the noun of a portfolio


def is_initial_before(doc: Doc, at: int) -> bool:
    """Whether the word before `at` is an initial of the name there; an article, a title or what
    somebody plays is none.
    """
    word = doc[at - 1].text
    return not plays(doc, at - 1) and (
        bool(INITIALS.fullmatch(word))
        and word not in ARTICLES
        and word not in TITLES
        and word not in FORMS
    )


def plays(doc: Doc, at: int) -> bool:
    """Whether the word at `at` is what somebody plays for the team before it: "Browns DL"."""
    if not at or doc[at].text not in PLAYER_POSITIONS:
        return False
    team = doc[at - 1].text
    return team.istitle() and not is_title(team) and not is_role(team)


def is_numeral(doc: Doc, at: int) -> bool:
    """Whether the word at `at` numbers the one before it: "Phase I. Quill", no "Mr I. Quill"."""
    if not at or doc[at].text not in NUMERALS:
        return False
    before = doc[at - 1]
    is_person = is_title(before.text) or is_role(before.text)
    return before.pos_ in {"NOUN", "PROPN"} and not before.ent_type_ and not is_person


def skip_titles(words: Sequence[str], first: int, last: int) -> int:
    """A title goes only where a name remains: "King Charles" loses it, "King" does not; a role
    ("Novelist", "Scotsman") where two words do.
    """
    while first < last - 1 and (
        is_title(words[first]) or (first < last - 2 and _is_said_of(words[first]))
    ):
        first += 1
    return first


def _is_said_of(word: str) -> bool:
    """Whether a word says what somebody is, or of which people; "German" is a given name, too."""
    return is_role(word) or (word in DEMONYMS and word not in FIRST_NAMES)


def is_title(word: str) -> bool:
    """ "Dr", and "DR" where the page shouts."""
    return word in TITLES or (word.isupper() and word.title() in TITLES)


def is_role(word: str) -> bool:
    return word.lower() in PERSON_NOUNS and word not in GIVEN_NAMES


def mend_people(doc: Doc, spans: Iterable[Marked]) -> list[Marked]:
    """In order, never overlapping."""
    seated = (part for span in spans for part in part_seat(doc, span))
    cleared = (clear(doc, part) for span in seated for part in part_body(doc, span))
    extended = [extend(doc, span) for span in cleared]
    return list(merge(sorted([*extended, *find_nicknamed(doc, extended)])))


def clear(doc: Doc, span: Marked) -> Marked:
    """Without a portfolio or a title before the name of a person, whatever the model takes the
    whole for.
    """
    start, end, label = span
    if (first := skip_portfolio(doc, start, end)) > start:
        return first, end, "PERSON"
    words = [token.text for token in doc[start:end]]
    if member := find_member(words):
        return start + member, end, "PERSON"
    first = skip_titles(words, 0, len(words)) if label != "PERSON" else 0
    if is_addressed_twice(words, first):
        return start + first, end, "PERSON"
    if not 0 < first <= len(words) - 2 <= RUN:
        return span
    is_somebody = words[first] in GIVEN_NAMES or _is_worker(words, first)
    return (start + first, end, "PERSON") if is_somebody else span


def is_addressed_twice(words: Sequence[str], first: int) -> bool:
    """ "Lord Justice Quill": one word behind two titles that is no title, body or portfolio."""
    if not 1 < first == len(words) - 1:
        return False
    return words[first].istitle() and not says_what(words[first])


def find_member(words: Sequence[str]) -> int:
    """Where the name begins in "Green MEP Ada Quill": the party goes with the title; 0 elsewhere."""
    if len(words) != PARTY_MEMBER or words[1] not in TITLES or not words[1].isupper():
        return 0
    return PARTY_MEMBER - FULL_NAME if all(word.istitle() for word in words[2:]) else 0


def _is_worker(words: Sequence[str], first: int) -> bool:
    """Whether a role stands before two words that name no body or place: "Foreman Quanah Berg"."""
    named = words[first:]
    is_name = all(word.istitle() and word not in NO_NAME for word in named)
    is_told = len(named) == SHORTEST and all(map(is_role, words[:first])) and is_name
    return is_told and named[-1].lower() not in MEDIA


def part_seat(doc: Doc, span: Marked) -> tuple[Marked, ...]:
    """ "Foreign Minister of (Norland Ulf Stenberg)" is of Norland, and Ulf Stenberg: two names."""
    start, end, _ = span
    words = [token.text for token in doc[start:end]]
    if not NAMED_AFTER_SEAT <= len(words) <= NAMED_AFTER_SEAT + 1 or not _holds_office_of(
        doc, start
    ):
        return (span,)
    if (
        not _is_seat_of(words, doc[start - 1].text)
        or words[0] in GIVEN_NAMES
        or not all(word.istitle() for word in words)
    ):
        return (span,)
    return (start, start + 1, "GPE"), (start + 1, end, "PERSON")


def _is_seat_of(words: Sequence[str], link: str) -> bool:
    """Whether a country stands before a name, or behind "of" a town; a constituency for which
    somebody sits is no country: "West Orrin West".
    """
    is_country = words[0] in COUNTRY_NAMES
    if link in {"of", "the"}:
        return is_country or words[1] in GIVEN_NAMES
    return is_country and (words[1] in FIRST_NAMES or words[1] in GIVEN_WORDS)


def part_body(doc: Doc, span: Marked) -> tuple[Marked, ...]:
    """ "Head of the (Union of Pilots Ada Quill)" is of the union, and Ada Quill: two names; not
    "director of the (Museum of Ada Quill)".
    """
    start, end, label = span
    first = end - FULL_NAME
    if label != "ORG" or first <= start or doc[first].text not in FIRST_NAMES:
        return (span,)
    is_named = all(token.text.istitle() for token in doc[first - 1 : end])
    if not is_named or doc[end - 1].text in HEAD_NOUNS or not _holds_office_of(doc, start):
        return (span,)
    return (start, first, label), (first, end, "PERSON")


def _holds_office_of(doc: Doc, start: int) -> bool:
    """Whether "minister of", "head of the", "envoy to" stands before."""
    of = start - 1 - (start > 1 and doc[start - 1].text == "the")
    if of < 1 or doc[of].text not in SEATED_BY:
        return False
    office = doc[of - 1].text
    return is_title(office) or is_role(office) or is_portfolio_word(office)


def skip_portfolio(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in "(Minister for) Fisheries and Food Anders Lund"; `start` where
    nobody follows a portfolio.
    """
    first = _past_portfolio(doc, start, end)
    is_name = (
        first > start
        and 2 <= end - first <= RUN
        and all(token.text.istitle() for token in doc[first:end])
    )
    is_sure = is_name and (doc[first].text in GIVEN_NAMES or follows_office(doc, start))
    return first if is_sure and doc[first - 1].text not in GIVEN_NAMES else start


def _past_portfolio(doc: Doc, start: int, end: int) -> int:
    first = start
    while first < end and (
        is_portfolio_word(doc[first].text) or (first > start and doc[first].text in TITLES)
    ):
        first += 1
    return first


def is_portfolio_word(word: str) -> bool:
    return word.lower() in PORTFOLIOS or word in HELD_IN


def is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are what a minister is of: "Defense Secretary", "minister for Fisheries and
    Food".
    """
    if end - start == 1 and doc[start].text in TITLES and doc[end : end + 1].text in TITLES:
        return True
    if doc[start:end].text in FORMS or not all(
        is_portfolio_word(token.text) for token in doc[start:end]
    ):
        return False
    return doc[end : end + 1].text.title() in TITLES or follows_office(doc, start)


def follows_office(doc: Doc, start: int) -> bool:
    """Whether "minister for" or "Secretary of State for" stands before, with nothing but a
    portfolio between.
    """
    before = [token.text for token in doc[max(0, start - FAR) : start]]
    words = len(before)
    while before and is_portfolio_word(before[-1]):
        before.pop()
    return 0 < len(before) < words and (before[-1] in TITLES or is_role(before[-1]))


def extend(doc: Doc, span: Marked) -> Marked:
    """With the particles that belong to the name, and the point of "Jr."."""
    start, end, label = span
    if label == "PERSON" or _is_cut_short(doc, start, end):
        start = _over_given(doc, start, end)
        end = _over_hyphens(doc, start, _over_particles(doc, _over_surname(doc, start, end)))
    start = _before_particles(doc, start, label)
    if (
        doc[end - 1].text in SUFFIXES
        and doc[end : end + 1].text == "."
        and not _ends_sentence(doc, end)
    ):
        end += 1
    return start, end, label


def _is_cut_short(doc: Doc, start: int, end: int) -> bool:
    """ "Nuala Mac", whatever the model takes it for."""
    return (
        doc[start].text in GIVEN_NAMES and end - start > 1 and doc[end - 1].text.lower() in GAELIC
    )


def _over_given(doc: Doc, start: int, end: int) -> int:
    """ "Strand" goes back to "Per" or "Hope", which the model takes for another word."""
    before = doc[start - 1] if start and end - start == 1 else None
    if before is None or before.ent_type_:
        return start
    if before.is_sent_start or before.text in GIVEN_WORDS:
        return start - _is_first_of(before, doc[start])
    return start - (before.text in GIVEN_NAMES and before.nbor(-1).text not in GIVEN_NAMES)


def _is_first_of(given: Token, surname: Token) -> bool:
    """Whether a word with a capital is the given name that a surname is joined to."""
    is_joined = given.pos_ == "PROPN" and given.dep_ == "compound" and given.head.i == surname.i
    return is_joined and (given.text in FIRST_NAMES or given.text in GIVEN_WORDS)


def _over_surname(doc: Doc, start: int, end: int) -> int:
    """ "Gunnar" goes on to "Strand", which hangs together with it and is in no other name."""
    if end - start > 1 or end == len(doc) or doc[start].text not in GIVEN_NAMES:
        return end
    is_whole = end + 1 == len(doc) or doc[end + 1].pos_ != "PROPN"
    return end + (is_whole and _is_surname_of(doc[start], doc[end]))


def _is_surname_of(given: Token, word: Token) -> bool:
    if not (_is_proper(word) and word.text.istitle() and word.ent_type_ not in NO_NAMES):
        return False
    hangs = given.head.i == word.i or word.head.i == given.i
    return hangs and word.text not in TITLES and word.text not in HEAD_NOUNS


def _over_particles(doc: Doc, end: int) -> int:
    """ "Carola" and "Carola van" go on to the name after "van den"."""
    if ELIDED.fullmatch(doc[end : end + 1].text):
        return end + 1
    at = end
    while at < len(doc) and _is_particle(doc[at]):
        at += 1
    is_open = at > end or (end > 1 and _ends_open(doc[end - 1]))
    return at + 1 if is_open and at < len(doc) and _is_proper(doc[at]) else end


def _over_hyphens(doc: Doc, start: int, end: int) -> int:
    """ "Ada Berg" goes on to "-Quill", which no name holds."""
    while end - start > 1 and _is_joined(doc[end - 1 : end + 2]):
        end += 2
    return end


def _is_joined(words: Span) -> bool:
    """Whether a hyphen joins two words, the second of them with a capital and in no name."""
    if len(words) < SHORTEST + 1 or words[1].text not in HYPHENS:
        return False
    is_tight = not words[0].whitespace_ and not words[1].whitespace_
    return is_tight and words[2].text.istitle() and not words[2].ent_type_


def _ends_open(last: Token) -> bool:
    """Whether a name goes on behind what the model takes for its last word: "Carola van", "Nuala
    Mac".
    """
    return _is_particle(last) or (last.text.lower() in GAELIC and last.text.istitle())


def _before_particles(doc: Doc, start: int, label: str) -> int:
    """ "Quill" goes back over "van den" after a title or at the start of a name; "Den Haag" stays a
    place's.
    """
    at = start
    while at and _is_particle(doc[at - 1], may_be_capital=True):
        at -= 1
    if at == start:
        return start
    is_titled = bool(at) and doc[at - 1].text in TITLES
    return at if is_titled or (label == "PERSON" and doc[at].text[0].isupper()) else start


def _is_particle(token: Token, *, may_be_capital: bool = False) -> bool:
    if token.text in FOREIGN_PARTICLES:
        return True
    word = token.text.lower() if may_be_capital else token.text
    is_known = word in PARTICLES or (may_be_capital and word in GAELIC)
    return is_known and token.pos_ == "PROPN"


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _ends_sentence(doc: Doc, at: int) -> bool:
    return at + 1 == len(doc) or bool(doc[at + 1].is_sent_start)


def find_nicknamed(doc: Doc, spans: Iterable[Marked]) -> Iterator[Marked]:
    """People with a nickname in marks between given name and surname: 'Frederik "Fitz"
    Lorrimer'.
    """
    people = {end: start for start, end, label in spans if label == "PERSON"}
    for token in doc:
        if token.i and token.text in NICKNAME_MARKS and token.i + 2 < len(doc):
            start = people.get(token.i, token.i - 1 if _may_be_given(token.nbor(-1)) else None)
            end = _end_of_nicknamed(doc, token.i)
            if end and start is not None:
                yield start, end, "PERSON"


def _may_be_given(token: Token) -> bool:
    """Whether the word before a nickname is a given name: one that lists have, or a name of one
    word that is no title, role, thing or place.
    """
    if token.text in GIVEN_NAMES:
        return True
    return is_free_name(token) and _starts_name(token) and not says_what(token.text)


def is_free_name(token: Token) -> bool:
    return _is_proper(token) and token.text.istitle() and token.ent_type_ in {"", "PERSON"}


def _starts_name(token: Token) -> bool:
    return token.i == 0 or token.nbor(-1).pos_ != "PROPN" or token.nbor(-1).text in TITLES


def says_what(word: str) -> bool:
    """Whether a word with a capital is a title, a role, a portfolio or the head of a body or
    place.
    """
    is_known = is_title(word) or word in HEAD_NOUNS or word.lower() in PERSON_NOUNS
    return is_known or is_portfolio_word(word)


def _end_of_nicknamed(doc: Doc, at: int) -> int | None:
    """The token after the surname, where the mark at `at` opens a nickname."""
    close = _find_closing(doc, at)
    if close is None or not all(_may_be_nickname(token.text) for token in doc[at + 1 : close]):
        return None
    end = close + 1
    while (
        end < len(doc) and end <= close + RUN and (_is_proper(doc[end]) or _is_particle(doc[end]))
    ):
        end += 1
    return end if end > close + 1 and _is_proper(doc[end - 1]) else None


def _find_closing(doc: Doc, at: int) -> int | None:
    """The mark that closes the one at `at`, with a word or two between."""
    closing = NICKNAME_MARKS[doc[at].text]
    within = range(at + 2, min(at + NICKNAME + 2, len(doc)))
    return next((i for i in within if doc[i].text == closing), None)


def _may_be_nickname(word: str) -> bool:
    return word[0].isupper() and word.isalpha() and not (word.isupper() and len(word) > 1)


def merge(spans: Iterable[Marked]) -> Iterator[Marked]:
    """Spans that overlap are one; a person if one of them is."""
    held: Marked | None = None
    for start, end, label in spans:
        if held and start < held[1]:
            held = held[0], max(end, held[1]), "PERSON" if "PERSON" in (label, held[2]) else held[2]
            continue
        if held:
            yield held
        held = start, end, label
    if held:
        yield held
