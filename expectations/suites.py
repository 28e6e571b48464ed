"""Rows of a table and its rules -> the rows that break each rule; the only module that knows
great_expectations.
"""

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from expectations.rule import Measure, Row, Rule
from expectations.sweeps import no_sweeps

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.core import ExpectationValidationResult
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.datasource.fluent.pandas_datasource import PandasDatasource
    from great_expectations.expectations.expectation import Expectation

RESULT_FORMAT = {"result_format": "COMPLETE", "return_unexpected_index_query": False}
PLAIN = frozenset((str, int, float, bool, type(None)))


class GateError(Exception):
    """A rule could not be checked, so that nothing may pass."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found. `broken`: places of the rows that break it, in order."""

    rule: Rule
    evaluated_count: int
    broken: tuple[int, ...]


def check_rows(table: str, rules: Sequence[Rule], rows: Sequence[Row[Any]]) -> list[Outcome]:
    """The outcome of each rule on the rows, in the order of the rules. Raises GateError when one
    could not be checked.
    """
    if not rows:
        return [Outcome(rule, 0, ()) for rule in rules]
    results = validate(table, rules, rows)
    return [read_outcome(rule, results[rule.name]) for rule in rules]


def validate(
    table: str, rules: Sequence[Rule], rows: Sequence[Row[Any]]
) -> "dict[str, ExpectationValidationResult]":
    """The results of great_expectations, by the name of the rule: they come in another order."""
    names = name_measures(rules)
    frame = make_frame(names, rows)
    definition = open_table(table)
    suite = import_late().ExpectationSuite(
        name=table, expectations=[make_expectation(rule, names) for rule in rules]
    )
    with nothing_twice():
        batch = definition.get_batch(batch_parameters={"dataframe": frame})
        results = batch.validate(suite, result_format=RESULT_FORMAT).results
    return {result.expectation_config.meta["rule"]: result for result in results}


@cache
def import_late() -> ModuleType:
    """great_expectations, which takes CPU seconds to import, warns of its own imports, and would
    report its use to its makers.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings(), postponed(*FOR_CHARTS_AND_TESTS), no_sweeps():
        warnings.simplefilter("ignore")
        import great_expectations

    return great_expectations


# a third of its import; no rule of ours draws or tests a distribution
FOR_CHARTS_AND_TESTS = (
    "altair",
    "scipy.stats",
)


class Postponed(ModuleType):
    """Stands for a module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what looks at every module there is wants nothing of this one
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


@contextmanager
def postponed(*names: str) -> Iterator[None]:
    """Whatever is imported inside gets these modules only when it uses them."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update((name, Postponed(name)) for name in absent)
    try:
        yield
    finally:
        for name in absent:
            if isinstance(sys.modules.get(name), Postponed):
                del sys.modules[name]


@contextmanager
def nothing_twice() -> Iterator[None]:
    """Inside, great_expectations makes a configuration of an expectation once, an expectation of a
    configuration once, and the name of a set of arguments once. It makes each of them anew for each
    piece of it that it reads, some ten times, and a digest of all rows that nobody asks for: most
    of the time of a check on few rows.
    """
    from great_expectations.core.id_dict import IDDict
    from great_expectations.execution_engine import pandas_execution_engine
    from great_expectations.expectations.expectation import Expectation
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    configuration = vars(Expectation)["configuration"]
    with (
        replaced(Expectation, "configuration", property(once_for_each(configuration.fget))),
        replaced(
            ExpectationConfiguration,
            "to_domain_obj",
            once_for_each(ExpectationConfiguration.to_domain_obj),
        ),
        replaced(IDDict, "to_id", once_for_equals(IDDict.to_id)),
        replaced(pandas_execution_engine, "hash_pandas_dataframe", lambda _frame: ""),
    ):
        yield


@contextmanager
def replaced(owner: type | ModuleType, name: str, value: object) -> Iterator[None]:
    """Inside, the class or module has another attribute of that name, if it has one at all: another
    version of great_expectations may not, and is slower then, and no less right.
    """
    if name not in vars(owner):
        yield
        return
    plain = vars(owner)[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, plain)


def once_for_each(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same function, which is called once for each object that it is given."""
    made: dict[int, tuple[object, object]] = {}

    def make_once(one: object) -> object:
        if id(one) not in made:  # the object is held, or another one could come to its number
            made[id(one)] = (one, make(one))
        return made[id(one)][1]

    return make_once


def once_for_equals(name: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which is called once for all dictionaries of the same plain values."""
    named: dict[tuple[object, ...], object] = {}

    def name_once(arguments: dict[str, object], *which: object) -> object:
        kinds = tuple(map(type, arguments.values()))
        if which or not PLAIN.issuperset(kinds):
            return name(arguments, *which)
        key = (type(arguments), *arguments.items(), *kinds)  # 1 and True are equal
        if key not in named:
            named[key] = name(arguments)
        return named[key]

    return name_once


@cache
def open_table(table: str) -> "BatchDefinition[Any]":
    """The definition of a table's batches."""
    return open_source().add_dataframe_asset(table).add_batch_definition_whole_dataframe(table)


@cache
def open_source() -> "PandasDatasource":
    """A source of frames in a context that lives in memory only, without progress bars."""
    context = import_late().get_context(mode="ephemeral")
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source: PandasDatasource = context.data_sources.add_pandas("batch")
    return source


def name_measures(rules: Sequence[Rule]) -> dict[Measure, str]:
    """A column of the frame for each measure; rules that measure the same share one."""
    measures = [(rule.measure, rule.column) for rule in rules]
    others = [(rule.other, f"{rule.column}, other") for rule in rules if rule.other]
    columns = dict((*others, *measures))
    return {measure: f"{number} {name}" for number, (measure, name) in enumerate(columns.items())}


def make_expectation(rule: Rule, names: Mapping[Measure, str]) -> "Expectation":
    expectation: Expectation = getattr(import_late().expectations, rule.expectation)(
        **name_columns(rule, names),
        **rule.arguments,
        severity=rule.severity,
        meta={"rule": rule.name},
    )
    return expectation


def name_columns(rule: Rule, names: Mapping[Measure, str]) -> dict[str, str]:
    """The columns of the frame that an expectation looks at."""
    if rule.other is None:
        return {"column": names[rule.measure]}
    first, second = names[rule.measure], names[rule.other]
    if rule.is_other_first:
        first, second = second, first
    return {"column_A": first, "column_B": second, "ignore_row_if": "either_value_is_missing"}


def make_frame(names: Mapping[Measure, str], rows: Sequence[Row[Any]]) -> "pd.DataFrame":
    """What the rules measure, as plain Python objects, so that pandas reads nothing into them."""
    import pandas as pd

    return pd.DataFrame(
        {
            name: pd.Series([storable(measure(row)) for row in rows], dtype=object)
            for measure, name in names.items()
        }
    )


def storable(value: object) -> object:
    """Text without lone surrogates, which pandas cannot hold; other values as they are."""
    return (
        value
        if not isinstance(value, str) or value.isascii()
        else value.encode("utf-8", "backslashreplace").decode()
    )


def read_outcome(rule: Rule, result: "ExpectationValidationResult") -> Outcome:
    """What great_expectations says of a rule. A result without counts is an error, never a pass."""
    if "unexpected_index_list" not in result.result:
        raise GateError(
            f"rule {rule.name} could not be checked: {find_message(result.exception_info or {})}"
        )
    return Outcome(
        rule,
        result.result["element_count"],
        tuple(sorted(result.result["unexpected_index_list"] or ())),
    )


def find_message(exception_info: Mapping[str, Any]) -> str:
    """The first message of the exceptions that great_expectations met."""
    infos = [exception_info, *(info for info in exception_info.values() if isinstance(info, dict))]
    return next(
        (str(info["exception_message"]) for info in infos if info.get("exception_message")),
        "no result",
    )
