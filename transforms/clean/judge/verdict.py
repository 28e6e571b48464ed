"""What a page shows -> whether it is an article, and of which genre; if it is none, the reason in a
word.

The rules are tried in the order of RULES; the first that fires gives the reason. A rule looks for
what readers are told (phrases of the languages, in their proportion to the text), for the shape of
the text and for what the markup declares.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from transforms.clean.judge.declared import find_declared, kinds_of
from transforms.clean.judge.entries import find_entries
from transforms.clean.judge.facts import PageFacts, count_sentences, count_words, is_sentence
from transforms.clean.judge.genre import find_genre
from transforms.clean.judge.manner import describe_manner, has_lists, most_odds, weigh_manner
from transforms.clean.judge.sale import find_event, find_price, find_shelf
from transforms.clean.judge.shape import (
    find_comments,
    find_gibberish,
    find_index,
    find_ingredients,
    find_search,
    is_directory,
    is_timetable,
)
from transforms.clean.judge.teasers import find_teasers
from transforms.clean.judge.ticker import is_ticker
from transforms.records import Genre

NO_PHRASES: frozenset[str] = frozenset()
# of a wall whose heading says what it is, and of one that only its words betray
WORDS_PER_PHRASE, WORDS_PER_PHRASE_UNTITLED = 50, 12
# phrases that an offer has at least, and words for each of them at most
DECLARED_OFFER, UNDECLARED_OFFER = (
    (2, 150),
    (4, 40),
)
# at which, by folds over hosts, 16 in 1,000 stubs of articles and none of 407 whole ones are lost
SERVICE_ODDS = 0.2
# share of words such as "you" and "our", or such as "salary" and "tickets"; the odds that are asked
# of a page with fewer: by folds 0.8 tells no more notices in prose and loses two more of our own
# 350 short articles, 1.5 tells one in twenty of those notices less
SPOKEN, OFFERED, UNSPOKEN_ODDS = 0.025, 0.04, 1.1
# shares of lines that are short, and of words that are numbers, in a table of results
RESULTS_LINES, RESULTS_NUMBERS = 0.8, 0.2
# of one that names its authors, or states a date, or has og:type "article", and no more: by folds over hosts none of 54
# articles comes to 0.3
STATED_ODDS = 2.0
# of a page on which these odds are enough; each as many more take one from them
SERVICE_WORDS = 100
BRIEF_WORDS = 15  # of a brief that declares nothing
UNLISTED_SENTENCES = 3  # of a brief in a language that has no lists of manner
LONG_WORDED, BRIEF_SIGNS = 10, 60  # words and characters of one in a language of long words
MAX_NOTICE = 150  # words of a page such as "Contact us"
MAX_MISSING_PAGE = 400  # words of prose on a page that says it is not there: links to other stories


@dataclass(frozen=True, slots=True)
class Verdict:
    """reason: why it is no article, None for an article. detail: what shows it, in words for a
    person.
    """

    genre: Genre = "article"
    reason: str | None = None
    detail: str | None = None


Rule = Callable[[PageFacts], str | None]


def judge(facts: PageFacts) -> Verdict:
    """Judge an HTML page or a dump. The facts come from `gather_page_facts` or
    `gather_dump_facts`.
    """
    for reason, rule in RULES:
        if detail := rule(facts):
            return Verdict(reason=reason, detail=detail)
        if detail := find_declared(facts, reason):
            return Verdict(reason=reason, detail=detail)
    return Verdict(find_genre(facts))


def _find_wall(reason: str) -> Rule:
    """A rule for pages that stand between a reader and an article: a heading says so, or nothing
    else is said.
    """

    def find(facts: PageFacts) -> str | None:
        phrases, heading = facts.phrases.get(reason, NO_PHRASES), facts.titled.get(reason)
        words_per_phrase = facts.told_words / max(1, len(phrases))
        if (
            heading
            and len(phrases) >= (1 if heading in facts.headings else 2)
            and words_per_phrase <= WORDS_PER_PHRASE
        ):
            return f"headed {heading!r}; {_list(phrases)}"
        if facts.is_marked_article and reason != "cookie_wall":
            return None
        is_full = len(phrases) >= 3 and words_per_phrase <= WORDS_PER_PHRASE_UNTITLED
        return _list(phrases) if is_full and not _is_brief_among_menus(facts) else None

    return find


def _find_missing_page(facts: PageFacts) -> str | None:
    heading = facts.titled.get("soft_404")
    phrases, words = facts.phrases.get("soft_404", NO_PHRASES), facts.told_words
    if heading and (len(phrases) >= 2 or words <= 40) and words <= MAX_MISSING_PAGE:
        return f"headed {heading!r}"
    return (
        _list(phrases)
        if len(phrases) >= 3 and len(phrases) * 15 >= words and not facts.is_marked_article
        else None
    )


def _find_legal_page(facts: PageFacts) -> str | None:
    heading, phrases = facts.titled.get("legal_page"), facts.phrases.get("legal_page", NO_PHRASES)
    if not heading or facts.declared.articles:
        return None
    is_notice = heading in facts.headings[:2] and facts.words < MAX_NOTICE
    return f"headed {heading!r}" if is_notice or len(phrases) >= 2 else None


def _find_offer(reason: str) -> Rule:
    """A rule for what is sold or offered: declared in the markup, or told in the words of shops and
    of advertisements.
    """

    def find(facts: PageFacts) -> str | None:
        if facts.is_marked_article:
            return None
        declared = kinds_of(facts, reason).keys()
        phrases = facts.offers.get(reason, NO_PHRASES)
        least, words_per_phrase = DECLARED_OFFER if declared else UNDECLARED_OFFER
        if len(phrases) < least or len(phrases) * words_per_phrase < facts.told_words:
            return None
        return ", ".join(sorted(declared | phrases)[:6])

    return find


def _find_service(facts: PageFacts) -> str | None:
    """A page that asks, offers or informs of itself, in whatever words, and is not described as an
    article.
    """
    if detail := find_ingredients(facts):
        return detail
    if facts.is_thin or facts.declared.is_one_article or facts.declared.is_published:
        return None
    return (None if _is_stated(facts) else _find_timed(facts)) or _find_manner(facts)


def _is_stated(facts: PageFacts) -> bool:
    return facts.is_marked_article or facts.declared.is_dated


def _find_timed(facts: PageFacts) -> str | None:
    if is_directory(facts):
        return "names of desks, each with its number"
    return "short lines, each with its time" if is_timetable(facts) else None


def _find_manner(facts: PageFacts) -> str | None:
    """How sure it is that a page serves its readers, where it is sure enough. The longer the page
    is, the surer it must be.
    """
    told_beyond = max(0, facts.words - SERVICE_WORDS) / SERVICE_WORDS
    if most_odds() - told_beyond < SERVICE_ODDS or not _may_serve(facts):
        return None
    manner = describe_manner(facts)
    odds = weigh_manner(manner) - told_beyond
    told = f"it serves its readers and tells no story (log odds {odds:.1f})"
    least = _least_odds(manner, facts)
    is_stated = facts.is_signed or _is_stated(facts)
    return told if odds >= (max(least, STATED_ODDS) if is_stated else least) else None


def _least_odds(manner: Mapping[str, float], facts: PageFacts) -> float:
    """More where nobody is spoken to, nothing offered, and there is nothing to fill in or to press;
    what the shape alone says of a language that has no lists is not enough.
    """
    if _shows_results(manner):
        return inf
    is_worded = manner["address"] >= SPOKEN or manner["offer"] >= OFFERED
    if is_worded or manner["fields"] > 0 or facts.declared.buttons:
        return SERVICE_ODDS
    return UNSPOKEN_ODDS if has_lists(facts) else inf


def _shows_results(manner: Mapping[str, float]) -> bool:
    """Standings, scores or votes under a headline: short lines, many of them numbers, that offer
    nothing.
    """
    is_table = manner["short_lines"] >= RESULTS_LINES and manner["numbers"] >= RESULTS_NUMBERS
    return is_table and manner["offer"] < OFFERED


def _may_serve(facts: PageFacts) -> bool:
    """Not what is headed as somebody's view ("Letters: ...") or is of a genre of its own."""
    is_plain = find_genre(facts) in ("article", "paywall_stub")
    return is_plain and "opinion" not in facts.named


def _unless_ticker(rule: Rule) -> Rule:
    """The rule, for pages that are no entries of a ticker: those are short, each with its time."""

    def find(facts: PageFacts) -> str | None:
        detail = rule(facts)
        return None if detail is None or is_ticker(facts) else detail

    return find


def _find_too_short(facts: PageFacts) -> str | None:
    return f"{facts.words} words" if facts.is_thin and not _is_news_brief(facts) else None


def _is_brief_among_menus(facts: PageFacts) -> bool:
    """Whether little is told, in the manner of news: the phrases are those of the site round it."""
    return facts.is_thin and bool(facts.paragraphs) and _is_news_brief(facts)


def _is_news_brief(facts: PageFacts) -> bool:
    """A sentence or two in the manner of news, on a page that declares nothing; of a language
    whose manner nobody listed several in a row are enough.
    """
    told = [line for line in facts.paragraphs if is_sentence(line)]
    words, signs = sum(map(count_words, told)), sum(map(len, told))
    is_told = words >= BRIEF_WORDS or (words >= LONG_WORDED and signs >= BRIEF_SIGNS)
    if is_told and not has_lists(facts) and count_sentences(told) >= UNLISTED_SENTENCES:
        return True
    return is_told and weigh_manner(describe_manner(facts)) < SERVICE_ODDS


def _list(phrases: frozenset[str]) -> str:
    return ", ".join(sorted(phrases)[:5])


RULES: Sequence[tuple[str, Rule]] = (
    ("block_page", _find_wall("block_page")),
    ("soft_404", _find_missing_page),
    ("cookie_wall", _find_wall("cookie_wall")),
    ("login_wall", _find_wall("login_wall")),
    ("legal_page", _find_legal_page),
    ("search_page", find_search),
    ("comments_only", find_comments),
    ("product", _find_offer("product")),
    ("listing", _find_offer("listing")),
    ("index_page", _unless_ticker(find_teasers)),
    ("index_page", _unless_ticker(find_index)),
    ("gibberish", find_gibberish),
    ("product", find_shelf),
    ("product", find_price),
    ("listing", find_event),
    ("service_page", _unless_ticker(find_entries)),
    ("service_page", _unless_ticker(_find_service)),
    ("too_short", _unless_ticker(_find_too_short)),
)
