"""An article and its parse -> why each of its quotes stands as it does, and why it is this
speaker's: a value, for `onrecord explain`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.entities import Reading, find_names, give_speakers, read_mentions
from transforms.entities.meaning.scene import SIGNS
from transforms.grammar.parse import Parse
from transforms.quotes import find_quotes
from transforms.quotes.marked import find_marked_quotes
from transforms.quotes.trace import Trace, trace_quotes
from transforms.records import Article, Mention, Quote, SpeakerKind
from transforms.times import find_times

HOW: dict[SpeakerKind, str] = {
    "name": "the words hold the name",
    "surname": "the article has one person with that surname",
    "acronym": "the article has one body with that acronym",
    "role": "the article gives that role to them",
    "pronoun": "the best of those whom the article has in mind there",
    "metonym": "a place or building that stands for a body",
    "demonym": "people of a country",
    "collective": "several people: nobody is meant by name",
    "anonymous": "somebody whom the article does not name",
    "none": "the article names nobody",
}


HOW_BESIDE: dict[SpeakerKind, str] = {
    "name": "a name stands beside the verb",
    "none": "nobody stands beside the verb",
}
TOLD_OTHERWISE = "what somebody is, several or a pronoun stand beside the verb"
HOW_MARKED = {
    "marks:behind": "a verb of speech follows, behind a comma or a dash",
    "clause:behind": "a verb of speech follows, behind a comma or a dash",
    "marks:before": "a verb of speech and a colon or a comma open the quotation marks",
    "marks:after": "the sentence before the quotation marks is told of who speaks elsewhere",
    "marks:so": "the sentence behind the quotation marks tells who said so",
    "marks:lead": "a person begins the sentence whose colon opens the quotation marks",
    "clause:that": "a verb of speech stands before it, and a word such as “that” opens it",
    "clause:according": "the sentence names whose words it reports",
}
HOW_ON = "it goes on, in the same paragraph, with what was said before"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean; signs: what speaks for or against it, and how much."""

    name: str
    score: float
    signs: tuple[tuple[str, float], ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A quote with its trace, who speaks by which rule, and whom else it might have been, the
    likelier first.

    speaker: the name that the article gives the speaker, None where it tells nobody.
    """

    trace: Trace
    speaker: str | None
    how: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def quote(self) -> Quote:
        return self.trace.quote


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote of an article that is not parsed: how it was found, and what its confidence is."""

    quote: Quote
    how: str
    why_sure: str

    @property
    def speaker(self) -> str | None:
        return self.quote.speaker_text


def explain_marked_quotes(article: Article) -> list[Marked]:
    """Why the quotes of an article stand in whose language nothing is parsed, in their order."""
    return [
        Marked(
            quote,
            HOW_MARKED.get(quote.rule, HOW_ON),
            HOW_BESIDE.get(quote.speaker_mention_kind, TOLD_OTHERWISE),
        )
        for quote in find_marked_quotes(article)
    ]


def explain_quotes(article: Article, parse: Parse) -> list[Explained]:
    """Why the quotes of an article stand as they do, in their order."""
    quotes = find_quotes(article, parse, find_times(article, parse))
    reading = read_mentions(article, parse, find_names(article, parse), quotes)
    names = {referent.referent_id: referent.name for referent in reading.referents}
    spoken = give_speakers(quotes, reading)
    return [_explain(trace, reading, names) for trace in trace_quotes(parse, spoken)]


def _explain(trace: Trace, reading: Reading, names: dict[str, str]) -> Explained:
    quote = trace.quote
    speaker = names.get(quote.speaker_referent_id or "")
    how = HOW[quote.speaker_mention_kind]
    is_open = speaker is None and quote.speaker_mention_kind in {"role", "pronoun", "surname"}
    how = "nobody in the article fits, or two fit alike" if is_open else how
    return Explained(trace, speaker, how, tuple(_list_candidates(quote, reading, names)))


def _list_candidates(quote: Quote, reading: Reading, names: dict[str, str]) -> Sequence[Candidate]:
    mention = next((mention for mention in reading.mentions if _is_speaker(mention, quote)), None)
    weighed = reading.weighed.get(mention.mention_id, ()) if mention else ()
    candidates = [
        Candidate(
            names.get(one.referent_id, "?"),
            one.score,
            tuple((sign, value) for sign, value in zip(SIGNS, one.signs, strict=True) if value),
            one.referent_id == quote.speaker_referent_id,
        )
        for one in weighed
    ]
    return sorted(
        candidates,
        key=lambda candidate: (not candidate.is_chosen, -candidate.score, candidate.name),
    )


def _is_speaker(mention: Mention, quote: Quote) -> bool:
    place = (mention.in_title, mention.char_start, mention.char_end)
    return place == (quote.in_title, quote.speaker_start, quote.speaker_end)
