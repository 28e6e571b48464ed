"""The text of a page is shown to the letter, each quote marked from its first character to its
last, and nothing in it is markup.
"""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from report.marks import Span, anchor, mark_line, mark_paragraphs, show_plainly

TAG = re.compile(r"<[^>]*>")
MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
TEXT = "Ann Brook said the bridge will open.\n\n“It opens in May,” she said."


def words_of(markup: str) -> str:
    return html.unescape(TAG.sub("", markup))


def test_a_quote_and_its_speaker_are_marked() -> None:
    spans = [Span(15, 35, "q1", "quote"), Span(0, 9, "q1", "speaker")]
    first, second = mark_paragraphs(TEXT, spans).split("\n")[:2]
    assert (
        first
        == "<p><b class=speaker>Ann Brook</b> said <a id=q-q1></a><mark>the bridge will open</mark>.</p>"
    )
    assert second == "<p>“It opens in May,” she said.</p>"


def test_a_quote_within_a_quote_has_an_anchor_of_its_own() -> None:
    marked = mark_line(
        "He said she said no", [Span(8, 19, "a", "quote"), Span(17, 19, "b", "quote")]
    )
    assert marked == "He said <a id=q-a></a><mark>she said </mark><a id=q-b></a><mark>no</mark>"


def test_a_quote_over_two_paragraphs_is_marked_in_both_and_has_one_anchor() -> None:
    marked = mark_paragraphs("one two\n\nthree four", [Span(4, 14, "a", "quote")])
    assert MARKED.findall(marked) == ["two", "three"]
    assert marked.count("id=q-a") == 1


def test_a_gap_at_the_end_makes_no_paragraph() -> None:
    assert mark_paragraphs("one\n\n\n", []) == mark_paragraphs("one", []) == "<p>one</p>\n"


def test_what_a_page_says_is_never_markup() -> None:
    hostile = "<script>alert(1)</script> & \x1b[31m \u202e"
    assert mark_line(hostile, []) == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \ufffd[31m \ufffd"
    assert anchor('"><script>') == "q----script-"


SPANS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from("abc"),
        st.sampled_from(["quote", "speaker"]),
    ),
    max_size=6,
)


@settings(max_examples=150)
@given(text=st.text(alphabet='ab <>&"“é😀\n', max_size=60), drawn=SPANS)
def test_the_marked_text_is_the_text_and_what_is_marked_is_what_the_spans_say(
    text: str, drawn: list[tuple[int, int, str, str]]
) -> None:
    spans = [
        Span(start, min(start + length, len(text)), name, "quote" if what == "quote" else "speaker")
        for start, length, name, what in drawn
        if start < len(text)
    ]
    marked = mark_paragraphs(text, spans)
    paragraphs = [part for part in re.split(r"\n{2,}", text) if part]
    assert [
        part for part in map(words_of, re.findall(r"<p>(.*?)</p>", marked, re.DOTALL)) if part
    ] == paragraphs
    covered = {
        place
        for span in spans
        if span.what == "quote"
        for place in range(span.char_start, span.char_end)
    }
    gaps = {place for gap in re.finditer(r"\n{2,}", text) for place in range(*gap.span())}
    expected = "".join(text[place] for place in sorted(covered - gaps))
    assert "".join(map(words_of, MARKED.findall(marked))) == show_plainly(expected)
