"""What is not searched for cycles for a while is searched again after it, whatever happens."""

import gc

import pytest

from flows.cycles import leaving_cycles


def test_cycles_are_left_for_the_time_of_a_step() -> None:
    with leaving_cycles():
        assert not gc.isenabled()
        with leaving_cycles():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_cycles_are_searched_for_again_where_a_step_fails() -> None:
    with pytest.raises(ZeroDivisionError), leaving_cycles():
        _ = 1 // 0
    assert gc.isenabled()
