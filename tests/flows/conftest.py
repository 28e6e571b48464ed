"""One Prefect test server for all tests of the flow: it takes seconds to start."""

import os
from collections.abc import Iterator

import pytest
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[dict[str, str]]:
    """The environment in which a process of its own finds the server."""
    with prefect_test_harness(server_startup_timeout=120):
        yield {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value())}
