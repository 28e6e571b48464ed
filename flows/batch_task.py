"""A function over a batch in, a Prefect task out that hands the batch through untouched."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

TAGS = ("onrecord", "batch")
Given = ParamSpec("Given")
Result = TypeVar("Result")


def batch_task(name: str, retries: int = 0) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """A task named `name`. Prefect looks into every argument and result for futures, some 5 µs a record, unless they are quoted;
    a batch holds 100,000 records."""

    def decorate(function: Callable[Given, Result]) -> Callable[Given, Result]:
        @task(name=name, tags=TAGS, retries=retries, retry_delay_seconds=2, cache_policy=NO_CACHE, persist_result=False)
        @wraps(function)
        def run_quoted(*args: Given.args, **kwargs: Given.kwargs) -> "quote[Result]":  # type: ignore[type-arg]
            return quote(function(*args, **kwargs))

        @wraps(function)
        def call(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            answer: Result = run_quoted(*map(quote, args), **kwargs).unwrap()  # type: ignore[arg-type]
            return answer

        return call

    return decorate
