"""A function over a batch in; out a step that is a Prefect task inside a flow run, and a plain call elsewhere."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from flows.flow_run import is_under_way

Given = ParamSpec("Given")
Result = TypeVar("Result")
Step = Callable[Given, Result]


def batch_task(name: str, retries: int = 0) -> Callable[[Step[Given, Result]], Step[Given, Result]]:
    """A step named `name`; inside a flow run it is tried again `retries` times."""

    def decorate(function: Step[Given, Result]) -> Step[Given, Result]:
        @cache
        def as_task() -> Callable[..., Any]:
            return make_task(function, name, retries)

        @wraps(function)
        def call(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            if not is_under_way():
                return function(*args, **kwargs)
            answer: Result = as_task()(*args, **kwargs)
            return answer

        return call

    return decorate


def make_task(function: Callable[..., Result], name: str, retries: int) -> Callable[..., Result]:
    """The function as a Prefect task that hands the batch through untouched.

    Prefect looks into every argument and result for futures, some 5 µs a record, unless they are quoted; a batch holds 100,000
    records. No tags: for each Prefect asks the server whether there is room, and a task of a server that went away is lost.
    """
    from prefect import task
    from prefect.cache_policies import NO_CACHE
    from prefect.utilities.annotations import quote

    @task(name=name, retries=retries, retry_delay_seconds=2, cache_policy=NO_CACHE, persist_result=False)
    @wraps(function)
    def run_quoted(*args: object, **kwargs: object) -> Any:  # noqa: ANN401 - a quote of whatever the function gives
        return quote(function(*args, **kwargs))

    def call(*args: object, **kwargs: object) -> Result:
        quoted: Any = run_quoted(*map(quote, args), **kwargs)
        answer: Result = quoted.unwrap()
        return answer

    return call
