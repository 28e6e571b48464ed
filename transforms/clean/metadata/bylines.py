"""Markup -> the bylines that a reader sees, the surest first: marked as such, next to the headline,
in the box about the author.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, takewhile

from transforms.clean.markup.markup import (
    Marked,
    Markup,
    is_author_page,
)
from transforms.clean.metadata.author_names import (
    ADDRESS,
    MAX_NAME,
    and_words,
    byline_pattern,
    compact,
    credential,
    is_organisation,
    joined_by,
    split_names,
    written_by,
)
from transforms.clean.metadata.roles import is_furniture, keep_writers
from transforms.world.agencies import is_agency
from transforms.world.calendar import find_month
from transforms.world.languages import words_of
from transforms.world.lexicon import GIVEN_NAMES
from transforms.world.phrases import compile_words, join_phrases
from transforms.world.web import pattern_of

LINES_TO_BYLINE = 15  # after the headline
LINES_ABOVE = 5
LINES_TO_NAME = 8  # after the headline, of a name that nothing marks but the date beside it
LONG_LINE = 170  # characters: a paragraph
PARAGRAPHS_OF_HEAD = 2  # the standfirst, a caption, the first of the text
MAX_DATE = 30  # characters of a line that is a date
MAX_LISTED = 8  # lines
MAX_REST = 4  # letters beside the names of a line: "and", "und"
DATE_OR_AGO = re.compile(
    r"(?:19|20)\d\d(?!\d)|\d{1,2}[.:]\d\d(?!\d)|\d{1,2}\s(?:min|hours?|days?|stunden)\b|\bago\b|^(?:vor|il y a|hace)\s\d"
)
BYLINES = frozenset({"author mark", "byline"})  # the fields that speak of this article for certain

# a name and "reporter"
KOREAN_REPORTER = re.compile(r"(?P<name>[가-힣]{2,4})\s?(?:기자|특파원)(?![가-힣])")
NAME_AND_DATE = re.compile(
    r"^(?P<name>[^\W\d_][^\d|•·]{2,40}?)\s{0,3}[|•·]\s{0,3}(?=(?i:published|updated)\b|.{0,30}(?:19|20)\d\d)"
)
# "Ann Lee | 5 April 2025", "Ann Lee | Published 4 hours ago"
# "19 Dec. 2025 · Ann Lee"
DATE_AND_NAME = re.compile(
    r"^.{0,24}(?:19|20)\d\d\s{0,3}[|•·]\s{0,3}(?P<name>[^\W\d_][^\d|•·]{2,80})"
)
# class="authors", "author-list"
OF_AUTHORS = re.compile(r"\b(?:authors|bylines|author[-_]?list|autoren|auteurs|autores)\b")
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _name() -> re.Pattern[str]:
    """ "Ann Lee", "Ursula von der Leyen"."""
    word = r"(?:[^\W\d_a-zß-ÿ][^\W\d_]*(?:[.’'-][^\W\d_]+){0,3}\.?)"
    return re.compile(rf"{word}(?:\s(?:{word}|{joined_by('particle')}\b)){{1,3}}")


@cache
def _small_words() -> frozenset[str]:
    """What names and bylines do not capitalise."""
    return frozenset(
        word for key in ("particle", "joined", "small", "by") for word in words_of("authors", key)
    )


@cache
def _labelled() -> re.Pattern[str]:
    """ "Written by Ann Lee", "Author: Ann Lee", "Autorin/Autor Ann Lee"."""
    by = words_of("authors", "by")
    signed = join_phrases(word for word in by if not word.isalpha())
    return re.compile(
        rf"^(?:{written_by()}\s|{signed}\s|{joined_by('label')}(?:\(s\))?\s?[:：])",
        re.IGNORECASE,
    )


@cache
def _by_alone() -> re.Pattern[str]:
    """ "By", "Written by:", "Author:": the name is on the next line."""
    by = joined_by("by", "label", "work_label")
    return re.compile(rf"^(?:{by}|{written_by()})\s?[:：]?$", re.IGNORECASE)


@cache
def _label_alone() -> re.Pattern[str]:
    """ "Author(s)", "Written by:"."""
    return re.compile(
        rf"^(?:{written_by()}|{joined_by('label')}(?:\(s\))?)\s?[:：]?$", re.IGNORECASE
    )


@cache
def _by_after_date() -> re.Pattern[str]:
    """ "Dec 8, 2019 by Ann Lee"."""
    byline = rf"(?<![^\W\d_])(?P<byline>{joined_by('by')}\s(?=[^\W\d_]))"
    return re.compile(rf"(?:19|20)\d\d(?!\d).{{0,25}}?{byline}", re.IGNORECASE)


@cache
def _by_after_dot() -> re.Pattern[str]:
    """ "0 · by Ann Lee · 8 January 2026"."""
    return re.compile(rf"[·•|]\s{{0,3}}(?={joined_by('by')}\s[^\W\d_])", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    """Where the names of a byline end: "Ann Lee (Reuters)", "Ann Lee, Paris", "Ann Lee July 10" if
    the word is a month's.
    """
    return re.compile(
        rf"""\s{{0,3}}(?:[–—(|\[•∙⋅]|/(?!\s?[A-Z][a-z]+\s[A-Z][a-z])|\b(?:at|um|à)\s\d|,\s(?!{credential()}|{and_words()}\s)|\s[-·]\s
        |\b(?!Staff\b){joined_by("title")}\b|\bStaff\s(?=[A-Z])|\bContribut|\bon\s|\b[Ff]or\b
        |\s{and_words()}\s{joined_by("others")}\b|\b{joined_by("place")}\s[A-Z]
        |(?:\b|(?<=[a-zß-ÿ]))(?:Updated?|Published|Posted|Stand)\b|\b(?=(?P<month>[^\W\d_]{{3,12}})\.?\s\d)|\d{{1,4}}[./:\s]|@)""",
        re.VERBOSE,
    )


@cache
def _conjunction() -> re.Pattern[str]:
    return re.compile(rf"\s{and_words()}\s")


@cache
def _done() -> re.Pattern[str]:
    """ "Edited by", "photos by": what a line between two authors says of somebody who is none."""
    return compile_words(words_of("credits", "done"))


def find_bylines(markup: Markup) -> Iterator[tuple[str, list[str]]]:
    """(field, statements), each of which names authors or the outlet; the statements of one field
    belong together.
    """
    near, elsewhere = _marks_by_place(markup)
    yield from (("byline", [byline]) for byline in _read(_marked_bylines(near)))
    yield from (("byline", [byline]) for byline in _read(_bylines_near_headline(markup)))
    yield "byline", _find_together(_links_to_author, near, markup)
    yield from (("byline", [byline]) for byline in _read_lists(near))
    yield "author mark", _read([mark.text for mark in near if _is_author(mark)])
    yield "byline", _find_together(_is_author_name, near, markup)
    yield "byline", _find_together(_is_in_byline, near, markup)
    yield "byline", _find_beside_date(markup)
    yield "author mark", _find_only_name(mark.text for mark in elsewhere if _is_author(mark))
    yield "author box", _listed_below_label(markup)
    yield (
        "author box",
        _find_only_name(
            (*_marked_bylines(elsewhere), *_labelled_lines(markup), *markup.author_boxes)
        ),
    )
    yield "author box", _find_only_name(_signatures(markup))


def cut_tail(byline: str) -> str:
    """A byline up to where its names end: "By Ann Lee, Bo Ek and Cy Dee, Paris" without Paris."""
    begin = byline_pattern().match(byline)
    start = begin.end() if begin else 1
    end_of_list = _find_list(byline, start)
    for tail in _tail().finditer(byline, start):
        is_end = (
            find_month(tail["month"])
            if tail["month"]
            else tail.group().strip() != "," or tail.end() > end_of_list
        )
        if is_end:
            return byline[: tail.start()]
    return byline


def is_capitalised(byline: str) -> bool:
    """Names in running text begin with capitals, where the script has them: "By the end of this
    guide" names nobody.
    """
    named = byline_pattern().sub("", byline, count=1)
    words = LETTERS.findall(named)
    if not words or any(map(str.isdigit, named)) or all(word in _small_words() for word in words):
        return False
    return all(not word[0].islower() or word in _small_words() for word in words)


def _find_list(byline: str, start: int) -> int:
    """Where the last name of a list such as "Ann Lee, Bo Ek and Cy Dee" begins; 0 where the commas
    part no full names.
    """
    conjunctions = list(_conjunction().finditer(byline, start, start + 2 * MAX_NAME))
    if not conjunctions:
        return _find_known(byline, start)
    if _others().match(byline, conjunctions[-1].end()):
        return _find_known(byline, start)
    members = [
        *byline[start : conjunctions[-1].start()].strip(" ,").split(","),
        byline[conjunctions[-1].end() :],
    ]
    return conjunctions[-1].end() if all(" " in member.strip() for member in members) else 0


@cache
def _others() -> re.Pattern[str]:
    """ "Ann Lee, Bo Ek and agencies"."""
    return re.compile(rf"{joined_by('others')}\b")


def _find_known(byline: str, start: int) -> int:
    """Where the last of some names begins that only commas part, the others known by their given
    names: "Ann Lee, Bo Ek", unlike "Ann Lee, New York"; 0 where there is one.
    """
    last, at = 0, byline.find(", ", start)
    while at >= 0 and (name := _name().match(byline, at + 2)):
        if name[0].split()[0] not in GIVEN_NAMES or not is_like_a_person(name[0]):
            break
        last, at = at + 2, byline.find(", ", name.end())
    return last


@cache
def _place_of_one() -> re.Pattern[str]:
    """ "Ann Lee in Paris and Bo Ek in Rome": where one of several was."""
    place, name = joined_by("place"), r"[^\W\d_a-zß-ÿ][\w’'-]+"
    following = rf"(?:,|\s{and_words()})\s{name}\s{name}"
    return re.compile(rf"\s{place}\s{name}(?:\s{name})?(?={following})")


@cache
def _role_of_one() -> re.Pattern[str]:
    """ "Ann Lee, Health Editor, and Bo Ek": what one of several is."""
    name = r"[^\W\d_a-zß-ÿ][\w’'-]+"
    role = rf",\s(?:{name}\s){{0,3}}{joined_by('title')}"
    return re.compile(rf"{role}(?=(?:,?\s{and_words()}|;)\s{name}\s{name})")


def _clean_byline(byline: str) -> str:
    """A byline without those who did not write, addresses, and what stands behind the names."""
    credit = ADDRESS.sub(" ", keep_writers(_join_parts(byline))).strip()
    return cut_tail(_role_of_one().sub("", _place_of_one().sub("", credit)))


def _join_parts(byline: str) -> str:
    """A byline of nothing but names, each in a part of its own, as a list: "Ann Lee | Bo Ek"; the
    second is known by the given name, unlike "Ann Lee | New York".
    """
    others = byline.split(" | ")[1:]
    are_names = all(
        part.partition(" ")[0] in GIVEN_NAMES and is_like_a_person(part) for part in others
    )
    return byline.replace(" | ", ", ") if others and are_names else byline


def _read(bylines: Iterable[str]) -> list[str]:
    return list(filter(is_capitalised, map(_clean_byline, bylines)))


def _find_in(lines: Sequence[str], marked: Iterable[Marked]) -> list[Marked]:
    """The marked elements whose words stand in one of these lines."""
    return [mark for mark in marked if _find_line(mark.text, lines) is not None]


def _marks_by_place(markup: Markup) -> tuple[list[Marked], list[Marked]]:
    """The short marked elements next to the headline, below it if there are any, and those
    elsewhere.
    """
    head = _head_of(markup)
    marked = [
        mark
        for mark in markup.marked
        if 0 < len(mark.text) <= 2 * MAX_NAME and not _is_of_others(mark, head)
    ]
    at = markup.headline_at or 0
    above = markup.lines[max(0, at - LINES_ABOVE) : at]
    near = _find_in(_lines_below(markup), marked) or _find_in(above, marked)
    return near, [mark for mark in marked if mark not in near]


def _is_of_others(mark: Marked, head: str) -> bool:
    """Whether it credits a picture, a quotation, a comment, or, outside the article's head, another
    story.
    """
    if (
        pattern_of("other_authors").search(mark.marks)
        or pattern_of("pictures").search(mark.within)
        or pattern_of("comments").search(mark.within)
    ):
        return True
    is_other = pattern_of("other_stories").search(mark.within) or pattern_of("aside_tag").search(
        mark.within
    )
    return bool(is_other) and mark.text.partition(" | ")[0] not in head


def _head_of(markup: Markup) -> str:
    """The lines between the headline and the third paragraph."""
    return "\n".join(_head_lines(markup))


def _head_lines(markup: Markup) -> list[str]:
    paragraphs = 0
    lines: list[str] = []
    for line in _lines_below(markup)[1:]:
        paragraphs += len(line) >= LONG_LINE
        if paragraphs > PARAGRAPHS_OF_HEAD:
            break
        lines.append(line)
    return lines


def _lines_below(markup: Markup) -> tuple[str, ...]:
    at = markup.headline_at or 0
    return markup.lines[at : at + LINES_TO_BYLINE]


def _find_line(text: str, lines: Iterable[str]) -> int | None:
    first = text.partition(" | ")[0]
    return next((number for number, line in enumerate(lines) if first in line), None)


def _find_together(
    is_of_author: Callable[[Marked], bool], marked: Iterable[Marked], markup: Markup
) -> list[str]:
    """The first of the marks that are of an author, and those that follow it line by line, with at
    most a job title in between.
    """
    together: list[str] = []
    lines, last = _lines_below(markup), None
    for text in (mark.text for mark in marked if is_of_author(mark)):
        number = _find_line(text, lines)
        if number is None or (last is not None and not last <= number <= last + 2):
            continue
        if together and any(map(_done().search, lines[last : number + 1])):
            break
        together.append(text)
        last = number
    return _read(together)


def _read_lists(marked: Iterable[Marked]) -> list[str]:
    """The names in elements that are marked as a list of authors, a name a part, be there roles
    between them.
    """
    lists = [mark.text.split(" | ") for mark in marked if OF_AUTHORS.search(mark.marks)]
    named = [[names for part in parts if (names := split_names(part))] for parts in lists]
    return [
        ", ".join(chain.from_iterable(names))
        for names in named
        if len(names) > 1 and all(map(_is_listed, names))
    ]


def _is_listed(names: Sequence[str]) -> bool:
    """Whether a part of a list names one person: "Ann Lee", "Ann Lee, health correspondent"."""
    return len(names) == 1 and is_like_a_person(names[0]) and cut_tail(names[0]) == names[0]


def _is_author(mark: Marked) -> bool:
    return bool({"author", "author-name"} & set(mark.marks.split()))


def _links_to_author(mark: Marked) -> bool:
    return " " in mark.text and is_author_page(mark.href)


def _is_author_name(mark: Marked) -> bool:
    return bool(pattern_of("author_names").search(mark.marks))


def _is_in_byline(mark: Marked) -> bool:
    """A short element of a byline without a by-word: the name of an agency, or two to four
    words.
    """
    name = _clean_byline(mark.text)
    return bool(pattern_of("authors").search(mark.marks)) and (
        is_agency(name) or len(name.split()) in (2, 3, 4) or is_persons(name)
    )


def _find_beside_date(markup: Markup) -> list[str]:
    """A line in the head of the article that is a person's name and no more, with a date above or
    below it.
    """
    if markup.headline_at is None:
        return []
    told = set(map(compact, markup.lines[: markup.headline_at + 1]))  # menus, crumbs
    head = list(
        takewhile(
            lambda line: len(line) < LONG_LINE,
            markup.lines[markup.headline_at + 1 :][:LINES_TO_NAME],
        )
    )
    above_all = _date_above(markup)
    for above, line, below in zip([above_all, *head], head, [*head[1:], ""], strict=False):
        if (
            compact(line) not in told
            and is_persons(line)
            and (DATE_OR_AGO.search(above) or DATE_OR_AGO.search(below))
        ):
            return [line]
    return []


def _date_above(markup: Markup) -> str:
    """The line above the headline where it is a date and no more."""
    above = markup.lines[max(0, (markup.headline_at or 0) - 1) : markup.headline_at]
    return above[0] if above and len(above[0]) <= MAX_DATE else ""


def find_signed(markup: Markup, outlets: Collection[str] = ()) -> list[str]:
    """The names of persons in a line of their own right above the first paragraph: "Ann Lee/Bo Ek",
    "Ann Lee, The Gazette". outlets: the publisher's names, compact.
    """
    for line, following in pairwise(_head_lines(markup)[: LINES_TO_NAME + 1]):
        if len(following) >= LONG_LINE:
            stated = split_names(line)
            names = [name for name in stated if compact(name) not in outlets]
            told = line if names == stated else " and ".join(names)
            return names if is_persons(told) and markup.lines.count(line) == 1 else []
    return []


def find_fuller(markup: Markup, persons: Collection[str]) -> list[str]:
    """The authors whom marks by the headline name, where they are these persons and others."""
    near, _ = _marks_by_place(markup)
    marked = [
        name for text in _read(m.text for m in near if _is_author(m)) for name in split_names(text)
    ]
    names = list({compact(name): name for name in marked if is_like_a_person(name)}.values())
    known = set(map(compact, persons))
    return names if known < set(map(compact, names)) else []


def is_persons(line: str) -> bool:
    """Whether a line is nothing but the names of persons, with an agency perhaps: "Ann Lee and Bo
    Ek"; "Bo Ek/AFP" took a picture.
    """
    if len(line) > MAX_NAME or line.endswith((".", "!", "?", ":")) or is_furniture(line):
        return False
    names = split_names(line)
    persons = [name for name in names if not is_agency(name)]
    if not persons or (len(persons) < len(names) and "/" in line):
        return False
    left = sum(map(str.isalpha, line)) - sum(map(str.isalpha, "".join(names)))
    return left <= MAX_REST and all(map(is_like_a_person, persons))


def is_like_a_person(name: str) -> bool:
    """Whether a name is two to four capitalised words, none of them of a company, and no agency."""
    return (
        bool(_name().fullmatch(name))
        and name[0].isupper()
        and not is_organisation(name)
        and not is_agency(name)
    )


def _marked_bylines(marked: Iterable[Marked]) -> list[str]:
    credits = (
        keep_writers(mark.text) for mark in marked if pattern_of("authors").search(mark.marks)
    )
    return list(filter(byline_pattern().match, credits))


def _bylines_near_headline(markup: Markup) -> Iterator[str]:
    lines = _lines_of_article(markup) if markup.headline_at is not None else []
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        if _by_alone().match(line):
            yield following[: 2 * MAX_NAME]
        elif len(line) <= 2 * MAX_NAME:
            yield from _bylines_in(keep_writers(line))


def _lines_of_article(markup: Markup) -> list[str]:
    """The lines of its head but those that credit a picture, a comment or another story."""
    head = _head_of(markup)
    others = {mark.text for mark in markup.marked if _is_of_others(mark, head)}
    pictured = tuple(f" {text}" for text in _credits_of_pictures(markup))
    return [
        line for line in _head_lines(markup) if line not in others and not line.endswith(pictured)
    ]


def _credits_of_pictures(markup: Markup) -> Iterator[str]:
    """Bylines with which a caption ends: "By Ann Lee"."""
    for mark in markup.marked:
        is_pictures = pattern_of("pictures").search(mark.within)
        if is_pictures and byline_pattern().match(mark.text):
            yield mark.text


def _labelled_lines(markup: Markup) -> list[str]:
    """Lines further down that can only be a byline: "Written by Ann Lee", "Author: Ann Lee"."""
    further = markup.lines[(markup.headline_at or 0) + LINES_TO_BYLINE :]
    return [line for line in further if len(line) <= 2 * MAX_NAME and _labelled().match(line)]


def _listed_below_label(markup: Markup) -> list[str]:
    """The lines of names below a label alone further down, where one only is there: "Author(s)"."""
    further = markup.lines[(markup.headline_at or 0) + LINES_TO_BYLINE :]
    labels = [at for at, line in enumerate(further) if _label_alone().match(line)]
    if len(labels) != 1:
        return []
    return list(takewhile(is_persons, further[labels[0] + 1 :][:MAX_LISTED]))


def _signatures(markup: Markup) -> list[str]:
    """Lines further down that are a byline and no more: below the text, "By Ann Lee"."""
    further = markup.lines[(markup.headline_at or 0) + LINES_TO_BYLINE :]
    return [line for line in further if len(line) <= MAX_NAME and byline_pattern().match(line)]


def _bylines_in(line: str) -> Iterator[str]:
    if byline_pattern().match(line):
        yield line
    elif after_date := _by_after_date().search(line):
        yield line[after_date.start("byline") :]
    elif after_dot := _by_after_dot().search(line):
        yield line[after_dot.end() :]
    elif (named := NAME_AND_DATE.match(line)) and 2 <= len(named["name"].split()) <= 4:
        yield named["name"]
    elif (dated := DATE_AND_NAME.match(line)) and is_like_a_person(name := cut_tail(dated["name"])):
        yield name
    elif reporter := KOREAN_REPORTER.search(line):
        yield reporter["name"]


def _find_only_name(boxes: Iterable[str]) -> list[str]:
    """The name in boxes about authors, wherever they stand, if they all give the same: others are
    those of other stories.
    """
    names = {
        compact(name): name for box in _read(boxes) for name in split_names(box) if " " in name
    }
    return list(names.values()) if len(names) == 1 else []
