"""The table of countries, nations and regions: a form in, the country that it names and how (name,
demonym, capital, seat) out.
"""

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from transforms.world.words import read_words

FormKind = Literal["name", "demonym", "capital", "seat"]
COLUMNS: tuple[tuple[str, FormKind], ...] = (
    ("other_names", "name"),
    ("demonyms", "demonym"),
    ("capitals", "capital"),
    ("seats", "seat"),
)
SHARED_NAMES = read_words("shared_countries")


@dataclass(frozen=True, slots=True)
class Country:
    """A line of the table. code: ISO 3166-1 alpha-2, None for what ISO does not list (Scotland, the
    West, the Soviet Union).
    """

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class CountryForm:
    """How a form names its country. main: the first form of its kind and country ("Kyiv" for
    "Kiev").
    """

    country: Country
    kind: FormKind
    main: str


def read_forms() -> dict[str, CountryForm]:
    """Every form of the table, as written in running text ("Russian", "the Kremlin" without its
    article).
    """
    text = files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    forms: dict[str, CountryForm] = {}
    for row in csv.DictReader(
        (line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"
    ):
        country = Country(row["name"], row["code"] or None)
        forms.setdefault(country.name, CountryForm(country, "name", country.name))
        for column, kind in COLUMNS:
            spellings = row[column].split("|")
            for form in filter(None, spellings):
                forms.setdefault(form, CountryForm(country, kind, spellings[0]))
    return forms


FORMS = read_forms()
DEMONYMS = frozenset(form for form, found in FORMS.items() if found.kind == "demonym")
SEATS = frozenset(form for form, found in FORMS.items() if found.kind == "seat")
CAPITALS = frozenset(form for form, found in FORMS.items() if found.kind == "capital")
COUNTRY_NAMES = frozenset(form for form, found in FORMS.items() if found.kind == "name")


def find_country(form: str) -> Country | None:
    """The country that a form names or stands for."""
    found = FORMS.get(form)
    return found.country if found else None
