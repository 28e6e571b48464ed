"""Candidates for names in, the kind of each form out: all mentions of an article vote, after what the words themselves say."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from transforms.entities.candidates import Candidate
from transforms.entities.countries import CAPITALS, COUNTRY_NAMES, DEMONYMS, FORMS, SEATS
from transforms.entities.lexicon import GIVEN_NAMES, KNOWN_ORGANISATIONS, ORGANISATION_WORDS, PLACE_WORDS, TITLES
from transforms.records import EntityKind

KIND_OF_LABEL: dict[str, EntityKind] = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
KIND_ORDER: tuple[EntityKind, ...] = ("person", "organisation", "place")  # who wins a tie

WHERE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around"})

Votes = dict[str, Counter[EntityKind | None]]


def vote_on_kinds(candidates: Sequence[Candidate]) -> dict[str, EntityKind]:
    """The kind of every form that is a name; forms that are none (works, events, peoples without a country) are left out."""
    votes: Votes = defaultdict(Counter)
    for candidate in candidates:
        votes[candidate.form][KIND_OF_LABEL.get(candidate.label)] += 1
        if _has_title(candidate):
            votes[candidate.form]["person"] += 2
    _give_surnames_to_persons(votes, candidates)
    _give_doers_to_persons(votes, candidates)
    decided = {form: decide_kind(form, counts) for form, counts in votes.items()}
    decided |= dict.fromkeys(_find_shouted(votes), "person")
    return {form: kind for form, kind in decided.items() if kind}


def decide_kind(form: str, votes: Counter[EntityKind | None]) -> EntityKind | None:
    """What the words say, else the majority, else None."""
    if told := tell_by_words(form, votes):
        return told
    kind = max((*KIND_ORDER, None), key=lambda kind: votes[kind])
    if not any(letter.isupper() for letter in form):
        return None
    return "organisation" if kind == "person" and is_acronym(form) else kind


def tell_by_words(form: str, votes: Counter[EntityKind | None]) -> EntityKind | None:
    """The kind that tables and head words give: "Kremlin", "Ministry of Health", "Lake Orrin". A person named Jordan stays one."""
    if form.removeprefix("The ") in KNOWN_ORGANISATIONS or form in SEATS:
        return "organisation"
    if form in COUNTRY_NAMES | CAPITALS | DEMONYMS and votes["person"] <= votes.total() - votes["person"]:
        return "place"
    words = form.split()
    if len(words) < 2:
        return None
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if head in ORGANISATION_WORDS:
        return "organisation"
    if head in PLACE_WORDS or (words[0] in PLACE_WORDS and votes["person"] < votes["place"]):
        return "place"
    return "person" if words[0] in GIVEN_NAMES and len(words) <= 3 else None


def is_acronym(form: str) -> bool:
    """ "NATO", "U.N.", "M5S"; not "III" alone, not "A"."""
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalnum() and letters.isupper()


def _has_title(candidate: Candidate) -> bool:
    before = candidate.start - 1
    return before >= 0 and candidate.paragraph.doc[before].text in TITLES and candidate.label != "ORG"


def _give_surnames_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """A lone surname of somebody named in full is that person, "Paris" beside "Oona Paris" too, unless mostly where something is."""
    surnames = _find_surnames(votes)
    where = Counter(candidate.form for candidate in candidates if candidate.form in surnames and _is_where(candidate))
    for surname in surnames & votes.keys():
        counts = votes[surname]
        if 2 * where[surname] <= counts.total():
            counts["person"] += counts.total()


def _find_surnames(votes: Votes) -> set[str]:
    full = (form for form, counts in votes.items() if " " in form and counts["person"] > counts["organisation"] + counts["place"])
    return {form.split()[-1] for form in full}


def _find_shouted(votes: Votes) -> set[str]:
    """Surnames in capitals, as transcripts write them: no acronyms."""
    surnames = {surname.upper() for surname in _find_surnames(votes) if not surname.isupper()}
    return surnames & votes.keys()


def _give_doers_to_persons(votes: Votes, candidates: Sequence[Candidate]) -> None:
    """One word that the model takes for a place, but where nothing ever is and which does things time and again, is a person."""
    places = {form for form, counts in votes.items() if " " not in form and counts["place"] > counts["person"]} - FORMS.keys()
    where = {candidate.form for candidate in candidates if _is_where(candidate)}
    does = Counter(candidate.form for candidate in candidates if candidate.form in places and _does(candidate))
    for form, count in does.items():
        if form not in where and 2 * count >= votes[form].total() > 1:
            votes[form]["person"] += 2 * votes[form].total()


def _does(candidate: Candidate) -> bool:
    token = candidate.paragraph.doc[candidate.end - 1]
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"


def _is_where(candidate: Candidate) -> bool:
    return candidate.start > 0 and candidate.paragraph.doc[candidate.start - 1].lower_ in WHERE
