"""The paragraphs before the first question of an interview -> where the one is named who answers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Range
from transforms.grammar.tokens import Span
from transforms.world.lexicon import TITLES
from transforms.world.words import fold, read_words

NEAR = 8  # words between "spoke to" and the name
TALK = read_words("interview_words")  # "spoke", "interview"
TO = frozenset({"to", "with", "for"})
HE_OR_SHE = frozenset({"he", "she"})
Named = tuple[Paragraph, Span]


def find_answerer(before: Sequence[Paragraph]) -> Range | None:
    """Where the one is named whose answers stand behind "A:": whom the paper spoke to, the only one
    who is named, whom headline and text begin with, or who alone is named again. None where none of
    these tells it: others are named as well, whom the talk is about.
    """
    people = list(_list_people(before))
    asked = [one for one in people if _is_asked(one)]
    if len({_surname_of(one) for one in asked}) == 1:
        return _place_of(asked[0])
    is_only = len(set(map(_surname_of, people))) == 1
    if is_only or _is_of_headline(people):
        return next((_place_of(one) for one in people if not one[0].in_title), None)
    return _find_named_again(people)


def name_people(paragraphs: Sequence[Paragraph]) -> bool:
    return any(_list_people(paragraphs))


def _list_people(paragraphs: Sequence[Paragraph]) -> Iterator[Named]:
    for paragraph in paragraphs:
        for name in paragraph.doc.ents:
            if name.label_ == "PERSON":
                yield paragraph, name


def _is_asked(named: Named) -> bool:
    """Whether somebody is spoken to by the paper, and not by one who is named before: "Ada Quill
    sat down with Tom Vance of the Courier".
    """
    paragraph, name = named
    if paragraph.in_title or not _is_spoken_to(name):
        return False
    ahead = name.doc[name.sent.start : name.start]
    return not any(token.ent_type_ == "PERSON" or token.lower_ in HE_OR_SHE for token in ahead)


def _is_of_headline(people: Sequence[Named]) -> bool:
    """Whether the first paragraph names one person alone, with whom the next begins."""
    first = people[0][0]
    of_headline = {_surname_of(one) for one in people if one[0] is first}
    later = next((one for one in people if one[0] is not first), None)
    return later is not None and of_headline == {_surname_of(later)}


def _find_named_again(people: Sequence[Named]) -> Range | None:
    """The first who is named in the text of the lead, where he is the only one who is named again
    there.
    """
    lead = [one for one in people if one[0] is people[-1][0]]
    words = Counter(fold(token.text) for token in lead[0][0].doc)
    again = [name for name in dict.fromkeys(map(_surname_of, lead)) if words[name] > 1]
    return _place_of(lead[0]) if again == [_surname_of(lead[0])] else None


def _surname_of(named: Named) -> str:
    return fold(named[1][-1].text)


def _place_of(named: Named) -> Range:
    paragraph, name = named
    return paragraph.start_of(name), paragraph.end_of(name)


def find_spoken_to(before: Sequence[Paragraph]) -> Range | None:
    """Where the one is named whom the paragraphs before the first question say they spoke to; None
    where they name nobody, or two.
    """
    told = [one for one in _list_people(before) if _is_spoken_to(one[1]) and not one[0].in_title]
    return _place_of(told[0]) if len(set(map(_surname_of, told))) == 1 else None


def _is_spoken_to(name: Span) -> bool:
    """ "We spoke to the harbour master Ada Quill", "sat down with Ada Quill", "interviewed Ada
    Quill".
    """
    if len(name) < 2 and name.doc[max(0, name.start - 1)].text not in TITLES:
        return False
    words = [
        token.lower_ for token in name.doc[max(name.sent.start, name.start - NEAR) : name.start]
    ]
    linked = [number for number, word in enumerate(words) if word in TO]
    is_linked = any(not TALK.isdisjoint(words[max(0, number - 2) : number]) for number in linked)
    return is_linked or (bool(words) and words[-1] in TALK)
