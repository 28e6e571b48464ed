"""What holds of the quotes of any text: offsets, order, keys; and what is taken from the words
round the cue.
"""

from datetime import date
from functools import partial
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.cpu import cpu_seconds
from tests.transforms.quotes.passages import quotes_of
from transforms.grammar.marks import find_stretches
from transforms.grammar.parse import Paragraph
from transforms.grammar.tokens import read_doc
from transforms.quotes import find_drafts
from transforms.quotes.cuetext import find_day
from transforms.records import Published, Quote, TimeMention

SENTENCES = (
    "“The harbour is closed,” Anna Berg said. “It will open in May.”",
    "Marco Duarte said the harbour was “never safe”.",
    "According to the port authority, ships are waiting outside.",
    "Officials said “the cranes were old",
    '"Nobody knows the cost yet.',
    "Lisbon says 'the old harbour' will open, adding that it was safe.",
    "Anna Berg added:",
    "The harbour was closed on Monday.",
    "DUARTE: No comment.",
    "» ' „ “ \" ”",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).flatmap(
    lambda sentences: st.sampled_from(["\n\n", " "]).map(lambda gap: gap.join(sentences))
)
NOISE = st.text(alphabet="aB .,:;?!\n\"'“”‘’„«»—-é", max_size=120)


def assert_sound(quotes: list[Quote], text: str) -> None:
    for quote in quotes:
        assert quote.spans
        assert quote.text == " ... ".join(span.text for span in quote.spans)
        assert (quote.char_start, quote.char_end) == (
            quote.spans[0].char_start,
            quote.spans[-1].char_end,
        )
        assert all(text[span.char_start : span.char_end] == span.text for span in quote.spans)
        assert all(first.char_end <= second.char_start for first, second in pairwise(quote.spans))
        assert not any(
            splits_word(text, offset)
            for span in quote.spans
            for offset in (span.char_start, span.char_end)
        )
        if quote.speaker_text is not None:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_text


def splits_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


@given(text=TEXTS)
@settings(deadline=None, max_examples=40)
def test_every_span_slices_back_in_order_and_at_the_edges_of_words(
    text: str, nlp: Language
) -> None:
    assert_sound(quotes_of(text, nlp), text)


@given(text=NOISE)
@settings(deadline=None, max_examples=60)
def test_noise_gives_sound_quotes_or_none(text: str, nlp: Language) -> None:
    assert_sound(quotes_of(text, nlp), text)


@given(text=NOISE)
@settings(deadline=None, max_examples=200)
def test_stretches_are_in_order_and_hold_their_marks(text: str) -> None:
    stretches = find_stretches(text)
    assert all(
        0 <= stretch.start < stretch.inner_start <= stretch.inner_end <= stretch.end <= len(text)
        for stretch in stretches
    )
    assert all(first.end <= second.start for first, second in pairwise(stretches))


@given(first=st.sampled_from(SENTENCES), second=st.sampled_from(SENTENCES[:3] + SENTENCES[5:6]))
@settings(deadline=None, max_examples=20)
def test_a_paragraph_without_speech_elsewhere_changes_nothing(
    first: str, second: str, nlp: Language
) -> None:
    plain = "The sea was calm on that day."
    alone = quotes_of(f"{first}\n\n{second}", nlp)
    behind = quotes_of(f"{first}\n\n{second}\n\n{plain}", nlp)
    assert behind == alone


def test_offsets_of_the_title_count_in_the_title(nlp: Language) -> None:
    title, text = (
        "Harbour is lost: Duarte",
        "Anna Berg told Marco Duarte that the harbour was closed.",
    )
    in_title, in_text = quotes_of(text, nlp, title=title)
    assert (in_title.in_title, in_title.speaker_text) == (True, "Duarte")
    assert not in_text.in_title
    assert_sound([in_title], title)
    assert_sound([in_text], text)


def test_keys_differ_and_come_again(nlp: Language) -> None:
    text = "Anna Berg said the harbour was closed. Marco Duarte said it was open."
    keys = [quote.quote_id for quote in quotes_of(text, nlp)]
    assert len(set(keys)) == 2
    assert keys == [quote.quote_id for quote in quotes_of(text, nlp)]


def make_time(text: str, words: str, first: date, last: date) -> TimeMention:
    start = text.index(words)
    return TimeMention(
        "a" * 16, False, words, start, start + len(words), first, last, "day", "weekday"
    )


def test_the_day_beside_the_cue_is_the_day_it_was_uttered_on(nlp: Language) -> None:
    text = "Anna Berg said on Sunday that the harbour would open on Friday."
    times = [
        make_time(text, "Friday", date(2022, 2, 4), date(2022, 2, 4)),
        make_time(text, "Sunday", date(2022, 1, 30), date(2022, 1, 30)),
    ]
    (quote,) = quotes_of(text, nlp, times=times)
    assert (quote.uttered_on_text, quote.uttered_on) == ("Sunday", date(2022, 1, 30))


def test_a_week_is_no_day(nlp: Language) -> None:
    text = "Last week Anna Berg said that the harbour would open."
    (quote,) = quotes_of(
        text, nlp, times=[make_time(text, "Last week", date(2022, 1, 24), date(2022, 1, 30))]
    )
    assert (quote.uttered_on_text, quote.uttered_on) == ("Last week", None)


def test_a_weekday_of_a_page_without_a_day_is_the_first_one_that_it_can_be() -> None:
    friday = TimeMention("a" * 16, False, "Friday", 0, 6, None, None, None, "weekday")
    monday = date(2021, 12, 20)
    assert find_day(
        friday, Published(precision="range", source="inferred", earliest=monday)
    ) == date(2021, 12, 24)
    assert (
        find_day(
            friday,
            Published(
                precision="range", source="inferred", earliest=monday, latest=date(2021, 12, 22)
            ),
        )
        is None
    )
    assert find_day(friday, Published()) is None


@pytest.mark.parametrize(
    ("words", "day", "expected"),
    [
        ("Sunday", 6, date(2022, 2, 6)),
        ("Monday", 7, date(2022, 2, 7)),  # by another clock
        ("tomorrow", 7, None),
        ("Friday", 11, None),
    ],
)
def test_nothing_was_uttered_after_the_page(words: str, day: int, expected: date | None) -> None:
    told = date(2022, 2, day)
    time = TimeMention("a" * 16, False, words, 0, len(words), told, told, "day", "weekday")
    assert find_day(time, Published(on=date(2022, 2, 6), precision="day")) == expected


def test_the_day_of_something_else_and_a_name_in_capitals_are_no_day_of_speech(
    nlp: Language,
) -> None:
    text = "Anna Berg told USA TODAY of the raid on Friday that the harbour was safe."
    times = [
        make_time(text, "TODAY", date(2022, 2, 6), date(2022, 2, 6)),
        make_time(text, "Friday", date(2022, 2, 4), date(2022, 2, 4)),
    ]
    assert {quote.uttered_on for quote in quotes_of(text, nlp, times=times)} == {None}


def test_marks_are_read_in_linear_time() -> None:
    for text in (
        '"' * 100_000,
        "“" * 100_000,
        "“ ”" * 50_000,
        '"a ' * 100_000,
        "'a " * 100_000,
        "he said “no” and " * 20_000,
    ):
        assert cpu_seconds(partial(find_stretches, text), runs=1) < 5


def test_a_paragraph_of_quotation_marks_is_read_in_linear_time() -> None:
    def seconds(count: int) -> float:
        doc = read_doc(spacy.blank("en").make_doc("“A b” " * count))
        return cpu_seconds(lambda: find_drafts([Paragraph(0, doc)]))

    assert seconds(2_000) < 12 * max(seconds(500), 0.02)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "After Gov. Karl Berg criticized it, Ada shot back, “I could have stayed at home.”",
            "Ada",
        ),
        ("When Karl Berg said no, Ada Quill went on, “We will close it anyway.”", "Ada Quill"),
        ("Ada Quill mentioned him, and the crowd took up the chant “Close it! Close it!”", None),
        ("“If it had not sunk” off the United States, Ada Quill said, “we would be rich.”", None),
        ("The plan that failed in May Ada Quill criticised as “a gift to the rich of Lund”.", None),
    ],
)
def test_a_quotation_is_of_who_acts_right_before_it_and_not_of_who_speaks_further_off(
    nlp: Language, text: str, speaker: str | None
) -> None:
    strings = [one for one in quotes_of(text, nlp) if (one.rule or "").startswith("string")]
    assert [one.speaker_text for one in strings] == ([speaker] if speaker else [])
