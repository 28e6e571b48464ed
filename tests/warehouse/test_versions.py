"""Every state of a page is kept, with its quotes, whichever was loaded first."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import permutations

import duckdb

from tests.articles import TEXT, URL, make_findings
from transforms.records import Batch, Findings
from warehouse.load import load_batch
from warehouse.versions import fill_missing, read_changes

QUOTE = "“It will open again in May,”"
LATER_QUOTE = "“It will open again in June,”"


def show(
    text: str = TEXT,
    day: int | None = 1,
    quote: str = QUOTE,
    name: str | None = None,
    title: str = "Bridge to open in May",
    url: str = URL,
) -> Findings:
    fetched_at = datetime(2024, 3, day, tzinfo=UTC) if day else None
    return make_findings(
        text,
        {quote: "Minister Ann Brook"},
        {},
        url=url,
        title=title,
        fetched_at=fetched_at,
        source_uri=name or f"{day}.html",
    )


def states(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    query = "select version_no, text, seen_from::date::varchar, seen_to::date::varchar from core.article_version order by version_no"
    return connection.execute(query).fetchall()


CHANGED = TEXT.replace("May,”", "June,”")
LONGER = CHANGED + "\n\nThe ferry stays."


STATES = "select version_no, text, seen_from::date::varchar, seen_to::date::varchar from core.article_version"
FORMER = "select version_no, version_quote.text from core.version_quote inner join core.article_version using (version_id, article_id)"


def test_the_states_are_the_same_in_any_order(connection: duckdb.DuckDBPyConnection) -> None:
    """Of as many articles as there are orders, each comes in one of its own."""
    pages = {order: show_states(order) for order in permutations(range(4))}
    for place in range(4):
        batch = [shown[order[place]] for order, shown in pages.items()]
        load_batch(connection, Batch(tuple(batch)), "run")
    for order, (page, *_) in pages.items():
        asked = f"where article_id = '{page.article.article_id}' order by all"
        told = connection.execute(f"{STATES} {asked}").fetchall()
        assert told == [
            (1, TEXT, "2024-03-01", "2024-03-02"),
            (2, CHANGED, "2024-03-03", "2024-03-03"),
            (3, LONGER, "2024-03-04", "2024-03-04"),
        ], order
        former = connection.execute(f"{FORMER} {asked}").fetchall()
        assert former == [(1, QUOTE), (2, LATER_QUOTE)], order
        quotes = connection.execute(f"select text from core.quote {asked}").fetchall()
        assert quotes == [(LATER_QUOTE,)], order
        now = connection.execute(f"select text from core.article {asked}").fetchall()
        assert now == [(LONGER,)], order


def show_states(order: tuple[int, ...]) -> list[Findings]:
    """The four pages of an article, the second of them as the first was."""
    url = f"{URL}-{'-'.join(map(str, order))}"
    return [
        show(url=url),
        show(url=url, day=2),
        show(CHANGED, url=url, day=3, quote=LATER_QUOTE),
        show(LONGER, url=url, day=4, quote=LATER_QUOTE),
    ]


def test_states_of_one_batch_are_kept_too(
    connection: duckdb.DuckDBPyConnection, read_rows: Callable[..., object]
) -> None:
    pages = (show(), show(day=2), show(CHANGED, day=3, quote=LATER_QUOTE))
    load_batch(connection, Batch(pages), "run")
    at_once = read_rows(connection)
    load_batch(connection, Batch(pages[::-1]), "run")
    assert read_rows(connection) == at_once
    assert len(states(connection)) == 2


def test_white_space_makes_no_other_state(connection: duckdb.DuckDBPyConnection) -> None:
    load_batch(connection, Batch((show(),)), "run")
    load_batch(connection, Batch((show(TEXT.replace("\n\n", "\n \n"), day=2),)), "run")
    assert len(states(connection)) == 1


def test_another_headline_is_another_state(connection: duckdb.DuckDBPyConnection) -> None:
    load_batch(connection, Batch((show(), show(day=2, title="Bridge opens late"))), "run")
    assert [text for _, text, *_ in states(connection)] == [TEXT, TEXT]


def test_where_nothing_says_which_is_later_both_are_kept(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    pages = show(day=None, name="a.html"), show(CHANGED, day=None, quote=LATER_QUOTE, name="b.html")
    load_batch(connection, Batch(pages), "run")
    kept = states(connection)
    assert len(kept) == 2
    assert [row[2:] for row in kept] == [(None, None)] * 2


def test_a_page_that_is_read_anew_by_a_newer_version_has_one_state(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    page = show()
    load_batch(connection, Batch((page,)), "run")
    from dataclasses import replace

    document = replace(page.article.document, text=CHANGED)
    read_anew = show(CHANGED, quote=LATER_QUOTE)
    read_anew = replace(read_anew, article=replace(read_anew.article, document=document))
    load_batch(connection, Batch((read_anew,)), "run")
    assert [text for _, text, *_ in states(connection)] == [CHANGED]
    assert connection.execute("select count(*) from core.version_quote").fetchall() == [(0,)]


def test_articles_of_a_warehouse_without_states_get_theirs(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_batch(connection, Batch((show(),)), "run")
    before = states(connection)
    connection.execute("delete from core.article_version")
    fill_missing(connection)
    assert states(connection) == before


def test_what_changed_is_asked_with_the_quotes_of_both_states(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_batch(connection, Batch((show(), show(CHANGED, day=3, quote=LATER_QUOTE))), "run")
    ((_, _, before, former, _, after, present),) = read_changes(connection)
    assert (before, former, after, present) == (TEXT, [QUOTE], CHANGED, [LATER_QUOTE])
