"""The limits of what is read of a page's markup: what is short, few or near enough is read, what is
not is left, and either fails where the number is doubled or halved.
"""

import json

import pytest
from lxml.html import HtmlElement, document_fromstring

from tests.numbers import Limit, Number, fill
from transforms.clean.markup import json_ld, markup, salvage, tree
from transforms.clean.markup.markup import Markup, read_markup
from transforms.records import Page, Reject

PROSE = "The harbour board voted late on Tuesday to close the north pier for good."
TITLE = "Harbour board votes to shut north pier today"


def read_tree(body: str, head: str = "") -> HtmlElement:
    return document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def read(body: str, head: str = "") -> Markup:
    return read_markup(read_tree(body, head))


def is_marked(text: str) -> bool:
    return bool(read(f"<span itemprop='author'>{text}</span>").marked)


def is_marked_behind(others: int) -> bool:
    before = "".join(f"<i itemprop='keywords'>pier {at}</i>" for at in range(others))
    marked = read(f"{before}<span itemprop='author'>Ann Lee</span>").marked
    return marked[-1].text == "Ann Lee"


def is_meta_behind(others: int) -> bool:
    before = "<meta name='pier' content='shut'>" * others
    return read("", f"{before}<meta name='author' content='Ann Lee'>").meta("author") == "Ann Lee"


def is_box_of_author(text: str) -> bool:
    return bool(read(f"<span class='author-name'>{text}</span>").author_boxes)


def is_taken_apart(blanks: int) -> bool:
    (box,) = read_tree(f"<div><p>Ann Lee</p>{' ' * blanks}<p>Editor</p></div>").iter("div")
    return markup._text_of(box) == "Ann Lee | Editor"


def is_heading_behind(others: int) -> bool:
    page = f"{'<span>pier</span>' * others}<h2>{TITLE}</h2>"
    return read(page, f"<title>{TITLE}</title>").headline_at is not None


def is_headline_beside_another(heading: str) -> bool:
    """Another heading is what the page's title says to the word."""
    titles = f"<title>{TITLE}</title><meta name='twitter:title' content='{heading}'>"
    found = read(f"<h1>{heading}</h1><h2>{TITLE}</h2>", titles)
    return found.lines[found.headline_at or 0] == heading


def is_in_script_behind(blanks: int) -> bool:
    date = '{"publishedAt": "2025-03-12T10:00:00Z"}'
    return bool(read(f"<script>{' ' * blanks}{date}</script>").script_dates)


def is_near_headline(lines_between: int) -> bool:
    lines = "<p>The pier is shut.</p>" * lines_between
    (time,) = read(f"<h1>{TITLE}</h1>{lines}<p><time>3 May</time></p>", "").times
    return time.is_near


def is_read_beside(blanks: int) -> bool:
    return bool(json_ld.read_json_ld(['{"@type": "NewsArticle"' + " " * blanks + "}"]))


def are_all_read(objects: int) -> bool:
    script = json.dumps([{"@type": "NewsArticle"}] * objects)
    return len(json_ld.read_json_ld([script])) == objects


def is_read_in(lists: int) -> bool:
    script = "[" * lists + '{"@type": "NewsArticle"}' + "]" * lists
    return bool(json_ld.read_json_ld([script]))


def is_salvaged(text: str) -> bool:
    return salvage.salvage_paragraphs(f"<p>{text}</p>") == [text]


def is_salvaged_behind(letters: int) -> bool:
    return salvage.salvage_paragraphs(f"<!--{'n' * letters}--><p>{PROSE}</p>") == [PROSE]


def has_too_many_attributes(count: int) -> bool:
    attributes = "".join(f' data-{number}="{number}"' for number in range(count))
    return tree.has_too_many_attributes(f"<p{attributes}>")


def is_counted(letters_of_attribute: int) -> bool:
    """Whether 1,200 attributes of this length each are seen to be too many."""
    return tree.has_too_many_attributes(f"<p{(' ' + 'n' * (letters_of_attribute - 1)) * 1_200}>")


def has_too_many_elements(count: int) -> bool:
    page = Page("page.html", b"", "0" * 64, "html")
    return isinstance(tree.parse_html(page, f"<p>The pier</p>{'<br>' * count}"), Reject)


def is_character(number: int) -> bool:
    return tree._drop_unparsable(f"&#x{number:X};") != b""


def is_headline_like(heading: str) -> bool:
    """Where the title is of five words, and another heading says it."""
    found = read(
        f"<h1>{heading}</h1><h2>One two three four five</h2>",
        "<title>One two three four five</title>",
    )
    return found.lines[found.headline_at or 0] == heading


def is_other_headline(heading: str) -> bool:
    found = read(f"<h1>Gazette</h1><h2>{heading}</h2>", "<title>One two three four five</title>")
    return found.lines[found.headline_at or 0] == heading


def is_whole_line(letters: int) -> bool:
    """Whether the block round a date is the line with the date."""
    block = f"<div><b>3 May 2024</b> {'n' * (letters - 11)}</div>"
    (dated,) = read(f"<h1>{TITLE}</h1>{block}").dated
    return len(dated.text) == letters


def is_cut(text: str) -> bool:
    return tree.cut_open_comment(text) == text.partition("<!--")[0]


def is_headline_beside_its_title(title: str) -> bool:
    found = read(f"<h1>Harbour shut</h1><h2>{title}</h2>", f"<title>{title}</title>")
    return found.lines[found.headline_at or 0] == "Harbour shut"


CASES = [
    Number(markup, "MAX_MARKED_LENGTH", is_marked, fill(300, "Ann Lee"), fill(301, "Ann Lee")),
    Number(markup, "MAX_MARKED", is_marked_behind, 199, 200),
    Number(markup, "MAX_METAS", is_meta_behind, 1_999, 2_000),
    Number(markup, "MAX_NAME", is_box_of_author, fill(80, "Ann Lee"), fill(81, "Ann Lee")),
    Number(markup, "MAX_RAW", is_taken_apart, 1_987, 1_988),
    Number(markup, "MAX_HEADINGS", is_heading_behind, 399, 400),
    Number(
        *(markup, "FEW_WORDS", is_headline_beside_another),
        "Harbour board votes to",
        "Harbour board votes",
    ),
    Number(markup, "MAX_SCRIPT", is_in_script_behind, 999973, 999974),
    Number(markup, "NEAR", is_near_headline, 59, 60),
    Number(json_ld, "MAX_LENGTH", is_read_beside, 999_976, 999_977),
    Number(json_ld, "MAX_OBJECTS", are_all_read, 500, 501),
    Number(json_ld, "MAX_DEPTH", is_read_in, 15, 16),
    Number(salvage, "MAX_PAGE", is_salvaged_behind, 999913, 999914),
    Number(salvage, "MIN_PARAGRAPH", is_salvaged, fill(40, end="."), fill(39, end=".")),
    Number(tree, "MAX_ATTRIBUTES", has_too_many_attributes, 1_001, 1_000),
    Number(
        tree, "MAX_TAGS", lambda tags: tree._opens_too_many_tags("<p>" * tags), 120_001, 120_000
    ),
    Number(tree, "MAX_ELEMENTS", has_too_many_elements, 24_998, 24_997),
    Number(tree, "LONG_TAG", is_counted, 7, 6),
    Number(tree, "MAX_CHARACTER", is_character, 0x10FFFF, 0x110000),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


LIMITS = [
    Limit(
        "words of a headline",
        is_headline_like,
        "One two three six seven",
        "One two six seven eight",
    ),
    Limit(
        "words of another headline",
        is_other_headline,
        "One two three four six",
        "One two three six seven",
    ),
    Limit("letters of a line with a date", is_whole_line, 200, 201),
    Limit("the first character", is_character, 1, 0),
    Limit("before the surrogates", is_character, 0xD7FF, 0xD800),
    Limit("after the surrogates", is_character, 0xE000, 0xDFFF),
    Limit("a comment at the start", is_cut, "<!-- tide", "<!-- tide -->"),
    Limit(
        "words of a title that may be a section's",
        is_headline_beside_its_title,
        "Harbour shut today",
        "Harbour shut today again",
    ),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
