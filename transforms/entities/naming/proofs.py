"""What a text that explains names, and the words round it, in; what is proved to be somebody, a body
or a place out.

Where something happened the model of language is mostly right: people and bodies do it. A guide, a
shop, the notes of a maker are full of capitals for what is made, sold and taught, and it takes them
for bodies, people and towns as they come. There a name is one that a table knows, that is built as
only such a name is, that the page itself bears, or that something tells to be one.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.kinds import KNOWN_PLACES, is_place_form
from transforms.entities.naming.own_readings import own_readings_of
from transforms.entities.naming.signs import (
    KIND_OF_LABEL,
    PERSONAL,
    does,
    find_root,
    has_article,
    has_pronoun,
    is_called_place,
    is_dateline,
    is_inside,
    is_led,
    is_who,
    may_be_person,
    names_a_place,
    speaks,
)
from transforms.entities.naming.things import MADE, QUALIFYING, is_heading
from transforms.entities.naming.trades import is_called_body
from transforms.grammar.telling import REPORTING
from transforms.records import Document, EntityKind
from transforms.world.lexicon import (
    COMPANY_SUFFIXES,
    COMPASS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PLACES_WITH_ARTICLE,
    THING_WORDS,
)
from transforms.world.well_known import COMPANIES, FIRST_NAMES, WELL_KNOWN_BODIES, list_places
from transforms.world.words import fold, read_words

Kinds = Mapping[str, EntityKind]
Sign = Callable[[Candidate], bool]

DEEDS = read_words("deeds_of_bodies")
DONE = read_words("done_by_bodies")
BELONGING = read_words("belonging")
DOUBTFUL_HEADS = read_words("doubtful_heads")
ORDINARY_PLACES = read_words("ordinary_places")
SHARED_PLACES = read_words("shared_places")  # "New York"
OF_PLACES = frozenset({"GPE", "LOC"})
WORKPLACE = frozenset({"at", "for", "of"})
SHORTEST = 6  # letters of a name with which that of a host may begin
FEWEST_LETTERS = 4  # of a company that is known however it is spelt
FOLDED_COMPANIES = frozenset(map(fold, COMPANIES))
SMALL = frozenset({"of", "and", "for", "the"})  # within the name of a body: "to" is of a heading
MOSTLY = 3  # a place that no table knows has one in so many of its mentions within it
JOINING = frozenset({"of", "for"})
SIGN = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"\b\w[\w-]*\.[a-z]{2,}\b")  # "lumora.example"
OWNING = re.compile(r"['’]s\s")  # "Lune’s Best Company"


def prove_kinds(
    kinds: Kinds, candidates: Sequence[Candidate], document: Document
) -> dict[str, EntityKind]:
    """The forms of the kinds that are proved, with the kind that the proof gives."""
    mentions: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        mentions[candidate.form].append(candidate)
    bodies = find_known_bodies(mentions, document)
    asked = (mentions.keys() & kinds.keys()) - _find_longer(mentions, document.text)
    proved: dict[str, EntityKind] = {}
    for form in sorted(asked):
        if form in bodies and not is_place_form(form):
            proved[form] = "organisation"
        elif kind := prove_kind(form, kinds[form], mentions[form], document.text):
            proved[form] = kind
    return proved | _find_parts(proved, kinds)


def prove_kind(
    form: str, kind: EntityKind, mentions: Sequence[Candidate], text: str
) -> EntityKind | None:
    """What the mentions of one form prove, None where it may be a thing."""
    if kind == "place" and is_place_form(form):
        return "place"
    if may_be_somebody(form, text) and _is_told(PERSON_SIGNS, mentions):
        return "person"
    is_person = kind == "person" and is_full_name(form, mentions)
    if _is_told((is_called_body,) if is_person else BODY_SIGNS, mentions):
        return "organisation"
    return kind if BUILT[kind](form, mentions, text) else None


def _is_told(signs: Iterable[Sign], mentions: Sequence[Candidate]) -> bool:
    asked = [mention for mention in mentions if mention.label in KIND_OF_LABEL]
    return any(is_sign(mention) for is_sign in signs for mention in asked)


def find_known_bodies(
    mentions: Mapping[str, Sequence[Candidate]], document: Document
) -> frozenset[str]:
    """The forms that are bodies whatever stands round them; what the page says that an acronym
    means counts more than what it means elsewhere: a body, where it says something.
    """
    readings = own_readings_of(document.text)
    spelt = {
        acronym
        for acronym, words in readings.items()
        if _has_head(words.split()) or any(map(speaks, mentions.get(acronym, ())))
    }
    known = {form for form in mentions if is_well_known(form)} - readings.keys()
    return frozenset(known | spelt | find_own_names(mentions, document))


def is_well_known(form: str) -> bool:
    """ "FedEx", and "Fedex" of those who spell it so; three letters may mean much."""
    if form in WELL_KNOWN_BODIES:
        return True
    return len(form) >= FEWEST_LETTERS and form[0].isupper() and fold(form) in FOLDED_COMPANIES


def _find_longer(mentions: Mapping[str, Sequence[Candidate]], text: str) -> set[str]:
    """The forms that begin with a word of the sentence: "Visit Lune Works" beside "Lune Works Ltd"
    where "Visit" is a verb, or the text has "visit", too.
    """
    behind = {form: form.partition(" ")[2] for form in mentions if " " in form}
    heads = {
        " ".join(words[:n]) for words in map(str.split, mentions) for n in range(1, len(words) + 1)
    }
    return {
        form
        for form, rest in behind.items()
        if rest in heads and all(_opens(mention, text) for mention in mentions[form])
    }


def _opens(mention: Candidate, text: str) -> bool:
    """Whether the first word of a mention has its capital from the sentence that it opens."""
    first = mention.paragraph.doc[mention.start]
    return bool(first.is_sent_start) and (first.tag_ == "VB" or is_common(first.text, text))


def find_own_names(forms: Iterable[str], document: Document) -> set[str]:
    """The forms by which the page calls its own outlet or host: "Lune Works" on luneworks.example."""
    outlet = document.outlet.name if document.outlet else None
    hosts = _split_host(document.url)
    return {form for form in forms if form == outlet or _is_host(form, hosts)}


def find_host(forms: Iterable[str], document: Document) -> set[str]:
    """The forms that are the host of the page, to the letter: "Lune Works" on luneworks.example; no
    word of the text.
    """
    hosts = set(_split_host(document.url))
    told = {form for form in forms if SIGN.sub("", fold(form)) in hosts}
    text = ADDRESS.sub("", document.text)
    return {form for form in find_own_names(told, document) if not is_common(form, text)}


def _split_host(url: str | None) -> list[str]:
    """The parts of the host that may be a name, without the ending."""
    host = (url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    return [part.replace("-", "") for part in host.split(".")[:-1] if part != "www"]


def _is_host(form: str, hosts: Iterable[str]) -> bool:
    """Whether a host is the name, or begins with it: "Lune Works" on luneworksschool.example."""
    squeezed = SIGN.sub("", fold(form))
    if (
        form.split(maxsplit=1)[0] in FIRST_NAMES
        or is_place_form(form)
        or fold(form) in list_places()
    ):
        return False
    is_long = len(squeezed) >= SHORTEST
    return any(squeezed == host or (is_long and host.startswith(squeezed)) for host in hosts)


def _find_head(words: Sequence[str]) -> str:
    """The word that the others hang on: "Society" of "Lune Society for Lamps"."""
    joins = (at for at, word in enumerate(words) if at and word in JOINING)
    return words[next(joins, len(words)) - 1]


def _has_head(words: Sequence[str]) -> bool:
    """Whether words are the name of a body by the one that the others hang on."""
    head = _find_head(words)
    is_head = head in ORGANISATION_WORDS or head in COMPANY_SUFFIXES
    return is_head and head not in DOUBTFUL_HEADS


def _find_parts(proved: Kinds, kinds: Kinds) -> dict[str, EntityKind]:
    """Surnames and given names of people whose full name is proved."""
    full = [form.split() for form, kind in proved.items() if kind == "person" and " " in form]
    parts = {part for words in full for part in (words[0], words[-1])}
    return {form: "person" for form in parts & kinds.keys() if kinds[form] == "person"}


def is_named_person(form: str, mentions: Sequence[Candidate], text: str) -> bool:
    is_full = is_full_name(form, mentions) and not is_common(form, text)
    return is_full or is_lone_name(form, mentions)


def is_full_name(form: str, mentions: Sequence[Candidate]) -> bool:
    """ "Ada van der Quill": a first name that lists know, before capitals that no thing has."""
    words = form.split()
    if not len(words) > 1 or words[0] not in FIRST_NAMES or not may_be_person(form):
        return False
    is_plain = all(word.replace("-", "").strip(".’'").isalpha() for word in words)
    return (
        is_plain
        and not _is_thing(words[-1])
        and any(mention.label == "PERSON" for mention in mentions)
    )


def may_be_somebody(form: str, text: str) -> bool:
    """Whether a sign of people counts: "the editor Lune" and "Lune is an editor" may be programs, the
    "Sewing Chair" is one of the sewing chairs.
    """
    words = form.split()
    if words[0] in FIRST_NAMES:
        return True
    is_plain = len(words) > 1 and form.istitle() and not _is_thing(words[-1])
    return is_plain and words[-1] not in PLACE_WORDS and not is_common(words[-1], text)


def _is_thing(last: str) -> bool:
    """Whether the last word of a name is that of a thing or a body."""
    is_tabled = any(last in words for words in (THING_WORDS, ORGANISATION_WORDS, COMPANY_SUFFIXES))
    return is_tabled or last.lower() in MADE


def is_lone_name(form: str, mentions: Sequence[Candidate]) -> bool:
    """ "Ada says": a first name alone, of somebody who speaks or is called "she" behind."""
    return form in FIRST_NAMES and any(_is_she(mention) or speaks(mention) for mention in mentions)


def _is_she(candidate: Candidate) -> bool:
    """Whether "she" stands behind the subject in its sentence."""
    token = candidate.paragraph.doc[candidate.end - 1]
    if token.dep_ != "nsubj":
        return False
    behind = token.doc[candidate.end : token.sent.end]
    return any(word.lower_ in {"she", "he", "her", "his"} for word in behind)


def acts(candidate: Candidate) -> bool:
    """ "Lune acquired the yard"."""
    verb = candidate.paragraph.doc[candidate.end - 1].head
    return does(candidate) and verb.lemma_.lower() in DEEDS


def has_done(candidate: Candidate) -> bool:
    """ "Certified by Lune"."""
    root = find_root(candidate)
    by = root.head
    return root.dep_ == "pobj" and by.lower_ == "by" and by.head.lemma_.lower() in DONE


def has_members(candidate: Candidate) -> bool:
    """ "The Lune spokesman", "Lune’s team", "an engineer at Lune"."""
    root = find_root(candidate)
    if (root.dep_ in QUALIFYING or root.dep_ == "poss") and root.head.lower_ in BELONGING:
        return True
    link = root.head
    is_there = root.dep_ == "pobj" and link.lower_ in WORKPLACE
    return is_there and link.head.lower_ in BELONGING


def speaks_as_person(candidate: Candidate) -> bool:
    """ "Says Tavish Orrin"."""
    return candidate.label == "PERSON" and speaks(candidate)


def speaks_as_body(candidate: Candidate) -> bool:
    """ "Lune said so"; programs and rules "address" and "note"."""
    verb = candidate.paragraph.doc[candidate.end - 1].head
    return candidate.label == "ORG" and does(candidate) and verb.lemma_.lower() in REPORTING


def is_place(form: str, mentions: Sequence[Candidate], text: str) -> bool:
    """Whether a table knows the place, its last word is that of places, something is called after
    it, or is in it.
    """
    if is_place_form(form) or _is_told(PLACE_SIGNS, mentions):
        return True
    in_places = [mention for mention in mentions if mention.label in OF_PLACES]
    if in_places and is_known_place(form.split()):
        return True
    inside = sum(map(is_inside, in_places))
    is_told = is_built_as_place(form, mentions) or MOSTLY * inside >= len(mentions)
    return is_told and not is_common(form, text)


def is_built_as_place(form: str, mentions: Sequence[Candidate]) -> bool:
    """ "Lune Island"."""
    return (
        " " in form and form.rsplit(maxsplit=1)[-1] in PLACE_WORDS and not is_heading(mentions[0])
    )


def is_known_place(words: Sequence[str]) -> bool:
    """ "Berlin", "Northern California"; not "Price", which is a town, too."""
    core = words[1:] if words[0] in COMPASS and len(words) > 1 else words
    form = " ".join(core)
    folded = fold(form)
    if folded in ORDINARY_PLACES:
        return False
    is_tabled = form in KNOWN_PLACES or form in PLACES_WITH_ARTICLE or folded in SHARED_PLACES
    return is_tabled or folded in list_places()


def is_built_as_body(form: str, mentions: Sequence[Candidate], text: str) -> bool:
    """ "Lune Institute", "Lune Inc.", "the Lune Project", but no heading, and nothing that the text
    writes small, too.
    """
    words = form.split()
    if is_common(form, text) or is_phrase(form) or all(map(is_heading, mentions)):
        return False
    if _has_head(words):
        return len(words) > 1 or any(map(has_article, mentions))
    is_doubtful = len(words) > 1 and _find_head(words) in DOUBTFUL_HEADS
    return is_doubtful and any(map(has_article, mentions))


def is_phrase(form: str) -> bool:
    """ "Lune’s Best Company", "How to Book a Company"."""
    is_worded = any(word.islower() and word not in SMALL for word in form.split())
    return is_worded or OWNING.search(form) is not None


def is_common(form: str, text: str) -> bool:
    """Whether the text has the words without their capitals: "social media"."""
    small = form.lower()
    return small in text and re.search(rf"\b{re.escape(small)}\b", text) is not None


BUILT: Mapping[EntityKind, Callable[[str, Sequence[Candidate], str], bool]] = {
    "person": is_named_person,
    "organisation": is_built_as_body,
    "place": is_place,
}
PERSON_SIGNS: tuple[Sign, ...] = (*PERSONAL, is_who, has_pronoun, speaks_as_person)
PLACE_SIGNS: tuple[Sign, ...] = (is_called_place, names_a_place, is_dateline)
BODY_SIGNS: tuple[Sign, ...] = (is_led, acts, has_done, has_members, is_called_body, speaks_as_body)
