"""Lines of a dump, however it was wrapped."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.dump.lines import split_lines

WRAPPED = """The harbour of Stavanger was closed on Monday after a crane fell
into the water, the port said. Nobody was hurt, and the two ships that
were waiting outside turned to Bergen instead.

"We heard a crack and ran," said Ann Lee, who works at the fish hall
next to the quay. She had seen the crane sway since the weekend, when
the wind turned to the north.
"""


def test_blank_lines_are_dropped_and_spaces_become_single() -> None:
    assert split_lines("One\t two\r\n\r\n  three\xa0four  \r\n") == ["One two", "three four"]


def test_text_wrapped_at_a_fixed_width_becomes_paragraphs_again() -> None:
    first, second = split_lines(WRAPPED)
    assert first.startswith("The harbour of Stavanger") and first.endswith(
        "turned to Bergen instead."
    )
    assert second.startswith('"We heard a crack') and second.endswith(
        "the wind turned to the north."
    )


def test_wrapped_text_without_blank_lines_breaks_where_the_next_word_had_room() -> None:
    assert len(split_lines(WRAPPED.replace("\n\n", "\n"))) == 2


def test_sentences_with_a_line_each_are_joined_where_blank_lines_set_paragraphs_apart() -> None:
    text = (
        "The council of the city met on Tuesday evening.\nIt voted for the bridge by nine to six.\n\nThe mayor called that a good day.\n\n"
        "Work on the bridge begins in the month of May.\nIt is to cost eleven million crowns."
    )
    assert split_lines(text) == [
        "The council of the city met on Tuesday evening. It voted for the bridge by nine to six.",
        "The mayor called that a good day.",
        "Work on the bridge begins in the month of May. It is to cost eleven million crowns.",
    ]


def test_lines_without_blank_ones_between_stay_as_they_are() -> None:
    lines = [
        "The council met on Tuesday evening, as it does each week.",
        "It voted for the bridge by nine to six, with no abstention.",
    ]
    assert split_lines("\n".join(lines)) == lines


def test_a_list_of_links_is_not_taken_for_wrapped_text() -> None:
    links = ["World", "Politics", "Business and money", "Culture", "Sport", "Weather", "Puzzles"]
    assert split_lines("\n".join(links)) == links


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            ["word", "A sentence that ends here, with a stop.", "  x\t", "", "longer " * 11]
        ),
        max_size=30,
    )
)
def test_no_word_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert " ".join(split_lines(text)).split() == text.split()
