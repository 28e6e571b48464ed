"""The agency whose text a page says it is."""

import pytest

from transforms.across.wire import find_wire


@pytest.mark.parametrize(
    ("authors", "dateline", "text", "agency"),
    [
        (["Ida Holm", "Reuters"], None, "The ferry is late.", "Reuters"),
        (["Ida Holm, Associated Press"], None, "The ferry is late.", "Associated Press"),
        ([], None, "LISBON, March 3 (Reuters) - The ferry is late.", "Reuters"),
        ([], "LISBON (AP)", "The ferry is late.", "AP"),
        ([], None, "The ferry is late.\n\n© 2024 AFP", "AFP"),
        (["Ida Holm"], None, "The ferry (Reuters was told of it) is late.", None),
        (["Ida Holm"], None, "The ferry is late, Reuters reported.", None),
        (["Ida Holm"], None, "The ferry is late.\n\nReuters contributed to this report.", None),
    ],
)
def test_byline_dateline_and_credit_tell(
    authors: list[str], dateline: str | None, text: str, agency: str | None
) -> None:
    assert find_wire(authors, dateline, text) == agency
