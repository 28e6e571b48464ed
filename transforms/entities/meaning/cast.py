"""The groups and role phrases of an article in, what the article says of each person out: roles,
gender, country.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from transforms.entities.grouping.groups import Group, make_referent_id
from transforms.entities.meaning.roles import RolePhrase
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.beside import Gender, gender_of_words
from transforms.entities.naming.names import Name
from transforms.records import EntityKind
from transforms.world.countries import CAPITALS, FORMS
from transforms.world.lexicon import PERSON_NOUNS, STANDS_FOR
from transforms.world.words import read_words

BELOW = read_words("ranks_below")  # "the deputy mayor" is not the mayor
# persons remembered for a role: more of one article are never weighed against each other
HELD_BY = 8


@dataclass(slots=True)
class Person:
    """roles: (noun, role) -> what it is held in (referents named with it). gender: None where
    neither name nor role tells.
    """

    group: Group
    gender: Gender | None = None
    roles: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def fit(self, phrase: RolePhrase, held_in: set[str]) -> int:
        """How well a role phrase fits: 0 not at all, 1 by a related role, 2 by the same noun, 3 by
        the same noun in the same place.
        """
        if phrase.is_of_unknown or (
            gender_of_words([phrase.noun]) not in {None, self.gender} and self.gender
        ):
            return 0
        return max(
            (fit_role(*role, phrase, held_in, places) for role, places in self.roles.items()),
            default=0,
        )


def fit_role(noun: str, role: str, phrase: RolePhrase, held_in: set[str], places: set[str]) -> int:
    """How well one role that a person is known by fits a phrase. Norland's president is nobody
    whose country is not told.
    """
    if held_in and held_in.isdisjoint(places):
        return 0
    if noun == phrase.noun:
        known, said = set(role.split()), set(phrase.role.split())
        if not (known <= said or said <= known) or known & BELOW != said & BELOW:
            return 0
        return 3 if held_in & places else 2
    two_words = " ".join(role.split()[-2:])
    return int(not STANDS_FOR.get(phrase.noun, frozenset()).isdisjoint([noun, role, two_words]))


class Cast:
    """The persons of one article by referent, and by the roles that they are known by.

    acting: names that speak, or act as governments do; a capital among them stands for its country.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        phrases: Iterable[RolePhrase],
        terrain: Terrain,
        acting: Iterable[Name] = (),
    ) -> None:
        self.article_id = terrain.article_id
        self.group_of: dict[Name, Group] = {name: group for group in groups for name in group.names}
        self.country_of = {
            name: _country_behind(name, terrain.article_id) for name in acting if is_capital(name)
        }
        self.kind_of: dict[str, EntityKind] = {
            group.referent_id: group.kind for group in groups
        } | dict.fromkeys(self.country_of.values(), "place")
        countries = {
            country: FORMS[name.text].country.name for name, country in self.country_of.items()
        }
        self.name_of = countries | {group.referent_id: group.name for group in groups}
        self.persons = {
            group.referent_id: Person(group)
            for group in self.group_of.values()
            if group.kind == "person"
        }
        self.holders: defaultdict[str, list[Person]] = defaultdict(list)
        self.speaks_for: dict[str, Name] = {}
        hints: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
        for name, group in self.group_of.items():
            if group.kind == "person":
                is_surname = group.mention_kind_of(name) == "surname"
                hints[group.referent_id].update(_hints_of_name(name, terrain, is_surname))
        for phrase in phrases:
            if phrase.person:
                self._note_role(phrase)
                hints[self.group_of[phrase.person].referent_id].update(
                    filter(None, [gender_of_words([phrase.noun])])
                )
        for referent, counts in hints.items():
            self.persons[referent].gender = counts.most_common(1)[0][0] if counts else None

    def actor_of(self, name: Name) -> str:
        """The referent that acts under a name here: for "Moscow says" Russia."""
        return self.country_of.get(name) or self.group_of[name].referent_id

    def held_in(self, phrase: RolePhrase) -> set[str]:
        """The referents of the organisations, places and people whose role it is ("Lind's lawyer");
        a capital stands for its country, too.
        """
        named = phrase.owners if phrase.of_person is None else (*phrase.owners, phrase.of_person)
        own = {self.group_of[name].referent_id for name in named}
        return own | {
            _country_behind(name, self.article_id) for name in phrase.owners if is_capital(name)
        }

    def _note_role(self, phrase: RolePhrase) -> None:
        assert phrase.person
        person = self.persons[self.group_of[phrase.person].referent_id]
        person.roles.setdefault((phrase.noun, phrase.role), set()).update(self.held_in(phrase))
        if principal := phrase.find_principal():
            self.speaks_for.setdefault(person.group.referent_id, principal)
        holders = self.holders[phrase.noun]
        if len(holders) < HELD_BY and person not in holders:
            holders.append(person)


def is_capital(name: Name) -> bool:
    return name.kind == "place" and name.text in CAPITALS


def _country_behind(capital: Name, article_id: str) -> str:
    return make_referent_id(article_id, "place", FORMS[capital.text].country.name)


def _hints_of_name(name: Name, terrain: Terrain, is_surname: bool) -> list[Gender]:
    """A given name counts once, and a title before it double: a role less than the given name
    ("Chairman Anna Berg"); a lone surname says nothing, though it may be a man's name ("Scott").
    """
    doc = terrain.pieces[name.piece].doc
    title = gender_of_words([doc[name.start - 1].text]) if name.start else None
    given = None if is_surname else gender_of_words([name.text.split()[0]])
    root = doc[name.start : name.end].root
    title = title or (gender_of_words([root.head.lower_]) if root.dep_ == "appos" else None)
    is_role = bool(name.start) and doc[name.start - 1].lower_ in PERSON_NOUNS
    titles = [title] if is_role and given else [title, title]
    return [hint for hint in (given, *titles) if hint]
