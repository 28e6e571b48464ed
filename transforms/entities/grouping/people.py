"""The names of people in an article in, a label for each out: the same label, the same person.

A full name is known by surname, given names and suffix: another given name or another suffix is
another person. Initials and nicknames go with the one name that they may be. What a longer name
ends in is that name ("van den Quill", "Quill"), and so is a lone given name: of the person who was
named in full last, or, before anybody was, first; but "Mr Quill" is no woman, and "his wife, Ada
Quill" does not take "Quill" from her husband.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from transforms.entities.naming.beside import Gender, gender_of_words
from transforms.world.given_names import are_one_given
from transforms.world.lexicon import HONOURS, TITLES
from transforms.world.words import read_spellings, read_words, split_words

SUFFIXES = read_spellings("suffixes")
PARTICLES = read_words("particles")
COMPARED = 64  # full names of one surname in one article that another is compared with
LEAST_HONOURED = 2  # words of a name that an honour stands behind: "Ada Quill MBE"
HONOUR_WORDS = frozenset(word.lower() for word in HONOURS if word.isalpha())
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


def drop_honours(words: list[str], honours: Set[str]) -> list[str]:
    """ "Ada Quill MBE" is Ada Quill."""
    last = len(words)
    while last > LEAST_HONOURED and words[last - 1] in honours:
        last -= 1
    return words[:last]


def _drop_titles(words: list[str]) -> list[str]:
    first = 0
    while first < len(words) - 1 and words[first] in TITLE_WORDS:
        first += 1
    return words[first:]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside a name tell: the gender of its title, whether it is somebody's
    relative.
    """

    gender: Gender | None = None
    is_relative: bool = False


NOTHING = Beside()


def label_people(forms: Sequence[str], beside: Sequence[Beside] = ()) -> list[str]:
    """One label a form; forms in the order of the article, and what stands beside each."""
    split = [split_name(form) for form in forms]
    told = list(zip(split, beside or [NOTHING] * len(split), strict=True))
    register = _Register([(name, words) for name, words in told if len(name.words) > 1])
    return [register.find(name, words.gender) for name, words in told]


def split_name(form: str) -> FullName:
    """Words without titles and honours, and the suffix: "Dr. Ada B. Quill Jr." -> ada b quill,
    jr.
    """
    words = split_words(form)
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), "")
    kept = [word for n, word in enumerate(words) if n == 0 or word not in SUFFIXES]
    named = drop_honours(_drop_titles(kept), HONOUR_WORDS)
    return FullName(tuple(named) or (form,), suffix)


class _Register:
    """The full names of an article, and who was named last for each word or ending of a name."""

    def __init__(self, named: Sequence[tuple[FullName, Beside]]) -> None:
        self.label_of: dict[FullName, str] = {}
        self.bearers: dict[tuple[str, ...], dict[str, None]] = {}
        self.latest: dict[tuple[str, ...], str] = {}
        in_order = list(dict.fromkeys(name for name, _ in named))
        self._enter(
            sorted(
                in_order,
                key=lambda name: (-len(name.words), -len(name.words[0]), name.words, name.suffix),
            )
        )
        self.genders = self._tell_genders(named)
        self.relatives = {self.label_of[name] for name, words in named if words.is_relative}
        for name in in_order:
            for part in parts_of(name):
                self.bearers.setdefault(part, {}).setdefault(self.label_of[name])

    def _enter(self, names: Iterable[FullName]) -> None:
        """Long names first, so that "J. Quill" finds "Jane Quill" and not the other way round."""
        by_surname: defaultdict[str, list[FullName]] = defaultdict(list)
        for name in names:
            known = by_surname[name.words[-1]]
            fits = {self.label_of[other] for other in known[:COMPARED] if may_be_one(name, other)}
            self.label_of[name] = fits.pop() if len(fits) == 1 else name.label
            known.append(name)

    def _tell_genders(self, named: Iterable[tuple[FullName, Beside]]) -> dict[str, Gender]:
        """A title tells, else the given name."""
        by_given, by_title = {}, {}
        for name, words in named:
            label = self.label_of[name]
            if words.gender:
                by_title[label] = words.gender
            if gender := gender_of_words([name.words[0].title()]):
                by_given[label] = gender
        return by_given | by_title

    def find(self, name: FullName, gender: Gender | None = None) -> str:
        """The label of a name at this point of the article."""
        if name in self.label_of:
            return self._remember(name)
        if name.suffix:
            return self._find_by_suffix(name) or name.label
        bearers = self.bearers.get(name.words, {})
        fits = [label for label in bearers if gender in (None, self.genders.get(label, gender))]
        if fits:
            return self._choose(name, fits)
        return f"{gender} {name.label}" if bearers else name.label

    def _choose(self, name: FullName, fits: Sequence[str]) -> str:
        """Of a family its head, else who was named first; else who was named in full last."""
        family = [label for label in fits if f" {label} ".endswith(f" {name.label} ")]
        heads = [label for label in family if label not in self.relatives]
        if family and not heads:
            return family[0]
        latest = self.latest.get(name.words, fits[0])
        return latest if latest in (heads or fits) else (heads or fits)[0]

    def _find_by_suffix(self, name: FullName) -> str | None:
        """ "Quill Jr." is the one with that suffix."""
        fits = {
            label
            for full, label in self.label_of.items()
            if full.suffix == name.suffix and full.words[-1:] == name.words
        }
        return fits.pop() if len(fits) == 1 else None

    def _remember(self, name: FullName) -> str:
        label = self.label_of[name]
        self.latest.update(dict.fromkeys(parts_of(name), label))
        return label


def parts_of(name: FullName) -> list[tuple[str, ...]]:
    """What may stand for a full name: its endings, and the first word."""
    return [*(name.words[first:] for first in range(1, len(name.words))), name.words[:1]]


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
