"""What is remembered of an address, and what its server just said, come in; what to remember next,
and when to ask again, goes out.

A feed is asked again when a quarter of the time since its last news has passed: every few minutes
while there is news, once a day where there is none. A page is asked again when it has become twice
as old: after one hour, two, four, ..., and no more after two months. What fails is asked ever more
seldom.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from transforms.records import Visit, VisitKind

SHARE_OF_SILENCE = 4
FEED_SOONEST, FEED_LATEST = timedelta(minutes=5), timedelta(days=1)
PAGE_SOONEST, PAGE_OLDEST = timedelta(hours=1), timedelta(days=60)
FAILED_SOONEST, FAILED_LATEST = timedelta(minutes=15), timedelta(days=7)
LONGEST_MAX_AGE = timedelta(hours=1)  # a feed that asks to be kept for longer is asked all the same
# of the time between two visits: a schedule that comes round a little early still meets it
SLACK = 0.1
GONE = frozenset({"http_410"})
# `/news/feed/`, `/sitemap-1.xml`
FEED_NAME = re.compile(r"(?:^|[/._-])(?:feed|rss|atom|sitemap)s?(?:[/._-]|$)|\.xml$", re.IGNORECASE)
TEMPORARY_PAUSES = 30  # doublings at most: 2**30 quarters of an hour are for ever


def begin_visit(address: str, url: str, now: datetime, before: Visit | None) -> Visit:
    """The visit that is being made now, with what is remembered from `before`; of what its address
    says, until the answer tells.
    """
    if before is None:
        kind: VisitKind = "feed" if names_feed(url) else "page"
        return Visit(address, url, kind, now, now, None, "new")
    return replace(before, url=url, visited_at=now)


def names_feed(url: str) -> bool:
    """Whether an address calls itself a feed or a sitemap: `https://paper.example/news/feed/`. It
    may be none at all.
    """
    path = url.partition("?")[0].split("/", 3)[-1]
    return FEED_NAME.search(path) is not None


def end_page(visit: Visit, outcome: str, published_at: datetime | None = None) -> Visit:
    """The visit of a page that was had. published_at: when the feed says that it appeared, which
    may be long before the first visit.
    """
    born = min(visit.first_visited_at, published_at) if published_at else visit.first_visited_at
    age = visit.visited_at - born
    following = visit.visited_at + max(PAGE_SOONEST, age) if age <= PAGE_OLDEST else None
    return replace(visit, kind="page", outcome=outcome, failure_count=0, next_visit_at=following)


def end_feed(visit: Visit, newest_at: datetime | None, max_age: float | None = None) -> Visit:
    """The visit of a feed that was had. newest_at: of its entries that were not known, None where
    there were none.
    """
    known_at = visit.last_new_at or visit.first_visited_at
    last_new_at = (
        min(max(newest_at, visit.last_new_at or newest_at), visit.visited_at)
        if newest_at
        else known_at
    )
    silence = visit.visited_at - last_new_at
    pause = max(
        min(silence / SHARE_OF_SILENCE, FEED_LATEST),
        FEED_SOONEST,
        min(timedelta(seconds=max_age or 0), LONGEST_MAX_AGE),
    )
    outcome = "new" if newest_at else "unchanged"
    return replace(
        visit,
        kind="feed",
        outcome=outcome,
        failure_count=0,
        last_new_at=last_new_at,
        next_visit_at=visit.visited_at + pause,
    )


def end_failed(visit: Visit, reason: str, retry_after: float | None = None) -> Visit:
    """The visit of an address that could not be had: the pause doubles each time, and what is gone
    for good is left alone.
    """
    doublings = 2 ** min(visit.failure_count, TEMPORARY_PAUSES)
    pause = min(
        max(FAILED_SOONEST * doublings, timedelta(seconds=min(retry_after or 0, 1e9))),
        FAILED_LATEST,
    )
    following = None if reason in GONE else visit.visited_at + pause
    return replace(
        visit, outcome=reason, failure_count=visit.failure_count + 1, next_visit_at=following
    )


def is_due(visit: Visit, now: datetime, changed_at: datetime | None = None) -> bool:
    """Whether an address is to be asked for again. changed_at: when a feed or sitemap says that its
    page last changed.
    """
    if changed_at and changed_at > visit.visited_at and not visit.failure_count:
        return True
    if visit.next_visit_at is None:
        return False
    return visit.next_visit_at - (visit.next_visit_at - visit.visited_at) * SLACK <= now
