"""A name as somebody types it -> the name in the warehouse, or what it may have meant."""

from pathlib import Path

import duckdb
import pytest

from warehouse.names import find_name


@pytest.fixture
def named(path: Path) -> Path:
    """Two papers, and people of whom two share an alias."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("delete from core.outlet")
        connection.executemany(
            "insert into core.outlet values (?, ?, ?, null)",
            [
                ("o1", "Harbour Post", "post.example"),
                ("o2", "The Evening Lantern", "lantern.example"),
            ],
        )
        connection.executemany(
            "insert into core.entity (entity_id, name, kind) values (?, ?, ?)",
            [
                ("e1", "Marta Lind", "person"),
                ("e2", "Jonas Lind", "person"),
                ("e3", "Lindholm", "place"),
            ],
        )
        connection.executemany(
            "insert into core.entity_alias (entity_id, alias, alias_kind, mention_count)"
            " values (?, ?, ?, 1)",
            [("e1", "Lind", "surname"), ("e2", "Lind", "surname"), ("e1", "the mayor", "role")],
        )
    return path


@pytest.mark.parametrize(
    ("what", "typed", "name"),
    [
        ("outlet", "harbour post", "Harbour Post"),
        ("outlet", "LANTERN.example", "The Evening Lantern"),
        ("outlet", "o1", "Harbour Post"),
        ("speaker", "marta lind", "Marta Lind"),
        ("person", "e2", "Jonas Lind"),
        ("place", "Lindholm", "Lindholm"),
    ],
)
def test_a_name_is_found_however_it_is_typed(named: Path, what: str, typed: str, name: str) -> None:
    assert find_name(named, what, typed) == name


@pytest.mark.parametrize(
    ("what", "typed", "answer"),
    [
        ("person", "Lind", "'Lind' can mean Jonas Lind, Marta Lind: name one"),
        ("person", "Marta Lindd", "no person is called 'Marta Lindd'; did you mean Marta Lind"),
        ("outlet", "Harbor Post", "did you mean Harbour Post?"),
        ("person", "Lindholm", "no person is called 'Lindholm'"),  # a place
        ("person", "the mayor", "no person is called 'the mayor'"),  # a role is no name
    ],
)
def test_a_name_of_nobody_or_of_several_is_told_with_those_that_are_like_it(
    named: Path, what: str, typed: str, answer: str
) -> None:
    with pytest.raises(LookupError) as told:
        find_name(named, what, typed)
    assert answer in str(told.value)


def test_nothing_is_asked_back_where_no_name_is_like_it(named: Path) -> None:
    with pytest.raises(LookupError) as told:
        find_name(named, "outlet", "Quux")
    assert str(told.value) == "no outlet is called 'Quux'"
