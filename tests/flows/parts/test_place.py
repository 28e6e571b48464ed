"""Parts in a folder, and in a store of objects that knows no folders."""

from pathlib import Path
from uuid import uuid4

import pytest

from flows.parts.place import Place, PlaceError, settle
from flows.steps import Unchanged

ONE, TWO = Unchanged("a.html"), Unchanged("b.html")


@pytest.fixture(params=["folder", "objects"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(
        str(tmp_path / "parts" / "run")
        if request.param == "folder"
        else f"memory://{uuid4().hex}/run"
    )


def test_a_part_is_read_as_it_was_written_last(place: Place) -> None:
    place.write(1, "documents", [ONE])
    place.write(1, "documents", [TWO, ONE])
    assert place.read(1, "documents") == [TWO, ONE]


def test_parts_are_listed_by_stage_and_dropped_with_all_their_stages(place: Place) -> None:
    for number in (12, 3):
        place.write(number, "pages", [ONE])
        place.write(number, "documents", [ONE])
    place.write(3, "findings", [ONE])
    assert (place.list_numbers("documents"), place.list_numbers("findings")) == ([3, 12], [3])
    place.drop(3)
    assert (place.list_numbers("pages"), place.list_numbers("findings")) == ([12], [])
    place.drop_all()
    assert place.list_numbers("pages") == []


def test_half_a_part_is_never_seen(tmp_path: Path) -> None:
    place = Place(str(tmp_path))
    place.write(1, "pages", [ONE])
    assert [path.name for path in tmp_path.iterdir()] == ["000001.pages.parquet"]


def test_a_path_is_named_as_every_machine_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert settle("parts") == Place(str(tmp_path / "parts"))


def test_a_place_that_nobody_knows_is_named() -> None:
    with pytest.raises(PlaceError, match="parts cannot be put in carrier-pigeon://loft"):
        settle("carrier-pigeon://loft")
