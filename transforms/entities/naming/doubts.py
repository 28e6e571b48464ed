"""What a text that reports names by one word, and the words round it, in; those of which nothing
tells that they are somebody, a body or a place out.

What the model takes a capital for by itself is as often a dish, an idea or a brand: "a bag of
Lunitos", "the carter of Lunophobia". One word is a name where a table knows it, a longer name of
the article has it, or something is told of it that is told of such names alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.company import (
    Index,
    index_candidates,
    is_among_people,
    is_among_places,
)
from transforms.entities.naming.kinds import KNOWN_PLACES, is_acronym, is_place_form
from transforms.entities.naming.own_readings import own_readings_of
from transforms.entities.naming.proofs import (
    BODY_SIGNS,
    Kinds,
    Sign,
    find_own_names,
    is_known_place,
    is_well_known,
)
from transforms.entities.naming.signs import (
    KIND_OF_LABEL,
    NO_SURNAMES,
    PERSONAL,
    PLURAL,
    REGIONS,
    SUBJECTS,
    WHERE,
    does,
    find_first,
    find_root,
    has_article,
    has_pronoun,
    is_after_trade,
    is_called_place,
    is_dateline,
    is_home,
    is_inside,
    is_lived_in,
    is_paired,
    is_stage_name,
    is_told,
    is_traded,
    is_who,
    names_a_place,
    read_behind_comma,
    stands_alone,
    text_after,
    text_before,
)
from transforms.entities.naming.teams import tells_of_match
from transforms.entities.naming.things import QUALIFYING
from transforms.entities.naming.trades import is_called_firm
from transforms.grammar.tokens import Token
from transforms.records import Document, EntityKind
from transforms.world.lexicon import CALLED_AFTER_PLACES, ORGANISATION_WORDS, OUTLETS, PERSON_NOUNS
from transforms.world.well_known import FIRST_NAMES
from transforms.world.words import fold, read_words

REIGNS = read_words("reigns")
REACHED = WHERE | {"of", "off", "via"}
EMPLOYING = read_words("employing")
EMPLOYED = PERSON_NOUNS | read_words("members_of_bodies") | read_words("belonging")
PUBLISHED = read_words("published_by_bodies")
REGIONS_OF_NATIONS = read_words("regions_of_nations")
FIRST_WORDS = 2  # of a paragraph, in which the name of who speaks ends
INITIALS = re.compile(r"[A-Z]{2}")
CAMEL = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]*")  # "LuneWorks"
BEFORE_NOUNS = QUALIFYING | {"poss"}


def settle_doubtful(
    kinds: Kinds, mentions: Sequence[Candidate], document: Document
) -> dict[str, EntityKind | None]:
    """The forms of one word of which nothing bears the kind out: bodies, where that is told, else
    None.
    """
    asked: defaultdict[str, list[Candidate]] = defaultdict(list)
    known = find_known(kinds, document)
    for mention in mentions:
        form = mention.form
        if form in kinds and form not in known and not is_long(form):
            asked[form].append(mention)
    index = index_candidates(mentions) if asked else {}
    return (
        find_towns(kinds, mentions, document)
        | find_somebody(kinds, mentions)
        | {
            form: "organisation" if is_signed(BODY_SIGNS, found) else None
            for form, found in asked.items()
            if not is_borne_out(kinds[form], found, index)
        }
    )


def find_towns(
    kinds: Kinds, mentions: Iterable[Candidate], document: Document
) -> dict[str, EntityKind | None]:
    """Towns that the model takes for bodies ("the Benghazi attack"): nothing is told of them that
    is told of bodies, and no match, in which they would be teams.
    """
    towns = {} if tells_of_match(document.text) else list_bodies(kinds, mentions, is_town)
    return {form: "place" for form, found in towns.items() if not is_signed(FIRM_SIGNS, found)}


def find_somebody(kinds: Kinds, mentions: Iterable[Candidate]) -> dict[str, EntityKind | None]:
    """People whom the model takes for bodies ("the deaths of Alton Quill"): nothing is told of them
    that is told of bodies alone.
    """
    asked = list_bodies(kinds, mentions, is_called_as_people)
    return {
        form: "person"
        for form, found in asked.items()
        if not is_signed((has_article, *FIRM_SIGNS), found)
    }


def list_bodies(
    kinds: Kinds, mentions: Iterable[Candidate], is_asked: Callable[[str], bool]
) -> dict[str, list[Candidate]]:
    """The mentions of those forms that are bodies by now and that are asked for."""
    asked: defaultdict[str, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        if kinds.get(mention.form) == "organisation" and is_asked(mention.form):
            asked[mention.form].append(mention)
    return asked


def is_called_as_people(form: str) -> bool:
    """ "Alton Quill": a first name and a word that no body, place or thing ends in."""
    first, _, last = form.partition(" ")
    if first not in FIRST_NAMES or not (last.isalpha() and last.istitle()):
        return False
    return last not in NO_SURNAMES | CALLED_AFTER_PLACES and not is_well_known(form)


def is_town(form: str) -> bool:
    """Whether a table has one word as a place, and none as a body."""
    is_body = is_tabled_body(form) or form in FIRST_NAMES
    return not (is_long(form) or is_body) and is_known_place([form])


def is_long(form: str) -> bool:
    """Whether a form has several words: "Ada Quill", "Jamaat-ul-Quill"; not "Lune-Quill"."""
    return " " in form or form.count("-") > 1


def find_known(kinds: Kinds, document: Document) -> set[str]:
    """The forms that a table knows, that the page calls itself by or spells out, and the words of
    longer names.
    """
    longer = {word for form in kinds if " " in form for word in form.split()}
    own = find_own_names(kinds, document) | own_readings_of(document.text).keys()
    tabled = {form for form in kinds if is_tabled(form, kinds[form])}
    return longer | own | tabled | find_players(kinds, document)


def find_players(kinds: Kinds, document: Document) -> set[str]:
    """The people of a report on a match, who go by one word there."""
    people = {form for form, kind in kinds.items() if kind == "person"}
    return people if tells_of_match(document.text) else set()


def is_tabled(form: str, kind: EntityKind) -> bool:
    """Whether a table has the form as a name of the kind."""
    if kind == "person":
        return form in FIRST_NAMES
    if kind == "place" and INITIALS.fullmatch(form):
        return is_place_form(form)  # "SF" is a kind of novel, too
    if is_place_form(form) or is_known_place([form]) or fold(form) in REGIONS_OF_NATIONS:
        return True  # a town, or its team
    if kind == "place":
        return f"{form}." in KNOWN_PLACES  # "Tex", whose point the sentence has
    return kind == "organisation" and is_tabled_body(form)


def is_tabled_body(form: str) -> bool:
    """ "FedEx", "NPB", "Senate", "the Gulls", and "LuneWorks", as only firms are written."""
    is_known = is_well_known(form) or form in OUTLETS or form in ORGANISATION_WORDS
    is_built = is_acronym(form) or CAMEL.fullmatch(form) is not None
    return is_known or is_built or form in CALLED_AFTER_PLACES


def is_borne_out(kind: EntityKind, mentions: Iterable[Candidate], index: Index) -> bool:
    """Whether a mention bears a sign of the kind, or stands in a list of such names; "Lunos" that
    are many are nobody.
    """
    asked = list(mentions)
    if kind == "person" and all(find_root(mention).tag_ in PLURAL for mention in asked):
        return False
    if kind in LISTED and any(LISTED[kind](mention, index) for mention in asked):
        return True
    return is_signed(SIGNS[kind], asked)


def is_signed(signs: Iterable[Sign], mentions: Sequence[Candidate]) -> bool:
    asked = [mention for mention in mentions if mention.label in KIND_OF_LABEL]
    return any(is_sign(mention) for is_sign in signs for mention in asked)


def rules(candidate: Candidate) -> bool:
    """ "The Quill administration"."""
    root = find_root(candidate)
    return root.dep_ in BEFORE_NOUNS and root.head.lower_ in REIGNS


def employs(candidate: Candidate) -> bool:
    """ "An analyst at Lune", "works for Lune", "the Lune columnist", "Mr. Quill of Lune"."""
    root = find_root(candidate)
    if root.dep_ in BEFORE_NOUNS:
        return root.head.lower_ in EMPLOYED or is_name_of_somebody(root)
    link = root.head
    if root.dep_ != "pobj":
        return False
    return link.lower_ in EMPLOYING and is_employed(link.head)


def owns(candidate: Candidate) -> bool:
    """ "Quill’s plan", where the model sees a person."""
    return candidate.label == "PERSON" and find_root(candidate).dep_ == "poss"


def is_subject(candidate: Candidate) -> bool:
    """ "Quill is known for her plan", where the model sees a person."""
    return candidate.label == "PERSON" and find_root(candidate).dep_ in SUBJECTS


def sends(candidate: Candidate) -> bool:
    """ "A show on Lune", "Lune magazine", "a Lune poll", where the model sees a body."""
    root = find_root(candidate)
    if candidate.label != "ORG":
        return False
    if root.dep_ == "pobj":
        return root.head.lower_ == "on"
    return root.dep_ in BEFORE_NOUNS and root.head.lower_ in PUBLISHED


def is_reached(candidate: Candidate) -> bool:
    """ "The mayor of Orrin", "off Orrin", where the model sees a town."""
    return candidate.label == "GPE" and text_before(candidate).lower() in REACHED


def follows_town(candidate: Candidate) -> bool:
    """ "Orrin, SC"."""
    doc, start = candidate.paragraph.doc, candidate.start
    return text_before(candidate) == "," and doc[start - 2].ent_type_ == "GPE"


def is_region(candidate: Candidate) -> bool:
    """ "The Lune", where the model sees a region."""
    return candidate.label == "LOC" and has_article(candidate) and stands_alone(candidate)


def is_name_of_somebody(owner: Token) -> bool:
    """Whether somebody is named behind the body that he is of: "Lune’s Ada Quill"."""
    return owner.dep_ == "poss" and owner.head.ent_type_ == "PERSON"


def is_employed(token: Token) -> bool:
    """Whether a word is somebody, or what somebody does who has an employer."""
    is_person = token.ent_type_ == "PERSON" or token.lower_ in EMPLOYED
    return is_person or token.lemma_.lower() == "work"


def is_source(candidate: Candidate) -> bool:
    """ "According to Lune's letter", "according to the lobby Lune", "told Lune"."""
    root = find_first(find_root(candidate))
    to = root.head.head if root.dep_ == "poss" else root.head
    is_basis = to.lower_ == "to" and to.head.lower_ == "according"
    return is_basis or text_before(candidate).lower() == "told"


def is_heard(candidate: Candidate) -> bool:
    """ "Quill: so it is", "Quill 00:12"."""
    after = text_after(candidate)
    return after == ":" or (candidate.start < FIRST_WORDS and after[:1].isdigit())


def lies_in_region(candidate: Candidate) -> bool:
    """ "Orrin, Ohio", "Orrin, OH", "Orrin, N.H."."""
    names = read_behind_comma(candidate)
    return not names.isdisjoint(REGIONS | KNOWN_PLACES) or any(map(INITIALS.fullmatch, names))


FIRM_SIGNS = (*BODY_SIGNS, is_called_firm, is_after_trade, is_traded, is_told, employs, is_source)
LISTED: Mapping[EntityKind, Callable[[Candidate, Index], bool]] = {
    "person": is_among_people,
    "place": is_among_places,
}
SIGNS: Mapping[EntityKind, Collection[Sign]] = {
    "person": (
        *PERSONAL,
        is_who,
        has_pronoun,
        is_paired,
        is_stage_name,
        does,
        is_subject,
        owns,
        rules,
        is_source,
        is_heard,
    ),
    "organisation": (
        *BODY_SIGNS,
        is_called_firm,
        is_after_trade,
        is_traded,
        is_told,
        does,
        employs,
        is_source,
        sends,
    ),
    "place": (
        is_called_place,
        names_a_place,
        is_dateline,
        is_home,
        is_lived_in,
        is_inside,
        lies_in_region,
        is_region,
        follows_town,
        is_reached,
    ),
}
