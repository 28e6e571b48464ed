"""A parsed article and its names in, the phrases that say what somebody is out ("the Russian
leader", "head of the board").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.names import Name
from transforms.entities.naming.signs import SUBJECTS
from transforms.grammar.tokens import Doc, Span, Token
from transforms.world.countries import COUNTRY_NAMES
from transforms.world.lexicon import BODY_NOUNS, ROLE_NOUNS, SPOKESPERSONS
from transforms.world.words import read_labels, read_spellings, read_words

LONG_FORMS = read_spellings("long_forms_of_titles")
MODIFIERS = read_labels("modifiers_of_roles")
JOINING = frozenset({"of", "for", "at", "to"})
FAR = 12  # words that a phrase reaches to either side of its noun
DEFINITE = read_words("definite")
SINGULAR = frozenset({"NN", "NNP"})
UNNAMED_BODIES = BODY_NOUNS | read_words("armed_bodies")
SUBJECTS_IN_ORDER = ("nsubj", "nsubjpass")
BEING = frozenset({"be", "become", "remain"})
SERVING = frozenset({"serve", "act", "continue"})
APPOINTING = frozenset({"appoint", "elect", "name", "re-elect"})


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """noun: the role's last word, folded to lower case; role: it with the words that make it
    ("deputy foreign minister").

    person: whose role it is, where the grammar says so. of: what it names, organisations before
    places, the nearest to the noun first.
    is_definite: "the mayor", "Peru's mayor", "her lawyer", but not "a mayor".
    of_person: who else is named in it ("a spokesman for Prime Minister Ada Quill").
    """

    piece: int
    span: Span
    head: Token
    noun: str
    role: str
    person: Name | None
    of: tuple[Name, ...]
    is_definite: bool
    of_person: Name | None = None

    @property
    def owners(self) -> tuple[Name, ...]:
        """Whose role it is: what is named before the noun, else what follows it ("Norland's envoy
        to Peru": Norland).
        """
        return (
            tuple(name for name in self.of if (name.piece, name.start) < (self.piece, self.head.i))
            or self.of
        )

    def find_principal(self) -> Name | None:
        """For whom a spokesperson or press secretary speaks."""
        speaks = self.noun in SPOKESPERSONS or self.role.endswith("press secretary")
        if not speaks:
            return None
        if not self.of:
            return self.of_person
        is_for_body = self.of[0].kind != "place" or self._names_country()
        return self.of[0] if is_for_body else None

    def _names_country(self) -> bool:
        """Whether it is the country that speaks; "the Norlandish military spokesman" is not its."""
        words = self.role.split()[:-1]
        return UNNAMED_BODIES.isdisjoint(words)

    @property
    def tells_whose(self) -> bool:
        """Whether something with a name has the role, or somebody: no bare "the mayor"."""
        return bool(self.owners) or self.of_person is not None or self.is_of_unknown

    @property
    def is_of_unknown(self) -> bool:
        """Whether it is the role of something with a name that is not known as a body or place:
        "the mayor of Plimsey".
        """
        after = self.span.doc[self.head.i + 1 : self.span.end]
        return (
            not self.owners
            and len(after) > 1
            and after[0].text == "of"
            and after[-1].pos_ == "PROPN"
        )


def find_roles(terrain: Terrain) -> Iterator[RolePhrase]:
    """The role phrases of an article in order."""
    for piece, paragraph in enumerate(terrain.pieces):
        for token in paragraph.doc:
            names = terrain.name_at[piece]
            is_noun = token.lower_ in ROLE_NOUNS and token.tag_ in SINGULAR
            if (is_noun or _is_short_title(token, names)) and token.i not in names:
                yield read_role(piece, token, names)


def _is_short_title(token: Token, names: dict[int, Name]) -> bool:
    """ "Gov." of "Norland Gov. Ada Quill"."""
    name = names.get(token.i + 1)
    return token.lower_.rstrip(".") in LONG_FORMS and name is not None and name.kind == "person"


def read_role(piece: int, head: Token, names: dict[int, Name]) -> RolePhrase:
    """The phrase round a role noun."""
    doc = head.doc
    start, end = _first_of(head), _end_of(head)
    own = [
        doc[i]
        for i in range(start, head.i)
        if i not in names and doc[i].pos_ in {"ADJ", "NOUN", "PROPN"}
    ]
    tail = (
        []
        if any(i in names for i in range(head.i + 1, end))
        else [doc[i] for i in range(head.i + 1, end)]
    )
    person = _find_person(head, end, names)
    named = {names[i] for i in range(start, end) if i in names} | _find_home(person, doc, names)
    named |= _find_body_before(start, names)
    nearest = sorted(named, key=lambda name: (abs(name.start - head.i), name.start))
    return RolePhrase(
        piece=piece,
        span=doc[start:end],
        head=head,
        noun=_name_role(head),
        role=" ".join(_name_role(token) for token in [*own, head, *tail]),
        person=person,
        of=tuple(
            sorted(
                (name for name in nearest if name.kind != "person"),
                key=lambda name: name.kind != "organisation",
            )
        ),
        is_definite=_is_definite(doc[start:end], head),
        of_person=_find_other(nearest, person),
    )


def _name_role(word: Token) -> str:
    """ "Governor" of "Gov."."""
    return LONG_FORMS.get(word.lower_.rstrip("."), word.lower_)


def _find_body_before(start: int, names: dict[int, Name]) -> set[Name]:
    """The body whose name ends right before a phrase: "(Ministry of Ports) spokesman"."""
    body = names.get(start - 1)
    is_owner = body is not None and body.kind == "organisation" and body.end == start
    return {body} if body is not None and is_owner else set()


def _find_other(names: Iterable[Name], own: Name | None) -> Name | None:
    return next((name for name in names if name.kind == "person" and name != own), None)


def _find_home(person: Name | None, doc: Doc, names: dict[int, Name]) -> set[Name]:
    """What follows a titled name: the country or body of "President Ada Quill of Norway"; a town
    may be where she lives.
    """
    if person is None or doc[person.end : person.end + 1].text != "of":
        return set()
    at = person.end + 1
    home = names.get(at + 1 if doc[at : at + 1].text == "the" else at)
    is_owner = home and (home.kind == "organisation" or home.text in COUNTRY_NAMES)
    return {home} if home and is_owner else set()


def _first_of(head: Token) -> int:
    """Back over the words that qualify the noun, the article or owner included."""
    doc, at = head.doc, head.i
    for token in reversed(doc[max(0, head.i - FAR) : head.i]):
        if token.dep_ == "det" or token.tag_ == "PRP$":
            return token.i
        if token.dep_ not in MODIFIERS and not (token.text == "-" and at > 1):
            break
        at = token.i
    return at


def _end_of(head: Token) -> int:
    """Past "of the Security Council", no further than the object of the preposition and one more
    "of".
    """
    doc, end = head.doc, head.i + 1
    for _ in range(2):
        if (
            end >= len(doc)
            or doc[end].text not in JOINING
            or doc[end].dep_ != "prep"
            or doc[end].head.i >= end
        ):
            break
        target = next(find_children(doc[end], "pobj"), None)
        if target is None or target.i < end:
            break
        end = target.i + 1
    return end


def _find_person(head: Token, end: int, names: dict[int, Name]) -> Name | None:
    """Whom the phrase is said of: the name that follows or is apposed, or the subject of "is"."""
    if any(child.tag_ == "WP$" for child in head.lefts):
        return None  # "Quill, whose spokesman"
    found = (names.get(i) for i in _list_beside(head, end, names))
    return next(
        (name for name in found if name and name.kind == "person" and head.i != name.start), None
    )


def _list_beside(head: Token, end: int, names: dict[int, Name]) -> Iterable[int]:
    """The tokens where the name of whom a role is said may stand."""
    if verb := find_holding(head):
        return _list_subjects(verb)
    if head.dep_ in {"compound", "appos", "nmod", "amod"}:
        return [end, head.i + 1, head.head.i]
    apposed = (child.i for child in find_children(head, "appos"))
    return [*_after_comma(head.doc, end, names), *apposed]


def find_holding(head: Token) -> Token | None:
    """The verb by which its subject holds a role: "is mayor", "served as mayor", "was named mayor"."""
    verb = head.head
    if head.dep_ == "attr" and verb.lemma_ in BEING:
        return verb
    if head.dep_ == "oprd":
        return verb if is_given_office(verb) else None
    if head.dep_ != "pobj" or verb.lower_ != "as":
        return None
    return verb.head if verb.head.lemma_ in SERVING or is_given_office(verb.head) else None


def is_given_office(verb: Token) -> bool:
    """ "Was appointed", but not "appointed him"."""
    is_passive = any(True for _ in find_children(verb, "auxpass"))
    return verb.lemma_ in APPOINTING and is_passive


def _list_subjects(verb: Token) -> Iterator[int]:
    """Where the subject stands; of a relative clause the noun that it hangs on."""
    for relation in SUBJECTS_IN_ORDER:
        for child in find_children(verb, relation):
            is_who = child.tag_ == "WP" and verb.dep_ == "relcl"
            yield verb.head.i if is_who else child.i


def find_children(token: Token, dependency: str) -> Iterator[Token]:
    """Dependents near a token; spaCy's own list walks through all that a long line hangs on one
    word.
    """
    near = token.doc[max(0, token.i - FAR) : token.i + FAR]
    return (
        other
        for other in near
        if other.dep_ == dependency and other.head.i == token.i and other.i != token.i
    )


def _after_comma(doc: Doc, at: int, names: dict[int, Name]) -> Iterator[int]:
    """The next token, past a comma: "the head of the council, Ada Quill"; not where a sentence
    begins with the name ("According to the mayor, Quill is").
    """
    if doc[at : at + 1].text != ",":
        yield at
        return
    name = names.get(at + 1)
    if name is None or not _opens_clause(doc, name):
        yield at + 1


def _opens_clause(doc: Doc, name: Name) -> bool:
    """Whether a name is the subject of the verb right behind it."""
    return (
        doc[name.start : name.end].root.dep_ in SUBJECTS
        and doc[name.end : name.end + 1].text != ","
    )


def _is_definite(span: Span, head: Token) -> bool:
    first = span[0]
    owned = any(token.tag_ == "POS" for token in takewhile(lambda token: token.i < head.i, span))
    return first.lower_ in DEFINITE or owned or (first.dep_ != "det" and head.tag_ == "NNP")
