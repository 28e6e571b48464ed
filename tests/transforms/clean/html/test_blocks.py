from dataclasses import replace

import pytest
from lxml.html import document_fromstring

from tests.numbers import fill
from transforms.clean.html.blocks import NOWHERE, PLACES, Block, read_blocks
from transforms.clean.html.features import (
    FEATURES,
    NEAR_LONG,
    PageContext,
    Survey,
    compute_features,
    find_members,
    fold,
)
from transforms.clean.html.model import MODEL, estimate_blocks
from transforms.clean.html.rules import Head, choose_blocks, name_dropped

PROSE = "The council said on Monday that the bridge would be closed for six weeks while engineers repair two of its piers."


def blocks_of(body):
    return read_blocks(document_fromstring(f"<html><body>{body}</body></html>"))


def texts_of(body):
    return [block.text for block in blocks_of(body)]


def block(text, tag="p", **levels):
    return Block(
        text,
        tag,
        tuple(levels.get(place, NOWHERE) for place in PLACES),
        0.0,
        4,
        frozenset({"body", tag}),
    )


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One <b>two</b> three</p><p>Four</p>", ["One two three", "Four"]),
        ("<div>Before<p>inside</p>after</div>", ["Before", "inside", "after"]),
        ("<p>He left.<br>She stayed.</p>", ["He left.", "She stayed."]),
        ("<p>a line that<br>was broken<br/> for width</p>", ["a line that was broken for width"]),
        (
            "<ul><li>One</li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table>",
            ["One", "Two", "a", "b"],
        ),
        (
            "<nav><p>Menu</p></nav><p>Text</p><footer>Imprint</footer><script>code()</script>",
            ["Text"],
        ),
        (
            "<nav><main><p>A menu that was never closed</p></main></nav>",
            ["A menu that was never closed"],
        ),
    ],
)
def test_blocks_are_what_a_browser_shows_without_menus_and_footers(body, texts):
    assert texts_of(body) == texts


def test_a_block_knows_its_links_and_the_places_around_it():
    linked, plain = blocks_of(
        '<div class="related-stories"><p><a href="/1">Ferry fares rise</a></p></div><div><p>Plain</p></div>'
    )
    assert (linked.link_share, plain.link_share) == (1.0, 0.0)
    assert linked.levels[PLACES.index("related")] == 1
    assert set(plain.levels) == {NOWHERE}


def test_every_feature_has_its_name_and_the_model_was_made_of_the_same():
    survey = Survey(blocks_of(f"<h1>Title</h1><p>{PROSE}</p>"), PageContext([PROSE]))
    places, rows = compute_features(survey)
    assert rows.shape == (len(places), len(FEATURES))
    assert MODEL.features == FEATURES


def test_a_short_block_is_found_only_near_the_one_before_it():
    text = fold(f"First {PROSE} Yes {PROSE}")
    assert find_members([fold("First"), fold(PROSE), "yes"], text) == [1.0, 1.0, 1.0]
    assert find_members(["yes"], fold(PROSE + " " + PROSE + " yes")) == [0.0]


def test_what_stands_within_the_block_before_it_is_not_found_again():
    assert find_members(["the tide is high", "the tide"], "the tide is high today") == [1.0, 0.0]


@pytest.mark.parametrize(("away", "found"), [(NEAR_LONG, 1.0), (NEAR_LONG + 1, 0.0)])
def test_a_long_block_far_away_is_one_of_the_text_and_the_next_is_not_looked_for_there(away, found):
    long = "hafenverwaltungsrat verabschiedet wasserstrassenordnung"
    text = f"{fill(away - 2)} {long} morgen"
    assert find_members([long, "morgen"], text) == [1.0, found]


def test_a_page_without_blocks_gets_no_estimates():
    assert estimate_blocks(Survey([], PageContext([]))) == []


def test_of_two_copies_the_first_stays_and_the_other_is_named():
    page = [
        block("Title of it"),
        block(PROSE),
        block("Another paragraph that ends here."),
        block(PROSE),
    ]
    chosen = choose_blocks(page, [0.9, 0.9, 0.9, 0.95], Head(("Title of it",)))
    assert chosen == [False, True, True, False]
    dropped = name_dropped(page, chosen, [True] * 4, ("Title of it",))
    assert [(line.text, line.rule) for line in dropped] == [
        ("Title of it", "repeated_title"),
        (PROSE, "repeated_paragraph"),
    ]


def test_the_cells_of_a_table_stand_or_fall_together():
    cells = [block(f"Harbour Town {number}", tag="td") for number in range(4)]
    page = [block(PROSE), *cells, block("Another paragraph that ends here.")]
    assert choose_blocks(page, [0.9, 0.6, 0.4, 0.6, 0.6, 0.9], Head()) == [True] * 6
    assert choose_blocks(page, [0.9, 0.6, 0.4, 0.4, 0.4, 0.9], Head()) == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]


def quoted(text):
    return Block(
        text, "p", (NOWHERE,) * len(PLACES), 0.0, 5, frozenset({"body", "blockquote", "p"})
    )


def test_a_doubted_quotation_goes_with_the_line_that_announces_it():
    page = [
        block(PROSE),
        block("In her letter, Ada Quill says:"),
        quoted("I have counted the boats."),
        quoted("They must leave by June."),
    ]
    assert choose_blocks(page, [0.9, 0.8, 0.4, 0.3], Head()) == [True] * 4
    assert choose_blocks(page, [0.9, 0.8, 0.1, 0.3], Head()) == [True, True, False, False]
    assert choose_blocks(page, [0.9, 0.1, 0.4, 0.3], Head()) == [True, False, False, False]


def test_a_doubted_sentence_in_a_box_of_its_own_goes_with_the_paragraphs_round_it():
    between = [block(f"{PROSE} One."), block("The tug came back.", "div"), block(f"{PROSE} Two.")]
    assert choose_blocks(between, [0.9, 0.4, 0.9], Head()) == [True, True, True]
    assert choose_blocks(between, [0.9, 0.1, 0.9], Head()) == [True, False, True]
    assert choose_blocks(between, [0.9, 0.4, 0.1], Head()) == [True, False, False]
    label = [between[0], block("Read on", "div"), between[2]]
    assert choose_blocks(label, [0.9, 0.4, 0.9], Head()) == [True, False, True]


@pytest.mark.parametrize(
    ("second", "below", "is_kept"),
    [
        (block("What the crew says", "h2"), 0.9, True),
        (block("Winter", "h2"), 0.9, True),
        (block("2. The harbour at Port Aster", "h2"), 0.9, True),
        (block("What the crew says", "h2"), 0.1, False),  # nothing of the article stands below it
        (block("What the crew says", "h3"), 0.9, False),
        (replace(block("More from the coast", "h2"), depth=7), 0.9, False),
        (block("More from the coast", "h2", related=1), 0.9, False),
        (block("* * *", "h2"), 0.9, False),
        (block("Advertisement", "h2"), 0.9, False),
        (block("The late ferry", "h2"), 0.9, False),  # the title
    ],
)
def test_a_heading_above_the_article_s_text_stays_where_one_built_like_it_does(
    second, below, is_kept
):
    page = [block("The timetable", "h2"), block(PROSE), second, block(f"{PROSE} Two.")]
    chosen = choose_blocks(page, [0.9, 0.9, 0.0, below], Head(("The late ferry",)))
    assert chosen[2] is is_kept


def test_a_heading_goes_where_no_heading_of_the_article_is_known():
    page = [block(PROSE), block("What the crew says", "h2"), block(f"{PROSE} Two.")]
    assert choose_blocks(page, [0.9, 0.0, 0.9], Head()) == [True, False, True]


def test_what_sells_the_paper_within_the_text_is_left_out_where_it_has_no_prose():
    pitch = [block("One story left", "h3", promotion=1), block("Pay a pound.", promotion=1)]
    page = [block(f"{PROSE} One."), *pitch, block(f"{PROSE} Two.")]
    assert choose_blocks(page, [0.9] * 4, Head()) == [True, False, False, True]
    prose = [block(f"{PROSE} One.", promotion=1), block("“No.”", promotion=1)]
    assert choose_blocks(prose, [0.9] * 2, Head()) == [True, True]


def test_signs_without_words_are_no_paragraph():
    page = [block(PROSE), block("* * *"), block("___"), block("Another paragraph that ends here.")]
    assert choose_blocks(page, [0.9] * 4, Head()) == [True, False, False, True]


def test_what_closes_the_page_is_left_out_near_its_end_only():
    story = [block(f"{PROSE} Part {number}.") for number in range(5)]
    closing = [
        block("Read more: who owns the pier?"),
        block("Additional reporting by Ida Brandt"),
        block("Like this story? Tell a friend."),
    ]
    assert choose_blocks([*story, *closing], [0.9] * 8, Head()) == [True] * 5 + [False] * 3
    assert choose_blocks([*closing, *story], [0.9] * 8, Head()) == [True] * 8


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (block("The pier in March. Photo: Ida Brandt", caption=0), "caption"),
        (block("Reporting by Ann Lee; editing by Bo Ek"), "reporting_credit"),
        (block("By Ann Lee"), "byline"),
        (block("Ann Lee has covered the coast since 2009.", author=2), "author_note"),
        (block("Share this on Facebook now"), "share_line"),
        (block("Sign up for our newsletter here"), "promotion"),
        (block("Ferry fares to rise in summer", related=1), "related_link"),
        (block("I have never trusted that bridge.", comments=2), "comment"),
        (block("Monday 4 March 2024, 10:30"), "date_line"),
        (block("A town without its bridge for weeks", standfirst=0), "standfirst"),
        (block("World"), "label"),
        (block("Our harbour in numbers", tag="h3"), "heading"),
        (block("This article was first published in The Marlow Gazette."), "closing_line"),
        (block("Something else that nobody would read"), "line_model"),
    ],
)
def test_a_dropped_line_bears_the_name_of_what_it_looks_like(line, rule):
    assert [dropped.rule for dropped in name_dropped([line], [False], [True], [])] == [rule]


def test_what_the_extractor_never_found_is_not_listed_as_dropped():
    assert name_dropped([block("Menu of the day")], [False], [False], []) == []


def test_a_doubted_paragraph_goes_with_its_like_beside_it():
    blocks = [block(f"{PROSE} {number}") for number in range(4)] + [block(f"{PROSE} other", "div")]
    assert choose_blocks(blocks, [0.9, 0.9, 0.3, 0.25, 0.3], Head()) == [
        True,
        True,
        True,
        True,
        False,
    ]
    assert choose_blocks(blocks, [0.9, 0.9, 0.1, 0.3, 0.1], Head()) == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_line_that_says_advertisement_is_no_paragraph():
    blocks = [
        block(PROSE),
        block("Advertisement"),
        block("– Anzeige –"),
        block(PROSE[:-1] + ", too."),
    ]
    assert choose_blocks(blocks, [0.9] * 4, Head()) == [True, False, False, True]


@pytest.mark.parametrize("attribute", ["class", "id", "itemprop"])
def test_what_a_box_is_stands_in_its_class_its_id_or_its_itemprop(attribute):
    tree = document_fromstring(f"<body><div {attribute}='comments'><p>{PROSE}</p></div></body>")
    (read,) = read_blocks(tree)
    assert read.levels[PLACES.index("comments")] == 1
