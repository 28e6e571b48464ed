import pytest
from lxml.html import document_fromstring, tostring

from transforms.clean.html.blocks import read_blocks
from transforms.clean.html.unmask import cut_dialogs, cut_overlays, unmask_quotations, unmask_story

STORY = "".join(
    f"<p>Paragraph {number} tells how the ferry came back to the island after a winter of repairs and quarrels.</p>"
    for number in range(8)
)
BOX = "<p>Subscribe to our letter.</p>"


def ancestors_of(body):
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    unmask_story(tree)
    return [block.ancestors for block in read_blocks(tree)]


def test_an_aside_that_holds_the_story_is_a_plain_box():
    assert all(
        "aside" not in ancestors
        for ancestors in ancestors_of(
            f'<aside class="sidebar"><h1>Ferry back</h1>{STORY}</aside>{BOX}'
        )
    )


def test_a_story_in_the_footer_is_read():
    assert len(ancestors_of(f"<footer>{STORY}</footer>")) == 8


def test_an_aside_beside_the_story_stays_one():
    assert (
        sum(
            "aside" in ancestors
            for ancestors in ancestors_of(f"<main>{STORY}</main><aside>{BOX}</aside>")
        )
        == 1
    )


def texts_of(body):
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    cut_dialogs(tree)
    return [block.text for block in read_blocks(tree)]


CONSENT = "<p>We and our partners keep small files on your device to count visits.</p>"


def test_windows_over_the_page_are_no_part_of_it():
    for window in ("<div role='dialog'>", "<div aria-modal='true'>", "<dialog>"):
        end = "</dialog>" if window == "<dialog>" else "</div>"
        assert texts_of(f"{window}{CONSENT}{end}{STORY}") == texts_of(STORY)


def test_a_window_that_holds_the_story_is_read():
    story = texts_of(f"<div role='dialog'>{STORY}</div><div role='dialog'>{CONSENT}</div>")
    assert story == texts_of(STORY)


def lines_without_overlays(body):
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    cut_overlays(tree)
    return [block.text for block in read_blocks(tree)]


@pytest.mark.parametrize(
    "note",
    [
        "<span role='tooltip'>Mayor since 2019</span>",
        "<span hidden>Mayor since 2019</span>",
        "<span style='display: none'>Mayor since 2019</span>",
        "<span class='c-HoverCard'>Mayor since 2019</span>",
        "<i class='tip'>Mayor since 2019</i>",
        "<a><span class='Tooltip'>Mayor since 2019</span></a>",
    ],
)
def test_a_note_that_is_shown_when_asked_for_is_no_part_of_the_line(note):
    assert lines_without_overlays(f"<p>Orla Venn{note} said no.</p>") == ["Orla Venn said no."]


@pytest.mark.parametrize(
    "words",
    [
        "Orla <span class='tooltip'>Venn</span> said no.",
        "<span class='tip'>Orla Venn</span> said no.",
        "Orla Venn <span hidden>said no.</span>",
    ],
)
def test_a_word_of_the_line_that_a_note_hangs_on_stays(words):
    assert lines_without_overlays(f"<p>{words}</p>") == ["Orla Venn said no."]


@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote><p>It sails.</p><footer>— Ann Lee, baker</footer></blockquote>",
        "<blockquote><p>It sails.</p><div><footer><cite>— Ann Lee</cite>, baker</footer></div></blockquote>",
        "<figure><blockquote><p>It sails.</p></blockquote><figcaption>— Ann Lee, baker</figcaption></figure>",
        "<figure class='quote'><p>It sails.</p><figcaption>— Ann Lee, baker</figcaption></figure>",
        "<figure class='Quotation'><blockquote>It sails.</blockquote><div>— Ann Lee, baker</div></figure>",
    ],
)
def test_who_is_quoted_stands_in_the_quotation(quoted):
    tree = document_fromstring(f"<html><body>{quoted}<footer>Contact</footer></body></html>")
    unmask_quotations(tree)
    signed = [(block.text, "blockquote" in block.ancestors) for block in read_blocks(tree)]
    assert signed == [("It sails.", True), ("— Ann Lee, baker", True)]


@pytest.mark.parametrize(
    "shown",
    [
        "<figure class='quote'><img src='a.jpg'><figcaption>Ann Lee, baker</figcaption></figure>",
        "<figure class='wp-block-pullquote'><blockquote>It sails.</blockquote></figure>",
        "<figure><table><tr><td>Ann Lee</td></tr></table></figure>",
        "<article><p>It sails.</p><footer>Ann Lee is a baker.</footer></article>",
    ],
)
def test_pictures_pull_quotes_and_other_footers_stay_what_they_are(shown):
    tree = document_fromstring(f"<html><body>{shown}</body></html>")
    before = tostring(tree)
    unmask_quotations(tree)
    assert tostring(tree) == before
