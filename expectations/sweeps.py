"""A step that makes many values -> the same without Python's search for cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_sweeps() -> Iterator[None]:
    """No hunt for cycles inside. The classes of a library stay; rows and what is made of them hold no
    cycles and go when nobody names them: the hunt is a sixth of linking.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
