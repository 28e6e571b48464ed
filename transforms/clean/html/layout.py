"""The blocks of a page and its text -> how the text stands there: as a story, or as lines under
headings that lead elsewhere.
"""

from collections.abc import Sequence

from transforms.clean.html.blocks import Block
from transforms.clean.judge.facts import Layout, count_words

HEADLINE_WORDS = range(3, 26)
HEADLINE_SIGNS = 8  # at least, since two signs count as a word where none are parted: "スポーツ"
LINKED = 0.8  # share of a heading that is a link
TEASER_WORDS = 60  # at most
REACH = 2  # blocks between a heading and its teaser, which may be a date or a section


def survey_layout(blocks: Sequence[Block], text: str) -> Layout:
    """The layout of a text whose paragraphs are among the blocks."""
    paragraphs = set(text.split("\n\n"))
    headlines = [_is_headline(block) for block in blocks]
    words = teasers = 0
    for at, block in enumerate(blocks):
        if block.text not in paragraphs:
            continue
        count = count_words(block.text)
        words += count
        if headlines[at] or (count <= TEASER_WORDS and any(headlines[max(0, at - REACH) : at])):
            teasers += count
    return Layout(sum(headlines), teasers / (words or 1))


def _is_headline(block: Block) -> bool:
    """Whether a block is a heading that is a link, or a link of a headline's length that is a block
    of its own.
    """
    if count_words(block.text) not in HEADLINE_WORDS or len(block.text) < HEADLINE_SIGNS:
        return False
    is_linked = block.link_share >= LINKED or "a" in block.ancestors
    return is_linked and (block.tag[1:].isdigit() or block.tag in ("div", "li", "p", "article"))
