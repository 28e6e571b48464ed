"""The names of people in an article in, a label for each out: the same label, the same person.

A full name is known by surname and given name, and initials go with the names that they begin. A lone surname or given name is the
person of that name who was named in full last, or, before anybody was, first.
"""

from collections.abc import Callable, Iterable, Sequence

from transforms.world.lexicon import TITLES
from transforms.world.words import read_spellings, split_words

SUFFIXES = read_spellings("suffixes")
TITLE_WORDS = frozenset(word for title in TITLES for word in split_words(title))


def label_people(forms: Sequence[str]) -> list[str]:
    """One label a form; forms in the order of the article."""
    split = [split_name(form) for form in forms]
    register = _Register()
    register.enter(words for words in split if len(words) > 1)
    return [register.find(words) for words in split]


def split_name(form: str) -> tuple[str, ...]:
    """Folded words of a name without titles and suffixes: "Dr. Ada B. Quill Jr." -> ("ada", "b", "quill")."""
    words = [word for word in split_words(form) if word not in SUFFIXES]
    while len(words) > 1 and words[0] in TITLE_WORDS:
        words = words[1:]
    return tuple(words) or (form,)


class _Register:
    """The full names of an article, and who was named last for each single name."""

    def __init__(self) -> None:
        self.by_key: dict[tuple[str, str], str] = {}  # (surname, given name or initial) -> label
        self.first: dict[str, str] = {}
        self.latest: dict[str, str] = {}

    def enter(self, names: Iterable[tuple[str, ...]]) -> None:
        """Long names first, so that "J. Quill" finds "Jane Quill" and not the other way round."""
        in_order = list(names)
        for words in sorted(in_order, key=lambda words: (-len(words), -len(words[0]), words)):
            *given, surname = words
            keys = [(surname, name) for name in given]
            label = next((self.by_key[key] for key in keys if key in self.by_key), " ".join(words))
            for key in [*keys, *((surname, name[0]) for name in given)]:
                self.by_key.setdefault(key, label)
        for words in in_order:
            self._remember(words, self.first.setdefault)

    def find(self, words: tuple[str, ...]) -> str:
        """The label of a name at this point of the article."""
        if len(words) > 1:
            return self._remember(words, self.latest.__setitem__)
        return self.latest.get(words[0]) or self.first.get(words[0]) or words[0]

    def _remember(self, words: tuple[str, ...], note: Callable[[str, str], object]) -> str:
        label = self.by_key[words[-1], words[0]]
        note(words[-1], label)
        note(words[0], label)
        return label
