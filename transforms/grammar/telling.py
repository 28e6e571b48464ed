"""A parse in, whether its text explains things rather than tells what happened: a guide, a shop, the
notes of a maker.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.grammar.parse import Paragraph

FEWEST = 300  # tokens: what is shorter shows no manner
READERS = frozenset({"you", "your", "yours"})
PAST = "VBD"
PRESENT = frozenset({"VBP", "VBZ", "VB"})
FINITE = frozenset({PAST, "VBZ"})
REPORTING = frozenset({"say", "tell", "announce", "warn"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text speaks. past: share of its verbs with a tense that stand in the past; reported,
    addressed: shares of its words that report speech, and that speak to the reader; headings: share
    of its paragraphs that end without a stop; tokens: how long it is.
    """

    past: float
    reported: float
    headings: float = 0
    addressed: float = 0
    tokens: int = FEWEST

    def is_within(self, guide: "Manner") -> bool:
        """Whether it tells less than a guide may, and has at least of its signs what it must."""
        tells_less = self.past < guide.past and self.reported < guide.reported
        is_set = self.headings >= guide.headings and self.addressed >= guide.addressed
        return tells_less and is_set and self.tokens >= guide.tokens


# The less is set as guides are, the less may be told.
GUIDES = (
    Manner(past=0.22, reported=0.0012, headings=0.3),
    Manner(past=0.22, reported=0.0012, headings=0.1, addressed=0.01),
    Manner(past=0.13, reported=0.0012, headings=0.1),
    Manner(past=0.15, reported=0.0015, addressed=0.01),
    Manner(past=0.1, reported=0.0012, headings=0.05, addressed=0.004),
    Manner(past=0.08, reported=0.02, headings=0.1, addressed=0.008),  # "says Ada Quill, a planner"
    Manner(past=0.3, reported=0.0012, headings=0.1, addressed=0.004, tokens=600),
    Manner(past=0.13, reported=0.0012, tokens=1_000),
    Manner(past=0.2, reported=0.0012, headings=0.2, tokens=1_000),
    Manner(past=0.14, reported=0.003, headings=0.3, tokens=1_000),
    Manner(past=0.3, reported=0.005, headings=0.4, addressed=0.005, tokens=1_000),
    Manner(past=0.25, reported=0.0005, headings=0.05, addressed=0.005, tokens=1_500),
    Manner(past=0.4, reported=0.0005, headings=0.15, tokens=2_000),
)


def explains(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether hardly anything is reported or happened in the text, and it has headings, speaks to
    its reader, or goes on so for long.
    """
    body = [paragraph for paragraph in paragraphs if not paragraph.in_title]
    if sum(len(paragraph.doc) for paragraph in body) < FEWEST:
        return False
    manner = measure_manner(body)
    return any(manner.is_within(guide) for guide in GUIDES)


def measure_manner(body: Sequence[Paragraph]) -> Manner:
    """How paragraphs with words speak."""
    tokens = [token for paragraph in body for token in paragraph.doc]
    tags = Counter(token.tag_ for token in tokens)
    reporting = sum(token.tag_ in FINITE and token.lemma_ in REPORTING for token in tokens)
    addressed = sum(token.lower_ in READERS for token in tokens)
    headings = sum(paragraph.text.rstrip()[-1:].isalnum() for paragraph in body)
    return Manner(
        past=tags[PAST] / max(1, tags[PAST] + sum(map(tags.__getitem__, PRESENT))),
        reported=reporting / len(tokens),
        headings=headings / len(body),
        addressed=addressed / len(tokens),
        tokens=len(tokens),
    )
