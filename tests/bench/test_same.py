"""Two warehouses that hold the same are told from two that do not."""

import subprocess
import sys
from pathlib import Path

import duckdb


def make_warehouse(path: Path, *rows: tuple[str, str, str]) -> Path:
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema core")
        connection.execute(
            "create table core.outlet (outlet_id varchar, name varchar, first_run_id varchar)"
        )
        for row in rows:
            connection.execute("insert into core.outlet values (?, ?, ?)", row)
    return path


def compare(old: Path, new: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.same", str(old), str(new)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_same_rows_in_another_order_and_of_another_run_are_the_same(tmp_path: Path) -> None:
    old = make_warehouse(
        tmp_path / "old.duckdb", ("a", "Harbour Post", "run 1"), ("b", "Quay Radio", "run 1")
    )
    new = make_warehouse(
        tmp_path / "new.duckdb", ("b", "Quay Radio", "run 2"), ("a", "Harbour Post", "run 2")
    )
    code, printed = compare(old, new)
    assert (code, "same" in printed) == (0, True)


def test_a_row_that_changed_is_shown_from_both_sides(tmp_path: Path) -> None:
    old = make_warehouse(tmp_path / "old.duckdb", ("a", "Harbour Post", "run 1"))
    new = make_warehouse(tmp_path / "new.duckdb", ("a", "Harbor Post", "run 1"))
    code, printed = compare(old, new)
    assert code == 1
    assert "1 gone, 1 came" in printed
    assert "- a | Harbour Post" in printed
    assert "+ a | Harbor Post" in printed


def test_a_file_that_is_no_warehouse_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "old.duckdb").write_text(
        "no database, but long enough to be taken for one", encoding="utf-8"
    )
    code, printed = compare(tmp_path / "old.duckdb", make_warehouse(tmp_path / "new.duckdb"))
    assert code == 2
    assert printed.startswith("cannot compare: ")
