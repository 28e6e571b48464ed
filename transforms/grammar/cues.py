"""The lexicon of cues: which verbs and nouns report speech, of what class they are, and which
complements they take.

They stand under `[speech.verb.CLASS]` and `[speech.noun.CLASS]` in the language's file, lemma =
frames. Frame `clause` is a clause or a quotation before or after the verb; `to`, `gerund`, `object`
and `as` ("described X as", "called X Y") are what they say; `inverted` stands around it ("as X put
it, ..."); any other is the preposition that brings the content in ("warned of"); `whole` adds the
object before it to the content ("accused X of Y").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transforms.grammar.tokens import Token
from transforms.world.languages import Language, read_languages

PARSED = "en"  # the language of the parses that are asked
CLAUSES = frozenset({"that", "bare", "whether", "inverted"})
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}
SAYING_IT = frozenset({"put"})  # verbs that report only with "it" behind them
REACH = 5  # tokens of "it as plainly:"
KNOWN_WORDS = 20_000  # lemmas, which texts share


@dataclass(frozen=True, slots=True)
class Cue:
    lemma: str
    cue_class: str
    frames: frozenset[str]

    def takes(self, frame: str) -> bool:
        """Whether the verb takes a frame, or one of the constructions that the frame `clause`
        stands for.
        """
        return frame in self.frames or (frame in CLAUSES and "clause" in self.frames)


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
    return _spell(token.lemma_)


@lru_cache(maxsize=KNOWN_WORDS)
def _spell(word: str) -> str:
    lemma = word.lower()
    is_british = lemma.endswith(("ise", "yse")) and ("verb", lemma) not in CUES
    return f"{lemma[:-2]}ze" if is_british else lemma


def find_cue(token: Token, preposition: str = "") -> Cue | None:
    """The entry of a verb or noun, of "call for" before that of "call"; None for one that does not
    report.
    """
    cue = _look_up(token.pos_, token.lemma_, preposition)
    if cue is not None and spell(token) in SAYING_IT and not _says_it(token):
        return None
    return cue


@lru_cache(maxsize=KNOWN_WORDS)
def _look_up(pos: str, word: str, preposition: str) -> Cue | None:
    part, lemma = PARTS.get(pos, ""), _spell(word)
    return CUES.get((part, f"{lemma} {preposition}")) or CUES.get((part, lemma))


def _says_it(verb: Token) -> bool:
    """ "As Lind put it", "Lind put it bluntly: “...”"."""
    behind = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + REACH]]
    is_likened = any(child.lower_ == "as" for child in verb.lefts)
    return behind[:1] == ["it"] and (is_likened or ":" in behind)


def find_verb_cue(token: Token) -> Cue | None:
    return find_cue(token) if token.pos_ in {"VERB", "AUX"} else None


def is_cue_form(token: Token) -> bool:
    """Whether a word that the tagger took for a noun is spelt like a reporting verb in the present
    tense: "notes", "warns".
    """
    word = token.lower_
    return token.pos_ in {"NOUN", "PROPN"} and word.endswith("s") and ("verb", word[:-1]) in CUES
