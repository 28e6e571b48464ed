"""How the text of a page stands -> whether it is headlines with the beginnings of other stories."""

from collections.abc import Iterator, Sequence

from transforms.clean.judge.facts import SENTENCE_END, PageFacts, count_words, is_sentence

# of a list of stories; the second share where the markup calls it an article
MIN_HEADLINES, TEASERS, MARKED_TEASERS = 5, 0.7, 0.9
# words of a headline, and of what stands below it at most; pairs at least, of all lines at least
HEADLINE_WORDS, TEASER_WORDS = range(5, 17), 30
MIN_PAIRS, PAIRED = 3, 0.8


def find_teasers(facts: PageFacts) -> str | None:
    """Headings that link to stories, with a few lines under each, and little else; or, where
    links are not known, headlines each with a line.
    """
    layout, share = facts.layout, MARKED_TEASERS if facts.is_marked_article else TEASERS
    if layout.headlines >= MIN_HEADLINES and layout.teaser_share >= share:
        return f"{layout.headlines} headings that link to stories, with little under each"
    if facts.declared.articles or not is_paired(facts.paragraphs):
        return None
    return "headlines, each with a line below, and next to nothing beside"


def is_paired(lines: Sequence[str]) -> bool:
    """Whether nearly all of the text is headlines and the line below each: not the headings of a
    story, which tells more under them than that.
    """
    pairs = sum(1 for _ in _find_pairs(lines))
    return pairs >= MIN_PAIRS and 2 * pairs >= PAIRED * len(lines)


def _find_pairs(lines: Sequence[str]) -> Iterator[int]:
    """Where a headline stands above its line and no second one follows that."""
    for at, line in enumerate(lines[:-1]):
        below, after = lines[at + 1], lines[at + 2 : at + 3]
        if _is_headline(line) and _is_teaser(below) and all(map(_is_headline, after)):
            yield at


def _is_headline(line: str) -> bool:
    """Not what is numbered, nor a result: "1. Nobody read the lease", "Hale 0 Gull Point 3"."""
    is_numbered = line[0].isdigit() or line[-1].isdigit()
    return count_words(line) in HEADLINE_WORDS and not is_numbered and not SENTENCE_END.search(line)


def _is_teaser(line: str) -> bool:
    is_told = is_sentence(line) and SENTENCE_END.search(line) is not None
    return is_told and count_words(line) <= TEASER_WORDS
