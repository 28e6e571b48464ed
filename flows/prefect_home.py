"""Where the log of a run goes, and Prefect's files where it is asked for: a folder beside the
warehouse.
"""

import logging
import os
from pathlib import Path

LOG_SETTING = "ONRECORD_LOG"
FOLDER = ".onrecord"

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_SETTINGS_PATH": str(Path(__file__).with_name("logging.yml")),
}


class RunLog(logging.FileHandler):
    """The log file that the environment names; opened when the first line is written."""

    def __init__(self) -> None:
        super().__init__(os.environ.get(LOG_SETTING, os.devnull), encoding="utf-8", delay=True)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """On a full disk a line is lost, and the user is not told so a hundred times."""


def write_log() -> None:
    """Send what libraries and we ourselves log to the run's log."""
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, RunLog)]:
        root.removeHandler(old)
    handler = RunLog()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


def settle_prefect(warehouse: Path) -> Path:
    """Set Prefect's environment before it is imported, and return the path of the run's log.

    Prefect's own files go to `.onrecord/` beside the warehouse, unless PREFECT_HOME says otherwise.
    Raises an OSError where that cannot be made; the folder of the warehouse must be there, so that
    a slip of the pen makes none.
    """
    folder = warehouse.resolve().parent / FOLDER
    folder.mkdir(exist_ok=True)
    log = folder / "onrecord.log"
    os.environ[LOG_SETTING] = str(log)
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_HOME", str(folder / "prefect"))
    write_log()
    return log
