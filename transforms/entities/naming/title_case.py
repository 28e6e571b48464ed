"""A paragraph in, whether it is set in title case out: where nearly every word has a capital, a
capital tells no name.
"""

from transforms.grammar.parse import Paragraph
from transforms.grammar.tokens import Doc

SHORT = 3  # letters of words that headlines write small
HEADLINE = 0.8  # of the longer words have a capital
VERBS = frozenset({"VERB", "AUX"})
LONGEST_HEADING = 30  # tokens
STOPS = (".", "!", ":", "”", '"')


def is_headline(doc: Doc) -> bool:
    """Whether nearly every word has a capital, so that a capital tells no name."""
    words = [token.text for token in doc if token.is_alpha and len(token) > SHORT]
    return len(words) > SHORT and sum(word[0].isupper() for word in words) >= HEADLINE * len(words)


def is_set_so(paragraph: Paragraph) -> bool:
    """Whether the title, or a paragraph that only leads to another story, is in title case; what
    has no verb is a list of names.
    """
    return (paragraph.in_title or is_heading(paragraph)) and is_headline(paragraph.doc)


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is short, without a stop, and says something; with a stop where its verb
    has a capital, too.
    """
    doc = paragraph.doc
    if len(doc) > LONGEST_HEADING:
        return False
    verbs = [token for token in doc if token.pos_ in VERBS]
    if not paragraph.text.rstrip().endswith(STOPS):
        return bool(verbs)
    return any(verb.i and verb.is_title and verb.pos_ == "VERB" for verb in verbs)


def is_capitalised(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading of few words, each of them with a capital."""
    doc = paragraph.doc
    if len(doc) > LONGEST_HEADING or paragraph.text.rstrip().endswith(STOPS):
        return False
    return all(token.text[0].isupper() for token in doc if token.is_alpha and len(token) > SHORT)
