"""A quotation that no cue reports and what stands around it -> where it stands, whom the sentence
beside it is about, what it repeats.
"""

import re
from collections.abc import Sequence

from transforms.grammar.animate import is_person, name_head
from transforms.grammar.marks import Stretch
from transforms.grammar.own_subject import find_own_subject
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.roles import SUBJECTS
from transforms.grammar.tokens import Token
from transforms.quotes.draft import Draft
from transforms.quotes.signature import SIGNATURE
from transforms.world.lexicon import PERSON_NOUNS

WORD = re.compile(r"\w+")
LAST = re.compile(r"[ .,]*\Z")  # what may stand behind a quotation that ends its paragraph
REACH = 18  # tokens before a quotation in the middle of a sentence
FEWEST_WORDS_SINGLE = 4  # of a quotation in single marks that stands alone
# of a quotation in the middle of a sentence that goes on with the one before
FEWEST_WORDS_LATER = 6
FEWEST_WORDS_SENTENCE = 4  # of a quotation behind what the writer tells in its paragraph
FEWEST_WORDS_REPEATED = 3  # of a quotation that is told to stand elsewhere, too
FEWEST_WORDS_SHOWN = 6  # the same, of words that stand elsewhere without marks
LONGEST_MODIFIER = 30  # characters
SHORTEST_CAPITAL = 5  # letters of a word that every title writes with a capital
MODIFIERS = frozenset({"amod", "nmod", "compound"})
MOST_LINKS = 40  # from a word to the root of its sentence
MUTE = frozenset({"thing", "medium"})  # kinds of nouns that say nothing themselves
ENDS = tuple(".?!…")  # how a sentence ends


def is_too_little(passage: Passage, stretch: Stretch, *, goes_on: bool) -> bool:
    """Whether single marks hold a word or two that need not be speech; a sentence that goes on with
    a quotation is.
    """
    inner = passage.text[stretch.inner_start : stretch.inner_end]
    if passage.character_before(stretch.start) == "(" and inner.isupper() and inner.isalpha():
        return True  # an acronym that is brought in: (“CSI”)
    if not stretch.single or len(inner.split()) >= FEWEST_WORDS_SINGLE:
        return False
    return not (goes_on and inner.endswith(ENDS))


def is_called(passage: Passage, stretch: Stretch) -> bool:
    """Whether marks behind a colon hold the title of what stands before it: "Our new report: “How
    the Ferry Was Lost”".
    """
    doc, before = passage.paragraph.doc, passage.token_at(stretch.start) - 1
    if passage.paragraph.in_title or before < 1 or doc[before].text != ":":
        return False
    inner = passage.text[stretch.inner_start : stretch.inner_end]
    words = [word for word in inner.split() if len(word) >= SHORTEST_CAPITAL]
    is_of_thing = doc[before - 1].pos_ == "NOUN" and name_head(doc[before - 1]) in MUTE
    return is_of_thing and len(words) > 1 and all(not word[0].islower() for word in words)


def is_modifier(passage: Passage, stretch: Stretch) -> bool:
    """Whether a word or two in marks only say of what kind the noun behind them is: firms that run
    “big-box” stores.
    """
    first, behind = passage.token_at(stretch.inner_start), passage.token_at(stretch.end)
    doc = passage.paragraph.doc
    if behind >= len(doc) or stretch.inner_end - stretch.inner_start > LONGEST_MODIFIER:
        return False
    last = passage.token_at(stretch.inner_end - 1)
    is_of_next = doc[last].dep_ in MODIFIERS and doc[last].head.i >= behind
    return is_of_next and doc[first].is_lower and doc[behind].pos_ in {"NOUN", "ADJ"}


def is_pulled(passage: Passage, stretch: Stretch, said: Sequence[tuple[Passage, str]]) -> bool:
    """Whether a quotation alone in its paragraph is a heading, or shows words that stand elsewhere
    in the text again: quoted there, or without marks in a paragraph that has none.
    """
    if passage.paragraph.in_title or name_position(passage, stretch) not in {"alone", "heading"}:
        return False
    inner = passage.text[stretch.inner_start : stretch.inner_end]
    if stretch.single and not inner.rstrip().endswith(ENDS):
        return True
    words = simplify(inner)
    length = words.count(" ") + 1
    others = ((other, known) for other, known in said if other is not passage and words in known)
    return any(
        length >= (FEWEST_WORDS_REPEATED if other.stretches else FEWEST_WORDS_SHOWN)
        for other, _ in others
    )


def only_attributes(passage: Passage, draft: Draft, end: int) -> bool:
    """Whether all that stands between a quotation and a character behind it is its attribution: no
    word, or one sentence with its cue.
    """
    base = passage.paragraph.char_start
    between = passage.paragraph.doc[
        passage.token_at(draft.end - base) : passage.token_at(end - base)
    ]
    if not any(token.is_alpha for token in between):
        return True
    attributed = (
        draft.cue is not None
        and between.start <= draft.cue.i < between.end
        and draft.cue.doc is between.doc
    )
    return attributed and not any(token.is_sent_start and token.is_alpha for token in between[1:])


def turns_away(draft: Draft, end: int) -> bool:
    """Whether somebody does something else between a quotation and a character behind it: “...,”
    Lind said, but she was shocked by the “floating bar”.
    """
    passage, base = draft.passage, draft.passage.paragraph.char_start
    first, last = passage.token_at(draft.end - base), passage.token_at(end - base)
    subjects = [token for token in passage.paragraph.doc[first:last] if token.dep_ in SUBJECTS]
    verbs = (subject.head for subject in subjects if subject.i < subject.head.i)
    return any(verb.dep_ != "relcl" and verb != draft.cue for verb in verbs)


def joins(passage: Passage, draft: Draft, end: int) -> bool:
    """Whether nothing but a conjunction stands between a quotation and a character behind it: “It
    is dear” but “we need it”.
    """
    base = passage.paragraph.char_start
    first, last = passage.token_at(draft.end - base), passage.token_at(end - base)
    words = [token for token in passage.paragraph.doc[first:last] if not token.is_space]
    return len(words) == 1 and words[0].dep_ == "cc" and ends_quoted(draft)


def ends_quoted(draft: Draft) -> bool:
    """Whether the last words of a draft stand in quotation marks."""
    return draft.passage.stretch_at(draft.end - 1 - draft.passage.paragraph.char_start) is not None


def opens_quoted(draft: Draft, passage: Passage) -> bool:
    """Whether a draft begins with a quotation at the head of a paragraph."""
    start = draft.pieces[0][0] - passage.paragraph.char_start
    return not passage.character_before(start) and passage.stretch_at(start) is not None


def name_position(passage: Passage, stretch: Stretch) -> str:
    """Where a quotation without a cue stands: `alone` in its paragraph (in capitals a `heading`),
    `behind` the writer's words, or "".
    """
    if not LAST.match(passage.text, stretch.end):
        return ""
    if passage.character_before(stretch.start):
        return "behind"
    return "heading" if passage.text.isupper() else "alone"


def is_whole(passage: Passage, stretch: Stretch) -> bool:
    """Whether double marks hold a sentence of a few words with its stop."""
    inner = passage.text[stretch.inner_start : stretch.inner_end].rstrip()
    return (
        not stretch.single and inner.endswith(ENDS) and len(inner.split()) >= FEWEST_WORDS_SENTENCE
    )


def find_introduced(passage: Passage, stretch: Stretch) -> Range | None:
    """The person that the sentence before a quotation is about: "Her nephew Lars put it
    differently. "..."".
    """
    return find_person_of(passage, passage.token_at(stretch.start) - 1)


def find_beat(passage: Passage, stretch: Stretch) -> Range | None:
    """The person that the sentence behind a quotation at the head of a paragraph is about: “...”
    Berg pushed the sack.
    """
    after = passage.token_at(stretch.end)
    inner = passage.text[stretch.inner_start : stretch.inner_end].rstrip()
    if (
        passage.character_before(stretch.start)
        or not inner.endswith(ENDS)
        or after >= len(passage.paragraph.doc)
    ):
        return None
    return find_person_of(passage, after)


def find_person_of(passage: Passage, index: int) -> Range | None:
    """The person that the sentence of a token is about, outside quotations; a question is about
    nobody who speaks.
    """
    if index < 0:
        return None
    root = climb(passage.paragraph.doc[index])
    if passage.stretch_of(root) is not None or _asks(passage, root):
        return None
    person = _find_person(root)
    if person is None or passage.stretch_of(person) is not None:
        return None
    return noun_phrase(person, passage)


def _asks(passage: Passage, root: Token) -> bool:
    """Whether the sentence of a verb is a question of the writer's."""
    return any(token.text == "?" and passage.stretch_of(token) is None for token in root.sent)


def _find_person(verb: Token) -> Token | None:
    """The person who does something, or whom a thing strikes: "The verdict shocked Ada Quill"."""
    subject = find_own_subject(verb)
    if subject is None or _is_somebody(subject):
        return subject
    struck = (child for child in verb.rights if child.dep_ == "dobj" and is_person(child))
    return next(struck, None) if subject.pos_ == "NOUN" and name_head(subject) in MUTE else None


def _is_somebody(noun: Token) -> bool:
    """Whether a noun is a person's name, or the word for one who is known: "the rector"."""
    is_known = any(child.lower_ == "the" or child.dep_ == "poss" for child in noun.lefts)
    return is_person(noun) or (is_known and noun.lower_ in PERSON_NOUNS)


def climb(token: Token) -> Token:
    """The root of a token's sentence; its farthest head that is looked at in a sentence of nothing
    but links.
    """
    for _ in range(MOST_LINKS):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def goes_on_later(passage: Passage, stretch: Stretch) -> bool:
    """Whether a quotation in the middle of a sentence that has no subject outside it goes on with
    the one before: As a mother, “we ...”.
    """
    inner = passage.text[stretch.inner_start : stretch.inner_end]
    if (
        stretch.single
        or not inner.rstrip().endswith(ENDS)
        or len(inner.split()) < FEWEST_WORDS_LATER
    ):
        return False
    first = passage.token_at(stretch.start)
    lead: list[Token] = []
    for token in reversed(passage.paragraph.doc[max(first - REACH, 0) : first]):
        lead.append(token)
        if token.is_sent_start:
            break
    return passage.character_before(stretch.start) == "," and not any(
        token.dep_ in SUBJECTS for token in lead
    )


def simplify(words: str) -> str:
    """Lower case, without marks and stops."""
    return " ".join(WORD.findall(words.lower()))


def list_said(passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """The quoted words of each passage, simplified; where a quotation fills one, also all words of
    those without marks.
    """
    is_shown = any(_is_filled(passage) for passage in passages)
    said = [(passage, join_quoted(passage)) for passage in passages if passage.stretches]
    if is_shown:
        unmarked = (passage for passage in passages if not passage.stretches)
        said.extend((passage, simplify(passage.text)) for passage in unmarked)
    return said


def _is_filled(passage: Passage) -> bool:
    stretches = passage.stretches
    return len(stretches) == 1 and name_position(passage, stretches[0]) == "alone"


def join_quoted(passage: Passage) -> str:
    """The quoted words of a passage, simplified."""
    return simplify(
        " ".join(
            passage.text[stretch.inner_start : stretch.inner_end] for stretch in passage.stretches
        )
    )


def find_signer(passage: Passage) -> Range | None:
    """The name in a paragraph that signs the one before: "— Anna Berg, teacher"."""
    match = SIGNATURE.fullmatch(passage.text)
    return None if match is None else passage.place(*match.span(1))
