"""A tagged and parsed Doc -> the same with part of speech, morphology and lemma of each token, as
the model's own rules give them.

What attribute ruler and lemmatizer say of a token is a function of its form (word, tag,
dependency), and of its neighbours' where a pattern of two tokens may begin ("gon" + "na", "there" +
"is"). A Doc of which all forms are known is looked up; another is read by the rules themselves.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

NAME = "remembered_forms"
RULES = ("attribute_ruler", "lemmatizer")
SEEN = ("ORTH", "TAG", "DEP")
GIVEN = ("POS", "MORPH", "LEMMA")
MOST = 200_000  # forms kept, some 60 MB
LONGEST_PATTERN = 2  # tokens

Form = tuple[int, ...]
NONE: Form = ()


@dataclass(slots=True)
class RememberedForms:
    """rules: the model's own, in order. openings: finds the tokens with which a pattern of two
    tokens may begin.

    opens: whether each form seen is such a token. known: what the rules gave, by form or by form
    among its neighbours.
    """

    rules: tuple[Callable[[Doc], Doc], ...]
    openings: Matcher
    opens: dict[Form, bool] = field(default_factory=dict)
    known: dict[tuple[Form, ...], Form] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        forms = cast("list[Form]", list(map(tuple, doc.to_array(list(SEEN)).tolist())))
        given = (
            [self.known.get(key) for key in self.list_keys(forms)]
            if all(form in self.opens for form in forms)
            else [None]
        )
        if None not in given:
            return doc.from_array(list(GIVEN), cast("Any", np.array(given, dtype=np.uint64)))
        return self.read(doc, forms)

    def list_keys(self, forms: Sequence[Form]) -> Iterator[tuple[Form, ...]]:
        """What the rules look at, for each token: its form, with both neighbours' where a pattern
        may begin there or just before.
        """
        before, opened = NONE, False
        for form, after in zip(forms, (*forms[1:], NONE), strict=True):
            opens = self.opens[form]
            yield (before, form, after) if opens or opened else (form,)
            before, opened = form, opens

    def read(self, doc: Doc, forms: Sequence[Form]) -> Doc:
        """Let the rules read the Doc, and keep what they gave, but where they changed what they
        look at.
        """
        if len(self.known) > MOST:
            self.known.clear()
            self.opens.clear()
        begins = {start for _, start, _ in self.openings(doc, allow_missing=True)}
        self.opens.update((form, place in begins) for place, form in enumerate(forms))
        for rule in self.rules:
            doc = rule(doc)
        for key, form, row in zip(
            self.list_keys(forms), forms, doc.to_array([*SEEN, *GIVEN]).tolist(), strict=True
        ):
            if tuple(row[: len(SEEN)]) == form:
                self.known[key] = tuple(row[len(SEEN) :])
        return doc


def list_openings(ruler: AttributeRuler) -> list[list[dict[str, object]]] | None:
    """The first token of each pattern of two, as a pattern of its own; None where there are longer
    patterns.
    """
    patterns = [
        pattern
        for rule in cast("list[dict[str, Any]]", ruler.patterns)
        for pattern in rule["patterns"]
    ]
    if any(len(pattern) > LONGEST_PATTERN for pattern in patterns):
        return None
    return [pattern[:1] for pattern in patterns if len(pattern) == LONGEST_PATTERN]


@Language.factory(NAME)
def make_remembered_forms(nlp: Language, name: str) -> RememberedForms:  # noqa: ARG001 - spaCy names its parts
    ruler, lemmatizer = (nlp.get_pipe(rule) for rule in RULES)
    assert isinstance(ruler, AttributeRuler)
    openings = Matcher(nlp.vocab)
    openings.add("opening", list_openings(ruler) or [])
    return RememberedForms((ruler, lemmatizer), openings)


def remember_forms(nlp: Language) -> None:
    """Let the pipeline look forms up where its rules allow it: both are there, side by side,
    without patterns of three tokens.
    """
    if RULES not in pairwise(nlp.pipe_names):
        return
    ruler = nlp.get_pipe(RULES[0])
    if isinstance(ruler, AttributeRuler) and list_openings(ruler):
        nlp.add_pipe(NAME, after=RULES[1])
        for rule in RULES:
            nlp.disable_pipe(rule)
