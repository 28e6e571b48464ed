"""A seed and article numbers -> the names of a made-up press: people, bodies and places with a few
that all write of and many hardly any.

The same article for the same number, whichever else are made. Articles of one story share its cast,
in the same week.
"""

import random
from collections.abc import Iterator
from functools import cache

from transforms.keys import make_key
from transforms.records import AliasKind, EntityKind, Referent
from transforms.world.countries import FORMS
from transforms.world.gazetteer import index_names
from transforms.world.lexicon import GIVEN_NAMES

SEED = 14
PEOPLE, BODIES = 300_000, 150_000  # that can be written of; a small press writes of few of them
SURNAMES = 40_000
ARTICLES_A_STORY = 6
STORIES_A_DAY = 200
FIRST_PARTS = "b d f g h k l m n p r s t v z sh ch br st".split()  # noqa: SIM905 - a list of pieces reads best in a line
PARTS = [first + rest for first in FIRST_PARTS for rest in "a e i o u ar en ov in el".split()]  # noqa: SIM905
ROLES = (
    *(
        "president",
        "prime minister",
        "minister",
        "foreign minister",
        "senator",
        "mayor",
        "spokesman",
        "spokeswoman",
    ),
    *(
        "analyst",
        "director",
        "coach",
        "striker",
        "actor",
        "singer",
        "professor",
        "chief executive",
        "lawyer",
        "judge",
    ),
)
BODY_WORDS = (
    "Union",
    "Group",
    "Bank",
    "Council",
    "Institute",
    "Party",
    "Association",
    "Ministry",
    "University",
    "Club",
)
EVERYWHERE = (
    "Foreign Ministry",
    "Health Department",
    "Supreme Court",
    "Parliament",
    "NATO",
    "United Nations",
    "EU",
    "Reuters",
)


def make_article(number: int) -> Iterator[Referent]:
    """The referents of an article: its story's cast, and others of the day."""
    chance = random.Random(f"{SEED} article {number}")  # noqa: S311
    story = random.Random(f"{SEED} story {find_story(number)}")  # noqa: S311
    article_id = make_key("article", number)
    chosen = {
        *(("person", draw(story, PEOPLE)) for _ in range(3)),
        *(("person", draw(chance, PEOPLE)) for _ in range(3)),
        *(("organisation", draw(story, BODIES)) for _ in range(2)),
        *(("organisation", draw(chance, BODIES)) for _ in range(2)),
        *(("place", draw(story, len(list_places()))) for _ in range(2)),
        *(("place", draw(chance, len(list_places()))) for _ in range(3)),
    }
    makers = {"person": make_person, "organisation": make_body, "place": make_place}
    for kind, rank in sorted(chosen):
        yield makers[kind](rank, chance, article_id)


def find_story(number: int) -> int:
    return number // ARTICLES_A_STORY


def find_day(number: int) -> int:
    """Days since the first article."""
    return find_story(number) // STORIES_A_DAY


def draw(chance: random.Random, ranks: int, head: int = 3) -> int:
    """A rank as Zipf and Mandelbrot have it: in inverse proportion to `head` more than itself.

    With 3 the first of 300,000 people is in one article in seven; with 20 the first surname is that
    of .6 % of them.
    """
    return min(int(head * ((1 + ranks / head) ** chance.random() - 1)), ranks - 1)


def make_person(rank: int, chance: random.Random, article_id: str) -> Referent:
    """Mostly with the full name; now and then by an initial, another spelling, or the surname
    alone.
    """
    given, surname, role, country = describe_person(rank)
    how = chance.random()
    name = f"{given} {surname}"
    if how < 0.08:
        name = surname
    elif how < 0.12:
        name = f"{given[0]}. {surname}"
    elif how < 0.17:
        name = f"{given} {chance.choice('ABMR')}. {surname}"
    has_role, has_country = chance.random() < 0.35, chance.random() < 0.2
    said = chance.choice((role, role, f"former {role}", chance.choice(ROLES))) if has_role else None
    return make_referent(
        article_id,
        "person",
        name,
        rank,
        country if has_country else None,
        ((said, "role"),) if said else (),
    )


@cache
def describe_person(rank: int) -> tuple[str, str, str, str]:
    chance = random.Random(f"{SEED} person {rank}")  # noqa: S311
    given = chance.choice(sorted(GIVEN_NAMES)).capitalize()
    return (
        given,
        make_word(draw(chance, SURNAMES, 20)),
        chance.choice(ROLES),
        chance.choice(("US", "GB", "RU", "FR", "DE", "UA", "CN")),
    )


def make_body(rank: int, chance: random.Random, article_id: str) -> Referent:
    """Now and then by its initials, or with them."""
    country = chance.choice(("US", "GB", "RU", "FR")) if chance.random() < 0.15 else None
    if rank < len(EVERYWHERE):
        return make_referent(article_id, "organisation", EVERYWHERE[rank], rank, country)
    words = [make_word(rank), make_word(rank * 7 + 1), BODY_WORDS[rank % len(BODY_WORDS)]]
    letters = "".join(word[0] for word in words)
    how = chance.random()
    forms: tuple[tuple[str, AliasKind], ...] = ((letters, "acronym"),) if 0.05 < how < 0.12 else ()
    return make_referent(
        article_id, "organisation", letters if how < 0.05 else " ".join(words), rank, country, forms
    )


def make_place(rank: int, _: random.Random, article_id: str) -> Referent:
    """Always by its name."""
    return make_referent(article_id, "place", list_places()[rank], rank, None)


@cache
def list_places() -> tuple[str, ...]:
    """Countries, then cities in a mixed order, as they are called."""
    chance = random.Random(SEED)  # noqa: S311
    countries = sorted({found.country.name for found in FORMS.values()})
    cities = sorted(name.title() for name in index_names())
    chance.shuffle(countries)
    chance.shuffle(cities)
    return (*countries, *cities)


@cache
def make_word(rank: int) -> str:
    """An invented name: of two syllables for the commonest, of three for the others."""
    parts = len(PARTS)
    syllables = [
        PARTS[rank % parts],
        PARTS[rank // parts % parts],
        *([PARTS[rank * 31 % parts]] if rank > parts else []),
    ]
    return "".join(syllables).capitalize()


def make_referent(  # noqa: PLR0913 - what an article says of one
    article_id: str,
    kind: EntityKind,
    name: str,
    rank: int,
    country: str | None,
    more: tuple[tuple[str, AliasKind], ...] = (),
) -> Referent:
    forms = ((name, "name", 2), *((form, alias_kind, 1) for form, alias_kind in more))
    words = f"of {country}" if country else None
    return Referent(
        make_key("referent", article_id, kind, rank), article_id, name, kind, forms, country, words
    )
