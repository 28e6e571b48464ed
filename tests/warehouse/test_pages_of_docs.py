"""The queries on the pages of docs/ run."""

import re
from pathlib import Path

import pytest

from warehouse.query import run_query

DOCS = Path(__file__).parents[2] / "docs"
SQL_BLOCK = re.compile(r"```sql\n(.*?)```", re.DOTALL)
QUERIES = [
    (page.name, query)
    for page in sorted(DOCS.glob("*.md"))
    for query in SQL_BLOCK.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "query"), QUERIES)
def test_a_query_of_a_page_runs(path: Path, page: str, query: str) -> None:
    assert run_query(path, query).num_columns > 0


def test_the_pages_on_the_warehouse_have_queries() -> None:
    assert {"bi.md", "quality.md"} <= {page for page, _ in QUERIES}
