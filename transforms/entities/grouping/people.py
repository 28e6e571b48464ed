"""The names of people in an article in, a label for each out: the same label, the same person.

A full name is known by surname, given names and suffix: another given name or another suffix is
another person. Initials and nicknames go with the one name that they may be. What a longer name
ends in is that name ("van den Quill", "Quill"), and so is a lone given name.

Of several who bear a surname it means the one who went by it first, whoever is named in passing
later; another one only in the sentence behind one that he is the subject of, or behind a title that
he alone has. "Mr Quill" is no woman, and "his wife, Ada Quill" does not take "Quill" from her
husband.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from transforms.entities.naming.beside import NOTHING, Beside, Gender, gender_of_words
from transforms.world.given_names import are_one_given
from transforms.world.lexicon import HONOURS, TITLES
from transforms.world.well_known import FIRST_NAMES
from transforms.world.words import read_spellings, read_words, split_words

SUFFIXES = read_spellings("suffixes")
PARTICLES = read_words("particles")
COMPARED = 64  # full names of one surname in one article that another is compared with
LEAST_HONOURED = 2  # words of a name that an honour stands behind: "Ada Quill MBE"
WITH_TWO_SURNAMES = 3  # words of a name that may hold two
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


def label_people(forms: Sequence[str], beside: Sequence[Beside] = ()) -> list[str]:
    """One label a form; forms in the order of the article, and what stands beside each."""
    split = [split_name(form) for form in forms]
    told = list(zip(split, beside or [NOTHING] * len(split), strict=True))
    full = [one for form, one in zip(forms, told, strict=True) if is_full(form, one[0])]
    register = _Register(full)
    return [register.find(name, words) for name, words in told]


def is_full(form: str, name: FullName) -> bool:
    """Whether there is a given name and a surname: "Ada Quill", not "Jean-Luc" or "Quill-Rook"."""
    return len(name.words) > 1 and " " in form.strip()


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
    """The full names of an article; who was named last for each word or ending of a name, who goes
    by each surname, and who is the subject of the last sentence that has a person as one.
    """

    def __init__(self, named: Sequence[tuple[FullName, Beside]]) -> None:
        self.label_of: dict[FullName, str] = {}
        self.bearers: dict[tuple[str, ...], dict[str, None]] = {}
        self.latest: dict[tuple[str, ...], str] = {}
        self.held: dict[tuple[tuple[str, ...], Gender | None], str] = {}
        self.subject: tuple[str, int] | None = None
        in_order = list(dict.fromkeys(name for name, _ in named))
        self._enter(
            sorted(
                in_order,
                key=lambda name: (-len(name.words), -len(name.words[0]), name.words, name.suffix),
            )
        )
        self.genders = self._tell_genders(named)
        self.titles = self._list_titles(named)
        first = {self.label_of[name]: words for name, words in reversed(named)}
        self.relatives = {label for label, words in first.items() if words.is_relative}
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

    def _list_titles(self, named: Iterable[tuple[FullName, Beside]]) -> dict[str, set[str]]:
        titles: defaultdict[str, set[str]] = defaultdict(set)
        for name, words in named:
            if words.title:
                titles[words.title].add(self.label_of[name])
        return titles

    def find(self, name: FullName, words: Beside) -> str:
        """The label of a name at this point of the article."""
        if name in self.label_of:
            return self._remember(name, words)
        if name.suffix:
            return self._find_by_suffix(name) or name.label
        bearers = self.bearers.get(name.words, {})
        gender = words.gender
        fits = [label for label in bearers if gender in (None, self.genders.get(label, gender))]
        if fits:
            return self._choose(name, fits, words)
        return f"{gender} {name.label}" if bearers else name.label

    def _choose(self, name: FullName, fits: Sequence[str], words: Beside) -> str:
        """Of a lone given name who was named in full last, or, before anybody was, first."""
        family = [label for label in fits if f" {label} ".endswith(f" {name.label} ")]
        if not family:
            latest = self.latest.get(name.words, fits[0])
            return latest if latest in fits else fits[0]
        heads = [label for label in family if label not in self.relatives] or family[:1]
        told = self._find_titled(family, words) or self._find_just_told(heads, words)
        label = told or self._find_holder(name, heads, words)
        self.held.setdefault((name.words, words.gender), label)
        return self._note_subject(label, words)

    def _find_titled(self, family: Sequence[str], words: Beside) -> str | None:
        """The only one who has the title."""
        titled = self.titles.get(words.title or "", set()) & set(family)
        return titled.pop() if len(titled) == 1 else None

    def _find_just_told(self, heads: Sequence[str], words: Beside) -> str | None:
        """The subject of the sentence right before that of which the surname is the subject."""
        label, sentence = self.subject or ("", -1)
        is_next = words.subject_of is not None and words.subject_of - sentence in (0, 1)
        return label if is_next and label in heads else None

    def _find_holder(self, name: FullName, heads: Sequence[str], words: Beside) -> str:
        """Who goes by the surname: whom it meant first, the one named in full last before that."""
        known = (self.held.get((name.words, words.gender)), self.latest.get(name.words))
        return next((label for label in known if label and label in heads), heads[0])

    def _find_by_suffix(self, name: FullName) -> str | None:
        """ "Quill Jr." is the one with that suffix."""
        fits = {
            label
            for full, label in self.label_of.items()
            if full.suffix == name.suffix and full.words[-1:] == name.words
        }
        return fits.pop() if len(fits) == 1 else None

    def _remember(self, name: FullName, words: Beside) -> str:
        label = self.label_of[name]
        self.latest.update(dict.fromkeys(parts_of(name), label))
        return self._note_subject(label, words)

    def _note_subject(self, label: str, words: Beside) -> str:
        if words.subject_of is not None:
            self.subject = (label, words.subject_of)
        return label


def parts_of(name: FullName) -> list[tuple[str, ...]]:
    """What may stand for a full name: its endings, the first word or two ("Jean-Luc"), and of
    "Carlos Manuel Sada Quill" the first of two surnames.
    """
    ends = [name.words[first:] for first in range(1, len(name.words))]
    *_, before, _ = ("", *name.words)
    has_two = len(name.words) >= WITH_TWO_SURNAMES and before not in PARTICLES
    is_surname = has_two and len(before) > 1 and before.title() not in FIRST_NAMES
    return [*ends, name.words[:1], name.words[:2], *([(before,)] if is_surname else [])]


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
