"""A parse and its names in, the names of places that are states of America there out, and of towns
in one that share their name with another: "Ohio and New York", "Macon, Georgia", "Rome, Georgia".

New York is a city, Washington the capital and Georgia a country as well; the text must say that the
state is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from transforms.entities.naming.names import Name, Names
from transforms.grammar.parse import Parse
from transforms.grammar.tokens import Doc, Span
from transforms.world.countries import CAPITALS
from transforms.world.gazetteer import KnownPlace, find_bearers, fold_place, name_region
from transforms.world.words import read_table, read_words

SHARED_STATES = {
    "Georgia": "Georgia",
    "New York": "New York State",
    "Washington": "Washington State",
    "N.Y.": "New York State",
}
STATES = read_words("american_states")
PROVINCES = read_words("canadian_provinces")
NAMESAKES = CAPITALS | read_words("cities_of_namesakes")
GEORGIAN = read_words("signs_of_the_country_georgia")
AMERICAN = read_words("signs_of_the_state_georgia")
STATE_NOUNS = read_words("state_nouns")
# "N.H." and "New Hampshire" -> "New Hampshire"
STATE_OF = {
    form.rstrip(".").lower(): row[0]
    for row in read_table("places.tsv")
    for form in row
    if row[0].lower() in STATES | PROVINCES
}
POSTAL = re.compile(r"[A-Z]{2}")  # "Springfield, IL"
LARGE = 400_000  # people: no small town of this name is meant
LARGER = 4  # times as many people as any other of the name, for the town to go without its state
HOLDER = 5  # tokens from an office to the state of who holds it: "Gov. Ada van Quill of New York"
JOINING = frozenset({",", "and", "or", "&"})
NEAR = 3  # tokens to the next of a list


def find_states(parse: Parse, names: Names) -> dict[str, str]:
    """Form -> the name of the state that it means in this article, or of the town of America or
    Canada that shares its name with another.
    """
    docs = [paragraph.doc for paragraph in parse]
    return find_american_states(docs, names) | find_namesakes(docs, names)


def find_country_of(state: str) -> str:
    """The code of the country that a state, or a town in one, lies in: "CA" of "London, Ontario"."""
    return "CA" if state.rpartition(", ")[2].lower() in PROVINCES else "US"


def find_namesakes(docs: Sequence[Doc], names: Names) -> dict[str, str]:
    """ "Rome, Georgia" is not the capital of Italy, nor "Portland, Maine" the city in Oregon; not
    where the article has such a town in two states.
    """
    places = [name for name in names if name.kind == "place"]
    lies_in = find_states_of_towns(docs, places)
    told = ((form, lies_in.get(form.lower())) for form in sorted({name.text for name in places}))
    return {
        form: f"{form.title() if form.isupper() else form}, {state}"
        for form, state in told
        if state and is_namesake(form, state)
    }


def find_states_of_towns(docs: Sequence[Doc], places: Iterable[Name]) -> dict[str, str]:
    """Forms of towns, in small letters -> the one state that stands behind them."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for name in places:
        after = docs[name.piece][name.end : name.end + 3]
        if len(after) > 1 and (state := find_state(after)):
            told[name.text.lower()].add(state)
    return {form: min(states) for form, states in told.items() if len(states) == 1}


def is_namesake(form: str, state: str) -> bool:
    """Whether another place of the name is as likely meant where no state is told: not of
    "Cleveland, Ohio", which is by far the largest.
    """
    bearers = find_bearers(fold_place(form))
    if form in NAMESAKES or not bearers or bearers[0].is_area:
        return form in NAMESAKES
    regions = find_regions(state)
    own = find_largest(place for place in bearers if place.region in regions)
    other = find_largest(place for place in bearers if place.region not in regions)
    is_listed = not own and other >= LARGE  # "in Boston, Texas and Ohio"
    return LARGER * other > own and not is_listed


def find_regions(state: str) -> set[str]:
    """As GeoNames codes them; provinces of Canada are not told apart."""
    return {area.region for area in find_bearers(state.lower()) if area.is_area} or {"CA"}


def find_largest(places: Iterable[KnownPlace]) -> int:
    """People of the largest, 0 where there is none."""
    return max((place.population for place in places), default=0)


def find_state(after: Span) -> str | None:
    """The state or province that stands behind a comma, in full, None where none does."""
    if after[0].text != ",":
        return None
    if code := POSTAL.fullmatch(after[1].text):
        return name_region(f"US-{code[0]}")
    for state in (after[1:3].text, after[1].text.rstrip(".")):
        if known := STATE_OF.get(state.rstrip(".").lower()):
            return known
        if state.lower() in STATES | PROVINCES or state == "Georgia":
            return state
    return None


def find_american_states(docs: Sequence[Doc], names: Names) -> dict[str, str]:
    shared = [name for name in names if name.kind == "place" and name.text in SHARED_STATES]
    if not shared:
        return {}
    places = {(name.piece, name.end) for name in names if name.kind == "place"}
    told = {name.text for name in shared if is_state(docs[name.piece], name, places)}
    if "Georgia" not in told and is_american(name.text for name in names):
        told.add("Georgia")
    return {form: SHARED_STATES[form] for form in sorted(told)}


def is_state(doc: Doc, name: Name, places: set[tuple[int, int]]) -> bool:
    """Whether the words round it say so: "New York state", "Buffalo, New York", "Ohio and New
    York", "Ada Quill (N.Y.)".
    """
    if says_state(doc, name) or lies_in_it(doc, name, places):
        return True
    return stands_among_states(doc, name) or is_bracketed(doc, name)


def is_bracketed(doc: Doc, name: Name) -> bool:
    """Whether it is all that stands in brackets: whose state it is."""
    before, after = doc[max(0, name.start - 1) : name.start], doc[name.end : name.end + 1]
    return before.text == "(" and after.text == ")"


def says_state(doc: Doc, name: Name) -> bool:
    after = [token.lower_ for token in doc[name.end : name.end + 2]]
    noun = after[1:] if after[:1] in (["'s"], ["’s"]) else after[:1]
    before = [token.lower_ for token in doc[max(0, name.start - 2) : name.start]]
    office = [token.lower_ for token in doc[max(0, name.start - HOLDER) : name.start]]
    is_of_state = before[-1:] == ["of"] and not STATE_NOUNS.isdisjoint(office)
    return not STATE_NOUNS.isdisjoint(noun) or before[-1:] == ["upstate"] or is_of_state


def lies_in_it(doc: Doc, name: Name, places: set[tuple[int, int]]) -> bool:
    """ "Macon, Georgia": a place and a comma before it; of Tbilisi nobody says so in a text about
    America.
    """
    if (
        name.start < 2
        or doc[name.start - 1].text != ","
        or (name.piece, name.start - 1) not in places
    ):
        return False
    return doc[name.start - 2].lower_ not in STATES | GEORGIAN


def stands_among_states(doc: Doc, name: Name) -> bool:
    """Whether another state is next to it in a list."""
    before, after = doc[max(0, name.start - NEAR) : name.start], doc[name.end : name.end + NEAR]
    is_last = (
        bool(len(before))
        and before[-1].lower_ in JOINING
        and any(token.lower_ in STATES for token in before)
    )
    is_first = (
        bool(len(after))
        and after[0].lower_ in JOINING
        and any(token.lower_ in STATES for token in after)
    )
    return is_last or is_first


def is_american(forms: Iterable[str]) -> bool:
    """Whether an article that speaks of Georgia speaks of America's south, and not of the
    Caucasus.
    """
    words = {form.lower() for form in forms}
    return not words.isdisjoint(AMERICAN | STATES) and words.isdisjoint(GEORGIAN)
