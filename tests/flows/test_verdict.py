"""When a run that was published counts as failed: by what became of each source that was named."""

from pathlib import Path

import pytest

from flows.verdict import Tally, find_complaints, open_tally
from transforms.records import Reject
from warehouse.runs import PageCounts

FEED, OTHER = "https://wire.example/feed.xml", "https://post.example/feed.xml"


def tally_of(
    sources: list[str], seen: dict[str, int], rejected: dict[str, int], listed: tuple[str, ...] = ()
) -> Tally:
    tally = open_tally(sources)
    tally.asked.update(listed)
    for uri, pages in seen.items():
        tally.note_seen(uri, pages)
    for uri, pages in rejected.items():
        for _ in range(pages):
            tally.note_reject(Reject(uri, "read", "connection_failed"))
    return tally


def complaints(tally: Tally) -> list[str]:
    return [complaint.words for complaint in find_complaints(tally, None, None)]


def test_a_folder_with_one_good_page_is_fine(tmp_path: Path) -> None:
    assert (
        complaints(
            tally_of([str(tmp_path)], {f"{tmp_path}/a/1.html": 2}, {f"{tmp_path}/a/1.html": 1})
        )
        == []
    )


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    assert complaints(tally_of([str(tmp_path)], {}, {})) == []


def test_a_source_of_rejects_alone_is_named_beside_a_good_one(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    tally = tally_of(
        [str(archive), str(tmp_path / "b")],
        {f"{archive}#10": 3, f"{tmp_path}/b/1.html": 9},
        {f"{archive}#10": 3},
    )
    assert complaints(tally) == [f"every page of {archive} was rejected: connection_failed 3"]


def test_a_path_that_is_not_there_is_a_source_of_rejects_alone(tmp_path: Path) -> None:
    missing = str(tmp_path / "gone")
    tally = open_tally([missing])
    tally.note_seen(missing)
    tally.note_reject(Reject(missing, "read", "not_found"))
    assert complaints(tally) == [f"every page of {missing} was rejected: not_found 1"]


def test_a_named_feed_that_is_silent_is_told_and_may_pass() -> None:
    tally = tally_of([FEED, OTHER], {FEED: 1, "https://post.example/a": 9}, {FEED: 1})
    assert complaints(tally) == [f"{FEED} gave nothing: connection_failed"]
    assert find_complaints(tally, None, None)[0].may_pass


@pytest.mark.parametrize(
    ("silent", "is_told"), [((FEED,), False), ((FEED, OTHER), True)], ids=["one of two", "both"]
)
def test_feeds_of_a_list_are_told_when_all_are_silent(
    tmp_path: Path, silent: tuple[str, ...], is_told: bool
) -> None:
    tally = tally_of(
        [str(tmp_path / "feeds.txt")],
        dict.fromkeys(silent, 1),
        dict.fromkeys(silent, 1),
        (FEED, OTHER),
    )
    assert complaints(tally) == (
        [f"every page of the web was rejected: connection_failed {len(silent)}"] if is_told else []
    )


@pytest.mark.parametrize(("pages", "is_told"), [(2, False), (6, True)])
def test_a_few_new_pages_of_a_feed_may_all_be_no_articles(
    tmp_path: Path, pages: int, is_told: bool
) -> None:
    uris = {f"https://wire.example/{number}": 1 for number in range(pages)}
    assert bool(complaints(tally_of([str(tmp_path / "feeds.txt")], uris, uris, (FEED,)))) == is_told


@pytest.mark.parametrize(
    ("share", "is_told"), [(None, False), (0.31, False), (0.3, False), (0.29, True)]
)
def test_more_rejects_than_the_share_that_is_set_are_told(
    share: float | None, is_told: bool
) -> None:
    counts = PageCounts(seen=10, loaded=7, unchanged=0, rejected=3)
    assert bool(find_complaints(open_tally([]), counts, share)) == is_told


@pytest.mark.parametrize(
    ("reason", "may_pass"),
    [("timeout", True), ("http_503", True), ("private_address", False), ("http_410", False)],
)
def test_only_what_may_pass_is_worth_another_try(reason: str, may_pass: bool) -> None:
    tally = open_tally([FEED])
    tally.note_seen(FEED)
    tally.note_reject(Reject(FEED, "read", reason))
    assert [complaint.may_pass for complaint in find_complaints(tally, None, None)] == [may_pass]
