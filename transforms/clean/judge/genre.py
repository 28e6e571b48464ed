"""The facts of a page that is an article -> its genre: live blog, transcript, gallery, video page,
paywall stub, or plain article.
"""

import re
from collections import Counter

from transforms.clean.judge.facts import PageFacts
from transforms.clean.judge.ticker import is_ticker
from transforms.records import Genre

# "JANE DOE: Thank you."
SPEAKER_TURN = re.compile(r"(?:[A-ZÀ-Ý][\w.'’-]{0,30}(?: [A-ZÀ-Ý][\w.'’-]{0,30}){0,4}|Q|A)\s?:\s")
MIN_TURNS = 3  # of one speaker
STUB_WORDS = 250  # a stub is a paragraph or two
VIDEO_WORDS = 150  # the words under a video
GALLERIES = frozenset({"ImageGallery", "MediaGallery"})


def find_genre(facts: PageFacts) -> Genre:
    """The first that holds: a live blog with a gallery in it is a live blog."""
    if "LiveBlogPosting" in facts.declared.types or "live_blog" in facts.named or is_ticker(facts):
        return "live_blog"
    if "transcript" in facts.named or _is_dialogue(facts):
        return "transcript"
    if facts.declared.types & GALLERIES or "gallery" in facts.named:
        return "gallery"
    if facts.words < VIDEO_WORDS and ("video" in facts.named or _declares_video(facts)):
        return "video"
    if facts.words < STUB_WORDS and (not facts.declared.is_free or "paywall_stub" in facts.phrases):
        return "paywall_stub"
    return "article"


def _is_dialogue(facts: PageFacts) -> bool:
    """Two speakers or more take turns, each again and again; "DEAR READER:" and the labels of a
    list do not.
    """
    turns = Counter(
        turn.group() for paragraph in facts.paragraphs if (turn := SPEAKER_TURN.match(paragraph))
    )
    returning = [count for count in turns.values() if count >= MIN_TURNS]
    return len(returning) >= 2 and sum(returning) * 2 >= len(facts.paragraphs)


def _declares_video(facts: PageFacts) -> bool:
    return any(kind.startswith("og:video") for kind in facts.declared.types) or (
        "VideoObject" in facts.declared.types and not facts.declared.articles
    )
