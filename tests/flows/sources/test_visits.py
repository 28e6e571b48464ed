"""When an address is asked for again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.sources.answer import Answer
from flows.sources.visits import begin_visit, end_failed, end_feed, end_page, is_due
from flows.sources.web import note_answer

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
VISIT = begin_visit("paper.example/feed", "https://paper.example/feed", NOW, None)


def pause(visit: object) -> timedelta | None:
    following = visit.next_visit_at  # type: ignore[attr-defined]
    return following and following - NOW


@pytest.mark.parametrize(
    ("silence", "minutes"),
    [
        (timedelta(0), 5),
        (timedelta(hours=1), 15),
        (timedelta(hours=8), 120),
        (timedelta(days=30), 1440),
    ],
)
def test_a_feed_is_asked_as_often_as_it_has_news(silence: timedelta, minutes: int) -> None:
    assert pause(end_feed(VISIT, NOW - silence)) == timedelta(minutes=minutes)
    assert pause(end_feed(replace(VISIT, last_new_at=NOW - silence), None)) == timedelta(
        minutes=minutes
    )


def test_an_old_page_that_a_feed_lists_anew_does_not_make_the_feed_silent() -> None:
    assert end_feed(replace(VISIT, last_new_at=NOW), NOW - timedelta(days=9)).last_new_at == NOW


def test_a_feed_may_ask_for_an_hour_and_no_more() -> None:
    assert pause(end_feed(VISIT, NOW, max_age=1800)) == timedelta(minutes=30)
    assert pause(end_feed(VISIT, NOW, max_age=1e9)) == timedelta(hours=1)


@pytest.mark.parametrize(("age", "hours"), [(0, 1), (1, 1), (5, 5), (48, 48), (24 * 61, None)])
def test_a_page_is_asked_again_when_it_is_twice_as_old_and_no_more_when_it_is_old(
    age: int, hours: int | None
) -> None:
    visit = replace(VISIT, first_visited_at=NOW - timedelta(hours=age))
    assert pause(end_page(visit, "new")) == (timedelta(hours=hours) if hours else None)
    assert pause(end_page(VISIT, "new", NOW - timedelta(hours=age))) == (
        timedelta(hours=hours) if hours else None
    )


def test_what_fails_is_asked_ever_more_seldom() -> None:
    first = end_failed(VISIT, "timeout")
    second = end_failed(first, "timeout")
    assert (pause(first), pause(second)) == (timedelta(minutes=15), timedelta(minutes=30))
    assert pause(end_failed(replace(VISIT, failure_count=10**6), "timeout")) == timedelta(days=7)
    assert pause(end_failed(VISIT, "http_429", retry_after=7200)) == timedelta(hours=2)
    assert pause(end_failed(VISIT, "http_429", retry_after=1e300)) == timedelta(days=7)
    assert pause(end_failed(VISIT, "http_410")) is None
    assert end_feed(second, NOW).failure_count == 0


def test_a_schedule_that_comes_round_a_little_early_meets_what_is_due() -> None:
    visit = end_failed(VISIT, "timeout")
    assert not is_due(visit, NOW + timedelta(minutes=13))
    assert is_due(visit, NOW + timedelta(minutes=14))


def test_a_page_that_is_said_to_have_changed_is_due() -> None:
    visit = end_page(VISIT, "new")
    assert is_due(visit, NOW, changed_at=NOW + timedelta(minutes=1))
    assert not is_due(visit, NOW, changed_at=NOW - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("status", "sent", "kept"), [(304, None, "old"), (304, "new", "new"), (200, None, None)]
)
def test_what_did_not_change_keeps_the_tag_that_its_server_gave_and_what_did_has_its_own(
    status: int, sent: str | None, kept: str | None
) -> None:
    held = replace(VISIT, etag="old", last_modified="old")
    answer = Answer(VISIT.url, status, "text/xml", b"", None, NOW, etag=sent, last_modified=sent)
    visit = note_answer(held, answer)
    assert (visit.etag, visit.last_modified) == (kept, kept)
