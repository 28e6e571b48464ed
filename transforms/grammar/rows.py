"""The tokens of a Doc -> for each the numbers that spaCy has for some of its attributes, as bytes:
they are looked up and put side by side some times as fast as tuples of numbers.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Row = bytes
NUMBER = np.dtype(np.uint64)


def list_rows(doc: Doc, attributes: Sequence[str]) -> list[Row]:
    """The row of each token: the numbers of the attributes in order."""
    if not len(doc):
        return []
    row = np.dtype((np.void, len(attributes) * NUMBER.itemsize))
    return cast("list[Row]", doc.to_array(list(attributes)).view(row).ravel().tolist())


def make_row(numbers: Iterable[int]) -> Row:
    return array("Q", numbers).tobytes()


def read_rows(rows: Sequence[Row]) -> NDArray[np.uint64]:
    """The numbers of some rows, a line for each."""
    return np.frombuffer(b"".join(rows), NUMBER).reshape(len(rows), -1)


def list_numbers(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    return list(map(tuple, read_rows(rows).tolist()))
