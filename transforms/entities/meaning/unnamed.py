"""A parsed article and its names in, the people without a name out whom "he" or "she" may mean: "a
woman", "her boss".
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from transforms.entities.meaning.stand_ins import StandIn
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.beside import Gender, gender_of_words
from transforms.entities.naming.names import Name
from transforms.entities.naming.signs import SUBJECTS
from transforms.grammar.tokens import Token
from transforms.world.lexicon import PERSON_NOUNS

NEW = frozenset({"a", "an", "one", "another"})
NEAR = 16  # words to the name behind
BESIDE = frozenset({"appos", "compound"})
SINGULAR, PROPER = "NN", "NNP"
DOERS = frozenset({"PERSON", "ORG"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody who has no name, by the noun that stands for him."""

    piece: int
    head: Token

    @property
    def key(self) -> str:
        """What he goes by among the people of the article."""
        return f"{self.piece} {self.head.i}"

    @property
    def gender(self) -> Gender | None:
        """What the noun tells."""
        word = self.head.lower_
        if word.endswith(("woman", "girl")):
            return "female"
        return "male" if word.endswith(("man", "boy", "guy")) else gender_of_words([word])


def find_unnamed(terrain: Terrain, known: Collection[tuple[int, int]]) -> Iterator[Unnamed]:
    """Each new person who does something, and whatever bears a name that is none of the article's,
    in order. known: piece and main word of those who are
    stand-ins already.
    """
    for piece, paragraph in enumerate(terrain.pieces):
        names = terrain.name_at[piece]
        for token in paragraph.doc:
            if token.dep_ not in SUBJECTS:
                continue
            if (
                (is_new(token) or is_proper(token))
                and not _is_named(token, names)
                and (piece, token.i) not in known
            ):
                yield Unnamed(piece, token)


def _is_named(noun: Token, names: Mapping[int, Name]) -> bool:
    """Whether a name stands at the noun, hangs on it, or follows it as "a spokeswoman for the port,
    Liv Aasen,".
    """
    if noun.i in names or any(child.i in names and child.dep_ in BESIDE for child in noun.children):
        return True
    behind = range(noun.i + 1, min(noun.i + NEAR, noun.head.i))
    apposed = (names.get(at) for at in behind if noun.doc[at - 1].text == ",")
    return any(name is not None and name.kind == "person" for name in apposed)


def is_new(noun: Token) -> bool:
    """ "A woman", "her boss", "Lind's boss"; "the driver" may have been named before."""
    if noun.tag_ != SINGULAR or noun.lower_ not in PERSON_NOUNS:
        return False
    return any(child.lower_ in NEW or child.dep_ == "poss" for child in noun.lefts)


def is_proper(noun: Token) -> bool:
    """ "Zinadora" where the article's names leave it out: whether it is a woman or a shop nobody
    knows, and she may be meant.
    """
    return noun.tag_ == PROPER and noun.ent_type_ in DOERS and noun.text.istitle()


def read_unnamed(one: StandIn, *, is_another: bool) -> Unnamed | None:
    """Who has no name among the stand-ins: "his boss sold it". is_another: he speaks of those whom
    the article names ("the teacher added that Ada Quill was well").
    """
    is_somebody = one.head.tag_ == SINGULAR and one.head.lower_ in PERSON_NOUNS
    does = one.is_speaker or one.head.dep_ in SUBJECTS
    does = does and (is_another or is_new(one.head))
    return Unnamed(one.piece, one.head) if is_somebody and does else None
