"""The numbers of the judge: what is short, long or frequent enough is taken, what is not is left,
and either fails where the number is doubled or halved.
"""

from dataclasses import replace

import pytest

from tests.numbers import TIDE, Number, fill
from transforms.clean.judge import facts, genre, manner, phrases, shape, verdict
from transforms.clean.judge.facts import Declared, PageFacts, gather_dump_facts, gather_page_facts
from transforms.clean.markup.markup import Markup


def read_dump(*lines: str, title: str | None = None) -> PageFacts:
    return gather_dump_facts(title, "", lines)


def read_text(text: str, title: str | None = None) -> PageFacts:
    return gather_dump_facts(title, text, ())


# surer of serving its readers than it must be while it is short
SERVICE = read_text(
    "You can send us your parcel from any of our counters. Your receipt tells you the day, and you"
    " can ask us to call you before we come to your door. We keep your parcel for you if you are"
    " not at home, and you can fetch it with your card.",
    "Send a parcel",
)


def declare(**stated: int) -> PageFacts:
    return replace(read_dump(), declared=Declared(**stated))


def is_dated_by(line: str) -> bool:
    return read_dump(line).declared.is_dated


def is_dated_behind(lines_before: int) -> bool:
    return read_dump(*["The pier"] * lines_before, "3 May 2024").declared.is_dated


def is_headed_behind(lines_before: int) -> bool:
    return "soft_404" in read_dump(*["The pier"] * lines_before, "Page not found").titled


def is_told_behind(words_before: int) -> bool:
    told = "Harbourmastership " * words_before
    return "block_page" in read_text(f"{told}\nVerify you are human").phrases


def is_told_among(words: int) -> bool:
    return "block_page" in read_text(f"Please verify that you are human.\n{TIDE * words}").phrases


def is_label(line: str) -> bool:
    return "product" in read_dump(line).offers


def is_prose(line: str) -> bool:
    return read_text(line).told_words > 0


def is_dialogue(turns: int) -> bool:
    return genre.find_genre(read_text("ANN LEE: It shut.\nBO EK: Why?\n" * turns)) == "transcript"


def is_stub(words: int) -> bool:
    closed = Markup(json_ld=({"@type": "NewsArticle", "isAccessibleForFree": False},))
    return genre.find_genre(gather_page_facts(closed, None, TIDE * words, None)) == "paywall_stub"


def is_video(words: int) -> bool:
    told = read_text(TIDE * words, "Video: waves over the pier")
    return genre.find_genre(told) == "video"


def is_asked_behind(words_before: int) -> bool:
    return manner.describe_manner(read_text(TIDE * words_before + ". Where?"))["questions"] > 0


def asks_less_than_it_could(fields: int) -> bool:
    return manner.describe_manner(declare(fields=fields))["fields"] < 1


def is_not_found(heading: str) -> bool:
    return "soft_404" in phrases.find_title_phrases([heading])


def is_pointer(line: str) -> bool:
    return phrases.is_line("index_page", line)


def is_list(title: str, url: str) -> bool:
    return shape.find_index(gather_dump_facts(title, "", (), url)) is not None


def declares_many(articles: int) -> bool:
    return "it declares many articles" in dict(shape._signs_of_list(declare(articles=articles)))


def is_unfilled(fields: int, words_before: int = 10) -> bool:
    words = " ".join(map("pier{}".format, range(words_before)))
    return shape.find_gibberish(read_text(words + " {{ title }}" * fields)) is not None


def is_unfilled_behind(words_before: int) -> bool:
    return is_unfilled(4, words_before)


def is_list_of(line: str) -> bool:
    return shape._looks_like_list(read_dump(*[line] * 8))


def is_directory(desks: int, words: int = 10) -> bool:
    desk = "Subscriptions 0555 2020\n"
    return shape.is_directory(read_text(desk * desks + TIDE * words))


def is_directory_beside(words: int) -> bool:
    return is_directory(4, words)


def is_service(odds: float) -> bool:
    return odds >= verdict._least_odds({"address": 0.05, "telling": 0.0, "quoted": 0.0})


def is_spoken_service(odds: float) -> bool:
    spoken = {"address": verdict.MOST_SPOKEN, "telling": 0.0, "quoted": 0.0}
    return odds >= verdict._least_odds(spoken)


def is_service_of(words: int) -> bool:
    return verdict._find_service(replace(SERVICE, word_counts=(words,))) is not None


def is_notice(words: int) -> bool:
    return verdict._find_legal_page(read_text(TIDE * words, "Contact us")) is not None


def is_missing_page(words: int) -> bool:
    told = f"Sorry: the page may have been moved, or may have been removed.\n{TIDE * words}"
    return verdict._find_missing_page(read_text(told, "Page not found")) is not None


CASES = [
    Number(
        facts,
        "MAX_DATE_LINE",
        is_dated_by,
        fill(120, "3 May 2024", "."),
        fill(121, "3 May 2024", "."),
    ),
    Number(facts, "MAX_LINES", is_dated_behind, 399, 400),
    Number(facts, "HEAD", is_headed_behind, 29, 30),
    Number(facts, "MAX_LOOKED_AT", is_told_behind, 160, 300),
    Number(facts, "MAX_TOLD", is_told_among, 994, 995),
    Number(
        *(facts, "LABEL_WORDS", is_label),
        "Add to basket: one lantern in green for the pier",
        "Add to basket: one lantern in green for the pier wall",
    ),
    Number(facts, "PROSE_WORDS", is_prose, "The pier was shut today", "The pier was shut"),
    Number(genre, "MIN_TURNS", is_dialogue, 3, 2),
    Number(genre, "STUB_WORDS", is_stub, 249, 250),
    Number(genre, "VIDEO_WORDS", is_video, 149, 150),
    Number(manner, "MAX_READ", is_asked_behind, 1_000, 1_500),
    Number(manner, "MOST_FIELDS", asks_less_than_it_could, 5, 6),
    Number(
        *(manner, "SPOKEN", manner.is_addressed),
        {"address": 0.025, "fields": 0},
        {"address": 0.024, "fields": 0},
    ),
    Number(
        *(phrases, "COVERED", is_not_found),
        "Page not found on the server",
        "Page not found on the servers",
    ),
    Number(phrases, "MAX_LINE", is_pointer, "Read more" + "." * 31, "Read more" + "." * 32),
    Number(
        *(shape, "ENOUGH_POINTS", lambda page: is_list(*page)),
        ("Latest news", "https://gazette.example/"),
        ("The pier", "https://gazette.example/tag/pier"),
    ),
    Number(shape, "MANY_ARTICLES", declares_many, 5, 4),
    Number(
        *(shape, "MIN_CODE", lambda count: shape._is_code(["x = f(y);"] * count)),
        20,
        19,
    ),
    Number(shape, "MAX_CHECKED", is_unfilled_behind, 250, 400),
    Number(shape, "MIN_FIELDS", is_unfilled, 3, 2),
    Number(
        *(shape, "MAX_MARK", is_list_of),
        fill(80, "12 May 2024: the board met", "."),
        fill(81, "12 May 2024: the board met", "."),
    ),
    Number(shape, "MAX_OFFER_WORDS", is_directory_beside, 138, 139),
    Number(shape, "MIN_DESKS", is_directory, 3, 2),
    Number(
        *(shape, "SENTENCE_WORDS", shape._has_sentence),
        "We look for a cook who likes tide.",
        "Full time and permanent by the pier.",
    ),
    Number(
        *(shape, "MAX_DIGITS", shape._is_prose),
        fill(50, "In 2024 some 400 of 120 dockers", "."),
        fill(49, "In 2024 some 400 of 120 dockers", "."),
    ),
    Number(verdict, "SERVICE_ODDS", is_service, 2.7, 2.6),
    Number(verdict, "SPOKEN_ODDS", is_spoken_service, 2.1, 2.0),
    Number(verdict, "SERVICE_WORDS", is_service_of, 220, 420),
    Number(verdict, "MAX_NOTICE", is_notice, 149, 150),
    Number(verdict, "MAX_MISSING_PAGE", is_missing_page, 300, 500),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)
