"""A given name in, the class that it shares with its nicknames and spellings out
(`given_names.tsv`).
"""

from transforms.world.words import read_table

CLASS_OF = {form: row[0] for row in read_table("given_names.tsv") for form in row}


def are_one_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: the same, of one class ("bill",
    "william"), or an initial of the other.
    """
    if one == other or CLASS_OF.get(one, one) == CLASS_OF.get(other, other):
        return True
    return one[:1] == other[:1] and 1 in (len(one), len(other))
