"""The paragraphs of a text -> who speaks behind a colon there: "Lavrov: ...", "MO: ...", "A: ...", and the headline's "...: Lavrov".

A label names a speaker only where the article knows the one it names as somebody who speaks: by a name that stands elsewhere in it, by a
title, or as one of the voices of an interview. The labels of guides, tables and pictures are nobody's.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Range
from transforms.grammar.syntax import find_own_subject
from transforms.world.lexicon import GIVEN_NAMES, LABEL_WORDS, PERSON_NOUNS, TITLES
from transforms.world.words import fold

LABEL = re.compile(
    r"""(?: \[ [\d:.]{1,12} \] \s? )?                      # [00:01:10]
        [“"]? (?P<name> [A-Z][\w.'’-]* (?: [ ] [\w.'’-]+ ){0,5} )  # Tom Vance
        (?: , [ ] [^,:;.!?\n]{2,40} | [ ] \( [^()\n]{2,40} \) )?   # , Harbour Master
        \s? : \s+ (?=\S)
    """,
    re.VERBOSE,
)
SPEAKER_LAST = re.compile(r":\s([A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|van|von|the|al)){0,4})\s*$")
QUESTION, ANSWER = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
LONGEST_HEADLINE = 300  # characters
FEWEST_TURNS = 2  # that a voice of a transcript has
SHORTEST_SURNAME = 4  # letters of one that stands alone in capitals


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a colon at the head of a paragraph; `place` are the characters of the name in the article's text."""

    name: str
    place: Range
    end: int  # where the words behind the colon begin, in the paragraph

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whom an article knows: the full names of its people, who is said to speak, and the labels that open its turns."""

    people: dict[str, Range] = field(default_factory=dict)  # folded full name -> where it stands in the text first
    names: frozenset[str] = frozenset()  # folded words of names of people
    speakers: frozenset[str] = frozenset()  # folded subjects of verbs of speech
    turns: frozenset[str] = frozenset()  # folded labels of a transcript
    interviewee: Range | None = None

    def find(self, label: Label) -> Range | None:
        """Where the article names the one that a label means; None where it means nobody."""
        if label.name in ANSWER:
            return self.interviewee
        if label.name in QUESTION or LABEL_WORDS.intersection(label.key.split()):
            return None
        return label.place if self._knows(label) else self._find_initials(label.name)

    def _knows(self, label: Label) -> bool:
        words = label.key.split()
        title, *rest = label.name.split()
        if title in TITLES and rest:
            words = [word for word in words if word.title() not in TITLES] or words
        return label.key in self.turns or label.key in self.speakers or (bool(words) and words[-1] in self.names)

    def _find_initials(self, name: str) -> Range | None:
        letters = name.replace(".", "")
        if not (letters.isupper() and 1 < len(letters) < 4):
            return None
        meant = [place for person, place in self.people.items() if _initials(person) == letters.lower()]
        return meant[0] if len(meant) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def read_label(text: str, base: int) -> Label | None:
    """The label of a paragraph that begins at offset `base`."""
    match = LABEL.match(text)
    if match is None:
        return None
    return Label(match["name"], (base + match.start("name"), base + match.end("name")), match.end())


def read_labels(text: str, base: int) -> Iterable[tuple[Label, Range]]:
    """Each label of a paragraph or headline, before its words or behind them, and the characters of those words."""
    if (label := read_label(text, base)) is not None:
        yield label, (label.end, len(text))
    if len(text) < LONGEST_HEADLINE and (match := SPEAKER_LAST.search(text)):
        yield Label(match[1], (base + match.start(1), base + match.end(1)), len(text)), (0, match.start())


def hear(paragraphs: Sequence[Paragraph]) -> Voices:
    """Whom the paragraphs of an article, its title among them, know."""
    texts = [paragraph.doc.text for paragraph in paragraphs]
    if not any(":" in text and any(read_labels(text, 0)) for text in texts):
        return Voices()  # nobody will be asked for
    labels = [read_label(text, paragraph.char_start) for text, paragraph in zip(texts, paragraphs, strict=True)]
    bodies = [(paragraph, label.end if label else 0) for paragraph, label in zip(paragraphs, labels, strict=True)]
    people = _find_people(bodies)
    names = frozenset(word for person in people for word in person.split())
    named = [label for label in labels if label is not None]
    turns = _find_turns(named, names)
    told = {label.key: label.place for label in reversed(named) if label.key in turns and " " in label.key}
    speakers = frozenset(fold(subject) for paragraph, _ in bodies for subject in _find_speakers(paragraph))
    return Voices({**told, **people}, names, speakers, turns, _find_interviewee(named, people, told))


def _find_people(bodies: Iterable[tuple[Paragraph, int]]) -> dict[str, Range]:
    """Names of people outside labels and titles, folded, with their first places."""
    people: dict[str, Range] = {}
    for paragraph, start in bodies:
        for name in paragraph.doc.ents:
            if name.label_ == "PERSON" and name.start_char >= start and not paragraph.in_title:
                people.setdefault(fold(name.text), (paragraph.start_of(name), paragraph.end_of(name)))
    return people


def _find_speakers(paragraph: Paragraph) -> Iterable[str]:
    """The names that are subjects of verbs of speech."""
    for token in paragraph.doc:
        if token.pos_ == "VERB" and find_verb_cue(token) is not None:
            subject = find_own_subject(token)
            if subject is not None and subject.pos_ == "PROPN":
                yield from (subject.text, _name_of(subject))


def _name_of(noun: Token) -> str:
    first = noun.i
    while first > 0 and noun.doc[first - 1].pos_ == "PROPN" and noun.doc[first - 1].head.i == noun.i:
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _find_turns(labels: Sequence[Label], names: frozenset[str]) -> frozenset[str]:
    """The labels of a transcript: two or more voices of which one comes back, or one beside "Q:"; a person's name is among them."""
    counts = Counter(label.key for label in labels if _may_speak(label, names))
    known = {label.key for label in labels if _is_named(label, names)}
    is_asked = any(label.name in QUESTION for label in labels)
    if is_asked:
        known |= {label.key for label in labels if " " in label.key and label.key in counts}
    is_transcript = is_asked or (len(counts) > 1 and max(counts.values()) >= FEWEST_TURNS)
    return frozenset(counts) if is_transcript and known.intersection(counts) else frozenset()


def _may_speak(label: Label, names: frozenset[str]) -> bool:
    """Whether a label may be a voice: a person's name, a role, a surname in capitals, two words with capitals."""
    words = label.name.split()
    if LABEL_WORDS.intersection(label.key.split()):
        return False
    surname = label.name.isupper() and len(words) == 1 and len(label.name) >= SHORTEST_SURNAME
    return surname or label.key in PERSON_NOUNS or label.name.istitle() or _is_named(label, names)


def _is_named(label: Label, names: frozenset[str]) -> bool:
    """Whether a label names a person: one of the article's, or by a given name or a title."""
    words = label.name.split()
    return bool(names.intersection(label.key.split())) or words[0].title() in GIVEN_NAMES or (len(words) > 1 and words[0] in TITLES)


def _find_interviewee(labels: Sequence[Label], people: dict[str, Range], told: dict[str, Range]) -> Range | None:
    """Whose answers stand behind "A:": the last person that is named before the first question."""
    first = next((label.place[0] for label in labels if label.name in QUESTION), None)
    if first is None or not any(label.name in ANSWER for label in labels):
        return None
    before = [place for place in people.values() if place[0] < first]
    return max(before, default=next(iter(told.values()), None))
