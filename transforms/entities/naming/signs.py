"""A candidate where it stands in, what the words round it say of its kind out: a title, a role, an
age, "in", "aboard".
"""

import re
from collections.abc import Callable, Collection, Iterator

from transforms.entities.naming.candidates import LABELS, Candidate
from transforms.grammar.cues import find_verb_cue
from transforms.grammar.roles import PLACES
from transforms.grammar.tokens import Doc, Token
from transforms.records import EntityKind
from transforms.world.countries import COUNTRY_NAMES, FORMS
from transforms.world.lexicon import (
    CALLED_BODIES,
    COMPANY_HEADS,
    COMPANY_SUFFIXES,
    HEAD_NOUNS,
    NAMED_AFTER_PLACES,
    OUTLETS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACE_OPENERS,
    QUALIFYING_TITLES,
    THING_WORDS,
    TITLES,
    VESSEL_NOUNS,
    VESSEL_PREFIXES,
)
from transforms.world.well_known import FIRST_NAMES, list_places
from transforms.world.words import fold, read_classes, read_table, read_words

AGE = re.compile(r"[1-9]\d|1[01]\d")  # "43" between commas or brackets
WHERE = read_words("where")
# what no person follows, but for a few verbs
INSIDE = read_words("inside")
TRUSTING = read_words("trusting")
TRADED = frozenset({"shares", "stake", "stock", "stocks"})
WORKS_ARE_OF = read_words("works_are_of")  # "author", "episode"
DATED = re.compile(r"\((?:19|20)\d\d\)")
BELONGING = read_words("belonging") | read_words("members_of_bodies")
OF_COMPANIES = read_words("belonging_to_companies")
OF_TOWNS = read_words("belonging_to_towns")
BEING = frozenset({"be", "become"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLURAL = frozenset({"NNS", "NNPS"})
GENDERED = read_classes("genders").keys()
APPOSED = 8  # words after a comma in which the noun of an apposition is looked for
SAME_BREATH = 12  # words after a subject in which "her" is hers

KIND_OF_LABEL: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    **dict.fromkeys(PLACES, "place"),
}
PLAIN = "neutral"  # the class of verbs that only say that something is said
GIVEN_PLACES = read_words("given_places")
# what no person is called behind "Paris"
NO_SURNAMES = HEAD_NOUNS | COMPANY_SUFFIXES | THING_WORDS | FORMS.keys() | NAMED_AFTER_PLACES
# what a body is called right before its name
TRADES = (
    (CALLED_BODIES | read_words("bodies_of_trade") | read_words("by_trade") | {"party"})
    - PERSON_NOUNS
    - read_words("made_things")
)
PARTICLES_OF_PEOPLE = read_words("particles_of_people")
SKY = frozenset({"planet", "moon", "comet", "asteroid"})
MARKS = frozenset({"“", "”", '"', "‘", "’", "``", "''"})
STATES = {state.title() for state in read_words("american_states")}
STATES_FOR_SHORT = {form for row in read_table("places.tsv") if row[0] in STATES for form in row}
REGIONS = COUNTRY_NAMES | STATES | STATES_FOR_SHORT
SETTLEMENTS = frozenset({"town", "village", "hamlet", "suburb"})
LONGEST_PERSON = 4  # words
SMALL_WORDS = read_words("small_words") - read_words("particles")  # not within "van der Quill"
OWNED = frozenset({"his", "her", "the", "their"})  # "her friends told Ada"
MOST_LINKS = 6  # from one of several names to the first
SETTLED = frozenset({"inhabitants", "residents", "towns", "villages"})
LEAD = 3  # pieces of an article within which its dateline stands

Sign = tuple[Callable[[Candidate], bool], EntityKind | None, int]


def read_signs(candidate: Candidate) -> Iterator[tuple[EntityKind | None, int]]:
    """The kind that each sign speaks for, None for what is no person, organisation or place, and
    how many votes it has.
    """
    if candidate.label not in KIND_OF_LABEL:
        return
    is_no_person = has_article(candidate) or not may_be_person(candidate.form)
    for is_sign, kind, votes in SIGNS:
        if not (is_no_person and kind == "person") and is_sign(candidate):
            yield kind, votes


def may_be_person(form: str) -> bool:
    """ "Ada van der Quill"; not "House of Lords", "Republican party", "North Dakota"."""
    words = form.split()
    if len(words) > LONGEST_PERSON or words[0] in PLACE_OPENERS or words[0].lower() == "the":
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and SMALL_WORDS.isdisjoint(words)


def has_title(candidate: Candidate) -> bool:
    """ "Ms Quill"; a title that is also an adjective ("General", "Foreign") says nothing of
    "Iowa".
    """
    before = text_before(candidate)
    return before in TITLES and (candidate.label == "PERSON" or before not in QUALIFYING_TITLES)


def has_role(candidate: Candidate) -> bool:
    """ "harbour master Ada Quill", "the chair of the board, Ada Quill", "Ada Quill, the harbour
    master".
    """
    doc, root = candidate.paragraph.doc, find_root(candidate)
    if not stands_alone(candidate) or (
        text_before(candidate).lower() in INSIDE and candidate.label != "PERSON"
    ):
        return False
    if (
        candidate.start
        and _is_person_noun(doc[candidate.start - 1])
        and (not doc[candidate.start - 1].ent_type_ or doc[candidate.start].text in FIRST_NAMES)
    ):
        return True
    if (
        root.dep_ == "appos"
        and root.head.i < candidate.start
        and any(_is_person_noun(noun) for noun in _nouns_above(root, candidate))
    ):
        return True
    after = (
        doc[candidate.end + 1 : candidate.end + APPOSED]
        if text_after(candidate) in {",", "("}
        else ()
    )
    return any(
        token.dep_ == "appos" and token.head.i == root.i and _is_person_noun(token)
        for token in after
    )


def is_somebody(candidate: Candidate) -> bool:
    """ "Ada Quill is the mayor"."""
    root = find_root(candidate)
    near = (
        candidate.paragraph.doc[candidate.end : candidate.end + APPOSED]
        if root.dep_ == "nsubj" and root.head.lemma_ in BEING
        else ()
    )
    return any(
        token.dep_ == "attr" and token.head.i == root.head.i and token.lower_ in PERSON_NOUNS
        for token in near
    )


def has_age(candidate: Candidate) -> bool:
    """ "Jan Nowak, 43, ", "Jan Nowak (43)", "Jan Nowak, aged 43", "43-year-old Jan Nowak"."""
    words = [token.text for token in candidate.paragraph.doc[candidate.end : candidate.end + 3]]
    if len(words) == 3 and words[0] in {",", "("}:
        if AGE.fullmatch(words[1]) and words[2] in {",", ")", "."}:
            return True
        if words[1] == "aged" and words[2].isdigit():
            return True
    return bool(candidate.start) and is_years_old(candidate.paragraph.doc[candidate.start - 1])


def is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def is_age(token: Token) -> bool:
    return AGE.fullmatch(token.text) is not None


def has_particle(candidate: Candidate) -> bool:
    """ "Botic van de Quill"."""
    return not PARTICLES_OF_PEOPLE.isdisjoint(candidate.form.split()[1:-1])


def is_years_old(token: Token) -> bool:
    """Whether it is the last word of "43-year-old"."""
    return token.lower_ == "old" and token.i > 1 and token.nbor(-2).lower_ == "year"


def is_one_of_them(candidate: Candidate) -> bool:
    """ "Among Lunos": many of a kind, where no other name stands beside it."""
    root = find_root(candidate)
    is_lone = " " not in candidate.form and not any(child.dep_ == "conj" for child in root.rights)
    return is_lone and root.dep_ == "pobj" and root.head.lower_ == "among"


def is_led(candidate: Candidate) -> bool:
    """ "the chief executive of Norplan"."""
    doc, start = candidate.paragraph.doc, candidate.start
    return (
        start > 1
        and doc[start - 1].text == "of"
        and doc[start - 1].head.lower_ in COMPANY_HEADS
        and candidate.label in {"PERSON", "ORG"}
    )


def is_traded(candidate: Candidate) -> bool:
    """ "Shares of Lune", "Lune shares", "Lune's shares", "a stake in Lune"."""
    if candidate.label not in {"PERSON", "ORG"}:
        return False
    root = find_root(candidate)
    link = root.head
    is_of = root.dep_ == "pobj" and link.lower_ in {"of", "in"} and link.head.lower_ in TRADED
    return is_of or (root.dep_ in {"compound", "poss"} and link.lower_ in TRADED)


def is_owned_or_led(candidate: Candidate) -> bool:
    """ "Lune's shareholders", "Lune's chief executive", where the model sees a person."""
    root = find_root(candidate)
    is_before = root.dep_ in {"poss", "compound", "nmod"} and root.head.i > root.i
    return candidate.label == "PERSON" and is_before and root.head.lower_ in OF_COMPANIES


def has_mayor(candidate: Candidate) -> bool:
    """ "Orrin mayor Ada Quill", "Orrin residents", where the model sees a person."""
    is_lone = candidate.label == "PERSON" and " " not in candidate.form
    return is_lone and not has_article(candidate) and text_after(candidate).lower() in OF_TOWNS


def qualifies_thing(candidate: Candidate) -> bool:
    """ "OPD hours", "the OPD register", but not "OPD members"."""
    root = find_root(candidate)
    is_before = root.dep_ in {"compound", "amod", "nmod"} and root.head.i > root.i
    return is_before and root.head.tag_ in {"NN", "NNS"} and root.head.lower_ not in BELONGING


def is_work(candidate: Candidate) -> bool:
    """ "The author of Lune", "an episode of Lune", "Lune Park (1993)"."""
    doc, root = candidate.paragraph.doc, find_root(candidate)
    link = root.head
    if root.dep_ == "pobj" and link.lower_ == "of" and link.head.lower_ in WORKS_ARE_OF:
        return True
    is_somebody = candidate.form.split()[0] in FIRST_NAMES
    return not is_somebody and bool(DATED.match(doc[candidate.end : candidate.end + 3].text))


def is_paired(candidate: Candidate) -> bool:
    """ "Karl" of "Karl and Ada Berg"."""
    doc, end = candidate.paragraph.doc, candidate.end
    if candidate.form not in FIRST_NAMES or text_after(candidate) not in {"and", "&"}:
        return False
    other = doc[end + 1 : end + 3]
    return len(other) == 2 and other[0].text in FIRST_NAMES and is_surname_of(*other)


def is_surname_of(given: Token, word: Token) -> bool:
    """Whether the model takes both words for one person's name."""
    is_person = given.ent_type_ == word.ent_type_ == "PERSON"
    return is_person and word.ent_iob_ == "I" and word.text.istitle()


def is_after_trade(candidate: Candidate) -> bool:
    """ "The shipbuilder Lune Yards", but not "the broadcaster Ada Quill"."""
    is_body = candidate.label in {"PERSON", "ORG"}
    return is_body and candidate.form.split()[0] not in FIRST_NAMES and is_after(candidate, TRADES)


def is_in_marks(candidate: Candidate) -> bool:
    """Whether several words are all that stands in marks, as titles of works do: “The Salt Lune.”"""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    start -= bool(start) and doc[start - 1].lower_ in {"the", "a"}
    end += end < len(doc) and doc[end].text in {".", ","}
    is_enclosed = bool(start) and end < len(doc) and doc[end].text in MARKS
    return candidate.end - candidate.start > 1 and is_enclosed and doc[start - 1].text in MARKS


def is_in_sky(candidate: Candidate) -> bool:
    """ "The planet Lune"."""
    return is_after(candidate, SKY)


def lies_in(candidate: Candidate) -> bool:
    """ "Orrin, Norway", "ORRIN, Ohio", and of two words what a table knows, where the model sees a
    body.
    """
    if candidate.label != "ORG":
        return False
    if " " in candidate.form and fold(candidate.form) not in list_places():
        return False
    return is_before_region(candidate)


def is_before_region(candidate: Candidate) -> bool:
    """ "Orrin, Norway", "ORRIN, N.H."."""
    names = read_behind_comma(candidate)
    return not (names | {name.title() for name in names}).isdisjoint(REGIONS)


def read_behind_comma(candidate: Candidate) -> set[str]:
    """The word, and the two words, behind a name and a comma."""
    doc, behind = candidate.paragraph.doc, candidate.end + 1
    if text_after(candidate) != ",":
        return set()
    return {doc[behind : behind + length].text for length in (1, 2)}


def is_after(candidate: Candidate, nouns: Collection[str]) -> bool:
    """Whether the noun right before a name, one of these, says what it is."""
    doc, before = candidate.paragraph.doc, candidate.start - 1
    if before < 0 or doc[before].lower_ not in nouns or doc[before].tag_ != "NN":
        return False
    root = find_root(candidate)
    return root.i in {doc[before].head.i, *(child.i for child in doc[before].rights)}


def is_who(candidate: Candidate) -> bool:
    """ "Ada Quill, who ..."."""
    if KIND_OF_LABEL[candidate.label] == "place" and (
        " " not in candidate.form or text_before(candidate) == ","
    ):
        return False  # "Ada Quill of Madison, Alabama, who"
    words = [token.lower_ for token in candidate.paragraph.doc[candidate.end : candidate.end + 2]]
    return bool({"who", "whose", "whom"} & set(words[1:] if words[:1] == [","] else words[:1]))


def has_pronoun(candidate: Candidate) -> bool:
    """ "Ada Quill packed her bag": no other name stands between a subject of several words and the
    pronoun.
    """
    if candidate.end - candidate.start < 2 or find_root(candidate).dep_ not in SUBJECTS:
        return False
    for token in candidate.paragraph.doc[candidate.end : candidate.end + SAME_BREATH]:
        if token.ent_type_ in LABELS:
            return False
        if token.lower_ in GENDERED:
            return True
    return False


def is_inside(candidate: Candidate) -> bool:
    """ "in Orrin", "across Orrin", but not "faith in Orrin"."""
    doc, before = candidate.paragraph.doc, candidate.start - 1
    return (
        text_before(candidate).lower() in INSIDE and doc[before].head.lemma_.lower() not in TRUSTING
    )


def is_home(candidate: Candidate) -> bool:
    """ "a driver from Orrin", "Karl Berg, 32, of Orrin", "Karl Berg, from Orrin, said"."""
    doc, before = candidate.paragraph.doc, candidate.start - 1
    if before < 2:
        return text_before(candidate) == "from" and doc[before].head.lower_ in PERSON_NOUNS
    if doc[before - 1].text == "," and text_before(candidate) in {"of", "from"}:
        return is_age(doc[before - 2]) if doc[before].text == "of" else is_person(doc[before - 2])
    return text_before(candidate) == "from" and doc[before].head.lower_ in PERSON_NOUNS


def is_told(candidate: Candidate) -> bool:
    """ "A doctor told Lune", "residents told Lune": one word that is no given name is whoever
    reports what people without a name say.
    """
    verb = candidate.paragraph.doc[candidate.start - 1] if candidate.start else None
    if verb is None or verb.lower_ != "told" or candidate.label != "PERSON":
        return False
    is_lone = " " not in candidate.form and candidate.form not in FIRST_NAMES
    return is_lone and any(map(is_anybody, verb.children))


def is_anybody(token: Token) -> bool:
    """Whether a subject is "a doctor" or "residents"."""
    if token.dep_ != "nsubj" or token.tag_ not in {"NN", "NNS"}:
        return False
    before = {child.lower_ for child in token.children}
    return before.isdisjoint(OWNED) and (token.tag_ == "NNS" or not before.isdisjoint({"a", "an"}))


def is_lived_in(candidate: Candidate) -> bool:
    """Whether it is one of those that residents are of: "residents of Orrin, Lune and Quay"."""
    of = find_first(find_root(candidate)).head
    return of.text == "of" and of.head.lower_ in SETTLED


def find_first(name: Token) -> Token:
    """The first of several names joined by "and"."""
    for _ in range(MOST_LINKS):
        if name.dep_ not in {"conj", "appos"}:
            break
        name = name.head
    return name


def is_stage_name(candidate: Candidate) -> bool:
    """ "Ada Quill, better known as Lune"."""
    return find_known_as(candidate) is not None


def find_known_as(candidate: Candidate) -> Token | None:
    """The last word of the person who is known as this, None where nobody is."""
    link = find_root(candidate).head
    known = link.head
    if link.text != "as" or known.text != "known" or text_before(candidate) != "as":
        return None
    is_person = known.dep_ == "acl" and known.head.ent_type_ == "PERSON"
    return known.head if is_person else None


def is_called_place(candidate: Candidate) -> bool:
    """ "the town of Orrin", "County Orrin", "north of Orrin", "the ferry town Orrin"."""
    doc, start = candidate.paragraph.doc, candidate.start
    if text_before(candidate) == "of" and start > 1:
        return doc[start - 2].lower_ in PLACE_NOUNS
    return text_before(candidate) == "County" or is_after(candidate, SETTLEMENTS)


def names_a_place(candidate: Candidate) -> bool:
    """ "the Orrin pass", "the Orrin ferry": what is called after the place that it is, or lies,
    at.
    """
    doc, end = candidate.paragraph.doc, candidate.end
    return (
        has_article(candidate)
        and end < len(doc)
        and doc[end].text in NAMED_AFTER_PLACES
        and not stands_alone(candidate)
    )


def is_dateline(candidate: Candidate) -> bool:
    """ "ORRIN (Wire) - The", "ORRIN, Dec. 3 - The"."""
    doc = candidate.paragraph.doc
    if candidate.start or candidate.piece > LEAD or not candidate.form.isupper():
        return False
    return any(
        token.text in {"-", "–", "—", "--"} for token in doc[candidate.end : candidate.end + 7]
    )


def is_vessel(candidate: Candidate) -> bool:
    """ "the ferry Aurelia", "aboard the Aurelia", "HMS Aurelia"."""
    doc, start = candidate.paragraph.doc, candidate.start
    if text_before(candidate) in VESSEL_PREFIXES or text_before(candidate).lower() in VESSEL_NOUNS:
        return True
    first = start - 1 if text_before(candidate) == "the" else start
    return bool(first) and doc[first - 1].lower_ in {"aboard", "onboard"}


def is_the_one(candidate: Candidate) -> bool:
    """ "the Aurelia" where the model sees a person: people have no article."""
    is_one_word = candidate.end - candidate.start == 1 and stands_alone(candidate)
    return (
        candidate.label == "PERSON"
        and is_one_word
        and has_article(candidate)
        and not is_team(candidate)
    )


def is_team(candidate: Candidate) -> bool:
    """ "the Rovers", where the model sees a person."""
    token = candidate.paragraph.doc[candidate.end - 1]
    return candidate.label == "PERSON" and token.tag_ in PLURAL and has_article(candidate)


def is_where(candidate: Candidate) -> bool:
    """Whether something is, or moves, there: "in Orrin", "to Orrin"."""
    return text_before(candidate).lower() in WHERE


def does(candidate: Candidate) -> bool:
    """Whether it is the subject of a verb."""
    token = candidate.paragraph.doc[candidate.end - 1]
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"


def speaks(candidate: Candidate) -> bool:
    """Whether it says something with a verb that only says so: programs "allow" and "suggest"."""
    if not does(candidate):
        return False
    cue = find_verb_cue(candidate.paragraph.doc[candidate.end - 1].head)
    return cue is not None and cue.cue_class == PLAIN


def is_like_place(form: str) -> bool:
    """ "Paris Quill": the name of a place that is also a given name, and a word that ends the names
    of no bodies or places.
    """
    words = form.split()
    is_two = len(words) == 2 and words[0] in GIVEN_PLACES
    return is_two and words[1].istitle() and words[1] not in NO_SURNAMES


def speaks_as_somebody(candidate: Candidate) -> bool:
    """ "Paris Quill said", "said Paris Quill"."""
    return is_like_place(candidate.form) and speaks(candidate)


def has_article(candidate: Candidate) -> bool:
    return text_before(candidate).lower() == "the"


def is_one_of_many(candidate: Candidate) -> bool:
    """Whether it is somebody of a town, and no paper: "a New Yorker", not "a New Yorker story"."""
    is_paper = candidate.form in OUTLETS and not candidate.form.isupper()
    return is_paper and text_before(candidate).lower() in {"a", "an"} and stands_alone(candidate)


def stands_alone(candidate: Candidate) -> bool:
    """Whether it qualifies no other word, as "Orrin" does in "the Orrin plant"."""
    return candidate.paragraph.doc[candidate.end - 1].dep_ not in {"compound", "amod", "nmod"}


def _nouns_above(root: Token, candidate: Candidate) -> Iterator[Token]:
    """The noun that a name is apposed to; of "the chair of the board, Ada Quill," the chair too,
    unless it may be where the board is.
    """
    noun = root.head
    yield noun
    if (
        noun.dep_ == "pobj"
        and candidate.label == "ORG"
        and " " in candidate.form
        and text_before(candidate) == text_after(candidate) == ","
    ):
        yield noun.head.head


def _is_person_noun(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} and token.lower_ in PERSON_NOUNS


def find_root(candidate: Candidate) -> Token:
    """The word that the others of the name hang on."""
    root = candidate.paragraph.doc[candidate.end - 1]
    for _ in range(candidate.end - candidate.start):
        if not candidate.start <= root.head.i < candidate.end:
            break
        root = root.head
    return root


def text_before(candidate: Candidate) -> str:
    return candidate.paragraph.doc[candidate.start - 1].text if candidate.start else ""


def text_after(candidate: Candidate) -> str:
    doc: Doc = candidate.paragraph.doc
    return doc[candidate.end].text if candidate.end < len(doc) else ""


PERSONAL = (has_title, has_role, is_somebody, has_age)  # what is told of people alone

SIGNS: tuple[Sign, ...] = (
    (has_title, "person", 2),
    (has_role, "person", 2),
    (is_somebody, "person", 2),
    (has_age, "person", 3),
    (has_particle, "person", 2),
    (is_who, "person", 1),
    (has_pronoun, "person", 2),
    (speaks_as_somebody, "person", 2),
    (is_inside, "place", 2),
    (is_home, "place", 2),
    (is_called_place, "place", 3),
    (names_a_place, "place", 3),
    (is_dateline, "place", 3),
    (is_vessel, None, 3),
    (is_the_one, None, 2),
    (is_team, "organisation", 2),
    (is_led, "organisation", 3),
    (is_work, None, 2),
    (is_paired, "person", 3),
    (is_after_trade, "organisation", 3),
    (is_traded, "organisation", 3),
    (is_owned_or_led, "organisation", 3),
    (has_mayor, "place", 3),
    (is_told, "organisation", 2),
    (is_lived_in, "place", 2),
    (is_stage_name, "person", 3),
    (is_in_marks, None, 2),
    (is_in_sky, None, 3),
    (is_one_of_them, None, 3),
    (lies_in, "place", 2),
)
