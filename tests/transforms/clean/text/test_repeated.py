import random

from tests.transforms.clean.pages import PARAGRAPHS
from transforms.clean.text.repeated import drop_repeated_lines, find_repeated_lines
from transforms.records import Document, DroppedLine, Outlet

GAZETTE = Outlet("g" * 16, "The Marlow Gazette")
HERALD = Outlet("h" * 16, "The Northport Herald")
APPEAL = "The Gazette is owned by its readers. Join them today."


def document(name, *paragraphs, outlet=GAZETTE, extractor="trafilatura"):
    return Document(name, "0" * 64, name, "\n\n".join(paragraphs), outlet=outlet, extractor=extractor)


def test_a_line_on_two_pages_of_one_outlet_is_the_sites_and_is_dropped_by_name():
    first = document("a", *PARAGRAPHS[:3], APPEAL)
    second = document("b", "Quite another story.", "It has two more lines.", "This is the last.", APPEAL.upper())
    lines = find_repeated_lines([first, second])
    cleaned = drop_repeated_lines(first, lines)
    assert cleaned.text.split("\n\n") == list(PARAGRAPHS[:3])
    assert cleaned.dropped == (DroppedLine(APPEAL, "repeated_line"),)


def test_the_same_line_of_two_outlets_stays():
    first = document("a", *PARAGRAPHS[:3], APPEAL)
    second = document("b", "Quite another story.", "It has two more lines.", APPEAL, outlet=HERALD)
    assert find_repeated_lines([first, second]) == {}


def test_a_copy_or_a_rewrite_of_one_story_loses_nothing():
    first, rewrite = document("a", *PARAGRAPHS), document("b", *PARAGRAPHS, "A line was added later.")
    assert find_repeated_lines([first, document("c", *PARAGRAPHS), rewrite]) == {}


def test_a_text_that_came_with_its_record_keeps_every_line():
    first = document("a", *PARAGRAPHS[:3], APPEAL, extractor="given")
    second = document("b", "Quite another story.", "It has two more lines.", "This is the last.", APPEAL)
    assert drop_repeated_lines(first, find_repeated_lines([first, second])) == first


def test_the_order_of_pages_does_not_matter():
    pages = [document(f"{n}", f"Story {n} begins.", f"Story {n} goes on.", f"Story {n} ends.", APPEAL) for n in range(8)]
    expected = find_repeated_lines(pages)
    assert expected
    for seed in range(5):
        shuffled = random.Random(seed).sample(pages, len(pages))
        assert find_repeated_lines(shuffled) == expected


def test_dropping_twice_is_dropping_once():
    pages = [document(f"{n}", f"Story {n} begins.", f"Story {n} goes on.", f"Story {n} ends.", APPEAL) for n in range(3)]
    lines = find_repeated_lines(pages)
    once = [drop_repeated_lines(page, lines) for page in pages]
    assert [drop_repeated_lines(page, lines) for page in once] == once
