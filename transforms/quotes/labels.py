"""The paragraphs of a text -> who speaks behind a colon there: "Lavrov: ...", "MO: ...", "A: ...",
and the headline's "...: Lavrov".

A label names a speaker only where the article knows the one it names as a person who speaks: by a
given name, a title, a verb of speech elsewhere, or as one of the voices of an interview. The labels
of guides, tables, line-ups, letters and pictures are nobody's.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from transforms.grammar.cues import find_verb_cue
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Range
from transforms.grammar.roles import TENSED
from transforms.grammar.tokens import Span, Token
from transforms.quotes.interviewee import find_answerer, name_people
from transforms.world.lexicon import (
    GIVEN_NAMES,
    HEADLINE_VERBS,
    KNOWN_ORGANISATIONS,
    LABEL_WORDS,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
    TITLES,
)
from transforms.world.phrases import join_phrases
from transforms.world.words import fold, read_words

LABEL = re.compile(
    r"""(?: \[ [\d:.]{1,12} \] \s? )?                      # [00:01:10]
        [“"]? (?P<name> [A-Z][\w.'’-]* (?: [ ] [\w.'’-]+ ){0,5} )  # Tom Vance
        (?: , [ ] [^,:;.!?\n]{2,40} | [ ] \( [^()\n]{2,40} \) )?   # , Harbour Master
        (?: [ ] [(\[] \d [\d:.]{3,11} [)\]] )?                     # [00:01:10]
        \s? : \s+ (?=\S)
    """,
    re.VERBOSE,
)
SPEAKER_LAST = re.compile(
    r":\s([A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*"
    rf"|{join_phrases(read_words('small_words_of_speakers'))})){{0,4}})\s*$"
)
QUESTION, ANSWER = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
LONGEST_HEADLINE = 300  # characters
KNOWN = frozenset(map(fold, KNOWN_ORGANISATIONS))
FEWEST_TURNS = 2  # that a voice of a transcript has
LEAST_KNOWN = 0.5  # share of the labels of a transcript that name people
TOLD = "neutral"  # class of the cues whose subjects are known to speak: "said", not "offers"
SHORTEST_SURNAME = 4  # letters of one that stands alone in capitals


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a colon at the head of a paragraph; `place` are the characters of the name
    in the article's text.
    """

    name: str
    place: Range
    end: int  # where the words behind the colon begin, in the paragraph
    is_last: bool = False  # behind the words of a headline

    @property
    def key(self) -> str:
        return fold(self.name)

    @property
    def surname(self) -> str:
        """Its last word that is no title, folded; the last of "Professor" alone."""
        words = [word for word in self.name.split() if word.title() not in TITLES]
        return fold((words or self.name.split())[-1])


@dataclass(frozen=True, slots=True)
class Voices:
    """Whom an article knows: the full names of its people, who is said to speak, and the labels
    that open its turns.
    """

    # folded full name -> where it stands in the text first
    people: dict[str, Range] = field(default_factory=dict)
    names: frozenset[str] = frozenset()  # folded words of names that are surely people's
    speakers: frozenset[str] = frozenset()  # folded subjects of plain verbs of speech
    turns: frozenset[str] = frozenset()  # folded labels of a transcript
    askers: frozenset[str] = frozenset()  # folded labels behind which the paper asks
    interviewee: Range | None = None

    def find(self, label: Label) -> Range | None:
        """Where the article names the one that a label means; None where it means nobody."""
        if label.name in ANSWER:
            return self.interviewee
        if self._asks(label) or LABEL_WORDS.intersection(label.key.split()):
            return None
        return label.place if self._knows(label) else self._find_initials(label.name)

    def is_turn(self, label: Label) -> bool:
        """Whether a label opens a turn of a transcript."""
        speaker = self.find(label)
        return speaker is not None and (label.key in self.turns or speaker != label.place)

    def _asks(self, label: Label) -> bool:
        return label.name in QUESTION or label.key in self.askers

    def _knows(self, label: Label) -> bool:
        if label.key in self.turns or label.key in self.speakers:
            return True
        return (label.is_last and label.key in KNOWN) or label.surname in self.names

    def _find_initials(self, name: str) -> Range | None:
        letters = name.replace(".", "")
        if not (letters.isupper() and 1 < len(letters) < 4):
            return None
        meant = [
            place for person, place in self.people.items() if _initials(person) == letters.lower()
        ]
        return meant[0] if len(meant) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def read_label(text: str, base: int) -> Label | None:
    """The label of a paragraph that begins at offset `base`."""
    match = LABEL.match(text)
    if match is None:
        return None
    return Label(match["name"], (base + match.start("name"), base + match.end("name")), match.end())


def read_labels(paragraph: Paragraph) -> Iterator[tuple[Label, Range]]:
    """Each label of a paragraph or headline, and the characters of its words: before them, in a
    headline behind them, too.
    """
    text, base = paragraph.text, paragraph.char_start
    label = read_label(text, base)
    if label is not None and not _reports(paragraph, label.end):
        yield label, (label.end, len(text))
    if paragraph.in_title and (match := SPEAKER_LAST.search(text[:LONGEST_HEADLINE])):
        yield (
            Label(match[1], (base + match.start(1), base + match.end(1)), len(text), is_last=True),
            (0, match.start()),
        )


def _reports(paragraph: Paragraph, end: int) -> bool:
    """Whether a verb of speech stands before the colon, so that grammar tells who speaks: "Lind
    added: ...", "says Lind: ...".
    """
    before = list(takewhile(lambda token: token.idx < end, paragraph.doc))
    if paragraph.in_title and any(map(is_taken_for_name, before)):
        return True
    return any(token.tag_ in TENSED and find_verb_cue(token) is not None for token in before)


def is_taken_for_name(token: Token) -> bool:
    """Whether a verb of a headline stands between two names as if it were one: "Lind Defends
    Berg".
    """
    if token.lower_ not in HEADLINE_VERBS or token.pos_ != "PROPN" or not token.i:
        return False
    return token.nbor(-1).pos_ == "PROPN" and token.is_title


def hear(paragraphs: Sequence[Paragraph]) -> Voices:
    """Whom the paragraphs of an article, its title among them, know."""
    if not any(":" in paragraph.text and any(read_labels(paragraph)) for paragraph in paragraphs):
        return Voices()  # nobody will be asked for
    labels = [_find_label(paragraph) for paragraph in paragraphs]
    bodies = [
        (paragraph, label.end if label else 0)
        for paragraph, label in zip(paragraphs, labels, strict=True)
    ]
    speakers = frozenset(
        fold(subject) for paragraph, _ in bodies for subject in _find_speakers(paragraph)
    )
    people = _find_people(bodies)
    names = frozenset(
        word
        for name, _ in people.values()
        if is_person(name, speakers)
        for word in fold(name.text).split()
    )
    named = [label for label in labels if label is not None]
    askers = _find_askers(paragraphs, labels) - _name_people(named, names)
    others = [label for label in named if label.key not in askers]
    answerers = _find_answerers(paragraphs, others) if askers else frozenset()
    turns = _find_turns(others, names | answerers, is_interview=bool(askers))
    turns |= _find_answered(paragraphs, labels) & _name_people(named, names)
    turns |= _find_exchange(paragraphs, labels)
    told = {
        label.key: label.place
        for label in reversed(named)
        if label.key in turns and " " in label.key
    }
    places = {person: place for person, (_, place) in people.items()}
    return Voices(
        people={**told, **places},
        names=names,
        speakers=speakers,
        turns=turns,
        askers=askers,
        interviewee=_find_interviewee(paragraphs, named, told),
    )


def _find_label(paragraph: Paragraph) -> Label | None:
    """The label at the head of a paragraph of the body."""
    if paragraph.in_title:
        return None
    return next((label for label, _ in read_labels(paragraph)), None)


def _find_people(bodies: Iterable[tuple[Paragraph, int]]) -> dict[str, tuple[Span, Range]]:
    """Names of people outside labels and titles, folded, with their first places."""
    people: dict[str, tuple[Span, Range]] = {}
    for paragraph, start in bodies:
        for name in paragraph.doc.ents:
            if name.label_ == "PERSON" and name.start_char >= start and not paragraph.in_title:
                people.setdefault(
                    fold(name.text), (name, (paragraph.start_of(name), paragraph.end_of(name)))
                )
    return people


def is_person(name: Span, speakers: frozenset[str]) -> bool:
    """Whether what a model takes for a person is one by a second sign: a given name, a title before
    it, a verb of speech behind; the paper is none ("The Herald spoke with").
    """
    if name[-1].text in ORGANISATION_WORDS:
        return False
    titled = bool(name.start) and name.doc[name.start - 1].text in TITLES
    return (
        titled
        or name[0].text in GIVEN_NAMES
        or name[0].text in TITLES
        or fold(name[-1].text) in speakers
    )


def _find_speakers(paragraph: Paragraph) -> Iterator[str]:
    """The names that are subjects of verbs which say no more than that somebody speaks."""
    for token in paragraph.doc:
        cue = find_verb_cue(token)
        if cue is None or cue.cue_class != TOLD:
            continue
        subject = find_own_subject(token)
        if subject is not None and subject.pos_ == "PROPN":
            yield from (subject.text, _name_of(subject))


def _name_of(noun: Token) -> str:
    first = noun.i
    while first and noun.doc[first - 1].pos_ == "PROPN" and noun.doc[first - 1].head.i == noun.i:
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _find_askers(paragraphs: Sequence[Paragraph], labels: Sequence[Label | None]) -> frozenset[str]:
    """The labels behind which nothing but questions stand, more than once: the paper's, in an
    interview.
    """
    asks: dict[str, list[bool]] = {}
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label is not None:
            asks.setdefault(label.key, []).append(paragraph.text.rstrip().endswith("?"))
    return frozenset(
        key for key, turns in asks.items() if len(turns) >= FEWEST_TURNS and all(turns)
    )


def _find_answered(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None]
) -> frozenset[str]:
    """The labels that stand right behind questions without a label, more than once."""
    turns = pairwise(zip(paragraphs, labels, strict=True))
    counts = Counter(
        answer.key
        for (question, asker), (_, answer) in turns
        if answer is not None and asker is None and question.text.rstrip().endswith("?")
    )
    return frozenset(key for key, count in counts.items() if count >= FEWEST_TURNS)


def _find_exchange(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None]
) -> frozenset[str]:
    """The full names that stand right behind a question with another person's label, though neither
    comes back.
    """
    turns = pairwise(zip(paragraphs, labels, strict=True))
    return frozenset(
        answer.key
        for (question, asker), (reply, answer) in turns
        if asker is not None
        and answer is not None
        and question.text.rstrip().endswith("?")
        and not reply.text.rstrip().endswith("?")
        and _are_two(asker, answer)
    )


def _are_two(asker: Label, answer: Label) -> bool:
    """Whether a label is somebody's full name, and the one before it somebody else's or a role."""
    is_full = " " in answer.key and _is_named(answer, frozenset())
    is_asker = asker.key in PERSON_NOUNS or (" " in asker.key and _is_named(asker, frozenset()))
    return is_full and is_asker and asker.surname != answer.surname


def _find_answerers(paragraphs: Iterable[Paragraph], labels: Iterable[Label]) -> frozenset[str]:
    """The surnames of those who answer: of labels beside an asker's that the model takes for a
    person's name, or for the end of a name of several words, anywhere.
    """
    names = [name for paragraph in paragraphs for name in paragraph.doc.ents]
    people = {fold(name.text) for name in names if name.label_ == "PERSON"}
    surnames = {fold(name[-1].text) for name in names if len(name) > 1}
    known = people | surnames
    return frozenset(label.surname for label in labels if label.key in known)


def _find_turns(
    labels: Sequence[Label], names: frozenset[str], *, is_interview: bool
) -> frozenset[str]:
    """The labels of a transcript: voices of which one comes back, or one beside "Q:" or beside who
    only asks, where most are people and one has a name.
    """
    counts = Counter(label.key for label in labels if _may_speak(label, names))
    is_asked = _have_questions(labels)
    named = _name_people(labels, names)
    if is_asked:
        named |= {key for key in counts if " " in key}
    is_talk = is_asked or is_interview or _are_voices(counts, named, len(labels))
    return frozenset(counts) if is_talk and named.intersection(counts) else frozenset()


def _have_questions(labels: Iterable[Label]) -> bool:
    """Whether "Q:" is among the labels."""
    return any(label.name in QUESTION for label in labels)


def _name_people(labels: Iterable[Label], names: frozenset[str]) -> set[str]:
    return {label.key for label in labels if _is_named(label, names)}


def _are_voices(counts: Counter[str], named: set[str], labels: int) -> bool:
    """Whether several labels, of which one comes back, are mostly people's. labels: how many there
    are in all.
    """
    known = sum(count for key, count in counts.items() if key in named or key in PERSON_NOUNS)
    comes_back = len(counts) > 1 and max(counts.values()) >= FEWEST_TURNS
    return comes_back and known >= LEAST_KNOWN * labels


def _may_speak(label: Label, names: frozenset[str]) -> bool:
    """Whether a label may be a voice: a person's name, a role, a surname in capitals, two words
    with capitals.
    """
    if LABEL_WORDS.intersection(label.key.split()):
        return False
    surname = label.name.isupper() and " " not in label.name and len(label.name) >= SHORTEST_SURNAME
    return surname or label.key in PERSON_NOUNS or label.name.istitle() or _is_named(label, names)


def _is_named(label: Label, names: frozenset[str]) -> bool:
    """Whether a label names a person: one of the article's, or by a given name or a title."""
    words = label.name.split()
    return (
        label.key.split()[-1] in names
        or words[0].title() in GIVEN_NAMES
        or (len(words) > 1 and words[0] in TITLES)
    )


def _find_interviewee(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label], told: dict[str, Range]
) -> Range | None:
    """Whose answers stand behind "A:", as the paragraphs before the first question tell; else the
    first with a full name for a label.
    """
    first = next((label.place[0] for label in labels if label.name in QUESTION), None)
    if first is None or not any(label.name in ANSWER for label in labels):
        return None
    before = [one for one in paragraphs if one.in_title or one.char_start < first]
    return find_answerer(before) if name_people(before) else next(iter(told.values()), None)
