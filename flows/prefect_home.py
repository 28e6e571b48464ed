"""Makes Prefect a quiet guest of the command: its embedded server's files and the run's log go to a folder beside the warehouse."""

import logging
import os
import sys
from pathlib import Path

LOG_SETTING = "ONRECORD_LOG"
FOLDER = ".onrecord"

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # the default of 20 s is too short for a busy machine
    "PREFECT_LOGGING_SETTINGS_PATH": str(Path(__file__).with_name("logging.yml")),
}


class RunLog(logging.FileHandler):
    """The log file that the environment names; opened when the first line is written."""

    def __init__(self) -> None:
        super().__init__(os.environ.get(LOG_SETTING, os.devnull), encoding="utf-8", delay=True)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """On a full disk a line is lost, and the user is not told so a hundred times."""


def settle_prefect(warehouse: Path) -> Path:
    """Set Prefect's environment before it is imported, and return the path of the run's log.

    A server that PREFECT_API_URL names is used as it is; only where there is none does the embedded one start, with its
    files in `.onrecord/` beside the warehouse, unless PREFECT_HOME says otherwise.
    """
    folder = warehouse.resolve().parent / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "onrecord.log"
    os.environ[LOG_SETTING] = str(log)
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_HOME", str(folder / "prefect"))
    return log


def send_last_words_to(log: Path) -> None:
    """Point file descriptor 2 at the log: what the embedded server prints while it shuts down is no news for the user."""
    sys.stderr.flush()
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
