"""A tree and selectors -> the elements that they name.

Of the selectors of style sheets those that name parts of a page: "article", ".lead", "#text",
"[itemprop=author]", "[class^=Teaser]" (begins with), "[class*=related]" (holds), one after the
other for one element ("p.lead"), with a blank for "anywhere in" or " > " for "directly in".
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<conditions>(?:[.#][\w:/-]+|\[[^\[\]]+\])*)")
CONDITION = re.compile(
    r"(?P<sign>[.#])(?P<name>[\w:/-]+)|\[(?P<attribute>[\w-]+)(?:(?P<how>[\^*]?)=(?P<value>[^\[\]\"']+))?\]"
)


class SelectorError(ValueError):
    """A selector that cannot be read; the message says it."""


def select(tree: HtmlElement, selectors: Iterable[str]) -> list[HtmlElement]:
    """The elements that any of the selectors names, in the order of the page, without those that
    stand in another.
    """
    named = {
        element
        for selector in selectors
        for element in cast(list[HtmlElement], _compile(selector)(tree))
    }
    return [
        element
        for element in tree.iter()
        if element in named and named.isdisjoint(element.iterancestors())
    ]


def select_first(tree: HtmlElement, selectors: Iterable[str]) -> tuple[str, list[HtmlElement]]:
    """The first selector that names something, and what; "" and nothing where none does."""
    return next(
        ((selector, found) for selector in selectors if (found := select(tree, [selector]))),
        ("", []),
    )


@cache
def _compile(selector: str) -> XPath:
    """Raises SelectorError."""
    steps = selector.replace(">", " > ").split()
    path, axis = "", "//"
    for step in steps:
        if step == ">":
            axis = "/"
            continue
        path, axis = f"{path}{axis}{_step(step, selector)}", "//"
    if not path:
        raise SelectorError(f"no selector: {selector!r}")
    return XPath(f".{path}")


def _step(step: str, selector: str) -> str:
    compound = COMPOUND.fullmatch(step)
    if not step or compound is None:
        raise SelectorError(f"{step!r} of {selector!r} is no part of a selector that is read here")
    conditions = list(CONDITION.finditer(compound["conditions"]))
    if "".join(condition[0] for condition in conditions) != compound["conditions"]:
        raise SelectorError(
            f"a condition of {selector!r} cannot be read: [name], [name=value], [name^=value] and [name*=value] can"
        )
    return f"{compound['tag'] or '*'}{''.join(map(_condition, conditions))}"


def _condition(condition: re.Match[str]) -> str:
    if condition["sign"] == "#":
        return f"[@id='{condition['name']}']"
    if condition["sign"] == ".":
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {condition['name']} ')]"
    attribute, value = condition["attribute"], condition["value"]
    if value is None:
        return f"[@{attribute}]"
    tests = {
        "": f"@{attribute}='{value}'",
        "^": f"starts-with(@{attribute}, '{value}')",
        "*": f"contains(@{attribute}, '{value}')",
    }
    return f"[{tests[condition['how']]}]"
