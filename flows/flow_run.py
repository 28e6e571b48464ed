"""The Prefect flow run around the code that asks. Outside of one Prefect is not even imported: that costs a second, and its server four."""

import sys


def is_under_way() -> bool:
    """Whether a flow run is around the code that asks."""
    if "prefect" not in sys.modules:
        return False
    from prefect.context import FlowRunContext

    return FlowRunContext.get() is not None


def get_id() -> str | None:
    """The flow run's id, None outside of one."""
    if not is_under_way():
        return None
    from prefect.runtime import flow_run

    return str(flow_run.get_id())


def log(line: str) -> None:
    """A line on the flow run's page; nothing outside of one."""
    if is_under_way():
        from prefect.logging import get_run_logger

        get_run_logger().info(line)
