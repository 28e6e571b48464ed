"""Files whose tests need one server are handed to one process, every other file by itself; what all
processes read is made once.
"""

from pathlib import Path

import pytest

from tests.making import make_once
from tests.sharing import name_scope

FLOWS = Path(__file__).parent / "flows"


@pytest.mark.parametrize("name", ["test_elsewhere.py", "test_flow.py", "test_schedule.py"])
def test_files_that_need_the_server_are_handed_out_as_one(name: str) -> None:
    assert name_scope(FLOWS / name, name) == "on the server"


def test_another_file_is_handed_out_by_itself() -> None:
    assert name_scope(FLOWS / "test_cli.py", "test_cli.py") == "test_cli.py"
    assert name_scope(Path(__file__), "test_sharing.py") == "test_sharing.py"


def test_what_all_processes_read_is_made_once_and_anew_where_it_was_broken_off(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made: list[str] = []

    def make(folder: Path) -> None:
        assert not list(folder.iterdir())
        (folder / "begun").touch()
        made.append("begun")
        if len(made) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_once(tmp_path_factory, "of this test", make)
    folders = {make_once(tmp_path_factory, "of this test", make) for _ in range(2)}
    assert len(folders) == 1
    assert len(made) == 2
