"""What several tests need: the spaCy pipeline, loaded once a session, on one core: the threads of
two test processes would wait for each other most of the time.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported
# by which DuckDB knows its cores: on few rows two threads cost a quarter more than one
os.environ.setdefault("SLURM_CPUS_ON_NODE", "1")

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spacy.language import Language

from flows.language import load_pipeline
from flows.reading import count_cores
from tests.making import make_once
from tests.tables import fill_tables
from warehouse.build import open_build

if TYPE_CHECKING:
    from xdist.remote import Producer

WORLD = Path(__file__).parent / "sql" / "world"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some tests wait for a server, a clock or a disk."""
    return count_cores() + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> object:
    """Where files are handed out whole, those that need one server are handed out together."""
    if config.getoption("dist") != "loadfile":
        return None
    from tests.sharing import SharedServer

    return SharedServer(config, log)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes give no name to a test: packed ones bear the second in which they were packed, so that
    two processes would collect different tests.
    """
    return argname if isinstance(val, bytes) else None


def pytest_collection_finish() -> None:
    """What was imported and collected stays for the session: no sweep looks at it again."""
    gc.freeze()


@pytest.fixture(scope="session")
def world_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse with the rows of `sql/world/`; for reading only."""
    return make_once(tmp_path_factory, "world", make_world) / "onrecord.duckdb"


def make_world(folder: Path) -> None:
    with open_build(folder / "onrecord.duckdb") as build:
        fill_tables(build.connection, WORLD)
        build.publish()


@pytest.fixture(scope="session")
def empty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse without rows, to be copied: to make all tables takes half a second."""
    return make_once(tmp_path_factory, "empty", make_empty) / "onrecord.duckdb"


def make_empty(folder: Path) -> None:
    with open_build(folder / "onrecord.duckdb") as build:
        build.publish()


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline = load_pipeline()
    gc.freeze()  # or every collection of the session sweeps the model and all modules again
    return pipeline
