"""The voices of an article in, what each says out: the people whom his words name, and where they
begin.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.meaning.voices import Voice
from transforms.entities.naming.names import Name

Key = tuple[int, int]  # piece and main word of the words that name a speaker

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sayings:
    """quote_ids, named (people in his words), told (people in words of his that stand before him
    without marks) and first (the token of his piece with which they begin): of each speaker without
    a name.
    """

    quote_ids: Mapping[Key, Sequence[str]]
    named: Mapping[Key, frozenset[str]]
    told: Mapping[Key, frozenset[str]]
    first: Mapping[Key, int]

    def list_quotes(self, key: Key) -> Sequence[str]:
        return self.quote_ids.get(key, ())

    def find_named(self, key: Key) -> frozenset[str]:
        return self.named.get(key, NOBODY)

    def find_told(self, key: Key) -> frozenset[str]:
        return self.told.get(key, NOBODY)

    def find_first(self, key: Key) -> int:
        """The token of a speaker, or of what he says before it."""
        return min(key[1], self.first.get(key, key[1]))


def read_sayings(terrain: Terrain, cast: Cast, voices: Sequence[Voice]) -> Sayings:
    """What those say who speak without a name."""
    quote_ids: defaultdict[Key, list[str]] = defaultdict(list)
    for voice in voices:
        if voice.name is None:
            quote_ids[voice.key].append(voice.quote_id)
    named = _list_people(terrain.list_quoted_names(), cast)
    told = _list_people(terrain.list_told_names(), cast)
    begun = terrain.list_quote_starts()
    return Sayings(
        quote_ids,
        {key: _join(named, ids) for key, ids in quote_ids.items()},
        {key: _join(told, ids) for key, ids in quote_ids.items()},
        {key: _find_first(key, ids, begun) for key, ids in quote_ids.items()},
    )


def _list_people(names: Iterable[tuple[str, Name]], cast: Cast) -> Mapping[str, set[str]]:
    """quote_id -> the people among the names in it."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    for quote_id, name in names:
        if name.kind == "person":
            people[quote_id].add(cast.actor_of(name))
    return people


def _join(people: Mapping[str, set[str]], quote_ids: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(people.get(one, NOBODY) for one in quote_ids))


def _find_first(speaker: Key, quote_ids: Sequence[str], begun: Mapping[str, Sequence[Key]]) -> int:
    piece, head = speaker
    own = (start for one in quote_ids for start in begun.get(one, ()))
    return min((token for at, token in own if at == piece), default=head)
