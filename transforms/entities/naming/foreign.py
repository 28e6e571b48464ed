"""The names of an article in, those acronyms out that a table knows as a body of a country of which
the article says nothing: the "ANC" of a hospital is no party.
"""

from collections.abc import Iterable

from transforms.records import Document
from transforms.world.countries import FORMS
from transforms.world.words import read_table, read_words

SHARED = read_words("shared_acronyms")
SEATS = {
    form: code for code, *forms in read_table("acronyms.tsv") for form in forms if form in SHARED
}
SPELT = {form: forms for _, *forms in read_table("acronyms.tsv") for form in forms}


def find_foreign_acronyms(
    acronyms: Iterable[str], forms: Iterable[str], document: Document
) -> set[str]:
    """Those that mean other things as well, and whose body or country no form of the article
    names.
    """
    asked = SEATS.keys() & acronyms
    if not asked:
        return set()
    named = set(forms)
    nations = {FORMS[form].country.code for form in named & FORMS.keys()}
    if document.outlet:
        nations.add(document.outlet.country_code)
    return {
        form
        for form in asked
        if SEATS[form] not in nations and named.isdisjoint(set(SPELT[form]) - {form})
    }
