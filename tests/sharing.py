"""What the processes of a session share: which tests stay in one of them (those of a file, and of
all files that need the Prefect server, so that one is started).
"""

import re
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

ON_THE_SERVER = re.compile(r"\bprefect_server\b")


class SharedServer(LoadFileScheduling):
    """Files in the order of their collection, but those on the server as if they were one."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        self.root = config.rootpath
        self.scopes: dict[str, str] = {}

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        if file not in self.scopes:
            self.scopes[file] = name_scope(self.root / file, file)
        return self.scopes[file]


def name_scope(path: Path, file: str) -> str:
    """The file, or the server that its tests ask for."""
    is_on_server = ON_THE_SERVER.search(path.read_text(encoding="utf-8"))
    return "on the server" if is_on_server else file
