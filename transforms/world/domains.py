"""The last part of a domain -> the country that it is of; domain_endings.tsv is read once."""

from collections.abc import Mapping
from functools import cache

from transforms.world.words import read_table

OTHER_CODES = {"uk": "GB"}


def find_country_of(domain: str | None) -> str | None:
    """The country of a country's top-level domain, unless the world uses it: .de is Germany,
    .london Britain, .io is nowhere. A code of ISO 3166-1.
    """
    ending = domain.rpartition(".")[2] if domain else ""
    listed = _countries().get(ending)
    if listed is not None:
        return listed or None
    return spell_country(ending) if len(ending) == 2 and ending.isascii() else None


def spell_country(code: str) -> str:
    """A code as ISO spells it: "uk" is GB."""
    return OTHER_CODES.get(code.casefold(), code.upper())


@cache
def _countries() -> Mapping[str, str]:
    return dict(read_table("domain_endings.tsv"))
