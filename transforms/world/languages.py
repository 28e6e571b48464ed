"""The files of languages/ -> the words by which pages in each language speak of themselves, as
frozen values, read once.

A file a language: `transforms/world/languages/<code>.toml`; mul.toml holds what pages in all
languages write alike ("facebook", "©"). docs/languages.md tells what belongs into which list. Who
asks for words is given them by `words_of`, joined over the languages, or takes one `Language`;
patterns are made of them in `transforms/world/phrases.py`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar, get_args, get_type_hints

Words = tuple[str, ...]
MONTHS, WEEKDAYS, SEASONS = 12, 7, 4
CAPITAL_NOUNS = frozenset({"de"})  # codes of languages that write every noun with a capital
# in which nothing but a noun's case tells a place from the name behind it: мэр Москвы Лунь
CASES = frozenset({"ru", "uk", "pl", "cs"})
PAIR = 2  # marks of a quotation
Section = TypeVar("Section")


@dataclass(frozen=True, slots=True)
class Calendar:
    """January first and Monday first, each with its forms, the most common first: "december|dec".

    solar_months: of the solar Hijri calendar, Farvardin first.
    """

    months: Words = ()
    solar_months: Words = ()
    weekdays: Words = ()


@dataclass(frozen=True, slots=True)
class DateWords:
    """The labels of dates by what they say of them, and the words beside them.

    within: before a date that is a part of a sentence. on: between a byline and its date. ordinal: behind
    the number of a day ("3rd"). unit: of
    time, as in "2 hours". before_ago,
    after_ago: what makes of it how long ago.
    """

    published: Words = ()
    modified: Words = ()
    other: Words = ()
    caption: Words = ()
    within: Words = ()
    on: Words = ()
    ordinal: Words = ()
    unit: Words = ()
    before_ago: Words = ()
    after_ago: Words = ()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Of expressions of time within a story ("late last Friday"), in the language that is parsed.

    small_numbers: one to nineteen. tens: twenty to ninety. ordinals: of quarters. seasons: spring
    first, each with its forms, as months. units: those that are counted ("three weeks ago").
    vague: numbers of them that leave it open how many. about: before a number that is one.
    days: words for days, how many days they are from the day of writing; days_alone: those that
    stand without "early" before them and "evening" behind. parts_of_day: behind a day.
    back, ahead: before a unit, the one before or after ("past", "coming"); back_to, ahead_to:
    before a weekday, a month or a holiday. before_season, before_weekend: which one it is.
    earlier, later: behind a number of units, counted from the time named before; earlier_one,
    later_one: before one. week_of: between "week" and the day that is in it.
    holidays: the day of the year ("12-25"); easter: days after Easter. no_holiday: behind the
    name of a holiday, what makes a thing of it. papers: behind a weekday, what makes a newspaper or
    a programme of it. compared: behind "year-ago". figures: of texts about sums and their changes.
    before_sum, counted: beside a number like 1950 that is no year.
    helping_ahead: auxiliaries of what has yet to be. plans: verbs and adjectives before the
    infinitive of what is planned. to_ahead: prepositions that point ahead. reports: verbs that
    headlines have in the present.
    """

    small_numbers: Words = ()
    tens: Words = ()
    ordinals: Words = ()
    seasons: Words = ()
    units: Words = ()
    vague: Words = ()
    about: Words = ()
    days: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    days_alone: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    parts_of_day: Words = ()
    back: Words = ()
    ahead: Words = ()
    back_to: Words = ()
    ahead_to: Words = ()
    before_season: Words = ()
    before_weekend: Words = ()
    earlier: Words = ()
    later: Words = ()
    earlier_one: Words = ()
    later_one: Words = ()
    week_of: Words = ()
    holidays: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    easter: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    no_holiday: Words = ()
    papers: Words = ()
    compared: Words = ()
    figures: Words = ()
    before_sum: Words = ()
    counted: Words = ()
    helping_ahead: Words = ()
    plans: Words = ()
    to_ahead: Words = ()
    reports: Words = ()


@dataclass(frozen=True, slots=True)
class AuthorWords:
    """Round the names of authors.

    by: before a name. by_after_role: only after "written" or a role. label: "Author", before a
    colon and a name. work_label: of the
    work, before them ("Words: Ann Lee"). written: before "by". genre: what is "by" somebody.
    joined: "and". others: behind it, who is
    not named ("and agencies"). particle: small words
    within names. small: others that bylines do not capitalise. title: a job named behind a name.
    credential: letters behind a name.
    staff, no_credit, nobody: what is no name. reporter: a title glued to a name. place: between a
    name and where its bearer is.
    meta_label: of a <meta>.
    """

    by: Words = ()
    by_after_role: Words = ()
    label: Words = ()
    work_label: Words = ()
    written: Words = ()
    genre: Words = ()
    joined: Words = ()
    others: Words = ()
    particle: Words = ()
    small: Words = ()
    title: Words = ()
    credential: Words = ()
    staff: Words = ()
    no_credit: Words = ()
    nobody: Words = ()
    reporter: Words = ()
    place: Words = ()
    meta_label: Words = ()


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Roles in credit lines. writing: of authors. other: of photographers, editors and others.
    bare: those that stand before a name without "by" or a colon, and are no job titles.
    furniture: labels that are no credits.
    nobody: in names of systems and services. done: what a line between two authors says of somebody
    who is none.
    """

    writing: Words = ()
    other: Words = ()
    bare: Words = ()
    done: Words = ()
    furniture: Words = ()
    nobody: Words = ()


@dataclass(frozen=True, slots=True)
class LineWords:
    """In lines that are no part of a story.

    invites: begins what asks readers to subscribe, follow, read on. refers: begins the name of
    another story. consents: asks to let something from elsewhere be shown. credit: begins a
    byline or the credit of a picture. picture: in the credit of a picture, under it. says: "Ann
    Lee says:".
    shown: begins what stands under a picture.
    section: the label of a section's name. empty_section: names of sections that say nothing.
    currency: beside the number of a price.
    """

    share: Words = ()
    invites: Words = ()
    refers: Words = ()
    consents: Words = ()
    credit: Words = ()
    promotion: Words = ()
    section: Words = ()
    advert: Words = ()
    picture: Words = ()
    says: Words = ()
    shown: Words = ()
    empty_section: Words = ()
    currency: Words = ()


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """In lines that end pages. opens: at the beginning of one. holds: anywhere in one. label: at
    the beginning, before a colon.
    """

    opens: Words = ()
    holds: Words = ()
    label: Words = ()


@dataclass(frozen=True, slots=True)
class CorrectionWords:
    """notes: what paragraphs say that own up to an error."""

    notes: Words = ()


@dataclass(frozen=True, slots=True)
class DumpWords:
    """Words that page furniture is made of, by kind. In the order of the line model's columns."""

    comment: Words = ()
    related: Words = ()
    share: Words = ()
    subscribe: Words = ()
    account: Words = ()
    legal: Words = ()
    advert: Words = ()
    menu: Words = ()
    credit: Words = ()
    byline: Words = ()
    media: Words = ()
    ago: Words = ()


@dataclass(frozen=True, slots=True)
class MannerWords:
    """address: of who speaks to the reader, for a firm or a site. telling: of who tells what
    happened or who said it. voice: of who speaks for himself, or weighs one thing against another.
    site: of what a site has, and an account with it, an order, a letter. offer: of what is offered
    or sought: a job, a course, a ticket, a room, a thing on sale.
    """

    address: Words = ()
    telling: Words = ()
    voice: Words = ()
    site: Words = ()
    offer: Words = ()


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What tells that somebody is quoted.

    marks: of quotations, each the one that opens and the one that closes: "„“". after_name: "said"
    of "Ann Lee said". before_name: "said" of "said Ann Lee". said: forms of verbs of speech beside
    a quotation, in languages that are not parsed. Beside such a verb stand pronouns, or nouns:
    articles, that begin a noun with its role; roles, nouns before a name, where nouns have
    capitals, and titles ("Dr"); bodies, such nouns of bodies; persons, the nouns that tell what a
    person is where nouns are small; some, articles of somebody who is not named ("ein"); of, what
    joins two nouns; plural, how verbs end that several say, where a verb needs no pronoun;
    relatives, what tells more of who is named right before ("quien"); so, what opens the sentence
    behind a quotation that tells who said it ("así lo"); asides, what may stand between a verb and
    its subject ("en la radio"); according, before a name what ends a sentence ("so Lund"); endings,
    of nouns that need no article; possessive, of names before what they have; parted, verbs with a
    part at the end of their clause ("teilte mit"); adverbs, before the speaker; opening, what opens
    a clause that only tells when it was said ("als"); that, what opens one that tells what;
    oblique, how a place ends that stands behind a name ("Harju Torvalasta"), or an addressee
    begins; topic, the particles behind who is spoken of (は); sources, before whose words a sentence
    reports ("laut"); first_person, of who tells of himself ("ich"); he, she, pronouns of one man
    and one woman; subjunctive, verbs of what is reported ("sei"); apart, what begins something else
    ("am", "to"). verb, noun: the words that report speech, by class: lemma -> the complements in
    which it does.
    """

    marks: Words = ()
    after_name: Words = ()
    before_name: Words = ()
    said: Words = ()
    pronouns: Words = ()
    articles: Words = ()
    some: Words = ()
    endings: Words = ()
    possessive: Words = ()
    plural: Words = ()
    relatives: Words = ()
    so: Words = ()
    asides: Words = ()
    parted: Words = ()
    according: Words = ()
    roles: Words = ()
    bodies: Words = ()
    persons: Words = ()
    of: Words = ()
    adverbs: Words = ()
    apart: Words = ()
    opening: Words = ()
    that: Words = ()
    oblique: Words = ()
    topic: Words = ()
    sources: Words = ()
    first_person: Words = ()
    he: Words = ()
    she: Words = ()
    subjunctive: Words = ()
    verb: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    noun: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def list_small(self) -> frozenset[str]:
        """The words that begin no name."""
        lists = (self.sources, self.apart, self.opening, self.adverbs, self.pronouns, self.that)
        return frozenset(word for words in (*lists, self.articles, self.some) for word in words)

    def list_role_nouns(self) -> Words:
        """Nouns that stand before a name; "*minister" is a Minister and an Außenminister."""
        return _add_whole((*self.roles, *self.bodies))

    def list_person_nouns(self) -> Words:
        """Those that only a person is called."""
        return _add_whole((*self.roles, *self.persons))


@dataclass(frozen=True, slots=True)
class Language:
    """code: ISO 639-1, or "mul". other_codes: what pages call it besides.

    judge: by reason (or genre) and by the place where they are looked for, phrases of pages that
    are no articles.
    """

    code: str
    name: str
    other_codes: Words = ()
    calendar: Calendar = Calendar()
    dates: DateWords = DateWords()
    times: TimeWords = TimeWords()
    authors: AuthorWords = AuthorWords()
    credits: CreditWords = CreditWords()
    lines: LineWords = LineWords()
    closing: ClosingWords = ClosingWords()
    corrections: CorrectionWords = CorrectionWords()
    dump: DumpWords = DumpWords()
    manner: MannerWords = MannerWords()
    speech: SpeechWords = SpeechWords()
    judge: Mapping[str, Mapping[str, Words]] = field(default_factory=lambda: MappingProxyType({}))


class LanguageError(ValueError):
    """A language file that cannot be taken as it is; the message names file and list."""


@cache
def read_languages() -> tuple[Language, ...]:
    """All languages, in the order of their codes."""
    folder = files(__package__).joinpath("languages")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(read_language(folder.joinpath(name)) for name in names)


def read_language(file: Traversable) -> Language:
    """One language. Raises LanguageError for a list that nobody asks for, or that is none."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    language = _fill(Language, {"code": file.name.removesuffix(".toml"), **table}, file.name)
    calendar = language.calendar
    if {len(calendar.months), len(calendar.solar_months)} - {0, MONTHS} or len(
        calendar.weekdays
    ) not in (0, WEEKDAYS):
        raise LanguageError(f"{file.name}: a calendar has {MONTHS} months and {WEEKDAYS} weekdays")
    if len(language.times.seasons) not in (0, SEASONS):
        raise LanguageError(f"{file.name}: a year has {SEASONS} seasons")
    if odd := [pair for pair in language.speech.marks if len(pair) != PAIR]:
        raise LanguageError(f"{file.name}: no mark that opens and one that closes: {odd}")
    return language


def find_language(code: str) -> Language:
    """The language of a code. Raises LanguageError for one that has no file."""
    found = next((language for language in read_languages() if language.code == code), None)
    if found is None:
        raise LanguageError(f"{code}.toml: no such file")
    return found


@cache
def list_particles() -> frozenset[str]:
    """The small words within names, in all languages: "van", "de"."""
    return frozenset(words_of("authors", "particle"))


def words_of(section: str, key: str, languages: Iterable[Language] | None = None) -> Words:
    """The words of one list in all languages, each once: `words_of("authors", "by")`."""
    asked = read_languages() if languages is None else languages
    listed = (word for language in asked for word in getattr(getattr(language, section), key))
    return tuple(dict.fromkeys(listed))


def _add_whole(words: Words) -> Words:
    return tuple(dict.fromkeys((*words, *(word.lstrip("*") for word in words))))


def _fill(kind: type[Section], table: Mapping[str, object], where: str) -> Section:
    """An instance of the dataclass `kind`; whatever the table does not have is empty."""
    known = get_type_hints(kind)
    if unknown := sorted(table.keys() - known):
        raise LanguageError(
            f"{where}: nobody asks for {', '.join(unknown)}; known are {', '.join(known)}"
        )
    return kind(
        **{key: _read(known[key], value, f"{where}: {key}") for key, value in table.items()}
    )


def _read(kind: object, value: object, where: str) -> object:
    if kind is str:
        return _read_string(value, where)
    if kind is int:
        return _read_number(value, where)
    if kind == Words:
        return _read_words(value, where)
    if not isinstance(value, dict):
        raise LanguageError(f"{where} is no table")
    if isinstance(kind, type):
        return _fill(kind, value, where)
    _, within = get_args(kind)
    return MappingProxyType(
        {key: _read(within, inner, f"{where}.{key}") for key, inner in value.items()}
    )


def _read_string(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise LanguageError(f"{where} is no string")
    return value


def _read_number(value: object, where: str) -> int:
    if not isinstance(value, int):
        raise LanguageError(f"{where} is no number")
    return value


def _read_words(value: object, where: str) -> Words:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguageError(f"{where} is no list of words")
    return tuple(value)
