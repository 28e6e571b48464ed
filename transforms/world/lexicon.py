"""The word lists of `words.toml` and `given_names.toml`, as sets, read once."""

import tomllib
from importlib.resources import files
from typing import Any


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(file).read_text(encoding="utf-8"))


_WORDS = _read("words.toml")
_GIVEN_NAMES = _read("given_names.toml")

TITLES = frozenset(_WORDS["titles"])
HONOURS = frozenset(_WORDS["honours"])
QUALIFYING_TITLES = frozenset(_WORDS["qualifying_titles"])
ORGANISATION_WORDS = frozenset(_WORDS["organisation_words"])
PLACE_WORDS = frozenset(_WORDS["place_words"])
HEAD_NOUNS = ORGANISATION_WORDS | PLACE_WORDS  # of names of bodies and places
PORTFOLIOS = frozenset(_WORDS["portfolios"].split())
HEADLINE_VERBS = frozenset(_WORDS["headline_verbs"].split())
COMPANY_HEADS = frozenset(_WORDS["company_heads"])
CALLED_BODIES = frozenset(_WORDS["called_bodies"])
TELLING_BODIES = frozenset(_WORDS["telling_bodies"])
BODIES_OF_ALL_KINDS = frozenset(_WORDS["bodies_of_all_kinds"])
THINGS = frozenset(_WORDS["things"].split())
PRODUCTS = frozenset(_WORDS["products"].split())
NUMBERED = frozenset(_WORDS["numbered"].split())
MODEL_WORDS = frozenset(_WORDS["model_words"].split())
CALLED_AFTER_PLACES = frozenset(_WORDS["called_after_places"].split())
THING_WORDS = frozenset(_WORDS["thing_words"])
OUTLETS = frozenset(_WORDS["outlets"])
KNOWN_ORGANISATIONS = OUTLETS | frozenset(_WORDS["bodies"])
SPOKESPERSONS = frozenset(_WORDS["spokespersons"].split())
ROLE_NOUNS = frozenset(_WORDS["role_nouns"])
COLLECTIVE_NOUNS = frozenset(_WORDS["collective_nouns"])
BODY_NOUNS = frozenset(_WORDS["body_nouns"])
PERSON_NOUNS = (
    (ROLE_NOUNS | frozenset(_WORDS["person_nouns"]))
    - BODY_NOUNS
    - frozenset(_WORDS["shared_roles"])
)
PLACE_NOUNS = frozenset(_WORDS["place_nouns"])
COMPANY_SUFFIXES = frozenset(_WORDS["company_suffixes"])
NAMED_AFTER_PLACES = frozenset(_WORDS["named_after_places"])
PLACES_WITH_ARTICLE = frozenset(_WORDS["places_with_article"])
VESSEL_NOUNS = frozenset(_WORDS["vessel_nouns"])
MATCH_WORDS = frozenset(_WORDS["match_words"])
TEAM_VERBS = frozenset(_WORDS["team_verbs"])
TEAM_NOUNS = frozenset(_WORDS["team_nouns"])
PLAYER_POSITIONS = frozenset(_WORDS["player_positions"].split())
LABEL_WORDS = frozenset(_WORDS["label_words"])
ANONYMOUS_NOUNS = frozenset(_WORDS["anonymous_nouns"])
KIN = frozenset(_WORDS["kin"])
MALE_NAMES = frozenset(_GIVEN_NAMES["male"].split())
FEMALE_NAMES = frozenset(_GIVEN_NAMES["female"].split())
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | frozenset(_GIVEN_NAMES["either"].split())
MALE_WORDS = MALE_NAMES | frozenset(_WORDS["male_words"])
FEMALE_WORDS = FEMALE_NAMES | frozenset(_WORDS["female_words"])
STANDS_FOR: dict[str, frozenset[str]] = {
    role: frozenset(others) for role, others in _WORDS["stands_for"].items()
}
