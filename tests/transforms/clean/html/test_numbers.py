"""The numbers that choose the text of a page: what is long, sure or near enough is taken, what is
not is left, and either fails where the number is doubled or halved.
"""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml.html import HtmlElement, document_fromstring
from lxml.html.builder import HTML, SCRIPT

from tests.numbers import TIDE, Limit, Number, fill
from transforms.clean.html import (
    blocks,
    extract,
    features,
    layout,
    publisher,
    rules,
    script_data,
    unmask,
)
from transforms.clean.html.blocks import NOWHERE, PLACES, Block
from transforms.clean.html.features import PageContext
from transforms.clean.html.rules import Head, choose_blocks, keep_lines, name_dropped
from transforms.clean.markup.tree import read_scripts
from transforms.clean.text import closing
from transforms.world.publishers import Publisher

PROSE = (
    "The council said on Monday that the bridge would be closed for six weeks while engineers work."
)
GAZETTE = Publisher("gazette.example", body=("article",))


def read_tree(body: str) -> HtmlElement:
    return document_fromstring(f"<html><body>{body}</body></html>")


def make_block(text: str, tag: str = "p", link_share: float = 0.0) -> Block:
    return Block(text, tag, (NOWHERE,) * len(PLACES), link_share, 4, frozenset({"body", tag}))


def is_comment_under(levels: int) -> bool:
    boxes = "<div>" * levels + "The pier is shut." + "</div>" * levels
    (block,) = blocks.read_blocks(read_tree(f"<div class='comments'>{boxes}</div>"))
    return block.levels[PLACES.index("comments")] == levels


def is_believed(text: str) -> bool:
    longer = f"<p>{TIDE * 200}</p>"
    return extract.extract_lines(read_tree(f"<p>{text}</p>"), longer)[1] == "trafilatura"


def is_main(text: str) -> bool:
    return features.Survey([make_block(text)], PageContext([text])).main_length > 1


def is_found_far_down(text: str) -> bool:
    return features.find_members([text], f"{TIDE * 60} {text}") == [1.0]


def is_told_apart(distance: int) -> bool:
    return features._clip(distance) == distance


def is_body(text: str) -> bool:
    return features.Survey([], PageContext([], body=text)).has_body


def is_headline(link_share: float) -> bool:
    return layout._is_headline(make_block("Harbour stays shut", "h2", link_share))


def is_headline_of(text: str) -> bool:
    return layout._is_headline(make_block(text, "h2", 1.0))


def is_teaser(words: int, lines_above: int = 0) -> bool:
    headline = make_block("Harbour stays shut", "h2", 1.0)
    teaser = make_block(TIDE * words)
    page = [headline, *[make_block("2 May")] * lines_above, teaser]
    return layout.survey_layout(page, teaser.text).teaser_share == 1


def is_teaser_below(lines_above: int) -> bool:
    return is_teaser(20, lines_above)


def read_lines(body: str) -> str:
    tree = read_tree(f"<article>{body}</article>")
    return "\n".join(publisher.read_parts(tree, GAZETTE).lines)


def is_stated(text: str) -> bool:
    return bool(read_lines(f"<p>{text}</p>"))


def is_stated_where_linked(percent: int) -> bool:
    linked, plain = "n" * percent, "o" * (100 - percent)
    return linked in read_lines(f"<p>{PROSE * 3}</p><p><a href='/pier'>{linked}</a>{plain}</p>")


def is_chosen(estimate: float) -> bool:
    return choose_blocks([make_block(PROSE)], [estimate], Head()) == [True]


def is_chosen_beside_another(estimate: float) -> bool:
    page = [make_block(PROSE), make_block(f"{PROSE}{TIDE}")]
    return choose_blocks(page, [0.9, estimate], Head()) == [True, True]


def is_second_copy(words: int) -> bool:
    page = [make_block("Tide," + TIDE * words)] * 2
    return choose_blocks(page, [0.9, 0.9], Head()) == [True, False]


def stays_first(estimate_of_second: float) -> bool:
    return choose_blocks([make_block(PROSE)] * 2, [0.6, estimate_of_second], Head())[0]


def is_repeated_title(paragraphs_above: int) -> bool:
    page = [make_block(f"{PROSE} {at}.") for at in range(paragraphs_above)]
    title = make_block("Harbour stays shut for the winter months")
    chosen = choose_blocks([*page, title], [0.9] * (len(page) + 1), Head((title.text,)))
    return not chosen[-1]


def signs_above(lines_below: int) -> bool:
    lines = [f"{PROSE} {at}" for at in range(6)]
    signed = [*lines, "By Ann Lee", *["The tide is high today."] * lines_below]
    return "By Ann Lee" not in keep_lines(signed, Head())


def is_shared_among(members: int) -> bool:
    page = [make_block(PROSE, "li")] * members
    estimates = [*[0.9] * (members - 1), 0.1]
    return rules._share_among_members(page, estimates)[-1] > 0.1


def is_taken_along(estimates: Sequence[float]) -> bool:
    page = [make_block(f"Pier {at} is shut.", "li") for at in range(len(estimates))]
    return choose_blocks(page, estimates, Head())[-1]


def takes_shorter_ones_along(estimate: float) -> bool:
    """Of a long member beside two short ones."""
    page = [make_block(PROSE * 2, "li"), *[make_block("n" * 50, "li")] * 2]
    return rules._share_among_members(page, [estimate, 0.3, 0.3])[-1] >= rules.SURE


def is_label_at_head(line: str) -> bool:
    page = [make_block(line), make_block(PROSE)]
    return choose_blocks(page, [0.9, 0.9], Head()) == [False, True]


def is_named_byline(line: str) -> bool:
    (dropped,) = name_dropped([make_block(line)], [False], [True], [])
    return dropped.rule == "byline"


def is_in_script(blanks: int = 0, levels: int = 0) -> bool:
    data = json.dumps([f"{PROSE} It rains."])
    text = "[" * levels + data + " " * blanks + "]" * levels
    return bool(
        script_data.find_story(read_scripts(HTML(SCRIPT(text, type="application/json"))), "")
    )


def is_in_script_at(levels: int) -> bool:
    return is_in_script(levels=levels)


def is_cut_dialog(letters: int) -> bool:
    tree = read_tree(f"<p>{'n' * (100 - letters)}</p><dialog><p>{'n' * letters}</p></dialog>")
    unmask.cut_dialogs(tree)
    return tree.find(".//dialog") is None


def is_unmasked(letters: int, letters_beside: int = 0) -> bool:
    tree = read_tree(f"<p>{'n' * letters_beside}</p><aside><p>{'n' * letters}</p></aside>")
    unmask.unmask_story(tree)
    return tree.find(".//aside") is None


def has_paragraphs(letters: int) -> bool:
    return unmask.has_paragraphs(read_tree(f"<p>{'a' * letters}</p>"))


def signs(letters: int, boxes: int = 0) -> bool:
    around = "<div>" * boxes, "</div>" * boxes
    footer = f"{around[0]}<footer>{'a' * letters}</footer>{around[1]}"
    tree = read_tree(f"<blockquote><p>{TIDE}</p>{footer}</blockquote>")
    unmask.unmask_quotations(tree)
    return tree.find(".//footer") is None


def signs_from_within(boxes: int) -> bool:
    return signs(20, boxes)


def is_unmasked_beside(letters_beside: int) -> bool:
    return is_unmasked(1_000, letters_beside)


def has_neighbour(place: int, step: int) -> bool:
    """Whether something stands `step` from one of two blocks."""
    two = [make_block("The pier"), make_block("is shut")]
    (near,) = features.Survey(two, PageContext([])).of_neighbours([place])
    return bool(near[len(features.OF_NEIGHBOUR) * features.STEPS.index(step)] >= 0)


def is_candidate(text: str, link_share: float = 0.0, body: str = "") -> bool:
    survey = features.Survey([make_block(text, link_share=link_share)], PageContext([], body=body))
    return survey.is_candidate(0)


def is_kept_at_end(lines: int) -> bool:
    closed = [*[PROSE] * (lines - 1), "Additional reporting by Ann Lee"]
    return keep_lines(closed, Head()) == closed


def is_closing_line(blocks_in_all: int) -> bool:
    page = [make_block(f"{PROSE} {at}.") for at in range(blocks_in_all - 1)]
    page.append(make_block("Additional reporting by Ann Lee"))
    return not choose_blocks(page, [0.9] * len(page), Head())[-1]


def closes(lines_below: int) -> bool:
    closed = [*[PROSE] * 9, "Additional reporting by Ann Lee", *[PROSE] * lines_below]
    return "Additional reporting by Ann Lee" not in keep_lines(closed, Head())


def is_signed_at_end(lines: int) -> bool:
    signed = [*[f"{PROSE} {at}." for at in range(lines - 1)], "By Ann Lee"]
    return "By Ann Lee" not in keep_lines(signed, Head())


def is_byline_below(lines: Sequence[str]) -> bool:
    page = [*lines, "By Ann Lee", *[PROSE] * 9]
    return "By Ann Lee" not in keep_lines(page, Head())


def is_in_group(estimate: float) -> bool:
    """Whether a block has a say in the estimates of the other members of its list."""
    estimates = [0.9, 0.8, 0.7, estimate]
    return rules._share_among_members([make_block(PROSE, "li")] * 4, estimates)[-1] != estimate


def name_rule(text: str, tag: str = "p", link_share: float = 0.0, **levels: int) -> str:
    block = make_block(text, tag, link_share)
    standing = tuple(levels.get(place, NOWHERE) for place in PLACES)
    (dropped,) = name_dropped([replace(block, levels=standing)], [False], [True], [])
    return dropped.rule


def is_told_linked(letters: int) -> bool:
    """Whether a paragraph with a link of so many letters of a hundred counts as one."""
    tree = read_tree(f"<p><a href='/'>{'n' * letters}</a>{'o' * (100 - letters)}</p>")
    return list(unmask._lengths_in(tree)) == [100]


def is_found_once(text: str) -> bool:
    """Of two blocks that are alike."""
    return features.find_members(["the pier", "the pier"], text) == [1.0, 0.0]


def has_mark(name: str, text: str, tag: str = "p", level: int = NOWHERE) -> bool:
    """Whether a feature of a block is 1. level: how many elements up a caption begins."""
    levels = tuple(level if place == "caption" else NOWHERE for place in PLACES)
    block = Block(text, tag, levels, 0.0, 4, frozenset({"body", tag}))
    context = PageContext([text], title="The pier is shut", authors=("Ann Lee",))
    _, (row,) = features.compute_features(features.Survey([block], context))
    return bool(row[features.FEATURES.index(name)] == 1)


def are_all_kept(*lines: str) -> bool:
    return all(choose_blocks(list(map(make_block, lines)), [0.9] * len(lines), Head()))


CASES = [
    Number(blocks, "MAX_LEVELS", is_comment_under, 6, 7),
    Number(
        *(closing, "MAX_CLOSING", closing.is_closing),
        fill(300, "Read more:"),
        fill(301, "Read more:"),
    ),
    Number(extract, "MIN_TEXT", is_believed, fill(250, "The", "."), fill(249, "The", ".")),
    Number(features, "LONG", is_main, fill(80, "The", "."), fill(79, "The", ".")),
    Number(
        *(features, "UNIQUE", is_found_far_down),
        fill(40, "the harbour"),
        fill(39, "the harbour"),
    ),
    Number(features, "FAR", is_told_apart, 60, 61),
    Number(features, "MIN_BODY", is_body, fill(201, "The"), fill(200, "The")),
    Number(layout, "LINKED", is_headline, 0.8, 0.79),
    Number(layout, "HEADLINE_SIGNS", is_headline_of, "港町に鹿が出た夜", "港町に鹿が出た"),
    Number(layout, "TEASER_WORDS", is_teaser, 60, 61),
    Number(layout, "REACH", is_teaser_below, 1, 2),
    Number(publisher, "MIN_BODY", is_stated, fill(200, "The"), fill(199, "The")),
    Number(publisher, "LINKED", is_stated_where_linked, 89, 90),
    Number(rules, "SURE", is_chosen, 0.5, 0.49),
    Number(rules, "DOUBTED", is_chosen_beside_another, 0.2, 0.19),
    Number(
        *(rules, "UNLINKED", lambda share: rules._is_prose(make_block(PROSE, link_share=share))),
        0.29,
        0.3,
    ),
    Number(rules, "MIN_COPY", is_second_copy, 7, 6),
    Number(rules, "EQUAL", stays_first, 0.79, 0.81),
    Number(rules, "HEAD", is_repeated_title, 3, 4),
    Number(rules, "LAST_SIGNED", signs_above, 0, 1),
    Number(rules, "MIN_MEMBERS", is_shared_among, 3, 2),
    Number(rules, "SHARED", is_taken_along, (0.9, 0.9, 0.1), (0.8, 0.6, 0.1)),
    Number(rules, "LONG_MEMBER", takes_shorter_ones_along, 0.9, 0.8),
    Number(
        *(rules, "MAX_LABEL", is_label_at_head),
        fill(60, "Harbour and fisheries, 13 May 2024"),
        fill(61, "Harbour and fisheries, 13 May 2024"),
    ),
    Number(rules, "SHORT", is_named_byline, fill(120, "By Ann Lee"), fill(121, "By Ann Lee")),
    Number(script_data, "MAX_SCRIPT", is_in_script, 2_999_892, 2_999_893),
    Number(script_data, "MAX_DEPTH", is_in_script_at, 39, 40),
    Number(
        *(script_data, "MIN_PARAGRAPH", script_data._is_prose),
        fill(60, "The harbour board"),
        fill(59, "The harbour board"),
    ),
    Number(
        *(script_data, "LONGEST_MEAN_WORD", script_data._is_prose),
        "Hafenmeiste " * 6,
        "Hafenmeiste " * 6 + "r",
    ),
    Number(unmask, "MOST_IN_DIALOG", is_cut_dialog, 39, 40),
    Number(unmask, "MIN_STORY", is_unmasked, 400, 399),
    Number(unmask, "MIN_PARAGRAPHS", has_paragraphs, 600, 599),
    Number(unmask, "MAX_SIGNATURE", signs, 150, 151),
    Number(unmask, "NEAR", signs_from_within, 2, 3),
    Number(unmask, "MOST", is_unmasked_beside, 666, 667),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


def test_a_long_block_of_three_words_is_found_in_the_text_of_the_extractor() -> None:
    block = "hafenverwaltungsrat verabschiedet wasserstrassenordnung"
    assert features.find_members([block], f"gestern sagte er {block} sei gut") == [1.0]


LIMITS = [
    Limit("the first neighbour", lambda place: has_neighbour(place, -1), 1, 0),
    Limit("the last neighbour", lambda place: has_neighbour(place, 1), 0, 1),
    Limit("letters of a candidate", is_candidate, fill(25), fill(24)),
    Limit("links of a candidate", lambda share: is_candidate(PROSE, share), 0.89, 0.9),
    Limit(
        "in the body", lambda body: is_candidate("The pier", body=body), fill(300, "The pier"), ""
    ),
    Limit(
        "in no body", lambda body: is_candidate("Ships", body=body), fill(300, "Ships"), fill(300)
    ),
    Limit("lines of a text that is not closed", is_kept_at_end, 4, 5),
    Limit("blocks of a text that is closed", is_closing_line, 5, 4),
    Limit("lines below one that closes", closes, 2, 3),
    Limit("lines of a text that is signed", is_signed_at_end, 5, 4),
    Limit("paragraphs above a byline", is_byline_below, [PROSE + "."], [PROSE + ".", PROSE + "!"]),
    Limit("no paragraphs above a byline", is_byline_below, [PROSE[:-1]] * 2, [f"{PROSE}."] * 2),
    Limit("members that were asked for", is_in_group, 0.1, 0.0),
    Limit(
        *("words of a label at the head", is_label_at_head),
        "World news",
        "World news today",
    ),
    Limit(
        "letters of prose at the head", is_label_at_head, "May 13, 2024", fill(80, "May 13, 2024")
    ),
    Limit("levels to a caption", lambda n: name_rule(PROSE, caption=n) == "caption", 1, 2),
    Limit("levels to an author", lambda n: name_rule(PROSE, author=n) == "author_note", 3, 4),
    Limit("levels to other stories", lambda n: name_rule(PROSE, related=n) == "related_link", 2, 3),
    Limit("levels to comments", lambda n: name_rule(PROSE, comments=n) == "comment", 3, 4),
    Limit("links", lambda n: name_rule(PROSE, link_share=n) == "related_link", 0.8, 0.79),
    Limit(
        "words of a label",
        lambda text: name_rule(text) == "label",
        "World news",
        "World news today",
    ),
    Limit(
        *("letters of a date", lambda text: name_rule(text) == "date_line"),
        fill(120, "Monday, 13 May 2024"),
        fill(121, "Monday, 13 May 2024"),
    ),
    Limit(
        *("letters of a credit", lambda text: name_rule(text) == "reporting_credit"),
        fill(120, "Reporting by Ann Lee"),
        fill(121, "Reporting by Ann Lee"),
    ),
    Limit(
        *("letters of an invitation to share", lambda text: name_rule(text) == "share_line"),
        fill(120, "Share this article"),
        fill(121, "Share this article"),
    ),
    Limit("links in a paragraph", is_told_linked, 50, 51),
    Limit("the beginning of the text", is_found_once, "the pier tide", "the pier the pier"),
    Limit("goes on below", lambda text: has_mark("ends_open", text), "The pier:", "The pier."),
    Limit("a sentence", lambda text: has_mark("ends_sentence", text), "It is shut.", "It is shut"),
    Limit("a capital", lambda text: has_mark("starts_upper", text), "The pier", "the pier"),
    Limit("a quotation", lambda text: has_mark("quote", text), "“Shut it”", "Shut it"),
    Limit("a year", lambda text: has_mark("date", text), "May 2024", "May 2"),
    Limit("a byline", lambda text: has_mark("by", text), "By Bo Ek", "Bo Ek"),
    Limit("an author", lambda text: has_mark("author", text), "Ann Lee writes", "Bo Ek writes"),
    Limit("an arrow", lambda text: has_mark("marks", text), "The pier »", "The pier"),
    Limit("the title", lambda text: has_mark("like_title", text), "The pier is shut.", "The pier"),
    Limit("a list", lambda tag: has_mark("tag_li", "The pier", tag), "li", "p"),
    Limit(
        "in a quotation", lambda tag: has_mark("in_blockquote", "The pier", tag), "blockquote", "p"
    ),
    Limit("first heading", lambda tag: has_mark("heading", "The pier", tag), "h1", "h2"),
    Limit("a heading", lambda tag: has_mark("heading", "The pier", tag), "h1", "header"),
    Limit("by a caption", lambda level: has_mark("near_caption", "The pier", level=level), 1, 2),
    Limit(
        "a long line above a label",
        lambda line: are_all_kept(line, "World news", PROSE),
        fill(90),
        "Sport",
    ),
    Limit(
        "a sentence above a label",
        lambda line: are_all_kept(line, "World news", PROSE),
        "It rains.",
        "Sport",
    ),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
