"""The lexicon of cues: which verbs and nouns report speech, of what class they are, and which
complements they take.

They stand under `[speech.verb.CLASS]` and `[speech.noun.CLASS]` in the language's file, lemma =
frames. Frame `clause` is a clause or a quotation before or after the verb; `to`, `gerund`, `object`
and `as` ("described X as", "called X Y") are what they say; any other is the preposition that
brings the content in ("warned of"); `whole` adds the object before it to the content ("accused X of
Y").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.world.languages import Language, read_languages

PARSED = "en"  # the language of the parses that are asked
CLAUSES = frozenset({"that", "bare", "whether", "inverted"})
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}


@dataclass(frozen=True, slots=True)
class Cue:
    lemma: str
    cue_class: str
    frames: frozenset[str]

    def takes(self, frame: str) -> bool:
        """Whether the verb takes a frame, or one of the constructions that the frame `clause`
        stands for.
        """
        return ("clause" if frame in CLAUSES else frame) in self.frames


def list_cues(language: Language) -> Iterator[tuple[tuple[str, str], Cue]]:
    """The cues of a language by part of speech and lemma."""
    speech = language.speech
    for part, classes in (("verb", speech.verb), ("noun", speech.noun)):
        for cue_class, cues in classes.items():
            for lemma, frames in cues.items():
                yield (part, lemma), Cue(lemma, cue_class, frozenset(frames.split()))


CUES = {
    key: cue
    for language in read_languages()
    if language.code == PARSED
    for key, cue in list_cues(language)
}


def spell(token: Token) -> str:
    """The lemma as the lexicon spells it: "criticise" and "analyse" of the British press are
    "criticize" and "analyze" there.
    """
    lemma = token.lemma_.lower()
    return (
        f"{lemma[:-2]}ze"
        if lemma.endswith(("ise", "yse")) and ("verb", lemma) not in CUES
        else lemma
    )


def find_cue(token: Token, preposition: str = "") -> Cue | None:
    """The entry of a verb or noun, of "call for" before that of "call"; None for one that does not
    report.
    """
    part, lemma = PARTS.get(token.pos_, ""), spell(token)
    return CUES.get((part, f"{lemma} {preposition}")) or CUES.get((part, lemma))


def find_verb_cue(token: Token) -> Cue | None:
    return find_cue(token) if token.pos_ in {"VERB", "AUX"} else None


def is_cue_form(token: Token) -> bool:
    """Whether a word that the tagger took for a noun is spelt like a reporting verb in the present
    tense: "notes", "warns".
    """
    word = token.lower_
    return token.pos_ in {"NOUN", "PROPN"} and word.endswith("s") and ("verb", word[:-1]) in CUES
