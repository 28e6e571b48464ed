"""What changed from one state of a page to the next."""

import pytest

from transforms.across.versions import State, name_change

TEXT = "The bridge is closed until May, and 14 ferries run.\n\n“It will open again,” Ann Brook said.\n\nNobody said who pays for all of it."
BEFORE = State("Bridge closed", TEXT, ("“It will open again,”",))


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (State("Bridge shut", TEXT, BEFORE.quotes), "headline"),
        (State("Bridge closed", TEXT.replace("ferries", "feries"), BEFORE.quotes), "typo"),
        (State("Bridge closed", TEXT.replace("14", "16"), BEFORE.quotes), "number"),
        (
            State("Bridge closed", TEXT + "\n\nCorrection: there are 14 ferries.", BEFORE.quotes),
            "correction",
        ),
        (
            State(
                "Bridge closed", TEXT.replace("“It will open again,” Ann Brook said.\n\n", ""), ()
            ),
            "quote_removed",
        ),
        (
            State(
                "Bridge closed",
                TEXT + "\n\n“I doubt it,” Reyes said.",
                (*BEFORE.quotes, "“I doubt it,”"),
            ),
            "quote_added",
        ),
        (
            State(
                "Bridge closed", TEXT.replace("will open again", "may open"), ("“It may open,”",)
            ),
            "quotes_changed",
        ),
        (
            State(
                "Bridge closed",
                TEXT + "\n\nThe ferry company had said in the morning that it had no more boats.",
                BEFORE.quotes,
            ),
            "extended",
        ),
        (
            State(
                "Bridge closed",
                TEXT.replace("\n\nNobody said who pays for all of it.", ""),
                BEFORE.quotes,
            ),
            "cut",
        ),
        (
            State(
                "Bridge closed",
                "A new tunnel was dug. “It will open again,” Ann Brook said.",
                BEFORE.quotes,
            ),
            "rewritten",
        ),
        (State("Bridge closed", TEXT, ()), "headline"),
    ],
)
def test_the_change_is_named(after: State, kind: str) -> None:
    assert name_change(BEFORE, after) == kind


@pytest.mark.parametrize(
    ("title", "sentence", "quote"),
    [
        pytest.param(
            "Bridge closed",
            "“It rusts,” Brook said. “We saw it.”",
            "“It rusts,” ... “We saw it.”",
            id="in two pieces",
        ),
        pytest.param(
            "‘It rusts and we saw it’",
            "Nobody wondered.",
            "‘It rusts and we saw it’",
            id="in the title",
        ),
    ],
)
def test_a_quote_that_stays_is_neither_lost_nor_won(title: str, sentence: str, quote: str) -> None:
    before, after = (
        State(title, f"{text}\n\n{sentence}", (quote,)) for text in (TEXT, TEXT.replace("14", "16"))
    )
    assert name_change(before, after) == "number"
    assert (
        name_change(
            before, State(title, TEXT.replace("14", "16"), (quote,) if quote in title else ())
        )
        != "number"
    )


def test_a_quote_that_only_the_reading_lost_is_not_gone() -> None:
    assert name_change(BEFORE, State("Bridge closed", TEXT.replace("14", "16"), ())) == "number"
