"""What is made of whole pages: text, metadata, quotes, speakers, entities. `make accept` renews
what is expected and shows the diff.
"""

import tomllib

import pytest
from spacy.language import Language

from tests.whole_pages import PAGES, Case, describe, list_cases

CASES = list_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_comes_to_what_is_expected_of_it(case: Case, nlp: Language) -> None:
    assert (
        describe(case, nlp).splitlines() == case.expected.read_text(encoding="utf-8").splitlines()
    )


def test_no_expectation_is_left_without_its_page() -> None:
    expected = {case.expected for case in CASES}
    assert set(PAGES.rglob("*.toml")) == expected
    assert all(tomllib.loads(path.read_text(encoding="utf-8")) for path in expected)
