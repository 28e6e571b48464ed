"""The names of people in an article in, a label for each out: the same label, the same person.

A full name is known by surname, given names and suffix: another given name or another suffix is
another person. Initials and nicknames go with the one name that they may be. What a longer name
ends in is that name ("van den Quill", "Quill"), and so is a lone given name: of the person who was
named in full last, or, before anybody was, first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from transforms.world.given_names import are_one_given
from transforms.world.lexicon import TITLES
from transforms.world.words import read_spellings, read_words, split_words

SUFFIXES = read_spellings("suffixes")
PARTICLES = read_words("particles")
COMPARED = 64  # full names of one surname in one article that another is compared with
TITLE_WORDS = frozenset(word for title in TITLES for word in split_words(title))


@dataclass(frozen=True, slots=True)
class FullName:
    """Folded words of a name. suffix: "jr", "sr", "iii" or nothing."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def label(self) -> str:
        return " ".join((*self.words, self.suffix)) if self.suffix else " ".join(self.words)

    @property
    def given(self) -> tuple[str, ...]:
        """What stands before the surname; particles are no given names, unless nothing else is
        there ("Van Quill").
        """
        return tuple(word for word in self.words[:-1] if word not in PARTICLES) or self.words[:1]


def label_people(forms: Sequence[str]) -> list[str]:
    """One label a form; forms in the order of the article."""
    split = [split_name(form) for form in forms]
    register = _Register(name for name in split if len(name.words) > 1)
    return [register.find(name) for name in split]


def split_name(form: str) -> FullName:
    """Words without titles, and the suffix: "Dr. Ada B. Quill Jr." -> ada b quill, jr."""
    words = split_words(form)
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), "")
    kept = [word for n, word in enumerate(words) if n == 0 or word not in SUFFIXES]
    while len(kept) > 1 and kept[0] in TITLE_WORDS:
        kept = kept[1:]
    return FullName(tuple(kept) or (form,), suffix)


class _Register:
    """The full names of an article, and who was named last for each word or ending of a name."""

    def __init__(self, names: Iterable[FullName]) -> None:
        self.label_of: dict[FullName, str] = {}
        self.first: dict[tuple[str, ...], str] = {}
        self.latest: dict[tuple[str, ...], str] = {}
        in_order = list(dict.fromkeys(names))
        self._enter(
            sorted(
                in_order,
                key=lambda name: (-len(name.words), -len(name.words[0]), name.words, name.suffix),
            )
        )
        for name in in_order:
            self._remember(name, self.first.setdefault)

    def _enter(self, names: Iterable[FullName]) -> None:
        """Long names first, so that "J. Quill" finds "Jane Quill" and not the other way round."""
        by_surname: defaultdict[str, list[FullName]] = defaultdict(list)
        for name in names:
            known = by_surname[name.words[-1]]
            fits = {self.label_of[other] for other in known[:COMPARED] if may_be_one(name, other)}
            self.label_of[name] = fits.pop() if len(fits) == 1 else name.label
            known.append(name)

    def find(self, name: FullName) -> str:
        """The label of a name at this point of the article."""
        if name in self.label_of:
            return self._remember(name, self.latest.__setitem__)
        if name.suffix:
            return self._find_by_suffix(name) or name.label
        return self.latest.get(name.words) or self.first.get(name.words) or name.label

    def _find_by_suffix(self, name: FullName) -> str | None:
        """ "Quill Jr." is the one with that suffix."""
        fits = {
            label
            for full, label in self.label_of.items()
            if full.suffix == name.suffix and full.words[-1:] == name.words
        }
        return fits.pop() if len(fits) == 1 else None

    def _remember(self, name: FullName, note: Callable[[tuple[str, ...], str], object]) -> str:
        label = self.label_of[name]
        for first in range(1, len(name.words)):
            note(name.words[first:], label)
        note(name.words[:1], label)
        return label


def may_be_one(short: FullName, long: FullName) -> bool:
    """Whether two full names of one surname may be one person's; a suffix that only one of them has
    makes them two.
    """
    if short.suffix != long.suffix:
        return False
    if short.words == long.words[-len(short.words) :]:
        return True
    one, other = short.given, long.given
    return are_one_given(one[0], other[0]) and middles_agree(one[1:], other[1:])


def middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """A missing middle name agrees with any; else each of the fewer is one of the others."""
    fewer, more = sorted((one, other), key=len)
    return all(any(are_one_given(word, middle) for middle in more) for word in fewer)
