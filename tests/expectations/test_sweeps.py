"""What is not searched for cycles for a while is searched again after it, whatever happens."""

import gc

import pytest

from expectations.sweeps import no_sweeps


def test_cycles_are_left_for_the_time_of_a_step() -> None:
    with no_sweeps():
        assert not gc.isenabled()
        with no_sweeps():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_cycles_are_searched_for_again_where_a_step_fails() -> None:
    with pytest.raises(ZeroDivisionError), no_sweeps():
        _ = 1 // 0
    assert gc.isenabled()
