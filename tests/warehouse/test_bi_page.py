"""The queries of docs/bi.md run."""

import re
from pathlib import Path

import pytest

from warehouse.query import run_query

PAGE = Path(__file__).parents[2] / "docs" / "bi.md"
SQL_BLOCK = re.compile(r"```sql\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("query", SQL_BLOCK.findall(PAGE.read_text(encoding="utf-8")))
def test_a_query_of_the_page_runs(path: Path, query: str) -> None:
    assert run_query(path, query).num_columns > 0
