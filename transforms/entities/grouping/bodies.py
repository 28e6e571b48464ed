"""The names of organisations in an article in, a label for each out: the same label, the same
organisation.

An acronym goes with the long name whose initials it is; a short form with the one long name that
adds only a general word to it ("Harvard", "Harvard University"), or that is a paper's or a team's
("the Post", "Orrin Post").
"""

from collections.abc import Sequence

from transforms.world.lexicon import CALLED_AFTER_PLACES, ORGANISATION_WORDS
from transforms.world.words import read_words, split_words

SMALL_WORDS = read_words("small_words")
COMPANY_FORMS = read_words("company_forms")
GENERAL_WORDS = frozenset(word for form in ORGANISATION_WORDS for word in split_words(form))
CALLED_SHORT = read_words("papers_for_short") | set(map(str.lower, CALLED_AFTER_PLACES))
OF_A_NATION = read_words("bodies_of_a_nation")  # "Treasury" of "Treasury Department"
CLASHING = "\0"  # the short form of two organisations stands for neither


def label_bodies(forms: Sequence[str]) -> list[str]:
    """One label a form, whatever the order."""
    split = [split_body(form) for form in forms]
    short: dict[str, str] = {}
    for words in sorted({words for words in split if len(words) > 1}):
        for key in _short_forms(words):
            short[key] = (
                " ".join(words) if short.get(key, " ".join(words)) == " ".join(words) else CLASHING
            )
    labels = (" ".join(words) for words in split)
    return [
        found if (found := short.get(label)) and found != CLASHING else label for label in labels
    ]


def split_body(form: str) -> tuple[str, ...]:
    """Folded words without the article and the legal form: "The Harbour Co." -> ("harbour",)."""
    words = [word for word in split_words(form) if word != "the"]
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words.pop()
    return tuple(words) or (form,)


def _short_forms(words: tuple[str, ...]) -> set[str]:
    content = [word for word in words if word not in SMALL_WORDS and word]
    acronyms = {"".join(word[0] for word in content), "".join(word[0] for word in words if word)}
    found = {acronym for acronym in acronyms if len(acronym) > 1}
    shorter = " ".join(words[:-1])
    if words[-1] in GENERAL_WORDS and (words[0] not in GENERAL_WORDS or shorter in OF_A_NATION):
        found.add(shorter)
    return found | {words[-1]} & CALLED_SHORT
