"""A step that makes many values of rows -> the same without Python's search for cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def leaving_cycles() -> Iterator[None]:
    """Rows and what is made of them hold no cycles and go when nobody names them: to look for
    cycles among them again and again is a sixth of linking.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
