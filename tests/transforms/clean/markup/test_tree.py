import pytest
from lxml.html import HtmlElement

from tests.cpu import cpu_seconds
from transforms.clean.markup.tree import (
    MAX_ELEMENTS,
    Script,
    cut_open_comment,
    drop_furniture,
    empty_scripts,
    has_too_many_attributes,
    parse_html,
    read_scripts,
)
from transforms.records import Page, Reject

PAGE = Page("page.html", b"", "0" * 64, "html")


def parse(html):
    return parse_html(PAGE, html)


def test_a_page_is_parsed_to_its_text():
    tree = parse("<html><body><p>One <b>two</b></p></body></html>")
    assert isinstance(tree, HtmlElement)
    assert tree.text_content() == "One two"


@pytest.mark.parametrize(
    "noncharacter",
    [
        "&#xFFFE;",
        "&#65535;",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#99999999999;",
        "\ufffe",
        "\x00",
        "\x1b",
    ],
)
def test_characters_that_no_tree_can_hold_cost_themselves_only(noncharacter):
    tree = parse(f"<p>Before{noncharacter}after</p>")
    assert isinstance(tree, HtmlElement)
    assert tree.text_content() == "Beforeafter"


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">Text</p>",
        "<p " + " ".join(f'data-x{n}="a b"' for n in range(5_000)) + ">Text</p>",
        "<div>" * 100_000 + "Text",
    ],
    ids=["50,000 attributes", "5,000 quoted attributes", "100,000 nested tags"],
)
def test_markup_made_to_exhaust_the_parser_is_rejected_at_once(html):
    rejected = parse(html)
    assert isinstance(rejected, Reject)
    assert rejected.reason == "hostile_markup"
    assert cpu_seconds(lambda: parse(html)) < 2


def test_a_page_that_the_parser_gives_up_says_so_in_plain_words():
    rejected = parse("<div>" * 1_000 + "Text")
    assert isinstance(rejected, Reject)
    assert rejected.detail == "Tags are nested deeper than 255; no browser writes such a page."


def test_a_long_script_and_a_long_attribute_are_no_attack():
    script = "<script>" + "for (i = 0; i<length; i++) { x = a b c; } " * 1000 + "</script>"
    data = "<div data-state='" + "{&quot;a b&quot;: 1} " * 2000 + "'>Text</div>"
    assert not has_too_many_attributes(script + data)
    assert not has_too_many_attributes(
        "<p>" + "words that end the page and stand in no tag " * 1000
    )


@pytest.mark.parametrize("html", ["", "   ", "<!-- nothing -->"])
def test_a_page_without_markup_is_empty(html):
    rejected = parse(html)
    assert isinstance(rejected, Reject)
    assert rejected.reason == "empty"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>One</p><!-- <p>Two</p>", "<p>One</p>"),
        ("<p>One</p><!-- two --><p>Three</p>", "<p>One</p><!-- two --><p>Three</p>"),
        ("<script><!-- x()</script><p>One</p>", "<script><!-- x()</script><p>One</p>"),
    ],
)
def test_a_comment_that_nothing_closes_goes_on_to_the_end(html, shown):
    assert cut_open_comment(html) == shown


def test_a_page_of_tens_of_thousands_of_elements_is_data():
    rejected = parse("<ul>" + "<li>x y z</li>" * (MAX_ELEMENTS + 1) + "</ul>")
    assert isinstance(rejected, Reject)
    assert rejected.reason == "hostile_markup"


def test_what_no_reader_of_a_story_looks_at_is_dropped_and_what_stands_behind_it_stays():
    tree = parse(
        "<head><title>Pier</title><meta name='a'><script type='application/LD+json'>{}</script></head>"
        "<body><nav><a>Home</a></nav> The pier <svg><path/></svg>opens <script>run()</script>today."
        "<footer><p>It was closed for a year.</p></footer><nav><h1>Pier</h1></nav></body>"
    )
    drop_furniture(tree)
    assert tree.text_content() == "{} The pier opens today.It was closed for a year.Pier"
    assert [element.tag for element in tree.iter()] == (
        ["html", "head", "script", "body", "footer", "p", "nav", "h1"]
    )


def test_scripts_are_emptied_once_they_are_read_but_for_linked_data():
    tree = parse("<style>a {}</style><script>run()</script><script type='ld+json'>{}</script>")
    assert read_scripts(tree) == (Script("", "run()"), Script("ld+json", "{}"))
    empty_scripts(tree)
    assert tree.text_content() == "{}"
