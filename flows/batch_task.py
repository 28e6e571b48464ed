"""A function over a batch in; out a step that is a Prefect task inside a flow run, and a plain call
elsewhere.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flows.failures import stop_if_asked
from flows.flow_run import is_under_way

Given = ParamSpec("Given")
Result = TypeVar("Result")
Step = Callable[Given, Result]


def batch_task(name: str) -> Callable[[Step[Given, Result]], Step[Given, Result]]:
    """A step named `name` of whoever keeps the warehouse: it is taken where the flow runs, and
    nowhere else.
    """

    def decorate(function: Step[Given, Result]) -> Step[Given, Result]:
        @wraps(function)
        def call(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            stop_if_asked()
            if not is_under_way():
                return function(*args, **kwargs)
            return run_as_task(name, lambda: function(*args, **kwargs))

        return call

    return decorate


def run_as_task(name: str, step: Callable[[], Result]) -> Result:
    """The step's result. Prefect sees the task begin and end; the warehouse and the batch do not go
    through its hands.

    No tags: for each Prefect asks the server whether there is room, and a task of a server that
    went away is lost.
    """
    from prefect import task
    from prefect.cache_policies import NO_CACHE

    answers: list[Result] = []

    @task(name=name, cache_policy=NO_CACHE, persist_result=False)
    def take_step() -> None:
        answers.append(step())

    take_step()
    return answers[0]
