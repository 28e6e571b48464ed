"""The candidates of a report on matches in, the forms of places that are teams there out: "Porto
beat Lisbon 2-1".
"""

import re
from collections import Counter
from collections.abc import Sequence

from transforms.entities.naming.candidates import Candidate
from transforms.entities.naming.signs import is_inside
from transforms.world.countries import DEMONYMS
from transforms.world.lexicon import MATCH_WORDS, TEAM_NOUNS, TEAM_VERBS

WORD = re.compile(r"[a-z-]+")
TELLING = 3  # words of a match in an article that reports on one
OFTEN = 4  # of so many mentions of a team one shows it
SCORE = r"(?<!\d)\d{1,3}\s?[-–]\s?\d{1,3}(?!\d)"
SCORE_AFTER = re.compile(rf"\s?\(?{SCORE}")  # "Porto 2-1 Lisbon"
SCORE_BEFORE = re.compile(rf"{SCORE}\)?\s?$")
NEAR = 4  # words in which a score stands beside a name: "(", "2", "-", "1"
OPPOSING = frozenset({"against", "v", "vs", "versus"})
SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})
JOINED = 3  # names in a row that are followed back to the first


def find_teams(candidates: Sequence[Candidate], text: str) -> set[str]:
    """Forms that play more often than something is in them, and often enough; none where the
    article tells of no match.
    """
    if not tells_of_match(text):
        return set()
    mentions = Counter(candidate.form for candidate in candidates if candidate.form not in DEMONYMS)
    playing = Counter(candidate.form for candidate in candidates if plays(candidate))
    inside = Counter(candidate.form for candidate in candidates if is_inside(candidate))
    return {
        form
        for form, count in mentions.items()
        if inside[form] < playing[form] and OFTEN * playing[form] >= count
    }


def tells_of_match(text: str) -> bool:
    """Whether a text has several words of reports on matches."""
    return len(MATCH_WORDS.intersection(WORD.findall(text))) >= TELLING


def plays(candidate: Candidate) -> bool:
    """Whether it wins or loses, has a score beside it, a coach or an opponent."""
    return _does_as_teams_do(candidate) or _has_score(candidate) or _has_members(candidate)


def _does_as_teams_do(candidate: Candidate) -> bool:
    token = candidate.paragraph.doc[candidate.end - 1]
    for _ in range(JOINED):
        if token.dep_ == "conj":
            token = token.head
    return (token.dep_ in SIDES and token.head.lemma_ in TEAM_VERBS) or (
        token.dep_ == "pobj" and token.head.lower_ in OPPOSING
    )


def _has_score(candidate: Candidate) -> bool:
    doc = candidate.paragraph.doc
    before, after = (
        doc[max(0, candidate.start - NEAR) : candidate.start],
        doc[candidate.end : candidate.end + NEAR],
    )
    return bool(SCORE_AFTER.match(after.text) or SCORE_BEFORE.search(before.text))


def _has_members(candidate: Candidate) -> bool:
    """ "Porto's goalkeeper", "the Porto coach"."""
    after = [token.lower_ for token in candidate.paragraph.doc[candidate.end : candidate.end + 2]]
    return bool(TEAM_NOUNS.intersection(after if after[:1] in (["'s"], ["’s"]) else after[:1]))
