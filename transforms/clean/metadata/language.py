"""A text, and the language that its page declares -> the language that it is in, and how sure that
is.

Languages that look alike (Norwegian and Danish, Czech and Slovak) are told apart by the page's
declaration; a declaration that the text does not bear out at all is ignored, since many pages in
Swahili or Turkish declare English. Where no language leads by its letters, its small words tell it.
"""

import re
from typing import cast

from resiliparse.parse.lang import detect_fast

from transforms.clean.metadata.small_words import tell_by_small_words

SAMPLE = 4_000  # characters that decide
NEAR = 0.12  # ranks this close to the best may be overruled by the declaration
CLEAR = 0.2  # a lead over the second of this much is certainty
DECLARED_CONFIDENCE = 0.9
MIN_CONFIDENCE = 0.65  # below, the letters do not tell the language
KANA = re.compile("[\u3041-\u30ff]")  # Japanese; Chinese has none
# codes for what the detector calls otherwise
SAME = {
    "nb": "no",
    "nn": "no",
    "in": "id",
    "iw": "he",
}


def find_language(text: str, declared: str | None = None) -> tuple[str | None, float | None]:
    """ISO 639-1 code and confidence (0 to 1) of `text`; both None where it could not be told.
    `declared` is such as "en-GB".
    """
    sample = text[:SAMPLE]
    if len(KANA.findall(sample)) * 20 > len(sample):
        return "ja", 1.0
    ranks = _rank(sample)
    code, confidence = choose_language(ranks, declared)
    if code is None and (told := tell_by_small_words(sample)):
        return told, MIN_CONFIDENCE
    return code, confidence


def choose_language(
    ranks: list[tuple[str, int]], declared: str | None = None
) -> tuple[str | None, float | None]:
    """The likeliest language, or the declared one where it is next to that; both None where no
    language leads.
    """
    if not ranks:
        return None, None
    code, best = ranks[0]
    hint = language_of(declared)
    if hint and any(other == hint and rank <= best * (1 + NEAR) for other, rank in ranks):
        return hint, DECLARED_CONFIDENCE if hint != code else max(
            DECLARED_CONFIDENCE, _confidence(ranks)
        )
    confidence = _confidence(ranks)
    return (code, confidence) if confidence >= MIN_CONFIDENCE else (None, None)


def _confidence(ranks: list[tuple[str, int]]) -> float:
    """From the lead of the best rank over the second: no lead is a toss-up."""
    lead = (ranks[1][1] - ranks[0][1]) / ranks[0][1] if len(ranks) > 1 else CLEAR
    return round(min(1.0, 0.5 + 0.5 * lead / CLEAR), 2)


def language_of(declared: str | None) -> str | None:
    """The ISO 639-1 code of a declaration: "nb-NO" is "no"."""
    code = re.split(r"[-_]", declared.strip().lower())[0] if declared else ""
    return SAME.get(code, code) or None


def _rank(sample: str) -> list[tuple[str, int]]:
    """The likeliest languages with two letters, each with how far the sample is from it."""
    ranked = cast(list[tuple[str, int]], detect_fast(sample, n_results=4))
    return [(code, rank) for code, rank in ranked if len(code) == 2]
