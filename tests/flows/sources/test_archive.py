"""An archive takes answers until it is full; what comes then is kept in the next."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources.archive import Archive, RawFile

AT = datetime(2024, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(("held", "name"), [(9, "raw.warc.gz"), (10, "raw-2.warc.gz")])
def test_an_archive_that_is_just_full_takes_no_more(tmp_path: Path, held: int, name: str) -> None:
    path = tmp_path / "raw.warc.gz"
    archive = Archive(path, max_bytes=10, files=[RawFile(path, held, 1, AT, AT)])
    assert archive._current(AT).path.name == name
