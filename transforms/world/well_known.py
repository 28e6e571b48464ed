"""Names that everybody knows, as running text spells them: companies, first names, places."""

from functools import cache
from importlib.resources import files

from transforms.world.lexicon import GIVEN_NAMES, KNOWN_ORGANISATIONS
from transforms.world.words import read_table, read_words


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


# One a line: firms that the world's press names without a word of who they are. Left out are those
# whose name a text may also use for something else (Stripe, Puma, Target).
COMPANIES = frozenset(_read("companies.txt").splitlines())
# Of the census of the United States of 1990, in the public domain, less what is also a common word
# or a large town, and of Faker's lists for 31 languages and countries (MIT), less the same and what
# texts write small: with a surname behind they tell a person, alone they tell nothing.
FIRST_NAMES = GIVEN_NAMES | frozenset(
    f"{_read('first_names.txt')} {_read('first_names_abroad.txt')}".split()
)
_WORLD = {form for line in read_table("organisations.tsv") for form in line}
WELL_KNOWN_BODIES = (
    KNOWN_ORGANISATIONS
    | COMPANIES
    | _WORLD
    | {form for _, *line in read_table("acronyms.tsv") for form in line}
)
# with one name in every language: initials are another body's there, but for a few, and a lone word
# a surname, but for those that no rule could join
WORLD_BODIES = (
    {form for form in WELL_KNOWN_BODIES if " " in form}
    | {form for form in _WORLD if not form.isupper()}
    | read_words("initials_everywhere")
)


@cache
def list_places() -> frozenset[str]:
    """The folded names of the places of GeoNames and of the table of other names; read when the
    first is asked for.
    """
    return frozenset(name for line in read_table("geonames.tsv") for name in line[1].split("|"))
