"""The models are shown what they were trained on: each column of a line, a block and a manner is
computed as it was.
"""

import pytest

from tests.transforms.clean.columns import Table, make_tables, read_table


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return make_tables()


@pytest.mark.parametrize("name", ["lines", "blocks", "manners"])
def test_a_column_says_what_it_said_in_training(name: str, tables: dict[str, Table]) -> None:
    accepted = read_table(name)
    assert tables[name].keys() == accepted.keys()
    moved = [column for column, told in tables[name].items() if told != accepted[column]]
    assert moved == []
