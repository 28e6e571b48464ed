"""What is said, as places in the text -> its row."""

from transforms.keys import make_key
from transforms.quotes.marked.said import Said
from transforms.records import JOINT, Article, Quote, Span, SpeakerKind

READER = "marks"  # quotation marks and a list of verbs, without a parse
# confidence: of a name beside the verb, of other words for the speaker. Where nobody is told the text
# tells the speaker otherwise in nearly all, so that the words are right and the speaker is not: half
NAMED, TOLD, UNTOLD = 0.94, 0.9, 0.5
# and of what stands in no marks of its own clause at most
MOST = {
    "clause:that": 0.85,
    "clause:according": 0.85,
    "clause:on": 0.85,
    "marks:on": 0.85,
    "marks:so": 0.85,
    "marks:after": 0.75,
    "marks:lead": 0.75,
}
CONFIDENCE: dict[SpeakerKind, float] = {"name": NAMED, "none": UNTOLD}


def make_quote(article: Article, said: Said) -> Quote:
    """The row of what is said; its key is that of its first piece and its last."""
    text = article.document.text
    spans = tuple(Span(start, end, text[start:end]) for start, end in said.pieces)
    start, end = spans[0].char_start, spans[-1].char_end
    subject = said.beside.subject
    kind = subject.kind if subject else "none"
    rule = said.beside.rule
    speaker = subject.place if subject else None
    return Quote(
        quote_id=make_key("quote", article.article_id, False, start, end),
        article_id=article.article_id,
        kind=said.kind,
        in_title=False,
        text=JOINT.join(span.text for span in spans),
        char_start=start,
        char_end=end,
        spans=spans,
        cue_text=text[slice(*said.beside.cue)] if said.beside.cue else None,
        speaker_text=text[slice(*speaker)] if speaker else None,
        speaker_start=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        speaker_mention_kind=kind,
        confidence=min(CONFIDENCE.get(kind, TOLD), MOST.get(rule, 1.0)),
        rule=rule,
        reader=READER,
    )
