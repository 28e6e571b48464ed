"""The names of an article in, one group for each person, organisation or place that they name
out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from transforms.entities.grouping.bodies import label_bodies
from transforms.entities.grouping.people import drop_honours, label_people
from transforms.entities.grouping.places import label_place
from transforms.entities.grouping.states import find_country_of
from transforms.entities.naming.names import Name, Names
from transforms.keys import make_key
from transforms.records import EntityKind, MentionKind
from transforms.world.countries import FORMS, SHARED_NAMES, find_country
from transforms.world.lexicon import HONOURS
from transforms.world.words import split_words

NICKNAME = re.compile(r"\s[“\"‘'(][^“”\"‘’'()]{1,40}[”\"’')](?=\s)")  # William "Bill" Herrera
INITIAL = re.compile(r"\w\.? ")  # before "Herrera"
SHORT_WORD = 2
STATE_EVIDENCE = {
    "US": "a state of America in this article",
    "CA": "a province of Canada in this article",
}

NOTHING: Mapping[str, str] = MappingProxyType({})


def label_known(names: Sequence[Name]) -> list[str]:
    """A stage name has the label of whom the article tells to be known so."""
    labels = label_people([name.text for name in names], [name.beside for name in names])
    ends = {(name.piece, name.end - 1): label for name, label in zip(names, labels, strict=True)}
    known = {
        label: ends.get((name.piece, name.alias_of), label)
        for name, label in zip(names, labels, strict=True)
        if name.alias_of is not None
    }
    return [known.get(label, label) for label in labels]


LABELLERS: dict[EntityKind, Callable[[Sequence[Name]], list[str]]] = {
    "person": label_known,
    "organisation": lambda names: label_bodies([name.text for name in names]),
    "place": lambda names: [label_place(name.text) for name in names],
}


@dataclass(frozen=True, slots=True)
class Group:
    """The names that one referent goes by. name: its fullest form, or for a country its name in the
    table.
    """

    referent_id: str
    article_id: str
    kind: EntityKind
    name: str
    names: tuple[Name, ...]
    country_code: str | None
    country_evidence: str | None = None

    def mention_kind_of(self, name: Name) -> MentionKind:
        """As the name itself tells, or a surname where the person is named in full elsewhere."""
        words = self.name.split()
        is_surname = (
            self.kind == "person"
            and len(words) > 1
            and name.text.casefold() == words[-1].casefold()
        )
        return "surname" if is_surname else name.mention_kind


def group_names(
    names: Names, states: Mapping[str, str] = NOTHING, readings: Mapping[str, str] = NOTHING
) -> list[Group]:
    """Groups in the order of their first names in the article.

    states: forms of places that mean a state of America, or a town in one, here. readings: acronyms with the words
    that the text gives them.
    """
    members: defaultdict[tuple[EntityKind, str], list[Name]] = defaultdict(list)
    for kind, label_names in LABELLERS.items():
        of_kind = [name for name in names if name.kind == kind]
        labels = label_names(of_kind)
        if kind == "organisation":
            labels = _label_read(of_kind, labels, readings)
        for name, label in zip(of_kind, labels, strict=True):
            members[kind, states.get(name.text, label) if kind == "place" else label].append(name)
    told = frozenset(states.values())
    groups = [
        _make_group(names.article_id, kind, label, tuple(found), told)
        for (kind, label), found in members.items()
    ]
    groups = [
        _as_state(group) if group.name in told else _as_read(group, readings) for group in groups
    ]
    return sorted(groups, key=lambda group: (group.names[0].piece, group.names[0].start))


def _label_read(
    names: Sequence[Name], labels: Sequence[str], readings: Mapping[str, str]
) -> list[str]:
    """An acronym has the label of the words that the text gives it, where it names them: "LVP" of
    "the Norland People's Party (LVP)".
    """
    label_of = {name.text: label for name, label in zip(names, labels, strict=True)}
    return [
        label_of.get(readings.get(name.text, ""), label)
        for name, label in zip(names, labels, strict=True)
    ]


def _as_state(group: Group) -> Group:
    if group.kind != "place":
        return group
    code = find_country_of(group.name)
    return replace(group, country_code=code, country_evidence=STATE_EVIDENCE[code])


def _as_read(group: Group, readings: Mapping[str, str]) -> Group:
    """A body that goes by an acronym only has the name that the text spells out."""
    words = readings.get(group.name) if group.kind == "organisation" else None
    return replace(group, name=words) if words else group


def _make_group(
    article_id: str, kind: EntityKind, label: str, names: tuple[Name, ...], told: frozenset[str]
) -> Group:
    is_given = kind == "place" and (label in FORMS or label in told)
    name = label if is_given else name_group(kind, [name.text for name in names])
    return Group(
        make_referent_id(article_id, kind, label),
        article_id,
        kind,
        name,
        names,
        _find_code(kind, name, names),
    )


def make_referent_id(article_id: str, kind: EntityKind, label: str) -> str:
    """label: as the labellers give it; a country's is its name in the table."""
    return make_key("referent", article_id, kind, label)


def name_group(kind: EntityKind, forms: Sequence[str]) -> str:
    """The fullest form; of a person without nickname and honours, and in ordinary case though the
    page shouts.
    """
    if kind != "person":
        return find_fullest(forms)
    bare = (drop_honours(NICKNAME.sub(" ", form).split(), HONOURS) for form in forms)
    name = find_fullest([" ".join(words) or form for words, form in zip(bare, forms, strict=True)])
    return " ".join(map(unshout, name.split())) if name.isupper() else name


def unshout(word: str) -> str:
    """ "SAVELENKO" -> "Savelenko"; initials stay."""
    return (
        word.title()
        if len(word.strip(".")) > SHORT_WORD
        or (any(vowel in word for vowel in "AEIOUY") and "." not in word)
        else word
    )


def find_fullest(forms: Sequence[str]) -> str:
    """The form of most words, then one in ordinary case, one whose first word is no initial, the
    most frequent, one with its accents, the longest, the first of the alphabet.
    """
    counts = Counter(" ".join(form.split()) for form in forms)
    return min(
        counts,
        key=lambda form: (
            -len(split_words(form)),
            is_shouted(form) or (form.isupper() and form.title() in counts),
            bool(INITIAL.match(form)),
            -counts[form],
            form.isascii(),
            -len(form),
            form,
        ),
    )


def is_shouted(form: str) -> bool:
    """Several words in capitals."""
    return " " in form and form.isupper()


def _find_code(kind: EntityKind, name: str, names: tuple[Name, ...]) -> str | None:
    """ISO code of a country or of a seat of government. A name that others share needs a second
    form to be sure ("Georgia", "Georgian").
    """
    country = find_country(name)
    if country is None or kind == "person":
        return None
    sure = name not in SHARED_NAMES or len({name.text for name in names}) > 1
    return country.code if sure else None
