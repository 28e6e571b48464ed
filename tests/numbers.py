"""A number that decides, with what is on either side of it: near enough, and too far."""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

TIDE = " tide"


def fill(length: int, start: str = "The", end: str = "") -> str:
    """Words of exactly this length, which begin and end so."""
    return (start + TIDE * length)[: length - len(end)] + end


@dataclass(frozen=True, slots=True)
class Number:
    """ask: whether something is so, of what is near and of what is far; a test may hand it more."""

    module: ModuleType
    name: str
    ask: Callable[..., bool]
    near: Any
    far: Any

    def __str__(self) -> str:
        return f"{self.module.__name__.removeprefix('transforms.')}.{self.name}"

    def decides(self, *more: object) -> bool:
        return (self.ask(self.near, *more), self.ask(self.far, *more)) == (True, False)

    def is_noticed(self, patch: pytest.MonkeyPatch, *more: object) -> bool:
        """Whether neither twice nor half the number would decide alike."""
        held = getattr(self.module, self.name)
        for moved in (held * 2, held // 2 if isinstance(held, int) else held / 2):
            patch.setattr(self.module, self.name, moved)
            if self.decides(*more):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Limit:
    """What stands on either side of a limit that has no name, or shares one."""

    name: str
    ask: Callable[..., bool]
    near: Any
    far: Any

    def __str__(self) -> str:
        return self.name

    def holds(self) -> bool:
        return (self.ask(self.near), self.ask(self.far)) == (True, False)
