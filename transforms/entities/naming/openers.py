"""The candidates of an article in, the same out where those of people begin as their names do.

Of "Hosting Quill was hard" beside "Ada Quill" the model makes "Hosting Quill", and of "Iris Quill
said" it may see but the last word, though it sees "Iris Quill" elsewhere.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from transforms.entities.naming.candidates import Candidate, form_of
from transforms.world.well_known import FIRST_NAMES

VERBAL = ("VB", "IN")  # tags of what no name begins with
GERUND = "ing"


PEOPLE = frozenset({"PERSON", "ORG"})  # what the model takes people for


def mend_openings(candidates: Sequence[Candidate]) -> list[Candidate]:
    """In the same order."""
    known = find_surnames(candidates)
    cut = [cut_opener(candidate, known) for candidate in candidates]
    names = {candidate.form for candidate in cut if candidate.label == "PERSON"}
    return [complete(candidate, names) for candidate in cut]


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


def cut_opener(candidate: Candidate, surnames: set[str]) -> Candidate:
    words = candidate.form.split()
    is_two = len(words) == candidate.end - candidate.start == 2 and candidate.label in PEOPLE
    if not is_two or words[1] not in surnames or not opens(candidate):
        return candidate
    start = candidate.start + 1
    return replace(candidate, start=start, label="PERSON", form=words[1])


def opens(candidate: Candidate) -> bool:
    """Whether the first word is a verb or the like, that has its capital from the sentence."""
    first = candidate.paragraph.doc[candidate.start]
    if not first.is_sent_start or first.text in FIRST_NAMES:
        return False
    return first.tag_.startswith(VERBAL) or first.text.endswith(GERUND)
