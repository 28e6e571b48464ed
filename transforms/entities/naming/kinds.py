"""Candidates for names in, the kind of each form out: all mentions of an article vote, and what
stands round them has votes too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.company import (
    find_selves,
    index_candidates,
    is_among_people,
    is_among_places,
    list_speaking,
)
from transforms.entities.naming.repeats import list_shorter
from transforms.entities.naming.signs import (
    GIVEN_PLACES,
    KIND_OF_LABEL,
    NO_SURNAMES,
    PERSONAL,
    does,
    has_article,
    has_mayor,
    has_title,
    is_before_region,
    is_called_place,
    is_dateline,
    is_inside,
    is_vessel,
    is_where,
    is_work,
    lies_in,
    may_be_person,
    qualifies_thing,
    read_signs,
    speaks,
    stands_alone,
)
from transforms.entities.naming.teams import find_teams
from transforms.entities.naming.things import find_things
from transforms.entities.naming.title_case import is_capitalised
from transforms.entities.naming.trades import read_trades
from transforms.records import EntityKind
from transforms.world.countries import CAPITALS, COUNTRY_NAMES, DEMONYMS, FORMS, SEATS
from transforms.world.gazetteer import fold_place
from transforms.world.lexicon import (
    CALLED_AFTER_PLACES,
    COMPANY_SUFFIXES,
    FIRM_PARTNERS,
    GIVEN_NAMES,
    KNOWN_ORGANISATIONS,
    MODEL_WORDS,
    NUMBERED,
    ORGANISATION_WORDS,
    OUTLETS,
    PLACE_WORDS,
    PLACES_WITH_ARTICLE,
    PRODUCTS,
    THING_WORDS,
    THINGS,
    TITLES,
    VESSEL_NOUNS,
)
from transforms.world.well_known import COMPANIES, FIRST_NAMES, WELL_KNOWN_BODIES, list_places
from transforms.world.words import fold, read_table, read_words

PLACE_FORMS = COUNTRY_NAMES | CAPITALS | DEMONYMS
KNOWN_PLACES = frozenset(form for row in read_table("places.tsv") for form in row)
TABLED_PLACES = PLACE_FORMS | KNOWN_PLACES
KIND_ORDER: tuple[EntityKind, ...] = ("person", "organisation", "place")  # who wins a tie
SERIES = re.compile(r"\w+ (?:[A-Z]|[IVX]+)\.?")  # "Group C", "Phase II"
POSSESSIVES = ("'s ", "’s ")  # "'s Cat" is what is left of "Schrödinger's Cat"
VERSION = re.compile(r"\d{1,3}")  # "Kettle 300"
BELIEF = re.compile(r"[A-Z][a-z]{3,}isms?")  # "Buddhism"
FEAST = re.compile(r"[A-Z][a-z]{3,}fest")  # "Oktoberfest"
YEAR = re.compile(r"20\d\d")
WORD = re.compile(r"\b[a-z]+\b")  # a word in lower case: "ferry"

SUFFIXED = frozenset({"Jr.", "Sr.", "Jr", "Sr"})
SHORT, LONG_ACRONYM = 2, 5  # letters
VOWELS = frozenset("AEIOU")
SIBLINGS = frozenset({"Bros", "Bros.", "Brothers", "Sisters"})
AMONG_PLACES = 2  # votes of a place in a list of places
AMONG_PEOPLE = 2  # votes of a name in a list of people
TOLD = 2  # votes: those of a title, a role or an age, which no label alone has

KNOWN_BODIES = KNOWN_ORGANISATIONS | COMPANIES
NEVER_PLACES = ORGANISATION_WORDS | WELL_KNOWN_BODIES
NOT_OF_PEOPLE = NO_SURNAMES | TITLES | COMPANIES
# what a name of a person may begin with
SHARED_PLACES = read_words("shared_places")  # "New York"
STATES = read_words("american_states")
ORDINARY = read_words("ordinary_places")
PLANNED = {
    **dict.fromkeys(("Report", "Review"), read_words("filed")),
    "Party": read_words("feasts"),
}
NEVER_SURNAMES = read_words("official_bodies") - {"court"}  # "Alexandria Police"
SURVEYING = frozenset({"Antarctic", "Geodetic", "Geological", "Ordnance"})
LIKE_GIVEN = FIRST_NAMES | GIVEN_PLACES
GIVEN_ALONE = GIVEN_NAMES | LIKE_GIVEN - COUNTRY_NAMES
LIKE_SURNAMES = OUTLETS | KNOWN_BODIES
FAMOUS_PLACES = COUNTRY_NAMES | CAPITALS | KNOWN_PLACES | {state.title() for state in STATES}

Votes = dict[str, Counter[EntityKind | None]]


def vote_on_kinds(
    candidates: Sequence[Candidate],
    text: str,
    bodies: Iterable[str] = (),
    unmarked: Sequence[Candidate] = (),
) -> dict[str, EntityKind]:
    """The kind of every form that is a name in this text; what is none (works, events, ships,
    peoples without a country) is left out.

    bodies: forms that the text goes on to call "the company". unmarked: where forms of the
    candidates stand that the model took for no name there; what stands round them has votes alike.
    """
    votes = _count_votes(candidates)
    _count_signs(votes, unmarked)
    everywhere = [*candidates, *unmarked]
    _give_respelt_to_persons(votes)
    _give_titled_to_persons(votes, everywhere)
    _give_surnames_to_persons(votes, candidates)
    _give_doers_to_persons(votes, candidates)
    _give_speakers_to_persons(votes, everywhere)
    for form in find_selves(candidates):
        votes[form]["person"] += 2 * votes[form].total()
    for form in bodies:
        votes[form]["organisation"] += 2 * votes[form].total()
    decided = {form: decide_kind(form, counts) for form, counts in votes.items()}
    decided |= _settle_acronyms(votes, decided, candidates)
    decided |= {
        form: "organisation" for form in find_teams(candidates, text) if decided[form] == "place"
    }
    full = _find_full(votes)
    surnames = _find_surnames(full)
    decided |= dict.fromkeys(
        [
            *_find_shouted(votes, surnames | _find_given(full)),
            *_find_namesakes(votes, full, candidates),
            *_find_told(candidates),
        ],
        "person",
    )
    places = _find_places(decided, candidates) | _find_called(decided, candidates)
    decided |= dict.fromkeys(places, "place")
    none = (
        _find_words(candidates, surnames, text)
        | _find_phrases(votes, text)
        | _find_qualifiers(votes, decided, candidates)
        | _find_families(votes, surnames)
        | _find_ships(candidates, text)
        | _find_works(candidates)
        | find_things(candidates, _find_doubtful(votes, decided))
    )
    decided |= dict.fromkeys(none, None)
    return {form: kind for form, kind in decided.items() if kind}


def may_be_among_people(candidate: Candidate) -> bool:
    """Whether no table knows what the model takes for a body or a town as one."""
    form = candidate.form
    is_known = form in KNOWN_BODIES or form in KNOWN_PLACES or is_place_form(form)
    return candidate.label in {"ORG", "GPE"} and not is_known and not _is_town(form)


def _find_doubtful(votes: Votes, decided: Mapping[str, EntityKind | None]) -> set[str]:
    """The forms that only the votes make a body or a place, no table and no word of their own."""
    return {
        form
        for form, kind in decided.items()
        if kind in {"organisation", "place"} and tell_by_words(form, votes[form]) is None
    } - KNOWN_PLACES


def _count_votes(candidates: Sequence[Candidate]) -> Votes:
    """One vote for the model's label, more for what stands round the mention."""
    votes: Votes = defaultdict(Counter)
    index = index_candidates(candidates)
    for candidate in candidates:
        counts = votes[candidate.form]
        if candidate.label == "PERSON" and " " not in candidate.form:
            counts["place"] += AMONG_PLACES * is_among_places(candidate, index)
        if may_be_among_people(candidate):
            counts["person"] += AMONG_PEOPLE * is_among_people(candidate, index)
        counts[KIND_OF_LABEL.get(candidate.label)] += 1
        counts["organisation"] += is_short_acronym(candidate.form) and does(candidate)
    _count_signs(votes, candidates)
    return votes


def _count_signs(votes: Votes, candidates: Iterable[Candidate]) -> None:
    """The votes of what stands round each mention."""
    for candidate in candidates:
        for kind, weight in (*read_signs(candidate), *read_trades(candidate)):
            votes[candidate.form][kind] += weight


def decide_kind(form: str, votes: Counter[EntityKind | None]) -> EntityKind | None:
    """What the words say, else the majority, else None."""
    if is_thing(form) or is_shouted_title(form) or form.startswith(POSSESSIVES):
        return None
    if is_suffixed(form) and votes["place"] == 0:
        return "person"
    if told := tell_by_words(form, votes):
        return told
    if (
        not any(letter.isupper() for letter in form)
        or len(form.strip(".")) == 1
        or form.rsplit(maxsplit=1)[-1] in THING_WORDS
    ):
        return None
    kind = max((*KIND_ORDER, None), key=lambda kind: votes[kind])
    if SERIES.fullmatch(form) if kind != "person" else is_made(form):
        return None
    return "organisation" if is_body_after_all(form, kind, votes) else kind


def is_body_after_all(
    form: str, kind: EntityKind | None, votes: Counter[EntityKind | None]
) -> bool:
    """ "Congress", whatever is "in Congress"; an acronym, whatever it does."""
    if kind == "place":
        return form in NEVER_PLACES
    return kind == "person" and is_no_person(form, votes)


def is_no_person(form: str, votes: Counter[EntityKind | None]) -> bool:
    """An acronym, or what a team is called: "Lakers"; who is mostly taken for somebody may write a
    name in capitals: "RAYE".
    """
    is_sung = len(form) > SHORT + 1 and not VOWELS.isdisjoint(form)
    is_somebody = is_sung and 2 * votes["person"] > votes.total() > 1
    return (is_acronym(form) and not is_somebody) or (
        form in CALLED_AFTER_PLACES and form.endswith("s")
    )


def is_suffixed(form: str) -> bool:
    """ "Karl Berg Jr."."""
    *name, last = form.split()
    return bool(name) and last in SUFFIXED


def is_thing(form: str) -> bool:
    """ "VPN", "V.I.P.", "iPad Pro", "MacBooks", "the Kettle Deluxe"."""
    words = form.split()
    if form.replace(".", "") in THINGS or words[0].removesuffix("s") in PRODUCTS:
        return True
    if (
        form in SUFFIXED
        or BELIEF.fullmatch(words[-1])
        or FEAST.fullmatch(form)
        or is_planned(words)
    ):
        return True
    return len(words) > 1 and words[0] not in FIRST_NAMES and is_model(words)


def is_planned(words: Sequence[str]) -> bool:
    """ "Progress Report", "Christmas Party", "Lune Lamp Survey", "Nutrition 2025"; "Cook Political Report" is a paper,
    a "Geological Survey" a body.
    """
    if YEAR.fullmatch(words[-1]):
        return True
    if words[-1] == "Survey" and len(words) > 1:
        return words[-2] not in SURVEYING
    return len(words) == 2 and words[0] in PLANNED.get(words[1], ())


def is_model(words: Sequence[str]) -> bool:
    """ "Kettle Deluxe", "Kettle 300", "Samsung 4K Smart", "Apple AirPods"; not "Local 90"."""
    if words[-1] in MODEL_WORDS or (VERSION.fullmatch(words[-1]) and words[-2] not in NUMBERED):
        return True
    is_product = words[1].removesuffix("s") in PRODUCTS or any(map(str.isdigit, " ".join(words)))
    return words[0] in COMPANIES and is_product


def is_made(form: str) -> bool:
    """ "Adidas Adizero", "RAV4 Hybrid": nobody's name begins with that of a firm, or has a number."""
    if form in COMPANIES:
        return False
    first, *others = form.split()
    is_firm = bool(others) and first in COMPANIES and first not in FIRST_NAMES
    return is_firm or any(map(str.isdigit, form))


def _settle_acronyms(
    votes: Votes, decided: Mapping[str, EntityKind | None], candidates: Iterable[Candidate]
) -> dict[str, EntityKind | None]:
    """An acronym is a place only where tables know it as one ("UAE"), where a dateline has it, or
    with two letters ("LA").
    """
    places = {form for form, kind in decided.items() if kind == "place" and is_short_acronym(form)}
    told = {one.form for one in candidates if is_dateline(one) or lies_in(one)}
    return {
        form: "organisation" if votes[form]["organisation"] else None
        for form in places - TABLED_PLACES - told
    }


def is_short_acronym(form: str) -> bool:
    """ "RTA", "KPLN"; five letters may be a town's in capitals."""
    return is_acronym(form) and SHORT < len(form.replace(".", "")) < LONG_ACRONYM


def is_shouted_title(form: str) -> bool:
    """ "SENATOR" in a headline, "CEO" anywhere; two letters may be a party or a company."""
    if not form.isupper():
        return False
    return (form in TITLES and len(form) > SHORT) or (
        form.title() in TITLES and len(form) > LONG_ACRONYM
    )


def tell_by_words(form: str, votes: Counter[EntityKind | None]) -> EntityKind | None:
    """The kind that tables and head words give: "Kremlin", "Ministry of Health", "Lake Orrin". A
    person named Jordan stays one.
    """
    if form.removeprefix("The ") in KNOWN_BODIES or form in SEATS:
        return "organisation"
    is_place = is_place_form(form) or (" " in form and fold(form) in STATES)
    if is_place and votes["person"] <= votes.total() - votes["person"]:
        return "place"
    words = form.split()
    if len(words) > 1 and is_called_after_place(words):
        return "organisation"
    return tell_by_head(words, votes, is_shouted=form.isupper()) if len(words) > 1 else None


def is_called_after_place(words: Sequence[str]) -> bool:
    """ "Oslo Rovers", "Oslo Star": a place and what teams, or newspapers, are called."""
    if words[-1] not in CALLED_AFTER_PLACES or is_called_villa(words):
        return False
    return any(_is_town(" ".join(words[:last])) for last in range(1, len(words)))


def is_called_villa(words: Sequence[str]) -> bool:
    """ "Marco Villa" is somebody, though a town is called Marco."""
    return words[0] in FIRST_NAMES and not words[-1].endswith("s")


def _is_town(name: str) -> bool:
    if name in KNOWN_PLACES or is_place_form(name):
        return True
    folded = fold(name)
    return any(folded in places for places in (list_places(), SHARED_PLACES, STATES))


def tell_by_head(
    words: Sequence[str], votes: Counter[EntityKind | None], *, is_shouted: bool
) -> EntityKind | None:
    """By the word that the others hang on, and by a given name."""
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if is_firm(words, is_shouted=is_shouted) or are_siblings(words, votes):
        return "organisation"
    if head in ORGANISATION_WORDS:
        return "person" if is_told_person(words, votes) else "organisation"
    if head in PLACE_WORDS or _opens_place(words[0], votes):
        return "place"
    return "person" if words[0] in GIVEN_NAMES and len(words) <= 3 else None


def is_firm(words: Sequence[str], *, is_shouted: bool) -> bool:
    """ "Quill & Sons", "Quill Ltd"; "AS" is a word of a headline in capitals, too."""
    is_suffixed = words[-1] in COMPANY_SUFFIXES and not is_shouted
    return is_suffixed or (words[-2] == "&" and words[-1] in FIRM_PARTNERS)


def are_siblings(words: Sequence[str], votes: Counter[EntityKind | None]) -> bool:
    """ "Quill Brothers" is a firm, a band or a family, never one person; "Mary Brothers" may be."""
    if words[0] == "The" or words[-1] not in SIBLINGS or not votes["person"]:
        return False
    return words[-1] != "Brothers" or words[0] not in GIVEN_NAMES


def _opens_place(word: str, votes: Counter[EntityKind | None]) -> bool:
    return word in PLACE_WORDS and votes["person"] < votes["place"]


def is_told_person(words: Sequence[str], votes: Counter[EntityKind | None]) -> bool:
    """Whether the text tells somebody whose surname is also a word for a body: "Serhii Radio, a
    chemist,".
    """
    if len(words) != 2 or is_place_form(words[0]) or words[1].lower() in NEVER_SURNAMES:
        return False
    return votes["person"] >= TOLD and votes["person"] > votes["organisation"] + votes["place"]


def is_place_form(form: str) -> bool:
    """ "Norway", "Norwegian", "Oslo", and "OSLO" as datelines have it; "US" and "us" are not each
    other.
    """
    return form in PLACE_FORMS or (
        form.isupper() and len(form) > SHORT + 1 and form.title() in PLACE_FORMS
    )


def is_acronym(form: str) -> bool:
    """ "NATO", "U.N.", "M5S"; not "III" alone, not "A"."""
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalnum() and letters.isupper()


def _give_respelt_to_persons(votes: Votes) -> None:
    """ "Bjorn Akerlund" beside "Björn Åkerlund" or "BJORN AKERLUND", who is somebody."""
    full = set(_find_full(votes))
    people = set(map(fold, full))
    for form in [form for form in votes if form not in full and fold(form) in people]:
        votes[form]["person"] += 2 * votes[form].total()


def _give_titled_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """Who is "Ms Quill" somewhere is a person as "Quill" and "Ada Quill" too."""
    titled = {
        candidate.form
        for candidate in candidates
        if " " not in candidate.form and has_title(candidate)
    }
    for form, counts in votes.items():
        if form.split()[-1] in titled:
            counts["person"] += counts.total()


def _give_surnames_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """A lone surname or given name of somebody named in full is that person, "Paris" beside "Oona
    Paris" or "Paris Quill" too.

    Unless it is mostly where something is; something may go "to Quill" or come "from Quill" whom
    no list knows as a place.
    """
    full = _find_full(votes)
    surnames = _find_surnames(full) | _find_given(full)
    lone = [candidate for candidate in candidates if candidate.form in surnames]
    mentions = Counter(candidate.form for candidate in lone)
    where = Counter(
        candidate.form
        for candidate in lone
        if (is_where(candidate) if is_place_form(candidate.form) else is_inside(candidate))
    )
    for surname, count in mentions.items():
        if 2 * where[surname] <= count:
            votes[surname]["person"] += 2 * votes[surname].total()


def _find_surnames(full: Iterable[str]) -> set[str]:
    names = [tuple(form.split()) for form in full]
    last = {words[-1] for words in names} | {
        " ".join(shorter) for words in names for shorter in list_shorter(words)
    }
    return last | {word[0].upper() + word[1:] for word in last}


def _find_given(full: Iterable[str]) -> set[str]:
    return {form.split()[0] for form in full} & GIVEN_ALONE


def _find_full(votes: Votes) -> list[str]:
    return [form for form, counts in votes.items() if " " in form and is_full_name(form, counts)]


def is_full_name(form: str, counts: Counter[EntityKind | None]) -> bool:
    return (
        0 < counts["person"] >= counts["organisation"] + counts["place"]
        or tell_by_words(form, counts) == "person"
    )


def _find_shouted(forms: Iterable[str], surnames: set[str]) -> set[str]:
    """Surnames in capitals, as transcripts write them: no acronyms."""
    return {surname.upper() for surname in surnames if not surname.isupper()}.intersection(forms)


def _find_namesakes(
    forms: Iterable[str], full: Iterable[str], candidates: Sequence[Candidate]
) -> set[str]:
    """Surnames that outlets and companies bear too: "Hill" beside "Fiona Hill" or "President Oona
    Hill"; "Lune Hill" is no person by a known name.
    """
    titled = {candidate.form for candidate in candidates if has_title(candidate)}
    known = (form for form in full if form.split()[0] in FIRST_NAMES or form in titled)
    surnames = {form.split()[-1] for form in known}
    alone = {words[0] for form in forms if len(words := form.split()) == 1}
    return surnames & LIKE_SURNAMES & alone


def _find_told(candidates: Iterable[Candidate]) -> set[str]:
    """A given name before a word for a body or a place, where a title, a role or an age tells that
    it is somebody, or the last word alone says something: "Karl Bank, 43,", "Bank said".
    """
    like = [candidate for candidate in candidates if is_like_body(candidate.form)]
    speaking = list_speaking(like)
    return {
        candidate.form
        for candidate in like
        if candidate.form.split()[-1] in speaking or any(tells(candidate) for tells in PERSONAL)
    }


def is_like_body(form: str) -> bool:
    """ "Karl Bank": a given name and a word that ends the names of bodies or places."""
    words = form.split()
    is_head = words[-1] in ORGANISATION_WORDS or words[-1] in PLACE_WORDS
    return len(words) == 2 and is_head and words[0] in GIVEN_NAMES


def _find_places(
    decided: Mapping[str, EntityKind | None], candidates: Sequence[Candidate]
) -> set[str]:
    """Places that everybody knows, and towns where something is, that the model takes for somebody,
    of whom nothing is told that is told of people; a given name where the region is told, too.
    """
    people = [form for form, kind in decided.items() if kind == "person"]
    towns = _find_towns(people, candidates) | _find_long_towns(people, candidates)
    lone = ((set(people) & FAMOUS_PLACES) | towns) - GIVEN_PLACES - FIRST_NAMES
    lone = (lone | _find_placed(people, candidates)) - _find_parts(people)
    asked = (one for one in candidates if one.form in lone and not is_before_region(one))
    return lone - {one.form for one in asked if any(tells(one) for tells in PERSONAL)}


def _find_parts(people: Iterable[str]) -> set[str]:
    """The words of names of several."""
    return {word for form in people if " " in form for word in form.split()}


def _find_placed(people: Iterable[str], candidates: Iterable[Candidate]) -> set[str]:
    """ "Salem, N.H.", and "Salem" beside "SALEM, N.H."."""
    known = {form: fold(form) for form in people if " " not in form}
    asked = set(known.values())
    placed = {
        fold(one.form) for one in candidates if fold(one.form) in asked and is_before_region(one)
    }
    return {form for form, folded in known.items() if folded in placed and _is_large_town(form)}


def _find_called(
    decided: Mapping[str, EntityKind | None], candidates: Iterable[Candidate]
) -> set[str]:
    """ "Eagle Pass, Texas", and "the town of Marsh Mills", that the model takes for bodies."""
    bodies = (c for c in candidates if " " in c.form and decided.get(c.form) == "organisation")
    return {one.form for one in bodies if lies_in(one) or is_called_place(one)}


def _is_large_town(form: str) -> bool:
    """Whether GeoNames knows a place of that name, which is no ordinary word."""
    name = fold_place(form)
    return name in list_places() and name not in ORDINARY


def _find_towns(people: Iterable[str], candidates: Sequence[Candidate]) -> set[str]:
    """ "Along the coast to Lüderitz"."""
    known = set(filter(_is_large_town, people))
    asked = [candidate for candidate in candidates if candidate.form in known]
    where = {one.form for one in asked if is_where(one) or is_called_place(one)}
    return where - {one.form for one in asked if does(one)}


def _find_long_towns(people: Iterable[str], candidates: Iterable[Candidate]) -> set[str]:
    """ "Luang Prabang", which has a name of no given one and says nothing."""
    known = {
        form
        for form in people
        if " " in form and form.split()[0] not in FIRST_NAMES and _is_large_town(form)
    }
    return known - {one.form for one in candidates if one.form in known and speaks(one)}


def _find_families(forms: Iterable[str], surnames: set[str]) -> set[str]:
    """ "the Quills": several people."""
    return {
        plural for surname in surnames for plural in (f"{surname}s", f"{surname}es")
    }.intersection(forms)


def _give_doers_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """What the model takes for a place, but where nothing ever is and which does things time and
    again, is a person.
    """
    places = {
        form
        for form, counts in votes.items()
        if counts["place"] > max(counts["person"], counts[None])
        and form not in FORMS
        and may_be_person(form)
    }
    mentions = Counter(candidate.form for candidate in candidates if candidate.form in places)
    where = {one.form for one in candidates if is_where(one) or has_mayor(one)}
    doing = Counter(
        candidate.form for candidate in candidates if candidate.form in places and does(candidate)
    )
    for form, count in doing.items():
        if form not in where and 2 * count >= mentions[form] > 1:
            votes[form]["person"] += 2 * votes[form].total()


def _give_speakers_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """Who is named in full, and says things by the last word of it alone, is a person, whatever the
    model takes either for: "Milan Quill ... Quill said".

    A body is called by its first word, and so is one that ends in a word for bodies.
    """
    speaking = {candidate.form for candidate in candidates if speaks(candidate)}
    for form, counts in votes.items():
        *before, last = form.split()
        if before and last in speaking and _may_be_called_so(form, counts, votes[last]):
            counts["person"] += 2 * counts.total()
            votes[last]["person"] += 2 * votes[last].total()


def _may_be_called_so(
    form: str, counts: Counter[EntityKind | None], lone: Counter[EntityKind | None]
) -> bool:
    """Whether a name of several words, whose last stands alone elsewhere, may be a person's."""
    words = form.split()
    if not (NOT_OF_PEOPLE.isdisjoint(words) and may_be_person(form)):
        return False
    is_taken = counts["person"] + lone["person"] > 0 or words[0] in LIKE_GIVEN
    return is_taken and tell_by_words(form, counts) is None


def _find_words(candidates: Sequence[Candidate], surnames: set[str], text: str) -> set[str]:
    """One word that has a capital only where every word has, and none elsewhere in the article:
    "Ferry" that opens a headline.
    """
    free = {candidate.form for candidate in candidates if not _is_capital_forced(candidate)}
    forced = {candidate.form for candidate in candidates} - free - surnames
    doubtful = {form for form in forced if form.isalpha() and form.istitle()}
    words = set(WORD.findall(text)) if doubtful else set()
    return {form for form in doubtful if form.lower() in words}


def _is_capital_forced(candidate: Candidate) -> bool:
    token = candidate.paragraph.doc[candidate.start]
    if token.is_sent_start or candidate.paragraph.in_title or not token.nbor(-1).is_alpha:
        return True
    return is_capitalised(candidate.paragraph)


def _find_phrases(votes: Votes, text: str) -> set[str]:
    """Several words that the text writes without their capitals, too, and that name nothing by
    themselves: "Weight Control" over a paragraph on weight control.
    """
    phrases = (form for form in votes if " " in form and form.lower() in text)
    return {
        form
        for form in phrases
        if tell_by_words(form, votes[form]) is None
        and re.search(rf"\b{re.escape(form.lower())}\b", text)
    }


def _find_qualifiers(
    votes: Votes, decided: Mapping[str, EntityKind | None], candidates: Iterable[Candidate]
) -> set[str]:
    """Acronyms that no table knows and that only qualify things: "OPD hours", "PMS snacks"; but not
    "UTL members".
    """
    asked = {
        form
        for form, kind in decided.items()
        if kind == "organisation" and is_acronym(form) and tell_by_words(form, votes[form]) is None
    }
    named = {one.form for one in candidates if one.form in asked and not qualifies_thing(one)}
    return asked - named


def _find_works(candidates: Iterable[Candidate]) -> set[str]:
    """Several words that no table knows and that some mention tells to be a film or a book,
    whatever their last is: "Lune Park (1993)".
    """
    works = {one.form for one in candidates if " " in one.form and is_work(one)}
    return works - TABLED_PLACES - KNOWN_BODIES


def _find_ships(candidates: Sequence[Candidate], text: str) -> set[str]:
    """One word that has its article wherever it stands in a text about ships, and that the model
    takes for a person or a town.
    """
    if VESSEL_NOUNS.isdisjoint(WORD.findall(text)):
        return set()
    inside = [
        candidate
        for candidate in candidates
        if not candidate.paragraph.in_title and " " not in candidate.form
    ]
    others = {
        candidate.form
        for candidate in inside
        if not (has_article(candidate) or is_vessel(candidate))
    }
    ships = {
        candidate.form
        for candidate in inside
        if candidate.label in {"PERSON", "GPE"} and stands_alone(candidate)
    }
    others |= {
        candidate.form for candidate in candidates if candidate.label in {"ORG", "LOC", "FAC"}
    }
    return ships - others - PLACES_WITH_ARTICLE - FORMS.keys()
