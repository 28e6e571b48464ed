"""What the markup of a page says it is -> the reason for which it is no article, where it tells no
story beside.
"""

from transforms.clean.judge.facts import PageFacts
from transforms.world.declared_kinds import DeclaredKind, read_declared_kinds

# words in long lines of a page that may be what its markup says, though; the second number where
# og:type says "article", as on all pages of some sites
TOLD_LINE, MOST_TOLD, MOST_TOLD_MARKED = 25, 400, 150


def find_declared(facts: PageFacts, reason: str) -> str | None:
    """What the markup says the page is, where it does not also call it an article and the text does
    not read as one.
    """
    if facts.declared.articles:
        return None
    kinds = [name for name, kind in kinds_of(facts, reason).items() if _is_told(facts, kind)]
    return f"the markup says {', '.join(kinds)} and no article" if kinds else None


def kinds_of(facts: PageFacts, reason: str) -> dict[str, DeclaredKind]:
    """The declared types that speak for a reason, by name."""
    known = read_declared_kinds()
    kinds = {name: known[name] for name in sorted(facts.declared.types & known.keys())}
    return {name: kind for name, kind in kinds.items() if kind.reason == reason}


def _is_told(facts: PageFacts, kind: DeclaredKind) -> bool:
    if kind.sure == "yes":
        told = sum(words for words in facts.word_counts if words >= TOLD_LINE)
        return told <= (MOST_TOLD_MARKED if facts.is_marked_article else MOST_TOLD)
    is_stated = facts.is_marked_article or facts.declared.is_dated
    return kind.sure == "short" and facts.words <= MOST_TOLD and not is_stated
