"""The collection in tests/not_articles: whole pages, each in the folder of the reason for which it
is no article.
"""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from training.short_pages import read_short_pages
from transforms.clean.door import clean
from transforms.records import Page, Reject

COLLECTION = Path(__file__).parents[4] / "tests" / "not_articles"
PATHS = sorted(path for path in COLLECTION.glob("*/*") if path.suffix in (".html", ".txt"))
SHORT_PAGES = COLLECTION.parent / "short_pages.toml"
# shares of the short pages: of those that are none and must be rejected, and of the articles that
# may be
REJECTED, LOST = 0.82, 0.06
RIGHT = 0.95  # share that must be rejected for the right reason


def read_page(path):
    content = path.read_bytes()
    return Page(
        str(path),
        content,
        sha256(content).hexdigest(),
        "html" if path.suffix == ".html" else "dump",
    )


@pytest.fixture(scope="module")
def verdicts():
    """(reason of the folder, reason of the judge or "loaded", path) of each page."""
    cleaned = ((path, clean(read_page(path))) for path in PATHS)
    return [
        (path.parent.name, result.reason if isinstance(result, Reject) else "loaded", path.name)
        for path, result in cleaned
    ]


def test_the_collection_has_all_kinds_of_pages_as_html_and_as_dumps():
    kinds = Counter(path.parent.name for path in PATHS)
    assert len(PATHS) >= 100
    assert set(kinds) == {
        *("block_page", "comments_only", "cookie_wall", "gibberish", "index_page", "legal_page"),
        *(
            "listing",
            "login_wall",
            "product",
            "search_page",
            "service_page",
            "soft_404",
            "too_short",
        ),
    }
    assert min(kinds.values()) >= 4
    assert sum(path.suffix == ".txt" for path in PATHS) >= 35


def test_pages_that_are_no_articles_are_rejected_for_the_right_reason(verdicts):
    wrong = [verdict for verdict in verdicts if verdict[0] != verdict[1]]
    assert len(wrong) <= (1 - RIGHT) * len(verdicts), wrong


def test_no_kind_of_page_slips_through(verdicts):
    kinds = Counter(reason for reason, _, _ in verdicts)
    loaded = Counter(reason for reason, verdict, _ in verdicts if verdict == "loaded")
    assert [kind for kind in kinds if loaded[kind] * 4 > kinds[kind]] == []


@pytest.mark.parametrize(("kind", "least", "most"), [("none", REJECTED, 1), ("article", 0, LOST)])
def test_short_pages_without_a_word_of_metadata_are_told_by_their_shape_and_manner(
    kind, least, most
):
    verdicts = [clean(page) for page in read_short_pages(SHORT_PAGES, kind)]
    rejected = sum(isinstance(verdict, Reject) for verdict in verdicts) / len(verdicts)
    assert least <= rejected <= most
