"""The candidates of an article in, the same out where those of people begin as their names do: "AG
Quill" beside "Ada Quill" is Quill.

Of "Hosting Quill was hard" beside "Ada Quill" the model makes "Hosting Quill", of a slogan "Fascist
Quill" and "Citizens for Quill" people of their own; and of "Iris Quill said" it may see but the
last word, though it sees "Iris Quill" elsewhere.
"""

from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from transforms.entities.naming.candidates import Candidate, form_of
from transforms.entities.naming.people_spans import PARTICLES, is_title
from transforms.grammar.parse import Parse
from transforms.grammar.tokens import Token
from transforms.world.lexicon import TITLES
from transforms.world.well_known import FIRST_NAMES

OPENING = ("VB", "IN", "RB", "JJ")  # tags of what the name of nobody begins with
STARTING = frozenset({"first", "then", "next", "now"})  # whatever the model takes them for
GERUND = "ing"
MODAL = "MD"
LEAST_FULL = 2  # words of a name in full

PEOPLE = frozenset({"PERSON", "ORG"})  # what the model takes people for


@dataclass(frozen=True, slots=True)
class Known:
    """What an article tells of names. full: those that begin with a given name; surnames: their last
    words. words: what the text writes small.
    """

    full: Set[str]
    surnames: Set[str]
    words: Set[str]


def mend_openings(candidates: Sequence[Candidate], parse: Parse) -> list[Candidate]:
    """In the same order."""
    surnames = find_surnames(candidates)
    known = read_known(candidates, parse)
    cut = [cut_opener(cut_words(candidate, known), surnames) for candidate in candidates]
    names = {candidate.form for candidate in cut if candidate.label == "PERSON"}
    return complete_all(cut, names)


def complete_all(candidates: Iterable[Candidate], names: Container[str]) -> list[Candidate]:
    """Never overlapping: "Iris" that is marked apart goes into "Iris Quill", and where a longer
    name ends right before "Quill" both stay as they are.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        whole = complete(candidate, names)
        if whole is candidate or not ends_at(kept, candidate):
            kept.append(whole)
        elif kept[-1].start == whole.start:
            kept[-1] = whole
        else:
            kept.append(candidate)
    return kept


def ends_at(kept: Sequence[Candidate], candidate: Candidate) -> bool:
    """Whether the name before ends right where one begins."""
    return bool(kept) and (kept[-1].piece, kept[-1].end) == (candidate.piece, candidate.start)


def complete(candidate: Candidate, names: Container[str]) -> Candidate:
    """One word goes back to the given name before it, where both are a name elsewhere."""
    start = candidate.start - 1
    if start < 0 or candidate.end - candidate.start > 1:
        return candidate
    whole = form_of(candidate.paragraph.doc, start, candidate.end)
    return (
        replace(candidate, start=start, label="PERSON", form=whole) if whole in names else candidate
    )


def find_surnames(candidates: Iterable[Candidate]) -> set[str]:
    """The last words of the names of people that begin with a given name."""
    named = (candidate.form.split() for candidate in filter(may_be_person, candidates))
    return {words[-1] for words in named if len(words) > 1}


def may_be_person(candidate: Candidate) -> bool:
    is_person = candidate.label == "PERSON" or candidate.form.split()[0] in FIRST_NAMES
    return is_person and not opens(candidate)


def read_known(candidates: Iterable[Candidate], parse: Parse) -> Known:
    full = {one.form for one in candidates if is_full(one.form) and not asks(one)}
    surnames = {form.rpartition(" ")[2] for form in full}
    tokens = (token for paragraph in parse.paragraphs for token in paragraph.doc)
    words = {token.text for token in tokens if token.text.islower()} if full else set()
    return Known(full, surnames, words)


def is_full(form: str) -> bool:
    words = form.split()
    return len(words) >= LEAST_FULL and words[0] in FIRST_NAMES and form.replace(" ", "").isalpha()


def asks(candidate: Candidate) -> bool:
    """ "Will Quill run?" """
    return candidate.paragraph.doc[candidate.start].tag_ == MODAL


def cut_words(candidate: Candidate, known: Known) -> Candidate:
    """Without words before a name that the article tells otherwise: what it writes small elsewhere,
    what is small here, and all before a dash.
    """
    doc = candidate.paragraph.doc
    if candidate.label != "PERSON" or candidate.form in known.full:
        return candidate
    for at in range(candidate.end - 1, candidate.start, -1):
        if is_no_name(doc[at - 1], known) and is_known(
            rest := form_of(doc, at, candidate.end), known
        ):
            return replace(candidate, start=at, form=rest)
    return candidate


def is_known(form: str, known: Known) -> bool:
    return form in known.full or form in known.surnames


def is_no_name(word: Token, known: Known) -> bool:
    """Whether a word before a surname is none of the name's."""
    if word.text == "-":
        return word.i > 0 and bool(word.whitespace_ and word.doc[word.i - 1].whitespace_)
    if word.tag_ == MODAL:
        return True
    if word.text in FIRST_NAMES or word.text in TITLES or word.lower_ in PARTICLES:
        return False
    return word.text.islower() or word.lower_ in known.words


def cut_opener(candidate: Candidate, surnames: set[str]) -> Candidate:
    words = candidate.form.split()
    is_two = len(words) == candidate.end - candidate.start == 2 and candidate.label in PEOPLE
    if not is_two or words[1] not in surnames or not (opens(candidate) or is_title(words[0])):
        return candidate
    start = candidate.start + 1
    return replace(candidate, start=start, label="PERSON", form=words[1])


def opens(candidate: Candidate) -> bool:
    """Whether the first word is a verb, "First" or the like, that has its capital from the
    sentence.
    """
    first = candidate.paragraph.doc[candidate.start]
    if not first.is_sent_start or first.text in FIRST_NAMES:
        return False
    is_told = first.tag_.startswith(OPENING) or first.lower_ in STARTING
    return is_told or first.text.endswith(GERUND)
