"""Dumps of pages: what is kept, what is left out and why, and what the page says of itself."""

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from transforms.clean.dump import page
from transforms.clean.dump.lines import split_lines
from transforms.clean.dump.page import clean_dump
from transforms.clean.dump.sort import sort_lines
from transforms.records import Document, Page, Reject

HEADLINE = "Port of Trieste reopens after storm, says harbour master"
STORY = (
    "The port of Trieste reopened on Wednesday after a storm had kept ships outside for three days, harbour master Carla Rossi said.",
    '"We have checked every crane, and all but one are safe," Rossi told reporters on the quay. "The last one will be repaired by Friday."',
    "Eleven ships waited in the gulf, among them two ferries with 600 passengers on board. The coast guard brought them food and water.",
    "The storm was the third this winter. Fishermen from Grado say that the waves have become higher every year since the wall was built.",
    "The regional government promised to pay for the damage, which the port puts at four million euros. It will decide in March.",
    '"We do not ask for gifts," said Bruno Marin, who speaks for the fishermen. "We ask for a harbour that holds when the wind turns."',
)
MENU = ("Menu", "Home", "World", "Business", "Sport", "Culture", "Sign in", "Subscribe")
FOOTER = (
    *(
        "Most read",
        "Ten beaches for the summer",
        "Why bread is dear",
        "Who owns the moon?",
        "About us",
        "Contact",
        "Privacy policy",
        "Cookies",
    ),
    "© 2023 The Gulf Herald. All rights reserved.",
)
CAPTION = "The quay of Trieste on February 6, 2023. (Photo by Coastal Press)"
HEAD = (*MENU, "News / Europe", HEADLINE, "By Ann Lee and Bo Ek", "8 Feb, 2023 10:22", CAPTION)


def make_page(text: str) -> Page:
    content = text.encode()
    return Page("dumps/1.txt", content, sha256(content).hexdigest(), "dump")


def clean(text: str) -> Document:
    document = clean_dump(make_page(text))
    assert isinstance(document, Document), document
    return document


RENDERINGS = {
    "a line each": "\n".join((*HEAD, *STORY, *FOOTER)),
    "blank lines between": "\n\n".join((*HEAD, *STORY, *FOOTER)),
    "CRLF": "\r\n".join((*HEAD, *STORY, *FOOTER)),
    "tabs and hard spaces": "\n".join(f"\t\xa0{line}  " for line in (*HEAD, *STORY, *FOOTER)),
}


@pytest.mark.parametrize("text", RENDERINGS.values(), ids=RENDERINGS)
def test_a_page_becomes_its_article_in_paragraphs_however_it_was_dumped(text: str) -> None:
    document = clean(text)
    assert document.text == "\n\n".join(STORY)
    assert document.title == HEADLINE
    assert document.section == "Europe"
    assert document.published.on == date(2023, 2, 8)
    assert document.outlet is not None and document.outlet.name == "The Gulf Herald"
    assert document.authors == ("Ann Lee", "Bo Ek")
    assert document.language == "en"


def test_every_line_left_out_says_by_which_rule() -> None:
    document = clean(RENDERINGS["a line each"])
    rules = {line.text: line.rule for line in document.dropped}
    assert rules[HEADLINE] == "title"
    assert rules["News / Europe"] == "crumbs"
    assert rules[CAPTION] == "caption"
    assert rules["Subscribe"] == "line_model"
    assert len(document.dropped) + len(STORY) == len((*HEAD, *STORY, *FOOTER))


def test_a_headline_that_is_repeated_is_no_part_of_the_text() -> None:
    document = clean("\n\n".join((HEADLINE, HEADLINE.upper(), *STORY)))
    assert document.title in (HEADLINE, HEADLINE.upper())
    assert document.text == "\n\n".join(STORY)


def test_a_dump_that_states_no_outlet_section_or_date_has_none() -> None:
    document = clean("\n\n".join((HEADLINE, *STORY)))
    assert (document.outlet, document.section, document.published.on) == (None, None, None)


def test_a_copyright_notice_without_a_year_names_the_outlet_only_where_the_page_is_headed_by_it() -> (
    None
):
    notice = "© Gulf Herald. Copying is not permitted."
    headed = clean("\n\n".join(("GULF HERALD", HEADLINE, *STORY, notice)))
    assert headed.outlet is not None and headed.outlet.name == "Gulf Herald"
    assert clean("\n\n".join((HEADLINE, *STORY, notice))).outlet is None


def test_the_credit_of_a_picture_is_no_author() -> None:
    document = clean(
        "\n\n".join(
            (
                "News / Europe",
                HEADLINE,
                "The quay of Trieste on February 6, 2023. (Photo by AFP)",
                *STORY,
            )
        )
    )
    assert document.title == HEADLINE
    assert document.authors == ()


def test_evidence_names_the_lines() -> None:
    evidence = {found.field: found.value for found in clean(RENDERINGS["a line each"]).evidence}
    assert evidence["title"] == HEADLINE
    assert evidence["section"] == "Europe"
    assert evidence["outlet"] == FOOTER[-1]


def test_a_dump_as_long_as_a_book_is_no_page() -> None:
    rejected = clean_dump(
        Page("robots.txt", b"User-agent: bot\nDisallow: /path/\n" * 20_000, "0" * 64, "dump")
    )
    assert isinstance(rejected, Reject)
    assert rejected.reason == "too_long"


@pytest.mark.parametrize("measure", ["MAX_TEXT", "MAX_LINES"])
def test_a_dump_that_is_just_as_long_as_a_page_may_be_is_read(
    measure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join([HEADLINE, *STORY])
    size = len(text) if measure == "MAX_TEXT" else len(split_lines(text))
    for most, is_read in ((size, True), (size - 1, False)):
        monkeypatch.setattr(page, measure, most)
        assert isinstance(clean_dump(make_page(text)), Document) == is_read


def test_a_menu_alone_is_no_article() -> None:
    assert isinstance(clean_dump(make_page("\n".join(MENU))), Reject)


LINES = st.lists(
    st.sampled_from(
        (*HEAD, *STORY, *FOOTER, "0:00", "Leave a Reply", "Reply", "ago", "。", "Ja.", "x" * 300)
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_every_line_is_kept_or_dropped_and_none_is_made_up(lines: list[str]) -> None:
    sorting = sort_lines(lines)
    kept = [line for line, rule in zip(lines, sorting.rules, strict=True) if rule is None]
    assert sorting.kept == kept
    assert len(sorting.kept) + len(sorting.dropped) == len(lines)


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_sorting_twice_is_sorting_once(lines: list[str]) -> None:
    kept = sort_lines(lines).kept
    assert sort_lines(kept).kept == kept


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "\n".join(["link", "other"] * 15_000),
        "a" * 1_000_000,
        "(" * 300_000,
        "© " * 200_000 + "\n" * 9,
    ],
)
def test_hostile_input_is_read_in_linear_time(text: str) -> None:
    assert cpu_seconds(lambda: clean_dump(make_page(text)), runs=1) < 8


@pytest.mark.parametrize(
    "paragraph",
    [
        "受大风影响，海湾渡轮周一上午全部停航。港务部门表示，预计下午四时后视风力情况恢复运营。已购票的乘客可以免费改签或退票。",
        "Od maja zmieniają się ceny biletów na prom. Bilet normalny będzie kosztował 6 złotych. Mieszkańcy wyspy popłyną za darmo.",
    ],
)
def test_the_one_paragraph_of_a_short_page_stays_in_any_language(paragraph):
    lines = ["The Harbour Gazette", "News", "Sign in", "Cookies", paragraph, "Privacy policy"]
    assert paragraph in sort_lines(lines).kept


@pytest.mark.parametrize(
    "letters",
    [
        (
            "Den Bericht über den Esel habe ich gelesen. Es ist schön, dass wieder jemand in die"
            " Kirche geht. Rosa Gruber",
            "Seit vierzig Jahren wird uns eine Straße versprochen. Gebaut wurde bisher nur das"
            " Schild. Max Huber, Wiesau",
        ),
        (
            "Вы напечатали, что колодец на улице Мира засыпан. Он не засыпан, я из него вчера"
            " брала воду. Анна Петровна",
            "В прошлом номере на снимке был не мой дед, а его младший брат. Мой дед усов не"
            " носил. В. Сомов, Луговая",
        ),
    ],
)
def test_letters_that_end_in_the_name_of_their_writer_stay_and_none_is_the_headline(letters):
    sorting = sort_lines(["The Gulf Herald", *MENU, *letters, *FOOTER])
    assert set(letters) <= set(sorting.kept)
    assert sorting.title not in letters
