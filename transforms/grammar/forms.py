"""A tagged and parsed Doc -> the same with part of speech, morphology and lemma of each token, as
the model's own rules give them.

What attribute ruler and lemmatizer say of a token is a function of its form (word, tag,
dependency where a pattern asks for it), and of its neighbours' where a pattern of two tokens may begin ("gon" + "na", "there" +
"is"). So it is looked up; the rules read only what they have not seen before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.grammar.cues import CUES, PARTS
from transforms.grammar.dependencies import (
    SEEN,
    Dependencies,
    Form,
    Pattern,
    asks_by_name,
    list_patterns,
    read_dependencies,
    spell,
)
from transforms.grammar.rows import Row, list_numbers, list_rows, make_row, read_rows

NAME = "remembered_forms"
RULES = ("attribute_ruler", "lemmatizer")
GIVEN = ("POS", "MORPH", "LEMMA")
MOST = 200_000  # forms kept, some 60 MB
LONGEST_PATTERN = 2  # tokens
LEMMAS = "lemma_index"  # the lemmatizer's table of them, by part of speech

NONE: Form = ()
NOTHING: Row = b""  # the row of no numbers


@dataclass(slots=True)
class RememberedForms:
    """rules: the model's own, in order. openings: finds the tokens with which a pattern of two
    tokens may begin. dependencies: tells which of them the rules ask for.

    opens: whether each form seen is such a token. known: what the rules gave, by form or by form
    among its neighbours; nothing where they changed what they look at. alone: the same by the row of
    word, tag and dependency, of what is never seen among its neighbours.
    """

    rules: tuple[Callable[[Doc], Doc], ...]
    openings: Matcher
    dependencies: Dependencies
    opens: dict[Form, bool] = field(default_factory=dict)
    known: dict[tuple[Form, ...], Form] = field(default_factory=dict)
    alone: dict[Row, Row] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Read Docs; what is new in some of them is learnt at once."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            yield from self.read_all(batch)

    def read_all(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        self.make_room()
        texts = [list_rows(doc, SEEN) for doc in docs]
        given = [[self.alone.get(row, NOTHING) for row in rows] for rows in texts]
        new = [place for place, told in enumerate(given) if NOTHING in told]
        asked = self.look_up(docs[0].vocab, [texts[place] for place in new])
        for place, told in zip(new, asked, strict=True):
            given[place] = told
        return map(self.tell, docs, given)

    def look_up(self, vocab: Vocab, texts: Sequence[Sequence[Row]]) -> list[list[Row]]:
        """What is given for each token of each text, once what is new in them is learnt."""
        forms = self.dependencies.list_forms(vocab, list(map(list_numbers, texts)))
        self.learn_openings(vocab, chain(*forms))
        keys = [list(self.list_keys(each)) for each in forms]
        self.learn(vocab, chain(*keys))
        given = [[make_row(self.known[key]) for key in each] for each in keys]
        self.alone.update(
            (row, told)
            for row, key, told in zip(chain(*texts), chain(*keys), chain(*given), strict=True)
            if len(key) == 1 and told
        )
        return given

    def tell(self, doc: Doc, given: Sequence[Row]) -> Doc:
        """The Doc with what is given for its tokens."""
        if not given or NOTHING in given:
            return self.read(doc)
        return doc.from_array(list(GIVEN), cast("Any", read_rows(given)))

    def make_room(self) -> None:
        """Forget all forms where they are too many."""
        if len(self.known) > MOST:
            for kept in (self.known, self.opens, self.alone, self.dependencies.known):
                kept.clear()

    def list_keys(self, forms: Sequence[Form]) -> Iterator[tuple[Form, ...]]:
        """What the rules look at, for each token: its form, with both neighbours' where a pattern
        may begin there or just before.
        """
        before, opened = NONE, False
        for form, after in zip(forms, (*forms[1:], NONE), strict=False):
            opens = self.opens[form]
            yield (before, form, after) if opens or opened else (form,)
            before, opened = form, opens

    def learn_openings(self, vocab: Vocab, forms: Iterable[Form]) -> None:
        """Note of which forms that are new a pattern may begin with."""
        new = [form for form in dict.fromkeys(forms) if form not in self.opens]
        if new:
            begins = {start for _, start, _ in self.openings(spell(vocab, new), allow_missing=True)}
            self.opens.update((form, place in begins) for place, form in enumerate(new))

    def learn(self, vocab: Vocab, keys: Iterable[tuple[Form, ...]]) -> None:
        """Let the rules read what is new: at once the forms of which they see no neighbour, each
        other one between its neighbours.
        """
        new = [key for key in dict.fromkeys(keys) if key not in self.known]
        alone = [key[0] for key in new if len(key) == 1]
        self.known.update(zip(zip(alone), self.ask(vocab, alone), strict=True))
        self.known.update((key, self.ask_among(vocab, *key)) for key in new if len(key) > 1)

    def ask_among(self, vocab: Vocab, before: Form, form: Form, after: Form) -> Form:
        """What the rules give for a form between two others, or at an end of the text."""
        rows = self.ask(vocab, [each for each in (before, form, after) if each])
        return rows[1 if before else 0]

    def ask(self, vocab: Vocab, forms: Sequence[Form]) -> list[Form]:
        """What the rules give for each of some forms side by side."""
        if not forms:
            return []
        rows = map(tuple, self.read(spell(vocab, forms)).to_array([*SEEN, *GIVEN]).tolist())
        return [
            row[len(SEEN) :] if row[: len(SEEN)] == form else NONE
            for form, row in zip(forms, rows, strict=True)
        ]

    def read(self, doc: Doc) -> Doc:
        """Let the rules read a Doc."""
        for rule in self.rules:
            doc = rule(doc)
        return doc


def list_openings(ruler: AttributeRuler) -> list[Pattern] | None:
    """The first token of each pattern of two, as a pattern of its own; None where there are longer
    patterns.
    """
    patterns = list_patterns(ruler)
    if any(len(pattern) > LONGEST_PATTERN for pattern in patterns):
        return None
    return [pattern[:1] for pattern in patterns if len(pattern) == LONGEST_PATTERN]


def index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Let the lemmatizer look the lemmas of a part of speech up, rather than read its list through:
    .3 ms a form. Words that report speech are known as well, so that "retweeted" is no form of
    "retweete".
    """
    if not lemmatizer.lookups.has_table(LEMMAS):
        return
    lemmas = lemmatizer.lookups.get_table(LEMMAS)
    lemmas.update({part: frozenset(known) for part, known in lemmas.items()})
    for part in PARTS.values():
        cues = (lemma for cue_part, lemma in CUES if cue_part == part)
        lemmas[part] = lemmas[part].union(cues)


@Language.factory(NAME)
def make_remembered_forms(nlp: Language, name: str) -> RememberedForms:  # noqa: ARG001 - spaCy names its parts
    ruler, lemmatizer = (nlp.get_pipe(rule) for rule in RULES)
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    index_lemmas(lemmatizer)
    openings = Matcher(nlp.vocab)
    openings.add("opening", list_openings(ruler) or [])
    return RememberedForms((ruler, lemmatizer), openings, read_dependencies(ruler))


def remember_forms(nlp: Language) -> None:
    """Let the pipeline look forms up where its rules allow it: both are there, side by side,
    without patterns of three tokens, nor any that asks for a dependency but by name.
    """
    if RULES not in pairwise(nlp.pipe_names):
        return
    ruler = nlp.get_pipe(RULES[0])
    assert isinstance(ruler, AttributeRuler)
    if list_openings(ruler) and asks_by_name(ruler):
        nlp.add_pipe(NAME, after=RULES[1])
        for rule in RULES:
            nlp.disable_pipe(rule)
