"""A draft with quotation marks -> whether they only show an example: what the reader might say,
the writer's own wish or knowledge.
"""

from transforms.quotes.draft import Draft, find_head
from transforms.quotes.kinds import name_kind

WRITERS = frozenset({"i", "we", "you"})  # outside marks the writer and the reader
READERS = "your"
PRESENT = frozenset({"VB", "VBP"})


def is_example(draft: Draft) -> bool:
    """Whether the reader says or thinks the words, or the writer, who has words of his own beside
    the marks: "you think, “My car won't start”", "we want them to use the word “stay”".
    """
    head = find_head(draft)
    if head is None or head.lower_ == READERS:
        return head is not None
    if head.lower_ == "it" and draft.cue is not None and draft.cue.tag_ == "VB":
        return True
    if head.lower_ not in WRITERS or not _is_present(draft):
        return False
    return head.lower_ == "you" or name_kind(draft) == "mixed"


def _is_present(draft: Draft) -> bool:
    """ "You say", "we are talking about"."""
    if draft.cue is None:
        return False
    return draft.cue.tag_ in PRESENT or any(part.tag_ == "VBP" for part in draft.cue.lefts)
