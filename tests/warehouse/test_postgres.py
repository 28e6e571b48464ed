"""Who waits for his turn in a database asks until the last moment that he was given."""

from types import SimpleNamespace

import pytest

from warehouse import postgres
from warehouse.errors import WarehouseLockedError


def test_a_turn_is_asked_for_once_more_at_the_end_of_the_wait_and_not_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, told = list[str](), list[bool]()
    clock = iter([0.0, 2.0, 2.5])  # the wait begins, ends, and is over
    monkeypatch.setattr(postgres, "ask", lambda _, expression: asked.append(expression))
    moments = SimpleNamespace(monotonic=lambda: next(clock), sleep=lambda _: None)
    monkeypatch.setattr(postgres, "time", moments)
    with pytest.raises(WarehouseLockedError, match="lake after 2 s"):
        postgres.wait_for_turn(None, "the lake", 2.0, lambda: told.append(True))  # type: ignore[arg-type]
    assert len(asked) == 2
    assert told == [True]
