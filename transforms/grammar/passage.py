"""A parsed paragraph together with its quoted stretches: the ground on which the rules of this
package look for quotes.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from transforms.grammar.marks import Stretch, find_stretches
from transforms.grammar.parse import Paragraph
from transforms.grammar.tokens import Token
from transforms.world.words import read_labels, read_words

SENTENCE_END = frozenset('.!?”"»:—–…)')
LONGEST_TITLE = 6  # words
BEFORE_TITLES = read_labels("before_titles")
TOLD = "tell"  # the verb of which an audience is the object
SMALL_WORDS = read_words("small_words_of_titles")

Range = tuple[int, int]  # half-open, of tokens or of characters, as the name beside it says


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Stretches count from the start of the paragraph; what `place` and `characters` give counts
    from the start of the article's text.
    """

    paragraph: Paragraph
    text: str
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...] = field(repr=False)  # of the stretches
    ends: tuple[int, ...] = field(repr=False)  # of the tokens

    def stretch_at(self, position: int) -> Stretch | None:
        """The quoted stretch that covers a character, its marks included."""
        index = bisect_right(self.starts, position) - 1
        return (
            self.stretches[index] if index >= 0 and position < self.stretches[index].end else None
        )

    def stretch_of(self, token: Token) -> Stretch | None:
        return self.stretch_at(token.idx)

    def character_before(self, position: int) -> str:
        """The last character before a position that is no space, "" at the head of the
        paragraph.
        """
        while position and self.text[position - 1].isspace():
            position -= 1
        return self.text[position - 1] if position else ""

    def opens_sentence(self, stretch: Stretch) -> bool:
        """Whether a quotation stands for itself: after a sentence's end, with a capital and more
        than one word.
        """
        before, inner = (
            self.character_before(stretch.start),
            self.text[stretch.inner_start : stretch.inner_end].strip(),
        )
        return (not before or before in SENTENCE_END) and " " in inner and not inner[0].islower()

    def continues(self, stretch: Stretch) -> bool:
        """Whether a quotation goes on with a sentence that an attribution broke off: after a comma,
        with a small letter.
        """
        return (
            self.character_before(stretch.start) == ","
            and self.text[stretch.inner_start : stretch.inner_start + 1].islower()
        )

    def is_title(self, stretch: Stretch) -> bool:
        """Whether a stretch names a work, a show or a person: a few words with capitals behind a
        noun, a preposition or "told".
        """
        before = self.token_at(stretch.start) - 1
        if before < 0 or not self.has_capitals(stretch):
            return False
        is_owned = self.paragraph.doc[before].dep_ == "case"  # "on Norfield News' “Late Hour”"
        word = self.paragraph.doc[before - 1 if is_owned and before else before]
        return word.pos_ in BEFORE_TITLES or word.lemma_ == TOLD

    def has_capitals(self, stretch: Stretch) -> bool:
        """Whether a stretch is a few words with capitals, as titles and names are written."""
        inner = self.text[stretch.inner_start : stretch.inner_end]
        words = [word for word in inner.split() if word.lower() not in SMALL_WORDS]
        if len(words) > LONGEST_TITLE or any(word[0].islower() for word in words):
            return False
        return inner.rstrip()[-1:] not in tuple("!?")

    @property
    def ends_inside(self) -> bool:
        """Whether the paragraph ends within a quotation that it does not close."""
        return (
            bool(self.stretches)
            and self.stretches[-1].open_end
            and self.stretches[-1].end >= len(self.text.rstrip())
        )

    def token_at(self, position: int) -> int:
        """Index of the first token that ends after a character offset; the number of tokens where
        none does.
        """
        return bisect_right(self.ends, position)

    def place(self, start: int, end: int) -> Range:
        """Characters of the paragraph as characters of the article's text."""
        return self.paragraph.char_start + start, self.paragraph.char_start + end

    def slice(self, start: int, end: int) -> str:
        """Text of characters of the article that lie in this paragraph, "" if they lie
        elsewhere.
        """
        base = self.paragraph.char_start
        return self.text[start - base : end - base] if base <= start else ""

    def characters(self, first: int, last: int) -> Range:
        """Characters of the article's text from token `first` to token `last`, both included."""
        doc = self.paragraph.doc
        start, end = doc[first], doc[last]
        return self.place(start.idx, end.idx + len(end))


def make_passage(
    paragraph: Paragraph, *, is_inside: bool = False, is_block: bool = False
) -> Passage:
    """is_inside: the paragraph before ended within a quotation, which may end here. is_block: all
    of it is quoted, without marks; with is_inside what comes behind may be, too.
    """
    text = paragraph.text
    found = () if is_block else find_stretches(text, is_inside=is_inside)
    whole = Stretch(0, len(text), 0, len(text), open_end=is_inside)
    stretches = (whole,) if is_block else tuple(found)
    ends = tuple(token.idx + len(token) for token in paragraph.doc)
    return Passage(paragraph, text, stretches, tuple(stretch.start for stretch in stretches), ends)
