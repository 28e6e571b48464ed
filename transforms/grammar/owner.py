"""A noun that names words, such as a remark or a report -> whose words they are."""

from transforms.grammar.media import WRITTEN, name_medium
from transforms.grammar.roles import NOMINAL
from transforms.grammar.tokens import Token
from transforms.world.words import read_words

UTTERANCES = read_words("utterances")
MADE_BY = frozenset({"by", "from"})


def find_utterer(noun: Token) -> Token:
    """Whose words a noun names: Berg of "Berg's remarks", the Kremlin of "a statement by the
    Kremlin"; else the noun itself.
    """
    return find_owner(noun, MADE_BY) or noun


def find_owner(noun: Token, links: frozenset[str] = MADE_BY | {"of"}) -> Token | None:
    """Whose words a noun names, None where it names no words or nobody; links: the prepositions
    behind which he may stand.
    """
    if noun.lemma_.lower() not in UTTERANCES:
        return None
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += [
        source
        for child in noun.rights
        if child.lower_ in links
        for source in child.rights
        if source.dep_ == "pobj"
    ]
    return next((owner for owner in owners if owner.pos_ in NOMINAL), None)


def is_words(noun: Token) -> bool:
    """Whether a noun is a writing or an utterance: "a report on the bank, which said"."""
    return name_medium(noun) in WRITTEN or noun.lemma_.lower() in UTTERANCES
