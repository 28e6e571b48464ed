"""The name of a place or people in, a label for the place out: "Russian" and "Russia" have one,
"Moscow" has its own.
"""

from transforms.world.countries import FORMS
from transforms.world.words import split_words


def label_place(form: str) -> str:
    """A country by its name in the table, a capital by its first spelling there, anything else by
    its words.
    """
    found = FORMS.get(form)
    if found is None:
        return " ".join(word for word in split_words(form) if word != "the") or form
    return found.main if found.kind == "capital" else found.country.name
