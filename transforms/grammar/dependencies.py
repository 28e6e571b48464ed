"""Word, tag and dependency of a token -> its form as the rules of a model see it: word, tag, and the
dependency where one of their patterns asks for it.

Of "harbour" no pattern asks whether it is a subject; of "it" one does. So a text has half as many
forms as it has words with tag and dependency.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, cast

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

SEEN = ("ORTH", "TAG", "DEP")
UNASKED = "unasked"  # stands for each dependency that no pattern asks for
NAMED = frozenset({"IN", "NOT_IN"})

Form = tuple[int, ...]
Pattern = list[dict[str, Any]]


@dataclass(slots=True)
class Dependencies:
    """asking: finds the tokens of which a pattern may ask for a dependency; names: for which ones,
    by pattern.

    known: for which ones a word with its tag is asked.
    """

    asking: Matcher
    names: dict[int, frozenset[int]]
    unasked: int
    known: dict[Form, frozenset[int]] = field(default_factory=dict)

    def list_forms(self, vocab: Vocab, texts: Sequence[Sequence[Form]]) -> list[list[Form]]:
        """The form of each token of each text, of which word, tag and dependency are given."""
        self.learn(vocab, dict.fromkeys(row[:-1] for rows in texts for row in rows))
        return [list(map(self.see, rows)) for rows in texts]

    def see(self, row: Form) -> Form:
        word = row[:-1]
        return row if row[-1] in self.known[word] else (*word, self.unasked)

    def learn(self, vocab: Vocab, words: Iterable[Form]) -> None:
        """Note which dependencies are asked for of words that are new."""
        new = [word for word in words if word not in self.known]
        if not new:
            return
        self.known.update(dict.fromkeys(new, frozenset()))
        for pattern, place, _ in self.asking(spell(vocab, new), allow_missing=True):
            self.known[new[place]] |= self.names[pattern]


def spell(vocab: Vocab, forms: Sequence[Form]) -> Doc:
    """A Doc of words, their tags and what else is told of them."""
    doc = Doc(vocab, [vocab.strings[form[0]] for form in forms])
    told = np.array([form[1:] for form in forms], dtype=np.uint64)
    return doc.from_array(list(SEEN[1 : len(forms[0])]), cast("Any", told))


def list_patterns(ruler: AttributeRuler) -> list[Pattern]:
    rules = cast("list[dict[str, Any]]", ruler.patterns)
    return [pattern for rule in rules for pattern in rule["patterns"]]


def list_asking(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    """The tokens of patterns that ask for a dependency."""
    return (token for token in chain(*list_patterns(ruler)) if "DEP" in token)


def asks_by_name(ruler: AttributeRuler) -> bool:
    """Whether patterns ask for dependencies by name only."""
    asked = [token["DEP"] for token in list_asking(ruler)]
    return all(isinstance(each, str) or each.keys() <= NAMED for each in asked)


def list_names(asked: str | dict[str, list[str]]) -> list[str]:
    return [asked] if isinstance(asked, str) else list(chain(*asked.values()))


def read_dependencies(ruler: AttributeRuler) -> Dependencies:
    """What the patterns ask for."""
    strings = ruler.vocab.strings
    asking, names = Matcher(ruler.vocab), {}
    for number, token in enumerate(list_asking(ruler)):
        key = strings.add(f"asks {number}")
        names[key] = frozenset(map(strings.add, list_names(token["DEP"])))
        asking.add(key, [[{name: wanted for name, wanted in token.items() if name != "DEP"}]])
    return Dependencies(asking, names, strings.add(UNASKED))
