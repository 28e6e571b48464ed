"""The shape of a page and of its text -> whether it is a list of links, a thread of comments, or no
language at all.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, islice

from transforms.clean.judge.clocks import (
    is_clock,
    is_clocks,
    opens_with_clock,
    opens_with_weekday,
)
from transforms.clean.judge.facts import (
    MARK_AT_END,
    PROSE_WORDS,
    Declared,
    PageFacts,
    count_words,
    is_sentence,
)
from transforms.clean.judge.phrases import is_line
from transforms.clean.judge.teasers import MIN_HEADLINES
from transforms.world.calendar import find_weekday
from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases
from transforms.world.stops import ALL
from transforms.world.web import join_names

SEARCH_KEY = re.compile(rf"[?&]{join_names('search_keys')}=")
DATE_PATH = re.compile(r"/\d{4}(?:/\d\d){0,2}/?")  # "/2024/05/": all stories of a month
ENOUGH_POINTS = 4  # of a list of stories
LIST_SHAPE = ("most lines are no sentences", 2)
MANY_ARTICLES = 5
INDEX_TYPES = frozenset({"CollectionPage", "ItemList", "ProfilePage", "SearchResultsPage"})
MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf]|â€|Ð[\u0080-\u00bf]|\ufffd")
FILLER = re.compile(r"[Ll]orem ipsum|dolor sit amet|consectetur adipiscing")
LATIN_WORD = re.compile(r"[a-z]{2,}")
ENDLESS = re.compile(r"[!-~]{60,}")  # base64, hexadecimal
# lines; words of one; of all lines one in so many is one
MIN_TIMED, TIMED_WORDS, MOST_TOLD_BESIDE = 3, 9, 3
# words in sentences, from where on a text tells more than its times: beside items with theirs, and
# beside clocks alone, which players of sound and film leave on the page of any article
MAX_TOLD_OF_ITEMS, MAX_TOLD_OF_CLOCKS = 100, 30
SIGN = re.compile(r"[^\w\s]")
# "sdfghjkl"; no Latin-script language has that in many words
UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
# "{{ article.title }}", "{% for item in related %}"
TEMPLATE = re.compile(r"\{\{[^{}\n]{1,60}\}\}|\{%[^%\n]{1,60}%\}")
# "x = f(y);"
CODE = re.compile(rf"\w\(|[{{}};]$|\s[=!]?==?\s|^{join_names('code')}\b")
MIN_CODE = 20  # lines of a program; an article that teaches one has no more than half of such lines
MAX_CHECKED = 2_500  # characters
# words of a text, and how often each comes on average in a language
MIN_VARIED, MAX_REPEATS = 100, 12
MIN_FIELDS = 3  # of a template that nobody filled
MAX_MARK = 80  # characters of a line that is a date or the name over a comment
MIN_LIST, MIN_LIST_WORDS = 6, 40  # lines and words of a list
# words of a table, and of a line that is prose without a full stop
MIN_TABLE_WORDS, MIN_PROSE_WORDS = 60, 12
MAX_OFFER_WORDS = 150  # of a page of lists that may have a line of prose
SENTENCE_WORDS = 8  # of one that says more than "Full time, permanent."
SENTENCE = re.compile(rf"[^{ALL}]+")
MIN_REPLIES, POST_LINES = 3, 4
# words of a story, and of a line that is one of it
MIN_STORY, STORY_WORDS = 60, 25
NICKNAME = re.compile(r"[^\W\d][\w.-]{1,24}")  # "tapman", "lena_k"
MAX_POST_MARK = 50  # characters
COUNTED = re.compile(
    r"([^\W\d][^\d:：]{1,20}?)[:：]?\s?\d[\d.,]{0,6}"
)  # "Posts: 318", "Beiträge 57"
# "... the two new bus lanes will open ...": what a page of results shows of a story
EXCERPT = re.compile(r"\s*(?:\.\.\.|…).{8,300}(?:\.\.\.|…)\s*")
# "2 March 2024 - The bridge will close from Monday, the council said, after ..."
CUT_OFF = re.compile(r".{20,300}(?:\.\.\.|…)\s*")
MIN_EXCERPTS = 3
MIN_DESKS = 3
DESK = re.compile(r"(?:- )?[^\d\n.!?]{3,40}\s\+?\d[\d ()/.-]{5,20}")  # "Subscriptions 0555 202"
# "Curtains, as new. Tel. 555-01-12": of small advertisements, and their share of all lines
CALL, NUMBERED = re.compile(r"(?<![\d.,])\+?\d{3,4}[ /-]?\d[\d -]{3,12}\d\W{0,3}$"), 0.5
# lines of an advertisement that are items and headings, their share of its lines and of its words
MIN_ITEMS, ITEMS, ITEMISED = 5, 0.6, 0.4
ITEM_WORDS = 8
# "500 g potatoes", "½ onion"; not "1. Go out", "20:30 Choir"
QUANTITY = re.compile(r"\W{0,3}(?:\d+[.,/]\d+|\d+|[½¼¾])\s?(?![.)\d:])[^\W\d_]")
NUMBER = re.compile(r"\d+(?:[.,/]\d+)?")
# "E. Pascoe", "Jo Rowse": two of them stand in a row of results
PAIR = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{0,20}\.?\s[A-ZÀ-Þ][\w'’-]{1,20}")
MOST_PAIRS = 1
# one after the other; numbers in a line, which are more in a table: "2 tins of 400 g tomatoes"
MIN_QUANTITIES, MOST_NUMBERS = 3, 2
WORDS_PER_QUANTITY = 40  # of the text that says what to do with it, at most
MAX_DIGITS = 0.2  # share of a line's characters in prose


@cache
def _stamp() -> re.Pattern[str]:
    """ "12 May 2024", "3 hours ago", "14:05", "vor 2 Stunden", "il y a 3 heures", "By Jane Doe | 12
    May 2024".
    """
    unit, before, after = (
        join_phrases(words_of("dates", key)) for key in ("unit", "before_ago", "after_ago")
    )
    return re.compile(
        rf"""(?: \W* | .{{1,40}}[|·•–—-]\s )
        (?: \d{{1,2}}[.:h]\d\d\b
          | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}
          | [12]\d{{3}}[./-]\d{{1,2}}[./-]\d{{1,2}}
          | 20\d\d[年년]
          | \w{{3,10}}\.?\s\d{{1,2}},?\s\d{{4}}
          | \d{{1,2}}\.?\s\w{{3,10}}\.?,?\s\d{{4}}
          | \d{{1,2}}\s?{unit}\b
          | {before}\s\d{{1,2}}\s\w
          | \d{{1,2}}\s\w{{1,15}}\s{after}\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _says() -> re.Pattern[str]:
    """ "Jane Doe says:"."""
    return re.compile(rf".{{1,60}}\b{join_phrases(words_of('lines', 'says'))}\s?:$")


def find_search(facts: PageFacts) -> str | None:
    """A page of results: two of address, heading, markup and shape say so, or what it shows of
    stories is cut off at both ends again and again.
    """
    if facts.is_marked_article:
        return None
    excerpts = sum(1 for line in facts.lines if EXCERPT.fullmatch(line))
    if excerpts >= MIN_EXCERPTS:
        return f"{excerpts} excerpts"
    cut_off = sum(1 for line in facts.lines if CUT_OFF.fullmatch(line))
    address = "search_page" in facts.named or bool(SEARCH_KEY.search(facts.url or ""))
    heading = facts.started.get("search_page")
    if not (address or heading):
        return None
    is_told = bool(address and heading) or "SearchResultsPage" in facts.declared.types
    is_listed = cut_off >= MIN_EXCERPTS or _looks_like_list(facts)
    return f"search: {heading or facts.url}" if is_told or is_listed else None


def find_index(facts: PageFacts) -> str | None:
    """A list of stories: address, heading, markup and the shape of the text each have their say. A
    table has no sentence at all.
    """
    if not facts.is_marked_article and _is_table(facts):
        return "lists and labels, with next to no sentence"
    return _find_list(facts) or (
        "short items, and a line of prose or two" if _is_itemised(facts) else None
    )


def _find_list(facts: PageFacts) -> str | None:
    signs = list(_signs_of_list(facts))
    if _sum_points([*signs, LIST_SHAPE]) >= ENOUGH_POINTS and _looks_like_list(facts):
        signs.append(LIST_SHAPE)
    told = ", ".join(f"{name} ({points:+d})" for name, points in signs)
    return f"a list of stories: {told}" if _sum_points(signs) >= ENOUGH_POINTS else None


def _sum_points(signs: Sequence[tuple[str, int]]) -> int:
    return sum(points for _, points in signs)


def _signs_of_list(facts: PageFacts) -> Iterator[tuple[str, int]]:
    """What heading, address and markup say, each with its points."""
    declared, path = facts.declared, facts.path
    if "index_page" in facts.started:
        yield "the heading is a list's", 2
    if "index_page" in facts.named or DATE_PATH.fullmatch(path or ""):
        yield "the address is a list's", 3
    elif path == "/":
        yield "it is the front page", 2
    yield from _signs_of_markup(declared)


def _signs_of_markup(declared: Declared) -> Iterator[tuple[str, int]]:
    """`og:type` "article" alone says little: some systems say so of their tags."""
    if declared.types & INDEX_TYPES and declared.articles != 1:
        yield "the markup says a list", 3
    if declared.articles >= MANY_ARTICLES:
        yield "it declares many articles", 1
    if declared.is_article:
        yield "it declares an article", -3 if declared.is_one_article else -1


def find_comments(facts: PageFacts) -> str | None:
    """A thread: its lines are again and again those of a form of reply, and no story stands above
    it.
    """
    if facts.is_marked_article:
        return None
    lines = facts.lines or facts.paragraphs
    replies = _list_replies(lines)
    if len(replies) < MIN_REPLIES and facts.layout.headlines < MIN_HEADLINES:
        replies = _list_posts(facts, lines)
    if len(replies) < MIN_REPLIES:
        return None
    above = lines[: replies[0]]
    return f"{len(replies)} replies" if _count_story(above) < MIN_STORY else None


def _list_replies(lines: Sequence[str]) -> list[int]:
    return [
        at
        for at, line in enumerate(lines)
        if is_line("comments_only", line) or (len(line) <= MAX_MARK and _says().match(line))
    ]


def _list_posts(facts: PageFacts, lines: Sequence[str]) -> list[int]:
    """None where the text tells a story beside them: lists of other stories have names and times,
    too.
    """
    posts = [at for at in range(1, len(lines) - 1) if _is_post(lines[at - 1 : at + 3])]
    posts = posts if len(posts) >= MIN_REPLIES else _find_counted(lines)
    posted = {line for at in posts for line in lines[at : at + POST_LINES]}
    beside = [line for line in facts.paragraphs if line not in posted]
    return posts if _count_story(beside) < MIN_STORY else []


def _count_story(lines: Iterable[str]) -> int:
    """The words of long lines that end as sentences do."""
    counts = (count_words(line) for line in lines if MARK_AT_END.search(line))
    return sum(words for words in counts if words >= STORY_WORDS)


def _find_counted(lines: Sequence[str]) -> list[int]:
    """Where what somebody has of one thing stands under a nickname: "tapman", "Posts: 318"."""
    counted = {
        at: found[1]
        for at, line in enumerate(lines)
        if at and NICKNAME.fullmatch(lines[at - 1]) and (found := COUNTED.fullmatch(line))
    }
    label, _ = next(iter(Counter(counted.values()).most_common(1)), ("", 0))
    return [at for at, name in counted.items() if name == label]


def _is_post(lines: Sequence[str]) -> bool:
    """Whether a nickname and the time of a post stand above its words, on one line or on two:
    "tapman", "3 March 2024", "I put a new washer in the tap."
    """
    before, line, *below = lines
    if len(line) > MAX_POST_MARK or not (_is_timed(before, line) or _is_signed(line)):
        return False
    return any(count_words(said) >= PROSE_WORDS for said in below)


def _is_timed(before: str, line: str) -> bool:
    """Whether a time stands under a nickname."""
    is_named = NICKNAME.fullmatch(before) is not None and ":" not in line[:4]
    return is_named and _stamp().match(line) is not None


def _is_signed(line: str) -> bool:
    """Whether a nickname and a time are the line."""
    name, _, time = line.partition(" ")
    is_name = NICKNAME.fullmatch(name) is not None and _stamp().match(time) is not None
    return is_name and find_weekday(name) is None


def is_directory(facts: PageFacts) -> bool:
    """Whether a short page has three lines or more that are a desk and its number, or small
    advertisements that each end with one, and no more.
    """
    desks = sum(1 for line in facts.paragraphs if DESK.fullmatch(line.strip()))
    numbered = sum(1 for line in facts.paragraphs if CALL.search(line))
    is_numbered = numbered >= MIN_DESKS and numbered > NUMBERED * len(facts.paragraphs)
    return facts.words <= MAX_OFFER_WORDS and (desks >= MIN_DESKS or is_numbered)


def is_timetable(facts: PageFacts) -> bool:
    """Whether three short lines or more begin with a weekday or a clock, and little is told beside
    them: opening hours, a menu of the week, a programme, the chapters of a podcast.
    """
    told = count_told(facts)
    if told > MAX_TOLD_OF_ITEMS:
        return False
    clocks = longest_run(map(is_clocks, facts.lines))
    return _has_items_of_time(facts) or (clocks >= MIN_TIMED and told <= MAX_TOLD_OF_CLOCKS)


def _has_items_of_time(facts: PageFacts) -> bool:
    lines = facts.lines if facts.is_thin else facts.paragraphs
    timed = sum(map(_is_item_of_time, lines))
    return timed >= MIN_TIMED and timed * MOST_TOLD_BESIDE >= len(facts.paragraphs)


def _is_item_of_time(line: str) -> bool:
    if count_words(line) > TIMED_WORDS or MARK_AT_END.search(line):
        return False
    if opens_with_weekday(line) and ":" in line:
        return True
    return opens_with_clock(line) and not is_clock(line)


def find_gibberish(facts: PageFacts) -> str | None:
    """Text in no language: filler, a wrong charset, keys struck at random, signs without words, one
    line again and again.
    """
    text = "\n".join(facts.lines if facts.is_thin and facts.lines else facts.paragraphs)[
        :MAX_CHECKED
    ]
    words = len(text.split())
    if words < 10:
        return None
    latin = LATIN_WORD.findall(text.casefold())
    found = {
        "filler text": len(FILLER.findall(text)) * 100 > words,
        "wrong charset": len(MOJIBAKE.findall(text)) * 8 > words,
        "letters at random": len(latin) > 10
        and sum(1 for word in latin if UNSPEAKABLE.search(word)) * 8 > len(latin),
        "words without end": sum(map(len, ENDLESS.findall(text))) * 2 > len(text),
        "signs without words": sum(map(_is_sign, SIGN.findall(text))) * 3 > len(text),
        "few words again and again": words >= MIN_VARIED
        and len(set(text.casefold().split())) * MAX_REPEATS < words,
        "program code": _is_code(facts.lines),
        "unfilled template": len(TEMPLATE.findall(text)) >= MIN_FIELDS,
        "one line again and again": _is_one_line(facts.paragraphs),
    }
    return next((name for name, is_so in found.items() if is_so), None)


def _is_sign(char: str) -> bool:
    """Not so the vowels of Indian and other scripts, which are marks upon letters."""
    return unicodedata.category(char)[0] != "M"


def _is_code(lines: Sequence[str]) -> bool:
    others = (line for line in lines if not CODE.search(line))
    most = islice(others, (len(lines) + 2) // 3)
    return len(lines) >= MIN_CODE and sum(1 for _ in most) * 3 < len(lines)


def _is_one_line(paragraphs: Sequence[str]) -> bool:
    return len(paragraphs) >= 6 and Counter(paragraphs).most_common(1)[0][1] * 2 > len(paragraphs)


def _is_table(facts: PageFacts) -> bool:
    """Standings, prices, programmes, directories, advertisements of jobs: words enough for an
    article, and none of their lines is prose.

    On a short page that states no date, one line such as "Full time. From 400 to 500 crowns." may
    be there.
    """
    prose = [line for line in facts.paragraphs if _is_prose(line)]
    if not prose:
        return facts.words >= (MIN_TABLE_WORDS if facts.declared.is_dated else MIN_LIST_WORDS)
    is_short = MIN_LIST_WORDS <= facts.words <= MAX_OFFER_WORDS and not facts.declared.is_dated
    return is_short and len(prose) <= 1 and not any(map(_has_sentence, prose))


def _is_itemised(facts: PageFacts) -> bool:
    """An advertisement of a job or a course: headings with short items under them, and a line of
    prose before and after.
    """
    if facts.is_marked_article or facts.declared.is_dated or facts.words > MAX_OFFER_WORDS:
        return False
    items = [line for line in facts.paragraphs if _is_item(line)]
    words = sum(map(count_words, items))
    is_listed = len(items) >= MIN_ITEMS and len(items) >= ITEMS * len(facts.paragraphs)
    return is_listed and words >= ITEMISED * facts.words


def _is_item(line: str) -> bool:
    is_row = sum(map(str.isdigit, line)) > MAX_DIGITS * len(line)
    return count_words(line) <= ITEM_WORDS and not is_row and not MARK_AT_END.search(line)


def find_ingredients(facts: PageFacts) -> str | None:
    """A recipe: three short lines or more one after the other that say how much of what, and no
    longer text than tells what to do with so much; tables of results begin with numbers, too.
    """
    if facts.is_marked_article:
        return None
    lines = facts.lines if facts.is_thin else facts.paragraphs
    longest = longest_run(map(_is_quantity, lines))
    is_recipe = longest >= MIN_QUANTITIES and count_told(facts) <= longest * WORDS_PER_QUANTITY
    return f"{longest} ingredients" if is_recipe else None


def count_told(facts: PageFacts) -> int:
    """The words of its sentences."""
    return sum(count_words(line) for line in facts.paragraphs if is_sentence(line))


def longest_run(are_so: Iterable[object]) -> int:
    """Of what is so, one after the other."""
    return max(
        (sum(1 for _ in run) for is_so, run in groupby(map(bool, are_so)) if is_so), default=0
    )


def _is_quantity(line: str) -> bool:
    is_short = count_words(line) <= ITEM_WORDS and not MARK_AT_END.search(line)
    return is_short and bool(QUANTITY.match(line)) and not _is_result(line)


def _is_result(line: str) -> bool:
    """Of a race: "50m free E. Pascoe J. Rowse"."""
    return len(NUMBER.findall(line)) > MOST_NUMBERS or len(PAIR.findall(line)) > MOST_PAIRS


def _has_sentence(line: str) -> bool:
    return any(count_words(sentence) >= SENTENCE_WORDS for sentence in SENTENCE.findall(line))


def _is_prose(line: str) -> bool:
    if sum(map(str.isdigit, line)) > MAX_DIGITS * len(line):
        return False
    return count_words(line) >= (PROSE_WORDS if MARK_AT_END.search(line) else MIN_PROSE_WORDS)


def _looks_like_list(facts: PageFacts) -> bool:
    """Headings and teasers one after the other: most lines are no sentences, few are long, and
    dates or "read more" come again.
    """
    is_text = facts.words >= MIN_LIST_WORDS and len(facts.paragraphs) >= MIN_LIST
    lines = facts.paragraphs if is_text else facts.lines
    counts = facts.word_counts if is_text else tuple(map(count_words, lines))
    told = [(line, words) for line, words in zip(lines, counts, strict=True) if words >= 3]
    if len(told) < MIN_LIST:
        return False
    open_ended = sum(1 for line, _ in told if not MARK_AT_END.search(line))
    repeated = sum(
        1
        for line in facts.lines
        if is_line("index_page", line) or (len(line) <= MAX_MARK and _stamp().match(line))
    )
    return (open_ended * 2 >= len(told) or repeated >= MIN_LIST) and sum(
        words >= 45 for words in counts
    ) * 8 <= len(told)
