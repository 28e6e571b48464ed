"""An exception that stopped a run in, the one line that the user reads out."""

from pathlib import Path

from flows.language import NoModelError
from warehouse.errors import WarehouseError

SPEAK_FOR_THEMSELVES = (WarehouseError, NoModelError)


def explain_failure(error: BaseException, log: Path) -> str:
    """Errors of ours say what to do; of any other the first line is shown, and where the whole story stands."""
    if isinstance(error, SPEAK_FOR_THEMSELVES):
        return str(error)
    first_line = (str(error).splitlines() or [""])[0][:300]
    return f"the run failed, the warehouse is as it was: {type(error).__name__}: {first_line} (the whole story: {log})"
