"""Files whose tests need one server are handed to one process, every other file by itself."""

from pathlib import Path

import pytest

from tests.sharing import name_scope

FLOWS = Path(__file__).parent / "flows"


@pytest.mark.parametrize("name", ["test_elsewhere.py", "test_flow.py", "test_schedule.py"])
def test_files_that_need_the_server_are_handed_out_as_one(name: str) -> None:
    assert name_scope(FLOWS / name, name) == "on the server"


def test_another_file_is_handed_out_by_itself() -> None:
    assert name_scope(FLOWS / "test_cli.py", "test_cli.py") == "test_cli.py"
    assert name_scope(Path(__file__), "test_sharing.py") == "test_sharing.py"
