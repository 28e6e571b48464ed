"""`python -m bench.linking [REFERENTS...]`: prints CPU and memory of linking made-up referents, by how many there are."""

import random
import resource
import sys
import time

from transforms.linking import link
from transforms.records import EntityKind, Referent

SIZES = (10_000, 100_000, 1_000_000)
PARTS = [first + rest for first in "b d f g h k l m n p r s t v z sh ch".split() for rest in "a e i o u ar en ov in".split()]  # noqa: SIM905
GIVEN_COUNT = 2_000
REFERENTS_A_SURNAME = 20
REFERENTS_AN_ARTICLE = 15


def make_referents(count: int) -> list[Referent]:
    """People, bodies and places with invented names; a few surnames are very common, as in life. The same in every run."""
    chance = random.Random(count)  # noqa: S311
    surnames = [make_word(chance, 3) for _ in range(max(1, count // REFERENTS_A_SURNAME))]
    given = ["John", "William", "Bill", "Sergei", "Sergey", *(make_word(chance, 2) for _ in range(GIVEN_COUNT))]
    return [make_referent(number, chance, surnames, given, count) for number in range(count)]


def make_word(chance: random.Random, parts: int) -> str:
    return "".join(chance.choices(PARTS, k=parts)).capitalize()


def make_referent(number: int, chance: random.Random, surnames: list[str], given: list[str], count: int) -> Referent:
    common = int(chance.paretovariate(0.5)) % len(surnames)
    surname, first = chance.choice((surnames[common], chance.choice(surnames))), chance.choice(given)
    kind: EntityKind = chance.choice(("person", "person", "organisation", "place"))
    name = {
        "person": chance.choice((f"{first} {surname}", f"{first[0]}. {surname}", surname, f"{first} {chance.choice('ABC')}. {surname}")),
        "organisation": chance.choice((f"{surname} {first} Union", f"{surname[0]}{first[0]}U")),
        "place": f"{surname}{chance.choice(('ville', 'burg', ''))}",
    }[kind]
    return Referent(f"{number:x}", f"article {number % (count // REFERENTS_AN_ARTICLE + 1)}", name, kind, ((name, "name", 1),))


def main() -> None:
    for count in map(int, sys.argv[1:] or SIZES):
        referents = make_referents(count)
        start = time.process_time()
        linking = link(referents)
        seconds, megabytes = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{count:>9,} referents -> {len(linking.entities):>9,} entities: {seconds:6.1f} s CPU, {megabytes:,} MB at most")  # noqa: T201


if __name__ == "__main__":
    main()
